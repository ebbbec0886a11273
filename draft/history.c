/* history.c - see history.h. */
#include "draft/history.h"

#include <stdlib.h>

#include "draft/check.h"
#include "search/citation.h"
#include "search/fetch.h"

enum { ORDINAL_DIGITS = 9, SUBJECT_BYTES_MAX = 1 << 16 };

/* A passage that says much the same, or the opposite, is on it; of one that is related so much of
 * the clause must be there. */
#define SHARE_MIN 0.4

typedef struct history_owner {
    pol_history history; /* first: they share their address */
    pol_shown *shown;
    pol_report *report;
    pol_timeline *timeline;
    pol_draft draft;
    pol_draft_clause clause;
} history_owner;

/* The ordinal behind "#p"; 0 where there is none. */
static uint32_t ordinal_of(pol_span place)
{
    size_t mark = place.size;
    while (mark > 0 && place.data[mark - 1] != '#')
        mark--;
    pol_span digits = pol_span_from(place, mark + 1);
    uint32_t ordinal = 0;
    if (mark == 0 || mark >= place.size || place.data[mark] != 'p' || digits.size == 0 ||
        digits.size > ORDINAL_DIGITS)
        return 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return 0;
        ordinal = ordinal * 10 + (uint32_t)(digits.data[i] - '0');
    }
    return ordinal;
}

bool pol_history_names_clause(pol_span place)
{
    return ordinal_of(place) != 0;
}

/* --- what is on it ---------------------------------------------------------------------- */

static bool is_on_it(const pol_evidence *evidence)
{
    pol_likeness likeness = evidence->comparison.likeness;
    return likeness == POL_LIKENESS_SAME || likeness == POL_LIKENESS_REVERSED ||
           (likeness == POL_LIKENESS_RELATED && evidence->comparison.clause_share >= SHARE_MIN);
}

static bool has_document(const pol_hit *hits, size_t count, const pol_stored *stored)
{
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal(hits[i].stored->document.id.text, stored->document.id.text))
            return true;
    return false;
}

/* The clause itself, then of each document the passage that is most like it. */
static size_t take_hits(const history_owner *owner, pol_hit *hits)
{
    const pol_finding *finding = &owner->report->findings[0];
    size_t count = 1;
    hits[0] = (pol_hit){.stored = owner->history.stored,
                        .passage = owner->history.passage,
                        .lead_in = owner->clause.lead_in,
                        .tier = POL_TIER_ANY};
    for (size_t i = 0; i < finding->evidence_count && i < POL_EVIDENCE_MAX; i++) {
        const pol_evidence *evidence = &finding->evidence[i];
        if (!is_on_it(evidence) || has_document(hits, count, evidence->stored))
            continue;
        hits[count++] = (pol_hit){.stored = evidence->stored,
                                  .passage = evidence->passage,
                                  .lead_in = evidence->lead_in,
                                  .tier = POL_TIER_ANY,
                                  .score = evidence->comparison.score,
                                  .highlights = evidence->comparison.passage_marks,
                                  .highlight_count = evidence->comparison.passage_mark_count};
    }
    return count;
}

static pol_status arrange(history_owner *owner, pol_error *reterr)
{
    pol_hit hits[POL_EVIDENCE_MAX + 1];
    pol_buffer subject;
    pol_buffer_init(&subject, SUBJECT_BYTES_MAX);
    pol_citation_add(&owner->history.stored->document, owner->history.passage, &subject);
    pol_status status = subject.status;
    if (status == POL_OK)
        status = pol_timeline_of(pol_buffer_span(&subject), hits, take_hits(owner, hits),
                                 &owner->timeline, reterr);
    else
        status = pol_fail(reterr, status, 0, "the title of this document is too long");
    owner->history.timeline = owner->timeline;
    pol_buffer_done(&subject);
    return status;
}

/* --- the clause ---------------------------------------------------------------------------- */

/* As a draft of one clause; its document is not evidence for itself. */
static pol_status check(history_owner *owner, pol_index *index, uint32_t timeout_ms,
                        pol_error *reterr)
{
    const pol_profile no_remarks = {.ignores_acronyms = true, .ignores_bodies = true};
    const pol_document *document = &owner->history.stored->document;
    const pol_passage *passage = owner->history.passage;
    const pol_check_options options = {
        .except = document->id.text, .profile = &no_remarks, .timeout_ms = timeout_ms};
    owner->clause = (pol_draft_clause){
        .number = 1,
        .text = pol_span_first(passage->text, POL_DRAFT_CLAUSE_MAX),
        .passage = passage,
        .lead_in = passage->lead_in ? pol_fetch_passage(document, passage->lead_in) : NULL,
        .clause = (pol_clause)passage->clause,
        .is_action = passage->is_action_point || passage->clause == POL_CLAUSE_RESOLVES,
    };
    owner->draft = (pol_draft){.document = document, .clauses = &owner->clause, .clause_count = 1};
    return pol_check(index, &owner->draft, &options, &owner->report, reterr);
}

static pol_status find(history_owner *owner, pol_index *index, pol_span place, uint32_t timeout_ms,
                       pol_error *reterr)
{
    pol_status status = pol_show(index, place, &owner->shown, reterr);
    if (status != POL_OK)
        return status;
    owner->history.stored = owner->shown->stored;
    owner->history.passage = pol_fetch_passage(&owner->shown->stored->document, ordinal_of(place));
    if (!owner->history.passage)
        return pol_fail(reterr, POL_NOTFOUND, 0, "'%.*s' has no passage of that number",
                        POL_SPAN_ARGS(pol_span_first(owner->shown->stored->document.id.text, 80)));
    status = check(owner, index, timeout_ms, reterr);
    return status == POL_OK ? arrange(owner, reterr) : status;
}

pol_status pol_history_find(pol_index *index, pol_span place, uint32_t timeout_ms,
                            pol_history **ret_history, pol_error *reterr)
{
    history_owner *owner = calloc(1, sizeof *owner);
    *ret_history = NULL;
    if (!owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the history of a clause");
    pol_status status = find(owner, index, place, timeout_ms, reterr);
    if (status == POL_OK)
        *ret_history = &owner->history;
    else
        pol_history_free(&owner->history);
    return status;
}

void pol_history_free(pol_history *history)
{
    history_owner *owner = (history_owner *)history;
    if (!owner)
        return;
    pol_timeline_free(owner->timeline);
    pol_report_free(owner->report);
    pol_shown_free(owner->shown);
    free(owner);
}
