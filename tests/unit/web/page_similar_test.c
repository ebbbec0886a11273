/* page_similar_test.c - documents that say the same: on a page of their own, on the page of one
 * document, and for programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

#define FERRY                                                                                      \
    "Conference notes that the night ferry to the outer islands was withdrawn without a word to "  \
    "the crews who work it or the nurses who travel by it."

static const pol_overlay superseded = {.standing = POL_STANDING_SUPERSEDED};

static const fixture_document documents[] = {
    {.id = "ferry/2019 <b>",
     .title = "The night ferry & <crew>",
     .conference = "2019 Island Conference",
     .conference_name = "Island Conference",
     .number = "7",
     .year = 2019,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = FERRY, .clause = POL_CLAUSE_NOTES}}},
    {.id = "ferry-2016",
     .title = "Fferi'r nos",
     .language = "cy",
     .conference = "2016 Island Conference",
     .conference_name = "Island Conference",
     .year = 2016,
     .decision = POL_DECISION_CARRIED,
     .overlay = &superseded,
     .passages = {{.text = FERRY " It should run again.", .clause = POL_CLAUSE_NOTES}}},
    {.id = "ferry-2021",
     .title = "Sailings",
     .conference = "2021 Island Conference",
     .conference_name = "Island Conference",
     .year = 2021,
     .decision = POL_DECISION_LOST,
     .passages = {{.text = "The night ferry to the outer islands is missed.",
                   .clause = POL_CLAUSE_NOTES}}},
    {.id = "press",
     .title = "Ferry withdrawn",
     .organisation = "Evening Gazette",
     .kind = POL_KIND_ARTICLE,
     .year = 2019,
     .date = {2019, 2, 1},
     .passages = {{.text = "The night ferry to the outer islands was withdrawn without a word.",
                   .clause = POL_CLAUSE_ARTICLE}}},
    {.id = "bees",
     .title = "Bees",
     .year = 2017,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "Hives on the roof yield honey for the tombola.",
                   .clause = POL_CLAUSE_NOTES}}},
};

#define FERRY_PATH "ferry%2F2019%20%3Cb%3E"

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

static void test_a_page_of_them(void **state)
{
    static const char *const parts[] = {
        "<h1>Similar to The night ferry &amp; &lt;crew&gt;</h1>",
        "<a href=\"/documents/" FERRY_PATH "\">Motion 7, ",
        "does not prove",
        "<ol class=\"hits\">",
        "<h2 class=\"hit-title\"><a href=\"/documents/ferry-2016\" lang=\"cy\">Fferi&#39;r nos</a>",
        "2016 Island Conference",
        "<span class=\"decision decision-carried\">carried</span>",
        "since superseded",
        "of this document’s content",
        "</ol>",
        "/api/v1/similar/" FERRY_PATH "\"",
        NULL};
    (void)state;
    ok("/similar/" FERRY_PATH);
    visit_has_in_order(parts);
    visit_has("Sailings</a>");
    visit_has("<span class=\"decision decision-lost\">lost</span>");
    visit_has("1 February 2019"); /* of the article, which has no decision */
    visit_lacks("/documents/bees");
    visit_lacks("<crew>");
    assert_int_equal(visit_count("<li class=\"hit\">"), 3);
}

static void test_nothing_is_similar(void **state)
{
    (void)state;
    ok("/similar/bees");
    visit_has("No other document says much the same.");
    visit_lacks("<ol class=\"hits\">");
}

static void test_ids_that_are_none(void **state)
{
    (void)state;
    assert_int_equal(visit("/similar/nowhere")->status, 404);
    visit_has("o document has the id &#39;nowhere&#39;");
    assert_int_equal(visit("/similar/ferry")->status, 404);
    visit_has("everal documents have an id");
    assert_int_equal(visit("/api/v1/similar/nowhere")->status, 404);
    assert_int_equal(visit("/api/v1/similar/ferry")->status, 404);
    assert_int_equal(visit("/api/v1/similar/bee")->status, 404);
    ok("/similar/bee"); /* people may cut an address short */
}

static void test_on_the_page_of_a_document(void **state)
{
    static const char *const parts[] = {"</article>",
                                        "<h2 id=\"similar\">Similar motions</h2>",
                                        "<a href=\"/documents/ferry-2016\" lang=\"cy\">",
                                        "2016 Island Conference",
                                        "carried</span>",
                                        "<a href=\"/similar/" FERRY_PATH "\">All that are similar",
                                        NULL};
    (void)state;
    ok("/documents/" FERRY_PATH);
    visit_has_in_order(parts);
    ok("/documents/press");
    visit_has("<h2 id=\"similar\">Similar documents</h2>");
    ok("/documents/bees");
    visit_lacks("id=\"similar\"");
}

static void test_for_programs(void **state)
{
    (void)state;
    ok("/api/v1/similar/" FERRY_PATH);
    visit_has("{\"version\":1,\"of\":{\"id\":\"ferry/2019 <b>\"");
    visit_has("\"rank\":1,");
    assert_int_equal(visit_count("\"rank\":"), 3);
    ok("/api/v1/similar/" FERRY_PATH "?limit=1");
    assert_int_equal(visit_count("\"rank\":"), 1);
    visit_has("\"id\":\"ferry-2016\"");
    ok("/api/v1/similar/" FERRY_PATH "?before=2017");
    assert_int_equal(visit_count("\"rank\":"), 1);
    ok("/api/v1/similar/" FERRY_PATH "?before=2016");
    visit_has("\"similar\":[]");
    assert_int_equal(visit("/api/v1/similar/bees?before=soon")->status, 400);
    visit_has("soon");
    assert_int_equal(visit("/api/v1/similar/bees?limit=0")->status, 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_of_them),    cmocka_unit_test(test_nothing_is_similar),
        cmocka_unit_test(test_ids_that_are_none), cmocka_unit_test(test_on_the_page_of_a_document),
        cmocka_unit_test(test_for_programs),
    };
    return cmocka_run_group_tests_name("web/page_similar", tests, open_site, visit_close);
}
