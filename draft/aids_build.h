/* aids_build.h - the list of remarks while it is made (private to the files of aids.h). */
#ifndef POL_DRAFT_AIDS_BUILD_H
#define POL_DRAFT_AIDS_BUILD_H

#include "draft/aids.h"

typedef struct pol_aids {
    pol_index *index;
    const pol_draft *draft;
    const pol_profile *profile; /* never NULL */
    pol_arena *arena;
    pol_aid list[POL_AIDS_MAX];
    size_t count;
    pol_error *reterr;
} pol_aids;

/* A sentence of one remark; those over POL_AIDS_MAX are passed over. Fails: POL_NOMEM, POL_LIMIT.
 */
POL_MUST_CHECK pol_status pol_aids_add(pol_aids *aids, pol_aid_kind kind, uint32_t clause,
                                       pol_span word, const char *format, ...) POL_PRINTF(5, 6);

/* aids_acronyms.c, aids_bodies.c: their part of the remarks. Fail as pol_aids_find(). */
POL_MUST_CHECK pol_status pol_aids_add_acronyms(pol_aids *aids);
POL_MUST_CHECK pol_status pol_aids_add_bodies(pol_aids *aids);

#endif
