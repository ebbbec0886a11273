/* access.h - the access log: one line for each request, in the combined format, and the time it
 * took.
 *
 *   192.0.2.0 - - [05/May/2031:14:02:11 +0000] "GET /search HTTP/1.1" 200 8123 "-" "-" 3.1
 *
 * What people search for is their own affair: unless told otherwise, the line has the path
 * without its parameters, no referrer (its parameters are a search too), no browser, and of the
 * client's address the first 24 bits (IPv6: 48). Whatever a client sent that is not plain
 * printable ASCII, and quotes and backslashes, is written as \xHH, so that nobody forges lines.
 *
 * A line is one write(2); safe in any thread. */
#ifndef POL_SERVER_ACCESS_H
#define POL_SERVER_ACCESS_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"
#include "server/client.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is written beyond the default. */
typedef struct pol_access_detail {
    bool has_addresses; /* of clients, in full, and what browser they say they are */
    bool has_queries;   /* parameters, and referrers */
} pol_access_detail;

typedef struct pol_access_log pol_access_log;

typedef struct pol_access {
    pol_client client;
    pol_span method, target, version, referrer, browser; /* as sent; absent: "-" */
    int status;
    uint64_t bytes;   /* of the body that was sent */
    uint64_t time_us; /* from the request's last byte until the answer was made */
} pol_access;

/* `path` "-" is standard output, NULL no log. Fails: POL_IO (cannot be written), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_access_log_open(const char *path, pol_access_detail detail,
                                              pol_access_log **ret_log, pol_error *reterr);
void pol_access_log_free(pol_access_log *log); /* NULL is allowed */

/* Goes on in a new file of that name, after the old one was moved away. After a failure it goes
 * on in the old one. Fails: POL_IO. */
POL_MUST_CHECK pol_status pol_access_log_reopen(pol_access_log *log, pol_error *reterr);

void pol_access_log_write(pol_access_log *log, const pol_access *access);

#ifdef __cplusplus
}
#endif
#endif
