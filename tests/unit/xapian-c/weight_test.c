/* weight_test.c - each weighting scheme, and that its parameters reach it. */
#include "support.h"

#include <math.h>
#include <stdio.h>

/* 1: "x" once in a short document; 2: once in a long one; 3: three times in a long one;
 * 4: without it; and enough others that "x" is rare. */
static xc_reader *weighed_reader(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put(writer, "x a");
    put(writer, "x a b c d e f g h i j k");
    put(writer, "x x x b c d e f g h i j");
    put(writer, "a b c");
    for (int i = 0; i < 30; i++)
        put(writer, "a a b c d e");
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    return open_reader(path);
}

/* Weights of documents 1, 2, 3 for a word, 0 where they do not have it. */
static void weigh_word(xc_reader *reader, const char *word, const xc_weight *weight,
                       double weights[3])
{
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_query *query = term(word);
    xc_search_init(&search);
    search.query = query;
    search.weight = weight;
    search.count = 100;
    memset(weights, 0, 3 * sizeof *weights);
    OK(xc_reader_search(reader, &search, &matches, &error));
    for (size_t i = 0; i < xc_matches_count(matches); i++)
        if (xc_matches_at(matches, i)->docid <= 3)
            weights[xc_matches_at(matches, i)->docid - 1] = xc_matches_at(matches, i)->weight;
    xc_matches_free(matches);
    xc_query_free(query);
}

static void weigh(xc_reader *reader, const xc_weight *weight, double weights[3])
{
    weigh_word(reader, "x", weight, weights);
}

static bool differ(const double a[3], const double b[3])
{
    return fabs(a[0] - b[0]) + fabs(a[1] - b[1]) + fabs(a[2] - b[2]) > 1e-9;
}

typedef struct scheme_case {
    xc_weighting scheme;
    size_t parameter_count;
    double defaults[6]; /* Xapian's */
    double others[6];   /* that must give other weights */
    bool knows_length;  /* a shorter document weighs more */
} scheme_case;

static const scheme_case schemes[] = {
    {XC_WEIGHT_BM25, 5, {1, 0, 1, 0.5, 0.5}, {1.2, 0, 1, 0.75, 0.5}, true},
    {XC_WEIGHT_BM25_PLUS, 6, {1, 0, 1, 0.5, 0.5, 1}, {1, 0, 1, 0.5, 0.5, 2}, true},
    {XC_WEIGHT_INEB2, 1, {1}, {3}, true},
    {XC_WEIGHT_INL2, 1, {1}, {3}, true},
    {XC_WEIGHT_IFB2, 1, {1}, {3}, true},
    {XC_WEIGHT_BB2, 1, {1}, {3}, true},
    {XC_WEIGHT_PL2, 1, {1}, {3}, true},
    {XC_WEIGHT_DLH, 0, {0}, {0}, true},
    {XC_WEIGHT_DPH, 0, {0}, {0}, false},
    {XC_WEIGHT_LM, 4, {0, 0, 0.7, 2000}, {1000, 3, 0.5, 0}, true},
    {XC_WEIGHT_TRAD, 1, {1}, {3}, true},
};

static void parameters_reach_their_scheme(void **state)
{
    xc_reader *reader = weighed_reader(state);
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        const scheme_case *row = &schemes[i];
        double plain[3], same[3], other[3];
        xc_weight weight = {.scheme = row->scheme};
        weigh(reader, &weight, plain);
        weight.parameter_count = row->parameter_count;
        memcpy(weight.parameters, row->defaults, sizeof weight.parameters);
        weigh(reader, &weight, same);
        memcpy(weight.parameters, row->others, sizeof weight.parameters);
        weigh(reader, &weight, other);
        if (differ(plain, same) || differ(plain, other) != (row->parameter_count > 0))
            fail_msg("row %zu: %g %g %g, %g %g %g, %g %g %g", i, plain[0], plain[1], plain[2],
                     same[0], same[1], same[2], other[0], other[1], other[2]);
        if (other[2] <= other[1] || (row->knows_length && other[0] <= other[1]))
            fail_msg("row %zu: %g %g %g", i, other[0], other[1], other[2]);
    }
    xc_reader_free(reader);
}

