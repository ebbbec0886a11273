/* html.c - see html.h. */
#include "search/html.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "core/utf8.h"

/* What stands in the place of a character; NULL: it stands for itself. */
static const char *replacement(uint32_t c, size_t size)
{
    static const char unreadable[] = "\uFFFD";
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
    case '\r':
        return NULL;
    default:
        break;
    }
    bool is_forbidden = c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE ||
                        (c >= 0xD800 && c <= 0xDFFF) || (c == 0xFFFD && size == 1);
    bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_forbidden || reorders ? unreadable : NULL;
}

void pol_html_text(pol_buffer *buffer, pol_span text)
{
    size_t kept = 0, size;
    for (size_t at = 0; at < text.size; at += size) {
        unsigned char byte = (unsigned char)text.data[at];
        uint32_t c = byte;
        size = 1;
        if (byte >= 0x7F)
            size = pol_utf8_decode(pol_span_from(text, at), &c);
        const char *other = replacement(c, size);
        if (!other)
            continue;
        pol_buffer_add(buffer, pol_span_make(text.data + kept, at - kept));
        pol_buffer_add_text(buffer, other);
        kept = at + size;
    }
    pol_buffer_add(buffer, pol_span_from(text, kept));
}

void pol_html_add(pol_buffer *buffer, const char *markup)
{
    pol_buffer_add_text(buffer, markup);
}

void pol_html_fill(pol_buffer *buffer, const char *template_text, const pol_span *values,
                   size_t count)
{
    size_t used = 0;
    for (const char *gap; (gap = strchr(template_text, '$')); template_text = gap + 1) {
        pol_buffer_add(buffer, pol_span_make(template_text, (size_t)(gap - template_text)));
        assert(used < count);
        pol_html_text(buffer, used < count ? values[used] : (pol_span){0});
        used++;
    }
    assert(used == count);
    pol_buffer_add_text(buffer, template_text);
}

pol_span pol_html_number(uint64_t number, char digits[POL_DIGITS_SIZE])
{
    char plain[POL_DIGITS_SIZE];
    int size = snprintf(plain, sizeof plain, "%" PRIu64, number);
    size_t out = 0;
    for (int i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0)
            digits[out++] = ',';
        digits[out++] = plain[i];
    }
    digits[out] = '\0';
    return pol_span_make(digits, out);
}

void pol_html_marked(pol_buffer *buffer, pol_span text, const pol_highlight *highlights,
                     size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t start = highlights[i].start, end = highlights[i].end;
        if (start < at || end <= start || end > text.size)
            continue;
        pol_html_text(buffer, pol_span_make(text.data + at, start - at));
        pol_html_add(buffer, "<mark>");
        pol_html_text(buffer, pol_span_make(text.data + start, end - start));
        pol_html_add(buffer, "</mark>");
        at = end;
    }
    pol_html_text(buffer, pol_span_from(text, at));
}
