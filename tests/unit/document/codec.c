/* codec.c - numbers, strings, outcomes and overlays to bytes and back; every kind of damage. */
#include <stdlib.h>

#include "document/codec.h"
#include "tests/unit/document/reading.h"

enum { BYTES_MAX = 1 << 20 };

static pol_buffer buffer;
static pol_arena arena;

static int set_up(void **state)
{
    (void)state;
    pol_buffer_init(&buffer, BYTES_MAX);
    pol_arena_init(&arena, BYTES_MAX);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pol_buffer_done(&buffer);
    pol_arena_done(&arena);
    return 0;
}

static pol_cursor over(const char *bytes, size_t size)
{
    return (pol_cursor){.rest = pol_span_make(bytes, size)};
}

/* --- numbers and strings ------------------------------------------------------------ */

static void numbers_come_back(void **state)
{
    (void)state;
    const uint64_t numbers[] = {0,          1,
                                0x7F,       0x80,
                                0x3FFF,     0x4000,
                                UINT32_MAX, (uint64_t)UINT32_MAX + 1,
                                UINT64_MAX, UINT64_MAX - 1};
    const size_t count = sizeof numbers / sizeof *numbers;
    for (size_t i = 0; i < count; i++)
        pol_put_number(&buffer, numbers[i]);
    pol_cursor at = {.rest = pol_buffer_span(&buffer)};
    for (size_t i = 0; i < count; i++)
        assert_true(pol_take_number(&at) == numbers[i]);
    assert_false(at.is_bad);
    assert_int_equal(at.rest.size, 0);
}

static void small_numbers_take_a_byte(void **state)
{
    (void)state;
    pol_put_number(&buffer, 0x7F);
    assert_int_equal(buffer.size, 1);
    pol_put_number(&buffer, 0x80);
    assert_int_equal(buffer.size, 3);
}

static void numbers_that_are_none(void **state)
{
    (void)state;
    const struct {
        const char *bytes;
        size_t size;
    } rows[] = {
        {"", 0},
        {"\x80", 1},                                        /* goes on, and does not */
        {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9},        /* the same */
        {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02", 10},   /* 65 bits */
        {"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x81\0", 11}, /* goes on behind the 64th */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_cursor at = over(rows[i].bytes, rows[i].size);
        assert_true(pol_take_number(&at) == 0);
        assert_true(at.is_bad);
    }
}

static void bounds_are_kept(void **state)
{
    (void)state;
    pol_cursor at = over("\x05", 1);
    assert_true(pol_take_below(&at, 6) == 5);
    assert_false(at.is_bad);
    at = over("\x05", 1);
    assert_true(pol_take_below(&at, 5) == 0);
    assert_true(at.is_bad);
    pol_put_number(&buffer, UINT32_MAX);
    pol_put_number(&buffer, (uint64_t)UINT32_MAX + 1);
    at = (pol_cursor){.rest = pol_buffer_span(&buffer)};
    assert_true(pol_take_u32(&at) == UINT32_MAX);
    assert_false(at.is_bad);
    assert_true(pol_take_u32(&at) == 0);
    assert_true(at.is_bad);
}

/* A count that the rest cannot hold would ask for any amount of memory. */
static void counts_fit_what_is_left(void **state)
{
    (void)state;
    pol_cursor at = over("\x02"
                         "abcdef",
                         7);
    assert_int_equal(pol_take_count(&at, 3), 2);
    assert_false(at.is_bad);
    at = over("\x02"
              "abcde",
              6);
    assert_int_equal(pol_take_count(&at, 3), 0);
    assert_true(at.is_bad);
}

static void absent_is_not_empty(void **state)
{
    (void)state;
    pol_put_span(&buffer, (pol_span){0});
    pol_put_span(&buffer, POL_SPAN(""));
    pol_put_span(&buffer, pol_span_make("a\0b", 3));
    pol_cursor at = {.rest = pol_buffer_span(&buffer)};
    assert_null(pol_take_span(&at).data);
    pol_span empty = pol_take_span(&at);
    assert_non_null(empty.data);
    assert_int_equal(empty.size, 0);
    assert_true(pol_span_equal(pol_take_span(&at), pol_span_make("a\0b", 3)));
    assert_false(at.is_bad);
}

static void a_bad_cursor_gives_nothing_more(void **state)
{
    (void)state;
    pol_cursor at = over("\x09"
                         "abc\x01\x01",
                         6);
    assert_null(pol_take_span(&at).data); /* 8 bytes are promised */
    assert_true(at.is_bad);
    assert_null(pol_take_span(&at).data);
    assert_true(pol_take_number(&at) == 0);
    assert_int_equal(pol_take_count(&at, 1), 0);
    assert_true(at.is_bad);
}

/* --- outcomes ----------------------------------------------------------------------- */

static pol_outcome_point points[2];

static pol_outcome whole_outcome(void)
{
    points[0] = (pol_outcome_point){POL_SPAN("2"), POL_DECISION_LOST};
    points[1] = (pol_outcome_point){POL_SPAN("b"), POL_DECISION_CARRIED};
    return (pol_outcome){.kind = POL_KIND_COMPOSITE,
                         .number = POL_SPAN("16"),
                         .title = POL_SPAN("Mugs"),
                         .conference_name = POL_SPAN("Canteen Conference"),
                         .year = 2031,
                         .decision = POL_DECISION_CARRIED_PART,
                         .words = POL_SPAN("carried in parts"),
                         .points = points,
                         .point_count = 2,
                         .composite = POL_SPAN("Composite A"),
                         .amendment = POL_SPAN("75.1"),
                         .referral = POL_SPAN("referred to the NEC"),
                         .line_text = POL_SPAN("16 Mugs: carried in parts"),
                         .line = 300,
                         .page = 4};
}

static void assert_same_span(pol_span a, pol_span b)
{
    assert_int_equal(a.data == NULL, b.data == NULL);
    assert_true(pol_span_equal(a, b));
}

static void assert_same_points(const pol_outcome_point *a, const pol_outcome_point *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_same_span(a[i].label, b[i].label);
        assert_int_equal(a[i].decision, b[i].decision);
    }
}

