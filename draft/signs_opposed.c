/* signs_opposed.c - see signs.h: those that tell of words that are opposed, by opposed.h.
 *
 * A row speaks where the clause has words of one of its sides alone, and the passage words of the
 * other, and both are turned round or neither is: "not temporary" and "permanent" agree. */
#include <math.h>

#include "draft/opposed.h"
#include "draft/signs.h"

enum {
    BESIDE = 4,    /* words in which the neighbour stands */
    COUNT_MAX = 2, /* more say no more */
    SIDE_ONE = 1,  /* bits of what a text has of a row */
    SIDE_OTHER = 2
};

/* Of each row the sides that a text has words of. */
typedef struct row_sides {
    uint8_t has[POL_OPPOSED_ROWS_MAX];
} row_sides;

static bool counts(const pol_aligned_side *side, size_t at)
{
    return side->units[at].opposed && !side->units[at].is_formula && !side->is_void[at];
}

static unsigned side_of(uint16_t place)
{
    return place & 1 ? SIDE_OTHER : SIDE_ONE;
}

static void find_sides(const pol_aligned_side *side, size_t from, size_t to, row_sides *ret_sides)
{
    memset(ret_sides, 0, sizeof *ret_sides);
    for (size_t i = from; i < to; i++) {
        const pol_unit *unit = &side->units[i];
        for (size_t k = 0; counts(side, i) && k < unit->opposed->count; k++)
            ret_sides->has[unit->opposed->places[k] / 2] |=
                (uint8_t)side_of(unit->opposed->places[k]);
    }
}

static bool is_shared(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    return side->match[at] != POL_NO_MATCH && unit->weight > 0 && !unit->is_formula;
}

/* The place in the passage of the nearest shared word before or behind. */
static size_t neighbour(const pol_aligned_side *side, size_t at, bool is_behind)
{
    for (size_t step = 1; step <= BESIDE; step++) {
        if (is_behind ? at + step >= side->count : step > at)
            break;
        size_t i = is_behind ? at + step : at - step;
        if (is_shared(side, i))
            return i;
    }
    return SIZE_MAX;
}

/* Have two words a neighbour in common? */
static bool stand_alike(const pol_alignment *alignment, size_t one, size_t other)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    const size_t ours[] = {neighbour(clause, one, false), neighbour(clause, one, true)};
    const size_t theirs[] = {neighbour(passage, other, false), neighbour(passage, other, true)};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            if (ours[i] != SIZE_MAX && theirs[j] != SIZE_MAX &&
                clause->units[ours[i]].concept == passage->units[theirs[j]].concept)
                return true;
    return false;
}

/* Of the rows of a word of the clause those of which each text has the side alone that the other
 * lacks: most words have none. Returns how many. */
static size_t find_live(const pol_row_places *places, const row_sides *clause,
                        const row_sides *passage, uint16_t live[POL_ROW_PLACES])
{
    size_t count = 0;
    for (size_t i = 0; i < places->count; i++) {
        size_t row = places->places[i] / 2;
        unsigned side = side_of(places->places[i]);
        if (clause->has[row] == side && passage->has[row] == (SIDE_ONE | SIDE_OTHER) - side)
            live[count++] = places->places[i] ^ 1;
    }
    return count;
}

/* Has the word of the passage the other side of one of these? */
static bool is_opposed(const pol_row_places *places, const uint16_t *live, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < places->count; j++)
            if (places->places[j] == live[i])
                return true;
    return false;
}

void pol_signs_find_opposed(const pol_signs_input *input, double signs[POL_SIGN_COUNT])
{
    const pol_alignment *alignment = input->alignment;
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    row_sides ours, theirs;
    uint16_t live[POL_ROW_PLACES];
    double pairs = 0, near = 0;
    find_sides(clause, 0, clause->count, &ours);
    find_sides(passage, alignment->window_start, alignment->window_end, &theirs);
    for (size_t i = 0; i < clause->count; i++) {
        bool is_pair = false, is_near = false;
        size_t rows =
            counts(clause, i) ? find_live(clause->units[i].opposed, &ours, &theirs, live) : 0;
        size_t end = rows > 0 ? alignment->window_end : alignment->window_start;
        for (size_t j = alignment->window_start; j < end && !is_near; j++) {
            if (clause->is_negative[i] != passage->is_negative[j] || !counts(passage, j) ||
                !is_opposed(passage->units[j].opposed, live, rows))
                continue;
            is_pair = true;
            is_near = stand_alike(alignment, i, j);
        }
        pairs += is_pair;
        near += is_near;
    }
    signs[POL_SIGN_PAIRS] = fmin(pairs, COUNT_MAX);
    signs[POL_SIGN_NEAR_PAIRS] = fmin(near, COUNT_MAX);
    signs[POL_SIGN_FRAME_PAIRS] = alignment->verbatim * fmin(pairs, COUNT_MAX);
}
