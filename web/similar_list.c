/* similar_list.c - see similar_list.h.
 *
 * Classes: hit, hit-title, facts, conference, number, outcome, decision (words.h), since, shares.
 */
#include "web/similar_list.h"

#include <stdio.h>

#include "search/citation.h"
#include "web/url.h"
#include "web/words.h"

enum { LINE_BYTES_MAX = 1 << 20 };

static void add_title(const pol_document *document, const char *heading, pol_buffer *url,
                      pol_buffer *buffer)
{
    pol_buffer_clear(url);
    pol_url_add_document(url, document->id.text, 0);
    if (heading)
        POL_HTML(buffer, "<$ class=\"hit-title\">", pol_span_of(heading));
    POL_HTML(buffer, "<a href=\"$\"", pol_buffer_span(url));
    pol_words_add_lang(buffer, document);
    POL_HTML(buffer, ">$$</a>", document->display_title,
             pol_span_of(pol_citation_title_is_opening(document) ? "…" : ""));
    if (heading)
        POL_HTML(buffer, "</$>", pol_span_of(heading));
    pol_html_add(buffer, "\n");
}

/* What a function of citation.h says, where it says anything. */
static void add_fact(const pol_document *document, const char *name, const char *class_name,
                     void (*add)(const pol_document *document, pol_buffer *buffer),
                     pol_buffer *built, pol_buffer *buffer)
{
    pol_buffer_clear(built);
    add(document, built);
    if (built->size)
        POL_HTML(buffer, "<div class=\"$\"><dt class=\"visually-hidden\">$</dt><dd>$</dd></div>\n",
                 pol_span_of(class_name), pol_span_of(name), pol_buffer_span(built));
}

static void add_decision(const pol_document *document, pol_buffer *buffer)
{
    pol_decision decision = pol_words_decision_of(document);
    const char *since = pol_words_since(document);
    if (decision == POL_DECISION_NONE)
        return;
    pol_html_add(buffer, "<div class=\"outcome\"><dt class=\"visually-hidden\">Decision</dt><dd>");
    pol_words_add_decision(buffer, decision, pol_citation_decision(document));
    if (since[0])
        POL_HTML(buffer, " <span class=\"since\">$</span>", pol_span_of(since));
    pol_html_add(buffer, "</dd></div>\n");
}

static void add_shares(const pol_similar_one *one, pol_buffer *buffer)
{
    char share[8], other[8];
    snprintf(share, sizeof share, "%u%%", pol_similar_percent(one->share));
    snprintf(other, sizeof other, "%u%%", pol_similar_percent(one->other_share));
    POL_HTML(buffer,
             "<p class=\"shares\">It has $ of this document’s content; $ of its own is in this "
             "one.</p>\n",
             pol_span_of(share), pol_span_of(other));
}

static void add_when(const pol_document *document, pol_buffer *built)
{
    if (pol_kind_is_decided(document->kind))
        pol_citation_add_conference(document, built);
    else
        pol_citation_add_kind(document, built);
}

void pol_similar_list_add(const pol_similar *similar, const char *heading, pol_buffer *buffer)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES_MAX);
    for (size_t i = 0; i < similar->count; i++) {
        const pol_document *document = &similar->ones[i].stored->document;
        pol_html_add(buffer, "<li class=\"hit\">");
        add_title(document, heading, &built, buffer);
        pol_html_add(buffer, "<dl class=\"facts\">\n");
        add_fact(document, "Conference", "conference", add_when, &built, buffer);
        add_fact(document, "Number", "number", pol_citation_add_number, &built, buffer);
        add_decision(document, buffer);
        pol_html_add(buffer, "</dl>\n");
        add_shares(&similar->ones[i], buffer);
        pol_html_add(buffer, "</li>\n");
    }
    pol_buffer_spend(&built, buffer);
}
