/* numbering.c - printed labels, in every style, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "document/numbering.h"

typedef struct label_case {
    const char *text;
    const char *printed; /* NULL: no label */
    pol_numbering style;
    uint32_t value;
    bool is_weak;
} label_case;

static const label_case labels[] = {
    {"1)Word", "1)", POL_NUMBERING_DIGIT, 1, false},
    {"1. Word", "1.", POL_NUMBERING_DIGIT, 1, false},
    {"1) Word", "1)", POL_NUMBERING_DIGIT, 1, false},
    {"1.Word", "1.", POL_NUMBERING_DIGIT, 1, false},
    {"12) Word", "12)", POL_NUMBERING_DIGIT, 12, false},
    {"(3) word", "(3)", POL_NUMBERING_DIGIT, 3, false},
    {"a)Word", "a)", POL_NUMBERING_LOWER, 1, false},
    {"a) ", "a)", POL_NUMBERING_LOWER, 1, false},
    {"b. word", "b.", POL_NUMBERING_LOWER, 2, false},
    {"a.Word", "a.", POL_NUMBERING_LOWER, 1, false},
    {"a.35 hour week", "a.", POL_NUMBERING_LOWER, 1, true},
    {"c.a real kettle", "c.", POL_NUMBERING_LOWER, 3, true},
    {"(b) word", "(b)", POL_NUMBERING_LOWER, 2, false},
    {"A. Word", "A.", POL_NUMBERING_UPPER, 1, true},
    {"B) Word", "B)", POL_NUMBERING_UPPER, 2, false},
    {"ii) word", "ii)", POL_NUMBERING_ROMAN, 2, false},
    {"(iv) word", "(iv)", POL_NUMBERING_ROMAN, 4, false},
    {"xii. word", "xii.", POL_NUMBERING_ROMAN, 12, false},
    {"III) Word", "III)", POL_NUMBERING_UPPER_ROMAN, 3, false},
    {"1.2 Word", "1.2", POL_NUMBERING_DECIMAL, 2, true},
    {"1Word", "1", POL_NUMBERING_DIGIT, 1, true},
    {"2 Word", "2", POL_NUMBERING_DIGIT, 2, true},
    {"\u2022 word", "\u2022", POL_NUMBERING_BULLET, 1, false},
    {"\u2022Word", "\u2022", POL_NUMBERING_BULLET, 1, false},
    {"\u00B7Word", "\u00B7", POL_NUMBERING_BULLET, 2, false},
    {"- word", "-", POL_NUMBERING_BULLET, 15, false},
    {"* word", "*", POL_NUMBERING_BULLET, 16, false},
    {"o Word", "o", POL_NUMBERING_BULLET, 19, true},
    /* look-alikes */
    {"1.5 million people", "1.5", POL_NUMBERING_DECIMAL, 5, true},
    {"2017 was a year", NULL, POL_NUMBERING_NONE, 0, false},
    {"1.3.4No delegate speaks", NULL, POL_NUMBERING_NONE, 0, false},
    {"D 2.6 The committee", NULL, POL_NUMBERING_NONE, 0, false},
    {"22.09.16", NULL, POL_NUMBERING_NONE, 0, false},
    {"e.g. this", NULL, POL_NUMBERING_NONE, 0, false},
    {"i.e. that", NULL, POL_NUMBERING_NONE, 0, false},
    {"N.H.S. staff", NULL, POL_NUMBERING_NONE, 0, false},
    {"5% of them", NULL, POL_NUMBERING_NONE, 0, false},
    {"1,500 members", NULL, POL_NUMBERING_NONE, 0, false},
    {"3-year plan", NULL, POL_NUMBERING_NONE, 0, false},
    {"1st of May", NULL, POL_NUMBERING_NONE, 0, false},
    {"5G masts", NULL, POL_NUMBERING_NONE, 0, false},
    {"I believe", NULL, POL_NUMBERING_NONE, 0, false},
    {"a word", NULL, POL_NUMBERING_NONE, 0, false},
    {"-5 degrees", NULL, POL_NUMBERING_NONE, 0, false},
    {"\u00B75 of a point", NULL, POL_NUMBERING_NONE, 0, false},
    {"dim) light", NULL, POL_NUMBERING_NONE, 0, false},
    {"0) nought", NULL, POL_NUMBERING_NONE, 0, false},
    {"(see above) word", NULL, POL_NUMBERING_NONE, 0, false},
    {"", NULL, POL_NUMBERING_NONE, 0, false},
};

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const label_case *row = &labels[i];
        pol_label label;
        bool found = pol_label_parse(pol_span_of(row->text), &label);
        bool is_right =
            found == (row->printed != NULL) &&
            (!found || (label.style == row->style && label.value == row->value &&
                        label.is_weak == row->is_weak && label.size == strlen(row->printed)));
        if (!is_right)
            fail_msg("'%s': %s, style %d, value %u, weak %d", row->text, found ? "label" : "none",
                     (int)label.style, label.value, label.is_weak);
    }
}

/* Does a line that starts with `next` go on the list of `first`? */
static const struct {
    const char *first, *next;
    bool follows;
} pairs[] = {
    {"1) a", "2) b", true},         {"1) a", "2. b", true},     {"1) a", "3) b", false},
    {"h) a", "i) b", true},         {"i) a", "ii) b", false},   {"ii) a", "iii) b", true},
    {"\u2022 a", "\u2022 b", true}, {"\u2022 a", "- b", false}, {"a) a", "B) b", false},
    {"iv) a", "v) b", true},        {"1.1 A", "1.2 B", true},
};

static void test_follows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_label first, next;
        assert_true(pol_label_parse(pol_span_of(pairs[i].first), &first));
        assert_true(pol_label_parse(pol_span_of(pairs[i].next), &next));
        if (pol_label_follows(&first, &next) != pairs[i].follows)
            fail_msg("'%s' then '%s'", pairs[i].first, pairs[i].next);
    }
}

/* "i)" is the roman one where a list starts, and the ninth letter behind "h)". */
static void test_readings(void **state)
{
    (void)state;
    pol_label label;
    assert_true(pol_label_parse(POL_SPAN("i) word"), &label));
    assert_true(pol_label_is_first(&label));
    assert_int_equal(label.style, POL_NUMBERING_ROMAN);
    assert_int_equal(label.value, 1);
    assert_true(pol_label_parse(POL_SPAN("b) word"), &label));
    assert_false(pol_label_is_first(&label));
}

static const struct {
    const char *text;
    int at; /* of the first label of a list inside; -1 for none */
} inline_first[] = {
    {"We ask you to: 1) write; 2) meet", 15},
    {"We ask you to:1)Write", 14},
    {"We resolve - 1. To write - 2. To meet", 13},
    {"We resolve to 1) write 2) meet", 14},
    {"the plan is: \u2022 one \u2022 two", 13},
    {"as in (see point 1) and (point 2)", -1},
    {"Section 1. The Act says", -1},
    {"under section 31 (a) and (b)", -1},
    {"it costs \u00A33\u00B78bn", -1},
    {"nothing here", -1},
};

static void test_inline(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof inline_first / sizeof *inline_first; i++) {
        pol_label label;
        size_t at = pol_label_find_inline(pol_span_of(inline_first[i].text), 0, NULL, &label);
        if (at != (size_t)inline_first[i].at)
            fail_msg("'%s': at %zu", inline_first[i].text, at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_follows),
        cmocka_unit_test(test_readings),
        cmocka_unit_test(test_inline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
