/* page_check_test.c - drafts that are sent, to pages and to objects. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draft/draft.h"
#include "tests/unit/web/visit.h"

#define FORM "application/x-www-form-urlencoded"
#define DRAFT                                                                                      \
    "Lighthouses\n\nConference calls on the Executive to:\n\n1. paint the lighthouses & quays\n"

static const pol_response *send_form(const char *body)
{
    return visit_post("/check", FORM, pol_span_of(body));
}

static const pol_response *send_text(const char *target, const char *text)
{
    return visit_post(target, "text/plain", pol_span_of(text));
}

static void the_form_stands_alone(void **state)
{
    (void)state;
    const pol_response *response = visit("/check?draft=from+an+address");
    assert_int_equal(response->status, 200);
    assert_int_equal(response->keeping, POL_KEEP_REVISION);
    visit_has(
        "<form class=\"check-form\" id=\"check-form\" method=\"post\" action=\"/check#report\">");
    visit_has("aria-current=\"true\">Check a draft</a>");
    visit_has("<label for=\"draft\">");
    visit_lacks("from an address");
    visit_lacks("noindex");
    visit_lacks("id=\"report\"");
}

static void a_draft_comes_back_with_its_report(void **state)
{
    (void)state;
    const pol_response *response = send_form(
        "draft=Lighthouses%0D%0A%0D%0AConference+calls+on+the+Executive+to%3A%0D%0A%0D%0A1."
        "+paint+%3Cb%3Elighthouses%3C%2Fb%3E&from=1990&to=");
    assert_int_equal(response->status, 200);
    assert_int_equal(response->keeping, POL_KEEP_NOT);
    visit_has_in_order((const char *[]){"1. paint &lt;b&gt;lighthouses&lt;/b&gt;</textarea>",
                                        "name=\"from\" value=\"1990\"", "id=\"report\"",
                                        "id=\"clause-1\"", "nothing found", NULL});
    visit_has("noindex");
    visit_lacks("<b>");
    visit_lacks("role=\"alert\"");
    response = send_text("/check", DRAFT);
    assert_int_equal(response->status, 200);
    visit_has("paint the lighthouses &amp; quays");
}

static void what_is_wrong_stands_where_it_is(void **state)
{
    static const struct {
        const char *body;
        int status;
        const char *has;
    } rows[] = {
        {"draft=", 400, "There is no text"},
        {"", 400, "There is no text"},
        {"other=1", 400, "There is no text"},
        {"draft=+%0D%0A", 400, "There is no text"},
        {"draft=%00%01%02%03%00%00%00%00", 422, "This is not text"},
        {"draft=Kettles&from=soon", 400, ">This must be a year"},
        {"draft=Kettles&from=2010&to=10", 400, ">This must be a year"},
        {"draft=Kettles&from=2010&to=2009", 400, ">This must be no later"},
        {"draft=Kettles&motion=0", 400, "Motion must be"},
        {"draft=Kettles&motion=7", 400, "Motion must be"},
        {"draft=Kettles&motion=99999999999999999999", 400, "Motion must be"},
        {"draft=Kettles&format=doc", 400, "Format is"},
        {"a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=&a=", 413, "more than 16 fields"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pol_response *response = send_form(rows[i].body);
        if (response->status != rows[i].status)
            fail_msg("'%s' is answered %d", rows[i].body, response->status);
        assert_int_equal(response->keeping, POL_KEEP_NOT);
        visit_has(rows[i].has);
        assert_int_equal(visit_count("id=\"complaint\""), 1);
        visit_has("aria-invalid=true");
        visit_lacks("id=\"report\"");
        if (pol_span_starts(pol_span_of(rows[i].body), POL_SPAN("draft=Kettles")))
            visit_has(">\nKettles</textarea>");
    }
}

static void what_is_too_long_is_not_lost(void **state)
{
    (void)state;
    enum { SIZE = POL_DRAFT_BYTES_MAX + 1 };
    char *text = malloc(SIZE + 1);
    assert_non_null(text);
    memset(text, 'x', SIZE);
    text[SIZE] = '\0';
    const pol_response *response = send_text("/check", text);
    assert_int_equal(response->status, 413);
    assert_true(response->body.size > SIZE);
    visit_has("polsearch --draft");
    response = send_text("/api/v1/check", text);
    assert_int_equal(response->status, 413);
    assert_true(response->body.size < 1000);
    free(text);
}

static void several_motions_have_a_button_each(void **state)
{
    (void)state;
    const char *text = "Motion 1\n" DRAFT "\nMotion 2\nFoghorns\n\nConference calls on the "
                       "Executive to:\n\n1. repair the foghorn of the quay\n";
    assert_int_equal(send_text("/check", text)->status, 200);
    visit_has("2 motions in the text");
    visit_has_in_order(
        (const char *[]){"<h3>Motion 1, Lighthouses: ", "name=\"motion\" value=\"1\"",
                         "<h3>Motion 2, Foghorns: ", "name=\"motion\" value=\"2\"", NULL});
    assert_int_equal(send_text("/check?motion=2", text)->status, 200);
    visit_has("This is motion 2 of the 2");
    visit_has("formaction=\"/check?motion=2\"");
    visit_has("id=\"clause-1\"");
}

/* The numbers are those of the agenda, whatever was left out of it; nothing is near where nothing
 * was found; what a motion could be debated with is named. */
