/* suggest_test.c - what a begun query is completed to, and what never is suggested. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "search/suggest.h"
#include "tests/unit/search/collection.h"

static fixture fix;
static pol_index *lookup;

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
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

/* "word: night buses; title: Night buses (bus-2016)". */
static void expect(const char *text, size_t max, const char *wanted)
{
    pol_suggestions *found = NULL;
    pol_error error = {0};
    pol_buffer said;
    if (pol_suggest(lookup, pol_span_of(text), max, &found, &error) != POL_OK)
        fail_msg("'%s': %s", text, error.text);
    pol_buffer_init(&said, 1 << 14);
    for (size_t i = 0; i < found->count; i++) {
        const pol_suggestion *item = &found->items[i];
        pol_buffer_printf(&said, "%s%s: %.*s", i ? "; " : "", pol_suggestion_kind_code(item->kind),
                          POL_SPAN_ARGS(item->text));
        if (item->id.data)
            pol_buffer_printf(&said, " (%.*s)", POL_SPAN_ARGS(item->id));
        assert_true(item->documents > 0);
    }
    if (strcmp(said.size ? said.data : "", wanted) != 0)
        fail_msg("'%s'\nwanted %s\ngot    %s", text, wanted, said.size ? said.data : "");
    pol_buffer_done(&said);
    pol_suggestions_free(found);
}

static void the_last_word_is_completed(void **state)
{
    (void)state;
    expect("pensi", 5, "word: pensioners");
    expect("PENSI", 5, "word: pensioners");
    expect("\"closure of pensi", 5, "word: \"closure of pensioners");
    expect("Closure pensi", 5, "word: Closure pensioners");
    expect("wellb", 5, "word: wellbeing");
}

static void of_several_forms_one_is_enough(void **state)
{
    (void)state;
    expect("privat", 5, "word: private; word: privatisation"); /* and privatised, of one stem */
}

static void what_stands_behind_the_word_before_comes_first(void **state)
{
    (void)state;
    expect("free t", 5, "word: free travel");
    expect("the right to s", 1, "word: the right to strike");
    /* nothing does: then what is frequent */
    expect("zebra pensi", 5, "word: zebra pensioners");
}

static void titles_and_conferences_have_all_the_words(void **state)
{
    (void)state;
    expect("night b", 9,
           "word: night buses; title: Night buses for the late shift (bus-2018); "
           "title: Night buses (bus-2016)");
    expect("northern reg", 9, "word: northern region; conference: Northern Regional Conference");
    expect("conference tr", 9, "word: conference travel; conference: Transport Conference");
    expect("night buses for", 9,
           "title: Night buses for the late shift (bus-2018); "
           "title: Night buses (bus-2016)");
    expect("late nig", 9, "word: late night; title: Night buses for the late shift (bus-2018)");
}

static void each_kind_gets_its_share(void **state)
{
    (void)state;
    expect("night b", 1, "word: night buses");
    expect("night b", 2, "word: night buses; title: Night buses for the late shift (bus-2018)");
}

static void some_texts_are_not_completed(void **state)
{
    (void)state;
    static char long_text[POL_SUGGEST_TEXT_MAX + 2];
    memset(long_text, 'a', sizeof long_text - 1);
    static const char *const none[] = {"", " ", "zzz", "...", "\"", "th", "\xff\xfe", "harb"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        expect(none[i], 5, "");
    expect(long_text, 5, "");
    expect("decision:ca", 5, ""); /* a field's value is none of the words */
    expect("night buses ", 9,
           "title: Night buses for the late shift (bus-2018); "
           "title: Night buses (bus-2016)");
}

static void the_number_is_bounded(void **state)
{
    (void)state;
    pol_suggestions *found = NULL;
    pol_error error;
    assert_int_equal(pol_suggest(lookup, POL_SPAN("pay"), 0, &found, &error), POL_USAGE);
    assert_int_equal(pol_suggest(lookup, POL_SPAN("pay"), POL_SUGGEST_MAX + 1, &found, &error),
                     POL_USAGE);
    assert_null(found);
}

/* What is remembered of an index ends with its revision. */
static void another_revision_is_seen(void **state)
{
    (void)state;
    static const fixture_document late = {
        .id = "late",
        .title = "Quilts",
        .conference = "2020 Quilt Conference",
        .conference_name = "Quilt Conference",
        .year = 2020,
        .passages = {{"Conference notes quilts and quinces.", NULL, POL_CLAUSE_NOTES,
                      POL_DECISION_NONE, 0}}};
    bool has_moved = false;
    pol_error error;
    expect("q", 9, "");
    expect("quil", 9, "");
    fixture_add(&fix, &late);
    fixture_commit(&fix);
    assert_int_equal(pol_index_refresh(lookup, &has_moved, &error), POL_OK);
    assert_true(has_moved);
    expect("q", 9, "word: quilts; word: quinces; conference: Quilt Conference");
    expect("quil", 9, "word: quilts; conference: Quilt Conference; title: Quilts (late)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_is_completed),
        cmocka_unit_test(of_several_forms_one_is_enough),
        cmocka_unit_test(what_stands_behind_the_word_before_comes_first),
        cmocka_unit_test(titles_and_conferences_have_all_the_words),
        cmocka_unit_test(each_kind_gets_its_share),
        cmocka_unit_test(some_texts_are_not_completed),
        cmocka_unit_test(the_number_is_bounded),
        cmocka_unit_test(another_revision_is_seen),
    };
    return cmocka_run_group_tests_name("suggest", tests, open_collection, close_collection);
}
