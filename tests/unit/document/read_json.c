/* read_json.c - a line of JSON Lines. */
#include <stdlib.h>

#include "tests/unit/document/reading.h"

static reading read_line(const char *line)
{
    return read_ok(POL_FORMAT_JSON_LINES, pol_span_of(line));
}

static void text_becomes_lines_and_fields_pairs(void **state)
{
    (void)state;
    reading made =
        read_line("{\"id\": \" union/2031-05-04.1 \", \"title\": \"Kettles\\u2014\\nfor  all\", "
                  "\"year\": 2031,"
                  " \"weight\": 0.5, \"Is-Draft\": false, \"final\": true, \"number\": null, "
                  "\"empty\": \" \","
                  " \"submitted_by\": [\"Old Town\", null, \"New Town\"],"
                  " \"venue\": {\"city\": \"York\", \"Hall No\": 2}, \"passages\": [\"x\"],"
                  " \"text\": \"Conference notes:\\n\\n  1) tea\\u2028 2) pots\\r\\n\"}\n");
    assert_int_equal(made.text.line_count, 3);
    assert_line(&made, 0, "Conference notes:", 7);
    assert_line(&made, 1, "1) tea", 7);
    assert_int_equal(made.text.lines[1].blanks, 1);
    assert_int_equal(made.text.lines[1].indent, 2);
    assert_line(&made, 2, "2) pots", 7);
    assert_false(made.text.is_markup);
    assert_span(pair_value(&made, "id", 0), "union/2031-05-04.1");
    assert_span(pair_value(&made, "title", 0), "Kettles— for  all");
    assert_span(pair_value(&made, "year", 0), "2031");
    assert_span(pair_value(&made, "weight", 0), "0.5");
    assert_span(pair_value(&made, "is_draft", 0), "false");
    assert_span(pair_value(&made, "final", 0), "true");
    assert_span(pair_value(&made, "submitted_by", 0), "Old Town");
    assert_span(pair_value(&made, "submitted_by", 1), "New Town");
    assert_span(pair_value(&made, "venue.city", 0), "York");
    assert_span(pair_value(&made, "venue.hall_no", 0), "2");
    static const char *const absent[] = {"number", "empty", "passages", "text"};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(pair_value(&made, absent[i], 0).data);
    assert_int_equal(made.text.pairs[0].line, 7);
    assert_int_equal(made.text.pairs[0].origin, POL_ORIGIN_MARKUP);
    reading_done(&made);
}

static void id_and_text_are_enough(void **state)
{
    (void)state;
    reading made = read_line("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"\"}");
    assert_int_equal(made.text.line_count, 0);
    assert_int_equal(made.text.pair_count, 1);
    reading_done(&made);
}

typedef struct row {
    const char *line;
    pol_status status;
    const char *part;
} row;

static const row rows[] = {
    {"", POL_FORMAT, "not JSON"},
    {"{\"text\": \"cut", POL_FORMAT, "not JSON"},
    {"{\"text\": \"a\"} x", POL_FORMAT, "not JSON"},
    {"[\"text\"]", POL_FORMAT, "not a JSON object"},
    {"\"text\"", POL_FORMAT, "expected"},
    {"{\"id\": \"a\"}", POL_FORMAT, "\"text\" is missing"},
    {"{\"text\": 5}", POL_FORMAT, "\"text\" is not a string"},
    {"{\"text\": null}", POL_FORMAT, "\"text\" is not a string"},
    {"{\"text\": \"a\", \"text\": \"b\"}", POL_FORMAT, "duplicate"},
    {"{\"text\": \"caf\xE9\"}", POL_FORMAT, "UTF-8"},
    {"{\"text\": \"\\ud800\"}", POL_FORMAT, "not JSON"},
    {"{\"text\": \"a\\u0000b\"}", POL_FORMAT, "not JSON"},
    {"{\"text\": \"a\", \"year\": 99999999999999999999}", POL_FORMAT, "not JSON"},
    {"{'text': 'a'}", POL_FORMAT, "not JSON"},
};

static void other_lines_are_refused_with_their_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_refused(POL_FORMAT_JSON_LINES, pol_span_of(rows[i].line), rows[i].status,
                       rows[i].part);
        assert_refused(POL_FORMAT_JSON_LINES, pol_span_of(rows[i].line), rows[i].status, "line 7");
        reading made = read_bytes(POL_FORMAT_JSON_LINES, pol_span_of(rows[i].line));
        assert_int_equal(made.error.at, 7);
        reading_done(&made);
    }
}

static void errors_show_none_of_the_input(void **state)
{
    (void)state;
    reading made = read_bytes(POL_FORMAT_JSON_LINES, POL_SPAN("{\x1B[31mevil"));
    assert_int_equal(made.status, POL_FORMAT);
    assert_null(strchr(made.error.text, '\x1B'));
    assert_null(strstr(made.error.text, "evil"));
    reading_done(&made);
}

static void nesting_and_number_of_values_are_bounded(void **state)
{
    (void)state;
    char deep[200] = "{\"text\":\"[[[[ , , \\\"\",\"x\":";
    size_t size = strlen(deep);
    memset(deep + size, '[', 40);
    memset(deep + size + 40, ']', 40);
    deep[size + 80] = '}';
    assert_refused(POL_FORMAT_JSON_LINES, pol_span_make(deep, size + 81), POL_LIMIT,
                   "nested 41 deep");

    size_t many = 2 * (size_t)POL_JSON_VALUES_MAX + 100;
    char *wide = malloc(many);
    assert_non_null(wide);
    memset(wide, '1', many);
    memcpy(wide, "{\"text\":\"\",\"x\":[", 16);
    for (size_t i = 16; i + 2 < many; i += 2)
        wide[i + 1] = ',';
    memcpy(wide + many - 2, "]}", 2);
    assert_refused(POL_FORMAT_JSON_LINES, pol_span_make(wide, many), POL_LIMIT, "values, more");
    free(wide);

    assert_refused(POL_FORMAT_JSON_LINES, pol_span_make("", (size_t)POL_JSON_LINE_MAX + 1),
                   POL_LIMIT, "16777217 bytes");
}

static void every_cut_of_a_line_is_refused(void **state)
{
    (void)state;
    static const char line[] = "{\"text\":\"caf\xC3\xA9 \\u00e9\",\"a\":[1,{\"b\":null}]}";
    for (size_t size = 0; size + 1 < sizeof line; size++) {
        reading made = read_bytes(POL_FORMAT_JSON_LINES, pol_span_make(line, size));
        assert_int_equal(made.status, POL_FORMAT);
        reading_done(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_lines_and_fields_pairs),
        cmocka_unit_test(id_and_text_are_enough),
        cmocka_unit_test(other_lines_are_refused_with_their_number),
        cmocka_unit_test(errors_show_none_of_the_input),
        cmocka_unit_test(nesting_and_number_of_values_are_bounded),
        cmocka_unit_test(every_cut_of_a_line_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
