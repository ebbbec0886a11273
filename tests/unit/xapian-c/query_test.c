/* query_test.c - each operator on documents where its answer is plain. */
#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* 1..6 */
static const char *const texts[] = {
    "a b c d", "a x b x c", "c b a", "a", "b c", "d",
};

static xc_reader *letters_reader(void **state)
{
    const char *path = in_scratch(state, "database");
    build(path, texts, sizeof texts / sizeof *texts);
    return open_reader(path);
}

/* Weighs nothing, so that hits come by id. */
static const char *ids_of(xc_reader *reader, xc_query *query)
{
    xc_error error;
    xc_query *plain;
    OK(xc_query_scale(query, 0, &plain, &error));
    xc_query_free(query);
    return hits_of(reader, plain);
}

typedef struct operator_case {
    xc_operator op;
    const char *words[4];
    uint32_t window;
    const char *hits;
} operator_case;

static const operator_case operator_cases[] = {
    {XC_AND, {"a", "b"}, 0, "1 2 3"},
    {XC_AND, {"a", "b", "d"}, 0, "1"},
    {XC_AND, {"a"}, 0, "1 2 3 4"},
    {XC_AND, {NULL}, 0, ""},
    {XC_OR, {"a", "d"}, 0, "1 2 3 4 6"},
    {XC_OR, {"zz", "d"}, 0, "1 6"},
    {XC_OR, {NULL}, 0, ""},
    {XC_AND_NOT, {"a", "b"}, 0, "4"},
    {XC_AND_NOT, {"b", "a", "d"}, 0, "5"},
    {XC_AND_NOT, {"a", "x", "d"}, 0, "3 4"},
    {XC_XOR, {"a", "b"}, 0, "4 5"},
    {XC_XOR, {"a", "b", "d"}, 0, "1 4 5 6"},
    {XC_AND_MAYBE, {"d", "a", "b"}, 0, "1 6"},
    {XC_FILTER, {"c", "a", "b"}, 0, "1 2 3"},
    {XC_NEAR, {"a", "b"}, 0, "1 3"},
    {XC_NEAR, {"a", "b"}, 3, "1 2 3"},
    {XC_NEAR, {"c", "a", "b"}, 0, "1 3"},
    {XC_NEAR, {"c", "a", "b"}, 5, "1 2 3"},
    {XC_NEAR, {"d"}, 0, "1 6"},
    {XC_PHRASE, {"a", "b"}, 0, "1"},
    {XC_PHRASE, {"a", "b", "c"}, 0, "1"},
    {XC_PHRASE, {"a", "b", "c"}, 5, "1 2"},
    {XC_PHRASE, {"c", "b", "a"}, 0, "3"},
    {XC_PHRASE, {"a", "zz"}, 0, ""},
    {XC_PHRASE, {NULL}, 0, ""},
    {XC_ELITE_SET, {"d", "a"}, 1, "1 6"},
    {XC_ELITE_SET, {"d", "x"}, 0, "1 2 6"},
    {XC_SYNONYM, {"d", "x"}, 0, "1 2 6"},
    {XC_MAX, {"d", "x"}, 0, "1 2 6"},
};

static void operators_match(void **state)
{
    xc_reader *reader = letters_reader(state);
    for (size_t i = 0; i < sizeof operator_cases / sizeof *operator_cases; i++) {
        const operator_case *row = &operator_cases[i];
        size_t count = 0;
        while (count < 4 && row->words[count])
            count++;
        const char *hits = ids_of(reader, words_query(row->op, row->words, count, row->window));
        if (strcmp(hits, row->hits) != 0)
            print_error("row %zu\n", i);
        assert_string_equal(hits, row->hits);
    }
    xc_reader_free(reader);
}

static void all_and_none(void **state)
{
    xc_error error;
    xc_query *query;
    xc_reader *reader = letters_reader(state);
    OK(xc_query_all(&query, &error));
    assert_string_equal(ids_of(reader, query), "1 2 3 4 5 6");
    OK(xc_query_none(&query, &error));
    assert_string_equal(ids_of(reader, query), "");
    FAILS(XC_INVALID, xc_query_term(NO_BYTES, 1, &query, &error));
    assert_null(query);
    xc_query_free(NULL);
    xc_reader_free(reader);
}

static xc_query *pair(xc_operator op, xc_query *first, xc_query *second, uint32_t window)
{
    xc_error error;
    xc_query *query;
    xc_query *const parts[] = {first, second};
    OK(xc_query_combine(op, parts, 2, window, &query, &error));
    xc_query_free(first);
    xc_query_free(second);
    return query;
}

static void queries_nest(void **state)
{
    xc_reader *reader = letters_reader(state);
    xc_query *either = words_query(XC_OR, (const char *const[]){"x", "d"}, 2, 0);
    assert_string_equal(ids_of(reader, pair(XC_AND, either, term("a"), 0)), "1 2");
    xc_query *phrase = words_query(XC_PHRASE, (const char *const[]){"a", "b"}, 2, 0);
    assert_string_equal(ids_of(reader, pair(XC_AND_NOT, term("a"), phrase, 0)), "2 3 4");
    xc_reader_free(reader);
}

