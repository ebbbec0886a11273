/* status.cc - statuses and versions by name. */
#include <xapian.h>

#include "xapian-c/guard.h"

namespace
{

struct StatusName {
    xc_status status;
    const char *name;
};

const StatusName status_names[] = {
    {XC_OK, "ok"},
    {XC_NOMEM, "out of memory"},
    {XC_INVALID, "invalid argument"},
    {XC_NOT_FOUND, "not found"},
    {XC_NO_DOCUMENT, "no such document"},
    {XC_LOCKED, "locked"},
    {XC_OVERTAKEN, "overtaken"},
    {XC_CORRUPT, "corrupt"},
    {XC_VERSION, "other format version"},
    {XC_FULL, "disk full"},
    {XC_IO, "input/output error"},
    {XC_CLOSED, "closed"},
    {XC_TERM_TOO_LONG, "term too long"},
    {XC_UNIMPLEMENTED, "not implemented"},
    {XC_NETWORK, "network error"},
    {XC_NETWORK_TIMEOUT, "network timeout"},
    {XC_RANGE, "out of range"},
    {XC_FEATURE, "not available"},
    {XC_UNKNOWN, "unknown"},
    {XC_EXISTS, "exists already"},
    {XC_NOT_DATABASE, "not a database"},
    {XC_WILDCARD, "wildcard too wide"},
};

} // namespace

const char *xc_status_name(xc_status status)
{
    const size_t number = xc::number_of(status);
    for (const StatusName &row : status_names)
        if (row.status == number)
            return row.name;
    return "unknown";
}

const char *xc_xapian_version(void)
{
    return Xapian::version_string();
}
