/* joined_test.c - documents whose decision, standing and ties other files state: what finds
 * them, and what is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "search/search.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *lookup;

static pol_decision_source report = {.decision = POL_DECISION_CARRIED_AMENDED,
                                     .words = POL_SPAN("Carried as amended"),
                                     .file = POL_SPAN("results.txt"),
                                     .line = 14};
static pol_decision_source contradictions[] = {
    {.decision = POL_DECISION_CARRIED, .file = POL_SPAN("results.txt"), .line = 15},
    {.decision = POL_DECISION_LOST, .file = POL_SPAN("minutes.html"), .line = 88}};

static pol_relation old_ties[] = {
    {.kind = POL_RELATION_SUPERSEDED_BY,
     .conference_name = POL_SPAN("National Delegate Conference"),
     .year = 2021,
     .id = POL_SPAN("new-2021")},
    {.kind = POL_RELATION_AMENDED_BY, .number = POL_SPAN("16.1"), .id = POL_SPAN("gone")},
    {.kind = POL_RELATION_AMENDED_BY, .id = POL_SPAN("untitled-2019")},
    {.kind = POL_RELATION_FALLS_IF,
     .number = POL_SPAN("2"),
     .title = POL_SPAN("As printed"),
     .id = POL_SPAN("part-2019")},
};

static const pol_overlay old_overlay = {.is_decided = true,
                                        .decision = POL_DECISION_CARRIED_AMENDED,
                                        .sources = &report,
                                        .source_count = 1,
                                        .relations = old_ties,
                                        .relation_count = 4,
                                        .standing = POL_STANDING_SUPERSEDED};
static const pol_overlay part_overlay = {.is_decided = true,
                                         .decision = POL_DECISION_COMPOSITED,
                                         .composite = POL_SPAN("Composite A"),
                                         .composite_decision = POL_DECISION_CARRIED};
static const pol_overlay split_overlay = {.is_decided = true,
                                          .decision = POL_DECISION_UNKNOWN,
                                          .sources = contradictions,
                                          .source_count = 2,
                                          .has_conflict = true};

static const fixture_document documents[] = {
    {.id = "old-2019",
     .title = "Dry bicycles",
     .conference = "2019 Transport Conference",
     .conference_name = "Transport Conference",
     .number = "16",
     .year = 2019,
     .decision = POL_DECISION_UNKNOWN,
     .text_state = POL_TEXT_STATE_SUBMITTED,
     .overlay = &old_overlay,
     .passages = {{.text = "Conference calls for sheds in which bicycles stay dry."}}},
    {.id = "new-2021",
     .title = "Sheds and showers",
     .conference = "2021 National Delegate Conference",
     .conference_name = "National Delegate Conference",
     .number = "4",
     .year = 2021,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "Conference wants showers beside the sheds."}}},
    {.id = "part-2019",
     .title = "Cheap bicycles",
     .conference = "2019 Transport Conference",
     .conference_name = "Transport Conference",
     .number = "2",
     .year = 2019,
     .decision = POL_DECISION_UNKNOWN,
     .overlay = &part_overlay,
     .passages = {{.text = "Conference wants bicycles to be cheap."}}},
    {.id = "split-2019",
     .title = "Late trains",
     .conference = "2019 Transport Conference",
     .conference_name = "Transport Conference",
     .year = 2019,
     .decision = POL_DECISION_UNKNOWN,
     .overlay = &split_overlay,
     .passages = {{.text = "Conference wants trains that carry bicycles at night."}}},
    {.id = "untitled-2019",
     .conference = "2019 Transport Conference",
     .conference_name = "Transport Conference",
     .number = "16.2",
     .kind = POL_KIND_AMENDMENT,
     .year = 2019,
     .decision = POL_DECISION_FELL,
     .passages = {{.text = "Leave out the last line."}}},
};

enum { DOCUMENT_COUNT = sizeof documents / sizeof *documents };

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < DOCUMENT_COUNT; i++)
        fixture_add(&fix, &documents[i]);
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

/* The ids of the documents found, one space behind each, in any order but named once. */
static void expect(const char *query, const char *wanted)
{
    static const pol_search_options options = {.count = 50, .is_grouped = true};
    pol_results *results = NULL;
    pol_error error = {0};
    size_t size = 0;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    for (size_t i = 0; i < results->hit_count; i++) {
        char id[80];
        snprintf(id, sizeof id, "%.*s ", POL_SPAN_ARGS(results->hits[i].stored->document.id.text));
        if (!strstr(wanted, id))
            fail_msg("'%s' finds %s", query, id);
        size += strlen(id);
    }
    if (size != strlen(wanted))
        fail_msg("'%s' finds %zu documents, wanted %s", query, results->hit_count, wanted);
    pol_results_free(results);
}

