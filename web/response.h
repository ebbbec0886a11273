/* response.h - an answer, before any library of HTTP sees it: status, type, body, and how long
 * it may be kept. The server adds what every answer has (security headers, lengths, encodings). */
#ifndef POL_WEB_RESPONSE_H
#define POL_WEB_RESPONSE_H

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_ANSWER_BYTES_MAX = 64 << 20 };

typedef enum pol_keeping {
    POL_KEEP_REVISION = 0, /* until the index changes: ETag and Last-Modified of its revision */
    POL_KEEP_FOREVER,      /* its address names its content */
    POL_KEEP_NOT           /* no-store */
} pol_keeping;

typedef struct pol_response {
    int status;             /* 200, 301, 404, ... */
    const char *type;       /* of the content: a constant */
    pol_buffer body;        /* the caller's: pol_buffer_init() with POL_ANSWER_BYTES_MAX, _done() */
    pol_span location;      /* of a redirection; in the request's arena; absent elsewhere */
    const char *encoding;   /* that the body is packed with; NULL: it is not */
    const char *allow;      /* with 405: a constant */
    const char *saves_as;   /* suggested name of a file to save: a constant; NULL: shown */
    uint32_t retry_after_s; /* with 429 and 503; 0: not said */
    pol_keeping keeping;
    bool is_open; /* may be read by the named origins' scripts (CORS) */
} pol_response;

#ifdef __cplusplus
}
#endif
#endif
