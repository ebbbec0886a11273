/* document_text.c - the passages of a document: paragraphs, and points as nested lists with
 * the labels that are printed, under headings that say in plain words what they are.
 *
 * Each passage is an element with the id of its anchor, and ends with a link to itself that also
 * chooses it for citation.
 *
 * Classes: text, clause, lead-in, points, point, label, point-decision, permalink, aside,
 * cite-this, chosen (with the passage that is), visually-hidden. Ids: text, p1, p2, ... */
#include <stdio.h>

#include "search/citation.h"
#include "web/page/document.h"
#include "web/url.h"

enum { DEPTH_MAX = 8 };

/* The lists that are open, and the heading that stands. */
typedef struct outline {
    pol_document_view *view;
    uint8_t depths[DEPTH_MAX]; /* of the points of each open list, the outermost first */
    size_t open;
    int clause;            /* of the last heading; -1: none yet */
    bool has_headings;     /* more than one clause, or one that says something */
    const pol_hit **found; /* for each passage; NULL where nothing is marked */
} outline;

/* --- one passage -------------------------------------------------------------------------- */

static void add_ordinal(pol_buffer *buffer, const char *template_text, const pol_passage *passage)
{
    char digits[POL_DIGITS_SIZE];
    snprintf(digits, sizeof digits, "%u", (unsigned)passage->ordinal);
    POL_HTML(buffer, template_text, pol_span_of(digits));
}

/* Who comes from a search to a passage has not seen the head of the page. A line of its own, so
 * that it is not read as part of the text. */
static void add_chosen(pol_document_view *view)
{
    const pol_document *document = view->document;
    pol_decision decision = pol_words_decision_of(document);
    pol_html_add(view->buffer, " <span class=\"aside\">");
    if (decision != POL_DECISION_NONE) {
        POL_HTML(view->buffer, "This $: ", pol_span_of(pol_kind_label(document->kind)));
        pol_words_add_decision(view->buffer, decision, pol_citation_decision(document));
        POL_HTML(view->buffer, "$$ ", pol_span_of(pol_words_since(document)[0] ? ", " : ""),
                 pol_span_of(pol_words_since(document)));
    }
    pol_html_add(view->buffer,
                 "<a class=\"cite-this\" href=\"#cite\">Cite this passage</a></span>");
}

static void add_permalink(pol_document_view *view, const pol_passage *passage)
{
    size_t count = 0;
    char digits[POL_DIGITS_SIZE];
    snprintf(digits, sizeof digits, "%u", (unsigned)passage->ordinal);
    pol_buffer_clear(&view->scratch);
    if (view->query.size)
        pol_url_add_parameter(&view->scratch, &count, "q", view->query);
    pol_url_add_parameter(&view->scratch, &count, "p", pol_span_of(digits));
    POL_HTML(view->buffer,
             "&nbsp;<a class=\"permalink\" href=\"$#p$\"><span aria-hidden=\"true\">¶</span>"
             "<span class=\"visually-hidden\">Passage $: link and citation</span></a>",
             pol_buffer_span(&view->scratch), pol_span_of(digits), pol_span_of(digits));
    if (passage == view->chosen)
        add_chosen(view);
}

/* The text with its marks; its language where that is not the page's. */
static void add_words(const outline *o, size_t index)
{
    pol_buffer *buffer = o->view->buffer;
    const pol_hit *hit = o->found ? o->found[index] : NULL;
    pol_buffer *lang = &o->view->scratch;
    pol_span text = o->view->document->passages[index].text;
    pol_buffer_clear(lang);
    pol_words_add_lang(lang, o->view->document);
    if (lang->size) {
        pol_html_add(buffer, "<span");
        pol_buffer_add(buffer, pol_buffer_span(lang));
        pol_html_add(buffer, ">");
    }
    pol_html_marked(buffer, text, hit ? hit->highlights : NULL, hit ? hit->highlight_count : 0);
    pol_html_add(buffer, lang->size ? "</span>" : "");
}

static void add_passage(const outline *o, size_t index)
{
    pol_document_view *view = o->view;
    const pol_passage *passage = &view->document->passages[index];
    if (passage->label.size) {
        POL_HTML(view->buffer, "<span class=\"label\">$</span> ", passage->label);
    }
    add_words(o, index);
    if (passage->decision != POL_DECISION_NONE) {
        pol_html_add(view->buffer, " <span class=\"point-decision\">This point: ");
        pol_words_add_decision(view->buffer, (pol_decision)passage->decision, NULL);
        pol_html_add(view->buffer, "</span>");
    }
    add_permalink(view, passage);
}

/* --- lists -------------------------------------------------------------------------------- */

