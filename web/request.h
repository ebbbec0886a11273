/* request.h - the start line and the headers of an HTTP request, checked and taken apart; what
 * follows them, as it came (form.h).
 *
 * Knows no connection and no library: bytes in, a pol_request out, so that it can be tested and
 * fuzzed. Safe in any thread. */
#ifndef POL_WEB_REQUEST_H
#define POL_WEB_REQUEST_H

#include "core/arena.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_TARGET_MAX = 8 << 10,       /* bytes of a request's target, still encoded */
    POL_PARAMETERS_MAX = 64,        /* of a query string */
    POL_SEGMENTS_MAX = 8,           /* of a path */
    POL_REQUEST_ARENA_MAX = 8 << 20 /* bytes, answers not counted */
};

typedef enum pol_method {
    POL_METHOD_GET = 0,
    POL_METHOD_HEAD,
    POL_METHOD_OPTIONS,
    POL_METHOD_POST,
    POL_METHOD_OTHER
} pol_method;

typedef struct pol_parameter {
    pol_span name, value; /* decoded */
} pol_parameter;

/* Headers that an answer depends on; absent where not sent. As sent, not decoded. */
typedef struct pol_request_headers {
    pol_span accept_encoding, if_none_match, if_modified_since, origin, content_type;
} pol_request_headers;

typedef struct pol_request {
    pol_method method;
    pol_span target;                     /* as sent: "/documents/a%2Fb?q=pay" */
    pol_span path;                       /* as sent, without the query string */
    pol_span segments[POL_SEGMENTS_MAX]; /* of the path, each decoded: "documents", "a/b" */
    size_t segment_count;                /* 0 for "/" */
    bool has_slash;                      /* the path ends in one that names nothing */
    pol_parameter parameters[POL_PARAMETERS_MAX];
    size_t parameter_count;
    pol_request_headers headers;
    pol_span body;    /* of a POST, as sent: borrowed from who read it; absent: none */
    pol_arena *arena; /* lives as long as the request */
} pol_request;

typedef enum pol_body_kind {
    POL_BODY_OTHER = 0, /* is not read: files of forms, pictures, ... */
    POL_BODY_FORM,      /* application/x-www-form-urlencoded */
    POL_BODY_TEXT       /* text/plain, text/markdown; and what has no type */
} pol_body_kind;

/* By the value of Content-Type; absent where it was not sent. */
pol_body_kind pol_body_kind_of(pol_span content_type);

/* `method` and `target` as they stand in the start line; they and the headers must outlive the
 * request. A scheme and host before the path (which proxies send) are left out. Fails:
 * POL_SYNTAX (no path, bad encoding, empty segment inside the path), POL_LIMIT (over the bounds
 * above), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_request_parse(pol_span method, pol_span target,
                                            const pol_request_headers *headers, pol_arena *arena,
                                            pol_request *ret_request, pol_error *reterr);

/* The first parameter with this name; absent where there is none. */
pol_span pol_request_parameter(const pol_request *request, const char *name);

#ifdef __cplusplus
}
#endif
#endif
