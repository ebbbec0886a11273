/* html_grid.h - where the cells of a page's tables stand: rows and columns, counted as they
 * are shown. */
#ifndef POL_DOCUMENT_HTML_GRID_H
#define POL_DOCUMENT_HTML_GRID_H

#include <stdint.h>

#include "document/html_tree.h"

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
} pol_html_grid;

/* Does a table only place parts of the page? A table of values has neither headings nor lists
 * nor tables in its cells. */
bool pol_html_is_layout_table(const GumboNode *table);

void pol_html_grid_table(pol_html_grid *grid);
void pol_html_grid_row(pol_html_grid *grid);
void pol_html_grid_cell(pol_html_grid *grid, const GumboNode *cell);

#ifdef __cplusplus
}
#endif
#endif
