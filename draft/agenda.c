/* agenda.c - see agenda.h. Each motion is checked on its own, without what the index has of the
 * agenda's own conference and year: nothing of that was decided before. */
#include "draft/agenda.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "draft/check_whole.h"
#include "draft/composites/motions.h"
#include "search/fetch.h"

enum {
    AGENDA_BYTES_MAX = 512 << 20,
    DOUBTS_MAX = 12, /* of one motion; the recogniser may add to ours */
    REMARKS_MAX = 3, /* of those, what a profile asks of a motion */
    COPY_MIN = 80    /* bytes of a text that is a copy: "Withdrawn." repeats nothing */
};

typedef struct agenda_owner {
    pol_agenda agenda;
    pol_arena arena;
} agenda_owner;

typedef struct agenda_check {
    pol_index *index;
    agenda_owner *owner;
    pol_check_options options;
    pol_outline *outline;
    pol_weigher *weigher;
    pol_fetch fetch; /* of what verdicts rest on; in the agenda's arena */
    pol_agenda_row *rows;
    const pol_document **documents; /* of the rows */
    size_t *duplicates;
    size_t count;
    pol_span *doubts;   /* of the row at hand */
    double deadline_ms; /* for all motions together; 0: none */
} agenda_check;

void pol_agenda_free(pol_agenda *agenda)
{
    if (!agenda)
        return;
    agenda_owner *owner = (agenda_owner *)agenda; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static pol_status fail_room(const agenda_check *check, pol_error *reterr)
{
    if (pol_arena_is_full(&check->owner->arena, AGENDA_BYTES_MAX / 8))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "this agenda has more text than can be checked at once: give it in parts");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for an agenda");
}

/* --- doubts ------------------------------------------------------------------------- */

static pol_status add_doubt(agenda_check *check, pol_agenda_row *row, pol_span text,
                            pol_error *reterr)
{
    if (row->doubt_count == DOUBTS_MAX)
        return POL_OK;
    pol_span copy = pol_arena_copy(&check->owner->arena, text);
    if (!copy.data)
        return fail_room(check, reterr);
    check->doubts[row->doubt_count++] = copy;
    return POL_OK;
}

/* Of the recogniser's doubts, those on where a motion starts and ends: what else it doubts (dates,
 * encodings) is nothing to who arranges the business. */
static bool is_of_splitting(const pol_doubt *doubt)
{
    return strcmp(doubt->field, "split") == 0;
}

static pol_status add_split_doubts(agenda_check *check, pol_agenda_row *row, pol_error *reterr)
{
    const pol_document *document = row->document;
    pol_status status = POL_OK;
    for (size_t i = 0; i < document->doubt_count && status == POL_OK; i++) {
        pol_buffer sentence;
        if (!is_of_splitting(&document->doubts[i]))
            continue;
        pol_buffer_init(&sentence, POL_DRAFT_CLAUSE_MAX);
        pol_buffer_printf(&sentence, "It may be more than one motion: %.*s.",
                          POL_SPAN_ARGS(document->doubts[i].text));
        status = add_doubt(check, row, pol_buffer_span(&sentence), reterr);
        pol_buffer_done(&sentence);
    }
    return status;
}

/* Limits, and points that instruct nobody. Acronyms are for who words a motion, not for who
 * arranges the business. */
static pol_status add_remarks(agenda_check *check, pol_agenda_row *row, const pol_report *report,
                              pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0, count = 0; i < report->aid_count && count < REMARKS_MAX && status == POL_OK;
         i++) {
        const pol_aid *aid = &report->aids[i];
        pol_buffer sentence;
        if (aid->kind == POL_AID_ACRONYM)
            continue;
        pol_buffer_init(&sentence, POL_DRAFT_CLAUSE_MAX);
        if (aid->clause)
            pol_buffer_printf(&sentence, "Clause %u: ", (unsigned)aid->clause);
        pol_buffer_add(&sentence, aid->text);
        status = add_doubt(check, row, pol_buffer_span(&sentence), reterr);
        pol_buffer_done(&sentence);
        count++;
    }
    return status;
}

