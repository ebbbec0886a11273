/* aids_test.c - remarks on a draft, by an index that spells some acronyms out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "document/reader.h"
#include "draft/aids.h"
#include "search/index.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *index_;
static pol_arena arena;
static pol_error error;
static const pol_aid *aids;
static size_t aid_count;

static fixture_document motion(const char *id, const char *text)
{
    return (fixture_document){.id = id,
                              .title = "Kettles",
                              .conference_name = "Kettle Conference",
                              .year = 2019,
                              .decision = POL_DECISION_CARRIED,
                              .passages = {{.text = text, .clause = POL_CLAUSE_NOTES}}};
}

static int open_index(void **state)
{
    (void)state;
    const fixture_document documents[] = {
        motion("a", "Conference notes the Spout Testing Plans (STPs) of the north."),
        motion("b", "Conference rejects the spout testing plans (STPs) altogether."),
        motion("c", "Each Spout Testing Plan (STP) costs more than a kettle."),
        motion("d", "No STP was ever published."),
        motion("e", "The Samovar Trading Panel (STP) met once."),
        motion("f", "The Lid Board Council (LBC) met."),
        motion("g", "The Lead Boiler Code (LBC) was written."),
        motion("h", "A strain in the supply, a strain on us, and a strain on lids."),
    };
    pol_arena_init(&arena, 64 << 20);
    fixture_open(&fix);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        fixture_add(&fix, &documents[i]);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &index_, &error), POL_OK);
    return 0;
}

static int close_index(void **state)
{
    (void)state;
    pol_index_free(index_);
    fixture_close(&fix);
    pol_arena_done(&arena);
    return 0;
}

static void find(const char *text, const pol_profile *profile)
{
    static pol_extracted extracted;
    static pol_draft draft;
    if (pol_draft_read(pol_span_of(text), &arena, &extracted, &error) != POL_OK ||
        pol_draft_make(&extracted.documents[0].document, &arena, &draft, &error) != POL_OK ||
        pol_aids_find(index_, &draft, profile, &arena, &aids, &aid_count, &error) != POL_OK)
        fail_msg("%s", error.text);
}

static void show(void)
{
    for (size_t i = 0; i < aid_count; i++)
        print_message("%s %u: %.*s\n", pol_aid_code(aids[i].kind), (unsigned)aids[i].clause,
                      POL_SPAN_ARGS(aids[i].text));
}

static void expect(size_t at, pol_aid_kind kind, const char *text)
{
    if (at >= aid_count || aids[at].kind != kind ||
        !pol_span_equal(aids[at].text, pol_span_of(text))) {
        show();
        fail_msg("remark %zu is not: %s", at, text);
    }
}

static void expect_none(void)
{
    show();
    assert_int_equal(aid_count, 0);
}

/* --- acronyms ------------------------------------------------------------------------- */

static void test_an_acronym_with_the_spelling_of_the_index(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes that the STPs have failed.\n\nConference instructs the "
         "National Executive Council to oppose each STP.\n",
         NULL);
    assert_int_equal(aid_count, 1);
    expect(0, POL_AID_ACRONYM,
           "“STPs” is not spelt out: where it first stands, write “Spout Testing Plans (STPs)”, "
           "as 3 documents here do.");
    assert_int_equal(aids[0].clause, 1);
    assert_true(pol_span_equal(aids[0].word, POL_SPAN("STP")));
}

static void test_the_singular_of_one_used_so(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes that the STP has failed in every town of the land.\n", NULL);
    expect(0, POL_AID_ACRONYM,
           "“STP” is not spelt out: where it first stands, write “Spout Testing Plan (STP)”, as 3 "
           "documents here do.");
}

static void test_spellings_that_disagree_are_not_offered(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes that the LBC has failed in every town of the land.\n", NULL);
    expect(0, POL_AID_ACRONYM,
           "“LBC” is not spelt out: where it first stands, write it in full, with “(LBC)” behind "
           "it.");
}

static void test_an_acronym_that_no_document_has(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes that the QXZ has failed in every town of the land.\n", NULL);
    expect(0, POL_AID_ACRONYM,
           "“QXZ” is not spelt out: where it first stands, write it in full, with “(QXZ)” behind "
           "it.");
    assert_int_equal(aid_count, 1);
}

