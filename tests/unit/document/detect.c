/* Names and first bytes to formats. */
#include "document/reader.h"
#include "tests/unit/core/cmocka_all.h"

typedef struct row {
    const char *name, *start; /* start NULL: not looked at */
    pol_format format;
} row;

static void assert_rows(const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pol_format format =
            pol_format_detect(pol_span_of(rows[i].name), pol_span_of(rows[i].start));
        if (format != rows[i].format)
            print_error("%s: %s\n", rows[i].name, pol_format_name(format));
        assert_int_equal(format, rows[i].format);
    }
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof(rows) / sizeof *(rows))

static void names_promise_a_format(void **state)
{
    static const row rows[] = {
        {"a.txt", NULL, POL_FORMAT_TEXT},
        {"a.Markdown", NULL, POL_FORMAT_MARKDOWN},
        {"a.htm", NULL, POL_FORMAT_HTML},
        {"a.xhtml", NULL, POL_FORMAT_HTML},
        {"a.jsonl", NULL, POL_FORMAT_JSON_LINES},
        {"a.ndjson", NULL, POL_FORMAT_JSON_LINES},
        {"a.txt.meta.yaml", NULL, POL_FORMAT_SIDECAR},
        {"a.csv", NULL, POL_FORMAT_CSV},
        {"a.csv.mapping.yaml", NULL, POL_FORMAT_MAPPING},
        {"a.csv.MAPPING.yaml", "<html>", POL_FORMAT_MAPPING},
        {"a.csv.meta.yaml", NULL, POL_FORMAT_SIDECAR},
        {"A.PDF", NULL, POL_FORMAT_PDF},
        {"a.docx", NULL, POL_FORMAT_DOCX},
        {"a.docm", NULL, POL_FORMAT_DOCX},
        {"a.dotx", NULL, POL_FORMAT_DOCX},
        {"a.odt", NULL, POL_FORMAT_ODT},
        {"a.ott", NULL, POL_FORMAT_ODT},
        {"a.rtf", NULL, POL_FORMAT_RTF},
        {"a.doc", NULL, POL_FORMAT_DOC},
        {"a.dot", NULL, POL_FORMAT_DOC},
        {"a.zip", NULL, POL_FORMAT_ZIP},
        {"motion", NULL, POL_FORMAT_TEXT},
        {"dir.md/a.text", "Kettles", POL_FORMAT_TEXT},
        {"a.pdf", "", POL_FORMAT_PDF},
    };
    (void)state;
    ASSERT_ROWS(rows);
}

static void what_is_not_ours_is_passed_over(void **state)
{
    static const row rows[] = {
        {"a.yaml", NULL, POL_FORMAT_UNKNOWN},
        {".htm", NULL, POL_FORMAT_UNKNOWN},
        {".gitignore", "x", POL_FORMAT_UNKNOWN},
        {"style.css", "<html>", POL_FORMAT_UNKNOWN}, /* "page not found" */
        {"style.css?v=2", "body {}", POL_FORMAT_UNKNOWN},
        {"css?family=Serif", "@font-face {}", POL_FORMAT_UNKNOWN},
        {"app.js", "let x", POL_FORMAT_UNKNOWN},
        {"kettle.jpeg", "\xFF\xD8\xFF\xE0", POL_FORMAT_UNKNOWN},
        {"a.woff2", NULL, POL_FORMAT_UNKNOWN},
        {"sitemap.xml", "<urlset>", POL_FORMAT_UNKNOWN},
        {"site/robots.txt", "User-agent: *", POL_FORMAT_UNKNOWN},
        {"~$otion.docx", "\x08Kettles", POL_FORMAT_UNKNOWN},
        {"a.xlsx", "PK\x03\x04", POL_FORMAT_UNKNOWN},
        {"kettles.log.1", "x", POL_FORMAT_UNKNOWN},
        {"12.1", "x", POL_FORMAT_UNKNOWN},
        {"image", "\x89PNG\r\n", POL_FORMAT_UNKNOWN},
        {"feed", "<?xml version='1.0'?>\n<rss version='2.0'>", POL_FORMAT_UNKNOWN},
        {"feed/index.html", "<?xml version='1.0'?><feed xmlns='x'>", POL_FORMAT_UNKNOWN},
    };
    (void)state;
    ASSERT_ROWS(rows);
}

