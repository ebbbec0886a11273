/* json.h - JSON written straight into a buffer.
 *
 * A writer of our own because documents can hold what a JSON library refuses or passes
 * on: bytes that are no UTF-8 become U+FFFD, and whatever could command a terminal
 * (control characters, bidirectional overrides) is written as \uXXXX, which reads back
 * unchanged. Nothing is allocated but the buffer. */
#ifndef POL_SEARCH_JSON_H
#define POL_SEARCH_JSON_H

#include "core/buffer.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_json {
    pol_buffer *buffer;
    bool needs_comma;
} pol_json;

/* `key` is a constant, NULL inside an array and at the top. */
void pol_json_open(pol_json *json, const char *key, char bracket);      /* '{' or '[' */
void pol_json_close(pol_json *json, char bracket);                      /* '}' or ']' */
void pol_json_string(pol_json *json, const char *key, pol_span value);  /* absent: null */
void pol_json_text(pol_json *json, const char *key, const char *value); /* NULL: null */
void pol_json_integer(pol_json *json, const char *key, int64_t value);
void pol_json_integer_or_null(pol_json *json, const char *key, int64_t value); /* 0: null */
void pol_json_number(pol_json *json, const char *key, double value); /* not finite: null */
void pol_json_bool(pol_json *json, const char *key, bool value);

/* Where the byte `at` of `text` is in the string as it is written and read back:
 * differs only behind invalid UTF-8. */
size_t pol_json_offset(pol_span text, size_t at);

#ifdef __cplusplus
}
#endif
#endif
