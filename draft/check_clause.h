/* check_clause.h - a clause and its candidates to what is found on it (private to draft/). */
#ifndef POL_DRAFT_CHECK_CLAUSE_H
#define POL_DRAFT_CHECK_CLAUSE_H

#include "draft/check.h"
#include "search/fetch.h"
#include "search/scan.h"

/* What comparing needs, for all clauses of a draft. */
typedef struct pol_clause_check {
    const pol_check_options *options;
    pol_weigher *weigher; /* the options', or its own */
    pol_weigher *own;
    pol_fetch fetch;
    pol_arena *arena;  /* of the report */
    pol_arena scratch; /* of one passage that is compared */
    pol_arena marks;   /* of one clause: those of passages that may be shown */
    bool is_full;      /* there is no room for more documents */
} pol_clause_check;

/* The documents that are read are in `documents`, what else the report needs in `arena`. To be
 * followed by pol_clause_check_done(), also after a failure. Fails: POL_NOMEM, and as reading the
 * index. */
POL_MUST_CHECK pol_status pol_clause_check_init(pol_clause_check *check, pol_index *index,
                                                const pol_check_options *options,
                                                pol_arena *documents, pol_arena *arena,
                                                pol_error *reterr);
void pol_clause_check_done(pol_clause_check *check);

/* Fills in the finding, whose clause is set: as skipped where there was no room for a document, and
 * nothing was found without it. Fails as pol_check(). */
POL_MUST_CHECK pol_status pol_check_clause(pol_clause_check *check, const pol_weighed_text *clause,
                                           const pol_scan_hits *candidates, pol_finding *finding,
                                           pol_error *reterr);

#endif
