/* page_test.c - what all pages have, help, about, and errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/vocabulary.h"
#include "tests/unit/web/visit.h"
#include "web/page/error.h"

static void test_frame(void **state)
{
    static const char *const pages[] = {"/", "/search?q=buses", "/help", "/about", "/nowhere"};
    static const char *const parts[] = {"<!DOCTYPE html>\n<html lang=\"en\">",
                                        "<meta charset=\"utf-8\">",
                                        "<title>",
                                        " – polsearch</title>",
                                        "<a class=\"skip\" href=\"#main\">",
                                        "<header",
                                        "<nav class=\"ways\" aria-label=\"Site\">",
                                        "<main id=\"main\" tabindex=\"-1\">",
                                        "<h1>",
                                        "</h1>",
                                        "</main>",
                                        "<footer",
                                        "</html>",
                                        NULL};
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        visit(pages[i]);
        visit_has_in_order(parts);
        assert_int_equal(visit_count("<h1>"), 1);
        assert_int_equal(visit_count("id=\"q\""), 1);
        assert_int_equal(visit_count("role=\"search\""), 1);
        visit_lacks(" style=");
        visit_lacks("<style");
        visit_lacks("http://");
        assert_int_equal(visit_count("https://"), visit_count("https://policy.example.org"));
    }
}

static void test_where_one_is(void **state)
{
    (void)state;
    visit("/help");
    visit_has("<a href=\"/help\" aria-current=\"true\">Help</a>");
    assert_int_equal(visit_count("aria-current"), 1);
    visit_has("<link rel=\"canonical\" href=\"https://policy.example.org/help\">");
}

static void test_help_explains_every_decision(void **state)
{
    (void)state;
    assert_int_equal(visit("/help")->status, 200);
    for (int i = POL_DECISION_NONE + 1; i < POL_DECISION_COUNT; i++) {
        visit_has(pol_decision_label((pol_decision)i));
        visit_has(pol_decision_help((pol_decision)i));
    }
    visit_has("<a class=\"example\" href=\"/search?q=pay%20NEAR%2F5%20freeze\">pay NEAR/5 "
              "freeze</a>");
    visit_has("standing:current");
}

/* Each example of the help is a search that is understood. */
static void test_help_examples_work(void **state)
{
    enum { EXAMPLES_MAX = 64, ADDRESS_MAX = 128 };
    static char found[EXAMPLES_MAX][ADDRESS_MAX];
    static const char before[] = "class=\"example\" href=\"";
    size_t count = 0;
    (void)state;
    pol_span page = pol_buffer_span(&visit("/help")->body);
    for (size_t at = 0;
         (at = pol_span_find(page, POL_SPAN("class=\"example\" href=\""), at)) != (size_t)-1;) {
        at += strlen(before);
        size_t size = pol_span_find(page, POL_SPAN("\""), at) - at;
        assert_true(size < ADDRESS_MAX && count < EXAMPLES_MAX);
        memcpy(found[count++], page.data + at, size);
    }
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++)
        if (visit(found[i])->status != 200)
            fail_msg("%s does not work", found[i]);
}

static void test_about(void **state)
{
    (void)state;
    assert_int_equal(visit("/about")->status, 200);
    visit_has("7 documents with ");
    visit_has(", from 2 conferences");
    visit_has("<a href=\"/conferences/Transport%20Conference\">Transport Conference</a></th>"
              "<td class=\"number\">3</td><td>2010 to 2018</td>");
    visit_has("no cookies");
}

static void test_errors(void **state)
{
    (void)state;
    assert_int_equal(visit("/nowhere%3Cscript%3E")->status, 404);
    visit_has("<h1>There is no such page</h1>\n<p>There is no page at this address.</p>");
    visit_has("<a href=\"/browse\">");
    visit_has("<meta name=\"robots\" content=\"noindex\">");
    assert_int_equal(visit_count("<script"), 1);
}

/* Paths and machines are nobody's business. */
static void test_errors_of_ours_tell_nothing(void **state)
{
    static const int statuses[] = {500, 503, 599};
    pol_buffer page;
    pol_error error;
    (void)state;
    pol_fail(&error, POL_IO, 0, "cannot read '/srv/index/secret'");
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        pol_buffer_init(&page, 1 << 20);
        pol_page_error(&page, visit_site(), statuses[i], &error);
        assert_int_equal(page.status, POL_OK);
        assert_null(strstr(page.data, "secret"));
        assert_non_null(strstr(page.data, "Ways on"));
        pol_buffer_done(&page);
    }
    pol_buffer_init(&page, 1 << 20);
    pol_page_error(&page, visit_site(), 400, &error);
    assert_non_null(strstr(page.data, "<p>Cannot read &#39;/srv"));
    pol_buffer_done(&page);
    pol_buffer_init(&page, 1 << 20);
    pol_page_error(&page, visit_site(), 414, &(pol_error){.text = ""});
    assert_non_null(strstr(page.data, "<h1>This address is too long</h1>\n<p>Ask for less"));
    pol_buffer_done(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frame),
        cmocka_unit_test(test_where_one_is),
        cmocka_unit_test(test_help_explains_every_decision),
        cmocka_unit_test(test_help_examples_work),
        cmocka_unit_test(test_about),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_errors_of_ours_tell_nothing),
    };
    return cmocka_run_group_tests(tests, visit_open, visit_close);
}
