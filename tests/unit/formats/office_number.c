/* office_number.c - numbers as they are printed. */
#include "formats/office/number.h"

#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"

typedef struct list {
    pol_list_level levels[POL_LIST_LEVELS];
    pol_list_counts counts;
    pol_arena arena;
    pol_list_marker marker;
} list;

static list new_list(void)
{
    list made = {.marker = {.is_worded = false}};
    pol_arena_init(&made.arena, 1 << 20);
    for (size_t i = 0; i < POL_LIST_LEVELS; i++)
        made.levels[i] = pol_list_level_plain(i);
    return made;
}

static const char *next(list *l, size_t level)
{
    pol_error error;
    pol_list_advance(&l->counts, l->levels, level);
    assert_int_equal(pol_list_print(&l->counts, l->levels, level, &l->arena, &l->marker, &error),
                     POL_OK);
    return l->marker.text.data ? l->marker.text.data : "";
}

static void formats_are_those_of_office_programs(void **state)
{
    (void)state;
    static const struct {
        pol_number_format format;
        uint32_t number;
        const char *printed;
    } cases[] = {
        {POL_NUMBER_DECIMAL, 1000000, "1000000."},
        {POL_NUMBER_DECIMAL, 0, "0."},
        {POL_NUMBER_PADDED, 7, "07."},
        {POL_NUMBER_PADDED, 112, "112."},
        {POL_NUMBER_ORDINAL, 1, "1st."},
        {POL_NUMBER_ORDINAL, 12, "12th."},
        {POL_NUMBER_ORDINAL, 22, "22nd."},
        {POL_NUMBER_ORDINAL, 113, "113th."},
        {POL_NUMBER_LOWER_LETTER, 26, "z."},
        {POL_NUMBER_LOWER_LETTER, 28, "bb."},
        {POL_NUMBER_UPPER_LETTER, 53, "AAA."},
        {POL_NUMBER_LOWER_LETTER, 0, "0."},
        {POL_NUMBER_LOWER_LETTER, 1000000, "1000000."},
        {POL_NUMBER_LOWER_COUNTED, 28, "ab."},
        {POL_NUMBER_UPPER_COUNTED, 703, "AAA."},
        {POL_NUMBER_LOWER_ROMAN, 1994, "mcmxciv."},
        {POL_NUMBER_LOWER_ROMAN, 3888, "mmmdccclxxxviii."},
        {POL_NUMBER_UPPER_ROMAN, 4, "IV."},
        {POL_NUMBER_UPPER_ROMAN, 4000, "4000."},
        {POL_NUMBER_BULLET, 3, "•"},
        {POL_NUMBER_NONE, 3, "."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        list l = new_list();
        l.levels[0].format = (uint8_t)cases[i].format;
        l.levels[0].start = cases[i].number;
        assert_string_equal(next(&l, 0), cases[i].printed);
        assert_false(l.marker.is_worded);
        pol_arena_done(&l.arena);
    }
}

static void levels_show_the_levels_above(void **state)
{
    (void)state;
    list l = new_list();
    l.levels[1].text = POL_SPAN("\x10.\x11)");
    l.levels[2].text = POL_SPAN("(\x12)");
    l.levels[2].format = POL_NUMBER_LOWER_LETTER;
    assert_string_equal(next(&l, 1), "1.1)"); /* before any number of the level above */
    assert_string_equal(next(&l, 0), "1.");
    assert_string_equal(next(&l, 1), "1.1)");
    assert_string_equal(next(&l, 1), "1.2)");
    assert_string_equal(next(&l, 2), "(a)");
    assert_string_equal(next(&l, 2), "(b)");
    assert_string_equal(next(&l, 1), "1.3)");
    assert_string_equal(next(&l, 2), "(a)");
    assert_string_equal(next(&l, 0), "2.");
    assert_string_equal(next(&l, 1), "2.1)");
    pol_arena_done(&l.arena);
}

static void a_level_may_run_on_through_those_above(void **state)
{
    (void)state;
    list l = new_list();
    l.levels[1].restarts_at = 0; /* never */
    l.levels[2].restarts_at = 1; /* after the first level only */
    next(&l, 0);
    assert_string_equal(next(&l, 1), "1.");
    assert_string_equal(next(&l, 2), "1.");
    assert_string_equal(next(&l, 1), "2.");
    assert_string_equal(next(&l, 2), "2.");
    next(&l, 0);
    assert_string_equal(next(&l, 1), "3.");
    assert_string_equal(next(&l, 2), "1.");
    pol_arena_done(&l.arena);
}

static void legal_numbers_are_decimal_throughout(void **state)
{
    (void)state;
    list l = new_list();
    l.levels[0].format = POL_NUMBER_UPPER_ROMAN;
    l.levels[1].text = POL_SPAN("\x10.\x11");
    assert_string_equal(next(&l, 0), "I.");
    assert_string_equal(next(&l, 1), "I.1");
    l.levels[1].is_legal = true;
    assert_string_equal(next(&l, 1), "1.2");
    pol_arena_done(&l.arena);
}

static void words_before_a_number_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_worded;
    } cases[] = {{"Motion \x10", true}, {"EM\x10", true},    {"É\x10", true},
                 {"(\x10)", false},     {"– \x10 –", false}, {"§ \x10", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        list l = new_list();
        l.levels[0].text = pol_span_of(cases[i].text);
        l.levels[0].format = POL_NUMBER_UPPER_LETTER; /* a letter, and no word */
        next(&l, 0);
        assert_int_equal(l.marker.is_worded, cases[i].is_worded);
        pol_arena_done(&l.arena);
    }
}

static void a_level_without_text_prints_nothing(void **state)
{
    (void)state;
    list l = new_list();
    l.levels[0].text = POL_SPAN(" ");
    next(&l, 0);
    assert_null(l.marker.text.data);
    pol_arena_done(&l.arena);
}

static void long_texts_are_cut_between_characters(void **state)
{
    (void)state;
    char text[POL_LIST_TEXT_MAX];
    list l = new_list();
    for (size_t i = 0; i < sizeof text; i += 3) /* 40 dashes of 3 bytes, and a number of 7 */
        memcpy(text + i, "—", 3);
    text[0] = text[1] = text[2] = '\x10';
    l.levels[0].text = pol_span_make(text, sizeof text);
    l.levels[0].start = POL_LIST_START_MAX;
    next(&l, 0);
    assert_in_range(l.marker.text.size, POL_LIST_TEXT_MAX - 3, POL_LIST_TEXT_MAX);
    assert_int_equal(pol_utf8_valid_prefix(l.marker.text), l.marker.text.size);
    pol_arena_done(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_those_of_office_programs),
        cmocka_unit_test(levels_show_the_levels_above),
        cmocka_unit_test(a_level_may_run_on_through_those_above),
        cmocka_unit_test(legal_numbers_are_decimal_throughout),
        cmocka_unit_test(words_before_a_number_are_known),
        cmocka_unit_test(a_level_without_text_prints_nothing),
        cmocka_unit_test(long_texts_are_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
