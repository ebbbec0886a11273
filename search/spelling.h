/* spelling.h - words that the index does not have, and what may have been meant. */
#ifndef POL_SEARCH_SPELLING_H
#define POL_SEARCH_SPELLING_H

#include "search/index.h"
#include "search/plan.h"

typedef struct pol_spelling {
    pol_span suggestion;     /* the query, each unknown word replaced by the nearest word of the
                                index that has one; absent where nothing was replaced */
    bool is_filter;          /* all words are known: one may have been meant as a filter */
    bool is_sure;            /* each such word is long, and hardly another one */
    const pol_span *unknown; /* words, as typed, that the index has in no form */
    size_t unknown_count;
    const pol_span *known; /* the other words, as typed, common ones aside */
    size_t known_count;
    pol_span rest; /* the query without the unknown words; absent where none are known or unknown */
} pol_spelling;

/* What there is to say about the words of `query`, which `plan` is of; all in `arena`. Fails:
 * POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_spelling_check(pol_plan *plan, pol_span query, pol_arena *arena,
                                             pol_spelling *ret_spelling, pol_error *reterr);

#endif
