/* bits.h - the entries that match an expression, as a bit for each (private to search/).
 *
 * What most of the words of a question alone find is a good part of the index: a bit for each entry
 * is set and counted sooner than lists are merged, and whether one passage matches is one look. */
#ifndef POL_SEARCH_EVALUATE_BITS_H
#define POL_SEARCH_EVALUATE_BITS_H

#include "search/evaluate.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bits of long lists are kept. */
enum { POL_BITS_KEPT_BYTES = 16 << 20 };

typedef struct pol_bits {
    uint64_t *words; /* bit `id % 64` of word `id / 64` */
    xc_docid last;   /* the highest id that has one */
    size_t count;    /* bits that are set */
} pol_bits;

/* As pol_evaluate(), which does what is not an OR; in the evaluator's arena. */
POL_MUST_CHECK pol_status pol_bits_find(const pol_evaluator *evaluator, pol_expr *expr,
                                        pol_bits *ret_bits, pol_error *reterr);

static inline bool pol_bits_have(const pol_bits *bits, xc_docid id)
{
    return id <= bits->last && bits->words[id / 64] >> id % 64 & 1;
}

/* How many are set in `count` words. */
size_t pol_count_bits(const uint64_t *words, size_t count);

/* A search begins: gives up what is kept beyond the bound. */
void pol_bits_trim(pol_index *index);

/* Takes passages of the documents `heads` out. */
void pol_bits_leave_out(pol_bits *bits, const pol_lengths *lengths, const pol_set *heads);

/* Documents that have one: their heads, ascending. False for want of memory in `arena`. */
bool pol_bits_list_heads(const pol_bits *bits, const pol_lengths *lengths, pol_arena *arena,
                         pol_set *ret_heads);

#ifdef __cplusplus
}
#endif
#endif
