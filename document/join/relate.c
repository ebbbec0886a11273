/* relate.c - resolving of relations, and their other ends. */
#include "document/join/relate.h"

#include <stdlib.h>

enum { OWN_COMPARED_MAX = 64 };

static const size_t nowhere = (size_t)-1;

/* Whether `number` alone tells the kind: "Composite A", or the relation does. */
static uint8_t kind_of_other(const pol_relation *relation)
{
    return relation->kind == POL_RELATION_COMPOSITED_IN ? POL_KIND_COMPOSITE : POL_KIND_MOTION;
}

static size_t resolve(const pol_join_index *index, size_t place, const pol_relation *relation)
{
    const pol_document *document = index->documents[place];
    pol_join_query query;
    pol_span conference =
        relation->conference_name.size ? relation->conference_name : document->conference_name;
    pol_join_query_set(&query, kind_of_other(relation), relation->number, relation->title,
                       conference, relation->year ? relation->year : document->year);
    pol_join_match match = pol_join_find(index, &query);
    return match.document == place ? nowhere : match.document;
}

/* How `other` is named in a relation of `document`. */
static pol_relation name_other(const pol_join_index *index, size_t document, size_t other,
                               uint8_t kind)
{
    const pol_document *named = index->documents[other];
    pol_relation relation = {.kind = kind,
                             .number = named->number.text,
                             .title = named->title.text,
                             .id = named->id.text};
    if (!pol_span_equal(index->names[document].key, index->names[other].key)) {
        relation.conference_name = named->conference_name;
        relation.year = named->year;
    }
    return relation;
}

static bool add_tie(pol_join_ties *ties, pol_arena *arena, size_t document, size_t other,
                    pol_relation relation)
{
    pol_join_tie *items =
        pol_arena_grow(arena, ties->items, ties->count, &ties->capacity, sizeof *items);
    if (!items)
        return false;
    ties->items = items;
    items[ties->count++] = (pol_join_tie){document, other, relation};
    return true;
}

static bool add_stated(const pol_join_index *index, pol_arena *arena, pol_join_ties *ties)
{
    size_t total = 0;
    for (size_t i = 0; i < index->count; i++)
        total += index->documents[i]->relation_count;
    ties->targets = pol_arena_array(arena, total + 1, sizeof *ties->targets);
    ties->target_starts = pol_arena_array(arena, index->count + 1, sizeof *ties->target_starts);
    if (!ties->targets || !ties->target_starts)
        return false;
    for (size_t i = 0, at = 0; i < index->count; i++) {
        const pol_document *document = index->documents[i];
        ties->target_starts[i] = at;
        for (size_t k = 0; k < document->relation_count; k++) {
            const pol_relation *relation = &document->relations[k];
            size_t other = ties->targets[at++] = resolve(index, i, relation);
            uint8_t kind = (uint8_t)pol_relation_inverse((pol_relation_kind)relation->kind);
            if (other != nowhere &&
                !add_tie(ties, arena, other, i, name_other(index, other, i, kind)))
                return false;
        }
    }
    return true;
}

/* A report's "5: composited in A" ties both. */
static bool add_reported(const pol_join_index *index, const pol_join_source *source,
                         pol_arena *arena, pol_join_ties *ties)
{
    pol_relation relation = {.kind = POL_RELATION_COMPOSITED_IN,
                             .number = source->from->outcome.composite};
    size_t place = source->document, other = resolve(index, place, &relation);
    if (relation.number.size == 0)
        return true;
    if (other == nowhere)
        return add_tie(ties, arena, place, nowhere, relation);
    return add_tie(ties, arena, place, other,
                   name_other(index, place, other, POL_RELATION_COMPOSITED_IN)) &&
           add_tie(ties, arena, other, place,
                   name_other(index, other, place, POL_RELATION_COMPOSITE_OF));
}

