/* page_conference_test.c - the years of a conference, and its agendas: order, amendments below
 * their motions, counts and filters by decision, pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

enum { MANY = 503, NAMED = 7, ID_SIZE = 16 };

static fixture_document documents[NAMED + MANY] = {
    {.id = "m2",
     .title = "Weirs & <walls>",
     .conference_name = "Ford/Weir Assembly",
     .number = "2",
     .year = 2015,
     .decision = POL_DECISION_CARRIED},
    {.id = "m2.1",
     .title = "Amendment 2.1",
     .conference_name = "Ford/Weir Assembly",
     .number = "2.1",
     .kind = POL_KIND_AMENDMENT,
     .year = 2015,
     .decision = POL_DECISION_LOST},
    {.id = "m20.1",
     .title = "Deeper pools",
     .conference_name = "Ford/Weir Assembly",
     .number = "20.1",
     .kind = POL_KIND_AMENDMENT,
     .year = 2015,
     .decision = POL_DECISION_FELL},
    {.id = "r1",
     .title = "Standing on one leg",
     .language = "cy",
     .conference_name = "Ford/Weir Assembly",
     .kind = POL_KIND_RULE_CHANGE,
     .year = 2015,
     .date = {2015, 6, 0},
     .decision = POL_DECISION_UNKNOWN},
    {.id = "press",
     .title = "Assembly meets",
     .conference_name = "Ford/Weir Assembly",
     .kind = POL_KIND_ARTICLE,
     .year = 2015,
     .decision = POL_DECISION_NONE},
    {.id = "m1-2012",
     .title = "Ferrymen",
     .conference_name = "Ford/Weir Assembly",
     .number = "1",
     .year = 2012,
     .decision = POL_DECISION_CARRIED},
    {.id = "undated",
     .title = "When was it",
     .conference_name = "Ford/Weir Assembly",
     .number = "5",
     .decision = POL_DECISION_REMITTED},
};
static char ids[MANY][ID_SIZE];

static int open_site(void **state)
{
    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        snprintf(ids[i], ID_SIZE, "%zu", i + 1);
        documents[NAMED + i] =
            (fixture_document){.id = ids[i],
                               .title = "One of many",
                               .conference_name = "Long Conference",
                               .number = ids[i],
                               .year = 2020,
                               .decision = i % 100 == 0 ? POL_DECISION_LOST : POL_DECISION_CARRIED};
    }
    for (size_t i = 0; i < NAMED + MANY; i++)
        documents[i].passages[0] = (fixture_passage){.text = "Words.", .clause = POL_CLAUSE_OTHER};
    visit_open_documents(documents, NAMED + MANY);
    return 0;
}

static void ok(const char *target)
{
    assert_int_equal(visit(target)->status, 200);
}

/* --- years -------------------------------------------------------------------------------- */

static void test_years(void **state)
{
    static const char *const parts[] = {
        "<link rel=\"canonical\" href=\"https://policy.example.org/conferences/Ford%2FWeir%20"
        "Assembly\">",
        "<li aria-current=\"page\">Ford/Weir Assembly</li>",
        "<h1>Ford/Weir Assembly</h1>\n<p>7 documents in 3 years.</p>",
        "<h2><a href=\"/conferences/Ford%2FWeir%20Assembly/2015\">2015</a></h2>",
        "5 documents",
        "carried</span> <span class=\"count\">1</span>",
        "lost</span> <span class=\"count\">1</span>",
        "decision not stated</span> <span class=\"count\">1</span>",
        "other texts <span class=\"count\">1</span>",
        "/2012\">2012</a></h2>",
        "/unstated\">year not stated</a></h2>",
        "<a href=\"/search?conference=Ford%2FWeir%20Assembly\">",
        "<a href=\"/search.atom?conference=Ford%2FWeir%20Assembly\">",
        NULL};
    (void)state;
    ok("/conferences/Ford%2FWeir%20Assembly");
    visit_has_in_order(parts);
}

/* --- agendas ------------------------------------------------------------------------------ */

