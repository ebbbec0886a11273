/* join_same.h - do two overlays say the same? For tests that change the order of the input. */
#ifndef POL_TESTS_JOIN_SAME_H
#define POL_TESTS_JOIN_SAME_H

#include "document/join.h"

static inline bool same_source(const pol_decision_source *a, const pol_decision_source *b)
{
    return a->decision == b->decision && pol_span_equal(a->words, b->words) &&
           !a->file.data == !b->file.data && pol_span_equal(a->file, b->file) &&
           a->line == b->line && a->page == b->page;
}

static inline bool same_relation(const pol_relation *a, const pol_relation *b)
{
    return a->kind == b->kind && pol_span_equal(a->number, b->number) &&
           pol_span_equal(a->title, b->title) && pol_span_equal(a->id, b->id) &&
           pol_span_equal(a->conference_name, b->conference_name) && a->year == b->year;
}

static inline bool same_overlay(const pol_overlay *a, const pol_overlay *b)
{
    if (a->is_decided != b->is_decided || a->decision != b->decision ||
        a->has_conflict != b->has_conflict || a->source_count != b->source_count ||
        a->point_count != b->point_count || a->relation_count != b->relation_count ||
        a->composite_decision != b->composite_decision || a->standing != b->standing ||
        !pol_span_equal(a->composite, b->composite) || !pol_span_equal(a->referral, b->referral))
        return false;
    for (size_t i = 0; i < a->source_count; i++)
        if (!same_source(&a->sources[i], &b->sources[i]))
            return false;
    for (size_t i = 0; i < a->point_count; i++)
        if (!pol_span_equal(a->points[i].label, b->points[i].label) ||
            a->points[i].decision != b->points[i].decision)
            return false;
    for (size_t i = 0; i < a->relation_count; i++)
        if (!same_relation(&a->relations[i], &b->relations[i]))
            return false;
    return true;
}

#endif
