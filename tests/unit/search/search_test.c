/* search_test.c - what queries find in a small collection, and what is said about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "search/search.h"
#include "tests/unit/search/collection.h"

static fixture fix;
static pol_index *lookup;

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_commit(&fix);
    if (pol_index_open(fix.index, &lookup, &error) != POL_OK)
        fail_msg("%s", error.text);
    return 0;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static pol_results *find(const char *query, const pol_search_options *options)
{
    static const pol_search_options plain = {.count = 50, .only_complete = true};
    pol_results *results = NULL;
    pol_error error = {0};
    if (pol_search(lookup, pol_span_of(query), options ? options : &plain, &results, &error) !=
        POL_OK)
        fail_msg("'%s': %s", query, error.text);
    return results;
}

static int by_place(const void *left, const void *right)
{
    const pol_hit *a = left, *b = right;
    int order = pol_span_compare(a->stored->document.id.text, b->stored->document.id.text);
    if (a->tier != b->tier)
        return a->tier < b->tier ? -1 : 1;
    if (order != 0 || !a->passage || !b->passage)
        return order;
    return a->passage->ordinal < b->passage->ordinal ? -1 : 1;
}

/* "passage: lib-2014#1 lib-2014#2; document: pay-2010": tiers, documents and passages, in
 * the order of the results or, within a tier, of their names. */
static void print_hits(const pol_results *results, bool is_ordered, pol_buffer *buffer)
{
    pol_hit hits[64];
    assert_true(results->hit_count <= 64);
    memcpy(hits, results->hits, results->hit_count * sizeof *hits);
    if (!is_ordered)
        qsort(hits, results->hit_count, sizeof *hits, by_place);
    for (size_t i = 0; i < results->hit_count; i++) {
        const pol_hit *hit = &hits[i];
        if (i == 0 || hit->tier != hits[i - 1].tier)
            pol_buffer_printf(buffer, "%s%s:", i ? "; " : "", pol_tier_code(hit->tier));
        pol_buffer_printf(buffer, " %.*s", POL_SPAN_ARGS(hit->stored->document.id.text));
        if (hit->passage)
            pol_buffer_printf(buffer, "#%u", hit->passage->ordinal);
    }
}

static void check(const char *query, const pol_search_options *options, bool is_ordered,
                  const char *wanted)
{
    pol_results *results = find(query, options);
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    print_hits(results, is_ordered, &buffer);
    const char *found = buffer.data ? buffer.data : "";
    if (strcmp(found, wanted) != 0)
        fail_msg("'%s'\n  finds  %s\n  wanted %s", query, found, wanted);
    pol_buffer_done(&buffer);
    pol_results_free(results);
}

static void expect(const char *query, const pol_search_options *options, const char *wanted)
{
    check(query, options, false, wanted);
}

static void expect_order(const char *query, const pol_search_options *options, const char *wanted)
{
    check(query, options, true, wanted);
}

typedef struct example {
    const char *query, *wanted;
} example;

static void expect_all(const example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(examples[i].query, NULL, examples[i].wanted);
}

#define EXPECT_ALL(examples) expect_all(examples, sizeof(examples) / sizeof *(examples))

/* --- words ------------------------------------------------------------------------ */

static void words_come_in_tiers(void **state)
{
    (void)state;
    static const example examples[] = {
        {"shift workers", "passage: bus-2016#2 bus-2018#1"},
        {"council pattern", "passage: press-2016#2; document: press-2016#1"},
        {"closure money", "document: lib-2014#1 lib-2014#2 lib-2014#4"},
        {"midnight cold", "document: bus-2018#1 bus-2018#2"},
        {"midnight harbour", "partial: bus-2018#2"},
        {"midnight zzzxq", "partial: bus-2018#2"},
        {"zzzxq", ""},
        {"pay", "document: pay-2010"},
        {"fair pay", "document: pay-2010"},
        {"fair prices", "document: pay-2010#1"},
        {"& :) -", ""},
    };
    EXPECT_ALL(examples);
}

