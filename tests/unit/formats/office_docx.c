/* office_docx.c - what of a DOCX is read, and as what. */
#include "tests/unit/formats/office_reading.h"

#define P(text)    "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define T(text)    "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD(text) "<w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r>"
#define STYLED(style, text)                                                                        \
    "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUMBERED(list, level, text)                                                                \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                     \
    "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define FIELD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CELL(text)  "<w:tc>" P(text) "</w:tc>"
#define LEVEL(level, format, text)                                                                 \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                  \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LIST(id, definition)                                                                       \
    "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" definition "\"/></w:num>"

/* --- paragraphs ------------------------------------------------------------------- */

static void paragraphs_become_lines(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = P("One") "<w:p/>" P("Two &amp; <![CDATA[three]]>") "<w:p>" T(
                                   "fo") T("ur ") T(" five") "</w:p>"},
                "P One\n\nP Two & three\n\nP four five\n");
}

static void lines_are_numbered_by_paragraph(void **state)
{
    (void)state;
    office_reading made = read_docx((office_parts){.body = P("One") "<w:p/>" P("Three")});
    assert_int_equal(made.text.line_count, 2);
    assert_int_equal(made.text.lines[0].number, 1);
    assert_int_equal(made.text.lines[0].blanks, 0);
    assert_int_equal(made.text.lines[1].number, 3);
    assert_int_equal(made.text.lines[1].blanks, 1);
    assert_true(made.text.is_markup);
    reading_done(&made);
}

static void breaks_make_lines_of_one_paragraph(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:p>" T("Moved by") "<w:r><w:br/></w:r>" T(
                "A branch") "<w:r><w:br/><w:cr/></w:r>" T("4 May 2031") "</w:p>"
                                                                        "<w:p><w:r><w:br "
                                                                        "w:type=\"page\"/></w:r>" T(
                                                                            "Whole") "</w:p>"},
        "L Moved by\nL A branch\n\nL 4 May 2031\n\nP Whole\n");
}

static void marks_inside_text_are_what_they_print(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" T("1.") "<w:r><w:tab/></w:r>" T(
                "c"
                "o") "<w:r><w:noBreakHyphen/></w:r>" T("op") "<w:r><w:softHyphen/></w:r>" T("era&#"
                                                                                            "xAD;"
                                                                                            "tive") "<w:r><w:sym "
                                                                                                    "w:font=\"Wingdings\" "
                                                                                                    "w:char=\"F0FC\"/></"
                                                                                                    "w:r></w:p>"},
        "P 1. co-operative\n");
}

static void bold_is_that_of_the_whole_line(void **state)
{
    (void)state;
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn w:val=\"Strong\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Em\"><w:rPr><w:b "
        "w:val=\"1\"/></w:rPr></w:style>";
    assert_docx(
        (office_parts){
            .body =
                "<w:p>" BOLD("All") "<w:r><w:t> </w:t></w:r>" BOLD("bold") "</w:p><w:p>" BOLD("Not")
                    T(" all") "</w:p>" STYLED(
                        "Child",
                        "By style") "<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr><w:r><w:rPr>"
                                    "<w:b w:val=\"false\"/></w:rPr><w:t>Undone</w:t></w:r></w:p>"
                                    "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" T(
                                        "Only its mark") "</w:p><w:p><w:r><w:rPr><w:rStyle "
                                                         "w:val=\"Em\"/></w:rPr><w:t>"
                                                         "Emphasis</w:t></w:r></w:p>",
            .styles = styles},
        "P* All bold\n\nP Not all\n\nP* By style\n\nP Undone\n\nP Only its mark\n\n"
        "P* Emphasis\n");
}

static void hidden_text_is_left_out(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){.body = "<w:p>" T("Seen") "<w:r><w:rPr><w:vanish/></w:rPr><w:t> not"
                                                 "</w:t></w:r></w:p>" STYLED("Secret", "Never")},
        "P Seen\n\nP Never\n");
    assert_docx((office_parts){.body = P("Seen") STYLED("Secret", "Never"),
                               .styles =
                                   "<w:style w:type=\"paragraph\" w:styleId=\"Secret\"><w:rPr>"
                                   "<w:vanish/></w:rPr></w:style>"},
                "P Seen\n");
}