static void pages_of_a_saved_site_are_known(void **state)
{
    static const row rows[] = {
        {"index.html?page=2", NULL, POL_FORMAT_HTML},
        {"index.html@page=2", NULL, POL_FORMAT_HTML},
        {"index.htm%3fpage=2", "<html>", POL_FORMAT_HTML},
        {"page.html.1", NULL, POL_FORMAT_HTML},
        {"page.html.12", "<p>Kettles", POL_FORMAT_HTML},
        {"minutes.pdf.1", "%PDF-1.7", POL_FORMAT_PDF},
        {"motion.php", NULL, POL_FORMAT_HTML},
        {"motion.php?id=12", NULL, POL_FORMAT_HTML},
        {"motion.php?id=12", "\n<!DOCTYPE html>", POL_FORMAT_HTML},
        {"motion.aspx?id=12", "\n<div class='motion'>", POL_FORMAT_HTML},
        {"motion.jsp", "<!-- <p> --><p>", POL_FORMAT_HTML},
        {"style.php", "body { margin: 0 }", POL_FORMAT_UNKNOWN},
        {"source.php", "<?php echo 1;", POL_FORMAT_UNKNOWN},
        {"feed.php", "<?xml version='1.0'?><rss>", POL_FORMAT_UNKNOWN},
        {"download.php?id=3", "%PDF-1.4\n", POL_FORMAT_PDF},
        {"motions/12", "<!doctype HTML>", POL_FORMAT_HTML},
        {"motions/12", "Kettles", POL_FORMAT_TEXT},
        {"motions?year=2031", "<html\nlang='en'>", POL_FORMAT_HTML},
        {"Who pays?", "We do", POL_FORMAT_TEXT},
    };
    (void)state;
    ASSERT_ROWS(rows);
}

