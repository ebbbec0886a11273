/* test_vocabulary.c - codes and labels, there and back. */
#include "core/vocabulary.h"
#include "tests/unit/core/cmocka_all.h"

static void decisions_have_codes_labels_and_help(void **state)
{
    (void)state;
    for (int i = POL_DECISION_NONE + 1; i < POL_DECISION_COUNT; i++) {
        const char *code = pol_decision_code((pol_decision)i);
        assert_int_equal(pol_decision_from_code(pol_span_of(code)), i);
        assert_true(strspn(code, "abcdefghijklmnopqrstuvwxyz_") == strlen(code));
        assert_true(strlen(pol_decision_label((pol_decision)i)) > 0);
        assert_true(strlen(pol_decision_help((pol_decision)i)) > 0);
    }
}

static void decisions_have_the_agreed_codes(void **state)
{
    (void)state;
    static const char *const codes[] = {
        "carried",  "carried_amended", "carried_part", "lost",       "fell",
        "remitted", "referred_back",   "withdrawn",    "composited", "not_reached",
        "deferred", "out_of_order",    "unknown",
    };
    assert_int_equal(sizeof codes / sizeof *codes, POL_DECISION_COUNT - 1);
    for (int i = 1; i < POL_DECISION_COUNT; i++)
        assert_string_equal(pol_decision_code((pol_decision)i), codes[i - 1]);
    assert_string_equal(pol_decision_label(POL_DECISION_UNKNOWN), "decision not stated");
}

static void none_has_nothing(void **state)
{
    (void)state;
    assert_null(pol_decision_code(POL_DECISION_NONE));
    assert_string_equal(pol_decision_label(POL_DECISION_NONE), "");
    assert_string_equal(pol_decision_help(POL_DECISION_NONE), "");
    assert_null(pol_decision_code(POL_DECISION_COUNT));
    assert_string_equal(pol_decision_label(POL_DECISION_COUNT), "");
    assert_string_equal(pol_decision_help(POL_DECISION_COUNT), "");
}

static void codes_are_exact(void **state)
{
    (void)state;
    assert_int_equal(pol_decision_from_code(POL_SPAN("Carried")), POL_DECISION_NONE);
    assert_int_equal(pol_decision_from_code(POL_SPAN("carried ")), POL_DECISION_NONE);
    assert_int_equal(pol_decision_from_code(POL_SPAN("")), POL_DECISION_NONE);
    assert_int_equal(pol_decision_from_code((pol_span){0}), POL_DECISION_NONE);
}

static void policy_is_what_was_carried(void **state)
{
    (void)state;
    int count = 0;
    for (int i = 0; i < POL_DECISION_COUNT; i++)
        count += pol_decision_is_policy((pol_decision)i);
    assert_int_equal(count, 3);
    assert_true(pol_decision_is_policy(POL_DECISION_CARRIED));
    assert_true(pol_decision_is_policy(POL_DECISION_CARRIED_AMENDED));
    assert_true(pol_decision_is_policy(POL_DECISION_CARRIED_PART));
}

static void kinds_go_there_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < POL_KIND_COUNT; i++) {
        assert_int_equal(pol_kind_from_code(pol_span_of(pol_kind_code((pol_kind)i))), i);
        assert_int_equal(pol_kind_from_code(pol_span_of(pol_kind_label((pol_kind)i))), i);
    }
    assert_int_equal(pol_kind_from_code(POL_SPAN("Rule Change")), POL_KIND_RULE_CHANGE);
    assert_int_equal(pol_kind_from_code(POL_SPAN("motions")), POL_KIND_COUNT);
    assert_int_equal(pol_kind_from_code(POL_SPAN("")), POL_KIND_COUNT);
    assert_null(pol_kind_code(POL_KIND_COUNT));
    assert_string_equal(pol_kind_label(POL_KIND_COUNT), "");
}

static void articles_are_not_decided(void **state)
{
    (void)state;
    assert_true(pol_kind_is_decided(POL_KIND_MOTION));
    assert_true(pol_kind_is_decided(POL_KIND_STATEMENT));
    assert_false(pol_kind_is_decided(POL_KIND_ARTICLE));
    assert_false(pol_kind_is_decided(POL_KIND_OTHER));
    assert_false(pol_kind_is_decided(POL_KIND_COUNT));
}

static void clauses_and_text_states_go_there_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < POL_CLAUSE_COUNT; i++)
        assert_int_equal(pol_clause_from_code(pol_span_of(pol_clause_code((pol_clause)i))), i);
    assert_int_equal(pol_clause_from_code(POL_SPAN("noting")), POL_CLAUSE_COUNT);
    assert_null(pol_clause_code(POL_CLAUSE_COUNT));
    for (int i = 0; i < POL_TEXT_STATE_COUNT; i++)
        assert_int_equal(
            pol_text_state_from_code(pol_span_of(pol_text_state_code((pol_text_state)i))), i);
    assert_int_equal(pol_text_state_from_code(POL_SPAN("as amended")), POL_TEXT_STATE_COUNT);
    assert_null(pol_text_state_code(POL_TEXT_STATE_COUNT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_have_codes_labels_and_help),
        cmocka_unit_test(decisions_have_the_agreed_codes),
        cmocka_unit_test(none_has_nothing),
        cmocka_unit_test(codes_are_exact),
        cmocka_unit_test(policy_is_what_was_carried),
        cmocka_unit_test(kinds_go_there_and_back),
        cmocka_unit_test(articles_are_not_decided),
        cmocka_unit_test(clauses_and_text_states_go_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
