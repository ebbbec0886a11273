/* verify_test.c - phrases that the text, or the title, must bear out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "search/search.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

static const fixture_document documents[] = {
    {.id = "closed", .title = "Everyone at the kettle", .passages = {{.text = "Tea is hot."}}},
    {.id = "apart", .title = "Every one of the cups", .passages = {{.text = "Tea is cold."}}},
    {.id = "hyphen", .title = "Every-one counts", .passages = {{.text = "Tea is dear."}}},
    {.id = "part", .title = "Health-care staff", .passages = {{.text = "Tea is cheap."}}},
    {.id = "whole", .title = "Health staff", .passages = {{.text = "Tea is strong."}}},
    {.id = "text", .title = "Saucers", .passages = {{.text = "Everyone and every one."}}},
    {.id = "other", .title = "Spoons", .passages = {{.text = "Everyone at the kettle."}}},
};

static int open_documents(void **state)
{
    (void)state;
    lookup = fixture_of(&fix, documents, sizeof documents / sizeof *documents);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

static void expect_with(const char *query, pol_match match, pol_sort sort, const char *wanted)
{
    const pol_search_options options = {.count = 20, .match = match, .sort = sort};
    pol_results *results = NULL;
    pol_buffer ids;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    pol_buffer_init(&ids, 1 << 12);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        const pol_span id = pol_span_of(documents[i].id);
        for (size_t hit = 0; hit < results->hit_count; hit++) {
            if (!pol_span_equal(results->hits[hit].stored->document.id.text, id))
                continue;
            pol_buffer_add(&ids, ids.size ? POL_SPAN(" ") : POL_SPAN(""));
            pol_buffer_add(&ids, id);
        }
    }
    if (strcmp(ids.size ? ids.data : "", wanted) != 0)
        fail_msg("'%s': found '%s', not '%s'", query, ids.size ? ids.data : "", wanted);
    assert_true(results->total_is_exact);
    pol_buffer_done(&ids);
    pol_results_free(results);
}

/* By posting lists and by Xapian's matcher. */
static void expect(const char *query, pol_match match, const char *wanted)
{
    expect_with(query, match, POL_SORT_RELEVANCE, wanted);
    expect_with(query, match, POL_SORT_NEWEST, wanted);
}

static void titles_must_hold_it(void **state)
{
    (void)state;
    for (pol_match match = POL_MATCH_ALL; match <= POL_MATCH_ANY; match++) {
        expect("\"every one\"", match, "apart hyphen text");
        expect("\"health staff\"", match, "whole");
        expect("\"health care\"", match, "part");
        expect("\"care staff\"", match, "part");
        expect("title:\"every one\"", match, "apart hyphen");
        expect("title:\"health staff\"", match, "whole");
    }
}

static void texts_must_hold_it(void **state)
{
    (void)state;
    expect("\"at the kettle\"", POL_MATCH_ALL, "closed other");
    expect("\"one at\"", POL_MATCH_ANY, "");
    expect("tea -\"every one\"", POL_MATCH_ALL, "closed apart hyphen part whole");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_must_hold_it),
        cmocka_unit_test(texts_must_hold_it),
    };
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
