/* render_text.c - an agenda as text for people: a table of three columns whose cells are
 * wrapped (80 columns where the width is not known), or plain: each value on a labelled line. */
#include <stdio.h>

#include "core/utf8.h"
#include "draft/agenda/render.h"
#include "draft/composites/parts.h"
#include "draft/report/parts.h"
#include "search/printable.h"
#include "search/render/pen.h"

enum { WIDTH_DEFAULT = 80, GAP = 2, POINT_BYTES = 600, TITLE_BYTES = 300 };
enum { NUMBER_MIN = 5, NUMBER_MAX = 18 }; /* columns: "Emergency Motion 3" is not broken */
enum { COLUMNS = 3 };

/* --- a table -------------------------------------------------------------------------- */

typedef struct text_table {
    pol_buffer *buffer;
    size_t widths[COLUMNS];
} text_table;

/* The bytes of `text` that fit on a line of `width` columns: to a newline or between words; a word
 * that is longer is cut. *ret_used are those and the white space behind. */
static size_t line_of(pol_span text, size_t width, size_t *ret_used)
{
    size_t fits = 0, at = 0, columns = 0, size;
    for (; at < text.size && text.data[at] != '\n'; at += size) {
        uint32_t character;
        size = pol_utf8_decode(pol_span_from(text, at), &character);
        columns += pol_utf8_columns(pol_span_make(text.data + at, size));
        if (text.data[at] == ' ')
            fits = at;
        if (columns > width)
            break;
    }
    bool is_whole = at >= text.size || text.data[at] == '\n';
    size_t end = is_whole || fits == 0 ? at : fits;
    *ret_used = end + (end < text.size && (text.data[end] == ' ' || text.data[end] == '\n'));
    if (*ret_used == 0) /* not even one character is as narrow */
        *ret_used = end = 1;
    return end;
}

static void add_spaces(pol_buffer *buffer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pol_buffer_add_byte(buffer, ' ');
}

/* Cells are printable; their lines end with newlines. */
static void add_cells(const text_table *table, const pol_span cells[COLUMNS])
{
    pol_span rest[COLUMNS] = {cells[0], cells[1], cells[2]};
    while (rest[0].size || rest[1].size || rest[2].size) {
        size_t owed = 0; /* spaces, once something follows them */
        for (size_t i = 0; i < COLUMNS; i++) {
            size_t used = 0, end = 0;
            if (rest[i].size)
                end = line_of(rest[i], table->widths[i], &used);
            pol_span line = pol_span_make(rest[i].data, end);
            if (end) {
                add_spaces(table->buffer, owed);
                pol_buffer_add(table->buffer, line);
                owed = 0;
            }
            size_t columns = end ? pol_utf8_columns(line) : 0;
            owed +=
                table->widths[i] + GAP - (columns < table->widths[i] ? columns : table->widths[i]);
            rest[i] = pol_span_from(rest[i], used);
        }
        pol_buffer_add_byte(table->buffer, '\n');
    }
}

/* --- rows ----------------------------------------------------------------------------- */

static void add_line(pol_buffer *cell, pol_buffer *built)
{
    if (cell->size && built->size)
        pol_buffer_add_byte(cell, '\n');
    pol_printable_line(cell, pol_buffer_span(built));
    pol_buffer_spend(built, cell);
}

/* Title; what it repeats, and its group. */
static void fill_motion(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    pol_buffer ties;
    pol_buffer_init(&ties, POL_REPORT_LINE_MAX);
    pol_printable_start(cell, pol_span_trim(row->document->display_title), TITLE_BYTES);
    pol_agenda_add_duplicate(agenda, row, &ties);
    if (row->group)
        pol_buffer_printf(&ties, "%sgroup %u", ties.size ? "; " : "", (unsigned)row->group);
    add_line(cell, &ties);
}

/* Verdict; what it rests on; doubts. */
static void fill_decided(const pol_agenda_row *row, pol_buffer *cell)
{
    pol_buffer citation;
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_agenda_add_verdict(row, cell);
    pol_agenda_add_citation(row, &citation);
    add_line(cell, &citation);
    for (size_t i = 0; i < row->doubt_count; i++) {
        pol_buffer doubt;
        pol_buffer_init(&doubt, POL_REPORT_LINE_MAX);
        pol_buffer_add_text(&doubt, "doubtful: ");
        pol_buffer_add(&doubt, row->doubts[i]);
        add_line(cell, &doubt);
    }
}

