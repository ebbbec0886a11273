/* draft.c - polsearch --draft. */
#include "command/run.h"

pol_status pol_command_draft(const pol_cli *cli, pol_index *index, int *exit_status,
                             pol_error *reterr)
{
    (void)cli, (void)index, (void)exit_status;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