/* Compares NEAR and PHRASE with (`left` OR `other`) inside to those of either, joined. */
static void check_or_inside(xc_reader *reader, xc_operator op, const char *const *words,
                            uint32_t window)
{
    xc_query *inside = words_query(XC_OR, words, 2, 0);
    xc_query *one = words_query(op, (const char *const[]){words[0], words[2]}, 2, window);
    xc_query *two = words_query(op, (const char *const[]){words[1], words[2]}, 2, window);
    char wanted[1024];
    strcpy(wanted, ids_of(reader, pair(XC_OR, one, two, 0)));
    assert_string_equal(ids_of(reader, pair(op, inside, term(words[2]), window)), wanted);
}

/* Xapian 1.4 can do that, though its documentation does not say so. */
static void near_and_phrase_take_ors_of_terms(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    srand(7);
    for (unsigned i = 0; i < 60; i++) {
        char words[64] = "p";
        for (unsigned j = 0; j < 12; j++)
            sprintf(words + strlen(words), " %c", "abcdefgh"[rand() % 8]);
        put(writer, words);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    for (const char *third = "c\0d\0e\0f\0p\0"; *third; third += 2) {
        const char *const words[] = {"a", "b", third};
        for (uint32_t window = 2; window <= 5; window++) {
            check_or_inside(reader, XC_NEAR, words, window);
            check_or_inside(reader, XC_PHRASE, words, window);
        }
    }
    xc_reader_free(reader);
}

typedef xc_query *(*make_query)(void);

static xc_query *make_wildcard(void)
{
    xc_error error;
    xc_query *query;
    OK(xc_query_wildcard(bytes("b"), 10, XC_LIMIT_FIRST, XC_SYNONYM, &query, &error));
    return query;
}

static xc_query *make_synonym(void)
{
    return words_query(XC_SYNONYM, (const char *const[]){"b", "c"}, 2, 0);
}

static xc_query *make_max(void)
{
    return words_query(XC_MAX, (const char *const[]){"b", "c"}, 2, 0);
}

static xc_query *make_phrase(void)
{
    return words_query(XC_PHRASE, (const char *const[]){"b", "c"}, 2, 0);
}

static xc_query *make_scaled(void)
{
    xc_error error;
    xc_query *query, *plain = term("b");
    OK(xc_query_scale(plain, 2, &query, &error));
    xc_query_free(plain);
    return query;
}

static void near_and_phrase_refuse_anything_else(void **state)
{
    (void)state;
    static const make_query makers[] = {make_wildcard, make_synonym, make_max, make_phrase,
                                        make_scaled};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        xc_error error;
        xc_query *parts[] = {term("a"), makers[i]()};
        xc_query *query;
        FAILS(XC_UNIMPLEMENTED, xc_query_combine(XC_NEAR, parts, 2, 0, &query, &error));
        assert_null(query);
        FAILS(XC_UNIMPLEMENTED, xc_query_combine(XC_PHRASE, parts, 2, 0, &query, &error));
        xc_query_free(parts[0]);
        xc_query_free(parts[1]);
    }
}

static void wildcards_expand(void **state)
{
    xc_error error;
    xc_query *query;
    xc_matches *matches;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"private", "privacy", "privatise", "privatise", "prior"}, 5);
    xc_reader *reader = open_reader(path);
    static const xc_operator combiners[] = {XC_SYNONYM, XC_OR, XC_MAX};
    for (size_t i = 0; i < 3; i++) {
        OK(xc_query_wildcard(bytes("priva"), 0, XC_LIMIT_ERROR, combiners[i], &query, &error));
        assert_string_equal(ids_of(reader, query), "1 2 3 4");
    }
    OK(xc_query_wildcard(bytes("priva"), 1, XC_LIMIT_FIRST, XC_OR, &query, &error));
    assert_string_equal(ids_of(reader, query), "2");
    OK(xc_query_wildcard(bytes("priva"), 1, XC_LIMIT_MOST_FREQUENT, XC_OR, &query, &error));
    assert_string_equal(ids_of(reader, query), "3 4");
    OK(xc_query_wildcard(bytes("zz"), 1, XC_LIMIT_FIRST, XC_OR, &query, &error));
    assert_string_equal(ids_of(reader, query), "");
    OK(xc_query_wildcard(bytes("priva"), 2, XC_LIMIT_ERROR, XC_OR, &query, &error));
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    FAILS(XC_WILDCARD, xc_reader_search(reader, &search, &matches, &error));
    xc_query_free(query);
    FAILS(XC_INVALID, xc_query_wildcard(bytes("p"), 1, XC_LIMIT_FIRST, XC_AND, &query, &error));
    FAILS(XC_INVALID,
          xc_query_wildcard(bytes("p"), 1, (xc_wildcard_limit)3, XC_OR, &query, &error));
    xc_reader_free(reader);
}

