/* span.h - a run of bytes that somebody else owns.
 *
 * Text is UTF-8 unless a function says otherwise; sizes count bytes. A span is
 * not NUL-terminated. An absent value is the span with data == NULL; an empty
 * one has data != NULL and size 0. */
#ifndef POL_CORE_SPAN_H
#define POL_CORE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_span {
    const char *data;
    size_t size;
} pol_span;

/* A string literal as a span. */
#define POL_SPAN(literal) ((pol_span){"" literal, sizeof(literal) - 1})
/* The arguments for a "%.*s". */
#define POL_SPAN_ARGS(span) ((int)(span).size), ((span).data ? (span).data : "")

static inline pol_span pol_span_make(const char *data, size_t size)
{
    pol_span span = {data, size};
    return span;
}

/* `string` is NUL-terminated, or NULL for the absent span. */
static inline pol_span pol_span_of(const char *string)
{
    return pol_span_make(string, string ? strlen(string) : 0);
}

static inline bool pol_span_equal(pol_span a, pol_span b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool pol_span_starts(pol_span span, pol_span prefix)
{
    return span.size >= prefix.size &&
           (prefix.size == 0 || memcmp(span.data, prefix.data, prefix.size) == 0);
}

static inline bool pol_span_ends(pol_span span, pol_span suffix)
{
    return span.size >= suffix.size &&
           (suffix.size == 0 ||
            memcmp(span.data + span.size - suffix.size, suffix.data, suffix.size) == 0);
}

/* The bytes from `from` on; the empty span at the end when `from` is beyond it. */
static inline pol_span pol_span_from(pol_span span, size_t from)
{
    if (from > span.size)
        from = span.size;
    return pol_span_make(span.data ? span.data + from : NULL, span.size - from);
}

/* At most the first `size` bytes. */
static inline pol_span pol_span_first(pol_span span, size_t size)
{
    return pol_span_make(span.data, size < span.size ? size : span.size);
}

/* Equality with ASCII letters folded; other bytes must be the same. */
bool pol_span_equal_fold(pol_span a, pol_span b);
bool pol_span_starts_fold(pol_span span, pol_span prefix);

/* Without ASCII white space, no-break spaces (U+00A0) and U+FEFF at both ends. */
pol_span pol_span_trim(pol_span span);

/* Where `needle` first stands in `span`, from `from` on; (size_t)-1 if nowhere.
 * The second folds ASCII letters. An empty needle is found at `from`. */
size_t pol_span_find(pol_span span, pol_span needle, size_t from);
size_t pol_span_find_fold(pol_span span, pol_span needle, size_t from);
/* Does one of the `count` needles, which start with an ASCII letter, stand in `span`? Folds
 * ASCII letters; `needles` are small. */
bool pol_span_has_any_fold(pol_span span, const char *const *needles, size_t count);

/* Order of memcmp, a shorter prefix first: <0, 0, >0. */
int pol_span_compare(pol_span a, pol_span b);

#ifdef __cplusplus
}
#endif
#endif
