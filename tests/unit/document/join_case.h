/* join_case.h - documents and outcomes from one line each, and joining in many orders.
 *
 * A document is "kind;number;title;decision;mover;conference;year;organisation", an outcome
 * "kind;number;title;decision;points;composite;referral;conference;year"; parts at the end may
 * be left out, empty ones are absent. Conference and year are those of the Tea Conference 2031
 * unless they are given; "-" is none. */
#ifndef POL_TESTS_JOIN_CASE_H
#define POL_TESTS_JOIN_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/join.h"
#include "join_same.h"

enum { CASE_DOCUMENTS = 8, CASE_OUTCOMES = 6, CASE_RELATIONS = 4, CASE_POINTS = 4 };

typedef struct join_case {
    pol_document documents[CASE_DOCUMENTS];
    pol_submitter movers[CASE_DOCUMENTS];
    pol_relation relations[CASE_DOCUMENTS][CASE_RELATIONS];
    char ids[CASE_DOCUMENTS][8];
    size_t document_count;
    pol_join_outcome outcomes[CASE_OUTCOMES];
    pol_outcome_point points[CASE_OUTCOMES][CASE_POINTS];
    size_t outcome_count;
    pol_arena arena;
    pol_joined joined; /* in the order given */
} join_case;

/* The next part of a line; absent when it is empty or there is none. */
static inline pol_span next_part(pol_span *rest, char mark)
{
    const char *end = rest->size ? memchr(rest->data, mark, rest->size) : NULL;
    size_t size = end ? (size_t)(end - rest->data) : rest->size;
    pol_span part = size ? pol_span_make(rest->data, size) : pol_span_make(NULL, 0);
    *rest = pol_span_from(*rest, end ? size + 1 : size);
    return part;
}

static inline uint8_t kind_part(pol_span code)
{
    pol_kind kind = pol_kind_from_code(code);
    assert_int_not_equal(kind, POL_KIND_COUNT);
    return (uint8_t)kind;
}

/* Absent: `otherwise`. */
static inline uint8_t decision_part(pol_span code, uint8_t otherwise)
{
    if (!code.data)
        return otherwise;
    if (pol_span_equal(code, POL_SPAN("none")))
        return POL_DECISION_NONE;
    assert_int_not_equal(pol_decision_from_code(code), POL_DECISION_NONE);
    return (uint8_t)pol_decision_from_code(code);
}

static inline void conference_parts(pol_span *rest, pol_span *ret_name, int *ret_year)
{
    pol_span name = next_part(rest, ';'), year = next_part(rest, ';');
    *ret_name = name.data ? name : POL_SPAN("Tea Conference");
    if (pol_span_equal(*ret_name, POL_SPAN("-")))
        *ret_name = pol_span_make(NULL, 0);
    *ret_year = year.data ? atoi(year.data) : 2031;
}

static inline pol_document *add_document(join_case *join, const char *line)
{
    assert_true(join->document_count < CASE_DOCUMENTS);
    size_t at = join->document_count++;
    pol_document *document = &join->documents[at];
    pol_span rest = pol_span_of(line);
    snprintf(join->ids[at], sizeof join->ids[at], "d%zu", at);
    document->id.text = pol_span_of(join->ids[at]);
    document->kind = (pol_kind)kind_part(next_part(&rest, ';'));
    document->number.text = next_part(&rest, ';');
    document->title.text = next_part(&rest, ';');
    pol_span decision = next_part(&rest, ';');
    document->decision = (pol_decision)decision_part(decision, POL_DECISION_UNKNOWN);
    document->decision_raw = (pol_value){decision, 3, POL_ORIGIN_TEXT};
    join->movers[at].name = next_part(&rest, ';');
    document->submitters = &join->movers[at];
    document->submitter_count = join->movers[at].name.data != NULL;
    conference_parts(&rest, &document->conference_name, &document->year);
    document->organisation.text = next_part(&rest, ';');
    document->relations = join->relations[at];
    return document;
}

/* "1=carried,2=lost" */
static inline void add_points(join_case *join, size_t at, pol_span list)
{
    pol_outcome *outcome = &join->outcomes[at].outcome;
    outcome->points = join->points[at];
    while (list.size > 0) {
        pol_span point = next_part(&list, ','), label = next_part(&point, '=');
        assert_true(outcome->point_count < CASE_POINTS);
        outcome->points[outcome->point_count++] =
            (pol_outcome_point){label, decision_part(point, POL_DECISION_NONE)};
    }
}

