/* listing_test.c - the order of lists, what stands beside a document, and counts of the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "search/listing.h"
#include "tests/unit/search/collection.h"

#define TEA .conference = "2031 Tea Conference", .conference_name = "Tea Conference", .year = 2031
#define ONE_PASSAGE                                                                                \
    .passages = {{"Conference notes tea.", NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}

static pol_relation of_2 = {.kind = POL_RELATION_AMENDS, .number = POL_SPAN("2")};
static pol_relation of_c = {.kind = POL_RELATION_AMENDS, .number = POL_SPAN("Composite C")};
static const pol_overlay amends_2 = {.relations = &of_2, .relation_count = 1};
static const pol_overlay amends_c = {.relations = &of_c, .relation_count = 1};
static const pol_overlay decided = {.is_decided = true, .decision = POL_DECISION_LOST};

/* In no order; the letter of the id tells the place it is to have. */
static const fixture_document agenda[] = {
    {.id = "m", .title = "Minutes", .kind = POL_KIND_STATEMENT, TEA, ONE_PASSAGE},
    {.id = "d", .title = "Cups", .number = "10", TEA, ONE_PASSAGE, .overlay = &decided},
    {.id = "f", .title = "Zinc urns", TEA, ONE_PASSAGE},
    {.id = "b", .title = "Pots", .number = "Motion 2", TEA, ONE_PASSAGE, .changed = 1700000000},
    {.id = "i",
     .title = "All urns",
     .number = "Composite C",
     .kind = POL_KIND_COMPOSITE,
     TEA,
     ONE_PASSAGE},
    {.id = "k", .title = "Flood", .number = "E2", .kind = POL_KIND_EMERGENCY, TEA, ONE_PASSAGE},
    {.id = "a2",
     .title = "Amendment",
     .number = "1.1",
     .kind = POL_KIND_AMENDMENT,
     TEA,
     ONE_PASSAGE},
    {.id = "a3", .title = "Beakers", .number = "1A", TEA, ONE_PASSAGE},
    {.id = "a1",
     .title = "Mugs",
     .number = "01",
     TEA,
     ONE_PASSAGE,
     .decision = POL_DECISION_CARRIED,
     .organisation = "Tea Union",
     .language = "fr",
     .changed = 1600000000},
    {.id = "c",
     .title = "Delete all",
     .number = "4",
     .kind = POL_KIND_AMENDMENT,
     TEA,
     ONE_PASSAGE,
     .overlay = &amends_2},
    {.id = "j",
     .title = "Delete C",
     .number = "1",
     .kind = POL_KIND_AMENDMENT,
     TEA,
     ONE_PASSAGE,
     .overlay = &amends_c},
    {.id = "l", .title = "Drought", .number = "E10", .kind = POL_KIND_EMERGENCY, TEA, ONE_PASSAGE},
    {.id = "e", .title = "ash trays", TEA, ONE_PASSAGE},
    {.id = "h", .title = "Rule 4", .number = "1", .kind = POL_KIND_RULE_CHANGE, TEA, ONE_PASSAGE},
    {.id = "older",
     .title = "Mugs",
     .number = "1",
     .conference = "2029 Tea Conference",
     .conference_name = "Tea Conference",
     .year = 2029,
     ONE_PASSAGE},
    {.id = "undated",
     .title = "Lids",
     .conference = "Tea Conference",
     .conference_name = "Tea Conference",
     ONE_PASSAGE},
    {.id = "other",
     .title = "Beds",
     .number = "1",
     .conference = "2031 National Tea Conference",
     .conference_name = "National Tea Conference",
     .year = 2031,
     ONE_PASSAGE,
     .organisation = "Tea Union"},
    {.id = "press", .title = "Tea cheaper", .kind = POL_KIND_ARTICLE, .year = 2030, ONE_PASSAGE},
};
enum { AGENDA_COUNT = sizeof agenda / sizeof *agenda };

static fixture fix;
static pol_index *lookup;

static int open_agenda(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < AGENDA_COUNT; i++)
        fixture_add(&fix, &agenda[i]);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &lookup, &error) != POL_OK;
}

