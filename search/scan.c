/* scan.c - posting lists to scores, a stem at a time, and scores to the best passages.
 *
 * Scores of several queries are summed side by side in one table, so that a stem is read once for
 * all of them; where the table would be too large, fewer queries at once, and then parts of the
 * index one after another. */
#include "search/scan.h"

#include <stdlib.h>

#include "core/schema.h"
#include "search/lengths.h"
#include "search/plan/match.h"
#include "search/scan/best.h"
#include "search/scan/match.h"
#include "search/scan/terms.h"

enum { BLOCK = 512 };

typedef struct scan {
    pol_index *index;
    const pol_lengths *lengths;
    double average; /* length of an entry, as Xapian has it: heads counted */
    int64_t deadline_ns;
    float *scores; /* `window` for each query of the batch */
    size_t scores_max;
    size_t window;       /* docids looked at in one go */
    xc_docid first;      /* the first of them */
    size_t batch_first;  /* queries from here */
    size_t batch;        /* so many */
    pol_scan_best *best; /* by query */
    bool is_late;
} scan;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

static bool is_late(scan *job)
{
    if (!job->is_late && job->deadline_ns)
        job->is_late = pol_match_clock() >= job->deadline_ns;
    return job->is_late;
}

/* --- one stem --------------------------------------------------------------------- */

/* How many of the block lie in the window; what each scores, before the gain, in `parts`. */
static size_t weigh_block(const scan *job, const xc_posting *block, size_t count,
                          float parts[BLOCK])
{
    double scale = job->average > 0 ? POL_SCAN_K1 / job->average : 0;
    xc_docid last = job->lengths->last;
    size_t i = 0;
    for (; i < count && block[i].docid - job->first < job->window && block[i].docid <= last; i++) {
        double occurrences = block[i].wdf;
        double length = pol_lengths_of(job->lengths, block[i].docid);
        double saturated = occurrences + scale * length;
        parts[i] = saturated > 0 ? (float)(occurrences / saturated) : 0;
    }
    return i;
}

static void add_block(scan *job, const xc_posting *block, const float *parts, size_t count,
                      const pol_scan_want *wants, size_t want_count)
{
    for (size_t i = 0; i < want_count; i++) {
        float *scores = job->scores + (wants[i].query - job->batch_first) * job->window;
        float gain = (float)wants[i].gain;
        for (size_t j = 0; j < count; j++)
            scores[block[j].docid - job->first] += gain * parts[j];
    }
}

/* `wants` are all of one stem. */
static pol_status add_stem(scan *job, const pol_scan_want *wants, size_t want_count,
                           pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_posting block[BLOCK];
    float parts[BLOCK];
    xc_error error = {0};
    xc_postings *postings = NULL;
    size_t count = BLOCK, inside = BLOCK;
    pol_span term = pol_term_make(POL_PREFIX_STEM, wants->stem, buffer);
    xc_status status =
        xc_postings_open(job->index->reader, pol_xc_bytes(term), false, &postings, &error);
    if (status == XC_OK && job->first > 1)
        status = xc_postings_skip_to(postings, job->first, &error);
    while (status == XC_OK && count == BLOCK && inside == count && !is_late(job)) {
        status = xc_postings_read(postings, block, BLOCK, &count, &error);
        inside = status == XC_OK ? weigh_block(job, block, count, parts) : 0;
        add_block(job, block, parts, inside, wants, want_count);
    }
    xc_postings_free(postings);
    return status == XC_OK ? POL_OK : pol_index_fail(job->index, &error, reterr);
}

/* --- one table of scores ---------------------------------------------------------- */

static void collect(const scan *job)
{
    for (size_t query = 0; query < job->batch; query++) {
        pol_scan_best *best = &job->best[job->batch_first + query];
        const float *scores = job->scores + query * job->window;
        double floor = pol_scan_best_floor(best);
        for (size_t i = 0; i < job->window; i++) {
            if (!(scores[i] > floor))
                continue;
            pol_scan_best_add(best, job->first + (xc_docid)i, scores[i]);
            floor = pol_scan_best_floor(best);
        }
    }
}

/* `wants` are those of the batch, by stem. */
static pol_status scan_window(scan *job, const pol_scan_want *wants, size_t count,
                              pol_error *reterr)
{
    pol_status status = POL_OK;
    memset(job->scores, 0, job->batch * job->window * sizeof *job->scores);
    for (size_t i = 0, end; i < count && status == POL_OK && !is_late(job); i = end) {
        for (end = i + 1; end < count && pol_span_equal(wants[end].stem, wants[i].stem); end++)
            continue;
        status = add_stem(job, wants + i, end - i, reterr);
    }
    if (status == POL_OK && !job->is_late)
        collect(job);
    return status;
}

static pol_status scan_batch(scan *job, pol_scan_want *wants, size_t count, pol_error *reterr)
{
    pol_status status = POL_OK;
    xc_docid last = job->lengths->last;
    pol_scan_terms_sort(wants, count);
    for (uint64_t first = 1; first <= last && status == POL_OK && !is_late(job);
         first += job->window) {
        job->first = (xc_docid)first;
        status = scan_window(job, wants, count, reterr);
    }
    for (size_t i = job->batch_first; i < job->batch_first + job->batch; i++) {
        if (job->is_late)
            job->best[i].count = 0;
        pol_scan_best_sort(&job->best[i]);
    }
    return status;
}

/* --- all queries ------------------------------------------------------------------ */

