/* read_html.c - web pages: what is kept, what is dropped, and what is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/utf8.h"
#include "document/html/blocks.h"
#include "document/html/depth.h"
#include "tests/unit/document/reading.h"

/* Enough prose for a page to have a main part. */
#define PROSE                                                                                      \
    "<p>Conference notes that the kettles of this region are old, that they leak, and that "       \
    "nobody has been asked to mend them in the years since the last conference met here.</p>"
#define PROSE_TEXT                                                                                 \
    "Conference notes that the kettles of this region are old, that they leak, and that "          \
    "nobody has been asked to mend them in the years since the last conference met here."

static reading read_page(const char *page)
{
    return read_ok(POL_FORMAT_HTML, pol_span_of(page));
}

static bool has_text(const reading *made, const char *part)
{
    for (size_t i = 0; i < made->text.line_count; i++)
        if (pol_span_find(made->text.lines[i].text, pol_span_of(part), 0) != (size_t)-1)
            return true;
    return false;
}

static void assert_block(const reading *made, size_t index, pol_line_role role, const char *marker,
                         const char *text)
{
    if (index < made->text.line_count &&
        !pol_span_equal(made->text.lines[index].text, pol_span_of(text)))
        print_error("line %zu\n", index);
    assert_true(index < made->text.line_count);
    const pol_line *line = &made->text.lines[index];
    assert_span(line->text, text);
    assert_int_equal(line->role, role);
    assert_span(line->marker, marker);
}

static void the_head_becomes_pairs(void **state)
{
    (void)state;
    reading made =
        read_page("<html lang='en-GB'><head>\n<title>Kettles\n (#E02) &bull; Autumn</title>\n"
                  "<meta property='article:published_time' content='2031-05-04'>"
                  "<meta NAME=Author content=' Ann  Other '><meta name=empty content=''>"
                  "<link rel='canonical' href='https://example.org/m/1'></head>\n"
                  "<body><h1>Kettles <em>for</em> all <span class=badge>Carried</span></h1>"
                  "<time datetime='2031-05-03'>yesterday</time>" PROSE);
    assert_span(pair_value(&made, "title", 0), "Kettles for all");
    assert_span(pair_value(&made, "html_title", 0), "Kettles (#E02) • Autumn");
    assert_span(pair_value(&made, "meta:article:published_time", 0), "2031-05-04");
    assert_span(pair_value(&made, "meta:author", 0), "Ann  Other");
    assert_null(pair_value(&made, "meta:empty", 0).data);
    assert_span(pair_value(&made, "canonical", 0), "https://example.org/m/1");
    assert_span(pair_value(&made, "time", 0), "2031-05-03");
    assert_span(pair_value(&made, "language", 0), "en");
    assert_int_equal(made.text.pairs[0].origin, POL_ORIGIN_MARKUP);
    assert_int_equal(made.text.pairs[0].line, 5);
    reading_done(&made);
}

static void long_values_are_cut_between_characters(void **state)
{
    (void)state;
    static char page[4000];
    size_t size = (size_t)sprintf(page, "<title>x");
    for (int i = 0; i < 1500; i++)
        size += (size_t)sprintf(page + size, "é");
    reading made = read_page(page);
    assert_int_equal(pair_value(&made, "html_title", 0).size, 1999); /* of at most 2000 */
    reading_done(&made);
}

static void a_title_is_stated_once(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<h1>One</h1><h1>Two</h1>" PROSE,
        "<h1><a href='/'>The Site</a></h1><h2>Kettles</h2>" PROSE,
        "<h1><a href='https://example.org'>The Site</a></h1>" PROSE,
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        reading made = read_page(pages[i]);
        assert_null(pair_value(&made, "title", 0).data);
        reading_done(&made);
    }
    reading made = read_page("<h1>Kettles <span class=badge><b>of tin</b></span></h1>" PROSE);
    assert_span(pair_value(&made, "title", 0), "Kettles of tin"); /* no plain badge */
    reading_done(&made);
    made = read_page("<h1><a href='/m/12'>Kettles</a></h1>" PROSE);
    assert_span(pair_value(&made, "title", 0), "Kettles");
    reading_done(&made);
}

