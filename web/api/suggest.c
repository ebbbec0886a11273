/* suggest.c - /api/v1/suggest?q=: completions of a query while it is typed. */
#include "search/suggest.h"
#include "search/json.h"
#include "search/render.h"
#include "web/handlers.h"
#include "web/url.h"

enum { SUGGESTIONS = 9 };

/* Where a suggestion leads. */
static void add_address(pol_json *json, const pol_suggestion *suggestion)
{
    pol_buffer url;
    size_t count = 0;
    pol_buffer_init(&url, POL_TARGET_MAX);
    if (suggestion->kind == POL_SUGGESTION_TITLE) {
        pol_url_add_document(&url, suggestion->id, 0);
    } else if (suggestion->kind == POL_SUGGESTION_CONFERENCE) {
        pol_buffer_add_text(&url, "/conferences/");
        pol_url_add(&url, suggestion->text);
    } else {
        pol_buffer_add_text(&url, "/search");
        pol_url_add_parameter(&url, &count, "q", suggestion->text);
    }
    pol_json_string(json, "url", pol_buffer_span(&url));
    pol_buffer_done(&url);
}

static void add_suggestion(pol_json *json, const pol_suggestion *suggestion)
{
    pol_json_open(json, NULL, '{');
    pol_json_string(json, "text", suggestion->text);
    pol_json_text(json, "kind", pol_suggestion_kind_code(suggestion->kind));
    pol_json_string(json, "id", suggestion->id);
    add_address(json, suggestion);
    pol_json_close(json, '}');
}

pol_status pol_api_suggest(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    pol_span text = pol_request_parameter(request, "q");
    pol_suggestions *suggestions = NULL;
    pol_json json = {.buffer = &response->body};
    pol_status status = pol_suggest(worker->index, text, SUGGESTIONS, &suggestions, reterr);
    if (status != POL_OK)
        return status;
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_string(&json, "query", text.data ? text : POL_SPAN(""));
    pol_json_open(&json, "suggestions", '[');
    for (size_t i = 0; i < suggestions->count; i++)
        add_suggestion(&json, &suggestions->items[i]);
    pol_json_close(&json, ']');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(&response->body, '\n');
    pol_suggestions_free(suggestions);
    return POL_OK;
}
