/* office_hostile.c - files that are not what they say, that are damaged, or that were made to
 * do harm: each is refused with a sentence, or read within bounds. */
#include <archive.h>
#include <archive_entry.h>

#include "tests/unit/formats/office_reading.h"

#define BODY(content) "<w:document " XMLNS_W "><w:body>" content "</w:body></w:document>"
#define P(text)       "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static office_reading read_bytes(office_reader *reader, pol_span bytes)
{
    office_reading made;
    maker_init(&made.zip);
    read_copy(&made, reader, bytes);
    return made;
}

static void assert_refuses(office_reader *reader, pol_span bytes, pol_status status,
                           const char *part)
{
    office_reading made = read_bytes(reader, bytes);
    assert_refused(&made, status, part);
    reading_done(&made);
}

/* A DOCX whose main part is `document`, whole. */
static office_reading read_document(pol_span document)
{
    office_reading made;
    maker_init(&made.zip);
    add_relations(&made.zip);
    maker_add(&made.zip, (made_member){.name = "WORD/Main.xml", .packed = document});
    read_copy(&made, pol_read_docx, maker_end(&made.zip));
    return made;
}

static void assert_refuses_document(const char *document, pol_status status, const char *part)
{
    office_reading made = read_document(pol_span_of(document));
    assert_refused(&made, status, part);
    reading_done(&made);
}

/* --- other files ------------------------------------------------------------------ */

static void other_files_are_named(void **state)
{
    (void)state;
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on";
    static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0"
                                 "a\0c\0k\0a\0g\0e\0";
    office_reader *const readers[] = {pol_read_docx, pol_read_odt};
    for (size_t i = 0; i < 2; i++) {
        assert_refuses(readers[i], POL_SPAN(""), POL_FORMAT, "no office file");
        assert_refuses(readers[i], pol_span_make(NULL, 0), POL_FORMAT, "no office file");
        assert_refuses(readers[i], POL_SPAN("Motion 1\n"), POL_FORMAT, "no office file");
        assert_refuses(readers[i], POL_SPAN("%PDF-1.4"), POL_FORMAT, "no office file");
        assert_refuses(readers[i], POL_SPAN("PK\x03\x04"), POL_FORMAT, "damaged");
        assert_refuses(readers[i], pol_span_make(old, sizeof old - 1), POL_FORMAT, "old Word");
        assert_refuses(readers[i], pol_span_make(locked, sizeof locked - 1), POL_FORMAT,
                       "encrypted: save it without a password");
    }
}

static void packages_of_other_kinds_are_named(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    maker_text(&zip, "mimetype", "application/x-other");
    pol_span bytes = maker_end(&zip);
    assert_refuses(pol_read_docx, bytes, POL_FORMAT, "names no main document");
    assert_refuses(pol_read_odt, bytes, POL_FORMAT, "content is missing");
    maker_done(&zip);
    assert_refuses_document("<workbook/>", POL_FORMAT, "no text document");
    assert_refuses_document("<w:document " XMLNS_W "/>", POL_FORMAT, "its text is missing");
    maker_init(&zip);
    maker_text(&zip, "content.xml",
               "<office:document-content " XMLNS_ODT "><office:body><office:spreadsheet/>"
               "</office:body></office:document-content>");
    assert_refuses(pol_read_odt, maker_end(&zip), POL_FORMAT, "no text document");
    maker_done(&zip);
}

static void missing_parts_are_named(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    add_relations(&zip);
    assert_refuses(pol_read_docx, maker_end(&zip), POL_FORMAT, "main part is missing");
    maker_done(&zip);
}

static void encrypted_files_are_named(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    maker_text(&zip, "content.xml", "garbage");
    maker_text(&zip, "META-INF/manifest.xml",
               "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
               "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");
    assert_refuses(pol_read_odt, maker_end(&zip), POL_FORMAT, "encrypted: save it without");
    maker_done(&zip);
    maker_init(&zip);
    maker_add(&zip, (made_member){.name = "content.xml", .packed = POL_SPAN("x"), .flags = 1});
    assert_refuses(pol_read_odt, maker_end(&zip), POL_FORMAT, "encrypted: save it without");
    maker_done(&zip);
}

/* --- damage ----------------------------------------------------------------------- */

