/* zip.c - the members of an archive. */
#include "formats/formats.h"

pol_status pol_zip_each(pol_span bytes, size_t first, size_t total_max,
                        pol_member_callback on_member, void *context, pol_error *reterr)
{
    (void)bytes, (void)first, (void)total_max, (void)on_member, (void)context;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "archives are not read yet");
}
