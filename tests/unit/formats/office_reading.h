/* office_reading.h - office files made of a few parts, and what the readers make of them as a
 * text that can be compared. */
#ifndef POL_TESTS_FORMATS_OFFICE_READING_H
#define POL_TESTS_FORMATS_OFFICE_READING_H

#include <stdio.h>
#include <stdlib.h>

#include "formats/formats.h"
#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/formats/zip_maker.h"

#define XMLNS_W                                                                                    \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
#define XMLNS_ODT                                                                                  \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                           \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                               \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                             \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                             \
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                    \
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                            \
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "                      \
    "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" "        \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
#define OFFICE_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* Parts of a file by content; NULL: there is none. */
typedef struct office_parts {
    const char *body;      /* DOCX: in w:body; ODT: in office:text */
    const char *styles;    /* in w:styles; in office:styles */
    const char *numbering; /* in w:numbering; ODT: in office:automatic-styles */
    const char *title;     /* of the properties */
} office_parts;

typedef struct office_reading {
    zip_maker zip;
    pol_buffer shown;
    pol_arena arena;
    pol_text text;
    pol_error error;
    pol_status status;
} office_reading;

typedef pol_status office_reader(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                 pol_error *reterr);

/* "H2 a heading", "I1 [a)] an item", "C2,1 row 2, column 1", "P a paragraph", "L a line of
 * one"; "*" behind the letter for bold, ">" for quoted; an empty line for each blank one. */
static inline void show_line(pol_buffer *to, const pol_line *line, bool is_first)
{
    static const char letters[] = "LPHICS";
    for (uint32_t i = 0; i < line->blanks && !is_first; i++)
        pol_buffer_add_text(to, "\n");
    pol_buffer_add_byte(to, letters[line->role]);
    if (line->role == POL_LINE_CELL)
        pol_buffer_printf(to, "%u,%u", line->row, line->column);
    else if (line->level > 0)
        pol_buffer_printf(to, "%u", line->level);
    pol_buffer_add_text(to, line->is_strong ? "*" : "");
    pol_buffer_add_text(to, line->is_quoted ? ">" : "");
    if (line->marker.data)
        pol_buffer_printf(to, " [%.*s]", POL_SPAN_ARGS(line->marker));
    pol_buffer_printf(to, " %.*s\n", POL_SPAN_ARGS(line->text));
}

/* Reads from a copy of the exact size, so that reading beyond it is noticed. */
static inline void read_copy(office_reading *made, office_reader *reader, pol_span bytes)
{
    char *copy = malloc(bytes.size + !bytes.size);
    assert_non_null(copy);
    if (bytes.size)
        memcpy(copy, bytes.data, bytes.size);
    pol_arena_init(&made->arena, (size_t)1 << 30);
    made->text = (pol_text){.lines = NULL};
    made->error = (pol_error){.status = POL_OK};
    made->status = reader(pol_span_make(copy, bytes.size), &made->arena, &made->text, &made->error);
    free(copy);
    pol_buffer_init(&made->shown, 1 << 20);
    for (size_t i = 0; made->status == POL_OK && i < made->text.line_count; i++)
        show_line(&made->shown, &made->text.lines[i], i == 0);
}

static inline void reading_done(office_reading *made)
{
    maker_done(&made->zip);
    pol_buffer_done(&made->shown);
    pol_arena_done(&made->arena);
}

/* A part made of up to three pieces. */
static inline void add_part(zip_maker *zip, const char *name, const char *before, const char *part,
                            const char *after)
{
    pol_buffer whole;
    pol_buffer_init(&whole, 128 << 20);
    pol_buffer_add_text(&whole, before);
    pol_buffer_add_text(&whole, part);
    pol_buffer_add_text(&whole, after);
    maker_add(zip, (made_member){.name = name, .packed = pol_buffer_span(&whole)});
    pol_buffer_done(&whole);
}