static void a_file_cut_anywhere_is_refused(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    add_relations(&zip);
    maker_text(&zip, "word/main.xml", BODY(P("One")));
    pol_span whole = maker_end(&zip);
    for (size_t size = 0; size < whole.size; size += 7) {
        office_reading made = read_bytes(pol_read_docx, pol_span_first(whole, size));
        assert_int_equal(made.status, POL_FORMAT);
        assert_null(made.text.lines);
        reading_done(&made);
    }
    office_reading made = read_bytes(pol_read_docx, whole);
    assert_shown(&made, "P One\n");
    reading_done(&made);
    maker_done(&zip);
}

static void malformed_xml_is_refused_with_its_line(void **state)
{
    (void)state;
    static const char *const documents[] = {
        "",
        "not XML",
        "<w:document " XMLNS_W ">\n<w:body>" P("One"),
        "<w:document " XMLNS_W ">\n<w:body>" P("One") "</w:document>",
        "<w:document " XMLNS_W "><w:body>\n&nbsp;</w:body></w:document>",
        "<w:document " XMLNS_W "><w:body>\n\x01</w:body></w:document>",
        "<w:document " XMLNS_W "><w:body>\n\xFF\xFE</w:body></w:document>",
        "<?xml version=\"1.0\" encoding=\"klingon\"?>\n" BODY(P("One")),
    };
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        office_reading made = read_document(pol_span_of(documents[i]));
        assert_refused(&made, POL_FORMAT, "the file is damaged (its part 'word/main.xml'");
        assert_true(made.error.at <= 2);
        assert_true(i < 2 || made.error.at > 0);
        reading_done(&made);
    }
}

static void damage_in_any_part_is_refused(void **state)
{
    (void)state;
    office_parts parts = {.body = P("One"), .styles = "<w:style>"};
    office_reading made = read_docx(parts);
    assert_refused(&made, POL_FORMAT, "'word/styles.xml'");
    reading_done(&made);
    parts = (office_parts){.body = P("One"), .numbering = "</w:num>"};
    made = read_docx(parts);
    assert_refused(&made, POL_FORMAT, "'word/numbering.xml'");
    reading_done(&made);
}

static void a_part_with_a_wrong_checksum_is_refused(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    add_relations(&zip);
    made_member member = {.name = "word/main.xml", .packed = POL_SPAN(BODY(P("One"))), .crc = 7};
    member.size = member.packed.size;
    maker_add(&zip, member);
    assert_refuses(pol_read_docx, maker_end(&zip), POL_FORMAT, "damaged");
    maker_done(&zip);
}

static void a_part_that_is_a_link_is_refused(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    maker_add(&zip, (made_member){
                        .name = "content.xml", .packed = POL_SPAN("/etc/passwd"), .mode = 0120777});
    assert_refuses(pol_read_odt, maker_end(&zip), POL_FORMAT, "a folder or a link");
    maker_done(&zip);
}

/* --- entities --------------------------------------------------------------------- */

static void declarations_are_refused(void **state)
{
    (void)state;
    static const char *const declarations[] = {
        "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">",
        "<!ENTITY a SYSTEM \"file:///etc/hostname\">",
        "<!ENTITY % a SYSTEM \"http://example.org/a.dtd\"> %a;",
        "<!ATTLIST w:p x CDATA \"y\">",
        "<!ATTLIST w:p x (y|z) \"y\">",
        "<!ELEMENT w:p ANY>",
        "<!NOTATION n SYSTEM \"n\">",
        "<!NOTATION n SYSTEM \"n\"><!ENTITY a SYSTEM \"a\" NDATA n>",
    };
    for (size_t i = 0; i < sizeof declarations / sizeof *declarations; i++) {
        char document[1000];
        snprintf(document, sizeof document, "<!DOCTYPE w:document [%s]>%s", declarations[i],
                 BODY(P("&a;")));
        assert_refuses_document(document, POL_FORMAT, "it declares entities");
    }
}

static void a_bare_document_type_loads_nothing(void **state)
{
    (void)state;
    static const char document[] =
        "<!DOCTYPE w:document SYSTEM \"file:///nowhere/at/all.dtd\">" BODY(P("One"));
    office_reading made = read_document(pol_span_of(document));
    assert_shown(&made, "P One\n");
    reading_done(&made);
}

