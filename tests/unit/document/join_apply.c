/* join_apply.c - ties between documents, and overlays in the documents they are for. */
#include "join_case.h"

static const struct {
    pol_relation_kind stated, follows;
} pairs[] = {
    {POL_RELATION_COMPOSITE_OF, POL_RELATION_COMPOSITED_IN},
    {POL_RELATION_AMENDS, POL_RELATION_AMENDED_BY},
    {POL_RELATION_FALLS_IF, POL_RELATION_FELLS},
    {POL_RELATION_FELLS, POL_RELATION_FALLS_IF},
    {POL_RELATION_SUPERSEDES, POL_RELATION_SUPERSEDED_BY},
    {POL_RELATION_REAFFIRMS, POL_RELATION_REAFFIRMED_BY},
};

static void test_inverse(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        join_case join = {0};
        add_document(&join, "motion;4;Mugs");
        add_document(&join, "motion;9;Cups");
        add_relation(&join, 0, pairs[i].stated, "9")->words = POL_SPAN("as it says");
        add_relation(&join, 0, pairs[i].stated, "4"); /* itself: of another year, or wrong */
        join_all(&join);
        const pol_overlay *overlays = join.joined.overlays;
        assert_int_equal(overlays[0].relation_count, 2);
        assert_span(overlays[0].relations[0].id, "d1");
        assert_span(overlays[0].relations[0].words, "as it says");
        assert_null(overlays[0].relations[1].id.data);
        assert_int_equal(overlays[1].relation_count, 1);
        assert_int_equal(overlays[1].relations[0].kind, pairs[i].follows);
        assert_span(overlays[1].relations[0].number, "4");
        assert_span(overlays[1].relations[0].id, "d0");
        assert_null(overlays[1].relations[0].words.data);
        assert_int_equal(overlays[1].relations[0].year, 0);
        pol_arena_done(&join.arena);
    }
}

/* Stated at both ends, it is one tie all the same. */
static void test_stated_twice(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "composite;Composite A;Tea");
    add_document(&join, "motion;4;Mugs");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "4");
    add_relation(&join, 1, POL_RELATION_COMPOSITED_IN, "A");
    add_outcome(&join, "motion;4;;composited;;Composite A");
    join_all(&join);
    assert_int_equal(join.joined.overlays[0].relation_count, 1);
    assert_int_equal(join.joined.overlays[1].relation_count, 1);
    assert_span(join.joined.overlays[1].relations[0].id, "d0");
    pol_arena_done(&join.arena);
}

static const struct {
    const char *number, *title, *conference;
    int year;
    const char *id; /* NULL: not resolved */
} resolved[] = {
    {"12", NULL, NULL, 2014, "d1"},
    {"12", NULL, "Tea Conference", 2014, "d1"},
    {"12", NULL, "Coffee Conference", 2014, "d2"},
    {"Motion 12", NULL, "Coffee", 2014, "d2"},
    {"12", NULL, NULL, 0, NULL},
    {"12", NULL, NULL, 2013, NULL},
    {NULL, "Old cups", NULL, 2014, "d1"},
    {NULL, "Old cup", NULL, 2014, NULL},
    {"12", "Teapots", NULL, 2014, NULL},
    {"Composite B", NULL, NULL, 2014, "d3"},
    {"B", NULL, NULL, 2014, NULL},
    {NULL, NULL, NULL, 2014, NULL},
    {"30", NULL, NULL, 0, NULL}, /* there are two */
};

