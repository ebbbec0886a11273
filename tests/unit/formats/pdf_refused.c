/* pdf_refused.c - PDFs that cannot be read, or only in part: scans, passwords, damage, size. */
#include "tests/unit/formats/pdf_reading.h"

static void add_text_page(pdf_maker *pdf)
{
    pdf_text(pdf, 1, 10, 60, 400, "Conference notes that this page has a little text on it.");
    pdf_end_page(pdf, 0);
}

static void add_scan(pdf_maker *pdf)
{
    pdf_picture(pdf);
    pdf_end_page(pdf, 0);
}

static void assert_made_refused(pdf_maker *pdf, pol_status status, const char *part)
{
    pdf_assert_refused(pdf_finish(pdf), status, part);
    pdf_free(pdf);
}

static void scan_is_reported(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    add_scan(pdf);
    add_scan(pdf);
    assert_made_refused(pdf, POL_UNSUPPORTED, "a scan without text: run OCR on it (ocrmypdf)");
}

static void stamped_scan_is_a_scan(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    for (int i = 0; i < 3; i++) {
        pdf_picture(pdf);
        pdf_text(pdf, 1, 10, 500, 20, "Copy");
        pdf_end_page(pdf, 0);
    }
    assert_made_refused(pdf, POL_UNSUPPORTED, "a scan without text");
}

static void scanned_pages_are_noted(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    for (int i = 1; i <= 7; i++)
        if (i == 2 || i == 3 || i == 4 || i == 6)
            add_scan(pdf);
        else
            add_text_page(pdf);
    pdf_reading made = pdf_read_made(pdf);
    pdf_assert_note(&made, "pages 2 to 4 are scans without text");
    pdf_assert_note(&made, "page 6 is a scan without text");
    assert_int_equal(made.text.note_count, 2);
    assert_int_equal(made.text.line_count, 3);
    assert_int_equal(made.text.lines[2].page, 7);
    pdf_done(&made);
}

/* Pages that were left blank are neither scans nor an error. */
static void blank_pages_are_passed_over(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf_end_page(pdf, 0);
    add_text_page(pdf);
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(made.text.note_count, 0);
    assert_int_equal(made.text.line_count, 1);
    assert_int_equal(made.text.lines[0].page, 2);
    pdf_done(&made);
}

static void password_is_asked_for(void **state)
{
    (void)state;
    pol_span bytes = pdf_fixture("agenda-locked.pdf");
    pdf_assert_refused(bytes, POL_FORMAT, "it is encrypted: save it without a password");
    free((char *)(size_t)bytes.data);
}

/* Encrypted, but open to readers. */
static void empty_password_opens(void **state)
{
    (void)state;
    pol_span open = pdf_fixture("agenda-open.pdf"), plain = pdf_fixture("agenda.pdf");
    pdf_reading a = pdf_read_ok(open), b = pdf_read_ok(plain);
    assert_int_equal(a.text.line_count, b.text.line_count);
    for (size_t i = 0; i < a.text.line_count; i++)
        assert_true(pol_span_equal(a.text.lines[i].text, b.text.lines[i].text));
    pdf_done(&a);
    pdf_done(&b);
    free((char *)(size_t)open.data);
    free((char *)(size_t)plain.data);
}

static void junk_is_refused(void **state)
{
    (void)state;
    pdf_assert_refused(POL_SPAN(""), POL_FORMAT, "this is no PDF");
    pdf_assert_refused(POL_SPAN("%PDF-1.4\n"), POL_FORMAT, "damaged or incomplete");
    pdf_assert_refused(POL_SPAN("Conference notes the kettles."), POL_FORMAT, "this is no PDF");
}

/* Cut anywhere: read as far as poppler mends it, or refused in a sentence. */
static void truncated_files_are_read_or_refused(void **state)
{
    (void)state;
    pol_span bytes = pdf_fixture("agenda.pdf");
    size_t refused = 0;
    for (size_t size = 100; size < bytes.size; size += 487) {
        char *cut = malloc(size); /* of its own: a read behind the end is seen */
        memcpy(cut, bytes.data, size);
        pdf_reading made = pdf_read(pol_span_make(cut, size));
        if (made.status != POL_OK) {
            refused++;
            assert_true(made.status == POL_FORMAT || made.status == POL_UNSUPPORTED);
            assert_true(strlen(made.error.text) > 20);
            assert_null(made.text.lines);
        }
        pdf_done(&made);
        free(cut);
    }
    assert_true(refused > 10);
    free((char *)(size_t)bytes.data);
}