static pol_status add_doubts(agenda_check *check, pol_agenda_row *row, const pol_draft *draft,
                             const pol_report *report, pol_error *reterr)
{
    bool has_action = false, has_skipped = false;
    for (size_t i = 0; i < draft->clause_count; i++)
        has_action = has_action || draft->clauses[i].is_action;
    for (size_t i = 0; i < report->finding_count; i++)
        has_skipped = has_skipped || report->findings[i].is_skipped;
    const struct {
        bool is_so;
        const char *text;
    } doubts[] = {
        {row->document->title.text.size == 0, "It has no title."},
        {!has_action, "No action point was recognised: look what it asks for."},
        {has_skipped, "Some of its clauses were not looked up: the time was over."},
        {draft->is_cut, "It has more clauses than are looked up: the rest was left out."},
    };
    pol_status status = POL_OK;
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts && status == POL_OK; i++)
        if (doubts[i].is_so)
            status = add_doubt(check, row, pol_span_of(doubts[i].text), reterr);
    if (status == POL_OK)
        status = add_split_doubts(check, row, reterr);
    return status == POL_OK ? add_remarks(check, row, report, reterr) : status;
}

/* --- what a verdict rests on -------------------------------------------------------- */

/* The finding that tells most: one with the verdict of the whole, of demands first, else the first
 * that has evidence for it; of those the newest decision. */
static const pol_finding *telling(const pol_report *report)
{
    const pol_finding *best = NULL;
    for (size_t i = 0; i < report->finding_count; i++) {
        const pol_finding *finding = &report->findings[i];
        if (!finding->decisive)
            continue;
        if (!best) {
            best = finding;
            continue;
        }
        bool is_of_whole = finding->verdict == report->verdict;
        bool was_of_whole = best->verdict == report->verdict;
        bool is_action = finding->clause->is_action, was_action = best->clause->is_action;
        if (is_of_whole != was_of_whole) {
            best = is_of_whole ? finding : best;
        } else if (finding->verdict != best->verdict) {
            best = finding->verdict > best->verdict ? finding : best;
        } else if (is_action != was_action) {
            best = is_action ? finding : best;
        } else if (finding->decisive->comparison.score > best->decisive->comparison.score) {
            best = finding;
        }
    }
    return best;
}

static const pol_highlight *copy_marks(agenda_check *check, const pol_highlight *marks,
                                       size_t count)
{
    pol_highlight *copy = pol_arena_array(&check->owner->arena, count + 1, sizeof *copy);
    if (copy && count)
        memcpy(copy, marks, count * sizeof *copy);
    return copy;
}

/* A copy that outlives the report: its document is read once for all rows. */
static pol_status keep_evidence(agenda_check *check, const pol_evidence *evidence,
                                pol_agenda_row *row, pol_error *reterr)
{
    pol_evidence *copy = pol_arena_alloc(&check->owner->arena, sizeof *copy);
    if (!copy)
        return fail_room(check, reterr);
    *copy = *evidence;
    pol_status status = pol_fetch_document(&check->fetch, evidence->stored->document.id.text,
                                           &copy->stored, reterr);
    if (status == POL_NOTFOUND)
        return pol_fail(reterr, POL_CHANGED, 0, "the index changed while it was read");
    if (status != POL_OK)
        return status;
    const pol_document *document = &copy->stored->document;
    pol_comparison *comparison = &copy->comparison;
    copy->passage = pol_fetch_passage(document, evidence->passage->ordinal);
    copy->lead_in =
        evidence->lead_in ? pol_fetch_passage(document, evidence->lead_in->ordinal) : NULL;
    comparison->clause_marks =
        copy_marks(check, comparison->clause_marks, comparison->clause_mark_count);
    comparison->passage_marks =
        copy_marks(check, comparison->passage_marks, comparison->passage_mark_count);
    if (!comparison->clause_marks || !comparison->passage_marks)
        return fail_room(check, reterr);
    if (!copy->passage)
        return pol_fail(reterr, POL_CHANGED, 0, "the index changed while it was read");
    row->decisive = copy;
    return POL_OK;
}