static void assert_same_outcome(const pol_outcome *a, const pol_outcome *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_same_span(a->number, b->number);
    assert_same_span(a->title, b->title);
    assert_same_span(a->conference_name, b->conference_name);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->decision, b->decision);
    assert_same_span(a->words, b->words);
    assert_int_equal(a->point_count, b->point_count);
    assert_same_points(a->points, b->points, a->point_count);
    assert_same_span(a->composite, b->composite);
    assert_same_span(a->amendment, b->amendment);
    assert_same_span(a->referral, b->referral);
    assert_same_span(a->line_text, b->line_text);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->page, b->page);
}

static void outcomes_come_back(void **state)
{
    (void)state;
    pol_error error;
    const pol_outcome rows[] = {whole_outcome(), {.words = POL_SPAN("")}, {.year = -1}};
    for (size_t i = 0; i < 3; i++) {
        pol_outcome taken, wanted = rows[i];
        pol_buffer_clear(&buffer);
        pol_put_outcome(&buffer, &rows[i]);
        pol_cursor at = {.rest = pol_buffer_span(&buffer)};
        assert_int_equal(pol_take_outcome(&at, &arena, &taken, &error), POL_OK);
        assert_false(at.is_bad);
        assert_int_equal(at.rest.size, 0);
        wanted.year = wanted.year > 0 ? wanted.year : 0; /* none before Christ */
        assert_same_outcome(&taken, &wanted);
    }
}

/* A block of exactly this size, so that a read beyond it is seen. */
static char *copy_of(pol_span bytes)
{
    char *copy = malloc(bytes.size ? bytes.size : 1);
    assert_non_null(copy);
    memcpy(copy, bytes.data, bytes.size);
    return copy;
}

typedef bool take_any(pol_span bytes); /* false where the cursor was bad in the end */

