/* similar_text.h - a whole text to what is compared of it: its words, each with its information,
 * and its sequences of words (private to draft/similar*.c).
 *
 * Two drafts of one motion share long runs of words, two motions on one subject do not. Sequences
 * of five words tell the one from the other; those of nothing but formula and stop words, which
 * motions share that have nothing else in common, count for a tenth. */
#ifndef POL_DRAFT_SIMILAR_TEXT_H
#define POL_DRAFT_SIMILAR_TEXT_H

#include "draft/weigh.h"

enum {
    POL_SIMILAR_SEQUENCE = 5,           /* words */
    POL_SIMILAR_TEXT_MAX = 128 << 10,   /* bytes that are compared: the start of a longer text */
    POL_SIMILAR_SCRATCH_MAX = 256 << 20 /* of the arena for one text */
};

/* A word or sequence, once for each text. */
typedef struct pol_similar_part {
    uint64_t key; /* equal words have equal keys */
    double weight;
} pol_similar_part;

typedef struct pol_similar_parts {
    const pol_similar_part *parts; /* by key */
    size_t count;
    double weight; /* of all */
} pol_similar_parts;

typedef struct pol_similar_text {
    pol_similar_parts words, sequences;
} pol_similar_text;

typedef struct pol_similar_overlap {
    double share;       /* 0..1: of the first text's information, what the second has too */
    double other_share; /* 0..1: of the second's, what the first has too */
    double score;       /* 0..1: how alike they are, to rank by */
} pol_similar_overlap;

/* What is compared of weighed words, in the arena. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_similar_text_make(const pol_weighed_text *weighed, pol_arena *arena,
                                                pol_similar_text *ret_text, pol_error *reterr);

pol_similar_overlap pol_similar_text_compare(const pol_similar_text *text,
                                             const pol_similar_text *other);

#endif
