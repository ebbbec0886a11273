/* spelling_test.c - words that are not there, and what is suggested instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search/search.h"
#include "tests/unit/search/collection.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

static int open_collection(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &lookup, &error), POL_OK);
    return 0;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static void unknown_words_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *query, *suggestion, *unknown; /* NULL: none */
    } rows[] = {
        {"libarries", "libraries", "libarries"},
        {"night buses midnigt", "night buses midnight", "midnigt"},
        {"pensoners -cold year:2014", "pensioners -cold year:2014", "pensoners"},
        {"zzzxqzzz", NULL, "zzzxqzzz"},
        {"midnight harbour", NULL, "harbour"}, /* partial; nothing near */
        {"night buses", NULL, NULL},
        {"workers year:1950", NULL, NULL}, /* only the filter is at fault */
        {"gpz", NULL, "gpz"},
        {"17", NULL, "17"}, /* to the short, everything is near */
        {"zzzq* midnight", NULL, "zzzq*"},
        {"midn* harbour", NULL, "harbour"},
        {"fai* harbour", NULL, "harbour"},    /* the word of a title */
        {"\"libraries public\"", NULL, NULL}, /* words that are there, not so */
        {"\"pubic libraries\"", "\"public libraries\"", "pubic"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_search_options options = {.count = 10};
        pol_results *results = NULL;
        assert_int_equal(pol_search(lookup, pol_span_of(rows[i].query), &options, &results, &error),
                         POL_OK);
        pol_span unknown = results->unknown_word_count ? results->unknown_words[0] : (pol_span){0};
        if (!pol_span_equal(results->suggestion, pol_span_of(rows[i].suggestion)) ||
            !pol_span_equal(unknown, pol_span_of(rows[i].unknown)) ||
            results->unknown_word_count > 1)
            fail_msg("'%s': suggestion '%.*s', unknown '%.*s' of %zu", rows[i].query,
                     POL_SPAN_ARGS(results->suggestion), POL_SPAN_ARGS(unknown),
                     results->unknown_word_count);
        pol_results_free(results);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(unknown_words_are_named)};
    return cmocka_run_group_tests_name("spelling", tests, open_collection, close_collection);
}
