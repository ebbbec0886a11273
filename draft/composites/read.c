/* read.c - motions to what they ask for: their titles, texts and demands, with the
 * numbers of their words. */
#include <stdint.h>

#include "core/utf8.h"
#include "draft/composites/asks.h"
#include "draft/composites/reading.h"

pol_status pol_composites_refused(const pol_arena *arena, pol_error *reterr)
{
    if (pol_arena_is_full(arena, arena->limit_bytes / 8))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "these motions have more text than can be compared at once");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing motions");
}

/* --- texts -------------------------------------------------------------------------- */

static pol_span start_of(pol_span bytes, size_t most)
{
    return pol_span_first(bytes, pol_utf8_floor(bytes, most));
}

static pol_status add_text(pol_reading *r, pol_span bytes, pol_error *reterr)
{
    pol_read_text *texts =
        pol_arena_grow(r->arena, r->texts, r->text_count, &r->text_capacity, sizeof *texts);
    if (!texts)
        return pol_composites_refused(r->arena, reterr);
    r->texts = texts;
    pol_read_text *added = &texts[r->text_count];
    pol_status status = pol_weigh(r->weigher, bytes, r->arena, &added->weighed, reterr);
    if (status != POL_OK)
        return status;
    size_t count = added->weighed.unit_count;
    added->units = pol_arena_array(r->arena, count + 1, sizeof *added->units);
    added->terms = pol_arena_array(r->arena, count + 1, sizeof *added->terms);
    uint32_t *sorted = pol_arena_array(r->arena, count + 1, sizeof *sorted);
    if (!added->units || !added->terms || !sorted)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < count; i++) {
        added->units[i] = added->weighed.units[i];
        if (!pol_reading_number(r, &added->weighed, &added->units[i], &added->terms[i]))
            return pol_composites_refused(r->arena, reterr);
    }
    added->weighed.units = added->units;
    r->text_count++;
    pol_reading_count(r, added, sorted);
    return POL_OK;
}

static pol_status add_demand(pol_reading *r, const pol_draft_clause *clause, pol_span asked,
                             pol_error *reterr)
{
    pol_demand *demands =
        pol_arena_grow(r->arena, r->demands, r->demand_count, &r->demand_capacity, sizeof *demands);
    if (!demands)
        return pol_composites_refused(r->arena, reterr);
    r->demands = demands;
    const pol_compared compared = {.lead_in =
                                       clause->lead_in ? clause->lead_in->text : (pol_span){0},
                                   .is_action = clause->is_action,
                                   .is_note = clause->passage->clause == POL_CLAUSE_NOTES};
    demands[r->demand_count++] = (pol_demand){.place = (uint32_t)r->motion_count,
                                              .passage = clause->passage,
                                              .compared = compared,
                                              .judged = compared};
    return add_text(r, start_of(asked, POL_DEMAND_BYTES_MAX), reterr);
}

/* Where nothing asks, what stands at the end does: the last paragraph, or the points of the last
 * list. */
static bool is_of_end(const pol_draft *draft, size_t at)
{
    const pol_draft_clause *last = &draft->clauses[draft->clause_count - 1];
    return draft->clauses[at].passage == last->passage ||
           (last->lead_in && draft->clauses[at].lead_in == last->lead_in);
}

/* The first of a passage stands for all of it. */
static bool is_first(const pol_draft *draft, size_t at)
{
    const pol_passage *passage = draft->clauses[at].passage;
    return passage && (at == 0 || draft->clauses[at - 1].passage != passage);
}

/* In a list, its lead-in does. */
static bool asks(const pol_draft_clause *clause)
{
    return clause->is_action || (!clause->lead_in && pol_asks_any(clause->passage->text));
}

static bool asks_anything(const pol_draft *draft)
{
    for (size_t i = 0; i < draft->clause_count; i++)
        if (is_first(draft, i) && asks(&draft->clauses[i]))
            return true;
    return false;
}

