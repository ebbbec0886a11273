/* read_markdown.c - front matter, blocks without markup, HTML inside Markdown. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/unit/document/reading.h"

static reading read_markdown(const char *text)
{
    return read_ok(POL_FORMAT_MARKDOWN, pol_span_of(text));
}

static void assert_block(const reading *made, size_t index, pol_line_role role, const char *marker,
                         const char *text)
{
    assert_true(index < made->text.line_count);
    const pol_line *line = &made->text.lines[index];
    assert_span(line->text, text);
    assert_int_equal(line->role, role);
    assert_span(line->marker, marker);
}

static void front_matter_becomes_pairs(void **state)
{
    (void)state;
    reading made = read_markdown("---\n"
                                 "title: \"Kettles: for all\"\n"
                                 "Submitted-By: [Old Town, New Town]\n"
                                 "status: passed\n"
                                 "---\n"
                                 "\n"
                                 "Conference notes tea.\n");
    assert_span(pair_value(&made, "title", 0), "Kettles: for all");
    assert_span(pair_value(&made, "submitted_by", 1), "New Town");
    assert_span(pair_value(&made, "status", 0), "passed");
    assert_int_equal(made.text.pairs[0].origin, POL_ORIGIN_FRONT_MATTER);
    assert_int_equal(made.text.pairs[0].line, 2);
    assert_int_equal(made.text.line_count, 1);
    assert_line(&made, 0, "Conference notes tea.", 7);
    assert_true(made.text.is_markup);
    assert_int_equal(made.text.note_count, 0);
    reading_done(&made);
}

static void bad_front_matter_is_read_line_by_line(void **state)
{
    (void)state;
    uint32_t line = 0;
    reading made = read_markdown("---\n"
                                 "title: Kettles: for all\n"
                                 "proposers:\n"
                                 "  - Old Town\n"
                                 "  - 'New Town'\n"
                                 "---\n"
                                 "Text.\n");
    assert_span(pair_value(&made, "title", 0), "Kettles: for all");
    assert_span(pair_value(&made, "proposers", 0), "Old Town");
    assert_span(pair_value(&made, "proposers", 1), "New Town");
    assert_true(has_note(&made.text, "not valid YAML", &line));
    assert_int_equal(line, 2);
    assert_line(&made, 0, "Text.", 7);
    reading_done(&made);
}

static void a_rule_is_no_front_matter(void **state)
{
    (void)state;
    static const char *const texts[] = {"---\nJust words.\n---\nMore.\n", "---\nNever closed.\n"};
    for (size_t i = 0; i < 2; i++) {
        reading made = read_markdown(texts[i]);
        assert_int_equal(made.text.pair_count, 0);
        assert_int_equal(pol_span_find(made.text.lines[0].text, POL_SPAN("words"), 0) == 5, i == 0);
        reading_done(&made);
    }
}

static void plain_text_may_have_front_matter(void **state)
{
    (void)state;
    reading made = read_ok(POL_FORMAT_TEXT, POL_SPAN("---\ndecision: carried\n---\nWords\n"));
    assert_span(pair_value(&made, "decision", 0), "carried");
    assert_line(&made, 0, "Words", 4);
    reading_done(&made);
}

static void blocks_lose_their_markup(void **state)
{
    (void)state;
    reading made = read_markdown("# Kettles *for* `all`\n"
                                 "\n"
                                 "Conference notes the\n"
                                 "**old** [kettles](http://example.org) &amp; pots.\n"
                                 "\n"
                                 "> Quoted.\n"
                                 "\n"
                                 "Second\n"
                                 "------\n"
                                 "![a picture](x.png)Below.\n");
    assert_block(&made, 0, POL_LINE_HEADING, "", "Kettles for all");
    assert_int_equal(made.text.lines[0].level, 1);
    assert_block(&made, 1, POL_LINE_PARAGRAPH, "", "Conference notes the old kettles & pots.");
    assert_int_equal(made.text.lines[1].number, 3);
    assert_int_equal(made.text.lines[1].blanks, 1);
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", "Quoted.");
    assert_true(made.text.lines[2].is_quoted);
    assert_block(&made, 3, POL_LINE_HEADING, "", "Second");
    assert_int_equal(made.text.lines[3].level, 2);
    assert_false(made.text.lines[3].is_quoted);
    assert_block(&made, 4, POL_LINE_PARAGRAPH, "", "Below.");
    reading_done(&made);
}

static void lists_get_their_markers(void **state)
{
    (void)state;
    reading made = read_markdown("3. third\n"
                                 "4. fourth\n"
                                 "   goes on\n"
                                 "\n"
                                 "   and has more\n"
                                 "   - sub\n"
                                 "5. fifth\n"
                                 "\n"
                                 "1) other\n"
                                 "\n"
                                 "- bullet\n");
    assert_block(&made, 0, POL_LINE_ITEM, "3.", "third");
    assert_block(&made, 1, POL_LINE_ITEM, "4.", "fourth goes on");
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", "and has more");
    assert_int_equal(made.text.lines[2].level, 1);
    assert_block(&made, 3, POL_LINE_ITEM, "•", "sub");
    assert_int_equal(made.text.lines[3].level, 2);
    assert_block(&made, 4, POL_LINE_ITEM, "5.", "fifth");
    assert_block(&made, 5, POL_LINE_ITEM, "1)", "other");
    assert_block(&made, 6, POL_LINE_ITEM, "•", "bullet");
    reading_done(&made);
}

static void lines_of_their_own_stay_apart(void **state)
{
    (void)state;
    reading made = read_markdown("**Proposer:** Old Town\n"
                                 "**Date**: 4 May 2031\n"
                                 "\n"
                                 "a) boil water\n"
                                 "b) make\n"
                                 "tea (iv) hot\n"
                                 "(c) drink\n"
                                 "\n"
                                 "One  \n"
                                 "two\n");
    assert_block(&made, 0, POL_LINE_PLAIN, "", "Proposer: Old Town");
    assert_block(&made, 1, POL_LINE_PLAIN, "", "Date: 4 May 2031");
    assert_block(&made, 2, POL_LINE_PLAIN, "", "a) boil water");
    assert_block(&made, 3, POL_LINE_PLAIN, "", "b) make tea (iv) hot");
    assert_block(&made, 4, POL_LINE_PLAIN, "", "(c) drink");
    assert_block(&made, 5, POL_LINE_PLAIN, "", "One");
    assert_block(&made, 6, POL_LINE_PLAIN, "", "two");
    static const uint32_t numbers[] = {1, 2, 4, 5, 7, 9, 10}, blanks[] = {0, 0, 1, 0, 0, 1, 0};
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(made.text.lines[i].number, numbers[i]);
        assert_int_equal(made.text.lines[i].blanks, blanks[i]);
    }
    reading_done(&made);
}

/* Each line of this names itself. */
static const char numbered[] = "# T1\n"
                               "para L2 soft\n"
                               "second L3\n"
                               "a) L4 point\n"
                               "\n"
                               "L6 `code span\n"
                               "L7 still` L7b\n"
                               "b) L8 point\n"
                               "\n"
                               "L10 text <!-- c\n"
                               "L11 --> rest\n"
                               "c) L12 point\n"
                               "\n"
                               "[ref]: http://example.org/\n"
                               "L15 paragraph after definition\n"
                               "d) L16 point\n"
                               "\n"
                               "L18 hard<br>\n"
                               "e) L19 point\n"
                               "\n"
                               "- L21 item\n"
                               "  L22 lazy\n"
                               "  a) L23 point\n"
                               "- L24 item\n"
                               "\n"
                               "  L26 para in item\n"
                               "  b) L27 point\n"
                               "\n"
                               "> L29 quote\n"
                               "L30 lazy\n"
                               "a) L31 point\n"
                               "\n"
                               "L33 [link](http://x\n"
                               "\"title\") L34\n"
                               "a) L35 point\n"
                               "\n"
                               "    L37 code\n"
                               "    L38 code\n"
                               "\n"
                               "```\n"
                               "L41 fenced\n"
                               "L42 fenced\n"
                               "```\n"
                               "\n"
                               "L45 setext\n"
                               "L46 setext\n"
                               "====\n"
                               "\n"
                               "L49 a &amp; b **bold\n"
                               "L50 more** x\n"
                               "a) L51 point\n"
                               "\n"
                               "<div>\n"
                               "L54 html\n"
                               "<p>L55 html\n"
                               "</div>\n"
                               "L57 html still\n"
                               "\n"
                               "L59 line\\\n"
                               "L60 hard\\\n"
                               "a) L61\n"
                               "\n"
                               "1. L63\n"
                               "   L64\n"
                               "\n"
                               "   L66\n"
                               "2. [r2]: http://x\n"
                               "   L68 x\n"
                               "   a) L69 x\n"
                               "\n"
                               "L71 <b\n"
                               "class=\"x\">L72</b>\n"
                               "a) L73 x\n"
                               "\n"
                               "L75 ![img\n"
                               "L76](x) L76\n"
                               "a) L77\n";

