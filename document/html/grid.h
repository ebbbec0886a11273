/* grid.h - where the cells of a page's tables stand: rows and columns, counted as they
 * are shown. */
#ifndef POL_DOCUMENT_HTML_GRID_H
#define POL_DOCUMENT_HTML_GRID_H

#include <stdint.h>

#include "document/html/tree.h"
#include "document/reader.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_HTML_COLUMNS_MAX = 64 }; /* further cells all stand in the last */

/* The cell at hand; zero is before any table. */
typedef struct pol_html_grid {
    uint32_t row;                             /* counted on through all tables */
    uint16_t column;                          /* 0: none yet in this row */
    uint16_t span;                            /* columns that it takes */
    uint32_t taken[POL_HTML_COLUMNS_MAX + 1]; /* by column, the last row a cell reaches into */
    /* by the first column of a cell that reaches down, its lines in the text */
    struct {
        size_t from, count;
    } lines[POL_HTML_COLUMNS_MAX + 1];
    size_t repeated_bytes; /* of cells that were written again in the rows below */
} pol_html_grid;

/* Does a table only place parts of the page? A table of values has neither headings nor lists
 * nor tables in its cells. */
bool pol_html_is_layout_table(const GumboNode *table);

void pol_html_grid_table(pol_html_grid *grid);
void pol_html_grid_row(pol_html_grid *grid);
void pol_html_grid_cell(pol_html_grid *grid, const GumboNode *cell);
/* The lines of the cell at hand are those from `from` on. */
void pol_html_grid_note(pol_html_grid *grid, const pol_text *text, size_t from);

/* Writes cells of rows above that reach into this row again, as lines of it: those of the columns
 * from `begin` to before `end`. Long ones are not, nor more than a page of them. What stands left
 * of a row's own cells says what the row is about, which may be a part of that: of it only
 * decisions are. Fails: POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_html_grid_repeat(pol_html_grid *grid, size_t begin, size_t end,
                                               uint32_t line_number, pol_arena *arena,
                                               pol_text *text, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
