/* align.c - see align.h. Each step is linear in the words of both sides: of a word that stands
 * often, a few places are looked at. */
#include "draft/align.h"

#include <math.h>

#include "draft/lexicon.h"

enum {
    PLACES_MAX = 8, /* of one word that are looked at */
    NEAR_UNITS = 4, /* two words follow on each other within so many */
    WINDOW_SPARE = 8,
    NUMBER_REACH = 3, /* words between a number and what it counts */
    CONTEXT_MAX = 128 /* words of the context that are looked at */
};

#define CONTEXT_PART    0.5
#define KIN_PRODUCT_MIN 0.02 /* of focus and density, below which no kin is looked for */

/* "N't", with an apostrophe as typed, curly or lost. */
static bool is_contracted_not(pol_span text)
{
    if (text.size < 2 || (text.data[0] | 0x20) != 'n' || (text.data[text.size - 1] | 0x20) != 't')
        return false;
    unsigned char second = (unsigned char)text.data[1];
    return text.size == 2 || second == '\'' || second >= 0xE2;
}

pol_span pol_unit_text(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    return is_contracted_not(text) ? POL_SPAN("not") : text;
}

bool pol_unit_is(const pol_aligned_side *side, size_t at, const char *word)
{
    return pol_span_equal_fold(pol_unit_text(side, at), pol_span_of(word));
}

bool pol_unit_is_any(const pol_aligned_side *side, size_t at, const char *const *words,
                     size_t count)
{
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    char first = text.size ? (char)(text.data[0] | 0x20) : 0;
    if (first == 'n')
        text = pol_unit_text(side, at);
    for (size_t i = 0; i < count; i++) /* most differ in their first letter */
        if (words[i][0] == first && pol_span_equal_fold(text, pol_span_of(words[i])))
            return true;
    return false;
}

/* The passage's units by concept: hash table of first places, chained by `next`. */
typedef struct place_table {
    uint32_t *first, *next, *counts; /* counts: clause units of that concept; by slot */
    float *weights;                  /* of the concept in the clause; by slot */
    size_t mask;
} place_table;

static pol_status fail_room(const pol_arena *arena, size_t size, pol_error *reterr)
{
    if (pol_arena_is_full(arena, size))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "the text has too many words to be compared: check it in smaller pieces");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing");
}

static pol_status make_places(const pol_aligned_side *passage, pol_arena *arena,
                              place_table *places, pol_error *reterr)
{
    size_t capacity = 16;
    while (capacity < 2 * passage->count)
        capacity *= 2;
    places->mask = capacity - 1;
    places->first = pol_arena_array(arena, capacity, sizeof *places->first);
    places->counts = pol_arena_array(arena, capacity, sizeof *places->counts);
    places->weights = pol_arena_array(arena, capacity, sizeof *places->weights);
    places->next = pol_arena_array(arena, passage->count + 1, sizeof *places->next);
    if (!places->first || !places->counts || !places->weights || !places->next)
        return fail_room(arena, capacity * sizeof(uint32_t), reterr);
    return POL_OK;
}

/* The slot of a concept, or the free one where it belongs. */
static size_t slot_of(const place_table *places, const pol_aligned_side *passage, uint32_t concept)
{
    size_t at = (concept * 0x9E3779B1u >> 7) & places->mask;
    while (places->first[at] && passage->units[places->first[at] - 1].concept != concept)
        at = (at + 1) & places->mask;
    return at;
}

/* From the last to the first, so that chains run in the order of the text. Places are counted from
 * 1, 0 is none. */
static void fill_places(place_table *places, const pol_aligned_side *passage)
{
    for (size_t i = passage->count; i-- > 0;) {
        if (passage->units[i].is_stop)
            continue;
        size_t slot = slot_of(places, passage, passage->units[i].concept);
        places->next[i] = places->first[slot];
        places->first[slot] = (uint32_t)i + 1;
    }
}

/* Of the places of a word that which follows best on `last`, the place of the word before. */
static uint32_t best_place(const place_table *places, uint32_t first, uint32_t last)
{
    uint32_t best = POL_NO_MATCH, best_distance = UINT32_MAX, seen = 0;
    for (uint32_t at = first; at && seen < PLACES_MAX; at = places->next[at - 1], seen++) {
        uint32_t place = at - 1;
        uint32_t distance = last == POL_NO_MATCH ? 0
                            : place > last       ? place - last
                                                 : 2 * (last - place) + 1;
        if (distance < best_distance) {
            best = place;
            best_distance = distance;
        }
    }
    return best;
}

