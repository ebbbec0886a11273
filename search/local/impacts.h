/* impacts.h - how much of what a word can weigh it weighs in each document, as lists that stay in
 * memory (private to search/).
 *
 * A document's share is x / (x + 1), see search/local/score.h: what the index says alone, whatever
 * the query. So a list is made once, and a query multiplies. Documents stand in blocks of
 * POL_IMPACT_BLOCK ids, each of which knows its greatest share, so that a block in which nothing
 * can be among the best is not looked at. */
#ifndef POL_SEARCH_LOCAL_IMPACTS_H
#define POL_SEARCH_LOCAL_IMPACTS_H

#include "core/arena.h"
#include "search/lengths.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_IMPACT_BITS = 10,
    POL_IMPACT_BLOCK = 1 << POL_IMPACT_BITS,
    POL_IMPACTS_KEPT_BYTES = 32 << 20,
    POL_IMPACTS_BYTES_MAX = 128 << 20
};

/* How many documents have a stem, and how often they have it. */
typedef struct pol_frequencies {
    uint32_t documents;
    uint64_t occurrences;
} pol_frequencies;

typedef struct pol_impact_block {
    double most;     /* share in it */
    uint32_t number; /* of all ids >> POL_IMPACT_BITS */
    uint32_t start;  /* place of its first document */
} pol_impact_block;

typedef struct pol_impacts {
    const xc_docid *docids; /* heads, ascending */
    const double *shares;   /* by place */
    uint32_t count;
    const pol_impact_block *blocks; /* that have documents; one more, with number UINT32_MAX */
    uint32_t block_count;
    pol_frequencies frequencies;
} pol_impacts;

/* Documents, ascending, and how often each has a word. */
typedef struct pol_counted {
    const xc_docid *docids;
    const uint32_t *times; /* by place */
    size_t count;
} pol_counted;

/* Of a stem, or of two that count as one word (`other` absent: of one). Borrowed from `index` until
 * pol_impacts_trim(), or until it moves on. Fails: POL_NOMEM, POL_LIMIT (this search has read
 * POL_IMPACTS_BYTES_MAX), and as reading the index. */
POL_MUST_CHECK pol_status pol_impacts_get(pol_index *index, const pol_lengths *lengths,
                                          pol_span stem, pol_span other,
                                          const pol_impacts **ret_impacts, pol_error *reterr);

/* The stem's frequencies, where its list is kept; else false. */
bool pol_impacts_know(pol_index *index, pol_span stem, pol_frequencies *ret_frequencies);

/* Of what was counted; in `arena`. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_impacts_make(pol_index *index, const pol_lengths *lengths,
                                           const pol_counted *counted, pol_arena *arena,
                                           const pol_impacts **ret_impacts, pol_error *reterr);

/* The blocks of a list whose documents and shares stand; `blocks` has room for one more than
 * documents. */
void pol_impacts_divide(pol_impacts *impacts, pol_impact_block *blocks);

/* The document's share; 0 where it has none. */
double pol_impacts_at(const pol_impacts *impacts, xc_docid head);

/* log2(1 + average / length) of a document. */
double pol_impacts_norm(pol_index *index, const pol_lengths *lengths, xc_docid head);

/* A search begins: gives up what is kept beyond the bound. */
void pol_impacts_trim(pol_index *index);
struct pol_impact_cache;
void pol_impacts_free(struct pol_impact_cache *cache); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
