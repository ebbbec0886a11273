/* test_error.c - texts of errors, cut where they are too long. */
#include "core/error.h"

#include <string.h>

#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"

static void fills_the_error(void **state)
{
    (void)state;
    pol_error error;
    assert_int_equal(pol_fail(&error, POL_IO, 7, "cannot read '%s'", "a.txt"), POL_IO);
    assert_int_equal(error.status, POL_IO);
    assert_int_equal(error.at, 7);
    assert_string_equal(error.text, "cannot read 'a.txt'");
}

static void needs_no_error(void **state)
{
    (void)state;
    assert_int_equal(pol_fail(NULL, POL_LIMIT, 0, "%d", 1), POL_LIMIT);
}

/* Characters of one to four bytes, at each offset to the cut. */
static void cuts_at_a_character(void **state)
{
    (void)state;
    static const char *const characters[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    for (size_t i = 0; i < 4; i++)
        for (size_t lead = 0; lead < 4; lead++) {
            char text[POL_ERROR_TEXT_SIZE * 2] = "";
            memset(text, 'x', lead);
            for (size_t at = lead; at + 5 < sizeof text; at += strlen(characters[i]))
                memcpy(text + at, characters[i], strlen(characters[i]) + 1);
            pol_error error;
            assert_int_equal(pol_fail(&error, POL_IO, 0, "%s", text), POL_IO);
            pol_span shown = pol_span_of(error.text);
            assert_in_range(shown.size, POL_ERROR_TEXT_SIZE - 8, POL_ERROR_TEXT_SIZE - 1);
            assert_true(pol_span_ends(shown, POL_SPAN("...")));
            assert_int_equal(pol_utf8_valid_prefix(shown), shown.size);
        }
}

static void a_text_that_just_fits_is_whole(void **state)
{
    (void)state;
    char text[POL_ERROR_TEXT_SIZE];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    pol_error error;
    assert_int_equal(pol_fail(&error, POL_IO, 0, "%s", text), POL_IO);
    assert_string_equal(error.text, text);
}

static void every_status_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = POL_OK; i <= POL_UNSUPPORTED; i++) {
        const char *name = pol_status_name((pol_status)i);
        assert_non_null(name);
        assert_string_not_equal(name, "unknown");
        for (int j = POL_OK; j < i; j++)
            assert_string_not_equal(name, pol_status_name((pol_status)j));
    }
    assert_string_equal(pol_status_name((pol_status)(POL_UNSUPPORTED + 1)), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_the_error),
        cmocka_unit_test(needs_no_error),
        cmocka_unit_test(cuts_at_a_character),
        cmocka_unit_test(a_text_that_just_fits_is_whole),
        cmocka_unit_test(every_status_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
