/* timeline.c - a timeline as text for people and as Markdown. */
#include <stdio.h>

#include "search/citation.h"
#include "search/markdown.h"
#include "search/remark.h"
#include "search/render/parts.h"
#include "search/render/pen.h"
#include "search/snippet.h"
#include "search/timeline.h"

enum { EXCERPT_BYTES = 280, LINE_BYTES = 1 << 20, INDENT = 3 };

bool pol_timeline_has_output(pol_output output)
{
    return output == POL_OUTPUT_TEXT || output == POL_OUTPUT_MARKDOWN ||
           output == POL_OUTPUT_JSON || output == POL_OUTPUT_JSONL || output == POL_OUTPUT_CSV;
}

static bool is_new_year(const pol_timeline *timeline, size_t at)
{
    return at == 0 || timeline->entries[at].year != timeline->entries[at - 1].year;
}

/* The text that is shortened: the passage, or how the document opens. */
static pol_span text_of(const pol_hit *hit, pol_snippet *ret_part)
{
    pol_span text = hit->passage ? hit->passage->text : hit->stored->document.text;
    *ret_part = pol_snippet_find(text, hit->highlights, hit->passage ? hit->highlight_count : 0,
                                 EXCERPT_BYTES);
    return text;
}

/* What stands before the title: "carried", "lost", "article, 22 August 2016". */
static void add_what(const pol_timeline_entry *entry, pol_buffer *buffer)
{
    const pol_document *document = &entry->hit->stored->document;
    if (entry->decision == POL_DECISION_NONE)
        pol_citation_add_kind(document, buffer);
    else
        pol_buffer_add_text(buffer, entry->decision_words);
    if (entry->is_past)
        pol_buffer_add_text(buffer, document->standing == POL_STANDING_LAPSED
                                        ? ", lapsed since"
                                        : ", superseded since");
}

/* --- text ----------------------------------------------------------------------------- */

typedef struct text_writer {
    pol_pen pen;
    const pol_timeline *timeline;
    const pol_render_options *options;
    size_t indent;
} text_writer;

/* The paragraph that `built` holds, which is freed. */
static void write_built(text_writer *w, size_t indent, pol_style style, const char *before,
                        pol_buffer *built)
{
    if (built->size) {
        pol_pen_start(&w->pen, indent, indent);
        pol_pen_set_style(&w->pen, style);
        pol_pen_text(&w->pen, before);
        pol_pen_write(&w->pen, pol_buffer_span(built));
        pol_pen_end(&w->pen);
    }
    pol_buffer_spend(built, w->pen.buffer);
}

static pol_buffer new_line(void)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    return built;
}

static void write_text_line(text_writer *w, pol_style style, const char *text)
{
    pol_pen_start(&w->pen, 0, 0);
    pol_pen_set_style(&w->pen, style);
    pol_pen_text(&w->pen, text);
    pol_pen_end(&w->pen);
}

static void write_title(text_writer *w, const pol_timeline_entry *entry)
{
    const pol_hit *hit = entry->hit;
    const pol_document *document = &hit->stored->document;
    pol_buffer what = new_line();
    add_what(entry, &what);
    pol_pen_start(&w->pen, w->indent, w->indent);
    pol_pen_set_style(&w->pen,
                      entry->is_past ? POL_STYLE_DIM : pol_style_of_decision(entry->decision));
    pol_pen_write(&w->pen, pol_buffer_span(&what));
    pol_pen_set_style(&w->pen, POL_STYLE_NONE);
    pol_pen_text(&w->pen, ": ");
    pol_pen_set_style(&w->pen, POL_STYLE_TITLE);
    pol_pen_write(&w->pen, document->display_title);
    pol_pen_text(&w->pen, pol_citation_title_is_opening(document) ? "…" : "");
    pol_pen_end(&w->pen);
    pol_buffer_done(&what);
}

