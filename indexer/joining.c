/* joining.c - stale conferences to their documents' overlays. */
#include "indexer/joining.h"

#include <stdlib.h>

#include "core/schema.h"
#include "document/codec.h"
#include "indexer/brief.h"
#include "indexer/held.h"
#include "indexer/span_map.h"

#define LISTS_LIMIT   ((size_t)1 << 30)
#define SCRATCH_LIMIT ((size_t)512 << 20)
enum {
    OVERLAY_MAX = 16 << 20,
    /* Stale conferences are 0; those one step away get new overlays too, those two steps away
     * are only looked at. */
    WRITTEN_STEPS = 1,
    SEEN_STEPS = 2
};

/* A document as joining knows it: no text. */
typedef struct brief {
    pol_document document;
    pol_span overlay; /* as stored, encoded; absent: none */
    xc_docid docid;
    uint32_t root; /* of its first file; 0 for standard input */
    unsigned steps;
} brief;

typedef struct conference {
    pol_span key;
    unsigned steps;
} conference;

typedef struct joining {
    pol_joining *run;
    pol_arena arena;   /* of the whole */
    pol_arena scratch; /* of one document */
    conference *conferences;
    size_t conference_count, conference_capacity;
    pol_span_map by_key; /* place in `conferences` */
    brief **briefs;
    size_t brief_count, brief_capacity;
    pol_known_outcome *outcomes; /* of those conferences, and what people gave documents */
    size_t outcome_count;
} joining;

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while joining decisions");
}

/* --- which conferences -------------------------------------------------------------- */

static pol_status add_conference(joining *join, pol_span key, unsigned steps, pol_error *reterr)
{
    if (key.size == 0 || pol_span_map_get(&join->by_key, key))
        return POL_OK;
    conference *grown = pol_arena_grow(&join->arena, join->conferences, join->conference_count,
                                       &join->conference_capacity, sizeof *grown);
    pol_span copy = pol_arena_copy(&join->arena, key);
    if (!grown || !copy.data ||
        !pol_span_map_set(&join->by_key, copy, join->conference_count, &join->arena))
        return out_of_memory(reterr);
    join->conferences = grown;
    grown[join->conference_count++] = (conference){copy, steps};
    return POL_OK;
}

/* The join key of the conference that a relation names; empty for the document's own. */
static pol_span relation_key(const pol_document *document, const pol_relation *relation,
                             char buffer[POL_JOIN_KEY_MAX])
{
    if (!relation->conference_name.size && !relation->year)
        return (pol_span){0};
    return pol_join_key(relation->conference_name.size ? relation->conference_name
                                                       : document->conference_name,
                        relation->year ? relation->year : document->year, buffer);
}

static pol_status add_named_conferences(joining *join, const pol_document *document, unsigned steps,
                                        pol_error *reterr)
{
    char buffer[POL_JOIN_KEY_MAX];
    pol_status status = POL_OK;
    for (size_t i = 0; i < document->relation_count && status == POL_OK; i++)
        status = add_conference(join, relation_key(document, &document->relations[i], buffer),
                                steps, reterr);
    return status;
}

/* --- their documents ---------------------------------------------------------------- */

static pol_status encode_overlay(joining *join, const pol_overlay *overlay, pol_span *ret_encoded,
                                 pol_error *reterr)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, OVERLAY_MAX);
    pol_put_overlay(&buffer, overlay);
    pol_status status = buffer.status;
    *ret_encoded = pol_arena_copy(&join->arena, pol_buffer_span(&buffer));
    pol_buffer_done(&buffer);
    if (status != POL_OK)
        return pol_fail(reterr, status, 0, "too much is said of one document");
    return ret_encoded->data ? POL_OK : out_of_memory(reterr);
}

/* By which its conference may be known under another name. */
static bool keep_organisation(joining *join, const pol_document *document, pol_document *copy)
{
    pol_span name = document->organisation.text;
    if (name.size > 0)
        copy->organisation.text = pol_arena_copy(&join->arena, name);
    return name.size == 0 || copy->organisation.text.data;
}

