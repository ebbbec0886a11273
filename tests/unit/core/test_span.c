/* test_span.c - comparing, trimming, searching. */
#include "core/span.h"

#include "tests/unit/core/cmocka_all.h"

static const size_t nowhere = (size_t)-1;

static void tells_equal_from_different(void **state)
{
    (void)state;
    assert_true(pol_span_equal(POL_SPAN("a"), POL_SPAN("a")));
    assert_false(pol_span_equal(POL_SPAN("a"), POL_SPAN("A")));
    assert_false(pol_span_equal(POL_SPAN("a"), POL_SPAN("ab")));
    assert_true(pol_span_equal((pol_span){0}, POL_SPAN("")));
    assert_true(pol_span_equal_fold(POL_SPAN("aBc"), POL_SPAN("AbC")));
    assert_false(pol_span_equal_fold(POL_SPAN("a"), POL_SPAN("ab")));
    assert_false(pol_span_equal_fold(POL_SPAN("["), POL_SPAN("{")));
    assert_false(pol_span_equal_fold(POL_SPAN("\xC3\xA9"), POL_SPAN("\xC3\x89")));
}

static void knows_starts_and_ends(void **state)
{
    (void)state;
    assert_true(pol_span_starts(POL_SPAN("motion"), POL_SPAN("mo")));
    assert_true(pol_span_starts(POL_SPAN(""), POL_SPAN("")));
    assert_false(pol_span_starts(POL_SPAN("m"), POL_SPAN("mo")));
    assert_true(pol_span_starts_fold(POL_SPAN("MOTION"), POL_SPAN("mo")));
    assert_false(pol_span_starts_fold(POL_SPAN("M"), POL_SPAN("mo")));
    assert_true(pol_span_ends(POL_SPAN("motion"), POL_SPAN("ion")));
    assert_false(pol_span_ends(POL_SPAN("on"), POL_SPAN("ion")));
}

static void cuts(void **state)
{
    (void)state;
    pol_span text = POL_SPAN("motion");
    assert_true(pol_span_equal(pol_span_from(text, 2), POL_SPAN("tion")));
    assert_int_equal(pol_span_from(text, 99).size, 0);
    assert_null(pol_span_from((pol_span){0}, 5).data);
    assert_true(pol_span_equal(pol_span_first(text, 2), POL_SPAN("mo")));
    assert_true(pol_span_equal(pol_span_first(text, 99), text));
}

static void trims_every_space(void **state)
{
    (void)state;
    static const struct {
        pol_span text;
        const char *trimmed;
    } rows[] = {
        {{"a", 1}, "a"},
        {{" \t\r\n\f\va b\n ", 11}, "a b"},
        {{"\xC2\xA0"
          "a\xC2\xA0",
          5},
         "a"},
        {{"\xEF\xBB\xBF a \xEF\xBB\xBF", 9}, "a"},
        {{"\xEF\xBB", 2}, "\xEF\xBB"},
        {{"   ", 3}, ""},
        {{"", 0}, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(pol_span_equal(pol_span_trim(rows[i].text), pol_span_of(rows[i].trimmed)));
    assert_int_equal(pol_span_trim(pol_span_make("\0a\0", 3)).size, 3);
    assert_null(pol_span_trim((pol_span){0}).data);
}

static void finds(void **state)
{
    (void)state;
    pol_span text = POL_SPAN("Motion and motion");
    assert_int_equal(pol_span_find(text, POL_SPAN("motion"), 0), 11);
    assert_int_equal(pol_span_find(text, POL_SPAN("motion"), 12), nowhere);
    assert_int_equal(pol_span_find(text, POL_SPAN(""), 3), 3);
    assert_int_equal(pol_span_find(text, POL_SPAN(""), 17), 17);
    assert_int_equal(pol_span_find(text, POL_SPAN(""), 18), nowhere);
    assert_int_equal(pol_span_find((pol_span){0}, POL_SPAN("a"), 0), nowhere);
    assert_int_equal(pol_span_find_fold(text, POL_SPAN("MOTION"), 0), 0);
    assert_int_equal(pol_span_find_fold(text, POL_SPAN("MOTION"), 1), 11);
    assert_int_equal(pol_span_find_fold(text, POL_SPAN("motions"), 0), nowhere);
    assert_int_equal(pol_span_find_fold(text, POL_SPAN("a"), 99), nowhere);
    static const char *const needles[] = {"tea", "and m"};
    assert_true(pol_span_has_any_fold(text, needles, 2));
    assert_true(pol_span_has_any_fold(POL_SPAN("sTEAm"), needles, 1));
    assert_false(pol_span_has_any_fold(text, needles, 1));
    assert_false(pol_span_has_any_fold(POL_SPAN("te"), needles, 2));
    assert_false(pol_span_has_any_fold((pol_span){0}, needles, 2));
}

static void orders_by_bytes(void **state)
{
    (void)state;
    assert_true(pol_span_compare(POL_SPAN("a"), POL_SPAN("b")) < 0);
    assert_true(pol_span_compare(POL_SPAN("a"), POL_SPAN("ab")) < 0);
    assert_true(pol_span_compare(POL_SPAN("\xFF"), POL_SPAN("z")) > 0);
    assert_int_equal(pol_span_compare(POL_SPAN("ab"), POL_SPAN("ab")), 0);
    assert_int_equal(pol_span_compare((pol_span){0}, POL_SPAN("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_equal_from_different),
        cmocka_unit_test(knows_starts_and_ends),
        cmocka_unit_test(cuts),
        cmocka_unit_test(trims_every_space),
        cmocka_unit_test(finds),
        cmocka_unit_test(orders_by_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
