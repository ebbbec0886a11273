/* page_document_text_test.c - parts of a document's page from documents made by hand: nested
 * points, headings, people, sources. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "web/page/document.h"

static pol_site site = {.title = "polsearch", .base_url = "https://policy.example.org"};
static pol_worker worker = {.site = &site};
static pol_arena arena;
static pol_request request = {.arena = &arena};
static pol_buffer page;

static pol_passage passage(uint32_t ordinal, uint8_t depth, const char *label, const char *text)
{
    return (pol_passage){.ordinal = ordinal,
                         .clause = POL_CLAUSE_RESOLVES,
                         .depth = depth,
                         .label = pol_span_of(label),
                         .text = pol_span_of(text)};
}

static void write(const pol_stored *stored, const pol_results *matches,
                  void (*add)(pol_document_view *view))
{
    pol_document_view view = {.worker = &worker,
                              .request = &request,
                              .stored = stored,
                              .document = &stored->document,
                              .matches = matches,
                              .query = POL_SPAN(""),
                              .buffer = &page};
    pol_buffer_clear(&page);
    pol_buffer_init(&view.scratch, POL_DOCUMENT_LINE_MAX);
    add(&view);
    assert_int_equal(page.status, POL_OK);
    assert_int_equal(view.scratch.status, POL_OK);
    pol_buffer_done(&view.scratch);
}

static size_t count(const char *text)
{
    size_t found = 0;
    pol_span needle = pol_span_of(text), all = pol_buffer_span(&page);
    for (size_t at = 0; (at = pol_span_find(all, needle, at)) != (size_t)-1; at += needle.size)
        found++;
    return found;
}

static void has(const char *text)
{
    if (count(text) == 0)
        fail_msg("no '%s' in: %.*s", text, POL_SPAN_ARGS(pol_buffer_span(&page)));
}

/* The tags of lists, paragraphs and headings: "ol li /li /ol". */
static void skeleton(char *out, size_t size)
{
    static const struct {
        const char *markup, *name;
    } kept[] = {{"<ol", "ol "}, {"</ol>", "/ol "}, {"<li", "li "}, {"</li>", "/li "},
                {"<p ", "p "},  {"</p>", "/p "},   {"<h3", "h3 "}};
    pol_span all = pol_buffer_span(&page);
    size_t used = 0;
    out[0] = '\0';
    for (size_t at = 0; at < all.size; at++)
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (pol_span_starts(pol_span_from(all, at), pol_span_of(kept[i].markup)))
                used += (size_t)snprintf(out + used, size - used, "%s", kept[i].name);
    assert_true(used < size);
}

/* --- lists -------------------------------------------------------------------------------- */

static void test_points_nest(void **state)
{
    char found[512];
    pol_passage passages[] = {passage(1, 0, NULL, "Conference instructs:"),
                              passage(2, 1, "1)", "one"),
                              passage(3, 2, "a)", "one a"),
                              passage(4, 2, "b)", "one b"),
                              passage(5, 1, "2)", "two"),
                              passage(6, 0, NULL, "The end.")};
    const pol_stored stored = {.document = {.passages = passages, .passage_count = 6}};
    (void)state;
    passages[1].lead_in = passages[4].lead_in = 1;
    write(&stored, NULL, pol_document_add_text);
    skeleton(found, sizeof found);
    assert_string_equal(found, "h3 p /p ol li ol li /li li /li /ol /li li /li /ol p /p ");
    has("<p class=\"lead-in\" id=\"p1\">");
    has("<li class=\"point\" id=\"p3\"><span class=\"label\">a)</span> one a");
}