/* Below what has all the words, where that is little. */
static void some_words_stand_below(void **state)
{
    (void)state;
    pol_search_options all = {.count = 50};
    pol_search_options grouped = {.count = 50, .is_grouped = true};
    pol_search_options newest = {.count = 50, .sort = POL_SORT_NEWEST};
    expect("shift workers", &all, "passage: bus-2016#2 bus-2018#1; partial: bus-2018#2 pay-2010#2");
    expect("council pattern", &all,
           "passage: press-2016#2; document: press-2016#1; partial: pay-2010#3");
    expect("midnight harbour", &all, "partial: bus-2018#2");
    expect("workers", &all, "passage: bus-2016#2 bus-2018#1 pay-2010#2");
    expect("\"shift workers\"", &all, "passage: bus-2016#2 bus-2018#1");
    expect("\"free travel\" cold", &all, "document: bus-2018#1 bus-2018#2; partial: bus-2016#2");
    expect("shift workers -cold", &all, "passage: bus-2016#2; partial: bus-2018#2 pay-2010#2");
    expect("motion 12", &all, "label: bridge-2019 lib-2014");
    expect("shift workers", &grouped,
           "passage: bus-2016#2 bus-2018#1; partial: pay-2010#2"); /* each document once */
    expect("shift workers", &newest, "passage: bus-2016#2 bus-2018#1");
}

/* Filters take hits away from each tier, and change none of them. */
static void filters_add_no_tier(void **state)
{
    (void)state;
    pol_search_options all = {.count = 50};
    expect("shift workers year:2018", &all, "passage: bus-2018#1; partial: bus-2018#2");
    expect("shift workers year:2010", &all, "partial: pay-2010#2");
    expect("shift workers year:1999", &all, "");
    expect("\"free travel\" cold year:2016", &all, "partial: bus-2016#2");
    expect("workers year:2018", &all, "passage: bus-2018#1");
    pol_results *results = find("shift workers year:2010", &all);
    assert_int_equal(results->note_count, 1);
    assert_string_equal(results->notes[0], "with these filters nothing has all the words");
    pol_results_free(results);
}

/* As many documents with all the words as make others needless, and one fewer. */
static void enough_have_all_the_words(void **state)
{
    (void)state;
    char ids[POL_TIER_DOCUMENTS_ENOUGH][16];
    pol_search_options all = {.count = 50};
    for (uint32_t missing = 0; missing < 2; missing++) {
        fixture many;
        pol_error error;
        pol_index *whole = lookup;
        fixture_open(&many);
        for (size_t i = 0; i < POL_TIER_DOCUMENTS_ENOUGH; i++) {
            bool has_one = i < missing;
            snprintf(ids[i], sizeof ids[i], "d%zu", i);
            fixture_document document = {
                .id = ids[i], .passages = {{.text = has_one ? "Ferries." : "Ferries sink."}}};
            fixture_add(&many, &document);
        }
        fixture_commit(&many);
        assert_int_equal(pol_index_open(many.index, &lookup, &error), POL_OK);
        pol_results *results = find("ferries sink", &all);
        assert_int_equal(results->tier_totals[POL_TIER_PASSAGE],
                         POL_TIER_DOCUMENTS_ENOUGH - missing);
        assert_int_equal(results->tier_totals[POL_TIER_PARTIAL], missing);
        assert_int_equal(results->total, POL_TIER_DOCUMENTS_ENOUGH);
        pol_results_free(results);
        pol_index_free(lookup);
        lookup = whole;
        fixture_close(&many);
    }
}

/* One document has the words apart in its passages, the next in its title alone. */
static void titles_stand_beside_passages(void **state)
{
    (void)state;
    static const fixture_document documents[] = {
        {.id = "a",
         .title = "Ferries",
         .passages = {{.text = "Low-fare boats sink money."},
                      {.text = "Each island wants a boat."}}},
        {.id = "b", .title = "Low-fare island trips", .passages = {{.text = "We agree."}}},
        {.id = "c", .title = "Islands", .passages = {{.text = "Storms are frequent."}}},
    };
    static const example examples[] = {
        {"low-fare islands", "document: a#1 a#2 b"},
        {"fare islands", "document: a#1 a#2 b"},
        {"island", "passage: a#2; document: b c"},
        {"\"low fare\"", "passage: a#1; document: b"},
        {"sink OR trips", "passage: a#1; document: b"},
        {"trip* island", "document: b"},
    };
    fixture small;
    pol_error error;
    pol_index *whole = lookup;
    fixture_open(&small);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        fixture_add(&small, &documents[i]);
    fixture_commit(&small);
    assert_int_equal(pol_index_open(small.index, &lookup, &error), POL_OK);
    EXPECT_ALL(examples);
    pol_index_free(lookup);
    lookup = whole;
    fixture_close(&small);
}

