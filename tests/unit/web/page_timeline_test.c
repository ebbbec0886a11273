/* page_timeline_test.c - the page of what was decided when, over a small site. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

static const pol_overlay superseded = {.standing = POL_STANDING_SUPERSEDED};

static const fixture_document documents[] = {
    {.id = "old",
     .title = "Kettles & <lids>",
     .conference = "2010 Tea Conference",
     .conference_name = "Tea Conference",
     .year = 2010,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "Conference wants a <b>kettle</b> & a \"lid\".",
                   .label = "1)",
                   .clause = POL_CLAUSE_RESOLVES}}},
    {.id = "past",
     .title = "Steel",
     .conference = "2018 Tea Conference",
     .conference_name = "Tea Conference",
     .year = 2018,
     .decision = POL_DECISION_CARRIED,
     .overlay = &superseded,
     .passages = {{.text = "Conference wants a steel kettle.", .clause = POL_CLAUSE_RESOLVES}}},
    {.id = "cy",
     .title = "Tegell",
     .language = "cy",
     .kind = POL_KIND_ARTICLE,
     .date = {2012, 3, 1},
     .year = 2012,
     .passages = {{.text = "Mae kettle yn y gegin.", .clause = POL_CLAUSE_ARTICLE}}},
    {.id = "undated",
     .title = "When was it",
     .decision = POL_DECISION_REMITTED,
     .passages = {{.text = "No kettle here.", .clause = POL_CLAUSE_NOTES}}},
};

static int open_site(void **state)
{
    (void)state;
    visit_open_documents(documents, sizeof documents / sizeof *documents);
    return 0;
}

static void ok(const char *target)
{
    const pol_response *response = visit(target);
    assert_int_equal(response->status, 200);
    assert_int_equal(response->keeping, POL_KEEP_REVISION);
}

static void test_a_timeline(void **state)
{
    static const char *const parts[] = {
        "<title>kettle: what was decided when – polsearch</title>",
        "<meta name=\"robots\" content=\"noindex",
        "<h1>What was decided on ‘kettle’</h1>",
        "action=\"/timeline\"",
        "value=\"kettle\"",
        "<p role=\"status\" class=\"status\">4 documents, 2010 to 2018, the oldest first.</p>",
        "<a href=\"/search?q=kettle\">The same as search results",
        "<h2 id=\"policy-now\">Policy now</h2>",
        "<a href=\"/documents/old?q=kettle&amp;p=1#p1\">",
        "<h2 id=\"y2010\">2010</h2>\n<ol class=\"timeline\">\n<li class=\"entry\">",
        "Kettles &amp; &lt;lids&gt;</a></h3>",
        "decision-carried",
        "<span class=\"label\">1)</span> Conference wants a &lt;b&gt;<mark>kettle</mark>&lt;/b&gt;",
        "<h2 id=\"y2012\">2012</h2>",
        " lang=\"cy\">Tegell</a></h3>",
        "<span class=\"kind\">article, 1 March 2012</span>",
        "<h2 id=\"y2018\">2018</h2>",
        "<span class=\"kind\">superseded since</span>",
        "<h2 id=\"undated\">Year not stated</h2>",
        "decision-remitted",
        "</ol>\n</main>",
        NULL};
    (void)state;
    ok("/timeline?q=kettle");
    visit_has_in_order(parts);
    assert_int_equal(visit_count("<li class=\"entry\">"), 4);
    assert_int_equal(visit_count("id=\"q\""), 1);
    visit_has("<figure");
}

static void test_filters_stay(void **state)
{
    (void)state;
    ok("/timeline?q=kettle&decision=carried&from=2011&sort=newest&page=3");
    assert_int_equal(visit_count("<li class=\"entry\">"), 1);
    visit_has("<input type=\"hidden\" name=\"decision\" value=\"carried\">");
    visit_has("<input type=\"hidden\" name=\"from\" value=\"2011\">");
    visit_has("nothing that was found is known to have been carried");
}

static void test_some_of_the_words(void **state)
{
    (void)state;
    ok("/timeline?q=steel+kettle+zeppelin");
    visit_has("None has all the words");
    visit_has("None can be named: nothing that was found has all");
}

/* No decisions on something else below what nothing is about. */
static void test_what_nothing_is_about(void **state)
{
    (void)state;
    ok("/timeline?q=nuclear+kettle");
    visit_has("<h1>Nothing found on ‘nuclear kettle’</h1>");
    visit_has("documents has ‘nuclear’.</p>");
    visit_has("<a href=\"/search?q=nuclear%20kettle\">Search for it");
    visit_lacks("Policy now");
    visit_lacks("class=\"entry\"");
    visit_lacks("<figure");
}

