/* read_text.c - plain text to lines, and the choice of a reader. */
#include <stdlib.h>

#include "tests/unit/document/reading.h"

static void lines_keep_number_blanks_and_indent(void **state)
{
    (void)state;
    reading made = read_ok(POL_FORMAT_TEXT, POL_SPAN("\n\nTitle  \n\tindented\n  \xC2\xA0 \n"
                                                     "   three\r\n\r\n\r\nlast"));
    assert_int_equal(made.text.line_count, 4);
    assert_false(made.text.is_markup);
    assert_line(&made, 0, "Title", 3);
    assert_int_equal(made.text.lines[0].blanks, 2);
    assert_line(&made, 1, "indented", 4);
    assert_int_equal(made.text.lines[1].indent, 8);
    assert_int_equal(made.text.lines[1].blanks, 0);
    assert_line(&made, 2, "three", 6);
    assert_int_equal(made.text.lines[2].indent, 3);
    assert_int_equal(made.text.lines[2].blanks, 1);
    assert_line(&made, 3, "last", 9);
    assert_int_equal(made.text.lines[3].blanks, 2);
    assert_int_equal(made.text.lines[3].role, POL_LINE_PLAIN);
    reading_done(&made);
}

static void every_line_end_ends_a_line(void **state)
{
    (void)state;
    reading made = read_ok(POL_FORMAT_TEXT, POL_SPAN("one\rtwo\r\nthree\nfour\ffive\vsix"
                                                     "\xE2\x80\xA8seven\xE2\x80\xA9"
                                                     "eight\n9"));
    static const char *const texts[] = {"one", "two",   "three", "four", "five",
                                        "six", "seven", "eight", "9"};
    static const uint32_t numbers[] = {1, 2, 3, 4, 4, 4, 4, 4, 5}; /* as an editor counts */
    assert_int_equal(made.text.line_count, 9);
    for (size_t i = 0; i < 9; i++)
        assert_line(&made, i, texts[i], numbers[i]);
    reading_done(&made);
}

static void invisible_characters_go(void **state)
{
    (void)state;
    reading made =
        read_ok(POL_FORMAT_TEXT, POL_SPAN("Ket\xEF\xBB\xBFt\xE2\x80\x8Bles\n"
                                          "#EM\xC2\xA0"
                                          "01\tand\xE2\x80\x89more\n"
                                          "in\xC2\xADtegration inte\xC2\xAD\n"
                                          "bell\x07 and \xE2\x80\xAE"
                                          "evil\n"
                                          "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7 fits\n"
                                          "\xE2\x80\x8B\xEF\xBB\xBF\n"));
    assert_int_equal(made.text.line_count, 5);
    assert_line(&made, 0, "Kettles", 1);
    assert_line(&made, 1, "#EM 01 and more", 2);
    assert_line(&made, 2, "integration inte\xC2\xAD", 3); /* the word goes on */
    assert_line(&made, 3, "bell and evil", 4);
    assert_line(&made, 4, "👩‍🔧 fits", 5);
    reading_done(&made);
}

static void nothing_gives_no_lines(void **state)
{
    (void)state;
    static const char *const empties[] = {"", " \n\t\n", "\xEF\xBB\xBF", "\xFF\xFE"};
    for (size_t i = 0; i < sizeof empties / sizeof *empties; i++) {
        reading made = read_ok(POL_FORMAT_TEXT, pol_span_of(empties[i]));
        assert_int_equal(made.text.line_count, 0);
        reading_done(&made);
    }
}

static void escapes_of_html_are_undone(void **state)
{
    (void)state;
    reading made =
        read_ok(POL_FORMAT_TEXT,
                POL_SPAN("Pay &amp; pensions&nbsp;now\nthe union&#8217;s &#x201C;tea&rdquo;\n"
                         "AT&T; &bogus; R&D &#xD800; &#7;\n"));
    assert_line(&made, 0, "Pay & pensions now", 1);
    assert_line(&made, 1, "the union’s “tea”", 2);
    assert_line(&made, 2, "AT&T; &bogus; R&D \xEF\xBF\xBD &#7;", 3);
    assert_true(has_note(&made.text, "6 places: escaped as HTML (&amp;)", NULL));
    assert_false(made.text.is_markup);
    reading_done(&made);
}

static void escaped_pages_are_read_as_pages(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "&lt;p&gt;Conference notes &amp;amp; tea.&lt;/p&gt;&lt;p&gt;Two&lt;br /&gt;lines&lt;/p&gt;",
        "<p>Conference notes &amp; tea.</p><p>Two<br>lines</p>",
        "\"<p>Conference notes \\u0026 tea.<\\/p>\\n<p>Two<br>lines<\\/p>\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        reading made = read_ok(POL_FORMAT_TEXT, pol_span_of(texts[i]));
        assert_true(made.text.is_markup);
        assert_int_equal(made.text.line_count, 3);
        assert_line(&made, 0, "Conference notes & tea.", 1);
        assert_int_equal(made.text.lines[0].role, POL_LINE_PARAGRAPH);
        assert_line(&made, 1, "Two", 1);
        assert_line(&made, 2, "lines", 1);
        assert_true(has_note(&made.text, "read as HTML", NULL));
        reading_done(&made);
    }
}