static void words_match_in_any_form(void **state)
{
    (void)state;
    static const example examples[] = {
        {"LIBRARY closures", "passage: lib-2014#2; document: lib-2014#1 lib-2014#4"},
        {"co-operation", "passage: bus-2016#2 bus-2018#2 press-2016#2"},
        {"cooperation", "passage: bus-2016#2 bus-2018#2 press-2016#2"},
        {"stp", "passage: pay-2010#2"},
        {"stps gp", "passage: pay-2010#2"},
        {"wellbeing", "passage: bus-2016#1"},
        {"part time", "passage: pay-2010#2"},
        {"bibliotheques", "passage: autre-2012#1"},
        {"the right to strike", "passage: pay-2010#3"},
        {"privatis*", "passage: bridge-2019#1"},
        {"zzz*", ""},
    };
    EXPECT_ALL(examples);
}

static void any_ranks_without_tiers(void **state)
{
    (void)state;
    pol_search_options any = {.count = 50, .match = POL_MATCH_ANY};
    expect("midnight prices", &any, "any: bus-2018#2 pay-2010#1");
    expect("pay", &any, "any: pay-2010#1 pay-2010#2 pay-2010#3");
    expect("zzzxq", &any, "");
}

/* --- operators -------------------------------------------------------------------- */

static void phrases_are_verbatim(void **state)
{
    (void)state;
    static const example examples[] = {
        {"\"the right to strike\"", "passage: pay-2010#3"},
        {"\"right strike\"", ""},
        {"\"shift worker\"", ""},
        {"\"Shift Workers\"", "passage: bus-2016#2 bus-2018#1"},
        {"\"well being fund\"", "passage: bus-2016#1"},
        {"\"well-being fund\"", "passage: bus-2016#1"},
        {"\"wellbeing fund\"", "passage: bus-2016#1"},
        {"\"part time workers\"", "passage: pay-2010#2"},
        {"\"their cooperation\"", "passage: bus-2016#2"},
        {"\"fair pay\"", "document: pay-2010"},
        {"\"pay fair\"", ""},
        {"\"every day\"", "passage: press-2016#2"},
        {"\"everyday\"", "passage: pay-2010#1"},
        {"\"well fund\"", ""}, /* a part of a compound and what follows it */
        {"\"free travel\" cold", "document: bus-2018#1 bus-2018#2"},
    };
    EXPECT_ALL(examples);
}

static void operators_combine(void **state)
{
    (void)state;
    static const example examples[] = {
        {"midnight OR wages", "passage: bus-2018#2 pay-2010#1"},
        {"shift -cold", "passage: bus-2016#2"},
        {"workers NOT (cold OR demand)", "passage: pay-2010#2"},
        {"buses NEAR/3 midnight", "passage: bus-2018#2"},
        {"waiting NEAR/3 cold", "passage: bus-2018#1"},
        {"waiting NEAR/2 cold", ""},
        {"time NEAR/2 part", "passage: pay-2010#2"}, /* "Part-time", at one position */
        {"cold NEAR/3 waiting shift", "passage: bus-2018#1"},
        {"(midnight OR cold) shift", "passage: bus-2018#1; document: bus-2018#2"},
    };
    EXPECT_ALL(examples);
}

