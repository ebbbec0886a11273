/* test_abbreviations.c - the table is in order, and spellings are compared as they should be. */
#include "core/abbreviations.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "tests/unit/core/cmocka_all.h"

static void rows_are_as_the_header_says(void **state)
{
    (void)state;
    size_t count = 0;
    const pol_abbreviation *rows = pol_abbreviations(&count);
    assert_true(count > 50);
    for (size_t i = 0; i < count; i++) {
        char folded[POL_ABBREVIATED_MAX + 1];
        const char *spelling = rows[i].spelling;
        assert_true(strlen(rows[i].word) >= 2 && isupper((unsigned char)rows[i].word[0]));
        assert_non_null(strchr(spelling, ' '));
        for (const char *c = spelling; *c; c++)
            assert_true(*c == ' ' || islower((unsigned char)*c));
        size_t size = pol_abbreviation_fold(pol_span_of(spelling), folded);
        assert_true(size > 0 && size == strlen(folded));
        if (i == 0)
            continue;
        int order = strcasecmp(rows[i - 1].word, rows[i].word);
        if (order > 0 || (order == 0 && strcmp(rows[i - 1].spelling, spelling) >= 0))
            fail_msg("'%s' is not in order", rows[i].word);
    }
}

static void plurals_fold_to_singulars(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"Integrated Care Boards", "integrated care board"},
        {"integrated  care\nboard", "integrated care board"},
        {"Arm’s-Length Bodies", "arm length bodie"},
        {"gas and bus", "gas and bus"},
        {"process of business", "process of business"},
        {"", ""},
        {"...", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char folded[POL_ABBREVIATED_MAX + 1];
        assert_int_equal(pol_abbreviation_fold(pol_span_of(rows[i].text), folded),
                         strlen(rows[i].folded));
        assert_string_equal(folded, rows[i].folded);
    }
}

static void what_is_too_long_is_none(void **state)
{
    (void)state;
    char folded[POL_ABBREVIATED_MAX + 1], text[POL_ABBREVIATED_MAX + 2];
    memset(text, 'w', sizeof text);
    assert_int_equal(pol_abbreviation_fold(pol_span_make(text, sizeof text), folded), 0);
    assert_int_equal(pol_abbreviation_fold(pol_span_make(text, POL_ABBREVIATED_MAX), folded),
                     POL_ABBREVIATED_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_the_header_says),
        cmocka_unit_test(plurals_fold_to_singulars),
        cmocka_unit_test(what_is_too_long_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
