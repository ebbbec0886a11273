/* reading.h - what the reader tests share: bytes in, a pol_text and its lines out. */
#ifndef POL_TESTS_DOCUMENT_READING_H
#define POL_TESTS_DOCUMENT_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"
#include "document/reader.h"

typedef struct reading {
    pol_arena arena;
    pol_text text;
    pol_error error;
    pol_status status;
} reading;

static inline reading read_bytes(pol_format format, pol_span bytes)
{
    reading made = {.status = POL_OK};
    pol_arena_init(&made.arena, (size_t)1 << 30);
    made.status = format == POL_FORMAT_JSON_LINES
                      ? pol_read_json(bytes, 7, &made.arena, &made.text, &made.error)
                      : pol_read(format, bytes, &made.arena, &made.text, &made.error);
    return made;
}

/* Reads what must succeed. */
static inline reading read_ok(pol_format format, pol_span bytes)
{
    reading made = read_bytes(format, bytes);
    if (made.status != POL_OK)
        print_error("refused: %s\n", made.error.text);
    assert_int_equal(made.status, POL_OK);
    return made;
}

static inline void reading_done(reading *made)
{
    pol_arena_done(&made->arena);
}

static inline void assert_span(pol_span actual, const char *expected)
{
    pol_span wanted = pol_span_of(expected);
    if (!pol_span_equal(actual, wanted))
        print_error("got '%.*s', wanted '%.*s'\n", POL_SPAN_ARGS(actual), POL_SPAN_ARGS(wanted));
    assert_true(pol_span_equal(actual, wanted));
}

/* Line `index`: its text and number. */
static inline void assert_line(const reading *made, size_t index, const char *text, uint32_t number)
{
    if (index >= made->text.line_count)
        print_error("there is no line %zu, wanted '%s'\n", index, text);
    assert_true(index < made->text.line_count);
    assert_span(made->text.lines[index].text, text);
    assert_int_equal(made->text.lines[index].number, number);
}

/* The `nth` value (from 0) of a key; absent if there is none. */
static inline pol_span pair_value(const reading *made, const char *key, size_t nth)
{
    for (size_t i = 0; i < made->text.pair_count; i++)
        if (pol_span_equal(made->text.pairs[i].key, pol_span_of(key)) && nth-- == 0)
            return made->text.pairs[i].value;
    return pol_span_make(NULL, 0);
}

/* Is there a note that holds `part`? *ret_line may be NULL. */
static inline bool has_note(const pol_text *text, const char *part, uint32_t *ret_line)
{
    for (size_t i = 0; i < text->note_count; i++) {
        if (pol_span_find(text->notes[i].text, pol_span_of(part), 0) == (size_t)-1)
            continue;
        if (ret_line)
            *ret_line = text->notes[i].line;
        return true;
    }
    return false;
}

static inline void assert_refused(pol_format format, pol_span bytes, pol_status status,
                                  const char *part)
{
    reading made = read_bytes(format, bytes);
    if (made.status != status || !strstr(made.error.text, part))
        print_error("got %s: '%s'\n", pol_status_name(made.status), made.error.text);
    assert_int_equal(made.status, status);
    assert_non_null(strstr(made.error.text, part));
    assert_null(made.text.lines); /* nothing is handed out on failure */
    reading_done(&made);
}

#endif
