/* pairs_test.c - documents that have two words side by side, as they were typed, come first. */
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

/* What differs is how the words stand; "apart" is the first by its number, where nothing else
 * tells. */
static const fixture_document documents[] = {
    {.id = "apart", .title = "Kettles", .passages = {{.text = "The STPs boil for urns, kettle."}}},
    {.id = "beside", .title = "Kettles", .passages = {{.text = "For the boil STPs kettle, urns."}}},
    {.id = "turned", .title = "Kettles", .passages = {{.text = "The kettle STPs boil, for urns."}}},
    {.id = "small", .title = "Saucers", .passages = {{.text = "The stps saucer, an STP for all."}}},
    {.id = "large", .title = "Saucers", .passages = {{.text = "The saucer stps, an STP for all."}}},
    {.id = "title",
     .title = "GPs teapot",
     .passages = {{.text = "GPs are many; a teapot is one."}}},
    {.id = "none", .title = "Teapot GPs", .passages = {{.text = "GPs are many; a teapot is one."}}},
};

static int open_documents(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (size_t i = sizeof documents / sizeof *documents; i-- > 0;)
        fixture_add(&fix, &documents[i]);
    lookup = fixture_look(&fix);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

/* The first document, and by how much it scores more than the second one. */
static double lead_of(const char *query, const char *wanted)
{
    const pol_search_options options = {.count = 20};
    pol_results *results = NULL;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    assert_true(results->hit_count > 1);
    pol_span first = results->hits[0].stored->document.id.text;
    if (!pol_span_equal(first, pol_span_of(wanted)))
        fail_msg("'%s': '%.*s' is the first, not '%s'", query, POL_SPAN_ARGS(first), wanted);
    double lead = results->hits[0].score - results->hits[1].score;
    pol_results_free(results);
    return lead;
}

static void words_stand_side_by_side(void **state)
{
    (void)state;
    assert_true(lead_of("boil stps", "beside") > 0);
    assert_true(lead_of("stps boil", "turned") >= 0);
    assert_true(lead_of("kettle urns", "beside") > 0);
}

/* "STPs" and "stps" are one exact word and two stems. */
static void plurals_of_acronyms_do(void **state)
{
    (void)state;
    assert_true(lead_of("stps kettle", "beside") > 0);
    assert_true(lead_of("STPs kettle", "beside") > 0);
    assert_true(lead_of("stps saucer", "small") > 0);
    assert_true(lead_of("STPs saucer", "small") > 0);
    assert_true(lead_of("gps teapot", "title") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_side_by_side),
        cmocka_unit_test(plurals_of_acronyms_do),
    };
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
