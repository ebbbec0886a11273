/* near.c - see near.h. */
#include "draft/near.h"

pol_status pol_near_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                              pol_row_table **ret_table, pol_error *reterr)
{
    pol_row_table *table = pol_row_table_new();
    *ret_table = table;
    if (!table)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing words");
    for (size_t i = 0; i < pol_near_count && i <= UINT16_MAX; i++)
        pol_row_table_add(table, analyser, lexicon, pol_near_rows[i], (uint16_t)i);
    return POL_OK;
}

bool pol_near_meet(const pol_row_places *one, const pol_row_places *other)
{
    for (size_t i = 0, j = 0; one && other && i < one->count && j < other->count;) {
        if (one->places[i] == other->places[j])
            return true;
        if (one->places[i] < other->places[j])
            i++;
        else
            j++;
    }
    return false;
}