/* What is read says truly where it was found, whatever goes over several lines before it. */
static void lines_are_numbered_as_in_the_file(void **state)
{
    (void)state;
    static const char crlf[] = "---\r\ntitle: Tea\r\n---\r\n[r]: http://example.org/\r\nL5 tea\r\n"
                               "b) L6\r\n";
    const pol_span files[] = {pol_span_of(numbered), pol_span_of(crlf)};
    static const size_t counts[] = {41, 2};
    for (size_t file = 0; file < 2; file++) {
        reading made = read_ok(POL_FORMAT_MARKDOWN, files[file]);
        size_t named = 0;
        for (size_t i = 0; i < made.text.line_count; i++) {
            const pol_line *line = &made.text.lines[i];
            size_t at = pol_span_find(line->text, POL_SPAN("L"), 0);
            char number[8] = "";
            if (at == (size_t)-1)
                continue;
            snprintf(number, sizeof number, "%.*s",
                     POL_SPAN_ARGS(pol_span_first(pol_span_from(line->text, at + 1), 2)));
            assert_int_equal(line->number, strtoul(number, NULL, 10));
            named++;
        }
        assert_int_equal(named, counts[file]);
        reading_done(&made);
    }
}

static void a_line_for_each_decision_is_one(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "1 Mugs: CARRIED\n2 Tea for all: LOST\n",
        "Motion 4 Jugs carried\nEmergency Motion 5 lost\n",
        "The following were carried:\n6 Tubs\n7 Vats\n",
        "Mugs for canteens – Carried\nTea – Not reached.\n",
        "<b>Session 2</b>\n8 Urns\n9 Cosies\n10 Tongs\n",
    };
    static const char *const prose[] = {
        "Conference met in the year\n2017 in a hall\n",
        "The kettles were 20 years old, of which\n12 were\n14 too many\n",
        "Conference noted that the motion was lost\nand that nobody was surprised\n",
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        reading made = read_markdown(lists[i]);
        size_t lines = 0;
        for (const char *at = lists[i]; (at = strchr(at, '\n')); at++)
            lines++;
        assert_int_equal(made.text.line_count, lines);
        for (size_t line = 0; line < lines; line++) {
            assert_int_equal(made.text.lines[line].number, line + 1);
            assert_int_equal(made.text.lines[line].role, POL_LINE_PLAIN);
        }
        reading_done(&made);
    }
    for (size_t i = 0; i < sizeof prose / sizeof *prose; i++) {
        reading made = read_markdown(prose[i]);
        assert_int_equal(made.text.line_count, 1);
        reading_done(&made);
    }
}

