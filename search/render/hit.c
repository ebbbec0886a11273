/* hit.c - see hit.h. Long passages are shown around the words that matched. */
#include "search/render/hit.h"

#include <stdio.h>

#include "search/citation.h"
#include "search/remark.h"
#include "search/render/parts.h"
#include "search/snippet.h"

enum { SNIPPET_BYTES = 600, OPENING_BYTES = 300, LEAD_IN_BYTES = 240, LINE_BYTES = 1 << 20 };
enum { HIT_INDENT = 3, TEXT_INDENT = 5 };

/* --- small parts ------------------------------------------------------------------ */

static void write_when(pol_pen *pen, const pol_document *document)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_part_when(document, &built);
    pol_pen_write_built(pen, &built);
}

static void write_number(pol_pen *pen, const pol_document *document)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add_number(document, &built);
    pol_pen_write_built(pen, &built);
}

static void write_address(pol_pen *pen, const pol_hit *hit)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_pen_write(pen, hit->stored->document.id.text);
    pol_pen_text(pen, pol_part_anchor(hit->passage, anchor));
}

static pol_decision point_decision(const pol_hit *hit)
{
    return hit->passage ? (pol_decision)hit->passage->decision : POL_DECISION_NONE;
}

static void write_point_decision(pol_pen *pen, pol_decision point)
{
    pol_pen_set_style(pen, pol_style_of_decision(point));
    pol_pen_text(pen, "this point: ");
    pol_pen_text(pen, pol_decision_label(point));
}

/* What was printed as the decision of a point stands on every output of it. */
static void write_decision(pol_pen *pen, const pol_document *document, pol_decision point)
{
    const char *label = pol_part_decision(document);
    if (label[0]) {
        pol_pen_set_style(pen, pol_style_of_decision(document->decision));
        pol_pen_text(pen, label);
    }
    if (point != POL_DECISION_NONE) {
        pol_pen_set_style(pen, pol_style_of_decision(point));
        pol_pen_text(pen, label[0] ? " (" : "");
        write_point_decision(pen, point);
        pol_pen_text(pen, label[0] ? ")" : "");
    }
    pol_pen_set_style(pen, POL_STYLE_NONE);
}

/* The passage, or for a whole document how it opens; the part around the matches. */
static void write_passage(pol_pen *pen, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_span text = hit->passage ? hit->passage->text : document->text;
    pol_snippet shown = pol_snippet_find(text, hit->highlights, hit->highlight_count,
                                         hit->passage ? SNIPPET_BYTES : OPENING_BYTES);
    if (hit->passage && hit->passage->label.size) {
        pol_pen_write(pen, hit->passage->label);
        pol_pen_text(pen, " ");
    }
    if (shown.start > 0)
        pol_pen_text(pen, "… ");
    pol_pen_write_marked(pen, text, shown.start, shown.end, hit->highlights,
                         hit->passage ? hit->highlight_count : 0);
    if (shown.end < text.size)
        pol_pen_text(pen, " …");
}

static void write_lead_in(pol_pen *pen, const pol_passage *lead_in)
{
    pol_snippet shown = pol_snippet_find(lead_in->text, NULL, 0, LEAD_IN_BYTES);
    pol_pen_write_marked(pen, lead_in->text, shown.start, shown.end, NULL, 0);
    if (shown.end < lead_in->text.size)
        pol_pen_text(pen, " …");
}

static void write_title(pol_pen *pen, const pol_hit *hit)
{
    pol_span title = hit->stored->document.display_title;
    pol_pen_write_marked(pen, title, 0, title.size, hit->title_highlights,
                         hit->title_highlight_count);
    if (pol_citation_title_is_opening(&hit->stored->document))
        pol_pen_text(pen, "…");
}

/* That an article is one was said already. */
static bool has_clause(const pol_hit *hit)
{
    return hit->passage && hit->passage->clause != POL_CLAUSE_ARTICLE;
}

