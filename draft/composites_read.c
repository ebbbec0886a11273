/* composites_read.c - motions to what they ask for, each word weighed by the index and by the
 * motions at hand.
 *
 * An agenda that is not in the index yet has words that the index lacks, and words that all its
 * motions share. So the motions at hand count as if they were in the index, and a word that more of
 * them have than would ever be composited tells less, down to nothing where all have it. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "draft/composites_motions.h"
#include "draft/lexicon.h"
#include "draft/thesaurus.h"

enum { FIRST_CAPACITY = 4096, FIRST_WORDS = 3, ASKING_WITHIN = 5, NONE = UINT32_MAX };

static const double subject_share = 0.17; /* of what a word weighs that is nowhere else */
static const double telling_share = 0.26; /* likewise */

/* Numbers that no word has. */
#define SUBJECT_CONCEPT(row) (0xFFFF0000u + (uint32_t)(row))

/* What corresponding words stand for, as it is numbered. */
typedef struct entry {
    uint32_t concept;
    float weight;     /* the most that it weighs by the index */
    uint32_t texts;   /* at hand, that have it */
    uint32_t motions; /* likewise */
    uint32_t last;    /* motion that was counted */
    uint32_t word;    /* in the thesaurus, of what says what is asked for, not how */
    uint32_t subject; /* entry of the matter that it is used of; NONE */
    double scale;     /* what the index's weight is multiplied with */
} entry;