/* wqf 1, no relevance: (k1 + 1) wdf / (k1 (1 - b + b L) + wdf) times an idf that is the
 * same for all, so ratios follow from the formula. */
static void bm25_follows_its_formula(void **state)
{
    double got[3];
    xc_error error;
    xc_statistics statistics;
    xc_reader *reader = weighed_reader(state);
    OK(xc_reader_statistics(reader, &statistics, &error));
    weigh(reader, NULL, got); /* NULL is BM25 1 0 1 0.5 0.5 */
    const double lengths[] = {2, 12, 12}, occurrences[] = {1, 1, 3};
    double wanted[3];
    for (int i = 0; i < 3; i++) {
        double length = fmax(lengths[i] / statistics.average_length, 0.5);
        wanted[i] = 2 * occurrences[i] / (0.5 + 0.5 * length + occurrences[i]);
    }
    assert_true(fabs(got[0] / got[1] - wanted[0] / wanted[1]) < 1e-9);
    assert_true(fabs(got[2] / got[1] - wanted[2] / wanted[1]) < 1e-9);
    xc_reader_free(reader);
}

/* (w + 1) log2((N + 1) / (n_exp + 0.5)) (F + 1) / (n (w + 1)) x w / (w + 1) as in Amati
 * 2003, with w normalised by length: ratios of documents. */
static void ineb2_follows_its_formula(void **state)
{
    double got[3], wanted[3];
    xc_error error;
    xc_statistics statistics;
    xc_reader *reader = weighed_reader(state);
    OK(xc_reader_statistics(reader, &statistics, &error));
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_INEB2, .parameter_count = 1, .parameters = {1}},
          got);
    const double lengths[] = {2, 12, 12}, occurrences[] = {1, 1, 3};
    for (int i = 0; i < 3; i++) {
        double w = occurrences[i] * log2(1 + statistics.average_length / lengths[i]);
        wanted[i] = w / (w + 1);
    }
    assert_true(fabs(got[0] / got[1] - wanted[0] / wanted[1]) < 1e-9);
    assert_true(fabs(got[2] / got[1] - wanted[2] / wanted[1]) < 1e-9);
    xc_reader_free(reader);
}

static void tfidf_takes_its_letters(void **state)
{
    double plain[3], none[3], logs[3];
    xc_reader *reader = weighed_reader(state);
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_TFIDF}, plain);
    assert_true(fabs(plain[2] - 3 * plain[0]) < 1e-9);
    assert_true(fabs(plain[0] - log(34.0 / 3)) < 1e-9); /* n, t: log(N / n) */
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_TFIDF, .normalization = "nnn"}, none);
    assert_true(none[0] == 1 && none[1] == 1 && none[2] == 3);
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_TFIDF, .normalization = "lnn"}, logs);
    assert_true(fabs(logs[2] - (1 + log(3))) < 1e-9);
    xc_reader_free(reader);
}

static void coordinates_and_nothing(void **state)
{
    double weights[3];
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_reader *reader = weighed_reader(state);
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_BOOL}, weights);
    assert_true(weights[0] == 0 && weights[1] == 0 && weights[2] == 0);
    weigh(reader, &(xc_weight){.scheme = XC_WEIGHT_COORD}, weights);
    assert_true(weights[0] == 1 && weights[2] == 1);
    xc_query *query = words_query(XC_OR, (const char *const[]){"x", "k"}, 2, 0);
    xc_search_init(&search);
    search.query = query;
    search.weight = &(xc_weight){.scheme = XC_WEIGHT_COORD};
    OK(xc_reader_search(reader, &search, &matches, &error));
    assert_int_equal(xc_matches_at(matches, 0)->docid, 2);
    assert_true(xc_matches_at(matches, 0)->weight == 2);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

