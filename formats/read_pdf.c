/* read_pdf.c - a PDF's pages to lines: opens it, takes page after page, leaves out running
 * heads, makes paragraphs of the rest, and says what could not be read. */
#include <poppler.h>

#include "document/text.h"
#include "formats/formats.h"
#include "formats/pdf/rows.h"

enum { LETTERS_MIN = 10 }; /* of a page: fewer over a picture are a stamp on a scan */

typedef struct reading {
    PopplerDocument *document;
    pol_arena keep; /* rows and their text, until they are paragraphs */
    pol_pdf_rows rows;
    uint32_t pages, cut_pages, lost_pages;
    uint32_t scan_first, scan_last; /* the run of scanned pages that goes on; 0: none */
    uint32_t scans;
    size_t letters;
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
} reading;

static pol_status cannot_open(GError *failure, pol_error *reterr)
{
    bool is_encrypted = g_error_matches(failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
    g_clear_error(&failure);
    return is_encrypted
               ? pol_fail(reterr, POL_FORMAT, 0,
                          "this PDF cannot be read: it is encrypted: save it without a password")
               : pol_fail(reterr, POL_FORMAT, 0,
                          "this is no PDF, or one that is damaged or incomplete: "
                          "save or fetch it again");
}

static pol_status open_document(pol_span bytes, PopplerDocument **ret_document, pol_error *reterr)
{
    GError *failure = NULL;
    GBytes *held = g_bytes_new_static(bytes.data, bytes.size);
    *ret_document = poppler_document_new_from_bytes(held, NULL, &failure);
    g_bytes_unref(held);
    return *ret_document ? POL_OK : cannot_open(failure, reterr);
}

/* ---- pages without text ---- */

static pol_status note_scans(reading *r)
{
    if (r->scan_first == 0)
        return POL_OK;
    uint32_t first = r->scan_first;
    r->scan_first = 0;
    if (first == r->scan_last)
        return pol_text_notef(r->text, r->arena, 0, r->reterr,
                              "page %u is a scan without text: run OCR on it (ocrmypdf)", first);
    return pol_text_notef(r->text, r->arena, 0, r->reterr,
                          "pages %u to %u are scans without text: run OCR on them (ocrmypdf)",
                          first, r->scan_last);
}

static pol_status count_scan(reading *r, uint32_t number)
{
    r->scans++;
    if (r->scan_first != 0 && r->scan_last + 1 == number) {
        r->scan_last = number;
        return POL_OK;
    }
    pol_status status = note_scans(r);
    r->scan_first = r->scan_last = number;
    return status;
}

/* ---- pages ---- */

static pol_status read_page(reading *r, uint32_t number, PopplerPage *page)
{
    pol_arena scratch;
    pol_pdf_page words = {0};
    pol_arena_init(&scratch, r->arena->limit_bytes);
    pol_status status = pol_pdf_page_read(page, &scratch, &words, r->reterr);
    r->cut_pages += words.is_cut;
    r->letters += words.letters;
    if (status == POL_OK && words.letters < LETTERS_MIN && pol_pdf_page_is_picture(page))
        status = count_scan(r, number);
    if (status == POL_OK)
        status = pol_pdf_layout_page(&words, number, &scratch, &r->keep, &r->rows, r->reterr);
    pol_arena_done(&scratch);
    return status;
}

static pol_status read_pages(reading *r)
{
    int count = poppler_document_get_n_pages(r->document);
    r->pages = count > 0 ? (uint32_t)count : 0;
    uint32_t last = r->pages < POL_PDF_PAGES_MAX ? r->pages : POL_PDF_PAGES_MAX;
    pol_status status = POL_OK;
    for (uint32_t number = 1; number <= last && status == POL_OK; number++) {
        PopplerPage *page = poppler_document_get_page(r->document, (int)number - 1);
        if (page)
            status = read_page(r, number, page);
        else
            r->lost_pages++;
        g_clear_object(&page);
    }
    r->rows.page_count = last;
    return status;
}

/* ---- what could not be read ---- */

static pol_status add_notes(reading *r)
{
    pol_status status = note_scans(r);
    if (status == POL_OK && r->pages > POL_PDF_PAGES_MAX)
        status = pol_text_notef(r->text, r->arena, 0, r->reterr,
                                "only the first %d of %u pages are read: split the file",
                                POL_PDF_PAGES_MAX, r->pages);
    if (status == POL_OK && r->cut_pages > 0)
        status = pol_text_notef(r->text, r->arena, 0, r->reterr,
                                "pages that hold more than %d bytes of text and are cut there: %u",
                                POL_PDF_PAGE_TEXT_MAX, r->cut_pages);
    if (status == POL_OK && r->lost_pages > 0)
        status = pol_text_notef(r->text, r->arena, 0, r->reterr,
                                "pages that are damaged and left out: %u: fetch the file again",
                                r->lost_pages);
    return status;
}

static pol_status finish(reading *r)
{
    if (r->lost_pages == r->rows.page_count)
        return pol_fail(r->reterr, POL_FORMAT, 0,
                        "this PDF has no page that can be read: it is damaged: "
                        "save or fetch it again");
    if (r->letters == 0 || r->letters < (size_t)LETTERS_MIN * r->scans)
        return pol_fail(r->reterr, POL_UNSUPPORTED, 0,
                        "a scan without text: run OCR on it (ocrmypdf) and index the result");
    pol_arena scratch;
    pol_arena_init(&scratch, r->arena->limit_bytes);
    pol_status status = pol_pdf_furniture_mark(&r->rows, &scratch, r->reterr);
    if (status == POL_OK)
        status = pol_pdf_paragraphs_add(&r->rows, &scratch, r->arena, r->text, r->reterr);
    pol_arena_done(&scratch);
    return status == POL_OK ? add_notes(r) : status;
}

pol_status pol_read_pdf(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.encoding = "UTF-8", .is_markup = true};
    reading r = {.arena = arena, .text = &text, .reterr = reterr};
    if (bytes.size > POL_FILE_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "this PDF is larger than the %d MiB that are read",
                        POL_FILE_MAX >> 20);
    pol_status status = open_document(bytes, &r.document, reterr);
    if (status != POL_OK)
        return status;
    pol_arena_init(&r.keep, arena->limit_bytes);
    status = read_pages(&r);
    if (status == POL_OK)
        status = finish(&r);
    pol_arena_done(&r.keep);
    g_object_unref(r.document);
    text.page_count = r.pages;
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