/* One text with the numbers of its words. */
typedef struct text {
    pol_weighed_text weighed;
    pol_unit *units; /* the same, to be weighed anew */
    uint32_t *terms; /* of each unit */
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
    pol_weighed_text against, asking; /* words that say so */
    text *texts;                      /* of each motion the title, the whole, then its demands */
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

static uint32_t *slot_of(reading *r, uint32_t concept)
{
    size_t at = (concept * (size_t)0x9E3779B97F4A7C15u >> 32) & (r->slot_count - 1);
    while (r->slots[at] && r->entries[r->slots[at] - 1].concept != concept)
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
        *slot_of(r, r->entries[i].concept) = (uint32_t)i + 1;
    return true;
}

/* False: no memory. */
static bool number_concept(reading *r, uint32_t concept, float weight, uint32_t *ret_term)
{
    if (!make_slots(r))
        return false;
    uint32_t *slot = slot_of(r, concept);
    if (*slot == 0) {
        entry *entries = pol_arena_grow(r->arena, r->entries, r->entry_count, &r->entry_capacity,
                                        sizeof *entries);
        if (!entries)
            return false;
        r->entries = entries;
        entries[r->entry_count] = (entry){.concept = concept, .last = NONE, .subject = NONE};
        *slot = (uint32_t)++r->entry_count;
    }
    *ret_term = *slot - 1;
    if (weight > r->entries[*ret_term].weight)
        r->entries[*ret_term].weight = weight;
    return true;
}

static bool number_unit(reading *r, const pol_unit *unit, uint32_t *ret_term)
{
    if (!number_concept(r, unit->concept, unit->weight, ret_term))
        return false;
    entry *word = &r->entries[*ret_term];
    if (word->word == POL_THESAURUS_NONE && unit->stem.data && unit->role != POL_ROLE_ASK &&
        !unit->is_formula)
        word->word = pol_thesaurus_find(unit->stem);
    return true;
}

/* Does one of its first words say that it is against what follows? */
static bool opposes(const reading *r, const pol_weighed_text *demand)
{
    for (size_t i = 0, seen = 0; i < demand->unit_count && seen < FIRST_WORDS; i++) {
        const pol_unit *unit = &demand->units[i];
        if (unit->is_stop || unit->is_formula)
            continue;
        seen++;
        for (size_t j = 0; j < r->against.unit_count; j++)
            if (unit->concept == r->against.units[j].concept)
                return true;
    }
    return false;
}

/* The words of a row are numbered before all others, and lead to it. */
static pol_status number_subjects(reading *r, pol_error *reterr)
{
    pol_status status =
        pol_weigh(r->weigher, pol_span_of(pol_subject_against), r->arena, &r->against, reterr);
    for (uint32_t i = 0, row; i < pol_subject_count && status == POL_OK; i++)
        if (!number_concept(r, SUBJECT_CONCEPT(i), 1, &row))
            status = pol_composites_refused(r->arena, reterr);
    for (uint32_t i = 0; i < pol_subject_count && status == POL_OK; i++) {
        pol_weighed_text row;
        uint32_t term;
        status = pol_weigh(r->weigher, pol_span_of(pol_subjects[i]), r->arena, &row, reterr);
        if (status != POL_OK)
            return status;
        for (size_t j = 0; j < row.unit_count; j++) {
            if (row.units[j].is_stop || row.units[j].is_formula)
                continue;
            if (!number_concept(r, row.units[j].concept, row.units[j].weight, &term))
                return pol_composites_refused(r->arena, reterr);
            if (r->entries[term].subject == NONE)
                r->entries[term].subject = i;
        }
    }
    return status;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void count_entry(reading *r, entry *word)
{
    uint32_t place = (uint32_t)r->motion_count;
    word->texts++;
    word->motions += word->last != place;
    word->last = place;
}

/* Each word of the text once. `sorted` has room for its words. */
static void count_text(reading *r, const text *read, uint32_t *sorted)
{
    for (size_t i = 0; i < read->weighed.unit_count; i++)
        sorted[i] = read->terms[i];
    qsort(sorted, read->weighed.unit_count, sizeof *sorted, by_number);
    for (size_t i = 0; i < read->weighed.unit_count; i++) {
        entry *word = &r->entries[sorted[i]];
        if (i > 0 && sorted[i] == sorted[i - 1])
            continue;
        count_entry(r, word);
        if (word->subject != NONE)
            count_entry(r, &r->entries[word->subject]);
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
    size_t count = added->weighed.unit_count;
    added->units = pol_arena_array(r->arena, count + 1, sizeof *added->units);
    added->terms = pol_arena_array(r->arena, count + 1, sizeof *added->terms);
    uint32_t *sorted = pol_arena_array(r->arena, count + 1, sizeof *sorted);
    if (!added->units || !added->terms || !sorted)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < count; i++) {
        added->units[i] = added->weighed.units[i];
        if (!number_unit(r, &added->units[i], &added->terms[i]))
            return pol_composites_refused(r->arena, reterr);
    }
    added->weighed.units = added->units;
    r->text_count++;
    count_text(r, added, sorted);
    return POL_OK;
}

/* Where the first sentence starts that asks for something, in a paragraph that says why before;
 * 0 where the first one does, SIZE_MAX where none does. One with a formula ("Conference instructs
 * ...") goes before one that has only a word for it. */
static size_t find_asking(const reading *r, const pol_weighed_text *clause)
{
    size_t start = 0, found = SIZE_MAX;
    for (size_t i = 0, place = 0; i < clause->unit_count; i++, place++) {
        const pol_unit *unit = &clause->units[i];
        if (i == 0 || unit->starts_sentence) {
            start = i ? unit->start : 0;
            place = 0;
        }
        for (size_t j = 0; j < r->asking.unit_count; j++) {
            if (unit->concept != r->asking.units[j].concept)
                continue;
            if (unit->is_formula)
                return start;
            if (place < ASKING_WITHIN && found == SIZE_MAX)
                found = start;
        }
    }
    return found;
}

static pol_status add_demand(reading *r, const pol_draft_clause *clause, pol_span asked,
                             pol_error *reterr)
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
    return add_text(r, start_of(asked, POL_DEMAND_BYTES_MAX), reterr);
}

/* How sure it is that a clause asks for something. */
typedef enum asking { ASKS_NOT = 0, ASKS_SOMEWHERE, ASKS_AS_POINT } asking;

/* `*ret_asked`: the part of it that does. */
static pol_status judge_clause(reading *r, const pol_draft_clause *clause, asking *ret_asking,
                               pol_span *ret_asked, pol_error *reterr)
{
    pol_weighed_text weighed;
    *ret_asked = start_of(clause->text, POL_DRAFT_CLAUSE_MAX);
    *ret_asking = clause->is_action ? ASKS_AS_POINT : ASKS_NOT;
    if (!clause->passage || (clause->is_action && clause->lead_in))
        return POL_OK;
    pol_status status = pol_weigh(r->weigher, *ret_asked, r->arena, &weighed, reterr);
    if (status != POL_OK)
        return status;
    size_t start = find_asking(r, &weighed);
    if (start == SIZE_MAX)
        return POL_OK;
    *ret_asked = pol_span_from(*ret_asked, start);
    *ret_asking = clause->is_action ? ASKS_AS_POINT : ASKS_SOMEWHERE;
    return POL_OK;
}

/* Where nothing asks in words that are known, what stands at the end does: the last paragraph, or
 * the points of the last list. */
static bool is_of_end(const pol_draft *draft, size_t at)
{
    const pol_draft_clause *last = &draft->clauses[draft->clause_count - 1];
    return at + 1 == draft->clause_count ||
           (last->lead_in && draft->clauses[at].lead_in == last->lead_in);
}

/* The surest kind of clauses that there are: points, else what asks in passing, else the end. */
static pol_status add_demands(reading *r, const pol_draft *draft, uint32_t *ret_count,
                              pol_error *reterr)
{
    asking *kinds = pol_arena_array(r->arena, draft->clause_count + 1, sizeof *kinds);
    pol_span *asked = pol_arena_array(r->arena, draft->clause_count + 1, sizeof *asked);
    asking surest = ASKS_NOT;
    pol_status status = POL_OK;
    *ret_count = 0;
    if (!kinds || !asked)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < draft->clause_count && status == POL_OK; i++) {
        status = judge_clause(r, &draft->clauses[i], &kinds[i], &asked[i], reterr);
        surest = draft->clauses[i].passage && kinds[i] > surest ? kinds[i] : surest;
    }
    for (size_t i = 0; i < draft->clause_count && status == POL_OK; i++) {
        if (!draft->clauses[i].passage || kinds[i] < surest || *ret_count == POL_DEMANDS_MAX ||
            (surest == ASKS_NOT && !is_of_end(draft, i)))
            continue;
        status = add_demand(r, &draft->clauses[i], asked[i], reterr);
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

/* How many passages of the index have a word, from its weight there. */
static double frequency_of(const reading *r, const entry *word)
{
    double frequency = (r->passages + 1) / exp(word->weight) - 0.5;
    return frequency > 0 ? frequency : 0;
}

/* As many motions as may have a word that still tells what one is about: few of a long agenda,
 * nearly all of a short one. */
static double shared_by_few(double motions)
{
    double few = motions < 11 ? motions - 1 : 9 - (motions - 10) / 5;
    return few < 3 ? 3 : few;
}

/* What a word weighs that is nowhere else. */
static double most_information(const reading *r)
{
    return information(r->passages + (double)r->text_count, 1);
}

static double scale_of(const reading *r, const entry *word)
{
    double motions = (double)r->motion_count, frequency = frequency_of(r, word);
    double by_both = information(r->passages + (double)r->text_count, frequency + word->texts);
    double scale = word->weight > 0.1 ? by_both / word->weight : 1;
    double few = shared_by_few(motions);
    if (word->motions > few)
        scale *= information(motions, word->motions) / information(motions, few);
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
    for (size_t i = 0, end; i < count; i = end) {
        pol_motion_term first = terms[i];
        for (end = i; end < count && terms[end].term == first.term; end++)
            continue;
        if (first.weight <= 0)
            continue;
        united.weight += first.weight;
        first.repeated = (float)(first.weight * (1 + log((double)(end - i))));
        united.length += (double)first.repeated * first.repeated;
        terms[united.count++] = first;
    }
    united.length = sqrt(united.length);
    return united;
}

/* Of `count` texts, one after another. */
static pol_status unite_texts(reading *r, const text *texts, size_t count, bool with_subjects,
                              pol_motion_terms *ret_terms, pol_error *reterr)
{
    size_t room = 1, made = 0;
    for (size_t i = 0; i < count; i++)
        room += texts[i].weighed.unit_count * 2;
    pol_motion_term *terms = pol_arena_array(r->arena, room, sizeof *terms);
    if (!terms)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < texts[i].weighed.unit_count; j++) {
            const entry *word = &r->entries[texts[i].terms[j]];
            terms[made++] =
                (pol_motion_term){.term = texts[i].terms[j], .weight = texts[i].units[j].weight};
            if (with_subjects && word->subject != NONE && texts[i].units[j].weight > 0)
                terms[made++] = (pol_motion_term){.term = word->subject,
                                                  .weight = (float)r->entries[word->subject].scale};
        }
    *ret_terms = unite(terms, made);
    return POL_OK;
}

static void weigh_text(reading *r, text *read)
{
    read->weighed.weight = 0;
    for (size_t i = 0; i < read->weighed.unit_count; i++) {
        pol_unit *unit = &read->units[i];
        unit->weight = (float)(unit->weight * r->entries[read->terms[i]].scale);
        read->weighed.weight += unit->weight;
    }
}

static pol_status weigh_motion(reading *r, pol_motion *motion, text *texts, pol_error *reterr)
{
    pol_status status = unite_texts(r, texts, 1, true, &motion->title, reterr);
    motion->opposes = opposes(r, &texts[0].weighed);
    if (status == POL_OK)
        status = unite_texts(r, texts, 2, true, &motion->subject, reterr);
    motion->text = texts[1].weighed;
    texts[1] = texts[0]; /* beside the demands, of which it is the heading */
    if (status == POL_OK)
        status = unite_texts(r, texts + 1, motion->demand_count + 1, true, &motion->asked, reterr);
    for (uint32_t i = 0; i < motion->demand_count && status == POL_OK; i++) {
        pol_demand *demand = &r->demands[motion->first_demand + i];
        demand->compared.text = texts[2 + i].weighed;
        demand->opposes = opposes(r, &demand->compared.text);
        status = unite_texts(r, &texts[2 + i], 1, false, &demand->terms, reterr);
        if (status == POL_OK)
            status = unite_texts(r, &texts[2 + i], 1, true, &demand->matter, reterr);
        motion->weight += demand->terms.weight;
    }
    return status;
}

static pol_status weigh_all(reading *r, uint32_t **ret_words, pol_error *reterr)
{
    text *next = r->texts;
    pol_status status = POL_OK;
    uint32_t *words = *ret_words = pol_arena_array(r->arena, r->entry_count + 1, sizeof *words);
    if (!words)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < r->entry_count; i++)
        words[i] = r->entries[i].word;
    for (size_t i = 0; i < r->entry_count; i++)
    r->entries[i].scale = r->entries[i].concept >= SUBJECT_CONCEPT(0)
                              ? subject_share * most_information(r) *
                                    information((double)r->motion_count, r->entries[i].motions)
                              : scale_of(r, &r->entries[i]);
    for (size_t i = 0; i < r->text_count; i++)
        weigh_text(r, &r->texts[i]);
    for (size_t i = 0; i < r->motion_count && status == POL_OK; i++) {
        status = weigh_motion(r, &r->motions[i], next, reterr);
        next += r->motions[i].demand_count + 2;
    }
    return status;
}

pol_status pol_motions_read(pol_index *index, const pol_document *const *documents, size_t count,
                            pol_arena *arena, pol_motions *ret_motions, pol_error *reterr)
{
    reading r = {.arena = arena, .motions = pol_arena_array(arena, count + 1, sizeof *r.motions)};
    uint32_t *words = NULL;
    *ret_motions = (pol_motions){0};
    if (!r.motions)
        return pol_composites_refused(arena, reterr);
    pol_status status = pol_weigher_new(index, &r.weigher, reterr);
    r.passages = status == POL_OK ? (double)index->entries - index->documents : 0;
    if (status == POL_OK)
        status = number_subjects(&r, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        if (is_motion(documents[i]))
            status = add_motion(&r, documents[i], i, reterr);
    if (status == POL_OK)
        status = weigh_all(&r, &words, reterr);
    *ret_motions = (pol_motions){.motions = r.motions,
                                 .count = r.motion_count,
                                 .demands = r.demands,
                                 .demand_count = r.demand_count,
                                 .words = words,
                                 .term_count = r.entry_count,
                                 .telling = telling_share * most_information(&r),
                                 .weigher = r.weigher};
    return status;
}
