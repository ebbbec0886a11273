/* verdict_test.c - decisions and likenesses to what is said of a clause. */
#include "draft/verdict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void words_for_every_verdict(void **state)
{
    (void)state;
    static const char *const codes[POL_VERDICT_COUNT] = {
        "nothing_found", "related",         "possible_reversal", "undecided",
        "rejected",      "carried_in_part", "already_carried"};
    for (int i = 0; i < POL_VERDICT_COUNT; i++) {
        assert_string_equal(pol_verdict_code((pol_verdict)i), codes[i]);
        assert_true(strlen(pol_verdict_label((pol_verdict)i)) > 0);
        const char *help = pol_verdict_help((pol_verdict)i);
        assert_true(strlen(help) > 20 && help[strlen(help) - 1] == '.');
    }
    assert_string_equal(pol_verdict_label(POL_VERDICT_CARRIED), "already carried");
}

static void fates(void **state)
{
    (void)state;
    static const pol_fate expected[POL_DECISION_COUNT] = {
        [POL_DECISION_NONE] = POL_FATE_NONE,
        [POL_DECISION_CARRIED] = POL_FATE_CARRIED,
        [POL_DECISION_CARRIED_AMENDED] = POL_FATE_CARRIED,
        [POL_DECISION_CARRIED_PART] = POL_FATE_CARRIED,
        [POL_DECISION_LOST] = POL_FATE_LOST,
        [POL_DECISION_FELL] = POL_FATE_UNDECIDED,
        [POL_DECISION_REMITTED] = POL_FATE_UNDECIDED,
        [POL_DECISION_REFERRED_BACK] = POL_FATE_UNDECIDED,
        [POL_DECISION_WITHDRAWN] = POL_FATE_UNDECIDED,
        [POL_DECISION_COMPOSITED] = POL_FATE_UNDECIDED,
        [POL_DECISION_NOT_REACHED] = POL_FATE_UNDECIDED,
        [POL_DECISION_DEFERRED] = POL_FATE_UNDECIDED,
        [POL_DECISION_OUT_OF_ORDER] = POL_FATE_UNDECIDED,
        [POL_DECISION_UNKNOWN] = POL_FATE_UNDECIDED,
    };
    for (int i = 0; i < POL_DECISION_COUNT; i++)
        assert_int_equal(pol_fate_of((pol_decision)i), expected[i]);
    assert_string_equal(pol_fate_code(POL_FATE_NONE), "none");
    assert_string_equal(pol_fate_code(POL_FATE_CARRIED), "carried");
    assert_string_equal(pol_fate_code(POL_FATE_LOST), "lost");
    assert_string_equal(pol_fate_code(POL_FATE_UNDECIDED), "undecided");
}

/* --- one passage -------------------------------------------------------------------- */

typedef struct decided {
    pol_kind kind;
    pol_decision document, point, lead_in, composite;
    pol_standing standing;
    pol_decision expected;
    bool is_point, is_past;
} decided;