static void fields_filter(void **state)
{
    (void)state;
    static const example examples[] = {
        {"night year:2016", "passage: bus-2016#1 press-2016#1"},
        {"night kind:article", "passage: press-2016#1"},
        {"workers decision:policy", "passage: bus-2018#1"},
        {"workers decision:lost", "passage: pay-2010#2"},
        {"pensioners decision:lost", "passage: lib-2014#4"},
        {"pensioners -decision:lost", "passage: lib-2014#2"},
        {"pensioners clause:resolves", "passage: lib-2014#4"},
        {"workers conference:transport year:2015..2016", "passage: bus-2016#2"},
        {"buses date:2016-06..2018", "passage: bus-2018#2 press-2016#1"},
        {"workers title:buses", "passage: bus-2016#2 bus-2018#1"},
        {"workers title:shifts", "passage: bus-2018#1"},
        {"workers title:\"late shift\"", "passage: bus-2018#1"},
        {"workers title:\"shift late\"", ""},
        {"workers title:shi*", "passage: bus-2018#1"},
        {"closure source:libr*", "passage: lib-2014#2 lib-2014#4"},
        {"closure by:harbour", "passage: lib-2014#2 lib-2014#4"},
        {"closure by:\"branch harbour\"", ""},
        {"night org:gazette", "passage: press-2016#1"},
        {"closure source:libraries", "passage: lib-2014#2 lib-2014#4"},
        {"night id:press-2016", "passage: press-2016#1"},
        {"number:75.1 shift", "passage: bus-2018#1"},
        {"night org:gazettes", "passage: press-2016#1"}, /* names in any form */
        {"closure by:harbours", "passage: lib-2014#2 lib-2014#4"},
        {"closure by:\"harbours\"", ""}, /* but not where quoted */
        {"closure source:library", ""},
    };
    EXPECT_ALL(examples);
}

static void filters_alone_list_documents(void **state)
{
    (void)state;
    static const example examples[] = {
        {"conference:transport", "any: bus-2016 bus-2018 pay-2010"},
        {"decision:lost", "any: pay-2010"},
        {"year:2016", "any: bus-2016 press-2016"},
        {"year:2016 -kind:article", "any: bus-2016"},
        {"title:night", "any: bus-2016 bus-2018 press-2016"},
        {"clause:resolves year:2014", "any: lib-2014#3 lib-2014#4"},
        {"year:1950", ""},
    };
    pol_search_options newest = {.count = 50, .sort = POL_SORT_NEWEST};
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        expect(examples[i].query, &newest, examples[i].wanted);
    expect_order("conference:transport", NULL, "any: bus-2018 bus-2016 pay-2010");
    expect_order("conference:transport", &newest, "any: bus-2018 bus-2016 pay-2010");
    expect_order("motion 12", NULL, "label: bridge-2019 lib-2014");
}

/* NULL: no note about numbers. */
static void expect_note(const char *query, const char *wanted)
{
    pol_results *results = find(query, NULL);
    const char *found = NULL;
    for (size_t i = 0; i < results->note_count; i++)
        if (strstr(results->notes[i], "has the number"))
            found = results->notes[i];
    if (wanted)
        assert_string_equal(found ? found : "", wanted);
    else
        assert_null(found);
    pol_results_free(results);
}

static void numbers_come_first(void **state)
{
    (void)state;
    static const example examples[] = {
        {"75.1", "label: bus-2018"},
        {"Composite C", "label: bus-2016"},
        {"motion 12 2014", "label: lib-2014"},
        {"motion 12", "label: bridge-2019 lib-2014"},
        {"motion 12 2014 decision:lost", ""},
        {"motion 12 at northern conference 2014", "label: lib-2014"},
        {"motion 12 of the northern regional conference", "label: bridge-2019 lib-2014"},
        {"motion 12 2019 northern", "label: bridge-2019"},
        {"motion 12 carried in 2014", "label: lib-2014"},
    };
    EXPECT_ALL(examples);
    expect_note("motion 12 at southern conference",
                "no document has the number ‘motion 12 at southern conference’");
    expect_note("motion 13 2014", "no document has the number ‘motion 13 2014’");
    expect_note("motion 12 2014 decision:lost", NULL);
}

/* --- order, pages, groups --------------------------------------------------------- */

static void dates_order_tiers(void **state)
{
    (void)state;
    pol_search_options newest = {.count = 50, .sort = POL_SORT_NEWEST};
    pol_search_options oldest = {.count = 50, .sort = POL_SORT_OLDEST};
    expect_order("workers", &newest, "passage: bus-2018#1 bus-2016#2 pay-2010#2");
    expect_order("workers", &oldest, "passage: bus-2016#2 bus-2018#1 pay-2010#2");
    /* Fields are of whole documents too, which are no passages. */
    expect_order("year:2010 OR workers", &oldest,
                 "passage: bus-2016#2 bus-2018#1 pay-2010#2 pay-2010#1 pay-2010#3");
}

