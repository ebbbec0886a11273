/* matters_test.c - words to matters, and texts to what they are about. */
#include "draft/matters.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static pol_analyser *analyser;
static pol_matter_table *table;
static pol_arena arena;
static pol_error error;

static int make_table(void **state)
{
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    if (pol_analyser_new("en", &analyser, &error) != POL_OK)
        return -1;
    return pol_matter_table_new(analyser, &table, &error) == POL_OK ? 0 : -1;
}

static int free_table(void **state)
{
    (void)state;
    pol_matter_table_free(table);
    pol_matter_table_free(NULL);
    pol_analyser_free(analyser);
    pol_arena_done(&arena);
    return 0;
}

static uint32_t word_of(const char *stem)
{
    return pol_matter_word(table, pol_span_of(stem));
}

static pol_matters about(const char *words)
{
    enum { MANY = 16 };
    uint32_t numbers[MANY];
    size_t count = 0;
    pol_token token;
    pol_matters found;
    pol_analyser_begin(analyser, pol_span_of(words));
    while (count < MANY && pol_analyser_next(analyser, &token))
        numbers[count++] = pol_matter_word(table, token.stem);
    assert_true(pol_matters_of(table, numbers, count, &arena, &found));
    return found;
}

static double alike(const char *one, const char *other)
{
    pol_matters a = about(one), b = about(other);
    return pol_matters_alike(&a, &b);
}

static void test_table(void **state)
{
    (void)state;
    assert_true(table->row_count > 1000 && table->word_count > 2000);
    for (size_t i = 0; i < table->word_count; i++)
        assert_true(table->starts[i] < table->starts[i + 1] && table->parts[i] > 0);
    for (size_t i = 0; i < table->row_count; i++)
        assert_true(table->scales[i] > 0 && table->scales[i] <= 1);
    for (size_t i = 0; i < table->starts[table->word_count]; i++)
        assert_true(table->rows[i] < table->row_count);
}

static void test_words(void **state)
{
    (void)state;
    assert_true(word_of("lavatori") < table->word_count);
    assert_int_equal(word_of("xylophonist"), POL_MATTER_NONE);
    assert_int_equal(word_of(""), POL_MATTER_NONE);
    assert_int_equal(word_of("anunimaginablylongstemofaword"), POL_MATTER_NONE);
}

static void test_texts(void **state)
{
    (void)state;
    assert_true(alike("lavatories and showers for drivers", "toilets where drivers wash") > 0.3);
    assert_true(alike("lavatories for drivers", "seats in the House of Lords") < 0.05);
    double same = alike("a four day week", "a four day week");
    assert_true(same > 0.999 && same < 1.001);
    /* once or several times is the same */
    same = alike("asbestos", "asbestos asbestos asbestos");
    assert_true(same > 0.999 && same < 1.001);
    assert_true(alike("xylophonist", "xylophonist") == 0); /* no matter */
    assert_true(alike("", "asbestos") == 0);
}

static void test_sharpness(void **state)
{
    float *rows = pol_arena_array(&arena, table->row_count, sizeof *rows);
    pol_matters found;
    (void)state;
    rows[3] = 4;
    rows[5] = 2;
    rows[7] = 0.1F; /* too little beside the others */
    assert_true(pol_matters_settle(table, rows, NULL, 0.2, 2, &arena, &found));
    assert_int_equal(found.count, 2);
    assert_int_equal(found.matters[0].row, 3);
    assert_int_equal(found.matters[1].row, 5);
    assert_true(fabs(found.matters[0].part / found.matters[1].part - 4) < 0.001);
    float *news = pol_arena_array(&arena, table->row_count, sizeof *news);
    news[5] = 1; /* that a text is about 3 is no news */
    assert_true(pol_matters_settle(table, rows, news, 0.2, 2, &arena, &found));
    assert_true(found.matters[0].part == 0 && found.matters[1].part > 0.999F);
}

static void test_full_arena(void **state)
{
    const uint32_t word = word_of("asbesto");
    pol_arena small;
    pol_matters found;
    (void)state;
    pol_arena_init(&small, 64);
    assert_false(pol_matters_of(table, &word, 1, &small, &found));
    pol_arena_done(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),      cmocka_unit_test(test_words),
        cmocka_unit_test(test_texts),      cmocka_unit_test(test_sharpness),
        cmocka_unit_test(test_full_arena),
    };
    return cmocka_run_group_tests(tests, make_table, free_table);
}
