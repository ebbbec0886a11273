/* score.h - the words of a query to the scores of documents and of passages, over posting lists
 * (private to search/).
 *
 * A word weighs, in a document or in a passage,
 *
 *     gain * x / (x + 1),   x = occurrences * log2(1 + average / length),
 *     gain = (F + 1) / n * log2((N + 1) / (n + 0.5)),
 *
 * the model InB2 of divergence from randomness (Amati and van Rijsbergen 2002): N documents, n of
 * them with the word, F occurrences in all of them. Occurrences are those in the text and twice
 * those in the title, of every form of the word. Of a compound the closed-up word or the sum of its
 * parts counts, whichever is more. A word that was typed r times weighs r^0.7 as much. */
#ifndef POL_SEARCH_LOCAL_SCORE_H
#define POL_SEARCH_LOCAL_SCORE_H

#include "search/evaluate/set.h"
#include "search/lengths.h"
#include "search/local/impacts.h"
#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A word of the query as it weighs. */
typedef struct pol_unit {
    const pol_node *word; /* WORD or PREFIX */
    double factor;        /* r^0.7 */
    double rarity;        /* log2((N + 1) / (n + 0.5)) of its first reading */
} pol_unit;

/* What is scored, and the scores. */
typedef struct pol_scoring {
    pol_index *index;
    pol_arena *arena;
    const pol_lengths *lengths;
    bool are_documents; /* `keys` are heads; else passages */
    const pol_set *keys;
    double *scores; /* by place in keys->ids */
    /* private: */
    double *norms;         /* log2(1 + average / length) */
    uint32_t *occurrences; /* of the word at hand; 0 between words */
    uint32_t *touched;     /* places of those that have it */
    size_t touched_count;
} pol_scoring;

/* Scores of all of `keys`, zero so far, which are looked up in the lists of each word: where a
 * whole index is to be scored see search/local/best.h. Arrays lie in `arena`. Fails: POL_NOMEM,
 * POL_LIMIT. */
POL_MUST_CHECK pol_status pol_scoring_begin(pol_scoring *scoring, pol_index *index,
                                            const pol_lengths *lengths, const pol_set *keys,
                                            bool are_documents, pol_arena *arena,
                                            pol_error *reterr);

/* Adds what the unit weighs. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_score_unit(pol_scoring *scoring, const pol_unit *unit,
                                         pol_error *reterr);

/* Fails as reading the index. */
POL_MUST_CHECK pol_status pol_score_frequencies(pol_index *index, pol_span stem,
                                                pol_frequencies *ret_frequencies,
                                                pol_error *reterr);

double pol_score_rarity(const pol_lengths *lengths, double documents);
double pol_score_gain(const pol_lengths *lengths, pol_frequencies frequencies);

#ifdef __cplusplus
}
#endif
#endif
