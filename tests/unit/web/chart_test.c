/* chart_test.c - counts to bars and to the table that says the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "web/chart.h"

enum { COUNTS_MAX = 3000 };

static pol_buffer drawn;

static void draw(const pol_chart_count *counts, size_t count)
{
    pol_buffer_init(&drawn, 1 << 20);
    pol_chart_add(&drawn, counts, count);
    assert_int_equal(drawn.status, POL_OK);
}

static size_t times(const char *text)
{
    size_t count = 0;
    for (const char *at = drawn.size ? strstr(drawn.data, text) : NULL; at;
         at = strstr(at + 1, text))
        count++;
    return count;
}

static void expect(const char *text)
{
    if (times(text) == 0)
        fail_msg("no '%s' in %s", text, drawn.size ? drawn.data : "nothing");
}

static void test_nothing_to_draw(void **state)
{
    static const pol_chart_count one[] = {{2014, POL_DECISION_CARRIED, 7},
                                          {2014, POL_DECISION_LOST, 2}};
    static const pol_chart_count odd[] = {{0, POL_DECISION_CARRIED, 9},
                                          {-5, POL_DECISION_CARRIED, 9},
                                          {2147483647, POL_DECISION_LOST, 9},
                                          {2014, POL_DECISION_LOST, 0}};
    (void)state;
    draw(NULL, 0);
    assert_int_equal(drawn.size, 0);
    draw(one, 2);
    assert_int_equal(drawn.size, 0);
    draw(odd, 4);
    assert_int_equal(drawn.size, 0);
}

static void test_bars_and_table(void **state)
{
    static const pol_chart_count counts[] = {{2012, POL_DECISION_CARRIED, 3},
                                             {2012, POL_DECISION_CARRIED_AMENDED, 1},
                                             {2012, POL_DECISION_LOST, 4},
                                             {2014, POL_DECISION_UNKNOWN, 2},
                                             {2014, POL_DECISION_REMITTED, 2}};
    (void)state;
    draw(counts, 5);
    assert_int_equal(times("<rect class=\"chart-carried\""), 1);
    expect("<rect class=\"chart-carried\" x=\"6.6\" y=\"50.0\" width=\"40.1\" height=\"50.0\"/>");
    expect("<rect class=\"chart-lost\" x=\"6.6\" y=\"0.0\" width=\"40.1\" height=\"50.0\"/>");
    expect("2012 until 2014; at most 8 in one bar");
    expect("Carried: 4</li>");
    expect("x=\"0\" y=\"113\" font-size=\"11\">2012</text>"); /* both ends are named */
    expect("x=\"159\" y=\"113\" font-size=\"11\" text-anchor=\"end\">2014</text>");
    expect("<th scope=\"row\">2014</th><td class=\"number\">0</td><td class=\"number\">0</td>"
           "<td class=\"number\">2</td><td class=\"number\">2</td><td class=\"number\">4</td>");
    assert_int_equal(times("<th scope=\"row\">"), 2); /* 2013 has none */
    assert_int_equal(times("chart-none"), 0);
    pol_buffer_done(&drawn);
}

static void test_many_years_are_put_together(void **state)
{
    static pol_chart_count counts[COUNTS_MAX];
    (void)state;
    for (int i = 0; i < COUNTS_MAX; i++)
        counts[i] = (pol_chart_count){i + 1, POL_DECISION_CARRIED, 1};
    draw(counts, 199);
    expect("<th scope=\"row\">0 to 4</th><td class=\"number\">4</td>");
    assert_int_equal(times("<rect"), 40);
    pol_buffer_done(&drawn);
    draw(counts, COUNTS_MAX);
    assert_true(times("<rect") <= 40);
    pol_buffer_done(&drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_to_draw),
        cmocka_unit_test(test_bars_and_table),
        cmocka_unit_test(test_many_years_are_put_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
