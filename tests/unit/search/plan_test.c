/* plan_test.c - query trees to Xapian queries, printed, and the bounds of their cost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/expand.h"
#include "search/plan.h"
#include "search/plan/phrase.h"
#include "search/search.h"
#include "tests/unit/search/collection.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

enum { WORDS = 260 }; /* more than a prefix may stand for */

static int open_collection(void **state)
{
    (void)state;
    char text[8 * WORDS] = "";
    fixture_document many = {.id = "many", .decision = POL_DECISION_UNKNOWN};
    for (int i = 0; i < WORDS; i++)
        snprintf(text + strlen(text), 8, "qx%c%c ", 'a' + i / 26, 'a' + i % 26);
    many.passages[0].text = text;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_add(&fix, &many);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &lookup, &error), POL_OK);
    return 0;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

typedef struct planned {
    pol_query *query;
    pol_plan plan;
} planned;

static void make(planned *made, const char *text)
{
    assert_int_equal(pol_query_parse(pol_span_of(text), false, &made->query, &error), POL_OK);
    if (pol_plan_make(&made->plan, lookup, pol_query_root(made->query), &error) != POL_OK)
        fail_msg("'%s': %s", text, error.text);
}

static void drop(planned *made)
{
    pol_plan_done(&made->plan);
    pol_query_free(made->query);
}

static const char *described(pol_expr *query)
{
    const char *text = "-";
    xc_error failure;
    if (query)
        assert_int_equal(xc_query_describe(pol_expr_xapian(query), &text, &failure), XC_OK);
    return text;
}

/* What must match in the text, and what filters, as Xapian describes it. */
static void queries_are_planned(void **state)
{
    (void)state;
    static const struct {
        const char *query, *all_units, *filter, *decision, *not_wanted;
    } rows[] = {
        {"buses night", "Query((Zbuse AND Znight))", "-", "-", "-"},
        {"the night", "Query(Znight)", "-", "-", "-"},
        {"the", "Query(Zthe)", "-", "-", "-"},
        {"well-being", "Query((Zwellb OR (Zwell AND Zbe)))", "-", "-", "-"},
        {"stps", NULL, "-", "-", "-"},
        {"\"night buses\"", "Query((night PHRASE 2 buses))", "-", "-", "-"},
        {"\"no such words\"", "Query()", "-", "-", "-"},
        {"\"well being\"", "Query(((well PHRASE 2 being) OR wellbeing))", "-", "-", "-"},
        {"night OR bridge", "Query((Znight OR Zbridg))", "-", "-", "-"},
        {"night -bridge", "Query(Znight)", "-", "-", "Query(Zbridg)"},
        {"year:2014", "-", "Query(Y2014)", "-", "-"},
        {"year:2014..2016", "-", "Query(VALUE_RANGE 1 2014 2016~)", "-", "-"},
        {"year:2014..", "-", "Query(VALUE_GE 1 2014)", "-", "-"},
        {"date:..2015", "-", "Query(VALUE_RANGE 2 \\x00 2015-12-31~)", "-", "-"},
        {"decision:lost", "-", "-", "Query(XDlost)", "-"},
        {"decision:policy", "-", "-", "Query((XDcarried OR XDcarried_amended OR XDcarried_part))",
         "-"},
        {"kind:article", "-", "Query(XKarticle)", "-", "-"},
        {"conference:\"transport conference\"", "-",
         "Query((XC2010 Transport Conference OR XC2016 Transport Conference OR "
         "XC2018 Transport Conference OR XETransport Conference))",
         "-", "-"},
        {"conference:\"conference transport\"", "-", "Query()", "-", "-"},
        {"conference:trans*", "-",
         "Query((XC2010 Transport Conference OR XC2016 Transport Conference OR "
         "XC2018 Transport Conference OR XETransport Conference))",
         "-", "-"},
        {"title:night", "-", "Query(ZSnight)", "-", "-"},
        {"title:\"night buses\"", "-", "Query((IAUWonNI8Oq OR IYzXA7wLeOi))", "-", "-"},
        {"title:\"buses night\"", "-", "Query()", "-", "-"},
        {"title:nig*", "-", "Query(ZSnight)", "-", "-"},
        {"title:bus*", "-", "Query((IAUWonNI8Oq OR IYzXA7wLeOi))", "-", "-"},
        {"title:zzz*", "-", "Query()", "-", "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        planned made;
        make(&made, rows[i].query);
        if (rows[i].all_units)
            assert_string_equal(described(made.plan.all_units), rows[i].all_units);
        assert_string_equal(described(made.plan.filter), rows[i].filter);
        assert_string_equal(described(made.plan.decision), rows[i].decision);
        assert_string_equal(described(made.plan.not_wanted), rows[i].not_wanted);
        drop(&made);
    }
}

/* Rare words first; the pair as a phrase with a fifth of its weight. */
static void words_are_weighed(void **state)
{
    (void)state;
    planned made;
    make(&made, "night buses");
    const char *text = described(made.plan.rank);
    assert_non_null(strstr(text, "Znight SYNONYM ZSnight"));
    assert_non_null(strstr(text, "0.2"));
    assert_non_null(strstr(text, "night PHRASE 2 buses"));
    drop(&made);
    make(&made, "the night, the buses");
    text = described(made.plan.rank);
    assert_null(strstr(text, "Zthe"));
    assert_null(strstr(text, "PHRASE")); /* not next to each other */
    drop(&made);
    make(&made, "night night night");
    assert_non_null(strstr(described(made.plan.rank), "3 * (Znight"));
    drop(&made);
    make(&made, "decision:lost");
    assert_null(made.plan.rank);
    drop(&made);
}

static void parts_of_a_query_fall_apart(void **state)
{
    (void)state;
    planned made;
    make(&made, "night \"free travel\" (bus OR tram) -cold -decision:lost year:2016 clause:notes");
    assert_int_equal(made.plan.units.count, 3);
    assert_int_equal(made.plan.excluded.count, 1);
    assert_int_equal(made.plan.unfit.count, 1);
    assert_int_equal(made.plan.filters.count, 2);
    assert_true(made.plan.has_clause_filter);
    assert_string_equal(described(made.plan.document_filter), "Query(Y2016)");
    assert_string_equal(described(made.plan.misfit), "Query(XDlost)");
    drop(&made);
    make(&made, "75.1");
    assert_int_equal(made.plan.labels.count, 1);
    assert_string_equal(described(made.plan.label), "Query((XHEAD AND XN75 1))");
    drop(&made);
}

static void prefixes_are_bounded(void **state)
{
    (void)state;
    planned made;
    make(&made, "qx*");
    assert_true(made.plan.is_cut);
    assert_int_equal(made.plan.note_count, 1);
    assert_non_null(strstr(made.plan.notes[0], "200"));
    drop(&made);
    make(&made, "qxa*");
    assert_false(made.plan.is_cut);
    assert_int_equal(made.plan.note_count, 0);
    drop(&made);
}

static void expansions_give_the_most_frequent(void **state)
{
    (void)state;
    pol_arena arena;
    pol_expansion found;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(
        pol_expand_prefix(lookup, POL_PREFIX_WORD, POL_SPAN("work"), 5, &arena, &found, &error),
        POL_OK);
    assert_int_equal(found.count, 2);
    assert_false(found.is_cut);
    assert_true(pol_span_equal(found.words[0].word, POL_SPAN("workers")));
    assert_int_equal(found.words[0].documents, 3);
    assert_true(pol_span_equal(found.words[1].word, POL_SPAN("worker")));
    assert_int_equal(
        pol_expand_prefix(lookup, POL_PREFIX_WORD, POL_SPAN("work"), 1, &arena, &found, &error),
        POL_OK);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.met, 2);
    assert_true(found.is_cut);
    assert_int_equal(
        pol_expand_prefix(lookup, POL_PREFIX_WORD, POL_SPAN("zzz"), 5, &arena, &found, &error),
        POL_OK);
    assert_int_equal(found.count, 0);
    pol_arena_done(&arena);
}