static void match_units(pol_alignment *alignment, place_table *places)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    uint32_t last = POL_NO_MATCH;
    for (size_t j = 0; j < passage->count; j++)
        passage->match[j] = POL_NO_MATCH;
    for (size_t i = 0; i < clause->count; i++) {
        clause->match[i] = POL_NO_MATCH;
        clause->weight += clause->units[i].weight;
        if (clause->units[i].is_stop)
            continue;
        size_t slot = slot_of(places, passage, clause->units[i].concept);
        uint32_t place = best_place(places, places->first[slot], last);
        if (place == POL_NO_MATCH)
            continue;
        clause->match[i] = place;
        clause->shared += clause->units[i].weight;
        alignment->shared_count += clause->units[i].weight > 0 && !clause->units[i].is_formula;
        if (clause->units[i].weight > 0)
            last = place;
        if (passage->match[place] == POL_NO_MATCH)
            passage->match[place] = (uint32_t)i;
        places->weights[slot] = clause->units[i].weight;
        if (places->counts[slot]++ > 0)
            continue;
        for (uint32_t at = places->first[slot]; at; at = places->next[at - 1])
            if (passage->match[at - 1] == POL_NO_MATCH)
                passage->match[at - 1] = (uint32_t)i;
    }
    for (size_t j = 0; j < passage->count; j++) {
        passage->weight += passage->units[j].weight;
        if (passage->match[j] != POL_NO_MATCH)
            passage->shared += passage->units[j].weight;
    }
}

/* Where a window may begin: at a sentence, or a comma with another demand behind it. */
static bool begins_demand(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    return unit->starts_sentence || (unit->starts_phrase && pol_demand_starts(side, at));
}

/* Of the passage, the run of about the clause's length that has most of the clause's words. */
static void find_window(pol_alignment *alignment, place_table *places)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t size = clause->count + clause->count / 2 + WINDOW_SPARE;
    double held = 0, best = 0;
    size_t best_end = 0;
    memset(places->counts, 0, (places->mask + 1) * sizeof *places->counts);
    for (size_t end = 0; end < passage->count; end++) {
        if (passage->match[end] != POL_NO_MATCH) {
            size_t slot = slot_of(places, passage, passage->units[end].concept);
            if (places->counts[slot]++ == 0)
                held += places->weights[slot];
        }
        if (end >= size && passage->match[end - size] != POL_NO_MATCH) {
            size_t slot = slot_of(places, passage, passage->units[end - size].concept);
            if (--places->counts[slot] == 0)
                held -= places->weights[slot];
        }
        if (held > best + 1e-6) {
            best = held;
            best_end = end + 1;
        }
    }
    size_t start = best_end > size ? best_end - size : 0;
    while (start < best_end && passage->match[start] == POL_NO_MATCH)
        start++;
    while (start > 0 && !begins_demand(passage, start))
        start--;
    while (best_end < passage->count && !begins_demand(passage, best_end))
        best_end++;
    alignment->window_start = start;
    alignment->window_end = best_end;
    alignment->focus = clause->weight > 0 ? fmin(1, best / clause->weight) : 0;
}

/* Of the window, what the clause has. */
static void find_density(pol_alignment *alignment)
{
    const pol_aligned_side *passage = &alignment->passage;
    double all = 0, shared = 0;
    for (size_t j = alignment->window_start; j < alignment->window_end; j++) {
        all += passage->units[j].weight;
        shared += passage->match[j] != POL_NO_MATCH ? passage->units[j].weight : 0;
    }
    alignment->density = all > 0 ? shared / all : 0;
}

/* What kin adds to focus and density. */
static void add_kin(pol_alignment *alignment)
{
    double all = 0;
    pol_kin_find(alignment);
    for (size_t j = alignment->window_start; j < alignment->window_end; j++)
        all += alignment->passage.units[j].weight;
    if (alignment->clause.weight > 0)
        alignment->focus =
            fmin(1, alignment->focus + alignment->clause.kin / alignment->clause.weight);
    if (all > 0)
        alignment->density = fmin(1, alignment->density + alignment->passage.kin / all);
    alignment->clause.shared += alignment->clause.kin;
    alignment->passage.shared += alignment->passage.kin;
}

static bool is_lacking_number(const pol_aligned_side *side, size_t at)
{
    return side->units[at].role == POL_ROLE_NUMBER && side->match[at] == POL_NO_MATCH;
}

/* Has one side another number of the same thing: "35 hours", "40 hours"? */
static bool differs_in_number(const pol_aligned_side *clause, const pol_aligned_side *passage)
{
    for (size_t i = 0; i < clause->count; i++) {
        if (!is_lacking_number(clause, i))
            continue;
        for (size_t next = i + 1; next < clause->count && next <= i + NUMBER_REACH; next++) {
            if (clause->match[next] == POL_NO_MATCH || clause->units[next].weight <= 0)
                continue;
            size_t place = clause->match[next];
            for (size_t j = place > NUMBER_REACH ? place - NUMBER_REACH : 0; j < place; j++)
                if (is_lacking_number(passage, j))
                    return true;
        }
    }
    return false;
}