/* --- a hit for the eye ------------------------------------------------------------ */

static void add_separator(pol_pen *pen, bool *has_any)
{
    if (*has_any)
        pol_pen_text(pen, " · ");
    *has_any = true;
}

/* Hits of one document in a row are shown together: "2–4." */
static void write_heading(pol_hit_writer *w, size_t index, size_t count)
{
    char number[48];
    const pol_hit *hit = &w->results->hits[index];
    size_t first = pol_part_rank(w->results, index);
    size_t last = pol_part_rank(w->results, index + count - 1);
    if (first == last)
        snprintf(number, sizeof number, "%zu.", first);
    else
        snprintf(number, sizeof number, "%zu–%zu.", first, last);
    size_t indent = strlen(number) + 1 - (first == last ? 0 : strlen("–") - 1);
    pol_pen_start(&w->pen, 0, indent);
    pol_pen_set_style(&w->pen, POL_STYLE_TITLE);
    pol_pen_text(&w->pen, number);
    pol_pen_text(&w->pen, " ");
    write_title(&w->pen, hit);
    pol_pen_end(&w->pen);
}

/* Of the document alone, or with what is of the passage. */
static void write_facts(pol_hit_writer *w, const pol_hit *hit, bool has_passage)
{
    const pol_document *document = &hit->stored->document;
    pol_pen *pen = &w->pen;
    bool has_any = false;
    pol_pen_start(pen, HIT_INDENT, HIT_INDENT);
    if (document->conference.text.size || document->conference_name.size || document->year ||
        !pol_kind_is_decided(document->kind)) {
        add_separator(pen, &has_any);
        write_when(pen, document);
    }
    if (pol_kind_is_decided(document->kind)) {
        add_separator(pen, &has_any);
        write_decision(pen, document, has_passage ? point_decision(hit) : POL_DECISION_NONE);
    }
    if (document->number.text.size) {
        add_separator(pen, &has_any);
        write_number(pen, document);
    }
    if (has_passage && has_clause(hit)) {
        add_separator(pen, &has_any);
        pol_pen_text(pen, pol_clause_code((pol_clause)hit->passage->clause));
    }
    pol_pen_end(pen);
}

/* Once for each document of a group; `before` and `behind` set it off from the text. */
static void write_remark(pol_hit_writer *w, size_t index, size_t indent, const char *before,
                         const char *behind)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    if (!pol_part_is_same(w->results, index))
        pol_remark_add(&w->results->hits[index].stored->document, w->options->shows_people, &built);
    if (built.size == 0 && built.status == POL_OK) {
        pol_buffer_done(&built);
        return;
    }
    pol_pen_start(&w->pen, indent, indent);
    pol_pen_text(&w->pen, before);
    pol_pen_write_built(&w->pen, &built);
    pol_pen_text(&w->pen, behind);
    pol_pen_end(&w->pen);
}

/* A lead-in stands once before points that follow each other. */
static void write_body(pol_hit_writer *w, const pol_hit *hit, bool has_said_lead_in)
{
    pol_pen *pen = &w->pen;
    bool has_lead_in = hit->lead_in && hit->lead_in->text.size;
    if (has_lead_in && !has_said_lead_in) {
        pol_pen_start(pen, HIT_INDENT, HIT_INDENT);
        pol_pen_set_style(pen, POL_STYLE_DIM);
        write_lead_in(pen, hit->lead_in);
        pol_pen_end(pen);
    }
    size_t indent = has_lead_in ? TEXT_INDENT : HIT_INDENT;
    pol_pen_start(pen, indent, indent);
    write_passage(pen, hit);
    pol_pen_end(pen);
}

static void write_citation(pol_hit_writer *w, const pol_hit *hit, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add(&hit->stored->document, passage, &built);
    pol_pen_start(&w->pen, HIT_INDENT, HIT_INDENT);
    pol_pen_text(&w->pen, "— ");
    pol_pen_write_built(&w->pen, &built);
    pol_pen_end(&w->pen);
}