static pol_status add_demands(pol_reading *r, const pol_draft *draft, uint32_t *ret_count,
                              pol_error *reterr)
{
    bool is_asking = asks_anything(draft);
    pol_status status = POL_OK;
    *ret_count = 0;
    for (size_t i = 0; i < draft->clause_count && status == POL_OK; i++) {
        const pol_draft_clause *clause = &draft->clauses[i];
        if (!is_first(draft, i) || *ret_count == POL_DEMANDS_MAX ||
            !(is_asking ? asks(clause) : is_of_end(draft, i)))
            continue;
        pol_span text = start_of(pol_span_trim(clause->passage->text), POL_DRAFT_CLAUSE_MAX);
        pol_span asked = clause->lead_in ? text : pol_asks_of(text, r->arena);
        if (!asked.data)
            return pol_composites_refused(r->arena, reterr);
        status = add_demand(r, clause, asked, reterr);
        ++*ret_count;
    }
    return status;
}

static bool is_motion(const pol_document *document)
{
    return document->kind == POL_KIND_MOTION || document->kind == POL_KIND_EMERGENCY ||
           document->kind == POL_KIND_RULE_CHANGE;
}

/* One that asks for nothing leaves its texts behind, which is no harm: they count as read. */
static pol_status add_motion(pol_reading *r, const pol_document *document, size_t index,
                             pol_error *reterr)
{
    pol_draft draft;
    pol_motion motion = {
        .index = index, .document = document, .first_demand = (uint32_t)r->demand_count};
    size_t first_text = r->text_count;
    pol_status status = pol_draft_make(document, r->arena, &draft, reterr);
    if (status == POL_OK)
        status = add_text(r, start_of(document->title.text, POL_DEMAND_BYTES_MAX), reterr);
    if (status == POL_OK)
        status = add_text(r, start_of(document->text, POL_MOTION_BYTES_MAX), reterr);
    if (status == POL_OK)
        status = add_demands(r, &draft, &motion.demand_count, reterr);
    if (status == POL_OK && motion.demand_count > 0)
        r->motions[r->motion_count++] = motion;
    else
        r->text_count = first_text;
    return status;
}

pol_status pol_motions_read(pol_index *index, const pol_matter_table *matters,
                            const pol_document *const *documents, size_t count, pol_arena *arena,
                            pol_motions *ret_motions, pol_error *reterr)
{
    pol_reading r = {.arena = arena,
                     .motions = pol_arena_array(arena, count + 1, sizeof *r.motions)};
    *ret_motions = (pol_motions){0};
    if (!r.motions)
        return pol_composites_refused(arena, reterr);
    pol_status status = pol_weigher_new(index, &r.weigher, reterr);
    r.matters = matters || status != POL_OK ? matters : pol_weigher_matters(r.weigher);
    r.passages = status == POL_OK ? (double)index->entries - index->documents : 0;
    if (status == POL_OK)
        status = pol_common_new(arena, &r.common, reterr);
    if (status == POL_OK)
        status = pol_reading_subjects(&r, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        if (is_motion(documents[i]))
            status = add_motion(&r, documents[i], i, reterr);
    if (status == POL_OK)
        status = pol_reading_weigh(&r, reterr);
    if (status == POL_OK)
        status = pol_reading_judged(&r, reterr);
    if (status == POL_OK)
        status = pol_reading_tell(&r, reterr);
    if (status == POL_OK)
        status = pol_reading_stance(&r, reterr);
    if (status == POL_OK)
        status = pol_reading_phrases(&r, reterr);
    if (status == POL_OK)
        status = pol_reading_matters(&r, reterr);
    *ret_motions = (pol_motions){.motions = r.motions,
                                 .count = r.motion_count,
                                 .demands = r.demands,
                                 .demand_count = r.demand_count,
                                 .term_count = r.entry_count,
                                 .terms = r.terms,
                                 .row_count = r.matters ? r.matters->row_count : 0,
                                 .telling = POL_TELLING_SHARE * pol_reading_most(&r),
                                 .weigher = r.weigher};
    return status;
}
