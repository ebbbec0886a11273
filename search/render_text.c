/* render_text.c - results as text for people.
 *
 * Two shapes of one hit: for the eye (indented, wrapped, coloured), and plain: one
 * labelled line for each value, in reading order, for screen readers and simple
 * scripts. Long passages are shown around the words that matched. */
#include <stdio.h>

#include "search/citation.h"
#include "search/remark.h"
#include "search/render_parts.h"
#include "search/render_pen.h"
#include "search/snippet.h"

enum { SNIPPET_BYTES = 600, OPENING_BYTES = 300, LEAD_IN_BYTES = 240, LINE_BYTES = 1 << 20 };
enum { HIT_INDENT = 3, TEXT_INDENT = 5 };

typedef struct text_writer {
    pol_pen pen;
    const pol_results *results;
    const pol_render_options *options;
} text_writer;

/* --- small parts ------------------------------------------------------------------ */

/* A line that a function of render_parts.h or citation.h builds. */
static void write_built(pol_pen *pen, pol_buffer *built)
{
    pol_pen_write(pen, pol_buffer_span(built));
    pol_buffer_spend(built, pen->buffer);
}

static void write_citation(pol_pen *pen, const pol_hit *hit)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add(&hit->stored->document, hit->passage, &built);
    write_built(pen, &built);
}

static void write_when(pol_pen *pen, const pol_document *document)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_part_when(document, &built);
    write_built(pen, &built);
}

static void write_number(pol_pen *pen, const pol_document *document)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add_number(document, &built);
    write_built(pen, &built);
}

static void write_address(pol_pen *pen, const pol_hit *hit)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_pen_write(pen, hit->stored->document.id.text);
    pol_pen_text(pen, pol_part_anchor(hit->passage, anchor));
}

static void write_line(pol_pen *pen, pol_style style, const char *text)
{
    pol_pen_start(pen, 0, 0);
    pol_pen_set_style(pen, style);
    pol_pen_text(pen, text);
    pol_pen_end(pen);
}

/* What was printed as the decision of a point stands on every output of it. */
static void write_decision(pol_pen *pen, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_decision point = hit->passage ? (pol_decision)hit->passage->decision : POL_DECISION_NONE;
    const char *label = pol_part_decision(document);
    if (label[0]) {
        pol_pen_set_style(pen, pol_style_of_decision(document->decision));
        pol_pen_text(pen, label);
    }
    if (point != POL_DECISION_NONE) {
        pol_pen_set_style(pen, pol_style_of_decision(point));
        pol_pen_text(pen, label[0] ? " (this point: " : "this point: ");
        pol_pen_text(pen, pol_decision_label(point));
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

static void write_heading(text_writer *w, const pol_hit *hit, size_t rank)
{
    char number[32];
    snprintf(number, sizeof number, "%zu.", rank);
    size_t indent = strlen(number) + 1;
    pol_pen_start(&w->pen, 0, indent);
    pol_pen_set_style(&w->pen, POL_STYLE_TITLE);
    pol_pen_text(&w->pen, number);
    pol_pen_text(&w->pen, " ");
    write_title(&w->pen, hit);
    pol_pen_end(&w->pen);
}

static void write_facts(text_writer *w, const pol_hit *hit)
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
        write_decision(pen, hit);
    }
    if (document->number.text.size) {
        add_separator(pen, &has_any);
        write_number(pen, document);
    }
    if (has_clause(hit)) {
        add_separator(pen, &has_any);
        pol_pen_text(pen, pol_clause_code((pol_clause)hit->passage->clause));
    }
    pol_pen_end(pen);
}

/* Once for each document of a group; `before` and `behind` set it off from the text. */
static void write_remark(text_writer *w, size_t index, size_t indent, const char *before,
                         const char *behind)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    if (!pol_part_is_continued(w->results, index))
        pol_remark_add(&w->results->hits[index].stored->document, w->options->shows_people, &built);
    if (built.size == 0 && built.status == POL_OK) {
        pol_buffer_done(&built);
        return;
    }
    pol_pen_start(&w->pen, indent, indent);
    pol_pen_text(&w->pen, before);
    write_built(&w->pen, &built);
    pol_pen_text(&w->pen, behind);
    pol_pen_end(&w->pen);
}

