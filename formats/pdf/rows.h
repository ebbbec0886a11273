/* rows.h - what the steps from a page's words to paragraphs share: fragments, which are
 * words that stand close together on one line, and rows, which are lines of the text in
 * reading order.
 *
 * Private to formats/pdf_*.c and read_pdf.c. */
#ifndef POL_FORMATS_PDF_ROWS_H
#define POL_FORMATS_PDF_ROWS_H

#include <stdint.h>

#include "document/text.h"
#include "formats/pdf/page.h"

typedef struct pol_pdf_fragment {
    size_t first, count; /* words of the page, sorted along the lines */
    double x1, y1, x2, y2, size;
    size_t chars;
    bool is_bold;   /* all its words */
    bool is_small;  /* starts with a small letter */
    bool is_marker; /* nothing but "1.", "(a)", "iv)", "•", "16" */
    bool is_number; /* digits only */
} pol_pdf_fragment;

/* A line of the text. Its column is where lines of its kind start, and how far they may go. */
typedef struct pol_pdf_row {
    pol_span text;
    double x1, y1, x2, y2, size;
    double first_width; /* of its first word */
    double left, right; /* of its column: as far as its lines go, on all pages */
    double limit;       /* where the next column starts, or the page ends */
    double page_height;
    uint32_t page;      /* from 1 */
    uint32_t number;    /* from 1 through all pages */
    uint32_t table_row; /* from 1 through all tables; 0 outside */
    uint32_t support;   /* rows that end near the right edge of this column, on all pages */
    uint16_t cell;      /* column of a table, from 1; 0 outside */
    bool is_bold;
    bool is_turned; /* ran in another direction: belongs to nothing */
    bool is_furniture;
} pol_pdf_row;

typedef struct pol_pdf_rows {
    pol_pdf_row *items;
    size_t count, capacity;
    uint32_t table_rows; /* so far */
    uint32_t page_count; /* that were read */
} pol_pdf_rows;

/* Do the two share a line? `y1` < `y2`. Boxes of lines set tight overlap a little; raised
 * figures lie within their line's. */
bool pol_pdf_same_line(double a1, double a2, double b1, double b2);

/* A label of a list at the start of `text`: its bytes; 0 for none. `is_bare_too`: numbers
 * without a mark behind them. */
size_t pol_pdf_marker(pol_span text, bool is_bare_too);

/* Appends. POL_NOMEM or POL_LIMIT. */
POL_MUST_CHECK pol_status pol_pdf_rows_add(pol_pdf_rows *rows, pol_arena *arena, pol_pdf_row row,
                                           pol_error *reterr);

/* ---- fragments.c ---- */

/* The page's words, sorted in place, to fragments from top to bottom; *ret_count of them. */
POL_MUST_CHECK pol_status pol_pdf_fragments_make(pol_pdf_page *page, pol_arena *arena,
                                                 pol_pdf_fragment **ret_fragments,
                                                 size_t *ret_count, pol_error *reterr);
/* The fragment of words [first, end). */
pol_pdf_fragment pol_pdf_fragment_of(const pol_pdf_page *page, size_t first, size_t end);
/* Their words, in `arena`: wide gaps are four spaces. Fragments stand in order. */
POL_MUST_CHECK pol_status pol_pdf_fragments_text(const pol_pdf_page *page,
                                                 const pol_pdf_fragment *const *fragments,
                                                 size_t count, pol_arena *arena, pol_span *ret_text,
                                                 pol_error *reterr);

/* ---- gutter.c ---- */

typedef enum pol_pdf_shape { POL_PDF_FLOW = 0, POL_PDF_COLUMNS, POL_PDF_TABLE } pol_pdf_shape;

/* White from top to bottom, with text on both sides. */
typedef struct pol_pdf_gutter {
    double x1, x2, top, bottom;
    size_t score;         /* fragments of the side that has fewer */
    size_t seed;          /* the fragment it grew from */
    size_t taken, splits; /* fragments beside it, and those it goes through */
} pol_pdf_gutter;

/* The gutter that cuts these fragments (sorted from top to bottom) best, and what it
 * separates: columns of text, or cells. POL_PDF_FLOW where none does. `ret_pieces` has room
 * for 2 * `count`: the fragments, those that reach over the gutter cut in two. Work is
 * bounded. */
pol_pdf_shape pol_pdf_gutter_find(const pol_pdf_page *page, const pol_pdf_fragment *fragments,
                                  size_t count, pol_pdf_gutter *ret_gutter,
                                  pol_pdf_fragment *ret_pieces, size_t *ret_piece_count);

/* ---- shape.c ---- */

/* What stands on both sides between the gutter's top and bottom; none reaches over it. */
pol_pdf_shape pol_pdf_shape_judge(const pol_pdf_fragment *fragments, size_t count,
                                  const pol_pdf_gutter *gutter);

/* White over all that is wider than this, in line heights, is no space between lines of one
 * cell or paragraph: these are set as most lines are that are set close. */
double pol_pdf_row_gap(const pol_pdf_fragment *fragments, size_t count);

/* The end of the band of lines from `from` on: no white wider than `gap` line heights goes
 * over all of it. Negative: lines that overlap by so much. */
size_t pol_pdf_band_end(const pol_pdf_fragment *fragments, size_t count, size_t from, double gap,
                        double *ret_bottom);

/* ---- table.c ---- */

/* Cells of a table, row after row; all `fragments` belong to it. False in *ret_done where no
 * columns show: nothing was added. */
POL_MUST_CHECK pol_status pol_pdf_table_add(const pol_pdf_page *page, uint32_t number,
                                            const pol_pdf_fragment *fragments, size_t count,
                                            pol_arena *scratch, pol_arena *keep, pol_pdf_rows *rows,
                                            bool *ret_done, pol_error *reterr);

/* ---- layout.c ---- */

/* The rows of page `number` in reading order, columns one after the other. `page`'s words are
 * sorted. What is only needed here goes to `scratch`, texts and rows to `keep`. */
POL_MUST_CHECK pol_status pol_pdf_layout_page(pol_pdf_page *page, uint32_t number,
                                              pol_arena *scratch, pol_arena *keep,
                                              pol_pdf_rows *rows, pol_error *reterr);

/* ---- furniture.c ---- */

/* Marks running heads and feet and page numbers. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_pdf_furniture_mark(pol_pdf_rows *rows, pol_arena *scratch,
                                                 pol_error *reterr);

/* ---- paragraphs.c ---- */

/* Rows to lines of `text`, one for each paragraph, heading and cell. */
POL_MUST_CHECK pol_status pol_pdf_paragraphs_add(pol_pdf_rows *rows, pol_arena *scratch,
                                                 pol_arena *arena, pol_text *text,
                                                 pol_error *reterr);

#endif
