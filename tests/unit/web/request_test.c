/* request_test.c - start lines to requests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "web/request.h"

static pol_arena arena;
static pol_error error;
static pol_request request;

static int make(void **state)
{
    (void)state;
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    return 0;
}

static int unmake(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

static pol_status parse(const char *target)
{
    static const pol_request_headers none;
    return pol_request_parse(POL_SPAN("GET"), pol_span_of(target), &none, &arena, &request, &error);
}

static void assert_span(pol_span span, const char *text)
{
    assert_true(pol_span_equal(span, pol_span_of(text)));
}

static void paths_are_taken_apart(void **state)
{
    (void)state;
    assert_int_equal(parse("/"), POL_OK);
    assert_int_equal(request.segment_count, 0);
    assert_false(request.has_slash);
    assert_int_equal(parse("/documents/a%2Fb%20c?q=x"), POL_OK);
    assert_int_equal(request.segment_count, 2);
    assert_span(request.segments[0], "documents");
    assert_span(request.segments[1], "a/b c");
    assert_span(request.path, "/documents/a%2Fb%20c");
    assert_int_equal(parse("/help/"), POL_OK);
    assert_int_equal(request.segment_count, 1);
    assert_true(request.has_slash);
    assert_int_equal(parse("/a/../b/."), POL_OK); /* names like others: no file is meant */
    assert_int_equal(request.segment_count, 4);
    assert_span(request.segments[1], "..");
}

static void hosts_and_fragments_are_left_out(void **state)
{
    (void)state;
    assert_int_equal(parse("HTTP://example.org:80/search?q=pay#p7"), POL_OK);
    assert_span(request.target, "/search?q=pay");
    assert_span(pol_request_parameter(&request, "q"), "pay");
    assert_int_equal(parse("http://example.org"), POL_SYNTAX);
}

static void parameters_are_decoded(void **state)
{
    (void)state;
    assert_int_equal(parse("/search?q=right+to%20strike&&year=2014&year=2015&empty=&bare"), POL_OK);
    assert_int_equal(request.parameter_count, 5);
    assert_span(pol_request_parameter(&request, "q"), "right to strike");
    assert_span(pol_request_parameter(&request, "year"), "2014");
    assert_span(request.parameters[2].value, "2015");
    assert_span(pol_request_parameter(&request, "bare"), "");
    assert_non_null(pol_request_parameter(&request, "empty").data);
    assert_null(pol_request_parameter(&request, "other").data);
    assert_int_equal(parse("/search?a=b=c&%71=pay"), POL_OK);
    assert_span(request.parameters[0].value, "b=c");
    assert_span(pol_request_parameter(&request, "q"), "pay");
}

static void malformed_targets_are_refused(void **state)
{
    static const char *const targets[] = {
        "",     "search", "*",         "//",           "/a//b",         "/%",
        "/%zz", "/%00",   "/search?%", "/search?q=%f", "/search?q=%FF", "/%C0%AE"};
    (void)state;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        assert_int_equal(parse(targets[i]), POL_SYNTAX);
}

static void bounds_are_kept(void **state)
{
    char *target = malloc(POL_TARGET_MAX + 2);
    (void)state;
    memset(target, 'a', POL_TARGET_MAX + 1);
    target[0] = '/';
    target[POL_TARGET_MAX + 1] = '\0';
    assert_int_equal(parse(target), POL_LIMIT);
    target[POL_TARGET_MAX] = '\0';
    assert_int_equal(parse(target), POL_OK);
    free(target);
    assert_int_equal(parse("/1/2/3/4/5/6/7/8"), POL_OK);
    assert_int_equal(parse("/1/2/3/4/5/6/7/8/9"), POL_LIMIT);
    char many[4 * (POL_PARAMETERS_MAX + 1) + 4] = "/?";
    for (int i = 0; i < POL_PARAMETERS_MAX; i++)
        strcat(many, "a=1&");
    assert_int_equal(parse(many), POL_OK);
    assert_int_equal(request.parameter_count, POL_PARAMETERS_MAX);
    strcat(many, "a=1");
    assert_int_equal(parse(many), POL_LIMIT);
}

static void methods_are_told(void **state)
{
    static const struct {
        const char *name;
        pol_method method;
    } rows[] = {{"GET", POL_METHOD_GET},         {"HEAD", POL_METHOD_HEAD},
                {"OPTIONS", POL_METHOD_OPTIONS}, {"POST", POL_METHOD_POST},
                {"PUT", POL_METHOD_OTHER},       {"get", POL_METHOD_OTHER},
                {"", POL_METHOD_OTHER}};
    static const pol_request_headers none;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pol_request_parse(pol_span_of(rows[i].name), POL_SPAN("/"), &none, &arena,
                                           &request, &error),
                         POL_OK);
        assert_int_equal(request.method, rows[i].method);
    }
}

static void types_are_told(void **state)
{
    static const struct {
        const char *type;
        pol_body_kind kind;
    } rows[] = {{"application/x-www-form-urlencoded", POL_BODY_FORM},
                {" Application/X-WWW-Form-URLencoded ; charset=UTF-8", POL_BODY_FORM},
                {"text/plain", POL_BODY_TEXT},
                {"text/plain;charset=iso-8859-1", POL_BODY_TEXT},
                {"TEXT/Markdown; variant=GFM", POL_BODY_TEXT},
                {NULL, POL_BODY_TEXT},
                {"", POL_BODY_TEXT},
                {";", POL_BODY_TEXT},
                {"text/plain2", POL_BODY_OTHER},
                {"text/html", POL_BODY_OTHER},
                {"text", POL_BODY_OTHER},
                {"application/json", POL_BODY_OTHER},
                {"multipart/form-data; boundary=x", POL_BODY_OTHER}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (pol_body_kind_of(pol_span_of(rows[i].type)) != rows[i].kind)
            fail_msg("'%s'", rows[i].type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(paths_are_taken_apart, make, unmake),
        cmocka_unit_test_setup_teardown(hosts_and_fragments_are_left_out, make, unmake),
        cmocka_unit_test_setup_teardown(parameters_are_decoded, make, unmake),
        cmocka_unit_test_setup_teardown(malformed_targets_are_refused, make, unmake),
        cmocka_unit_test_setup_teardown(bounds_are_kept, make, unmake),
        cmocka_unit_test_setup_teardown(methods_are_told, make, unmake),
        cmocka_unit_test(types_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
