/* pdf_reading.h - what the tests of the PDF reader share: a file or a made PDF read, and its
 * lines looked up. */
#ifndef POL_TESTS_FORMATS_PDF_READING_H
#define POL_TESTS_FORMATS_PDF_READING_H

#include <stdio.h>
#include <stdlib.h>

#include "formats/formats.h"
#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/formats/pdf_maker.h"

enum { PDF_ARENA = 256 << 20 };

typedef struct pdf_reading {
    pol_arena arena;
    pol_text text;
    pol_error error;
    pol_status status;
} pdf_reading;

static inline pdf_reading pdf_read(pol_span bytes)
{
    pdf_reading made = {.status = POL_OK};
    pol_arena_init(&made.arena, PDF_ARENA);
    made.status = pol_read_pdf(bytes, &made.arena, &made.text, &made.error);
    return made;
}

static inline void pdf_done(pdf_reading *made)
{
    pol_arena_done(&made->arena);
}

static inline pdf_reading pdf_read_ok(pol_span bytes)
{
    pdf_reading made = pdf_read(bytes);
    if (made.status != POL_OK)
        print_error("refused: %s\n", made.error.text);
    assert_int_equal(made.status, POL_OK);
    return made;
}

/* The PDF that was made is freed. */
static inline pdf_reading pdf_read_made(pdf_maker *pdf)
{
    pdf_reading made = pdf_read_ok(pdf_finish(pdf));
    pdf_free(pdf);
    return made;
}

/* A fixture of tests/unit/formats/pdf/; free() its data. */
static inline pol_span pdf_fixture(const char *name)
{
    enum { LARGEST = 1 << 20 };
    char path[256];
    snprintf(path, sizeof path, "tests/unit/formats/pdf/%s", name);
    FILE *file = fopen(path, "rb");
    if (!file)
        print_error("no %s: tests run in the repository's root\n", path);
    assert_non_null(file);
    char *bytes = malloc(LARGEST);
    size_t size = fread(bytes, 1, LARGEST, file);
    fclose(file);
    return pol_span_make(bytes, size);
}

/* The line of this very text; what there is is shown where there is none. */
static inline const pol_line *pdf_line(const pdf_reading *made, const char *text)
{
    for (size_t i = 0; i < made->text.line_count; i++)
        if (pol_span_equal(made->text.lines[i].text, pol_span_of(text)))
            return &made->text.lines[i];
    print_error("no line '%s' in:\n", text);
    for (size_t i = 0; i < made->text.line_count; i++)
        print_error("  |%.*s|\n", POL_SPAN_ARGS(made->text.lines[i].text));
    fail();
    return NULL;
}

/* How many lines hold `part`? */
static inline size_t pdf_count(const pdf_reading *made, const char *part)
{
    size_t count = 0;
    for (size_t i = 0; i < made->text.line_count; i++)
        count += pol_span_find(made->text.lines[i].text, pol_span_of(part), 0) != (size_t)-1;
    return count;
}

/* Lines in this order, others between them or not. */
static inline void pdf_assert_order(const pdf_reading *made, const char *const *lines)
{
    const pol_line *last = NULL;
    for (; *lines; lines++) {
        const pol_line *line = pdf_line(made, *lines);
        if (last && line <= last)
            print_error("'%s' does not follow '%.*s'\n", *lines, POL_SPAN_ARGS(last->text));
        assert_true(!last || line > last);
        last = line;
    }
}

static inline void pdf_assert_note(const pdf_reading *made, const char *part)
{
    for (size_t i = 0; i < made->text.note_count; i++)
        if (pol_span_find(made->text.notes[i].text, pol_span_of(part), 0) != (size_t)-1)
            return;
    print_error("no note '%s' among %zu\n", part, made->text.note_count);
    fail();
}

static inline void pdf_assert_refused(pol_span bytes, pol_status status, const char *part)
{
    pdf_reading made = pdf_read(bytes);
    if (made.status != status || !strstr(made.error.text, part))
        print_error("got %s: '%s'\n", pol_status_name(made.status), made.error.text);
    assert_int_equal(made.status, status);
    assert_non_null(strstr(made.error.text, part));
    assert_null(made.text.lines);
    pdf_done(&made);
}

#endif
