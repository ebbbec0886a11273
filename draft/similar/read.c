/* read.c - see read.h. The same facts as lines for the eye, as labelled lines for
 * screen readers, and as a list in Markdown. */
#include "draft/similar/read.h"

#include <stdio.h>

#include "search/citation.h"
#include "search/render/parts.h"
#include "search/render/pen.h"

enum { LINE_BYTES = 1 << 20, INDENT = 3, SHARES_SIZE = 160 };

static const char nothing[] = "No other document says much the same.";

unsigned pol_similar_percent(double share)
{
    unsigned percent = share > 0 ? (unsigned)(share * 100 + 0.5) : 0;
    return percent < 100 ? percent : share < 1 ? 99 : 100;
}

/* --- text ------------------------------------------------------------------------- */

static void write_built(pol_pen *pen, pol_buffer *built)
{
    pol_pen_write(pen, pol_buffer_span(built));
    pol_buffer_spend(built, pen->buffer);
}

static void write_citation(pol_pen *pen, const pol_document *document)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add(document, NULL, &built);
    write_built(pen, &built);
}

static void start_plain(pol_pen *pen, const char *name)
{
    pol_pen_start(pen, 0, 0);
    pol_pen_text(pen, name);
    pol_pen_text(pen, ": ");
}

static void write_shares(pol_pen *pen, const pol_similar_one *one)
{
    char text[SHARES_SIZE];
    snprintf(text, sizeof text,
             "has %u%% of this document's content; %u%% of its own is in this one",
             pol_similar_percent(one->share), pol_similar_percent(one->other_share));
    pol_pen_text(pen, text);
}

static void write_one(pol_pen *pen, const pol_similar_one *one, size_t rank)
{
    char number[32];
    const pol_document *document = &one->stored->document;
    snprintf(number, sizeof number, "%zu. ", rank);
    pol_pen_start(pen, 0, INDENT);
    pol_pen_text(pen, number);
    write_citation(pen, document);
    pol_pen_end(pen);
    pol_pen_start(pen, INDENT, INDENT);
    write_shares(pen, one);
    pol_pen_end(pen);
    pol_pen_start(pen, INDENT, INDENT);
    pol_pen_set_style(pen, POL_STYLE_DIM);
    pol_pen_write(pen, document->id.text);
    pol_pen_end(pen);
    pol_pen_gap(pen);
}

static void write_plain_one(pol_pen *pen, const pol_similar_one *one, size_t rank)
{
    char heading[32];
    snprintf(heading, sizeof heading, "Result %zu", rank);
    pol_pen_start(pen, 0, 0);
    pol_pen_text(pen, heading);
    pol_pen_end(pen);
    start_plain(pen, "Citation");
    write_citation(pen, &one->stored->document);
    pol_pen_end(pen);
    start_plain(pen, "Shared");
    write_shares(pen, one);
    pol_pen_end(pen);
    start_plain(pen, "Address");
    pol_pen_write(pen, one->stored->document.id.text);
    pol_pen_end(pen);
    pol_pen_gap(pen);
}

void pol_similar_render_text(const pol_similar *similar, const pol_render_options *options,
                             pol_buffer *buffer)
{
    pol_pen pen;
    pol_pen_init(&pen, options, buffer);
    pol_pen_start(&pen, 0, 0);
    pol_pen_set_style(&pen, POL_STYLE_DIM);
    pol_pen_text(&pen, "Looked for documents that say much the same as ");
    write_citation(&pen, &similar->of->document);
    pol_pen_text(&pen, ".");
    pol_pen_end(&pen);
    pol_pen_gap(&pen);
    for (size_t i = 0; i < similar->count; i++) {
        if (options->is_plain)
            write_plain_one(&pen, &similar->ones[i], i + 1);
        else
            write_one(&pen, &similar->ones[i], i + 1);
    }
    if (similar->count)
        return;
    pol_pen_start(&pen, 0, 0);
    pol_pen_text(&pen, nothing);
    pol_pen_end(&pen);
}

/* --- Markdown --------------------------------------------------------------------- */

static void add_citation(pol_buffer *buffer, const pol_stored *stored)
{
    pol_buffer url;
    pol_buffer_init(&url, LINE_BYTES);
    pol_part_url(stored, NULL, &url);
    pol_citation_add_markdown(&stored->document, NULL, pol_buffer_span(&url), buffer);
    pol_buffer_spend(&url, buffer);
}

void pol_similar_render_markdown(const pol_similar *similar, const pol_render_options *options,
                                 pol_buffer *buffer)
{
    (void)options; /* nothing here names people */
    pol_buffer_add_text(buffer, "# Like ");
    add_citation(buffer, similar->of);
    pol_buffer_add_text(buffer, "\n\n");
    if (similar->count == 0)
        pol_buffer_printf(buffer, "%s\n", nothing);
    for (size_t i = 0; i < similar->count; i++) {
        const pol_similar_one *one = &similar->ones[i];
        pol_buffer_printf(buffer, "%zu. ", i + 1);
        add_citation(buffer, one->stored);
        pol_buffer_printf(buffer,
                          ": has %u%% of this document's content; %u%% of its own is in this one\n",
                          pol_similar_percent(one->share), pol_similar_percent(one->other_share));
    }
}