static void test_resolved(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof resolved / sizeof *resolved; i++) {
        join_case join = {0};
        add_document(&join, "motion;4;Mugs");
        add_document(&join, "motion;12;Old cups;;;Tea Conference;2014");
        add_document(&join, "motion;12;Old pots;;;Coffee Conference;2014");
        add_document(&join, "composite;Composite B;Spoons;;;Tea Conference;2014");
        add_document(&join, "motion;30;Forks");
        add_document(&join, "motion;30;Knives");
        pol_relation *relation = add_relation(&join, 0, POL_RELATION_REAFFIRMS, NULL);
        relation->number = pol_span_of(resolved[i].number);
        relation->title = pol_span_of(resolved[i].title);
        relation->conference_name = pol_span_of(resolved[i].conference);
        relation->year = resolved[i].year;
        join_all(&join);
        pol_span id = join.joined.overlays[0].relations[0].id;
        if (resolved[i].id ? !pol_span_equal(id, pol_span_of(resolved[i].id)) : id.data != NULL)
            fail_msg("case %zu: '%.*s'", i, POL_SPAN_ARGS(id));
        for (size_t k = 1; k < join.document_count; k++) {
            const pol_overlay *other = &join.joined.overlays[k];
            bool is_it = pol_span_equal(join.documents[k].id.text, id);
            assert_int_equal(other->relation_count, is_it);
            if (is_it) {
                assert_int_equal(other->relations[0].year, 2031);
                assert_span(other->relations[0].conference_name, "Tea Conference");
            }
        }
        pol_arena_done(&join.arena);
    }
}

static const struct {
    const char *later, *outcome;
    uint8_t standing;
} standings[] = {
    {"motion;4;Mugs;carried", NULL, POL_STANDING_SUPERSEDED},
    {"motion;4;Mugs", "motion;4;;carried_amended", POL_STANDING_SUPERSEDED},
    {"motion;4;Mugs", NULL, POL_STANDING_UNSTATED},
    {"motion;4;Mugs;lost", NULL, POL_STANDING_UNSTATED},
    {"motion;4;Mugs", "motion;4;;remitted", POL_STANDING_UNSTATED},
};

static void test_standing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof standings / sizeof *standings; i++) {
        join_case join = {0};
        add_document(&join, standings[i].later);
        add_document(&join, "motion;12;Old mugs;carried;;Tea Conference;2014");
        add_relation(&join, 0, POL_RELATION_SUPERSEDES, "12")->year = 2014;
        if (standings[i].outcome)
            add_outcome(&join, standings[i].outcome);
        join_all(&join);
        assert_int_equal(join.joined.overlays[1].standing, standings[i].standing);
        assert_int_equal(join.joined.overlays[1].relation_count, 1);
        assert_int_equal(join.joined.overlays[0].standing, POL_STANDING_UNSTATED);
        pol_arena_done(&join.arena);
    }
}

enum { PASSAGES = 9 };

static const pol_passage motion_passages[PASSAGES] = {
    {.clause = POL_CLAUSE_NOTES},
    {.clause = POL_CLAUSE_NOTES, .depth = 1, .label = {"1)", 2}, .line = 2},
    {.clause = POL_CLAUSE_RESOLVES},
    {.clause = POL_CLAUSE_RESOLVES, .depth = 1, .label = {"1)", 2}, .line = 4},
    {.clause = POL_CLAUSE_RESOLVES, .depth = 1, .label = {"(2)", 3}, .line = 5},
    {.clause = POL_CLAUSE_RESOLVES, .depth = 2, .label = {"a.", 2}, .line = 6},
    {.clause = POL_CLAUSE_RESOLVES, .depth = 1, .label = {"3.", 2}, .line = 7},
    {.clause = POL_CLAUSE_RESOLVES, .depth = 2, .label = {"a.", 2}, .line = 8},
    {.clause = POL_CLAUSE_RESOLVES,
     .depth = 2,
     .label = {"b.", 2},
     .line = 9,
     .decision = POL_DECISION_CARRIED},
};

static const struct {
    const char *label;
    size_t place; /* of the passage; 0: none, but a doubt */
} points[] = {
    {"1", 3},   {"(3)", 6}, {"3.", 6}, {"2(a)", 5},
    {"3 a", 7}, {"a", 0},   {"7", 0},  {"b", 0}, /* says that it was carried */
};

