/* document_cite.c - citations of a document, and of the passage that was chosen, ready to be
 * selected and copied without a script.
 *
 * Classes: cite, cite-form, cite-files. Ids: cite; and for each field cite-plain, cite-markdown,
 * cite-csl, with "passage-" before "plain" and so on for the chosen one's. */
#include <stdio.h>

#include "search/citation.h"
#include "search/csl.h"
#include "web/page/document.h"
#include "web/url.h"

typedef struct cite_field {
    pol_cite_form form;
    const char *id, *label, *rows, *file;
} cite_field;

static const cite_field forms[] = {
    {POL_CITE_PLAIN, "plain", "Plain text", "3", "cite.txt"},
    {POL_CITE_MARKDOWN, "markdown", "Markdown", "3", "cite.md"},
    {POL_CITE_CSL, "csl", "CSL JSON, for reference managers", "6", "cite.json"},
};

/* --- one citation ------------------------------------------------------------------------- */

void pol_cite_add(const pol_site *site, const pol_document *document, const pol_passage *passage,
                  pol_cite_form form, pol_buffer *buffer)
{
    pol_buffer url;
    pol_buffer_init(&url, POL_DOCUMENT_LINE_MAX);
    pol_buffer_add_text(&url, site->base_url);
    pol_url_add_document(&url, document->id.text, passage ? passage->ordinal : 0);
    if (form == POL_CITE_PLAIN) {
        pol_citation_add(document, passage, buffer);
        pol_buffer_add_text(buffer, ". ");
        pol_buffer_add(buffer, pol_buffer_span(&url));
    } else if (form == POL_CITE_MARKDOWN) {
        pol_citation_add_markdown(document, passage, pol_buffer_span(&url), buffer);
    } else {
        pol_buffer_add_byte(buffer, '[');
        pol_csl_add(document, passage, pol_buffer_span(&url), buffer);
        pol_buffer_add_byte(buffer, ']');
    }
    pol_buffer_spend(&url, buffer);
}

/* --- fields ------------------------------------------------------------------------------- */

static void add_field(pol_document_view *view, const cite_field *field, const pol_passage *passage)
{
    pol_span id = pol_span_of(field->id);
    pol_span start = passage ? POL_SPAN("cite-passage-") : POL_SPAN("cite-");
    pol_span of = passage ? POL_SPAN("This passage: ") : POL_SPAN("");
    pol_buffer_clear(&view->scratch);
    pol_cite_add(view->worker->site, view->document, passage, field->form, &view->scratch);
    POL_HTML(view->buffer,
             "<div class=\"cite-form\">\n<label for=\"$$\">$$</label>\n"
             "<textarea id=\"$$\" rows=\"$\" readonly spellcheck=\"false\">$</textarea>\n</div>\n",
             start, id, of, pol_span_of(field->label), start, id, pol_span_of(field->rows),
             pol_buffer_span(&view->scratch));
}

/* The point with its lead-in, as one would quote it. */
static void add_quotation(pol_document_view *view)
{
    const pol_document *document = view->document;
    pol_span lead = {0};
    for (size_t i = 0; i < document->passage_count; i++)
        if (view->chosen->lead_in && document->passages[i].ordinal == view->chosen->lead_in)
            lead = document->passages[i].text;
    pol_html_add(view->buffer, "<div class=\"cite-form\">\n"
                               "<label for=\"cite-passage-quote\">Quotation</label>\n"
                               "<textarea id=\"cite-passage-quote\" rows=\"6\" readonly "
                               "spellcheck=\"false\"");
    pol_words_add_lang(view->buffer, document);
    pol_buffer_clear(&view->scratch);
    pol_cite_add(view->worker->site, document, view->chosen, POL_CITE_PLAIN, &view->scratch);
    POL_HTML(view->buffer, ">“$$$”\n— $$$</textarea>\n</div>\n", lead,
             lead.size ? POL_SPAN(" … ") : POL_SPAN(""), view->chosen->text,
             pol_span_of(pol_words_since(document)),
             pol_span_of(pol_words_since(document)[0] ? ": " : ""),
             pol_buffer_span(&view->scratch));
}

static void add_fields(pol_document_view *view, const pol_passage *passage)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        add_field(view, &forms[i], passage);
}

static void add_files(pol_document_view *view)
{
    pol_html_add(view->buffer, "<p class=\"cite-files\">As files:");
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        pol_buffer_clear(&view->scratch);
        pol_url_add_document(&view->scratch, view->document->id.text, 0);
        pol_buffer_printf(&view->scratch, "/%s", forms[i].file);
        if (view->chosen)
            pol_buffer_printf(&view->scratch, "?p=%u", (unsigned)view->chosen->ordinal);
        POL_HTML(view->buffer, "$ <a href=\"$\">citation as $</a>",
                 i ? POL_SPAN(",") : POL_SPAN(""), pol_buffer_span(&view->scratch),
                 pol_span_of(forms[i].label));
    }
    pol_html_add(view->buffer, "</p>\n");
}

static void add_timeline(pol_document_view *view)
{
    char place[POL_DIGITS_SIZE];
    pol_buffer_clear(&view->scratch);
    pol_buffer_add(&view->scratch, view->document->id.text);
    snprintf(place, sizeof place, "#p%u", (unsigned)view->chosen->ordinal);
    pol_buffer_add_text(&view->scratch, place);
    pol_span clause = pol_arena_copy(view->request->arena, pol_buffer_span(&view->scratch));
    size_t count = 0;
    pol_buffer_clear(&view->scratch);
    pol_buffer_add_text(&view->scratch, "/timeline");
    pol_url_add_parameter(&view->scratch, &count, "on", clause);
    POL_HTML(view->buffer,
             "<p class=\"more\"><a href=\"$\">What was decided on this passage, and when</a></p>\n",
             pol_buffer_span(&view->scratch));
}

void pol_document_add_cite(pol_document_view *view)
{
    pol_html_add(view->buffer, "<section class=\"cite\" aria-labelledby=\"cite\">\n"
                               "<h2 id=\"cite\" tabindex=\"-1\">Cite</h2>\n");
    if (view->chosen) {
        char digits[POL_DIGITS_SIZE];
        POL_HTML(view->buffer, "<h3>Passage $</h3>\n",
                 pol_html_number(view->chosen->ordinal, digits));
        add_quotation(view);
        add_fields(view, view->chosen);
        add_timeline(view);
        pol_html_add(view->buffer, "<h3>The whole document</h3>\n");
    }
    add_fields(view, NULL);
    add_files(view);
    if (!view->chosen)
        pol_html_add(view->buffer, "<p>To cite one passage, follow the sign ¶ at its end.</p>\n");
    pol_html_add(view->buffer, "</section>\n");
}
