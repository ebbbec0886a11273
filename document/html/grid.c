/* grid.c - counting cells, with those that span columns and rows. */
#include "document/html/grid.h"

#include <stdlib.h>

#include "core/vocabulary.h"
#include "document/html/rules.h"

enum {
    SPAN_MAX = 1000, /* as browsers have it */
    REPEATED_LINES_MAX = 4,
    REPEATED_BYTES_MAX = 256,          /* of one cell */
    ALL_REPEATED_BYTES_MAX = 256 << 10 /* of a page */
};

bool pol_html_is_layout_table(const GumboNode *table)
{
    enum { HEADS_LEAST = 2 }; /* columns with heads may hold lists, too */
    static const GumboTag blocks[] = {GUMBO_TAG_H1,    GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
                                      GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_OL};
    size_t cells = 0, headers = 0;
    pol_html_find_tag(table, GUMBO_TAG_TH, &headers);
    pol_span role = pol_html_value(table, "role");
    if (pol_span_equal_fold(role, POL_SPAN("presentation")) ||
        pol_span_equal_fold(role, POL_SPAN("none")))
        return true;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        bool is_list = blocks[i] == GUMBO_TAG_UL || blocks[i] == GUMBO_TAG_OL;
        size_t count = 0;
        if (is_list && headers >= HEADS_LEAST)
            continue;
        pol_html_find_tag(table, blocks[i], &count);
        if (count > (blocks[i] == GUMBO_TAG_TABLE))
            return true;
    }
    pol_html_find_tag(table, GUMBO_TAG_TD, &cells);
    return cells + headers <= 1;
}

static uint16_t span_of(const GumboNode *cell, const char *name)
{
    pol_span value = pol_html_value(cell, name);
    long span = value.data ? strtol(value.data, NULL, 10) : 1;
    return (uint16_t)(span < 1 ? 1 : span < SPAN_MAX ? span : SPAN_MAX);
}

void pol_html_grid_table(pol_html_grid *grid)
{
    memset(grid->taken, 0, sizeof grid->taken);
    memset(grid->lines, 0, sizeof grid->lines);
}

void pol_html_grid_row(pol_html_grid *grid)
{
    grid->row++;
    grid->column = 0;
    grid->span = 1;
}

void pol_html_grid_cell(pol_html_grid *grid, const GumboNode *cell)
{
    uint32_t last_row = grid->row + span_of(cell, "rowspan") - 1;
    size_t column = (size_t)grid->column + grid->span;
    while (column < POL_HTML_COLUMNS_MAX && grid->taken[column] >= grid->row)
        column++; /* a cell of a row above stands there */
    grid->column = (uint16_t)(column < POL_HTML_COLUMNS_MAX ? column : POL_HTML_COLUMNS_MAX);
    grid->span = span_of(cell, "colspan");
    size_t end = (size_t)grid->column + grid->span;
    for (size_t i = grid->column; i < end && i <= POL_HTML_COLUMNS_MAX; i++) {
        if (last_row > grid->taken[i])
            grid->taken[i] = last_row;
        grid->lines[i].count = 0;
    }
}

void pol_html_grid_note(pol_html_grid *grid, const pol_text *text, size_t from)
{
    size_t bytes = 0, count = 0;
    if (grid->column >= POL_HTML_COLUMNS_MAX || grid->taken[grid->column] <= grid->row)
        return;
    for (size_t i = from; i < text->line_count; i++)
        if (text->lines[i].row == grid->row && text->lines[i].column == grid->column) {
            bytes += text->lines[i].text.size;
            count++;
        }
    if (count != text->line_count - from || count > REPEATED_LINES_MAX ||
        bytes > REPEATED_BYTES_MAX)
        return;
    grid->lines[grid->column].from = from;
    grid->lines[grid->column].count = count;
}

static bool is_decision(const pol_text *text, size_t from, size_t count)
{
    return count > 0 && pol_decision_from_value(text->lines[from].text) != POL_DECISION_NONE &&
           pol_decision_from_value(text->lines[from].text) != POL_DECISION_UNKNOWN;
}

pol_status pol_html_grid_repeat(pol_html_grid *grid, size_t begin, size_t end, uint32_t line_number,
                                pol_arena *arena, pol_text *text, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t column = begin; column < end && column < POL_HTML_COLUMNS_MAX; column++) {
        const size_t from = grid->lines[column].from, count = grid->lines[column].count;
        if (grid->taken[column] < grid->row || (begin == 1 && !is_decision(text, from, count)))
            continue;
        for (size_t i = from; i < from + count && status == POL_OK; i++) {
            pol_line line = text->lines[i];
            grid->repeated_bytes += line.text.size;
            if (grid->repeated_bytes > ALL_REPEATED_BYTES_MAX)
                return POL_OK;
            line.row = grid->row;
            line.number = line_number;
            line.blanks = begin == 1 && column == 1;
            status = pol_text_add_line(text, arena, line, reterr);
        }
    }
    return status;
}
