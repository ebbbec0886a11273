/* saved_pages.c - where a saved page came from, and how its tables and bold blocks are told. */
#include <stdio.h>
#include <stdlib.h>

#include "document/recognise.h"
#include "tests/unit/document/reading.h"

static reading read_page(const char *page)
{
    return read_ok(POL_FORMAT_HTML, pol_span_of(page));
}

/* --- addresses ----------------------------------------------------------------------- */

typedef struct address_row {
    const char *page, *address; /* NULL: none */
    uint32_t line;
} address_row;

static const address_row address_rows[] = {
    {"<link rel=canonical href='https://a.example/1'><p>Tea", "https://a.example/1", 1},
    {"<!-- saved from url=(0019)https://b.example/2 -->\n<head>\n"
     "<link rel=canonical href='https://a.example/1'><p>Tea",
     "https://a.example/1", 3},
    {"<head>\n<meta property='og:url' content='https://a.example/1'>"
     "<!-- saved from url=(0019)https://b.example/2 --><p>Tea",
     "https://a.example/1", 2},
    {"<meta property='og:url' content='/1'><!-- saved from url=(0019)https://b.example/2 --><p>Tea",
     "https://b.example/2", 1},
    {"<!DOCTYPE html>\r\n<!-- saved from url=(0019)https://b.example/2 -->\r\n<html><p>Tea",
     "https://b.example/2", 2},
    {"<!-- saved from url=(0014)about:internet --><p>Tea", NULL, 0},
    {"<!-- saved from url=(0019)javascript:alert(1) --><p>Tea", NULL, 0},
    {"<!-- saved from url=https://b.example/2", NULL, 0},
    {"<html>\n\n<!-- Mirrored from c.example/motions/3.html by HTTrack Website Copier/3.x "
     "[XR&CO'2014], Tue, 04 May 2031 10:00:00 GMT --><p>Tea",
     "http://c.example/motions/3.html", 3},
    {"<!-- Mirrored from https://c.example/3 by HTTrack --><p>Tea", "https://c.example/3", 1},
    {"<!-- Mirrored from the staff room by HTTrack --><p>Tea", NULL, 0},
    {"<!-- a --><!-- saved from url=(0019)https://b.example/2 --><p>Tea", "https://b.example/2", 1},
    {"<p>Tea saved from url=(0019)https://b.example/2 -->", NULL, 0},
};

static void a_saved_page_tells_its_address(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof address_rows / sizeof *address_rows; i++) {
        const address_row *row = &address_rows[i];
        reading made = read_page(row->page);
        assert_span(pair_value(&made, "canonical", 0), row->address);
        assert_null(pair_value(&made, "canonical", 1).data);
        for (size_t k = 0; k < made.text.pair_count; k++)
            if (pol_span_equal(made.text.pairs[k].key, POL_SPAN("canonical")))
                assert_int_equal(made.text.pairs[k].line, row->line);
        reading_done(&made);
    }
}

static void the_address_becomes_the_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof address_rows / sizeof *address_rows; i++) {
        pol_document document;
        pol_error error;
        reading made = read_page(address_rows[i].page);
        assert_int_equal(
            pol_recognise(&made.text, POL_SPAN("index.html?m=1"), &made.arena, &document, &error),
            POL_OK);
        assert_span(document.source.text, address_rows[i].address);
        if (address_rows[i].address)
            assert_int_equal(document.source.origin, POL_ORIGIN_MARKUP);
        reading_done(&made);
    }
}

static void an_address_far_below_is_no_note_of_saving(void **state)
{
    (void)state;
    static char page[20000];
    memset(page, 'x', sizeof page - 1);
    memcpy(page + 10000, "<!-- saved from url=(0019)https://b.example/2 -->", 49);
    reading made = read_page(page);
    assert_null(pair_value(&made, "canonical", 0).data);
    reading_done(&made);
}

/* --- tables -------------------------------------------------------------------------- */

