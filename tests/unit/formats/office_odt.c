/* office_odt.c - what of an ODT is read, and as what. */
#include "tests/unit/formats/office_reading.h"

#define P(text)        "<text:p>" text "</text:p>"
#define ITEM(text)     "<text:list-item>" text "</text:list-item>"
#define H(level, text) "<text:h text:outline-level=\"" level "\">" text "</text:h>"
#define CELL(text)     "<table:table-cell>" P(text) "</table:table-cell>"
#define LEVEL(level, format, more)                                                                 \
    "<text:list-level-style-number text:level=\"" level "\" style:num-format=\"" format "\" " more \
    "/>"
#define LIST(name, levels) "<text:list-style style:name=\"" name "\">" levels "</text:list-style>"

/* 1. 1.a (i) bullet */
#define LEVELS                                                                                     \
    LEVEL("1", "1", "style:num-suffix=\".\"")                                                      \
    LEVEL("2", "a", "text:display-levels=\"2\"")                                                   \
    LEVEL("3", "i", "style:num-prefix=\"(\" style:num-suffix=\")\"")                               \
    "<text:list-level-style-"                                                                      \
    "bullet text:level=\"4\" "                                                                     \
    "text:bullet-char=\"x\"/>"

/* --- paragraphs ------------------------------------------------------------------- */

static void paragraphs_become_lines(void **state)
{
    (void)state;
    assert_odt((office_parts){.body = "\n" P("One\n  two <text:span>three</text:span>") "stray" P(
                                  "") P("a<text:s text:c=\"3\"/>b<text:tab/>c")
                                  P("Moved by<text:line-break/>A branch")
                                      P("page<text:soft-page-break/> end")},
               "P One two three\n\nP a b c\n\nL Moved by\nL A branch\n\nP page end\n");
}

static void bold_and_hidden_come_from_styles(void **state)
{
    (void)state;
    static const char automatic[] =
        "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties "
        "fo:font-weight=\"700\"/></style:style>"
        "<style:style style:name=\"N\" style:family=\"text\"><style:text-properties "
        "fo:font-weight=\"normal\"/></style:style>"
        "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties "
        "text:display=\"none\"/></style:style>"
        "<style:style style:name=\"P1\" style:family=\"paragraph\" "
        "style:parent-style-name=\"Strong\"/>";
    static const char styles[] = "<style:style style:name=\"Strong\" style:family=\"paragraph\">"
                                 "<style:text-properties fo:font-weight=\"bold\"/></style:style>";
    assert_odt(
        (office_parts){
            .body = P("<text:span text:style-name=\"B\">All</text:span> "
                      "<text:span text:style-name=\"B\">bold</text:span>")
                P("<text:span text:style-name=\"B\">Not</text:span> all") "<text:p "
                                                                          "text:style-name=\"P1\">"
                                                                          "By style</text:p>"
                                                                          "<text:p "
                                                                          "text:style-name=\"P1\">"
                                                                          "By <text:span "
                                                                          "text:style-name=\"N\">"
                                                                          "half</text:span></"
                                                                          "text:p>" P(
                                                                              "Seen<text:span "
                                                                              "text:style-name="
                                                                              "\"H\"> "
                                                                              "not<text:s/></"
                                                                              "text:span>"),
            .styles = styles,
            .numbering = automatic},
        "P* All bold\n\nP Not all\n\nP* By style\n\nP By half\n\nP Seen\n");
}

static void headings_and_titles(void **state)
{
    (void)state;
    static const char styles[] =
        "<style:style style:name=\"Title\" style:family=\"paragraph\"/><style:style "
        "style:name=\"Subtitle\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>"
        "<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>";
    static const char automatic[] = "<style:style style:name=\"P9\" style:family=\"paragraph\" "
                                    "style:parent-style-name=\"Title\"/>";
    assert_odt(
        (office_parts){
            .body = "<text:p text:style-name=\"P9\">Agenda</text:p>"
                    "<text:p text:style-name=\"Subtitle\">Of 2031</text:p>" H(
                        "2", "Mugs<text:line-break/>for all")
                        H("9", "Deep") "<text:p text:style-name=\"Quotations\">Said</text:p>",
            .styles = styles,
            .numbering = automatic},
        "H1 Agenda\n\nP Of 2031\n\nH2 Mugs for all\n\nH6 Deep\n\nP> Said\n");
    assert_odt((office_parts){.body = "<text:p text:style-name=\"Title\">Known by name</text:p>"},
               "H1 Known by name\n");
}