static void pages_add_up(void **state)
{
    (void)state;
    char all[512] = "", one[128];
    pol_results *whole = find("council OR closure OR buses", NULL);
    assert_true(whole->hit_count > 2);
    assert_int_equal(whole->total, whole->hit_count);
    for (size_t i = 0; i < whole->hit_count; i++) {
        pol_search_options page = {.first = i, .count = 1};
        pol_results *results = find("council OR closure OR buses", &page);
        assert_int_equal(results->hit_count, 1);
        assert_int_equal(results->total, whole->total);
        assert_true(pol_span_equal(results->hits[0].stored->document.id.text,
                                   whole->hits[i].stored->document.id.text));
        assert_int_equal(results->hits[0].passage ? results->hits[0].passage->ordinal : 0,
                         whole->hits[i].passage ? whole->hits[i].passage->ordinal : 0);
        snprintf(one, sizeof one, "%zu ", i);
        strcat(all, one);
        pol_results_free(results);
    }
    pol_search_options beyond = {.first = whole->total, .count = 10};
    expect("council OR closure OR buses", &beyond, "");
    pol_results_free(whole);
}

static void groups_show_each_document_once(void **state)
{
    (void)state;
    pol_search_options grouped = {.count = 50, .is_grouped = true};
    expect("closure", &grouped, "passage: lib-2014#2 lib-2014#4");
    expect("night", &grouped, "passage: bus-2016#1 press-2016#1; document: bus-2018");
    pol_search_options first = {.count = 1, .is_grouped = true};
    expect("night", &first, "passage: press-2016#1");
    pol_results *results = find("night", &first);
    assert_int_equal(results->total, 3);
    assert_true(results->is_grouped);
    pol_results_free(results);
    pol_search_options ids = {.count = 50, .is_grouped = true, .only_ids = true};
    expect("closure", &ids, "passage: lib-2014");
}

/* --- what is said ----------------------------------------------------------------- */

static void hidden_matches_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *query;
        uint32_t total, hidden;
    } rows[] = {
        {"workers decision:policy", 1, 1}, /* bus-2016 states nothing; pay-2010 was lost */
        {"privatisation decision:policy", 0, 1},
        {"night decision:policy", 1, 1}, /* an article has no decision to hide */
        {"workers decision:unknown", 1, 0},
        {"workers", 3, 0},
        {"workers year:2018 decision:policy", 1, 0},
        {"workers -decision:lost", 2, 0},
        {"decision:policy", 2, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_results *results = find(rows[i].query, NULL);
        if (results->total != rows[i].total || results->hidden_not_stated != rows[i].hidden)
            fail_msg("'%s': total %u, hidden %u", rows[i].query, results->total,
                     results->hidden_not_stated);
        pol_results_free(results);
    }
}

static uint32_t facet_count(const pol_results *results, const char *field, const char *value)
{
    for (size_t i = 0; i < results->facet_count; i++)
        for (size_t j = 0; j < results->facets[i].value_count; j++)
            if (strcmp(results->facets[i].field, field) == 0 &&
                pol_span_equal(results->facets[i].values[j].value, pol_span_of(value)))
                return results->facets[i].values[j].motions;
    return 0;
}

static void facets_count_documents(void **state)
{
    (void)state;
    pol_search_options options = {.count = 1, .wants_facets = true};
    pol_results *results = find("closure OR workers OR night", &options);
    assert_true(results->facets_are_exact);
    assert_int_equal(facet_count(results, "decision", "carried"), 1); /* two passages */
    assert_int_equal(facet_count(results, "decision", "carried_amended"), 1);
    assert_int_equal(facet_count(results, "decision", "unknown"), 1);
    assert_int_equal(facet_count(results, "decision", "lost"), 1);
    assert_int_equal(facet_count(results, "kind", "article"), 1);
    assert_int_equal(facet_count(results, "kind", "motion"), 4);
    assert_int_equal(facet_count(results, "conference", "Transport Conference"), 3);
    assert_int_equal(facet_count(results, "year", "2016"), 2);
    assert_int_equal(facet_count(results, "clause", "resolves"), 2);
    assert_int_equal(facet_count(results, "org", "Evening Gazette"), 1);
    for (size_t i = 0; i < results->facet_count; i++)
        if (strcmp(results->facets[i].field, "year") == 0)
            assert_true(pol_span_equal(results->facets[i].values[0].value, POL_SPAN("2018")));
    pol_results_free(results);
}