static void test_nothing_found(void **state)
{
    (void)state;
    ok("/timeline?q=%3Cscript%3E");
    visit_has("<h1>Nothing found on ‘&lt;script&gt;’</h1>");
    visit_has("Search for it, with help on spelling");
    visit_lacks("<ol class=\"timeline\">");
    visit_lacks("Policy now");
    visit_lacks("<script>");
}

static void test_asking_for_nothing(void **state)
{
    (void)state;
    ok("/timeline");
    visit_has("<h1>What was decided when</h1>");
    visit_has("action=\"/timeline\"");
    visit_lacks("role=\"status\"");
}

static void test_what_cannot_be_asked(void **state)
{
    (void)state;
    assert_int_equal(visit("/timeline?q=kettle&from=soon")->status, 400);
    visit_has("<h1>This timeline cannot be made as it is</h1>");
    visit_has("aria-describedby=\"complaint\"");
    visit_has("role=\"alert\">from must");
    assert_int_equal(visit("/timeline?q=kettle&from=soon")->keeping, POL_KEEP_NOT);
}

static void test_a_clause(void **state)
{
    static const char *const parts[] = {
        "<h1>What was decided on this clause</h1>\n<blockquote>",
        "Conference wants a &lt;b&gt;kettle&lt;/b&gt; &amp; a &quot;lid&quot;.</p>",
        "<a href=\"/documents/old?p=1#p1\">",
        "role=\"status\"",
        "<h2 id=\"policy-now\">Policy now</h2>",
        "<h2 id=\"y2010\">2010</h2>",
        "<li class=\"entry\">",
        NULL};
    (void)state;
    ok("/timeline?on=old%23p1");
    visit_has_in_order(parts);
    visit_lacks("rel=\"canonical\"");
    ok("/documents/old?p=1");
    visit_has("<a href=\"/timeline?on=old%23p1\">What was decided on this passage");
}

static void test_a_clause_that_is_none(void **state)
{
    (void)state;
    assert_int_equal(visit("/timeline?on=old%23p9")->status, 404);
    assert_int_equal(visit("/timeline?on=nowhere%23p1")->status, 404);
    assert_int_equal(visit("/timeline?on=old")->status, 400);
    visit_has("role=\"alert\">on must be");
    assert_int_equal(visit("/timeline?on=%23p0")->status, 400);
    assert_int_equal(visit("/timeline?on=old%23p99999999999")->status, 400);
}

static void test_results_lead_to_it(void **state)
{
    (void)state;
    ok("/search?q=kettle&decision=carried");
    visit_has("<a href=\"/timeline?q=kettle&amp;decision=carried\">As a timeline</a>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_timeline),
        cmocka_unit_test(test_filters_stay),
        cmocka_unit_test(test_some_of_the_words),
        cmocka_unit_test(test_what_nothing_is_about),
        cmocka_unit_test(test_nothing_found),
        cmocka_unit_test(test_asking_for_nothing),
        cmocka_unit_test(test_what_cannot_be_asked),
        cmocka_unit_test(test_results_lead_to_it),
        cmocka_unit_test(test_a_clause),
        cmocka_unit_test(test_a_clause_that_is_none),
    };
    return cmocka_run_group_tests(tests, open_site, visit_close);
}
