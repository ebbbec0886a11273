/* highlight_test.c - a query and a text to the text with [what is marked]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "search/highlight.h"

typedef struct test_case {
    const char *query, *text, *marked;
} test_case;

static pol_analyser *analyser;

static int open_analyser(void **state)
{
    (void)state;
    pol_error error;
    return pol_analyser_new("en", &analyser, &error) == POL_OK ? 0 : -1;
}

static int close_analyser(void **state)
{
    (void)state;
    pol_analyser_free(analyser);
    return 0;
}

static pol_query *parse(const char *text)
{
    pol_query *query = NULL;
    pol_error error;
    assert_int_equal(pol_query_parse(pol_span_of(text), false, &query, &error), POL_OK);
    return query;
}

static void put_marks(pol_span text, const pol_highlight *marks, size_t count, pol_buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        assert_true(marks[i].start >= at && marks[i].start < marks[i].end);
        assert_true(marks[i].end <= text.size);
        pol_buffer_add(out, pol_span_make(text.data + at, marks[i].start - at));
        pol_buffer_add_byte(out, '[');
        pol_buffer_add(out,
                       pol_span_make(text.data + marks[i].start, marks[i].end - marks[i].start));
        pol_buffer_add_byte(out, ']');
        at = marks[i].end;
    }
    pol_buffer_add(out, pol_span_from(text, at));
}

static void check(const test_case *c, pol_highlight_text which)
{
    pol_arena arena;
    pol_buffer out;
    pol_error error;
    const pol_highlight *marks;
    size_t count;
    pol_query *query = parse(c->query);
    pol_arena_init(&arena, 1 << 20);
    pol_buffer_init(&out, 1 << 20);
    assert_int_equal(pol_highlight_find(pol_query_root(query), pol_span_of(c->text), which,
                                        analyser, &arena, &marks, &count, &error),
                     POL_OK);
    assert_true((marks == NULL) == (count == 0));
    put_marks(pol_span_of(c->text), marks, count, &out);
    if (strcmp(out.data ? out.data : "", c->marked) != 0)
        fail_msg("%s\nwanted %s\n   got %s", c->query, c->marked, out.data);
    pol_buffer_done(&out);
    pol_arena_done(&arena);
    pol_query_free(query);
}

static void check_all(const test_case *cases, size_t count, pol_highlight_text which)
{
    for (size_t i = 0; i < count; i++)
        check(&cases[i], which);
}
#define CHECK_ALL(cases, which) check_all(cases, sizeof(cases) / sizeof *(cases), which)

static void test_words(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"strike", "Strikes, striking: a strike.", "[Strikes], [striking]: a [strike]."},
        {"the strike", "The strike of the year", "The [strike] of the year"},
        {"to be", "To have been, to be", "[To] have been, [to] [be]"},
        {"gps", "A GP and two GPs", "A [GP] and two [GPs]"},
        {"nhs", "the N.H.S. plan", "the [N.H.S]. plan"},
        {"cafe", "a Café’s door", "a [Café’s] door"},
        {"members", "the members' vote", "the [members]' vote"},
        {"pay -freeze", "pay freeze", "[pay] freeze"},
        {"pay NOT (freeze OR cap)", "pay freeze cap", "[pay] freeze cap"},
        {"pay OR cap", "pay freeze cap", "[pay] freeze [cap]"},
        {"pay year:2015 kind:motion", "pay motion 2015", "[pay] motion 2015"},
        {"Composite C", "composite of c", "[composite] of [c]"},
        {"pay", "nothing here", "nothing here"},
        {"pay", "", ""},
        {"", "pay", "pay"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_prefixes(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"privat*", "Private privatisation, deprivation", "[Private] [privatisation], deprivation"},
        {"co-op*", "co-operative coop cope", "[co-operative] [coop] cope"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_phrases_only_as_a_whole(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"\"fair pay\"", "pay: fair pay, fair, FAIR\nPAY", "pay: [fair pay], fair, [FAIR\nPAY]"},
        {"\"fair pay\"", "fairer pay, fair paying", "fairer pay, fair paying"},
        {"\"right to strike\"", "the right to strike to", "the [right to strike] to"},
        {"\"pay pay cut\"", "pay pay pay cut", "pay [pay pay cut]"},
        {"\"a b a c\"", "a b a b a c", "a b [a b a c]"},
        {"\"privatised\"", "privatise privatised", "privatise [privatised]"},
        {"\"union's rights\"", "the union’s rights", "the [union’s rights]"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_hyphens_in_phrases(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"\"twin track approach\"", "a twin-track approach", "a [twin-track approach]"},
        {"\"twin-track approach\"", "a twin track approach", "a [twin track approach]"},
        {"\"twin-track approach\"", "a twintrack approach", "a [twintrack approach]"},
        {"\"twintrack approach\"", "a twin-track approach", "a [twin-track approach]"},
        {"\"twin track\"", "a twintrack", "a twintrack"},
        {"\"track approach\"", "twin-track approach", "twin-[track approach]"},
        {"\"a twin\"", "a twin-track", "[a twin]-track"},
        {"\"joined up care\"", "joined-up-care", "[joined-up-care]"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_compounds(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"co-operation", "co-operation cooperation co operation",
         "[co-operation] [cooperation] [co operation]"},
        {"co-operation", "operation of the co", "[operation] of the [co]"},
        {"operation", "co-operation", "co-[operation]"},
        {"cooperation", "co-operation", "[co-operation]"},
        {"international", "inter-\nnational law", "[inter-\nnational] law"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_near(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"pay NEAR/2 freeze", "pay of freezes, freeze a b pay",
         "[pay] of [freezes], freeze a b pay"},
        {"pay NEAR/2 freeze", "freeze pay a b c pay", "[freeze] [pay] a b c pay"},
        {"pay NEAR/1 freeze", "pay a freeze", "pay a freeze"},
        {"pay NEAR/2 cap NEAR/2 cut", "cut x cap pay", "[cut] x [cap] [pay]"},
        {"pay NEAR/2 cap NEAR/2 cut", "cut x x cap pay", "cut x x cap pay"},
        {"pay NEAR/3 cap", "pay pay pay cap", "[pay] [pay] [pay] [cap]"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_overlaps_are_merged(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"pay \"fair pay\" fair*", "fair pay fairness", "[fair pay] [fairness]"},
        {"\"a b c\" \"b c d\"", "a b c d", "[a b c d]"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static void test_titles(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"title:pay", "Fair Pay", "Fair [Pay]"},
        {"title:\"fair pay\"", "Fair Pay for Fair", "[Fair Pay] for Fair"},
        {"title:priv*", "Private", "[Private]"},
        {"conference:pay cuts", "Pay Cuts", "Pay [Cuts]"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_TITLE);
    static const test_case passage[] = {{"title:pay", "fair pay", "fair pay"}};
    CHECK_ALL(passage, POL_HIGHLIGHT_PASSAGE);
}

static void test_invalid_bytes(void **state)
{
    (void)state;
    static const test_case cases[] = {
        {"pay", "\xff pay\xc3 pay\xe2\x82", "\xff [pay]\xc3 [pay]\xe2\x82"},
    };
    CHECK_ALL(cases, POL_HIGHLIGHT_PASSAGE);
}

static bool occurs(const char *phrase, const char *text)
{
    pol_query *query = parse(phrase);
    assert_int_equal(pol_query_root(query)->type, POL_NODE_PHRASE);
    bool does = false;
    pol_error error;
    assert_int_equal(
        pol_phrase_occurs(pol_query_root(query), pol_span_of(text), analyser, &does, &error),
        POL_OK);
    pol_query_free(query);
    return does;
}

static void test_phrase_occurs(void **state)
{
    (void)state;
    assert_true(occurs("\"twin track approach\"", "Its Twin-Track\napproach."));
    assert_true(occurs("\"the end\"", "This is the end"));
    assert_false(occurs("\"the end\"", "the ends of the ending"));
    assert_false(occurs("\"the end\"", ""));
}

static void test_many_matches_are_bounded(void **state)
{
    (void)state;
    enum { REPEATS = 60000 };
    static const char *const queries[] = {"pay", "\"pay pay pay\"", "pay NEAR/100 pay",
                                          "p*",  "pay-pay",         "pa*"};
    char *text = malloc(REPEATS * 4 + 1);
    assert_non_null(text);
    for (int i = 0; i < REPEATS; i++)
        memcpy(text + i * 4, "pay ", 5);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        pol_arena arena;
        pol_error error;
        const pol_highlight *marks;
        size_t count;
        pol_query *query = parse(queries[i]);
        pol_arena_init(&arena, 1 << 20);
        assert_int_equal(pol_highlight_find(pol_query_root(query), pol_span_of(text),
                                            POL_HIGHLIGHT_PASSAGE, analyser, &arena, &marks, &count,
                                            &error),
                         POL_OK);
        assert_true(count <= POL_HIGHLIGHTS_MAX);
        pol_arena_done(&arena);
        pol_query_free(query);
    }
    free(text);
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    pol_arena arena;
    pol_error error = {0};
    const pol_highlight *marks;
    size_t count;
    pol_query *query = parse("pay");
    pol_arena_init(&arena, 4);
    assert_int_equal(pol_highlight_find(pol_query_root(query), POL_SPAN("pay"),
                                        POL_HIGHLIGHT_PASSAGE, analyser, &arena, &marks, &count,
                                        &error),
                     POL_LIMIT);
    assert_null(marks);
    assert_int_equal(count, 0);
    assert_int_equal(error.status, POL_LIMIT);
    pol_arena_done(&arena);
    pol_query_free(query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_phrases_only_as_a_whole),
        cmocka_unit_test(test_hyphens_in_phrases),
        cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_near),
        cmocka_unit_test(test_overlaps_are_merged),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_invalid_bytes),
        cmocka_unit_test(test_phrase_occurs),
        cmocka_unit_test(test_many_matches_are_bounded),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, open_analyser, close_analyser);
}
