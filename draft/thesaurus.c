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

unsigned pol_thesaurus_kinship(uint32_t word, uint32_t other)
{
    uint32_t low = word < other ? word : other, high = word < other ? other : word;
    if (low == POL_THESAURUS_NONE || low == high)
        return POL_KINSHIP_NONE;
    const uint32_t first = high << POL_THESAURUS_KINSHIP_BITS;
    uint32_t at = kin_starts[low], end = kin_starts[low + 1];
    while (at < end && kin[at] < first)
        at++;
    const uint32_t bits = at < end ? kin[at] - first : 0;
    return bits >> POL_THESAURUS_KINSHIP_BITS ? POL_KINSHIP_NONE : bits;
}
