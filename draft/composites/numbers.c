/* numbers.c - words of motions to numbers: those that correspond have one, and it is
 * remembered how many motions have it. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites/reading.h"
#include "draft/lexicon.h"

enum { FIRST_CAPACITY = 4096, FIRST_WORDS = 3, NONE = POL_ENTRY_NONE };

static uint32_t *slot_of(pol_reading *r, uint32_t concept)
{
    size_t at = (concept * (size_t)0x9E3779B97F4A7C15u >> 32) & (r->slot_count - 1);
    while (r->slots[at] && r->entries[r->slots[at] - 1].concept != concept)
        at = (at + 1) & (r->slot_count - 1);
    return &r->slots[at];
}

static bool make_slots(pol_reading *r)
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
static bool number_concept(pol_reading *r, uint32_t concept, float weight, uint32_t *ret_term)
{
    if (!make_slots(r))
        return false;
    uint32_t *slot = slot_of(r, concept);
    if (*slot == 0) {
        pol_entry *entries = pol_arena_grow(r->arena, r->entries, r->entry_count,
                                            &r->entry_capacity, sizeof *entries);
        if (!entries)
            return false;
        r->entries = entries;
        entries[r->entry_count] =
            (pol_entry){.concept = concept, .rare = 1, .last = NONE, .subject = NONE};
        *slot = (uint32_t)++r->entry_count;
    }
    *ret_term = *slot - 1;
    if (weight > r->entries[*ret_term].weight)
        r->entries[*ret_term].weight = weight;
    return true;
}

/* What is left of a word that does something in a demand beside being about something. */
static float part_of(uint8_t role)
{
    switch (role) {
    case POL_ROLE_NONE:
    case POL_ROLE_SWAP:
        return 1;
    case POL_ROLE_DO:
        return 0.3f;
    case POL_ROLE_NUMBER:
        return 0.15f;
    default:
        return 0;
    }
}

/* Of a phrase: of the word in it that is said least. */
static float rare_of(const pol_reading *r, const pol_weighed_text *text, const pol_unit *unit)
{
    float rare = 0;
    if (unit->stem.data)
        return pol_common_rare(r->common, unit->stem) * part_of(unit->role);
    for (size_t i = 0; i < text->count && text->words[i].start < unit->end; i++) {
        float word = pol_common_rare(r->common, text->words[i].stem);
        if (text->words[i].start >= unit->start && word > rare)
            rare = word;
    }
    return rare * part_of(unit->role);
}

bool pol_reading_number(pol_reading *r, const pol_weighed_text *text, const pol_unit *unit,
                        uint32_t *ret_term)
{
    if (!number_concept(r, unit->concept, unit->weight, ret_term))
        return false;
    pol_entry *word = &r->entries[*ret_term];
    word->rare = fminf(word->rare, rare_of(r, text, unit));
    return true;
}

/* Does one of its first words say that it is against what follows? */
bool pol_reading_opposes(const pol_reading *r, const pol_weighed_text *demand)
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
pol_status pol_reading_subjects(pol_reading *r, pol_error *reterr)
{
    pol_status status =
        pol_weigh(r->weigher, pol_span_of(pol_subject_against), r->arena, &r->against, reterr);
    for (uint32_t i = 0, row; i < pol_subject_count && status == POL_OK; i++)
        if (!number_concept(r, POL_SUBJECT_CONCEPT(i), 1, &row))
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

static void count_entry(pol_reading *r, pol_entry *word)
{
    uint32_t place = (uint32_t)r->motion_count;
    word->texts++;
    word->motions += word->last != place;
    word->last = place;
}

/* Each word of the text once. `sorted` has room for its words. */
void pol_reading_count(pol_reading *r, const pol_read_text *read, uint32_t *sorted)
{
    for (size_t i = 0; i < read->weighed.unit_count; i++)
        sorted[i] = read->terms[i];
    qsort(sorted, read->weighed.unit_count, sizeof *sorted, by_number);
    for (size_t i = 0; i < read->weighed.unit_count; i++) {
        pol_entry *word = &r->entries[sorted[i]];
        if (i > 0 && sorted[i] == sorted[i - 1])
            continue;
        count_entry(r, word);
        if (word->subject != NONE)
            count_entry(r, &r->entries[word->subject]);
    }
}
