/* pdf.c - a PDF's pages to lines: columns, paragraphs, hyphens, running heads, tables. */
#include "document/recognise.h"
#include "tests/unit/formats/pdf_reading.h"

/* ---- the agenda: two columns on three pages, made by troff ---- */

static pdf_reading read_fixture(const char *name)
{
    pol_span bytes = pdf_fixture(name);
    pdf_reading made = pdf_read_ok(bytes);
    free((char *)(size_t)bytes.data);
    return made;
}

static void agenda_is_read_column_after_column(void **state)
{
    (void)state;
    static const char *const order[] = {
        "Final Agenda",
        "Canteen Staff Conference 2031",
        "1. Mugs for every canteen",
        "North branch",
        "Conference instructs the executive to:",
        "2. publish the accounts of the mug fund before the next conference.",
        "2. Teaspoons: an inventory",
        "3. Tea breaks in the night",
        "4. Biscuits",
        "Section two: organisation",
        "5. Branch meetings",
        "7. A history of the urn",
        NULL,
    };
    pdf_reading made = read_fixture("agenda.pdf");
    pdf_assert_order(&made, order);
    assert_int_equal(made.text.page_count, 3);
    assert_true(made.text.is_markup);
    assert_int_equal(pdf_line(&made, "1. Mugs for every canteen")->page, 1);
    assert_int_equal(pdf_line(&made, "Section two: organisation")->page, 3);
    pdf_done(&made);
}

static void wrapped_lines_are_one_paragraph(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("agenda.pdf");
    pdf_line(&made,
             "Conference notes that the office of the first canteen in Tidewater was flooded "
             "twice, that its staff worked in rubber boots for eleven days and that nobody "
             "thanked them for the extraordinary determination with which they served "
             "breakfast regardless.");
    pdf_line(&made, "1. buy a mug for each of the twelve thousand members who serve tea in schools "
                    "and hospitals;");
    pdf_done(&made);
}

static void words_cut_at_line_ends_are_joined(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("agenda.pdf");
    assert_int_equal(pdf_count(&made, "- "), 0);
    assert_int_equal(pdf_count(&made, "disappearance of teaspoons"), 1);
    assert_int_equal(pdf_count(&made, "representatives of part-time staff"), 1);
    assert_int_equal(pdf_count(&made, "sixty-one years"), 1);
    pdf_done(&made);
}

static void paragraph_goes_on_over_the_page(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("agenda.pdf");
    const pol_line *line =
        pdf_line(&made, "Conference instructs the executive to negotiate a schedule for the "
                        "transportation of biscuits to remote workplaces, with particular "
                        "consideration for lighthouses, weather stations and the ferries to the "
                        "northern islands, where deliveries are irregular.");
    assert_int_equal(line->page, 1);
    assert_int_equal(line->role, POL_LINE_PARAGRAPH);
    pdf_done(&made);
}

static void running_heads_and_page_numbers_are_left_out(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("agenda.pdf");
    assert_int_equal(pdf_count(&made, "Page "), 0);
    assert_int_equal(pdf_count(&made, "Kettle Workers"), 1); /* no other line names the union */
    assert_int_equal(pdf_line(&made, "Kettle Workers’ Union: Final Agenda")->page, 1);
    uint32_t last = 0;
    for (size_t i = 0; i < made.text.line_count; i++) {
        assert_true(made.text.lines[i].number > last);
        last = made.text.lines[i].number;
    }
    pdf_done(&made);
}

static void larger_type_is_a_heading(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("agenda.pdf");
    const pol_line *title = pdf_line(&made, "Final Agenda");
    const pol_line *section = pdf_line(&made, "Section two: organisation");
    const pol_line *motion = pdf_line(&made, "4. Biscuits");
    assert_int_equal(title->role, POL_LINE_HEADING);
    assert_int_equal(title->level, 1);
    assert_int_equal(section->role, POL_LINE_HEADING);
    assert_true(section->level > title->level);
    assert_int_equal(motion->role, POL_LINE_PLAIN);
    assert_true(motion->is_strong);
    assert_true(motion->blanks > 0);
    assert_false(pdf_line(&made, "Quarry branch")->is_strong);
    pdf_done(&made);
}

