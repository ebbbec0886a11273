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
        {"boxes", NULL, "boxes"},   /* "buses": two letters of five */
        {"eights", NULL, "eights"}, /* "night": two of six, the first among them */
        {"midnghts", "midnight", "midnghts"},
        {"buses agains", NULL, "agains"}, /* "against" would search for less */
        {"17", NULL, "17"},               /* to the short, everything is near */
        {"zzzq* midnight", NULL, "zzzq*"},
        {"midn* harbour", NULL, "harbour"},
        {"fai* harbour", NULL, "harbour"},         /* the word of a title */
        {"\"libraries public\"", NULL, NULL},      /* words that are there, not so */
        {"buses 2016", "buses year:2016", "2016"}, /* what documents are, not what they say */
        {"2016", "year:2016", "2016"},
        {"buses 1950", NULL, "1950"},
        {"midnight remitted", "midnight decision:remitted", "remitted"},
        {"\"midnight remitted\"", NULL, "remitted"},
        {"\"pubic libraries\"", "\"public libraries\"", "pubic"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_search_options options = {.count = 10, .keeps_spelling = true};
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

static pol_results *find(const char *query, const pol_search_options *options)
{
    pol_results *results = NULL;
    if (pol_search(lookup, pol_span_of(query), options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    return results;
}

/* What is searched for instead of what was typed: NULL for nothing. */
static void expect_corrected(const char *query, const pol_search_options *options,
                             const char *wanted)
{
    pol_results *results = find(query, options);
    if (!pol_span_equal(results->corrected, pol_span_of(wanted)))
        fail_msg("'%s': corrected to '%.*s'", query, POL_SPAN_ARGS(results->corrected));
    assert_true(pol_span_equal(results->query, pol_span_of(query)));
    pol_results_free(results);
}

static void what_is_sure_is_searched_for(void **state)
{
    (void)state;
    static const struct {
        const char *query, *corrected;
    } rows[] = {
        {"libarries", "libraries"},
        {"LIBARRIES", "LIBRARIES"},
        {"night buses midnigt", "night buses midnight"},
        {"pensoners -cold year:2014", "pensioners -cold year:2014"},
        {"pensoners year:1950", "pensioners year:1950"}, /* filters change nothing */
        {"pensoners -workers", "pensioners -workers"},
        {"\"libarries public\"", NULL}, /* nothing has that either */
        {"libarries harbour", NULL},
        {"\"public libarries\"", "\"public libraries\""},
        {"midnight OR libarries", NULL}, /* something has what was asked for */
        {"wrkers", NULL},                /* unless that was it */
        {"tibraries", NULL},
        {"zzzxqzzz", NULL},
    };
    const pol_search_options all = {.count = 10}, any = {.count = 10, .match = POL_MATCH_ANY};
    const pol_search_options typed = {.count = 10, .keeps_spelling = true};
    const pol_search_options literal = {.count = 10, .is_literal = true};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_corrected(rows[i].query, &all, rows[i].corrected);
    expect_corrected("libarries", &any, "libraries");
    expect_corrected("libarries midnight", &any, NULL); /* one is there */
    expect_corrected("libarries", &typed, NULL);
    expect_corrected("libarries", &literal, NULL);
}

static void corrections_are_said(void **state)
{
    (void)state;
    const pol_search_options options = {.count = 10, .wants_facets = true};
    pol_results *right = find("libraries", &options), *wrong = find("libarries", &options);
    assert_int_equal(wrong->note_count, 1);
    assert_string_equal(wrong->notes[0],
                        "nothing has ‘libarries’: this is what was found for ‘libraries’");
    assert_int_equal(wrong->unknown_word_count, 1);
    assert_true(pol_span_equal(wrong->unknown_words[0], POL_SPAN("libarries")));
    assert_null(wrong->suggestion.data);
    assert_true(pol_span_equal(wrong->understood, right->understood));
    assert_int_equal(wrong->total, right->total);
    assert_int_equal(wrong->facet_count, right->facet_count);
    assert_true(wrong->hit_count && wrong->hits[0].highlight_count);
    pol_results_free(right);
    pol_results_free(wrong);
}

/* Half of the words or more nowhere: what was found is about something else. */
static void what_is_lacking_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *query, *rest, *other; /* NULL: nothing is lacking; the last other word */
        bool is_off_subject;
    } rows[] = {
        {"midnight harbour", "midnight", "midnight", true},
        {"what is our policy on harbour  midnight?", "what is our policy on  midnight?", "midnight",
         true},
        {"night buses harbour year:2014..", "night buses year:2014..", "buses", false},
        {"harbour ferries night buses", "night buses", "buses", true},
        {"zzzq* midnight", "midnight", "midnight", true},
        {"midn* harbour", "midn*", "midn*", true},
        {"\"harbour ferries\" midnight", "\"\" midnight", "midnight", true},
        {"midnight midnight harbour", "midnight midnight", "midnight", true},
        {"harbour", NULL, NULL, false},
        {"harbour ferries", NULL, NULL, false},
        {"midnight", NULL, NULL, false},
        {"midnight OR harbour", NULL, NULL, false},
        {"workers year:1950", NULL, NULL, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pol_search_options options = {.count = 10, .keeps_spelling = true};
        pol_results *results = find(rows[i].query, &options);
        size_t count = results->other_word_count;
        pol_span other = count ? results->other_words[count - 1] : (pol_span){0};
        if (!pol_span_equal(results->rest, pol_span_of(rows[i].rest)) ||
            !pol_span_equal(other, pol_span_of(rows[i].other)) ||
            results->lacks_words != (rows[i].rest != NULL) ||
            results->is_off_subject != rows[i].is_off_subject)
            fail_msg("'%s': rest '%.*s', last of %zu other words '%.*s', %d %d", rows[i].query,
                     POL_SPAN_ARGS(results->rest), count, POL_SPAN_ARGS(other),
                     results->lacks_words, results->is_off_subject);
        pol_results_free(results);
    }
    const pol_search_options any = {.count = 10, .match = POL_MATCH_ANY, .keeps_spelling = true};
    pol_results *results = find("midnight harbour", &any); /* was asked for */
    assert_true(results->hit_count && !results->lacks_words);
    pol_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words_are_named),
        cmocka_unit_test(what_is_lacking_is_told),
        cmocka_unit_test(what_is_sure_is_searched_for),
        cmocka_unit_test(corrections_are_said),
    };
    return cmocka_run_group_tests_name("spelling", tests, open_collection, close_collection);
}
