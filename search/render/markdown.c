/* markdown.c - results and documents as CommonMark, everything from a document
 * escaped: no markup of theirs, no HTML, no links. */
#include <stdio.h>

#include "core/date.h"
#include "core/utf8.h"
#include "search/citation.h"
#include "search/facts.h"
#include "search/markdown.h"
#include "search/remark.h"
#include "search/render/documents.h"
#include "search/render/parts.h"
#include "search/snippet.h"

enum { SNIPPET_BYTES = 1200, OPENING_BYTES = 300, LINE_BYTES = 1 << 20 };

static void add_line(pol_buffer *buffer, pol_span text)
{
    pol_markdown_add(buffer, pol_span_trim(text), true);
}

/* text[from, to) with the marked ranges in bold. */
static void add_marked(pol_buffer *buffer, pol_span text, size_t from, size_t to,
                       const pol_highlight *marks, size_t count, bool is_line_start)
{
    size_t at = from;
    for (size_t i = 0; i < count && marks[i].start < to; i++) {
        size_t end = marks[i].end < to ? marks[i].end : to;
        if (marks[i].start < at)
            continue;
        pol_markdown_add(buffer, pol_span_make(text.data + at, marks[i].start - at),
                         is_line_start && at == from);
        pol_buffer_add_text(buffer, "**");
        pol_markdown_add(buffer, pol_span_make(text.data + marks[i].start, end - marks[i].start),
                         false);
        pol_buffer_add_text(buffer, "**");
        at = end;
    }
    pol_markdown_add(buffer, pol_span_make(text.data + at, to - at), is_line_start && at == from);
}

/* What a function of citation.h or parts.h says, escaped. */
static void add_built(pol_buffer *buffer, pol_buffer *built)
{
    add_line(buffer, pol_buffer_span(built));
    pol_buffer_spend(built, buffer);
}

static void add_citation(pol_buffer *buffer, const pol_document *document,
                         const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add(document, passage, &built);
    add_built(buffer, &built);
}

static void add_reference(pol_buffer *buffer, const pol_stored *stored, const pol_passage *passage)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_buffer_add_text(buffer, "— ");
    add_citation(buffer, &stored->document, passage);
    pol_buffer_add_text(buffer, "  \n");
    add_line(buffer, stored->document.id.text);
    pol_markdown_add(buffer, pol_span_of(pol_part_anchor(passage, anchor)), false);
    pol_buffer_add_text(buffer, "\n\n");
}

/* --- hits ------------------------------------------------------------------------- */

static void add_heading(pol_buffer *buffer, const pol_results *results, size_t index)
{
    const pol_hit *hit = &results->hits[index];
    pol_span title = hit->stored->document.display_title;
    pol_buffer_printf(buffer, "## %zu\\. ", pol_part_rank(results, index));
    add_marked(buffer, title, 0, title.size, hit->title_highlights, hit->title_highlight_count,
               false);
    if (pol_citation_title_is_opening(&hit->stored->document))
        pol_buffer_add_text(buffer, "…");
    pol_buffer_add_text(buffer, "\n\n");
}

static void add_facts(pol_buffer *buffer, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    const char *decision = pol_part_decision(document);
    bool has_clause = hit->passage && hit->passage->clause != POL_CLAUSE_ARTICLE;
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_part_when(document, &built);
    if (built.size)
        pol_buffer_add_text(&built, decision[0] || has_clause ? " · " : "");
    pol_buffer_add_text(&built, decision);
    if (hit->passage && hit->passage->decision != POL_DECISION_NONE)
        pol_buffer_printf(&built, " (this point: %s)",
                          pol_decision_label((pol_decision)hit->passage->decision));
    if (has_clause)
        pol_buffer_printf(&built, "%s%s", decision[0] ? " · " : "",
                          pol_clause_code((pol_clause)hit->passage->clause));
    add_built(buffer, &built);
    pol_buffer_add_text(buffer, "\n\n");
}

static void add_remark(pol_buffer *buffer, const pol_document *document, bool shows_people)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_remark_add(document, shows_people, &built);
    size_t size = built.size;
    pol_buffer_add_text(buffer, size ? "*" : "");
    add_built(buffer, &built);
    pol_buffer_add_text(buffer, size ? "*\n\n" : "");
}

