/* local.c - what each word adds to the documents and passages of the hits. */
#include "search/explain.h"

#include "search/entry.h"
#include "search/local/units.h"

typedef struct explaining {
    pol_plan *plan;
    const pol_lengths *lengths;
    const pol_ranked_hit *hits;
    size_t count;
    pol_units units;
    double *in_documents, *in_passages; /* by unit, then by hit */
} explaining;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory to explain a search");
}

/* What the unit adds to one document or passage. */
static pol_status weigh(const explaining *now, const pol_unit *unit, xc_docid id, bool is_document,
                        double *ret_weight, pol_error *reterr)
{
    const pol_set one = {&id, 1};
    pol_scoring scoring;
    pol_status status = pol_scoring_begin(&scoring, now->plan->index, now->lengths, &one,
                                          is_document, &now->plan->arena, reterr);
    if (status == POL_OK)
        status = pol_score_unit(&scoring, unit, reterr);
    *ret_weight = status == POL_OK ? scoring.scores[0] : 0;
    return status;
}

static pol_status weigh_all(explaining *now, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++) {
        for (size_t j = 0; j < now->count && status == POL_OK; j++) {
            xc_docid passage = now->hits[j].docid, head = pol_lengths_head(now->lengths, passage);
            size_t at = i * now->count + j;
            status = weigh(now, &now->units.units[i], head, true, &now->in_documents[at], reterr);
            if (status == POL_OK)
                status =
                    weigh(now, &now->units.units[i], passage, false, &now->in_passages[at], reterr);
        }
    }
    return status;
}

static void add_words(const explaining *now, size_t hit, const double *weights, pol_buffer *buffer)
{
    for (size_t i = 0; i < now->units.count; i++) {
        double weight = weights[i * now->count + hit];
        const pol_node *word = now->units.units[i].word;
        if (weight > 0)
            pol_buffer_printf(buffer, "; %.*s %.3f", POL_SPAN_ARGS(word->word), weight);
    }
}

/* What is not from words: pairs, and feedback. */
static double rest_of(const explaining *now, size_t hit)
{
    double rest = now->hits[hit].score;
    for (size_t i = 0; i < now->units.count; i++)
        rest -= now->in_documents[i * now->count + hit] +
                POL_LOCAL_PASSAGE_SHARE * now->in_passages[i * now->count + hit];
    return rest;
}

static pol_status add_hit(const explaining *now, size_t hit, pol_buffer *buffer, pol_error *reterr)
{
    xc_docid head = 0;
    uint32_t ordinal = 0;
    pol_span id = {0};
    pol_index *index = now->plan->index;
    pol_status status = pol_entry_place(index, now->hits[hit].docid, &head, &ordinal, reterr);
    if (status == POL_OK)
        status = pol_entry_id(index, head, &now->plan->arena, &id, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_printf(buffer, "%.*s#%u: weight %.3f; its document", POL_SPAN_ARGS(id), ordinal,
                      now->hits[hit].score);
    add_words(now, hit, now->in_documents, buffer);
    if (rest_of(now, hit) > 1e-6)
        pol_buffer_printf(buffer, "; words side by side, and words of the best documents %.3f",
                          rest_of(now, hit));
    pol_buffer_printf(buffer, "; and %.1f of the passage", POL_LOCAL_PASSAGE_SHARE);
    add_words(now, hit, now->in_passages, buffer);
    pol_buffer_add_byte(buffer, '\n');
    return POL_OK;
}

pol_status pol_explain_ranked(pol_plan *plan, const pol_ranked *ranked, pol_buffer *buffer,
                              pol_error *reterr)
{
    explaining now = {.plan = plan, .hits = ranked->hits, .count = ranked->count};
    if (ranked->count == 0)
        return POL_OK;
    pol_status status = pol_index_lengths(plan->index, &now.lengths, reterr);
    if (status == POL_OK)
        status = pol_units_list(plan, now.lengths, &now.units, reterr);
    size_t room = now.units.count * now.count + 1;
    now.in_documents = pol_arena_array(&plan->arena, room, sizeof *now.in_documents);
    now.in_passages = pol_arena_array(&plan->arena, room, sizeof *now.in_passages);
    if (status == POL_OK && (!now.in_documents || !now.in_passages))
        status = fail_room(reterr);
    if (status == POL_OK)
        status = weigh_all(&now, reterr);
    for (size_t i = 0; i < now.count && status == POL_OK; i++)
        status = add_hit(&now, i, buffer, reterr);
    return status;
}
