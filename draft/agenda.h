/* agenda.h - all motions of an agenda to one row each: what was decided on this before, which other
 * motion of the agenda says the same, which group it could be composited in, what is doubtful.
 *
 * Immutable once made; outlives the index but not the documents. One thread at a time. */
#ifndef POL_DRAFT_AGENDA_H
#define POL_DRAFT_AGENDA_H

#include "draft/check.h"
#include "draft/composites.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_agenda_row {
    const pol_document *document;
    pol_verdict verdict; /* of the whole motion */
    uint32_t clauses;    /* that were looked up */
    uint32_t verdict_counts[POL_VERDICT_COUNT];
    const pol_evidence *decisive; /* the nearest passage that the verdict rests on; NULL: none */
    size_t duplicate_of;          /* row of an earlier motion that says the same; SIZE_MAX: none */
    uint32_t group;               /* composite candidate, from 1; 0: none */
    const pol_span *doubts;       /* sentences for a person to look at */
    size_t doubt_count;
} pol_agenda_row;

typedef struct pol_agenda {
    const pol_agenda_row
        *rows; /* in the order of the agenda; amendments and what is no motion are left out */
    size_t row_count;
    size_t amendment_count; /* left out */
    const pol_composite_group *groups;
    size_t group_count;
    pol_scope scope; /* what was searched for each */
    double took_ms;
} pol_agenda;

/* Told after each motion; `context` is the caller's. False stops: POL_LIMIT. */
typedef bool pol_agenda_progress(void *context, size_t done, size_t total);

/* Free with pol_agenda_free(). Fails as pol_check(). */
POL_MUST_CHECK pol_status pol_agenda_check(pol_index *index, const pol_extracted *extracted,
                                           const pol_check_options *options,
                                           pol_agenda_progress *progress, void *context,
                                           pol_agenda **ret_agenda, pol_error *reterr);
void pol_agenda_free(pol_agenda *agenda); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