static pol_status load_document(joining *join, xc_docid docid, unsigned steps, pol_error *reterr)
{
    pol_held held;
    pol_arena_done(&join->scratch);
    pol_status status =
        pol_held_read(join->run->ledger->reader, docid, &join->scratch, &held, reterr);
    if (status != POL_OK)
        return status;
    brief **grown = pol_arena_grow(&join->arena, join->briefs, join->brief_count,
                                   &join->brief_capacity, sizeof *grown);
    brief *made = pol_arena_alloc(&join->arena, sizeof *made);
    if (!grown || !made)
        return out_of_memory(reterr);
    join->briefs = grown;
    grown[join->brief_count] = made;
    *made = (brief){.docid = docid, .steps = steps};
    if (held.keys[0].data)
        made->root = (uint32_t)strtoul(held.keys[0].data, NULL, 10);
    if (!pol_brief_make(&held.stored.document, &join->arena, &made->document) ||
        !keep_organisation(join, &held.stored.document, &made->document))
        return out_of_memory(reterr);
    if (held.stored.has_overlay)
        status = encode_overlay(join, &held.stored.overlay, &made->overlay, reterr);
    join->brief_count += status == POL_OK;
    if (status == POL_OK && steps < SEEN_STEPS)
        status = add_named_conferences(join, &made->document, steps + 1, reterr);
    return status;
}

/* The conference of a document that names one at `steps` is a step further away. */
static pol_status load_referrer(joining *join, xc_docid docid, unsigned steps, pol_error *reterr)
{
    pol_held held;
    char buffer[POL_JOIN_KEY_MAX];
    pol_arena_done(&join->scratch);
    pol_status status =
        pol_held_read(join->run->ledger->reader, docid, &join->scratch, &held, reterr);
    if (status != POL_OK)
        return status;
    const pol_document *document = &held.stored.document;
    return add_conference(join, pol_join_key(document->conference_name, document->year, buffer),
                          steps + 1, reterr);
}

static pol_status each_head(joining *join, const char *prefix, pol_span key, unsigned steps,
                            pol_status (*load)(joining *, xc_docid, unsigned, pol_error *),
                            pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_posting *block;
    size_t count;
    pol_status status = pol_held_list(join->run->ledger->reader, pol_term_make(prefix, key, buffer),
                                      &block, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = load(join, block[i].docid, steps, reterr);
    free(block);
    return status;
}

/* Conferences of its year whose name is this one with words before it, or without: one of them may
 * be the same, with the organisation's name. */
static pol_status add_other_names(joining *join, conference at, pol_error *reterr)
{
    xc_error error;
    xc_terms *terms = NULL;
    xc_bytes term = {0};
    char buffer[POL_TERM_MAX + 1];
    size_t year_size = pol_span_find(at.key, POL_SPAN("|"), 0);
    if (year_size == (size_t)-1)
        return POL_OK;
    pol_span year = pol_span_first(at.key, year_size + 1);
    pol_span prefix = pol_term_make(POL_PREFIX_JOIN, year, buffer);
    const size_t prefix_size = prefix.size - year.size;
    pol_status result = POL_OK;
    xc_status status =
        xc_reader_terms(join->run->ledger->reader, pol_xc_bytes(prefix), &terms, &error);
    while (status == XC_OK && result == POL_OK &&
           (status = xc_terms_next(terms, &term, NULL, &error)) == XC_OK && term.data) {
        pol_span key = pol_span_from(pol_xc_span(term), prefix_size);
        if (pol_join_keys_may_agree(key, at.key))
            result = add_conference(join, key, at.steps, reterr);
    }
    xc_terms_free(terms);
    return status == XC_OK ? result : pol_fail_xapian(reterr, &error, "cannot read the index");
}

/* The list grows while it is walked: what is found a step away comes behind. */
static pol_status load_conferences(joining *join, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < join->conference_count && status == POL_OK; i++) {
        const conference at = join->conferences[i];
        status = add_other_names(join, at, reterr);
        if (status != POL_OK)
            break;
        status = each_head(join, POL_PREFIX_JOIN, at.key, at.steps, load_document, reterr);
        if (status == POL_OK && at.steps < SEEN_STEPS)
            status = each_head(join, POL_PREFIX_REFERS, at.key, at.steps, load_referrer, reterr);
    }
    return status;
}

/* --- documents that people gave lines of reports to ---------------------------------- */

static bool is_loaded(const joining *join, xc_docid docid)
{
    for (size_t i = 0; i < join->brief_count; i++)
        if (join->briefs[i]->docid == docid)
            return true;
    return false;
}

/* The line may be of another conference, or of none: the document's is looked at with it, or the
 * document alone where it has none. */