static void write_excerpt(text_writer *w, const pol_hit *hit)
{
    pol_snippet part;
    pol_span text = text_of(hit, &part);
    pol_pen_start(&w->pen, w->indent, w->indent);
    pol_pen_text(&w->pen, w->options->is_plain ? "Text: " : "");
    if (hit->passage && hit->passage->label.size) {
        pol_pen_write(&w->pen, hit->passage->label);
        pol_pen_text(&w->pen, " ");
    }
    pol_pen_text(&w->pen, part.start ? "… " : "");
    pol_pen_write_marked(&w->pen, text, part.start, part.end, hit->highlights,
                         hit->passage ? hit->highlight_count : 0);
    pol_pen_text(&w->pen, part.end < text.size ? " …" : "");
    pol_pen_end(&w->pen);
}

static void write_entry(text_writer *w, const pol_timeline_entry *entry)
{
    const pol_hit *hit = entry->hit;
    bool is_plain = w->options->is_plain;
    char anchor[POL_ANCHOR_SIZE];
    pol_buffer remark = new_line(), citation = new_line(), address = new_line();
    write_title(w, entry);
    pol_remark_add(&hit->stored->document, w->options->shows_people, &remark);
    write_built(w, w->indent, POL_STYLE_DIM, is_plain ? "Remark: " : "note: ", &remark);
    write_excerpt(w, hit);
    pol_citation_add(&hit->stored->document, hit->passage, &citation);
    write_built(w, w->indent, POL_STYLE_NONE, is_plain ? "Citation: " : "— ", &citation);
    pol_buffer_add(&address, hit->stored->document.id.text);
    pol_buffer_add_text(&address, pol_part_anchor(hit->passage, anchor));
    write_built(w, w->indent, POL_STYLE_DIM, is_plain ? "Address: " : "", &address);
    pol_pen_gap(&w->pen);
}

static void write_now(text_writer *w)
{
    const pol_timeline *timeline = w->timeline;
    pol_buffer sentence = new_line(), caution = new_line();
    write_text_line(w, POL_STYLE_TITLE, "Policy now");
    pol_buffer_add_text(&sentence, pol_timeline_now_words(timeline));
    if (timeline->now) {
        const pol_hit *hit = timeline->now->hit;
        pol_citation_add(&hit->stored->document, hit->passage, &sentence);
        pol_buffer_add_byte(&sentence, '.');
    }
    write_built(w, w->indent, POL_STYLE_NONE, "", &sentence);
    pol_timeline_add_caution(timeline, &caution);
    write_built(w, w->indent, POL_STYLE_NONE, "", &caution);
}

static void write_head(text_writer *w)
{
    const pol_results *found = w->timeline->found;
    pol_buffer heading = new_line(), summary = new_line();
    pol_buffer_add_text(&heading, "What was decided when: ");
    pol_buffer_add(&heading, found->understood);
    write_built(w, 0, POL_STYLE_TITLE, "", &heading);
    for (size_t i = 0; i < found->note_count; i++) {
        pol_buffer note = new_line();
        pol_buffer_add_text(&note, found->notes[i]);
        write_built(w, 0, POL_STYLE_NONE, "Note: ", &note);
    }
    pol_timeline_add_summary(w->timeline, &summary);
    write_built(w, 0, POL_STYLE_NONE, "", &summary);
    pol_pen_gap(&w->pen);
}

static void render_text(const pol_timeline *timeline, const pol_render_options *options,
                        pol_buffer *buffer)
{
    text_writer w = {
        .timeline = timeline, .options = options, .indent = options->is_plain ? 0 : INDENT};
    pol_pen_init(&w.pen, options, buffer);
    write_head(&w);
    for (size_t i = 0; i < timeline->entry_count; i++) {
        char year[16];
        if (is_new_year(timeline, i)) {
            write_text_line(&w, POL_STYLE_TITLE,
                            pol_timeline_year(timeline->entries[i].year, year));
            pol_pen_gap(&w.pen);
        }
        write_entry(&w, &timeline->entries[i]);
    }
    write_now(&w);
}

/* --- Markdown --------------------------------------------------------------------------- */

/* What `built` holds, escaped; freed. */
static void add_built(pol_buffer *buffer, pol_buffer *built)
{
    pol_markdown_add(buffer, pol_buffer_span(built), false);
    pol_buffer_spend(built, buffer);
}