static void blocks_and_breaks_become_lines(void **state)
{
    (void)state;
    reading made = read_page("<body>\n<h2>Ket<b>tles</b>\n for<br>all</h2>\n"
                             "<p>One\n <i>two</i>&nbsp;&amp; three</p>\n"
                             "<p>Conference<br>2031 Canteen Conference<br><br/>4 May 2031</p>"
                             "<div>bare <div>inner</div> tail</div><p> </p>"
                             "<blockquote><p>Quoted <q>twice</q></blockquote>"
                             "<pre>as\n typed</pre>");
    assert_block(&made, 0, POL_LINE_HEADING, "", "Kettles for all");
    assert_int_equal(made.text.lines[0].level, 2);
    assert_int_equal(made.text.lines[0].number, 2);
    assert_block(&made, 1, POL_LINE_PARAGRAPH, "", "One two & three");
    assert_int_equal(made.text.lines[1].number, 4);
    assert_int_equal(made.text.lines[1].blanks, 1);
    assert_block(&made, 2, POL_LINE_PLAIN, "", "Conference");
    assert_block(&made, 3, POL_LINE_PLAIN, "", "2031 Canteen Conference");
    assert_int_equal(made.text.lines[3].blanks, 0);
    assert_block(&made, 4, POL_LINE_PLAIN, "", "4 May 2031");
    assert_int_equal(made.text.lines[4].blanks, 1);
    assert_block(&made, 5, POL_LINE_PARAGRAPH, "", "bare");
    assert_block(&made, 6, POL_LINE_PARAGRAPH, "", "inner");
    assert_block(&made, 7, POL_LINE_PARAGRAPH, "", "tail");
    assert_block(&made, 8, POL_LINE_PARAGRAPH, "", "Quoted “twice”");
    assert_true(made.text.lines[8].is_quoted);
    assert_block(&made, 9, POL_LINE_PLAIN, "", "as");
    assert_block(&made, 10, POL_LINE_PLAIN, "", "typed");
    assert_false(made.text.lines[10].is_quoted);
    assert_int_equal(made.text.line_count, 11);
    reading_done(&made);
}

static void lists_show_what_a_browser_shows(void **state)
{
    (void)state;
    reading made = read_page("<ol type=a start=3><li>first<li><p>second</p><p>more</p>"
                             "<ul><li>sub</ul><li value=7>seventh</ol>"
                             "<ol style='list-style-type: upper-roman'><li>x<li><br></ol>"
                             "<ol reversed start=2><li>two<li>one</ol><p>after</p>");
    assert_block(&made, 0, POL_LINE_ITEM, "c.", "first");
    assert_block(&made, 1, POL_LINE_ITEM, "d.", "second");
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", "more");
    assert_int_equal(made.text.lines[2].level, 1);
    assert_block(&made, 3, POL_LINE_ITEM, "•", "sub");
    assert_int_equal(made.text.lines[3].level, 2);
    assert_block(&made, 4, POL_LINE_ITEM, "g.", "seventh");
    assert_block(&made, 5, POL_LINE_ITEM, "I.", "x");
    assert_block(&made, 6, POL_LINE_ITEM, "2.", "two");
    assert_block(&made, 7, POL_LINE_ITEM, "1.", "one");
    assert_block(&made, 8, POL_LINE_PARAGRAPH, "", "after");
    assert_int_equal(made.text.lines[8].level, 0);
    reading_done(&made);
}

static void markers_count_as_printed(void **state)
{
    (void)state;
    static const struct {
        char type;
        long number;
        const char *marker;
    } rows[] = {
        {'1', 12, "12."},     {'a', 26, "z."},
        {'a', 27, "aa."},     {'A', 703, "AAA."},
        {'i', 4, "iv."},      {'I', 1999, "MCMXCIX."},
        {'i', 0, "0."},       {'a', -3, "-3."},
        {'i', 4000, "4000."}, {'i', 3888, "mmmdccclxxxviii."},
    };
    pol_arena arena;
    pol_arena_init(&arena, 10000);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_span(pol_list_marker(rows[i].type, rows[i].number, &arena), rows[i].marker);
    pol_arena_done(&arena);
}