static bool take_outcome(pol_span bytes)
{
    pol_error error;
    pol_outcome taken;
    pol_cursor at = {.rest = bytes};
    pol_arena_done(&arena);
    assert_int_equal(pol_take_outcome(&at, &arena, &taken, &error), POL_OK);
    assert_true(taken.kind < POL_KIND_COUNT && taken.decision < POL_DECISION_COUNT);
    for (size_t i = 0; i < taken.point_count; i++)
        assert_true(taken.points[i].decision < POL_DECISION_COUNT);
    return !at.is_bad;
}

static bool take_overlay(pol_span bytes)
{
    pol_error error;
    pol_overlay taken;
    pol_cursor at = {.rest = bytes};
    pol_arena_done(&arena);
    assert_int_equal(pol_take_overlay(&at, &arena, &taken, &error), POL_OK);
    assert_true(taken.decision < POL_DECISION_COUNT && taken.standing < POL_STANDING_COUNT);
    assert_true(taken.composite_decision < POL_DECISION_COUNT);
    for (size_t i = 0; i < taken.source_count; i++)
        assert_true(taken.sources[i].decision < POL_DECISION_COUNT);
    for (size_t i = 0; i < taken.relation_count; i++)
        assert_true(taken.relations[i].kind < POL_RELATION_COUNT);
    return !at.is_bad;
}

static void assert_damage_is_survived(take_any *take)
{
    pol_span bytes = pol_buffer_span(&buffer);
    for (size_t size = 0; size < bytes.size; size++) {
        char *cut = copy_of(pol_span_first(bytes, size));
        assert_false(take(pol_span_make(cut, size)));
        free(cut);
    }
    size_t refused = 0;
    char *copy = copy_of(bytes);
    for (size_t at = 0; at < bytes.size; at++)
        for (unsigned mask = 1; mask < 256; mask++) {
            copy[at] = (char)(bytes.data[at] ^ (char)mask);
            refused += !take(pol_span_make(copy, bytes.size));
            copy[at] = bytes.data[at];
        }
    free(copy);
    assert_true(refused > bytes.size);
}

static void damaged_outcomes_are_survived(void **state)
{
    (void)state;
    const pol_outcome outcome = whole_outcome();
    pol_put_outcome(&buffer, &outcome);
    assert_damage_is_survived(take_outcome);
}

/* --- overlays ----------------------------------------------------------------------- */

static pol_decision_source sources[2];
static pol_relation relations[2];

static pol_overlay whole_overlay(void)
{
    sources[0] = (pol_decision_source){POL_DECISION_LOST, POL_SPAN("LOST"), POL_SPAN("report.txt"),
                                       70000, 0};
    sources[1] = (pol_decision_source){POL_DECISION_CARRIED, POL_SPAN("Carried"), {0}, 3, 2};
    relations[0] = (pol_relation){.kind = POL_RELATION_AMENDED_BY,
                                  .number = POL_SPAN("1.1"),
                                  .line = 9,
                                  .id = POL_SPAN("abc")};
    relations[1] = (pol_relation){.kind = POL_RELATION_SUPERSEDED_BY,
                                  .title = POL_SPAN("Cups"),
                                  .conference_name = POL_SPAN("Canteen Conference"),
                                  .year = 2032,
                                  .words = POL_SPAN("supersedes Motion 1")};
    points[0] = (pol_outcome_point){POL_SPAN("2"), POL_DECISION_LOST};
    return (pol_overlay){.is_decided = true,
                         .decision = POL_DECISION_UNKNOWN,
                         .sources = sources,
                         .source_count = 2,
                         .has_conflict = true,
                         .points = points,
                         .point_count = 1,
                         .referral = POL_SPAN("referred to the NEC"),
                         .composite = POL_SPAN("Composite A"),
                         .composite_decision = POL_DECISION_CARRIED,
                         .relations = relations,
                         .relation_count = 2,
                         .standing = POL_STANDING_SUPERSEDED};
}

static void assert_same_sources(const pol_overlay *a, const pol_overlay *b)
{
    assert_int_equal(a->source_count, b->source_count);
    for (size_t i = 0; i < a->source_count; i++) {
        assert_int_equal(a->sources[i].decision, b->sources[i].decision);
        assert_same_span(a->sources[i].words, b->sources[i].words);
        assert_same_span(a->sources[i].file, b->sources[i].file);
        assert_int_equal(a->sources[i].line, b->sources[i].line);
        assert_int_equal(a->sources[i].page, b->sources[i].page);
    }
}