static void the_title_is_taken_where_a_heading_bears_it_out(void **state)
{
    (void)state;
    office_reading made = read_odt((office_parts){.body = H("1", "Mugs"), .title = "mugs"});
    assert_int_equal(made.text.pair_count, 1);
    assert_true(pol_span_equal(made.text.pairs[0].value, POL_SPAN("Mugs")));
    reading_done(&made);
    made = read_odt((office_parts){.body = P("Mugs"), .title = "Mugs"});
    assert_int_equal(made.text.pair_count, 0);
    reading_done(&made);
}

/* --- numbers ---------------------------------------------------------------------- */

static void items_bear_their_numbers_as_printed(void **state)
{
    (void)state;
    assert_odt(
        (office_parts){
            .body = "<text:list text:style-name=\"L\">" ITEM(
                P("one") P("still one") "<text:list>" ITEM(P("one a"))
                    ITEM(P("one b") "<text:list>" ITEM(P("deep") "<text:list>" ITEM(P(
                        "bullet")) "</text:list>") "</text:list>") "</text:list>") "<text:list-"
                                                                                   "header>" P(
                                                                                       "no "
                                                                                       "num"
                                                                                       "be"
                                                                                       "r") "</"
                                                                                            "text:"
                                                                                            "list-"
                                                                                            "header"
                                                                                            ">" ITEM(P("two") "<text:list>" ITEM(P("two a")) "</text:list>") "<text:list-item text:start-value=\"9\">" P(
                                                                                                "ni"
                                                                                                "n"
                                                                                                "e") "</text:list-item>" ITEM(P("ten")) "</text:list>",
            .numbering = LIST("L", LEVELS)},
        "I1 [1.] one\n\nP1 still one\n\nI2 [1.a] one a\n\nI2 [1.b] one b\n\nI3 [(i)] deep\n\n"
        "I4 [•] bullet\n\nP1 no number\n\nI1 [2.] two\n\nI2 [2.a] two a\n\nI1 [9.] nine\n\n"
        "I1 [10.] ten\n");
}

static void lists_continue_where_they_say_so(void **state)
{
    (void)state;
    static const char numbering[] = LIST("L", LEVELS) LIST("M", LEVEL("1", "A", ""));
    assert_odt(
        (office_parts){
            .body =
                "<text:list xml:id=\"l1\" text:style-name=\"L\">" ITEM(P("one")) "</text:list>" P("Between.") "<text:list xml:id=\"l2\" text:style-name=\"M\">" ITEM(
                    P("other")) "</text:list>"
                                "<text:list text:style-name=\"L\" "
                                "text:continue-numbering=\"true\">" ITEM("<text:list>" ITEM(P(
                                    "one a")) "</text:list>") "</text:list>"
                                                              "<text:list text:style-name=\"L\" "
                                                              "text:continue-list=\"l1\">" ITEM(
                                                                  "<text:list>" ITEM(
                                                                      P("one b")) "</text:list>")
                                                                  ITEM(P(
                                                                      "two")) "</"
                                                                              "text:list><text:"
                                                                              "list "
                                                                              "text:style-name="
                                                                              "\"L\">" ITEM(P(
                                                                                  "anew")) "</"
                                                                                           "text"
                                                                                           ":lis"
                                                                                           "t><"
                                                                                           "text"
                                                                                           ":lis"
                                                                                           "t "
                                                                                           "text"
                                                                                           ":sty"
                                                                                           "le-"
                                                                                           "name"
                                                                                           "=\"M"
                                                                                           "\" "
                                                                                           "text"
                                                                                           ":con"
                                                                                           "tinu"
                                                                                           "e-"
                                                                                           "list"
                                                                                           "=\"l"
                                                                                           "2\""
                                                                                           ">" ITEM(P(
                                                                                               "oth"
                                                                                               "er"
                                                                                               "s")) "</text:list>",
            .numbering = numbering},
        "I1 [1.] one\n\nP Between.\n\nI1 [A] other\n\nI2 [1.a] one a\n\nI2 [1.b] one b\n\n"
        "I1 [2.] two\n\nI1 [1.] anew\n\nI1 [B] others\n");
}

