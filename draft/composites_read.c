/* composites_read.c - motions to what they ask for, each word weighed by the index and by the
 * motions at hand.
 *
 * An agenda that is not in the index yet has words that the index lacks, and words that all its
 * motions share. So the motions at hand count as if they were in the index, and a word that more of
 * them have than would ever be composited tells less, down to nothing where all have it. */
#include <math.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "draft/composites_motions.h"

enum { FIRST_CAPACITY = 4096, SHARED_BY_FEW = 8 };

/* A word as it is numbered. */
typedef struct entry {
    pol_span stem;
    uint32_t frequency; /* passages of the index */
    uint32_t texts;     /* at hand */
    uint32_t motions;   /* likewise */
    uint32_t last;      /* motion that was counted */
    double scale;       /* what the index's weight is multiplied with */
} entry;

/* One text with the numbers of its words. */
typedef struct text {
    pol_weighed_text weighed;
    pol_weighed *words; /* the same, to be weighed anew */
    uint32_t *terms;    /* of each word */
} text;

typedef struct reading {
    pol_weigher *weigher;
    pol_arena *arena;
    double passages; /* of the index */
    entry *entries;
    size_t entry_count, entry_capacity;
    uint32_t *slots; /* a hash table: places in entries, from 1 */
    size_t slot_count;
    pol_motion *motions;
    size_t motion_count;
    pol_demand *demands;
    size_t demand_count, demand_capacity;
    text *texts; /* of each motion the title, the whole, then its demands */
    size_t text_count, text_capacity;
} reading;

pol_status pol_composites_refused(const pol_arena *arena, pol_error *reterr)
{
    if (pol_arena_is_full(arena, arena->limit_bytes / 8))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "these motions have more text than can be compared at once");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing motions");
}

/* --- numbers of words --------------------------------------------------------------- */

static size_t hash_of(pol_span stem)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < stem.size; i++)
        hash = (hash ^ (uint8_t)stem.data[i]) * 0x100000001b3u;
    return (size_t)(hash >> 16 ^ hash);
}

static uint32_t *slot_of(reading *r, pol_span stem)
{
    size_t at = hash_of(stem) & (r->slot_count - 1);
    while (r->slots[at] && !pol_span_equal(r->entries[r->slots[at] - 1].stem, stem))
        at = (at + 1) & (r->slot_count - 1);
    return &r->slots[at];
}

static bool make_slots(reading *r)
{
    if (r->entry_count * 2 < r->slot_count)
        return true;
    size_t count = r->slot_count ? r->slot_count * 2 : FIRST_CAPACITY;
    uint32_t *slots = pol_arena_array(r->arena, count, sizeof *slots);
    if (!slots)
        return false;
    r->slots = slots;
    r->slot_count = count;
    for (size_t i = 0; i < r->entry_count; i++)
        *slot_of(r, r->entries[i].stem) = (uint32_t)i + 1;
    return true;
}

/* False: no memory. */
static bool number_word(reading *r, const pol_weighed *word, uint32_t *ret_term)
{
    if (!make_slots(r))
        return false;
    uint32_t *slot = slot_of(r, word->stem);
    if (*slot == 0) {
        entry *entries = pol_arena_grow(r->arena, r->entries, r->entry_count, &r->entry_capacity,
                                        sizeof *entries);
        if (!entries)
            return false;
        r->entries = entries;
        entries[r->entry_count] =
            (entry){.stem = word->stem, .frequency = word->frequency, .last = UINT32_MAX};
        *slot = (uint32_t)++r->entry_count;
    }
    *ret_term = *slot - 1;
    return true;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Each word of the text once. `sorted` has room for its words. */
static void count_text(reading *r, const text *read, uint32_t *sorted)
{
    uint32_t place = (uint32_t)r->motion_count;
    for (size_t i = 0; i < read->weighed.count; i++)
        sorted[i] = read->terms[i];
    qsort(sorted, read->weighed.count, sizeof *sorted, by_number);
    for (size_t i = 0; i < read->weighed.count; i++) {
        entry *word = &r->entries[sorted[i]];
        if (i > 0 && sorted[i] == sorted[i - 1])
            continue;
        word->texts++;
        word->motions += word->last != place;
        word->last = place;
    }
}

/* --- texts -------------------------------------------------------------------------- */

static pol_span start_of(pol_span bytes, size_t most)
{
    return pol_span_first(bytes, pol_utf8_floor(bytes, most));
}

static pol_status add_text(reading *r, pol_span bytes, pol_error *reterr)
{
    text *texts =
        pol_arena_grow(r->arena, r->texts, r->text_count, &r->text_capacity, sizeof *texts);
    if (!texts)
        return pol_composites_refused(r->arena, reterr);
    r->texts = texts;
    text *added = &texts[r->text_count];
    pol_status status = pol_weigh(r->weigher, bytes, r->arena, &added->weighed, reterr);
    if (status != POL_OK)
        return status;
    size_t count = added->weighed.count;
    added->words = pol_arena_array(r->arena, count + 1, sizeof *added->words);
    added->terms = pol_arena_array(r->arena, count + 1, sizeof *added->terms);
    uint32_t *sorted = pol_arena_array(r->arena, count + 1, sizeof *sorted);
    if (!added->words || !added->terms || !sorted)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < count; i++) {
        added->words[i] = added->weighed.words[i];
        if (!number_word(r, &added->words[i], &added->terms[i]))
            return pol_composites_refused(r->arena, reterr);
    }
    added->weighed.words = added->words;
    r->text_count++;
    count_text(r, added, sorted);
    return POL_OK;
}

