/* html_grid.c - counting cells, with those that span columns and rows. */
#include "document/html_grid.h"

#include <stdlib.h>

#include "document/html_rules.h"

enum { SPAN_MAX = 1000 }; /* as browsers have it */

bool pol_html_is_layout_table(const GumboNode *table)
{
    static const GumboTag blocks[] = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,   GUMBO_TAG_H4,
                                      GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_TABLE};
    pol_span role = pol_html_value(table, "role");
    if (pol_span_equal_fold(role, POL_SPAN("presentation")) ||
        pol_span_equal_fold(role, POL_SPAN("none")))
        return true;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        size_t count = 0;
        pol_html_find_tag(table, blocks[i], &count);
        if (count > (blocks[i] == GUMBO_TAG_TABLE))
            return true;
    }
    size_t cells = 0, headers = 0;
    pol_html_find_tag(table, GUMBO_TAG_TD, &cells);
    pol_html_find_tag(table, GUMBO_TAG_TH, &headers);
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
    for (size_t i = grid->column; i < end && i <= POL_HTML_COLUMNS_MAX; i++)
        if (last_row > grid->taken[i])
            grid->taken[i] = last_row;
}