static void assert_same_relations(const pol_overlay *a, const pol_overlay *b)
{
    assert_int_equal(a->relation_count, b->relation_count);
    for (size_t i = 0; i < a->relation_count; i++) {
        const pol_relation *left = &a->relations[i], *right = &b->relations[i];
        assert_int_equal(left->kind, right->kind);
        assert_same_span(left->number, right->number);
        assert_same_span(left->title, right->title);
        assert_same_span(left->conference_name, right->conference_name);
        assert_int_equal(left->year, right->year);
        assert_same_span(left->words, right->words);
        assert_int_equal(left->line, right->line);
        assert_same_span(left->id, right->id);
    }
}

static void overlays_come_back(void **state)
{
    (void)state;
    pol_error error;
    const pol_overlay rows[] = {whole_overlay(), {.is_decided = false}};
    for (size_t i = 0; i < 2; i++) {
        pol_overlay taken;
        pol_buffer_clear(&buffer);
        pol_put_overlay(&buffer, &rows[i]);
        pol_cursor at = {.rest = pol_buffer_span(&buffer)};
        assert_int_equal(pol_take_overlay(&at, &arena, &taken, &error), POL_OK);
        assert_false(at.is_bad);
        assert_int_equal(at.rest.size, 0);
        assert_int_equal(taken.is_decided, rows[i].is_decided);
        assert_int_equal(taken.decision, rows[i].decision);
        assert_int_equal(taken.has_conflict, rows[i].has_conflict);
        assert_same_sources(&taken, &rows[i]);
        assert_int_equal(taken.point_count, rows[i].point_count);
        assert_same_points(taken.points, rows[i].points, rows[i].point_count);
        assert_same_span(taken.referral, rows[i].referral);
        assert_same_span(taken.composite, rows[i].composite);
        assert_int_equal(taken.composite_decision, rows[i].composite_decision);
        assert_same_relations(&taken, &rows[i]);
        assert_int_equal(taken.standing, rows[i].standing);
    }
}

static void damaged_overlays_are_survived(void **state)
{
    (void)state;
    const pol_overlay overlay = whole_overlay();
    pol_put_overlay(&buffer, &overlay);
    assert_damage_is_survived(take_overlay);
}

static void a_small_arena_is_a_limit(void **state)
{
    (void)state;
    pol_error error;
    pol_overlay taken;
    pol_outcome outcome = whole_outcome(), taken_outcome;
    const pol_overlay overlay = whole_overlay();
    pol_put_overlay(&buffer, &overlay);
    pol_arena small;
    pol_arena_init(&small, 16);
    pol_cursor at = {.rest = pol_buffer_span(&buffer)};
    assert_int_equal(pol_take_overlay(&at, &small, &taken, &error), POL_LIMIT);
    pol_buffer_clear(&buffer);
    pol_put_outcome(&buffer, &outcome);
    at = (pol_cursor){.rest = pol_buffer_span(&buffer)};
    assert_int_equal(pol_take_outcome(&at, &small, &taken_outcome, &error), POL_LIMIT);
    pol_arena_done(&small);
}

int main(void)
{
#define WITH_MEMORY(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_MEMORY(numbers_come_back),
        WITH_MEMORY(small_numbers_take_a_byte),
        WITH_MEMORY(numbers_that_are_none),
        WITH_MEMORY(bounds_are_kept),
        WITH_MEMORY(counts_fit_what_is_left),
        WITH_MEMORY(absent_is_not_empty),
        WITH_MEMORY(a_bad_cursor_gives_nothing_more),
        WITH_MEMORY(outcomes_come_back),
        WITH_MEMORY(damaged_outcomes_are_survived),
        WITH_MEMORY(overlays_come_back),
        WITH_MEMORY(damaged_overlays_are_survived),
        WITH_MEMORY(a_small_arena_is_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