static void assert_cell(const reading *made, size_t index, const char *text, uint32_t row,
                        uint16_t column)
{
    assert_true(index < made->text.line_count);
    assert_span(made->text.lines[index].text, text);
    assert_int_equal(made->text.lines[index].row, row);
    assert_int_equal(made->text.lines[index].column, column);
}

static void cells_have_row_and_column(void **state)
{
    (void)state;
    reading made = read_page("<p>Before<table><thead><tr><th>No<th>Title<th>Decision</thead>"
                             "<tr><td>16<td>Mugs<p>for all</p><td>Carried"
                             "<tr><td>17<td><td>Lost</table>"
                             "<p>Between<table><tr><td>18<td>Tea</table><dl><dt>A<dd>B</dl>");
    assert_cell(&made, 0, "Before", 0, 0);
    assert_cell(&made, 1, "No", 1, 1);
    assert_cell(&made, 3, "Decision", 1, 3);
    assert_cell(&made, 4, "16", 2, 1);
    assert_cell(&made, 5, "Mugs", 2, 2);
    assert_cell(&made, 6, "for all", 2, 2);
    assert_cell(&made, 7, "Carried", 2, 3);
    assert_cell(&made, 8, "17", 3, 1);
    assert_cell(&made, 9, "Lost", 3, 3); /* an empty cell is one */
    assert_cell(&made, 10, "Between", 0, 0);
    assert_cell(&made, 11, "18", 4, 1); /* counted on */
    assert_cell(&made, 12, "Tea", 4, 2);
    assert_cell(&made, 13, "A", 0, 0);
    assert_int_equal(made.text.lines[13].role, POL_LINE_CELL);
    reading_done(&made);
}

static void spans_move_what_stands_beside_and_below(void **state)
{
    (void)state;
    reading made = read_page("<table><tr><td rowspan=2>Pay<td colspan=2>16<td>Lost"
                             "<tr><td>17<td>18<td>19<tr><td>20</table>"
                             "<table><tr><td rowspan=99999999 colspan=-4>1<td colspan=x>2"
                             "<tr><td>3</table>");
    assert_cell(&made, 0, "Pay", 1, 1);
    assert_cell(&made, 1, "16", 1, 2);
    assert_cell(&made, 2, "Lost", 1, 4);
    assert_cell(&made, 3, "17", 2, 2);
    assert_cell(&made, 5, "19", 2, 4);
    assert_cell(&made, 6, "20", 3, 1);
    assert_cell(&made, 7, "1", 4, 1);
    assert_cell(&made, 8, "2", 4, 2);
    assert_cell(&made, 9, "3", 5, 2);
    reading_done(&made);
}

/* A decision that stands once for several motions is each one's. */
static void a_cell_that_reaches_down_is_repeated_there(void **state)
{
    (void)state;
    reading made =
        read_page("<table>\n<tr><td>8<td>Mugs<td rowspan=2>Not debated<p>for want of time"
                  "<td rowspan=3>p. 4\n<tr><td>9<td>Tea\n<tr><td>10<td>Urns<td>Lost"
                  "<tr><td>11<td>Vats<td>Carried</table>");
    assert_cell(&made, 2, "Not debated", 1, 3);
    assert_cell(&made, 6, "Tea", 2, 2);
    assert_cell(&made, 7, "Not debated", 2, 3);
    assert_cell(&made, 8, "for want of time", 2, 3);
    assert_cell(&made, 9, "p. 4", 2, 4);
    assert_int_equal(made.text.lines[7].number, made.text.lines[6].number);
    assert_cell(&made, 12, "Lost", 3, 3);
    assert_cell(&made, 13, "p. 4", 3, 4);
    assert_cell(&made, 16, "Carried", 4, 3);
    assert_int_equal(made.text.line_count, 17);
    reading_done(&made);
}

/* What stands left of a row's cells says what it is part of: a motion's number is not its
 * amendment's. */
