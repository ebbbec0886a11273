/* composites_group.c - how alike motions are to groups of them, and a group to its points.
 *
 * A group begins with two motions of which each is nearest to the other (mutual nearest
 * neighbours), a third that is near both counting for them: that is more than being alike, which in
 * a conference on one trade many are that ask for different things. Others join the group to whose
 * motions they are likest on average, by the odds (average linkage, Sokal and Michener 1958), as do
 * whole groups. Chains, where each motion is like the next and the last nothing like the first, do
 * not come about: what is unlike has odds as far below as what is like has above. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites_motions.h"

static const float seed_min = 0.55f;   /* likeness of the two that a group begins with */
static const float join_min = 0.88f;   /* of one that joins, or of two groups that are one */
static const float support_least = -3; /* odds of a third that speak for two */
static const float odds_most = 9;     /* and -odds_most is the least: one says not more than many */
static const double point_min = 0.22; /* of a point and the first of those that ask for the same */

enum { CLUSTERS_MAX = 256 }; /* of one group, that a point is compared with */

enum { NONE = UINT32_MAX };

/* --- groups ------------------------------------------------------------------------- */

typedef struct grouping {
    size_t count;
    const float *likeness;
    uint32_t *groups;  /* of each motion its cluster's first one, from 1; 0: none */
    uint32_t *nearest; /* of each motion; NONE */
    float *odds;       /* of each two clusters */
    uint16_t *sizes;   /* of each cluster; 0: merged into another */
} grouping;

static float like(const grouping *g, uint32_t a, uint32_t b)
{
    return g->likeness[a * g->count + b];
}

/* Of how alike two are to the odds, as a logarithm. */
static float odds_of(float likeness)
{
    if (likeness <= 0 || likeness >= 1)
        return likeness <= 0 ? -odds_most : odds_most;
    return fmaxf(-odds_most, fminf(odds_most, logf(likeness / (1 - likeness))));
}

/* How much a third motion speaks for two: the lesser of its odds with either, of the one that
 * speaks for them most. One that answers others in their own words is near one of them, and the
 * others are not near it. */
static float support(const grouping *g, uint32_t a, uint32_t b)
{
    float most = -odds_most;
    for (uint32_t i = 0; i < g->count; i++)
        if (i != a && i != b)
            most = fmaxf(most, fminf(g->odds[a * g->count + i], g->odds[b * g->count + i]));
    return fmaxf(0, most - support_least);
}

/* Of those that are alike enough; where several are equally near, the first. */
static void find_nearest(grouping *g)
{
    for (uint32_t i = 0; i < g->count; i++) {
        float best = 0;
        g->nearest[i] = NONE;
        for (uint32_t j = 0; j < g->count; j++) {
            if (i == j || like(g, i, j) < seed_min)
                continue;
            float near = g->odds[i * g->count + j] + support(g, i, j);
            if (near <= best)
                continue;
            best = near;
            g->nearest[i] = j;
        }
    }
}

/* A cluster is known by its first motion: one motion, or a group. */
static bool is_cluster(const grouping *g, uint32_t at)
{
    return g->sizes[at] > 0;
}

/* The odds of a cluster and the others are the means of those of their motions. */
static void merge(grouping *g, uint32_t to, uint32_t from)
{
    float left = g->sizes[to], right = g->sizes[from];
    for (uint32_t i = 0; i < g->count; i++) {
        float mean = (g->odds[to * g->count + i] * left + g->odds[from * g->count + i] * right) /
                     (left + right);
        g->odds[to * g->count + i] = g->odds[i * g->count + to] = mean;
        g->groups[i] = g->groups[i] == from + 1 ? to + 1 : g->groups[i];
    }
    g->groups[from] = to + 1;
    g->sizes[to] += g->sizes[from];
    g->sizes[from] = 0;
}

/* Two motions of which each is nearest to the other. */
static void seed(grouping *g)
{
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t other = g->nearest[i];
        if (other == NONE || other < i || g->nearest[other] != i)
            continue;
        g->groups[i] = i + 1;
        merge(g, i, other);
    }
}

/* The group and the motion, or the other group, that are most alike. */
static bool join(grouping *g)
{
    float best = odds_of(join_min);
    uint32_t to = NONE, from = NONE;
    for (uint32_t i = 0; i < g->count; i++) {
        if (g->sizes[i] < 2)
            continue;
        for (uint32_t j = 0; j < g->count; j++) {
            if (j == i || !is_cluster(g, j) || g->odds[i * g->count + j] < best ||
                (to != NONE && g->odds[i * g->count + j] <= best))
                continue;
            best = g->odds[i * g->count + j];
            to = i;
            from = j;
        }
    }
    if (to == NONE)
        return false;
    merge(g, to, from);
    return true;
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

static bool make_clusters(grouping *g, pol_arena *scratch)
{
    size_t cells = g->count * g->count;
    g->nearest = pol_arena_array(scratch, g->count + 1, sizeof *g->nearest);
    g->sizes = pol_arena_array(scratch, g->count + 1, sizeof *g->sizes);
    g->odds = pol_arena_array(scratch, cells + 1, sizeof *g->odds);
    if (!g->nearest || !g->sizes || !g->odds)
        return false;
    for (size_t i = 0; i < g->count; i++)
        g->sizes[i] = 1;
    for (size_t i = 0; i < cells; i++)
        g->odds[i] = odds_of(g->likeness[i]);
    return true;
}

pol_status pol_motions_group(const pol_motions *motions, const pol_motion_likeness *likeness,
                             pol_arena *scratch, uint32_t *ret_groups, size_t *ret_count,
                             pol_error *reterr)
{
    grouping g = {.count = motions->count, .likeness = likeness->likeness, .groups = ret_groups};
    uint32_t *numbers = pol_arena_array(scratch, motions->count + 1, sizeof *numbers);
    if (!numbers || !make_clusters(&g, scratch))
        return pol_composites_refused(scratch, reterr);
    memset(ret_groups, 0, motions->count * sizeof *ret_groups);
    find_nearest(&g);
    seed(&g);
    while (join(&g))
        continue;
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
