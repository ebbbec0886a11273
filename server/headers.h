/* headers.h - an answer to the headers it is sent with: what the browser may load and do, how
 * long the answer may be kept, who else's scripts may read it; and to "not modified" where the
 * client has it already.
 *
 * Knows no library of HTTP. Safe in any thread. */
#ifndef POL_SERVER_HEADERS_H
#define POL_SERVER_HEADERS_H

#include "web/moment.h"
#include "web/request.h"
#include "web/response.h"
#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_HEADERS_MAX = 24, POL_DISPOSITION_SIZE = 160 };

/* What tells whether a copy is still good. */
typedef struct pol_validators {
    char etag[POL_ETAG_SIZE]; /* with its quotes; "": not known */
    int64_t changed_s;        /* since 1970; 0: not known */
} pol_validators;

typedef struct pol_header {
    const char *name, *value;
} pol_header;

typedef struct pol_headers {
    pol_header items[POL_HEADERS_MAX];
    size_t count;
    char etag[POL_ETAG_SIZE + 2], modified[POL_MOMENT_SIZE], disposition[POL_DISPOSITION_SIZE],
        retry_after[16];
} pol_headers;

/* If-None-Match, or If-Modified-Since where there is none of the former. */
bool pol_headers_client_has_it(const pol_request_headers *sent, const pol_validators *validators);

/* Turns a 200 that the client has already into a 304 without a body, and writes all headers but
 * those of the transfer itself (length, date, connection). They borrow from all arguments.
 * `request` is zero where there was none to read. */
void pol_headers_make(const pol_site *site, const pol_request *request,
                      const pol_validators *validators, pol_response *response,
                      pol_headers *ret_headers);

#ifdef __cplusplus
}
#endif
#endif
