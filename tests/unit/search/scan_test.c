/* Many queries at once over posting lists: scores as Xapian's matcher has them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/schema.h"
#include "search/lengths.h"
#include "search/plan/match.h"
#include "search/scan.h"
#include "search/scan/match.h"
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

/* Scores to single precision; where two are nearly equal, either may come first. */
static void expect_same(pol_scan_hits got, pol_scan_hits expected)
{
    assert_int_equal(got.count, expected.count);
    for (size_t i = 0; i < got.count; i++) {
        double apart = fabs(got.hits[i].score - expected.hits[i].score);
        bool is_alone = i + 1 < got.count &&
                        expected.hits[i].score - expected.hits[i + 1].score > 1e-5 &&
                        (i == 0 || expected.hits[i - 1].score - expected.hits[i].score > 1e-5);
        assert_true(apart <= 1e-6 * expected.hits[i].score);
        if (is_alone)
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

/* --- tables of any size -------------------------------------------------------------- */

static void expect_equal(pol_scan_hits got, pol_scan_hits expected)
{
    assert_int_equal(got.count, expected.count);
    for (size_t i = 0; i < got.count; i++) {
        assert_int_equal(got.hits[i].docid, expected.hits[i].docid);
        assert_true(got.hits[i].score == expected.hits[i].score);
    }
}

static void small_tables_give_the_same(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_scan_query queries[QUERIES];
    pol_scan_hits whole[QUERIES], parts[QUERIES];
    bool is_cut;
    static const size_t sizes[] = {1, 97, 512, 1300, 2700, 9999};
    make_queries(made, queries);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &made->arena, whole, &is_cut, &error),
        POL_OK);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(pol_scan_within(made->index, queries, QUERIES, DEPTH, 0, sizes[i],
                                         &made->arena, parts, &is_cut, &error),
                         POL_OK);
        for (size_t j = 0; j < QUERIES; j++)
            expect_equal(parts[j], whole[j]);
    }
}

/* --- several databases ----------------------------------------------------------------- */

static void several_parts_are_one_index(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    char path[FIXTURE_PATH_MAX + 16];
    char first[FIXTURE_PATH_MAX];
    pol_scan_query queries[QUERIES];
    pol_scan_hits hits[QUERIES];
    bool is_cut;
    snprintf(first, sizeof first, "%s", made->fix.index);
    fixture_begin(&made->fix, "second", POL_SCHEMA_VERSION);
    add_made(&made->fix, MADE, 120);
    fixture_commit(&made->fix);
    snprintf(path, sizeof path, "%s/stub", made->fix.folder);
    FILE *stub = fopen(path, "w");
    assert_non_null(stub);
    fprintf(stub, "auto %s\nauto %s\n", first, made->fix.index);
    assert_int_equal(fclose(stub), 0);
    pol_index_free(made->index);
    made->index = NULL;
    assert_int_equal(pol_index_open(path, &made->index, &error), POL_OK);
    make_queries(made, queries);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &made->arena, hits, &is_cut, &error),
        POL_OK);
    for (size_t i = 0; i < QUERIES; i++)
        expect_same(hits[i], by_matcher(made, &queries[i]));
}

/* The same scores as at home, to single precision; and a deadline is kept between questions. */
static void remote_parts_are_asked_by_their_matcher(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    char path[FIXTURE_PATH_MAX + 16];
    pol_scan_query queries[QUERIES];
    pol_scan_hits here[QUERIES], there[QUERIES];
    bool is_cut;
    if (system("command -v xapian-progsrv >/dev/null") != 0) {
        print_message("skipped: xapian-progsrv is not installed (package xapian-tools)\n");
        skip();
    }
    make_queries(made, queries);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &made->arena, here, &is_cut, &error),
        POL_OK);
    snprintf(path, sizeof path, "%s/remote", made->fix.folder);
    FILE *stub = fopen(path, "w");
    assert_non_null(stub);
    fprintf(stub, "remote :xapian-progsrv %s\n", made->fix.index);
    assert_int_equal(fclose(stub), 0);
    pol_index_free(made->index);
    made->index = NULL;
    assert_int_equal(pol_index_open(path, &made->index, &error), POL_OK);
    assert_false(made->index->is_local);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &made->arena, there, &is_cut, &error),
        POL_OK);
    assert_false(is_cut);
    for (size_t i = 0; i < QUERIES; i++)
        expect_same(here[i], there[i]);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 1, &made->arena, there, &is_cut, &error),
        POL_OK);
    assert_true(is_cut);
    assert_int_equal(there[0].count, 0);
}