static pol_status load_assigned(joining *join, pol_span id, pol_error *reterr)
{
    pol_held held;
    xc_docid docid;
    char buffer[POL_JOIN_KEY_MAX];
    pol_arena_done(&join->scratch);
    pol_status status =
        pol_held_find(join->run->ledger->reader, id, &join->scratch, &docid, &held, reterr);
    if (status != POL_OK || !docid)
        return status;
    const pol_document *document = &held.stored.document;
    pol_span key = pol_join_key(document->conference_name, document->year, buffer);
    if (key.size > 0)
        return add_conference(join, key, WRITTEN_STEPS, reterr);
    return is_loaded(join, docid) ? POL_OK : load_document(join, docid, WRITTEN_STEPS, reterr);
}

static pol_status load_all_assigned(joining *join, pol_error *reterr)
{
    const pol_corrections *corrections = pol_writing_corrections(join->run->writing);
    pol_status status = POL_OK;
    for (size_t i = 0; i < corrections->count && status == POL_OK; i++) {
        pol_span id = pol_correction_assigned(&corrections->items[i]);
        if (id.size)
            status = load_assigned(join, id, reterr);
    }
    return status;
}

/* --- what reports state of them ----------------------------------------------------- */

/* The place of the conference with this key, or of one that may be the same under another name;
 * of several the nearest. */
static const conference *conference_of(const joining *join, pol_span key)
{
    const size_t *place = pol_span_map_get(&join->by_key, key);
    const conference *nearest = place ? &join->conferences[*place] : NULL;
    for (size_t i = 0; i < join->conference_count && !nearest; i++)
        if (pol_join_keys_may_agree(join->conferences[i].key, key))
            nearest = &join->conferences[i];
    return nearest;
}

/* One that a person gave to a document is wanted whatever its conference is. */
static bool is_wanted(const joining *join, const pol_join_outcome *known)
{
    char buffer[POL_JOIN_KEY_MAX];
    return known->assigned.size > 0 ||
           conference_of(join, pol_outcome_key(&known->outcome, buffer));
}

