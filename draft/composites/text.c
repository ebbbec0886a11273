/* text.c - composite candidates as text and as Markdown, for people. */

#include "draft/composites/parts.h"
#include "search/markdown.h"
#include "search/render/pen.h"
#include "search/snippet.h"

enum { POINT_BYTES = 600 };
enum { MOTION_INDENT = 2, POINT_INDENT = 4 };

/* Either of the two: what stands where is told once, below. */
typedef struct sheet {
    const pol_composites *composites;
    const pol_render_options *options;
    pol_pen pen;        /* text */
    pol_buffer *buffer; /* Markdown; NULL: text */
} sheet;

/* --- lines -------------------------------------------------------------------------- */

/* A paragraph of its own. */
static void write_paragraph(sheet *s, pol_style style, pol_span text)
{
    if (s->buffer) {
        pol_markdown_add(s->buffer, text, true);
        pol_buffer_add_text(s->buffer, "\n\n");
        return;
    }
    pol_pen_start(&s->pen, 0, 0);
    pol_pen_set_style(&s->pen, style);
    pol_pen_write(&s->pen, text);
    pol_pen_end(&s->pen);
}

static void write_heading(sheet *s, int level, pol_span text)
{
    if (!s->buffer) {
        pol_pen_gap(&s->pen);
        write_paragraph(s, POL_STYLE_TITLE, text);
        return;
    }
    for (int i = 0; i < level; i++)
        pol_buffer_add_byte(s->buffer, '#');
    pol_buffer_add_byte(s->buffer, ' ');
    pol_markdown_add(s->buffer, text, false);
    pol_buffer_add_text(s->buffer, "\n\n");
}

/* What stands over a list. */
static void write_lead(sheet *s, pol_span text)
{
    if (s->buffer) {
        pol_markdown_add(s->buffer, text, true);
        pol_buffer_add_text(s->buffer, ":\n\n");
        return;
    }
    pol_pen_start(&s->pen, s->options->is_plain ? 0 : MOTION_INDENT, MOTION_INDENT);
    pol_pen_write(&s->pen, text);
    pol_pen_text(&s->pen, ":");
    pol_pen_end(&s->pen);
}

/* "name: text (facts)" as an item of a list. */
static void write_item(sheet *s, size_t indent, pol_span name, pol_span text, pol_span facts)
{
    pol_snippet shown = pol_snippet_find(text, NULL, 0, POINT_BYTES);
    pol_span cut = pol_span_make(text.data + shown.start, shown.end - shown.start);
    if (s->buffer) {
        pol_buffer_add_text(s->buffer, "- **");
        pol_markdown_add(s->buffer, name, false);
        pol_buffer_add_text(s->buffer, text.size ? ":** " : "** ");
        pol_markdown_add(s->buffer, cut, false);
        pol_buffer_add_text(s->buffer, shown.end < text.size ? " …" : "");
        pol_buffer_add_text(s->buffer, facts.size ? " (" : "");
        pol_markdown_add(s->buffer, facts, false);
        pol_buffer_add_text(s->buffer, facts.size ? ")\n" : "\n");
        return;
    }
    indent = s->options->is_plain ? 0 : indent;
    pol_pen_start(&s->pen, indent, s->options->is_plain ? 0 : indent + 2);
    pol_pen_write(&s->pen, name);
    pol_pen_text(&s->pen, text.size ? ": " : " ");
    pol_pen_write(&s->pen, cut);
    pol_pen_text(&s->pen, shown.end < text.size ? " …" : "");
    if (facts.size) {
        pol_pen_set_style(&s->pen, POL_STYLE_DIM);
        pol_pen_text(&s->pen, " (");
        pol_pen_write(&s->pen, facts);
        pol_pen_text(&s->pen, ")");
        pol_pen_set_style(&s->pen, POL_STYLE_NONE);
    }
    pol_pen_end(&s->pen);
}

static void end_list(sheet *s)
{
    if (s->buffer)
        pol_buffer_add_byte(s->buffer, '\n');
}