static void write_address_line(pol_hit_writer *w, const pol_hit *hit)
{
    pol_pen_start(&w->pen, HIT_INDENT, HIT_INDENT);
    pol_pen_set_style(&w->pen, POL_STYLE_DIM);
    write_address(&w->pen, hit);
    pol_pen_end(&w->pen);
}

static void write_more(pol_hit_writer *w, const pol_hit *hit)
{
    char text[80];
    if (hit->group_more == 0)
        return;
    snprintf(text, sizeof text, "and at least %u more matching passage%s of this document",
             (unsigned)hit->group_more, hit->group_more == 1 ? "" : "s");
    pol_pen_start(&w->pen, HIT_INDENT, HIT_INDENT);
    pol_pen_set_style(&w->pen, POL_STYLE_DIM);
    pol_pen_text(&w->pen, text);
    pol_pen_end(&w->pen);
}

static void write_single(pol_hit_writer *w, size_t index)
{
    const pol_hit *hit = &w->results->hits[index];
    write_heading(w, index, 1);
    write_facts(w, hit, true);
    write_remark(w, index, HIT_INDENT, "[", "]");
    write_body(w, hit, false);
    write_citation(w, hit, hit->passage);
    write_address_line(w, hit);
}

/* As its lead-in, or as itself. */
static bool has_said(const pol_hit *before, const pol_passage *lead_in)
{
    return lead_in && ((before->lead_in && before->lead_in->ordinal == lead_in->ordinal) ||
                       (before->passage && before->passage->ordinal == lead_in->ordinal));
}

/* One of several passages: what is its own. */
static void write_one_of(pol_hit_writer *w, const pol_hit *hit, const pol_hit *before)
{
    pol_pen *pen = &w->pen;
    bool has_any = false;
    bool has_said_lead_in = before && has_said(before, hit->lead_in);
    pol_pen_gap(pen);
    pol_pen_start(pen, HIT_INDENT, HIT_INDENT);
    pol_pen_set_style(pen, POL_STYLE_DIM);
    if (has_clause(hit)) {
        add_separator(pen, &has_any);
        pol_pen_text(pen, pol_clause_code((pol_clause)hit->passage->clause));
    }
    if (point_decision(hit) != POL_DECISION_NONE) {
        add_separator(pen, &has_any);
        write_point_decision(pen, point_decision(hit));
        pol_pen_set_style(pen, POL_STYLE_DIM);
    }
    add_separator(pen, &has_any);
    write_address(pen, hit);
    pol_pen_end(pen);
    write_body(w, hit, has_said_lead_in);
    if (point_decision(hit) != POL_DECISION_NONE) /* the document's citation would not tell */
        write_citation(w, hit, hit->passage);
}

/* The document once, its passages below, then how to cite it. */
static void write_several(pol_hit_writer *w, size_t first, size_t count)
{
    const pol_hit *hits = &w->results->hits[first];
    write_heading(w, first, count);
    write_facts(w, hits, false);
    write_remark(w, first, HIT_INDENT, "[", "]");
    for (size_t i = 0; i < count; i++)
        write_one_of(w, &hits[i], i ? &hits[i - 1] : NULL);
    pol_pen_gap(&w->pen);
    write_citation(w, hits, NULL);
}

void pol_hit_write(pol_hit_writer *w, size_t first, size_t count)
{
    if (count == 1)
        write_single(w, first);
    else
        write_several(w, first, count);
    write_more(w, &w->results->hits[first + count - 1]);
    pol_pen_gap(&w->pen);
}

/* --- a hit on plain lines --------------------------------------------------------- */

static void start_plain(pol_pen *pen, const char *name)
{
    pol_pen_start(pen, 0, 0);
    pol_pen_text(pen, name);
    pol_pen_text(pen, ": ");
}