static inline void add_relations(zip_maker *zip)
{
    maker_text(zip, "_rels/.rels",
               "<Relationships "
               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               "<Relationship Id=\"r1\" Target=\"word/main.xml\" "
               "Type=\"" OFFICE_RELATION "officeDocument\"/>"
               "<Relationship Id=\"r2\" Target=\"/docProps/core.xml\" "
               "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
               "core-properties\"/></Relationships>");
    maker_text(zip, "word/_rels/main.xml.rels",
               "<Relationships "
               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               "<Relationship Id=\"r1\" Target=\"styles.xml\" "
               "Type=\"" OFFICE_RELATION "styles\"/>"
               "<Relationship Id=\"r2\" Target=\"../word/./numbering.xml\" "
               "Type=\"" OFFICE_RELATION "numbering\"/>"
               "<Relationship Id=\"r3\" Target=\"http://example.org/styles.xml\" "
               "TargetMode=\"External\" Type=\"" OFFICE_RELATION "styles\"/></Relationships>");
}

static inline office_reading read_docx(office_parts parts)
{
    office_reading made;
    zip_maker *zip = &made.zip;
    maker_init(zip);
    add_relations(zip);
    add_part(zip, "word/main.xml", "<w:document " XMLNS_W "><w:body>", parts.body,
             "</w:body></w:document>");
    if (parts.styles)
        add_part(zip, "word/styles.xml", "<w:styles " XMLNS_W ">", parts.styles, "</w:styles>");
    if (parts.numbering)
        add_part(zip, "word/numbering.xml", "<w:numbering " XMLNS_W ">", parts.numbering,
                 "</w:numbering>");
    if (parts.title)
        add_part(zip, "docProps/core.xml",
                 "<cp:coreProperties xmlns:cp=\"urn:x\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>",
                 parts.title, "</dc:title></cp:coreProperties>");
    read_copy(&made, pol_read_docx, maker_end(zip));
    return made;
}

static inline office_reading read_odt(office_parts parts)
{
    office_reading made;
    zip_maker *zip = &made.zip;
    pol_buffer content;
    maker_init(zip);
    pol_buffer_init(&content, 128 << 20);
    pol_buffer_add_text(&content,
                        "<office:document-content " XMLNS_ODT "><office:automatic-styles>");
    pol_buffer_add_text(&content, parts.numbering ? parts.numbering : "");
    pol_buffer_add_text(&content, "</office:automatic-styles><office:body><office:text>");
    add_part(zip, "content.xml", content.data, parts.body,
             "</office:text></office:body></office:document-content>");
    pol_buffer_done(&content);
    if (parts.styles)
        add_part(zip, "styles.xml", "<office:document-styles " XMLNS_ODT "><office:styles>",
                 parts.styles, "</office:styles></office:document-styles>");
    if (parts.title)
        add_part(zip, "meta.xml", "<office:document-meta " XMLNS_ODT "><office:meta><dc:title>",
                 parts.title, "</dc:title></office:meta></office:document-meta>");
    read_copy(&made, pol_read_odt, maker_end(zip));
    return made;
}

static inline void assert_shown(const office_reading *made, const char *expected)
{
    if (made->status != POL_OK)
        print_error("refused: %s\n", made->error.text);
    assert_int_equal(made->status, POL_OK);
    assert_string_equal(made->shown.data ? made->shown.data : "", expected);
}

/* Body, styles and numbering to lines. */
static inline void assert_docx(office_parts parts, const char *expected)
{
    office_reading made = read_docx(parts);
    assert_shown(&made, expected);
    reading_done(&made);
}

static inline void assert_odt(office_parts parts, const char *expected)
{
    office_reading made = read_odt(parts);
    assert_shown(&made, expected);
    reading_done(&made);
}

static inline void assert_refused(const office_reading *made, pol_status status, const char *part)
{
    if (!strstr(made->error.text, part))
        print_error("said '%s', wanted '%s'\n", made->error.text, part);
    assert_int_equal(made->status, status);
    assert_non_null(strstr(made->error.text, part));
    assert_null(made->text.lines);
}

static inline bool has_note(const pol_text *text, const char *part)
{
    for (size_t i = 0; i < text->note_count; i++)
        if (pol_span_find(text->notes[i].text, pol_span_of(part), 0) != (size_t)-1)
            return true;
    return false;
}

#endif
