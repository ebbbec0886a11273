/* align.h - two weighed texts to which of their words correspond, and on which of them the two say
 * the opposite (private to draft/). */
#ifndef POL_DRAFT_ALIGN_H
#define POL_DRAFT_ALIGN_H

#include "draft/compare.h"

#define POL_NO_MATCH UINT32_MAX

typedef struct pol_aligned_side {
    pol_span text;
    const pol_unit *units;
    size_t count;
    uint32_t *match;   /* for each unit the other side's that corresponds, or POL_NO_MATCH */
    bool *is_negative; /* for each unit: do an odd number of words that turn round govern it? */
    bool *is_void;     /* for each unit: does it turn round what another turns back? turns.c */
    uint32_t *anchor;  /* for each such word the shared one that it turns first, or POL_NO_MATCH */
    double weight;     /* of all units */
    double shared;     /* of those that correspond */
    double kin;        /* of those of which the other side has kin: kin.c */
    size_t limits;     /* words that limit ("only", "may"), and that the other side lacks */
} pol_aligned_side;

/* How alike they are. */
typedef struct pol_alignment {
    pol_aligned_side clause, passage;
    double focus;   /* 0..1: of the clause, what stands close together in the passage, and half of
                       what stands in its context alone */
    double density; /* 0..1: of that place in the passage, what the clause has too */
    double order;   /* 0..1: of what is shared, what follows on each other on both sides */
    double opposed; /* 0..1: of what is shared, what one side turns round and the other does not */
    size_t window_start, window_end; /* the place of the passage that is most like the clause */
    bool is_led_round;               /* the lead-in of one side alone turns it round: compare.c */
    bool numbers_differ;             /* both have numbers that the other lacks */
    bool bounds_differ; /* a number of both is the least on one side, the most on the other; */
    bool bounds_agree;  /* or the same on both */
    bool is_denied;     /* one has a "not" in words that the other has without; */
    uint32_t clause_denial, passage_denial;   /* that word, or POL_NO_MATCH */
    uint32_t clause_antonym, passage_antonym; /* by the thesaurus, or POL_NO_MATCH */
    size_t shared_count;                      /* units that correspond and weigh something, */
    size_t kin_count;                         /* and units of the clause that have kin */
    double verbatim;   /* 0..1: of the clause, what stands in the passage word for word */
    bool is_changed;   /* in runs that are the same, one has a word that the other lacks, */
    bool changes_head; /* and at the start */
    uint32_t clause_changed, passage_changed; /* these words, or POL_NO_MATCH */
    uint32_t clause_turn, passage_turn;       /* units that say the opposite, or POL_NO_MATCH */
} pol_alignment;

/* `context` (may be NULL) is what stands above the passage. Arrays are in the arena. Fails:
 * POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_align(const pol_weighed_text *clause, const pol_weighed_text *passage,
                                    const pol_weighed_text *context, pol_arena *arena,
                                    pol_alignment *ret_alignment, pol_error *reterr);

/* A unit's text; "not" of a "n't". */
pol_span pol_unit_text(const pol_aligned_side *side, size_t at);

/* Is it, in whatever case, this, or one of these? */
bool pol_unit_is(const pol_aligned_side *side, size_t at, const char *word);
bool pol_unit_is_any(const pol_aligned_side *side, size_t at, const char *const *words,
                     size_t count);
#define POL_UNIT_IS_ANY(side, at, words)                                                           \
    pol_unit_is_any(side, at, words, sizeof(words) / sizeof *(words))

/* Does another demand start at `at`, behind "and" or a comma? turns.c */
bool pol_demand_starts(const pol_aligned_side *side, size_t at);

/* Finds kin of words that the other side lacks, in the window, and adds them to match. kin.c */
void pol_kin_find(pol_alignment *alignment);

/* Finds what bounds the numbers that both have: bounds_differ, and is_void of the words of bounds
 * that agree. Before pol_turns_find(). bounds.c */
void pol_bounds_find(pol_alignment *alignment);

/* Fills in verbatim and what is changed. verbatim.c */
void pol_verbatim_find(pol_alignment *alignment);

/* Fills in is_denied and the denials. denied.c */
void pol_denied_find(pol_alignment *alignment);

/* Fills in is_negative, is_void and anchor of one side. turns.c */
void pol_turn_side(pol_aligned_side *side);

/* Fills in is_negative of both sides, opposed and the turns. turned.c */
void pol_turns_find(pol_alignment *alignment);

#endif