static pol_status add_demand(reading *r, const pol_draft_clause *clause, pol_error *reterr)
{
    pol_demand *demands =
        pol_arena_grow(r->arena, r->demands, r->demand_count, &r->demand_capacity, sizeof *demands);
    if (!demands)
        return pol_composites_refused(r->arena, reterr);
    r->demands = demands;
    demands[r->demand_count++] = (pol_demand){
        .place = (uint32_t)r->motion_count,
        .passage = clause->passage,
        .compared = {.lead_in = clause->lead_in ? clause->lead_in->text : (pol_span){0},
                     .is_action = clause->is_action}};
    return add_text(r, start_of(clause->text, POL_DEMAND_BYTES_MAX), reterr);
}

static bool has_actions(const pol_draft *draft)
{
    for (size_t i = 0; i < draft->clause_count; i++)
        if (draft->clauses[i].is_action && draft->clauses[i].passage)
            return true;
    return false;
}

static pol_status add_demands(reading *r, const pol_draft *draft, uint32_t *ret_count,
                              pol_error *reterr)
{
    bool only_actions = has_actions(draft);
    pol_status status = POL_OK;
    *ret_count = 0;
    for (size_t i = 0; i < draft->clause_count && status == POL_OK; i++) {
        const pol_draft_clause *clause = &draft->clauses[i];
        if (!clause->passage || (only_actions && !clause->is_action) ||
            *ret_count == POL_DEMANDS_MAX)
            continue;
        status = add_demand(r, clause, reterr);
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
static pol_status add_motion(reading *r, const pol_document *document, size_t index,
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
        status = add_text(r, start_of(document->text, POL_SUBJECT_BYTES_MAX), reterr);
    if (status == POL_OK)
        status = add_demands(r, &draft, &motion.demand_count, reterr);
    if (status == POL_OK && motion.demand_count > 0)
        r->motions[r->motion_count++] = motion;
    else
        r->text_count = first_text;
    return status;
}

/* --- weights ------------------------------------------------------------------------ */

/* The information of a word that `count` of `all` have, as in weigh.h. */
static double information(double all, double count)
{
    return log((all + 1) / (count + 0.5));
}

static double scale_of(const reading *r, const entry *word)
{
    double motions = (double)r->motion_count;
    double by_index = information(r->passages, word->frequency);
    double by_both =
        information(r->passages + (double)r->text_count, (double)word->frequency + word->texts);
    double scale = by_index > 0.1 ? by_both / by_index : 1;
    if (word->motions > SHARED_BY_FEW)
        scale *= information(motions, word->motions) / information(motions, SHARED_BY_FEW);
    return scale > 0 ? scale : 0;
}

static int by_term(const void *left, const void *right)
{
    const pol_motion_term *a = left, *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->weight < b->weight) - (a->weight > b->weight);
}

/* `count` terms at `terms`: each once, with the most that it weighs. */
static pol_motion_terms unite(pol_motion_term *terms, size_t count)
{
    pol_motion_terms united = {.terms = terms};
    qsort(terms, count, sizeof *terms, by_term);
    for (size_t i = 0; i < count; i++) {
        if (terms[i].weight <= 0 || (i > 0 && terms[i].term == terms[i - 1].term))
            continue;
        united.weight += terms[i].weight;
        terms[united.count++] = terms[i];
    }
    return united;
}

static pol_status weigh_text(reading *r, text *read, pol_motion_terms *ret_terms, pol_error *reterr)
{
    pol_motion_term *terms = pol_arena_array(r->arena, read->weighed.count + 1, sizeof *terms);
    if (!terms)
        return pol_composites_refused(r->arena, reterr);
    read->weighed.weight = 0;
    for (size_t i = 0; i < read->weighed.count; i++) {
        pol_weighed *word = &read->words[i];
        word->weight = (float)(word->weight * r->entries[read->terms[i]].scale);
        read->weighed.weight += word->weight;
        terms[i] = (pol_motion_term){read->terms[i], word->weight};
    }
    *ret_terms = unite(terms, read->weighed.count);
    return POL_OK;
}

static pol_status weigh_all(reading *r, pol_error *reterr)
{
    text *next = r->texts;
    pol_status status = POL_OK;
    for (size_t i = 0; i < r->entry_count; i++)
        r->entries[i].scale = scale_of(r, &r->entries[i]);
    for (size_t i = 0; i < r->motion_count && status == POL_OK; i++) {
        pol_motion *motion = &r->motions[i];
        status = weigh_text(r, next++, &motion->title, reterr);
        if (status == POL_OK)
            status = weigh_text(r, next++, &motion->subject, reterr);
        for (uint32_t j = 0; j < motion->demand_count && status == POL_OK; j++) {
            pol_demand *demand = &r->demands[motion->first_demand + j];
            status = weigh_text(r, next, &demand->terms, reterr);
            demand->compared.text = next++->weighed;
            motion->weight += demand->terms.weight;
        }
    }
    return status;
}

pol_status pol_motions_read(pol_index *index, const pol_document *const *documents, size_t count,
                            pol_arena *arena, pol_motions *ret_motions, pol_error *reterr)
{
    reading r = {.arena = arena, .motions = pol_arena_array(arena, count + 1, sizeof *r.motions)};
    pol_status status = POL_OK;
    if (!r.motions)
        return pol_composites_refused(arena, reterr);
    status = pol_weigher_new(index, &r.weigher, reterr);
    r.passages = status == POL_OK ? (double)index->entries - index->documents : 0;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        if (is_motion(documents[i]))
            status = add_motion(&r, documents[i], i, reterr);
    if (status == POL_OK)
        status = weigh_all(&r, reterr);
    pol_weigher_free(r.weigher);
    *ret_motions =
        (pol_motions){r.motions, r.motion_count, r.demands, r.demand_count, r.entry_count};
    return status;
}