/* How many wants, which are sorted by query, are of queries before `query`. */
static size_t wants_before(const pol_scan_want *wants, size_t count, size_t from, size_t query)
{
    while (from < count && wants[from].query < query)
        from++;
    return from;
}

static pol_status scan_batches(scan *job, pol_scan_want *wants, size_t want_count, size_t count,
                               pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t at_once = job->scores_max / job->window;
    at_once = at_once < count ? at_once : count;
    job->scores = malloc(at_once * job->window * sizeof *job->scores);
    if (!job->scores)
        return fail_room(reterr);
    size_t from = 0;
    for (; job->batch_first < count && status == POL_OK && !is_late(job);
         job->batch_first += at_once) {
        job->batch = at_once < count - job->batch_first ? at_once : count - job->batch_first;
        size_t end = wants_before(wants, want_count, from, job->batch_first + job->batch);
        status = scan_batch(job, wants + from, end - from, reterr);
        from = end;
    }
    free(job->scores);
    return status;
}

static pol_status scan_local(scan *job, pol_scan_want *wants, size_t want_count, size_t count,
                             size_t depth, pol_arena *arena, pol_scan_hits *ret_hits,
                             pol_error *reterr)
{
    xc_error error = {0};
    xc_statistics statistics = {0};
    if (job->lengths->last == 0 || want_count == 0)
        return POL_OK;
    if (xc_reader_statistics(job->index->reader, &statistics, &error) != XC_OK)
        return pol_index_fail(job->index, &error, reterr);
    job->average = statistics.average_length;
    job->window = job->lengths->last < job->scores_max ? job->lengths->last : job->scores_max;
    depth = depth < job->lengths->last ? depth : job->lengths->last;
    job->best = pol_arena_array(arena, count, sizeof *job->best);
    pol_scan_hit *hits = pol_arena_array(arena, count * depth, sizeof *hits);
    if (!job->best || !hits)
        return pol_arena_is_full(arena, count * depth * sizeof *hits)
                   ? pol_fail(reterr, POL_LIMIT, 0, "too much is asked for at once")
                   : fail_room(reterr);
    for (size_t i = 0; i < count; i++)
        job->best[i] = (pol_scan_best){.hits = hits + i * depth, .depth = depth};
    pol_status status = scan_batches(job, wants, want_count, count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        ret_hits[i] = (pol_scan_hits){job->best[i].hits, job->best[i].count};
    return status;
}

static pol_status scan_elsewhere(scan *job, const pol_scan_want *wants, size_t want_count,
                                 size_t count, size_t depth, pol_arena *arena,
                                 pol_scan_hits *ret_hits, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0, from = 0; i < count && status == POL_OK && !is_late(job); i++) {
        size_t end = wants_before(wants, want_count, from, i + 1);
        status = pol_scan_match(job->index, wants + from, end - from, depth, arena, &ret_hits[i],
                                reterr);
        from = end;
    }
    return status;
}

static pol_status check_bounds(size_t count, size_t depth, pol_error *reterr)
{
    if (count > POL_SCAN_QUERIES_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "more than %d texts at once", POL_SCAN_QUERIES_MAX);
    if (depth < 1 || depth > POL_SCAN_DEPTH_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "passages wanted must be 1 to %d",
                        POL_SCAN_DEPTH_MAX);
    return POL_OK;
}

/* `job->lengths` stays NULL where the posting lists are elsewhere, or too long. */
static pol_status get_lengths(scan *job, pol_error *reterr)
{
    pol_error error = {0};
    if (!job->index->is_local)
        return POL_OK;
    pol_status status = pol_index_lengths(job->index, &job->lengths, &error);
    if (status == POL_OK || status == POL_LIMIT)
        return POL_OK;
    return pol_fail(reterr, status, 0, "%s", error.text);
}

pol_status pol_scan_within(pol_index *index, const pol_scan_query *queries, size_t count,
                           size_t depth, int64_t deadline_ns, size_t scores_max, pol_arena *arena,
                           pol_scan_hits *ret_hits, bool *ret_is_cut, pol_error *reterr)
{
    scan job = {.index = index, .deadline_ns = deadline_ns, .scores_max = scores_max};
    pol_scan_want *wants = NULL;
    size_t want_count = 0;
    *ret_is_cut = false;
    pol_status status = check_bounds(count, depth, reterr);
    if (status == POL_OK)
        status = pol_index_ensure(index, reterr);
    if (status != POL_OK || count == 0)
        return status;
    memset(ret_hits, 0, count * sizeof *ret_hits);
    status = pol_scan_terms_choose(index, queries, count, arena, &wants, &want_count, reterr);
    if (status == POL_OK)
        status = get_lengths(&job, reterr);
    if (status == POL_OK)
        status =
            job.lengths
                ? scan_local(&job, wants, want_count, count, depth, arena, ret_hits, reterr)
                : scan_elsewhere(&job, wants, want_count, count, depth, arena, ret_hits, reterr);
    *ret_is_cut = job.is_late;
    return status;
}

pol_status pol_scan(pol_index *index, const pol_scan_query *queries, size_t count, size_t depth,
                    int64_t deadline_ns, pol_arena *arena, pol_scan_hits *ret_hits,
                    bool *ret_is_cut, pol_error *reterr)
{
    return pol_scan_within(index, queries, count, depth, deadline_ns, POL_SCAN_SCORES_MAX, arena,
                           ret_hits, ret_is_cut, reterr);
}
