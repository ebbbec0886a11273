/* document_related.c - from a document on: to those it is tied to, and to those before and
 * behind it in the agenda of its conference.
 *
 * Classes: related, relation (what ties them), neighbours, previous, next. Ids: related. */
#include <ctype.h>
#include <stdio.h>

#include "search/facts.h"
#include "search/remark.h"
#include "web/listed.h"
#include "web/page/document.h"
#include "web/url.h"

enum { LABEL_SIZE = 40 };

/* --- relations ---------------------------------------------------------------------------- */

void pol_document_add_relation(pol_document_view *view, const pol_relation *relation)
{
    bool is_link = relation->id.size > 0;
    pol_buffer_clear(&view->scratch);
    if (is_link) {
        pol_url_add_document(&view->scratch, relation->id, 0);
        POL_HTML(view->buffer, "<a href=\"$\">", pol_buffer_span(&view->scratch));
    }
    pol_buffer_clear(&view->scratch);
    pol_remark_add_related(relation, true, &view->scratch);
    pol_span words = pol_buffer_span(&view->scratch);
    pol_html_text(view->buffer,
                  words.size ? words : POL_SPAN("a document without number or title"));
    pol_html_add(view->buffer, is_link ? "</a>" : "");
}

/* "Falls if carried" of "falls if carried:" */
static const char *label_of(pol_relation_kind kind, char label[LABEL_SIZE])
{
    size_t size = (size_t)snprintf(label, LABEL_SIZE, "%s", pol_relation_label(kind));
    if (size && label[size - 1] == ':')
        label[size - 1] = '\0';
    label[0] = (char)toupper((unsigned char)label[0]);
    return label;
}

static void add_item(pol_document_view *view, const pol_relation *relation)
{
    char label[LABEL_SIZE];
    POL_HTML(view->buffer, "<li><span class=\"relation\">$:</span> ",
             pol_span_of(label_of((pol_relation_kind)relation->kind, label)));
    pol_document_add_relation(view, relation);
    pol_html_add(view->buffer, "</li>\n");
}

/* Kind by kind, each in the order of the text. */
void pol_document_add_related(pol_document_view *view)
{
    const pol_document *document = view->document;
    size_t shown = 0;
    if (document->relation_count == 0)
        return;
    pol_html_add(view->buffer, "<section class=\"related\" aria-labelledby=\"related\">\n"
                               "<h2 id=\"related\">Related documents</h2>\n<ul>\n");
    for (int kind = 0; kind < POL_RELATION_COUNT; kind++)
        for (size_t i = 0; i < document->relation_count && shown < POL_FACTS_MAX; i++)
            if (document->relations[i].kind == kind) {
                add_item(view, &document->relations[i]);
                shown++;
            }
    pol_html_add(view->buffer, "</ul>\n");
    if (shown < document->relation_count) {
        pol_html_add(view->buffer, "<p>And to ");
        pol_words_add_count(view->buffer, document->relation_count - shown, "further document",
                            "further documents");
        pol_html_add(view->buffer, ".</p>\n");
    }
    pol_html_add(view->buffer, "</section>\n");
}

/* --- neighbours --------------------------------------------------------------------------- */

static void add_neighbour(pol_document_view *view, const pol_listing *listing, bool is_next)
{
    if (!listing || listing->count == 0)
        return;
    pol_html_add(view->buffer, is_next ? "<li class=\"next\">" : "<li class=\"previous\">");
    pol_listed_add_link(view->buffer, &listing->entries[0],
                        is_next ? " rel=\"next\"" : " rel=\"prev\"",
                        is_next ? "Next: " : "Previous: ");
    pol_html_add(view->buffer, "</li>\n");
}

pol_status pol_document_add_neighbours(pol_document_view *view, pol_error *reterr)
{
    pol_neighbours around = {0};
    if (view->document->conference_name.size == 0)
        return POL_OK;
    pol_status status =
        pol_neighbours_find(view->worker->index, view->document->id.text, &around, reterr);
    bool has_any = status == POL_OK && ((around.previous && around.previous->count) ||
                                        (around.next && around.next->count));
    if (has_any) {
        pol_html_add(view->buffer, "<nav class=\"neighbours\" aria-label=\"This conference\">\n"
                                   "<ul>\n");
        add_neighbour(view, around.previous, false);
        add_neighbour(view, around.next, true);
        pol_html_add(view->buffer, "</ul>\n</nav>\n");
    }
    pol_neighbours_done(&around);
    return status == POL_NOTFOUND ? POL_OK : status;
}
