/* acronyms_test.c - which words are acronyms, and which texts spell them out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/acronyms.h"

/* --- which words ---------------------------------------------------------------------- */

static void assert_found(const char *text, const char *expected)
{
    pol_acronym list[POL_ACRONYMS_MAX];
    char found[400] = "";
    size_t count = 0;
    pol_acronyms_add(pol_span_of(text), list, &count);
    for (size_t i = 0; i < count; i++) {
        strcat(found, i ? " " : "");
        strncat(found, list[i].word.data, list[i].word.size);
    }
    if (strcmp(found, expected) != 0)
        fail_msg("in '%s': '%s', not '%s'", text, found, expected);
}

static void test_acronyms_of_a_text(void **state)
{
    (void)state;
    assert_found("The council shall publish the KPIs of each STP before the KPI review.",
                 "KPI STP");
    assert_found("Officials of the DfE met the CofE about kettles.", "DfE CofE");
    assert_found("The STP's board and the STPs\u2019 chairs met.", "STP");
    assert_found("Oppose every PFI-funded and anti-KMU scheme.", "PFI KMU");
    assert_found("Write to the KMU/SMB panel (with TTK).", "KMU SMB TTK");
    assert_found("The NHS STP plan of last year fell.", "NHS STP");
    assert_found("The STP 2016 plans fell.", "STP");
}

static void test_what_is_none(void **state)
{
    (void)state;
    assert_found("Part II and volumes IV, XII and XLIX of the inquiry.", "");
    assert_found("Composite AB and Motion KK were heard with Appendix DD.", "");
    assert_found("Our office is at KT4 7QX in the A23 corridor, near platform 9B.", "");
    assert_found("THIS CONFERENCE NOTES THE PRICE OF KETTLES", "");
    assert_found("We heard THE PRICE OF KETTLES FALLS from the back of the hall, and left.", "");
    assert_found("This must NOT happen, for ALL of us and OUR children.", "");
    assert_found("A kettle, an I, and U. K. alone.", "");
    assert_found("The report (HC 55) and standard BSL 5750 were read.", "");
    assert_found("McDonald and LeBlanc spoke of iPads and eBooks.", "");
    assert_found("ABCDEFGHIJKLMN", "");
    assert_found("", "");
}

static void test_uses_are_counted(void **state)
{
    (void)state;
    pol_acronym list[POL_ACRONYMS_MAX];
    size_t count = 0;
    pol_acronyms_add(POL_SPAN("The KMUs met, and each KMU spoke."), list, &count);
    pol_acronyms_add(POL_SPAN("A further KMU came late."), list, &count);
    assert_int_equal(count, 1);
    assert_int_equal(list[0].uses, 3);
    assert_int_equal(list[0].used.size, 4);
}

static void test_no_more_than_fit(void **state)
{
    (void)state;
    pol_acronym list[POL_ACRONYMS_MAX];
    char text[4 * 700 + 1] = "";
    for (int i = 0; i < 700; i++) {
        char word[8] = {(char)('A' + i % 26), (char)('A' + i / 26), 'Q', ',', '\0'};
        strcat(text, word);
    }
    size_t count = 0;
    char *lower = strdup("small words so that this is no heading and many more of them are here ");
    char *all = malloc(60 * strlen(lower) + sizeof text);
    all[0] = '\0';
    for (int i = 0; i < 40; i++)
        strcat(all, lower);
    strcat(all, text);
    pol_acronyms_add(pol_span_of(all), list, &count);
    assert_int_equal(count, POL_ACRONYMS_MAX);
    free(all);
    free(lower);
}

