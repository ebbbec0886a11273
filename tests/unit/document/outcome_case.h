/* outcome_case.h - texts to the outcomes found in them, printed on one line each. */
#ifndef POL_TESTS_OUTCOME_CASE_H
#define POL_TESTS_OUTCOME_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "document/outcome.h"
#include "document/reader.h"

/* `expected` is "report" or "" and then, for each outcome, a line:
 *     LINE [KIND] NUMBER "TITLE" DECISION <WORDS> [POINT:DECISION ...] in COMPOSITE
 *     by AMENDMENT ref REFERRAL {CONFERENCE YEAR} or {YEAR}
 * where what is absent is left out, and so is the kind of a motion. */
typedef struct outcome_case {
    const char *text, *expected;
} outcome_case;

static inline void print_span(pol_buffer *out, const char *before, pol_span span, const char *after)
{
    if (span.data)
        pol_buffer_printf(out, "%s%.*s%s", before, POL_SPAN_ARGS(span), after);
}

static inline void print_outcome(pol_buffer *out, const pol_outcome *outcome)
{
    const char *code = pol_decision_code((pol_decision)outcome->decision);
    pol_buffer_printf(out, "%s%u", out->size > 0 ? "\n" : "", (unsigned)outcome->line);
    if (outcome->kind != POL_KIND_MOTION)
        pol_buffer_printf(out, " [%s]", pol_kind_code((pol_kind)outcome->kind));
    print_span(out, " ", outcome->number, "");
    print_span(out, " \"", outcome->title, "\"");
    pol_buffer_printf(out, " %s", code ? code : "?");
    print_span(out, " <", outcome->words, ">");
    for (size_t i = 0; i < outcome->point_count; i++)
        pol_buffer_printf(out, " %.*s:%s", POL_SPAN_ARGS(outcome->points[i].label),
                          pol_decision_code((pol_decision)outcome->points[i].decision));
    print_span(out, " in ", outcome->composite, "");
    print_span(out, " by ", outcome->amendment, "");
    print_span(out, " ref ", outcome->referral, "");
    if (outcome->conference_name.data)
        pol_buffer_printf(out, " {%.*s %d}", POL_SPAN_ARGS(outcome->conference_name),
                          outcome->year);
    else if (outcome->year)
        pol_buffer_printf(out, " {%d}", outcome->year);
}

static inline void print_outcomes(pol_buffer *out, const pol_outcomes *outcomes)
{
    if (outcomes->is_report)
        pol_buffer_add_text(out, "report");
    for (size_t i = 0; i < outcomes->count; i++)
        print_outcome(out, &outcomes->items[i]);
}

static inline void check_outcomes(const outcome_case *cases, size_t count, pol_format format)
{
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        pol_arena arena;
        pol_text text = {0};
        pol_outcomes outcomes;
        pol_error error = {0};
        pol_buffer printed;
        pol_arena_init(&arena, 64 << 20);
        pol_buffer_init(&printed, 1 << 20);
        assert_int_equal(pol_read(format, pol_span_of(cases[i].text), &arena, &text, &error),
                         POL_OK);
        assert_int_equal(pol_outcomes_find(&text, &arena, &outcomes, &error), POL_OK);
        print_outcomes(&printed, &outcomes);
        const char *found = printed.data ? printed.data : "";
        if (strcmp(found, cases[i].expected) != 0) {
            print_error("case %zu:\n%s\n--- gives\n%s\n--- not\n%s\n\n", i, cases[i].text, found,
                        cases[i].expected);
            failed++;
        }
        pol_buffer_done(&printed);
        pol_arena_done(&arena);
    }
    assert_int_equal(failed, 0);
}

#endif
