/* search_test.c - sorting, collapsing, cutting off, paging, totals, terms of hits. */
#include "support.h"

#include <math.h>

/* Slot 0 sorts, slot 1 collapses. */
static xc_reader *values_reader(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "pay rise", "2012", "m1", NULL);
    put_values(writer, "pay pay rise x", "2010", "m1", NULL);
    put_values(writer, "pay and much else of no use", "2014", "m2", NULL);
    put_values(writer, "pay rise rise", "2010", "m3", NULL);
    put_values(writer, "pay", NULL, NULL, NULL);
    put_values(writer, "other", "2011", "m2", NULL);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    return open_reader(path);
}

static xc_matches *run(xc_reader *reader, const xc_search *search)
{
    xc_error error;
    xc_matches *matches;
    OK(xc_reader_search(reader, search, &matches, &error));
    return matches;
}

static const char *sorted(xc_reader *reader, xc_query *query, xc_sort sort, bool is_descending)
{
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    search.sort = sort;
    search.sort_slot = 0;
    search.sorts_descending = is_descending;
    xc_matches *matches = run(reader, &search);
    const char *text = hits_text(matches);
    xc_matches_free(matches);
    return text;
}

static void sorts(void **state)
{
    xc_error error;
    xc_matches *matches;
    xc_reader *reader = values_reader(state);
    xc_query *query = term("pay");
    assert_string_equal(sorted(reader, query, XC_BY_VALUE, false), "5 2 4 1 3");
    assert_string_equal(sorted(reader, query, XC_BY_VALUE, true), "3 1 2 4 5");
    /* 2 has "pay" twice, so weighs more than 4 of the same year. */
    assert_string_equal(sorted(reader, query, XC_BY_VALUE_THEN_RELEVANCE, true), "3 1 2 4 5");
    xc_query *rise = term("rise");
    assert_string_equal(sorted(reader, rise, XC_BY_VALUE_THEN_RELEVANCE, false), "4 2 1");
    assert_string_equal(sorted(reader, rise, XC_BY_RELEVANCE, false), "4 1 2");
    xc_query *none;
    OK(xc_query_all(&none, &error)); /* all weigh 0 */
    assert_string_equal(sorted(reader, none, XC_BY_RELEVANCE_THEN_VALUE, true), "3 1 6 2 4 5");
    xc_search search;
    xc_search_init(&search);
    search.query = none;
    search.docids_descending = true;
    xc_matches_free(matches = run(reader, &search));
    matches = run(reader, &search);
    assert_string_equal(hits_text(matches), "6 5 4 3 2 1");
    xc_matches_free(matches);
    search.sort = XC_BY_VALUE; /* by no slot */
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    assert_null(matches);
    search.sort_slot = 0;
    search.sort = (xc_sort)9;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    xc_query_free(none);
    xc_query_free(rise);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void collapses(void **state)
{
    xc_reader *reader = values_reader(state);
    xc_query *query = term("pay");
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    search.collapse_slot = 1;
    search.check_at_least = UINT32_MAX;
    xc_matches *matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 4); /* one of m1, m2, m3, and 5 without any */
    const xc_totals *totals = xc_matches_totals(matches);
    assert_int_equal(totals->lower, 4);
    assert_int_equal(totals->estimated, 4);
    assert_int_equal(totals->upper, 4);
    assert_int_equal(totals->raw_lower, 5);
    assert_int_equal(totals->raw_upper, 5);
    for (size_t i = 0; i < 4; i++) {
        const xc_match *match = xc_matches_at(matches, i);
        assert_int_equal(match->collapse_count, match->docid <= 2 ? 1 : 0);
    }
    xc_matches_free(matches);
    search.collapse_max = 2;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 5);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void pages(void **state)
{
    xc_reader *reader = values_reader(state);
    xc_query *query = term("pay");
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    char all[32];
    xc_matches *matches = run(reader, &search);
    strcpy(all, hits_text(matches));
    xc_matches_free(matches);
    search.first = 2;
    search.count = 2;
    search.check_at_least = UINT32_MAX;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 2);
    assert_memory_equal(hits_text(matches), all + 4, 3);
    assert_int_equal(xc_matches_totals(matches)->lower, 5);
    xc_matches_free(matches);
    search.first = UINT32_MAX;
    search.count = UINT32_MAX;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 0);
    xc_matches_free(matches);
    search.first = 0;
    search.count = 0;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 0);
    assert_int_equal(xc_matches_totals(matches)->estimated, 5);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void cuts_off(void **state)
{
    xc_error error;
    xc_matches *matches;
    xc_reader *reader = values_reader(state);
    xc_query *query = words_query(XC_OR, (const char *const[]){"pay", "rise"}, 2, 0);
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 5);
    const xc_match *best = xc_matches_at(matches, 0);
    assert_int_equal(best->percent, 100);
    assert_true(best->weight == xc_matches_totals(matches)->max_attained);
    assert_true(best->weight <= xc_matches_totals(matches)->max_possible);
    double third = xc_matches_at(matches, 2)->weight;
    xc_matches_free(matches);
    search.weight_cutoff = third;
    matches = run(reader, &search);
    assert_int_equal(xc_matches_count(matches), 3);
    xc_matches_free(matches);
    search.weight_cutoff = 0;
    search.percent_cutoff = 90;
    matches = run(reader, &search);
    assert_in_range(xc_matches_count(matches), 1, 3);
    for (size_t i = 0; i < xc_matches_count(matches); i++)
        assert_in_range(xc_matches_at(matches, i)->percent, 90, 100);
    xc_matches_free(matches);
    search.percent_cutoff = 101;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    search.percent_cutoff = 0;
    search.weight_cutoff = -1;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    search.weight_cutoff = NAN;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    search.weight_cutoff = 0;
    search.query = NULL;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    xc_query_free(query);
    xc_reader_free(reader);
}

