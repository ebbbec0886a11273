/* best.h - weighed lists to the documents that score most (private to search/).
 *
 * Exact: what is passed over is a block of documents none of which can be among them. */
#ifndef POL_SEARCH_LOCAL_BEST_H
#define POL_SEARCH_LOCAL_BEST_H

#include "search/local/weighed.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_scored {
    xc_docid docid;
    double score;
} pol_scored;

/* The better comes first; of equals the one that the index has first. */
static inline bool pol_scored_is_worse(pol_scored a, pol_scored b)
{
    return a.score != b.score ? a.score < b.score : a.docid > b.docid;
}

/* Puts the best first. */
void pol_scored_sort(pol_scored *items, size_t count);

typedef struct pol_best {
    pol_scored *items; /* a heap, the worst first, until pol_best_end() */
    size_t count;
    /* private: */
    size_t capacity, depth;
    double floor;
    pol_arena *arena;
} pol_best;

/* To hold the best `depth` of what scores more than `floor`, which is 0 or more. */
pol_best pol_best_begin(pol_arena *arena, size_t depth, double floor);

/* False for want of memory. */
bool pol_best_offer(pol_best *best, pol_scored one);

/* What it must score more than, or as much with a lower docid, to be taken. */
double pol_best_limit(const pol_best *best);

/* The best first. */
void pol_best_end(pol_best *best);

/* Which of the documents count. */
typedef bool pol_best_admits(void *context, xc_docid head);

/* Offers the documents of the lists, each with what it has in all of them, in their order. Fails:
 * POL_NOMEM. */
POL_MUST_CHECK pol_status pol_best_scan(pol_best *best, const pol_weighed *lists, size_t count,
                                        pol_best_admits *admits, void *context, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
