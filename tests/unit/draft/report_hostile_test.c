/* report_hostile_test.c - what a draft or a document holds never becomes markup, a command of a
 * terminal or a formula; and pages are as they should be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <gumbo.h>

#include "core/utf8.h"
#include "tests/unit/draft/report_written.h"

static const pol_render_options piped = {0};
static const pol_render_options narrow = {.width = 64};
static const pol_render_options plain = {.width = 60, .has_color = true, .is_plain = true};

/* --- hostile text --------------------------------------------------------------------- */

/* No control character but newlines (and the return of CSV), no override, nothing but UTF-8. */
static void expect_harmless(const pol_buffer *buffer, bool has_returns)
{
    pol_span text = pol_buffer_span(buffer);
    size_t size;
    assert_int_equal(pol_utf8_valid_prefix(text), text.size);
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t c;
        size = pol_utf8_decode(pol_span_from(text, at), &c);
        bool is_allowed = c == '\n' || c == '\t' || (has_returns && c == '\r');
        if ((c < 0x20 && !is_allowed) || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
            (c >= 0x2066 && c <= 0x2069))
            fail_msg("U+%04X at %zu", (unsigned)c, at);
    }
}

static void test_nothing_commands_a_terminal(void **state)
{
    (void)state;
    for (size_t i = 0; i < OUTPUTS; i++) {
        bool has_returns =
            report_outputs[i] == POL_OUTPUT_CSV || report_outputs[i] == POL_OUTPUT_HTML;
        pol_buffer buffer = written(report_outputs[i], report_hostile(), &narrow);
        expect_harmless(&buffer, has_returns);
        pol_buffer_done(&buffer);
        buffer = written(report_outputs[i], report_hostile(), &plain);
        expect_harmless(&buffer, has_returns);
        pol_buffer_done(&buffer);
        buffer = written_agenda(report_outputs[i], agenda_hostile(), &narrow);
        expect_harmless(&buffer, has_returns);
        pol_buffer_done(&buffer);
        buffer = written_agenda(report_outputs[i], agenda_hostile(), &plain);
        expect_harmless(&buffer, has_returns);
        pol_buffer_done(&buffer);
    }
}

static void test_hostile_json_is_json(void **state)
{
    (void)state;
    pol_buffer buffer = written(POL_OUTPUT_JSON, report_hostile(), &piped);
    json_t *root = parsed(&buffer);
    json_t *finding = json_array_get(json_object_get(root, "findings"), 1);
    json_t *evidence = json_array_get(json_object_get(finding, "evidence"), 0);
    assert_true(json_array_size(json_object_get(evidence, "highlights")) <= 2);
    assert_true(json_is_null(json_object_get(evidence, "passage_opposite")));
    json_decref(root);
    pol_buffer_done(&buffer);
    buffer = written_agenda(POL_OUTPUT_JSON, agenda_hostile(), &piped);
    json_decref(parsed(&buffer));
    pol_buffer_done(&buffer);
}

static void test_hostile_cells_are_text(void **state)
{
    (void)state;
    pol_buffer buffers[] = {written(POL_OUTPUT_CSV, report_hostile(), &piped),
                            written_agenda(POL_OUTPUT_CSV, agenda_hostile(), &piped)};
    for (size_t i = 0; i < 2; i++) {
        static const char *const formulas[] = {",=",   ",+",   ",-",   ",@",
                                               ",\"=", ",\"+", ",\"-", ",\"@"};
        for (size_t j = 0; j < sizeof formulas / sizeof *formulas; j++)
            assert_int_equal(count_of(&buffers[i], formulas[j]), 0);
        pol_buffer_done(&buffers[i]);
    }
}

/* Neither markup nor a link of a document's. */
static void test_hostile_markdown_is_text(void **state)
{
    (void)state;
    pol_buffer buffers[] = {written(POL_OUTPUT_MARKDOWN, report_hostile(), &piped),
                            written_agenda(POL_OUTPUT_MARKDOWN, agenda_hostile(), &piped)};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(count_of(&buffers[i], "<script"), 0);
        assert_int_equal(count_of(&buffers[i], "<i>"), 0);
        assert_int_equal(count_of(&buffers[i], "[l]("), 0);
        assert_int_equal(count_of(&buffers[i], "\n## *b*"), 0);
        pol_buffer_done(&buffers[i]);
    }
}

/* --- markup --------------------------------------------------------------------------- */

typedef struct markup {
    size_t elements[GUMBO_TAG_LAST + 1];
    const char *ids[100];
    size_t id_count;
    int level; /* of the last heading */
} markup;