typedef struct range_case {
    const char *low, *high, *hits;
} range_case;

static void ranges_match_values(void **state)
{
    static const range_case cases[] = {
        {"2010", "2014", "1 2 3"},
        {"2011", "2013", "2"},
        {"2010", "2010", "1"},
        {"2014", "2010", ""},
        {NULL, "2012", "1 2"},
        {"2012", NULL, "2 3"},
        {NULL, NULL, "1 2 3"},
        {"", "2012", "1 2"},
        {"", "", ""},
        {NULL, "", ""},
        {"", NULL, "1 2 3"},
        {"3", NULL, ""},
        {NULL, "1", ""},
    };
    xc_error error;
    xc_query *query;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "a", "2010", NULL, NULL);
    put_values(writer, "a", "2012", NULL, NULL);
    put_values(writer, "a", "2014", NULL, NULL);
    put_values(writer, "a", NULL, "2012", NULL);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_bytes low = cases[i].low ? bytes(cases[i].low) : NO_BYTES;
        xc_bytes high = cases[i].high ? bytes(cases[i].high) : NO_BYTES;
        OK(xc_query_range(0, low, high, &query, &error));
        assert_string_equal(ids_of(reader, query), cases[i].hits);
    }
    FAILS(XC_INVALID, xc_query_range(XC_NO_SLOT, NO_BYTES, NO_BYTES, &query, &error));
    xc_reader_free(reader);
}

/* The weight of document 4, "a". */
static double weight_of(xc_reader *reader, xc_query *query)
{
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    double weight = -1;
    OK(xc_reader_search(reader, &search, &matches, &error));
    for (size_t i = 0; i < xc_matches_count(matches); i++)
        if (xc_matches_at(matches, i)->docid == 4)
            weight = xc_matches_at(matches, i)->weight;
    xc_matches_free(matches);
    xc_query_free(query);
    return weight;
}

static void repeats_and_factors_weigh(void **state)
{
    xc_error error;
    xc_query *query, *scaled;
    xc_reader *reader = letters_reader(state);
    double once = weight_of(reader, term("a"));
    assert_true(once > 0);
    OK(xc_query_term(bytes("a"), 0, &query, &error)); /* as 1 */
    assert_true(weight_of(reader, query) == once);
    OK(xc_query_term(bytes("a"), 2, &query, &error));
    assert_true(weight_of(reader, query) > once);
    OK(xc_query_scale(query = term("a"), 3, &scaled, &error));
    xc_query_free(query);
    assert_true(fabs(weight_of(reader, scaled) - 3 * once) < 1e-9);
    query = term("a");
    FAILS(XC_INVALID, xc_query_scale(query, -1, &scaled, &error));
    assert_null(scaled);
    FAILS(XC_INVALID, xc_query_scale(query, NAN, &scaled, &error));
    FAILS(XC_INVALID, xc_query_scale(query, HUGE_VAL, &scaled, &error));
    xc_query_free(query);
    assert_true(weight_of(reader, pair(XC_MAX, term("a"), term("b"), 0)) == once);
    xc_reader_free(reader);
}

static void describes_itself(void **state)
{
    (void)state;
    xc_error error;
    const char *text;
    xc_query *query = pair(XC_AND, term("a"), term("b"), 0);
    OK(xc_query_describe(query, &text, &error));
    assert_string_equal(text, "Query((a AND b))");
    xc_query_free(query);
    FAILS(XC_INVALID, xc_query_combine((xc_operator)99, NULL, 0, 0, &query, &error));
}

/* What is refused would end the process by its stack elsewhere. */
static void depth_has_a_bound(void **state)
{
    xc_error error;
    const char *text;
    xc_query *query = term("a"), *deeper;
    xc_reader *reader = letters_reader(state);
    for (int depth = 2; depth <= XC_QUERY_DEPTH_MAX; depth++)
        query = pair(depth % 2 ? XC_AND_MAYBE : XC_OR, query, term("a"), 0);
    FAILS(XC_INVALID, xc_query_combine(XC_OR, &query, 1, 0, &deeper, &error));
    FAILS(XC_INVALID, xc_query_scale(query, 2, &deeper, &error));
    assert_null(deeper);
    OK(xc_query_describe(query, &text, &error));
    assert_true(strlen(text) > XC_QUERY_DEPTH_MAX);
    assert_int_equal(strlen(hits_of(reader, query)), strlen("1 2 3 4"));
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(operators_match),
        scratch_test(all_and_none),
        scratch_test(queries_nest),
        scratch_test(near_and_phrase_take_ors_of_terms),
        scratch_test(near_and_phrase_refuse_anything_else),
        scratch_test(wildcards_expand),
        scratch_test(ranges_match_values),
        scratch_test(repeats_and_factors_weigh),
        scratch_test(describes_itself),
        scratch_test(depth_has_a_bound),
    };
    return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