static void titles_have_no_clause(void **state)
{
    (void)state;
    pol_search_options options = {.count = 10, .wants_facets = true, .only_complete = true};
    pol_results *results = find("fair pay", &options); /* words of a title only */
    assert_int_equal(results->total, 1);
    assert_null(results->hits[0].passage);
    assert_int_equal(facet_count(results, "decision", "lost"), 1);
    assert_int_equal(facet_count(results, "clause", "notes"), 0);
    pol_results_free(results);
    expect("fair pay clause:notes", NULL, "");
}

/* Every value of every facet as a filter: nothing may count more than without it. */
static void facets_never_grow(void **state)
{
    (void)state;
    static const char *const queries[] = {"closure OR workers OR night",
                                          "night",
                                          "council shift",
                                          "midnight harbour",
                                          "fair pay",
                                          "motion 12"};
    pol_search_options options = {.count = 1, .wants_facets = true};
    for (size_t q = 0; q < sizeof queries / sizeof *queries; q++) {
        pol_results *all = find(queries[q], &options);
        for (size_t i = 0; i < all->facet_count; i++) {
            for (size_t j = 0; j < all->facets[i].value_count; j++) {
                pol_search_filter filter = {pol_field_from_name(pol_span_of(all->facets[i].field)),
                                            all->facets[i].values[j].value, false};
                pol_search_options narrow = options;
                narrow.filters = &filter;
                narrow.filter_count = 1;
                pol_results *some = find(queries[q], &narrow);
                assert_true(some->total <= all->total);
                for (size_t f = 0; f < some->facet_count; f++)
                    for (size_t v = 0; v < some->facets[f].value_count; v++) {
                        char value[128];
                        snprintf(value, sizeof value, "%.*s",
                                 POL_SPAN_ARGS(some->facets[f].values[v].value));
                        assert_true(some->facets[f].values[v].motions <=
                                    facet_count(all, some->facets[f].field, value));
                    }
                pol_results_free(some);
            }
        }
        pol_results_free(all);
    }
}

static void results_say_what_was_asked(void **state)
{
    (void)state;
    pol_search_options explain = {.count = 5, .wants_explain = true};
    pol_results *results = find("shift workers", &explain);
    const pol_hit *hit = &results->hits[0];
    assert_true(pol_span_equal(results->query, POL_SPAN("shift workers")));
    assert_true(results->understood.size > 0);
    assert_int_equal(results->tier, POL_TIER_PASSAGE);
    assert_int_equal(results->tier_totals[POL_TIER_PASSAGE], 2);
    assert_true(results->total_is_exact);
    assert_int_equal(results->indexed_documents, COLLECTION_COUNT);
    assert_true(hit->score > results->hits[1].score);
    assert_int_equal(hit->highlight_count, 3); /* "Shift", "workers" and "worker" */
    assert_int_equal(hit->highlights[0].start, 0);
    assert_int_equal(hit->highlights[0].end, strlen("Shift"));
    assert_int_equal(hit->title_highlight_count, 1); /* "shift" */
    assert_true(pol_span_find(results->explain, POL_SPAN("Zshift"), 0) != (size_t)-1);
    assert_true(pol_span_find(results->explain, POL_SPAN("bus-2018#1: weight"), 0) != (size_t)-1);
    assert_true(pol_span_find(results->explain, POL_SPAN("; words side by side"), 0) != (size_t)-1);
    pol_results_free(results);
    results = find("closure campaign", NULL);
    assert_non_null(results->hits[0].lead_in);
    assert_int_equal(results->hits[0].lead_in->ordinal, 3);
    pol_results_free(results);
}

static void empty_queries_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *query;
        bool asks_nothing;
    } rows[] = {{"", true}, {" * ", true}, {"& :)", true}, {"zzzxq", false}, {"year:1950", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_results *results = find(rows[i].query, NULL);
        assert_int_equal(results->total, 0);
        assert_int_equal(results->asks_nothing, rows[i].asks_nothing);
        pol_results_free(results);
    }
}

