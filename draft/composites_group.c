/* composites_group.c - how alike motions are to groups of them, and a group to its points.
 *
 * Linkage: the two groups that are most alike become one, as long as they are alike enough, by the
 * mean of the average of their motions (Sokal and Michener 1958) and the two most alike, and as
 * long as no two motions of them are nothing like each other. Chains, where each motion is like the
 * next and the last nothing like the first, do not come about. */
#include <stdlib.h>

#include "draft/composites_motions.h"

static const double linked_min = 0.1; /* likeness of two groups */
static const double least_min = 0.01; /* of any two motions of them */
static const double point_min = 0.22; /* of a point and the first of those that ask for the same */

enum { CLUSTERS_MAX = 256 }; /* of one group, that a point is compared with */

enum { NONE = UINT32_MAX };

/* --- groups ------------------------------------------------------------------------- */

typedef struct linkage {
    size_t count;
    float *sums, *least, *most; /* likeness of the motions of two groups; of the least alike two,
                                   and of the most alike two */
    uint32_t *sizes;            /* of groups; 0: part of another */
    uint32_t *into;             /* the group that each motion is in */
    uint32_t *nearest;          /* of each group; NONE */
    float *near;                /* how alike that is */
} linkage;

static float linked(const linkage *l, uint32_t a, uint32_t b)
{
    size_t cell = a * l->count + b;
    if (l->least[cell] < least_min)
        return 0;
    return (l->sums[cell] / (float)(l->sizes[a] * l->sizes[b]) + l->most[cell]) / 2;
}

static void find_nearest(linkage *l, uint32_t at)
{
    l->nearest[at] = NONE;
    l->near[at] = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        float likeness = i == at || !l->sizes[i] ? 0 : linked(l, at, i);
        if (likeness <= l->near[at])
            continue;
        l->near[at] = likeness;
        l->nearest[at] = i;
    }
}

static void merge(linkage *l, uint32_t a, uint32_t b)
{
    l->sizes[a] += l->sizes[b];
    l->sizes[b] = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        size_t there = a * l->count + i, back = i * l->count + a, other = b * l->count + i;
        l->into[i] = l->into[i] == b ? a : l->into[i];
        l->sums[there] = l->sums[back] = l->sums[there] + l->sums[other];
        if (l->least[other] < l->least[there])
            l->least[there] = l->least[back] = l->least[other];
        if (l->most[other] > l->most[there])
            l->most[there] = l->most[back] = l->most[other];
    }
    for (uint32_t i = 0; i < l->count; i++)
        if (l->sizes[i] &&
            (i == a || l->nearest[i] == a || l->nearest[i] == b || linked(l, i, a) > l->near[i]))
            find_nearest(l, i);
}

/* Where groups are equally alike, the first. */
static void link_all(linkage *l)
{
    for (uint32_t i = 0; i < l->count; i++)
        find_nearest(l, i);
    while (true) {
        uint32_t best = NONE;
        for (uint32_t i = 0; i < l->count; i++)
            if (l->sizes[i] && l->nearest[i] != NONE &&
                (best == NONE || l->near[i] > l->near[best]))
                best = i;
        if (best == NONE || l->near[best] < linked_min)
            return;
        uint32_t other = l->nearest[best];
        merge(l, best < other ? best : other, best < other ? other : best);
    }
}

static size_t number_groups(const linkage *l, uint32_t *groups, uint32_t *numbers)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        uint32_t root = l->into[i];
        if (l->sizes[root] < 2) {
            groups[i] = 0;
            continue;
        }
        if (numbers[root] == 0)
            numbers[root] = ++count;
        groups[i] = numbers[root];
    }
    return count;
}

pol_status pol_motions_group(const pol_motions *motions, const pol_motion_likeness *likeness,
                             pol_arena *scratch, uint32_t *ret_groups, size_t *ret_count,
                             pol_error *reterr)
{
    size_t count = motions->count, cells = count * count;
    linkage l = {.count = count,
                 .sums = pol_arena_array(scratch, cells + 1, sizeof *l.sums),
                 .least = pol_arena_array(scratch, cells + 1, sizeof *l.least),
                 .most = pol_arena_array(scratch, cells + 1, sizeof *l.most),
                 .sizes = pol_arena_array(scratch, count + 1, sizeof *l.sizes),
                 .into = pol_arena_array(scratch, count + 1, sizeof *l.into),
                 .nearest = pol_arena_array(scratch, count + 1, sizeof *l.nearest),
                 .near = pol_arena_array(scratch, count + 1, sizeof *l.near)};
    uint32_t *numbers = pol_arena_array(scratch, count + 1, sizeof *numbers);
    if (!l.sums || !l.least || !l.most || !l.sizes || !l.into || !l.nearest || !l.near || !numbers)
        return pol_composites_refused(scratch, reterr);
    memcpy(l.sums, likeness->likeness, cells * sizeof *l.sums);
    memcpy(l.least, likeness->likeness, cells * sizeof *l.least);
    memcpy(l.most, likeness->likeness, cells * sizeof *l.most);
    for (uint32_t i = 0; i < count; i++) {
        l.sizes[i] = 1;
        l.into[i] = i;
    }
    link_all(&l);
    *ret_count = number_groups(&l, ret_groups, numbers);
    return POL_OK;
}

