/* page_search_test.c - the search page over a small site: what is on it, in which order, and that
 * nothing of a request or a document becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

static void ok(const char *target)
{
    const pol_response *response = visit(target);
    assert_int_equal(response->status, 200);
    assert_int_equal(response->keeping, POL_KEEP_REVISION);
}

/* --- the start ------------------------------------------------------------------------------ */

static void test_start(void **state)
{
    (void)state;
    ok("/");
    visit_has("<h1>Search motions and what conference decided on them</h1>");
    visit_has("class=\"search-form large\"");
    visit_has("<dt>Documents</dt><dd>7</dd>");
    visit_has("<dt>Conferences</dt><dd>2</dd>");
    visit_has("<dt>Years</dt><dd>2010 to 2019</dd>");
    assert_int_equal(visit_count("id=\"q\""), 1);
    visit_lacks("role=\"status\"");
}

/* Every example leads to something, and some of them are words. */
static void test_examples_find_something(void **state)
{
    enum { EXAMPLES_MAX = 16, ADDRESS_MAX = 200 };
    static char found[EXAMPLES_MAX][ADDRESS_MAX];
    static const char before[] = "<li><a href=\"/search?";
    size_t count = 0, words = 0;
    (void)state;
    pol_span page = pol_buffer_span(&visit("/")->body);
    for (size_t at = 0; (at = pol_span_find(page, pol_span_of(before), at)) != (size_t)-1;) {
        at += strlen("<li><a href=\"");
        size_t size = pol_span_find(page, POL_SPAN("\""), at) - at;
        assert_true(size < ADDRESS_MAX && count < EXAMPLES_MAX);
        memcpy(found[count++], page.data + at, size);
    }
    for (size_t i = 0; i < count; i++) {
        words += strncmp(found[i], "/search?q=", 10) == 0;
        ok(found[i]);
        visit_lacks("Nothing found");
    }
    assert_int_equal(words, 3);
    assert_true(count > words);
}

static void test_asking_for_nothing_is_the_start(void **state)
{
    (void)state;
    ok("/search");
    visit_has("<h1>Search motions");
    ok("/search?q=+&decision=");
    visit_has("<h1>Search motions");
    ok("/search?conference=Transport%20Conference");
    visit_has("<h1>3 documents with these filters</h1>");
}

/* --- results -------------------------------------------------------------------------------- */

static void test_one_result(void **state)
{
    static const char *const parts[] = {
        "<title>midnight: 1 result – polsearch</title>",
        "<link rel=\"canonical\" href=\"https://policy.example.org/search?q=midnight\">",
        "href=\"/search.atom?q=midnight\"",
        "value=\"midnight\"",
        "<h1>1 result for ‘midnight’</h1>",
        "<p role=\"status\" class=\"status\">1 result</p>",
        "Understood as: passages with ‘midnight’",
        "<h2 id=\"tier-passage\">All the words in one passage <span "
        "class=\"count\">(1)</span></h2>",
        "<h3 class=\"hit-title\"><a href=\"/documents/bus-2018?q=midnight&amp;p=2#p2\">Night buses "
        "for the "
        "late shift</a></h3>",
        "<dt class=\"visually-hidden\">Conference</dt><dd>2018 Transport Conference</dd>",
        "<dt class=\"visually-hidden\">Number</dt><dd>Motion 75.1</dd>",
        "<summary><span class=\"decision decision-carried-amended\">carried as amended</span>"
        "</summary><p>Conference changed the text and agreed to the result.</p>",
        "<p class=\"clause\">What is believed</p>",
        "<p class=\"passage\">Buses stop at <mark>midnight</mark>, says the co-operative.",
        "“Night buses for the late shift”, 2018 Transport Conference (carried as amended)",
        "/api/v1/search?q=midnight&amp;format=csv",
        "<h2 id=\"narrow\">",
        "decision=carried_amended",
        NULL};
    (void)state;
    ok("/search?q=midnight");
    visit_has_in_order(parts);
    visit_lacks("class=\"pages\"");
    visit_lacks("<figure"); /* one document is no chart */
}

static void test_some_of_the_words(void **state)
{
    static const char *const parts[] = {
        "<h1>2 results for ‘shift workers’</h1>",
        "class=\"status\">2 results with all the words and 2 with some of them in 3 documents</p>",
        "<h2 id=\"tier-passage\">",
        "<h2 id=\"tier-partial\">Some of the words <span class=\"count\">(2)</span></h2>", NULL};
    (void)state;
    ok("/search?q=shift+workers");
    visit_has_in_order(parts);
    ok("/search?q=shift+workers&year=2010"); /* nothing is left of those with all */
    visit_has("<h1>1 result for ‘shift workers’</h1>");
    visit_has("class=\"status\">1 result with only some of the words</p>");
    visit_has("<h2 id=\"tier-partial\">");
}

