/* test_utf8.c - well-formed and ill-formed UTF-8. */
#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"

static void decodes_every_scalar_value(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 16);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        pol_buffer_clear(&buffer);
        pol_utf8_append(&buffer, c);
        uint32_t decoded;
        size_t size = pol_utf8_decode(pol_buffer_span(&buffer), &decoded);
        if (decoded != c || size != buffer.size)
            fail_msg("U+%04X came back as U+%04X", (unsigned)c, (unsigned)decoded);
    }
    pol_buffer_done(&buffer);
}

static void refuses_what_is_ill_formed(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC2",
        "\xC2"
        "a",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xE2\x82",
        "\xE2\x82"
        "a",
        "\xE2"
        "a\x82",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xF0\x9F\x98",
        "\xF0\x9F\x98"
        "a",
        "\xFE",
        "\xFF",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        uint32_t character;
        assert_int_equal(pol_utf8_decode(pol_span_of(wrong[i]), &character), 1);
        assert_int_equal(character, 0xFFFD);
        assert_int_equal(pol_utf8_valid_prefix(pol_span_of(wrong[i])), 0);
    }
}

static void appends_no_surrogates(void **state)
{
    (void)state;
    static const uint32_t wrong[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    for (size_t i = 0; i < 4; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, 16);
        pol_utf8_append(&buffer, wrong[i]);
        assert_true(pol_span_equal(pol_buffer_span(&buffer), POL_SPAN("\xEF\xBF\xBD")));
        pol_buffer_done(&buffer);
    }
}

static void measures_the_valid_prefix(void **state)
{
    (void)state;
    assert_int_equal(pol_utf8_valid_prefix(POL_SPAN("")), 0);
    assert_int_equal(pol_utf8_valid_prefix(POL_SPAN("caf\xC3\xA9")), 5);
    assert_int_equal(pol_utf8_valid_prefix(POL_SPAN("caf\xC3\xA9\xFF!")), 5);
    assert_int_equal(pol_utf8_valid_prefix(POL_SPAN("caf\xC3")), 3);
    assert_int_equal(pol_utf8_valid_prefix(POL_SPAN("\xEF\xBF\xBD"
                                                    "a")),
                     4);
    assert_int_equal(pol_utf8_valid_prefix(pol_span_make("a\0b", 3)), 3);
}

static void floors_to_a_character(void **state)
{
    (void)state;
    pol_span text = POL_SPAN("a\xC3\xA9\xF0\x9F\x98\x80z");
    static const size_t floors[] = {0, 1, 1, 3, 3, 3, 3, 7, 8, 8};
    for (size_t size = 0; size < sizeof floors / sizeof *floors; size++)
        assert_int_equal(pol_utf8_floor(text, size), floors[size]);
    assert_int_equal(pol_utf8_floor(POL_SPAN(""), 5), 0);
}

static void counts_columns(void **state)
{
    (void)state;
    assert_int_equal(pol_utf8_columns(POL_SPAN("")), 0);
    assert_int_equal(pol_utf8_columns(POL_SPAN("Pay")), 3);
    assert_int_equal(pol_utf8_columns(POL_SPAN("caf\xC3\xA9")), 4);
    assert_int_equal(pol_utf8_columns(POL_SPAN("cafe\xCC\x81")), 4);
    assert_int_equal(pol_utf8_columns(POL_SPAN("\xE5\xB7\xA5\xE4\xBC\x9A")), 4);
}

static void makes_text_printable(void **state)
{
    (void)state;
    static const struct {
        pol_span text;
        const char *shown; /* ? for U+FFFD */
    } rows[] = {
        {{"plain\ttext\n", 11}, "plain\ttext\n"},
        {{"\x1b[31mred", 8}, "?[31mred"},
        {{"a\0b", 3}, "a?b"},
        {{"a\rb\x7f", 4}, "a?b?"},
        {{"\xC2\x9B"
          "31m",
          5},
         "?31m"},
        {{"a\xE2\x80\xAE"
          "b\xE2\x81\xA6",
          8},
         "a?b?"},
        {{"a\xE2\x80\xA8"
          "b",
          5},
         "a?b"},
        {{"caf\xC3\xA9\xFF", 6}, "caf\xC3\xA9?"},
        {{"", 0}, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_buffer shown, wanted;
        pol_buffer_init(&shown, 100);
        pol_buffer_init(&wanted, 100);
        pol_utf8_append_printable(&shown, rows[i].text);
        for (const char *c = rows[i].shown; *c; c++)
            if (*c == '?')
                pol_buffer_add_text(&wanted, "\xEF\xBF\xBD");
            else
                pol_buffer_add_byte(&wanted, *c);
        assert_true(pol_span_equal(pol_buffer_span(&shown), pol_buffer_span(&wanted)));
        pol_buffer_done(&shown);
        pol_buffer_done(&wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_every_scalar_value), cmocka_unit_test(refuses_what_is_ill_formed),
        cmocka_unit_test(appends_no_surrogates),      cmocka_unit_test(measures_the_valid_prefix),
        cmocka_unit_test(floors_to_a_character),      cmocka_unit_test(counts_columns),
        cmocka_unit_test(makes_text_printable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