static void tables_give_cells_unless_they_are_layout(void **state)
{
    (void)state;
    reading made = read_page("<table><tr><th>Conference<td>2031 Canteen<tr><th>Date<td>4&nbsp;May"
                             "</table><dl><dt>Proposer<dd>Old Town</dl>"
                             "<table><tr><td><h2>Kettles</h2><p>Text</p></table>");
    static const char *const texts[] = {"Conference", "2031 Canteen", "Date",
                                        "4 May",      "Proposer",     "Old Town"};
    for (size_t i = 0; i < 6; i++) {
        assert_block(&made, i, POL_LINE_CELL, "", texts[i]);
        assert_int_equal(made.text.lines[i].blanks, i > 0 && i % 2 == 0);
    }
    assert_block(&made, 6, POL_LINE_HEADING, "", "Kettles");
    assert_block(&made, 7, POL_LINE_PARAGRAPH, "", "Text");
    reading_done(&made);
}

/* Each must vanish; the prose around it must not. */
static const char *const chrome[] = {
    "<nav><p>GONE</p></nav>",
    "<header><p>GONE</p></header>",
    "<footer>GONE</footer>",
    "<aside>GONE</aside>",
    "<form>GONE <input value=GONE></form>",
    "<script>GONE</script><style>GONE</style><noscript>GONE</noscript>",
    "<template><p>GONE</template><svg><text>GONE</text></svg><button>GONE</button>",
    "<div role=navigation>GONE</div>",
    "<div class='share-buttons'>GONE</div>",
    "<div id='cookie_banner'>GONE</div>",
    "<p class='screen-reader-text'>GONE</p>",
    "<p hidden>GONE</p><p aria-hidden=true>GONE</p><p style='Display: NONE'>GONE</p>",
    "<ul><li><a href=1>GONE one</a><li><a href=2>GONE two</a><li><a href=3>GONE three</a></ul>",
    "<div><a href=1>GONE</a> | <a href=2>GONE</a> | <a href=3>GONE</a> | <a href=4>GONE</a></div>",
    "<section class='comments-area'><p>GONE</p></section>",
    "<!-- <p>GONE</p> -->",
};

static void what_surrounds_the_text_is_dropped(void **state)
{
    (void)state;
    char page[2000];
    for (size_t i = 0; i < sizeof chrome / sizeof *chrome; i++) {
        snprintf(page, sizeof page, "<body>%s<h1>Kettles</h1>%s<p>KEPT</p>", chrome[i], PROSE);
        reading made = read_page(page);
        if (has_text(&made, "GONE"))
            print_error("kept: %s\n", chrome[i]);
        assert_false(has_text(&made, "GONE"));
        assert_true(has_text(&made, PROSE_TEXT));
        assert_true(has_text(&made, "KEPT"));
        reading_done(&made);
    }
}

/* Names of chrome around what is the page's text. */
static const char *const wrapped[] = {
    "<form action='/page.aspx'>" PROSE "</form>",
    "<div class='widget-content'>" PROSE "</div>",
    "<div class='sidebar'><h1>Kettles</h1>" PROSE "</div>",
    "<article><header>" PROSE "</header></article>",
    "<main><ul><li>boil <a href=1>water</a> for tea<li>and coffee</ul>" PROSE "</main>",
};

static void what_holds_the_text_is_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrapped / sizeof *wrapped; i++) {
        reading made = read_page(wrapped[i]);
        assert_true(has_text(&made, PROSE_TEXT));
        reading_done(&made);
    }
}

static void title_and_status_outside_the_text_are_kept(void **state)
{
    (void)state;
    reading made = read_page("<header class='site-header'><p>The Party</p><h1>Kettles</h1>"
                             "<div class='status-box'>Motion passed</div></header>"
                             "<nav><ul><li>Other <span class=badge>Motion lost</span></ul></nav>"
                             "<div><p>Beside</p></div><main>" PROSE "</main><footer>Us</footer>");
    assert_block(&made, 0, POL_LINE_HEADING, "", "Kettles");
    assert_block(&made, 1, POL_LINE_STATUS, "", "Motion passed");
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", PROSE_TEXT);
    assert_int_equal(made.text.line_count, 3);
    reading_done(&made);
}