/* ---- a table ---- */

static void assert_cell(const pdf_reading *made, const char *text, uint32_t row, uint16_t column)
{
    const pol_line *line = pdf_line(made, text);
    assert_int_equal(line->role, POL_LINE_CELL);
    assert_int_equal(line->row, row);
    assert_int_equal(line->column, column);
}

static void table_is_read_row_after_row(void **state)
{
    (void)state;
    pdf_reading made = read_fixture("decisions.pdf");
    assert_cell(&made, "Title", 1, 2);
    assert_cell(&made, "Mugs for every canteen", 2, 2);
    assert_cell(&made, "Teaspoons: an inventory", 3, 2);
    assert_cell(&made, "Carried as amended", 3, 3);
    assert_cell(&made,
                "Tea breaks in the night, and the question of what a night is where shifts end at "
                "four",
                4, 2);
    assert_cell(&made, "Lost", 4, 3);
    assert_cell(&made, "6", 7, 1);
    assert_cell(&made, "Not reached", 7, 3);
    const pol_line *below =
        pdf_line(&made, "Motions which were not reached stand referred to the executive, which "
                        "shall report on each of them to the next conference in writing.");
    assert_int_equal(below->row, 0);
    pdf_done(&made);
}

/* ---- made pages ---- */

static const char *const left_lines[] = {
    "Conference notes that tea is served at four", "and that those who finish their work at two",
    "have gone home by then without any tea, as",  "they have done since the canteen moved and",
    "the hour was set by a person on holiday.",    NULL};
static const char *const right_lines[] = {"Conference believes that an hour of tea is a",
                                          "matter for those who drink it, and asks that",
                                          "the executive put the question to a vote of",
                                          "all who have a mug of their own, and of such",
                                          "others as would like to have one.",
                                          NULL};
static const char left_text[] =
    "Conference notes that tea is served at four and that those who finish their work at two have "
    "gone "
    "home by then without any tea, as they have done since the canteen moved and the hour was set "
    "by a person on holiday.";
static const char right_text[] =
    "Conference believes that an hour of tea is a matter for those who drink it, and asks that the "
    "executive put the question to a vote of all who have a mug of their own, and of such others "
    "as would like to have one.";

static void short_heading_stands_over_both_columns(void **state)
{
    (void)state;
    static const char *const order[] = {left_text,     right_text,     "Section two",
                                        "First below", "Second below", NULL};
    pdf_maker *pdf = pdf_new();
    pdf_lines(pdf, 60, 100, left_lines);
    pdf_lines(pdf, 310, 100, right_lines);
    pdf_text(pdf, 2, 16, 60, 190, "Section two");
    pdf_text(pdf, 2, 10, 60, 220, "First below");
    pdf_lines(pdf, 60, 232, left_lines);
    pdf_text(pdf, 2, 10, 310, 220, "Second below");
    pdf_lines(pdf, 310, 232, right_lines);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_assert_order(&made, order);
    pdf_done(&made);
}

static void three_columns(void **state)
{
    (void)state;
    static const char *const columns[3][7] = {
        {"The first column says that", "tea is made of leaves that", "are dried, rolled and then",
         "fermented, in that order.", NULL},
        {"The second column adds to", "this that coffee is made of", "beans, which are picked by",
         "hand, dried and roasted.", NULL},
        {"The third one holds that", "water is best, and that it", "costs nothing where there",
         "is a tap, as there is here.", NULL},
    };
    static const char *const order[] = {
        "Drinks of the working day, and what three members think about them",
        "The first column says that tea is made of leaves that are dried, rolled and then "
        "fermented, in that order.",
        "The second column adds to this that coffee is made of beans, which are picked by hand, "
        "dried and roasted.",
        "The third one holds that water is best, and that it costs nothing where there is a tap, "
        "as there is here.",
        NULL};
    pdf_maker *pdf = pdf_new();
    pdf_text(pdf, 2, 14, 50, 80, order[0]);
    for (size_t i = 0; i < 3; i++)
        pdf_lines(pdf, 50 + 170.0 * (double)i, 110, columns[i]);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_assert_order(&made, order);
    pdf_done(&made);
}