/* --- lengths ------------------------------------------------------------------------------ */

static void lengths_are_those_of_the_passages(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    xc_error failure = {0};
    const pol_lengths *lengths = NULL, *again = NULL;
    xc_statistics statistics;
    double passages = 0, documents = 0;
    assert_int_equal(pol_index_lengths(made->index, &lengths, &error), POL_OK);
    assert_int_equal(xc_reader_statistics(made->index->reader, &statistics, &failure), XC_OK);
    assert_int_equal(lengths->last, statistics.last_docid);
    for (xc_docid docid = 1; docid <= lengths->last; docid++) {
        uint32_t length = 0;
        assert_int_equal(xc_reader_document_length(made->index->reader, docid, &length, &failure),
                         XC_OK);
        assert_int_equal(pol_lengths_of(lengths, docid), length);
        *(pol_lengths_is_head(lengths, docid) ? &documents : &passages) += length;
    }
    assert_int_equal(lengths->passages, made->index->entries - made->index->documents);
    assert_int_equal(lengths->documents, made->index->documents);
    assert_true(fabs(2 * lengths->average * lengths->passages - passages) < 1e-3);
    documents -= lengths->documents; /* the term that makes a head counts as well */
    assert_true(fabs(lengths->document_average * lengths->documents - documents) < 1e-3);
    assert_int_equal(pol_index_lengths(made->index, &again, &error), POL_OK);
    assert_ptr_equal(again, lengths);
}

static void lengths_follow_the_index(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    const pol_lengths *lengths = NULL;
    assert_int_equal(pol_index_lengths(made->index, &lengths, &error), POL_OK);
    uint32_t before = lengths->passages;
    add_made(&made->fix, MADE, 10);
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_refresh(made->index, NULL, &error), POL_OK);
    assert_int_equal(pol_index_lengths(made->index, &lengths, &error), POL_OK);
    assert_int_equal(lengths->passages, before + 30);
}

static void passages_without_words_are_passages(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    const pol_lengths *lengths = NULL;
    const fixture_document wordless = {.id = "wordless",
                                       .passages = {{.text = "* * *"}, {.text = "Harbour."}}};
    fixture_add(&made->fix, &wordless);
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_refresh(made->index, NULL, &error), POL_OK);
    assert_int_equal(pol_index_lengths(made->index, &lengths, &error), POL_OK);
    xc_docid head = pol_lengths_head(lengths, lengths->last);
    assert_int_equal(head, lengths->last - 2);
    assert_true(pol_lengths_is_head(lengths, head));
    assert_int_equal(pol_lengths_next(lengths, head), head + 1);
    assert_int_equal(pol_lengths_of(lengths, head + 1), 0);
    assert_int_equal(lengths->passages, made->index->entries - made->index->documents);
}

/* --- which stems count -------------------------------------------------------------------- */

static pol_scan_hits scan_one(scene *made, const pol_scan_term *terms, size_t count)
{
    pol_error error = {0};
    pol_scan_query query = {terms, count};
    pol_scan_hits hits;
    bool is_cut;
    assert_int_equal(
        pol_scan(made->index, &query, 1, DEPTH, 0, &made->arena, &hits, &is_cut, &error), POL_OK);
    assert_false(is_cut);
    return hits;
}

static void stems_that_are_nowhere_change_nothing(void **state)
{
    scene *made = *state;
    const pol_scan_term known = {stem(made, "orchard"), 1};
    const pol_scan_term terms[] = {{POL_SPAN("zzyzx"), 9},    known,
                                   {POL_SPAN(""), 1},         {stem(made, "river"), 0},
                                   {stem(made, "ferry"), -1}, {stem(made, "school"), NAN}};
    expect_equal(scan_one(made, terms, 6), scan_one(made, &known, 1));
    assert_int_equal(scan_one(made, terms, 1).count, 0);
    assert_int_equal(scan_one(made, NULL, 0).count, 0);
}

