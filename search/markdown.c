/* markdown.c - text to CommonMark that shows it and nothing else. */
#include "search/markdown.h"

#include "core/utf8.h"

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static const char *entity_of(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    default:
        return NULL;
    }
}

void pol_markdown_add(pol_buffer *buffer, pol_span text, bool is_line_start)
{
    bool is_start = is_line_start;
    for (size_t at = 0; at < text.size;) {
        char c = text.data[at];
        size_t size = 1;
        uint32_t character;
        if (is_white(c)) {
            while (at + size < text.size && is_white(text.data[at + size]))
                size++;
            if (!is_start)
                pol_buffer_add_byte(buffer, ' ');
        } else if (entity_of(c)) {
            pol_buffer_add_text(buffer, entity_of(c));
        } else if (c && strchr("\\`*_[]#|~", c)) {
            pol_buffer_printf(buffer, "\\%c", c);
        } else if (is_start && c && strchr("+-=", c)) {
            pol_buffer_printf(buffer, "\\%c", c);
        } else if (c && strchr(".)", c) && at > 0 && is_line_start && at < 10 &&
                   strspn(text.data, "0123456789") == at) {
            pol_buffer_printf(buffer, "\\%c", c);
        } else {
            size = pol_utf8_decode(pol_span_from(text, at), &character);
            pol_utf8_append_printable(buffer, pol_span_make(text.data + at, size));
        }
        is_start = is_start && is_white(c);
        at += size;
    }
}

/* What may stand in a URL and means nothing to CommonMark. */
static bool is_plain(unsigned char c)
{
    static const char marks[] = "-._~:/?#@!$&'*+,;=%";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c && strchr(marks, c));
}

void pol_markdown_add_url(pol_buffer *buffer, pol_span url)
{
    pol_buffer_add_byte(buffer, '<');
    for (size_t i = 0; i < url.size; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c == '&')
            pol_buffer_add_text(buffer, "&amp;");
        else if (is_plain(c))
            pol_buffer_add_byte(buffer, (char)c);
        else
            pol_buffer_printf(buffer, "%%%02X", c);
    }
    pol_buffer_add_byte(buffer, '>');
}