/* Marks that stand out to the left are no column. */
static void list_is_no_table(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    double y = pdf_lines(pdf, 60, 100, left_lines) + 6;
    static const char *const points[] = {"write to every branch about the hour of tea,",
                                         "meet the employer on the first of May;",
                                         "publish what was said there, and by whom."};
    static const char *const marks[] = {"\\(a\\)", "\\(b\\)", "\\(c\\)"};
    for (size_t i = 0; i < 3; i++, y += 12) {
        pdf_text(pdf, 1, 10, 60, y, marks[i]);
        pdf_text(pdf, 1, 10, 100, y, points[i]);
    }
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_line(&made, "(a) write to every branch about the hour of tea,");
    pdf_line(&made, "(b) meet the employer on the first of May;");
    pdf_line(&made, "(c) publish what was said there, and by whom.");
    pdf_done(&made);
}

/* As browsers print tables: cells in the middle of their row, and hardly apart. */
static void cells_may_stand_around_one_middle(void **state)
{
    (void)state;
    static const char *const titles[][4] = {
        {"A long title about the hour at which the tea",
         "trolley departs from the basement and why it", "never gets to the fourth floor", NULL},
        {"Mugs for every canteen, and for every branch", "office that has none at all", NULL},
        {"The price of a biscuit, and who is to bear it", "where the employer will not", NULL}};
    static const char *const numbers[] = {"11", "12", "13"};
    static const char *const fates[] = {"Carried", "Lost", "Remitted"};
    static const double heights[] = {3, 2, 2};
    pdf_maker *pdf = pdf_new();
    double y = 100;
    for (size_t i = 0; i < 3; i++) {
        double middle = y + 12 * (heights[i] - 1) / 2;
        pdf_text(pdf, 1, 10, 60, middle, numbers[i]);
        pdf_text(pdf, 1, 10, 290, middle, fates[i]);
        y = pdf_lines(pdf, 80, y, titles[i]) + 8;
    }
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    assert_cell(&made, "11", 1, 1);
    assert_cell(
        &made,
        "A long title about the hour at which the tea trolley departs from the basement and "
        "why it never gets to the fourth floor",
        1, 2);
    assert_cell(&made, "Lost", 2, 3);
    assert_cell(&made, "The price of a biscuit, and who is to bear it where the employer will not",
                3, 2);
    assert_int_equal(made.text.line_count, 9);
    pdf_done(&made);
}

/* Lines that a narrow column drives wide have gaps like gutters, one below the other. */
static void gaps_between_words_are_no_gutter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double space; /* added to that of each word */
    } lines[] = {{"Conference instructs the national", 15.3},
                 {"representatives of the executive", 17.5},
                 {"committee which administers the", 14.0},
                 {"correspondence of all branches", 16.5},
                 {"throughout the federated areas.", 0}};
    pdf_maker *pdf = pdf_new();
    double y = pdf_lines(pdf, 60, 100, left_lines) + 12;
    for (size_t i = 0; i < 5; i++, y += 12) {
        char line[200];
        snprintf(line, sizeof line, "BT /F1 10 Tf %.1f Tw 60 %.1f Td (%s) Tj 0 Tw ET\n",
                 lines[i].space, PDF_HEIGHT - y, lines[i].text);
        pdf_raw(pdf, line);
    }
    pdf_lines(pdf, 60, y + 12, left_lines);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_line(&made, "Conference instructs the national representatives of the executive committee "
                    "which administers the correspondence of all branches throughout the federated "
                    "areas.");
    assert_int_equal(made.text.line_count, 3);
    pdf_done(&made);
}

