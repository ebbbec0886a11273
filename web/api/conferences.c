/* conferences.c - /api/v1/conferences: what the whole index holds, in numbers. */
#include "search/json.h"
#include "search/render.h"
#include "web/handlers.h"
#include "web/url.h"

static void add_years(pol_json *json, const pol_outline_year *years, size_t count)
{
    pol_json_open(json, "years", '[');
    for (size_t i = 0; i < count; i++) {
        pol_json_open(json, NULL, '{');
        pol_json_integer_or_null(json, "year", years[i].year);
        pol_json_integer(json, "documents", years[i].documents);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

static void add_conference(pol_json *json, const pol_outline_conference *conference)
{
    pol_buffer url;
    pol_buffer_init(&url, POL_TARGET_MAX);
    pol_buffer_add_text(&url, "/conferences/");
    pol_url_add(&url, conference->name);
    pol_json_open(json, NULL, '{');
    pol_json_string(json, "name", conference->name);
    pol_json_string(json, "url", pol_buffer_span(&url));
    pol_json_integer(json, "documents", conference->documents);
    pol_json_integer_or_null(json, "first_year", conference->first_year);
    pol_json_integer_or_null(json, "last_year", conference->last_year);
    add_years(json, conference->years, conference->year_count);
    pol_json_close(json, '}');
    pol_buffer_done(&url);
}

static void add_counts(pol_json *json, const char *key, const pol_outline_count *counts,
                       size_t count)
{
    pol_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        pol_json_open(json, NULL, '{');
        pol_json_string(json, "value", counts[i].value);
        pol_json_integer(json, "documents", counts[i].documents);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

pol_status pol_api_conferences(pol_worker *worker, const pol_request *request,
                               pol_response *response, pol_error *reterr)
{
    const pol_outline *outline;
    pol_json json = {.buffer = &response->body};
    (void)request;
    pol_status status = pol_worker_outline(worker, &outline, reterr);
    if (status != POL_OK)
        return status;
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_integer(&json, "documents", outline->documents);
    pol_json_integer(&json, "passages", outline->passages);
    pol_json_open(&json, "conferences", '[');
    for (size_t i = 0; i < outline->conference_count; i++)
        add_conference(&json, &outline->conferences[i]);
    pol_json_close(&json, ']');
    add_years(&json, outline->years, outline->year_count);
    add_counts(&json, "decisions", outline->decisions, outline->decision_count);
    add_counts(&json, "kinds", outline->kinds, outline->kind_count);
    add_counts(&json, "organisations", outline->organisations, outline->organisation_count);
    pol_json_close(&json, '}');
    pol_buffer_add_byte(&response->body, '\n');
    return POL_OK;
}