/* --- headings --------------------------------------------------------------------- */

static void headings_are_known_by_outline_level(void **state)
{
    (void)state;
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/>"
        "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Motion\"><w:basedOn w:val=\"Teil\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Teil\"><w:pPr><w:outlineLvl "
        "w:val=\"2\"/></w:pPr>"
        "</w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Bare2\"><w:name w:val=\"Heading 2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Plain\"><w:basedOn w:val=\"Teil\"/><w:pPr>"
        "<w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:name w:val=\"Subtitle\"/><w:basedOn "
        "w:val=\"T\"/></w:style>";
    assert_docx(
        (office_parts){
            .body = STYLED("T", "Agenda") STYLED("S", "Of 2031") STYLED("berschrift1", "One")
                STYLED("Motion", "Three") STYLED("Bare2", "Two") STYLED("Plain", "None")
                    STYLED("Heading4", "Not brought along") "<w:p><w:pPr><w:outlineLvl "
                                                            "w:val=\"8\"/></w:pPr>" T(
                                                                "Deep") "<w:r><w:br/></"
                                                                        "w:r>" T("one") "</"
                                                                                        "w:"
                                                                                        "p>",
            .styles = styles},
        "H1 Agenda\n\nP Of 2031\n\nH1 One\n\nH3 Three\n\nH2 Two\n\nP None\n\n"
        "H4 Not brought along\n\nH6 Deep one\n");
}

static void styles_in_a_circle_end(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = STYLED("A", "Round"),
                               .styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn "
                                         "w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" "
                                         "w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:pPr>"
                                         "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"},
                "H1 Round\n");
}

static void the_title_is_taken_where_a_heading_bears_it_out(void **state)
{
    (void)state;
    static const char body[] = STYLED("Heading1", "Mugs for All") P("Text");
    office_reading made = read_docx((office_parts){.body = body, .title = "Mugs &#x66;or all "});
    assert_int_equal(made.text.pair_count, 1);
    assert_true(pol_span_equal(made.text.pairs[0].value, POL_SPAN("Mugs for All")));
    assert_int_equal(made.text.pairs[0].origin, POL_ORIGIN_MARKUP);
    reading_done(&made);
    made = read_docx((office_parts){.body = body, .title = "Template of 2009"});
    assert_int_equal(made.status, POL_OK);
    assert_int_equal(made.text.pair_count, 0);
    reading_done(&made);
}

/* --- numbers ---------------------------------------------------------------------- */

#define LEVELS                                                                                     \
    LEVEL("0", "decimal", "%1.")                                                                   \
    LEVEL("1", "lowerLetter", "%1.%2)") LEVEL("2", "lowerRoman", "(%3)") LEVEL("3", "bullet", "?")

static void items_bear_their_numbers_as_printed(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = NUMBERED("1", "0", "one") NUMBERED("1", "1", "one a")
                                   P("Between.") NUMBERED("1", "1", "one b")
                                       NUMBERED("1", "2", "deep") NUMBERED("1", "3", "bullet")
                                           NUMBERED("1", "0", "two") NUMBERED("1", "1", "two a")
                                               NUMBERED("0", "0", "none")
                                                   NUMBERED("77", "0", "unknown"),
                               .numbering = "<w:abstractNum w:abstractNumId=\"5\">" LEVELS
                                            "</w:abstractNum>" LIST("1", "5")},
                "I1 [1.] one\n\nI2 [1.a)] one a\n\nP Between.\n\nI2 [1.b)] one b\n\n"
                "I3 [(i)] deep\n\nI4 [•] bullet\n\nI1 [2.] two\n\nI2 [2.a)] two a\n\n"
                "P none\n\nP unknown\n");
}

static void empty_paragraphs_count_and_deleted_ones_do_not(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = NUMBERED("1", "0", "one") NUMBERED("1", "0", "")
                NUMBERED("1", "0",
                         "three") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>"
                                  "</w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del>"
                                  "<w:r><w:delText>gone</w:delText></w:r></w:del></w:p>" NUMBERED(
                                      "1", "0", "four"),
            .numbering =
                "<w:abstractNum w:abstractNumId=\"5\">" LEVELS "</w:abstractNum>" LIST("1", "5")},
        "I1 [1.] one\n\nI1 [3.] three\n\nI1 [4.] four\n");
}

