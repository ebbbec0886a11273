/* document_head.c - the head of a document's page: where it comes from, its title, what was
 * decided and by what words, and where the words searched for stand.
 *
 * Classes: document-head, where, outcome, caution, stated, found, nothing-found, decision
 * (words.h). */
#include <stdio.h>

#include "search/citation.h"
#include "search/facts.h"
#include "search/remark.h"
#include "web/page/document.h"
#include "web/url.h"

enum { FOUND_LINKS = 30 };

/* --- where it comes from ------------------------------------------------------------------ */

static void add_conference_url(pol_document_view *view)
{
    char year[16] = "unstated";
    if (view->document->year)
        snprintf(year, sizeof year, "%d", view->document->year);
    pol_buffer_clear(&view->scratch);
    pol_buffer_add_text(&view->scratch, "/conferences/");
    pol_url_add(&view->scratch, view->document->conference_name);
    pol_buffer_printf(&view->scratch, "/%s", year);
    POL_HTML(view->buffer, "<a href=\"$\">", pol_buffer_span(&view->scratch));
}

static void add_conference(pol_document_view *view)
{
    bool is_link = view->document->conference_name.size > 0;
    if (is_link)
        add_conference_url(view);
    pol_html_text(view->buffer, pol_document_built(view, pol_citation_add_conference));
    pol_html_add(view->buffer, is_link ? "</a>" : "");
}

/* "Motion 12 · 2014 National Delegate Conference", "article, 22 August 2016" */
static void add_where(pol_document_view *view)
{
    const char *separator = "";
    pol_html_add(view->buffer, "<p class=\"where\">");
    if (pol_kind_is_decided(view->document->kind)) {
        pol_span number = pol_document_built(view, pol_citation_add_number);
        pol_html_text(view->buffer, number);
        separator = number.size ? " · " : "";
    } else {
        pol_html_text(view->buffer, pol_document_built(view, pol_citation_add_kind));
        separator = " · ";
    }
    if (pol_document_built(view, pol_citation_add_conference).size) {
        pol_html_add(view->buffer, separator);
        add_conference(view);
    }
    pol_html_add(view->buffer, "</p>\n");
}

/* --- title -------------------------------------------------------------------------------- */

static void add_title(pol_document_view *view)
{
    const pol_document *document = view->document;
    const pol_results *matches = view->matches;
    pol_html_add(view->buffer, "<h1 itemprop=\"name\"");
    pol_words_add_lang(view->buffer, document);
    pol_html_add(view->buffer, ">");
    if (matches && matches->hit_count)
        pol_html_marked(view->buffer, document->display_title, matches->hits[0].title_highlights,
                        matches->hits[0].title_highlight_count);
    else
        pol_html_text(view->buffer, document->display_title);
    pol_html_add(view->buffer, pol_citation_title_is_opening(document) ? "…</h1>\n" : "</h1>\n");
}

/* --- decision ----------------------------------------------------------------------------- */

/* " (“CARRIED”, results.txt, line 14)" without the brackets; nothing where nothing is stated. */
static pol_span stated(pol_document_view *view)
{
    pol_buffer_clear(&view->scratch);
    pol_facts_add_stated(view->document, false, &view->scratch);
    pol_span words = pol_buffer_span(&view->scratch);
    if (words.size < 3)
        return (pol_span){0};
    return pol_span_first(pol_span_from(words, 2), words.size - 3);
}

/* Where sources contradict each other, "the text does not say" would be wrong. */
static void add_decision(pol_document_view *view)
{
    const pol_document *document = view->document;
    pol_decision decision = pol_words_decision_of(document);
    const char *label = pol_citation_decision(document);
    if (document->has_decision_conflict) {
        pol_html_add(view->buffer, "<p>");
        pol_words_add_decision(view->buffer, decision, label);
        pol_html_add(view->buffer, " What was decided is stated, but not everywhere the same. "
                                   "All that was read is listed here.</p>\n");
    } else {
        pol_words_add_explained(view->buffer, decision, label);
        pol_html_add(view->buffer, "\n");
    }
    if (pol_words_caution(document)[0])
        POL_HTML(view->buffer, "<p class=\"caution\">$</p>\n",
                 pol_span_of(pol_words_caution(document)));
    if (pol_remark_is_before_amendment(document))
        pol_html_add(view->buffer, "<p class=\"caution\">The text below is the one that was "
                                   "submitted. What conference carried differs from it.</p>\n");
    if (document->standing == POL_STANDING_SUPERSEDED)
        pol_html_add(view->buffer,
                     "<p class=\"caution\">A later text has replaced this one.</p>\n");
    pol_span words = stated(view);
    if (words.size && document->decision_source_count < 2) /* else each of them is listed */
        POL_HTML(view->buffer, "<p class=\"stated\">Stated: $</p>\n", words);
}

/* --- the words searched for --------------------------------------------------------------- */

static bool is_marked(const pol_hit *hit)
{
    return hit->passage && hit->highlight_count;
}

/* "point 3", as it is printed, or "passage 6". */
static void add_found_link(pol_document_view *view, const pol_passage *passage)
{
    char digits[POL_DIGITS_SIZE];
    snprintf(digits, sizeof digits, "%u", (unsigned)passage->ordinal);
    pol_buffer_clear(&view->scratch);
    pol_citation_add_point(view->document, passage, &view->scratch);
    if (view->scratch.size == 0)
        pol_buffer_printf(&view->scratch, "passage %s", digits);
    POL_HTML(view->buffer, "<a href=\"#p$\">$</a>", pol_span_of(digits),
             pol_buffer_span(&view->scratch));
}

/* Links in the order of the text: a hit for each ordinal, whatever its rank. */
static void add_found_links(pol_document_view *view)
{
    const pol_document *document = view->document;
    const pol_results *matches = view->matches;
    size_t shown = 0;
    for (size_t i = 0; i < document->passage_count && shown < FOUND_LINKS; i++)
        for (size_t j = 0; j < matches->hit_count; j++) {
            const pol_hit *hit = &matches->hits[j];
            if (!is_marked(hit) || hit->passage->ordinal != document->passages[i].ordinal)
                continue;
            pol_html_add(view->buffer, shown++ ? ", " : "");
            add_found_link(view, hit->passage);
            break;
        }
}

static void add_found(pol_document_view *view)
{
    size_t count = 0;
    for (size_t i = 0; view->matches && i < view->matches->hit_count; i++)
        count += is_marked(&view->matches->hits[i]);
    if (view->query.size == 0)
        return;
    if (count == 0) { /* a number, a title or a filter may have found it */
        if (view->matches && view->matches->hit_count == 0)
            POL_HTML(view->buffer,
                     "<p class=\"nothing-found\">No passage here has words of ‘$’.</p>\n",
                     view->query);
        return;
    }
    POL_HTML(view->buffer, "<p class=\"found\">Words of ‘$’ are marked in ", view->query);
    add_found_links(view);
    if (count > FOUND_LINKS)
        pol_html_add(view->buffer, " and further ones");
    pol_html_add(view->buffer, ".</p>\n");
}

void pol_document_add_head(pol_document_view *view)
{
    pol_html_add(view->buffer, "<header class=\"document-head\">\n");
    add_where(view);
    add_title(view);
    pol_html_add(view->buffer, "<div class=\"outcome\">\n");
    if (pol_kind_is_decided(view->document->kind))
        add_decision(view);
    pol_document_add_outcome(view);
    pol_html_add(view->buffer, "</div>\n");
    add_found(view);
    pol_html_add(view->buffer, "</header>\n");
}
