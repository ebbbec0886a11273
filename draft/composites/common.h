/* common.h - how seldom a word is said, whatever a conference is about (private to
 * draft/composites_*.c).
 *
 * The motions of one conference are too few to tell "result" from "miscarriage" by how many of them
 * have it: both stand in two of sixty. Daily English knows the difference. */
#ifndef POL_DRAFT_COMPOSITES_COMMON_H
#define POL_DRAFT_COMPOSITES_COMMON_H

#include "core/analysis.h"
#include "core/arena.h"

typedef struct pol_common pol_common;

/* In the arena, and read-only afterwards. Fails: POL_NOMEM, POL_UNSUPPORTED. */
POL_MUST_CHECK pol_status pol_common_new(pol_arena *arena, const pol_common **ret_common,
                                         pol_error *reterr);

/* 0..1, of a stem of core/analysis.h: 0 is said all day. */
float pol_common_rare(const pol_common *common, pol_span stem);

#endif