static void badges_and_boxes_are_told_apart(void **state)
{
    (void)state;
    reading made =
        read_page("<h1>Kettles</h1><p class='alert alert-success'>Motion passed</p>" PROSE
                  "<p class='alert'>SOC advice: in order</p>"
                  "<div class='amendment'><h3>Amendment 1</h3><p>Delete all.</p>"
                  "<span class='label'>Amendment lost</span></div>"
                  "<p class='label'>Carried</p><p class='intro'>Carried</p>");
    assert_block(&made, 1, POL_LINE_STATUS, "", "Motion passed");
    assert_false(made.text.lines[1].is_aside);
    assert_block(&made, 3, POL_LINE_PARAGRAPH, "", "SOC advice: in order");
    assert_true(made.text.lines[3].is_aside);
    assert_block(&made, 4, POL_LINE_HEADING, "", "Amendment 1");
    assert_true(made.text.lines[4].is_aside);
    assert_block(&made, 6, POL_LINE_STATUS, "", "Amendment lost");
    assert_true(made.text.lines[6].is_aside);
    assert_block(&made, 7, POL_LINE_STATUS, "", "Carried");
    assert_block(&made, 8, POL_LINE_PARAGRAPH, "", "Carried");
    assert_false(made.text.lines[8].is_aside);
    reading_done(&made);
}

/* Before them a badge would be of what stands above. */
static void a_badge_follows_the_words_of_its_block(void **state)
{
    (void)state;
    reading made = read_page("<p>7 Mugs <span class=badge>Carried</span> <i>North</i></p>" PROSE
                             "<p><span class=badge>Motion lost</span> 8 Tea</p>");
    assert_block(&made, 0, POL_LINE_PARAGRAPH, "", "7 Mugs North");
    assert_block(&made, 1, POL_LINE_STATUS, "", "Carried");
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", PROSE_TEXT);
    assert_block(&made, 3, POL_LINE_STATUS, "", "Motion lost");
    assert_block(&made, 4, POL_LINE_PARAGRAPH, "", "8 Tea");
    reading_done(&made);
}

static void a_page_of_links_alone_is_still_read(void **state)
{
    (void)state;
    reading made = read_page("<ul><li><a href=1>One</a><li><a href=2>Two</a>"
                             "<li><a href=3>Three</a></ul>");
    assert_int_equal(made.text.line_count, 3);
    assert_block(&made, 1, POL_LINE_ITEM, "•", "Two");
    reading_done(&made);
}

/* --- bounds ----------------------------------------------------------------------- */

static char *repeat(const char *part, size_t count)
{
    size_t size = strlen(part);
    char *made = malloc(size * count + 1);
    assert_non_null(made);
    for (size_t i = 0; i < count; i++)
        memcpy(made + i * size, part, size);
    made[size * count] = '\0';
    return made;
}

/* Each repeated 100,000 times nests, or grows, without end. */
static const char *const bombs[] = {
    "<div>",           "<b>",
    "<span>",          "<unknown>",
    "<div/>",          "<table><tr><td>",
    "<b></i>",         "<form><div></form>",
    "<ul><li>",        "<svg><g>",
    "<svg><style><g>", "<object>",
    "<!--><div>",      "<a title='>'><div>",
    "<div></span>",    "<select><div>",
    "<x a b c d>",     "<td><div>",
};

static void pages_without_end_are_refused_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        char *page = repeat(bombs[i], 100000);
        clock_t start = clock();
        reading made = read_bytes(POL_FORMAT_HTML, pol_span_of(page));
        if (made.status != POL_LIMIT)
            print_error("%s: %s\n", bombs[i], pol_status_name(made.status));
        assert_int_equal(made.status, POL_LIMIT);
        assert_true((clock() - start) / CLOCKS_PER_SEC < 2);
        reading_done(&made);
        free(page);
    }
}

/* Sloppy pages that are not deep: 2,000 of each must be read. */
static const char *const sloppy[] = {
    "<p>One paragraph, never closed",
    "<ul><li>one<li>two</ul>",
    "<table><tr><td><b>never closed<td>x</table>",
    "<a href=x>link ",
    "<tr><td>outside a table",
    "<dl><dt>a<dd>b</dl>",
    "<option>one",
    "<img src=x><br><hr>",
    "<script>if (a<b) document.write('<div>')</script>",
    "<svg><path/></svg>",
    "<h2>a<h3>b",
    "a < b, c <d> e",
};

