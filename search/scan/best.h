/* best.h - the best of many hits, kept in a heap of a given size (private to search/). */
#ifndef POL_SEARCH_SCAN_BEST_H
#define POL_SEARCH_SCAN_BEST_H

#include "search/scan.h"

/* The worst of those kept stands first. */
typedef struct pol_scan_best {
    pol_scan_hit *hits; /* room for `depth` */
    size_t count, depth;
} pol_scan_best;

/* What a hit must score to be kept, if it comes later in the order of documents. */
static inline double pol_scan_best_floor(const pol_scan_best *best)
{
    return best->count == best->depth ? best->hits[0].score : 0;
}

/* To be called where `score` is over the floor. */
void pol_scan_best_add(pol_scan_best *best, xc_docid docid, double score);

/* The best first, equals by docid; it is a heap no longer. */
void pol_scan_best_sort(pol_scan_best *best);

#endif
