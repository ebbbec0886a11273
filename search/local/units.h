/* units.h - the words of a plan to the units that weigh (private to search/). */
#ifndef POL_SEARCH_LOCAL_UNITS_H
#define POL_SEARCH_LOCAL_UNITS_H

#include "search/local/score.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_UNITS_MAX = 32 }; /* those that tell most */

typedef struct pol_units {
    pol_unit *units; /* in the plan's arena */
    size_t count;
} pol_units;

/* Words with the same stem are one unit; what the index does not have is none. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_units_list(pol_plan *plan, const pol_lengths *lengths,
                                         pol_units *ret_units, pol_error *reterr);

/* Is the word one of them, or has it the stem of one? */
bool pol_units_have_word(const pol_units *units, const pol_node *word);

/* Is it a stem of one of them, of any reading? */
bool pol_units_have(const pol_units *units, pol_span stem);

#ifdef __cplusplus
}
#endif
#endif