/* --- a group ------------------------------------------------------------------------ */

static void write_motion(sheet *s, const pol_document *document)
{
    pol_buffer name, facts;
    pol_buffer_init(&name, POL_COMPOSITES_LINE_MAX);
    pol_buffer_init(&facts, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_name(document, &name);
    pol_composites_add_facts(document, s->options->shows_people, &facts);
    write_item(s, MOTION_INDENT, pol_buffer_span(&name),
               document->number.text.size ? document->display_title : POL_SPAN(""),
               pol_buffer_span(&facts));
    pol_buffer_spend(&name, s->buffer ? s->buffer : s->pen.buffer);
    pol_buffer_spend(&facts, s->buffer ? s->buffer : s->pen.buffer);
}

static void write_point(sheet *s, const pol_composite_group *group,
                        const pol_composite_point *point)
{
    pol_buffer place;
    pol_buffer_init(&place, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_place(s->composites, group, point, &place);
    write_item(s, POINT_INDENT, pol_buffer_span(&place), point->passage->text, (pol_span){0});
    pol_buffer_spend(&place, s->buffer ? s->buffer : s->pen.buffer);
}

/* What more than one asks for, each in its own words; then what one alone does. */
static void write_points(sheet *s, const pol_composite_group *group)
{
    pol_composite_run run;
    bool has_single = false;
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end) {
        pol_buffer askers;
        pol_buffer_init(&askers, POL_COMPOSITES_LINE_MAX);
        pol_composites_add_askers(s->composites, group, &run, &askers);
        if (run.motions > 1)
            write_lead(s, pol_buffer_span(&askers));
        else if (!has_single)
            write_lead(s, POL_SPAN("One alone asks for"));
        for (size_t j = run.first; j < run.end; j++)
            write_point(s, group, &group->points[j]);
        if (run.motions > 1)
            end_list(s);
        else
            has_single = true;
        pol_buffer_spend(&askers, s->buffer ? s->buffer : s->pen.buffer);
    }
    if (has_single)
        end_list(s);
}

static void write_group(sheet *s, size_t at)
{
    const pol_composite_group *group = &s->composites->groups[at];
    pol_buffer heading;
    pol_buffer_init(&heading, POL_COMPOSITES_LINE_MAX);
    pol_buffer_printf(&heading, "Group %zu: ", at + 1);
    pol_composites_add_heading(s->composites, group, &heading);
    write_heading(s, 2, pol_buffer_span(&heading));
    for (size_t i = 0; i < group->motion_count; i++)
        write_motion(s, pol_composite_motion(s->composites, group, i));
    end_list(s);
    write_points(s, group);
    pol_buffer_spend(&heading, s->buffer ? s->buffer : s->pen.buffer);
}

static void write_all(sheet *s, pol_buffer *buffer)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_buffer_add_text(&built, "Motions that could be composited: ");
    pol_composites_add_conference(s->composites, &built);
    if (s->buffer)
        write_heading(s, 1, pol_buffer_span(&built));
    else
        write_paragraph(s, POL_STYLE_TITLE, pol_buffer_span(&built));
    pol_buffer_clear(&built);
    pol_composites_add_summary(s->composites, &built);
    write_paragraph(s, POL_STYLE_NONE, pol_buffer_span(&built));
    if (s->composites->group_count)
        write_paragraph(s, POL_STYLE_DIM, pol_span_of(pol_composites_caution()));
    for (size_t i = 0; i < s->composites->group_count; i++)
        write_group(s, i);
    pol_buffer_spend(&built, buffer);
}

void pol_composites_render_text(const pol_composites *composites, const pol_render_options *options,
                                pol_buffer *buffer)
{
    sheet s = {.composites = composites, .options = options};
    pol_pen_init(&s.pen, options, buffer);
    write_all(&s, buffer);
}

void pol_composites_render_markdown(const pol_composites *composites,
                                    const pol_render_options *options, pol_buffer *buffer)
{
    sheet s = {.composites = composites, .options = options, .buffer = buffer};
    write_all(&s, buffer);
}
