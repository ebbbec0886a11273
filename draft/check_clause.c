/* check_clause.c - see check_clause.h.
 *
 * Of each motion the passage nearest to the clause is kept. Shown are the nearest of all, among
 * them the closest that was carried, the closest that was lost and the closest undecided: of
 * those that say the same the newest, of others the most alike. */
#include "draft/check_clause.h"

#include <math.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "document/text.h"

enum { SCRATCH_MAX = 64 << 20 /* bytes */ };

pol_status pol_clause_check_init(pol_clause_check *check, pol_index *index,
                                 const pol_check_options *options, pol_arena *documents,
                                 pol_arena *arena, pol_error *reterr)
{
    *check = (pol_clause_check){.options = options, .arena = arena};
    pol_fetch_init(&check->fetch, index, documents);
    pol_arena_init(&check->scratch, SCRATCH_MAX);
    pol_arena_init(&check->marks, SCRATCH_MAX);
    pol_status status = options->weigher ? POL_OK : pol_weigher_new(index, &check->own, reterr);
    check->weigher = options->weigher ? options->weigher : check->own;
    return status;
}

void pol_clause_check_done(pol_clause_check *check)
{
    pol_weigher_free(check->own);
    pol_arena_done(&check->scratch);
    pol_arena_done(&check->marks);
}

/* --- candidates --------------------------------------------------------------------- */

/* Does a document count, by what the options say? */
static bool is_wanted(const pol_check_options *options, const pol_document *document)
{
    bool is_of_agenda = options->except_conference.size && document->year == options->except_year &&
                        pol_span_equal_fold(document->conference_name, options->except_conference);
    bool is_itself = options->except.data && pol_span_equal(options->except, document->id.text);
    bool is_early = options->year_from && document->year < options->year_from;
    bool is_late = options->year_to && (document->year > options->year_to || document->year == 0);
    return !is_of_agenda && !is_itself && !is_early && !is_late;
}

static bool asks(const pol_passage *passage)
{
    return passage->is_action_point || passage->clause == POL_CLAUSE_RESOLVES;
}

static pol_span text_of(const pol_passage *passage)
{
    return passage ? passage->text : (pol_span){0};
}

static pol_status compare(pol_clause_check *check, const pol_compared *clause,
                          const pol_fetched *found, pol_comparison *ret_comparison,
                          pol_error *reterr)
{
    pol_weighed_text context;
    pol_matters matters;
    pol_compared passage = {.lead_in = text_of(found->lead_in),
                            .is_action = asks(found->passage),
                            .is_note = found->passage->clause == POL_CLAUSE_NOTES,
                            .context = &context,
                            .matters = &matters};
    pol_span text = found->passage->text;
    text = pol_span_first(text, pol_utf8_floor(text, POL_DRAFT_CLAUSE_MAX));
    pol_status status = pol_weigh(check->weigher, text, &check->scratch, &passage.text, reterr);
    if (status == POL_OK)
        status = pol_weigh_above(check->weigher, found->stored->document.title.text,
                                 text_of(found->lead_in), &check->scratch, &context, reterr);
    if (status == POL_OK)
        status = pol_weighed_matters(pol_weigher_matters(check->weigher), &passage.text, &context,
                                     &check->scratch, &matters, reterr);
    if (status != POL_OK)
        return status;
    return pol_compare(clause, &passage, &check->scratch, ret_comparison, reterr);
}

static pol_status copy_marks(const pol_highlight **marks, size_t count, pol_arena *arena,
                             pol_error *reterr)
{
    pol_highlight *copy = pol_arena_array(arena, count + 1, sizeof *copy);
    if (!copy)
        return pol_arena_refused(arena, (count + 1) * sizeof *copy, reterr);
    if (count)
        memcpy(copy, *marks, count * sizeof *copy);
    *marks = copy;
    return POL_OK;
}

/* What is shown of a comparison, to another arena: the rest of it is large. */
static pol_status move_marks(pol_comparison *comparison, pol_arena *arena, pol_error *reterr)
{
    pol_status status =
        copy_marks(&comparison->clause_marks, comparison->clause_mark_count, arena, reterr);
    if (status == POL_OK)
        status =
            copy_marks(&comparison->passage_marks, comparison->passage_mark_count, arena, reterr);
    return status;
}

/* A passage beside the clause. */
typedef struct candidate {
    pol_fetched found;
    pol_comparison comparison;
} candidate;

/* Its place among those kept: that of the same motion, or a new one. */
static pol_evidence *place_of(pol_evidence *kept, size_t *count, const pol_stored *stored)
{
    for (size_t i = 0; i < *count; i++)
        if (kept[i].stored == stored)
            return &kept[i];
    kept[*count] = (pol_evidence){0};
    return &kept[(*count)++];
}