static void fill_number(const pol_agenda_row *row, pol_buffer *cell)
{
    pol_printable_line(cell, pol_span_trim(row->document->number.text));
    pol_buffer_add_text(cell, cell->size ? "" : "–");
}

/* As wide as the widest number, within bounds: the other columns need the rest. */
static size_t width_of_numbers(const pol_agenda *agenda, size_t width, pol_buffer *buffer)
{
    size_t widest = NUMBER_MIN, most = width / 3 < NUMBER_MAX ? width / 3 : NUMBER_MAX;
    for (size_t i = 0; i < agenda->row_count; i++) {
        pol_buffer number;
        pol_buffer_init(&number, POL_REPORT_LINE_MAX);
        fill_number(&agenda->rows[i], &number);
        size_t columns = pol_utf8_columns(pol_buffer_span(&number));
        widest = columns > widest ? columns : widest;
        pol_buffer_spend(&number, buffer);
    }
    return widest < most ? widest : most;
}

static void add_row(const text_table *table, const pol_agenda *agenda, const pol_agenda_row *row)
{
    pol_buffer cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        pol_buffer_init(&cells[i], POL_REPORT_LINE_MAX);
    fill_number(row, &cells[0]);
    fill_motion(agenda, row, &cells[1]);
    fill_decided(row, &cells[2]);
    add_cells(table,
              (const pol_span[COLUMNS]){pol_buffer_span(&cells[0]), pol_buffer_span(&cells[1]),
                                        pol_buffer_span(&cells[2])});
    for (size_t i = 0; i < COLUMNS; i++)
        pol_buffer_spend(&cells[i], table->buffer);
}

static void add_table(const pol_agenda *agenda, const pol_render_options *options,
                      pol_buffer *buffer)
{
    size_t width = options->width ? options->width : WIDTH_DEFAULT;
    text_table table = {.buffer = buffer};
    if (width < POL_RENDER_WIDTH_MIN)
        width = POL_RENDER_WIDTH_MIN;
    if (width > POL_RENDER_WIDTH_MAX)
        width = POL_RENDER_WIDTH_MAX;
    table.widths[0] = width_of_numbers(agenda, width, buffer);
    size_t rest = width - table.widths[0] - 2 * GAP;
    table.widths[1] = rest * 2 / 5;
    table.widths[2] = rest - table.widths[1];
    pol_buffer_add_byte(buffer, '\n');
    add_cells(&table, (const pol_span[COLUMNS]){POL_SPAN("No."), POL_SPAN("Motion"),
                                                POL_SPAN("Decided before")});
    for (size_t i = 0; i < width; i++)
        pol_buffer_add_byte(buffer, '-');
    pol_buffer_add_byte(buffer, '\n');
    for (size_t i = 0; i < agenda->row_count; i++) {
        pol_buffer_add_text(buffer, i ? "\n" : "");
        add_row(&table, agenda, &agenda->rows[i]);
    }
}

/* --- rows on plain lines -------------------------------------------------------------- */

static void add_value(pol_pen *pen, const char *name, pol_buffer *built)
{
    if (built->size) {
        pol_pen_start(pen, 0, 0);
        pol_pen_text(pen, name);
        pol_pen_text(pen, ": ");
        pol_pen_write(pen, pol_buffer_span(built));
        pol_pen_end(pen);
    }
    pol_buffer_spend(built, pen->buffer);
}

