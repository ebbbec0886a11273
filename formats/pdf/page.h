/* page.h - one page as poppler lays it out to words with their places on the paper.
 *
 * Places are in points from the top left corner, y downwards. A page whose text stands on its
 * side is turned until most of its letters are upright. Private to formats/pdf_*.c and
 * read_pdf.c. */
#ifndef POL_FORMATS_PDF_PAGE_H
#define POL_FORMATS_PDF_PAGE_H

#include <poppler.h>

#include "core/arena.h"
#include "core/error.h"

/* A run of characters without white space. Inside a turned run, a line of them. */
typedef struct pol_pdf_word {
    pol_span text; /* UTF-8, ligatures spelt out; ends in U+00AD where it was cut at one */
    double x1, y1, x2, y2;
    double size; /* of the type, in points; never 0 */
    bool is_bold;
} pol_pdf_word;

typedef struct pol_pdf_page {
    pol_pdf_word *words; /* in poppler's order */
    size_t count, capacity;
    pol_pdf_word *turned; /* lines that run in another direction than the most */
    size_t turned_count, turned_capacity;
    double width, height;
    size_t letters; /* letters and digits of all of it */
    bool is_cut;    /* had more than POL_PDF_PAGE_TEXT_MAX bytes of text */
} pol_pdf_page;

/* Everything lives in `arena`. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_pdf_page_read(PopplerPage *page, pol_arena *arena,
                                            pol_pdf_page *ret_page, pol_error *reterr);

/* Do pictures cover most of the page? */
bool pol_pdf_page_is_picture(PopplerPage *page);

#endif
