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
    {.id = "four", .title = "Rest", .passages = {{.text = "Everybody gets a four-day week."}}},
    {.id = "4", .title = "Rests", .passages = {{.text = "Nobody gets a 4-day week now."}}},
    {.id = "list", .title = "Lists", .passages = {{.text = "4. Every day of the week is long."}}},
    {.id = "thirty", .title = "Shifts", .passages = {{.text = "A thirty-five hour week it is."}}},
    {.id = "35", .title = "Shift", .passages = {{.text = "We want 35 hours this week."}}},
    {.id = "sign", .title = "Rises", .passages = {{.text = "They ask for 8% at once."}}},
    {.id = "words", .title = "Rise", .passages = {{.text = "They ask for eight per cent."}}},
    {.id = "word", .title = "Risen", .passages = {{.text = "They ask for eight percent."}}},
    {.id = "pounds", .title = "Rates", .passages = {{.text = "Pay fifteen pounds an hour."}}},
    {.id = "sterling", .title = "Rate", .passages = {{.text = "Pay £15-an-hour and no less."}}},
    {.id = "homes", .title = "Doors", .passages = {{.text = "Tax second homes more."}}},
    {.id = "2nd", .title = "Door", .passages = {{.text = "Tax 2nd homes, and tax them."}}},
    {.id = "two", .title = "Fogs", .passages = {{.text = "Fog horns fog the bay. A fog horn."}}},
    {.id = "sold", .title = "Canal", .passages = {{.text = "Privatised canals silt up."}}},
    {.id = "kept", .title = "Canals", .passages = {{.text = "Private canals silt up too."}}},
    {.id = "one", .title = "Fog", .passages = {{.text = "The foghorn is broken."}}},
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

static void numbers_find_words(void **state)
{
    (void)state;
    expect("4 day week", "4 list four"); /* below what was typed */
    expect("four day week", "four 4");
    expect("four-day week", "four 4");
    expect("4-day week", "4 list four");
    expect("35 hour week", "35 thirty");
    expect("thirty-five-hour week", "thirty 35");
    expect("thirty five hours this week", "thirty 35");
    expect("8%", "sign word words");
    expect("ask 8 per cent", "words sign word");
    expect("eight percent", "word words sign");
    expect("8 percent", "word sign words");
    expect("£15 an hour", "sterling pounds");
    expect("fifteen pounds an hour", "pounds sterling");
    expect("15 pounds", "pounds sterling");
    expect("2nd homes", "2nd homes");
    expect("second homes", "homes 2nd");
    expect("fog horn", "two one");
    expect("foghorn", "one"); /* as many have it as "fog" */
    expect("harboursmoney", "long");
    expect("privatization canals", "kept sold"); /* its stem is that of "private" */
    expect("privatisation canals", "sold");
    expect("\"4 day\"", "4");
    expect("week -4", "35 four thirty");
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
        {"4 day week",
         "passages with ‘4’, ‘day’ and ‘week’; also counts: the exact words “four day”"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_results *results = find(rows[i].query, false);
        if (!pol_span_equal(results->understood, pol_span_of(rows[i].understood)))
            fail_msg("'%s': %.*s", rows[i].query, POL_SPAN_ARGS(results->understood));
        pol_results_free(results);
    }
}

/* Not where there is what it may be instead. */
static void unknown_words_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *query, *unknown;
    } rows[] = {{"8 harbours", NULL}, {"harboursmoney", NULL}, {"BSL", "BSL"}, {"77 mats", "77"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_results *results = find(rows[i].query, false);
        assert_int_equal(results->unknown_word_count, rows[i].unknown ? 1 : 0);
        if (rows[i].unknown)
            assert_true(pol_span_equal(results->unknown_words[0], pol_span_of(rows[i].unknown)));
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
        {"4 day", "(and (or 4 (phrase four day) (phrase four days)) day)"},
        {"a 4-day", "(and ~a (or (compound 4day 4 day) (phrase four day) (phrase four days)))"},
        {"forty two ships", "(and (or forty (phrase 42 ships) (phrase 42 ship)) (or two (phrase 42 "
                            "ships) (phrase 42 ship)) ships)"},
        {"one hundred ships", "(and (or one (phrase 100 ships) (phrase 100 ship)) (or hundred "
                              "(phrase 100 ships) (phrase 100 ship)) ships)"},
        {"five hundred ships", "(and five hundred ships)"},
        {"24/7 ships", "(and 24 7 ships)"},
        {"101 ships", "(and 101 ships)"},
        {"ships 21st", "(and ships (or 21st (phrase ships twenty first)))"},
        {"12th of ships", "(and (or 12th twelfth) ~of ships)"},
        {"2th ships", "(and 2th ships)"},
        {"phase two", "(and phase (or two (phrase phase 2)))"},
        {"two", "(or two 2)"},
        {"two \"ships\"", "(and (or two 2) (phrase ships))"},
        {"2.5 per cent", "(and 2.5 ~per (or cent 2.5))"},
        {"8% ships", "(and (or 8 (phrase eight percent) (phrase eight per cent)) ships)"},
        {"8 per cent", "(and (or 8 (phrase eight percent) (phrase eight per cent)) ~per (or cent 8 "
                       "(phrase eight percent)))"},
        {"eight percent", "(and (or eight 8) (or percent 8 (phrase eight per cent)))"},
        {"£15", "(or 15 (phrase fifteen pounds) (phrase fifteen pound))"},
        {"fifteen pounds", "(and (or fifteen 15) (or pounds 15))"},
        {"fog horn", "(and (or fog foghorn) (or horn foghorn))"},
        {"fog bay", "(and fog bay)"},
        {"ships 007", "(and ships 007)"},
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
        cmocka_unit_test(numbers_find_words),
        cmocka_unit_test(what_stands_for_itself),
        cmocka_unit_test(it_is_said),
        cmocka_unit_test(unknown_words_are_named),
        cmocka_unit_test(what_is_added_is_marked),
        cmocka_unit_test(trees),
    };
    return cmocka_run_group_tests_name("aliases", tests, open_documents, close_documents);
}