static void gives_the_documents_of_hits(void **state)
{
    xc_error error;
    xc_document *document;
    xc_bytes data;
    xc_reader *reader = values_reader(state);
    xc_query *query = term("rise");
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    xc_matches *matches = run(reader, &search);
    xc_reader_free(reader); /* they outlive it */
    xc_query_free(query);
    OK(xc_matches_document(matches, 0, &document, &error));
    OK(xc_document_data(document, &data, &error));
    assert_bytes(data, "pay rise rise");
    xc_document_free(document);
    FAILS(XC_RANGE, xc_matches_document(matches, 3, &document, &error));
    assert_null(document);
    xc_matches_free(matches);
    xc_matches_free(NULL);
}

static void tells_terms_of_hits(void **state)
{
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    double pay, rise, other;
    xc_reader *reader = values_reader(state);
    xc_query *query = words_query(XC_OR, (const char *const[]){"rise", "zz", "pay"}, 3, 0);
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    xc_matches *matches = run(reader, &search);
    OK(xc_matches_terms(matches, 0, &terms, &error));
    bool has_pay = false, has_rise = false;
    for (int i = 0; i < 2; i++) {
        OK(xc_terms_next(terms, &got, NULL, &error));
        has_pay = has_pay || (got.size == 3 && memcmp(got.data, "pay", 3) == 0);
        has_rise = has_rise || (got.size == 4 && memcmp(got.data, "rise", 4) == 0);
    }
    assert_true(has_pay && has_rise);
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    xc_terms_free(terms);
    FAILS(XC_RANGE, xc_matches_terms(matches, 5, &terms, &error));
    assert_null(terms);
    OK(xc_matches_term_weight(matches, bytes("pay"), &pay, &error));
    OK(xc_matches_term_weight(matches, bytes("rise"), &rise, &error));
    OK(xc_matches_term_weight(matches, bytes("other"), &other, &error));
    assert_true(rise > pay && pay > 0 && other == 0); /* rarer weighs more */
    assert_true(pay + rise >= xc_matches_at(matches, 0)->weight);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

/* Documents judged relevant raise the weight of terms that they have. */
static void relevant_documents_weigh(void **state)
{
    xc_error error;
    double before, after;
    static const xc_docid relevant[] = {1, 4};
    xc_reader *reader = values_reader(state);
    xc_query *query = term("rise");
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    xc_matches *matches = run(reader, &search);
    OK(xc_matches_term_weight(matches, bytes("rise"), &before, &error));
    xc_matches_free(matches);
    search.relevant = relevant;
    search.relevant_count = 2;
    matches = run(reader, &search);
    OK(xc_matches_term_weight(matches, bytes("rise"), &after, &error));
    assert_true(after > before);
    xc_matches_free(matches);
    static const xc_docid wrong[] = {0};
    search.relevant = wrong;
    search.relevant_count = 1;
    FAILS(XC_INVALID, xc_reader_search(reader, &search, &matches, &error));
    static const xc_docid missing[] = {4000};
    search.relevant = missing;
    FAILS(XC_NO_DOCUMENT, xc_reader_search(reader, &search, &matches, &error));
    xc_query_free(query);
    xc_reader_free(reader);
}

static void searches_an_empty_database(void **state)
{
    const char *path = in_scratch(state, "database");
    build(path, NULL, 0);
    xc_reader *reader = open_reader(path);
    assert_string_equal(hits_of(reader, term("a")), "");
    xc_reader_free(reader);
}

enum { MANY = 30000 };

static xc_reader *many_reader(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "many");
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (int i = 0; i < MANY; i++)
        put_values(writer, "pay rise and more pay", "2014", "m1", NULL);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    return open_reader(path);
}