static void add_quote(pol_buffer *buffer, const pol_hit *hit)
{
    pol_snippet part;
    pol_span text = text_of(hit, &part);
    pol_buffer_add_text(buffer, "  > ");
    if (hit->passage && hit->passage->label.size) {
        pol_markdown_add(buffer, hit->passage->label, true);
        pol_buffer_add_byte(buffer, ' ');
    }
    pol_buffer_add_text(buffer, part.start ? "… " : "");
    pol_markdown_add(buffer, pol_span_make(text.data + part.start, part.end - part.start), true);
    pol_buffer_add_text(buffer, part.end < text.size ? " …\n\n" : "\n\n");
}

static void add_entry(pol_buffer *buffer, const pol_timeline_entry *entry,
                      const pol_render_options *options)
{
    const pol_document *document = &entry->hit->stored->document;
    pol_buffer what = new_line(), remark = new_line(), citation = new_line();
    add_what(entry, &what);
    pol_remark_add(document, options->shows_people, &remark);
    pol_citation_add(document, entry->hit->passage, &citation);
    pol_buffer_add_text(buffer, "- **");
    add_built(buffer, &what);
    pol_buffer_add_text(buffer, ":** ");
    pol_markdown_add(buffer, document->display_title, false);
    pol_buffer_add_text(buffer, pol_citation_title_is_opening(document) ? "…\n\n" : "\n\n");
    add_quote(buffer, entry->hit);
    pol_buffer_add_text(buffer, remark.size ? "  *" : "");
    bool has_remark = remark.size > 0;
    add_built(buffer, &remark);
    pol_buffer_add_text(buffer, has_remark ? "*\n\n  — " : "  — ");
    add_built(buffer, &citation);
    pol_buffer_add_text(buffer, "\n\n");
}

static void add_now(pol_buffer *buffer, const pol_timeline *timeline)
{
    pol_buffer citation = new_line(), caution = new_line();
    pol_buffer_printf(buffer, "## Policy now\n\n%s", pol_timeline_now_words(timeline));
    if (timeline->now)
        pol_citation_add(&timeline->now->hit->stored->document, timeline->now->hit->passage,
                         &citation);
    add_built(buffer, &citation);
    pol_buffer_add_text(buffer, timeline->now ? ".\n\n" : "\n\n");
    pol_timeline_add_caution(timeline, &caution);
    bool has_caution = caution.size > 0;
    add_built(buffer, &caution);
    pol_buffer_add_text(buffer, has_caution ? "\n\n" : "");
}

static void render_markdown(const pol_timeline *timeline, const pol_render_options *options,
                            pol_buffer *buffer)
{
    const pol_results *found = timeline->found;
    pol_buffer summary = new_line();
    pol_buffer_add_text(buffer, "# What was decided when: ");
    pol_markdown_add(buffer, found->understood, false);
    pol_buffer_add_text(buffer, "\n\n");
    for (size_t i = 0; i < found->note_count; i++) {
        pol_buffer_add_text(buffer, "Note: ");
        pol_markdown_add(buffer, pol_span_of(found->notes[i]), false);
        pol_buffer_add_text(buffer, "\n\n");
    }
    pol_timeline_add_summary(timeline, &summary);
    add_built(buffer, &summary);
    pol_buffer_add_text(buffer, "\n\n");
    for (size_t i = 0; i < timeline->entry_count; i++) {
        char year[16];
        if (is_new_year(timeline, i))
            pol_buffer_printf(buffer, "## %s\n\n",
                              pol_timeline_year(timeline->entries[i].year, year));
        add_entry(buffer, &timeline->entries[i], options);
    }
    add_now(buffer, timeline);
}

/* --- all -------------------------------------------------------------------------------- */

void pol_timeline_render(pol_output output, const pol_timeline *timeline,
                         const pol_render_options *options, pol_buffer *buffer)
{
    bool is_empty = timeline->entry_count == 0 || timeline->found->is_off_subject;
    if (output == POL_OUTPUT_TEXT && !is_empty)
        render_text(timeline, options, buffer);
    else if (output == POL_OUTPUT_MARKDOWN && !is_empty)
        render_markdown(timeline, options, buffer);
    else
        pol_render_results(output, timeline->found, options, buffer);
}