/* Depths that no good document has: lists are closed all the same. */
static void test_odd_depths_stay_balanced(void **state)
{
    static const uint8_t depths[] = {2, 1, 3, 255, 3, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    enum { COUNT = sizeof depths };
    pol_passage passages[COUNT];
    const pol_stored stored = {.document = {.passages = passages, .passage_count = COUNT}};
    (void)state;
    for (uint32_t i = 0; i < COUNT; i++)
        passages[i] = passage(i + 1, depths[i], "x", "text");
    write(&stored, NULL, pol_document_add_text);
    assert_int_equal(count("<ol"), count("</ol>"));
    assert_int_equal(count("<li"), count("</li>"));
    assert_int_equal(count("<li"), COUNT - 1);
    assert_int_equal(count("class=\"permalink\""), COUNT);
}

/* A list in the middle of a sentence gets no heading. */
static void test_headings(void **state)
{
    pol_passage passages[] = {passage(1, 0, NULL, "We note, and instruct:"),
                              passage(2, 1, "1)", "go"), passage(3, 0, NULL, "We resolve."),
                              passage(4, 0, NULL, "And again.")};
    const pol_stored stored = {.document = {.passages = passages, .passage_count = 4}};
    (void)state;
    passages[0].clause = POL_CLAUSE_NOTES;
    passages[1].lead_in = 1;
    write(&stored, NULL, pol_document_add_text);
    assert_int_equal(count("<h3"), 2);
    assert_int_equal(count("What is to be done</h3>\n<p id=\"p3\">"), 1);
}

static void test_no_text(void **state)
{
    const pol_stored stored = {.document = {.kind = POL_KIND_MOTION}};
    (void)state;
    write(&stored, NULL, pol_document_add_text);
    has("It has a title, but no text.");
}

/* --- marks -------------------------------------------------------------------------------- */

/* Hits of another revision, whose passages are others, mark nothing. */
static void test_marks_need_the_same_text(void **state)
{
    static const pol_highlight mark = {0, 3};
    pol_passage passages[] = {passage(1, 0, NULL, "pay rise"), passage(2, 0, NULL, "pay cut")};
    pol_passage other = passage(2, 0, NULL, "something else"), far = passage(9, 0, NULL, "pay");
    const pol_hit hits[] = {{.passage = &passages[0], .highlights = &mark, .highlight_count = 1},
                            {.passage = &other, .highlights = &mark, .highlight_count = 1},
                            {.passage = &far, .highlights = &mark, .highlight_count = 1},
                            {.passage = NULL}};
    const pol_results results = {.hits = hits, .hit_count = 4};
    const pol_stored stored = {.document = {.passages = passages, .passage_count = 2}};
    (void)state;
    write(&stored, &results, pol_document_add_text);
    assert_int_equal(count("<mark>"), 1);
    has("<mark>pay</mark> rise");
}

/* --- facts -------------------------------------------------------------------------------- */

static void test_people_are_not_named(void **state)
{
    pol_submitter by[] = {{POL_SPAN("Jane Smith"), true},
                          {POL_SPAN("Pier Branch"), false},
                          {POL_SPAN("Dock Branch"), false}};
    const pol_stored stored = {.document = {.submitters = by, .submitter_count = 3}};
    const pol_stored person = {.document = {.submitters = by, .submitter_count = 1}};
    (void)state;
    write(&stored, NULL, pol_document_add_facts);
    has("<dt>Submitted by</dt><dd>Pier Branch, Dock Branch</dd>");
    assert_int_equal(count("Jane"), 0);
    write(&person, NULL, pol_document_add_facts);
    assert_int_equal(count("Submitted by"), 0);
}

static void test_only_web_addresses_are_links(void **state)
{
    pol_span sources[] = {POL_SPAN("agendas/2014.pdf"), POL_SPAN("HTTPS://example.org/a"),
                          POL_SPAN("http://example.org/ x"), POL_SPAN("http://e\"onclick=\"x"),
                          POL_SPAN("data:text/html,x")};
    const pol_stored stored = {.document = {.page = 4, .line = 9},
                               .sources = sources,
                               .source_count = sizeof sources / sizeof *sources};
    (void)state;
    write(&stored, NULL, pol_document_add_facts);
    assert_int_equal(count("<a "), 1);
    has("<a href=\"HTTPS://example.org/a\" rel=\"nofollow noopener\">");
    has("<dt>Source</dt><dd>agendas/2014.pdf (p. 4, line 9)</dd>");
    assert_int_equal(count("<dt>Source"), 1);
}

static void test_recommendation_is_no_decision(void **state)
{
    pol_stored stored = {.document = {.kind = POL_KIND_MOTION}};
    (void)state;
    stored.document.recommendation.text = POL_SPAN("Oppose");
    write(&stored, NULL, pol_document_add_facts);
    has("<dt>Recommendation</dt><dd>Oppose<span class=\"aside\"> (advice before the debate, no "
        "decision)</span>");
    write(&stored, NULL, pol_document_add_outcome);
    assert_int_equal(page.size, 0);
}

static int open_arena(void **state)
{
    (void)state;
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    pol_buffer_init(&page, POL_ANSWER_BYTES_MAX);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    pol_buffer_done(&page);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_nest),
        cmocka_unit_test(test_odd_depths_stay_balanced),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_marks_need_the_same_text),
        cmocka_unit_test(test_people_are_not_named),
        cmocka_unit_test(test_only_web_addresses_are_links),
        cmocka_unit_test(test_recommendation_is_no_decision),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
