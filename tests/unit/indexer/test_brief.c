/* test_brief.c - what is kept of a document when its text is gone. */
#include "tests/unit/indexer/folder.h"

#include "indexer/brief.h"

/* Every span in memory of its own, which can be overwritten. */
typedef struct source {
    char bytes[8][64];
    pol_submitter submitters[2];
    pol_relation relations[1];
    pol_document document;
} source;

static pol_span own(source *made, size_t place, const char *text)
{
    snprintf(made->bytes[place], sizeof made->bytes[place], "%s", text);
    return pol_span_of(made->bytes[place]);
}

static void fill(source *made)
{
    *made = (source){.document = {.kind = POL_KIND_COMPOSITE}};
    made->submitters[0] = (pol_submitter){own(made, 0, "North branch"), false};
    made->submitters[1] = (pol_submitter){own(made, 1, "Ann Other"), true};
    made->relations[0] = (pol_relation){.kind = POL_RELATION_SUPERSEDES,
                                        .number = own(made, 2, "12"),
                                        .conference_name = own(made, 3, "Tea Conference"),
                                        .year = 2030,
                                        .line = 9};
    pol_document *document = &made->document;
    document->id.text = own(made, 4, "3f2a");
    document->title = (pol_value){own(made, 5, "Mugs"), 3, POL_ORIGIN_TEXT};
    document->conference_name = own(made, 6, "Canteen Conference");
    document->decision_raw = (pol_value){own(made, 7, "Carried"), 8, POL_ORIGIN_CORRECTION};
    document->year = 2031;
    document->decision = POL_DECISION_CARRIED;
    document->text_state = POL_TEXT_STATE_SUBMITTED;
    document->standing = POL_STANDING_CURRENT;
    document->submitters = made->submitters;
    document->submitter_count = 2;
    document->relations = made->relations;
    document->relation_count = 1;
    document->line = 290;
    document->page = 12;
    document->text = POL_SPAN("Conference notes tea.");
}

static void assert_text(pol_span actual, const char *expected)
{
    assert_true(pol_span_equal(actual, pol_span_of(expected)));
}

static void a_brief_outlives_its_document(void **state)
{
    (void)state;
    source made;
    pol_document brief;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 16);
    fill(&made);
    assert_true(pol_brief_make(&made.document, &arena, &brief));
    memset(&made, 'x', sizeof made);
    assert_int_equal(brief.kind, POL_KIND_COMPOSITE);
    assert_text(brief.id.text, "3f2a");
    assert_text(brief.title.text, "Mugs");
    assert_int_equal(brief.title.line, 3);
    assert_text(brief.conference_name, "Canteen Conference");
    assert_int_equal(brief.year, 2031);
    assert_text(brief.decision_raw.text, "Carried");
    assert_int_equal(brief.decision_raw.origin, POL_ORIGIN_CORRECTION);
    assert_int_equal(brief.decision, POL_DECISION_CARRIED);
    assert_int_equal(brief.text_state, POL_TEXT_STATE_SUBMITTED);
    assert_int_equal(brief.standing, POL_STANDING_CURRENT);
    assert_int_equal(brief.submitter_count, 2);
    assert_text(brief.submitters[1].name, "Ann Other");
    assert_true(brief.submitters[1].is_person);
    assert_int_equal(brief.relation_count, 1);
    assert_text(brief.relations[0].number, "12");
    assert_text(brief.relations[0].conference_name, "Tea Conference");
    assert_null(brief.relations[0].title.data);
    assert_int_equal(brief.relations[0].year, 2030);
    assert_int_equal(brief.line, 290);
    assert_int_equal(brief.page, 12);
    assert_null(brief.number.text.data);
    assert_null(brief.text.data); /* that is what makes it brief */
    assert_int_equal(brief.passage_count, 0);
    pol_arena_done(&arena);
}

static void nothing_makes_nothing(void **state)
{
    (void)state;
    const pol_document none = {.kind = POL_KIND_MOTION};
    pol_document brief;
    pol_arena arena;
    pol_arena_init(&arena, 0);
    assert_true(pol_brief_make(&none, &arena, &brief));
    assert_null(brief.submitters);
    assert_null(brief.relations);
    pol_arena_done(&arena);
}

static void a_full_arena_is_told(void **state)
{
    (void)state;
    source made;
    pol_document brief;
    pol_arena arena;
    size_t needed;
    fill(&made);
    pol_arena_init(&arena, 1 << 16);
    assert_true(pol_brief_make(&made.document, &arena, &brief));
    needed = arena.used_bytes;
    pol_arena_done(&arena);
    for (size_t limit = 0; limit + 16 < needed; limit += 8) {
        pol_arena_init(&arena, limit);
        assert_false(pol_brief_make(&made.document, &arena, &brief));
        pol_arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_brief_outlives_its_document),
        cmocka_unit_test(nothing_makes_nothing),
        cmocka_unit_test(a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