static bool is_better(const pol_comparison *a, const pol_comparison *b)
{
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness;
    return a->score > b->score;
}

/* What is nearest in its words decides whether a motion asks for the same or for the opposite. */
static bool is_nearer(const pol_comparison *a, const pol_comparison *b)
{
    if (a->likeness >= POL_LIKENESS_REVERSED && b->likeness >= POL_LIKENESS_REVERSED)
        return a->score > b->score;
    return is_better(a, b);
}

static pol_evidence evidence_of(const candidate *one)
{
    pol_evidence evidence = {.stored = one->found.stored,
                             .passage = one->found.passage,
                             .lead_in = one->found.lead_in,
                             .comparison = one->comparison};
    pol_evidence_decide(&evidence);
    return evidence;
}

static void tell_watch(const pol_check_options *options, const pol_draft_clause *clause,
                       const candidate *one)
{
    const pol_evidence evidence = evidence_of(one);
    options->watch(options->watch_data, clause, &evidence);
}

/* Keeps what is like the clause, and more so than the other passages of its motion. */
static void keep(const candidate *one, pol_evidence *kept, size_t *count)
{
    if (one->comparison.likeness == POL_LIKENESS_NONE)
        return;
    pol_evidence *evidence = place_of(kept, count, one->found.stored);
    if (evidence->stored && !is_nearer(&one->comparison, &evidence->comparison))
        return;
    *evidence = evidence_of(one);
}

/* A document for which there is no room any more is left out, with all behind it. */
static pol_status fetch(pol_clause_check *check, xc_docid docid, pol_fetched *ret_found,
                        pol_error *reterr)
{
    pol_status status = pol_fetch_entry(&check->fetch, docid, ret_found, reterr);
    if (status != POL_LIMIT)
        return status;
    check->is_full = true;
    *ret_found = (pol_fetched){0};
    return POL_OK;
}

/* Adds a candidate that counts to `list`. */
static pol_status take_candidate(pol_clause_check *check, const pol_draft_clause *draft,
                                 const pol_compared *clause, xc_docid docid, candidate *list,
                                 size_t *count, pol_error *reterr)
{
    candidate *added = &list[*count];
    pol_status status = fetch(check, docid, &added->found, reterr);
    if (status != POL_OK || !added->found.passage ||
        !is_wanted(check->options, &added->found.stored->document))
        return status;
    status = compare(check, clause, &added->found, &added->comparison, reterr);
    if (status == POL_OK && check->options->watch)
        tell_watch(check->options, draft, added);
    added->comparison.signs = NULL;
    if (status == POL_OK && added->comparison.likeness != POL_LIKENESS_NONE)
        status = move_marks(&added->comparison, &check->marks, reterr);
    pol_arena_done(&check->scratch);
    ++*count;
    return status;
}

/* The highest score of those of other motions that were judged: what has too little in common with
 * the clause to be says nothing rather. */
static double rival_of(const candidate *list, size_t count, const candidate *one)
{
    double rival = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_judged = list[i].comparison.same > -HUGE_VAL;
        if (is_judged && list[i].found.stored != one->found.stored)
            rival = fmax(rival, list[i].comparison.score);
    }
    return rival;
}

/* What is found on a clause: of each motion the passage most like it. `kept` has room for all
 * candidates. */
static pol_status find_kept(pol_clause_check *check, const pol_draft_clause *draft,
                            const pol_compared *clause, const pol_scan_hits *candidates,
                            pol_evidence *kept, size_t *ret_count, pol_error *reterr)
{
    size_t count = 0;
    pol_status status = POL_OK;
    candidate *list = calloc(candidates->count + 1, sizeof *list);
    if (!list)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a report");
    for (size_t i = 0; i < candidates->count && status == POL_OK && !check->is_full; i++)
        status =
            take_candidate(check, draft, clause, candidates->hits[i].docid, list, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_compare_beside(&list[i].comparison, rival_of(list, count, &list[i]));
        keep(&list[i], kept, ret_count);
    }
    free(list);
    return status;
}

/* --- choosing ----------------------------------------------------------------------- */

/* Equally alike, what conference decided on comes before articles and reports. */
static int by_likeness(const void *left, const void *right)
{
    const pol_evidence *a = left, *b = right;
    bool is_decided = a->fate != POL_FATE_NONE, other_is = b->fate != POL_FATE_NONE;
    if (a->comparison.likeness == b->comparison.likeness && is_decided != other_is)
        return is_decided ? -1 : 1;
    if (is_better(&a->comparison, &b->comparison))
        return -1;
    if (is_better(&b->comparison, &a->comparison))
        return 1;
    return pol_span_compare(a->stored->document.id.text, b->stored->document.id.text);
}