static void bytes_win_over_a_wrong_name(void **state)
{
    static const row rows[] = {
        {"A.TXT", "Kettles", POL_FORMAT_TEXT},
        {"a.md", "<html>", POL_FORMAT_MARKDOWN},
        {"motion", "%PDF-1.4", POL_FORMAT_PDF},
        {"scan.txt", "%PDF-1.4", POL_FORMAT_PDF},
        {"scan.pdf", "\n\njunk before\n%PDF-1.4", POL_FORMAT_PDF},
        {"note.txt", "A file starts with %PDF-1.4", POL_FORMAT_TEXT},
        {"letter.doc", "{\\rtf1\\ansi Kettles}", POL_FORMAT_RTF},
        {"letter.txt", "{\\rtf1\\ansi Kettles}", POL_FORMAT_RTF},
        {"letter.rtf", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", POL_FORMAT_DOC},
        {"letter", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", POL_FORMAT_DOC},
        {"letter.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", POL_FORMAT_DOCX}, /* a password */
        {"page.doc", "<html xmlns:o='x'>", POL_FORMAT_HTML},
        {"page.pdf", "<!DOCTYPE html>", POL_FORMAT_HTML},
        {"page.txt", "\n <!-- saved --> <!DOCTYPE html>\n", POL_FORMAT_HTML},
        {"page.txt", "\xEF\xBB\xBF<?xml version='1.0'?><html>", POL_FORMAT_HTML},
        {"page", "<HTML lang=en>", POL_FORMAT_HTML},
        {"note.txt", "<head of policy> said", POL_FORMAT_TEXT},
        {"note.txt", "<p>One paragraph", POL_FORMAT_TEXT},
        {"note.txt", "<!-- never closed <html>", POL_FORMAT_TEXT},
        {"note.doc", "Kettles \x96 and cups\r\n", POL_FORMAT_TEXT},
        {"note.pdf", "Kettles", POL_FORMAT_TEXT},
        {"note.doc", "\xDB\xA5-\x01\x02\x03\x04\x05", POL_FORMAT_DOC},
        {"image.pdf", "\x89PNG\r\n", POL_FORMAT_PDF}, /* so that reading it says what it is */
        {"image.txt", "\x89PNG\r\n", POL_FORMAT_TEXT},
        {"error.zip", "<html>", POL_FORMAT_ZIP},
    };
    (void)state;
    ASSERT_ROWS(rows);
    assert_int_equal(pol_format_detect(POL_SPAN("p.txt"), POL_SPAN("\xFF\xFE<\0h\0t\0m\0l\0>\0")),
                     POL_FORMAT_HTML);
    assert_int_equal(pol_format_detect(POL_SPAN("p.doc"), POL_SPAN("\xFF\xFEK\0e\0t\0")),
                     POL_FORMAT_TEXT);
    assert_int_equal(pol_format_detect(POL_SPAN("p.doc"), POL_SPAN("K\0e\0t\0")), POL_FORMAT_DOC);
}

/* A member's header in a ZIP, up to its name: stored, sizes of no interest. */
#define MEMBER(size) "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" size "\0\0\0"

static void packages_are_told_by_their_members(void **state)
{
    static const struct {
        const char *name;
        pol_span start;
        pol_format format;
    } rows[] = {
        {"a.doc",
         POL_SPAN(MEMBER("\x13") "[Content_Types].xml..." MEMBER("\x11") "word/document.xml"),
         POL_FORMAT_DOCX},
        {"a.txt", POL_SPAN(MEMBER("\x0B") "_rels/.rels" MEMBER("\x11") "word/document.xml"),
         POL_FORMAT_DOCX},
        {"a.zip", POL_SPAN(MEMBER("\x11") "word/document.xml"), POL_FORMAT_DOCX},
        {"a", POL_SPAN(MEMBER("\x13") "[Content_Types].xml"), POL_FORMAT_DOCX},
        {"a", POL_SPAN(MEMBER("\x13") "[Content_Types].xml" MEMBER("\x0F") "xl/workbook.xml"),
         POL_FORMAT_UNKNOWN},
        {"a.docx",
         POL_SPAN(MEMBER("\x08") "mimetypeapplication/vnd.oasis.opendocument.text" MEMBER("\x0B")),
         POL_FORMAT_ODT},
        {"a", POL_SPAN(MEMBER("\x08") "mimetypeapplication/epub+zip"), POL_FORMAT_UNKNOWN},
        {"a.odt", POL_SPAN(MEMBER("\x0B") "content.xml"), POL_FORMAT_ODT},
        {"a.txt", POL_SPAN(MEMBER("\x0B") "kettles.txt"), POL_FORMAT_ZIP},
        {"a.docx", POL_SPAN(MEMBER("\x0B") "kettles.txt"), POL_FORMAT_DOCX},
        {"a.zip", POL_SPAN(MEMBER("\x06") "a.docx" MEMBER("\x11") "word/document.xml"),
         POL_FORMAT_ZIP}, /* an office file in an archive, stored as it is */
        {"a.zip", POL_SPAN("PK\5\6\0\0\0\0"), POL_FORMAT_ZIP},
        {"a", POL_SPAN("PK\3\4"), POL_FORMAT_ZIP},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_format format = pol_format_detect(pol_span_of(rows[i].name), rows[i].start);
        if (format != rows[i].format)
            print_error("%zu %s: %s\n", i, rows[i].name, pol_format_name(format));
        assert_int_equal(format, rows[i].format);
    }
}

static void every_format_has_a_name(void **state)
{
    (void)state;
    for (int format = POL_FORMAT_UNKNOWN + 1; format < POL_FORMAT_COUNT; format++) {
        assert_non_null(pol_format_name((pol_format)format));
        assert_string_not_equal(pol_format_name((pol_format)format), "unknown format");
    }
    assert_string_equal(pol_format_name(POL_FORMAT_COUNT), "unknown format");
    assert_string_equal(pol_format_name(POL_FORMAT_PDF), "PDF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_promise_a_format),
        cmocka_unit_test(what_is_not_ours_is_passed_over),
        cmocka_unit_test(pages_of_a_saved_site_are_known),
        cmocka_unit_test(bytes_win_over_a_wrong_name),
        cmocka_unit_test(packages_are_told_by_their_members),
        cmocka_unit_test(every_format_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