static void close_list(outline *o)
{
    pol_html_add(o->view->buffer, "</li>\n</ol>\n");
    o->open--;
}

/* A point that is deeper than the one before begins a list inside it. */
static void open_point(outline *o, const pol_passage *passage)
{
    bool is_chosen = passage == o->view->chosen;
    while (o->open && o->depths[o->open - 1] > passage->depth)
        close_list(o);
    bool is_sibling = o->open && o->depths[o->open - 1] == passage->depth;
    if (is_sibling || o->open == DEPTH_MAX) {
        pol_html_add(o->view->buffer, "</li>\n");
    } else {
        pol_html_add(o->view->buffer,
                     o->open ? "\n<ol class=\"points\">\n" : "<ol class=\"points\">\n");
        o->depths[o->open++] = passage->depth;
    }
    add_ordinal(o->view->buffer,
                is_chosen ? "<li class=\"point chosen\" id=\"p$\">"
                          : "<li class=\"point\" id=\"p$\">",
                passage);
}

static void close_lists(outline *o)
{
    while (o->open)
        close_list(o);
}

static bool is_lead(const outline *o, size_t index)
{
    const pol_document *document = o->view->document;
    return index + 1 < document->passage_count &&
           document->passages[index + 1].lead_in == document->passages[index].ordinal;
}

static void add_paragraph(outline *o, size_t index)
{
    const pol_passage *passage = &o->view->document->passages[index];
    bool is_chosen = passage == o->view->chosen;
    close_lists(o);
    pol_html_add(o->view->buffer, "<p");
    if (is_lead(o, index))
        pol_html_add(o->view->buffer,
                     is_chosen ? " class=\"lead-in chosen\"" : " class=\"lead-in\"");
    else if (is_chosen)
        pol_html_add(o->view->buffer, " class=\"chosen\"");
    add_ordinal(o->view->buffer, " id=\"p$\">", passage);
    add_passage(o, index);
    pol_html_add(o->view->buffer, "</p>\n");
}

/* --- headings ----------------------------------------------------------------------------- */

/* None between a lead-in and its points: they are one sentence. */
static void add_heading(outline *o, size_t index)
{
    const pol_passage *passages = o->view->document->passages;
    bool goes_on = index && passages[index].depth && passages[index].lead_in;
    if (!o->has_headings || goes_on || o->clause == passages[index].clause)
        return;
    close_lists(o);
    o->clause = passages[index].clause;
    POL_HTML(o->view->buffer, "<h3 class=\"clause\">$</h3>\n",
             pol_span_of(pol_words_clause((pol_clause)o->clause)));
}

/* "Article" over all of an article says nothing. */
static bool has_headings(const pol_document *document)
{
    for (size_t i = 0; i < document->passage_count; i++) {
        uint8_t clause = document->passages[i].clause;
        if (clause != POL_CLAUSE_ARTICLE && clause != POL_CLAUSE_OTHER)
            return true;
    }
    return false;
}

/* --- all ---------------------------------------------------------------------------------- */

/* Ordinals count from 1 without gaps, as long as the index is what polindex wrote. */
static bool find_marks(outline *o)
{
    const pol_document *document = o->view->document;
    const pol_results *matches = o->view->matches;
    if (!matches || document->passage_count == 0)
        return true;
    o->found = pol_arena_array(o->view->request->arena, document->passage_count, sizeof *o->found);
    for (size_t i = 0; o->found && i < matches->hit_count; i++) {
        const pol_hit *hit = &matches->hits[i];
        size_t place = hit->passage ? hit->passage->ordinal - 1 : document->passage_count;
        if (place < document->passage_count &&
            pol_span_equal(document->passages[place].text, hit->passage->text))
            o->found[place] = hit;
    }
    return o->found != NULL;
}

void pol_document_add_text(pol_document_view *view)
{
    const pol_document *document = view->document;
    outline o = {.view = view, .clause = -1, .has_headings = has_headings(document)};
    if (!find_marks(&o) && view->buffer->status == POL_OK)
        view->buffer->status = POL_NOMEM;
    pol_html_add(view->buffer, "<section class=\"text\" aria-labelledby=\"text\">\n"
                               "<h2 id=\"text\">Text</h2>\n<div itemprop=\"text\">\n");
    for (size_t i = 0; i < document->passage_count; i++) {
        add_heading(&o, i);
        if (document->passages[i].depth == 0) {
            add_paragraph(&o, i);
        } else {
            open_point(&o, &document->passages[i]);
            add_passage(&o, i);
        }
    }
    close_lists(&o);
    if (document->passage_count == 0)
        pol_html_add(view->buffer, "<p>It has a title, but no text.</p>\n");
    pol_html_add(view->buffer, "</div>\n</section>\n");
}