static void lists_of_one_definition_count_on_unless_restarted(void **state)
{
    (void)state;
    static const char numbering[] =
        "<w:abstractNum w:abstractNumId=\"5\">" LEVELS "</w:abstractNum>" LIST("1", "5") LIST(
            "2",
            "5") "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\">"
                 "<w:startOverride w:val=\"7\"/></w:lvlOverride><w:lvlOverride w:ilvl=\"1\">" LEVEL(
                     "1", "upperRoman", "%2:") "</w:lvlOverride></w:num>";
    assert_docx((office_parts){.body = NUMBERED("1", "0", "a") NUMBERED("2", "0", "b") NUMBERED(
                                   "3", "0", "c") NUMBERED("3", "1", "d") NUMBERED("3", "0", "e"),
                               .numbering = numbering},
                "I1 [1.] a\n\nI1 [2.] b\n\nI1 [7.] c\n\nI2 [I:] d\n\nI1 [8.] e\n");
}

static void styles_number_their_paragraphs(void **state)
{
    (void)state;
    static const char numbering[] =
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"upperLetter\"/><w:pStyle w:val=\"Section\"/><w:lvlText w:val=\"Part "
        "%1:\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"9\"/><w:lvlRestart w:val=\"0\"/><w:pStyle "
        "w:val=\"Motion\"/><w:lvlText w:val=\"Motion %2\"/></w:lvl></w:abstractNum>" LIST("4", "1");
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"Section\"><w:pPr><w:numPr><w:numId w:val=\"4\"/>"
        "</w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Motion\"><w:basedOn w:val=\"Section\"/><w:pPr>"
        "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr><w:outlineLvl w:val=\"1\"/>"
        "</w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Same\"><w:basedOn w:val=\"Motion\"/></w:style>";
    assert_docx((office_parts){.body = STYLED("Section", "Health") STYLED("Motion", "Mugs")
                                   STYLED("Section", "Welfare") STYLED("Same", "Kettles")
                                       STYLED("Motion", ""),
                               .styles = styles,
                               .numbering = numbering},
                "H1 Part A: Health\n\nH2 Motion 9 Mugs\n\nH1 Part B: Welfare\n\n"
                "H2 Motion 10 Kettles\n\nH2 Motion 11\n");
}

static void a_word_before_the_number_is_read_with_the_text(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){.body = NUMBERED("1", "0", "Mugs – North branch") NUMBERED("1", "0", ""),
                       .numbering = "<w:abstractNum w:abstractNumId=\"5\">" LEVEL(
                           "0", "decimalZero", "EM%1 &amp;") "</w:abstractNum>" LIST("1", "5")},
        "P EM01 & Mugs – North branch\n\nP EM02 &\n");
}

static void a_definition_may_be_a_list_styles(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = NUMBERED("2", "0", "one"),
                               .styles =
                                   "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr>"
                                   "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
                               .numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink "
                                            "w:val=\"L\"/>" LEVELS "</w:abstractNum><w:abstractNum "
                                            "w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L\"/>"
                                            "</w:abstractNum>" LIST("1", "1") LIST("2", "2")},
                "I1 [1.] one\n");
}

static void newer_number_formats_come_with_older_ones(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){.body = NUMBERED("1", "0", "one") NUMBERED("1", "1", "legal"),
                       .numbering =
                           "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
                           "w:val=\"3\"/><mc:AlternateContent><mc:Choice Requires=\"w14\">"
                           "<w:numFmt w:val=\"custom\" w:format=\"01, 02, 03, ...\"/>"
                           "</mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/>"
                           "</mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/>"
                           "</w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:isLgl/>"
                           "<w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%2\"/></w:lvl>"
                           "</w:abstractNum>" LIST("1", "1")},
        "I1 [03] one\n\nI2 [1] legal\n");
}

/* --- changes, fields, controls ---------------------------------------------------- */

