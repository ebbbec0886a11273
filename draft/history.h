/* history.h - a clause of the index to what was decided on it, when.
 *
 * The clause and the passages that the check of a draft would show beside it, as a timeline.
 * Immutable once made; outlives the index. One thread at a time. */
#ifndef POL_DRAFT_HISTORY_H
#define POL_DRAFT_HISTORY_H

#include "search/timeline.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_history {
    const pol_stored *stored;   /* the document that has the clause */
    const pol_passage *passage; /* the clause */
    const pol_timeline *timeline;
} pol_history;

/* Does `place` name a passage, "ID#p7", and not a whole document? */
bool pol_history_names_clause(pol_span place);

/* `place` as above. `timeout_ms` 0: none. Free with pol_history_free(). Fails: POL_NOTFOUND (there
 * is no such document or passage), and as pol_show() and pol_check(). */
POL_MUST_CHECK pol_status pol_history_find(pol_index *index, pol_span place, uint32_t timeout_ms,
                                           pol_history **ret_history, pol_error *reterr);
void pol_history_free(pol_history *history); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
