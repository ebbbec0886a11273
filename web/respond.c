/* respond.c - all addresses, and the way from a request to its answer. */
#include "web/respond.h"

#include <time.h>

#include "search/render.h"
#include "web/handlers.h"
#include "web/page/error.h"

/* "*" stands for any one part of a path. A route with `needs_index` answers from one revision. */
typedef struct route {
    const char *parts[POL_SEGMENTS_MAX];
    pol_handler *handler;
    const char *type;
    bool is_api, needs_index;
} route;

#define HTML "text/html; charset=utf-8"
#define JSON "application/json"

static const route routes[] = {
    {{NULL}, pol_page_search, HTML, false, true},
    {{"search"}, pol_page_search, HTML, false, true},
    {{"documents", "*"}, pol_page_document, HTML, false, true},
    {{"documents", "*", "*"}, pol_citation_file, JSON, false, true},
    {{"browse"}, pol_page_browse, HTML, false, true},
    {{"conferences", "*"}, pol_page_conference, HTML, false, true},
    {{"conferences", "*", "*"}, pol_page_conference, HTML, false, true},
    {{"check"}, pol_page_check, HTML, false, true},
    {{"similar", "*"}, pol_page_similar, HTML, false, true},
    {{"composites", "*", "*"}, pol_page_composites, HTML, false, true},
    {{"timeline"}, pol_page_timeline, HTML, false, true},
    {{"help"}, pol_page_help, HTML, false, true},
    {{"about"}, pol_page_about, HTML, false, true},
    {{"api", "v1", "search"}, pol_api_search, JSON, true, true},
    {{"api", "v1", "documents", "*"}, pol_api_document, JSON, true, true},
    {{"api", "v1", "suggest"}, pol_api_suggest, JSON, true, true},
    {{"api", "v1", "facets"}, pol_api_facets, JSON, true, true},
    {{"api", "v1", "conferences"}, pol_api_conferences, JSON, true, true},
    {{"api", "v1", "check"}, pol_api_check, JSON, true, true},
    {{"api", "v1", "similar", "*"}, pol_api_similar, JSON, true, true},
    {{"api", "v1", "composites", "*", "*"}, pol_api_composites, JSON, true, true},
    {{"openapi.json"}, pol_api_openapi, JSON, true, false},
    {{"search.atom"}, pol_feed_atom, "application/atom+xml; charset=utf-8", false, true},
    {{"opensearch.xml"}, pol_opensearch, "application/opensearchdescription+xml", false, false},
    {{"opensearch-suggest"}, pol_opensearch_suggest, "application/x-suggestions+json", true, true},
    {{"sitemap.xml"}, pol_sitemap, "application/xml", false, true},
    {{"sitemap", "*"}, pol_sitemap, "application/xml", false, true},
    {{"robots.txt"}, pol_robots, "text/plain; charset=utf-8", false, false},
    {{"assets", "*", "*"}, pol_asset_file, "text/plain", false, false},
};

/* What reads a text that is sent to it; all others answer GET and HEAD alone. */
static const struct {
    pol_handler *handler;
    pol_methods methods;
} readers[] = {{pol_page_check, POL_METHODS_BOTH}, {pol_api_check, POL_METHODS_POST}};

/* --- finding it --------------------------------------------------------------------------- */

static bool is_route(const route *candidate, const pol_request *request)
{
    size_t i = 0;
    for (; i < POL_SEGMENTS_MAX && candidate->parts[i]; i++) {
        bool is_any = strcmp(candidate->parts[i], "*") == 0;
        if (i == request->segment_count ||
            (!is_any && !pol_span_equal(request->segments[i], pol_span_of(candidate->parts[i]))))
            return false;
    }
    return i == request->segment_count;
}

static const route *find_route(const pol_request *request)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (is_route(&routes[i], request))
            return &routes[i];
    return NULL;
}

static bool is_below_api(const pol_request *request)
{
    return request->segment_count && pol_span_equal(request->segments[0], POL_SPAN("api"));
}

/* --- methods -------------------------------------------------------------------------------- */

pol_methods pol_respond_methods(const pol_request *request)
{
    const route *found = find_route(request);
    for (size_t i = 0; found && i < sizeof readers / sizeof *readers; i++)
        if (readers[i].handler == found->handler)
            return readers[i].methods;
    return POL_METHODS_READ;
}

bool pol_methods_allow(pol_methods methods, pol_method method)
{
    if (method == POL_METHOD_POST)
        return methods != POL_METHODS_READ;
    return methods != POL_METHODS_POST && (method == POL_METHOD_GET || method == POL_METHOD_HEAD);
}

const char *pol_methods_names(pol_methods methods)
{
    static const char *const names[] = {[POL_METHODS_READ] = "GET, HEAD, OPTIONS",
                                        [POL_METHODS_BOTH] = "GET, HEAD, POST, OPTIONS",
                                        [POL_METHODS_POST] = "POST, OPTIONS"};
    return names[methods];
}

/* --- errors --------------------------------------------------------------------------------- */

static int http_status_of(pol_status status)
{
    switch (status) {
    case POL_NOTFOUND:
        return 404;
    case POL_USAGE:
    case POL_SYNTAX:
        return 400;
    case POL_LIMIT:
        return 413;
    case POL_FORMAT:
        return 422;
    case POL_CHANGED:
    case POL_UNREACHABLE:
    case POL_LOCKED:
    case POL_NOMEM:
        return 503;
    default:
        return 500;
    }
}