static void two_lists_under_one_item_count_apart(void **state)
{
    (void)state;
    assert_odt(
        (office_parts){.body = "<text:list text:style-name=\"L\">" ITEM(P("one") "<text:list>" ITEM(
                           P("a")) "</text:list>"
                                   "<text:list text:style-name=\"M\">" ITEM(
                                       P("b")) "</text:list>") "</text:list>",
                       .numbering = LIST("L", LEVELS) LIST("M", LEVEL("2", "1", ""))},
        "I1 [1.] one\n\nI2 [1.a] a\n\nI2 [1] b\n");
}

static void number_formats_and_patterns(void **state)
{
    (void)state;
    static const char numbering[] = LIST(
        "L",
        LEVEL("1", "I", "loext:num-list-format=\"Teil %1%:\"")
            LEVEL("2", "01, 02, 03, ...",
                  "style:num-list-format=\"%1%-%2%)\"") LEVEL("3", "", "style:num-suffix=\".\"")
                LEVEL("4", "1", "text:display-levels=\"4\" style:num-prefix=\"100% &amp; \"")
                    LEVEL("5", "a", "text:start-value=\"28\"")
                        LEVEL("6", "a", "text:start-value=\"28\" style:num-letter-sync=\"true\"")
                            LEVEL("10", "1st", "loext:num-list-format=\"%10%\""));
#define UNDER(item) "<text:list>" ITEM(item) "</text:list>"
    assert_odt(
        (office_parts){
            .body = "<text:list text:style-name=\"L\">" ITEM(P("worded") UNDER(
                P("padded") UNDER(P("none") UNDER(P("four") UNDER(P("ab") UNDER(P("bb") UNDER(
                    UNDER(UNDER(UNDER(P("ten") UNDER(P("no deeper")))))))))))) "</text:list>",
            .numbering = numbering},
        "P Teil I: worded\n\nI2 [I-01)] padded\n\nP3 none\n\nI4 [100% & I.01.1] four\n\n"
        "I5 [ab] ab\n\nI6 [bb] bb\n\nI10 [1st] ten\n\nI10 [2nd] no deeper\n");
}

static void lists_without_a_style_have_that_of_their_paragraphs(void **state)
{
    (void)state;
    static const char numbering[] =
        LIST("L", LEVELS) "<style:style style:name=\"P1\" style:family=\"paragraph\" "
                          "style:list-style-name=\"L\"/>";
    assert_odt(
        (office_parts){.body = "<text:list>" ITEM("<text:p text:style-name=\"P1\">one</text:p>")
                           ITEM(P("bare")) "</text:list><text:p text:style-name=\"P1\">in "
                                           "no list</text:p>",
                       .numbering = numbering},
        "I1 [1.] one\n\nP1 bare\n\nP in no list\n");
}

static void headings_bear_the_outlines_numbers(void **state)
{
    (void)state;
#define OUTLINE(level, format, more)                                                               \
    "<text:outline-level-style text:level=\"" level "\" style:num-format=\"" format "\" " more "/" \
    ">"
    static const char styles[] = "<text:outline-style>" OUTLINE(
        "1", "A", "style:num-prefix=\"Part \" style:num-suffix=\":\"") OUTLINE("2", "1", "")
        OUTLINE(
            "3", "",
            "") "</text:outline-style><style:style style:name=\"Plain\" style:family=\"paragraph\" "
                "style:list-style-name=\"\"/>";
    assert_odt(
        (office_parts){
            .body = H("1", "Health") H("2", "Mugs") H("3", "Three")
                H("2",
                  "Tea") "<text:h text:outline-level=\"2\" text:style-name=\"Plain\">"
                         "Plain</text:h><text:h text:outline-level=\"2\" "
                         "text:is-list-header=\"true\">Header</text:h>" H("1", "Welfare")
                             H("2",
                               "Cups") "<text:h text:outline-level=\"2\" text:start-value=\"7\" "
                                       "text:restart-numbering=\"true\">Pots</text:h>" H("2", ""),
            .styles = styles},
        "H1 Part A: Health\n\nH2 1 Mugs\n\nH3 Three\n\nH2 2 Tea\n\nH2 Plain\n\nH2 Header\n\n"
        "H1 Part B: Welfare\n\nH2 1 Cups\n\nH2 7 Pots\n\nH2 8\n");
}

