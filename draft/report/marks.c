/* marks.c - a text to the pieces that are marked in it, and those that are not. */
#include "draft/report/parts.h"
#include "search/snippet.h"

static pol_marked walk(pol_span text, const pol_highlight *marks, size_t count,
                       pol_highlight opposite, size_t bytes)
{
    pol_snippet shown = pol_snippet_find(text, marks, count, bytes);
    return (pol_marked){.text = text,
                        .at = shown.start,
                        .to = shown.end,
                        .marks = marks,
                        .count = count,
                        .opposite = opposite};
}

pol_marked pol_report_mark_nothing(pol_span text, size_t bytes)
{
    return walk(text, NULL, 0, (pol_highlight){0}, bytes);
}

pol_marked pol_report_mark_clause(const pol_finding *finding, size_t bytes)
{
    const pol_evidence *marking = pol_report_marking(finding);
    if (!marking)
        return pol_report_mark_nothing(finding->clause->text, bytes);
    const pol_comparison *comparison = &marking->comparison;
    return walk(finding->clause->text, comparison->clause_marks, comparison->clause_mark_count,
                comparison->clause_opposite, bytes);
}

pol_marked pol_report_mark_passage(const pol_evidence *evidence, size_t bytes)
{
    const pol_comparison *comparison = &evidence->comparison;
    pol_span text = evidence->passage ? evidence->passage->text : (pol_span){0};
    return walk(text, comparison->passage_marks, comparison->passage_mark_count,
                comparison->passage_opposite, bytes);
}

static size_t nearer(size_t edge, size_t other, size_t at)
{
    return other > at && other < edge ? other : edge;
}

bool pol_report_mark_next(pol_marked *marked, pol_span *ret_piece, pol_marked_kind *ret_kind)
{
    size_t at = marked->at, edge = marked->to;
    pol_highlight opposite = marked->opposite;
    if (at >= marked->to)
        return false;
    while (marked->next < marked->count && marked->marks[marked->next].end <= at)
        marked->next++;
    *ret_kind = POL_MARKED_NONE;
    if (marked->next < marked->count) {
        pol_highlight mark = marked->marks[marked->next];
        edge = nearer(nearer(edge, mark.start, at), mark.end, at);
        if (mark.start <= at)
            *ret_kind = POL_MARKED_SHARED;
    }
    edge = nearer(nearer(edge, opposite.start, at), opposite.end, at);
    if (opposite.start <= at && at < opposite.end)
        *ret_kind = POL_MARKED_OPPOSITE;
    *ret_piece = pol_span_make(marked->text.data + at, edge - at);
    marked->at = edge;
    return true;
}
