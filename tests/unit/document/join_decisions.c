/* join_decisions.c - what several statements on one document come to, and what became of
 * motions that went into composites. */
#include "join_case.h"

static const struct {
    const char *own;
    const char *outcomes[3]; /* the parts behind the title */
    const char *decision;
    const char *sources; /* what each source says, in order */
    bool has_conflict;
} decisions[] = {
    /* the document says nothing */
    {NULL, {NULL}, "unknown", "", false},
    {NULL, {"carried"}, "carried", "carried", false},
    {NULL, {"carried", "carried"}, "carried", "carried carried", false},
    {NULL, {"carried", "carried_amended"}, "carried_amended", "carried_amended carried", false},
    {NULL, {"carried_part", "carried"}, "carried_part", "carried_part carried", false},
    {NULL, {"carried", "lost"}, "unknown", "lost carried", true},
    {NULL, {"carried_part", "carried_amended"}, "unknown", "carried_amended carried_part", true},
    {NULL, {"carried", "carried", "fell"}, "unknown", "fell carried carried", true},
    {NULL, {"remitted", "not_reached"}, "unknown", "not_reached remitted", true},
    {NULL,
     {"remitted", "not_reached;;;referred to the committee"},
     "not_reached",
     "not_reached remitted",
     false},
    {NULL, {"carried", "composited"}, "unknown", "composited carried", true},
    {NULL, {"none"}, "unknown", "", false},
    {NULL, {"none", "lost"}, "lost", "lost", false},
    {NULL, {"withdrawn", "unknown"}, "withdrawn", "withdrawn", false},

    /* points */
    {NULL, {"carried;1=carried,2=carried"}, "carried", "carried", false},
    {NULL, {"carried;1=carried,3=lost"}, "carried_part", "carried_part", false},
    {NULL, {"none;1=carried,3=lost"}, "carried_part", "carried_part", false},
    {NULL, {"none;3=lost"}, "unknown", "", false},
    {NULL, {"lost;1=lost"}, "lost", "lost", false},
    {NULL, {"carried;3=lost", "carried;3=carried"}, "carried_part", "carried_part carried", true},

    /* the document says it itself */
    {"carried", {NULL}, "carried", "", false},
    {"carried", {"carried"}, "carried", "carried carried", false},
    {"carried", {"carried_amended"}, "carried_amended", "carried_amended carried", false},
    {"carried", {"carried;2=lost"}, "carried_part", "carried_part carried", false},
    {"carried_amended", {"carried"}, "carried_amended", "carried_amended carried", false},
    {"carried", {"lost"}, "carried", "carried lost", true},
    {"carried", {"carried_amended", "lost"}, "carried", "carried carried_amended lost", true},
    {"carried",
     {"carried_amended", "carried_part"},
     "carried",
     "carried carried_amended carried_part",
     true},
    {"not_reached", {"remitted;;;to the committee"}, "not_reached", "not_reached remitted", false},
    {"remitted", {"not_reached;;;to the committee"}, "not_reached", "not_reached remitted", false},
    {"remitted", {"not_reached"}, "remitted", "remitted not_reached", true},
    {"lost", {"none"}, "lost", "lost", false},
};

static void check_sources(size_t index, const pol_overlay *overlay)
{
    char said[256] = "";
    for (size_t i = 0; i < overlay->source_count; i++)
        snprintf(said + strlen(said), sizeof said - strlen(said), "%s%s", i ? " " : "",
                 pol_decision_code(overlay->sources[i].decision));
    if (strcmp(said, decisions[index].sources) != 0)
        fail_msg("case %zu: '%s', not '%s'", index, said, decisions[index].sources);
}