static void test_agenda(void **state)
{
    static const char *const parts[] = {
        "<title>Ford/Weir Assembly 2015 – polsearch</title>",
        "<a href=\"/conferences/Ford%2FWeir%20Assembly\">",
        "<h1>Ford/Weir Assembly 2015</h1>",
        "<input type=\"hidden\" name=\"conference\" value=\"Ford/Weir Assembly\">",
        "aria-current=\"true\">all <span class=\"count\">5</span>",
        "?decision=carried\">",
        "5 documents</p>",
        "<ol class=\"agenda\">",
        "<a href=\"/documents/m2\">Motion 2: <span>Weirs &amp; &lt;walls&gt;</span></a> <span "
        "class=\"decision decision-carried\">",
        "<ol class=\"amendments\">",
        "<a href=\"/documents/m2.1\">Amendment 2.1</a> <span class=\"decision decision-lost\">",
        "</ol>",
        "<a href=\"/documents/m20.1\">Amendment 20.1: <span>Deeper pools</span></a>",
        "<a href=\"/documents/r1\"><span lang=\"cy\">Standing on one leg</span></a> <span "
        "class=\"kind\">rule change</span> <span class=\"when\"><time datetime=\"2015-06\">June "
        "2015</time>",
        "<a href=\"/documents/press\">",
        "</ol>",
        "<li class=\"previous\"><a rel=\"prev\" href=\"/conferences/Ford%2FWeir%20Assembly/2012\">"
        "Earlier: 2012</a>",
        "/api/v1/search?conference=Ford%2FWeir%20Assembly&amp;year=2015&amp;format=csv",
        NULL};
    (void)state;
    ok("/conferences/Ford%2FWeir%20Assembly/2015");
    visit_has_in_order(parts);
    visit_lacks("Ferrymen");
    assert_int_equal(visit_count("class=\"amendments\""), 1);
    assert_int_equal(visit_count("<li class=\"item\">"), 5);
    visit_lacks("class=\"next\"");
}

/* Without the motion that it amends an amendment stands by itself. */
static void test_filter_by_decision(void **state)
{
    (void)state;
    ok("/conferences/Ford%2FWeir%20Assembly/2015?decision=lost");
    visit_has("?decision=lost\" aria-current=\"true\">");
    visit_has("1 document: lost</p>");
    visit_has("<ol class=\"agenda\">\n<li class=\"item\"><a href=\"/documents/m2.1\">");
    visit_has("all <span class=\"count\">5</span>");
    assert_int_equal(visit_count("<li class=\"item\">"), 1);
    ok("/conferences/Ford%2FWeir%20Assembly/2015?decision=withdrawn");
    visit_has("0 documents: withdrawn</p>");
    visit_lacks("<ol class=\"agenda\">");
    assert_int_equal(visit("/conferences/Ford%2FWeir%20Assembly/2015?decision=won")->status, 400);
}

static void test_year_that_is_not_stated(void **state)
{
    (void)state;
    ok("/conferences/Ford%2FWeir%20Assembly/unstated");
    visit_has("<h1>Ford/Weir Assembly, year not stated</h1>");
    visit_has("<a href=\"/documents/undated\">");
    assert_int_equal(visit_count("<li class=\"item\">"), 1);
    visit_lacks("name=\"year\"");
    visit_lacks("format=csv");
    assert_int_equal(visit("/conferences/Long%20Conference/unstated")->status, 404);
}

static void test_pages(void **state)
{
    (void)state;
    ok("/conferences/Long%20Conference/2020");
    visit_has("503 documents, 1 to 500 on this page");
    visit_has("<a rel=\"next\" href=\"/conferences/Long%20Conference/2020?page=2\">");
    visit_lacks("rel=\"prev\"");
    assert_int_equal(visit_count("<li class=\"item\">"), 500);
    ok("/conferences/Long%20Conference/2020?page=2");
    visit_has("503 documents, 501 to 503 on this page");
    visit_has("<a href=\"/documents/503\">Motion 503: ");
    visit_has("<a rel=\"prev\" href=\"/conferences/Long%20Conference/2020\">");
    assert_int_equal(visit_count("<li class=\"item\">"), 3);
    ok("/conferences/Long%20Conference/2020?decision=lost");
    visit_has("6 documents: lost</p>");
    visit_lacks("class=\"pages\"");
}

static void test_pages_that_are_none(void **state)
{
    (void)state;
    assert_int_equal(visit("/conferences/Long%20Conference/2020?page=3")->status, 404);
    assert_int_equal(visit("/conferences/Long%20Conference/2020?page=0")->status, 400);
    assert_int_equal(visit("/conferences/Long%20Conference/2020?page=2x")->status, 400);
    assert_int_equal(visit("/conferences/Long%20Conference/2020?page=9999999")->status, 400);
}

static void test_unknown(void **state)
{
    (void)state;
    assert_int_equal(visit("/conferences/Short%20Conference")->status, 404);
    visit_has("No conference is called &#39;Short Conference&#39;");
    assert_int_equal(visit("/conferences/Long%20Conference/2019")->status, 404);
    assert_int_equal(visit("/conferences/Long%20Conference/20%3Cb%3E")->status, 404);
    visit_lacks("<b>");
    assert_int_equal(visit("/conferences/Ford%2FWeir%20Assembly/0000")->status, 404);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_agenda),
        cmocka_unit_test(test_filter_by_decision),
        cmocka_unit_test(test_year_that_is_not_stated),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_pages_that_are_none),
        cmocka_unit_test(test_unknown),
    };
    return cmocka_run_group_tests(tests, open_site, visit_close);
}
