/* search_hit.c - one document that was found, with those of its passages that match.
 *
 * Classes: hit, hit-title, facts (a dl of div), conference, number, decision (words.h), explain,
 * remark, found (one passage), clause, label, lead-in, passage, citation, more, permalink. */
#include "search/citation.h"
#include "search/remark.h"
#include "search/snippet.h"
#include "web/page/search.h"

enum { EXCERPT_BYTES = 500, OPENING_BYTES = 300, LEAD_IN_BYTES = 240, MARKS_MAX = 200 };

/* --- the document --------------------------------------------------------------------------- */

static void add_title(pol_view *view, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    uint32_t ordinal = hit->passage ? hit->passage->ordinal : 0;
    POL_HTML(view->buffer, "<h3 class=\"hit-title\"><a href=\"$\"",
             pol_view_document_url(view, document->id.text, ordinal));
    pol_words_add_lang(view->buffer, document);
    pol_html_add(view->buffer, ">");
    pol_html_marked(view->buffer, document->display_title, hit->title_highlights,
                    hit->title_highlight_count);
    pol_html_add(view->buffer,
                 pol_citation_title_is_opening(document) ? "…</a></h3>\n" : "</a></h3>\n");
}

static void open_fact(pol_view *view, const char *name, const char *class_name)
{
    POL_HTML(view->buffer, "<div class=\"$\"><dt class=\"visually-hidden\">$</dt><dd>",
             pol_span_of(class_name), pol_span_of(name));
}

/* What a function of citation.h says, where it says anything. */
static void add_fact(pol_view *view, const char *name, const char *class_name,
                     const pol_document *document,
                     void (*add)(const pol_document *document, pol_buffer *buffer))
{
    pol_buffer_clear(&view->scratch);
    add(document, &view->scratch);
    if (view->scratch.size == 0)
        return;
    open_fact(view, name, class_name);
    pol_html_text(view->buffer, pol_buffer_span(&view->scratch));
    pol_html_add(view->buffer, "</dd></div>\n");
}

static void add_kind(const pol_document *document, pol_buffer *buffer)
{
    if (!pol_kind_is_decided(document->kind))
        pol_citation_add_kind(document, buffer);
    else if (document->number.text.size == 0)
        pol_buffer_add_text(buffer, pol_kind_label(document->kind));
}

static void add_facts(pol_view *view, const pol_document *document)
{
    pol_decision decision = pol_words_decision_of(document);
    pol_html_add(view->buffer, "<dl class=\"facts\">\n");
    add_fact(view, "Conference", "conference", document, pol_citation_add_conference);
    add_fact(view, "Number", "number", document, pol_citation_add_number);
    add_fact(view, "Kind", "kind", document, add_kind);
    if (decision != POL_DECISION_NONE) {
        open_fact(view, "Decision", "outcome");
        pol_words_add_explained(view->buffer, decision, pol_citation_decision(document));
        pol_html_add(view->buffer, "</dd></div>\n");
    }
    pol_html_add(view->buffer, "</dl>\n");
}

/* What one must know to read it right. Where a decision stands that is not disputed is told on the
 * page of the document. */
static void add_remark(pol_view *view, const pol_document *document)
{
    pol_document told = *document;
    if (!told.has_decision_conflict) {
        told.decision_source_count = 0;
        told.decision_raw.origin = POL_ORIGIN_NONE;
    }
    if (pol_words_caution(document)[0])
        POL_HTML(view->buffer, "<p class=\"remark\">Note: $</p>\n",
                 pol_span_of(pol_words_caution(document)));
    pol_buffer_clear(&view->scratch);
    pol_remark_add(&told, false, &view->scratch);
    if (view->scratch.size)
        POL_HTML(view->buffer, "<p class=\"remark\">Note: $</p>\n",
                 pol_buffer_span(&view->scratch));
}

/* --- a passage ------------------------------------------------------------------------------ */

/* A part of `text` with its marks, "…" where it was cut. */
static void add_excerpt(pol_view *view, pol_span text, const pol_hit *hit, size_t bytes)
{
    const pol_highlight *marks = hit ? hit->highlights : NULL;
    size_t count = hit ? hit->highlight_count : 0, shown_count = 0;
    pol_highlight shown[MARKS_MAX];
    pol_snippet part = pol_snippet_find(text, marks, count, bytes);
    for (size_t i = 0; i < count && shown_count < MARKS_MAX; i++) {
        if (marks[i].start < part.start || marks[i].end > part.end)
            continue;
        shown[shown_count].start = (uint32_t)(marks[i].start - part.start);
        shown[shown_count++].end = (uint32_t)(marks[i].end - part.start);
    }
    pol_html_add(view->buffer, part.start ? "… " : "");
    pol_html_marked(view->buffer, pol_span_make(text.data + part.start, part.end - part.start),
                    shown, shown_count);
    pol_html_add(view->buffer, part.end < text.size ? " …" : "");
}