static void add_plain_row(pol_pen *pen, const pol_agenda *agenda, size_t index)
{
    const pol_agenda_row *row = &agenda->rows[index];
    pol_buffer name, verdict, citation, duplicate, group;
    pol_buffer_init(&name, POL_REPORT_LINE_MAX);
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_buffer_init(&duplicate, POL_REPORT_LINE_MAX);
    pol_buffer_init(&group, POL_REPORT_LINE_MAX);
    pol_pen_gap(pen);
    pol_printable_line(&name, row->document->number.text);
    add_value(pen, "Number", &name);
    pol_buffer_init(&name, POL_REPORT_LINE_MAX);
    pol_printable_line(&name, row->document->display_title);
    add_value(pen, "Motion", &name);
    pol_agenda_add_verdict(row, &verdict);
    add_value(pen, "Decided before", &verdict);
    pol_agenda_add_citation(row, &citation);
    add_value(pen, "Closest decision", &citation);
    pol_agenda_add_duplicate(agenda, row, &duplicate);
    add_value(pen, "In this agenda", &duplicate);
    if (row->group)
        pol_buffer_printf(&group, "%u", (unsigned)row->group);
    add_value(pen, "Group", &group);
    for (size_t i = 0; i < row->doubt_count; i++) {
        pol_buffer doubt;
        pol_buffer_init(&doubt, POL_REPORT_LINE_MAX);
        pol_buffer_add(&doubt, row->doubts[i]);
        add_value(pen, "Doubtful", &doubt);
    }
}

/* --- groups --------------------------------------------------------------------------- */

static void add_points(pol_pen *pen, const pol_agenda *agenda, const pol_composite_group *group,
                       size_t first, size_t end)
{
    pol_marked point = pol_report_mark_nothing(group->points[first].passage->text, POINT_BYTES);
    bool is_plain = pen->width == 0;
    pol_buffer askers;
    pol_buffer_init(&askers, POL_REPORT_LINE_MAX);
    pol_agenda_add_askers(agenda, group, first, end, &askers);
    pol_pen_start(pen, is_plain ? 0 : 2, is_plain ? 0 : 4);
    pol_pen_write(pen, pol_buffer_span(&askers));
    pol_pen_text(pen, ": ");
    pol_pen_write_marked(pen, point.text, point.at, point.to, NULL, 0);
    pol_pen_text(pen, point.to < point.text.size ? " …" : "");
    pol_pen_end(pen);
    pol_buffer_spend(&askers, pen->buffer);
}

static void add_group(pol_pen *pen, const pol_agenda *agenda, size_t index)
{
    const pol_composite_group *group = &agenda->groups[index];
    pol_composite_run run;
    pol_buffer heading;
    pol_buffer_init(&heading, POL_REPORT_LINE_MAX);
    pol_buffer_printf(&heading, "Group %zu: ", index + 1);
    pol_agenda_add_members(agenda, group, &heading);
    pol_pen_gap(pen);
    pol_pen_start(pen, 0, 0);
    pol_pen_set_style(pen, POL_STYLE_TITLE);
    pol_pen_write(pen, pol_buffer_span(&heading));
    pol_pen_end(pen);
    pol_buffer_spend(&heading, pen->buffer);
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end)
        if (run.motions > 1)
            add_points(pen, agenda, group, run.first, run.end);
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].motions < 2)
            add_points(pen, agenda, group, i, i + 1);
}

static void add_searched(pol_pen *pen, const pol_agenda *agenda)
{
    pol_buffer searched;
    pol_buffer_init(&searched, POL_REPORT_LINE_MAX);
    pol_report_add_searched(&agenda->scope, &searched);
    pol_pen_gap(pen);
    pol_pen_start(pen, 0, 0);
    pol_pen_set_style(pen, POL_STYLE_DIM);
    pol_pen_text(pen, "Searched: ");
    pol_pen_write(pen, pol_buffer_span(&searched));
    pol_pen_end(pen);
    pol_buffer_spend(&searched, pen->buffer);
}

void pol_agenda_render_text(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer)
{
    pol_pen pen;
    pol_buffer summary;
    pol_pen_init(&pen, options, buffer);
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_agenda_add_summary(agenda, &summary);
    pol_pen_write(&pen, pol_buffer_span(&summary));
    pol_pen_end(&pen);
    pol_buffer_spend(&summary, buffer);
    pol_pen_text(&pen, pol_report_caution());
    pol_pen_end(&pen);
    if (!options->is_plain)
        add_table(agenda, options, buffer);
    for (size_t i = 0; i < agenda->row_count && options->is_plain; i++)
        add_plain_row(&pen, agenda, i);
    for (size_t i = 0; i < agenda->group_count; i++)
        add_group(&pen, agenda, i);
    add_searched(&pen, agenda);
}