static void test_long_questions_are_cut_in_headings(void **state)
{
    pol_buffer target;
    (void)state;
    pol_buffer_init(&target, POL_TARGET_MAX);
    pol_buffer_add_text(&target, "/search?q=x");
    for (int i = 0; i < 200; i++)
        pol_buffer_add_text(&target, "%C3%A9");
    visit(target.data);
    pol_buffer_done(&target);
    visit_has("é…’</h1>");
    visit_has("é…: Nothing found – polsearch</title>");
    visit_lacks("\uFFFD");
}

static void test_lead_in_label_and_own_decision(void **state)
{
    static const char *const parts[] = {
        "carried</span></summary>",
        "<p class=\"clause\">What is to be done; this point: <span class=\"decision "
        "decision-lost\">lost</span></p>",
        "<p class=\"lead-in\">Conference calls on the executive to:</p>",
        "<span class=\"label\">1)</span> <mark>campaign</mark> against", NULL};
    (void)state;
    ok("/search?q=campaign");
    visit_has_in_order(parts);
}

static void test_tiers(void **state)
{
    (void)state;
    ok("/search?q=money+pensioners");
    visit_has("<h2 id=\"tier-document\">All the words in one document");
    visit_lacks("tier-passage");
    ok("/search?q=shift+free&match=any");
    visit_has("<h2 id=\"tier-any\">Any of the words");
    ok("/search?q=75.1");
    visit_has("<h2 id=\"tier-label\">The number you asked for");
}

static void test_more_of_few(void **state)
{
    (void)state;
    ok("/search?q=night+buses"); /* what has any stands below */
    visit_lacks("<p class=\"more\">");
    ok("/search?q=night+buses&sort=newest");
    visit_has("<p class=\"more\"><a "
              "href=\"/search?q=night%20buses&amp;sort=newest&amp;match=any\">More: ");
    ok("/search?q=night+buses&match=any");
    visit_has("<p class=\"more\"><a href=\"/search?q=night%20buses\">Only what has all");
    ok("/search?q=buses");
    visit_lacks("<p class=\"more\">");
    ok("/search?q=%22night+buses%22"); /* asked for as it is */
    visit_lacks("<p class=\"more\">");
}

static void test_groups(void **state)
{
    (void)state;
    ok("/search?q=closure");
    visit_has("<h1>2 results for ‘closure’</h1>");
    visit_has("class=\"status\">2 results in 1 document</p>");
    assert_int_equal(visit_count("class=\"hit-title\""), 1); /* they stand in a row */
    assert_int_equal(visit_count("class=\"found\""), 2);
    visit_has("<a href=\"/search?q=closure&amp;group=motion\">Grouped by motion</a>");
    ok("/search?q=closure&group=motion");
    visit_has("<h1>1 document for ‘closure’</h1>");
    assert_int_equal(visit_count("class=\"hit-title\""), 1);
    assert_int_equal(visit_count("class=\"found\""), 2);
    assert_int_equal(visit_count("class=\"permalink\""), 1);
    visit_has("<a href=\"/search?q=closure\">Each passage</a>");
    visit_has("<input type=\"hidden\" name=\"group\" value=\"motion\">");
}

static void test_other_languages(void **state)
{
    (void)state;
    ok("/search?q=municipales");
    visit_has(" lang=\"fr\">Bibliothèques</a>");
    visit_has("<p class=\"passage\" lang=\"fr\">");
    visit_has("decision not stated</span></summary>");
    ok("/search?q=midnight");
    assert_int_equal(visit_count(" lang="), 1); /* the page's own */
}

static void test_articles_have_no_decision(void **state)
{
    (void)state;
    ok("/search?q=Monday");
    visit_has("article, 22 August 2016");
    visit_lacks("class=\"outcome\"");
}

/* --- filters -------------------------------------------------------------------------------- */

