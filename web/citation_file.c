/* citation_file.c - /documents/ID/cite.txt, cite.md and cite.json: a citation as a file, of the
 * document or, with ?p=7, of one of its passages. */
#include "web/handlers.h"
#include "web/page/document.h"

typedef struct file {
    const char *name, *type, *saves_as; /* NULL: shown */
    pol_cite_form form;
} file;

static const file files[] = {
    {"cite.txt", "text/plain; charset=utf-8", NULL, POL_CITE_PLAIN},
    {"cite.md", "text/markdown; charset=utf-8", "citation.md", POL_CITE_MARKDOWN},
    {"cite.json", "application/vnd.citationstyles.csl+json", "citation.json", POL_CITE_CSL},
};

static const file *file_of(pol_span name)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (pol_span_equal(name, pol_span_of(files[i].name)))
            return &files[i];
    return NULL;
}

pol_status pol_citation_file(pol_worker *worker, const pol_request *request, pol_response *response,
                             pol_error *reterr)
{
    pol_shown *shown;
    const file *asked = file_of(request->segments[2]);
    if (!asked)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "a document has the files cite.txt, cite.md and cite.json, and no other");
    pol_status status = pol_document_find(worker, request, response, &shown, reterr);
    if (status != POL_OK || !shown)
        return status;
    const pol_document *document = &shown->stored->document;
    response->type = asked->type;
    response->saves_as = asked->saves_as;
    pol_cite_add(worker->site, document, pol_document_chosen(request, document), asked->form,
                 &response->body);
    pol_buffer_add_byte(&response->body, '\n');
    pol_shown_free(shown);
    return POL_OK;
}
