/* buffer.c - a bounded growing buffer. */
#include "core/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void pol_buffer_init(pol_buffer *buffer, size_t limit)
{
    *buffer = (pol_buffer){.limit = limit < SIZE_MAX / 4 ? limit : SIZE_MAX / 4};
}

void pol_buffer_done(pol_buffer *buffer)
{
    free(buffer->data);
    pol_buffer_init(buffer, buffer->limit);
}

void pol_buffer_spend(pol_buffer *built, pol_buffer *into)
{
    if (built->status != POL_OK && into->status == POL_OK)
        into->status = built->status;
    pol_buffer_done(built);
}

void pol_buffer_clear(pol_buffer *buffer)
{
    buffer->size = 0;
    buffer->status = POL_OK;
}

/* Room for `size` more bytes and a NUL. */
static bool reserve(pol_buffer *buffer, size_t size)
{
    if (buffer->status != POL_OK)
        return false;
    if (size > buffer->limit - buffer->size) {
        buffer->status = POL_LIMIT;
        return false;
    }
    size_t needed = buffer->size + size + 1;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
    if (capacity < needed)
        capacity = needed;
    char *data = realloc(buffer->data, capacity);
    if (!data) {
        buffer->status = POL_NOMEM;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void pol_buffer_add(pol_buffer *buffer, pol_span span)
{
    if (!reserve(buffer, span.size))
        return;
    if (span.size)
        memcpy(buffer->data + buffer->size, span.data, span.size);
    buffer->size += span.size;
    buffer->data[buffer->size] = '\0';
}

void pol_buffer_add_byte(pol_buffer *buffer, char byte)
{
    pol_buffer_add(buffer, pol_span_make(&byte, 1));
}

void pol_buffer_add_text(pol_buffer *buffer, const char *text)
{
    pol_buffer_add(buffer, pol_span_of(text));
}

void pol_buffer_printf(pol_buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size >= 0 && reserve(buffer, (size_t)size)) {
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}

pol_span pol_buffer_span(const pol_buffer *buffer)
{
    return pol_span_make(buffer->data ? buffer->data : "", buffer->size);
}
