/* aids.h - what a careful secretary would remark on a draft, whatever was decided before:
 * acronyms that are not spelt out (with the spelling that the index uses most), a text over the
 * limit, action points that instruct nobody. Off where unsure. */
#ifndef POL_DRAFT_AIDS_H
#define POL_DRAFT_AIDS_H

#include "draft/draft.h"
#include "draft/profile.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_AIDS_MAX = 50 };

/* In the arena, in the order of the text. `profile` NULL: the defaults. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_aids_find(pol_index *index, const pol_draft *draft,
                                        const pol_profile *profile, pol_arena *arena,
                                        const pol_aid **ret_aids, size_t *ret_count,
                                        pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
