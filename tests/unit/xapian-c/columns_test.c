/* columns_test.c - facets counted by columns: the same as counted document by document. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 4000, KEYS = 600, TEXT_SIZE = 16 << 10, TRIES = 12 };

static const xc_slot slots[] = {1, 2, 0, 7};
enum { SLOT_COUNT = sizeof slots / sizeof *slots };

/* Mostly in rows, as documents of several passages are; some keys come again later, some
 * documents have none. */
static void put_some(xc_writer *writer, unsigned from, unsigned count)
{
    for (unsigned i = from; i < from + count; i++) {
        char key[12], first[12], second[16];
        unsigned k = rand() % 30 ? i * KEYS / DOCUMENTS : (unsigned)rand() % KEYS;
        sprintf(key, "k%u", k);
        sprintf(first, "v%u", k % 7);
        sprintf(second, "w%d", rand() % 300);
        put_values(writer, rand() % 3 ? "pay all" : "all", rand() % 40 ? key : NULL,
                   rand() % 10 ? first : NULL, second);
    }
}

/* Every count of what matches `word`, and how many keys there are. */
static void count(xc_reader *reader, const char *word, uint32_t time_limit_ms, char *text)
{
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_query *query = term(word);
    xc_search_init(&search);
    search.query = query;
    search.check_at_least = UINT32_MAX;
    search.facet_slots = slots;
    search.facet_count = SLOT_COUNT;
    search.distinct_slot = 0;
    search.time_limit_ms = time_limit_ms;
    OK(xc_reader_search(reader, &search, &matches, &error));
    size_t size = (size_t)sprintf(text, "%u keys", xc_matches_totals(matches)->distinct);
    for (size_t slot = 0; slot < SLOT_COUNT; slot++) {
        size_t value_count = 0;
        const xc_facet_value *values = xc_matches_facet(matches, slot, &value_count);
        for (size_t i = 0; i < value_count; i++)
            size += (size_t)sprintf(text + size, " %.*s %u", (int)values[i].value.size,
                                    values[i].value.data, values[i].count);
    }
    assert_in_range(size, 1, TEXT_SIZE - 1);
    xc_matches_free(matches);
    xc_query_free(query);
}

/* What is counted first, without columns, is what is counted with them. */
static void check_all(xc_reader *reader)
{
    static char wanted_all[TEXT_SIZE], wanted_some[TEXT_SIZE], got[TEXT_SIZE];
    assert_int_equal(xc_reader_column_bytes(reader), 0);
    count(reader, "pay", 0, wanted_some);
    count(reader, "all", 0, wanted_all);
    assert_string_not_equal(wanted_all, wanted_some);
    for (int i = 0; i < 2; i++) {
        count(reader, "pay", 0, got);
        assert_string_equal(got, wanted_some);
        count(reader, "all", 60000, got);
        assert_string_equal(got, wanted_all);
    }
    assert_int_not_equal(xc_reader_column_bytes(reader), 0);
}

static void counts_the_same(void **state)
{
    xc_error error;
    bool has_moved;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    srand(5);
    put_some(writer, 0, DOCUMENTS);
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    check_all(reader);
    size_t bytes = xc_reader_column_bytes(reader);
    print_message("%zu bytes of columns for %d documents\n", bytes, DOCUMENTS);
    assert_in_range(bytes, DOCUMENTS * 12, DOCUMENTS * 24);

    put_some(writer, 100, 300); /* keys that are there come again at the end */
    for (xc_docid docid = 50; docid < DOCUMENTS; docid += 7)
        OK(xc_writer_delete(writer, docid, &error));
    OK(xc_writer_commit(writer, &error));
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    check_all(reader);
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_false(has_moved);
    assert_int_not_equal(xc_reader_column_bytes(reader), 0);
    xc_writer_free(writer);
    xc_reader_free(reader);
}

/* Neither of several databases nor of what is not committed there are columns. */
static void leaves_others_alone(void **state)
{
    static char text[TEXT_SIZE], again[TEXT_SIZE];
    xc_error error;
    xc_reader *uncommitted;
    const char *one = in_scratch(state, "one"), *two = in_scratch(state, "two");
    xc_writer *writer = open_writer(one, XC_CREATE);
    put_some(writer, 0, 500);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    writer = open_writer(two, XC_CREATE);
    put_some(writer, 200, 500);
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(one);
    OK(xc_reader_add(reader, two, &error));
    OK(xc_writer_reader(writer, &uncommitted, &error));
    count(reader, "all", 0, text);
    for (int i = 0; i < TRIES; i++) {
        count(reader, "all", 0, again);
        assert_string_equal(again, text);
        put_values(writer, "all", "new", "v1", NULL);
        count(uncommitted, "all", 0, again);
    }
    assert_non_null(strstr(again, " new 1"));
    assert_int_equal(xc_reader_column_bytes(reader), 0);
    assert_int_equal(xc_reader_column_bytes(uncommitted), 0);
    xc_reader_free(uncommitted);
    xc_writer_free(writer);
    xc_reader_free(reader);
}

/* A slot of more values than have numbers is counted as before, beside others. */
static void bounds_the_values(void **state)
{
    enum { MANY = 66000 };
    static const xc_slot wide[] = {2};
    xc_error error;
    xc_matches *matches;
    xc_search search;
    size_t value_count = 0;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 0; i < MANY; i++) {
        char value[12];
        sprintf(value, "%u", i);
        put_values(writer, "all", "key", NULL, value);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    xc_query *query = term("all");
    xc_search_init(&search);
    search.query = query;
    search.check_at_least = UINT32_MAX;
    search.facet_slots = wide;
    search.facet_count = 1;
    search.distinct_slot = 0;
    for (int i = 0; i < 3; i++) {
        OK(xc_reader_search(reader, &search, &matches, &error));
        xc_matches_facet(matches, 0, &value_count);
        assert_int_equal(value_count, MANY);
        assert_int_equal(xc_matches_totals(matches)->distinct, 1);
        xc_matches_free(matches);
    }
    xc_query_free(query);
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(counts_the_same),
        scratch_test(leaves_others_alone),
        scratch_test(bounds_the_values),
    };
    return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