static void expect_element(const GumboElement *element, markup *seen)
{
    int level = (int)element->tag - GUMBO_TAG_H1 + 1;
    GumboAttribute *id = gumbo_get_attribute(&element->attributes, "id");
    GumboAttribute *link = gumbo_get_attribute(&element->attributes, "href");
    assert_int_not_equal(element->tag, GUMBO_TAG_UNKNOWN);
    seen->elements[element->tag]++;
    if (level >= 1 && level <= 6) { /* no level is left out */
        assert_true(level <= seen->level + 1);
        seen->level = level;
    }
    if (link)
        assert_true(link->value[0] == '#' || strncmp(link->value, "https://h/documents/", 20) == 0);
    for (size_t i = 0; id && i < seen->id_count; i++)
        assert_string_not_equal(seen->ids[i], id->value);
    if (id) {
        assert_true(seen->id_count < sizeof seen->ids / sizeof *seen->ids);
        seen->ids[seen->id_count++] = id->value;
    }
    for (size_t i = 0; i < element->attributes.length; i++)
        assert_true(strncmp(((GumboAttribute *)element->attributes.data[i])->name, "on", 2) != 0);
}

static void walk(const GumboNode *node, markup *seen)
{
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    expect_element(&node->v.element, seen);
    for (size_t i = 0; i < node->v.element.children.length; i++)
        walk(node->v.element.children.data[i], seen);
}

/* What elements it has; fails where the markup is not as it was meant. */
static markup markup_of(const pol_buffer *buffer, int level)
{
    markup seen = {.level = level};
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, buffer->data, buffer->size);
    for (size_t i = 0; i < output->errors.length; i++)
        fail_msg("%zu errors of syntax in\n%s", (size_t)output->errors.length, buffer->data);
    walk(output->root, &seen);
    memset(seen.ids, 0, sizeof seen.ids); /* they end with the tree */
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return seen;
}

static void expect_page(const pol_buffer *buffer)
{
    markup seen = markup_of(buffer, 0);
    assert_int_equal(seen.elements[GUMBO_TAG_SCRIPT], 0);
    assert_int_equal(seen.elements[GUMBO_TAG_I], 0);
    assert_int_equal(seen.elements[GUMBO_TAG_LINK], 0);
    assert_int_equal(seen.elements[GUMBO_TAG_IMG], 0);
    assert_int_equal(seen.elements[GUMBO_TAG_H1], 1);
    assert_int_equal(seen.elements[GUMBO_TAG_MAIN], 1);
    assert_true(strncmp(buffer->data, "<!DOCTYPE html>\n<html lang=\"en\">", 32) == 0);
}

static void test_pages_hold_their_own_markup_only(void **state)
{
    (void)state;
    const pol_report *reports[] = {report_sample(), report_nothing(), report_empty(),
                                   report_hostile()};
    const pol_agenda *agendas[] = {agenda_sample(), agenda_empty(), agenda_hostile()};
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        pol_buffer buffer = written(POL_OUTPUT_HTML, reports[i], &piped);
        expect_page(&buffer);
        assert_int_equal(count_of(&buffer, "/documents/"), 0);
        pol_buffer_done(&buffer);
    }
    for (size_t i = 0; i < sizeof agendas / sizeof *agendas; i++) {
        pol_buffer buffer = written_agenda(POL_OUTPUT_HTML, agendas[i], &piped);
        expect_page(&buffer);
        pol_buffer_done(&buffer);
    }
}

static void test_body_stands_below_a_heading(void **state)
{
    (void)state;
    const pol_report *reports[] = {report_sample(), report_hostile()};
    for (size_t i = 0; i < 2; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, REPORT_LIMIT);
        pol_buffer_add_text(&buffer, "<!DOCTYPE html><title>t</title><main><h1>t</h1>");
        pol_report_html(reports[i], "https://h", &buffer);
        pol_buffer_add_text(&buffer, "</main>");
        markup seen = markup_of(&buffer, 0);
        assert_int_equal(seen.elements[GUMBO_TAG_SCRIPT], 0);
        assert_int_equal(seen.elements[GUMBO_TAG_STYLE], 0);
        assert_true(seen.elements[GUMBO_TAG_MARK] > 0);
        pol_buffer_done(&buffer);
    }
}

static void test_addresses_are_encoded(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, REPORT_LIMIT);
    pol_report_html(report_sample(), "https://h", &buffer);
    assert_true(count_of(&buffer, "href=\"https://h/documents/locks%2F2009%3F#p1\"") > 0);
    assert_true(count_of(&buffer, "id=\"clause-3\"") == 1);
    pol_buffer_done(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_commands_a_terminal),
        cmocka_unit_test(test_hostile_json_is_json),
        cmocka_unit_test(test_hostile_cells_are_text),
        cmocka_unit_test(test_hostile_markdown_is_text),
        cmocka_unit_test(test_pages_hold_their_own_markup_only),
        cmocka_unit_test(test_body_stands_below_a_heading),
        cmocka_unit_test(test_addresses_are_encoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
