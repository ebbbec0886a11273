/* memory_test.c - each allocation of a search refused in turn: it fails cleanly, or the
 * answer is the same as ever. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "search/listing.h"
#include "search/render.h"
#include "search/search.h"
#include "search/suggest.h"
#include "tests/unit/core/failing_alloc.h"
#include "tests/unit/search/collection.h"

enum { ALLOCATIONS = 250 }; /* more than any of the queries makes */

static const char *const queries[] = {
    "motions lost at health conference 2014",
    "night buses",
    "\"right to strike\" OR closure -pensioners",
    "co-operat* travel decision:policy year:2010..2020",
    "pay NEAR/5 freeze \"twin-track approach\" (wages OR salaries)",
    "Composite C",
    "libarries by:harbour",
};

/* A motion whose composite is another document of the collection. */
static pol_relation tie = {.kind = POL_RELATION_COMPOSITED_IN, .id = POL_SPAN("bus-2016")};
static const pol_overlay overlay = {.relations = &tie, .relation_count = 1};
static const fixture_document tied = {
    .id = "tied-2016",
    .title = "Fares at night",
    .decision = POL_DECISION_COMPOSITED,
    .overlay = &overlay,
    .passages = {{.text = "Conference calls for one fare:"}, {.text = "half.", .lead_in = 1}}};

static fixture fix;
static pol_index *lookup;

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_add(&fix, &tied);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &lookup, &error) != POL_OK;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static char *tree_of(const char *text, pol_status *ret_status)
{
    pol_query *query = NULL;
    pol_error error = {0};
    pol_buffer buffer;
    bool is_read;
    *ret_status = pol_query_parse(pol_span_of(text), false, &query, &error);
    if (*ret_status == POL_OK)
        *ret_status = pol_query_read_outcomes(query, &is_read, &error);
    fail_alloc_never();
    if (*ret_status != POL_OK) {
        pol_query_free(query);
        assert_int_equal(error.status, *ret_status);
        return NULL;
    }
    pol_buffer_init(&buffer, 1 << 16);
    pol_query_print(query, &buffer);
    pol_query_free(query);
    return buffer.data; /* to be freed */
}

static void queries_are_whole_or_refused(void **state)
{
    (void)state;
    pol_status status;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        size_t refused = 0;
        char *wanted = tree_of(queries[i], &status);
        assert_non_null(wanted);
        for (int count = 0; count < ALLOCATIONS; count++) {
            fail_alloc_after(count);
            char *tree = tree_of(queries[i], &status);
            if (status == POL_OK)
                assert_string_equal(tree, wanted);
            else
                assert_int_equal(status, POL_NOMEM);
            refused += status != POL_OK;
            free(tree);
        }
        assert_true(refused > 2 && refused < ALLOCATIONS);
        free(wanted);
    }
}

static void searches_are_whole_or_refused(void **state)
{
    (void)state;
    pol_error error;
    static const pol_search_options options = {.count = 10, .wants_facets = true};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        size_t refused = 0;
        pol_results *wanted = NULL, *results = NULL;
        assert_int_equal(pol_search(lookup, pol_span_of(queries[i]), &options, &wanted, &error),
                         POL_OK);
        for (int count = 0; count < ALLOCATIONS; count++) {
            fail_alloc_after(count);
            pol_status status =
                pol_search(lookup, pol_span_of(queries[i]), &options, &results, &error);
            fail_alloc_never();
            if (status == POL_OK) {
                if (results->total != wanted->total || results->hit_count != wanted->hit_count)
                    fail_msg("'%s', allocation %d refused: %u results, not %u", queries[i], count,
                             (unsigned)results->total, (unsigned)wanted->total);
                assert_int_equal(results->hidden_not_stated, wanted->hidden_not_stated);
            } else {
                assert_int_equal(status, POL_NOMEM);
                assert_null(results);
            }
            refused += status != POL_OK;
            pol_results_free(results);
        }
        assert_true(refused > 2 && refused < ALLOCATIONS);
        pol_results_free(wanted);
    }
}

/* A document as it is printed, with what it is tied to. */
static char *shown_as_json(pol_status *ret_status)
{
    static const pol_render_options options = {.width = 0};
    pol_shown *shown = NULL;
    pol_error error = {0};
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    *ret_status = pol_show(lookup, pol_span_of(tied.id), &shown, &error);
    if (*ret_status == POL_OK) {
        pol_render_document(POL_OUTPUT_JSON, shown->stored, &options, &buffer);
        pol_render_document(POL_OUTPUT_TEXT, shown->stored, &options, &buffer);
        *ret_status = buffer.status;
    }
    fail_alloc_never();
    pol_shown_free(shown);
    return buffer.data; /* to be freed */
}

