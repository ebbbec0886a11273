/* alias_test.c - queries with an acronym that find what it is short for, and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search/alias.h"
#include "search/search.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

/* What heads say of acronyms is as the indexer writes it. */
static const fixture_document documents[] = {
    {.id = "spelt",
     .title = "Plans",
     .passages = {{.text = "The Regional Ferry Quota Schemes (RFQSs) are bad."}},
     .head_terms = {"XArfqs=regional ferry quota schemes", "XIregional ferry quota scheme=rfqs"}},
    {.id = "short", .title = "Quays", .passages = {{.text = "Every RFQS is bad for harbours."}}},
    {.id = "long",
     .title = "Ships",
     .passages = {{.text = "A regional ferry quota scheme costs harbours money."}}},
    {.id = "apart",
     .title = "Boats",
     .passages = {{.text = "The quota of the ferry is a regional scheme."}}},
    {.id = "known",
     .title = "Machines",
     .passages = {{.text = "Artificial intelligence must not sack anybody."}}},
    {.id = "letters", .title = "Robots", .passages = {{.text = "AI is sold to harbours."}}},
    {.id = "mats", .title = "Floors", .passages = {{.text = "Every mat is dirty."}}},
    {.id = "schools", .title = "Schools", .passages = {{.text = "A multi academy trust took it."}}},
};

static int open_documents(void **state)
{
    (void)state;
    lookup = fixture_of(&fix, documents, sizeof documents / sizeof *documents);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

static pol_results *find(const char *query, bool is_literal)
{
    const pol_search_options options = {
        .count = 20, .only_complete = true, .is_literal = is_literal};
    pol_results *results = NULL;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    return results;
}

static void print_ids(const pol_results *results, pol_buffer *ids)
{
    for (size_t i = 0; i < results->hit_count; i++)
        pol_buffer_printf(ids, "%s%.*s", i ? " " : "",
                          POL_SPAN_ARGS(results->hits[i].stored->document.id.text));
    pol_buffer_add(ids, POL_SPAN(""));
}

/* The documents found, in order. */
static void expect(const char *query, const char *wanted)
{
    pol_buffer ids;
    pol_results *results = find(query, false);
    pol_buffer_init(&ids, 1 << 12);
    print_ids(results, &ids);
    if (strcmp(ids.data ? ids.data : "", wanted) != 0)
        fail_msg("'%s': found '%s', not '%s'", query, ids.data, wanted);
    pol_buffer_done(&ids);
    pol_results_free(results);
}

static void each_finds_the_other(void **state)
{
    (void)state;
    expect("RFQS", "spelt short long"); /* the word itself first */
    expect("rfqs", "spelt short long");
    expect("RFQSs", "spelt short long");
    expect("RFQS money", "long");
    expect("regional ferry quota schemes", "spelt long apart short");
    expect("regional ferry quota scheme harbours", "long short");
    expect("AI", "letters known");
    expect("artificial intelligence", "known letters");
    expect("artificial intelligence harbours", "letters");
    expect("AI -harbours", "known");
}

static void what_stands_for_itself(void **state)
{
    (void)state;
    expect("\"RFQS\"", "short");
    expect("\"regional ferry quota schemes\"", "spelt");
    expect("quota scheme ferry regional", "long spelt apart"); /* other words between */
    expect("regional ferry", "spelt long apart");
    expect("money -AI", "long");
    expect("mat", "mats"); /* a word in small letters */
    expect("MAT", "mats schools");
    expect("title:AI", "");
    pol_results *literal = find("RFQS", true);
    assert_int_equal(literal->total, 2);
    pol_results_free(literal);
}

static void it_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *query, *understood;
    } rows[] = {
        {"RFQS", "passages with ‘RFQS’; also counts: the exact words “regional ferry quota "
                 "schemes”"},
        {"artificial intelligence harbours",
         "passages with ‘artificial’, ‘intelligence’ and ‘harbours’; also counts: ‘AI’"},
        {"the AI", "passages with ‘AI’; also counts: the exact words “artificial intelligence”; "
                   "too common to count: ‘the’"},
        {"harbours", "passages with ‘harbours’"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_results *results = find(rows[i].query, false);
        if (!pol_span_equal(results->understood, pol_span_of(rows[i].understood)))
            fail_msg("'%s': %.*s", rows[i].query, POL_SPAN_ARGS(results->understood));
        pol_results_free(results);
    }
}

static void what_is_added_is_marked(void **state)
{
    (void)state;
    pol_results *results = find("AI", false);
    assert_int_equal(results->hit_count, 2);
    const pol_hit *spelt = &results->hits[1];
    assert_true(spelt->highlight_count > 0);
    assert_int_equal(spelt->highlights[0].start, 0);
    assert_int_equal(spelt->highlights[spelt->highlight_count - 1].end,
                     sizeof "Artificial intelligence" - 1);
    pol_results_free(results);
}

/* An acronym that nobody defines beside few others, and one that is as good as a word. */
static void print_tree(const char *text, pol_buffer *tree)
{
    pol_query *query = NULL;
    pol_buffer_clear(tree);
    assert_int_equal(
        pol_query_parse_with(lookup->analyser, pol_span_of(text), false, &query, &error), POL_OK);
    assert_int_equal(pol_alias_add(query, lookup, &error), POL_OK);
    pol_query_print(query, tree);
    pol_query_free(query);
}

static void trees(void **state)
{
    (void)state;
    static const struct {
        const char *query, *tree;
    } rows[] = {
        {"AI pay", "(and (or ai (phrase artificial intelligence) (phrase artificial "
                   "intelligences)) pay)"},
        {"artificial intelligence", "(and (or artificial ai) (or intelligence ai))"},
        {"standing of the orders committee", "(and standing ~of ~the orders committee)"},
        {"Standing Orders Committees",
         "(and (or standing soc) (or orders soc) (or committees soc))"},
        {"motion 12", "(and (label \"12\") (label \"motion 12\") motion 12)"},
        {"\"AI\"", "(phrase ai)"},
        {"AI OR pay", "(or ai pay)"},
        {"year:2014", "(year 2014)"},
        {"", ""},
        {"one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
         "fifteen sixteen AI",
         "(and one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
         "fifteen sixteen ai)"},
    };
    pol_buffer tree;
    pol_buffer_init(&tree, 1 << 12);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_tree(rows[i].query, &tree);
        if (!pol_span_equal(pol_buffer_span(&tree), pol_span_of(rows[i].tree)) && rows[i].query[0])
            fail_msg("'%s': %s", rows[i].query, tree.data);
    }
    pol_buffer_done(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_finds_the_other),
        cmocka_unit_test(what_stands_for_itself),
        cmocka_unit_test(it_is_said),
        cmocka_unit_test(what_is_added_is_marked),
        cmocka_unit_test(trees),
    };
    return cmocka_run_group_tests_name("aliases", tests, open_documents, close_documents);
}
