/* page_document_test.c - the page of one document, its citations and its addresses, over a small
 * site. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

/* --- documents --------------------------------------------------------------------------- */

static pol_decision_source two_sources[] = {
    {POL_DECISION_LOST, {"LOST", 4}, {"results.txt", 11}, 51, 0},
    {POL_DECISION_CARRIED, {"Carried, moved by Jane Smith", 28}, {"minutes.pdf", 11}, 0, 3}};
static pol_relation relations[] = {
    {.kind = POL_RELATION_SUPERSEDED_BY,
     .number = {"4", 1},
     .year = 2019,
     .id = {"tides/2019 <b>", 14}},
    {.kind = POL_RELATION_FALLS_IF, .number = {"9", 1}},
};
static const pol_overlay unclear = {.is_decided = true,
                                    .decision = POL_DECISION_UNKNOWN,
                                    .sources = two_sources,
                                    .source_count = 2,
                                    .has_conflict = true,
                                    .referral = {"referred to the harbour committee", 33},
                                    .relations = relations,
                                    .relation_count = 2,
                                    .standing = POL_STANDING_SUPERSEDED};

static const fixture_document documents[] = {
    {.id = "tides-2014",
     .title = "Tides & <tolls>",
     .conference = "2014 Harbour Conference",
     .conference_name = "Harbour Conference",
     .number = "3",
     .organisation = "Lantern Workers Union",
     .by = "Pier Branch",
     .source = "https://harbour.example/a?b=1&c=2",
     .year = 2014,
     .date = {2013, 12, 7},
     .decision = POL_DECISION_CARRIED_AMENDED,
     .text_state = POL_TEXT_STATE_SUBMITTED,
     .changed = 1900000000,
     .passages = {{"Conference notes that tolls rise with every tide.", NULL, POL_CLAUSE_NOTES,
                   POL_DECISION_NONE, 0},
                  {"Conference warns of a takeover.", NULL, POL_CLAUSE_BELIEVES, POL_DECISION_NONE,
                   0},
                  {"Conference instructs the executive to:", NULL, POL_CLAUSE_RESOLVES,
                   POL_DECISION_NONE, 0},
                  {"oppose tolls <script>alert(1)</script>; and", "(a)", POL_CLAUSE_RESOLVES,
                   POL_DECISION_LOST, 3}}},
    {.id = "tides/2019 <b>",
     .title = "Locks",
     .conference = "2019 Harbour Conference",
     .conference_name = "Harbour Conference",
     .number = "4",
     .source = "javascript:alert(1)",
     .year = 2019,
     .decision = POL_DECISION_CARRIED,
     .passages = {{"Locks are opened by hand.", NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}},
    {.id = "unclear-2014",
     .title = "Ferries",
     .conference = "2014 Harbour Conference",
     .conference_name = "Harbour Conference",
     .number = "12",
     .year = 2014,
     .overlay = &unclear,
     .passages = {{"Ferries wait for nobody.", NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}},
    {.id = "marees",
     .title = "Marées",
     .language = "fr",
     .kind = POL_KIND_ARTICLE,
     .organisation = "Le Phare",
     .year = 2012,
     .date = {2012, 2, 0},
     .decision = POL_DECISION_NONE,
     .passages = {{"Les marées montent.", NULL, POL_CLAUSE_ARTICLE, POL_DECISION_NONE, 0}}},
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

static void goes_to(const char *target, const char *location)
{
    const pol_response *response = visit(target);
    assert_int_equal(response->status, 302);
    assert_int_equal(response->keeping, POL_KEEP_NOT);
    if (!pol_span_equal(response->location, pol_span_of(location)))
        fail_msg("'%s' goes to '%.*s'", target, POL_SPAN_ARGS(response->location));
}

/* --- what is on it ------------------------------------------------------------------------ */

static void test_parts(void **state)
{
    static const char *const parts[] = {
        "<title>Tides &amp; &lt;tolls&gt;, 2014 Harbour Conference – polsearch</title>",
        "<link rel=\"canonical\" href=\"https://policy.example.org/documents/tides-2014\">",
        "itemtype=\"https://schema.org/Legislation\"",
        "<p class=\"where\">Motion 3 · <a href=\"/conferences/Harbour%20Conference/2014\">2014 "
        "Harbour Conference</a></p>",
        "<h1 itemprop=\"name\">Tides &amp; &lt;tolls&gt;</h1>",
        "<span class=\"decision decision-carried-amended\">carried as amended</span></summary>",
        "<dt>Text shown</dt><dd>as submitted, before amendment</dd>",
        "<h3 class=\"clause\">What is noted</h3>",
        "<p id=\"p1\">Conference notes",
        "<h3 class=\"clause\">What is believed</h3>",
        "<p id=\"p2\">",
        "<h3 class=\"clause\">What is to be done</h3>",
        "<p class=\"lead-in\" id=\"p3\">",
        "<h2 id=\"about\">About this motion</h2>",
        "<dt>Date</dt><dd><time itemprop=\"dateCreated\" datetime=\"2013-12-07\">7 December 2013",
        "<a href=\"/search?org=Lantern%20Workers%20Union\">",
        "<dt>Submitted by</dt><dd>Pier Branch</dd>",
        "<a href=\"https://harbour.example/a?b=1&amp;c=2\" rel=\"nofollow noopener\">",
        "datetime=\"2030-03-17T17:46:40Z\"",
        "<h2 id=\"cite\"",
        "<nav class=\"neighbours\"",
        "<a rel=\"next\" href=\"/documents/unclear-2014\">Next: Motion 12: <span>Ferries",
        NULL};
    (void)state;
    ok("/documents/tides-2014");
    visit_has_in_order(parts);
    visit_lacks("<script>alert");
    visit_lacks("<mark>");
    visit_lacks("class=\"back\"");
    assert_int_equal(visit_count("<h1"), 1);
    assert_int_equal(visit_count("class=\"permalink\""), 4);
}

static void test_point_has_its_own_decision(void **state)
{
    (void)state;
    ok("/documents/tides-2014");
    visit_has("This point: <span class=\"decision decision-lost\">lost</span>");
}

static void test_words_are_marked(void **state)
{
    (void)state;
    ok("/documents/tides-2014?q=takeovers+toll+locks");
    visit_has("<a href=\"/search?q=takeovers%20toll%20locks\">All results");
    visit_has("of a <mark>takeover</mark>.");
    visit_has("that <mark>tolls</mark> rise");
    visit_has("oppose <mark>tolls</mark> &lt;script&gt;");
    visit_has("&lt;<mark>tolls</mark>&gt;</h1>");
    visit_has("<a href=\"#p1\">passage 1</a>, <a href=\"#p2\">passage 2</a>, <a "
              "href=\"#p4\">point a</a>");
    visit_has("href=\"?q=takeovers%20toll%20locks&amp;p=2#p2\"");
    visit_has("value=\"takeovers toll locks\"");
}

static void test_words_that_are_not_there(void **state)
{
    (void)state;
    ok("/documents/tides-2014?q=%22%3E%3Cimg%20src%3Dx%3E");
    visit_has("No passage here has words of ‘&quot;&gt;&lt;img src=x&gt;’");
    visit_lacks("<img");
    ok("/documents/tides-2014?q=decision:carryed");
    visit_has("Conference warns");
    visit_lacks("No passage here");
    ok("/documents/tides-2014?q=decision:policy"); /* found, though not by words */
    visit_lacks("No passage here");
    ok("/documents/tides-2014?q=&p=");
    visit_lacks("No passage here");
}

static void test_conflict_shows_both_sources(void **state)
{
    static const char *const parts[] = {"decision unclear</span>",
                                        "stated, but not everywhere the same",
                                        "<dt>Stated</dt><dd>lost (“LOST”, results.txt, line 51)",
                                        "<dd>carried (“Carried",
                                        "minutes.pdf, p. 3)",
                                        "<dt>Referral</dt><dd>referred to the harbour committee",
                                        "<dt>Standing</dt><dd>superseded by <a "
                                        "href=\"/documents/tides%2F2019%20%3Cb%3E\">",
                                        "<h2 id=\"related\">",
                                        "Falls if carried:</span> Motion 9</li>",
                                        "Superseded by:</span> <a href",
                                        NULL};
    (void)state;
    ok("/documents/unclear-2014");
    visit_has_in_order(parts);
    visit_lacks("does not say what conference decided");
    visit_lacks("Jane");
}

static void test_article(void **state)
{
    (void)state;
    ok("/documents/marees");
    visit_has("itemtype=\"https://schema.org/Article\"");
    visit_has("<p class=\"where\">article, February 2012</p>");
    visit_has("<h1 itemprop=\"name\" lang=\"fr\">Marées</h1>");
    visit_has("<p id=\"p1\"><span lang=\"fr\">Les marées montent.</span>");
    visit_has("<dt>Language</dt><dd>French<meta itemprop=\"inLanguage\" content=\"fr\">");
    visit_has("<time itemprop=\"datePublished\" datetime=\"2012-02\">February 2012</time>");
    visit_lacks("class=\"clause\"");
    visit_lacks("class=\"decision");
    visit_lacks("class=\"neighbours\"");
}

static void test_odd_id_and_source(void **state)
{
    (void)state;
    ok("/documents/tides%2F2019%20%3Cb%3E?q=locks");
    visit_has("<dt>Source</dt><dd>javascript:alert(1)");
    visit_lacks("href=\"javascript");
    visit_has("<mark>Locks</mark> are opened");
    visit_has("<dt>Id</dt><dd>tides/2019 &lt;b&gt;</dd>");
}

/* --- citations ---------------------------------------------------------------------------- */

static void test_citations(void **state)
{
    (void)state;
    ok("/documents/tides-2014");
    visit_has("readonly spellcheck=\"false\">Motion 3, “Tides &amp; &lt;tolls&gt;”, 2014 Harbour "
              "Conference (carried as amended). https://policy.example.org/documents/tides-2014<");
    visit_has("<label for=\"cite-markdown\">Markdown</label>");
    visit_has("&quot;type&quot;:&quot;legislation&quot;");
    assert_int_equal(visit_count("<textarea"), 3);
    visit_has("href=\"/documents/tides-2014/cite.json\"");
}

static void test_passage_is_cited(void **state)
{
    (void)state;
    ok("/documents/tides-2014?p=4");
    visit_has("<p class=\"chosen\" id=\"p4\"><span class=\"label\">(a)</span>");
    visit_has("<span class=\"aside\">This motion: <span class=\"decision "
              "decision-carried-amended\">carried as amended</span>, text before amendment <a "
              "class=\"cite-this\" href=\"#cite\">");
    visit_has("<p class=\"caution\">The text below is the one that was submitted. ");
    visit_has("”\n— text before amendment: Motion 3, ");
    visit_has(
        "<meta name=\"description\" content=\"Motion 3, “Tides &amp; &lt;tolls&gt;”, point a, "
        "2014 Harbour Conference (carried as amended; this point: lost)\">");
    visit_has("This passage: Plain text</label>");
    visit_has(">“Conference instructs the executive to: … oppose tolls");
    visit_has("point a, 2014 Harbour Conference (carried as amended; this point: lost). "
              "https://policy.example.org/documents/tides-2014#p4<");
    visit_has("href=\"/documents/tides-2014/cite.txt?p=4\"");
    assert_int_equal(visit_count("<textarea"), 7);
    ok("/documents/tides-2014?p=99999");
    assert_int_equal(visit_count("<textarea"), 3);
    ok("/documents/tides-2014?p=4x");
    assert_int_equal(visit_count("<textarea"), 3);
}

static void test_citation_files(void **state)
{
    (void)state;
    ok("/documents/tides-2014/cite.txt");
    visit_has("Motion 3, “Tides & <tolls>”, 2014 Harbour Conference (carried as amended). "
              "https://policy.example.org/documents/tides-2014\n");
    const pol_response *response = visit("/documents/tides-2014/cite.json?p=2");
    assert_string_equal(response->type, "application/vnd.citationstyles.csl+json");
    assert_string_equal(response->saves_as, "citation.json");
    visit_has("[{\"id\":\"https://policy.example.org/documents/tides-2014#p2\"");
    visit_has("}]\n");
    response = visit("/documents/tides%2F2019%20%3Cb%3E/cite.md");
    assert_int_equal(response->status, 200);
    assert_string_equal(response->type, "text/markdown; charset=utf-8");
    visit_has("tides%2F2019%20%3Cb%3E");
    assert_int_equal(visit("/documents/tides-2014/cite.bib")->status, 404);
    assert_int_equal(visit("/documents/nothing/cite.txt")->status, 404);
    assert_null(visit("/documents/nothing/cite.json")->saves_as);
}

/* --- addresses ---------------------------------------------------------------------------- */

static void test_redirections(void **state)
{
    (void)state;
    goes_to("/documents/tides-?q=a%26b&p=2", "/documents/tides-2014?q=a%26b&p=2");
    goes_to("/documents/tides%2F", "/documents/tides%2F2019%20%3Cb%3E");
    goes_to("/documents/unclear-2014%23p1", "/documents/unclear-2014#p1");
    goes_to("/documents/unc/cite.md", "/documents/unclear-2014/cite.md");
}

static void test_unknown(void **state)
{
    (void)state;
    assert_int_equal(visit("/documents/none-such")->status, 404);
    visit_has("No document has the id &#39;none-such&#39;");
    visit_has("look under its conference");
    assert_int_equal(visit("/documents/tides")->status, 404);
    visit_has("Several documents have an id that starts with");
    assert_int_equal(visit("/documents/%3Cscript%3Ealert(1)%3C%2Fscript%3E")->status, 404);
    visit_lacks("<script>alert");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_point_has_its_own_decision),
        cmocka_unit_test(test_words_are_marked),
        cmocka_unit_test(test_words_that_are_not_there),
        cmocka_unit_test(test_conflict_shows_both_sources),
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_odd_id_and_source),
        cmocka_unit_test(test_citations),
        cmocka_unit_test(test_passage_is_cited),
        cmocka_unit_test(test_citation_files),
        cmocka_unit_test(test_redirections),
        cmocka_unit_test(test_unknown),
    };
    return cmocka_run_group_tests(tests, open_site, visit_close);
}
