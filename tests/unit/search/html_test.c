/* html_test.c - nothing that is filled into a template becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search/html.h"

static pol_buffer buffer;

static int make(void **state)
{
    (void)state;
    pol_buffer_init(&buffer, 1 << 16);
    return 0;
}

static int unmake(void **state)
{
    (void)state;
    pol_buffer_done(&buffer);
    return 0;
}

static void gaps_are_filled_and_escaped(void **state)
{
    (void)state;
    POL_HTML(&buffer, "<a href=\"$\" title='$'>$</a>", POL_SPAN("/?a=1&b=\"2\""), POL_SPAN("it's"),
             POL_SPAN("<script>$</script>"));
    assert_string_equal(buffer.data, "<a href=\"/?a=1&amp;b=&quot;2&quot;\" title='it&#39;s'>"
                                     "&lt;script&gt;$&lt;/script&gt;</a>");
}

static void absent_spans_are_empty(void **state)
{
    (void)state;
    POL_HTML(&buffer, "<p>$</p>", ((pol_span){0}));
    assert_string_equal(buffer.data, "<p></p>");
}

static void characters_that_no_document_may_hold_are_replaced(void **state)
{
    static const struct {
        const char *text, *escaped;
    } rows[] = {
        {"a\x01z", "a\uFFFDz"},         {"a\x1b[31mz", "a\uFFFD[31mz"},
        {"a\x7Fz", "a\uFFFDz"},         {"a\xC2\x85z", "a\uFFFDz"},
        {"a\xFFz", "a\uFFFDz"},         {"a\xC3", "a\uFFFD"},
        {"a\u202Ez", "a\uFFFDz"},       {"a\u2066z", "a\uFFFDz"},
        {"a\xEF\xBF\xBEz", "a\uFFFDz"}, {"tab\tline\n", "tab\tline\n"},
        {"\u200Fא", "\u200Fא"},         {"é€😀", "é€😀"},
        {"\uFFFD", "\uFFFD"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_buffer_clear(&buffer);
        pol_html_text(&buffer, pol_span_of(rows[i].text));
        assert_string_equal(buffer.data, rows[i].escaped);
    }
}

static void numbers_are_grouped(void **state)
{
    char digits[POL_DIGITS_SIZE];
    (void)state;
    assert_string_equal(pol_html_number(0, digits).data, "0");
    assert_string_equal(pol_html_number(999, digits).data, "999");
    assert_string_equal(pol_html_number(1000, digits).data, "1,000");
    assert_string_equal(pol_html_number(12345678, digits).data, "12,345,678");
    assert_string_equal(pol_html_number(UINT64_MAX, digits).data, "18,446,744,073,709,551,615");
}

static void matches_are_marked(void **state)
{
    static const pol_highlight marks[] = {{0, 3}, {8, 9}, {2, 4}, {12, 12}, {11, 99}};
    (void)state;
    pol_html_marked(&buffer, POL_SPAN("pay < a & b"), marks, 5);
    assert_string_equal(buffer.data, "<mark>pay</mark> &lt; a <mark>&amp;</mark> b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gaps_are_filled_and_escaped, make, unmake),
        cmocka_unit_test_setup_teardown(absent_spans_are_empty, make, unmake),
        cmocka_unit_test_setup_teardown(characters_that_no_document_may_hold_are_replaced, make,
                                        unmake),
        cmocka_unit_test(numbers_are_grouped),
        cmocka_unit_test_setup_teardown(matches_are_marked, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
