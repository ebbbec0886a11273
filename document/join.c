/* join.c - documents and outcomes to overlays: matching, deciding, and tying in turn.
 *
 * Decisions are made twice: first without what became of composites, which are documents as
 * well, then with it, since "composited" and "carried" agree where the composite was carried. */
#include "document/join.h"

#include "document/join/relate.h"

enum { SCRATCH_MAX = 0x7fffffff }; /* far above what POL_JOIN_MAX documents take */

static const size_t nowhere = (size_t)-1;

/* What the steps share. */
typedef struct joining {
    pol_join_index index;
    const pol_join_outcome *outcomes;
    size_t outcome_count;
    pol_joined *joined;
    pol_join_source *sources; /* outcomes that found their document, sorted */
    size_t source_count;
    size_t *starts; /* of each document's sources, and one more for the end */
    pol_join_ties ties;
    pol_join_table fates; /* of composites that are in reports only: places of outcomes */
    uint8_t *first;       /* each document's decision without the fates of composites */
    pol_arena scratch;
    pol_arena *arena; /* of the result */
} joining;

static bool make_room(joining *join)
{
    size_t documents = join->index.count, outcomes = join->outcome_count;
    pol_joined *joined = join->joined;
    joined->overlays = pol_arena_array(join->arena, documents + 1, sizeof *joined->overlays);
    joined->twins = pol_arena_array(join->arena, documents + 1, sizeof *joined->twins);
    joined->outcome_documents =
        pol_arena_array(join->arena, outcomes + 1, sizeof *joined->outcome_documents);
    joined->unmatched = pol_arena_array(join->arena, outcomes + 1, sizeof *joined->unmatched);
    join->sources = pol_arena_array(&join->scratch, outcomes + 1, sizeof *join->sources);
    join->starts = pol_arena_array(&join->scratch, documents + 1, sizeof *join->starts);
    join->first = pol_arena_array(&join->scratch, documents + 1, 1);
    join->fates.arena = &join->scratch;
    return joined->overlays && joined->twins && joined->outcome_documents && joined->unmatched &&
           join->sources && join->starts && join->first;
}

static pol_join_match match_outcome(const joining *join, const pol_join_outcome *given,
                                    pol_join_query *query)
{
    const pol_outcome *outcome = &given->outcome;
    pol_join_query_set(query, outcome->kind, outcome->number, outcome->title,
                       outcome->conference_name, outcome->year);
    query->is_part = pol_join_outcome_decision(outcome) == POL_DECISION_COMPOSITED;
    if (given->assigned.size > 0)
        return pol_join_find_id(&join->index, given->assigned);
    return pol_join_find(&join->index, query);
}

/* The key of a composite's fate: its conference and number. */
static pol_span fate_key(pol_span conference, const char *number,
                         char buffer[POL_JOIN_KEY_MAX + POL_JOIN_NUMBER_MAX])
{
    size_t size = strlen(number);
    if (conference.size)
        memcpy(buffer, conference.data, conference.size);
    buffer[conference.size] = '\n';
    memcpy(buffer + conference.size + 1, number, size);
    return pol_span_make(buffer, conference.size + 1 + size);
}

/* A composite that is in no document: its fate is known all the same. */
static bool keep_fate(joining *join, size_t place, const pol_join_query *query)
{
    char buffer[POL_JOIN_KEY_MAX + POL_JOIN_NUMBER_MAX];
    if (query->number.kind != POL_KIND_COMPOSITE || query->number.own[0] == '\0' ||
        query->key.size == 0)
        return true;
    return pol_join_table_add(&join->fates, fate_key(query->key, query->number.own, buffer), place);
}

static bool match_outcomes(joining *join)
{
    pol_join_query query;
    for (size_t i = 0; i < join->outcome_count; i++) {
        const pol_join_outcome *given = &join->outcomes[i];
        pol_join_match match = match_outcome(join, given, &query);
        uint8_t decision = pol_join_outcome_decision(&given->outcome);
        join->joined->outcome_documents[i] = match.document;
        join->joined->unmatched[i] = match.reason;
        if (match.document == nowhere) {
            bool is_unknown = match.reason == POL_UNMATCHED_NO_DOCUMENT ||
                              match.reason == POL_UNMATCHED_UNKNOWN_CONFERENCE;
            if (is_unknown && given->assigned.size == 0 && !keep_fate(join, i, &query))
                return false;
            continue;
        }
        if (decision == POL_DECISION_NONE && given->outcome.decision == POL_DECISION_NONE)
            join->joined->unmatched[i] = POL_UNMATCHED_UNKNOWN_WORDS;
        join->sources[join->source_count++] = (pol_join_source){match.document, given, decision};
    }
    pol_join_table_sort(&join->fates);
    return true;
}

static void sort_sources(joining *join)
{
    size_t at = 0;
    pol_join_sources_sort(join->sources, join->source_count);
    for (size_t i = 0; i <= join->index.count; i++) {
        while (at < join->source_count && join->sources[at].document < i)
            at++;
        join->starts[i] = at;
    }
}

