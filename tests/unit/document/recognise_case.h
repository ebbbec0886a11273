/* recognise_case.h - one page, and what must be read from it: rows for the tests of the
 * recogniser. */
#ifndef POL_TESTS_RECOGNISE_CASE_H
#define POL_TESTS_RECOGNISE_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/reader.h"
#include "document/recognise.h"

enum { CASE_ARENA = 64 << 20 };

typedef struct page_case {
    const char *name;
    pol_format format; /* 0 is plain text */
    const char *page;
    const char *kind;
    const char *title;      /* NULL: none */
    const char *conference; /* NULL: none */
    int year;               /* 0: none */
    const char *date;       /* NULL: none */
    const char *decision;   /* NULL: none applies */
    const char *number;     /* NULL: not looked at; "": none */
    int passages, actions;  /* 0 passages: neither is looked at */
} page_case;

/* The page read and recognised; everything lives in `arena`. */
static inline void recognise_page(pol_format format, const char *page, pol_arena *arena,
                                  pol_document *ret_document)
{
    pol_text text = {0};
    pol_error error = {0};
    pol_format used = format == POL_FORMAT_UNKNOWN ? POL_FORMAT_TEXT : format;
    pol_arena_init(arena, CASE_ARENA);
    if (pol_read(used, pol_span_of(page), arena, &text, &error) != POL_OK)
        fail_msg("reader: %s", error.text);
    if (pol_recognise(&text, POL_SPAN("0042_a1b2.txt"), arena, ret_document, &error) != POL_OK)
        fail_msg("recogniser: %s", error.text);
}

static inline void expect_span(const char *page, const char *field, pol_span read,
                               const char *wanted)
{
    bool is_same = wanted ? read.data && pol_span_equal(read, pol_span_of(wanted)) : !read.data;
    if (!is_same)
        fail_msg("%s: %s is '%.*s', not '%s'", page, field, POL_SPAN_ARGS(read),
                 wanted ? wanted : "(none)");
}

static inline void expect_number(const char *page, const char *field, long read, long wanted)
{
    if (read != wanted)
        fail_msg("%s: %s is %ld, not %ld", page, field, read, wanted);
}

static inline void expect_page(const page_case *row)
{
    pol_arena arena;
    pol_document document;
    char iso[POL_DATE_ISO_SIZE];
    recognise_page(row->format, row->page, &arena, &document);
    expect_span(row->name, "kind", pol_span_of(pol_kind_code(document.kind)), row->kind);
    expect_span(row->name, "title", document.title.text, row->title);
    expect_span(row->name, "conference", document.conference.text, row->conference);
    expect_number(row->name, "year", document.year, row->year);
    pol_date_iso(document.date, iso);
    expect_span(row->name, "date", pol_span_of(iso[0] ? iso : NULL), row->date);
    expect_span(row->name, "decision", pol_span_of(pol_decision_code(document.decision)),
                row->decision);
    if (row->number)
        expect_span(row->name, "number", document.number.text, *row->number ? row->number : NULL);
    if (row->passages) {
        expect_number(row->name, "passages", (long)document.passage_count, row->passages);
        expect_number(row->name, "action points", document.action_point_count, row->actions);
    }
    pol_arena_done(&arena);
}

static inline void expect_pages(const page_case *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_page(&rows[i]);
}

#endif