static void wrapped_prose_stays_together(void **state)
{
    (void)state;
    reading made = read_markdown("Conference met at the end of\n"
                                 "2017. It asked why, as it had in\n"
                                 "the year before: nobody knew, and\n"
                                 "e.g. the kettle (here and\n"
                                 "(UK) there) was cold\n");
    assert_int_equal(made.text.line_count, 1);
    assert_block(&made, 0, POL_LINE_PARAGRAPH, "",
                 "Conference met at the end of 2017. It asked why, as it had in the year before: "
                 "nobody knew, and e.g. the kettle (here and (UK) there) was cold");
    reading_done(&made);
}

static void boxes_of_html_mark_what_they_hold(void **state)
{
    (void)state;
    reading made = read_markdown("<p class=\"alert\">SOC note.</p>\n"
                                 "\n"
                                 "<div class=\"status\">Motion passed</div>\n"
                                 "\n"
                                 "Own text.\n"
                                 "\n"
                                 "<div class='amendment amendment-passed'><div>\n"
                                 "\n"
                                 "Delete *all*.\n"
                                 "\n"
                                 "</div></div>\n"
                                 "\n"
                                 "Own again.\n"
                                 "\n"
                                 "<script>alert(1)</script>\n");
    assert_block(&made, 0, POL_LINE_PARAGRAPH, "", "SOC note.");
    assert_true(made.text.lines[0].is_aside);
    assert_block(&made, 1, POL_LINE_STATUS, "", "Motion passed");
    assert_false(made.text.lines[1].is_aside);
    assert_int_equal(made.text.lines[1].number, 3);
    assert_block(&made, 2, POL_LINE_PARAGRAPH, "", "Own text.");
    assert_false(made.text.lines[2].is_aside);
    assert_block(&made, 3, POL_LINE_PARAGRAPH, "", "Delete all.");
    assert_true(made.text.lines[3].is_aside);
    assert_block(&made, 4, POL_LINE_PARAGRAPH, "", "Own again.");
    assert_false(made.text.lines[4].is_aside);
    assert_int_equal(made.text.line_count, 5);
    reading_done(&made);
}

