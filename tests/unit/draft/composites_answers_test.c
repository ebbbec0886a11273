/* composites_answers_test.c - motions to whether they answer what others ask for. */
#include "draft/composites_answers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static unsigned answers(const char *text)
{
    return pol_answers_of(pol_span_of(text));
}

static void test_not_to(void **state)
{
    (void)state;
    assert_int_equal(answers("Conference resolves not to campaign for lamps at every gate."),
                     POL_ANSWER_NOT_TO);
    assert_int_equal(answers("Conference instructs the Council to campaign for lamps."), 0);
    /* What others do not do is told, and asked of nobody. */
    assert_int_equal(answers("Conference notes that the board chose not to mend the lamps."), 0);
    assert_int_equal(answers(""), 0);
}

static void test_stays(void **state)
{
    (void)state;
    assert_int_equal(answers("Conference believes that the brass bell should stay."),
                     POL_ANSWER_STAYS);
    assert_int_equal(answers("The bell must be kept where it hangs."), POL_ANSWER_STAYS);
    assert_int_equal(answers("The union should drop its opposition to electric bells."),
                     POL_ANSWER_STAYS);
    assert_int_equal(answers("The bell should ring."), 0);
}

static void test_replies(void **state)
{
    (void)state;
    assert_int_equal(answers("Conference notes the growing call for bells to be electric."),
                     POL_ANSWER_REPLIES);
    /* Far behind, it is something else. */
    assert_int_equal(answers("Conference notes that the bell of the old mill at the bridge was "
                             "heard by those who live there."),
                     0);
    assert_int_equal(answers("Conference notes proposals for lamps. It resolves not to have any."),
                     POL_ANSWER_REPLIES | POL_ANSWER_NOT_TO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_to),
        cmocka_unit_test(test_stays),
        cmocka_unit_test(test_replies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
