/* test_label.c - folded labels, and which script a text is in. */
#include "core/analysis.h"

#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"

static void folds_labels(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"", ""},
        {"  ", ""},
        {"...", ""},
        {"Health Care Service Group", "health care service group"},
        {"  Health \n  Care\t", "health care"},
        {"Water, Environment & Transport", "water environment transport"},
        {"Retired Members' Conference", "retired members conference"},
        {"Women\xE2\x80\x99s", "womens"},
        {"LGBT+", "lgbt"},
        {"Composite C", "composite c"},
        {"75.1", "75 1"},
        {"caf\xC3\xA9 CAFE\xCC\x81", "cafe cafe"},
        {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"co\xC2\xADop", "coop"},
        {"co-op", "co op"},
        {"a\xFF"
         "b",
         "a b"},
        {"\xED\x95\x9C \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C \xED\x95\x9C"},
        {"\xE3\x81\x8B\xE3\x82\x99", "\xE3\x81\x8C"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char buffer[100];
        size_t size = pol_fold_label(pol_span_of(rows[i].text), buffer, sizeof buffer);
        assert_string_equal(buffer, rows[i].folded);
        assert_int_equal(size, strlen(rows[i].folded));
    }
}

static void cuts_labels_at_a_character(void **state)
{
    (void)state;
    const pol_span text = POL_SPAN("\xD0\xB6\xD0\xB6 \xD0\xB6\xD0\xB6");
    for (size_t size = 1; size < 16; size++) {
        char buffer[17];
        memset(buffer, '!', sizeof buffer);
        size_t written = pol_fold_label(text, buffer, size);
        assert_true(written < size);
        assert_int_equal(buffer[written], '\0');
        assert_int_equal(buffer[size], '!'); /* nothing behind it is touched */
        assert_int_equal(pol_utf8_valid_prefix(pol_span_make(buffer, written)), written);
        assert_true(written == 0 || buffer[written - 1] != ' ');
    }
    char untouched = '!';
    assert_int_equal(pol_fold_label(text, &untouched, 0), 0);
    assert_int_equal(untouched, '!');
}

static void folding_again_changes_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Motion 12: The N.H.S. & \xC3\x89quit\xC3\xA9",
        "\xE3\x82\xAC\xE2\x91\xA0 \xC7\xB0 \xE1\xBA\x9E",
        "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87",
    };
    for (size_t i = 0; i < 3; i++) {
        char once[200], twice[200];
        size_t size = pol_fold_label(pol_span_of(texts[i]), once, sizeof once);
        pol_fold_label(pol_span_make(once, size), twice, sizeof twice);
        assert_string_equal(once, twice);
    }
}

static void tells_foreign_scripts(void **state)
{
    (void)state;
    assert_false(pol_text_is_foreign(POL_SPAN("")));
    assert_false(pol_text_is_foreign(POL_SPAN("123 !? \xE2\x80\x9C")));
    assert_false(pol_text_is_foreign(POL_SPAN("plain English text")));
    assert_false(pol_text_is_foreign(POL_SPAN("caf\xC3\xA9 \xC5\x81\xC3\xB3\x64\xC5\xBA")));
    assert_false(pol_text_is_foreign(POL_SPAN("abcd\xD0\xB6\xD0\xB6"))); /* a third */
    assert_true(pol_text_is_foreign(POL_SPAN("abc\xD0\xB6\xD0\xB6")));
    assert_true(pol_text_is_foreign(POL_SPAN("\xE5\xB7\xA5\xE4\xBC\x9A 2023 ab")));
    assert_false(pol_text_is_foreign(POL_SPAN("\xFF\xFE\xFF")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_labels),
        cmocka_unit_test(cuts_labels_at_a_character),
        cmocka_unit_test(folding_again_changes_nothing),
        cmocka_unit_test(tells_foreign_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
