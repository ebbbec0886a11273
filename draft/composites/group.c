/* group.c - how alike motions are to groups of them, and a group to its points.
 *
 * A group begins with two motions of which each is nearest to the other (mutual nearest
 * neighbours): that is more than being alike, which in a conference on one trade many are that ask
 * for different things. Others join the group of the motion nearest to them where they are much
 * like each of it (complete linkage). Chains, where each motion is like the next and the last
 * nothing like the first, do not come about. */
#include <stdlib.h>

#include "draft/composites/motions.h"

static const float seed_min = 0.37f;  /* likeness of the two that a group begins with */
static const float join_min = 0.9f;   /* of one that joins, or of two groups that are one */
static const double point_min = 0.22; /* of a point and the first of those that ask for the same */

enum { CLUSTERS_MAX = 256 }; /* of one group, that a point is compared with */

enum { NONE = UINT32_MAX };

/* --- groups ------------------------------------------------------------------------- */

typedef struct grouping {
    size_t count;
    const float *likeness;
    uint32_t *groups;  /* of each motion, from 1; 0: none */
    uint32_t *nearest; /* of each motion; NONE */
} grouping;

static float like(const grouping *g, uint32_t a, uint32_t b)
{
    return g->likeness[a * g->count + b];
}

/* Where several are equally near, the first. */
static void find_nearest(grouping *g)
{
    for (uint32_t i = 0; i < g->count; i++) {
        float best = 0;
        g->nearest[i] = NONE;
        for (uint32_t j = 0; j < g->count; j++) {
            if (i == j || like(g, i, j) <= best)
                continue;
            best = like(g, i, j);
            g->nearest[i] = j;
        }
    }
}

/* Two motions of which each is nearest to the other. */
static uint32_t seed(grouping *g)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t other = g->nearest[i];
        if (other == NONE || other < i || g->nearest[other] != i || like(g, i, other) < seed_min)
            continue;
        g->groups[i] = g->groups[other] = ++count;
    }
    return count;
}

/* How alike a motion is to that of a group which it is least like. */
static float like_group(const grouping *g, uint32_t motion, uint32_t group)
{
    float least = 1;
    uint32_t size = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->groups[i] != group)
            continue;
        float likeness = like(g, motion, i);
        least = likeness < least ? likeness : least;
        size++;
    }
    return size ? least : 0;
}

/* The group that a motion's nearest is in, if it is like all of it. */
static bool join(grouping *g)
{
    float best = join_min;
    uint32_t joins = NONE;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t other = g->nearest[i];
        if (g->groups[i] || other == NONE || !g->groups[other])
            continue;
        float likeness = like_group(g, i, g->groups[other]);
        if (likeness < best || (joins != NONE && likeness <= best))
            continue;
        best = likeness;
        joins = i;
    }
    if (joins == NONE)
        return false;
    g->groups[joins] = g->groups[g->nearest[joins]];
    return true;
}

/* As like_group(), of all motions of another. */
static float like_groups(const grouping *g, uint32_t one, uint32_t other)
{
    float least = 1;
    uint32_t size = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->groups[i] != one)
            continue;
        float likeness = like_group(g, i, other);
        least = likeness < least ? likeness : least;
        size++;
    }
    return size ? least : 0;
}

/* Four motions may be two pairs of nearest ones. */
static void unite(grouping *g, uint32_t count)
{
    for (uint32_t one = 1; one < count; one++)
        for (uint32_t other = one + 1; other <= count; other++)
            if (like_groups(g, one, other) >= join_min)
                for (uint32_t i = 0; i < g->count; i++)
                    g->groups[i] = g->groups[i] == other ? one : g->groups[i];
}

/* By the first motions of groups, which may have joined late. */
static uint32_t number_groups(grouping *g, uint32_t *numbers)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t group = g->groups[i];
        if (group && !numbers[group])
            numbers[group] = ++count;
        g->groups[i] = group ? numbers[group] : 0;
    }
    return count;
}

pol_status pol_motions_group(const pol_motions *motions, const pol_motion_likeness *likeness,
                             pol_arena *scratch, uint32_t *ret_groups, size_t *ret_count,
                             pol_error *reterr)
{
    grouping g = {.count = motions->count,
                  .likeness = likeness->likeness,
                  .groups = ret_groups,
                  .nearest = pol_arena_array(scratch, motions->count + 1, sizeof *g.nearest)};
    uint32_t *numbers = pol_arena_array(scratch, motions->count + 1, sizeof *numbers);
    if (!g.nearest || !numbers)
        return pol_composites_refused(scratch, reterr);
    memset(ret_groups, 0, motions->count * sizeof *ret_groups);
    find_nearest(&g);
    uint32_t seeded = seed(&g);
    while (join(&g))
        continue;
    unite(&g, seeded);
    *ret_count = number_groups(&g, numbers);
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

static bool has_shared(const pointing *p)
{
    for (size_t i = 0; i < p->cluster_count; i++)
        if (p->clusters[i].motions > 1)
            return true;
    return false;
}

/* Where the words of no two points are enough alike, the two that are most alike are what the
 * motions share: they are not in one group for nothing. */
static void share_nearest(pointing *p)
{
    uint32_t left = NONE, right = NONE;
    double best = 0;
    size_t telling;
    for (uint32_t i = 0; i < p->cluster_count && i < CLUSTERS_MAX; i++)
        for (uint32_t j = i + 1; j < p->cluster_count && j < CLUSTERS_MAX; j++) {
            const pol_demand *a = &p->motions->demands[p->clusters[i].first];
            const pol_demand *b = &p->motions->demands[p->clusters[j].first];
            double likeness = pol_motion_cosine(p->motions, &a->matter, &b->matter, &telling);
            if (a->place == b->place || likeness <= best)
                continue;
            best = likeness;
            left = i;
            right = j;
        }
    if (left == NONE)
        return;
    for (size_t i = 0; i < p->motions->demand_count; i++)
        if (p->of[i] == right)
            p->of[i] = left;
    p->clusters[left].motions += p->clusters[right].motions;
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
    if (!has_shared(&p))
        share_nearest(&p);
    return make_points(&p, places, arena, group) ? POL_OK : pol_composites_refused(arena, reterr);
}
