/* sources.c - what outcomes say beside the decision: where it stands, points, referral. */
#include <stdlib.h>

#include "core/analysis.h"
#include "document/join/decide.h"

/* A point, its label folded: "2)" and "2" are one. */
typedef struct point {
    pol_span folded, label;
    uint8_t decision;
} point;

static uint32_t page_of_line(const pol_document *document, uint32_t line)
{
    uint32_t page = document->page;
    for (size_t i = 0; i < document->passage_count && document->passages[i].line <= line; i++)
        if (document->passages[i].page)
            page = document->passages[i].page;
    return page;
}

static size_t write_own(const pol_document *document, pol_decision_source *sources)
{
    if (!pol_join_is_decided(document))
        return 0;
    for (size_t i = 0; i < document->decision_source_count; i++)
        sources[i] = document->decision_sources[i];
    if (document->decision_source_count)
        return document->decision_source_count;
    uint32_t line = document->decision_raw.line;
    sources[0] = (pol_decision_source){.decision = (uint8_t)document->decision,
                                       .words = document->decision_raw.text,
                                       .line = line,
                                       .page = page_of_line(document, line)};
    return 1;
}

static pol_decision_source stated(const pol_join_source *source)
{
    const pol_outcome *outcome = &source->from->outcome;
    pol_decision_source stated = {.decision = source->decision,
                                  .words = outcome->words,
                                  .file = source->from->file,
                                  .line = outcome->line,
                                  .page = outcome->page};
    if (!stated.file.data)
        stated.file = POL_SPAN(""); /* an absent one would be the document's own */
    return stated;
}

/* The document's own first, or behind the one that says more than it. */
static bool write_all(const pol_document *document, pol_join_sources sources, uint8_t decision,
                      pol_arena *arena, pol_overlay *overlay)
{
    size_t room = document->decision_source_count + 1 + sources.count, first = 0, count = 0;
    if (!(overlay->sources = pol_arena_array(arena, room, sizeof *overlay->sources)))
        return false;
    if (pol_join_is_decided(document) && document->decision != decision && sources.count > 0)
        overlay->sources[count++] = stated(&sources.items[first++]);
    count += write_own(document, overlay->sources + count);
    for (size_t i = first; i < sources.count; i++)
        if (sources.items[i].decision != POL_DECISION_NONE)
            overlay->sources[count++] = stated(&sources.items[i]);
    overlay->source_count = count;
    return true;
}

/* Shorter labels first: "2" before "10". */
static int compare_labels(const point *left, const point *right)
{
    if (left->folded.size != right->folded.size)
        return left->folded.size < right->folded.size ? -1 : 1;
    return pol_span_compare(left->folded, right->folded);
}

static int compare_points(const void *a, const void *b)
{
    const point *left = a, *right = b;
    int order = compare_labels(left, right);
    if (order == 0)
        order = pol_span_compare(left->label, right->label);
    return order ? order : (left->decision > right->decision) - (left->decision < right->decision);
}

static bool fold_label(pol_span label, pol_arena *arena, pol_span *ret_folded)
{
    enum { LABEL_MAX = 64 };
    char folded[LABEL_MAX];
    size_t size = pol_fold_label(label, folded, sizeof folded);
    *ret_folded = pol_arena_copy(arena, pol_span_make(folded, size));
    return ret_folded->data != NULL;
}

/* Of the sources that agree with the decision that holds. */
static bool gather_points(pol_join_sources sources, uint8_t decision, pol_arena *arena,
                          point **ret_points, size_t *ret_count)
{
    size_t room = 0, count = 0;
    for (size_t i = 0; i < sources.count; i++)
        room += sources.items[i].from->outcome.point_count;
    point *points = pol_arena_array(arena, room + 1, sizeof *points);
    if (!points)
        return false;
    for (size_t i = 0; i < sources.count; i++) {
        const pol_outcome *outcome = &sources.items[i].from->outcome;
        for (size_t k = 0; k < outcome->point_count; k++) {
            if (!pol_join_decisions_agree(sources.items[i].decision, decision))
                break;
            points[count].label = outcome->points[k].label;
            points[count].decision = outcome->points[k].decision;
            if (!fold_label(points[count].label, arena, &points[count].folded))
                return false;
            count += points[count].folded.size > 0;
        }
    }
    *ret_points = points;
    *ret_count = count;
    return true;
}

/* One for each label; one that is stated in two ways is left out, and a conflict. */
static bool write_points(pol_join_sources sources, uint8_t decision, pol_arena *arena,
                         pol_overlay *overlay)
{
    point *points;
    size_t count;
    if (!gather_points(sources, decision, arena, &points, &count))
        return false;
    if (count > 1)
        qsort(points, count, sizeof *points, compare_points);
    overlay->points = pol_arena_array(arena, count + 1, sizeof *overlay->points);
    for (size_t i = 0, end; overlay->points && i < count; i = end) {
        bool is_one = true;
        for (end = i + 1; end < count && compare_labels(&points[i], &points[end]) == 0; end++)
            is_one = is_one && points[end].decision == points[i].decision;
        overlay->has_conflict = overlay->has_conflict || !is_one;
        if (is_one)
            overlay->points[overlay->point_count++] =
                (pol_outcome_point){points[i].label, points[i].decision};
    }
    return overlay->points != NULL;
}

/* "Referred to the NEC" of business not reached; of two the first in the order of sources. */
static pol_span find_referral(pol_join_sources sources, uint8_t decision)
{
    for (size_t i = 0; i < sources.count; i++) {
        uint8_t stated_decision = sources.items[i].decision;
        bool is_beside =
            decision == POL_DECISION_NOT_REACHED && stated_decision == POL_DECISION_REMITTED;
        if (sources.items[i].from->outcome.referral.size > 0 &&
            (is_beside || pol_join_decisions_agree(stated_decision, decision)))
            return sources.items[i].from->outcome.referral;
    }
    return pol_span_make(NULL, 0);
}

bool pol_join_write_sources(const pol_document *document, pol_join_sources sources,
                            pol_join_verdict verdict, pol_arena *arena, pol_overlay *overlay)
{
    overlay->has_conflict = verdict.has_conflict;
    if (sources.count == 0)
        return true;
    if (!write_all(document, sources, verdict.decision, arena, overlay))
        return false;
    overlay->referral = find_referral(sources, verdict.decision);
    return write_points(sources, verdict.decision, arena, overlay);
}