static void test_decisions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++) {
        join_case join = {0};
        char line[128];
        const char *own = decisions[i].own;
        snprintf(line, sizeof line, "motion;16;Mugs;%s", own ? own : "");
        add_document(&join, line);
        char lines[3][128];
        for (size_t k = 0; k < 3 && decisions[i].outcomes[k]; k++) {
            snprintf(lines[k], sizeof lines[k], "motion;16;Mugs;%s", decisions[i].outcomes[k]);
            add_outcome(&join, lines[k]);
        }
        join_all(&join);
        const pol_overlay *overlay = &join.joined.overlays[0];
        if (strcmp(pol_decision_code(overlay->decision), decisions[i].decision) != 0 ||
            overlay->has_conflict != decisions[i].has_conflict)
            fail_msg("case %zu: %s, %d", i, pol_decision_code(overlay->decision),
                     overlay->has_conflict);
        assert_int_equal(overlay->is_decided,
                         strcmp(decisions[i].decision, own ? own : "unknown") != 0);
        check_sources(i, overlay);
        pol_arena_done(&join.arena);
    }
}

static void test_source_places(void **state)
{
    (void)state;
    join_case join = {0};
    pol_passage passages[] = {{.line = 1, .page = 4}, {.line = 30, .page = 5}};
    pol_document *document = add_document(&join, "motion;16;Mugs;carried");
    document->decision_raw = (pol_value){POL_SPAN("Carried."), 40, POL_ORIGIN_TEXT};
    document->passages = passages;
    document->passage_count = 2;
    pol_join_outcome *late = add_outcome(&join, "motion;16;;carried");
    late->file = POL_SPAN("reports/z.txt");
    late->outcome.line = 3;
    late->outcome.page = 2;
    late->outcome.words = POL_SPAN("Agreed");
    add_outcome(&join, "motion;16;Mugs;carried")->file = POL_SPAN("reports/a.txt");
    join_all(&join);
    const pol_decision_source *sources = join.joined.overlays[0].sources;
    assert_int_equal(join.joined.overlays[0].source_count, 3);
    assert_null(sources[0].file.data);
    assert_span(sources[0].words, "Carried.");
    assert_int_equal(sources[0].line, 40);
    assert_int_equal(sources[0].page, 5);
    assert_span(sources[1].file, "reports/a.txt");
    assert_span(sources[2].file, "reports/z.txt");
    assert_span(sources[2].words, "Agreed");
    assert_int_equal(sources[2].line, 3);
    assert_int_equal(sources[2].page, 2);
    pol_arena_done(&join.arena);
}

/* What a person has put right stays right, and is no conflict any more. */
static void test_correction(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;16;Mugs;lost")->decision_raw.origin = POL_ORIGIN_CORRECTION;
    add_outcome(&join, "motion;16;Mugs;carried");
    join_all(&join);
    assert_decision(join.joined.overlays[0].decision, "lost");
    assert_false(join.joined.overlays[0].is_decided);
    assert_false(join.joined.overlays[0].has_conflict);
    assert_int_equal(join.joined.overlays[0].source_count, 2);
    pol_arena_done(&join.arena);
}

/* An amendment's fate is not its motion's, in neither direction. */
static void test_amendments(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;16;Mugs");
    add_document(&join, "amendment;16.1;");
    add_document(&join, "amendment;16.2;");
    add_relation(&join, 1, POL_RELATION_AMENDS, "16");
    add_outcome(&join, "amendment;16.1;;carried");
    add_outcome(&join, "motion;16.2;;lost");
    join_all(&join);
    assert_decision(join.joined.overlays[0].decision, "unknown");
    assert_int_equal(join.joined.overlays[0].source_count, 0);
    assert_decision(join.joined.overlays[1].decision, "carried");
    assert_decision(join.joined.overlays[2].decision, "lost");
    pol_arena_done(&join.arena);
}