static void changes_are_read_as_accepted(void **state)
{
    (void)state;
    office_reading made = read_docx((office_parts){
        .body = "<w:p>" T("Kept ") "<w:ins w:id=\"1\">" T(
            "added ") "</w:ins><w:del w:id=\"2\">"
                      "<w:r><w:delText>gone </w:delText></w:r></w:del><w:moveTo>" T(
                          "here") "</w:moveTo>"
                                  "<w:moveFrom>" T(
                                      "there") "</w:moveFrom></w:p>"
                                               "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl "
                                               "w:val=\"0\"/><w:numPr><w:numId "
                                               "w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></"
                                               "w:pPr><w:r><w:rPr><w:rPrChange>"
                                               "<w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange></"
                                               "w:rPr><w:t>Now</w:t></w:r></w:p>"});
    assert_shown(&made, "P Kept added here\n\nP Now\n");
    assert_true(has_note(&made.text, "insertions read: 2, deletions left out: 2"));
    reading_done(&made);
}

#define END_DELETED "<w:pPr><w:rPr><w:del w:id=\"9\"/></w:rPr></w:pPr>"

static void a_deleted_paragraph_end_joins_two_paragraphs(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = "<w:p>" END_DELETED T(
                                   "One ") "</w:p>"
                                           "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>" T(
                                               "two") "</w:p><w:p>" END_DELETED T("last") "</w:p>"},
                "H2 One two\n\nP last\n");
    assert_docx((office_parts){.body = "<w:p>" END_DELETED T("Before") "</w:p><w:tbl><w:tr>" CELL(
                                   "a") CELL("b") "</w:tr></w:tbl>"},
                "P Before\n\nC1,1 a\nC1,2 b\n");
}

static void deleted_rows_and_cells_are_left_out(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = "<w:tbl><w:tr>" CELL("a")
                                   CELL("b") "</w:tr><w:tr><w:trPr>"
                                             "<w:del w:id=\"1\"/></w:trPr>" CELL("gone")
                                                 CELL("too") "</w:tr><w:tr>" CELL(
                                                     "c") "<w:tc><w:tcPr><w:cellDel/></"
                                                          "w:tcPr>" P("gone") "</w:tc>" CELL(
                                                              "d") "</w:tr></w:tbl>" P("Afte"
                                                                                       "r")},
                "C1,1 a\nC1,2 b\n\nC3,1 c\nC3,3 d\n\nP After\n");
}

static void fields_show_their_results(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:p>" T("Motion ")
                FIELD("begin") "<w:r><w:instrText> SEQ motion </w:instrText></w:r>" FIELD("begin")
                    T("inner instruction") FIELD("end") FIELD("separate") T("12") FIELD("end") T(
                        " Mugs") "</w:p>"
                                 "<w:p><w:fldSimple w:instr=\" DATE \">" T("4 May") "</w:fldSimple>"
                                                                                    "</w:p>"},
        "P Motion 12 Mugs\n\nP 4 May\n");
}

static void contents_lists_are_left_out(void **state)
{
    (void)state;
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"V1\"><w:name w:val=\"toc 1\"/></w:style>";
    assert_docx(
        (office_parts){
            .body = P("Before") "<w:p>" FIELD(
                "begin") "<w:r><w:instrText> TO</w:instrText><w:instrText>C \\o"
                         "</w:instrText></w:r>" FIELD("separate") T("Mugs 3") "</w:p>" P(
                             "Kettles 4") "<w:p>" FIELD("end") "</w:p>" P("After")
                             STYLED(
                                 "V1",
                                 "Tea 5") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery "
                                          "w:val=\"Table of "
                                          "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" P(
                                              "Cups 6") "</w:sdtContent></w:sdt>"
                                                        "<w:sdt><w:sdtPr><w:showingPlcHdr/></"
                                                        "w:sdtPr><w:sdtContent>" P(
                                                            "Click here") "</w:sdtContent></w:sdt>"
                                                                          "<w:sdt><w:sdtPr/"
                                                                          "><w:sdtContent>" P(
                                                                              "Filled in") "</"
                                                                                           "w:"
                                                                                           "sdtCont"
                                                                                           "ent></"
                                                                                           "w:sdt>",
            .styles = styles},
        "P Before\n\nP After\n\nP Filled in\n");
}

