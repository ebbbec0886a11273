/* outcome_lists.c - lines of reports to outcomes, and lines that only look like them. */
#include "outcome_case.h"

static const outcome_case cases[] = {
    {"2031 Canteen Staff Conference\nKettles for all \u2013 Now: REMITTED\n",
     "report\n2 \"Kettles for all \u2013 Now\" remitted <REMITTED> {Canteen Staff Conference "
     "2031}"},
};

static void test_lists(void **state)
{
    (void)state;
    check_outcomes(cases, sizeof cases / sizeof *cases, POL_FORMAT_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