static void contents_list_is_no_table(void **state)
{
    (void)state;
    static const char *const titles[] = {"Mugs for all", "Teaspoons", "Biscuits", "Cups", "Urns"};
    pdf_maker *pdf = pdf_new();
    for (size_t i = 0; i < 5; i++) {
        char page[8];
        snprintf(page, sizeof page, "%zu", 3 + 2 * i);
        pdf_text(pdf, 1, 10, 60, 100 + 14.0 * (double)i, titles[i]);
        pdf_text(pdf, 1, 10, 400, 100 + 14.0 * (double)i, page);
    }
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(pdf_line(&made, "Mugs for all    3")->row, 0);
    pdf_line(&made, "Urns    11");
    pdf_done(&made);
}

static void sidebar_is_read_behind_the_text_beside_it(void **state)
{
    (void)state;
    static const char *const note[] = {"The hour of tea was set", "by a person on holiday", //
                                       "and has stood ever since,", "although he came back.", NULL};
    static const char *const order[] = {
        left_text,
        "The hour of tea was set by a person on holiday and has stood ever since, "
        "although he came back.",
        right_text, NULL};
    pdf_maker *pdf = pdf_new();
    pdf_lines(pdf, 60, 100, left_lines);
    for (size_t i = 0; note[i]; i++)
        pdf_text(pdf, 1, 8, 310, 105 + 10.0 * (double)i, note[i]);
    pdf_lines(pdf, 60, 190, right_lines);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_assert_order(&made, order);
    pdf_done(&made);
}

static void hyphens_stay_where_they_belong(void **state)
{
    (void)state;
    static const char *const lines[] = {"The well-known part-timers met as a com-",
                                        "mittee of self-employed and of non-", //
                                        "unionised members, the 2031-",        //
                                        "32 accounts before them, and the Anglo-",
                                        "Irish ferry outside. A cooperation of self-",
                                        "employed drivers was well-",
                                        "known to all of them.",
                                        NULL};
    pdf_maker *pdf = pdf_new();
    pdf_lines(pdf, 60, 100, lines);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_line(&made, "The well-known part-timers met as a committee of self-employed and of "
                    "non-unionised members, the 2031-32 accounts before them, and the Anglo-Irish "
                    "ferry outside. A cooperation of self-employed drivers was well-known to all "
                    "of them.");
    pdf_done(&made);
}

/* A motion on each page: its heading and what stands below are at the same height. */
/* A head in two parts, above lines with the wide gap that some put between sentences. */
static void sentences_far_apart_are_no_cells(void **state)
{
    (void)state;
    static const char *const prose[] = {
        "Conference notes that kettles are old.  Conference calls for an inde-", "pendent inquiry.",
        NULL};
    static const char *const more[] = {
        "Conference notes that kettles are old.  Motion carried by the work-", "ers of the North.",
        NULL};
    pdf_maker *pdf = pdf_new();
    pdf_text(pdf, 1, 10, 60, 60, "Final Agenda");
    pdf_text(pdf, 1, 10, 300, 60, "Kettle Workers");
    double y = pdf_lines(pdf, 60, 110, prose);
    pdf_text(pdf, 2, 10, 60, y + 20, "9. Race equality");
    pdf_lines(pdf, 60, y + 50, more);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    for (size_t i = 0; i < made.text.line_count; i++)
        assert_int_equal(made.text.lines[i].column, 0);
    assert_int_equal(pdf_count(&made, "old. Motion carried by the workers of the North."), 1);
    pdf_done(&made);
}

static void small_pages_have_heads_too(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf->cut_off = PDF_HEIGHT - 360;
    for (int i = 1; i <= 6; i++) {
        char number[8];
        snprintf(number, sizeof number, "%d", i);
        pdf_text(pdf, 1, 10, 60, 66, "Final Agenda of the Kettle Workers");
        pdf_lines(pdf, 60, 110, left_lines);
        pdf_text(pdf, 1, 10, 300, 300, number);
        pdf_end_page(pdf, 0);
    }
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(pdf_count(&made, "Final Agenda"), 1); /* the first page's may be the title */
    assert_int_equal(pdf_count(&made, "holiday."), 6);
    assert_int_equal(made.text.line_count, 7);
    pdf_done(&made);
}