static void test_facets_add_and_remove(void **state)
{
    (void)state;
    ok("/search?q=workers");
    visit_has("<a href=\"/search?q=workers&amp;year=2018\"><span class=\"visually-hidden\">Only "
              "</span>2018 <span class=\"count\">1</span><span class=\"visually-hidden\"> "
              "document</span></a>");
    visit_lacks("Filters in use");
    ok("/search?q=workers&year=2018&decision=carried_amended");
    visit_has("<li class=\"chip\"><a href=\"/search?q=workers&amp;year=2018\"><span "
              "class=\"visually-hidden\">Remove the filter </span>Decision: carried as "
              "amended</a>");
    visit_has("<a href=\"/search?q=workers\">Remove all filters</a>");
    visit_has("<a href=\"/search?q=workers&amp;decision=carried_amended\" aria-current=\"true\">");
    visit_has("<input type=\"hidden\" name=\"year\" value=\"2018\">");
}

/* Who chooses "carried" would miss what was carried as amended. */
static void test_all_that_was_carried(void **state)
{
    (void)state;
    ok("/search?q=workers&decision=policy");
    visit_has("Remove the filter </span>Decision: carried (also as amended or in part)</a>");
    visit_has("<li class=\"chosen-value\"><a href=\"/search?q=workers\" "
              "aria-current=\"true\"><span class=\"visually-hidden\">Remove the filter "
              "</span>carried (also as amended or in part) ");
    visit_has("<a href=\"/search?q=workers&amp;decision=carried_amended\">"); /* instead of it */
    visit_lacks("decision=carried_amended&amp;decision=policy");
}

static void test_years_and_order(void **state)
{
    (void)state;
    ok("/search?q=workers&from=2012&to=2018&sort=oldest&year=2018");
    visit_has("name=\"from\" value=\"2012\"");
    visit_has("name=\"to\" value=\"2018\"");
    visit_has("<option value=\"oldest\" selected>");
    visit_has("Years: from 2012 to 2018");
    visit_has("<a href=\"/search?q=workers&amp;year=2018&amp;sort=oldest\"><span "
              "class=\"visually-hidden\">Remove the filter </span>Years");
    visit_has("Remove all filters");
    assert_int_equal(visit_count("form=\"search-form\""), 4); /* two years, order, button */
}

static void test_hidden_as_not_stated(void **state)
{
    (void)state;
    ok("/search?q=buses&decision=carried_amended");
    visit_has("hidden, as the text does not state a decision. <a "
              "href=\"/search?q=buses&amp;decision=unknown\">");
    ok("/search?q=buses+decision%3Acarried_amended");
    visit_has("Search with decision:unknown to see them.");
}

static void test_pages(void **state)
{
    (void)state;
    ok("/search?q=the&limit=2&page=2");
    visit_has(", 3 to 4 on this page</p>");
    visit_has("<ol class=\"hits\" start=\"3\">");
    visit_has("<span aria-current=\"page\">Page 2</span>");
    visit_has("<a href=\"/search?q=the&amp;limit=2\" rel=\"prev\">Previous page</a>");
    visit_has("<a href=\"/search?q=the&amp;limit=2&amp;page=3\" rel=\"next\">Next page</a>");
    visit_has("href=\"https://policy.example.org/search?q=the&amp;limit=2&amp;page=2\"");
    visit_has("\"/api/v1/search?q=the&amp;limit=2&amp;format=csv\">Table"); /* from the first on */
    visit_has("\"/search.atom?q=the&amp;limit=2\">Feed");
    visit_has("\"/api/v1/search?q=the&amp;limit=2&amp;page=2\">As JSON<");
    ok("/search?q=the&page=400");
    visit_has("<h2>Nothing further</h2>");
    visit_has("<a href=\"/search?q=the\">Go to the first page of results</a>");
}

static void test_chart(void **state)
{
    (void)state;
    ok("/search?q=buses");
    visit_has("<svg class=\"chart-plot\"");
    visit_has("<caption id=\"chart-caption\">Documents by year and decision</caption>");
    visit_lacks("style=");
}

/* --- nothing -------------------------------------------------------------------------------- */

static void test_spelling(void **state)
{
    (void)state;
    ok("/search?q=midnigth&spelling=typed");
    visit_has("<h1>Nothing found for ‘midnigth’</h1>");
    visit_has("<p role=\"status\" class=\"status\">Nothing found</p>");
    visit_has("Not in any document: ‘midnigth’. Did you mean <a href=\"/search?q=midnight");
    visit_has("Searched: 7 documents with");
    visit_has(">Spelt ‘midnight’</a>: 1 result");
    ok("/search?q=midnigth");
    visit_has("<h1>1 result for ‘midnight’</h1>");
    visit_has("value=\"midnigth\"");
    visit_has("<li>Note: nothing has ‘midnigth’: this is what was found for ‘midnight’</li>");
    visit_has(
        "<a href=\"/search?q=midnigth&amp;spelling=typed\">Search for it as it was typed</a>");
    visit_has("<a href=\"/documents/bus-2018?q=midnight&amp;p=2#p2\">");
}

