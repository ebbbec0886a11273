/* page.c - the target of a request to a whole answer, from a real index: pages are rendered and
 * must be text in which nothing that was sent is markup. */
#include "core/utf8.h"
#include "search/html.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/web/visit.h"

static size_t count_of(pol_span text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == byte;
    return count;
}

/* Templates are whole tags, and what fills them has neither bracket. */
static void check_markup(pol_span page)
{
    FUZZ_CHECK(count_of(page, '<') == count_of(page, '>'));
    FUZZ_CHECK(count_of(page, '"') % 2 == 0);
}

static void check_response(const pol_response *response)
{
    static const int statuses[] = {200, 301, 302, 400, 404, 405, 413};
    bool is_known = false;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        is_known = is_known || response->status == statuses[i];
    FUZZ_CHECK(is_known);
    pol_span type = pol_span_of(response->type), body = pol_buffer_span(&response->body);
    FUZZ_CHECK(type.size);
    FUZZ_CHECK(pol_utf8_valid_prefix(body) == body.size);
    if (pol_span_starts(type, POL_SPAN("text/html")) ||
        pol_span_find(type, POL_SPAN("xml"), 0) != (size_t)-1)
        check_markup(body);
}

/* Any bytes at all, as a document may hold them, in a template. */
static void check_template(pol_span text)
{
    pol_buffer page;
    pol_highlight marks[] = {{0, 3}, {4, 9}, {12, 13}};
    pol_buffer_init(&page, 16 * text.size + 1000);
    POL_HTML(&page, "<a href=\"$\">$</a>", text, text);
    pol_html_marked(&page, text, marks, 3);
    FUZZ_CHECK(page.status == POL_OK);
    FUZZ_CHECK(pol_utf8_valid_prefix(pol_buffer_span(&page)) == page.size);
    check_markup(pol_buffer_span(&page));
    pol_buffer_done(&page);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_open;
    static const pol_request_headers none;
    pol_arena arena;
    pol_request request;
    pol_response response = {0};
    pol_error error = {0};
    pol_span target = fuzz_span(data, size);
    if (!is_open)
        is_open = visit_open(NULL) == 0;
    check_template(target);
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    if (pol_request_parse(POL_SPAN("GET"), target, &none, &arena, &request, &error) == POL_OK) {
        pol_buffer_init(&response.body, POL_ANSWER_BYTES_MAX);
        pol_respond(visit_worker(), &request, &response);
        check_response(&response);
        pol_buffer_done(&response.body);
    }
    pol_arena_done(&arena);
    return 0;
}