static void test_what_everybody_knows(void **state)
{
    (void)state;
    static const char *const known[] = {"ACAS",   "BBC", "NHS", "PhD",
                                        "UNISON", "YES", "VAT", "MUST"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(pol_acronym_is_known(pol_span_of(known[i])));
    assert_false(pol_acronym_is_known(POL_SPAN("STP")));
    assert_false(pol_acronym_is_known(POL_SPAN("nhs")));
    assert_false(pol_acronym_is_known(POL_SPAN("")));
}

/* --- which are spelt out ---------------------------------------------------------------- */

static void assert_pair(const char *text, const char *word, const char *spelling, bool is_sure)
{
    pol_acronym_pair pair;
    size_t at = 0;
    if (!pol_acronym_pair_next(pol_span_of(text), &at, &pair))
        fail_msg("nothing in '%s'", text);
    if (!pol_span_equal(pair.word, pol_span_of(word)) ||
        !pol_span_equal(pair.spelling, pol_span_of(spelling)))
        fail_msg("in '%s': %.*s = '%.*s'", text, POL_SPAN_ARGS(pair.word),
                 POL_SPAN_ARGS(pair.spelling));
    assert_int_equal(pair.is_sure, is_sure);
}

static void test_long_form_before_the_bracket(void **state)
{
    (void)state;
    assert_pair("We oppose the Kettle Makers Unions (KMUs) of the north.", "KMU",
                "Kettle Makers Unions", true);
    assert_pair("the Department for Tea (DfT) and others", "DfT", "Department for Tea", true);
    assert_pair("the Board of Spouts and Lids (BSL)", "BSL", "Board of Spouts and Lids", true);
    assert_pair("Spout-Lid Testing Scheme (the \u2018SLTS\u2019)", "SLTS",
                "Spout-Lid Testing Scheme", true);
    assert_pair("A Tea Duty Order (TDO, also called the levy) was made", "TDO", "Tea Duty Order",
                true);
    assert_pair("Kettles are dear. Tea Duty Order (TDO)", "TDO", "Tea Duty Order", true);
}

static void test_long_form_inside_the_bracket(void **state)
{
    (void)state;
    assert_pair("The KMUs (Kettle Makers Unions) met.", "KMU", "Kettle Makers Unions", true);
    assert_pair("An STB (the Samovar Trade Board) rules.", "STB", "Samovar Trade Board", true);
}

static void test_letters_inside_words(void **state)
{
    (void)state;
    assert_pair("the Order of Kettles (OOK)", "OOK", "Order of Kettles", false);
    assert_pair("the Teapot Handle Quarter (TPHQ)", "TPHQ", "Teapot Handle Quarter", false);
}

static void test_all_pairs_of_a_text(void **state)
{
    (void)state;
    pol_span text = POL_SPAN("The Tea Duty Order (TDO), which (as we said) the Kettle Makers Union "
                             "(KMU) opposes.");
    pol_acronym_pair pair;
    size_t at = 0;
    assert_true(pol_acronym_pair_next(text, &at, &pair));
    assert_true(pol_span_equal(pair.word, POL_SPAN("TDO")));
    assert_true(pol_acronym_pair_next(text, &at, &pair));
    assert_true(pol_span_equal(pair.spelling, POL_SPAN("Kettle Makers Union")));
    assert_false(pol_acronym_pair_next(text, &at, &pair));
}

static void test_brackets_that_spell_nothing_out(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Kettles are dear (KMU).",
        "The KMU (founded in the spring) met.",
        "The KMU (see the report) met.",
        "We met the union (KMU of the north).",
        "(KMU)",
        "Union (KMU",
        "the KMU (KMU) again",
        "Tea is dear. Duty (TDO)",
        "()",
        "",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pol_acronym_pair pair;
        size_t at = 0;
        if (pol_acronym_pair_next(pol_span_of(texts[i]), &at, &pair))
            fail_msg("in '%s': %.*s = '%.*s'", texts[i], POL_SPAN_ARGS(pair.word),
                     POL_SPAN_ARGS(pair.spelling));
    }
}

static void test_written_out_without_brackets(void **state)
{
    (void)state;
    pol_span text = POL_SPAN("We thank the Kettle Makers of the Union, and the board of tea.");
    assert_true(pol_acronym_is_written_out(POL_SPAN("KMU"), text));
    assert_false(pol_acronym_is_written_out(POL_SPAN("KMT"), text));
    assert_false(pol_acronym_is_written_out(POL_SPAN("BT"), text)); /* no capital */
    assert_false(pol_acronym_is_written_out(POL_SPAN("KMU"), POL_SPAN("Kettle Makers. Union")));
    assert_false(pol_acronym_is_written_out(POL_SPAN("KMU"), POL_SPAN("KMU")));
    assert_false(pol_acronym_is_written_out(POL_SPAN("STP"), POL_SPAN("Stop the plans")));
}

/* Any bytes at all, and much of one kind: nothing but an answer in no time. */
static void test_hostile_texts(void **state)
{
    (void)state;
    enum { SIZE = 200000 };
    static const char *const parts[] = {"a ", "(AA)",         "A(", "AB ",
                                        "((", "\xC3\x28\xFF", "A-", "(a"};
    char *text = malloc(SIZE + 8);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t size = 0, count = 0;
        for (; size < SIZE; size += strlen(parts[i]))
            memcpy(text + size, parts[i], strlen(parts[i]) + 1);
        pol_acronym list[POL_ACRONYMS_MAX];
        pol_acronym_pair pair;
        pol_acronyms_add(pol_span_make(text, size), list, &count);
        assert_true(count <= 2);
        for (size_t at = 0; pol_acronym_pair_next(pol_span_make(text, size), &at, &pair);)
            assert_true(at <= size);
        pol_acronym_is_written_out(POL_SPAN("AAAAAAAAAA"), pol_span_make(text, size));
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_acronyms_of_a_text),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_uses_are_counted),
        cmocka_unit_test(test_no_more_than_fit),
        cmocka_unit_test(test_what_everybody_knows),
        cmocka_unit_test(test_long_form_before_the_bracket),
        cmocka_unit_test(test_long_form_inside_the_bracket),
        cmocka_unit_test(test_letters_inside_words),
        cmocka_unit_test(test_all_pairs_of_a_text),
        cmocka_unit_test(test_brackets_that_spell_nothing_out),
        cmocka_unit_test(test_written_out_without_brackets),
        cmocka_unit_test(test_hostile_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
