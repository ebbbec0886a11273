/* page_search_hit_test.c - what stands beside a result: remarks, decisions that are unclear, the
 * part of a long passage, and documents that hold markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

static pol_decision_source report = {.decision = POL_DECISION_CARRIED_AMENDED,
                                     .words = POL_SPAN("Carried as amended"),
                                     .file = POL_SPAN("results.txt"),
                                     .line = 14};
static pol_decision_source contradictions[] = {
    {.decision = POL_DECISION_CARRIED, .file = POL_SPAN("results.txt"), .line = 15},
    {.decision = POL_DECISION_LOST, .file = POL_SPAN("minutes.html"), .line = 88}};
static pol_relation ties[] = {{.kind = POL_RELATION_SUPERSEDED_BY,
                               .number = POL_SPAN("4"),
                               .conference_name = POL_SPAN("Harbour Conference"),
                               .year = 2021}};
static const pol_overlay amended = {.is_decided = true,
                                    .decision = POL_DECISION_CARRIED_AMENDED,
                                    .sources = &report,
                                    .source_count = 1,
                                    .relations = ties,
                                    .relation_count = 1,
                                    .standing = POL_STANDING_SUPERSEDED};
static const pol_overlay split = {.is_decided = true,
                                  .decision = POL_DECISION_UNKNOWN,
                                  .sources = contradictions,
                                  .source_count = 2,
                                  .has_conflict = true};

#define FILL "The quay is long and the wind is cold on every day of the week. "
#define LONG FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL

static const fixture_document documents[] = {
    {.id = "sheds",
     .title = "Dry <b>sheds</b> & \"racks\"",
     .conference = "2019 Harbour Conference",
     .conference_name = "Harbour Conference",
     .year = 2019,
     .text_state = POL_TEXT_STATE_SUBMITTED,
     .overlay = &amended,
     .passages = {{.text = "Build sheds <script>alert(1)</script> & racks."}}},
    {.id = "a/b c",
     .title = "Showers",
     .year = 2018,
     .overlay = &split,
     .passages = {{.text = LONG "Here are showers at last. " LONG}}},
    {.id = "amendment",
     .kind = POL_KIND_AMENDMENT,
     .title = "Amendment 4.1",
     .year = 2018,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "Insert “and lockers”."}}},
    {.id = "remitted",
     .title = "Lockers",
     .year = 2018,
     .decision = POL_DECISION_REMITTED,
     .passages = {{.text = "Lockers for all."}}},
};

static int open_site(void **state)
{
    (void)state;
    visit_open_documents(documents, sizeof documents / sizeof *documents);
    return 0;
}

static void test_remarks(void **state)
{
    (void)state;
    assert_int_equal(visit("/search?q=racks")->status, 200);
    visit_has("<p class=\"remark\">Note: text as submitted, before amendment; superseded by "
              "Motion 4, 2021 Harbour Conference</p>");
    visit_lacks("results.txt"); /* that is told with the document */
}

static void test_documents_are_no_markup(void **state)
{
    (void)state;
    visit("/search?q=racks");
    visit_has(">Dry &lt;b&gt;sheds&lt;/b&gt; &amp; &quot;<mark>racks</mark>&quot;</a></h3>");
    visit_has("Build sheds &lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>racks</mark>.");
    assert_int_equal(visit_count("<script"), 1);
}

static void test_unclear_decision(void **state)
{
    (void)state;
    visit("/search?q=showers");
    visit_has("<span class=\"decision decision-unknown\">decision unclear</span></summary>"
              "<p>Sources contradict each other");
    visit_has("Note: sources contradict each other: carried (results.txt:15), lost "
              "(minutes.html:88)");
    visit_lacks("does not say what conference decided");
}

/* "carried" of an amendment is not yet policy; "remitted" is none. */
static void test_what_is_not_policy(void **state)
{
    (void)state;
    visit("/search?q=lockers");
    assert_int_equal(visit_count("Note: This changes a motion; it counts only if that motion"), 1);
    assert_int_equal(visit_count("It did not become policy."), 1);
    visit_has("<a href=\"/search?q=lockers&amp;decision=remitted\">");
    visit("/documents/amendment");
    visit_has("<p class=\"caution\">This changes a motion; it counts only if that motion was "
              "carried too.</p>");
    visit("/documents/remitted");
    visit_lacks("This changes a motion");
}

/* One link for all that was carried, where there are several ways of it. */
static void test_all_that_was_carried(void **state)
{
    (void)state;
    visit("/search?q=racks+lockers&match=any");
    visit_has("decision=policy&amp;match=any\"><span class=\"visually-hidden\">Only </span>carried "
              "(also as amended or in part) <span class=\"count\">2</span>");
    visit("/search?q=lockers");
    visit_lacks("decision=policy"); /* "carried" says it all */
}

/* Quoted years later, "carried" is not all that must be said. */
static void test_what_was_replaced(void **state)
{
    (void)state;
    visit("/documents/sheds?p=1");
    visit_has("<p class=\"caution\">A later text has replaced this one.</p>");
    visit_has("<p class=\"caution\">The text below is the one that was submitted. ");
    visit_has("carried as amended</span>, since superseded <a class=\"cite-this\"");
    visit_has("”\n— since superseded: “Dry &lt;b&gt;sheds");
    visit("/documents/remitted?p=1");
    visit_lacks("caution");
    visit_has("”\n— “Lockers”, ");
}

/* Around what matched, from a word's start to a word's end. */
static void test_long_passages_are_cut(void **state)
{
    (void)state;
    visit("/search?q=showers");
    visit_has("<p class=\"passage\">… ");
    visit_has("Here are <mark>showers</mark> at last.");
    visit_has(" …</p>");
    assert_true(visit_count("The quay is long") < 10);
    visit_has("<a href=\"/documents/a%2Fb%20c?q=showers&amp;p=1#p1\">");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_remarks),
        cmocka_unit_test(test_documents_are_no_markup),
        cmocka_unit_test(test_unclear_decision),
        cmocka_unit_test(test_what_is_not_policy),
        cmocka_unit_test(test_all_that_was_carried),
        cmocka_unit_test(test_what_was_replaced),
        cmocka_unit_test(test_long_passages_are_cut),
    };
    return cmocka_run_group_tests(tests, open_site, visit_close);
}
