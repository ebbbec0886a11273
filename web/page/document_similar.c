/* document_similar.c - from a document to the few that say much the same, whoever moved them
 * and whatever became of them.
 *
 * Classes: related, similar, more, and those of similar_list.c. Ids: similar. */
#include "web/page/document.h"
#include "web/similar_list.h"
#include "web/url.h"

enum { SHOWN = 5 };

/* A document without any is no worse for it, and one that cannot be compared is shown all the
 * same. */
pol_status pol_document_add_similar(pol_document_view *view, pol_error *reterr)
{
    static const pol_similar_options options = {
        .count = SHOWN, .share_min = POL_SIMILAR_SHARE_BESIDE, .is_quick = true};
    pol_similar *similar = NULL;
    pol_error error = {0};
    pol_status status =
        pol_similar_find(view->worker->index, view->document->id.text, &options, &similar, &error);
    if (status == POL_LIMIT || status == POL_UNREACHABLE)
        return POL_OK;
    if (status != POL_OK)
        return pol_fail(reterr, status, error.at, "%s", error.text);
    if (similar->count) {
        bool is_decided = pol_kind_is_decided(view->document->kind);
        POL_HTML(view->buffer,
                 "<section class=\"related similar\" aria-labelledby=\"similar\">\n"
                 "<h2 id=\"similar\">$</h2>\n<ul>\n",
                 is_decided ? POL_SPAN("Similar motions") : POL_SPAN("Similar documents"));
        pol_similar_list_add(similar, NULL, view->buffer);
        pol_buffer_clear(&view->scratch);
        pol_url_add(&view->scratch, view->document->id.text);
        POL_HTML(view->buffer,
                 "</ul>\n<p class=\"more\"><a href=\"/similar/$\">All that are similar</a></p>\n"
                 "</section>\n",
                 pol_buffer_span(&view->scratch));
    }
    pol_similar_free(similar);
    return POL_OK;
}