void pol_respond_error(const pol_site *site, int http_status, const pol_error *error, bool is_api,
                       pol_response *response)
{
    enum { RETRY_AFTER_S = 5 };
    pol_buffer_clear(&response->body);
    response->status = http_status;
    response->keeping = POL_KEEP_NOT;
    response->location = (pol_span){0};
    response->saves_as = NULL;
    response->is_open = is_api;
    if (http_status == 503 || http_status == 429)
        response->retry_after_s = RETRY_AFTER_S;
    response->type = is_api ? JSON : HTML;
    if (is_api)
        pol_render_json_error(error, &response->body);
    else
        pol_page_error(&response->body, site, http_status, error);
}

static void refuse_method(pol_worker *worker, pol_methods methods, bool is_api,
                          pol_response *response)
{
    static const char *const advice[] = {
        [POL_METHODS_READ] = "this address can only be read: use GET or HEAD",
        [POL_METHODS_BOTH] = "this address takes a text by POST, or is read by GET or HEAD",
        [POL_METHODS_POST] = "this address takes a text: use POST"};
    pol_error error;
    pol_fail(&error, POL_USAGE, 0, "%s", advice[methods]);
    pol_respond_error(worker->site, 405, &error, is_api, response);
    response->allow = pol_methods_names(methods);
}

/* "/help/" is "/help". With 308 the body is sent there too. */
static bool redirect(const pol_request *request, pol_response *response)
{
    pol_buffer buffer;
    if (!request->has_slash)
        return false;
    pol_buffer_init(&buffer, POL_TARGET_MAX);
    pol_buffer_add(&buffer, pol_span_first(request->path, request->path.size - 1));
    pol_buffer_add(&buffer, pol_span_from(request->target, request->path.size));
    response->location = pol_arena_copy(request->arena, pol_buffer_span(&buffer));
    response->status = request->method == POL_METHOD_POST ? 308 : 301;
    response->type = "text/plain; charset=utf-8";
    pol_buffer_done(&buffer);
    return response->location.data != NULL;
}

/* --- answering ------------------------------------------------------------------------------ */

static bool is_too_late(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long ms = (now.tv_sec - start->tv_sec) * 1000LL + (now.tv_nsec - start->tv_nsec) / 1000000;
    return ms > POL_REQUEST_DEADLINE_MS;
}

/* That there is no index, or none that can be read, is no fault of the request, whatever its
 * kind; where it is, is not told. */
static pol_status refresh(pol_worker *worker, pol_error *reterr)
{
    pol_status status = pol_worker_refresh(worker, reterr);
    if (status == POL_OK || status == POL_CHANGED || status == POL_NOMEM)
        return status;
    return pol_fail(reterr, POL_UNREACHABLE, 0, "the index cannot be read at the moment");
}

/* One attempt; *ret_moved: it saw more than one revision. */
static pol_status attempt(const route *found, pol_worker *worker, const pol_request *request,
                          pol_response *response, bool *ret_moved, pol_error *reterr)
{
    *ret_moved = false;
    pol_buffer_clear(&response->body);
    response->status = 200;
    response->type = found->type;
    response->keeping = POL_KEEP_REVISION;
    response->is_open = found->is_api;
    pol_status status = found->needs_index ? refresh(worker, reterr) : POL_OK;
    if (status == POL_OK)
        status = found->handler(worker, request, response, reterr);
    if (status == POL_OK && response->body.status != POL_OK)
        status = pol_fail(reterr, response->body.status, 0,
                          "this answer is too large: ask for less of it");
    if (status == POL_OK && found->needs_index)
        status = pol_worker_has_moved(worker, ret_moved, reterr);
    return status;
}

static void answer(const route *found, pol_worker *worker, const pol_request *request,
                   pol_response *response)
{
    struct timespec start;
    pol_error error = {0};
    pol_status status;
    bool has_moved;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do
        status = attempt(found, worker, request, response, &has_moved, &error);
    while (((status == POL_OK && has_moved) || status == POL_CHANGED) && !is_too_late(&start));
    if (status == POL_OK && has_moved)
        status = pol_fail(&error, POL_CHANGED, 0,
                          "the index changes faster than it can be read: try again in a moment");
    if (status != POL_OK)
        pol_respond_error(worker->site, http_status_of(status), &error, found->is_api, response);
}

void pol_respond(pol_worker *worker, const pol_request *request, pol_response *response)
{
    const route *found = find_route(request);
    bool is_api = found ? found->is_api : is_below_api(request);
    pol_methods methods = pol_respond_methods(request);
    if (!pol_methods_allow(methods, request->method)) {
        refuse_method(worker, methods, is_api, response);
    } else if (!found) {
        pol_error error;
        pol_fail(&error, POL_NOTFOUND, 0, "there is no page at this address");
        pol_respond_error(worker->site, 404, &error, is_api, response);
    } else if (!redirect(request, response)) {
        answer(found, worker, request, response);
    }
    if (request->method == POL_METHOD_POST) /* what was sent is for nobody else to see */
        response->keeping = POL_KEEP_NOT;
}