static void add_lead_in(pol_view *view, const pol_hit *hit)
{
    if (!hit->lead_in || hit->lead_in->text.size == 0)
        return;
    pol_html_add(view->buffer, "<p class=\"lead-in\"");
    pol_words_add_lang(view->buffer, &hit->stored->document);
    pol_html_add(view->buffer, ">");
    add_excerpt(view, hit->lead_in->text, NULL, LEAD_IN_BYTES);
    pol_html_add(view->buffer, "</p>\n");
}

/* The passage, or how a document opens that was found as a whole. */
static void add_text(pol_view *view, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    const pol_passage *passage = hit->passage;
    pol_html_add(view->buffer, "<p class=\"passage\"");
    pol_words_add_lang(view->buffer, document);
    pol_html_add(view->buffer, ">");
    if (passage && passage->label.size)
        POL_HTML(view->buffer, "<span class=\"label\">$</span> ", passage->label);
    if (passage)
        add_excerpt(view, passage->text, hit, EXCERPT_BYTES);
    else
        add_excerpt(view, document->text, NULL, OPENING_BYTES);
    pol_html_add(view->buffer, "</p>\n");
}

/* Which clause, and what was decided of this point where that is stated. */
static void add_clause(pol_view *view, const pol_passage *passage)
{
    bool has_clause = passage->clause != POL_CLAUSE_ARTICLE && passage->clause != POL_CLAUSE_OTHER;
    bool is_decided = passage->decision != POL_DECISION_NONE;
    if (!has_clause && !is_decided)
        return;
    pol_html_add(view->buffer, "<p class=\"clause\">");
    if (has_clause)
        POL_HTML(view->buffer, "$", pol_span_of(pol_words_clause((pol_clause)passage->clause)));
    if (is_decided) {
        pol_html_add(view->buffer, has_clause ? "; this point: " : "This point: ");
        pol_words_add_decision(view->buffer, (pol_decision)passage->decision, NULL);
    }
    pol_html_add(view->buffer, "</p>\n");
}

static void add_citation(pol_view *view, const pol_hit *hit)
{
    pol_buffer_clear(&view->scratch);
    pol_citation_add(&hit->stored->document, hit->passage, &view->scratch);
    POL_HTML(view->buffer,
             "<p class=\"citation\"><span class=\"visually-hidden\">Citation: </span>$</p>\n",
             pol_buffer_span(&view->scratch));
}

/* The title leads to the first passage; the others have a link of their own. */
static void add_found(pol_view *view, const pol_hit *hit, bool is_first)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(view->buffer, "<div class=\"found\">\n");
    if (hit->passage)
        add_clause(view, hit->passage);
    add_lead_in(view, hit);
    add_text(view, hit);
    add_citation(view, hit);
    if (!is_first && hit->passage)
        POL_HTML(view->buffer,
                 "<p class=\"permalink\"><a href=\"$\">Passage $ of this document</a></p>\n",
                 pol_view_document_url(view, hit->stored->document.id.text, hit->passage->ordinal),
                 pol_html_number(hit->passage->ordinal, digits));
    pol_html_add(view->buffer, "</div>\n");
}

static void add_more(pol_view *view, const pol_hit *hit)
{
    if (hit->group_more == 0)
        return;
    POL_HTML(view->buffer, "<p class=\"more\"><a href=\"$\">At least ",
             pol_view_document_url(view, hit->stored->document.id.text, 0));
    pol_words_add_count(view->buffer, hit->group_more, "more matching passage",
                        "more matching passages");
    pol_html_add(view->buffer, " in this document</a></p>\n");
}

void pol_view_add_hit(pol_view *view, const pol_hit *hits, size_t count)
{
    const pol_document *document = &hits[0].stored->document;
    pol_html_add(view->buffer, "<li class=\"hit\">\n");
    add_title(view, &hits[0]);
    add_facts(view, document);
    add_remark(view, document);
    for (size_t i = 0; i < count; i++)
        add_found(view, &hits[i], i == 0);
    add_more(view, &hits[count - 1]);
    pol_html_add(view->buffer, "</li>\n");
}