static void an_agenda_can_be_worked_with(void **state)
{
    (void)state;
    const char *text = "Motion 6\n" DRAFT "\nMotion 9\nFoghorns\n\nConference calls on the "
                       "Executive to:\n\n1. repair the foghorn of the quay before the winter\n"
                       "\nMotion 12\nThe foghorn\n\nConference calls on the Executive to:\n\n"
                       "1. repair the foghorn of the quay before the winter\n";
    assert_int_equal(send_text("/check?from=1901&to=1902", text)->status, 200);
    visit_has("3 motions in the text");
    visit_has("What was searched");
    visit_has("Only what was decided from 1901 to 1902 counted.");
    visit_has("Could be debated with Motion 12, The foghorn.");
    visit_has("Could be debated with Motion 9, Foghorns.");
    visit_has("Says the same as <strong>Motion 9, Foghorns</strong>, above.");
    assert_int_equal(visit_count("nothing found</span></h3>"), 3);
    assert_int_equal(visit_count("Nearest: "), 0);
    assert_int_equal(send_text("/check", text)->status, 200);
    assert_int_equal(visit_count("Only what was decided"), 0);
    visit_has("What is not in this collection was not searched");
}

static void programs_get_objects(void **state)
{
    (void)state;
    const pol_response *response = send_text("/api/v1/check", DRAFT);
    assert_int_equal(response->status, 200);
    assert_string_equal(response->type, "application/json");
    assert_int_equal(response->keeping, POL_KEEP_NOT);
    assert_true(response->is_open);
    visit_has("\"verdict\":\"nothing_found\"");
    response = visit_post("/api/v1/check?format=csv", FORM, POL_SPAN("draft=Lighthouses"));
    assert_string_equal(response->saves_as, "draft.csv");
    response = visit_post("/api/v1/check", FORM, POL_SPAN(DRAFT));
    assert_int_equal(response->status, 400);
    visit_has("Content-Type: text/plain");
    response = send_text("/api/v1/check?from=x", DRAFT);
    assert_int_equal(response->status, 400);
    assert_string_equal(response->type, "application/json");
}

static void methods_are_told(void **state)
{
    static const struct {
        const char *target;
        bool is_post;
        int status;
        const char *allow;
    } rows[] = {{"/check", false, 200, NULL},
                {"/api/v1/check", false, 405, "POST, OPTIONS"},
                {"/search", true, 405, "GET, HEAD, OPTIONS"},
                {"/nowhere", true, 405, "GET, HEAD, OPTIONS"},
                {"/check/", true, 308, NULL}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pol_response *response =
            rows[i].is_post ? send_text(rows[i].target, DRAFT) : visit(rows[i].target);
        assert_int_equal(response->status, rows[i].status);
        if (rows[i].allow)
            assert_string_equal(response->allow, rows[i].allow);
        else
            assert_null(response->allow);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_form_stands_alone),
        cmocka_unit_test(a_draft_comes_back_with_its_report),
        cmocka_unit_test(what_is_wrong_stands_where_it_is),
        cmocka_unit_test(what_is_too_long_is_not_lost),
        cmocka_unit_test(several_motions_have_a_button_each),
        cmocka_unit_test(an_agenda_can_be_worked_with),
        cmocka_unit_test(programs_get_objects),
        cmocka_unit_test(methods_are_told),
    };
    return cmocka_run_group_tests(tests, visit_open, visit_close);
}