static void a_contents_list_without_end_swallows_no_heading(void **state)
{
    (void)state;
    office_reading made = read_docx((office_parts){
        .body = "<w:p>" FIELD("begin") "<w:r><w:instrText>TOC</w:instrText></w:r>" FIELD("separate")
            T("Mugs 3") "</w:p>" P("Kettles 4") STYLED("Heading1", "Mugs") P("Text")});
    assert_shown(&made, "H1 Mugs\n\nP Text\n");
    assert_int_equal(made.text.note_count, 0);
    reading_done(&made);
    made = read_docx(
        (office_parts){.body = "<w:p>" FIELD("begin") "<w:r><w:instrText>TOC"
                                                      "</w:instrText></w:r>" FIELD(
                                                          "separate") "</w:p>" P("All the rest")});
    assert_shown(&made, "");
    assert_true(has_note(&made.text, "contents list has no end"));
    reading_done(&made);
}

static void an_instruction_without_end_ends_with_its_paragraph(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = "<w:p>" T("Seen ") FIELD("begin")
                                   T("never") "</w:p>" P("Seen again")},
                "P Seen\n\nP Seen again\n");
}

static void notes_are_left_out_and_counted(void **state)
{
    (void)state;
    office_reading made = read_docx(
        (office_parts){.body = "<w:p>" T("Text") "<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r>"
                                                 "<w:commentReference w:id=\"1\"/></w:r></w:p>"});
    assert_shown(&made, "P Text\n");
    assert_true(has_note(&made.text, "footnotes left out: 1"));
    reading_done(&made);
}

/* --- tables and boxes ------------------------------------------------------------- */

static void tables_of_values_keep_their_places(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = P("Report") "<w:tbl><w:tr>" CELL("No") CELL("Title")
                CELL("Decision") "</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan "
                                 "w:val=\"2\"/></w:tcPr>" P("16 Mugs") P("– North") "</w:tc>" CELL(
                                     "CARRIED") "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/>"
                                                "</w:trPr>" CELL("Tea")
                                                    CELL("LOST") "</w:tr></w:tbl><w:tbl>"
                                                                 "<w:tr>" CELL("x")
                                                                     CELL("y") "</w:tr></w:tbl>"},
        "P Report\n\nC1,1 No\nC1,2 Title\nC1,3 Decision\n\nC2,1 16 Mugs\nC2,1 – North\n"
        "C2,3 CARRIED\n\nC3,2 Tea\nC3,3 LOST\n\nC4,1 x\nC4,2 y\n");
}

static void numbers_in_cells_are_part_of_the_value(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:tbl><w:tr><w:tc>" NUMBERED("1", "0", "") "</w:tc>" CELL(
                "Mugs") "</w:tr><w:tr><w:tc>" NUMBERED("1", "0",
                                                       "Tea") "</w:tc><w:tc>" NUMBERED("1", "3",
                                                                                       "LOST") "</"
                                                                                               "w:"
                                                                                               "tc>"
                                                                                               "</"
                                                                                               "w:"
                                                                                               "tr>"
                                                                                               "</"
                                                                                               "w:"
                                                                                               "tbl"
                                                                                               ">",
            .numbering =
                "<w:abstractNum w:abstractNumId=\"5\">" LEVELS "</w:abstractNum>" LIST("1", "5")},
        "C1,1 1.\nC1,2 Mugs\n\nC2,1 2. Tea\nC2,2 LOST\n");
}

static void tables_that_arrange_a_page_are_paragraphs(void **state)
{
    (void)state;
    static const char numbering[] =
        "<w:abstractNum w:abstractNumId=\"5\">" LEVELS "</w:abstractNum>" LIST("1", "5");
    assert_docx((office_parts){.body = "<w:tbl><w:tr>" CELL("One column") "</w:tr><w:tr>" CELL(
                                   "of two rows") "</w:tr></w:tbl>"},
                "P One column\n\nP of two rows\n");
    assert_docx((office_parts){.body = "<w:tbl><w:tr>" CELL("7") "<w:tc>" NUMBERED("1", "0", "a")
                                   NUMBERED("1", "0", "b") "</w:tc></w:tr></w:tbl>",
                               .numbering = numbering},
                "P 7\n\nI1 [1.] a\n\nI1 [2.] b\n");
    assert_docx((office_parts){.body = "<w:tbl><w:tr>" CELL("Left") "<w:tc><w:tbl><w:tr>" CELL("1")
                                   CELL("2") "</w:tr></w:tbl>" P("under") "</w:tc></w:tr></w:tbl>"},
                "P Left\n\nC2,1 1\nC2,2 2\n\nP under\n");
    assert_docx(
        (office_parts){.body = "<w:tbl><w:tr>" CELL("a") CELL("b") "</w:tr><w:tr><w:tc>" STYLED(
                           "Heading2", "Mugs") "</w:tc>" CELL("c") "</w:tr></w:tbl>"},
        "P a\n\nP b\n\nH2 Mugs\n\nP c\n");
}