static void add_quote(pol_buffer *buffer, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_span text = hit->passage ? hit->passage->text : document->text;
    pol_snippet shown = pol_snippet_find(text, hit->highlights, hit->highlight_count,
                                         hit->passage ? SNIPPET_BYTES : OPENING_BYTES);
    bool has_label = hit->passage && hit->passage->label.size;
    if (hit->lead_in && hit->lead_in->text.size) {
        pol_buffer_add_text(buffer, "> ");
        add_line(buffer, hit->lead_in->text);
        pol_buffer_add_text(buffer, "\n>\n");
    }
    pol_buffer_add_text(buffer, "> ");
    if (has_label) {
        pol_markdown_add(buffer, hit->passage->label, true);
        pol_buffer_add_byte(buffer, ' ');
    }
    pol_buffer_add_text(buffer, shown.start ? "… " : "");
    add_marked(buffer, text, shown.start, shown.end, hit->highlights,
               hit->passage ? hit->highlight_count : 0, !has_label && shown.start == 0);
    pol_buffer_add_text(buffer, shown.end < text.size ? " …\n\n" : "\n\n");
}

static void add_part(pol_buffer *buffer, const pol_results *results,
                     void (*add)(const pol_results *results, pol_buffer *buffer))
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    add(results, &built);
    size_t size = built.size;
    add_built(buffer, &built);
    if (size)
        pol_buffer_add_text(buffer, "\n\n");
}

static void add_facets(pol_buffer *buffer, const pol_results *results)
{
    for (size_t i = 0; i < results->facet_count; i++) {
        const pol_facet *facet = &results->facets[i];
        if (facet->value_count == 0)
            continue;
        pol_buffer_printf(buffer, "By %s: ", facet->field);
        for (size_t j = 0; j < facet->value_count; j++) {
            pol_buffer_add_text(buffer, j ? ", " : "");
            pol_markdown_add(buffer, pol_part_facet_label(facet->field, facet->values[j].value),
                             false);
            pol_buffer_printf(buffer, " (%s%u)", results->facets_are_exact ? "" : "about ",
                              (unsigned)facet->values[j].motions);
        }
        pol_buffer_add_text(buffer, "\n\n");
    }
}

static void add_unknown(pol_buffer *buffer, const pol_results *results)
{
    if (results->unknown_word_count)
        pol_buffer_add_text(buffer, "Not in any document: ");
    for (size_t i = 0; i < results->unknown_word_count; i++) {
        pol_buffer_add_text(buffer, i ? ", ‘" : "‘");
        pol_markdown_add(buffer, results->unknown_words[i], false);
        pol_buffer_add_text(buffer, "’");
    }
    if (results->unknown_word_count)
        pol_buffer_add_text(buffer, ".\n\n");
}

/* Why the answer may not be what was asked for. */
static void add_spelling(pol_buffer *buffer, const pol_results *results)
{
    if (results->lacks_words)
        add_part(buffer, results, pol_part_lack);
    else
        add_unknown(buffer, results);
    if (results->suggestion.size) {
        pol_buffer_add_text(buffer, "Did you mean: ");
        pol_markdown_add(buffer, results->suggestion, false);
        pol_buffer_add_text(buffer, "\n\n");
    }
    add_part(buffer, results, pol_part_rest);
}

static void add_hits(pol_buffer *buffer, const pol_results *results,
                     const pol_render_options *options)
{
    for (size_t i = 0; i < results->hit_count; i++) {
        const pol_hit *hit = &results->hits[i];
        bool is_new_tier = i == 0 || hit->tier != results->hits[i - 1].tier;
        if (is_new_tier && hit->tier != POL_TIER_ANY)
            pol_buffer_printf(buffer, "*%s*\n\n", pol_part_tier(results, hit->tier));
        bool is_continued = pol_part_is_continued(results, i);
        if (!is_continued)
            add_heading(buffer, results, i);
        add_facts(buffer, hit);
        if (!is_continued)
            add_remark(buffer, &hit->stored->document, options->shows_people);
        add_quote(buffer, hit);
        add_reference(buffer, hit->stored, hit->passage);
    }
    add_facets(buffer, results);
    add_part(buffer, results, pol_part_hidden);
    add_part(buffer, results, pol_part_page);
}

void pol_render_markdown(const pol_results *results, const pol_render_options *options,
                         pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, "# ");
    pol_markdown_add(buffer, results->query, false);
    pol_buffer_add_text(buffer, results->asks_nothing ? "\n\nThere is " : "\n\nLooked for ");
    pol_markdown_add(buffer, results->understood, false);
    pol_buffer_add_text(buffer, ".\n\n");
    for (size_t i = 0; i < results->note_count; i++) {
        pol_buffer_add_text(buffer, "Note: ");
        pol_markdown_add(buffer, pol_span_of(results->notes[i]), false);
        pol_buffer_add_text(buffer, "\n\n");
    }
    add_spelling(buffer, results);
    if (results->hit_count == 0 && !results->asks_nothing)
        pol_buffer_printf(buffer, "Nothing found in %u document%s.\n\n",
                          (unsigned)results->indexed_documents,
                          results->indexed_documents == 1 ? "" : "s");
    if (!results->is_off_subject)
        add_hits(buffer, results, options);
}