static void test_points_and_referral(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;16;Mugs");
    add_document(&join, "motion;17;Cups");
    add_document(&join, "motion;18;Pots");
    add_outcome(&join, "motion;16;;carried;(10)=carried,3=lost,b)=carried");
    add_outcome(&join, "motion;16;;carried;3)=lost,4=lost");
    add_outcome(&join, "motion;17;;not_reached;;;referred to the committee");
    add_outcome(&join, "motion;18;;carried;2=lost");
    add_outcome(&join, "motion;18;;lost;1=lost");
    join_all(&join);
    const pol_overlay *overlays = join.joined.overlays;
    static const char *const labels[] = {"3", "4", "b)", "(10)"};
    assert_int_equal(overlays[0].point_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_span(overlays[0].points[i].label, labels[i]);
    assert_decision(overlays[0].points[0].decision, "lost");
    assert_decision(overlays[0].points[2].decision, "carried");
    assert_decision(overlays[1].decision, "not_reached");
    assert_span(overlays[1].referral, "referred to the committee");
    assert_true(overlays[2].has_conflict);
    assert_int_equal(overlays[2].point_count, 0);
    pol_arena_done(&join.arena);
}

/* The composite's own text says what it is made of. */
static void test_composite_booklet(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "composite;Composite A;Mugs and cups");
    add_document(&join, "motion;4;Mugs");
    add_document(&join, "motion;9;Cups;lost");
    add_document(&join, "motion;12;Pots");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "4");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "Motion 09");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "12");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "99");
    add_outcome(&join, "composite;Composite A;;carried");
    add_outcome(&join, "motion;12;Pots;withdrawn");
    join_all(&join);
    const pol_overlay *overlays = join.joined.overlays;
    static const char *const expected[] = {"carried", "composited", "lost", "withdrawn"};
    for (size_t i = 0; i < 4; i++) {
        assert_decision(overlays[i].decision, expected[i]);
        assert_false(overlays[i].has_conflict);
        if (i > 0) {
            assert_span(overlays[i].composite, "Composite A");
            assert_decision(overlays[i].composite_decision, "carried");
        }
    }
    assert_true(overlays[1].is_decided);
    assert_false(overlays[2].is_decided);
    assert_int_equal(overlays[0].relation_count, 4);
    assert_span(overlays[0].relations[0].id, "d1");
    assert_span(overlays[0].relations[1].id, "d2");
    assert_null(overlays[0].relations[3].id.data);
    assert_int_equal(overlays[1].relation_count, 1);
    assert_int_equal(overlays[1].relations[0].kind, POL_RELATION_COMPOSITED_IN);
    assert_span(overlays[1].relations[0].title, "Mugs and cups");
    assert_span(overlays[1].relations[0].id, "d0");
    assert_null(overlays[1].relations[0].words.data);
    pol_arena_done(&join.arena);
}

/* A report says it, and there is a text of the composite, or none. */
static void test_composite_reported(void **state)
{
    (void)state;
    for (int has_text = 0; has_text < 2; has_text++) {
        join_case join = {0};
        add_document(&join, "motion;4;Mugs");
        add_document(&join, "motion;9;Cups");
        if (has_text)
            add_document(&join, "composite;Composite A;Tea for all");
        add_outcome(&join, "motion;4;;composited;;A");
        add_outcome(&join, "motion;9;;none;;Composite A");
        add_outcome(&join, "composite;Composite A;Tea for all;carried_amended");
        add_outcome(&join, "motion;4;;carried");
        join_all(&join);
        const pol_overlay *overlays = join.joined.overlays;
        for (size_t i = 0; i < 2; i++) {
            assert_decision(overlays[i].decision, "composited");
            assert_decision(overlays[i].composite_decision, "carried_amended");
            assert_int_equal(overlays[i].relation_count, 1);
            assert_int_equal(overlays[i].relations[0].kind, POL_RELATION_COMPOSITED_IN);
        }
        assert_false(overlays[0].has_conflict); /* carried: in the composite */
        assert_int_equal(overlays[0].source_count, 2);
        assert_span(overlays[0].composite, has_text ? "Composite A" : "A");
        assert_int_equal(join.joined.outcome_documents[2], has_text ? (size_t)2 : (size_t)-1);
        if (has_text) {
            assert_int_equal(overlays[2].relation_count, 2);
            assert_int_equal(overlays[2].relations[0].kind, POL_RELATION_COMPOSITE_OF);
            assert_span(overlays[2].relations[0].number, "4");
        }
        pol_arena_done(&join.arena);
    }
}

