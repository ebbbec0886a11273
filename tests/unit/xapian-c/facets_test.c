/* facets_test.c - values counted over what matches, by document and by distinct key. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

/* Slot 0: the key (a motion), slot 1: decision, slot 2: clause. */
static void fill(const char *path)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "pay", "m1", "carried", "notes");
    put_values(writer, "pay", "m1", "carried", "notes");
    put_values(writer, "pay", "m1", "lost", "resolves"); /* a point of its own decision */
    put_values(writer, "pay", "m2", "carried", "notes");
    put_values(writer, "other", "m2", "carried", "resolves");
    put_values(writer, "pay", "m1", "carried", "resolves"); /* m1 again, out of the row */
    put_values(writer, "pay", NULL, "carried", NULL);       /* no key: for itself */
    put_values(writer, "pay", NULL, "carried", NULL);
    put_values(writer, "pay", "m3", NULL, "notes");
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static const char *facet_text(const xc_matches *matches, size_t facet)
{
    static char text[1024];
    size_t count, size = 0;
    const xc_facet_value *values = xc_matches_facet(matches, facet, &count);
    text[0] = '\0';
    for (size_t i = 0; i < count; i++)
        size += (size_t)sprintf(text + size, "%s%.*s %u", i ? ", " : "", (int)values[i].value.size,
                                values[i].value.data, values[i].count);
    return text;
}

static xc_matches *count_facets(xc_reader *reader, xc_query *query, const xc_slot *slots,
                                size_t count, xc_slot distinct)
{
    xc_error error;
    xc_matches *matches;
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    search.count = 1;
    search.check_at_least = UINT32_MAX;
    search.facet_slots = slots;
    search.facet_count = count;
    search.distinct_slot = distinct;
    OK(xc_reader_search(reader, &search, &matches, &error));
    return matches;
}

static void counts_documents(void **state)
{
    static const xc_slot slots[] = {1, 2, 9};
    fill(in_scratch(state, "database"));
    xc_reader *reader = open_reader(in_scratch(state, "database"));
    xc_query *query = term("pay");
    xc_matches *matches = count_facets(reader, query, slots, 3, XC_NO_SLOT);
    assert_string_equal(facet_text(matches, 0), "carried 6, lost 1");
    assert_string_equal(facet_text(matches, 1), "notes 4, resolves 2");
    assert_string_equal(facet_text(matches, 2), "");
    assert_int_equal(xc_matches_totals(matches)->distinct, 0);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void counts_distinct_keys(void **state)
{
    static const xc_slot slots[] = {1, 2, 0};
    fill(in_scratch(state, "database"));
    xc_reader *reader = open_reader(in_scratch(state, "database"));
    xc_query *query = term("pay");
    xc_matches *matches = count_facets(reader, query, slots, 3, 0);
    assert_string_equal(facet_text(matches, 0), "carried 4, lost 1");
    assert_string_equal(facet_text(matches, 1), "notes 3, resolves 1");
    assert_string_equal(facet_text(matches, 2), "m1 1, m2 1, m3 1");
    assert_int_equal(xc_matches_totals(matches)->distinct, 5);
    assert_int_equal(xc_matches_count(matches), 1); /* the page does not matter */
    xc_matches_free(matches);
    matches = count_facets(reader, query, NULL, 0, 0); /* only the keys themselves */
    assert_int_equal(xc_matches_totals(matches)->distinct, 5);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void counts_over_two_databases(void **state)
{
    static const xc_slot slots[] = {1};
    xc_error error;
    fill(in_scratch(state, "one"));
    fill(in_scratch(state, "two"));
    xc_reader *reader = open_reader(in_scratch(state, "one"));
    OK(xc_reader_add(reader, in_scratch(state, "two"), &error));
    xc_query *query = term("pay");
    xc_matches *matches = count_facets(reader, query, slots, 1, 0);
    assert_string_equal(facet_text(matches, 0), "carried 6, lost 1"); /* same keys */
    assert_int_equal(xc_matches_totals(matches)->distinct, 7);
    xc_matches_free(matches);
    matches = count_facets(reader, query, slots, 1, XC_NO_SLOT);
    assert_string_equal(facet_text(matches, 0), "carried 12, lost 2");
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

/* Collapsing hides hits, but no counts. */
static void collapsing_does_not_change_counts(void **state)
{
    static const xc_slot slots[] = {1};
    xc_error error;
    xc_matches *matches;
    xc_search search;
    fill(in_scratch(state, "database"));
    xc_reader *reader = open_reader(in_scratch(state, "database"));
    xc_query *query = term("pay");
    xc_search_init(&search);
    search.query = query;
    search.check_at_least = UINT32_MAX;
    search.collapse_slot = 0;
    search.facet_slots = slots;
    search.facet_count = 1;
    OK(xc_reader_search(reader, &search, &matches, &error));
    assert_int_equal(xc_matches_count(matches), 5);
    assert_string_equal(facet_text(matches, 0), "carried 6, lost 1");
    xc_matches_free(matches);
    search.distinct_slot = 0;
    OK(xc_reader_search(reader, &search, &matches, &error));
    assert_string_equal(facet_text(matches, 0), "carried 4, lost 1");
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

enum { DOCUMENTS = 3000, KEYS = 40, VALUES = 6 };

/* The same counts as a table of key and value filled here gives. */
static void agrees_with_a_table(void **state)
{
    static const xc_slot slots[] = {1};
    static bool has_met[KEYS][VALUES];
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    srand(11);
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        char key[8], value[8];
        unsigned k = (unsigned)rand() % KEYS, v = (k * 3 + (unsigned)rand() % 3) % VALUES;
        sprintf(key, "k%u", k);
        sprintf(value, "v%u", v);
        put_values(writer, rand() % 20 ? "x" : "pay", key, value, NULL);
        has_met[k][v] = true;
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    xc_query *query;
    OK(xc_query_all(&query, &error));
    xc_matches *matches = count_facets(reader, query, slots, 1, 0);
    size_t count;
    const xc_facet_value *values = xc_matches_facet(matches, 0, &count);
    assert_int_equal(count, VALUES);
    for (unsigned v = 0; v < VALUES; v++) {
        unsigned wanted = 0;
        for (unsigned k = 0; k < KEYS; k++)
            wanted += has_met[k][v];
        assert_int_equal(values[v].count, wanted);
    }
    assert_int_equal(xc_matches_totals(matches)->distinct, KEYS);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(counts_documents),          scratch_test(counts_distinct_keys),
        scratch_test(counts_over_two_databases), scratch_test(collapsing_does_not_change_counts),
        scratch_test(agrees_with_a_table),
    };
    return cmocka_run_group_tests_name("facets", tests, NULL, NULL);
}