static void write_body(text_writer *w, const pol_hit *hit)
{
    pol_pen *pen = &w->pen;
    bool has_lead_in = hit->lead_in && hit->lead_in->text.size;
    if (has_lead_in) {
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

static void write_reference(text_writer *w, const pol_hit *hit)
{
    pol_pen *pen = &w->pen;
    pol_pen_start(pen, HIT_INDENT, HIT_INDENT);
    pol_pen_text(pen, "— ");
    write_citation(pen, hit);
    pol_pen_end(pen);
    pol_pen_start(pen, HIT_INDENT, HIT_INDENT);
    pol_pen_set_style(pen, POL_STYLE_DIM);
    write_address(pen, hit);
    pol_pen_end(pen);
}

static void write_more(text_writer *w, const pol_hit *hit)
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

static bool is_last_of_group(const pol_results *results, size_t index)
{
    return index + 1 == results->hit_count || !pol_part_is_continued(results, index + 1);
}

static void write_hit(text_writer *w, size_t index)
{
    const pol_hit *hit = &w->results->hits[index];
    if (!pol_part_is_continued(w->results, index))
        write_heading(w, hit, pol_part_rank(w->results, index));
    write_facts(w, hit);
    write_remark(w, index, HIT_INDENT, "[", "]");
    write_body(w, hit);
    write_reference(w, hit);
    if (is_last_of_group(w->results, index))
        write_more(w, hit);
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
        write_decision(pen, hit);
        pol_pen_end(pen);
    }
    write_plain_value(pen, "Number", document->number.text);
    if (has_clause(hit))
        write_plain_value(pen, "Clause",
                          pol_span_of(pol_clause_code((pol_clause)hit->passage->clause)));
}

static void write_plain_hit(text_writer *w, size_t index)
{
    const pol_hit *hit = &w->results->hits[index];
    pol_pen *pen = &w->pen;
    char heading[64];
    snprintf(heading, sizeof heading, "Result %zu", pol_part_rank(w->results, index));
    write_line(pen, POL_STYLE_NONE, heading);
    write_plain_value(pen, "Title", hit->stored->document.display_title);
    write_plain_facts(pen, hit);
    write_remark(w, index, 0, "Remark: ", "");
    if (hit->lead_in && hit->lead_in->text.size) {
        start_plain(pen, "Lead-in");
        write_lead_in(pen, hit->lead_in);
        pol_pen_end(pen);
    }
    start_plain(pen, "Text");
    write_passage(pen, hit);
    pol_pen_end(pen);
    write_plain_matches(pen, hit);
    start_plain(pen, "Citation");
    write_citation(pen, hit);
    pol_pen_end(pen);
    start_plain(pen, "Address");
    write_address(pen, hit);
    pol_pen_end(pen);
    if (is_last_of_group(w->results, index))
        write_more(w, hit);
    pol_pen_gap(pen);
}

/* --- around the hits -------------------------------------------------------------- */

/* Words that are nowhere, and what may have been meant. */
static void write_spelling(text_writer *w)
{
    const pol_results *results = w->results;
    pol_pen_start(&w->pen, 0, 0);
    for (size_t i = 0; i < results->unknown_word_count; i++) {
        pol_pen_text(&w->pen, i ? ", ‘" : "Not in any document: ‘");
        pol_pen_write(&w->pen, results->unknown_words[i]);
        pol_pen_text(&w->pen, "’");
    }
    if (results->unknown_word_count) {
        pol_pen_text(&w->pen, ".");
        pol_pen_end(&w->pen);
    }
    if (results->corrected.size)
        write_line(&w->pen, POL_STYLE_NONE, "--as-typed searches for it all the same.");
    if (results->suggestion.size == 0)
        return;
    pol_pen_start(&w->pen, 0, 0);
    pol_pen_text(&w->pen, "Did you mean: ");
    pol_pen_write(&w->pen, results->suggestion);
    pol_pen_end(&w->pen);
}

static void write_understood(text_writer *w)
{
    const pol_results *results = w->results;
    pol_buffer sentence;
    pol_buffer_init(&sentence, results->understood.size + LINE_BYTES);
    pol_buffer_add_text(&sentence, results->asks_nothing ? "There is " : "Looked for ");
    pol_buffer_add(&sentence, results->understood);
    pol_buffer_add_text(&sentence, ".");
    pol_pen_start(&w->pen, 0, 0);
    pol_pen_set_style(&w->pen, POL_STYLE_DIM);
    write_built(&w->pen, &sentence);
    pol_pen_end(&w->pen);
    for (size_t i = 0; i < results->note_count; i++) {
        pol_pen_start(&w->pen, 0, 6);
        pol_pen_text(&w->pen, "Note: ");
        pol_pen_text(&w->pen, results->notes[i]);
        pol_pen_end(&w->pen);
    }
}

static void write_tier(text_writer *w, pol_tier tier)
{
    char text[120];
    const pol_results *results = w->results;
    uint32_t total = results->tier_totals[tier];
    if (tier == POL_TIER_ANY)
        return;
    if (total)
        snprintf(text, sizeof text, "%s (%s%u)", pol_tier_label(tier),
                 results->total_is_exact ? "" : "about ", (unsigned)total);
    else
        snprintf(text, sizeof text, "%s", pol_tier_label(tier));
    write_line(&w->pen, POL_STYLE_TITLE, text);
    pol_pen_gap(&w->pen);
}

static void write_facet(text_writer *w, const pol_facet *facet)
{
    pol_pen *pen = &w->pen;
    char count[32];
    pol_pen_start(pen, 0, 2);
    pol_pen_text(pen, "By ");
    pol_pen_text(pen, facet->field);
    pol_pen_text(pen, ": ");
    for (size_t i = 0; i < facet->value_count; i++) {
        const pol_facet_count *value = &facet->values[i];
        snprintf(count, sizeof count, " (%s%u)", w->results->facets_are_exact ? "" : "about ",
                 (unsigned)value->motions);
        pol_pen_text(pen, i ? ", " : "");
        pol_pen_write(pen, pol_part_facet_label(facet->field, value->value));
        pol_pen_text(pen, count);
    }
    pol_pen_end(pen);
}

static void write_facets(text_writer *w)
{
    const pol_results *results = w->results;
    if (results->facet_count == 0 || results->hit_count == 0)
        return;
    write_line(&w->pen, POL_STYLE_TITLE,
               results->facets_are_exact ? "Documents" : "Documents (estimates)");
    for (size_t i = 0; i < results->facet_count; i++)
        if (results->facets[i].value_count)
            write_facet(w, &results->facets[i]);
    pol_pen_gap(&w->pen);
}

static void write_part(text_writer *w, void (*add)(const pol_results *results, pol_buffer *buffer))
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    add(w->results, &built);
    pol_pen_start(&w->pen, 0, 0);
    if (built.size) {
        write_built(&w->pen, &built);
        pol_pen_end(&w->pen);
    } else {
        pol_buffer_done(&built);
    }
}