/* --- too much --------------------------------------------------------------------- */

static void deep_nesting_is_refused(void **state)
{
    (void)state;
    static const size_t depths[] = {POL_OFFICE_DEPTH_MAX, POL_OFFICE_DEPTH_MAX + 1, 100000};
    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        pol_buffer document;
        pol_buffer_init(&document, 8 << 20);
        pol_buffer_add_text(&document, "<w:document " XMLNS_W "><w:body>");
        for (size_t depth = 2; depth < depths[i]; depth++)
            pol_buffer_add_text(&document, "<w:tbl>");
        for (size_t depth = 2; depth < depths[i]; depth++)
            pol_buffer_add_text(&document, "</w:tbl>");
        pol_buffer_add_text(&document, "</w:body></w:document>");
        office_reading made = read_document(pol_buffer_span(&document));
        if (i == 0)
            assert_shown(&made, "");
        else
            assert_refused(&made, POL_LIMIT, "nests more than 200 levels deep");
        reading_done(&made);
        pol_buffer_done(&document);
    }
}

/* `size` bytes of blanks in an ODT's content, packed. */
static pol_buffer packed_blanks(size_t size)
{
    static char blanks[1 << 16];
    pol_buffer packed;
    pol_buffer_init(&packed, 1 << 20);
    packed.data = malloc(1 << 20);
    assert_non_null(packed.data);
    packed.capacity = 1 << 20;
    memset(blanks, ' ', sizeof blanks);
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    assert_int_equal(archive_write_set_format_zip(archive), ARCHIVE_OK);
    assert_int_equal(archive_write_open_memory(archive, packed.data, 1 << 20, &packed.size),
                     ARCHIVE_OK);
    archive_entry_set_pathname(entry, "content.xml");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)size);
    assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
    for (size_t at = 0; at < size; at += sizeof blanks)
        assert_true(archive_write_data(archive, blanks, sizeof blanks) > 0);
    archive_entry_free(entry);
    assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
    return packed;
}

static void bombs_are_refused(void **state)
{
    (void)state;
    pol_buffer packed = packed_blanks(32 << 20);
    assert_refuses(pol_read_odt, pol_buffer_span(&packed), POL_FORMAT,
                   "unpacks to more than 200 times");
    pol_buffer_done(&packed);
}

static void parts_that_are_too_large_are_refused(void **state)
{
    (void)state;
    size_t size = POL_OFFICE_XML_MAX + (1 << 20);
    char *blanks = malloc(size);
    assert_non_null(blanks);
    memset(blanks, ' ', size);
    memcpy(blanks, "<x>", 3);
    zip_maker zip;
    maker_init(&zip);
    made_member member = {.name = "content.xml", .packed = pol_span_make(blanks, size)};
    member.size = size; /* a checksum need not be right that is not reached */
    maker_add(&zip, member);
    assert_refuses(pol_read_odt, maker_end(&zip), POL_LIMIT, "more than 64 MiB");
    maker_done(&zip);
    free(blanks);
}

static void too_many_parts_are_refused(void **state)
{
    (void)state;
    zip_maker zip;
    maker_init(&zip);
    for (size_t i = 0; i <= POL_ARCHIVE_MEMBERS_MAX; i++) {
        char name[20];
        snprintf(name, sizeof name, "%zu", i);
        maker_text(&zip, name, "");
    }
    assert_refuses(pol_read_odt, maker_end(&zip), POL_LIMIT, "more than 20000 parts");
    maker_done(&zip);
}

static void memory_ends_at_the_arenas_limit(void **state)
{
    (void)state;
    pol_buffer body;
    pol_buffer_init(&body, 8 << 20);
    for (size_t i = 0; i < 100000; i++)
        pol_buffer_add_text(&body, P("x"));
    zip_maker zip;
    maker_init(&zip);
    add_relations(&zip);
    add_part(&zip, "word/main.xml", "<w:document " XMLNS_W "><w:body>", body.data,
             "</w:body></w:document>");
    pol_span bytes = maker_end(&zip);
    for (size_t limit = 64; limit <= 64 << 20; limit *= 4) {
        pol_arena arena;
        pol_text text = {.lines = NULL};
        pol_error error = {.status = POL_OK};
        pol_arena_init(&arena, limit);
        pol_status status = pol_read_docx(bytes, &arena, &text, &error);
        assert_true(arena.used_bytes <= limit);
        assert_int_equal(status, limit < 64 << 20 ? POL_LIMIT : POL_OK);
        assert_int_equal(text.line_count, status == POL_OK ? 100000 : 0);
        assert_true(status == POL_OK || strstr(error.text, "split it"));
        pol_arena_done(&arena);
    }
    maker_done(&zip);
    pol_buffer_done(&body);
}

