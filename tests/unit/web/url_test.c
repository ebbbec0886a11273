/* url_test.c - percent-encoding both ways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/url.h"

static pol_arena arena;
static pol_error error;

static int make(void **state)
{
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    return 0;
}

static int unmake(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

static void bytes_are_decoded(void **state)
{
    static const struct {
        const char *text, *path, *query;
    } rows[] = {
        {"", "", ""},
        {"pay", "pay", "pay"},
        {"a%2Fb", "a/b", "a/b"},
        {"a+b", "a+b", "a b"},
        {"%C3%A9t%c3%a9", "été", "été"},
        {"%25%32%35", "%25", "%25"},
        {"100%25", "100%", "100%"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_span text = pol_span_of(rows[i].text), decoded;
        assert_int_equal(pol_url_decode(text, false, &arena, &decoded, &error), POL_OK);
        assert_string_equal(decoded.data, rows[i].path);
        assert_int_equal(pol_url_decode(text, true, &arena, &decoded, &error), POL_OK);
        assert_string_equal(decoded.data, rows[i].query);
    }
}

static void what_cannot_be_decoded_is_refused(void **state)
{
    static const struct {
        const char *text;
        size_t at;
    } rows[] = {
        {"%", 0},        {"a%2", 1},          {"a%zz", 1},   {"%u0041", 0},
        {"a%00b", 1},    {"x%FF", 1},         {"%C0%AF", 0}, {"%ED%A0%80", 0},
        {"ok%E2%82", 2}, {"%F5%80%80%80", 0}, {"\xC3", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_span decoded;
        assert_int_equal(pol_url_decode(pol_span_of(rows[i].text), true, &arena, &decoded, &error),
                         POL_SYNTAX);
        assert_int_equal(error.at, rows[i].at);
    }
}

static void a_full_arena_is_told(void **state)
{
    pol_arena small;
    pol_span decoded;
    (void)state;
    pol_arena_init(&small, 8);
    assert_int_equal(pol_url_decode(POL_SPAN("longer than that"), false, &small, &decoded, &error),
                     POL_LIMIT);
    pol_arena_done(&small);
}

static void addresses_are_built(void **state)
{
    pol_buffer buffer;
    size_t count = 0;
    (void)state;
    pol_buffer_init(&buffer, 1000);
    pol_url_add_document(&buffer, POL_SPAN("a/b c?#\"<é"), 7);
    assert_string_equal(buffer.data, "/documents/a%2Fb%20c%3F%23%22%3C%C3%A9#p7");
    pol_buffer_clear(&buffer);
    pol_buffer_add_text(&buffer, "/search");
    pol_url_add_parameter(&buffer, &count, "q", POL_SPAN("pay & conditions"));
    pol_url_add_parameter(&buffer, &count, "year", POL_SPAN("2014"));
    assert_string_equal(buffer.data, "/search?q=pay%20%26%20conditions&year=2014");
    pol_buffer_done(&buffer);
}

static void all_bytes_of_text_come_back(void **state)
{
    pol_buffer buffer;
    pol_span decoded,
        text = POL_SPAN("\x01 !\"#$%&'()*+,-./:;<=>?@[]^_{|}~ \u00e9\u20ac\U0001F600");
    (void)state;
    pol_buffer_init(&buffer, 1000);
    pol_url_add(&buffer, text);
    assert_int_equal(pol_url_decode(pol_buffer_span(&buffer), true, &arena, &decoded, &error),
                     POL_OK);
    assert_true(pol_span_equal(decoded, text));
    pol_buffer_done(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bytes_are_decoded, make, unmake),
        cmocka_unit_test_setup_teardown(what_cannot_be_decoded_is_refused, make, unmake),
        cmocka_unit_test(a_full_arena_is_told),
        cmocka_unit_test(addresses_are_built),
        cmocka_unit_test_setup_teardown(all_bytes_of_text_come_back, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
