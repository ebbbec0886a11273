/* document.c - one whole document as text: what it is, its passages by clause with
 * labels and decisions, where it comes from, how to cite it. */
#include "core/date.h"
#include "search/citation.h"
#include "search/facts.h"
#include "search/render/documents.h"
#include "search/render/parts.h"
#include "search/render/pen.h"

enum { LINE_BYTES = 1 << 20, POINT_INDENT = 3 };

/* --- values ----------------------------------------------------------------------- */

static void start_value(pol_pen *pen, const char *name)
{
    pol_pen_start(pen, 0, POINT_INDENT);
    pol_pen_set_style(pen, POL_STYLE_DIM);
    pol_pen_text(pen, name);
    pol_pen_text(pen, ":");
    pol_pen_set_style(pen, POL_STYLE_NONE);
    pol_pen_text(pen, " ");
}

static void write_value(pol_pen *pen, const char *name, pol_span value)
{
    if (pol_span_trim(value).size == 0)
        return;
    start_value(pen, name);
    pol_pen_write(pen, value);
    pol_pen_end(pen);
}

static void keep_status(pol_pen *pen, pol_status status)
{
    if (status != POL_OK && pen->buffer->status == POL_OK)
        pen->buffer->status = status;
}

static void write_built(pol_pen *pen, const char *name, const pol_document *document,
                        void (*add)(const pol_document *document, pol_buffer *buffer))
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    add(document, &built);
    write_value(pen, name, pol_buffer_span(&built));
    keep_status(pen, built.status);
    pol_buffer_done(&built);
}

static void add_citation(const pol_document *document, pol_buffer *buffer)
{
    pol_citation_add(document, NULL, buffer);
}

static void write_decision(pol_pen *pen, const pol_document *document, bool shows_people)
{
    pol_buffer stated;
    if (!pol_kind_is_decided(document->kind))
        return;
    pol_buffer_init(&stated, LINE_BYTES);
    pol_facts_add_stated(document, shows_people, &stated);
    start_value(pen, "Decision");
    pol_pen_set_style(pen, pol_style_of_decision(document->decision));
    pol_pen_text(pen, pol_part_decision(document));
    pol_pen_set_style(pen, POL_STYLE_NONE);
    pol_pen_write(pen, pol_buffer_span(&stated));
    pol_pen_end(pen);
    keep_status(pen, stated.status);
    pol_buffer_done(&stated);
}

static void write_fact(void *pen, const char *name, pol_span value)
{
    write_value(pen, name, value);
}

static void write_submitters(pol_pen *pen, const pol_document *document,
                             const pol_render_options *options)
{
    size_t shown = 0;
    for (size_t i = 0; i < document->submitter_count; i++) {
        if (!pol_part_shows(&document->submitters[i], options))
            continue;
        if (shown++ == 0)
            start_value(pen, "Submitted by");
        else
            pol_pen_text(pen, ", ");
        pol_pen_write(pen, document->submitters[i].name);
    }
    if (shown)
        pol_pen_end(pen);
}

static void write_section(pol_pen *pen, const pol_document *document,
                          const pol_render_options *options)
{
    pol_buffer section;
    pol_buffer_init(&section, LINE_BYTES);
    pol_facts_add_section(document, options->shows_people, &section);
    write_value(pen, "Section", pol_buffer_span(&section));
    keep_status(pen, section.status);
    pol_buffer_done(&section);
}

static void write_facts(pol_pen *pen, const pol_document *document,
                        const pol_render_options *options)
{
    char iso[POL_DATE_ISO_SIZE];
    write_value(pen, "Kind", pol_span_of(pol_kind_label(document->kind)));
    write_built(pen, "Number", document, pol_citation_add_number);
    write_section(pen, document, options);
    write_built(pen, "Conference", document, pol_citation_add_conference);
    write_value(pen, "Organisation", document->organisation.text);
    write_value(pen, "Date", pol_span_of(pol_date_iso(document->date, iso)));
    write_decision(pen, document, options->shows_people);
    keep_status(pen, pol_facts_each(document, options->shows_people, write_fact, pen));
    write_submitters(pen, document, options);
}

/* --- passages --------------------------------------------------------------------- */

static void write_passage(pol_pen *pen, const pol_passage *passage)
{
    size_t indent = passage->depth * (size_t)POINT_INDENT;
    indent = pen->width || pen->has_color || pen->has_marks ? indent : 0;
    pol_pen_start(pen, indent, indent ? indent + POINT_INDENT : 0);
    if (passage->label.size) {
        pol_pen_write(pen, passage->label);
        pol_pen_text(pen, " ");
    }
    pol_pen_write(pen, passage->text);
    if (passage->decision != POL_DECISION_NONE) {
        pol_pen_set_style(pen, pol_style_of_decision((pol_decision)passage->decision));
        pol_pen_text(pen, " (this point: ");
        pol_pen_text(pen, pol_decision_label((pol_decision)passage->decision));
        pol_pen_text(pen, ")");
    }
    pol_pen_end(pen);
}

static void write_passages(pol_pen *pen, const pol_document *document)
{
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        bool is_new = i == 0 || document->passages[i - 1].clause != passage->clause;
        pol_pen_gap(pen);
        if (is_new) {
            pol_pen_start(pen, 0, 0);
            pol_pen_set_style(pen, POL_STYLE_DIM);
            pol_pen_text(pen, "[");
            pol_pen_text(pen, pol_clause_code((pol_clause)passage->clause));
            pol_pen_text(pen, "]");
            pol_pen_end(pen);
        }
        write_passage(pen, passage);
    }
}

/* The first is the file that was read: there the document has its place. */
static void write_sources(pol_pen *pen, const pol_stored *stored)
{
    for (size_t i = 0; i < stored->source_count; i++) {
        pol_buffer place;
        pol_buffer_init(&place, LINE_BYTES);
        if (i == 0)
            pol_facts_add_place(&stored->document, &place);
        start_value(pen, i ? "Also in" : "Source");
        pol_pen_write(pen, stored->sources[i]);
        pol_pen_write(pen, pol_buffer_span(&place));
        pol_pen_end(pen);
        keep_status(pen, place.status);
        pol_buffer_done(&place);
    }
}

void pol_render_document_text(const pol_stored *stored, const pol_render_options *options,
                              pol_buffer *buffer)
{
    const pol_document *document = &stored->document;
    pol_pen pen;
    pol_pen_init(&pen, options, buffer);
    pol_pen_start(&pen, 0, 0);
    pol_pen_set_style(&pen, POL_STYLE_TITLE);
    pol_pen_write(&pen, document->display_title);
    pol_pen_end(&pen);
    write_facts(&pen, document, options);
    write_passages(&pen, document);
    pol_pen_gap(&pen);
    write_built(&pen, "Citation", document, add_citation);
    write_value(&pen, "Id", document->id.text);
    write_value(&pen, "Address", document->source.text);
    write_sources(&pen, stored);
}