static void test_what_the_draft_spells_out_itself(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes the Spout Testing Plans (STPs) of the north, and that the "
         "STPs failed.\n",
         NULL);
    expect_none();
    find("Kettles\n\nConference notes the Spout Testing Plans of the north, and that the STPs "
         "failed.\n",
         NULL);
    expect_none();
}

static void test_what_is_known_or_a_word_in_capitals(void **state)
{
    (void)state;
    find("Kettles\n\nConference notes that the NHS must NEVER be under STRAIN, as UNISON says.\n",
         NULL);
    expect_none();
    find("Kettles\n\nConference says that this is UNBEARABLE for us all, and for the children.\n",
         NULL);
    expect_none();
}

static void test_a_profile_knows_acronyms(void **state)
{
    (void)state;
    const pol_span known[] = {POL_SPAN("stp")};
    const pol_profile knows = {.known_acronyms = known, .known_acronym_count = 1};
    const pol_profile ignores = {.ignores_acronyms = true};
    const char *text = "Kettles\n\nConference notes that the STPs have failed in every town.\n";
    find(text, &knows);
    expect_none();
    find(text, &ignores);
    expect_none();
}

static void test_no_more_remarks_than_are_of_use(void **state)
{
    (void)state;
    char text[8000] = "Kettles\n\nConference notes with the greatest alarm and concern that ";
    for (int i = 0; i < 120; i++) {
        char word[40];
        snprintf(word, sizeof word, "the board of Z%cX%c met, ", 'A' + i % 26, 'A' + i / 26);
        strcat(text, word);
    }
    find(text, NULL);
    assert_int_equal(aid_count, POL_AIDS_MAX);
}

/* --- length --------------------------------------------------------------------------- */

static const char long_text[] = "A title of five words\n\n"
                                "Conference notes \u2013 with alarm \u2013 that tea is dear.\n\n"
                                "Conference instructs the National Executive Council to:\n\n"
                                "1) Boil less water.\n\n"
                                "2) Buy a kettle.\n";

static void test_length_against_limits(void **state)
{
    (void)state;
    const pol_profile strict = {.words_max = 20, .title_words_max = 4, .points_max = 1};
    find(long_text, &strict);
    assert_int_equal(aid_count, 3);
    expect(0, POL_AID_LENGTH,
           "The motion has 21 words, 1 over the limit of 20 (its title is not counted): shorten "
           "it.");
    expect(1, POL_AID_LENGTH, "The title has 5 words, 1 over the limit of 4: shorten it.");
    expect(2, POL_AID_LENGTH,
           "There are 2 action points, 1 over the limit of 1: join some or leave them out.");
    assert_int_equal(aids[0].clause, 0);
}

static void test_at_the_limit_nothing_is_said(void **state)
{
    (void)state;
    const pol_profile exact = {.words_max = 21, .title_words_max = 5, .points_max = 2};
    find(long_text, &exact);
    expect_none();
    find(long_text, NULL);
    expect_none();
}

/* --- who is to act -------------------------------------------------------------------- */

static const char nobody[] = "Nothing here says who is to act: name the body that conference "
                             "instructs.";

static void test_plainly_nobody(void **state)
{
    (void)state;
    find("Kettles\n\nConference resolves that kettles should be made cheaper for everybody.\n",
         NULL);
    expect(0, POL_AID_NOBODY, nobody);
    find("Kettles\n\nConference notes that tea is dear.\n\nConference agrees that there should be "
         "free tea at every station.\n",
         NULL);
    expect(0, POL_AID_NOBODY, nobody);
    assert_int_equal(aids[0].clause, 2);
}

static void test_points_whose_lead_in_names_nobody(void **state)
{
    (void)state;
    find("Kettles\n\nConference resolves that:\n\n1) Kettles should be made cheaper for all.\n\n"
         "2) Lids should be made of copper.\n",
         NULL);
    assert_int_equal(aid_count, 1);
    expect(0, POL_AID_NOBODY,
           "Neither this point nor what leads to it says who is to act: name the body that "
           "conference instructs.");
}

