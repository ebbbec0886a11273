/* saved.c - comments of programs that save pages. */
#include "document/html/saved.h"

enum { WITHIN = 8192, ADDRESS_MAX = 2000 };

static const struct {
    const char *before, *after;
    bool has_size;   /* "(0030)" stands before it */
    bool has_scheme; /* it is written with its scheme */
} marks[] = {
    {"saved from url=", "-->", true, true},
    {"Mirrored from ", " by HTTrack", false, false},
};

bool pol_html_is_address(pol_span value)
{
    bool is_web = pol_span_starts_fold(value, POL_SPAN("https://")) ||
                  pol_span_starts_fold(value, POL_SPAN("http://"));
    for (size_t i = 0; i < value.size; i++)
        if ((unsigned char)value.data[i] <= ' ')
            return false;
    return is_web;
}

/* What stands behind `at`, up to the mark's end. */
static pol_span between(pol_span comment, size_t at, size_t mark)
{
    pol_span value = pol_span_from(comment, at + strlen(marks[mark].before));
    value = pol_span_first(value, pol_span_find(value, pol_span_of(marks[mark].after), 0));
    size_t close = pol_span_find(value, POL_SPAN(")"), 0);
    if (marks[mark].has_size && close != (size_t)-1)
        value = pol_span_from(value, close + 1);
    return pol_span_trim(value);
}

static pol_span with_scheme(pol_span value, pol_arena *arena)
{
    pol_span scheme = POL_SPAN("http://");
    if (pol_span_find(value, POL_SPAN("://"), 0) != (size_t)-1)
        return value;
    char *whole = pol_arena_alloc(arena, scheme.size + value.size);
    if (!whole)
        return pol_span_make(NULL, 0);
    memcpy(whole, scheme.data, scheme.size);
    memcpy(whole + scheme.size, value.data, value.size);
    return pol_span_make(whole, scheme.size + value.size);
}

/* The address in the comment; absent where it is none of such a program. */
static pol_span address_in(pol_span comment, pol_arena *arena)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(comment, pol_span_of(marks[i].before), 0);
        if (at == (size_t)-1 ||
            pol_span_find(comment, pol_span_of(marks[i].after), at) == (size_t)-1)
            continue;
        pol_span value = between(comment, at, i);
        if (value.size == 0 || value.size > ADDRESS_MAX)
            continue;
        if (!marks[i].has_scheme)
            value = with_scheme(value, arena);
        if (pol_html_is_address(value))
            return value;
    }
    return pol_span_make(NULL, 0);
}

pol_span pol_html_saved_from(pol_span page, pol_arena *arena, uint32_t *ret_line)
{
    pol_span start = pol_span_first(page, WITHIN);
    size_t from = 0;
    while ((from = pol_span_find(start, POL_SPAN("<!--"), from)) != (size_t)-1) {
        size_t end = pol_span_find(start, POL_SPAN("-->"), from);
        pol_span comment =
            pol_span_from(pol_span_first(start, end == (size_t)-1 ? end : end + 3), from);
        pol_span address = address_in(comment, arena);
        if (address.data) {
            *ret_line = 1;
            for (size_t i = 0; i < from; i++)
                *ret_line += page.data[i] == '\n';
            return address;
        }
        from += comment.size;
    }
    return pol_span_make(NULL, 0);
}