static void sloppy_pages_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < sizeof sloppy / sizeof *sloppy; i++) {
        char *page = repeat(sloppy[i], 2000);
        pol_error error = {.status = POL_OK};
        pol_status status = pol_html_check_depth(pol_span_of(page), &error);
        if (status != POL_OK)
            print_error("%s: %s\n", sloppy[i], error.text);
        assert_int_equal(status, POL_OK);
        free(page);
    }
}

static void the_depth_named_is_the_depth_allowed(void **state)
{
    (void)state;
    pol_error error;
    char *page = repeat("\n<div>", POL_HTML_DEPTH_MAX + 1);
    assert_int_equal(pol_html_check_depth(pol_span_of(page), &error), POL_LIMIT);
    assert_int_equal(error.at, POL_HTML_DEPTH_MAX + 2); /* the line of the one too many */
    assert_non_null(strstr(error.text, "deeper than 400"));
    page[6 * POL_HTML_DEPTH_MAX] = '\0';
    assert_int_equal(pol_html_check_depth(pol_span_of(page), &error), POL_OK);
    free(page);
}

static void a_tag_of_attributes_without_end_is_refused(void **state)
{
    (void)state;
    char *page = malloc(1 << 20);
    assert_non_null(page);
    size_t size = (size_t)sprintf(page, "<p");
    for (int i = 0; i < 50000; i++)
        size += (size_t)sprintf(page + size, " a%d=b", i);
    size += (size_t)sprintf(page + size, ">x");
    assert_refused(POL_FORMAT_HTML, pol_span_make(page, size), POL_LIMIT, "50000 attributes");
    free(page);
}

static void damaged_pages_are_read(void **state)
{
    (void)state;
    static const char *const pages[] = {"",
                                        "<",
                                        "<p",
                                        "<p title=\"x",
                                        "</",
                                        "<!--",
                                        "<!doctype",
                                        "&#0;&#xD800;&bogus;",
                                        "<frameset><frame src=x></frameset>",
                                        "<title>unclosed",
                                        "<table><p>foster</table>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        reading made = read_page(pages[i]);
        reading_done(&made);
    }
    reading made = read_page("<p>caf\xE9 &#146;s");
    assert_block(&made, 0, POL_LINE_PARAGRAPH, "", "café ’s");
    assert_string_equal(made.text.encoding, "Windows-1252");
    reading_done(&made);
}

/* Gumbo makes broken bytes of the first reference. */
static void references_to_no_character_leave_text_valid(void **state)
{
    (void)state;
    reading made = read_page("<p title=\"&#xD80cccccccc;\">tea &#xD80cccccccc; cups");
    assert_int_equal(made.text.line_count, 1);
    pol_span text = made.text.lines[0].text;
    assert_int_equal(pol_utf8_valid_prefix(text), text.size);
    assert_true(pol_span_starts(text, POL_SPAN("tea ")) && pol_span_ends(text, POL_SPAN(" cups")));
    reading_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_becomes_pairs),
        cmocka_unit_test(long_values_are_cut_between_characters),
        cmocka_unit_test(a_title_is_stated_once),
        cmocka_unit_test(blocks_and_breaks_become_lines),
        cmocka_unit_test(lists_show_what_a_browser_shows),
        cmocka_unit_test(markers_count_as_printed),
        cmocka_unit_test(tables_give_cells_unless_they_are_layout),
        cmocka_unit_test(what_surrounds_the_text_is_dropped),
        cmocka_unit_test(what_holds_the_text_is_kept),
        cmocka_unit_test(title_and_status_outside_the_text_are_kept),
        cmocka_unit_test(badges_and_boxes_are_told_apart),
        cmocka_unit_test(a_badge_follows_the_words_of_its_block),
        cmocka_unit_test(a_page_of_links_alone_is_still_read),
        cmocka_unit_test(pages_without_end_are_refused_at_once),
        cmocka_unit_test(sloppy_pages_are_read),
        cmocka_unit_test(the_depth_named_is_the_depth_allowed),
        cmocka_unit_test(a_tag_of_attributes_without_end_is_refused),
        cmocka_unit_test(damaged_pages_are_read),
        cmocka_unit_test(references_to_no_character_leave_text_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