/* Do these two of the clause follow on each other in the passage too? */
static bool follows(const pol_alignment *alignment, const place_table *places, size_t one,
                    size_t next)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    uint32_t first = places->first[slot_of(places, passage, clause->units[one].concept)];
    uint32_t other = places->first[slot_of(places, passage, clause->units[next].concept)];
    uint32_t seen = 0;
    for (uint32_t a = first; a && seen < PLACES_MAX; a = places->next[a - 1], seen++) {
        uint32_t looked = 0;
        for (uint32_t b = other; b && looked < PLACES_MAX; b = places->next[b - 1], looked++)
            if (b > a && b - a <= NEAR_UNITS)
                return true;
    }
    return false;
}

static void find_order(pol_alignment *alignment, const place_table *places)
{
    const pol_aligned_side *clause = &alignment->clause;
    size_t last = SIZE_MAX;
    double pairs = 0, kept = 0;
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->match[i] == POL_NO_MATCH || clause->units[i].weight <= 0 ||
            clause->units[i].is_formula)
            continue;
        if (last != SIZE_MAX) {
            double weight = clause->units[i].weight + clause->units[last].weight;
            pairs += weight;
            if (i - last <= NEAR_UNITS && follows(alignment, places, last, i))
                kept += weight;
        }
        last = i;
    }
    alignment->order = pairs > 0 ? kept / pairs : 0;
}

/* Half of what only the context has: it says what the passage is about, not what it asks for. */
static void add_context(pol_alignment *alignment, const pol_weighed_text *context)
{
    const pol_aligned_side *clause = &alignment->clause;
    double found = 0;
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->match[i] != POL_NO_MATCH || clause->units[i].weight <= 0)
            continue;
        for (size_t k = 0; k < context->unit_count && k < CONTEXT_MAX; k++)
            if (context->units[k].concept == clause->units[i].concept) {
                found += clause->units[i].weight;
                break;
            }
    }
    if (clause->weight > 0)
        alignment->focus += CONTEXT_PART * found / clause->weight;
    if (alignment->focus > 1)
        alignment->focus = 1;
}

static pol_status make_side(const pol_weighed_text *text, pol_arena *arena, pol_aligned_side *side,
                            pol_error *reterr)
{
    *side = (pol_aligned_side){.text = text->text, .units = text->units, .count = text->unit_count};
    side->match = pol_arena_array(arena, side->count + 1, sizeof *side->match);
    side->is_negative = pol_arena_array(arena, side->count + 1, sizeof *side->is_negative);
    side->is_void = pol_arena_array(arena, side->count + 1, sizeof *side->is_void);
    side->anchor = pol_arena_array(arena, side->count + 1, sizeof *side->anchor);
    if (!side->match || !side->is_negative || !side->is_void || !side->anchor)
        return fail_room(arena, (side->count + 1) * sizeof *side->match, reterr);
    return POL_OK;
}

pol_status pol_align(const pol_weighed_text *clause, const pol_weighed_text *passage,
                     const pol_weighed_text *context, pol_arena *arena,
                     pol_alignment *ret_alignment, pol_error *reterr)
{
    place_table places = {0};
    *ret_alignment = (pol_alignment){.clause_changed = POL_NO_MATCH,
                                     .passage_changed = POL_NO_MATCH,
                                     .clause_turn = POL_NO_MATCH,
                                     .clause_antonym = POL_NO_MATCH,
                                     .passage_antonym = POL_NO_MATCH,
                                     .passage_turn = POL_NO_MATCH};
    pol_status status = make_side(clause, arena, &ret_alignment->clause, reterr);
    if (status == POL_OK)
        status = make_side(passage, arena, &ret_alignment->passage, reterr);
    if (status == POL_OK)
        status = make_places(&ret_alignment->passage, arena, &places, reterr);
    if (status != POL_OK)
        return status;
    fill_places(&places, &ret_alignment->passage);
    match_units(ret_alignment, &places);
    find_window(ret_alignment, &places);
    find_density(ret_alignment);
    if (ret_alignment->focus * ret_alignment->density >= KIN_PRODUCT_MIN)
        add_kin(ret_alignment);
    ret_alignment->numbers_differ =
        differs_in_number(&ret_alignment->clause, &ret_alignment->passage);
    if (context)
        add_context(ret_alignment, context);
    find_order(ret_alignment, &places);
    pol_bounds_find(ret_alignment);
    pol_turns_find(ret_alignment);
    pol_verbatim_find(ret_alignment);
    pol_denied_find(ret_alignment);
    return POL_OK;
}