/* 40 made-up stems that a passage has each, and one more that weighs least. */
static void only_the_most_telling_stems_count(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_scan_term terms[POL_SCAN_TERMS_MAX + 1];
    char text[1000] = "", word[16];
    for (int i = 0; i < POL_SCAN_TERMS_MAX; i++) {
        snprintf(word, sizeof word, "word%dx ", i);
        strcat(text, word);
    }
    const fixture_document long_one = {.id = "long", .title = "Long", .passages = {{.text = text}}};
    fixture_add(&made->fix, &long_one);
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_refresh(made->index, NULL, &error), POL_OK);
    terms[0] = (pol_scan_term){stem(made, "harbour"), 0.001};
    for (int i = 0; i < POL_SCAN_TERMS_MAX; i++) {
        snprintf(word, sizeof word, "word%dx", i);
        terms[i + 1] = (pol_scan_term){stem(made, word), 1};
    }
    assert_int_equal(scan_one(made, terms, POL_SCAN_TERMS_MAX + 1).count, 1);
    assert_true(scan_one(made, terms, POL_SCAN_TERMS_MAX).count > 1);
}

static void equals_come_by_docid(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    for (int i = 0; i < 5; i++) {
        char id[16];
        snprintf(id, sizeof id, "twin-%d", i);
        const fixture_document twin = {
            .id = id, .title = "Twin", .passages = {{.text = "quoits all day"}}};
        fixture_add(&made->fix, &twin);
    }
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_refresh(made->index, NULL, &error), POL_OK);
    const pol_scan_term term = {stem(made, "quoits"), 1};
    pol_scan_query query = {&term, 1};
    pol_scan_hits all = scan_one(made, &term, 1), few;
    bool is_cut;
    assert_int_equal(all.count, 5);
    for (size_t i = 1; i < all.count; i++)
        assert_true(all.hits[i].docid > all.hits[i - 1].docid);
    assert_int_equal(pol_scan(made->index, &query, 1, 3, 0, &made->arena, &few, &is_cut, &error),
                     POL_OK);
    assert_int_equal(few.count, 3);
    for (size_t i = 0; i < few.count; i++)
        assert_int_equal(few.hits[i].docid, all.hits[i].docid);
}

/* --- bounds ------------------------------------------------------------------------------- */

static void a_deadline_that_is_over_cuts(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_scan_query queries[QUERIES];
    pol_scan_hits hits[QUERIES];
    bool is_cut = false;
    make_queries(made, queries);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 1, &made->arena, hits, &is_cut, &error),
        POL_OK);
    assert_true(is_cut);
    for (size_t i = 0; i < QUERIES; i++)
        assert_int_equal(hits[i].count, 0);
    int64_t later_ns = pol_match_clock() + 60LL * 1000000000;
    assert_int_equal(pol_scan(made->index, queries, QUERIES, DEPTH, later_ns, &made->arena, hits,
                              &is_cut, &error),
                     POL_OK);
    assert_false(is_cut);
    assert_int_equal(hits[0].count, DEPTH);
}

static void what_is_out_of_bounds_is_refused(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_scan_query query = {0};
    pol_scan_hits hits;
    bool is_cut;
    static pol_scan_query many[POL_SCAN_QUERIES_MAX + 1];
    static pol_scan_hits many_hits[POL_SCAN_QUERIES_MAX + 1];
    static const size_t depths[] = {0, POL_SCAN_DEPTH_MAX + 1};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(
            pol_scan(made->index, &query, 1, depths[i], 0, &made->arena, &hits, &is_cut, &error),
            POL_USAGE);
    assert_int_equal(pol_scan(made->index, many, POL_SCAN_QUERIES_MAX + 1, 1, 0, &made->arena,
                              many_hits, &is_cut, &error),
                     POL_USAGE);
    assert_int_equal(pol_scan(made->index, many, 0, 1, 0, &made->arena, many_hits, &is_cut, &error),
                     POL_OK);
}

static void a_full_arena_is_said(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_arena small;
    pol_scan_query queries[QUERIES];
    pol_scan_hits hits[QUERIES];
    bool is_cut;
    make_queries(made, queries);
    pol_arena_init(&small, 512);
    assert_int_equal(
        pol_scan(made->index, queries, QUERIES, DEPTH, 0, &small, hits, &is_cut, &error),
        POL_LIMIT);
    pol_arena_done(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scores_are_those_of_the_matcher, set_up, tear_down),
        cmocka_unit_test_setup_teardown(small_tables_give_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_parts_are_one_index, set_up, tear_down),
        cmocka_unit_test_setup_teardown(remote_parts_are_asked_by_their_matcher, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lengths_are_those_of_the_passages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lengths_follow_the_index, set_up, tear_down),
        cmocka_unit_test_setup_teardown(passages_without_words_are_passages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stems_that_are_nowhere_change_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_the_most_telling_stems_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(equals_come_by_docid, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_deadline_that_is_over_cuts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_out_of_bounds_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_arena_is_said, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("search/scan", tests, NULL, NULL);
}
