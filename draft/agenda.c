/* agenda.c - see agenda.h. */
#include "draft/agenda.h"

pol_status pol_agenda_check(pol_index *index, const pol_extracted *extracted,
                            const pol_check_options *options, pol_agenda_progress *progress,
                            void *context, pol_agenda **ret_agenda, pol_error *reterr)
{
    (void)index, (void)extracted, (void)options, (void)progress, (void)context, (void)ret_agenda,
        (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

void pol_agenda_free(pol_agenda *agenda)
{
    (void)agenda;
}