static inline pol_join_outcome *add_outcome(join_case *join, const char *line)
{
    assert_true(join->outcome_count < CASE_OUTCOMES);
    size_t at = join->outcome_count++;
    pol_join_outcome *given = &join->outcomes[at];
    pol_outcome *outcome = &given->outcome;
    pol_span rest = pol_span_of(line);
    given->file = POL_SPAN("reports/results.txt");
    outcome->line = (uint32_t)(10 + at);
    outcome->kind = kind_part(next_part(&rest, ';'));
    outcome->number = next_part(&rest, ';');
    outcome->title = next_part(&rest, ';');
    outcome->words = next_part(&rest, ';');
    outcome->decision = decision_part(outcome->words, POL_DECISION_NONE);
    add_points(join, at, next_part(&rest, ';'));
    outcome->composite = next_part(&rest, ';');
    outcome->referral = next_part(&rest, ';');
    conference_parts(&rest, &outcome->conference_name, &outcome->year);
    outcome->line_text = pol_span_of(line);
    return given;
}

static inline pol_relation *add_relation(join_case *join, size_t at, pol_relation_kind kind,
                                         const char *number)
{
    pol_document *document = &join->documents[at];
    assert_true(document->relation_count < CASE_RELATIONS);
    pol_relation *relation = &document->relations[document->relation_count++];
    *relation = (pol_relation){.kind = (uint8_t)kind, .number = pol_span_of(number)};
    return relation;
}

/* The n-th of `count` things when they are dealt out anew; `order` 0 is as given. */
static inline void deal(size_t *places, size_t count, unsigned order)
{
    unsigned seed = order;
    for (size_t i = 0; i < count; i++)
        places[i] = i;
    for (size_t i = count; order > 0 && i > 1; i--) {
        seed = seed * 1664525u + 1013904223u;
        size_t other = (seed >> 8) % i, moved = places[i - 1];
        places[i - 1] = places[other];
        places[other] = moved;
    }
}

static inline void compare_with_given(const join_case *join, const pol_joined *joined,
                                      const size_t *documents, const size_t *outcomes)
{
    const pol_joined *given = &join->joined;
    for (size_t i = 0; i < join->document_count; i++) {
        size_t twin = joined->twins[i];
        assert_true(same_overlay(&joined->overlays[i], &given->overlays[documents[i]]));
        assert_int_equal(twin == (size_t)-1 ? twin : documents[twin], given->twins[documents[i]]);
    }
    for (size_t i = 0; i < join->outcome_count; i++) {
        size_t place = joined->outcome_documents[i];
        assert_int_equal(place == (size_t)-1 ? place : documents[place],
                         given->outcome_documents[outcomes[i]]);
        assert_int_equal(joined->unmatched[i], given->unmatched[outcomes[i]]);
    }
}

/* Joins, and again in other orders, which must give the same. */
static inline void join_all(join_case *join)
{
    enum { ORDERS = 12 };
    pol_error error = {0};
    pol_arena_init(&join->arena, 16 << 20);
    for (unsigned order = 0; order < ORDERS; order++) {
        size_t documents[CASE_DOCUMENTS], outcomes[CASE_OUTCOMES];
        const pol_document *given[CASE_DOCUMENTS];
        pol_join_outcome stated[CASE_OUTCOMES];
        pol_joined joined;
        deal(documents, join->document_count, order);
        deal(outcomes, join->outcome_count, order * 7);
        for (size_t i = 0; i < join->document_count; i++)
            given[i] = &join->documents[documents[i]];
        for (size_t i = 0; i < join->outcome_count; i++)
            stated[i] = join->outcomes[outcomes[i]];
        assert_int_equal(pol_join(given, join->document_count, stated, join->outcome_count,
                                  &join->arena, &joined, &error),
                         POL_OK);
        if (order == 0)
            join->joined = joined;
        else
            compare_with_given(join, &joined, documents, outcomes);
    }
}

static inline void assert_span(pol_span actual, const char *expected)
{
    if (!pol_span_equal(actual, pol_span_of(expected)))
        fail_msg("'%.*s' is not '%s'", POL_SPAN_ARGS(actual), expected);
}

static inline void assert_decision(uint8_t actual, const char *expected)
{
    assert_string_equal(actual ? pol_decision_code(actual) : "none", expected);
}

#endif
