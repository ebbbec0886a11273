/* text.h - a text beside many others: how much of each stands in the other, word by word
 * and in sequences of words (private to draft/similar*.c).
 *
 * Two drafts of one motion share long runs of words, two motions on one subject do not. Sequences
 * of five words tell the one from the other; those of nothing but formula and stop words, which
 * motions share that have nothing else in common, count for a tenth. What words weigh: weigh.h. */
#ifndef POL_DRAFT_SIMILAR_TEXT_H
#define POL_DRAFT_SIMILAR_TEXT_H

#include "search/index.h"

enum {
    POL_SIMILAR_SEQUENCE = 5,        /* words */
    POL_SIMILAR_TEXT_MAX = 128 << 10 /* bytes that are compared: the start of a longer text */
};

typedef struct pol_similar_overlap {
    double share;       /* 0..1: of the given text's information, what the other has too */
    double other_share; /* 0..1: of the other's, what the given one has too */
    double score;       /* 0..1: how alike they are, to rank by */
} pol_similar_overlap;

typedef struct pol_similar_comparer pol_similar_comparer;

/* What others are compared with; of one revision of `index`, which outlives it. Free with
 * pol_similar_comparer_free(). Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_similar_comparer_new(pol_index *index, pol_span text,
                                                   pol_similar_comparer **ret_comparer,
                                                   pol_error *reterr);
void pol_similar_comparer_free(pol_similar_comparer *comparer); /* NULL is allowed */

/* `is_rough`: words that the given text lacks weigh as its own do in the mean, so that nothing has
 * to be looked up. Fails as above. */
POL_MUST_CHECK pol_status pol_similar_compare(pol_similar_comparer *comparer, pol_span text,
                                              bool is_rough, pol_similar_overlap *ret_overlap,
                                              pol_error *reterr);

#endif
