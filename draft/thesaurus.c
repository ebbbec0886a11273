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
    const uint32_t last = high << POL_THESAURUS_KINSHIP_BITS | POL_KINSHIP_ALL;
    const uint32_t *at = kin + kin_starts[low];
    uint32_t left = kin_starts[low + 1] - kin_starts[low];
    for (uint32_t half = left / 2; left > 1; left -= half, half = left / 2)
        at += at[half] <= last ? half : 0;
    return left > 0 && *at >> POL_THESAURUS_KINSHIP_BITS == high ? *at & POL_KINSHIP_ALL
                                                                 : POL_KINSHIP_NONE;
}
