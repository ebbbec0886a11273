/* headers_test.c - what each kind of answer is sent with, and when nothing needs to be sent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/headers.h"

#define TAG "\"0123456789abcdef0123456789abcdef\""

static const pol_site site = {.title = "polsearch",
                              .base_url = "http://localhost",
                              .origins = {"https://a.example", "https://b.example"},
                              .origin_count = 2};
static const pol_validators validators = {TAG, 1000000000}; /* Sun, 09 Sep 2001 01:46:40 GMT */

static const char *value_of(const pol_headers *headers, const char *name)
{
    const char *found = NULL;
    for (size_t i = 0; i < headers->count; i++) {
        if (strcmp(headers->items[i].name, name) == 0) {
            assert_null(found); /* no name twice */
            found = headers->items[i].value;
        }
    }
    return found;
}

static void expect(const pol_headers *headers, const char *name, const char *value)
{
    const char *found = value_of(headers, name);
    if (value)
        assert_non_null(found);
    else
        assert_null(found);
    if (value)
        assert_string_equal(found, value);
}

static bool has_it(const char *tag, const char *since, const pol_validators *known)
{
    pol_request_headers sent = {.if_none_match = pol_span_of(tag),
                                .if_modified_since = pol_span_of(since)};
    return pol_headers_client_has_it(&sent, known);
}

static void test_tags(void **state)
{
    (void)state;
    const pol_validators unknown = {"", 0};
    assert_true(has_it(TAG, NULL, &validators));
    assert_true(has_it("W/" TAG, NULL, &validators));
    assert_true(has_it("\"x\", W/" TAG " , \"y\"", NULL, &validators));
    assert_true(has_it(" * ", NULL, &validators));
    assert_false(has_it("0123456789abcdef0123456789abcdef", NULL, &validators));
    assert_false(has_it("\"x\"", NULL, &validators));
    assert_false(has_it("", NULL, &validators));
    assert_false(has_it(NULL, NULL, &validators));
    assert_false(has_it("\"\"", NULL, &unknown));
    assert_false(has_it("\"x\"", "Sun, 09 Sep 2031 01:46:40 GMT", &validators)); /* the tag wins */
}

static void test_dates(void **state)
{
    (void)state;
    const pol_validators unknown = {TAG, 0};
    assert_true(has_it(NULL, "Sun, 09 Sep 2001 01:46:40 GMT", &validators));
    assert_true(has_it(NULL, " Mon, 10 Sep 2001 01:46:40 GMT ", &validators));
    assert_false(has_it(NULL, "Sun, 09 Sep 2001 01:46:39 GMT", &validators));
    assert_false(has_it(NULL, "Sun, 09 Sep 2001 01:46:40 GMT or so", &validators));
    assert_false(has_it(NULL, "2031-01-01", &validators));
    assert_false(has_it(NULL, "", &validators));
    assert_false(has_it(NULL, "Sun, 09 Sep 2031 01:46:40 GMT", &unknown));
    char endless[4096];
    memset(endless, ' ', sizeof endless - 1);
    endless[0] = 'S', endless[sizeof endless - 2] = 'x', endless[sizeof endless - 1] = '\0';
    assert_false(has_it(NULL, endless, &validators));
}

/* The answer, with the body "text". */
static pol_response response_of(int status, pol_keeping keeping)
{
    pol_response response = {.status = status, .type = "text/html", .keeping = keeping};
    pol_buffer_init(&response.body, 1 << 10);
    pol_buffer_add_text(&response.body, "text");
    return response;
}

