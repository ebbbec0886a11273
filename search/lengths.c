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