static void test_questions_are_understood(void **state)
{
    (void)state;
    ok("/search?q=What+did+conference+decide+about+buses?"); /* is searched for so */
    visit_has("Understood as: passages with ‘buses’; too common to count");
    visit_lacks("subject alone");
    ok("/search?q=buses+in+any+motions");
    visit_has("subject alone: <a href=\"/search?q=buses\">buses</a></p>");
    ok("/search?q=buses+lost");
    visit_has("<a href=\"/search?q=buses&amp;decision=lost\">buses, lost</a></p>");
    ok("/search?q=was+the+motion+on+night+buses+carried&year=2018");
    visit_has("<a href=\"/search?q=night%20buses&amp;year=2018\">night buses</a></p>");
    ok("/search?q=what+was+lost+on+buses&decision=carried");
    visit_has("<a href=\"/search?q=buses&amp;decision=carried\">buses</a></p>");
}

static void test_a_year_alone(void **state)
{
    (void)state;
    ok("/search?q=2019"); /* no text has it */
    visit_has("Did you mean <a href=\"/search?q=year%3A2019\">year:2019</a>?");
    visit_lacks("The year?");
    ok("/search?q=1999"); /* there are none */
    visit_lacks("The year?");
    ok("/search?q=2019+shift");
    visit_lacks("The year?");
}

/* Ordinary words, numbers, operators, and questions about nothing. */
static void test_what_is_no_question(void **state)
{
    static const char *const targets[] = {"/search?q=night+buses",
                                          "/search?q=conference+buses",
                                          "/search?q=motion+12+lost",
                                          "/search?q=buses+OR+conference+lost",
                                          "/search?q=%22buses+lost%22",
                                          "/search?q=what+did+conference+decide",
                                          "/search?q=%E2%80%9Cbuses+lost%E2%80%9D+conference",
                                          "/search?q=buses+-conference+lost"};
    (void)state;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        ok(targets[i]);
        visit_lacks("subject alone");
    }
}

static void test_looser_searches(void **state)
{
    (void)state;
    ok("/search?q=%22midnight+buses%22&decision=lost&from=2018");
    visit_has("<h2>Looser searches that find something</h2>");
    visit_has("<a href=\"/search?q=midnight\">Only the word ‘midnight’</a>, without any filter: 1 "
              "result");
    visit_has("<a href=\"/search?q=midnight%20buses\">The words in any form and order: ‘midnight "
              "buses’</a>, without any filter: 1 result");
    visit_lacks(": 0 results");
    ok("/search?q=midnight&decision=lost&from=2018");
    visit_has("<a href=\"/search?q=midnight&amp;from=2018\">Without the filter on ‘Decision’</a>: "
              "1 result");
    visit_has("<a href=\"/search?q=midnight\">Without any filter</a>: 1 result");
    visit_lacks("Without the filter on ‘Year’"); /* finds nothing either */
    ok("/search?q=*");
    visit_has("There is no word to search for");
    visit_lacks("Looser");
}

/* "Motions lost" asks for no words, and can be searched for as words. */
static void test_outcomes_are_filters(void **state)
{
    static const char *const parts[] = {
        "Understood as: all documents, lost</p>", "<li>Note: read as decision:lost</li>",
        "<a href=\"/search?q=motions%20lost&amp;spelling=typed\">Search for the words as they were "
        "typed</a>",
        NULL};
    (void)state;
    ok("/search?q=motions+lost");
    visit_has_in_order(parts);
    visit_lacks("any of these words");
    ok("/search?q=motions+lost&spelling=typed");
    visit_has("Understood as: passages with ‘motions’ and ‘lost’");
    ok("/search?q=motions+lost+in+1899");
    visit_has("Search for the words as they were typed</a>");
    visit_lacks("Only the word");
}

