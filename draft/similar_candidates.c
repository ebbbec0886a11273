/* similar_candidates.c - see similar_candidates.h. */
#include "draft/similar_candidates.h"

#include <stdlib.h>

#include "search/fetch.h"

enum { STEMS_MAX = 100000 }; /* of a text that is looked at: the first */

#define SATURATION 1.2 /* of a word's occurrences in the text that is asked about */

static pol_status fail_room(const pol_arena *arena, size_t size, pol_error *reterr)
{
    return pol_arena_is_full(arena, size)
               ? pol_fail(reterr, POL_LIMIT, 0, "the document is too long to be compared")
               : pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
}

/* --- the query -------------------------------------------------------------------- */

static int by_stem(const void *left, const void *right)
{
    const pol_scan_term *a = left, *b = right;
    return pol_span_compare(a->stem, b->stem);
}

/* Each stem once, with its occurrences, saturated. */
static pol_status make_query(pol_index *index, pol_span text, pol_arena *arena,
                             pol_scan_query *ret_query, pol_error *reterr)
{
    pol_token token;
    pol_scan_term *terms = NULL;
    size_t count = 0, capacity = 0, distinct = 0;
    pol_analyser_begin(index->analyser, text);
    while (count < STEMS_MAX && pol_analyser_next(index->analyser, &token)) {
        if (token.part || pol_is_stop_word(token.word))
            continue;
        terms = pol_arena_grow(arena, terms, count, &capacity, sizeof *terms);
        pol_span stem = pol_arena_copy(arena, token.stem);
        if (!terms || !stem.data)
            return fail_room(arena, sizeof *terms, reterr);
        terms[count++] = (pol_scan_term){stem, 1};
    }
    if (count)
        qsort(terms, count, sizeof *terms, by_stem);
    for (size_t i = 0; i < count; i++) {
        if (i && pol_span_equal(terms[i].stem, terms[distinct - 1].stem))
            terms[distinct - 1].weight += 1;
        else
            terms[distinct++] = terms[i];
    }
    for (size_t i = 0; i < distinct; i++)
        terms[i].weight /= terms[i].weight + SATURATION;
    *ret_query = (pol_scan_query){terms, distinct};
    return POL_OK;
}

/* --- passages to documents -------------------------------------------------------- */

static int by_id(const void *left, const void *right)
{
    const pol_similar_candidate *a = left, *b = right;
    return pol_span_compare(a->id, b->id);
}

static int by_score(const void *left, const void *right)
{
    const pol_similar_candidate *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return pol_span_compare(a->id, b->id);
}

static size_t sum_documents(pol_similar_candidate *found, size_t count)
{
    size_t documents = 0;
    qsort(found, count, sizeof *found, by_id);
    for (size_t i = 0; i < count; i++) {
        if (i && pol_span_equal(found[i].id, found[documents - 1].id))
            found[documents - 1].score += found[i].score;
        else
            found[documents++] = found[i];
    }
    qsort(found, documents, sizeof *found, by_score);
    return documents;
}

static int by_docid(const void *left, const void *right)
{
    const pol_scan_hit *a = left, *b = right;
    return a->docid < b->docid ? -1 : a->docid > b->docid;
}

/* In the order of the index, where neighbours are read together. */
static pol_status name_documents(pol_index *index, pol_scan_hits hits, pol_arena *arena,
                                 pol_similar_candidate *found, pol_error *reterr)
{
    pol_fetch fetch;
    uint32_t ordinal;
    pol_scan_hit *sorted = pol_arena_array(arena, hits.count + 1, sizeof *sorted);
    if (!sorted)
        return fail_room(arena, (hits.count + 1) * sizeof *sorted, reterr);
    memcpy(sorted, hits.hits, hits.count * sizeof *sorted);
    qsort(sorted, hits.count, sizeof *sorted, by_docid);
    pol_fetch_init(&fetch, index, arena);
    for (size_t i = 0; i < hits.count; i++) {
        pol_status status =
            pol_fetch_place(&fetch, sorted[i].docid, &found[i].id, &ordinal, reterr);
        if (status != POL_OK)
            return status;
        found[i].score = sorted[i].score;
    }
    return POL_OK;
}

pol_status pol_similar_candidates_find(pol_index *index, pol_span text, size_t depth,
                                       pol_arena *arena, pol_similar_candidate **ret_candidates,
                                       size_t *ret_count, pol_error *reterr)
{
    pol_scan_query query = {0};
    pol_scan_hits hits = {0};
    bool is_cut = false;
    *ret_candidates = NULL;
    *ret_count = 0;
    pol_status status = make_query(index, text, arena, &query, reterr);
    if (status == POL_OK)
        status = pol_scan(index, &query, 1, depth, 0, arena, &hits, &is_cut, reterr);
    if (status != POL_OK || hits.count == 0)
        return status;
    pol_similar_candidate *found = pol_arena_array(arena, hits.count + 1, sizeof *found);
    if (!found)
        return fail_room(arena, (hits.count + 1) * sizeof *found, reterr);
    status = name_documents(index, hits, arena, found, reterr);
    if (status != POL_OK)
        return status;
    *ret_candidates = found;
    *ret_count = sum_documents(found, hits.count);
    return POL_OK;
}
