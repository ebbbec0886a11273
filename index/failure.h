/* failure.h - what Xapian reported, as an error of ours. Safe in any thread. */
#ifndef POL_INDEX_FAILURE_H
#define POL_INDEX_FAILURE_H

#include "core/error.h"
#include "core/span.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

/* "WHAT: why", as in "cannot commit to the index: no space left". Returns the status. */
pol_status pol_fail_xapian(pol_error *reterr, const xc_error *error, const char *what);

/* Trouble with reading the index at `path`: says what to do about it. */
pol_status pol_fail_index(pol_error *reterr, const xc_error *error, const char *path);

static inline xc_bytes pol_xc_bytes(pol_span span)
{
    xc_bytes bytes = {span.data, span.size};
    return bytes;
}

static inline pol_span pol_xc_span(xc_bytes bytes)
{
    return pol_span_make(bytes.data, bytes.size);
}

#ifdef __cplusplus
}
#endif
#endif
