/* span.c - comparing, trimming and searching spans. */
#include "core/span.h"

#include <stdint.h>

static unsigned char fold(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 32) : byte;
}

bool pol_span_starts_fold(pol_span span, pol_span prefix)
{
    if (span.size < prefix.size)
        return false;
    for (size_t i = 0; i < prefix.size; i++)
        if (fold(span.data[i]) != fold(prefix.data[i]))
            return false;
    return true;
}

bool pol_span_equal_fold(pol_span a, pol_span b)
{
    return a.size == b.size && pol_span_starts_fold(a, b);
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the white space that `span` starts with; 0 if it starts with none. */
static size_t space_at_start(pol_span span)
{
    if (span.size == 0)
        return 0;
    if (is_white(span.data[0]))
        return 1;
    if ((unsigned char)span.data[0] < 0x80)
        return 0;
    if (pol_span_starts(span, POL_SPAN("\xC2\xA0")))
        return 2;
    return pol_span_starts(span, POL_SPAN("\xEF\xBB\xBF")) ? 3 : 0;
}

static size_t space_at_end(pol_span span)
{
    if (span.size == 0)
        return 0;
    char last = span.data[span.size - 1];
    if (is_white(last))
        return 1;
    if ((unsigned char)last < 0x80)
        return 0;
    if (pol_span_ends(span, POL_SPAN("\xC2\xA0")))
        return 2;
    return pol_span_ends(span, POL_SPAN("\xEF\xBB\xBF")) ? 3 : 0;
}

pol_span pol_span_trim(pol_span span)
{
    size_t width;
    while ((width = space_at_start(span)) > 0)
        span = pol_span_from(span, width);
    while ((width = space_at_end(span)) > 0)
        span.size -= width;
    return span;
}

size_t pol_span_find(pol_span span, pol_span needle, size_t from)
{
    if (from > span.size || needle.size > span.size - from)
        return (size_t)-1;
    if (needle.size == 0)
        return from;
    const char *start = span.data + from;
    size_t size = span.size - from;
    /* Of what memmem() is given, the address sanitizer looks at all, however early the find. */
    const char *at = needle.size == 1 ? memchr(start, needle.data[0], size)
                                      : memmem(start, size, needle.data, needle.size);
    return at ? (size_t)(at - span.data) : (size_t)-1;
}

/* Its place in [from, end), or `end`. */
static size_t find_byte(pol_span span, char byte, size_t from, size_t end)
{
    const char *at = from < end ? memchr(span.data + from, byte, end - from) : NULL;
    return at ? (size_t)(at - span.data) : end;
}

size_t pol_span_find_fold(pol_span span, pol_span needle, size_t from)
{
    if (needle.size == 0)
        return from <= span.size ? from : (size_t)-1;
    if (from > span.size || needle.size > span.size - from)
        return (size_t)-1;
    /* the first byte in either case: each is looked for when the one found last is behind */
    const char small = (char)fold(needle.data[0]);
    const char firsts[2] = {small,
                            small >= 'a' && small <= 'z' ? (char)(small - 'a' + 'A') : small};
    const size_t end = span.size - needle.size + 1;
    size_t next[2] = {find_byte(span, firsts[0], from, end), find_byte(span, firsts[1], from, end)};
    while (next[0] < end || next[1] < end) {
        const int nearer = next[1] < next[0];
        const size_t at = next[nearer];
        if (pol_span_starts_fold(pol_span_from(span, at), needle))
            return at;
        next[nearer] = find_byte(span, firsts[nearer], at + 1, end);
    }
    return (size_t)-1;
}

bool pol_span_has_any_fold(pol_span span, const char *const *needles, size_t count)
{
    uint32_t initials = 0;
    for (size_t i = 0; i < count; i++)
        initials |= UINT32_C(1) << (needles[i][0] & 31);
    for (size_t at = 0; at < span.size; at++) {
        const char small = span.data[at] | 0x20;
        if ((unsigned char)small < 'a' || !(initials >> (small & 31) & 1))
            continue;
        for (size_t i = 0; i < count; i++)
            if (needles[i][0] == small &&
                pol_span_starts_fold(pol_span_from(span, at), pol_span_of(needles[i])))
                return true;
    }
    return false;
}

int pol_span_compare(pol_span a, pol_span b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}
