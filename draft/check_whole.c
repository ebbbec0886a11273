/* check_whole.c - see check_whole.h. */
#include "draft/check_whole.h"

#include <stdlib.h>

enum { SEARCHED_MAX = 20 };          /* conferences named as searched */
static const double share_min = 0.2; /* of the draft, for a motion to be named beside it */

/* --- the verdict of the whole ------------------------------------------------------- */

/* Do the clauses that ask for something decide alone? Where none does, all do. */
static bool has_actions(const pol_report *report)
{
    for (size_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].clause->is_action)
            return true;
    return false;
}

/* Of demands that are all alike the one verdict; where some are policy already, or were once, a
 * part; else the verdict that asks most for a look. */
static pol_verdict whole_of(const uint32_t counts[POL_VERDICT_COUNT], uint32_t all)
{
    if (all > 0 && counts[POL_VERDICT_CARRIED] == all)
        return POL_VERDICT_CARRIED;
    if (counts[POL_VERDICT_CARRIED] > 0 || counts[POL_VERDICT_CARRIED_PART] > 0)
        return POL_VERDICT_CARRIED_PART;
    for (int verdict = POL_VERDICT_REJECTED; verdict > POL_VERDICT_NOTHING; verdict--)
        if (counts[verdict] > 0)
            return (pol_verdict)verdict;
    return POL_VERDICT_NOTHING;
}

void pol_check_count(pol_report *report)
{
    uint32_t asked[POL_VERDICT_COUNT] = {0}, all = 0;
    bool only_actions = has_actions(report);
    for (size_t i = 0; i < report->finding_count; i++) {
        const pol_finding *finding = &report->findings[i];
        if (finding->is_skipped)
            continue;
        report->verdict_counts[finding->verdict]++;
        if (only_actions && !finding->clause->is_action)
            continue;
        bool is_past = finding->verdict == POL_VERDICT_CARRIED && finding->decisive->is_past;
        asked[is_past ? POL_VERDICT_CARRIED_PART : finding->verdict]++;
        all++;
    }
    report->verdict = whole_of(asked, all);
}

/* --- motions ------------------------------------------------------------------------ */

typedef struct motion_list {
    pol_near_motion *list;
    size_t count;
} motion_list;

static pol_near_motion *motion_of(motion_list *motions, const pol_stored *stored)
{
    for (size_t i = 0; i < motions->count; i++)
        if (motions->list[i].stored == stored)
            return &motions->list[i];
    motions->list[motions->count] = (pol_near_motion){.stored = stored};
    return &motions->list[motions->count++];
}

static int by_share(const void *left, const void *right)
{
    const pol_near_motion *a = left, *b = right;
    if (a->share != b->share)
        return a->share > b->share ? -1 : 1;
    return pol_span_compare(a->stored->document.id.text, b->stored->document.id.text);
}

static void add_shares(const pol_report *report, const pol_weighed_text *clauses,
                       motion_list *motions)
{
    double all = 0;
    for (size_t i = 0; i < report->finding_count; i++)
        all += clauses[i].weight;
    for (size_t i = 0; i < report->finding_count && all > 0; i++) {
        const pol_finding *finding = &report->findings[i];
        for (size_t j = 0; j < finding->evidence_count; j++) {
            const pol_comparison *comparison = &finding->evidence[j].comparison;
            pol_near_motion *motion = motion_of(motions, finding->evidence[j].stored);
            motion->clauses += comparison->likeness == POL_LIKENESS_SAME;
            motion->share += comparison->clause_share * clauses[i].weight / all;
        }
    }
}

pol_status pol_check_motions(pol_report *report, const pol_weighed_text *clauses, pol_arena *arena,
                             pol_error *reterr)
{
    size_t room = report->finding_count * POL_EVIDENCE_MAX + 1;
    motion_list motions = {.list = pol_arena_array(arena, room, sizeof *motions.list)};
    if (!motions.list)
        return pol_arena_refused(arena, room * sizeof *motions.list, reterr);
    add_shares(report, clauses, &motions);
    qsort(motions.list, motions.count, sizeof *motions.list, by_share);
    size_t count = motions.count < POL_NEAR_MOTIONS_MAX ? motions.count : POL_NEAR_MOTIONS_MAX;
    while (count > 0 && motions.list[count - 1].share < share_min)
        count--;
    report->motions = motions.list;
    report->motion_count = count;
    return POL_OK;
}

/* --- what was searched -------------------------------------------------------------- */

static int by_documents(const void *left, const void *right)
{
    const pol_searched *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents > b->documents ? -1 : 1;
    return pol_span_compare(a->conference, b->conference);
}

static pol_status list_searched(const pol_outline *outline, pol_arena *arena, pol_scope *scope,
                                pol_error *reterr)
{
    size_t count = outline->conference_count;
    pol_searched *list = pol_arena_array(arena, count + 1, sizeof *list);
    if (!list)
        return pol_arena_refused(arena, count * sizeof *list, reterr);
    for (size_t i = 0; i < count; i++) {
        const pol_outline_conference *conference = &outline->conferences[i];
        list[i] = (pol_searched){conference->name, conference->first_year, conference->last_year,
                                 conference->documents};
    }
    qsort(list, count, sizeof *list, by_documents);
    scope->conference_count = count < SEARCHED_MAX ? count : SEARCHED_MAX;
    scope->is_cut = count > SEARCHED_MAX;
    for (size_t i = 0; i < scope->conference_count; i++) {
        list[i].conference = pol_arena_copy(arena, list[i].conference);
        if (list[i].conference.size && !list[i].conference.data)
            return pol_arena_refused(arena, 0, reterr);
    }
    scope->conferences = list;
    scope->documents = outline->documents;
    scope->passages = outline->passages;
    if (outline->year_count > 0) {
        scope->last_year = outline->years[0].year;
        scope->first_year = outline->years[outline->year_count - 1].year;
    }
    return POL_OK;
}

pol_status pol_check_searched(pol_index *index, const pol_check_options *options, pol_arena *arena,
                              pol_scope *ret_scope, pol_error *reterr)
{
    pol_outline *made = NULL;
    pol_status status = options->outline ? POL_OK : pol_outline_make(index, &made, reterr);
    *ret_scope = (pol_scope){.year_from = options->year_from, .year_to = options->year_to};
    if (status == POL_OK)
        status =
            list_searched(options->outline ? options->outline : made, arena, ret_scope, reterr);
    pol_outline_free(made);
    return status;
}
