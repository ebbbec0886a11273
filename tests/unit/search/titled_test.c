/* titled_test.c - titles that begin a word as it was typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search/search.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

static const fixture_document documents[] = {
    {.id = "acronym", .title = "Help for SMEQs", .passages = {{.text = "Tea is hot."}}},
    {.id = "owner", .title = "Thomas’s kettle", .passages = {{.text = "Tea is cold."}}},
    {.id = "policy", .title = "Policies of pouring", .passages = {{.text = "Tea is dear."}}},
    {.id = "other", .title = "Polish and polite", .passages = {{.text = "Tea is cheap."}}},
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

/* The one document that is found, alone or where any of the words will do. */
static void expect(const char *query, pol_match match, const char *wanted)
{
    const pol_search_options options = {.count = 20, .match = match};
    pol_results *results = NULL;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    if (results->hit_count != 1)
        fail_msg("'%s': %zu hits", query, results->hit_count);
    pol_span found = results->hits[0].stored->document.id.text;
    if (!pol_span_equal(found, pol_span_of(wanted)))
        fail_msg("'%s': found '%.*s', not '%s'", query, POL_SPAN_ARGS(found), wanted);
    pol_results_free(results);
}

static void words_begin_so(void **state)
{
    (void)state;
    for (pol_match match = POL_MATCH_ALL; match <= POL_MATCH_ANY; match++) {
        expect("sm*", match, "acronym");
        expect("sme*", match, "acronym");
        expect("smeqs*", match, "acronym");
        expect("thom*", match, "owner");
        expect("thomass*", match, "owner");
        expect("polic*", match, "policy");
        expect("polis*", match, "other");
        expect("title:sm*", match, "acronym");
        expect("title:thom*", match, "owner");
    }
    expect("sm* zebra", POL_MATCH_ALL, "acronym");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_begin_so)};
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
