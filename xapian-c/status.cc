/* status.cc - statuses and versions by name. */
#include <xapian.h>

#include "xapian-c/xapian-c.h"

const char *xc_status_name(xc_status status)
{
    switch (status) { /* no default: the compiler tells of a name that is missing */
    case XC_OK:
        return "ok";
    case XC_NOMEM:
        return "out of memory";
    case XC_INVALID:
        return "invalid argument";
    case XC_NOT_FOUND:
        return "not found";
    case XC_NO_DOCUMENT:
        return "no such document";
    case XC_LOCKED:
        return "locked";
    case XC_OVERTAKEN:
        return "overtaken";
    case XC_CORRUPT:
        return "corrupt";
    case XC_VERSION:
        return "other format version";
    case XC_FULL:
        return "disk full";
    case XC_IO:
        return "input/output error";
    case XC_CLOSED:
        return "closed";
    case XC_TERM_TOO_LONG:
        return "term too long";
    case XC_UNIMPLEMENTED:
        return "not implemented";
    case XC_NETWORK:
        return "network error";
    case XC_NETWORK_TIMEOUT:
        return "network timeout";
    case XC_RANGE:
        return "out of range";
    case XC_FEATURE:
        return "not available";
    case XC_UNKNOWN:
        return "unknown";
    case XC_EXISTS:
        return "exists already";
    case XC_NOT_DATABASE:
        return "not a database";
    case XC_WILDCARD:
        return "wildcard too wide";
    }
    return "unknown";
}

const char *xc_xapian_version(void)
{
    return Xapian::version_string();
}