static void a_title_driven_wide_goes_on_below(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf_text(pdf, 2, 10, 60, 60, "BARGAINING");
    pdf_text(pdf, 2, 10, 220, 60, "AND");
    pdf_text(pdf, 2, 10, 60, 72, "CONDITIONS");
    pdf_text(pdf, 2, 10, 60, 100, "PAY");
    pdf_text(pdf, 2, 10, 60, 112, "PENSIONS");
    pdf_lines(pdf, 60, 140, left_lines);
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(pdf_count(&made, "BARGAINING AND CONDITIONS"), 1);
    assert_int_equal(pdf_count(&made, "PAY PENSIONS"), 0);
    pdf_done(&made);
}

static void one_motion_a_page_is_no_furniture(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    for (int i = 1; i <= 6; i++) {
        char heading[32], number[8];
        snprintf(heading, sizeof heading, "Motion %d", i);
        snprintf(number, sizeof number, "%d", i);
        pdf_text(pdf, 2, 12, 60, 60, heading);
        pdf_text(pdf, 1, 10, 60, 80, "Conference notes:");
        pdf_lines(pdf, 60, 100, left_lines);
        pdf_text(pdf, 1, 10, 300, 810, number);
        pdf_end_page(pdf, 0);
    }
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(pdf_count(&made, "Motion "), 6);
    assert_int_equal(pdf_count(&made, "Conference notes:"), 6);
    assert_int_equal(pdf_count(&made, "holiday."), 6);
    assert_int_equal(made.text.line_count, 18); /* no page number */
    pdf_done(&made);
}

/* Odd and even pages have heads of their own; the number stands beside a chapter's name. */
static void heads_may_take_turns(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    for (int i = 1; i <= 8; i++) {
        char foot[64];
        snprintf(foot, sizeof foot, "%s    %d", i < 4 ? "Pay" : i < 7 ? "Health" : "Rules", 40 + i);
        pdf_text(pdf, 1, 9, i % 2 ? 60 : 400, 40, i % 2 ? "Agenda of 2031" : "Kettle Union");
        pdf_lines(pdf, 60, 100, left_lines);
        pdf_text(pdf, 1, 9, 60, 810, foot);
        pdf_end_page(pdf, 0);
    }
    pdf_reading made = pdf_read_made(pdf);
    assert_int_equal(pdf_count(&made, "Kettle Union"), 0);
    assert_int_equal(pdf_count(&made, "Agenda of 2031"), 0);
    assert_int_equal(pdf_count(&made, "Pay"), 0);
    assert_int_equal(pdf_count(&made, "Rules"), 0);
    assert_int_equal(made.text.line_count, 8);
    pdf_done(&made);
}

static void turned_pages_are_read_upright(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf_lines(pdf, 60, 100, left_lines);
    pdf_end_page(pdf, 90); /* text on its side, said so by the page */
    double y = 100;
    for (size_t i = 0; right_lines[i]; i++, y += 12) {
        char line[200]; /* text on its side, the page upright */
        snprintf(line, sizeof line, "BT /F1 10 Tf 0 1 -1 0 %.1f 100 Tm (%s) Tj ET\n", y,
                 right_lines[i]);
        pdf_raw(pdf, line);
    }
    pdf_text(pdf, 1, 10, 60, 800, "A note at the foot");
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_line(&made, left_text);
    assert_int_equal(pdf_line(&made, right_text)->page, 2);
    assert_int_equal(pdf_line(&made, "A note at the foot")->page, 2);
    pdf_done(&made);
}