static void headings_in_lists_bear_the_lists_numbers(void **state)
{
    (void)state;
    assert_odt(
        (office_parts){.body = "<text:list text:style-name=\"L\">" ITEM(H("2", "Mugs"))
                           ITEM(H("2", "Tea")) "</text:list>",
                       .numbering = LIST("L", LEVEL("1", "1", "style:num-prefix=\"Motion \""))},
        "H2 Motion 1 Mugs\n\nH2 Motion 2 Tea\n");
}

/* --- what is left out ------------------------------------------------------------- */

static void deletions_notes_and_the_like_are_left_out(void **state)
{
    (void)state;
    office_reading made = read_odt((office_parts){
        .body =
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
            "<dc:creator>Ann</dc:creator></office:change-info>" P(
                "gone") "</text:deletion>"
                        "</"
                        "text:changed-region><text:changed-region><text:insertion><office:change-"
                        "info>"
                        "<dc:creator>Ann</dc:creator></office:change-info></text:insertion>"
                        "</text:changed-region></text:tracked-changes>" P(
                            "Text<text:note><text:note-citation>1</"
                            "text:note-citation><text:note-body>" P(
                                "Note") "</text:note-body></"
                                        "text:note><office:annotation><dc:creator>Ann</"
                                        "dc:creator>" P("Comment") "</office:annotation> goes "
                                                                   "<text:change-start/"
                                                                   ">on<text:change-end/>"
                                                                   "<text:placeholder>&lt;here&gt;<"
                                                                   "/text:placeholder><text:hidden-"
                                                                   "text>x"
                                                                   "</text:hidden-text>")
                            P("<text:ruby><text:ruby-base>Base</"
                              "text:ruby-base><text:ruby-text>above"
                              "</text:ruby-text></text:ruby>")
                                P("Never<text:hidden-paragraph text:is-hidden=\"true\"/>")
                                    P("Shown<text:hidden-paragraph text:is-hidden=\"false\"/>")
                                        P("<draw:frame><svg:title>no</svg:title><draw:image>"
                                          "<office:binary-data>AAAA</office:binary-data></"
                                          "draw:image></draw:frame>")});
    assert_shown(&made, "P Text goes on\n\nP Base\n\nP Shown\n");
    assert_true(has_note(&made.text, "footnotes left out: 1"));
    assert_true(has_note(&made.text, "insertions read: 1, deletions left out: 1"));
    reading_done(&made);
}

static void contents_lists_and_hidden_sections_are_left_out(void **state)
{
    (void)state;
    assert_odt((office_parts){.body = "<text:table-of-content><text:index-body><text:index-"
                                      "title>" P("Contents") "</text:index-title>" P(
                                          "Mugs 3") "</text:index-body></text:table-of-content>"
                                                    "<text:section text:display=\"none\">" P(
                                                        "hidden") "</"
                                                                  "text:section><text:"
                                                                  "section>" P("shown") "</"
                                                                                        "text:"
                                                                                        "section"
                                                                                        ">"
                                                                                        "<text:"
                                                                                        "p "
                                                                                        "text:"
                                                                                        "style-"
                                                                                        "name="
                                                                                        "\"Conte"
                                                                                        "nts_20_"
                                                                                        "1\">"
                                                                                        "Tea "
                                                                                        "4</"
                                                                                        "text:"
                                                                                        "p>",
                              .styles = "<style:style style:name=\"Contents_20_1\" "
                                        "style:family=\"paragraph\"/>"},
               "P shown\n");
}

