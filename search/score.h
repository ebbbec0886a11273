/* score.h - the words of a query to the scores of the entries that match, over posting lists
 * (private to search/).
 *
 * A word adds
 *
 *     gain * t / (t + 1),   t = occurrences * log2(1 + average / length),
 *     gain = repeats * (F + 1) / n * log2((N + 1) / (n + 0.5)),
 *
 * which is InexpB2 (Amati and van Rijsbergen 2002) with the Laplace after-effect in place of
 * Bernoulli's ratio's dependence on t: N entries of text, n of them with the word, F occurrences in
 * all. Occurrences are those in the text and, as the index doubles them, those in the title, of
 * every form of the word; n is the larger of those with a form in text and in title, summed over
 * forms. Of a compound the closed-up word or the sum of its parts counts, whichever is more. */
#ifndef POL_SEARCH_SCORE_H
#define POL_SEARCH_SCORE_H

#include "search/lengths.h"
#include "search/plan.h"
#include "search/set.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What scores are put together from; arrays are parallel to set->ids. */
typedef struct pol_scoring {
    pol_index *index;
    pol_arena *arena;
    const pol_lengths *lengths;
    const pol_set *set;
    double *scores;
    uint64_t *masks;
    /* private: */
    double *norms;         /* log2(1 + average / length) */
    uint32_t *occurrences; /* of the word at hand; 0 between words */
    uint32_t *touched;     /* places of those that have it */
    size_t touched_count;
    double repeats; /* of the word at hand */
    uint64_t bit;
    uint32_t *places; /* by docid: place in the set, from 1; NULL: looked for in the lists */
} pol_scoring;

/* Scores of all of `set`, zero so far; arrays lie in `arena`. `postings`: about how many will be
 * read. Fails: POL_NOMEM, POL_LIMIT. On failure too, call pol_scoring_done(). */
POL_MUST_CHECK pol_status pol_scoring_begin(pol_scoring *scoring, pol_index *index,
                                            const pol_lengths *lengths, const pol_set *set,
                                            uint64_t postings, pol_arena *arena, pol_error *reterr);
void pol_scoring_done(pol_scoring *scoring);

/* Adds what a word or prefix of the query weighs; entries that have it get bit `number` of their
 * mask, of those below POL_SCORE_MASK_BITS. Fails: POL_NOMEM, POL_LIMIT, and as reading the index.
 */
enum { POL_SCORE_MASK_BITS = 64 };
POL_MUST_CHECK pol_status pol_score_word(pol_scoring *scoring, const pol_node *word, size_t number,
                                         pol_error *reterr);

/* The gain of what has these frequencies, without repeats. */
double pol_score_gain(double entries, double with_it, double occurrences);

#ifdef __cplusplus
}
#endif
#endif