static int compare_places(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By what they say, not by places: these depend on the order of the input. */
static int compare_ties(const void *a, const void *b)
{
    const pol_join_tie *left = a, *right = b;
    const pol_relation *one = &left->relation, *other = &right->relation;
    int order = compare_places(left->document, right->document);
    if (order == 0)
        order = compare_places(one->kind, other->kind);
    if (order == 0 && one->number.size != other->number.size)
        order = one->number.size < other->number.size ? -1 : 1; /* 2 before 10 */
    if (order == 0)
        order = pol_span_compare(one->number, other->number);
    if (order == 0)
        order = pol_span_compare(one->title, other->title);
    if (order == 0)
        order = pol_span_compare(one->conference_name, other->conference_name);
    if (order == 0)
        order = (one->year > other->year) - (one->year < other->year);
    if (order == 0)
        order = pol_span_compare(one->id, other->id);
    return order ? order : compare_places(left->other, right->other);
}

/* Sorted, each once, and where each document's start. */
static bool sort_ties(const pol_join_index *index, pol_arena *arena, pol_join_ties *ties)
{
    size_t kept = 0, at = 0;
    if (ties->count > 1)
        qsort(ties->items, ties->count, sizeof *ties->items, compare_ties);
    for (size_t i = 0; i < ties->count; i++)
        if (kept == 0 || compare_ties(&ties->items[kept - 1], &ties->items[i]) != 0)
            ties->items[kept++] = ties->items[i];
    ties->count = kept;
    ties->starts = pol_arena_array(arena, index->count + 1, sizeof *ties->starts);
    for (size_t i = 0; ties->starts && i <= index->count; i++) {
        while (at < kept && ties->items[at].document < i)
            at++;
        ties->starts[i] = at;
    }
    return ties->starts != NULL;
}

bool pol_join_ties_find(const pol_join_index *index, pol_join_sources sources, pol_arena *arena,
                        pol_join_ties *ret_ties)
{
    *ret_ties = (pol_join_ties){.count = 0};
    if (!add_stated(index, arena, ret_ties))
        return false;
    for (size_t i = 0; i < sources.count; i++)
        if (!add_reported(index, &sources.items[i], arena, ret_ties))
            return false;
    return sort_ties(index, arena, ret_ties);
}

static void read_composite(pol_span printed, pol_join_number *number)
{
    pol_join_number_read(POL_KIND_COMPOSITE, printed, number);
}

/* One more statement of where it went; false where it contradicts those before. */
static bool join_composite(pol_join_composite *all, const pol_join_composite *stated)
{
    pol_join_number one, other;
    if (all->number.size > 0) {
        read_composite(all->number, &one);
        read_composite(stated->number, &other);
        if (strcmp(one.own, other.own) != 0)
            return false;
    }
    if (all->number.size == 0 || (stated->place != nowhere && all->place == nowhere))
        all->number = stated->number;
    if (stated->place != nowhere && all->place != nowhere && stated->place != all->place)
        all->is_several = true;
    if (stated->place != nowhere)
        all->place = stated->place;
    all->by_composite = all->by_composite || stated->by_composite;
    return true;
}

/* What the document itself says holds; else the ties, which hold what reports say too. */
pol_join_composite pol_join_composite_of(const pol_join_index *index, const pol_join_ties *ties,
                                         size_t document)
{
    pol_join_composite all = {.place = nowhere};
    pol_relation own = {.kind = POL_RELATION_COMPOSITED_IN,
                        .number = index->documents[document]->composite};
    if (own.number.size > 0) {
        all.number = own.number;
        all.place = resolve(index, document, &own);
        return all;
    }
    bool is_one = true;
    for (size_t i = ties->starts[document]; i < ties->starts[document + 1]; i++) {
        const pol_join_tie *tie = &ties->items[i];
        pol_join_composite stated = {.number = tie->relation.number,
                                     .place = tie->other,
                                     .by_composite = tie->other != nowhere};
        if (tie->relation.kind == POL_RELATION_COMPOSITED_IN)
            is_one = join_composite(&all, &stated) && is_one;
    }
    if (all.is_several)
        all.place = nowhere;
    if (!is_one)
        all = (pol_join_composite){.place = nowhere, .by_composite = all.by_composite};
    return all;
}

/* Does the document state this itself? */
static bool is_own(const pol_join_index *index, const pol_join_ties *ties, const pol_join_tie *tie)
{
    const pol_document *document = index->documents[tie->document];
    const size_t *targets = ties->targets + ties->target_starts[tie->document];
    for (size_t i = 0; i < document->relation_count && i < OWN_COMPARED_MAX; i++) {
        const pol_relation *own = &document->relations[i];
        bool same_number =
            tie->other == nowhere && pol_span_equal_fold(own->number, tie->relation.number);
        if (own->kind == tie->relation.kind &&
            ((tie->other != nowhere && targets[i] == tie->other) || same_number))
            return true;
    }
    return false;
}

bool pol_join_write_relations(const pol_join_index *index, const pol_join_ties *ties, size_t place,
                              pol_arena *arena, pol_overlay *overlay)
{
    const pol_document *document = index->documents[place];
    size_t first = ties->starts[place], end = ties->starts[place + 1];
    const size_t *targets = ties->targets + ties->target_starts[place];
    if (end - first > POL_JOIN_TIES_MAX)
        end = first + POL_JOIN_TIES_MAX;
    size_t room = document->relation_count + end - first, count = 0;
    if (room == 0)
        return true;
    pol_relation *relations = pol_arena_array(arena, room, sizeof *relations);
    if (!relations)
        return false;
    for (; count < document->relation_count; count++) {
        relations[count] = document->relations[count];
        if (targets[count] != nowhere)
            relations[count].id = index->documents[targets[count]]->id.text;
    }
    for (size_t i = first; i < end; i++)
        if (!is_own(index, ties, &ties->items[i]))
            relations[count++] = ties->items[i].relation;
    overlay->relations = relations;
    overlay->relation_count = count;
    return true;
}
