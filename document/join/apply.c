/* apply.c - an overlay into its document. */
#include <stdio.h>

#include "core/analysis.h"
#include "document/join.h"

enum { LABEL_MAX = 64, DEPTH_MAX = 4 };

static pol_status no_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "no memory for the decisions on a document");
}

/* The labels that lead to a passage: "2 b" for b) under 2). */
typedef struct label_path {
    char labels[DEPTH_MAX][LABEL_MAX];
} label_path;

static void path_enter(label_path *path, const pol_passage *passage, char whole[LABEL_MAX])
{
    size_t size = 0;
    whole[0] = '\0';
    if (passage->depth >= DEPTH_MAX)
        return;
    for (size_t i = passage->depth; i < DEPTH_MAX; i++)
        path->labels[i][0] = '\0';
    pol_fold_label(passage->label, path->labels[passage->depth], LABEL_MAX);
    for (size_t i = 0; i <= passage->depth && size < LABEL_MAX; i++)
        if (path->labels[i][0])
            size += (size_t)snprintf(whole + size, LABEL_MAX - size, "%s%s", size ? " " : "",
                                     path->labels[i]);
}

/* The passages that a label may mean: those that ask for action, then the least nested. */
typedef struct candidates {
    size_t count, place;
    unsigned rank; /* the lower, the better */
} candidates;

static void consider(candidates *all, const pol_passage *passage, size_t place)
{
    bool asks = passage->is_action_point || passage->clause == POL_CLAUSE_RESOLVES;
    unsigned rank = (asks ? 0u : 256u) + passage->depth;
    if (all->count > 0 && rank > all->rank)
        return;
    if (all->count == 0 || rank < all->rank)
        *all = (candidates){.rank = rank};
    all->count++;
    all->place = place;
}

static candidates find_point(const pol_document *document, pol_span label)
{
    candidates all = {0};
    label_path path = {0};
    char wanted[LABEL_MAX], whole[LABEL_MAX], own[LABEL_MAX];
    if (pol_fold_label(label, wanted, sizeof wanted) == 0)
        return all;
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        path_enter(&path, passage, whole);
        if (pol_fold_label(passage->label, own, sizeof own) > 0 &&
            (strcmp(own, wanted) == 0 || strcmp(whole, wanted) == 0))
            consider(&all, passage, i);
    }
    return all;
}

static bool doubt_point(pol_document *document, pol_arena *arena, const pol_outcome_point *point,
                        const char *why, uint32_t line)
{
    char text[256];
    pol_span label = pol_span_first(point->label, LABEL_MAX);
    int size = snprintf(text, sizeof text, "a report says \"%s\" of point %.*s: %s",
                        pol_decision_label(point->decision), POL_SPAN_ARGS(label), why);
    pol_doubt *doubts = pol_arena_array(arena, document->doubt_count + 1, sizeof *doubts);
    pol_span copy = pol_arena_copy(arena, pol_span_make(text, (size_t)size));
    if (!doubts || !copy.data)
        return false;
    if (document->doubt_count)
        memcpy(doubts, document->doubts, document->doubt_count * sizeof *doubts);
    doubts[document->doubt_count++] = (pol_doubt){"decision", copy, line};
    document->doubts = doubts;
    return true;
}

static bool apply_point(pol_document *document, pol_arena *arena, const pol_outcome_point *point)
{
    candidates all = find_point(document, point->label);
    pol_passage *passage = &document->passages[all.place];
    if (all.count == 0)
        return doubt_point(document, arena, point, "there is none of that label", 0);
    if (all.count > 1)
        return doubt_point(document, arena, point, "there are several of that label", 0);
    if (passage->decision == POL_DECISION_NONE)
        passage->decision = point->decision;
    if (passage->decision == point->decision)
        return true;
    return doubt_point(document, arena, point, "the text says otherwise", passage->line);
}

static bool apply_points(const pol_overlay *overlay, pol_arena *arena, pol_document *document)
{
    if (overlay->point_count == 0)
        return true;
    pol_passage *passages = pol_arena_array(arena, document->passage_count + 1, sizeof *passages);
    if (!passages)
        return false;
    if (document->passage_count)
        memcpy(passages, document->passages, document->passage_count * sizeof *passages);
    document->passages = passages;
    for (size_t i = 0; i < overlay->point_count; i++)
        if (!apply_point(document, arena, &overlay->points[i]))
            return false;
    return true;
}

static void apply_decision(const pol_overlay *overlay, pol_document *document)
{
    const pol_decision_source *first = overlay->source_count ? overlay->sources : NULL;
    if (overlay->is_decided) {
        document->decision = (pol_decision)overlay->decision;
        if (first && first->decision == overlay->decision)
            document->decision_raw = (pol_value){first->words, first->line, POL_ORIGIN_REPORT};
    }
    if (first) {
        document->decision_sources = overlay->sources;
        document->decision_source_count = overlay->source_count;
    }
    document->has_decision_conflict = document->has_decision_conflict || overlay->has_conflict;
}

pol_status pol_overlay_apply(const pol_overlay *overlay, pol_arena *arena, pol_document *document,
                             pol_error *reterr)
{
    apply_decision(overlay, document);
    if (!document->referral.size)
        document->referral = overlay->referral;
    if (overlay->composite.size) {
        document->composite = overlay->composite;
        document->composite_decision = overlay->composite_decision;
    }
    if (overlay->relation_count) {
        document->relations = overlay->relations;
        document->relation_count = overlay->relation_count;
    }
    if (overlay->standing != POL_STANDING_UNSTATED)
        document->standing = overlay->standing;
    document->lapses_after = overlay->lapses_after;
    return apply_points(overlay, arena, document) ? POL_OK : no_memory(reterr);
}