/* What to do next, where there is something. */
static void write_nothing(text_writer *w)
{
    const pol_results *results = w->results;
    char text[120];
    if (results->asks_nothing) {
        write_line(&w->pen, POL_STYLE_NONE,
                   "Give a word, or a filter: polsearch strike, polsearch year:2015.");
        return;
    }
    if (results->offset > 0 && results->total > 0) {
        snprintf(text, sizeof text, "Nothing further: there are %u results in all.",
                 (unsigned)results->total);
        write_line(&w->pen, POL_STYLE_NONE, text);
        return;
    }
    snprintf(text, sizeof text, "Nothing found in %u document%s.",
             (unsigned)results->indexed_documents, results->indexed_documents == 1 ? "" : "s");
    write_line(&w->pen, POL_STYLE_NONE, text);
    write_spelling(w);
    write_part(w, pol_part_hidden);
    if (results->suggestion.size == 0 && results->hidden_not_stated == 0)
        write_line(&w->pen, POL_STYLE_NONE,
                   "Try fewer or other words, the start of a word (privat*), or fewer filters.");
}

static void write_explain(text_writer *w)
{
    if (w->results->explain.size == 0)
        return;
    pol_pen_gap(&w->pen);
    /* Lines are kept: they are laid out already. */
    for (pol_span rest = w->results->explain; rest.size;) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        size_t size = end == (size_t)-1 ? rest.size : end;
        size_t indent = 0;
        while (indent < size && rest.data[indent] == ' ')
            indent++;
        pol_pen_start(&w->pen, indent, indent + 2);
        pol_pen_write(&w->pen, pol_span_make(rest.data + indent, size - indent));
        pol_pen_end(&w->pen);
        rest = pol_span_from(rest, size + 1);
    }
}

void pol_render_text(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer)
{
    text_writer w = {.results = results, .options = options};
    pol_pen_init(&w.pen, options, buffer);
    write_understood(&w);
    if (results->hit_count) /* why these are not what was asked for */
        write_spelling(&w);
    pol_pen_gap(&w.pen);
    for (size_t i = 0; i < results->hit_count; i++) {
        if (i == 0 || results->hits[i].tier != results->hits[i - 1].tier)
            write_tier(&w, results->hits[i].tier);
        if (options->is_plain)
            write_plain_hit(&w, i);
        else
            write_hit(&w, i);
    }
    if (results->hit_count) {
        write_facets(&w);
        write_part(&w, pol_part_hidden);
        write_part(&w, pol_part_page);
    } else {
        write_nothing(&w);
    }
    write_explain(&w);
}
