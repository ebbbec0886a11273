/* split_case.h - a text of many motions, and what its parts must be: each part on one line,
 * "kind number 'title' by BODY (PERSON) = decision + stance [section] relation>number: first
 * words ... last words". */
#ifndef POL_TESTS_SPLIT_CASE_H
#define POL_TESTS_SPLIT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "document/reader.h"
#include "document/split.h"

enum { SPLIT_ARENA = 64 << 20, SHOWN_MAX = 1 << 16 };

typedef struct split_case {
    const char *name;
    pol_format format; /* 0 is plain text */
    const char *page;
    const char *parts; /* a line each; "" for none, "?" for none and a doubt */
} split_case;

static inline void show_span(pol_buffer *out, const char *before, pol_span span, const char *after)
{
    pol_buffer_add_text(out, before);
    pol_buffer_add(out, span);
    pol_buffer_add_text(out, after);
}

static inline void show_pairs(pol_buffer *out, const pol_part *part, const char *key,
                              const char *before, const char *after)
{
    for (size_t i = 0; i < part->text.pair_count; i++)
        if (pol_span_equal(part->text.pairs[i].key, pol_span_of(key)))
            show_span(out, before, part->text.pairs[i].value, after);
}

static inline void show_part(pol_buffer *out, const pol_part *part)
{
    enum { WORDS = 14 };
    show_pairs(out, part, "kind", "", "");
    show_pairs(out, part, "number", " ", "");
    show_pairs(out, part, "title", " '", "'");
    show_pairs(out, part, "submitted_by", " by ", "");
    show_pairs(out, part, "moving_body", " by ", "");
    show_pairs(out, part, "mover", " (", ")");
    show_pairs(out, part, "decision", " = ", "");
    show_pairs(out, part, "recommendation", " + ", "");
    if (part->section.data)
        show_span(out, " [", part->section, "]");
    for (size_t i = 0; i < part->relation_count; i++) {
        const pol_relation *relation = &part->relations[i];
        pol_buffer_add_text(out, " ");
        pol_buffer_add_text(out, pol_relation_code((pol_relation_kind)relation->kind));
        show_span(out, ">", relation->number.data ? relation->number : relation->title, "");
    }
    size_t count = part->text.line_count;
    pol_span first = count ? part->text.lines[0].text : POL_SPAN("");
    pol_span last = count ? part->text.lines[count - 1].text : POL_SPAN("");
    show_span(out, ": ", pol_span_first(first, WORDS), " ... ");
    show_span(out, "", pol_span_from(last, last.size > WORDS ? last.size - WORDS : 0), "\n");
}

static inline void expect_split(const split_case *row)
{
    pol_arena arena;
    pol_text text = {0};
    pol_split split;
    pol_error error = {0};
    pol_buffer shown;
    pol_arena_init(&arena, SPLIT_ARENA);
    pol_buffer_init(&shown, SHOWN_MAX);
    pol_format format = row->format == POL_FORMAT_UNKNOWN ? POL_FORMAT_TEXT : row->format;
    if (pol_read(format, pol_span_of(row->page), &arena, &text, &error) != POL_OK)
        fail_msg("%s: reader: %s", row->name, error.text);
    if (pol_split_text(&text, POL_SPAN("agenda.txt"), &arena, &split, &error) != POL_OK)
        fail_msg("%s: splitter: %s", row->name, error.text);
    for (size_t i = 0; i < split.part_count; i++)
        show_part(&shown, &split.parts[i]);
    if (split.is_doubtful) {
        pol_buffer_add_text(&shown, "?");
        assert_string_equal(split.doubt.field, "split");
        assert_true(split.doubt.text.size > 0 && split.doubt.line > 0);
    }
    pol_buffer_add_byte(&shown, '\0');
    if (strcmp(shown.data, row->parts) != 0)
        fail_msg("%s:\nread\n%s\nwanted\n%s", row->name, shown.data, row->parts);
    pol_buffer_done(&shown);
    pol_arena_done(&arena);
}

typedef struct split_cases {
    const split_case *rows;
    size_t count;
} split_cases;

static inline void expect_all(void **state)
{
    const split_cases *all = *state;
    for (size_t i = 0; i < all->count; i++)
        expect_split(&all->rows[i]);
}

/* A whole program of them. */
static inline int run_split_cases(const split_case *rows, size_t count)
{
    split_cases all = {rows, count};
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(expect_all, &all)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