/* --- one document ----------------------------------------------------------------- */

static void add_value(pol_buffer *buffer, const char *name, pol_span value)
{
    if (pol_span_trim(value).size == 0)
        return;
    pol_buffer_printf(buffer, "- %s: ", name);
    pol_markdown_add(buffer, pol_span_trim(value), false);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_fact(void *buffer, const char *name, pol_span value)
{
    add_value(buffer, name, value);
}

/* A value that a function builds. */
static void add_built_value(pol_buffer *buffer, const char *name, pol_buffer *built)
{
    add_value(buffer, name, pol_buffer_span(built));
    pol_buffer_spend(built, buffer);
}

static void add_sources(pol_buffer *buffer, const pol_stored *stored)
{
    for (size_t i = 0; i < stored->source_count; i++) {
        pol_buffer built;
        pol_buffer_init(&built, LINE_BYTES);
        pol_buffer_add(&built, stored->sources[i]);
        if (i == 0)
            pol_facts_add_place(&stored->document, &built);
        add_built_value(buffer, "Source", &built);
    }
}

static void add_decision(pol_buffer *buffer, const pol_document *document, bool shows_people)
{
    pol_buffer built;
    if (!pol_kind_is_decided(document->kind))
        return;
    pol_buffer_init(&built, LINE_BYTES);
    pol_buffer_add_text(&built, pol_part_decision(document));
    pol_facts_add_stated(document, shows_people, &built);
    add_built_value(buffer, "Decision", &built);
}

static void add_values(pol_buffer *buffer, const pol_stored *stored,
                       const pol_render_options *options)
{
    const pol_document *document = &stored->document;
    char iso[POL_DATE_ISO_SIZE];
    pol_buffer number, section;
    pol_buffer_init(&number, LINE_BYTES);
    pol_buffer_init(&section, LINE_BYTES);
    pol_citation_add_number(document, &number);
    pol_facts_add_section(document, options->shows_people, &section);
    add_value(buffer, "Kind", pol_span_of(pol_kind_label(document->kind)));
    add_built_value(buffer, "Number", &number);
    add_built_value(buffer, "Section", &section);
    add_value(buffer, "Conference", document->conference.text);
    add_value(buffer, "Organisation", document->organisation.text);
    add_value(buffer, "Date", pol_span_of(pol_date_iso(document->date, iso)));
    add_decision(buffer, document, options->shows_people);
    pol_status status = pol_facts_each(document, options->shows_people, add_fact, buffer);
    if (status != POL_OK && buffer->status == POL_OK)
        buffer->status = status;
    for (size_t i = 0; i < document->submitter_count; i++)
        if (pol_part_shows(&document->submitters[i], options))
            add_value(buffer, "Submitted by", document->submitters[i].name);
    add_value(buffer, "Address", document->source.text);
    add_sources(buffer, stored);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_passage(pol_buffer *buffer, const pol_passage *passage)
{
    bool has_label = passage->label.size > 0;
    if (has_label) {
        pol_markdown_add(buffer, passage->label, true);
        pol_buffer_add_byte(buffer, ' ');
    }
    pol_markdown_add(buffer, passage->text, !has_label);
    if (passage->decision != POL_DECISION_NONE)
        pol_buffer_printf(buffer, " *(this point: %s)*",
                          pol_decision_label((pol_decision)passage->decision));
    pol_buffer_add_text(buffer, "\n\n");
}

void pol_render_document_markdown(const pol_stored *stored, const pol_render_options *options,
                                  pol_buffer *buffer)
{
    const pol_document *document = &stored->document;
    pol_buffer_add_text(buffer, "# ");
    pol_markdown_add(buffer, document->display_title, false);
    pol_buffer_add_text(buffer, "\n\n");
    add_values(buffer, stored, options);
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        if (i == 0 || document->passages[i - 1].clause != passage->clause)
            pol_buffer_printf(buffer, "## %s\n\n", pol_clause_code((pol_clause)passage->clause));
        add_passage(buffer, passage);
    }
    add_reference(buffer, stored, NULL);
}