static void of_cells_on_the_left_decisions_are_repeated(void **state)
{
    (void)state;
    reading made =
        read_page("<table><tr><td rowspan=2>1<td rowspan=2>Mugs<td>Motion<td>Carried"
                  "<tr><td>Amendment 1.1<td>Lost</table>"
                  "<table><tr><td rowspan=2>Carried<td>2<td>Tea<tr><td>3<td>Urns</table>");
    assert_cell(&made, 4, "Amendment 1.1", 2, 3);
    assert_cell(&made, 5, "Lost", 2, 4);
    assert_cell(&made, 9, "Carried", 4, 1);
    assert_cell(&made, 10, "3", 4, 2);
    assert_cell(&made, 11, "Urns", 4, 3);
    assert_int_equal(made.text.line_count, 12);
    reading_done(&made);
}

static void repeated_cells_are_bounded(void **state)
{
    (void)state;
    enum { ROWS = 4000, COLUMNS = 60, LONG = 300 };
    size_t bytes = 0, size = 0;
    char *page = malloc(COLUMNS * 400 + ROWS * 16 + LONG);
    assert_non_null(page);
    size += (size_t)sprintf(page, "<table><tr><td>a");
    for (int i = 0; i < COLUMNS; i++)
        size += (size_t)sprintf(page + size, "<td rowspan=1000>%0*d", i ? 200 : LONG, 7);
    for (int i = 0; i < ROWS; i++)
        size += (size_t)sprintf(page + size, "<tr><td>b");
    reading made = read_page(page);
    for (size_t i = 0; i < made.text.line_count; i++)
        bytes += made.text.lines[i].text.size;
    assert_in_range(bytes, 200 << 10, 300 << 10);
    for (size_t i = COLUMNS + 1; i < made.text.line_count; i++)
        assert_true(made.text.lines[i].text.size < LONG);
    reading_done(&made);
    free(page);
}

static void wide_tables_end_in_a_last_column(void **state)
{
    (void)state;
    static char page[4000];
    size_t size = (size_t)sprintf(page, "<table><tr><td colspan=1000>a<td rowspan=2>b");
    for (int i = 0; i < 100; i++)
        size += (size_t)sprintf(page + size, "<td colspan=2>%d", i);
    reading made = read_page(page);
    assert_cell(&made, 0, "a", 1, 1);
    assert_cell(&made, 101, "99", 1, 64);
    reading_done(&made);
}

static void tables_that_lay_out_a_page_have_no_cells(void **state)
{
    (void)state;
    reading made = read_page("<table><tr><td><h2>Menu</h2><td><table><tr><td>16<td>Mugs"
                             "</table></table>");
    assert_cell(&made, 0, "Menu", 0, 0);
    assert_cell(&made, 1, "16", 1, 1);
    assert_cell(&made, 2, "Mugs", 1, 2);
    reading_done(&made);
}

static void rows_are_counted_on_through_markdown(void **state)
{
    (void)state;
    reading made = read_ok(POL_FORMAT_MARKDOWN,
                           POL_SPAN("<table><tr><td>1</td><td>2</td></tr></table>\n\nTea\n\n"
                                    "<table><tr><td>3</td><td>4</td></tr></table>\n"));
    assert_cell(&made, 1, "2", 1, 2);
    assert_cell(&made, 2, "Tea", 0, 0);
    assert_cell(&made, 3, "3", 2, 1);
    reading_done(&made);
}

/* --- bold ---------------------------------------------------------------------------- */

static void assert_strong(const reading *made, const char *text, bool is_strong)
{
    for (size_t i = 0; i < made->text.line_count; i++) {
        if (!pol_span_equal(made->text.lines[i].text, pol_span_of(text)))
            continue;
        if (made->text.lines[i].is_strong != is_strong)
            print_error("%s\n", text);
        assert_int_equal(made->text.lines[i].is_strong, is_strong);
        return;
    }
    print_error("no line '%s'\n", text);
    fail();
}