static pol_join_sources sources_of(const joining *join, size_t document)
{
    size_t first = join->starts[document], end = join->starts[document + 1];
    return (pol_join_sources){join->sources + first, end - first};
}

static uint8_t known(uint8_t decision)
{
    return decision == POL_DECISION_UNKNOWN ? POL_DECISION_NONE : decision;
}

/* What became of a composite that only reports know; NONE where they do not agree. */
static uint8_t reported_fate(const joining *join, size_t document, pol_span composite)
{
    char buffer[POL_JOIN_KEY_MAX + POL_JOIN_NUMBER_MAX];
    pol_join_number number;
    uint32_t stated = 0;
    pol_join_number_read(POL_KIND_COMPOSITE, composite, &number);
    pol_join_group group = pol_join_table_find(
        &join->fates, fate_key(join->index.names[document].key, number.own, buffer));
    for (size_t i = 0; i < group.count; i++) {
        const pol_join_outcome *given = &join->outcomes[group.entries[i].place];
        stated |= pol_join_decision_bit(pol_join_outcome_decision(&given->outcome));
    }
    return known(pol_join_decide_among(stated));
}

/* The decision with all that is known, and what it rests on. */
static bool write_overlay(joining *join, size_t place)
{
    pol_overlay *overlay = &join->joined->overlays[place];
    const pol_document *document = join->index.documents[place];
    pol_join_sources sources = sources_of(join, place);
    pol_join_composite composite = pol_join_composite_of(&join->index, &join->ties, place);
    uint8_t fate = POL_DECISION_NONE;
    if (composite.place != nowhere)
        fate = known(join->first[composite.place]);
    else if (composite.number.size > 0)
        fate = reported_fate(join, place, composite.number);
    if (fate == POL_DECISION_NONE && document->composite.size > 0)
        fate = known(document->composite_decision); /* as its own text says */
    pol_join_verdict verdict = pol_join_decide(document, sources, fate);
    bool is_open = !pol_join_is_decided(document) && !verdict.has_conflict &&
                   known(verdict.decision) == POL_DECISION_NONE;
    if (is_open && composite.by_composite && pol_kind_is_decided(document->kind))
        verdict.decision = POL_DECISION_COMPOSITED;
    overlay->decision = verdict.decision;
    overlay->is_decided = verdict.decision != document->decision;
    overlay->composite = composite.number;
    overlay->composite_decision = fate;
    return pol_join_write_sources(document, sources, verdict, join->arena, overlay) &&
           pol_join_write_relations(&join->index, &join->ties, place, join->arena, overlay);
}

/* What a document that conference agreed to says it supersedes. */
static void mark_superseded(joining *join)
{
    for (size_t i = 0; i < join->ties.count; i++) {
        const pol_join_tie *tie = &join->ties.items[i];
        if (tie->relation.kind == POL_RELATION_SUPERSEDED_BY && tie->other != nowhere &&
            pol_decision_is_policy(join->joined->overlays[tie->other].decision))
            join->joined->overlays[tie->document].standing = POL_STANDING_SUPERSEDED;
    }
}

static bool run(joining *join)
{
    if (!make_room(join) || !pol_join_index_fill(&join->index, &join->scratch) ||
        !match_outcomes(join))
        return false;
    sort_sources(join);
    pol_join_sources all = {join->sources, join->source_count};
    if (!pol_join_ties_find(&join->index, all, &join->scratch, &join->ties))
        return false;
    for (size_t i = 0; i < join->index.count; i++) {
        pol_join_verdict verdict =
            pol_join_decide(join->index.documents[i], sources_of(join, i), POL_DECISION_NONE);
        join->first[i] = verdict.decision;
    }
    for (size_t i = 0; i < join->index.count; i++)
        if (!write_overlay(join, i))
            return false;
    mark_superseded(join);
    return pol_join_find_twins(&join->index, &join->scratch, join->joined->twins);
}

pol_status pol_join(const pol_document *const *documents, size_t document_count,
                    const pol_join_outcome *outcomes, size_t outcome_count, pol_arena *arena,
                    pol_joined *ret_joined, pol_error *reterr)
{
    *ret_joined = (pol_joined){0};
    if (document_count > POL_JOIN_MAX || outcome_count > POL_JOIN_MAX - document_count)
        return pol_fail(reterr, POL_LIMIT, POL_JOIN_MAX,
                        "%zu documents and %zu outcomes are too many to join (at most %d): "
                        "index the folders one by one",
                        document_count, outcome_count, POL_JOIN_MAX);
    joining join = {.index = {.documents = documents, .count = document_count},
                    .outcomes = outcomes,
                    .outcome_count = outcome_count,
                    .joined = ret_joined,
                    .arena = arena};
    pol_arena_init(&join.scratch, SCRATCH_MAX);
    bool is_done = run(&join);
    pol_arena_done(&join.scratch);
    if (is_done)
        return POL_OK;
    *ret_joined = (pol_joined){0};
    return pol_fail(reterr, POL_NOMEM, 0, "no memory to join %zu documents and %zu outcomes",
                    document_count, outcome_count);
}
