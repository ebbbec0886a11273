/* facets_test.c - facets and charts are the same however hits are sorted and however they are
 * counted, by values or by columns, of one database or of two; and files of columns and lengths
 * that are missing, old or damaged are passed over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "index/columns.h"
#include "search/search.h"
#include "tests/unit/search/fixture.h"

enum { DOCUMENTS = 120, TEXT_BYTES_MAX = 1 << 20, SOON = 6 };

static const char *const queries[] = {"tea",
                                      "tea milk",
                                      "\"hot tea\"",
                                      "milk OR cake",
                                      "sugar",
                                      "tea -cake",
                                      "year:2014",
                                      "cake kind:motion",
                                      "decision:lost",
                                      "clause:notes",
                                      "tea NEAR cake",
                                      "tea year:2011..2013",
                                      "date:2011-06..2014",
                                      "date:..2012 cake",
                                      "year:2015.. -milk",
                                      "date:2014-03..2014-05",
                                      "conference:tea",

                                      "org:north year:2010..2015"};
enum { QUERY_COUNT = sizeof queries / sizeof *queries };

static fixture_document document_of(int number, char id[16])
{
    static const char *const names[] = {"Tea Conference", "Cake Conference", NULL};
    static const char *const bodies[] = {"North Branch", "South Branch", "East Branch", NULL};
    fixture_document one = {
        .id = id,
        .title = number % 9 ? "Breaks" : "Sugar and tea",
        .conference = names[number % 3],
        .conference_name = names[number % 3],
        .organisation = bodies[number % 4],
        .year = number % 11 ? 2010 + number % 7 : 0,
        .changed = 1700000000 + number * 37 % 50,
        .date = {.year = (int16_t)(number % 13 ? 2010 + number % 7 : 0),
                 .month = (uint8_t)(number % 13 ? 1 + number % 12 : 0)},
        .decision = (pol_decision)(number % 5),
        .passages = {{"Conference notes hot tea.", NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}};
    snprintf(id, 16, "d%d", number);
    if (number % 2)
        one.passages[1] = (fixture_passage){"Conference resolves tea and cake with milk.", NULL,
                                            POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0};
    if (number % 10 == 0)
        one.passages[2] = (fixture_passage){"Sugar.", NULL, POL_CLAUSE_NOTES, POL_DECISION_LOST, 0};
    return one;
}

static void add_some(fixture *fix, int from, int count)
{
    for (int i = from; i < from + count; i++) {
        char id[16];
        fixture_document one = document_of(i, id);
        fixture_add(fix, &one);
    }
}

static pol_index *open_index(const char *path)
{
    pol_index *index = NULL;
    pol_error error = {0};
    if (pol_index_open(path, &index, &error) != POL_OK)
        fail_msg("%s: %s", path, error.text);
    return index;
}

/* All that is counted for a query. */
static void count(pol_index *index, const char *query, const pol_search_options *options,
                  pol_buffer *text)
{
    pol_results *results = NULL;
    pol_error error = {0};
    if (pol_search(index, pol_span_of(query), options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    assert_true(results->facets_are_exact);
    pol_buffer_printf(text, "%s:", query);
    for (size_t i = 0; i < results->facet_count; i++)
        for (size_t j = 0; j < results->facets[i].value_count; j++)
            pol_buffer_printf(text, " %s=%.*s %u", results->facets[i].field,
                              POL_SPAN_ARGS(results->facets[i].values[j].value),
                              results->facets[i].values[j].motions);
    for (size_t i = 0; i < results->chart_count; i++)
        pol_buffer_printf(text, " %d/%d %u", results->chart[i].year,
                          (int)results->chart[i].decision, results->chart[i].documents);
    pol_buffer_add_text(text, "\n");
    pol_results_free(results);
}

static pol_search_options options_of(pol_sort sort, bool is_grouped)
{
    return (pol_search_options){.count = 3,
                                .sort = sort,
                                .is_grouped = is_grouped,
                                .wants_facets = true,
                                .wants_chart = true};
}

/* Which hits each query has, and in which order, on two pages. */
static void list_hits(const char *path, bool is_grouped, pol_buffer *text)
{
    static const pol_sort sorts[] = {POL_SORT_RELEVANCE, POL_SORT_OLDEST, POL_SORT_NEWEST,
                                     POL_SORT_CHANGED};
    pol_error error = {0};
    pol_index *index = open_index(path);
    for (size_t i = 0; i < 8 * QUERY_COUNT; i++) {
        pol_results *results = NULL;
        pol_search_options options = options_of(sorts[i % 4], is_grouped);
        options.first = i / 4 % 2 * 7;
        options.count = 7;
        options.wants_facets = options.wants_chart = false;
        if (pol_search(index, pol_span_of(queries[i / 8]), &options, &results, &error) != POL_OK)
            fail_msg("'%s': %s", queries[i / 8], error.text);
        pol_buffer_printf(text, "%s %d %zu: %u", queries[i / 8], (int)options.sort, options.first,
                          results->total);
        for (size_t j = 0; j < results->hit_count; j++)
            pol_buffer_printf(text, " %.*s/%u",
                              POL_SPAN_ARGS(results->hits[j].stored->document.id.text),
                              results->hits[j].passage ? results->hits[j].passage->ordinal : 0);
        pol_buffer_add_text(text, "\n");
        pol_results_free(results);
    }
    pol_index_free(index);
}

/* Each query of an index opened for it alone. */
static void count_afresh(const char *path, pol_sort sort, bool is_grouped, pol_buffer *text)
{
    const pol_search_options options = options_of(sort, is_grouped);
    for (size_t i = 0; i < QUERY_COUNT; i++) {
        pol_index *index = open_index(path);
        count(index, queries[i], &options, text);
        pol_index_free(index);
    }
}

static void check_same(pol_index *index, bool is_grouped, const char *wanted)
{
    static const pol_sort sorts[] = {POL_SORT_RELEVANCE, POL_SORT_OLDEST, POL_SORT_NEWEST};
    for (size_t way = 0; way < sizeof sorts / sizeof *sorts; way++) {
        const pol_search_options options = options_of(sorts[way], is_grouped);
        pol_buffer text;
        pol_buffer_init(&text, TEXT_BYTES_MAX);
        for (size_t i = 0; i < QUERY_COUNT; i++)
            count(index, queries[i], &options, &text);
        assert_string_equal(text.data, wanted);
        pol_buffer_done(&text);
    }
}

static void check_index(pol_index *index, bool is_grouped)
{
    pol_buffer along, alone;
    pol_buffer_init(&along, TEXT_BYTES_MAX);
    pol_buffer_init(&alone, TEXT_BYTES_MAX);
    count_afresh(index->path, POL_SORT_RELEVANCE, is_grouped, &along);
    count_afresh(index->path, POL_SORT_OLDEST, is_grouped, &alone);
    assert_non_null(strstr(along.data, "conference=Cake Conference 4"));
    assert_string_equal(along.data, alone.data);
    check_same(index, is_grouped, along.data);
    pol_buffer_done(&along);
    pol_buffer_done(&alone);
}

static void write_beside(const char *path)
{
    pol_error error = {0};
    if (pol_lengths_write(path, &error) != POL_OK || pol_columns_write(path, &error) != POL_OK)
        fail_msg("%s: %s", path, error.text);
}

/* By values, then by columns, which are used where they are there. */
static void check_both(pol_index *index, bool is_grouped)
{
    pol_error error = {0};
    pol_buffer values, columns;
    pol_buffer_init(&values, TEXT_BYTES_MAX);
    pol_buffer_init(&columns, TEXT_BYTES_MAX);
    check_index(index, is_grouped);
    assert_null(index->columns);
    count_afresh(index->path, POL_SORT_RELEVANCE, is_grouped, &values);
    list_hits(index->path, is_grouped, &values);
    write_beside(index->path);
    count_afresh(index->path, POL_SORT_RELEVANCE, is_grouped, &columns);
    list_hits(index->path, is_grouped, &columns);
    assert_string_equal(values.data, columns.data);
    assert_int_equal(pol_index_reopen(index, &error), POL_OK);
    check_index(index, is_grouped);
    assert_non_null(index->columns);
    char name[FIXTURE_PATH_MAX + 32];
    snprintf(name, sizeof name, "%s/columns.polsearch", index->path);
    assert_int_equal(remove(name), 0);
    assert_int_equal(pol_index_reopen(index, &error), POL_OK);
    pol_buffer_done(&values);
    pol_buffer_done(&columns);
}

static void counts_are_the_same(void **state)
{
    (void)state;
    fixture fix;
    pol_error error = {0};
    bool has_moved = false;
    fixture_open(&fix);
    add_some(&fix, 0, DOCUMENTS);
    fixture_commit(&fix);
    pol_index *index = open_index(fix.index);
    check_both(index, false);
    check_both(index, true);
    write_beside(fix.index);
    add_some(&fix, DOCUMENTS, SOON);
    fixture_commit(&fix);
    assert_int_equal(pol_index_refresh(index, &has_moved, &error), POL_OK);
    assert_true(has_moved);
    check_index(index, false);
    assert_null(index->columns); /* those that are there are of the revision before */
    check_both(index, false);
    check_both(index, true);
    pol_index_free(index);
    fixture_close(&fix);
}

/* Two databases hold what one holds else. */
static void two_databases_are_as_one(void **state)
{
    (void)state;
    fixture fix;
    char one[FIXTURE_PATH_MAX], stub[FIXTURE_PATH_MAX + 8];
    pol_buffer wanted;
    fixture_open(&fix);
    add_some(&fix, 0, DOCUMENTS);
    fixture_commit(&fix);
    pol_buffer_init(&wanted, TEXT_BYTES_MAX);
    count_afresh(fix.index, POL_SORT_RELEVANCE, false, &wanted);
    fixture_begin(&fix, "first", POL_SCHEMA_VERSION);
    add_some(&fix, 0, SOON);
    fixture_commit(&fix);
    snprintf(one, sizeof one, "%s", fix.index);
    fixture_begin(&fix, "second", POL_SCHEMA_VERSION);
    add_some(&fix, SOON, DOCUMENTS - SOON);
    fixture_commit(&fix);
    snprintf(stub, sizeof stub, "%s/stub", fix.folder);
    FILE *file = fopen(stub, "w");
    assert_non_null(file);
    fprintf(file, "auto %s\nauto %s\n", one, fix.index);
    assert_int_equal(fclose(file), 0);
    pol_index *index = open_index(stub);
    check_same(index, false, wanted.data);
    assert_null(index->columns);
    pol_index_free(index);
    pol_buffer_done(&wanted);
    fixture_close(&fix);
}

static size_t read_file(const char *name, char *bytes, size_t room)
{
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, room, file);
    assert_int_equal(fclose(file), 0);
    assert_in_range(size, 100, room - 1);
    return size;
}

static void write_file(const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* One query's counts, whatever they are. */
static void count_one(const char *path, pol_buffer *text)
{
    const pol_search_options options = options_of(POL_SORT_RELEVANCE, false);
    pol_index *index = open_index(path);
    count(index, queries[0], &options, text);
    pol_index_free(index);
}

/* Cut anywhere, it is as if it were not there; with any byte changed, nothing is read beyond it. */
static void damage(const char *path, const char *file_name)
{
    enum { ROOM = 1 << 16, STEP = 61 };
    static char bytes[ROOM];
    char name[FIXTURE_PATH_MAX + 32];
    pol_buffer wanted, got;
    pol_buffer_init(&wanted, TEXT_BYTES_MAX);
    pol_buffer_init(&got, TEXT_BYTES_MAX);
    snprintf(name, sizeof name, "%s/%s", path, file_name);
    const size_t size = read_file(name, bytes, sizeof bytes);
    count_one(path, &wanted);
    for (size_t cut = 0; cut < size; cut += cut < 300 ? 7 : STEP) {
        write_file(name, bytes, cut);
        pol_buffer_clear(&got);
        count_one(path, &got);
        assert_string_equal(got.data, wanted.data);
    }
    for (size_t at = 0; at < size; at += at < 300 ? 1 : STEP) {
        const char before = bytes[at];
        bytes[at] = (char)(before ^ (at % 2 ? 0x80 : 0xff));
        write_file(name, bytes, size);
        bytes[at] = before;
        pol_buffer_clear(&got);
        count_one(path, &got);
    }
    write_file(name, bytes, size);
    pol_buffer_done(&wanted);
    pol_buffer_done(&got);
}

static void damaged_columns_are_passed_over(void **state)
{
    (void)state;
    fixture fix;
    fixture_open(&fix);
    add_some(&fix, 0, DOCUMENTS);
    fixture_commit(&fix);
    write_beside(fix.index);
    damage(fix.index, "columns.polsearch");
    fixture_close(&fix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_the_same),
        cmocka_unit_test(two_databases_are_as_one),
        cmocka_unit_test(damaged_columns_are_passed_over),
    };
    return cmocka_run_group_tests_name("facets", tests, NULL, NULL);
}