static void notes_tell_of_filters(void **state)
{
    (void)state;
    pol_results *results = find("workers year:1950", NULL);
    assert_int_equal(results->total, 0);
    assert_int_equal(results->note_count, 1);
    assert_non_null(strstr(results->notes[0], "3 matches"));
    pol_results_free(results);
}

static void options_are_filters(void **state)
{
    (void)state;
    pol_search_filter filters[] = {{POL_FIELD_YEAR, POL_SPAN("2016..2018"), false},
                                   {POL_FIELD_DECISION, POL_SPAN("policy"), false}};
    pol_search_options options = {.count = 10, .filters = filters, .filter_count = 2};
    expect("workers", &options, "passage: bus-2018#1");
    expect("", &options, "any: bus-2018");
}

/* --- failures --------------------------------------------------------------------- */

static void wrong_options_are_refused(void **state)
{
    (void)state;
    pol_results *results = NULL;
    pol_error error;
    pol_search_options options = {.count = 0};
    pol_span query = POL_SPAN("workers");
    assert_int_equal(pol_search(lookup, query, &options, &results, &error), POL_USAGE);
    options.count = POL_COUNT_MAX + 1;
    assert_int_equal(pol_search(lookup, query, &options, &results, &error), POL_USAGE);
    assert_null(results);
    options.count = 10;
    query = POL_SPAN("workers decision:carryed");
    assert_int_equal(pol_search(lookup, query, &options, &results, &error), POL_USAGE);
    assert_non_null(strstr(error.text, "carried_amended"));
    pol_search_filter filter = {POL_FIELD_YEAR, POL_SPAN("soon"), false};
    options.filters = &filter;
    options.filter_count = 1;
    assert_int_equal(pol_search(lookup, POL_SPAN("pay"), &options, &results, &error), POL_USAGE);
}

static void documents_are_shown(void **state)
{
    (void)state;
    pol_shown *shown = NULL;
    pol_error error;
    static const char *const ids[] = {"lib-2014", "lib-", "lib-2014#p3"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pol_show(lookup, pol_span_of(ids[i]), &shown, &error), POL_OK);
        assert_true(pol_span_equal(shown->stored->document.id.text, POL_SPAN("lib-2014")));
        assert_int_equal(shown->stored->document.passage_count, 4);
        pol_shown_free(shown);
    }
    assert_int_equal(pol_show(lookup, POL_SPAN("bus-"), &shown, &error), POL_USAGE);
    assert_non_null(strstr(error.text, "bus-2016"));
    assert_non_null(strstr(error.text, "bus-2018"));
    assert_int_equal(pol_show(lookup, POL_SPAN("tram"), &shown, &error), POL_NOTFOUND);
    assert_int_equal(pol_show(lookup, POL_SPAN(""), &shown, &error), POL_USAGE);
    assert_null(shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_come_in_tiers),
        cmocka_unit_test(some_words_stand_below),
        cmocka_unit_test(filters_add_no_tier),
        cmocka_unit_test(enough_have_all_the_words),
        cmocka_unit_test(titles_stand_beside_passages),
        cmocka_unit_test(words_match_in_any_form),
        cmocka_unit_test(any_ranks_without_tiers),
        cmocka_unit_test(phrases_are_verbatim),
        cmocka_unit_test(operators_combine),
        cmocka_unit_test(fields_filter),
        cmocka_unit_test(filters_alone_list_documents),
        cmocka_unit_test(numbers_come_first),
        cmocka_unit_test(dates_order_tiers),
        cmocka_unit_test(pages_add_up),
        cmocka_unit_test(groups_show_each_document_once),
        cmocka_unit_test(hidden_matches_are_counted),
        cmocka_unit_test(facets_count_documents),
        cmocka_unit_test(titles_have_no_clause),
        cmocka_unit_test(facets_never_grow),
        cmocka_unit_test(results_say_what_was_asked),
        cmocka_unit_test(empty_queries_are_told),
        cmocka_unit_test(notes_tell_of_filters),
        cmocka_unit_test(options_are_filters),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(documents_are_shown),
    };
    return cmocka_run_group_tests_name("search", tests, open_collection, close_collection);
}
