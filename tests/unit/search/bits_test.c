/* bits_test.c - search/evaluate/bits.h: the same entries as search/evaluate.h finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/schema.h"
#include "search/evaluate/bits.h"
#include "tests/unit/search/fixture.h"

enum { MADE = 300 };

static fixture fix;
static pol_index *lookup;
static pol_arena arena;
static pol_builder builder;
static pol_error error;

static int open_documents(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (uint32_t i = 0; i < MADE; i++) {
        char id[16], text[80], other[80];
        snprintf(id, sizeof id, "made-%u", i);
        snprintf(text, sizeof text, "kettle %s %s", i % 3 ? "" : "teapot", i % 7 ? "" : "spoon");
        snprintf(other, sizeof other, "saucer %s", i % 100 ? "" : "teapot");
        const fixture_document document = {
            .id = id, .title = "Crockery", .passages = {{.text = text}, {.text = other}}};
        fixture_add(&fix, &document);
    }
    lookup = fixture_look(&fix);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    pol_arena_init(&arena, 16 << 20);
    pol_builder_init(&builder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    pol_builder_done(&builder);
    pol_arena_done(&arena);
    return 0;
}

static pol_evaluator evaluator_of(void)
{
    return (pol_evaluator){lookup, &arena, lookup->last_docid};
}

static pol_expr *word(const char *prefix, const char *stem)
{
    return pol_build_term(&builder, prefix, pol_span_of(stem));
}

static pol_expr *any(pol_expr *left, pol_expr *right)
{
    return pol_build_pair(&builder, XC_OR, left, right);
}

static pol_expr *without_heads(pol_expr *expr)
{
    return pol_build_pair(&builder, XC_AND_NOT, expr, word(POL_PREFIX_HEAD, ""));
}

static pol_bits find(pol_expr *expr)
{
    pol_bits bits;
    const pol_evaluator evaluator = evaluator_of();
    assert_non_null(expr);
    assert_int_equal(pol_bits_find(&evaluator, expr, &bits, &error), POL_OK);
    return bits;
}

static bool has(const pol_set *set, xc_docid id)
{
    size_t at = pol_set_seek(set, 0, id);
    return at < set->count && set->ids[at] == id;
}

/* The expression is evaluated after its bits: what is remembered of it is not asked for. */
static void assert_same(pol_expr *expr, size_t least)
{
    const pol_set *set;
    const pol_evaluator evaluator = evaluator_of();
    pol_bits bits = find(expr);
    assert_int_equal(pol_evaluate(&evaluator, expr, &set, &error), POL_OK);
    assert_true(set->count >= least);
    assert_int_equal(bits.count, set->count);
    for (xc_docid id = 0; id <= lookup->last_docid + 70; id++)
        assert_int_equal(pol_bits_have(&bits, id), has(set, id));
}

static void finds_the_same(void **state)
{
    (void)state;
    for (int again = 0; again < 2; again++) { /* long lists are kept */
        pol_bits_trim(lookup);
        assert_same(word(POL_PREFIX_STEM, "teapot"), MADE / 3);
        assert_same(word(POL_PREFIX_STEM, "missing"), 0);
        assert_same(any(word(POL_PREFIX_STEM, "kettl"), word(POL_PREFIX_STEM, "spoon")), MADE);
        assert_same(any(word(POL_PREFIX_DOCUMENT_STEM, "kettl"), word(POL_PREFIX_STEM, "spoon")),
                    MADE);
        assert_same(without_heads(any(word(POL_PREFIX_DOCUMENT_STEM, "kettl"),
                                      word(POL_PREFIX_STEM, "spoon"))),
                    MADE / 7);
        assert_same(pol_build_pair(&builder, XC_AND, word(POL_PREFIX_STEM, "teapot"),
                                   word(POL_PREFIX_STEM, "spoon")),
                    MADE / 21);
        assert_same(
            without_heads(any(pol_build_pair(&builder, XC_AND_NOT, word(POL_PREFIX_STEM, "kettl"),
                                             word(POL_PREFIX_STEM, "spoon")),
                              word(POL_PREFIX_STEM, "saucer"))),
            MADE);
    }
    const pol_evaluator evaluator = evaluator_of();
    pol_bits nothing;
    assert_int_equal(pol_bits_find(&evaluator, NULL, &nothing, &error), POL_OK);
    assert_int_equal(nothing.count, 0);
}

/* Sets of alike and of very different sizes. */
static void sets_meet(void **state)
{
    (void)state;
    enum { LAST = 2000 };
    static xc_docid every[2][LAST];
    uint32_t seed = 3;
    for (uint32_t round = 0; round < 300; round++) {
        pol_set sets[2] = {{every[0], 0}, {every[1], 0}}, both;
        const uint32_t steps[2] = {1 + round % 5, 1 + round % 60};
        for (size_t i = 0; i < 2; i++)
            for (xc_docid id = 1; id <= LAST; id += 1 + (seed >> 8) % (2 * steps[i])) {
                every[i][sets[i].count++] = id;
                seed = seed * 1664525u + 1013904223u;
            }
        sets[round % 2].count /= 1 + round % 3;
        assert_true(pol_set_and(&sets[0], &sets[1], &arena, &both));
        size_t found = 0;
        for (xc_docid id = 1; id <= LAST; id++) {
            bool is_in_both = has(&sets[0], id) && has(&sets[1], id);
            assert_int_equal(has(&both, id), is_in_both);
            found += is_in_both;
        }
        assert_int_equal(both.count, found);
    }
}

static void lists_documents(void **state)
{
    (void)state;
    pol_set heads;
    const pol_lengths *lengths;
    assert_int_equal(pol_index_lengths(lookup, &lengths, &error), POL_OK);
    pol_bits bits = find(any(word(POL_PREFIX_STEM, "teapot"), word(POL_PREFIX_STEM, "spoon")));
    assert_true(pol_bits_list_heads(&bits, lengths, &arena, &heads));
    size_t wanted = 0;
    for (uint32_t i = 0; i < MADE; i++)
        wanted += i % 3 == 0 || i % 7 == 0 || i % 100 == 0;
    assert_int_equal(heads.count, wanted);
    for (size_t i = 0; i < heads.count; i++)
        assert_true(pol_lengths_is_head(lengths, heads.ids[i]) &&
                    (i == 0 || heads.ids[i - 1] < heads.ids[i]));
    const pol_set first = {heads.ids, 10};
    pol_set rest;
    pol_bits_leave_out(&bits, lengths, &first);
    assert_true(pol_bits_list_heads(&bits, lengths, &arena, &rest));
    assert_int_equal(rest.count, wanted - 10);
    assert_int_equal(rest.ids[0], heads.ids[10]);
    assert_int_equal(pol_count_bits(bits.words, lookup->last_docid / 64 + 1), bits.count);
}

static void counts_bits(void **state)
{
    (void)state;
    uint64_t words[100];
    for (size_t count = 0; count <= 100; count++) {
        memset(words, 0xff, sizeof words);
        assert_int_equal(pol_count_bits(words, count), 64 * count);
    }
    words[7] = 1, words[8] = UINT64_MAX - 1, words[9] = 0;
    assert_int_equal(pol_count_bits(words + 7, 3), 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_same, begin, end),
        cmocka_unit_test_setup_teardown(lists_documents, begin, end),
        cmocka_unit_test_setup_teardown(sets_meet, begin, end),
        cmocka_unit_test(counts_bits),
    };
    return cmocka_run_group_tests(tests, open_documents, close_documents);
}
