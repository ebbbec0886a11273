/* terms.c - see terms.h. Each stem's frequency is looked up once for all queries. */
#include "search/scan/terms.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"

static int by_stem(const void *left, const void *right)
{
    const pol_scan_want *a = left, *b = right;
    int order = pol_span_compare(a->stem, b->stem);
    return order ? order : a->query < b->query ? -1 : a->query > b->query;
}

static int by_gain(const void *left, const void *right)
{
    const pol_scan_want *a = left, *b = right;
    if (a->query != b->query)
        return a->query < b->query ? -1 : 1;
    if (a->gain != b->gain)
        return a->gain > b->gain ? -1 : 1;
    return pol_span_compare(a->stem, b->stem);
}

void pol_scan_terms_sort(pol_scan_want *wants, size_t count)
{
    qsort(wants, count, sizeof *wants, by_stem);
}

/* As Xapian has it, which keeps what stands in more than a third of all from weighing less than
 * nothing (Robertson 2004). */
static double inverse_frequency(uint32_t entries, uint32_t frequency)
{
    double odds = (entries - frequency + 0.5) / (frequency + 0.5);
    return log(odds < 2 ? odds * 0.5 + 1 : odds);
}

static size_t list_wants(const pol_scan_query *queries, size_t count, pol_scan_want *wants)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < queries[i].term_count; j++) {
            const pol_scan_term *term = &queries[i].terms[j];
            if (!term->stem.size || !(term->weight > 0) || !isfinite(term->weight))
                continue;
            if (wants)
                wants[total] = (pol_scan_want){
                    .stem = term->stem, .query = (uint32_t)i, .weight = term->weight};
            total++;
        }
    }
    return total;
}

/* `wants` are sorted by stem; those that no entry has are dropped. */
static pol_status look_up(pol_index *index, pol_scan_want *wants, size_t *count, pol_error *reterr)
{
    size_t kept = 0;
    uint32_t frequency = 0;
    double inverse = 0;
    for (size_t i = 0; i < *count; i++) {
        if (i == 0 || !pol_span_equal(wants[i].stem, wants[i - 1].stem)) {
            pol_status status =
                pol_index_frequency(index, POL_PREFIX_STEM, wants[i].stem, &frequency, reterr);
            if (status != POL_OK)
                return status;
            inverse = inverse_frequency(index->entries, frequency);
        }
        wants[i].frequency = frequency;
        wants[i].gain = wants[i].weight * inverse * (POL_SCAN_K1 + 1);
    }
    for (size_t i = 0; i < *count; i++)
        if (wants[i].frequency)
            wants[kept++] = wants[i];
    *count = kept;
    return POL_OK;
}

/* `wants` are sorted by query and gain. */
static size_t keep_telling(pol_scan_want *wants, size_t count)
{
    size_t kept = 0, of_query = 0;
    uint32_t query = UINT32_MAX;
    for (size_t i = 0; i < count; i++) {
        of_query = wants[i].query == query ? of_query + 1 : 0;
        query = wants[i].query;
        if (of_query < POL_SCAN_TERMS_MAX)
            wants[kept++] = wants[i];
    }
    return kept;
}

pol_status pol_scan_terms_choose(pol_index *index, const pol_scan_query *queries, size_t count,
                                 pol_arena *arena, pol_scan_want **ret_wants, size_t *ret_count,
                                 pol_error *reterr)
{
    size_t total = list_wants(queries, count, NULL);
    pol_scan_want *wants = pol_arena_array(arena, total + 1, sizeof *wants);
    *ret_wants = wants;
    *ret_count = 0;
    if (!wants)
        return pol_arena_is_full(arena, (total + 1) * sizeof *wants)
                   ? pol_fail(reterr, POL_LIMIT, 0, "these texts have too many words")
                   : pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    list_wants(queries, count, wants);
    pol_scan_terms_sort(wants, total);
    pol_status status = look_up(index, wants, &total, reterr);
    if (status != POL_OK)
        return status;
    qsort(wants, total, sizeof *wants, by_gain);
    *ret_count = keep_telling(wants, total);
    return POL_OK;
}