static void write_plain_value(pol_pen *pen, const char *name, pol_span value)
{
    if (value.size == 0)
        return;
    start_plain(pen, name);
    pol_pen_write(pen, value);
    pol_pen_end(pen);
}

/* The matches as a list: marks inside the text would be read out. */
static void write_plain_matches(pol_pen *pen, const pol_hit *hit)
{
    enum { SHOWN_MATCHES = 12 };
    if (!hit->passage || hit->highlight_count == 0)
        return;
    start_plain(pen, "Matched");
    for (size_t i = 0; i < hit->highlight_count && i < SHOWN_MATCHES; i++) {
        pol_highlight range = hit->highlights[i];
        pol_pen_text(pen, i ? ", " : "");
        pol_pen_write(
            pen, pol_span_make(hit->passage->text.data + range.start, range.end - range.start));
    }
    if (hit->highlight_count > SHOWN_MATCHES)
        pol_pen_text(pen, " and more");
    pol_pen_end(pen);
}

static void write_plain_facts(pol_pen *pen, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    bool is_decided = pol_kind_is_decided(document->kind);
    if (!is_decided || document->conference.text.size || document->year) {
        bool has_name = document->conference.text.size || document->conference_name.size;
        start_plain(pen, !is_decided ? "Published" : has_name ? "Conference" : "Year");
        write_when(pen, document);
        pol_pen_end(pen);
    }
    if (is_decided) {
        start_plain(pen, "Decision");
        write_decision(pen, document, point_decision(hit));
        pol_pen_end(pen);
    }
    write_plain_value(pen, "Number", document->number.text);
    if (has_clause(hit))
        write_plain_value(pen, "Clause",
                          pol_span_of(pol_clause_code((pol_clause)hit->passage->clause)));
}

/* Of a document's second passage in a row only what is its own. */
static void write_plain_own_facts(pol_pen *pen, const pol_hit *hit)
{
    if (point_decision(hit) != POL_DECISION_NONE) {
        start_plain(pen, "Decision");
        write_decision(pen, &hit->stored->document, point_decision(hit));
        pol_pen_end(pen);
    }
    if (has_clause(hit))
        write_plain_value(pen, "Clause",
                          pol_span_of(pol_clause_code((pol_clause)hit->passage->clause)));
}

static void write_plain_citation(pol_pen *pen, const pol_hit *hit)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add(&hit->stored->document, hit->passage, &built);
    start_plain(pen, "Citation");
    pol_pen_write_built(pen, &built);
    pol_pen_end(pen);
}

static void write_plain_passage(pol_pen *pen, const pol_hit *hit)
{
    if (hit->lead_in && hit->lead_in->text.size) {
        start_plain(pen, "Lead-in");
        write_lead_in(pen, hit->lead_in);
        pol_pen_end(pen);
    }
    start_plain(pen, "Text");
    write_passage(pen, hit);
    pol_pen_end(pen);
    write_plain_matches(pen, hit);
    write_plain_citation(pen, hit);
    start_plain(pen, "Address");
    write_address(pen, hit);
    pol_pen_end(pen);
}

void pol_hit_write_plain(pol_hit_writer *w, size_t index)
{
    const pol_hit *hit = &w->results->hits[index];
    pol_pen *pen = &w->pen;
    char heading[64];
    bool is_same = pol_part_is_same(w->results, index);
    snprintf(heading, sizeof heading, "Result %zu%s", pol_part_rank(w->results, index),
             is_same ? ", of the same document" : "");
    pol_pen_write_line(pen, POL_STYLE_NONE, heading);
    if (is_same) {
        write_plain_own_facts(pen, hit);
    } else {
        write_plain_value(pen, "Title", hit->stored->document.display_title);
        write_plain_facts(pen, hit);
        write_remark(w, index, 0, "Remark: ", "");
    }
    write_plain_passage(pen, hit);
    if (index + 1 == w->results->hit_count || !pol_part_is_same(w->results, index + 1))
        write_more(w, hit);
    pol_pen_gap(pen);
}
