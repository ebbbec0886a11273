/* bounds.c - whether a number that two texts share is a limit on both, and from which side.
 *
 * "Limit classes to thirty" and "no class of more than thirty" are made of words that look opposed,
 * and "at least thirty" and "at most thirty" of words that hardly do. What counts is the bound on
 * the number: where both have the same, the words that make it tell nothing else. */
#include "draft/align.h"
#include "draft/lexicon.h"

typedef enum way { WAY_NONE, WAY_MOST, WAY_LEAST } way;

enum {
    BEFORE = 4,     /* words before a number, and */
    BEHIND = 4,     /* behind it, among which the bound stands */
    LIMITED = 9,    /* from "limit" to the number */
    DENIED = 10,    /* from "no" to "more than" */
    BOUND_WORDS = 3 /* that make one bound */
};

typedef struct bound {
    way way;
    size_t words[BOUND_WORDS], count;
} bound;

static way flip(way from)
{
    return from == WAY_MOST ? WAY_LEAST : WAY_MOST;
}

static void add_word(bound *to, size_t at)
{
    if (to->count < BOUND_WORDS)
        to->words[to->count++] = at;
}

/* "More than" and the like, which "no" turns round. */
static way compared_way(const pol_aligned_side *side, size_t at)
{
    static const char *const least[] = {
        "more than", "more",   "above",  "over",   "exceed", "exceeds", "exceeding", "longer",
        "greater",   "higher", "larger", "bigger", "beyond", "later",   "upwards of"};
    static const char *const most[] = {"less than", "less",  "fewer",   "below",      "under",
                                       "shorter",   "lower", "smaller", "fewer than", "earlier"};
    return POL_UNIT_IS_ANY(side, at, least)  ? WAY_LEAST
           : POL_UNIT_IS_ANY(side, at, most) ? WAY_MOST
                                             : WAY_NONE;
}

/* Words that are a bound whatever stands before them. */
static way plain_way(const pol_aligned_side *side, size_t at)
{
    static const char *const least[] = {"at least",      "no less than",   "not less than",
                                        "no fewer than", "not fewer than", "minimum",
                                        "floor",         "or more",        "or over",
                                        "least",         "no lower than",  "not below"};
    static const char *const most[] = {
        "at most",       "no more than",   "not more than", "no longer than",
        "no later than", "not later than", "maximum",       "ceiling",
        "up to",         "within",         "or fewer",      "or less",
        "most",          "limit",          "limited to",    "cap",
        "not exceed",    "not over"};
    return POL_UNIT_IS_ANY(side, at, least)  ? WAY_LEAST
           : POL_UNIT_IS_ANY(side, at, most) ? WAY_MOST
                                             : WAY_NONE;
}

/* A "no" before such a word, in its sentence; SIZE_MAX: none. */
static size_t denied_by(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"no",   "not",    "not to",  "never",  "nobody",
                                        "none", "cannot", "neither", "nothing"};
    for (size_t i = at; i > 0 && at - i < DENIED && !side->units[i].starts_sentence; i--)
        if (POL_UNIT_IS_ANY(side, i - 1, words))
            return i - 1;
    return SIZE_MAX;
}

/* "Limit class sizes to thirty", "fees to be capped at nine pounds". */
static size_t limited_by(const pol_aligned_side *side, size_t number)
{
    static const char *const verbs[] = {
        "limit",   "limits",   "limited",  "limiting",  "cap",        "caps",
        "capped",  "capping",  "restrict", "restricts", "restricted", "restricting",
        "confine", "confined", "hold",     "held",      "keep",       "kept"};
    static const char *const before[] = {"to", "at", "below", "under", "within"};
    if (number == 0 || !POL_UNIT_IS_ANY(side, number - 1, before))
        return SIZE_MAX;
    for (size_t i = number - 1; i > 0 && number - i < LIMITED && !side->units[i].starts_phrase; i--)
        if (POL_UNIT_IS_ANY(side, i - 1, verbs))
            return i - 1;
    return SIZE_MAX;
}

/* Notes a word that is a bound, with the "no" before it. */
static bool take_word(const pol_aligned_side *side, size_t at, bound *found)
{
    found->way = plain_way(side, at);
    if (found->way != WAY_NONE) {
        add_word(found, at);
        return true;
    }
    found->way = compared_way(side, at);
    if (found->way == WAY_NONE)
        return false;
    add_word(found, at);
    size_t denied = denied_by(side, at);
    if (denied != SIZE_MAX) {
        add_word(found, denied);
        found->way = flip(found->way);
    }
    return true;
}

static bound bound_of(const pol_aligned_side *side, size_t number)
{
    bound found = {0};
    for (size_t i = number; i > 0 && number - i < BEFORE && !side->units[i].starts_phrase; i--)
        if (take_word(side, i - 1, &found))
            return found;
    size_t verb = limited_by(side, number);
    if (verb != SIZE_MAX) {
        found.way = WAY_MOST;
        add_word(&found, verb);
        return found;
    }
    for (size_t i = number + 1;
         i < side->count && i <= number + BEHIND && !side->units[i].starts_phrase &&
         side->units[i].role != POL_ROLE_NUMBER;
         i++) {
        found.way = plain_way(side, i);
        if (found.way != WAY_NONE) {
            add_word(&found, i);
            return found;
        }
    }
    return found;
}

static void make_void(pol_aligned_side *side, const bound *words)
{
    for (size_t i = 0; i < words->count; i++)
        side->is_void[words->words[i]] = true;
}

void pol_bounds_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->units[i].role != POL_ROLE_NUMBER || clause->match[i] == POL_NO_MATCH)
            continue;
        bound ours = bound_of(clause, i), theirs = bound_of(passage, clause->match[i]);
        if (ours.way == WAY_NONE || theirs.way == WAY_NONE)
            continue;
        if (ours.way != theirs.way) {
            alignment->bounds_differ = true;
        } else {
            alignment->bounds_agree = true;
            make_void(clause, &ours);
            make_void(passage, &theirs);
        }
    }
}
