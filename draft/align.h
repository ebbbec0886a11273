/* align.h - two weighed texts to which of their words correspond, and on which of them the two say
 * the opposite (private to draft/). */
#ifndef POL_DRAFT_ALIGN_H
#define POL_DRAFT_ALIGN_H

#include "draft/compare.h"

#define POL_NO_MATCH UINT32_MAX

typedef struct pol_aligned_side {
    const pol_unit *units;
    size_t count;
    uint32_t *match;   /* for each unit the other side's that corresponds, or POL_NO_MATCH */
    bool *is_negative; /* for each unit: do an odd number of words that turn round govern it? */
    uint32_t *anchor;  /* for each such word the shared one that it turns first, or POL_NO_MATCH */
    double weight;     /* of all units */
    double shared;     /* of those that correspond */
} pol_aligned_side;

/* How alike they are. */
typedef struct pol_alignment {
    pol_aligned_side clause, passage;
    double focus;   /* 0..1: of the clause, what stands close together in the passage */
    double density; /* 0..1: of that place in the passage, what the clause has too */
    double order;   /* 0..1: of what is shared, what follows on each other on both sides */
    double opposed; /* 0..1: of what is shared, what one side turns round and the other does not */
    size_t shared_count;                /* units that correspond and weigh something */
    uint32_t clause_turn, passage_turn; /* units that say the opposite, or POL_NO_MATCH */
} pol_alignment;

/* Arrays are in the arena. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_align(const pol_weighed_text *clause, const pol_weighed_text *passage,
                                    pol_arena *arena, pol_alignment *ret_alignment,
                                    pol_error *reterr);

/* Fills in is_negative of both sides, opposed and the turns. turns.c */
void pol_turns_find(pol_alignment *alignment);

#endif
