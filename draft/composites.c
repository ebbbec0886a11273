/* composites.c - see composites.h: the steps, one after another. */
#include "draft/composites.h"

#include <math.h>
#include <stdint.h>

#include "draft/composites/motions.h"

/* Of what each of two motions asks for, that the other asks for too, where they say the same. */
static const double duplicate_min = 0.85;

typedef struct finding {
    pol_motions motions;
    pol_motion_likeness likeness;
    uint32_t *groups; /* of each motion, from 1 */
    size_t group_count;
    pol_arena scratch;
    pol_arena *arena;
} finding;

/* Of what two motions ask for, what the other asks for in the same words. */
static double share_of(const finding *f, uint32_t a, uint32_t b)
{
    size_t there = a * f->motions.count + b, back = b * f->motions.count + a;
    return fmin(1, (f->likeness.share[there] + f->likeness.share[back]) / 2);
}

/* Of the motion of a group that is least like any of the others. */
static double likeness_of(const finding *f, const uint32_t *places, size_t count)
{
    double least = 1;
    for (size_t i = 0; i < count; i++) {
        double best = 0;
        for (size_t j = 0; j < count; j++)
            best = i == j ? best : fmax(best, share_of(f, places[i], places[j]));
        least = fmin(least, best);
    }
    return least;
}

static pol_status make_group(finding *f, uint32_t number, uint32_t *places,
                             pol_composite_group *group, pol_error *reterr)
{
    size_t count = 0;
    pol_arena scratch;
    for (uint32_t i = 0; i < f->motions.count; i++)
        if (f->groups[i] == number)
            places[count++] = i;
    size_t *indexes = pol_arena_array(f->arena, count + 1, sizeof *indexes);
    if (!indexes)
        return pol_composites_refused(f->arena, reterr);
    for (size_t i = 0; i < count; i++)
        indexes[i] = f->motions.motions[places[i]].index;
    *group = (pol_composite_group){
        .motions = indexes, .motion_count = count, .likeness = likeness_of(f, places, count)};
    pol_arena_init(&scratch, POL_COMPOSITE_BYTES_MAX);
    pol_status status = pol_motions_points(&f->motions, places, &scratch, f->arena, group, reterr);
    pol_arena_done(&scratch);
    return status;
}

static pol_status make_groups(finding *f, const pol_composite_group **ret_groups, pol_error *reterr)
{
    pol_composite_group *groups = pol_arena_array(f->arena, f->group_count + 1, sizeof *groups);
    uint32_t *places = pol_arena_array(&f->scratch, f->motions.count + 1, sizeof *places);
    pol_status status = POL_OK;
    if (!groups || !places)
        return pol_composites_refused(groups ? &f->scratch : f->arena, reterr);
    for (size_t i = 0; i < f->group_count && status == POL_OK; i++)
        status = make_group(f, (uint32_t)i + 1, places, &groups[i], reterr);
    *ret_groups = groups;
    return status;
}

static bool says_the_same(const finding *f, size_t a, size_t b)
{
    size_t there = a * f->motions.count + b, back = b * f->motions.count + a;
    return f->likeness.likeness[there] > 0 && f->likeness.share[there] >= duplicate_min &&
           f->likeness.share[back] >= duplicate_min;
}

static void mark_duplicates(const finding *f, size_t count, size_t *ret_duplicates)
{
    for (size_t i = 0; i < count; i++)
        ret_duplicates[i] = SIZE_MAX;
    for (size_t later = 1; later < f->motions.count; later++)
        for (size_t earlier = 0; earlier < later; earlier++)
            if (says_the_same(f, earlier, later)) {
                ret_duplicates[f->motions.motions[later].index] = f->motions.motions[earlier].index;
                break;
            }
}

static pol_status find(finding *f, pol_index *index, const pol_document *const *documents,
                       size_t count, pol_error *reterr)
{
    pol_status status =
        pol_motions_read(index, NULL, documents, count, &f->scratch, &f->motions, reterr);
    if (status == POL_OK)
        status = pol_motions_compare(&f->motions, &f->scratch, &f->likeness, reterr);
    if (status != POL_OK)
        return status;
    f->groups = pol_arena_array(&f->scratch, f->motions.count + 1, sizeof *f->groups);
    if (!f->groups)
        return pol_composites_refused(&f->scratch, reterr);
    return pol_motions_group(&f->motions, &f->likeness, &f->scratch, f->groups, &f->group_count,
                             reterr);
}

pol_status pol_composites_find_all(pol_index *index, const pol_document *const *documents,
                                   size_t count, pol_arena *arena,
                                   const pol_composite_group **ret_groups, size_t *ret_group_count,
                                   size_t *ret_duplicates, pol_error *reterr)
{
    finding f = {.arena = arena};
    *ret_groups = NULL;
    *ret_group_count = 0;
    if (count > POL_COMPOSITE_MOTIONS_MAX)
        return pol_fail(reterr, POL_LIMIT, count,
                        "these are %zu motions, and at most %d can be compared with one another",
                        count, POL_COMPOSITE_MOTIONS_MAX);
    pol_arena_init(&f.scratch, POL_COMPOSITE_BYTES_MAX);
    pol_status status = find(&f, index, documents, count, reterr);
    if (status == POL_OK)
        status = make_groups(&f, ret_groups, reterr);
    if (status == POL_OK) {
        mark_duplicates(&f, count, ret_duplicates);
        *ret_group_count = f.group_count;
    }
    pol_weigher_free(f.motions.weigher);
    pol_arena_done(&f.scratch);
    return status;
}

pol_status pol_composites_find(pol_index *index, const pol_document *const *documents, size_t count,
                               pol_arena *arena, const pol_composite_group **ret_groups,
                               size_t *ret_group_count, pol_error *reterr)
{
    size_t *duplicates = pol_arena_array(arena, count + 1, sizeof *duplicates);
    if (!duplicates)
        return pol_composites_refused(arena, reterr);
    return pol_composites_find_all(index, documents, count, arena, ret_groups, ret_group_count,
                                   duplicates, reterr);
}
