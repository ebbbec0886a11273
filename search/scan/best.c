/* best.c - see best.h. */
#include "search/scan/best.h"

#include <stdlib.h>

static bool is_worse(pol_scan_hit a, pol_scan_hit b)
{
    return a.score != b.score ? a.score < b.score : a.docid > b.docid;
}

static void sift_up(pol_scan_hit *hits, size_t at)
{
    pol_scan_hit hit = hits[at];
    for (; at && is_worse(hit, hits[(at - 1) / 2]); at = (at - 1) / 2)
        hits[at] = hits[(at - 1) / 2];
    hits[at] = hit;
}

static void sift_down(pol_scan_hit *hits, size_t count)
{
    pol_scan_hit hit = hits[0];
    size_t at = 0, child;
    while ((child = 2 * at + 1) < count) {
        if (child + 1 < count && is_worse(hits[child + 1], hits[child]))
            child++;
        if (!is_worse(hits[child], hit))
            break;
        hits[at] = hits[child];
        at = child;
    }
    hits[at] = hit;
}

void pol_scan_best_add(pol_scan_best *best, xc_docid docid, double score)
{
    pol_scan_hit hit = {docid, score};
    if (best->count < best->depth) {
        best->hits[best->count] = hit;
        sift_up(best->hits, best->count++);
    } else if (is_worse(best->hits[0], hit)) {
        best->hits[0] = hit;
        sift_down(best->hits, best->count);
    }
}

static int by_score(const void *left, const void *right)
{
    const pol_scan_hit *a = left, *b = right;
    return is_worse(*b, *a) ? -1 : is_worse(*a, *b);
}

void pol_scan_best_sort(pol_scan_best *best)
{
    qsort(best->hits, best->count, sizeof *best->hits, by_score);
}
