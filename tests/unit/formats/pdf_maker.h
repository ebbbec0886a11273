/* pdf_maker.h - small PDFs for the tests: text at places on pages, pictures that cover them.
 *
 * Font 1 is Helvetica, 2 its bold face; 3 shows capitals as what hostile or odd fonts hold:
 * A U+FB01 (fi), B U+00AD (soft hyphen), C U+F0B7 (Word's bullet), D U+202E (override),
 * E U+05D0 (Hebrew), G U+FB03 (ffi); small letters as they are. */
#ifndef POL_TESTS_FORMATS_PDF_MAKER_H
#define POL_TESTS_FORMATS_PDF_MAKER_H

#include "core/buffer.h"

enum { PDF_OBJECTS = 8, PDF_PAGES_MAX = 4000, PDF_WIDTH = 595, PDF_HEIGHT = 842 };

typedef struct pdf_maker {
    pol_buffer out, page;
    size_t offsets[PDF_OBJECTS + 2 * PDF_PAGES_MAX];
    size_t pages;
    int cut_off; /* points, from the foot of each page */
} pdf_maker;

static inline pdf_maker *pdf_new(void)
{
    pdf_maker *pdf = calloc(1, sizeof *pdf);
    pol_buffer_init(&pdf->out, (size_t)64 << 20);
    pol_buffer_init(&pdf->page, (size_t)16 << 20);
    pol_buffer_add_text(&pdf->out, "%PDF-1.4\n");
    return pdf;
}

static inline void pdf_free(pdf_maker *pdf)
{
    pol_buffer_done(&pdf->out);
    pol_buffer_done(&pdf->page);
    free(pdf);
}

/* `y` counts from the top of the page to the baseline. */
static inline void pdf_text(pdf_maker *pdf, int font, double size, double x, double y,
                            const char *text)
{
    pol_buffer_printf(&pdf->page, "BT /F%d %.1f Tf %.2f %.2f Td (%s) Tj ET\n", font, size, x,
                      PDF_HEIGHT - y, text);
}

/* Lines one below the other; returns where the next would stand. */
static inline double pdf_lines(pdf_maker *pdf, double x, double y, const char *const *lines)
{
    for (; *lines; lines++, y += 12)
        pdf_text(pdf, 1, 10, x, y, *lines);
    return y;
}

static inline void pdf_picture(pdf_maker *pdf)
{
    pol_buffer_printf(&pdf->page, "q %d 0 0 %d 0 0 cm /I1 Do Q\n", PDF_WIDTH, PDF_HEIGHT);
}

/* Content of the page's own: turned text, say. */
static inline void pdf_raw(pdf_maker *pdf, const char *content)
{
    pol_buffer_add_text(&pdf->page, content);
}

static inline void pdf_object(pdf_maker *pdf, size_t number)
{
    pdf->offsets[number] = pdf->out.size;
    pol_buffer_printf(&pdf->out, "%zu 0 obj\n", number);
}

static inline void pdf_end_page(pdf_maker *pdf, int rotate)
{
    size_t number = PDF_OBJECTS + 2 * pdf->pages++;
    pdf_object(pdf, number);
    pol_buffer_printf(&pdf->out,
                      "<< /Type /Page /Parent 2 0 R /Contents %zu 0 R /Rotate %d >>\nendobj\n",
                      number + 1, rotate);
    pdf_object(pdf, number + 1);
    pol_buffer_printf(&pdf->out, "<< /Length %zu >>\nstream\n", pdf->page.size);
    pol_buffer_add(&pdf->out, pol_buffer_span(&pdf->page));
    pol_buffer_add_text(&pdf->out, "\nendstream\nendobj\n");
    pol_buffer_clear(&pdf->page);
}

static inline void pdf_add_fonts(pdf_maker *pdf)
{
    static const char map[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                              "/CMapName /Odd def 1 begincodespacerange <00> <ff> "
                              "endcodespacerange\n6 beginbfchar <41> <FB01> <42> <00AD> "
                              "<43> <F0B7> <44> <202E> <45> <05D0> <47> <FB03> "
                              "endbfchar\n1 beginbfrange <61> <7a> <0061> endbfrange\n"
                              "1 beginbfchar <20> <0020> endbfchar\nendcmap end end\n";
    pdf_object(pdf, 3);
    pol_buffer_add_text(&pdf->out,
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
    pdf_object(pdf, 4);
    pol_buffer_add_text(&pdf->out,
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>\nendobj\n");
    pdf_object(pdf, 5);
    pol_buffer_add_text(&pdf->out, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                   "/ToUnicode 6 0 R >>\nendobj\n");
    pdf_object(pdf, 6);
    pol_buffer_printf(&pdf->out, "<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
                      sizeof map - 1, map);
    pdf_object(pdf, 7);
    pol_buffer_add_text(&pdf->out, "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 "
                                   "/ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
                                   "stream\nx\nendstream\nendobj\n");
}

/* The file; nothing can be added any more. */
static inline pol_span pdf_finish(pdf_maker *pdf)
{
    pdf_object(pdf, 1);
    pol_buffer_add_text(&pdf->out, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    pdf_object(pdf, 2);
    pol_buffer_printf(&pdf->out,
                      "<< /Type /Pages /Count %zu /MediaBox [0 %d %d %d] /Resources << /Font << "
                      "/F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /I1 7 0 R >> >> /Kids [",
                      pdf->pages, pdf->cut_off, PDF_WIDTH, PDF_HEIGHT);
    for (size_t i = 0; i < pdf->pages; i++)
        pol_buffer_printf(&pdf->out, "%zu 0 R ", PDF_OBJECTS + 2 * i);
    pol_buffer_add_text(&pdf->out, "] >>\nendobj\n");
    pdf_add_fonts(pdf);
    size_t xref = pdf->out.size, count = PDF_OBJECTS + 2 * pdf->pages;
    pol_buffer_printf(&pdf->out, "xref\n0 %zu\n0000000000 65535 f \n", count);
    for (size_t i = 1; i < count; i++)
        pol_buffer_printf(&pdf->out, "%010zu 00000 n \n", pdf->offsets[i]);
    pol_buffer_printf(&pdf->out, "trailer\n<< /Size %zu /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
                      count, xref);
    return pol_buffer_span(&pdf->out);
}

#endif