static void code_keeps_its_lines(void **state)
{
    (void)state;
    reading made = read_markdown("```\none\n\ntwo\n```\n");
    assert_int_equal(made.text.line_count, 2);
    assert_line(&made, 0, "one", 2);
    assert_line(&made, 1, "two", 4);
    assert_int_equal(made.text.lines[1].blanks, 1);
    reading_done(&made);
}

static char *repeat(const char *part, size_t size)
{
    char *made = malloc(size + 1);
    size_t part_size = strlen(part);
    assert_non_null(made);
    for (size_t i = 0; i < size; i++)
        made[i] = part[i % part_size];
    made[size] = '\0';
    return made;
}

static void bounds_are_kept(void **state)
{
    (void)state;
    char *large = repeat("tea ", (size_t)POL_MARKDOWN_MAX + 1);
    assert_refused(POL_FORMAT_MARKDOWN, pol_span_of(large), POL_LIMIT, "4194305 bytes");
    free(large);
    char *images = repeat("![[]()", 300000);
    assert_refused(POL_FORMAT_MARKDOWN, pol_span_of(images), POL_LIMIT, "50000 images");
    free(images);
}

static void nesting_without_end_is_read_fast(void **state)
{
    (void)state;
    static const char *const parts[] = {">", "> ", "- ", "1. ", "*a_", "[", "<!--", "<div>\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char *text = repeat(parts[i], 200000);
        clock_t start = clock();
        reading made = read_bytes(POL_FORMAT_MARKDOWN, pol_span_of(text));
        assert_true(made.status == POL_OK || made.status == POL_LIMIT);
        assert_true((clock() - start) / CLOCKS_PER_SEC < 10);
        reading_done(&made);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_matter_becomes_pairs),
        cmocka_unit_test(bad_front_matter_is_read_line_by_line),
        cmocka_unit_test(a_rule_is_no_front_matter),
        cmocka_unit_test(plain_text_may_have_front_matter),
        cmocka_unit_test(blocks_lose_their_markup),
        cmocka_unit_test(lists_get_their_markers),
        cmocka_unit_test(lines_of_their_own_stay_apart),
        cmocka_unit_test(lines_are_numbered_as_in_the_file),
        cmocka_unit_test(a_line_for_each_decision_is_one),
        cmocka_unit_test(wrapped_prose_stays_together),
        cmocka_unit_test(boxes_of_html_mark_what_they_hold),
        cmocka_unit_test(code_keeps_its_lines),
        cmocka_unit_test(bounds_are_kept),
        cmocka_unit_test(nesting_without_end_is_read_fast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
