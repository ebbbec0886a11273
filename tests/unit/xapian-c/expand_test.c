/* expand_test.c - documents that were good, to terms that make them so. */
#include "support.h"

static xc_reader *health_reader(void **state)
{
    static const char *const texts[] = {
        "nurse ward hospital Znurs", "nurse hospital beds Znurs", "school teacher lesson",
        "school meals lesson",       "council housing rent",      "council rent arrears",
        "lesson plans rent",
    };
    const char *path = in_scratch(state, "database");
    build(path, texts, sizeof texts / sizeof *texts);
    return open_reader(path);
}

static void finds_typical_terms(void **state)
{
    static const xc_docid relevant[] = {1, 2};
    xc_error error;
    xc_expansions *expansions;
    size_t count;
    xc_reader *reader = health_reader(state);
    OK(xc_reader_expand(reader, relevant, 2, NO_BYTES, 3, &expansions, &error));
    const xc_expansion *all = xc_expansions_all(expansions, &count);
    assert_int_equal(count, 3); /* what both have, before what one has */
    for (size_t i = 0; i < count; i++) {
        assert_true(all[i].term.size == 5 || all[i].term.size == 8);
        assert_true(i == 0 || all[i].weight <= all[i - 1].weight);
        assert_true(all[i].weight > 0);
    }
    xc_expansions_free(expansions);
    OK(xc_reader_expand(reader, relevant, 2, NO_BYTES, 100, &expansions, &error));
    all = xc_expansions_all(expansions, &count);
    assert_int_equal(count, 5);
    xc_expansions_free(expansions);
    xc_expansions_free(NULL);
    xc_reader_free(reader);
}

static void keeps_to_a_prefix(void **state)
{
    static const xc_docid relevant[] = {1, 2};
    xc_error error;
    xc_expansions *expansions;
    size_t count;
    xc_reader *reader = health_reader(state);
    OK(xc_reader_expand(reader, relevant, 2, bytes("Z"), 9, &expansions, &error));
    const xc_expansion *all = xc_expansions_all(expansions, &count);
    xc_reader_free(reader); /* they outlive it */
    assert_int_equal(count, 1);
    assert_bytes(all[0].term, "Znurs");
    xc_expansions_free(expansions);
}

static void needs_documents(void **state)
{
    static const xc_docid none[] = {0}, missing[] = {99};
    xc_error error;
    xc_expansions *expansions;
    size_t count = 9;
    xc_reader *reader = health_reader(state);
    OK(xc_reader_expand(reader, NULL, 0, NO_BYTES, 9, &expansions, &error));
    (void)xc_expansions_all(expansions, &count);
    assert_int_equal(count, 0);
    xc_expansions_free(expansions);
    FAILS(XC_INVALID, xc_reader_expand(reader, none, 1, NO_BYTES, 9, &expansions, &error));
    assert_null(expansions);
    FAILS(XC_NO_DOCUMENT, xc_reader_expand(reader, missing, 1, NO_BYTES, 9, &expansions, &error));
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(finds_typical_terms),
        scratch_test(keeps_to_a_prefix),
        scratch_test(needs_documents),
    };
    return cmocka_run_group_tests_name("expand", tests, NULL, NULL);
}
