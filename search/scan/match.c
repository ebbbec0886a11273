/* match.c - see match.h. */
#include "search/scan/match.h"

#include "core/schema.h"
#include "search/plan/builder.h"

/* k1, k2, k3, b and the least normalised length: the formula of scan.h. */
static const xc_weight weight = {
    .scheme = XC_WEIGHT_BM25, .parameter_count = 5, .parameters = {POL_SCAN_K1, 0, 1, 1, 0}};

static pol_status copy_hits(const xc_matches *matches, pol_arena *arena, pol_scan_hits *ret_hits,
                            pol_error *reterr)
{
    size_t count = xc_matches_count(matches);
    pol_scan_hit *hits = pol_arena_array(arena, count + 1, sizeof *hits);
    if (!hits)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    for (size_t i = 0; i < count; i++) {
        const xc_match *match = xc_matches_at(matches, i);
        hits[i] = (pol_scan_hit){match->docid, match->weight};
    }
    *ret_hits = (pol_scan_hits){hits, count};
    return POL_OK;
}

pol_status pol_scan_match(pol_index *index, const pol_scan_want *wants, size_t count, size_t depth,
                          pol_arena *arena, pol_scan_hits *ret_hits, pol_error *reterr)
{
    pol_builder builder;
    pol_expr_list terms = {0};
    xc_search search;
    xc_matches *matches = NULL;
    xc_error error = {0};
    *ret_hits = (pol_scan_hits){0};
    if (count == 0)
        return POL_OK;
    pol_builder_init(&builder);
    for (size_t i = 0; i < count; i++) {
        pol_expr *term = pol_build_term(&builder, POL_PREFIX_STEM, wants[i].stem);
        pol_expr_list_add(&builder, &terms, pol_build_scale(&builder, term, wants[i].weight));
    }
    xc_search_init(&search);
    search.query = pol_expr_xapian(pol_build_list(&builder, XC_OR, &terms, 0));
    search.weight = &weight;
    search.count = (uint32_t)depth;
    pol_status status = POL_OK;
    if (!search.query)
        status = pol_index_fail(index, &builder.error, reterr);
    else if (xc_reader_search(index->reader, &search, &matches, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    else
        status = copy_hits(matches, arena, ret_hits, reterr);
    xc_matches_free(matches);
    pol_builder_done(&builder);
    return status;
}
