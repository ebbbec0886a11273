/* Many queries at once over posting lists: scores as Xapian's matcher has them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/lengths.h"
#include "search/match.h"
#include "search/scan.h"
#include "search/scan_match.h"
#include "tests/unit/search/collection.h"

enum { MADE = 300, DEPTH = 50, QUERIES = 6 };

static const char *const words[] = {
    "harbour", "lantern", "ferry", "timetable", "wages",  "orchard", "pension", "ballot",
    "river",   "school",  "nurse", "canteen",   "bridge", "winter",  "library", "signal",
};
enum { WORDS = sizeof words / sizeof *words };

typedef struct scene {
    fixture fix;
    pol_index *index;
    pol_arena arena;
} scene;

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Low words are frequent, high ones rare. */
static const char *random_word(uint32_t *state)
{
    uint32_t a = next_random(state) % WORDS, b = next_random(state) % WORDS;
    return words[a < b ? a : b];
}

static void add_made(fixture *fix, uint32_t from, uint32_t count)
{
    uint32_t state = from + 7;
    for (uint32_t i = from; i < from + count; i++) {
        char id[32], texts[3][800] = {"", "", ""};
        snprintf(id, sizeof id, "made-%u", i);
        for (size_t j = 0; j < 3; j++)
            for (size_t k = next_random(&state) % 60 + 1; k; k--) {
                strcat(texts[j], random_word(&state));
                strcat(texts[j], " ");
            }
        fixture_document document = {
            .id = id,
            .title = "Made",
            .year = 2000 + (int)(i % 20),
            .decision = POL_DECISION_CARRIED,
            .passages = {{.text = texts[0]}, {.text = texts[1]}, {.text = texts[2]}}};
        fixture_add(fix, &document);
    }
}

static int set_up(void **state)
{
    pol_error error = {0};
    scene *made = calloc(1, sizeof *made);
    assert_non_null(made);
    fixture_open(&made->fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&made->fix, &collection[i]);
    add_made(&made->fix, 0, MADE);
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_open(made->fix.index, &made->index, &error), POL_OK);
    pol_arena_init(&made->arena, 16 << 20);
    *state = made;
    return 0;
}

static int tear_down(void **state)
{
    scene *made = *state;
    pol_index_free(made->index);
    pol_arena_done(&made->arena);
    fixture_close(&made->fix);
    free(made);
    return 0;
}

static pol_span stem(scene *made, const char *word)
{
    pol_token token;
    pol_analyser_begin(made->index->analyser, pol_span_of(word));
    assert_true(pol_analyser_next(made->index->analyser, &token));
    return pol_arena_copy(&made->arena, token.stem);
}

/* Query `i` has some of the words, in its own weights. */
static void make_queries(scene *made, pol_scan_query *queries)
{
    for (size_t i = 0; i < QUERIES; i++) {
        pol_scan_term *terms = pol_arena_array(&made->arena, WORDS, sizeof *terms);
        size_t count = 0;
        for (size_t j = 0; j < WORDS; j++)
            if ((j + i) % (i + 1) == 0)
                terms[count++] =
                    (pol_scan_term){stem(made, words[j]), 0.5 + (double)((i * 7 + j) % 5)};
        queries[i] = (pol_scan_query){terms, count};
    }
}

/* What Xapian's matcher finds for the same, one query at a time. */
static pol_scan_hits by_matcher(scene *made, const pol_scan_query *query)
{
    pol_error error = {0};
    pol_scan_want wants[WORDS];
    pol_scan_hits hits;
    for (size_t i = 0; i < query->term_count; i++)
        wants[i] = (pol_scan_want){.stem = query->terms[i].stem, .weight = query->terms[i].weight};
    assert_int_equal(
        pol_scan_match(made->index, wants, query->term_count, DEPTH, &made->arena, &hits, &error),
        POL_OK);
    return hits;
}

static void expect_same(pol_scan_hits got, pol_scan_hits expected)
{
    assert_int_equal(got.count, expected.count);
    for (size_t i = 0; i < got.count; i++) {
        double apart = fabs(got.hits[i].score - expected.hits[i].score);
        assert_true(apart <= 1e-6 * expected.hits[i].score);
        if (i && expected.hits[i - 1].score - expected.hits[i].score > 1e-5 &&
            (i + 1 == got.count || expected.hits[i].score - expected.hits[i + 1].score > 1e-5) &&
            i + 1 < got.count)
            assert_int_equal(got.hits[i].docid, expected.hits[i].docid);
    }
}

static void scores_are_those_of_the_matcher(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_scan_query queries[QUERIES];
    pol_scan_hits hits[QUERIES];
    bool is_cut = true;
    make_queries(made, queries);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &made->arena, hits, &is_cut, &error),
        POL_OK);
    assert_false(is_cut);
    for (size_t i = 0; i < QUERIES; i++) {
        assert_int_equal(hits[i].count, DEPTH);
        expect_same(hits[i], by_matcher(made, &queries[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scores_are_those_of_the_matcher, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("search/scan", tests, NULL, NULL);
}