static void documents_are_whole_or_refused(void **state)
{
    (void)state;
    pol_status status;
    size_t refused = 0;
    char *wanted = shown_as_json(&status);
    assert_int_equal(status, POL_OK);
    assert_non_null(strstr(wanted, "\"lead_in_of\":[2]"));
    assert_non_null(strstr(wanted, "\"number\":\"Composite C\",\"title\":\"Night buses\""));
    for (int count = 0; count < ALLOCATIONS; count++) {
        fail_alloc_after(count);
        char *shown = shown_as_json(&status);
        if (status == POL_OK)
            assert_string_equal(shown, wanted);
        else
            assert_int_equal(status, POL_NOMEM);
        refused += status != POL_OK;
        free(shown);
    }
    assert_true(refused > 2 && refused < ALLOCATIONS);
    free(wanted);
}

/* --- what browsing asks ----------------------------------------------------------- */

/* Writes what it found to `said`; fails only as the call did. */
typedef pol_status browse(pol_buffer *said, pol_error *reterr);

static pol_status browse_list(pol_buffer *said, pol_error *reterr)
{
    static const pol_listing_options options = {.conference = POL_SPAN("Transport Conference"),
                                                .count = 10};
    pol_listing *listing = NULL;
    pol_status status = pol_listing_make(lookup, &options, &listing, reterr);
    fail_alloc_never();
    for (size_t i = 0; listing && i < listing->count; i++)
        pol_buffer_add(said, listing->entries[i].id);
    pol_listing_free(listing);
    return status;
}

static pol_status browse_neighbours(pol_buffer *said, pol_error *reterr)
{
    pol_neighbours near;
    pol_status status = pol_neighbours_find(lookup, POL_SPAN("bus-2016"), &near, reterr);
    fail_alloc_never();
    if (status == POL_OK)
        pol_buffer_printf(said, "%zu %zu", near.previous->count, near.next->count);
    pol_neighbours_done(&near);
    return status;
}

static pol_status browse_outline(pol_buffer *said, pol_error *reterr)
{
    pol_outline *outline = NULL;
    pol_status status = pol_outline_make(lookup, &outline, reterr);
    fail_alloc_never();
    for (size_t i = 0; outline && i < outline->conference_count; i++)
        pol_buffer_printf(said, "%.*s %u ", POL_SPAN_ARGS(outline->conferences[i].name),
                          outline->conferences[i].documents);
    pol_outline_free(outline);
    return status;
}

/* From the start, with nothing remembered of the index. */
static pol_status browse_suggestions(pol_buffer *said, pol_error *reterr)
{
    pol_suggestions *found = NULL;
    pol_status status = pol_suggest(lookup, POL_SPAN("night b"), 9, &found, reterr);
    fail_alloc_never();
    for (size_t i = 0; found && i < found->count; i++)
        pol_buffer_add(said, found->items[i].text);
    pol_suggestions_free(found);
    return status;
}

static pol_status browse_chart(pol_buffer *said, pol_error *reterr)
{
    static const pol_search_filter filter = {POL_FIELD_CONFERENCE, POL_SPAN("Transport Conference"),
                                             true};
    static const pol_search_options options = {.count = 5,
                                               .wants_chart = true,
                                               .timeout_ms = 60000,
                                               .filters = &filter,
                                               .filter_count = 1};
    pol_results *results = NULL;
    pol_status status = pol_search(lookup, POL_SPAN("buses"), &options, &results, reterr);
    fail_alloc_never();
    for (size_t i = 0; results && i < results->chart_count; i++)
        pol_buffer_printf(said, "%d %u ", results->chart[i].year, results->chart[i].documents);
    pol_results_free(results);
    return status;
}

static void browsing_is_whole_or_refused(void **state)
{
    (void)state;
    static browse *const all[] = {browse_list, browse_neighbours, browse_outline,
                                  browse_suggestions, browse_chart};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        pol_error error = {0};
        pol_buffer wanted, said;
        size_t refused = 0;
        pol_buffer_init(&wanted, 1 << 12);
        assert_int_equal(all[i](&wanted, &error), POL_OK);
        assert_true(wanted.size > 0);
        for (int count = 0; count < ALLOCATIONS; count++) {
            assert_int_equal(pol_index_reopen(lookup, &error), POL_OK);
            pol_buffer_init(&said, 1 << 12);
            fail_alloc_after(count);
            pol_status status = all[i](&said, &error);
            if (status == POL_OK)
                assert_string_equal(said.data, wanted.data);
            else
                assert_int_equal(status, POL_NOMEM);
            refused += status != POL_OK;
            pol_buffer_done(&said);
        }
        assert_true(refused > 2 && refused < ALLOCATIONS);
        pol_buffer_done(&wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(queries_are_whole_or_refused),
        cmocka_unit_test(searches_are_whole_or_refused),
        cmocka_unit_test(documents_are_whole_or_refused),
        cmocka_unit_test(browsing_is_whole_or_refused),
    };
    return cmocka_run_group_tests_name("memory", tests, open_collection, close_collection);
}
