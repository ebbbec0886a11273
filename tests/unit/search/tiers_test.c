/* tiers_test.c - of many words the same ones are looked for, however hits are sorted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "search/local/units.h"
#include "search/search.h"
#include "tests/unit/search/fixture.h"

enum { WORDS = POL_UNITS_MAX + 8 };

static fixture fix;
static pol_index *lookup;
static pol_error error;

/* A document for each of the words w100, w101 ... and, behind the first POL_UNITS_MAX, another.
 */
static int open_documents(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (int i = 0; i < WORDS; i++) {
        char id[32], text[64];
        fixture_document document = {.id = id, .title = "Kettles", .passages = {{.text = text}}};
        snprintf(text, sizeof text, "The w%d boils.", 100 + i);
        for (int copy = 0; copy < (i < POL_UNITS_MAX ? 1 : 2); copy++) {
            snprintf(id, sizeof id, "d%d-%d", i, copy);
            fixture_add(&fix, &document);
        }
    }
    lookup = fixture_look(&fix);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

/* How many are found by so many of the words. */
static uint32_t count(int words, pol_sort sort, bool *ret_says_so)
{
    pol_buffer text;
    pol_results *results = NULL;
    const pol_search_options options = {.count = 1, .match = POL_MATCH_ANY, .sort = sort};
    pol_buffer_init(&text, 1 << 12);
    for (int i = 0; i < words; i++)
        pol_buffer_printf(&text, "w%d ", 100 + i);
    if (pol_search(lookup, pol_buffer_span(&text), &options, &results, &error) != POL_OK)
        fail_msg("%s", error.text);
    uint32_t total = results->total;
    *ret_says_so = results->note_count > 0;
    pol_results_free(results);
    pol_buffer_done(&text);
    return total;
}

static void the_most_telling_are_looked_for(void **state)
{
    (void)state;
    for (pol_sort sort = POL_SORT_RELEVANCE; sort <= POL_SORT_OLDEST; sort++) {
        bool says_so = false;
        assert_int_equal(count(POL_UNITS_MAX, sort, &says_so), POL_UNITS_MAX);
        assert_false(says_so);
        assert_int_equal(count(WORDS, sort, &says_so), POL_UNITS_MAX);
        assert_true(says_so);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_most_telling_are_looked_for)};
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
