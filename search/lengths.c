/* lengths.c - see lengths.h. */
#include "search/lengths.h"

pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths, pol_error *reterr)
{
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK && !index->lengths)
        status = pol_lengths_open(index->reader, index->path, &index->lengths, reterr);
    *ret_lengths = status == POL_OK ? index->lengths : NULL;
    return status;
}

pol_status pol_index_columns(pol_index *index, const pol_columns **ret_columns,
                             const pol_lengths **ret_lengths, pol_error *reterr)
{
    pol_status status = pol_index_lengths(index, ret_lengths, reterr);
    if (status == POL_OK && !index->columns && !index->has_no_columns) {
        status = pol_columns_open(index->reader, *ret_lengths, &index->columns, reterr);
        index->has_no_columns = status == POL_OK && !index->columns;
    }
    *ret_columns = status == POL_OK ? index->columns : NULL;
    return status;
}