/* In Xapian 1.4.22 it weighs only terms that occur more often than there are documents. */
static void pl2_plus_takes_its_parameters(void **state)
{
    double plain[3], same[3], other[3];
    xc_weight weight = {.scheme = XC_WEIGHT_PL2_PLUS};
    xc_reader *reader = weighed_reader(state);
    weigh_word(reader, "a", &weight, plain);
    weight.parameter_count = 2;
    weight.parameters[0] = 1;
    weight.parameters[1] = 0.8;
    weigh_word(reader, "a", &weight, same);
    weight.parameters[1] = 1.6;
    weigh_word(reader, "a", &weight, other);
    assert_true(plain[0] > 0 && plain[1] > 0);
    assert_false(differ(plain, same));
    assert_true(other[0] < plain[0] && other[1] < plain[1]);
    weigh_word(reader, "x", &weight, other);
    assert_true(other[0] == 0 && other[1] == 0 && other[2] == 0);
    xc_reader_free(reader);
}

static void every_smoothing_counts(void **state)
{
    double weights[5][3];
    xc_reader *reader = weighed_reader(state);
    for (int kind = 0; kind <= 4; kind++) {
        xc_weight weight = {
            .scheme = XC_WEIGHT_LM, .parameter_count = 4, .parameters = {1000, kind, 0.5, 0.7}};
        weigh(reader, &weight, weights[kind]);
        for (int other = 0; other < kind; other++)
            assert_true(differ(weights[kind], weights[other]));
    }
    xc_reader_free(reader);
}

static void refuses_what_makes_no_sense(void **state)
{
    static const xc_weight wrong[] = {
        {.scheme = (xc_weighting)99},
        {.scheme = XC_WEIGHT_BM25, .parameter_count = 4},
        {.scheme = XC_WEIGHT_DLH, .parameter_count = 1},
        {.scheme = XC_WEIGHT_BOOL, .parameter_count = 6},
        {.scheme = XC_WEIGHT_INEB2, .parameter_count = 1, .parameters = {0}},
        {.scheme = XC_WEIGHT_INEB2, .parameter_count = 1, .parameters = {-1}},
        {.scheme = XC_WEIGHT_INL2, .parameter_count = 1, .parameters = {NAN}},
        {.scheme = XC_WEIGHT_PL2, .parameter_count = 1, .parameters = {HUGE_VAL}},
        {.scheme = XC_WEIGHT_PL2_PLUS, .parameter_count = 2, .parameters = {1, 0}},
        {.scheme = XC_WEIGHT_LM, .parameter_count = 4, .parameters = {0, 5, 1, 1}},
        {.scheme = XC_WEIGHT_LM, .parameter_count = 4, .parameters = {0, 0.5, 1, 1}},
        {.scheme = XC_WEIGHT_TFIDF, .normalization = "xyz"},
        {.scheme = XC_WEIGHT_TFIDF, .normalization = ""},
        {.scheme = XC_WEIGHT_TFIDF, .normalization = "ntnx"},
    };
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_reader *reader = weighed_reader(state);
    xc_query *query = term("x");
    xc_search_init(&search);
    search.query = query;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        search.weight = &wrong[i];
        FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
        assert_null(matches);
    }
    xc_query_free(query);
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(parameters_reach_their_scheme), scratch_test(bm25_follows_its_formula),
        scratch_test(ineb2_follows_its_formula),     scratch_test(tfidf_takes_its_letters),
        scratch_test(coordinates_and_nothing),       scratch_test(pl2_plus_takes_its_parameters),
        scratch_test(every_smoothing_counts),        scratch_test(refuses_what_makes_no_sense),
    };
    return cmocka_run_group_tests_name("weight", tests, NULL, NULL);
}