/* --- a motion ----------------------------------------------------------------------- */

static pol_status take_report(agenda_check *check, const pol_draft *draft, const pol_report *report,
                              pol_agenda_row *row, pol_error *reterr)
{
    const pol_finding *finding = telling(report);
    pol_status status = POL_OK;
    row->verdict = report->verdict;
    row->clauses = (uint32_t)report->finding_count;
    memcpy(row->verdict_counts, report->verdict_counts, sizeof row->verdict_counts);
    check->doubts = pol_arena_array(&check->owner->arena, DOUBTS_MAX, sizeof *check->doubts);
    if (!check->doubts)
        return fail_room(check, reterr);
    row->doubts = check->doubts;
    if (finding)
        status = keep_evidence(check, finding->decisive, row, reterr);
    return status == POL_OK ? add_doubts(check, row, draft, report, reterr) : status;
}

static pol_status check_motion(agenda_check *check, pol_agenda_row *row, pol_error *reterr)
{
    const pol_document *document = row->document;
    pol_arena arena;
    pol_draft draft;
    pol_report *report = NULL;
    check->options.except = document->id.text;
    check->options.except_conference = document->conference_name;
    check->options.except_year = document->year;
    if (check->deadline_ms > 0)
        check->options.timeout_ms = (uint32_t)fmax(1, check->deadline_ms - now_ms());
    pol_arena_init(&arena, POL_DRAFT_ARENA_MAX);
    pol_status status = pol_draft_make(document, &arena, &draft, reterr);
    if (status == POL_OK)
        status = pol_check(check->index, &draft, &check->options, &report, reterr);
    if (status == POL_OK)
        status = take_report(check, &draft, report, row, reterr);
    pol_report_free(report);
    pol_arena_done(&arena);
    return status;
}

/* --- all of them -------------------------------------------------------------------- */

/* All that conference decides on as it is: not amendments, and not what is no motion. */
static bool is_row(const pol_document *document)
{
    return document->kind != POL_KIND_AMENDMENT && document->kind != POL_KIND_ARTICLE &&
           document->kind != POL_KIND_OTHER;
}

static pol_status make_rows(agenda_check *check, const pol_extracted *extracted, pol_error *reterr)
{
    pol_arena *arena = &check->owner->arena;
    size_t room = extracted->document_count + 1;
    check->rows = pol_arena_array(arena, room, sizeof *check->rows);
    check->documents = pol_arena_array(arena, room, sizeof *check->documents);
    check->duplicates = pol_arena_array(arena, room, sizeof *check->duplicates);
    if (!check->rows || !check->documents || !check->duplicates)
        return fail_room(check, reterr);
    for (size_t i = 0; i < extracted->document_count; i++) {
        const pol_document *document = &extracted->documents[i].document;
        check->owner->agenda.amendment_count += document->kind == POL_KIND_AMENDMENT;
        if (!is_row(document))
            continue;
        check->documents[check->count] = document;
        check->rows[check->count++] =
            (pol_agenda_row){.document = document, .duplicate_of = SIZE_MAX};
    }
    if (check->count > POL_COMPOSITE_MOTIONS_MAX)
        return pol_fail(reterr, POL_LIMIT, check->count,
                        "this agenda has %zu motions, and at most %d can be checked at once: give "
                        "it in parts",
                        check->count, POL_COMPOSITE_MOTIONS_MAX);
    return POL_OK;
}

static pol_status check_motions(agenda_check *check, pol_agenda_progress *progress, void *context,
                                pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < check->count && status == POL_OK; i++) {
        status = check_motion(check, &check->rows[i], reterr);
        if (status == POL_OK && progress && !progress(context, i + 1, check->count))
            status = pol_fail(reterr, POL_LIMIT, i + 1, "stopped after %zu of %zu motions", i + 1,
                              check->count);
    }
    return status;
}