static bool is_newer(const pol_evidence *a, const pol_evidence *b)
{
    const pol_document *left = &a->stored->document, *right = &b->stored->document;
    if (left->year != right->year)
        return left->year > right->year;
    return pol_date_compare(left->date, right->date) > 0;
}

/* The closest with this fate: where several say the same, what holds comes before what is past, and
 * the newer before the older. `kept` is in the order of likeness. */
static const pol_evidence *closest(const pol_evidence *kept, size_t count, pol_fate fate)
{
    const pol_evidence *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (kept[i].fate != fate)
            continue;
        if (!best) {
            best = &kept[i];
            continue;
        }
        bool is_as_near = kept[i].comparison.likeness == best->comparison.likeness &&
                          best->comparison.likeness >= POL_LIKENESS_REVERSED;
        if (is_as_near &&
            (kept[i].is_past != best->is_past ? best->is_past : is_newer(&kept[i], best)))
            best = &kept[i];
    }
    return best;
}

static void shift_in(const pol_evidence *chosen, const pol_evidence **list, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (list[i] == chosen)
            return;
    if (chosen && *count < POL_EVIDENCE_MAX)
        list[(*count)++] = chosen;
}

static int by_address(const void *left, const void *right)
{
    const pol_evidence *a = *(const pol_evidence *const *)left,
                       *b = *(const pol_evidence *const *)right;
    return (a > b) - (a < b);
}

/* Copies what is shown into the report: what the verdict rests on and the closest of each fate,
 * then the nearest, until there is no more room; in the order of likeness. */
static pol_status choose(pol_clause_check *check, const pol_evidence *kept, size_t count,
                         pol_finding *finding, pol_error *reterr)
{
    const pol_evidence *list[POL_EVIDENCE_MAX], *decisive, *near[POL_FATE_COUNT];
    size_t chosen = 0;
    finding->verdict = pol_verdict_of(kept, count, &decisive);
    shift_in(decisive, list, &chosen);
    for (int fate = POL_FATE_COUNT; fate-- > 0;)
        shift_in(near[fate] = closest(kept, count, (pol_fate)fate), list, &chosen);
    for (size_t i = 0; i < count; i++)
        shift_in(&kept[i], list, &chosen);
    qsort(list, chosen, sizeof *list, by_address);
    pol_evidence *evidence = pol_arena_array(check->arena, chosen + 1, sizeof *evidence);
    if (!evidence)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a report");
    for (size_t i = 0; i < chosen; i++) {
        evidence[i] = *list[i];
        pol_status status = move_marks(&evidence[i].comparison, check->arena, reterr);
        if (status != POL_OK)
            return status;
        if (list[i] == decisive)
            finding->decisive = &evidence[i];
        for (int fate = 0; fate < POL_FATE_COUNT; fate++)
            if (list[i] == near[fate])
                finding->closest[fate] = &evidence[i];
    }
    finding->evidence = evidence;
    finding->evidence_count = chosen;
    return POL_OK;
}

/* The clause's own matters are found in the arena of marks, which lasts as long as it is looked at.
 */
static pol_status find_clause_matters(pol_clause_check *check, const pol_weighed_text *text,
                                      pol_matters *ret_matters, pol_error *reterr)
{
    pol_status status = pol_weighed_matters(pol_weigher_matters(check->weigher), text, NULL,
                                            &check->scratch, ret_matters, reterr);
    if (status != POL_OK)
        return status;
    pol_matter *copy = pol_arena_array(&check->marks, ret_matters->count + 1, sizeof *copy);
    if (!copy)
        return pol_arena_refused(&check->marks, ret_matters->count * sizeof *copy, reterr);
    memcpy(copy, ret_matters->matters, ret_matters->count * sizeof *copy);
    ret_matters->matters = copy;
    pol_arena_done(&check->scratch);
    return POL_OK;
}

pol_status pol_check_clause(pol_clause_check *check, const pol_weighed_text *clause,
                            const pol_scan_hits *candidates, pol_finding *finding,
                            pol_error *reterr)
{
    size_t count = 0;
    pol_matters matters;
    const pol_compared compared = {.text = *clause,
                                   .lead_in = text_of(finding->clause->lead_in),
                                   .is_action = finding->clause->is_action,
                                   .matters = &matters};
    pol_evidence *kept = calloc(candidates->count + 1, sizeof *kept);
    if (!kept)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a report");
    pol_status status = find_clause_matters(check, clause, &matters, reterr);
    if (status == POL_OK)
        status = find_kept(check, finding->clause, &compared, candidates, kept, &count, reterr);
    if (status == POL_OK) {
        qsort(kept, count, sizeof *kept, by_likeness);
        status = choose(check, kept, count, finding, reterr);
    }
    finding->is_skipped = check->is_full && count == 0;
    pol_arena_done(&check->marks);
    free(kept);
    return status;
}
