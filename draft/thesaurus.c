/* thesaurus.c - see thesaurus.h. */
#include "draft/thesaurus.h"

#include "draft/thesaurus_table.h"

uint32_t pol_thesaurus_find(pol_span stem)
{
    uint32_t low = 0, high = WORD_COUNT;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        pol_span word = pol_span_make(words + word_starts[middle],
                                      word_starts[middle + 1] - word_starts[middle]);
        int order = pol_span_compare(word, stem);
        if (order == 0)
            return middle + 1;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return POL_THESAURUS_NONE;
}

/* A word's numbers in one of the tables. */
typedef struct run {
    const uint32_t *at, *end;
} run;

#define RUN_OF(table, word)                                                                        \
    ((run){table + table##_starts[word], table + table##_starts[(word) + 1]})

/* Have two ascending runs a number in common? */
static bool meet(run a, run b)
{
    while (a.at < a.end && b.at < b.end) {
        if (*a.at == *b.at)
            return true;
        if (*a.at < *b.at)
            a.at++;
        else
            b.at++;
    }
    return false;
}

static bool has(run a, uint32_t number)
{
    for (; a.at < a.end; a.at++)
        if (*a.at == number)
            return true;
    return false;
}

/* Is a sense of one a kind of what a sense of the other is? */
static bool is_kind_of(run narrow, run broad)
{
    for (; narrow.at < narrow.end; narrow.at++)
        if (parents[*narrow.at] && has(broad, parents[*narrow.at]))
            return true;
    return false;
}

/* Has a form derived from `word` a sense of `other`? */
static bool is_derived(uint32_t word, uint32_t other)
{
    for (run form = RUN_OF(derived, word); form.at < form.end; form.at++)
        if (*form.at == other || meet(RUN_OF(senses, *form.at), RUN_OF(senses, other)))
            return true;
    return false;
}

/* Is `other` an antonym of `word`, or of a form derived from it? */
static bool is_antonym(uint32_t word, uint32_t other)
{
    run opposites = RUN_OF(antonyms, other);
    if (has(opposites, word))
        return true;
    for (run form = RUN_OF(derived, word); form.at < form.end; form.at++)
        if (has(opposites, *form.at))
            return true;
    return false;
}

unsigned pol_thesaurus_kinship(uint32_t word, uint32_t other)
{
    unsigned found = POL_KINSHIP_NONE;
    if (word == POL_THESAURUS_NONE || other == POL_THESAURUS_NONE || word == other)
        return found;
    run left = RUN_OF(senses, word), right = RUN_OF(senses, other);
    if (meet(left, right))
        found |= POL_KINSHIP_SYNONYM;
    if (is_derived(word, other) || is_derived(other, word))
        found |= POL_KINSHIP_DERIVED;
    if (is_kind_of(left, right) || is_kind_of(right, left))
        found |= POL_KINSHIP_BROADER;
    if (is_antonym(word, other) || is_antonym(other, word))
        found |= POL_KINSHIP_ANTONYM;
    return found;
}