static pol_status load_outcomes(joining *join, pol_error *reterr)
{
    size_t count, kept = 0;
    pol_known_outcome *all;
    pol_status status =
        pol_outcomes_load(join->run->ledger->reader, &join->arena, &all, &count, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (pol_corrections_assign(pol_writing_corrections(join->run->writing), &all[i].join) &&
            is_wanted(join, &all[i].join))
            all[kept++] = all[i];
    join->outcomes = all;
    join->outcome_count = kept;
    return POL_OK;
}

/* --- joining and writing ------------------------------------------------------------ */

static pol_status join_all(joining *join, pol_joined *ret_joined, pol_error *reterr)
{
    const pol_document **documents =
        pol_arena_array(&join->arena, join->brief_count + 1, sizeof *documents);
    pol_join_outcome *outcomes =
        pol_arena_array(&join->arena, join->outcome_count + 1, sizeof *outcomes);
    if (!documents || !outcomes)
        return out_of_memory(reterr);
    for (size_t i = 0; i < join->brief_count; i++)
        documents[i] = &join->briefs[i]->document;
    for (size_t i = 0; i < join->outcome_count; i++)
        outcomes[i] = join->outcomes[i].join;
    return pol_join(documents, join->brief_count, outcomes, join->outcome_count, &join->arena,
                    ret_joined, reterr);
}

static bool says_nothing(const pol_overlay *overlay)
{
    return !overlay->is_decided && !overlay->source_count && !overlay->has_conflict &&
           !overlay->point_count && !overlay->referral.size && !overlay->composite.size &&
           !overlay->relation_count && overlay->standing == POL_STANDING_UNSTATED &&
           !overlay->lapses_after;
}

static pol_status write_overlay(joining *join, const brief *known, const pol_overlay *overlay,
                                pol_error *reterr)
{
    pol_span encoded = {0};
    pol_status status = POL_OK;
    bool is_empty = says_nothing(overlay);
    if (!is_empty)
        status = encode_overlay(join, overlay, &encoded, reterr);
    if (status != POL_OK || pol_span_equal(encoded, known->overlay))
        return status;
    status = pol_writing_set_overlay(join->run->writing, known->docid, is_empty ? NULL : overlay,
                                     reterr);
    join->run->changed += status == POL_OK;
    return status == POL_OK ? join->run->on_written(join->run->context, reterr) : status;
}

/* --- what lapses -------------------------------------------------------------------- */

static const pol_profile *profile_of(const joining *join, const brief *known)
{
    for (size_t i = 0; i < join->run->profile_count; i++)
        if (join->run->profiles[i].root == known->root)
            return &join->run->profiles[i];
    return NULL;
}

static void let_lapse(const joining *join, const brief *known, pol_overlay *overlay)
{
    const pol_profile *profile = profile_of(join, known);
    if (profile)
        pol_profile_let_lapse(profile, join->run->this_year, &known->document, overlay);
}

static pol_status write_all(joining *join, const pol_joined *joined, pol_error *reterr)
{
    for (size_t i = 0; i < join->brief_count; i++)
        let_lapse(join, join->briefs[i], &joined->overlays[i]);
    pol_status status = POL_OK;
    for (size_t i = 0; i < join->brief_count && status == POL_OK; i++)
        if (join->briefs[i]->steps <= WRITTEN_STEPS)
            status = write_overlay(join, join->briefs[i], &joined->overlays[i], reterr);
    return status;
}

/* Outcomes of conferences that are only looked at were told when those were stale. */
static bool is_stale_one(const joining *join, const pol_outcome *outcome)
{
    char buffer[POL_JOIN_KEY_MAX];
    const conference *found = conference_of(join, pol_outcome_key(outcome, buffer));
    return found && found->steps == 0;
}

static void tell_unmatched(joining *join, const pol_joined *joined)
{
    for (size_t i = 0; i < join->outcome_count; i++) {
        bool is_matched = joined->outcome_documents[i] != (size_t)-1;
        bool is_known = is_matched && joined->unmatched[i] != POL_UNMATCHED_UNKNOWN_WORDS;
        join->run->joined += is_matched;
        if (is_known || !is_stale_one(join, &join->outcomes[i].join.outcome))
            continue;
        join->run->unmatched++;
        join->run->on_unmatched(join->run->context, &join->outcomes[i],
                                (pol_unmatched_reason)joined->unmatched[i]);
    }
}

static pol_status clear_marks(joining *join, const pol_span *keys, size_t count, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = pol_stale_clear(join->run->ledger, keys[i], reterr);
    return status;
}

static pol_status join_stale(joining *join, const pol_span *keys, size_t count, pol_error *reterr)
{
    pol_joined joined;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = add_conference(join, keys[i], 0, reterr);
    if (status == POL_OK)
        status = load_all_assigned(join, reterr);
    if (status == POL_OK)
        status = load_conferences(join, reterr);
    if (status == POL_OK)
        status = load_outcomes(join, reterr);
    if (status == POL_OK)
        status = join_all(join, &joined, reterr);
    if (status == POL_OK)
        status = write_all(join, &joined, reterr);
    if (status != POL_OK)
        return status;
    tell_unmatched(join, &joined);
    return clear_marks(join, keys, count, reterr);
}

pol_status pol_joining_mark_all(pol_ledger *ledger, pol_error *reterr)
{
    xc_error error;
    xc_terms *terms = NULL;
    xc_bytes term = {0};
    pol_arena arena;
    pol_span *keys = NULL;
    size_t count = 0, capacity = 0;
    const pol_span prefix = POL_SPAN(POL_PREFIX_JOIN);
    pol_arena_init(&arena, LISTS_LIMIT);
    xc_status status = xc_reader_terms(ledger->reader, pol_xc_bytes(prefix), &terms, &error);
    while (status == XC_OK && (status = xc_terms_next(terms, &term, NULL, &error)) == XC_OK &&
           term.data) {
        pol_span *grown = pol_arena_grow(&arena, keys, count, &capacity, sizeof *keys);
        pol_span key = pol_arena_copy(&arena, pol_span_from(pol_xc_span(term), prefix.size));
        if (!grown || !key.data)
            break;
        keys = grown;
        keys[count++] = key;
    }
    xc_terms_free(terms);
    pol_status result = POL_OK;
    if (status != XC_OK)
        result = pol_fail_xapian(reterr, &error, "cannot read the index");
    else if (term.data)
        result = out_of_memory(reterr);
    for (size_t j = 0; j < count && result == POL_OK; j++)
        result = pol_stale_mark(ledger, keys[j], reterr);
    pol_arena_done(&arena);
    return result;
}

pol_status pol_joining_run(pol_joining *run, pol_error *reterr)
{
    pol_span *keys = NULL;
    size_t count = 0;
    joining join = {.run = run};
    pol_arena_init(&join.arena, LISTS_LIMIT);
    pol_arena_init(&join.scratch, SCRATCH_LIMIT);
    pol_status status = pol_stale_list(run->ledger->reader, &join.arena, &keys, &count, reterr);
    if (status == POL_OK && count > 0 && !run->must_stop(run->context))
        status = join_stale(&join, keys, count, reterr);
    pol_arena_done(&join.arena);
    pol_arena_done(&join.scratch);
    return status;
}
