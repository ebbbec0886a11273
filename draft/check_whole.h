/* check_whole.h - what is said of a draft as a whole (private to draft/). */
#ifndef POL_DRAFT_CHECK_WHOLE_H
#define POL_DRAFT_CHECK_WHOLE_H

#include "draft/check.h"
#include "draft/weigh.h"

/* Counts the verdicts and says what they make together. */
void pol_check_count(pol_report *report);

/* The motions that say most of what the draft says; `clauses` are its weighed texts. Fails:
 * POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_check_motions(pol_report *report, const pol_weighed_text *clauses,
                                            pol_arena *arena, pol_error *reterr);

/* What is searched by these options; its names are in the arena. Fails as pol_outline_make(). */
POL_MUST_CHECK pol_status pol_check_searched(pol_index *index, const pol_check_options *options,
                                             pol_arena *arena, pol_scope *ret_scope,
                                             pol_error *reterr);

#endif
