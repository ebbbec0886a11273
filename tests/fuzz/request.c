/* request.c - "METHOD TARGET" and headers to a request, and to what it asks of the search. */
#include "web/request.h"

#include "core/utf8.h"
#include "server/encoding.h"
#include "tests/fuzz/fuzz.h"
#include "web/ask.h"

static void check_request(const pol_request *request)
{
    FUZZ_CHECK(request->method <= POL_METHOD_OTHER);
    FUZZ_CHECK(request->segment_count <= POL_SEGMENTS_MAX);
    FUZZ_CHECK(request->parameter_count <= POL_PARAMETERS_MAX);
    FUZZ_CHECK(request->path.size && request->path.data[0] == '/');
    for (size_t i = 0; i < request->segment_count; i++)
        FUZZ_CHECK(request->segments[i].size &&
                   pol_utf8_valid_prefix(request->segments[i]) == request->segments[i].size);
    for (size_t i = 0; i < request->parameter_count; i++) {
        pol_span value = request->parameters[i].value;
        FUZZ_CHECK(value.data && pol_utf8_valid_prefix(value) == value.size);
    }
}

/* Its own address asks for the same. */
static void check_address(const pol_ask *ask, pol_arena *arena)
{
    static const pol_request_headers none;
    static const pol_ask_change same;
    pol_buffer url;
    pol_request request;
    pol_ask again;
    pol_error error = {0};
    pol_buffer_init(&url, 1 << 20);
    pol_ask_add_url(ask, "/search", &same, &url);
    FUZZ_CHECK(url.status == POL_OK);
    pol_status status =
        pol_request_parse(POL_SPAN("GET"), pol_buffer_span(&url), &none, arena, &request, &error);
    FUZZ_CHECK(status == POL_OK || status == POL_LIMIT);
    if (status == POL_OK) {
        FUZZ_CHECK(pol_ask_parse(&request, &again, &error) == POL_OK);
        FUZZ_CHECK(pol_span_equal(again.query, ask->query));
        FUZZ_CHECK(again.filter_count == ask->filter_count && again.sort == ask->sort);
        FUZZ_CHECK(again.is_grouped == ask->is_grouped && again.limit == ask->limit);
    }
    pol_buffer_done(&url);
}

static void check_ask(const pol_request *request)
{
    pol_ask ask;
    pol_error error = {0};
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_status status = pol_ask_parse(request, &ask, &error);
    fuzz_check_error(status, &error);
    if (status != POL_OK)
        return;
    FUZZ_CHECK(ask.filter_count <= POL_ASK_FILTERS_MAX && ask.query.size <= POL_ASK_QUERY_MAX);
    FUZZ_CHECK(ask.page >= 1 && ask.limit >= 1 && ask.limit <= POL_ASK_LIMIT_MAX);
    pol_ask_options(&ask, filters, &options);
    FUZZ_CHECK(options.filter_count <= POL_ASK_FILTERS_MAX + 1);
    FUZZ_CHECK(options.first <= POL_ASK_OFFSET_MAX);
    check_address(&ask, request->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_request request;
    pol_error error = {0};
    pol_span text = fuzz_span(data, size);
    size_t space = pol_span_find(text, POL_SPAN(" "), 0);
    pol_span method = pol_span_first(text, space);
    pol_span target = pol_span_from(text, space == (size_t)-1 ? text.size : space + 1);
    pol_request_headers headers = {.accept_encoding = target, .if_none_match = target};
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    FUZZ_CHECK(pol_encoding_choose(target) < POL_ENCODING_COUNT);
    pol_status status = pol_request_parse(method, target, &headers, &arena, &request, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK) {
        check_request(&request);
        check_ask(&request);
    }
    pol_arena_done(&arena);
    return 0;
}
