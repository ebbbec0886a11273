/* split_limits.c - the splitter on hostile inputs: floods of lines, memory that runs out, more
 * items than are taken; and what a part keeps of its file. */
#include "split_case.h"

static pol_status split_bytes(pol_span bytes, size_t limit, pol_arena *arena, pol_split *split,
                              pol_error *error)
{
    pol_text text = {0};
    pol_arena_init(arena, limit);
    pol_status status = pol_read_text(bytes, arena, &text, error);
    return status == POL_OK ? pol_split_text(&text, POL_SPAN("a.txt"), arena, split, error)
                            : status;
}

static void add_motion(pol_buffer *out, unsigned number)
{
    char head[64]; /* four digits may be a year */
    snprintf(head, sizeof head, "Motion %c%u: Mugs\n\n", (char)('A' + number / 1000),
             number % 1000);
    pol_buffer_add_text(out, head);
    pol_buffer_add_text(out, "Conference notes the mugs.\n\n");
}

static pol_status split_motions(unsigned count, pol_arena *arena, pol_split *split,
                                pol_error *error)
{
    pol_buffer text;
    pol_buffer_init(&text, 8 << 20);
    for (unsigned i = 1; i <= count; i++)
        add_motion(&text, i);
    pol_status status = split_bytes(pol_buffer_span(&text), 256 << 20, arena, split, error);
    pol_buffer_done(&text);
    return status;
}

static void test_many_items(void **state)
{
    (void)state;
    pol_arena arena;
    pol_split split;
    pol_error error;
    assert_int_equal(split_motions(POL_PARTS_MAX, &arena, &split, &error), POL_OK);
    assert_int_equal(split.part_count, POL_PARTS_MAX);
    pol_arena_done(&arena);
    assert_int_equal(split_motions(POL_PARTS_MAX + 1, &arena, &split, &error), POL_LIMIT);
    assert_non_null(strstr(error.text, "5000"));
    pol_arena_done(&arena);
}

/* Every size of arena up to the one that is enough: refused in words, never a part too few. */
static void test_little_memory(void **state)
{
    (void)state;
    pol_buffer text;
    pol_buffer_init(&text, 1 << 20);
    for (unsigned i = 1; i <= 4; i++)
        add_motion(&text, i);
    size_t refused = 0;
    for (size_t limit = 0; limit < (64u << 10); limit += 509) {
        pol_arena arena;
        pol_split split = {0};
        pol_error error = {0};
        pol_status status = split_bytes(pol_buffer_span(&text), limit, &arena, &split, &error);
        if (status != POL_OK && status != POL_LIMIT && status != POL_NOMEM)
            fail_msg("%zu bytes: %s", limit, error.text);
        if (status == POL_OK)
            assert_int_equal(split.part_count, 4);
        else
            assert_true(error.text[0] != '\0');
        refused += status != POL_OK;
        pol_arena_done(&arena);
    }
    assert_true(refused > 4);
    pol_buffer_done(&text);
}

static const struct {
    const char *unit;
    size_t times;
} floods[] = {
    {"1\n", 12000},
    {"1 A\n", 12000},
    {"Motion 1\n", 4000},
    {"Motion 1 (((((\n", 4000},
    {"Amendment\n", 4000},
    {"Composite A - - - - - - -\n", 2000},
    {"MUGS\n\nConference notes\n", 2000},
    {"CARRIED\n\n", 4000},
    {"North branch\n", 4000},
    {"A1 Mugs\nB1 Tea\n", 4000},
    {"(Motions 1, 2, 3)\n", 4000},
    {"1.1.1.1.1.1\n", 4000},
    {"Motion 1: Conference notes \xE2\x80\x93 \xE2\x80\x93 (Motion\n", 1600},
    {"Page 1\n", 4000},
    {"- - - - -\n", 4000},
};

static void test_floods(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        pol_buffer text;
        pol_buffer_init(&text, 4 << 20);
        for (size_t k = 0; k < floods[i].times; k++)
            pol_buffer_add_text(&text, floods[i].unit);
        pol_arena arena;
        pol_split split;
        pol_error error;
        pol_status status = split_bytes(pol_buffer_span(&text), 512 << 20, &arena, &split, &error);
        if (status != POL_OK && status != POL_LIMIT && status != POL_NOMEM)
            fail_msg("%s: %s", floods[i].unit, error.text);
        pol_arena_done(&arena);
        pol_buffer_done(&text);
    }
}

/* More lines that look like headings than are told apart: kept whole, and said so. */
static void test_too_many_headings(void **state)
{
    (void)state;
    pol_buffer text;
    pol_buffer_init(&text, 8 << 20);
    for (size_t i = 0; i < 100001; i++)
        pol_buffer_add_text(&text, "Motion 1\n");
    pol_arena arena;
    pol_split split;
    pol_error error;
    assert_int_equal(split_bytes(pol_buffer_span(&text), 512 << 20, &arena, &split, &error),
                     POL_OK);
    assert_int_equal(split.part_count, 0);
    assert_true(split.is_doubtful);
    pol_arena_done(&arena);
    pol_buffer_done(&text);
}

/* Lines and pages of the file, the head before the first item, and the reader's notes. */
static void test_places(void **state)
{
    (void)state;
    pol_arena arena;
    pol_split split;
    pol_error error;
    pol_span page = POL_SPAN("2031 Conference\nAgenda\n\nMotion 1: Mugs\n\nConference notes the "
                             "mugs.\n\nMotion 2: Tea\n\nConference notes the \x80tea.\n");
    assert_int_equal(split_bytes(page, 1 << 20, &arena, &split, &error), POL_OK);
    assert_int_equal(split.part_count, 2);
    assert_int_equal(split.head.line_count, 2);
    assert_int_equal(split.parts[0].line, 4);
    assert_int_equal(split.parts[1].line, 8);
    assert_int_equal(split.parts[1].text.lines[0].number, 10);
    assert_int_equal(split.parts[1].text.pairs[0].line, 8);
    assert_int_equal(split.parts[1].text.pairs[0].origin, POL_ORIGIN_HEADING);
    assert_true(split.parts[0].text.note_count + split.parts[1].text.note_count > 0);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_items), cmocka_unit_test(test_little_memory),
        cmocka_unit_test(test_floods),     cmocka_unit_test(test_too_many_headings),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