static void forms_share_a_stem(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *forms;
    } rows[] = {
        {"privatise", "privatisation privatised"},
        {"library", "libraries"},
        {"councils", "council councils"},
        {"zzzxq", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_query *query = NULL;
        pol_arena arena;
        pol_expansion found;
        char words[256] = "";
        pol_arena_init(&arena, 1 << 20);
        assert_int_equal(pol_query_parse(pol_span_of(rows[i].typed), false, &query, &error),
                         POL_OK);
        assert_int_equal(pol_expand_forms(lookup, POL_PREFIX_WORD, pol_query_root(query), 50,
                                          &arena, &found, &error),
                         POL_OK);
        for (size_t j = 0; j < found.count; j++)
            snprintf(words + strlen(words), sizeof words - strlen(words), "%s%.*s", j ? " " : "",
                     POL_SPAN_ARGS(found.words[j].word));
        if (strcmp(words, rows[i].forms) != 0)
            fail_msg("'%s' has the forms '%s'", rows[i].typed, words);
        pol_query_free(query);
        pol_arena_done(&arena);
    }
}

/* 40 words that could each be a compound with the next: bounded ways, bounded time. */
static void long_phrases_are_bounded(void **state)
{
    (void)state;
    fixture own;
    pol_index *index = NULL;
    pol_search_options options = {.count = 10};
    pol_results *results = NULL;
    char typed[1024] = "\"";
    fixture_document hyphens = {.id = "hyphens", .decision = POL_DECISION_UNKNOWN};
    hyphens.passages[0].text = "aa-aa aa aa-aa-aa aa-aa-aa-aa";
    for (int i = 0; i < 40; i++)
        strcat(typed, "aa ");
    strcat(typed, "\"");
    fixture_open(&own);
    fixture_add(&own, &hyphens);
    fixture_commit(&own);
    assert_int_equal(pol_index_open(own.index, &index, &error), POL_OK);
    assert_int_equal(pol_search(index, pol_span_of(typed), &options, &results, &error), POL_OK);
    assert_int_equal(results->total, 0);
    assert_true(results->note_count >= 1);
    assert_false(results->total_is_exact);
    pol_results_free(results);
    pol_index_free(index);
    fixture_close(&own);
}

static void spending_is_bounded(void **state)
{
    (void)state;
    pol_plan plan = {0};
    pol_arena_init(&plan.arena, 1 << 16);
    assert_true(pol_plan_spend(&plan, POL_POSTINGS_MAX));
    assert_false(pol_plan_spend(&plan, 1));
    assert_false(pol_plan_spend(&plan, 1));
    assert_int_equal(plan.note_count, 1); /* said once */
    pol_arena_done(&plan.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(queries_are_planned),
        cmocka_unit_test(words_are_weighed),
        cmocka_unit_test(parts_of_a_query_fall_apart),
        cmocka_unit_test(prefixes_are_bounded),
        cmocka_unit_test(expansions_give_the_most_frequent),
        cmocka_unit_test(forms_share_a_stem),
        cmocka_unit_test(long_phrases_are_bounded),
        cmocka_unit_test(spending_is_bounded),
    };
    return cmocka_run_group_tests_name("plan", tests, open_collection, close_collection);
}