static void odd_characters_are_spelt_out_or_left_out(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf_text(pdf, 3, 10, 60, 100, "the Arst oGce of all");
    pdf_text(pdf, 3, 10, 60, 130, "C mugs and teaspoons");
    pdf_text(pdf, 3, 10, 60, 160, "Dovetail EEE EE D");
    pdf_text(pdf, 3, 10, 60, 190, "the coBopeBraBtion of all conB");
    pdf_text(pdf, 3, 10, 60, 202, "ferences of the union");
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pdf_line(&made, "the first office of all");
    pdf_line(&made, "• mugs and teaspoons");
    assert_int_equal(pdf_count(&made, "ovetail"), 1);
    assert_int_equal(pdf_count(&made, "\xE2\x80\xAE"), 0);
    pdf_line(&made, "the cooperation of all conferences of the union");
    pdf_done(&made);
}

static void recogniser_reads_a_motion(void **state)
{
    (void)state;
    pdf_maker *pdf = pdf_new();
    pdf_text(pdf, 2, 16, 60, 80, "Tea for all");
    pdf_text(pdf, 1, 10, 60, 100, "Conference: 2031 Canteen Staff Conference");
    pdf_text(pdf, 1, 10, 60, 112, "Decision: Carried as amended");
    pdf_lines(pdf, 60, 140, left_lines);
    pdf_text(pdf, 1, 10, 60, 212, "Conference instructs the executive to:");
    pdf_text(pdf, 1, 10, 60, 230, "1. write to every branch about the hour of");
    pdf_text(pdf, 1, 10, 75, 242, "tea;");
    pdf_text(pdf, 1, 10, 60, 254, "2. meet the employer.");
    pdf_end_page(pdf, 0);
    pdf_reading made = pdf_read_made(pdf);
    pol_document document;
    assert_int_equal(
        pol_recognise(&made.text, POL_SPAN("tea.pdf"), &made.arena, &document, &made.error),
        POL_OK);
    assert_true(pol_span_equal(document.title.text, POL_SPAN("Tea for all")));
    assert_int_equal(document.year, 2031);
    assert_int_equal(document.decision, POL_DECISION_CARRIED_AMENDED);
    assert_int_equal(document.passage_count, 4);
    assert_true(pol_span_equal(document.passages[0].text, pol_span_of(left_text)));
    assert_true(pol_span_equal(document.passages[2].label, POL_SPAN("1.")));
    assert_int_equal(document.passages[2].lead_in, 2);
    assert_int_equal(document.passages[2].page, 1);
    pdf_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agenda_is_read_column_after_column),
        cmocka_unit_test(wrapped_lines_are_one_paragraph),
        cmocka_unit_test(words_cut_at_line_ends_are_joined),
        cmocka_unit_test(paragraph_goes_on_over_the_page),
        cmocka_unit_test(running_heads_and_page_numbers_are_left_out),
        cmocka_unit_test(larger_type_is_a_heading),
        cmocka_unit_test(table_is_read_row_after_row),
        cmocka_unit_test(short_heading_stands_over_both_columns),
        cmocka_unit_test(three_columns),
        cmocka_unit_test(list_is_no_table),
        cmocka_unit_test(cells_may_stand_around_one_middle),
        cmocka_unit_test(gaps_between_words_are_no_gutter),
        cmocka_unit_test(contents_list_is_no_table),
        cmocka_unit_test(sidebar_is_read_behind_the_text_beside_it),
        cmocka_unit_test(hyphens_stay_where_they_belong),
        cmocka_unit_test(sentences_far_apart_are_no_cells),
        cmocka_unit_test(a_title_driven_wide_goes_on_below),
        cmocka_unit_test(small_pages_have_heads_too),
        cmocka_unit_test(one_motion_a_page_is_no_furniture),
        cmocka_unit_test(heads_may_take_turns),
        cmocka_unit_test(turned_pages_are_read_upright),
        cmocka_unit_test(odd_characters_are_spelt_out_or_left_out),
        cmocka_unit_test(recogniser_reads_a_motion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
