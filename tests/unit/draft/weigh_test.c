/* weigh_test.c - what words weigh, which are formulas, and which stand for one another. */
#include "tests/unit/draft/compared.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draft/lexicon.h"

static const pol_weighed *word_of(const pol_weighed_text *text, const char *word)
{
    for (size_t i = 0; i < text->count; i++)
        if (pol_span_equal(text->words[i].word, pol_span_of(word)))
            return &text->words[i];
    fail_msg("'%s' is not among the words", word);
    return NULL;
}

static void weights_are_those_of_the_index(void **state)
{
    pol_weighed_text text = compared_weigh(*state, "Pay the lamplighters of the union");
    assert_int_equal(text.count, 6);
    const pol_weighed *pay = word_of(&text, "pay"), *rare = word_of(&text, "lamplighters");
    assert_int_equal(pay->frequency, 40);
    assert_true(fabs(pay->weight - log((160 + 1) / 40.5)) < 1e-5);
    assert_int_equal(rare->frequency, 0);
    assert_true(fabs(rare->weight - log((160 + 1) / 1.5)) < 1e-5);
    assert_true(word_of(&text, "the")->weight == 0);
    assert_int_equal(rare->start, 8);
    assert_int_equal(rare->end, 20);
    assert_int_equal(rare->position, 3);
    double sum = 0;
    for (size_t i = 0; i < text.count; i++)
        sum += text.words[i].weight;
    assert_true(fabs(sum - text.weight) < 1e-6);
}