static void bold_blocks_are_strong(void **state)
{
    (void)state;
    reading made = read_page(
        "<p><b>16 Mugs</b><p><strong>17.</strong> \xC2\xA0 <em><b>Tea</b></em>.<p><b>18</b> Cups"
        "<p>19 <b>Jugs</b><p>Plain<p style='color:red; font-weight: 700'>20 Urns"
        "<p><span style='font-weight:bold'>21 Pots</span>"
        "<div><b style='font-weight:normal'><p>22 Pans</p></b></div>"
        "<p><b>23 Lids</b><br>North branch<br><b>Carried</b><h2>Heads</h2><h2><b>Bold "
        "heads</b></h2>"
        "<ul><li><b>Item</b></ul><pre><b>24 Typed</b>\nplain</pre><p><b></b>After");
    assert_strong(&made, "16 Mugs", true);
    assert_strong(&made, "17. Tea.", true);
    assert_strong(&made, "18 Cups", false);
    assert_strong(&made, "19 Jugs", false);
    assert_strong(&made, "Plain", false);
    assert_strong(&made, "20 Urns", true);
    assert_strong(&made, "21 Pots", true);
    assert_strong(&made, "22 Pans", false);
    assert_strong(&made, "23 Lids", true);
    assert_strong(&made, "North branch", false);
    assert_strong(&made, "Carried", true);
    assert_strong(&made, "Heads", false);
    assert_strong(&made, "Bold heads", true);
    assert_strong(&made, "Item", true);
    assert_strong(&made, "24 Typed", true);
    assert_strong(&made, "plain", false);
    assert_strong(&made, "After", false);
    reading_done(&made);
}

static void bold_markdown_is_strong(void **state)
{
    (void)state;
    reading made = read_ok(
        POL_FORMAT_MARKDOWN,
        POL_SPAN("**16 Mugs**\n\n__17__ **Tea**:\n\n**18** Cups\n\n**23 Lids**  \nNorth branch\n\n"
                 "Conference **notes** tea\n\n## Heads\n\n## **Bold heads**\n\n- **Item**\n\n"
                 "<b>19 Jugs</b> and **more**\n\n<b>20 Urns</b>\n\n**a</b>b**c\n\n"
                 "    **code**\n\n<p><b>21 Pots</b></p>\n"));
    assert_strong(&made, "16 Mugs", true);
    assert_strong(&made, "17 Tea:", true);
    assert_strong(&made, "18 Cups", false);
    assert_strong(&made, "23 Lids", true);
    assert_strong(&made, "North branch", false);
    assert_strong(&made, "Conference notes tea", false);
    assert_strong(&made, "Heads", false);
    assert_strong(&made, "Bold heads", true);
    assert_strong(&made, "Item", true);
    assert_strong(&made, "19 Jugs and more", false);
    assert_strong(&made, "20 Urns", true);
    assert_strong(&made, "abc", false);
    assert_strong(&made, "**code**", false);
    assert_strong(&made, "21 Pots", true);
    reading_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_saved_page_tells_its_address),
        cmocka_unit_test(the_address_becomes_the_source),
        cmocka_unit_test(an_address_far_below_is_no_note_of_saving),
        cmocka_unit_test(cells_have_row_and_column),
        cmocka_unit_test(spans_move_what_stands_beside_and_below),
        cmocka_unit_test(a_cell_that_reaches_down_is_repeated_there),
        cmocka_unit_test(of_cells_on_the_left_decisions_are_repeated),
        cmocka_unit_test(repeated_cells_are_bounded),
        cmocka_unit_test(wide_tables_end_in_a_last_column),
        cmocka_unit_test(tables_that_lay_out_a_page_have_no_cells),
        cmocka_unit_test(rows_are_counted_on_through_markdown),
        cmocka_unit_test(bold_blocks_are_strong),
        cmocka_unit_test(bold_markdown_is_strong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
