/* csv.c - rows to texts. */
#include "formats/formats.h"

pol_status pol_csv_read(pol_span bytes, pol_span mapping, pol_arena *arena, pol_csv_row on_row,
                        void *context, pol_error *reterr)
{
    (void)bytes, (void)mapping, (void)arena, (void)on_row, (void)context;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "CSV is not read yet");
}
