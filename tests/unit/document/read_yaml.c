/* read_yaml.c - sidecars and front matter. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/document/reading.h"

static reading read_yaml(const char *yaml)
{
    reading made = {.status = POL_OK};
    pol_arena_init(&made.arena, 64 << 20);
    made.text.encoding = "Windows-1252"; /* of the text; the sidecar's is another matter */
    made.status = pol_read_yaml(pol_span_of(yaml), POL_ORIGIN_SIDECAR, 11, &made.arena, &made.text,
                                &made.error);
    return made;
}

static void mappings_lists_and_scalars_become_pairs(void **state)
{
    (void)state;
    reading made = read_yaml("# a sidecar\n"
                             "title: \"Kettles: \\u2018all\\u2019\"\n"
                             "Submitted By:\n"
                             "  - Old Town\n"
                             "  - name: New Town\n"
                             "    kind: branch\n"
                             "date: 2031-05-04\n"
                             "decision: ~\n"
                             "number: ''\n"
                             "quoted: 'null'\n"
                             "venue: {city: York, rooms: [1, 2]}\n"
                             "folded: >\n"
                             "  two\n"
                             "  words\n");
    assert_int_equal(made.status, POL_OK);
    assert_span(pair_value(&made, "title", 0), "Kettles: ‘all’");
    assert_span(pair_value(&made, "submitted_by", 0), "Old Town");
    assert_span(pair_value(&made, "submitted_by.name", 0), "New Town");
    assert_span(pair_value(&made, "submitted_by.kind", 0), "branch");
    assert_span(pair_value(&made, "date", 0), "2031-05-04");
    assert_null(pair_value(&made, "decision", 0).data);
    assert_null(pair_value(&made, "number", 0).data);
    assert_span(pair_value(&made, "quoted", 0), "null");
    assert_span(pair_value(&made, "venue.city", 0), "York");
    assert_span(pair_value(&made, "venue.rooms", 1), "2");
    assert_span(pair_value(&made, "folded", 0), "two words");
    assert_int_equal(made.text.pairs[0].line, 12);
    assert_int_equal(made.text.pairs[0].origin, POL_ORIGIN_SIDECAR);
    assert_string_equal(made.text.encoding, "Windows-1252");
    assert_int_equal(made.text.note_count, 0);
    reading_done(&made);
}

static void nothing_states_nothing(void **state)
{
    (void)state;
    static const char *const empties[] = {"", "\n# only a comment\n", "---\n...\n", "{}", "~"};
    for (size_t i = 0; i < sizeof empties / sizeof *empties; i++) {
        reading made = read_yaml(empties[i]);
        assert_int_equal(made.status, POL_OK);
        assert_int_equal(made.text.pair_count, 0);
        reading_done(&made);
    }
}

static void a_key_stated_twice_is_noted(void **state)
{
    (void)state;
    uint32_t line = 0;
    reading made = read_yaml("year: 2030\ntitle: a\nyear: 2031\n");
    assert_int_equal(made.status, POL_OK);
    assert_span(pair_value(&made, "year", 1), "2031");
    assert_true(has_note(&made.text, "'year' is stated twice", &line));
    assert_int_equal(line, 13);
    reading_done(&made);
}

static void an_alias_stands_for_one_value(void **state)
{
    (void)state;
    reading made = read_yaml("a: &x tea\nb: *x\nc: [*x, *x]\n");
    assert_int_equal(made.status, POL_OK);
    assert_span(pair_value(&made, "b", 0), "tea");
    assert_span(pair_value(&made, "c", 1), "tea");
    reading_done(&made);
}

typedef struct row {
    const char *yaml;
    pol_status status;
    size_t at;
    const char *part;
} row;

static const row rows[] = {
    {"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", POL_FORMAT, 12, "alias"},
    {"a: &a\n  b: *a\n", POL_FORMAT, 12, "alias"},
    {"base: &b {x: 1}\n<<: *b\n", POL_FORMAT, 12, "alias"},
    {"a: *nobody\n", POL_FORMAT, 11, "alias"},
    {"title: Kettles: for all\n", POL_FORMAT, 11, "mapping values"},
    {"title: a\n\tb: c\n", POL_FORMAT, 12, "line 12"},
    {"a: 'never closed\n", POL_FORMAT, 12, "line 12"},
    {"- a\n- b\n", POL_FORMAT, 11, "key: value"},
    {"words\n", POL_FORMAT, 11, "key: value"},
    {"a: 1\n---\nb: 2\n", POL_FORMAT, 12, "second document"},
    {"? [a, b]\n: c\n", POL_FORMAT, 11, "a key must be"},
    {"a: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]\n", POL_LIMIT, 11, "too deep"},
};

static void what_is_no_mapping_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading made = read_yaml(rows[i].yaml);
        if (made.status != rows[i].status || made.error.at != rows[i].at ||
            !strstr(made.error.text, rows[i].part))
            print_error("row %zu: %s at %zu: '%s'\n", i, pol_status_name(made.status),
                        made.error.at, made.error.text);
        assert_int_equal(made.status, rows[i].status);
        assert_int_equal(made.error.at, rows[i].at);
        assert_non_null(strstr(made.error.text, rows[i].part));
        reading_done(&made);
    }
}

static void size_and_number_are_bounded(void **state)
{
    (void)state;
    static char yaml[POL_YAML_MAX + 2];
    memset(yaml, '#', sizeof yaml - 1);
    reading made = read_yaml(yaml);
    assert_int_equal(made.status, POL_LIMIT);
    reading_done(&made);

    size_t size = (size_t)snprintf(yaml, sizeof yaml, "x:\n");
    for (int i = 0; i <= POL_YAML_PAIRS_MAX; i++)
        size += (size_t)snprintf(yaml + size, sizeof yaml - size, "- %d\n", i);
    made = read_yaml(yaml);
    assert_int_equal(made.status, POL_LIMIT);
    assert_non_null(strstr(made.error.text, "1000 values"));
    reading_done(&made);
}

static void every_cut_is_survived(void **state)
{
    (void)state;
    static const char yaml[] = "a: &x \"caf\xC3\xA9\"\nb: [1, {c: *x}]\nd: |\n  e\n";
    char cut[sizeof yaml];
    for (size_t size = 0; size < sizeof yaml; size++) {
        memcpy(cut, yaml, size);
        cut[size] = '\0';
        reading made = read_yaml(cut);
        assert_true(made.status == POL_OK || made.status == POL_FORMAT);
        reading_done(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mappings_lists_and_scalars_become_pairs),
        cmocka_unit_test(nothing_states_nothing),
        cmocka_unit_test(a_key_stated_twice_is_noted),
        cmocka_unit_test(an_alias_stands_for_one_value),
        cmocka_unit_test(what_is_no_mapping_is_refused_with_its_line),
        cmocka_unit_test(size_and_number_are_bounded),
        cmocka_unit_test(every_cut_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