/* Tags in one field: what is typed around them stays in lines. */
static void lines_around_tags_stay_lines(void **state)
{
    (void)state;
    reading made =
        read_ok(POL_FORMAT_TEXT,
                POL_SPAN("- Motion title\n- Cups &amp; trays\n- Motion text\n&lt;p&gt;Conference "
                         "notes\ncups.&lt;/p&gt;&lt;p&gt;Two&lt;br&gt;lines&lt;/p&gt;\n- "
                         "Amended\n- No\n"));
    assert_int_equal(made.text.line_count, 8);
    assert_line(&made, 0, "- Motion title", 1);
    assert_line(&made, 1, "- Cups & trays", 2);
    assert_line(&made, 2, "- Motion text", 3);
    assert_line(&made, 3, "Conference notes cups.", 4);
    assert_line(&made, 5, "lines", 5);
    assert_line(&made, 6, "- Amended", 6);
    assert_line(&made, 7, "- No", 7);
    reading_done(&made);
}

static void escapes_of_json_are_undone_where_sure(void **state)
{
    (void)state;
    reading made =
        read_ok(POL_FORMAT_TEXT,
                POL_SPAN("The union\\u2019s \\\"tea\\\" \\ud83c\\udf73\\n\\n1) boil\\tit\n"));
    assert_line(&made, 0, "The union’s \"tea\" 🍳", 1);
    assert_line(&made, 1, "1) boil it", 1);
    assert_int_equal(made.text.lines[1].blanks, 1);
    reading_done(&made);
    made = read_ok(POL_FORMAT_TEXT, POL_SPAN("see C:\\new\\users\nand \\n too\n"));
    assert_line(&made, 0, "see C:\\new\\users", 1); /* a path is no escape */
    assert_int_equal(made.text.note_count, 0);
    reading_done(&made);
}

static void a_line_of_a_megabyte_is_a_line(void **state)
{
    (void)state;
    size_t size = (size_t)1 << 20;
    char *bytes = malloc(size);
    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++)
        bytes[i] = i % 7 == 6 ? ' ' : 'k';
    reading made = read_ok(POL_FORMAT_TEXT, pol_span_make(bytes, size));
    assert_int_equal(made.text.line_count, 1);
    assert_int_equal(made.text.lines[0].text.size, size); /* ends in a letter */
    reading_done(&made);
    free(bytes);
}

static void a_small_arena_is_a_limit(void **state)
{
    (void)state;
    pol_arena arena;
    pol_text text = {.line_count = 0};
    pol_error error;
    for (size_t limit = 0; limit < 4000; limit += 100) {
        pol_arena_init(&arena, limit);
        pol_status status = pol_read_text(POL_SPAN("one\ntwo\nthree\nfour\nfive\nsix\nseven\n"
                                                   "eight\nnine \xEF\xBB\xBF tea\xEF\xBF\xBD"),
                                          &arena, &text, &error);
        if (limit < 1000)
            assert_int_equal(status, POL_LIMIT);
        if (limit > 3800)
            assert_int_equal(status, POL_OK);
        pol_arena_done(&arena);
    }
}

static void many_documents_are_not_one(void **state)
{
    (void)state;
    assert_refused(POL_FORMAT_UNKNOWN, POL_SPAN("x"), POL_UNSUPPORTED, "unknown format");
    assert_refused(POL_FORMAT_SIDECAR, POL_SPAN("x"), POL_UNSUPPORTED, "sidecar");
    assert_string_equal(pol_format_name(POL_FORMAT_COUNT), "unknown format");
    assert_string_equal(pol_origin_code(POL_ORIGIN_FRONT_MATTER), "front_matter");
    assert_string_equal(pol_origin_code(POL_ORIGIN_NONE), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_number_blanks_and_indent),
        cmocka_unit_test(every_line_end_ends_a_line),
        cmocka_unit_test(invisible_characters_go),
        cmocka_unit_test(nothing_gives_no_lines),
        cmocka_unit_test(escapes_of_html_are_undone),
        cmocka_unit_test(escaped_pages_are_read_as_pages),
        cmocka_unit_test(lines_around_tags_stay_lines),
        cmocka_unit_test(escapes_of_json_are_undone_where_sure),
        cmocka_unit_test(a_line_of_a_megabyte_is_a_line),
        cmocka_unit_test(a_small_arena_is_a_limit),
        cmocka_unit_test(many_documents_are_not_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
