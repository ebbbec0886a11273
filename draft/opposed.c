/* opposed.c - see opposed.h. */
#include "draft/opposed.h"

pol_status pol_opposed_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                                 pol_row_table **ret_table, pol_error *reterr)
{
    pol_row_table *table = pol_row_table_new();
    *ret_table = table;
    if (!table)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing words");
    const pol_opposed_list lists[] = {pol_opposed_verbs, pol_opposed_others, pol_opposed_nouns};
    uint16_t place = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i].count && place < 2 * POL_OPPOSED_ROWS_MAX; j++) {
            pol_row_table_add(table, analyser, lexicon, lists[i].rows[j].one, place++);
            pol_row_table_add(table, analyser, lexicon, lists[i].rows[j].other, place++);
        }
    return POL_OK;
}
