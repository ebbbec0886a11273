/* request.c - see request.h. */
#include "web/request.h"

#include "web/url.h"

static pol_method method_of(pol_span method)
{
    static const char *const names[] = {"GET", "HEAD", "OPTIONS", "POST"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pol_span_equal(method, pol_span_of(names[i])))
            return (pol_method)i;
    return POL_METHOD_OTHER;
}

static size_t find_byte(pol_span span, char byte, size_t from)
{
    const char *found = from < span.size ? memchr(span.data + from, byte, span.size - from) : NULL;
    return found ? (size_t)(found - span.data) : span.size;
}

/* "http://host/path" to "/path". */
static pol_span without_host(pol_span target)
{
    static const pol_span schemes[] = {{"http://", 7}, {"https://", 8}};
    for (size_t i = 0; i < 2; i++)
        if (pol_span_starts_fold(target, schemes[i]))
            return pol_span_from(target, find_byte(target, '/', schemes[i].size));
    return target;
}

static pol_status add_segment(pol_request *request, pol_span encoded, bool is_last,
                              pol_error *reterr)
{
    if (encoded.size == 0 && is_last) {
        request->has_slash = request->segment_count > 0;
        return POL_OK;
    }
    if (encoded.size == 0)
        return pol_fail(reterr, POL_SYNTAX, 0, "the address has // in its path");
    if (request->segment_count == POL_SEGMENTS_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the address has more than %d parts",
                        POL_SEGMENTS_MAX);
    return pol_url_decode(encoded, false, request->arena,
                          &request->segments[request->segment_count++], reterr);
}

static pol_status parse_path(pol_request *request, pol_error *reterr)
{
    pol_span path = request->path;
    if (path.size == 0 || path.data[0] != '/')
        return pol_fail(reterr, POL_SYNTAX, 0, "the address has no path");
    for (size_t at = 1; at <= path.size;) {
        size_t end = find_byte(path, '/', at);
        pol_span encoded = pol_span_make(path.data + at, end - at);
        pol_status status = add_segment(request, encoded, end == path.size, reterr);
        if (status != POL_OK)
            return status;
        at = end + 1;
    }
    return POL_OK;
}

static pol_status add_parameter(pol_request *request, pol_span encoded, pol_error *reterr)
{
    size_t equals = find_byte(encoded, '=', 0);
    pol_parameter *parameter = &request->parameters[request->parameter_count];
    if (request->parameter_count == POL_PARAMETERS_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the address has more than %d parameters",
                        POL_PARAMETERS_MAX);
    pol_status status = pol_url_decode(pol_span_first(encoded, equals), true, request->arena,
                                       &parameter->name, reterr);
    if (status == POL_OK)
        status = pol_url_decode(pol_span_from(encoded, equals + 1), true, request->arena,
                                &parameter->value, reterr);
    request->parameter_count += status == POL_OK;
    return status;
}

static pol_status parse_parameters(pol_request *request, pol_span query, pol_error *reterr)
{
    for (size_t at = 0; at < query.size;) {
        size_t end = find_byte(query, '&', at);
        if (end > at) {
            pol_status status =
                add_parameter(request, pol_span_make(query.data + at, end - at), reterr);
            if (status != POL_OK)
                return status;
        }
        at = end + 1;
    }
    return POL_OK;
}

pol_status pol_request_parse(pol_span method, pol_span target, const pol_request_headers *headers,
                             pol_arena *arena, pol_request *ret_request, pol_error *reterr)
{
    *ret_request = (pol_request){.method = method_of(method), .headers = *headers, .arena = arena};
    if (target.size > POL_TARGET_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the address is over %d bytes long", POL_TARGET_MAX);
    ret_request->target = without_host(target);
    size_t end = find_byte(ret_request->target, '#', 0);
    ret_request->target = pol_span_first(ret_request->target, end);
    size_t question = find_byte(ret_request->target, '?', 0);
    ret_request->path = pol_span_first(ret_request->target, question);
    pol_status status = parse_path(ret_request, reterr);
    if (status == POL_OK)
        status =
            parse_parameters(ret_request, pol_span_from(ret_request->target, question + 1), reterr);
    return status;
}

pol_span pol_request_parameter(const pol_request *request, const char *name)
{
    pol_span wanted = pol_span_of(name);
    for (size_t i = 0; i < request->parameter_count; i++)
        if (pol_span_equal(request->parameters[i].name, wanted))
            return request->parameters[i].value;
    return (pol_span){0};
}

/* --- bodies --------------------------------------------------------------------------------- */

static const struct {
    pol_span type;
    pol_body_kind kind;
} kinds[] = {{{"application/x-www-form-urlencoded", 33}, POL_BODY_FORM},
             {{"text/plain", 10}, POL_BODY_TEXT},
             {{"text/markdown", 13}, POL_BODY_TEXT},
             {{"text/x-markdown", 15}, POL_BODY_TEXT}};

pol_body_kind pol_body_kind_of(pol_span content_type)
{
    pol_span type = pol_span_trim(pol_span_first(content_type, find_byte(content_type, ';', 0)));
    if (type.size == 0)
        return POL_BODY_TEXT;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (pol_span_equal_fold(type, kinds[i].type))
            return kinds[i].kind;
    return POL_BODY_OTHER;
}
