/* listed_test.c - lines of lists, and dates in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "web/day.h"
#include "web/listed.h"

static pol_buffer buffer;

/* What was appended since the last time. */
static void is(const char *expected)
{
    assert_int_equal(buffer.status, POL_OK);
    assert_int_equal(buffer.size, strlen(expected));
    assert_memory_equal(buffer.data, expected, buffer.size);
    pol_buffer_clear(&buffer);
}

static pol_listed listed(pol_kind kind, const char *number, const char *title)
{
    return (pol_listed){.id = POL_SPAN("a/b"),
                        .kind = kind,
                        .number = pol_span_of(number),
                        .display_title = pol_span_of(title)};
}

/* --- links -------------------------------------------------------------------------------- */

static void test_links(void **state)
{
    pol_listed motion = listed(POL_KIND_MOTION, "11", "Fair <pay>");
    pol_listed opening = listed(POL_KIND_ARTICLE, NULL, "First words");
    pol_listed itself = listed(POL_KIND_AMENDMENT, "3.1", "Amendment 3.1");
    (void)state;
    pol_listed_add_link(&buffer, &motion, " rel=\"next\"", "Next: ");
    is("<a rel=\"next\" href=\"/documents/a%2Fb\">Next: Motion 11: <span>Fair &lt;pay&gt;</span>"
       "</a>");
    opening.title_is_opening = true;
    opening.language = POL_SPAN("fr");
    pol_listed_add_link(&buffer, &opening, "", "");
    is("<a href=\"/documents/a%2Fb\"><span lang=\"fr\">First words…</span></a>");
    pol_listed_add_link(&buffer, &itself, "", "");
    is("<a href=\"/documents/a%2Fb\">Amendment 3.1</a>");
}

static void test_decisions(void **state)
{
    pol_listed motion = listed(POL_KIND_MOTION, "1", "x");
    pol_listed article = listed(POL_KIND_ARTICLE, NULL, "x");
    (void)state;
    assert_int_equal(pol_listed_decision(&motion), POL_DECISION_UNKNOWN);
    motion.decision = POL_DECISION_FELL;
    assert_int_equal(pol_listed_decision(&motion), POL_DECISION_FELL);
    assert_int_equal(pol_listed_decision(&article), POL_DECISION_NONE);
}

static void test_amendments(void **state)
{
    static const struct {
        const char *number, *of;
        bool amends;
    } cases[] = {{"12.1", "12", true},  {"12A", "12", true},
                 {"12", "12", false},   {"120", "12", false},
                 {"12.1", NULL, false}, {NULL, "12", false},
                 {"1.12", "12", false}, {"composite c.1", "Composite C", true},
                 {"A1", "12", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_listed amendment = listed(POL_KIND_AMENDMENT, cases[i].number, "x");
        pol_listed motion = listed(POL_KIND_MOTION, cases[i].of, "x");
        assert_int_equal(pol_listed_amends(&amendment, &motion), cases[i].amends);
        amendment.kind = POL_KIND_MOTION;
        assert_false(pol_listed_amends(&amendment, &motion));
    }
}

/* --- dates -------------------------------------------------------------------------------- */

static void test_days(void **state)
{
    (void)state;
    pol_day_add(&buffer, (pol_date){2011, 3, 9}, " itemprop=\"dateCreated\"");
    is("<time itemprop=\"dateCreated\" datetime=\"2011-03-09\">9 March 2011</time>");
    pol_day_add(&buffer, (pol_date){2011, 12, 0}, "");
    is("<time datetime=\"2011-12\">December 2011</time>");
    pol_day_add(&buffer, (pol_date){1871, 0, 0}, "");
    is("<time datetime=\"1871\">1871</time>");
}

static void test_days_that_are_none(void **state)
{
    (void)state;
    pol_day_add(&buffer, (pol_date){0, 3, 9}, "");
    pol_day_add(&buffer, (pol_date){2011, 13, 1}, "");
    pol_day_add(&buffer, (pol_date){2011, 1, 32}, "");
    assert_int_equal(buffer.size, 0);
}

static int open_buffer(void **state)
{
    (void)state;
    pol_buffer_init(&buffer, 1 << 16);
    return 0;
}

static int close_buffer(void **state)
{
    (void)state;
    pol_buffer_done(&buffer);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_amendments),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_days_that_are_none),
    };
    return cmocka_run_group_tests(tests, open_buffer, close_buffer);
}
