/* opensearch.c - OpenSearch 1.1: what a browser needs to offer this search in its address bar
 * (https://github.com/dewitt/opensearch), and the completions it asks for then. */
#include "search/html.h"
#include "search/json.h"
#include "search/suggest.h"
#include "web/handlers.h"
#include "web/url.h"

enum { SUGGESTIONS = 9, SHORT_NAME_MAX = 16 };

pol_status pol_opensearch(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    pol_span title = pol_span_of(worker->site->title), base = pol_span_of(worker->site->base_url);
    pol_span name = title.size <= SHORT_NAME_MAX ? title : POL_SPAN("polsearch");
    (void)request, (void)reterr;
    POL_HTML(
        &response->body,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
        "<ShortName>$</ShortName>\n<LongName>$</LongName>\n"
        "<Description>Search what conferences decided</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n"
        "<Image type=\"image/svg+xml\">$/assets/icon/icon.svg</Image>\n"
        "<Url type=\"text/html\" template=\"$/search?q={searchTerms}&amp;page={startPage?}\"/>\n"
        "<Url type=\"application/atom+xml\" template=\"$/search.atom?q={searchTerms}\"/>\n"
        "<Url type=\"application/x-suggestions+json\" rel=\"suggestions\" "
        "template=\"$/opensearch-suggest?q={searchTerms}\"/>\n"
        "<Url type=\"application/opensearchdescription+xml\" rel=\"self\" "
        "template=\"$/opensearch.xml\"/>\n"
        "</OpenSearchDescription>\n",
        name, title, base, base, base, base, base);
    return POL_OK;
}

/* `["typed",["completion",...]]` */
pol_status pol_opensearch_suggest(pol_worker *worker, const pol_request *request,
                                  pol_response *response, pol_error *reterr)
{
    pol_span text = pol_request_parameter(request, "q");
    pol_suggestions *suggestions = NULL;
    pol_json json = {.buffer = &response->body};
    pol_status status = pol_suggest(worker->index, text, SUGGESTIONS, &suggestions, reterr);
    if (status != POL_OK)
        return status;
    pol_json_open(&json, NULL, '[');
    pol_json_string(&json, NULL, text.data ? text : POL_SPAN(""));
    pol_json_open(&json, NULL, '[');
    for (size_t i = 0; i < suggestions->count; i++)
        pol_json_string(&json, NULL, suggestions->items[i].text);
    pol_json_close(&json, ']');
    pol_json_close(&json, ']');
    pol_suggestions_free(suggestions);
    return POL_OK;
}