/* --- tables and frames ------------------------------------------------------------ */

static void tables_of_values_keep_their_places(void **state)
{
    (void)state;
    assert_odt(
        (office_parts){
            .body = "<table:table><table:table-header-rows><table:table-row>" CELL("No")
                CELL("Title") CELL(
                    "Decision") "</table:table-row>"
                                "</"
                                "table:table-header-rows><table:table-row><table:table-"
                                "cell "
                                "table:number-columns-spanned=\"2\">" P(
                                    "wide") "</"
                                            "table:table-cell><table:covered-table-"
                                            "cell>" P(
                                                "under") "</"
                                                         "table:covered-table-"
                                                         "cell>" CELL(
                                                             "LOST") "</"
                                                                     "table"
                                                                     ":tabl"
                                                                     "e-"
                                                                     "row>"
                                                                     "<tabl"
                                                                     "e:"
                                                                     "table"
                                                                     "-row "
                                                                     "table"
                                                                     ":numb"
                                                                     "er-"
                                                                     "rows-"
                                                                     "repea"
                                                                     "ted="
                                                                     "\"100"
                                                                     "0000"
                                                                     "\">"
                                                                     "<tabl"
                                                                     "e:"
                                                                     "table"
                                                                     "-cell"
                                                                     " tabl"
                                                                     "e:"
                                                                     "numbe"
                                                                     "r-"
                                                                     "colum"
                                                                     "ns-"
                                                                     "repea"
                                                                     "ted="
                                                                     "\"2\""
                                                                     "/"
                                                                     ">" CELL(
                                                                         "x") "</"
                                                                              "table:table-row><"
                                                                              "table:table-row>"
                                                                              "<table:table-cell "
                                                                              "table:number-"
                                                                              "columns-repeated="
                                                                              "\"99999999\"/>" CELL(
                                                                                  "y") "</"
                                                                                       "table:"
                                                                                       "table-row><"
                                                                                       "/table:"
                                                                                       "table>"},
        "C1,1 No\nC1,2 Title\nC1,3 Decision\n\nC2,1 wide\nC2,3 LOST\n\nC3,3 x\n\nC4,2 y\n");
}

static void frames_are_read_before_the_paragraph_that_holds_them(void **state)
{
    (void)state;
    assert_odt(
        (office_parts){
            .body =
                "<text:list text:style-name=\"L\">" ITEM(P("Around <draw:frame><draw:text-box>" P(
                    "inside") "<text:list text:style-name=\"L\">" ITEM(P("first")) "</text:list></"
                                                                                   "draw:text-box><"
                                                                                   "/draw:frame>"
                                                                                   "the box"))
                    ITEM(P("next")) "</text:list>",
            .numbering = LIST("L", LEVELS)},
        "P inside\n\nI1 [1.] first\n\nI1 [1.] Around the box\n\nI1 [2.] next\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_become_lines),
        cmocka_unit_test(bold_and_hidden_come_from_styles),
        cmocka_unit_test(headings_and_titles),
        cmocka_unit_test(the_title_is_taken_where_a_heading_bears_it_out),
        cmocka_unit_test(items_bear_their_numbers_as_printed),
        cmocka_unit_test(lists_continue_where_they_say_so),
        cmocka_unit_test(two_lists_under_one_item_count_apart),
        cmocka_unit_test(number_formats_and_patterns),
        cmocka_unit_test(lists_without_a_style_have_that_of_their_paragraphs),
        cmocka_unit_test(headings_bear_the_outlines_numbers),
        cmocka_unit_test(headings_in_lists_bear_the_lists_numbers),
        cmocka_unit_test(deletions_notes_and_the_like_are_left_out),
        cmocka_unit_test(contents_lists_and_hidden_sections_are_left_out),
        cmocka_unit_test(tables_of_values_keep_their_places),
        cmocka_unit_test(frames_are_read_before_the_paragraph_that_holds_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
