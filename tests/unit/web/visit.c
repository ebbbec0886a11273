/* visit.c - see visit.h. */
#include "tests/unit/web/visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/search/collection.h"

enum { PAGE_SHOWN = 3000 };

static fixture fix;
static pol_site site = {.title = "polsearch", .base_url = "https://policy.example.org"};
static pol_worker *worker;
static pol_arena arena;
static pol_response response;

void visit_open_documents(const fixture_document *documents, size_t count)
{
    pol_error error = {0};
    fixture_open(&fix);
    for (size_t i = 0; i < count; i++)
        fixture_add(&fix, &documents[i]);
    fixture_commit(&fix);
    site.index_path = fix.index;
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    pol_buffer_init(&response.body, POL_ANSWER_BYTES_MAX);
    if (pol_worker_new(&site, &worker, &error) != POL_OK)
        fail_msg("%s", error.text);
}

int visit_open(void **state)
{
    (void)state;
    visit_open_documents(collection, COLLECTION_COUNT);
    return 0;
}

int visit_close(void **state)
{
    (void)state;
    pol_worker_free(worker);
    pol_buffer_done(&response.body);
    pol_arena_done(&arena);
    fixture_close(&fix);
    return 0;
}

static const pol_response *ask(const char *method, const char *target, const char *type,
                               pol_span sent)
{
    pol_request request;
    pol_error error = {0};
    pol_request_headers headers = {.content_type = pol_span_of(type)};
    pol_buffer body = response.body;
    pol_buffer_clear(&body);
    pol_arena_done(&arena);
    if (pol_request_parse(pol_span_of(method), pol_span_of(target), &headers, &arena, &request,
                          &error) != POL_OK)
        fail_msg("'%s': %s", target, error.text);
    request.body = sent;
    response = (pol_response){.body = body};
    pol_respond(worker, &request, &response);
    assert_int_equal(response.body.status, POL_OK);
    return &response;
}

const pol_response *visit(const char *target)
{
    return ask("GET", target, NULL, (pol_span){0});
}

const pol_response *visit_post(const char *target, const char *type, pol_span body)
{
    return ask("POST", target, type, body);
}

size_t visit_count(const char *text)
{
    pol_span page = pol_buffer_span(&response.body), needle = pol_span_of(text);
    size_t count = 0;
    for (size_t at = 0; (at = pol_span_find(page, needle, at)) != (size_t)-1; at += needle.size)
        count++;
    return count;
}

void visit_has(const char *text)
{
    if (visit_count(text) == 0)
        fail_msg("no '%s' in: %.*s", text,
                 POL_SPAN_ARGS(pol_span_first(pol_buffer_span(&response.body), PAGE_SHOWN)));
}

void visit_lacks(const char *text)
{
    if (visit_count(text))
        fail_msg("'%s' in: %.*s", text,
                 POL_SPAN_ARGS(pol_span_first(pol_buffer_span(&response.body), PAGE_SHOWN)));
}

void visit_has_in_order(const char *const *texts)
{
    pol_span page = pol_buffer_span(&response.body);
    size_t at = 0;
    for (; *texts; texts++) {
        at = pol_span_find(page, pol_span_of(*texts), at);
        if (at == (size_t)-1)
            fail_msg("no '%s' behind what stands before it", *texts);
        at += strlen(*texts);
    }
}

const pol_site *visit_site(void)
{
    return &site;
}

pol_worker *visit_worker(void)
{
    return worker;
}
