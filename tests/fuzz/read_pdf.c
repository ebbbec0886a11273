/* read_pdf.c - bytes to text by pol_read_pdf(): a whole file, or the content of a page inside
 * a sound one, so that what comes behind poppler's parser is reached too. */
#include "core/buffer.h"
#include "formats/formats.h"
#include "tests/fuzz/fuzz.h"

static void read_file(pol_span bytes)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read_pdf(bytes, &arena, &text, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        fuzz_check_text(&text);
    pol_arena_done(&arena);
}

/* The same content on two pages: poppler finds the objects without a table of them. */
static void read_as_page(pol_span content)
{
    pol_buffer file;
    pol_buffer_init(&file, (size_t)1 << 20);
    pol_buffer_printf(&file,
                      "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                      "2 0 obj\n<< /Type /Pages /Count 2 /Kids [4 0 R 6 0 R] >>\nendobj\n"
                      "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>\nendobj\n"
                      "5 0 obj\n<< /Length %zu >>\nstream\n",
                      content.size);
    pol_buffer_add(&file, content);
    pol_buffer_add_text(&file, "\nendstream\nendobj\n");
    for (int number = 4; number <= 6; number += 2)
        pol_buffer_printf(&file,
                          "%d 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R "
                          "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                          ">>\nendobj\n",
                          number);
    pol_buffer_add_text(&file, "trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n");
    if (file.status == POL_OK)
        read_file(pol_buffer_span(&file));
    pol_buffer_done(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_span bytes = fuzz_span(data, size);
    if (pol_span_starts(bytes, POL_SPAN("%PDF")))
        read_file(bytes);
    else
        read_as_page(bytes);
    return 0;
}