/* Even one that sorts by value, which Xapian's own limit does not stop. */
static void stops_when_its_time_is_over(void **state)
{
    static const xc_slot slots[] = {0};
    xc_search search;
    size_t count = 0;
    xc_reader *reader = many_reader(state);
    const char *const pair[] = {"pay", "rise"};
    xc_query *query = words_query(XC_PHRASE, pair, 2, 0);
    xc_search_init(&search);
    search.query = query;
    search.check_at_least = UINT32_MAX;
    search.sort = XC_BY_VALUE;
    search.sort_slot = 0;
    search.facet_slots = slots;
    search.facet_count = 1;
    search.time_limit_ms = 1;
    xc_matches *matches = run(reader, &search);
    const xc_totals *totals = xc_matches_totals(matches);
    assert_true(totals->is_cut);
    assert_true(totals->lower < MANY);
    assert_true(totals->estimated >= totals->lower);
    assert_true(totals->upper >= MANY);
    const xc_facet_value *values = xc_matches_facet(matches, 0, &count);
    assert_true(count == 0 || values[0].count == totals->lower);
    xc_matches_free(matches);
    search.time_limit_ms = 600000;
    matches = run(reader, &search);
    totals = xc_matches_totals(matches);
    assert_false(totals->is_cut);
    assert_int_equal(totals->lower, MANY);
    assert_int_equal(totals->upper, MANY);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

/* A limit that is not reached changes nothing: hits, weights, terms of hits. */
static void a_limit_that_is_not_reached_is_none(void **state)
{
    xc_error error;
    xc_search search;
    xc_terms *terms;
    xc_bytes word;
    xc_reader *reader = values_reader(state);
    xc_query *query = term("pay");
    xc_search_init(&search);
    search.query = query;
    xc_matches *free_one = run(reader, &search);
    search.time_limit_ms = 600000;
    xc_matches *limited = run(reader, &search);
    assert_int_equal(xc_matches_count(limited), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(xc_matches_at(free_one, i)->docid, xc_matches_at(limited, i)->docid);
        assert_true(fabs(xc_matches_at(free_one, i)->weight - xc_matches_at(limited, i)->weight) <
                    1e-9);
    }
    OK(xc_matches_terms(limited, 0, &terms, &error));
    OK(xc_terms_next(terms, &word, NULL, &error));
    assert_bytes(word, "pay");
    xc_terms_free(terms);
    xc_matches_free(limited);
    xc_matches_free(free_one);
    xc_query_free(query);
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(sorts),
        scratch_test(collapses),
        scratch_test(pages),
        scratch_test(cuts_off),
        scratch_test(gives_the_documents_of_hits),
        scratch_test(tells_terms_of_hits),
        scratch_test(relevant_documents_weigh),
        scratch_test(searches_an_empty_database),
        scratch_test(stops_when_its_time_is_over),
        scratch_test(a_limit_that_is_not_reached_is_none),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
