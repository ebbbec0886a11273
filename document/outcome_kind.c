/* outcome_kind.c - what the other items of a report say of one: "2a" and "M04-a" beside "2" and
 * "M04" are amendments, and the "A" that others were composited into is a composite. */
#include <stdlib.h>

#include "document/outcome_find.h"
#include "document/words.h"

enum { SUFFIX_MAX = 3 };

static int compare(pol_span a, pol_span b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size > 0 ? memcmp(a.data, b.data, size) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int by_number(const void *a, const void *b)
{
    return compare(*(const pol_span *)a, *(const pol_span *)b);
}

static bool has(const pol_span *numbers, size_t count, pol_span number)
{
    return number.size > 0 && bsearch(&number, numbers, count, sizeof *numbers, by_number) != NULL;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The number that this one is made of: "M04" of "M04-a", "2" of "2/A1" and "2a"; absent. */
static pol_span stem_of(pol_span number)
{
    for (size_t at = number.size; at-- > 1 && number.size - at <= SUFFIX_MAX + 1;) {
        char c = number.data[at];
        bool is_digit_before = number.data[at - 1] >= '0' && number.data[at - 1] <= '9';
        if (is_digit_before && (c == '/' || c == '-' || is_small(c)))
            return pol_span_first(number, at);
    }
    return pol_span_make(NULL, 0);
}

/* "2a" may be a late motion: a mark, or a word, tells. */
static bool is_amendment(const pol_outcome *outcome, const pol_span *numbers, size_t count)
{
    pol_span stem = stem_of(outcome->number);
    if (!has(numbers, count, stem))
        return false;
    bool is_marked = !is_small(outcome->number.data[stem.size]);
    return is_marked || !outcome->title.data ||
           pol_outcome_has_word(outcome->line_text, "amendment amdt");
}

/* The letter of "Composite A". */
static pol_span letter_of(pol_span composite)
{
    pol_span last = pol_word_last(composite);
    return last.size == 1 && last.data[0] >= 'A' && last.data[0] <= 'Z' ? last
                                                                        : pol_span_make(NULL, 0);
}

void pol_finder_settle_kinds(pol_finder *finder)
{
    size_t numbered = 0, letters = 0;
    pol_span *numbers = pol_outcome_alloc(&finder->memory, finder->count * sizeof *numbers + 1);
    pol_span *composites = pol_outcome_alloc(&finder->memory, finder->count * sizeof *numbers + 1);
    if (!numbers || !composites)
        return;
    for (size_t i = 0; i < finder->count; i++) {
        const pol_outcome *outcome = &finder->found[i].outcome;
        pol_span letter = letter_of(outcome->composite);
        if (outcome->number.data)
            numbers[numbered++] = outcome->number;
        if (letter.data)
            composites[letters++] = letter;
    }
    qsort(numbers, numbered, sizeof *numbers, by_number);
    qsort(composites, letters, sizeof *composites, by_number);
    for (size_t i = 0; i < finder->count; i++) {
        pol_outcome *outcome = &finder->found[i].outcome;
        if (outcome->kind != POL_KIND_MOTION || !outcome->number.data)
            continue;
        if (is_amendment(outcome, numbers, numbered))
            outcome->kind = POL_KIND_AMENDMENT;
        else if (has(composites, letters, outcome->number))
            outcome->kind = POL_KIND_COMPOSITE;
    }
}
