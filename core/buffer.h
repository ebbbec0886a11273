/* buffer.h - bytes that grow, up to a bound that must be given.
 *
 * A failed append marks the buffer and changes nothing else, so that a writer
 * appends freely and asks once, at the end. One thread at a time. */
#ifndef POL_CORE_BUFFER_H
#define POL_CORE_BUFFER_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_buffer {
    char *data; /* NUL behind the last byte once anything was appended */
    size_t size;
    size_t capacity;
    size_t limit;      /* bytes it may hold */
    pol_status status; /* POL_OK, POL_NOMEM or POL_LIMIT; stays until cleared */
} pol_buffer;

void pol_buffer_init(pol_buffer *buffer, size_t limit);
void pol_buffer_done(pol_buffer *buffer);
/* For what was built apart and is in `into` now: frees `built`; that it failed, `into` failed too.
 */
void pol_buffer_spend(pol_buffer *built, pol_buffer *into);
/* Empty again, status POL_OK, memory kept. */
void pol_buffer_clear(pol_buffer *buffer);

void pol_buffer_add(pol_buffer *buffer, pol_span span);
void pol_buffer_add_byte(pol_buffer *buffer, char byte);
void pol_buffer_add_text(pol_buffer *buffer, const char *text);
void pol_buffer_printf(pol_buffer *buffer, const char *format, ...) POL_PRINTF(2, 3);

/* What was appended so far; valid until the next append. */
pol_span pol_buffer_span(const pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