static int close_agenda(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static pol_listing *list(const char *conference, int year, size_t first, size_t count)
{
    pol_listing *listing = NULL;
    pol_error error = {0};
    const pol_listing_options options = {
        .conference = pol_span_of(conference), .year = year, .first = first, .count = count};
    if (pol_listing_make(lookup, &options, &listing, &error) != POL_OK)
        fail_msg("%s", error.text);
    return listing;
}

static void expect_ids(const pol_listing *listing, const char *wanted)
{
    pol_buffer ids;
    pol_buffer_init(&ids, 1 << 12);
    for (size_t i = 0; i < listing->count; i++)
        pol_buffer_printf(&ids, "%s%.*s", i ? " " : "", POL_SPAN_ARGS(listing->entries[i].id));
    assert_string_equal(ids.size ? ids.data : "", wanted);
    pol_buffer_done(&ids);
}

static void a_conference_is_listed_as_its_agenda(void **state)
{
    (void)state;
    pol_listing *listing = list("Tea Conference", 2031, 0, 100);
    expect_ids(listing, "a1 a2 a3 b c d e f h i j k l m");
    assert_int_equal(listing->total, 14);
    assert_false(listing->is_cut);
    pol_listing_free(listing);
}

static void all_years_and_all_conferences(void **state)
{
    (void)state;
    pol_listing *listing = list("Tea Conference", 0, 13, 10);
    expect_ids(listing, "m older undated"); /* the newest first, without a year behind */
    assert_int_equal(listing->total, 16);
    pol_listing_free(listing);
    listing = list(NULL, 2031, 0, 2);
    expect_ids(listing, "other a1");
    assert_true(listing->is_cut);
    pol_listing_free(listing);
    listing = list(NULL, 0, 0, POL_LISTING_MAX);
    assert_int_equal(listing->count, AGENDA_COUNT);
    assert_true(pol_span_equal(listing->entries[AGENDA_COUNT - 1].id, POL_SPAN("press")));
    pol_listing_free(listing);
}

static void names_are_exact(void **state)
{
    (void)state;
    static const char *const none[] = {"Tea", "tea conference", "Conference",
                                       "2031 Tea Conference"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        pol_listing *listing = list(none[i], 0, 0, 10);
        expect_ids(listing, "");
        assert_int_equal(listing->total, 0);
        pol_listing_free(listing);
    }
}

static void an_entry_says_what_a_list_shows(void **state)
{
    (void)state;
    pol_listing *listing = list("Tea Conference", 2031, 0, 6);
    const pol_listed *mugs = &listing->entries[0], *cups = &listing->entries[5];
    assert_true(pol_span_equal(mugs->display_title, POL_SPAN("Mugs")));
    assert_true(pol_span_equal(mugs->number, POL_SPAN("01")));
    assert_true(pol_span_equal(mugs->conference, POL_SPAN("Tea Conference")));
    assert_int_equal(mugs->kind, POL_KIND_MOTION);
    assert_int_equal(mugs->decision, POL_DECISION_CARRIED);
    assert_int_equal(mugs->year, 2031);
    assert_int_equal(mugs->changed, 1600000000);
    assert_int_equal(cups->decision, POL_DECISION_LOST); /* by what others state */
    assert_int_equal(pol_listing_find(listing, POL_SPAN("b")), 3);
    assert_int_equal(pol_listing_find(listing, POL_SPAN("m")), (size_t)-1);
    pol_listing_free(listing);
}

static void a_listing_is_bounded(void **state)
{
    (void)state;
    pol_listing *listing = NULL;
    pol_error error;
    pol_listing_options options = {.count = 0};
    assert_int_equal(pol_listing_make(lookup, &options, &listing, &error), POL_USAGE);
    options.count = POL_LISTING_MAX + 1;
    assert_int_equal(pol_listing_make(lookup, &options, &listing, &error), POL_USAGE);
    assert_null(listing);
    listing = list("Tea Conference", 2031, 100, 10);
    assert_int_equal(listing->count, 0);
    assert_int_equal(listing->total, 14);
    pol_listing_free(listing);
}

/* --- neighbours ------------------------------------------------------------------- */

static void expect_neighbours(const char *id, const char *previous, const char *next)
{
    pol_neighbours near;
    pol_error error = {0};
    if (pol_neighbours_find(lookup, pol_span_of(id), &near, &error) != POL_OK)
        fail_msg("%s: %s", id, error.text);
    expect_ids(near.previous, previous);
    expect_ids(near.next, next);
    pol_neighbours_done(&near);
}

static void neighbours_stand_beside_it_in_the_list(void **state)
{
    (void)state;
    expect_neighbours("b", "a3", "c");
    expect_neighbours("a1", "", "a2");
    expect_neighbours("m", "l", "");
    expect_neighbours("older", "", "");
    expect_neighbours("press", "", ""); /* of no conference */
    pol_neighbours near;
    pol_error error;
    assert_int_equal(pol_neighbours_find(lookup, POL_SPAN("nobody"), &near, &error), POL_NOTFOUND);
    pol_neighbours_done(&near);
}

/* --- the whole index -------------------------------------------------------------- */

static void expect_counts(const pol_outline_count *counts, size_t count, const char *wanted)
{
    pol_buffer text;
    pol_buffer_init(&text, 1 << 12);
    for (size_t i = 0; i < count; i++)
        pol_buffer_printf(&text, "%s%.*s %u", i ? ", " : "", POL_SPAN_ARGS(counts[i].value),
                          counts[i].documents);
    assert_string_equal(text.size ? text.data : "", wanted);
    pol_buffer_done(&text);
}

static void the_outline_counts_documents(void **state)
{
    (void)state;
    pol_outline *outline = NULL;
    pol_error error = {0};
    assert_int_equal(pol_outline_make(lookup, &outline, &error), POL_OK);
    assert_int_equal(outline->documents, AGENDA_COUNT);
    assert_int_equal(outline->passages, AGENDA_COUNT);
    assert_int_equal(outline->changed, 1700000000);
    assert_false(outline->is_cut);
    assert_int_equal(outline->conference_count, 2);
    const pol_outline_conference *tea = &outline->conferences[1];
    assert_true(pol_span_equal(outline->conferences[0].name, POL_SPAN("National Tea Conference")));
    assert_true(pol_span_equal(tea->name, POL_SPAN("Tea Conference")));
    assert_int_equal(tea->documents, 16);
    assert_int_equal(tea->first_year, 2029);
    assert_int_equal(tea->last_year, 2031);
    assert_int_equal(tea->year_count, 3);
    assert_int_equal(tea->years[0].documents, 14);
    assert_int_equal(tea->years[1].year, 2029);
    assert_int_equal(tea->years[2].year, 0); /* not stated */
    assert_int_equal(outline->year_count, 3);
    assert_int_equal(outline->years[0].year, 2031);
    assert_int_equal(outline->years[0].documents, 15);
    assert_int_equal(outline->years[2].year, 2029);
    expect_counts(outline->decisions, outline->decision_count, "carried 1, lost 1");
    expect_counts(outline->organisations, outline->organisation_count, "Tea Union 2");
    assert_true(pol_span_equal(outline->kinds[0].value, POL_SPAN("motion")));
    pol_outline_free(outline);
}

static void an_empty_index_has_an_outline(void **state)
{
    (void)state;
    fixture empty;
    pol_index *index = NULL;
    pol_outline *outline = NULL;
    pol_error error = {0};
    fixture_open(&empty);
    fixture_commit(&empty);
    assert_int_equal(pol_index_open(empty.index, &index, &error), POL_OK);
    assert_int_equal(pol_outline_make(index, &outline, &error), POL_OK);
    assert_int_equal(outline->documents + outline->passages, 0);
    assert_int_equal(outline->conference_count + outline->year_count, 0);
    assert_int_equal(outline->changed, 0);
    pol_outline_free(outline);
    pol_index_free(index);
    fixture_close(&empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_conference_is_listed_as_its_agenda),
        cmocka_unit_test(all_years_and_all_conferences),
        cmocka_unit_test(names_are_exact),
        cmocka_unit_test(an_entry_says_what_a_list_shows),
        cmocka_unit_test(a_listing_is_bounded),
        cmocka_unit_test(neighbours_stand_beside_it_in_the_list),
        cmocka_unit_test(the_outline_counts_documents),
        cmocka_unit_test(an_empty_index_has_an_outline),
    };
    return cmocka_run_group_tests_name("listing", tests, open_agenda, close_agenda);
}