static void standing_is_a_filter(void **state)
{
    (void)state;
    expect("bicycles", "old-2019 part-2019 split-2019 ");
    expect("bicycles standing:superseded", "old-2019 ");
    expect("bicycles -standing:superseded", "part-2019 split-2019 ");
    expect("standing:unstated", "new-2021 part-2019 split-2019 untitled-2019 ");
    expect("standing:lapsed,superseded", "old-2019 ");
    expect("standing:current", "");
    expect("standing:\"not stated\" year:2021", "new-2021 ");
}

/* Found by what was decided elsewhere. */
static void decisions_of_others_are_filters(void **state)
{
    (void)state;
    expect("decision:policy", "old-2019 new-2021 ");
    expect("decision:composited", "part-2019 ");
    expect("decision:unknown", "split-2019 ");
}

static pol_shown *show(const char *id)
{
    pol_shown *shown = NULL;
    pol_error error = {0};
    if (pol_show(lookup, pol_span_of(id), &shown, &error) != POL_OK)
        fail_msg("'%s': %s", id, error.text);
    return shown;
}

static void assert_span(pol_span span, const char *wanted)
{
    if (!pol_span_equal(span, pol_span_of(wanted)))
        fail_msg("'%.*s' is not '%s'", POL_SPAN_ARGS(span), wanted);
}

static void related_documents_have_their_titles(void **state)
{
    (void)state;
    pol_shown *shown = show("old-2019");
    const pol_document *document = &shown->stored->document;
    assert_int_equal(document->relation_count, 4);
    assert_span(document->relations[0].number, "4");
    assert_span(document->relations[0].title, "Sheds and showers");
    assert_span(document->relations[1].number, "16.1"); /* not in the index */
    assert_span(document->relations[1].title, "");
    assert_span(document->relations[2].number, "16.2"); /* its number is its name */
    assert_span(document->relations[2].title, "");
    assert_span(document->relations[3].title, "As printed");
    pol_shown_free(shown);
}

static void documents_are_as_joined(void **state)
{
    (void)state;
    pol_shown *shown = show("old-2019");
    assert_int_equal(shown->stored->document.decision, POL_DECISION_CARRIED_AMENDED);
    assert_int_equal(shown->stored->document.standing, POL_STANDING_SUPERSEDED);
    assert_int_equal(shown->stored->document.text_state, POL_TEXT_STATE_SUBMITTED);
    assert_span(shown->stored->document.decision_raw.text, "Carried as amended");
    pol_shown_free(shown);
    shown = show("split-2019");
    assert_true(shown->stored->document.has_decision_conflict);
    assert_int_equal(shown->stored->document.decision_source_count, 2);
    pol_shown_free(shown);
    shown = show("part-2019");
    assert_span(shown->stored->document.composite, "Composite A");
    pol_shown_free(shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standing_is_a_filter),
        cmocka_unit_test(decisions_of_others_are_filters),
        cmocka_unit_test(related_documents_have_their_titles),
        cmocka_unit_test(documents_are_as_joined),
    };
    return cmocka_run_group_tests_name("joined", tests, open_collection, close_collection);
}