/* By their texts, and of those with the same text in the agenda's order. */
static int by_text(const void *left, const void *right)
{
    const pol_agenda_row *a = *(const pol_agenda_row *const *)left;
    const pol_agenda_row *b = *(const pol_agenda_row *const *)right;
    int order = pol_span_compare(a->document->text, b->document->text);
    return order ? order : (a > b) - (a < b);
}

/* Of motions with one text, however many there are, all others repeat the first. */
static pol_status find_copies(agenda_check *check, pol_error *reterr)
{
    pol_agenda_row **sorted = calloc(check->count + 1, sizeof *sorted);
    if (!sorted)
        return fail_room(check, reterr);
    for (size_t i = 0; i < check->count; i++)
        sorted[i] = &check->rows[i];
    qsort(sorted, check->count, sizeof *sorted, by_text);
    for (size_t i = 1, first = 0; i < check->count; i++) {
        pol_span text = sorted[i]->document->text;
        if (text.size >= COPY_MIN && pol_span_equal(text, sorted[first]->document->text))
            sorted[i]->duplicate_of = (size_t)(sorted[first] - check->rows);
        else
            first = i;
    }
    free(sorted);
    return POL_OK;
}

static pol_status group_motions(agenda_check *check, pol_error *reterr)
{
    pol_agenda *agenda = &check->owner->agenda;
    pol_status status =
        pol_composites_find_all(check->index, check->documents, check->count, &check->owner->arena,
                                &agenda->groups, &agenda->group_count, check->duplicates, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < check->count; i++)
        check->rows[i].duplicate_of = check->duplicates[i];
    for (size_t i = 0; i < agenda->group_count; i++)
        for (size_t j = 0; j < agenda->groups[i].motion_count; j++)
            check->rows[agenda->groups[i].motions[j]].group = (uint32_t)i + 1;
    return find_copies(check, reterr);
}

static pol_status run(agenda_check *check, const pol_extracted *extracted,
                      pol_agenda_progress *progress, void *context, pol_error *reterr)
{
    pol_fetch_init(&check->fetch, check->index, &check->owner->arena);
    pol_status status = pol_index_ensure(check->index, reterr);
    if (status == POL_OK && !check->options.outline) {
        status = pol_outline_make(check->index, &check->outline, reterr);
        check->options.outline = check->outline;
    }
    if (status == POL_OK && !check->options.weigher) {
        status = pol_weigher_new(check->index, &check->weigher, reterr);
        check->options.weigher = check->weigher;
    }
    if (status == POL_OK)
        status = pol_check_searched(check->index, &check->options, &check->owner->arena,
                                    &check->owner->agenda.scope, reterr);
    if (status == POL_OK)
        status = make_rows(check, extracted, reterr);
    if (status == POL_OK)
        status = check_motions(check, progress, context, reterr);
    return status == POL_OK ? group_motions(check, reterr) : status;
}

pol_status pol_agenda_check(pol_index *index, const pol_extracted *extracted,
                            const pol_check_options *options, pol_agenda_progress *progress,
                            void *context, pol_agenda **ret_agenda, pol_error *reterr)
{
    double start = now_ms();
    agenda_check check = {.index = index, .owner = calloc(1, sizeof *check.owner)};
    *ret_agenda = NULL;
    if (!check.owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for an agenda");
    check.options = options ? *options : (pol_check_options){0};
    if (check.options.timeout_ms)
        check.deadline_ms = start + check.options.timeout_ms;
    pol_arena_init(&check.owner->arena, AGENDA_BYTES_MAX);
    pol_status status = run(&check, extracted, progress, context, reterr);
    pol_outline_free(check.outline);
    pol_weigher_free(check.weigher);
    pol_agenda *agenda = &check.owner->agenda;
    agenda->rows = check.rows;
    agenda->row_count = check.count;
    agenda->took_ms = now_ms() - start;
    if (status == POL_OK)
        *ret_agenda = agenda;
    else
        pol_agenda_free(agenda);
    return status;
}
