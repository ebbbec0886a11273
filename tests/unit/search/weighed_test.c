/* weighed_test.c - search/local/weighed.h: a list has what search/local/score.h gives each document
 * by itself.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/schema.h"
#include "search/evaluate/frequency.h"
#include "search/local/weighed.h"
#include "tests/unit/search/fixture.h"

enum { MADE = 200 };

static fixture fix;
static pol_index *lookup;
static const pol_lengths *lengths;
static pol_arena arena;
static pol_error error;

static int open_documents(void **state)
{
    static const char *const texts[] = {
        "A kettle for the canteen.", "Kettles and the well-being of the canteen; a kettle.",
        "Wellbeing, in the canteens.", "Beings that are well have canned tea and a kettle."};
    (void)state;
    fixture_open(&fix);
    for (uint32_t i = 0; i < MADE; i++) {
        char id[16];
        snprintf(id, sizeof id, "made-%u", i);
        const fixture_document document = {
            .id = id,
            .title = i % 5 ? "Tea" : "Kettles",
            .passages = {{.text = texts[i % 4]}, {.text = texts[i % 3 ? 2 : i % 4]}}};
        fixture_add(&fix, &document);
    }
    fixture_commit(&fix);
    pol_arena_init(&arena, 64 << 20);
    assert_int_equal(pol_index_open(fix.index, &lookup, &error), POL_OK);
    assert_int_equal(pol_index_lengths(lookup, &lengths, &error), POL_OK);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

/* In every document; returns in how many it weighs. */
static size_t assert_same(const pol_node *word)
{
    size_t count = 0;
    pol_weighed weighed;
    const pol_unit unit = {.word = word, .factor = 1.5};
    assert_int_equal(pol_weigh_unit(lookup, lengths, &unit, &arena, &weighed, &error), POL_OK);
    for (xc_docid head = 1; head <= lengths->last; head++) {
        pol_scoring scoring;
        const pol_set one = {&head, 1};
        if (!pol_lengths_is_head(lengths, head))
            continue;
        assert_int_equal(pol_scoring_begin(&scoring, lookup, lengths, &one, true, &arena, &error),
                         POL_OK);
        assert_int_equal(pol_score_unit(&scoring, &unit, &error), POL_OK);
        double found = weighed.gain * pol_impacts_at(weighed.impacts, head);
        assert_true(fabs(found - scoring.scores[0]) <= 1e-12 * scoring.scores[0]);
        assert_true(found <= weighed.most);
        count += found > 0;
    }
    assert_int_equal(weighed.impacts->count, count);
    return count;
}

static void weighs_stems(void **state)
{
    (void)state;
    pol_node word = {.type = POL_NODE_WORD, .stem = POL_SPAN("kettl")};
    for (int again = 0; again < 2; again++) {
        assert_true(assert_same(&word) > MADE / 2);
        pol_impacts_trim(lookup);
    }
    word.stem = POL_SPAN("missing");
    assert_int_equal(assert_same(&word), 0);
}

static void weighs_two_stems_as_one_word(void **state)
{
    (void)state;
    pol_node word = {
        .type = POL_NODE_WORD, .stem = POL_SPAN("kettl"), .other_stem = POL_SPAN("canteen")};
    size_t both = assert_same(&word);
    word.other_stem = POL_SPAN("missing");
    assert_true(assert_same(&word) < both);
    word.other_stem = word.stem;
    assert_same(&word);
}

static void weighs_compounds(void **state)
{
    (void)state;
    pol_span parts[] = {POL_SPAN("well"), POL_SPAN("being")};
    pol_span stems[] = {POL_SPAN("well"), POL_SPAN("be")};
    const pol_node word = {.type = POL_NODE_WORD,
                           .stem = POL_SPAN("wellb"),
                           .part_count = 2,
                           .parts = parts,
                           .part_stems = stems};
    assert_true(assert_same(&word) > 0);
}

static void weighs_prefixes(void **state)
{
    (void)state;
    static const char *const prefixes[] = {"can", "k", "canned", "zebra"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        const pol_node word = {.type = POL_NODE_PREFIX, .word = pol_span_of(prefixes[i])};
        assert_int_equal(assert_same(&word) > 0, i != 3);
    }
}

static void remembers_frequencies(void **state)
{
    (void)state;
    static const char *const terms[] = {"Zkettl", "kettle", "kettles", "Zmissing",
                                        "a term that is longer than what is remembered of any"};
    for (int again = 0; again < 2; again++) {
        for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
            xc_error xc = {0};
            uint32_t documents = 1, wanted = 0;
            uint64_t occurrences = 1, all = 0;
            pol_span term = pol_span_of(terms[i]);
            assert_int_equal(
                xc_reader_term_frequency(lookup->reader, pol_xc_bytes(term), &wanted, &xc), XC_OK);
            assert_int_equal(
                xc_reader_collection_frequency(lookup->reader, pol_xc_bytes(term), &all, &xc),
                XC_OK);
            assert_int_equal(pol_frequency_documents(lookup, term, &documents, &error), POL_OK);
            assert_int_equal(pol_frequency_occurrences(lookup, term, &occurrences, &error), POL_OK);
            assert_int_equal(documents, wanted);
            assert_int_equal(occurrences, all);
            assert_int_equal(documents > 0, i < 3);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighs_stems),          cmocka_unit_test(weighs_two_stems_as_one_word),
        cmocka_unit_test(weighs_compounds),      cmocka_unit_test(weighs_prefixes),
        cmocka_unit_test(remembers_frequencies),
    };
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