/* --- points of a group -------------------------------------------------------------- */

typedef struct cluster {
    uint32_t first;   /* demand */
    uint32_t motions; /* that have a demand in it */
    uint32_t last;    /* motion counted */
} cluster;

typedef struct pointing {
    const pol_motions *motions;
    uint32_t *of; /* cluster of each demand; NONE: not of this group */
    cluster *clusters;
    size_t cluster_count;
} pointing;

/* The cluster whose first demand is most like this one; NONE. */
static uint32_t find_cluster(const pointing *p, uint32_t demand)
{
    double best = point_min;
    uint32_t found = NONE;
    size_t telling;
    for (uint32_t i = 0; i < p->cluster_count && i < CLUSTERS_MAX; i++) {
        double likeness =
            pol_motion_cosine(p->motions, &p->motions->demands[demand].matter,
                              &p->motions->demands[p->clusters[i].first].matter, &telling);
        if (likeness < best)
            continue;
        best = likeness;
        found = i;
    }
    return found;
}

static void place_demand(pointing *p, uint32_t demand)
{
    uint32_t at = find_cluster(p, demand), motion = p->motions->demands[demand].place;
    if (at == NONE) {
        at = (uint32_t)p->cluster_count++;
        p->clusters[at] = (cluster){.first = demand, .last = NONE};
    }
    p->of[demand] = at;
    p->clusters[at].motions += p->clusters[at].last != motion;
    p->clusters[at].last = motion;
}

/* What most motions ask for first. */
static int by_number(const void *left, const void *right)
{
    const pol_composite_point *a = left, *b = right;
    if (a->motions != b->motions)
        return a->motions > b->motions ? -1 : 1;
    if (a->cluster != b->cluster)
        return a->cluster < b->cluster ? -1 : 1;
    if (a->motion != b->motion)
        return a->motion < b->motion ? -1 : 1;
    return (a->passage->ordinal > b->passage->ordinal) -
           (a->passage->ordinal < b->passage->ordinal);
}

/* From 1, in the order in which they are told. */
static void number_clusters(pol_composite_point *points, size_t count)
{
    uint32_t number = 0, last = NONE;
    for (size_t i = 0; i < count; i++) {
        number += points[i].cluster != last;
        last = points[i].cluster;
        points[i].cluster = number;
    }
}

static bool make_points(pointing *p, const uint32_t *places, pol_arena *arena,
                        pol_composite_group *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->motion_count; i++)
        count += p->motions->motions[places[i]].demand_count;
    pol_composite_point *points = pol_arena_array(arena, count + 1, sizeof *points);
    if (!points)
        return false;
    group->points = points;
    for (size_t i = 0; i < group->motion_count; i++) {
        const pol_motion *motion = &p->motions->motions[places[i]];
        for (uint32_t j = 0; j < motion->demand_count; j++) {
            uint32_t demand = motion->first_demand + j;
            points[group->point_count++] =
                (pol_composite_point){.motion = i,
                                      .passage = p->motions->demands[demand].passage,
                                      .motions = p->clusters[p->of[demand]].motions,
                                      .cluster = p->of[demand]};
        }
    }
    qsort(points, count, sizeof *points, by_number);
    number_clusters(points, count);
    return true;
}

pol_status pol_motions_points(const pol_motions *motions, const uint32_t *places,
                              pol_arena *scratch, pol_arena *arena, pol_composite_group *group,
                              pol_error *reterr)
{
    size_t count = motions->demand_count;
    pointing p = {.motions = motions,
                  .of = pol_arena_array(scratch, count + 1, sizeof *p.of),
                  .clusters = pol_arena_array(scratch, count + 1, sizeof *p.clusters)};
    if (!p.of || !p.clusters)
        return pol_composites_refused(scratch, reterr);
    for (size_t i = 0; i < count; i++)
        p.of[i] = NONE;
    for (size_t i = 0; i < group->motion_count; i++) {
        const pol_motion *motion = &motions->motions[places[i]];
        for (uint32_t j = 0; j < motion->demand_count; j++)
            place_demand(&p, motion->first_demand + j);
    }
    return make_points(&p, places, arena, group) ? POL_OK : pol_composites_refused(arena, reterr);
}
