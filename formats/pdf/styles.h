/* styles.h - what is usual in a document: the size of its text, the distance of its
 * lines, the edges of its columns. Private to formats/. */
#ifndef POL_FORMATS_PDF_STYLES_H
#define POL_FORMATS_PDF_STYLES_H

#include "formats/pdf/rows.h"

enum { POL_PDF_LEVELS = 6 };

typedef struct pol_pdf_styles {
    double body;                   /* size of most characters */
    double leading;                /* of most lines, in sizes of their type */
    double levels[POL_PDF_LEVELS]; /* sizes of headings, the largest first; 0: no more */
} pol_pdf_styles;

/* Also gives each row its column as it is on all pages: left, right, support. */
POL_MUST_CHECK pol_status pol_pdf_styles_find(pol_pdf_rows *rows, pol_arena *scratch,
                                              pol_pdf_styles *ret_styles, pol_error *reterr);

/* The distance of lines in type of this size, in points. */
double pol_pdf_styles_leading(const pol_pdf_styles *styles, double size);

/* 1 to 6 for type that is clearly larger than the text; else 0. */
uint8_t pol_pdf_styles_level(const pol_pdf_styles *styles, double size);

#endif