/* What has only the other words is one step away, and a feed does not bring it. */
static void test_what_nothing_is_about(void **state)
{
    static const char *const parts[] = {
        "<title>midnight harbour: Nothing in 7 documents has ‘harbour’. – polsearch</title>",
        "<h1>Nothing in 7 documents has ‘harbour’</h1>",
        "<p role=\"status\" class=\"status\">Nothing found with all the words</p>",
        "Understood as: passages with ‘midnight’ and ‘harbour’",
        "<h2>Looser searches that find something</h2>",
        "<a href=\"/search?q=midnight\">Only the other words: ‘midnight’</a>: 1 result</li>",
        NULL};
    (void)state;
    ok("/search?q=midnight+harbour");
    visit_has_in_order(parts);
    visit_lacks("class=\"hits\"");
    visit_lacks("Not in any document");
    assert_int_equal(visit_count("1 result</li>"), 1); /* nothing is offered twice */
    ok("/search.atom?q=midnight+harbour");
    visit_lacks("<entry>");
}

/* Most of the words are there: the results are, as what they are. */
static void test_what_has_only_the_other_words(void **state)
{
    static const char *const parts[] = {
        "<h1>Nothing in 7 documents has ‘harbour’</h1>",
        "class=\"status\">4 results with only some of the other words in 3 documents</p>",
        "<h2 id=\"tier-partial\">Only some of the other words", NULL};
    (void)state;
    ok("/search?q=shift+workers+harbour");
    visit_has_in_order(parts);
}

/* --- what is wrong -------------------------------------------------------------------------- */

static void test_complaints(void **state)
{
    const pol_response *response;
    (void)state;
    response = visit("/search?q=pay&from=20l5");
    assert_int_equal(response->status, 400);
    assert_int_equal(response->keeping, POL_KEEP_NOT);
    visit_has("name=\"from\" value=\"20l5\"");
    visit_has("aria-invalid=\"true\" aria-describedby=\"complaint\">\n"
              "<p class=\"complaint\" id=\"complaint\" role=\"alert\">This must be a year");
    visit_has("value=\"pay\"");
    assert_int_equal(visit_count("id=\"complaint\""), 1);
    response = visit("/search?q=pay+decision%3Acarryed");
    assert_int_equal(response->status, 400);
    visit_has("decision:carryed: not known; use carried");
    visit_has("name=\"q\" value=\"pay decision:carryed\" maxlength=\"4096\" autocomplete=\"off\" "
              "spellcheck=\"true\" aria-invalid=\"true\"");
    response = visit("/search?sort=size");
    assert_int_equal(response->status, 400);
    visit_has("sort must be relevance, newest or oldest.");
    assert_int_equal(visit_count("aria-invalid"), 1);
}

static void test_nothing_becomes_markup(void **state)
{
    static const char *const hostile[] = {
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?q=pay&conference=%22%3E%3Cscript%3Ex",
        "/search?q=pay&by='%22%3E%3Cscript%3Ex&source=%3Cscript%3E",
        "/search?q=pay&from=%22%3E%3Cscript%3E",
        "/search?q=pay&to=1%22%20onfocus=%22x",
        "/search?q=workers&number=%3Cscript%3E&standing=%3Cscript%3E",
        "/search?q=decision%3A%3Cscript%3E",
        "/search?q=%E2%80%AEtfel"};
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        visit(hostile[i]);
        assert_int_equal(visit_count("<script"), 1); /* ours */
        visit_lacks(" onfocus=\"x");
        visit_lacks("\u202E");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start),
        cmocka_unit_test(test_examples_find_something),
        cmocka_unit_test(test_asking_for_nothing_is_the_start),
        cmocka_unit_test(test_one_result),
        cmocka_unit_test(test_long_questions_are_cut_in_headings),
        cmocka_unit_test(test_lead_in_label_and_own_decision),
        cmocka_unit_test(test_tiers),
        cmocka_unit_test(test_some_of_the_words),
        cmocka_unit_test(test_more_of_few),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_articles_have_no_decision),
        cmocka_unit_test(test_facets_add_and_remove),
        cmocka_unit_test(test_all_that_was_carried),
        cmocka_unit_test(test_years_and_order),
        cmocka_unit_test(test_hidden_as_not_stated),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_chart),
        cmocka_unit_test(test_spelling),
        cmocka_unit_test(test_questions_are_understood),
        cmocka_unit_test(test_what_is_no_question),
        cmocka_unit_test(test_a_year_alone),
        cmocka_unit_test(test_looser_searches),
        cmocka_unit_test(test_outcomes_are_filters),
        cmocka_unit_test(test_what_nothing_is_about),
        cmocka_unit_test(test_what_has_only_the_other_words),
        cmocka_unit_test(test_complaints),
        cmocka_unit_test(test_nothing_becomes_markup),
    };
    return cmocka_run_group_tests(tests, visit_open, visit_close);
}