/* Lines on a composite that is in no document, some of no known words; and two documents that
 * both say that they are that composite. */
static void test_composite_fates(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;4;Mugs");
    add_outcome(&join, "motion;4;;composited;;Composite A");
    add_outcome(&join, "composite;Composite A;;carried");
    add_outcome(&join, "composite;Composite A;;none");
    add_outcome(&join, "composite;Composite A;;carried_amended");
    join_all(&join);
    assert_decision(join.joined.overlays[0].composite_decision, "carried_amended");
    pol_arena_done(&join.arena);
    join = (join_case){0};
    add_document(&join, "motion;4;Mugs");
    add_document(&join, "composite;Composite A;Tea;carried");
    add_document(&join, "composite;Composite A;Tea;lost");
    join.documents[2].id = join.documents[1].id;
    add_relation(&join, 1, POL_RELATION_COMPOSITE_OF, "4");
    add_relation(&join, 2, POL_RELATION_COMPOSITE_OF, "4");
    join_all(&join);
    assert_decision(join.joined.overlays[0].decision, "composited");
    assert_span(join.joined.overlays[0].composite, "Composite A");
    assert_decision(join.joined.overlays[0].composite_decision, "none");
    pol_arena_done(&join.arena);
}

/* What the motion's own page says of its composite stays where nothing else is known. */
static void test_composite_of_own_text(void **state)
{
    (void)state;
    join_case join = {0};
    pol_document *document = add_document(&join, "motion;4;Mugs;composited");
    document->composite = POL_SPAN("Composite 7");
    document->composite_decision = POL_DECISION_CARRIED;
    add_outcome(&join, "motion;4;Mugs;carried");
    join_all(&join);
    assert_decision(join.joined.overlays[0].decision, "composited");
    assert_false(join.joined.overlays[0].has_conflict);
    assert_span(join.joined.overlays[0].composite, "Composite 7");
    assert_decision(join.joined.overlays[0].composite_decision, "carried");
    pol_arena_done(&join.arena);
}

/* Two composites, one lost: where the motion went cannot be told, nor does it matter which. */
static void test_composites_that_differ(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "composite;Composite A;Tea");
    add_document(&join, "composite;Composite B;Cake");
    add_document(&join, "motion;4;Mugs");
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "4");
    add_relation(&join, 1, POL_RELATION_COMPOSITE_OF, "4");
    add_outcome(&join, "composite;Composite B;;lost");
    join_all(&join);
    assert_decision(join.joined.overlays[2].decision, "composited");
    assert_null(join.joined.overlays[2].composite.data);
    assert_decision(join.joined.overlays[2].composite_decision, "none");
    assert_int_equal(join.joined.overlays[2].relation_count, 2);
    pol_arena_done(&join.arena);
}

/* The motion was carried by itself, the composite lost: that is a contradiction. */
static void test_composite_contradicted(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "composite;Composite A;Tea;lost");
    add_document(&join, "motion;4;Mugs");
    add_document(&join, "motion;5;Cups;carried");
    add_outcome(&join, "motion;4;;composited;;Composite A");
    add_outcome(&join, "motion;4;;carried");
    add_outcome(&join, "motion;5;;composited;;Composite A");
    join_all(&join);
    assert_decision(join.joined.overlays[1].decision, "unknown");
    assert_true(join.joined.overlays[1].has_conflict);
    assert_decision(join.joined.overlays[2].decision, "carried");
    assert_true(join.joined.overlays[2].has_conflict);
    pol_arena_done(&join.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_source_places),
        cmocka_unit_test(test_correction),
        cmocka_unit_test(test_amendments),
        cmocka_unit_test(test_points_and_referral),
        cmocka_unit_test(test_composite_booklet),
        cmocka_unit_test(test_composite_reported),
        cmocka_unit_test(test_composite_fates),
        cmocka_unit_test(test_composite_of_own_text),
        cmocka_unit_test(test_composites_that_differ),
        cmocka_unit_test(test_composite_contradicted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
