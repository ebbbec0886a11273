/* judged.c - motions to what the judge of drafts says of each beside each other one: the demands of
 * one as clauses of a draft, those of the other as policy. */
#include <math.h>

#include "core/utf8.h"
#include "draft/composites/reading.h"

enum {
    JUDGED_MAX = 30000,          /* pairs of demands */
    SCRATCH_BYTES_MAX = 32 << 20 /* of one comparison */
};

/* --- reading ------------------------------------------------------------------------ */

static pol_status read_demand(pol_reading *r, pol_span title, pol_demand *demand, pol_error *reterr)
{
    pol_span text = demand->passage->text;
    pol_weighed_text *above = pol_arena_array(r->arena, 1, sizeof *above);
    pol_matters *matters = pol_arena_array(r->arena, 1, sizeof *matters);
    if (!above || !matters)
        return pol_composites_refused(r->arena, reterr);
    demand->judged.context = above;
    demand->judged.matters = matters;
    text = pol_span_first(text, pol_utf8_floor(text, POL_DEMAND_BYTES_MAX));
    pol_status status = pol_weigh(r->weigher, text, r->arena, &demand->judged.text, reterr);
    if (status == POL_OK)
        status =
            pol_weigh_above(r->weigher, title, demand->judged.lead_in, r->arena, above, reterr);
    if (status == POL_OK)
        status =
            pol_weighed_matters(r->matters, &demand->judged.text, above, r->arena, matters, reterr);
    if (status == POL_OK)
        status = pol_weighed_matters(r->matters, &demand->judged.text, NULL, r->arena,
                                     &demand->matters, reterr);
    return status;
}

pol_status pol_reading_judged(pol_reading *r, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < r->motion_count; i++) {
        const pol_motion *motion = &r->motions[i];
        for (uint32_t k = 0; k < motion->demand_count && status == POL_OK; k++)
            status = read_demand(r, motion->document->title.text,
                                 &r->demands[motion->first_demand + k], reterr);
    }
    return status;
}

/* --- judging ------------------------------------------------------------------------ */

static float bounded(double odds)
{
    return (float)fmax(-POL_JUDGED_MAX, fmin(POL_JUDGED_MAX, odds));
}

/* 0..1: of what the motion asks for. */
static float part_of(const pol_motions *motions, const pol_demand *demand)
{
    double all = motions->motions[demand->place].weight;
    return all > 0 ? (float)(demand->terms.weight / all) : 0;
}

/* To what is known of the two motions, if these demands are more alike. */
static pol_status judge(const pol_motions *motions, const pol_demand *one, const pol_demand *other,
                        pol_motion_judged *judged, pol_error *reterr)
{
    pol_compared clause = one->judged;
    pol_comparison found;
    pol_arena scratch;
    clause.context = NULL;
    clause.matters = &one->matters;
    pol_arena_init(&scratch, SCRATCH_BYTES_MAX);
    pol_status status = pol_compare(&clause, &other->judged, &scratch, &found, reterr);
    pol_arena_done(&scratch);
    if (status == POL_OK && bounded(found.same) > judged->same)
        *judged = (pol_motion_judged){bounded(found.same), bounded(found.turned),
                                      fminf(part_of(motions, one), part_of(motions, other))};
    return status;
}

pol_status pol_motions_relate(const pol_motions *motions, const pol_demand_pairs *pairs,
                              pol_arena *arena, pol_motion_relations *ret_relations,
                              pol_error *reterr)
{
    size_t count = motions->count, cells = count * count;
    pol_motion_judged *judged = pol_arena_array(arena, cells + 1, sizeof *judged);
    const float *near = pol_motions_near(motions, arena);
    pol_status status = POL_OK;
    if (!judged || !near)
        return pol_composites_refused(arena, reterr);
    for (size_t i = 0; i < cells; i++)
        judged[i] = (pol_motion_judged){-POL_JUDGED_MAX, -POL_JUDGED_MAX, 0};
    for (size_t i = 0; i < pairs->count && i < JUDGED_MAX && status == POL_OK; i++) {
        const pol_demand *left = &motions->demands[pairs->pairs[i].left];
        const pol_demand *right = &motions->demands[pairs->pairs[i].right];
        status = judge(motions, left, right, &judged[left->place * count + right->place], reterr);
        if (status == POL_OK)
            status =
                judge(motions, right, left, &judged[right->place * count + left->place], reterr);
    }
    *ret_relations = (pol_motion_relations){near, judged};
    return status;
}
