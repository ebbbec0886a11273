/* check.c - a draft to its report: candidates for all clauses at once, then each beside its own. */
#include "draft/check.h"

#include <stdlib.h>
#include <time.h>

#include "draft/aids.h"
#include "draft/check_clause.h"
#include "draft/check_whole.h"
#include "search/scan.h"

enum {
    CANDIDATES = 40, /* passages that are compared with a clause */
    DOCUMENTS_BYTES_MAX = 256 << 20
};

typedef struct report_owner {
    pol_report report;
    pol_arena arena, documents;
} report_owner;

void pol_report_free(pol_report *report)
{
    if (!report)
        return;
    report_owner *owner = (report_owner *)report; /* its first member */
    pol_arena_done(&owner->arena);
    pol_arena_done(&owner->documents);
    free(owner);
}

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* --- candidates --------------------------------------------------------------------- */

/* How much a stem that occurs so often counts, beside one that occurs once: BM25's saturation. */
static double saturated(uint32_t occurrences)
{
    return 2.2 * occurrences / (occurrences + 1.2);
}

static int by_stem(const void *left, const void *right)
{
    const pol_scan_term *a = left, *b = right;
    return pol_span_compare(a->stem, b->stem);
}

/* Each stem once, words of formulas at a tenth of their weight, as they weigh in comparing. */
static pol_status make_query(const pol_weighed_text *text, pol_arena *arena,
                             pol_scan_query *ret_query, pol_error *reterr)
{
    pol_scan_term *terms = pol_arena_array(arena, text->count + 1, sizeof *terms);
    size_t count = 0, kept = 0;
    if (!terms)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of a draft");
    for (size_t i = 0; i < text->count; i++)
        if (text->words[i].weight > 0 && text->words[i].frequency > 0)
            terms[count++] =
                (pol_scan_term){text->words[i].stem, text->words[i].is_formula ? 0.1 : 1.0};
    qsort(terms, count, sizeof *terms, by_stem);
    for (size_t i = 0, end; i < count; i = end) {
        double scale = 0;
        for (end = i; end < count && pol_span_equal(terms[end].stem, terms[i].stem); end++)
            scale = terms[end].weight > scale ? terms[end].weight : scale;
        terms[kept++] = (pol_scan_term){terms[i].stem, scale * saturated((uint32_t)(end - i))};
    }
    *ret_query = (pol_scan_query){terms, kept};
    return POL_OK;
}

typedef struct checking {
    pol_index *index;
    const pol_draft *draft;
    const pol_check_options *options;
    report_owner *owner;
    pol_clause_check clauses; /* what comparing one clause needs */
    pol_weighed_text *texts;  /* of the clauses */
    pol_scan_hits *hits;      /* likewise */
    int64_t deadline_ns;
} checking;

static pol_status find_candidates(checking *at, pol_error *reterr)
{
    const pol_draft *draft = at->draft;
    pol_arena *arena = &at->owner->arena;
    size_t count = draft->clause_count;
    pol_scan_query *queries = pol_arena_array(arena, count + 1, sizeof *queries);
    at->texts = pol_arena_array(arena, count + 1, sizeof *at->texts);
    at->hits = pol_arena_array(arena, count + 1, sizeof *at->hits);
    if (!queries || !at->texts || !at->hits)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the clauses of a draft");
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        status =
            pol_weigh(at->clauses.weigher, draft->clauses[i].text, arena, &at->texts[i], reterr);
        if (status == POL_OK)
            status = make_query(&at->texts[i], arena, &queries[i], reterr);
    }
    if (status == POL_OK && count > 0)
        status = pol_scan(at->index, queries, count, CANDIDATES, at->deadline_ns, arena, at->hits,
                          &at->owner->report.has_timed_out, reterr);
    return status;
}

/* --- findings ----------------------------------------------------------------------- */

static pol_status find_all(checking *at, pol_finding *findings, pol_error *reterr)
{
    pol_report *report = &at->owner->report;
    pol_status status = POL_OK;
    for (size_t i = 0; i < at->draft->clause_count && status == POL_OK; i++) {
        findings[i] = (pol_finding){.clause = &at->draft->clauses[i]};
        if (at->deadline_ns && now_ns() > at->deadline_ns) {
            findings[i].is_skipped = report->has_timed_out = true;
            continue;
        }
        status = pol_check_clause(&at->clauses, &at->texts[i], &at->hits[i], &findings[i], reterr);
    }
    report->findings = findings;
    report->finding_count = at->draft->clause_count;
    report->has_timed_out = report->has_timed_out || at->clauses.is_full;
    return status;
}

static pol_status describe(checking *at, pol_error *reterr)
{
    pol_report *report = &at->owner->report;
    pol_arena *arena = &at->owner->arena;
    const pol_check_options *options = at->options;
    const pol_profile *profile = options->profile;
    pol_status status = pol_check_motions(report, at->texts, arena, reterr);
    if (status == POL_OK)
        status = pol_check_searched(at->index, options, arena, &report->scope, reterr);
    if (status == POL_OK)
        status = pol_aids_find(at->index, at->draft, profile, arena, &report->aids,
                               &report->aid_count, reterr);
    pol_check_count(report);
    return status;
}

static pol_status run(checking *at, pol_error *reterr)
{
    pol_arena *arena = &at->owner->arena;
    pol_finding *findings = pol_arena_array(arena, at->draft->clause_count + 1, sizeof *findings);
    if (!findings)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the clauses of a draft");
    pol_status status = pol_clause_check_init(&at->clauses, at->index, at->options,
                                              &at->owner->documents, arena, reterr);
    if (status == POL_OK)
        status = find_candidates(at, reterr);
    if (status == POL_OK)
        status = find_all(at, findings, reterr);
    if (status == POL_OK)
        status = describe(at, reterr);
    pol_clause_check_done(&at->clauses);
    return status;
}

pol_status pol_check(pol_index *index, const pol_draft *draft, const pol_check_options *options,
                     pol_report **ret_report, pol_error *reterr)
{
    static const pol_check_options none = {0};
    int64_t start_ns = now_ns();
    checking at = {.index = index, .draft = draft, .options = options ? options : &none};
    *ret_report = NULL;
    at.owner = calloc(1, sizeof *at.owner);
    if (!at.owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a report");
    pol_arena_init(&at.owner->arena, POL_REPORT_BYTES_MAX);
    pol_arena_init(&at.owner->documents, DOCUMENTS_BYTES_MAX);
    if (at.options->timeout_ms)
        at.deadline_ns = start_ns + (int64_t)at.options->timeout_ms * 1000000;
    pol_report *report = &at.owner->report;
    report->draft = draft;
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = run(&at, reterr);
    report->took_ms = (double)(now_ns() - start_ns) / 1e6;
    if (status == POL_OK)
        *ret_report = report;
    else
        pol_report_free(report);
    return status;
}