static void test_kept_for_a_revision(void **state)
{
    (void)state;
    pol_headers headers;
    pol_request request = {0};
    pol_response response = response_of(200, POL_KEEP_REVISION);
    pol_headers_make(&site, &request, &validators, &response, &headers);
    expect(&headers, "Cache-Control", "no-cache");
    expect(&headers, "Last-Modified", "Sun, 09 Sep 2001 01:46:40 GMT");
    expect(&headers, "Content-Type", "text/html");
    expect(&headers, "X-Content-Type-Options", "nosniff");
    expect(&headers, "Access-Control-Allow-Origin", NULL);
    assert_non_null(strstr(value_of(&headers, "ETag"), TAG));
    assert_int_equal(response.body.size, 4);
    request.headers.if_none_match = POL_SPAN(TAG);
    pol_headers_make(&site, &request, &validators, &response, &headers);
    assert_int_equal(response.status, 304);
    assert_int_equal(response.body.size, 0);
    expect(&headers, "Content-Type", NULL);
    assert_non_null(value_of(&headers, "ETag"));
    assert_non_null(value_of(&headers, "Content-Security-Policy"));
    pol_buffer_done(&response.body);
}

static void test_not_kept(void **state)
{
    (void)state;
    static const struct {
        int status;
        pol_keeping keeping;
        const char *control;
    } cases[] = {{404, POL_KEEP_NOT, "no-store"},
                 {200, POL_KEEP_NOT, "no-store"},
                 {301, POL_KEEP_REVISION, "no-cache"},
                 {200, POL_KEEP_FOREVER, "public, max-age=31536000, immutable"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_headers headers;
        pol_request request = {.headers.if_none_match = POL_SPAN("*")};
        pol_response response = response_of(cases[i].status, cases[i].keeping);
        pol_headers_make(&site, &request, &validators, &response, &headers);
        assert_int_equal(response.status, cases[i].status);
        assert_int_equal(response.body.size, 4);
        expect(&headers, "Cache-Control", cases[i].control);
        expect(&headers, "ETag", NULL);
        expect(&headers, "Last-Modified", NULL);
        pol_buffer_done(&response.body);
    }
}

static void test_origins(void **state)
{
    (void)state;
    static const struct {
        const char *origin;
        bool is_open;
        const char *allowed;
    } cases[] = {{"https://b.example", true, "https://b.example"},
                 {"https://b.example", false, NULL},
                 {"https://b.example.evil.example", true, NULL},
                 {"https://b.exampl", true, NULL},
                 {"null", true, NULL},
                 {"", true, NULL},
                 {NULL, true, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_headers headers;
        pol_request request = {.headers.origin = pol_span_of(cases[i].origin)};
        pol_response response = response_of(200, POL_KEEP_NOT);
        response.is_open = cases[i].is_open;
        pol_headers_make(&site, &request, &validators, &response, &headers);
        expect(&headers, "Access-Control-Allow-Origin", cases[i].allowed);
        expect(&headers, "Vary", cases[i].is_open ? "Accept-Encoding, Origin" : "Accept-Encoding");
        pol_buffer_done(&response.body);
    }
}

static void test_all_at_once(void **state)
{
    (void)state;
    pol_headers headers;
    pol_request request = {.method = POL_METHOD_OPTIONS,
                           .headers.origin = POL_SPAN("https://a.example")};
    pol_response response = response_of(200, POL_KEEP_REVISION);
    response.location = POL_SPAN("/there");
    response.allow = "GET";
    response.retry_after_s = UINT32_MAX;
    response.saves_as = "results.csv";
    response.is_open = true;
    pol_headers_make(&site, &request, &validators, &response, &headers);
    assert_true(headers.count < POL_HEADERS_MAX); /* none was left out */
    expect(&headers, "Location", "/there");
    expect(&headers, "Allow", "GET");
    expect(&headers, "Retry-After", "4294967295");
    expect(&headers, "Content-Disposition", "attachment; filename=\"results.csv\"");
    expect(&headers, "Access-Control-Allow-Methods", "GET");
    expect(&headers, "Access-Control-Allow-Headers", "Content-Type");
    pol_buffer_done(&response.body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_kept_for_a_revision),
        cmocka_unit_test(test_not_kept),
        cmocka_unit_test(test_origins),
        cmocka_unit_test(test_all_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