/* A compound is one word; what is compared are its parts, but behind a prefix. */
static void compounds(void **state)
{
    pol_weighed_text text = compared_weigh(*state, "well-lit co-operative");
    assert_int_equal(text.count, 2);
    assert_true(pol_span_equal(text.words[0].word, POL_SPAN("welllit")));
    assert_int_equal(text.unit_count, 3);
    pol_weighed_text plain = compared_weigh(*state, "well lit cooperative");
    assert_int_equal(plain.unit_count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(text.units[i].concept, plain.units[i].concept);
}

static void formulas(void **state)
{
    static const struct {
        const char *text, *first; /* `first`: the first word that is none */
    } cases[] = {
        {"Conference instructs the National Executive Council to paint bridges", "paint"},
        {"This Branch therefore calls upon the Health Service Group Executive to paint", "paint"},
        {"Congress further notes with concern that lamps rust", "lamps"},
        {"BE IT RESOLVED THAT this union paint bridges", "paint"},
        {"We call on the Regional Committee to paint", "paint"},
        {"The Regional Committee is instructed to paint", "paint"},
        {"The Party Conference believes that lamps rust", "lamps"},
        {"Lamps rust", "lamps"},
        {"calls on dockers to paint", "calls"},
        {"Conference deplores rust", "deplores"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_weighed_text text = compared_weigh(*state, cases[i].text);
        size_t at = 0;
        while (at < text.count && text.words[at].is_formula)
            at++;
        if (at == text.count || !pol_span_equal(text.words[at].word, pol_span_of(cases[i].first)))
            fail_msg("'%s': the formula ends elsewhere", cases[i].text);
        for (; at < text.count; at++)
            assert_false(text.words[at].is_formula);
    }
}

static void formulas_weigh_a_tenth(void **state)
{
    pol_weighed_text framed = compared_weigh(*state, "Conference instructs the Executive to pay");
    pol_weighed_text plain = compared_weigh(*state, "pay for conference");
    float formula = word_of(&framed, "conference")->weight;
    assert_true(fabsf(formula - 0.1F * word_of(&plain, "conference")->weight) < 1e-6F);
    assert_true(word_of(&framed, "pay")->weight == word_of(&plain, "pay")->weight);
}

static void corresponding_words(void **state)
{
    static const char *const pairs[][2] = {
        {"wages", "salaries"},
        {"thirty-two", "32"},
        {"£10 million", "ten million"},
        {"five", "5"},
        {"half a million", "500,000"},
        {"a quarter of a million", "250,000"},
        {"half million", "500000"},
        {"chosen", "choosing"},
        {"withdrawn", "withdraws"},
        {"draw up", "prepare"},
        {"staff", "workers"},
        {"inspectors", "inspection"},
        {"NEC", "national executive council"},
        {"organized", "organised"},
        {"can’t", "cannot"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_weighed_text one = compared_weigh(*state, pairs[i][0]);
        pol_weighed_text other = compared_weigh(*state, pairs[i][1]);
        if (one.unit_count != 1 || other.unit_count != 1 ||
            one.units[0].concept != other.units[0].concept)
            fail_msg("'%s' and '%s' do not correspond", pairs[i][0], pairs[i][1]);
    }
}

/* However it is written, in the index or not: one word, with a z or an s, and "not" of its own. */
static void spellings(void **state)
{
    pol_weighed_text z = compared_weigh(*state, "organization");
    pol_weighed_text s = compared_weigh(*state, "organisation");
    assert_true(pol_span_equal(z.words[0].stem, s.words[0].stem));
    assert_int_equal(z.words[0].frequency, s.words[0].frequency);
    assert_true(z.words[0].weight == s.words[0].weight);
    z = compared_weigh(*state, "harpoonized");
    assert_true(pol_span_equal(z.words[0].stem, POL_SPAN("harpoon")));
    static const char *const written[] = {"doesn't", "doesn’t", "Doesnt"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        pol_weighed_text one = compared_weigh(*state, written[i]);
        assert_int_equal(one.count, 1);
        assert_int_equal(one.unit_count, 2);
        assert_int_equal(one.units[0].end, strlen("does"));
        assert_int_equal(one.units[1].start, strlen("does"));
        assert_int_equal(one.units[1].end, strlen(written[i]));
        assert_int_equal(one.units[1].cues, compared_weigh(*state, "not").units[0].cues);
    }
}

static void other_words_do_not_correspond(void **state)
{
    static const char *const pairs[][2] = {
        {"thirty-two", "23"}, {"branch", "ranch"}, {"support", "oppose"}, {"one", "1"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_weighed_text one = compared_weigh(*state, pairs[i][0]);
        pol_weighed_text other = compared_weigh(*state, pairs[i][1]);
        assert_int_not_equal(one.units[0].concept, other.units[0].concept);
    }
}

static void nothing_and_junk(void **state)
{
    assert_int_equal(compared_weigh(*state, "").count, 0);
    pol_weighed_text text = compared_weigh(*state, " ,;... \xff\xfe\x80 ");
    assert_int_equal(text.count, 0);
    assert_int_equal(text.unit_count, 0);
    assert_true(text.weight == 0);
}

/* An arena that is full is an error, not a crash. */
static void full_arena(void **state)
{
    compared_index *made = *state;
    pol_arena arena;
    pol_error error = {0};
    pol_weighed_text text;
    pol_arena_init(&arena, 256);
    assert_int_equal(pol_weigh(made->weigher,
                               POL_SPAN("many words that no small arena can take, however small "
                                        "they are, since there are many of them"),
                               &arena, &text, &error),
                     POL_LIMIT);
    assert_non_null(strstr(error.text, "smaller pieces"));
    pol_arena_done(&arena);
}

/* More words than are remembered: the others are looked up each time, and are the same. */
static void more_words_than_are_remembered(void **state)
{
    enum { WORDS = 70000, WORD_BYTES = 7 };
    compared_index *made = *state;
    pol_arena arena;
    pol_error error = {0};
    pol_weighed_text once, again;
    char *text = malloc(WORDS * WORD_BYTES + 1);
    assert_non_null(text);
    for (size_t i = 0; i < WORDS; i++)
        snprintf(text + i * WORD_BYTES, WORD_BYTES + 1, "q%c%c%c%cz ", (int)('a' + i % 26),
                 (int)('a' + i / 26 % 26), (int)('a' + i / 676 % 26), (int)('a' + i / 17576));
    pol_arena_init(&arena, 256 << 20);
    pol_span bytes = pol_span_make(text, strlen(text));
    assert_int_equal(pol_weigh(made->weigher, bytes, &arena, &once, &error), POL_OK);
    assert_int_equal(pol_weigh(made->weigher, bytes, &arena, &again, &error), POL_OK);
    assert_int_equal(once.unit_count, WORDS);
    assert_int_equal(again.unit_count, WORDS);
    for (size_t i = 0; i < WORDS; i++) {
        assert_int_equal(once.units[i].concept, again.units[i].concept);
        assert_true(once.units[i].weight == again.units[i].weight);
    }
    pol_arena_done(&arena);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_those_of_the_index),
        cmocka_unit_test(compounds),
        cmocka_unit_test(formulas),
        cmocka_unit_test(formulas_weigh_a_tenth),
        cmocka_unit_test(corresponding_words),
        cmocka_unit_test(spellings),
        cmocka_unit_test(other_words_do_not_correspond),
        cmocka_unit_test(nothing_and_junk),
        cmocka_unit_test(full_arena),
        cmocka_unit_test(more_words_than_are_remembered),
    };
    return cmocka_run_group_tests(tests, compared_set_up, compared_tear_down);
}