static void decisions_of_passages(void **state)
{
    (void)state;
    static const decided cases[] = {
        {.document = POL_DECISION_CARRIED, .expected = POL_DECISION_CARRIED},
        {.document = POL_DECISION_CARRIED_PART,
         .point = POL_DECISION_LOST,
         .expected = POL_DECISION_LOST,
         .is_point = true},
        {.document = POL_DECISION_CARRIED_PART,
         .lead_in = POL_DECISION_CARRIED,
         .expected = POL_DECISION_CARRIED,
         .is_point = true},
        {.document = POL_DECISION_COMPOSITED,
         .composite = POL_DECISION_LOST,
         .expected = POL_DECISION_LOST},
        {.document = POL_DECISION_COMPOSITED, .expected = POL_DECISION_COMPOSITED},
        {.document = POL_DECISION_CARRIED,
         .composite = POL_DECISION_LOST,
         .expected = POL_DECISION_CARRIED},
        {.document = POL_DECISION_CARRIED,
         .standing = POL_STANDING_SUPERSEDED,
         .expected = POL_DECISION_CARRIED,
         .is_past = true},
        {.document = POL_DECISION_CARRIED,
         .standing = POL_STANDING_LAPSED,
         .expected = POL_DECISION_CARRIED,
         .is_past = true},
        {.document = POL_DECISION_CARRIED,
         .standing = POL_STANDING_CURRENT,
         .expected = POL_DECISION_CARRIED},
        {.kind = POL_KIND_ARTICLE, .document = POL_DECISION_NONE, .expected = POL_DECISION_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_stored stored = {.document = {.kind = cases[i].kind,
                                          .decision = cases[i].document,
                                          .composite_decision = (uint8_t)cases[i].composite,
                                          .standing = (uint8_t)cases[i].standing}};
        pol_passage passage = {.decision = (uint8_t)cases[i].point};
        pol_passage lead_in = {.decision = (uint8_t)cases[i].lead_in};
        pol_evidence evidence = {.stored = &stored, .passage = &passage, .lead_in = &lead_in};
        pol_evidence_decide(&evidence);
        assert_int_equal(evidence.decision, cases[i].expected);
        assert_int_equal(evidence.fate, pol_fate_of(cases[i].expected));
        assert_int_equal(evidence.is_point_decision, cases[i].is_point);
        assert_int_equal(evidence.is_past, cases[i].is_past);
    }
}

/* --- several ------------------------------------------------------------------------ */

enum { EVIDENCE_MAX = 4 };

typedef struct told {
    pol_likeness likeness;
    double score;
    pol_decision decision;
    int year;
    bool is_past, is_opposite;
} told;

typedef struct verdict_case {
    const char *what;
    told evidence[EVIDENCE_MAX];
    pol_verdict expected;
    int decisive; /* index, or -1 */
} verdict_case;

static const verdict_case verdict_cases[] = {
    {"nothing", {{0}}, POL_VERDICT_NOTHING, -1},
    {"related only",
     {{POL_LIKENESS_RELATED, 0.4, POL_DECISION_CARRIED, 2031, false, false}},
     POL_VERDICT_RELATED,
     0},
    {"the same, carried",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED_AMENDED, 2031, false, false}},
     POL_VERDICT_CARRIED,
     0},
    {"the same, lost",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_LOST, 2031, false, false}},
     POL_VERDICT_REJECTED,
     0},
    {"the same, never reached",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_NOT_REACHED, 2031, false, false}},
     POL_VERDICT_UNDECIDED,
     0},
    {"taken in parts",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED_PART, 2031, false, false}},
     POL_VERDICT_CARRIED_PART,
     0},
    {"the newer decision holds",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_SAME, 0.7, POL_DECISION_LOST, 2034, false, false}},
     POL_VERDICT_REJECTED,
     1},
    {"an older one does not",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED, 2034, false, false},
      {POL_LIKENESS_SAME, 0.7, POL_DECISION_LOST, 2031, false, false}},
     POL_VERDICT_CARRIED,
     0},
    {"of one year the more alike",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_SAME, 0.7, POL_DECISION_LOST, 2031, false, false}},
     POL_VERDICT_CARRIED,
     0},
    {"what was not voted on decides nothing",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_REMITTED, 2034, false, false},
      {POL_LIKENESS_SAME, 0.7, POL_DECISION_CARRIED, 2031, false, false}},
     POL_VERDICT_CARRIED,
     1},
    {"policy no longer",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED, 2031, true, false}},
     POL_VERDICT_CARRIED,
     0},
    {"superseded by one that is not",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_CARRIED, 2031, true, false},
      {POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2029, false, false}},
     POL_VERDICT_CARRIED,
     1},
    {"an article is no decision",
     {{POL_LIKENESS_SAME, 0.9, POL_DECISION_NONE, 2031, false, false}},
     POL_VERDICT_RELATED,
     0},
    {"the opposite of policy",
     {{POL_LIKENESS_REVERSED, 0.8, POL_DECISION_CARRIED, 2031, false, false}},
     POL_VERDICT_REVERSAL,
     0},
    {"the opposite of what was lost",
     {{POL_LIKENESS_REVERSED, 0.8, POL_DECISION_LOST, 2031, false, false}},
     POL_VERDICT_RELATED,
     0},
    {"the opposite is nearer than the same",
     {{POL_LIKENESS_REVERSED, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_SAME, 0.6, POL_DECISION_CARRIED, 2034, false, false}},
     POL_VERDICT_REVERSAL,
     0},
    {"the same is nearer than the opposite",
     {{POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_REVERSED, 0.6, POL_DECISION_CARRIED, 2034, false, false}},
     POL_VERDICT_CARRIED,
     0},
    {"another of the same year is plainly turned round",
     {{POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_REVERSED, 0.6, POL_DECISION_CARRIED, 2031, false, true}},
     POL_VERDICT_REVERSAL,
     1},
    {"what is plainly turned round is older",
     {{POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_REVERSED, 0.6, POL_DECISION_CARRIED, 2030, false, true}},
     POL_VERDICT_CARRIED,
     0},
    {"what is plainly turned round is much less alike",
     {{POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_REVERSED, 0.3, POL_DECISION_CARRIED, 2034, false, true}},
     POL_VERDICT_CARRIED,
     0},
    {"what is plainly turned round was lost, or is policy no longer",
     {{POL_LIKENESS_SAME, 0.8, POL_DECISION_CARRIED, 2031, false, false},
      {POL_LIKENESS_REVERSED, 0.7, POL_DECISION_LOST, 2034, false, true},
      {POL_LIKENESS_REVERSED, 0.7, POL_DECISION_CARRIED, 2034, true, true}},
     POL_VERDICT_CARRIED,
     0},
};

