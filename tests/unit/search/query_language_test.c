/* query_language_test.c - runs every example of docs/query-language.md.
 *
 * A block between ```query and ``` holds examples, blank lines between them: the query,
 * then what is expected: `=> tree`, `in words: ...`, `note: ...`, `error: ...`. Notes are
 * checked both ways: one that is not in the document fails too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "search/query.h"

enum { LINE_SIZE = 1024, EXAMPLES_MIN = 70 };

typedef struct example {
    char query[LINE_SIZE];
    char tree[LINE_SIZE], words[LINE_SIZE], note[LINE_SIZE], error[LINE_SIZE];
    int line;
} example;

static const char *printed(const pol_query *query,
                           void (*print)(const pol_query *query, pol_buffer *buffer),
                           pol_buffer *buffer)
{
    pol_buffer_clear(buffer);
    print(query, buffer);
    assert_int_equal(buffer->status, POL_OK);
    return buffer->data ? buffer->data : "";
}

static void expect(const example *e, const char *what, const char *wanted, const char *got)
{
    if (strcmp(wanted, got) != 0)
        fail_msg("docs/query-language.md:%d: %s of '%s'\nwanted %s\n   got %s", e->line, what,
                 e->query, wanted, got);
}

static void check_parsed(const example *e, const pol_query *query)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    expect(e, "tree", e->tree, printed(query, pol_query_print, &buffer));
    if (e->words[0])
        expect(e, "words", e->words, printed(query, pol_query_understood, &buffer));
    expect(e, "note", e->note, pol_query_note(query, 0));
    assert_true(pol_query_note_count(query) <= 1);
    pol_buffer_done(&buffer);
}

static void check(const example *e)
{
    pol_query *query = NULL;
    pol_error error = {0};
    pol_status status = pol_query_parse(pol_span_of(e->query), false, &query, &error);
    if (e->error[0]) {
        assert_int_equal(status, POL_USAGE);
        assert_null(query);
        expect(e, "error", e->error, error.text);
        return;
    }
    expect(e, "error", "", error.text);
    assert_int_equal(status, POL_OK);
    bool is_read; /* as pol_search() does */
    assert_int_equal(pol_query_read_outcomes(query, &is_read, &error), POL_OK);
    check_parsed(e, query);
    pol_query_free(query);
}

/* Copies what stands behind `key`; false where the line starts with something else. */
static bool take(const char *line, const char *key, char *out)
{
    size_t size = strlen(key);
    if (strncmp(line, key, size) != 0)
        return false;
    snprintf(out, LINE_SIZE, "%s", line + size);
    return true;
}

static int finish(example *e)
{
    int is_one = e->query[0] != '\0';
    if (is_one)
        check(e);
    *e = (example){0};
    return is_one;
}

static void test_every_example(void **state)
{
    (void)state;
    char line[LINE_SIZE];
    bool is_inside = false;
    int count = 0, number = 0;
    example e = {0};
    FILE *file = fopen("docs/query-language.md", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        bool is_fence = strncmp(line, "```", 3) == 0;
        if (is_fence || line[0] == '\0')
            count += finish(&e);
        if (is_fence)
            is_inside = strcmp(line, "```query") == 0;
        else if (is_inside && line[0] && !take(line, "=> ", e.tree) &&
                 !take(line, "in words: ", e.words) && !take(line, "note: ", e.note) &&
                 !take(line, "error: ", e.error)) {
            snprintf(e.query, sizeof e.query, "%s", line);
            e.line = number;
        }
    }
    fclose(file);
    assert_true(count >= EXAMPLES_MIN);
    print_message("%d examples\n", count);
}

/* The table of fields in the document is the table of the schema. */
static void test_every_field_is_in_the_table(void **state)
{
    (void)state;
    static char text[64 << 10];
    FILE *file = fopen("docs/query-language.md", "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    for (int i = 0; i < POL_FIELD_COUNT; i++) {
        char row[LINE_SIZE];
        const pol_field_info *field = pol_field_info_of((pol_field)i);
        snprintf(row, sizeof row, "| `%s:` |", field->name);
        assert_non_null(strstr(text, row));
        snprintf(row, sizeof row, "| `%s` |", field->example);
        assert_non_null(strstr(text, row));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_example),
        cmocka_unit_test(test_every_field_is_in_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