static void test_where_it_is_not_plain_nothing_is_said(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Conference instructs the National Executive Council to see that kettles should be cheap.",
        "Conference calls on everybody who makes kettles to see that they must be cheaper.",
        "Conference resolves that branches should be told of the price of kettles.",
        "Conference resolves to campaign for cheaper kettles at all stations.",
        "Conference resolves that the NEC should be told of the price of kettles.",
        "Conference notes that kettles should be cheaper than they are.",
        "Conference resolves that we should be given cheaper kettles in time.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char text[400];
        snprintf(text, sizeof text, "Kettles\n\n%s\n", texts[i]);
        find(text, NULL);
        if (aid_count > 0)
            fail_msg("of '%s': %.*s", texts[i], POL_SPAN_ARGS(aids[0].text));
    }
}

static void test_a_profile_names_the_bodies(void **state)
{
    (void)state;
    const pol_span bodies[] = {POL_SPAN("National Executive Council"), POL_SPAN("branches")};
    const pol_profile strict = {.needs_body = true, .bodies = bodies, .body_count = 2};
    const pol_profile ignores = {.ignores_bodies = true};
    find("Kettles\n\nConference calls on the Government to make kettles cheaper for all of us.\n",
         &strict);
    expect(0, POL_AID_NOBODY,
           "Nothing here names a body that may be instructed: say whether it is National Executive "
           "Council or branches.");
    find("Kettles\n\nConference instructs the NEC to make kettles cheaper for all of us.\n",
         &strict);
    expect_none();
    find("Kettles\n\nConference urges all Branches to make kettles cheaper for all of us.\n",
         &strict);
    expect_none();
    find("Kettles\n\nConference resolves that kettles should be made cheaper for all.\n", &ignores);
    expect_none();
}

static void test_a_profile_that_needs_a_body(void **state)
{
    (void)state;
    const pol_profile strict = {.needs_body = true};
    find("Kettles\n\nConference resolves to campaign for cheaper kettles at all stations.\n",
         &strict);
    expect(0, POL_AID_NOBODY, nobody);
    find("Kettles\n\nConference instructs the executive to campaign for cheaper kettles.\n",
         &strict);
    expect_none();
}

static void test_an_arena_that_is_full(void **state)
{
    (void)state;
    pol_extracted extracted;
    pol_draft draft;
    assert_int_equal(pol_draft_read(POL_SPAN("Kettles\n\nConference notes the STPs of the town.\n"),
                                    &arena, &extracted, &error),
                     POL_OK);
    assert_int_equal(pol_draft_make(&extracted.documents[0].document, &arena, &draft, &error),
                     POL_OK);
    for (size_t limit = 64; limit < 64 << 10; limit *= 2) {
        pol_arena small;
        pol_arena_init(&small, limit);
        pol_status status = pol_aids_find(index_, &draft, NULL, &small, &aids, &aid_count, &error);
        assert_true(status == POL_LIMIT || (status == POL_OK && aid_count == 1));
        pol_arena_done(&small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_acronym_with_the_spelling_of_the_index),
        cmocka_unit_test(test_the_singular_of_one_used_so),
        cmocka_unit_test(test_spellings_that_disagree_are_not_offered),
        cmocka_unit_test(test_an_acronym_that_no_document_has),
        cmocka_unit_test(test_what_the_draft_spells_out_itself),
        cmocka_unit_test(test_what_is_known_or_a_word_in_capitals),
        cmocka_unit_test(test_a_profile_knows_acronyms),
        cmocka_unit_test(test_no_more_remarks_than_are_of_use),
        cmocka_unit_test(test_length_against_limits),
        cmocka_unit_test(test_at_the_limit_nothing_is_said),
        cmocka_unit_test(test_plainly_nobody),
        cmocka_unit_test(test_points_whose_lead_in_names_nobody),
        cmocka_unit_test(test_where_it_is_not_plain_nothing_is_said),
        cmocka_unit_test(test_a_profile_names_the_bodies),
        cmocka_unit_test(test_a_profile_that_needs_a_body),
        cmocka_unit_test(test_an_arena_that_is_full),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