static void verdicts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof verdict_cases / sizeof *verdict_cases; i++) {
        const verdict_case *row = &verdict_cases[i];
        pol_stored stored[EVIDENCE_MAX] = {0};
        pol_evidence evidence[EVIDENCE_MAX] = {0};
        size_t count = 0;
        for (; count < EVIDENCE_MAX && row->evidence[count].likeness; count++) {
            const told *one = &row->evidence[count];
            stored[count].document.year = one->year;
            evidence[count].stored = &stored[count];
            evidence[count].decision = one->decision;
            evidence[count].fate = pol_fate_of(one->decision);
            evidence[count].is_past = one->is_past;
            evidence[count].comparison.likeness = one->likeness;
            evidence[count].comparison.score = one->score;
            evidence[count].comparison.is_opposite = one->is_opposite;
        }
        const pol_evidence *decisive = NULL;
        pol_verdict verdict = pol_verdict_of(evidence, count, &decisive);
        if (verdict != row->expected ||
            decisive != (row->decisive < 0 ? NULL : &evidence[row->decisive]))
            fail_msg("%s: %s", row->what, pol_verdict_code(verdict));
    }
}

/* Where the parts that were lost are named, the others were carried. */
static void named_parts(void **state)
{
    (void)state;
    pol_passage passages[2] = {{.ordinal = 1}, {.ordinal = 2}};
    pol_stored stored = {.document = {.decision = POL_DECISION_CARRIED_PART,
                                      .passages = passages,
                                      .passage_count = 2}};
    pol_evidence evidence = {.stored = &stored, .passage = &passages[0]};
    const pol_evidence *decisive = NULL;
    evidence.comparison.likeness = POL_LIKENESS_SAME;
    pol_evidence_decide(&evidence);
    assert_int_equal(pol_verdict_of(&evidence, 1, &decisive), POL_VERDICT_CARRIED_PART);
    passages[1].decision = POL_DECISION_LOST;
    pol_evidence_decide(&evidence);
    assert_int_equal(pol_verdict_of(&evidence, 1, &decisive), POL_VERDICT_CARRIED);
    evidence.passage = &passages[1];
    pol_evidence_decide(&evidence);
    assert_int_equal(pol_verdict_of(&evidence, 1, &decisive), POL_VERDICT_REJECTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_for_every_verdict),
        cmocka_unit_test(fates),
        cmocka_unit_test(decisions_of_passages),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(named_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