static void test_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        pol_document document = {.passages = (pol_passage *)motion_passages,
                                 .passage_count = PASSAGES};
        pol_outcome_point point = {pol_span_of(points[i].label), POL_DECISION_LOST};
        pol_overlay overlay = {.points = &point, .point_count = 1};
        pol_error error = {0};
        pol_arena arena;
        pol_arena_init(&arena, 1 << 20);
        assert_int_equal(pol_overlay_apply(&overlay, &arena, &document, &error), POL_OK);
        for (size_t k = 0; k < PASSAGES; k++) {
            bool is_it = points[i].place > 0 && k == points[i].place;
            assert_int_equal(document.passages[k].decision,
                             is_it ? POL_DECISION_LOST : motion_passages[k].decision);
        }
        assert_int_equal(document.doubt_count, points[i].place == 0);
        if (document.doubt_count) {
            assert_string_equal(document.doubts[0].field, "decision");
            assert_int_not_equal(pol_span_find(document.doubts[0].text, point.label, 0),
                                 (size_t)-1);
        }
        pol_arena_done(&arena);
    }
}

static void test_apply(void **state)
{
    (void)state;
    join_case join = {0};
    pol_error error = {0};
    add_document(&join, "motion;4;Mugs")->text_state = POL_TEXT_STATE_SUBMITTED;
    add_document(&join, "motion;5;Cups");
    add_document(&join, "composite;A;Tea;carried");
    add_document(&join, "motion;6;Pots;carried");
    join.documents[3].referral = POL_SPAN("own referral");
    add_relation(&join, 2, POL_RELATION_COMPOSITE_OF, "5");
    add_outcome(&join, "motion;4;;carried_amended");
    add_outcome(&join, "motion;6;;lost");
    join_all(&join);
    for (size_t i = 0; i < join.document_count; i++)
        assert_int_equal(
            pol_overlay_apply(&join.joined.overlays[i], &join.arena, &join.documents[i], &error),
            POL_OK);
    const pol_document *mugs = &join.documents[0], *cups = &join.documents[1];
    const pol_document *pots = &join.documents[3];
    assert_decision((uint8_t)mugs->decision, "carried_amended");
    assert_span(mugs->decision_raw.text, "carried_amended");
    assert_int_equal(mugs->decision_raw.origin, POL_ORIGIN_REPORT);
    assert_int_equal(mugs->decision_raw.line, 10);
    assert_int_equal(mugs->decision_source_count, 1);
    assert_int_equal(mugs->text_state, POL_TEXT_STATE_SUBMITTED); /* as it was before */
    assert_decision((uint8_t)cups->decision, "composited");
    assert_null(cups->decision_raw.text.data);
    assert_span(cups->composite, "A");
    assert_decision(cups->composite_decision, "carried");
    assert_int_equal(cups->relation_count, 1);
    assert_decision((uint8_t)pots->decision, "carried");
    assert_span(pots->decision_raw.text, "carried");
    assert_int_equal(pots->decision_raw.origin, POL_ORIGIN_TEXT);
    assert_true(pots->has_decision_conflict);
    assert_int_equal(pots->decision_source_count, 2);
    assert_span(pots->referral, "own referral");
    pol_arena_done(&join.arena);
}

static void test_nothing_to_apply(void **state)
{
    (void)state;
    pol_relation relation = {.kind = POL_RELATION_AMENDS};
    pol_document document = {.decision = POL_DECISION_LOST,
                             .relations = &relation,
                             .relation_count = 1,
                             .standing = POL_STANDING_LAPSED,
                             .composite = POL_SPAN("Composite A"),
                             .composite_decision = POL_DECISION_FELL};
    pol_document before = document;
    pol_overlay overlay = {.decision = POL_DECISION_LOST};
    pol_error error = {0};
    pol_arena arena;
    pol_arena_init(&arena, 16);
    assert_int_equal(pol_overlay_apply(&overlay, &arena, &document, &error), POL_OK);
    assert_memory_equal(&document, &before, sizeof before);
    pol_outcome_point point = {POL_SPAN("1"), POL_DECISION_LOST};
    overlay.points = &point;
    overlay.point_count = 1;
    assert_int_equal(pol_overlay_apply(&overlay, &arena, &document, &error), POL_NOMEM);
    assert_true(strlen(error.text) > 0);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inverse),          cmocka_unit_test(test_stated_twice),
        cmocka_unit_test(test_resolved),         cmocka_unit_test(test_standing),
        cmocka_unit_test(test_points),           cmocka_unit_test(test_apply),
        cmocka_unit_test(test_nothing_to_apply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
