/* page_browse_test.c - what the index holds, as lists with numbers and links. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/web/visit.h"

static void ok(const char *target)
{
    assert_int_equal(visit(target)->status, 200);
}

static void test_lists(void **state)
{
    static const char *const parts[] = {
        "<link rel=\"canonical\" href=\"https://policy.example.org/browse\">",
        "<li><a href=\"/browse\" aria-current=\"true\">Browse</a></li>",
        "<h1>Browse</h1>\n<p>7 documents in ",
        "<a href=\"#organisations\">",
        "<h2 id=\"conferences\">",
        "<a href=\"/conferences/Northern%20Regional%20Conference\">Northern Regional "
        "Conference</a> <span class=\"count\">2014 to 2019, 2 documents</span>",
        "<a href=\"/conferences/Transport%20Conference\">",
        "2010 to 2018, 3 documents",
        "<h2 id=\"years\">",
        "<a href=\"/search?year=2019\">2019</a> <span class=\"count\">1 document</span>",
        "<a href=\"/search?year=2010\">",
        "<h2 id=\"decisions\">",
        "<a href=\"/search?decision=carried\"><span class=\"decision decision-carried\">carried",
        "<dd>Conference agreed to it as it was moved.</dd>",
        "<a href=\"/search?decision=unknown\">",
        "<span class=\"count\">3 documents</span>",
        "<h2 id=\"kinds\">",
        "<a href=\"/search?kind=motion\">motion</a> <span class=\"count\">6 documents</span>",
        "<h2 id=\"organisations\">",
        "<a href=\"/search?org=Lantern%20Workers%20Union\">Lantern Workers Union</a>",
        NULL};
    (void)state;
    ok("/browse");
    visit_has_in_order(parts);
    visit_has("2 conferences</p>");
    visit_lacks("class=\"pages\"");
}

static void test_numbers_are_those_of_the_search(void **state)
{
    (void)state;
    ok("/search?decision=unknown");
    visit_has("3 documents with these filters");
    ok("/search?org=Lantern+Workers+Union");
    visit_has("5 documents with these filters");
    ok("/browse");
    visit_has("Lantern Workers Union</a> <span class=\"count\">5 documents</span>");
}

static void test_part_of_a_name(void **state)
{
    (void)state;
    ok("/browse?name=+TRANS++conf");
    visit_has("1 conference with ‘TRANS  conf’ in the name.");
    visit_has("<a href=\"/conferences/Transport%20Conference\">");
    visit_lacks("Northern");
    visit_has("<meta name=\"robots\" content=\"noindex\">");
    ok("/browse?name=%22%3E%3Cscript%3E");
    visit_has("0 conferences with ‘&quot;&gt;&lt;script&gt;’");
    visit_lacks("<ul class=\"conferences\">");
    visit_lacks("<script>");
}

/* Whatever is no page is the first. */
static void test_pages(void **state)
{
    static const char *const odd[] = {"/browse?page=0", "/browse?page=-1", "/browse?page=x",
                                      "/browse?page=2", "/browse?page=99999999999"};
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        ok(odd[i]);
        visit_has("Transport Conference");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_numbers_are_those_of_the_search),
        cmocka_unit_test(test_part_of_a_name),
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, visit_open, visit_close);
}
