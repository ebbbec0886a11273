/* headers.c - see headers.h. */
#include "server/headers.h"

#include <stdio.h>
#include <time.h>

#define HTTP_DATE "%a, %d %b %Y %H:%M:%S GMT"

/* The same for whatever we answer. */
static const pol_header always[] = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), "
                           "payment=(), usb=()"},
};

static const char *const cache_controls[] = {
    [POL_KEEP_REVISION] = "no-cache", /* may be kept, but is asked for each time */
    [POL_KEEP_FOREVER] = "public, max-age=31536000, immutable",
    [POL_KEEP_NOT] = "no-store"};

static void add(pol_headers *headers, const char *name, const char *value)
{
    if (headers->count < POL_HEADERS_MAX)
        headers->items[headers->count++] = (pol_header){name, value};
}

/* --- is it new to the client? --------------------------------------------------------------- */

static bool is_since(pol_span date, int64_t changed_s)
{
    char text[64];
    struct tm parts = {0};
    if (date.size >= sizeof text)
        return false;
    memcpy(text, date.data, date.size);
    text[date.size] = '\0';
    const char *end = strptime(text, HTTP_DATE, &parts);
    return end && *end == '\0' && (int64_t)timegm(&parts) >= changed_s;
}

/* A tag of ours has neither comma nor quote inside, so that it is found in a list as it stands,
 * weak or not. */
bool pol_headers_client_has_it(const pol_request_headers *sent, const pol_validators *validators)
{
    pol_span known = pol_span_trim(sent->if_none_match);
    if (sent->if_none_match.data)
        return pol_span_equal(known, POL_SPAN("*")) ||
               (validators->etag[0] &&
                pol_span_find(known, pol_span_of(validators->etag), 0) != (size_t)-1);
    return sent->if_modified_since.data && validators->changed_s &&
           is_since(pol_span_trim(sent->if_modified_since), validators->changed_s);
}

/* --- those of one answer -------------------------------------------------------------------- */

static void add_validators(pol_headers *headers, const pol_validators *validators)
{
    if (validators->etag[0]) {
        /* Weak: the same answer may be packed in one way or another. */
        snprintf(headers->etag, sizeof headers->etag, "W/%s", validators->etag);
        add(headers, "ETag", headers->etag);
    }
    if (validators->changed_s)
        add(headers, "Last-Modified", pol_moment_http(validators->changed_s, headers->modified));
}

/* The origin that asks, as we know it; NULL where it is none of the named ones. */
static const char *named_origin(const pol_site *site, pol_span origin)
{
    for (size_t i = 0; i < site->origin_count && origin.size; i++)
        if (pol_span_equal(origin, pol_span_of(site->origins[i])))
            return site->origins[i];
    return NULL;
}

static void add_sharing(pol_headers *headers, const pol_site *site, const pol_request *request,
                        const pol_response *response)
{
    bool is_shared = response->is_open && site->origin_count;
    const char *origin = is_shared ? named_origin(site, request->headers.origin) : NULL;
    add(headers, "Vary", is_shared ? "Accept-Encoding, Origin" : "Accept-Encoding");
    if (!origin)
        return;
    add(headers, "Access-Control-Allow-Origin", origin);
    if (request->method == POL_METHOD_OPTIONS && response->allow) {
        add(headers, "Access-Control-Allow-Methods", response->allow);
        add(headers, "Access-Control-Allow-Headers", "Content-Type");
        add(headers, "Access-Control-Max-Age", "600");
    }
}

static void add_rest(pol_headers *headers, const pol_response *response)
{
    if (response->location.data)
        add(headers, "Location", response->location.data);
    if (response->allow)
        add(headers, "Allow", response->allow);
    if (response->retry_after_s) {
        snprintf(headers->retry_after, sizeof headers->retry_after, "%u", response->retry_after_s);
        add(headers, "Retry-After", headers->retry_after);
    }
    if (response->saves_as) {
        snprintf(headers->disposition, sizeof headers->disposition, "attachment; filename=\"%s\"",
                 response->saves_as);
        add(headers, "Content-Disposition", headers->disposition);
    }
}

void pol_headers_make(const pol_site *site, const pol_request *request,
                      const pol_validators *validators, pol_response *response,
                      pol_headers *ret_headers)
{
    pol_headers *headers = ret_headers;
    bool has_validators = response->status == 200 && response->keeping == POL_KEEP_REVISION;
    headers->count = 0;
    if (has_validators && pol_headers_client_has_it(&request->headers, validators)) {
        response->status = 304;
        pol_buffer_clear(&response->body);
    }
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        add(headers, always[i].name, always[i].value);
    if (response->type && response->status != 204 && response->status != 304)
        add(headers, "Content-Type", response->type);
    if (response->encoding && response->status != 304)
        add(headers, "Content-Encoding", response->encoding);
    add(headers, "Cache-Control", cache_controls[response->keeping]);
    if (has_validators)
        add_validators(headers, validators);
    add_sharing(headers, site, request, response);
    add_rest(headers, response);
}