/* A page that is counted and is not there, beside one that is. */
static void lost_pages_are_noted(void **state)
{
    (void)state;
    static const char head[] = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                               "2 0 obj\n<< /Type /Pages /Count 2 /Kids [",
                      tail[] = "] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 "
                               "595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
                               ">>\nendobj\n4 0 obj\n<< /Length 62 >>\nstream\n"
                               "BT /F1 10 Tf 60 400 Td (Conference notes one kettle.) Tj ET   \n"
                               "endstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 "
                               "/BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 "
                               ">>\n%%EOF\n";
    char bytes[sizeof head + sizeof tail + 32];
    int size = snprintf(bytes, sizeof bytes, "%s%s%s", head, "2 0 R 3 0 R", tail);
    pdf_reading made = pdf_read_ok(pol_span_make(bytes, (size_t)size));
    pdf_assert_note(&made, "pages that are damaged and left out: 1");
    assert_int_equal(pdf_line(&made, "Conference notes one kettle.")->page, 1);
    pdf_done(&made);
    size = snprintf(bytes, sizeof bytes, "%s%s%s", head, "2 0 R 2 0 R", tail);
    pdf_assert_refused(pol_span_make(bytes, (size_t)size), POL_FORMAT, "no page that can be read");
}

static void too_many_pages_are_left_out(void **state)
{
    (void)state;
    enum { PAGES = 3000 };
    pdf_maker *pdf = pdf_new();
    for (int i = 1; i <= PAGES; i++) {
        char text[64];
        snprintf(text, sizeof text, "Motion %d on mugs, which is as long as this.", i);
        pdf_text(pdf, 1, 10, 60, 400, text);
        pdf_end_page(pdf, 0);
    }
    pdf_reading made = pdf_read_made(pdf);
    pdf_assert_note(&made, "only the first 2000 of 3000 pages are read");
    assert_int_equal(made.text.page_count, PAGES);
    assert_int_equal(made.text.line_count, POL_PDF_PAGES_MAX);
    assert_int_equal(made.text.lines[POL_PDF_PAGES_MAX - 1].page, POL_PDF_PAGES_MAX);
    pdf_line(&made, "Motion 2000 on mugs, which is as long as this.");
    pdf_done(&made);
}

/* A page of 40,000 words at odd places: no columns are looked for, and it ends. */
static void crowded_page_ends(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    unsigned seed = 7;
    for (int i = 0; i < 40000; i++) {
        seed = seed * 1103515245 + 12345;
        pdf_text(pdf, 1, 4, seed >> 8 & 511, 20 + (seed >> 17 & 767), "mug");
    }
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    assert_true(made.text.line_count > 0);
    pdf_done(&made);
}

static void more_than_the_arena_holds(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    for (int i = 0; i < 40; i++)
        add_text_page(pdf);
    pol_arena arena;
    pol_text text = {0};
    pol_error error;
    pol_arena_init(&arena, 4096);
    assert_int_equal(pol_read_pdf(pdf_finish(pdf), &arena, &text, &error), POL_LIMIT);
    assert_null(text.lines);
    pol_arena_done(&arena);
    pdf_free(pdf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scan_is_reported),
        cmocka_unit_test(stamped_scan_is_a_scan),
        cmocka_unit_test(scanned_pages_are_noted),
        cmocka_unit_test(blank_pages_are_passed_over),
        cmocka_unit_test(password_is_asked_for),
        cmocka_unit_test(empty_password_opens),
        cmocka_unit_test(junk_is_refused),
        cmocka_unit_test(truncated_files_are_read_or_refused),
        cmocka_unit_test(lost_pages_are_noted),
        cmocka_unit_test(too_many_pages_are_left_out),
        cmocka_unit_test(crowded_page_ends),
        cmocka_unit_test(more_than_the_arena_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
