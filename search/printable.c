/* printable.c - white space folded, the rest left to core/utf8.h. */
#include "search/printable.h"

#include "core/utf8.h"

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void pol_printable_line(pol_buffer *buffer, pol_span text)
{
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        while (at < text.size && !is_white(text.data[at]))
            at++;
        pol_utf8_append_printable(buffer, pol_span_make(text.data + start, at - start));
        if (at < text.size)
            pol_buffer_add_byte(buffer, ' ');
        while (at < text.size && is_white(text.data[at]))
            at++;
    }
}

void pol_printable_start(pol_buffer *buffer, pol_span text, size_t bytes)
{
    if (text.size <= bytes) {
        pol_printable_line(buffer, text);
        return;
    }
    pol_printable_line(buffer, pol_span_first(text, pol_utf8_floor(text, bytes)));
    pol_buffer_add_text(buffer, "…");
}