/* --- circles and nonsense --------------------------------------------------------- */

static void circles_of_lists_and_styles_end(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:p><w:pPr><w:pStyle w:val=\"S\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                    "</w:pPr><w:r><w:t>one</w:t></w:r></w:p>",
            .styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:basedOn w:val=\"S\"/></w:style>"
                "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId "
                "w:val=\"1\"/></w:numPr></w:pPr></w:style>",
            .numbering =
                "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/>"
                "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"},
        "P one\n");
}

static void numbers_that_are_none_are_passed_over(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body =
                "<w:p><w:pPr><w:outlineLvl w:val=\"-1\"/><w:numPr><w:ilvl w:val=\"99\"/><w:numId "
                "w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p><w:tbl><w:tr>"
                "<w:tc><w:tcPr><w:gridSpan w:val=\"999999999999999999999\"/></w:tcPr>" P(
                    "a") "</w:tc><w:tc>" P("b") "</w:tc></w:tr></w:tbl>",
            .numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
                         "w:val=\"99999999999\"/><w:lvlText w:val=\"%0%1%\"/></w:lvl><w:lvl "
                         "w:ilvl=\"10\"><w:lvlText w:val=\"x\"/></w:lvl></w:abstractNum><w:num "
                         "w:numId=\"1\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"-5\">"
                         "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"},
        "I1 [%01%] one\n\nC1,1 a\nC1,2 b\n");
}

static void elements_out_of_place_do_no_harm(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:t>nowhere</w:t><w:txbxContent>" P("box") "</w:txbxContent><w:tc>" P(
                "cell") "</w:tc><w:tr/><w:tbl/>"
                        "<w:p><w:p>" P(
                            "inner") "</w:p></w:p><w:tbl><w:tblPr>"
                                     "<w:showingPlcHdr/></w:tblPr><w:tr><w:tc/></w:tr></w:tbl>"
                                     "<w:del><w:tbl><w:tr><w:tc>" P("gone") "</w:tc></w:tr>"
                                                                            "</w:tbl></w:del>" P(
                                                                                "last")},
        "P box\n\nP cell\n\nP inner\n\nP last\n");
    assert_odt((office_parts){.body = "<text:list-item><text:p>bare</text:p></text:list-item>"
                                      "<table:table-cell><text:p>cell</text:p></table:table-cell>"
                                      "<text:span>none</text:span><text:line-break/>"},
               "P bare\n\nP cell\n");
}

static void other_encodings_of_xml_are_read(void **state)
{
    (void)state;
    static const char latin[] =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" BODY(P("caf\xE9"));
    office_reading made = read_document(pol_span_of(latin));
    assert_shown(&made, "P café\n");
    reading_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_files_are_named),
        cmocka_unit_test(packages_of_other_kinds_are_named),
        cmocka_unit_test(missing_parts_are_named),
        cmocka_unit_test(encrypted_files_are_named),
        cmocka_unit_test(a_file_cut_anywhere_is_refused),
        cmocka_unit_test(malformed_xml_is_refused_with_its_line),
        cmocka_unit_test(damage_in_any_part_is_refused),
        cmocka_unit_test(a_part_with_a_wrong_checksum_is_refused),
        cmocka_unit_test(a_part_that_is_a_link_is_refused),
        cmocka_unit_test(declarations_are_refused),
        cmocka_unit_test(a_bare_document_type_loads_nothing),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(parts_that_are_too_large_are_refused),
        cmocka_unit_test(too_many_parts_are_refused),
        cmocka_unit_test(memory_ends_at_the_arenas_limit),
        cmocka_unit_test(circles_of_lists_and_styles_end),
        cmocka_unit_test(numbers_that_are_none_are_passed_over),
        cmocka_unit_test(elements_out_of_place_do_no_harm),
        cmocka_unit_test(other_encodings_of_xml_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