static void a_heading_may_head_a_table(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){.body = "<w:tbl><w:tr><w:tc>" STYLED("Heading2", "Motion") "</w:tc>" CELL(
                           "Result") "</w:tr><w:tr>" CELL("Mugs") CELL("Lost") "</w:tr></w:tbl>"},
        "C1,1 Motion\nC1,2 Result\n\nC2,1 Mugs\nC2,2 Lost\n");
}

#define BOX(content)                                                                               \
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" content      \
    "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" content          \
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"

static void text_boxes_are_read_once_and_do_not_cut_the_text(void **state)
{
    (void)state;
    assert_docx((office_parts){.body = "<w:p>" T("Around ") BOX(P("Inside") P("twice"))
                                   T("the box") "</w:p>" P("After")},
                "P Inside\n\nP twice\n\nP Around the box\n\nP After\n");
}

static void boxes_in_boxes_end_somewhere(void **state)
{
    (void)state;
    assert_docx(
        (office_parts){
            .body = "<w:p>" T("0") BOX("<w:p>" T("1") BOX("<w:p>" T("2") BOX("<w:p>" T("3") BOX(
                "<w:p>" T("4") "</w:p>") "</w:p>") "</w:p>") "</w:p>") "</w:p>" P("After")},
        "P 3\n\nP 2\n\nP 1\n\nP 0\n\nP After\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_become_lines),
        cmocka_unit_test(lines_are_numbered_by_paragraph),
        cmocka_unit_test(breaks_make_lines_of_one_paragraph),
        cmocka_unit_test(marks_inside_text_are_what_they_print),
        cmocka_unit_test(bold_is_that_of_the_whole_line),
        cmocka_unit_test(hidden_text_is_left_out),
        cmocka_unit_test(headings_are_known_by_outline_level),
        cmocka_unit_test(styles_in_a_circle_end),
        cmocka_unit_test(the_title_is_taken_where_a_heading_bears_it_out),
        cmocka_unit_test(items_bear_their_numbers_as_printed),
        cmocka_unit_test(empty_paragraphs_count_and_deleted_ones_do_not),
        cmocka_unit_test(lists_of_one_definition_count_on_unless_restarted),
        cmocka_unit_test(styles_number_their_paragraphs),
        cmocka_unit_test(a_word_before_the_number_is_read_with_the_text),
        cmocka_unit_test(a_definition_may_be_a_list_styles),
        cmocka_unit_test(newer_number_formats_come_with_older_ones),
        cmocka_unit_test(changes_are_read_as_accepted),
        cmocka_unit_test(a_deleted_paragraph_end_joins_two_paragraphs),
        cmocka_unit_test(deleted_rows_and_cells_are_left_out),
        cmocka_unit_test(fields_show_their_results),
        cmocka_unit_test(contents_lists_are_left_out),
        cmocka_unit_test(a_contents_list_without_end_swallows_no_heading),
        cmocka_unit_test(an_instruction_without_end_ends_with_its_paragraph),
        cmocka_unit_test(notes_are_left_out_and_counted),
        cmocka_unit_test(tables_of_values_keep_their_places),
        cmocka_unit_test(numbers_in_cells_are_part_of_the_value),
        cmocka_unit_test(tables_that_arrange_a_page_are_paragraphs),
        cmocka_unit_test(a_heading_may_head_a_table),
        cmocka_unit_test(text_boxes_are_read_once_and_do_not_cut_the_text),
        cmocka_unit_test(boxes_in_boxes_end_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
