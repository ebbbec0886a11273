/* turns.c - on which of the words that two texts share they say the opposite.
 *
 * "oppose the closure of libraries" and "support the closure of libraries" differ in what governs
 * the rest. Each word that turns round ("oppose", "end", "no") is given the words that it governs,
 * and of these the first that is shared, its anchor. An anchor that an odd number of turns governs
 * on one side, and an even number on the other, is opposed. So "oppose the closure" and "keep open"
 * agree, as do "reject" and "not accept", and it does not matter where either phrase ends. */
#include "draft/align.h"

#include "draft/lexicon.h"

enum {
    REACH = 14,
    REACH_NEAR = 3,
    ANCHOR_SKIP = 6,
    ANCHOR_SKIP_NEAR = 1,
    SWAP_REACH = 4,
    RELATIVE_REACH = 3,
    ALONE_REACH = 4,
    SWAPS_MAX = 256
};

#define SWAP_PART 0.25 /* of what is shared, what a pair of opposites counts for */

static bool is_turn(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR;
}

/* --- what a word governs ---------------------------------------------------------- */

static bool is_verb(const pol_unit *unit)
{
    return unit->role == POL_ROLE_ASK || unit->role == POL_ROLE_DO || unit->role == POL_ROLE_TURN;
}

static bool is_word(const pol_aligned_side *side, size_t at, pol_span word)
{
    const pol_unit *unit = &side->units[at];
    return pol_span_equal_fold(
        pol_span_make(side->text.data + unit->start, unit->end - unit->start), word);
}

/* Does another demand start at `at`, behind "and" or a comma: "and that no library close"? */
bool pol_demand_starts(const pol_aligned_side *side, size_t at)
{
    size_t next = at + (side->units[at].role == POL_ROLE_JOIN);
    if (next > at && next < side->count && is_word(side, next, POL_SPAN("that")))
        return true;
    for (size_t i = at; i < side->count && i <= at + 2; i++) {
        if (is_verb(&side->units[i]))
            return true;
        if (!side->units[i].is_stop || side->units[i].role == POL_ROLE_ARTICLE)
            return false;
    }
    return false;
}

/* What "no" and "not" say ends at any mark, and where the next thing is said. */
static bool ends_near(const pol_unit *unit)
{
    return unit->starts_phrase || unit->role == POL_ROLE_THAN || unit->role == POL_ROLE_IS ||
           unit->role == POL_ROLE_BUT || unit->role == POL_ROLE_TURN_NEAR;
}

static size_t next_said(const pol_aligned_side *side, size_t at)
{
    size_t next = at + 1;
    while (next < side->count && side->units[next].is_stop && !side->units[next].starts_phrase)
        next++;
    return next;
}

/* "without reduction": what the verb governs, "no" governs too. */
static bool next_is_turn(const pol_aligned_side *side, size_t at)
{
    size_t next = next_said(side, at);
    return next < side->count && !side->units[next].starts_phrase &&
           side->units[next].role == POL_ROLE_TURN;
}

/* "..., to be recovered from its makers": behind a comma, what is said of the object, and not more
 * of it. */
static bool adds(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"to",    "with", "which", "since", "because",
                                        "so",    "when", "where", "if",    "until",
                                        "while", "by",   "after", "as"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(side, at, pol_span_of(words[i])))
            return true;
    return false;
}

/* A verb's object ends with its sentence or at another demand, the words that "no" governs at any
 * mark, and both after so many words that say something. */
static size_t governed_end(const pol_aligned_side *side, size_t at)
{
    if (side->units[at].role == POL_ROLE_TURN_NEAR && next_is_turn(side, at))
        at = next_said(side, at);
    bool is_near = side->units[at].role != POL_ROLE_TURN;
    size_t end = at + 1, reach = is_near ? REACH_NEAR : REACH;
    if (is_word(side, at, POL_SPAN("not")) && end < side->count &&
        side->units[end].role == POL_ROLE_IS)
        end++; /* "need not have" */
    while (end < side->count && reach > 0) {
        const pol_unit *unit = &side->units[end];
        if (is_near ? ends_near(unit) : unit->starts_sentence)
            break;
        if ((unit->role == POL_ROLE_JOIN || unit->role == POL_ROLE_BUT || unit->starts_phrase) &&
            (pol_demand_starts(side, end) || (unit->starts_phrase && adds(side, end))))
            break;
        reach -= !unit->is_stop;
        end++;
    }
    return end;
}

/* "Any requirement": a noun that looks like a verb that asks. */
static bool is_named(const pol_aligned_side *side, size_t at)
{
    return side->units[at].role == POL_ROLE_ASK && at > 0 &&
           side->units[at - 1].role == POL_ROLE_ARTICLE;
}

/* Of "the duty to provide them should be abolished": back to the sentence's start, to another
 * demand, or to the verb that asks for it or turns it round. */
static size_t governed_start(const pol_aligned_side *side, size_t at)
{
    size_t reach = REACH;
    while (at > 0 && reach > 0 && !side->units[at].starts_sentence &&
           !(side->units[at].starts_phrase && pol_demand_starts(side, at)) &&
           (!is_verb(&side->units[at - 1]) || side->units[at - 1].role == POL_ROLE_DO ||
            is_named(side, at - 1))) {
        at--;
        reach -= !side->units[at].is_stop;
    }
    return at;
}

static bool is_shared(const pol_aligned_side *side, size_t at)
{
    return side->match[at] != POL_NO_MATCH && side->units[at].weight > 0 &&
           !side->units[at].is_formula;
}

static bool tells(const pol_unit *unit)
{
    return unit->weight > 0 && unit->role != POL_ROLE_ASK;
}

/* The first shared word of those that a word governs, from the front or from the back. */
static void find_anchor(pol_aligned_side *side, size_t turn, size_t from, size_t to,
                        bool is_backward)
{
    bool is_verb = side->units[turn].role == POL_ROLE_TURN;
    /* What "against" is said of stands right behind it: a demonstration "against the budget this
     * autumn" is not against the autumn. */
    size_t skipped = 0, skip_max = is_verb                                    ? ANCHOR_SKIP
                                   : is_word(side, turn, POL_SPAN("against")) ? 0
                                                                              : ANCHOR_SKIP_NEAR;
    for (size_t i = from; i < to && skipped <= skip_max; i++) {
        size_t at = is_backward ? to - 1 - (i - from) : i;
        if (is_shared(side, at)) {
            side->anchor[turn] = (uint32_t)at;
            return;
        }
        skipped += tells(&side->units[at]);
    }
}

static bool is_any(const pol_aligned_side *side, size_t at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_word(side, at, pol_span_of(words[i])))
            return true;
    return false;
}

/* "should", behind which a verb stands. */
static bool is_modal(const pol_aligned_side *side, size_t at)
{
    static const char *const modals[] = {"should", "shall", "must",  "may",   "will",
                                         "would",  "can",   "could", "might", "need",
                                         "ought",  "to",    "do",    "does"};
    return is_any(side, at, modals, sizeof modals / sizeof *modals);
}

/* "members who stop work", "weapons which are not declared": that says who or what is meant, not
 * what is to be done; but "a rule under which no branch" does. */
static bool is_relative(const pol_aligned_side *side, size_t at)
{
    static const char *const relatives[] = {"who", "whom", "whose", "which", "what"};
    if (is_word(side, at, POL_SPAN("no")) || (at > 0 && is_modal(side, at - 1)))
        return false;
    for (size_t i = at; i > 0 && at - i < RELATIVE_REACH && !side->units[i].starts_phrase; i--) {
        for (size_t j = 0; j < sizeof relatives / sizeof *relatives; j++)
            if (is_word(side, i - 1, pol_span_of(relatives[j])))
                return true;
    }
    /* "contracts that end", and not "believes that cuts" */
    return side->units[at].role == POL_ROLE_TURN && at > 1 &&
           is_word(side, at - 1, POL_SPAN("that")) && !side->units[at - 2].is_formula &&
           !side->units[at - 2].is_stop && side->units[at - 2].role != POL_ROLE_ASK;
}

/* "Closed kitchens": what has been done to them already. */
static bool is_attribute(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    size_t next = at + 1;
    if (unit->role != POL_ROLE_TURN || !pol_span_ends(text, POL_SPAN("ed")) ||
        next >= side->count || side->units[next].starts_phrase || side->units[next].is_stop ||
        is_turn(&side->units[next]))
        return false;
    uint8_t before = at > 0 ? side->units[at - 1].role : POL_ROLE_NONE;
    return before != POL_ROLE_BE && before != POL_ROLE_IS && before != POL_ROLE_TURN_NEAR;
}

static void govern(pol_aligned_side *side, size_t turn, size_t from, size_t to, bool is_backward)
{
    for (size_t i = from; i < to; i++)
        side->is_negative[i] = !side->is_negative[i];
    find_anchor(side, turn, from, to, is_backward);
}

static bool is_be(const pol_aligned_side *side, size_t at)
{
    return at < side->count && side->units[at].role == POL_ROLE_BE;
}

/* "not", "never", "no longer": they deny the verb behind them. */
static bool denies_verb(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"not", "never", "no longer", "cannot"};
    return is_any(side, at, words, sizeof words / sizeof *words);
}

/* "No officer should be asked": who or what is denied, and all that is said of it. */
static bool denies_all(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"no", "nobody", "nothing", "none", "neither"};
    if (!is_any(side, at, words, sizeof words / sizeof *words))
        return false;
    for (size_t i = at + 1; i < side->count && i <= at + REACH && !side->units[i].starts_phrase;
         i++) {
        if (side->units[i].role == POL_ROLE_BE ||
            (is_modal(side, i) && !is_word(side, i, POL_SPAN("to"))))
            return true;
        if (is_verb(&side->units[i]))
            return false;
    }
    return false;
}

static bool is_amount(const pol_unit *unit)
{
    return unit->role == POL_ROLE_THAN || unit->role == POL_ROLE_NUMBER;
}

/* "No meeting without a creche", "no visit shorter than an hour", "not to mayors alone": two words
 * that turn round or limit are one that does not. Where the other
 * stands; SIZE_MAX: nowhere. */
static size_t denied_twice(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"no",      "not",   "not to", "nobody",
                                        "nothing", "never", "none"};
    static const char *const others[] = {"without", "unless", "except"};
    static const char *const bounds[] = {"more", "above", "over",  "longer", "shorter",
                                         "less", "fewer", "below", "exceed"};
    if (!is_any(side, at, words, sizeof words / sizeof *words))
        return SIZE_MAX;
    bool is_not = is_word(side, at, POL_SPAN("not")) || is_word(side, at, POL_SPAN("not to"));
    for (size_t i = at + 1;
         is_not && i < side->count && i <= at + ALONE_REACH && !side->units[i].starts_phrase; i++)
        if (is_word(side, i, POL_SPAN("alone")))
            return i;
    for (size_t i = at + 1; i < side->count && i <= at + REACH && !side->units[i].starts_phrase &&
                            !is_word(side, i, POL_SPAN("and"));
         i++)
        if (is_any(side, i, others, sizeof others / sizeof *others) ||
            (i > at + 1 && i + 1 < side->count && is_amount(&side->units[i + 1]) &&
             is_any(side, i, bounds, sizeof bounds / sizeof *bounds)))
            return i;
    return SIZE_MAX;
}

/* To the end of the sentence, or to another demand. */
static size_t denied_end(const pol_aligned_side *side, size_t at)
{
    size_t end = at + 1, reach = REACH;
    while (end < side->count && reach > 0) {
        const pol_unit *unit = &side->units[end];
        if (unit->starts_sentence || unit->role == POL_ROLE_BUT ||
            ((unit->role == POL_ROLE_JOIN || unit->starts_phrase) && end > at + 1 &&
             pol_demand_starts(side, end)))
            break;
        reach -= !unit->is_stop;
        end++;
    }
    return end;
}

/* "Services should close": nothing stands behind that is closed. */
static bool has_no_object(const pol_aligned_side *side, size_t at)
{
    static const char *const behind[] = {"before", "until", "unless", "without", "when",
                                         "where",  "if",    "by",     "in",      "at",
                                         "and",    "after", "once"};
    size_t next = at + 1;
    return next >= side->count || side->units[next].starts_phrase ||
           is_any(side, next, behind, sizeof behind / sizeof *behind);
}

/* "Rule 7 is deleted": what is so said of what stands before it. */
static bool is_done(const pol_aligned_side *side, size_t at)
{
    if (is_word(side, at, POL_SPAN("be lifted")))
        return true;
    return at > 0 &&
           (is_word(side, at - 1, POL_SPAN("is")) || is_word(side, at - 1, POL_SPAN("are")));
}

/* What a word that denies a verb governs: of a passive its subject too. */
static void deny(pol_aligned_side *side, size_t at)
{
    size_t end = denied_end(side, at);
    if (is_be(side, at + 1)) {
        size_t start = governed_start(side, at);
        for (size_t i = start; i < at; i++)
            side->is_negative[i] = !side->is_negative[i];
        govern(side, at, at + 1, end, false);
        if (side->anchor[at] == POL_NO_MATCH)
            find_anchor(side, at, start, at, true);
    } else {
        govern(side, at, at + 1, end, false);
    }
}

static void turn_side(pol_aligned_side *side)
{
    for (size_t at = 0; at < side->count; at++)
        side->anchor[at] = POL_NO_MATCH;
    for (size_t at = 0; at < side->count; at++) {
        size_t twice = denied_twice(side, at);
        if (twice != SIZE_MAX)
            side->is_void[at] = side->is_void[twice] = true;
        if (side->is_void[at])
            continue;
        if (side->units[at].role == POL_ROLE_LIMIT)
            find_anchor(side, at, at + 1, governed_end(side, at), false);
        if (!is_turn(&side->units[at]))
            continue;
        if (is_relative(side, at) || is_attribute(side, at)) {
            side->is_void[at] = at == 0 || !is_word(side, at - 1, POL_SPAN("that"));
            continue;
        }
        uint8_t before = at > 0 ? side->units[at - 1].role : POL_ROLE_NONE;
        bool is_verb = side->units[at].role == POL_ROLE_TURN;
        if (denies_all(side, at))
            govern(side, at, at + 1, denied_end(side, at), false);
        else if (denies_verb(side, at) &&
                 ((at > 0 && is_modal(side, at - 1)) || is_be(side, at + 1)))
            deny(side, at);
        else if (is_verb && (before == POL_ROLE_BE || is_done(side, at) ||
                             (at > 0 && is_modal(side, at - 1) && has_no_object(side, at))))
            govern(side, at, governed_start(side, at), at, true);
        else if (!is_verb || before != POL_ROLE_IS || is_word(side, at, POL_SPAN("not to")))
            govern(side, at, at + 1, governed_end(side, at), false);
        side->is_void[at] = side->is_void[at] || (side->anchor[at] == POL_NO_MATCH &&
                                                  is_word(side, at, POL_SPAN("against")));
    }
}

/* --- opposites -------------------------------------------------------------------- */

static bool is_opposed(const pol_aligned_side *side, const pol_aligned_side *other, size_t turn)
{
    uint32_t anchor = side->anchor[turn];
    return anchor != POL_NO_MATCH &&
           side->is_negative[anchor] != other->is_negative[side->match[anchor]];
}

static bool has_word(const pol_aligned_side *side, size_t at, const pol_aligned_side *other,
                     size_t place)
{
    const pol_unit *unit = &other->units[place];
    return is_word(side, at,
                   pol_span_make(other->text.data + unit->start, unit->end - unit->start));
}

/* "No" and "without" correspond, but not where each turns other words round. "Withdrawn" and "end"
 * correspond; but where both are here and "end" alone is there, "withdrawn"
 * is said here alone. */
static bool is_alone(const pol_aligned_side *side, const pol_aligned_side *other, size_t at)
{
    uint32_t place = side->match[at];
    if (place == POL_NO_MATCH)
        return true;
    if (side->units[at].role == POL_ROLE_TURN_NEAR)
        return other->anchor[place] == POL_NO_MATCH ||
               other->match[other->anchor[place]] != side->anchor[at];
    if (side->units[at].role != POL_ROLE_TURN || has_word(side, at, other, place))
        return false;
    if (side->anchor[at] != POL_NO_MATCH &&
        (other->anchor[place] == POL_NO_MATCH ||
         other->match[other->anchor[place]] != side->anchor[at]))
        return true;
    for (size_t i = 0; i < side->count; i++)
        if (i != at && side->match[i] == place && has_word(side, i, other, place))
            return true;
    return false;
}

/* The first turn whose anchor is opposed. One that both sides have says so only where it is opposed
 * on both: word order differs more often than what is meant. */
static uint32_t opposed_turn(const pol_aligned_side *side, const pol_aligned_side *other)
{
    for (size_t at = 0; at < side->count; at++) {
        if (!is_turn(&side->units[at]) || !is_opposed(side, other, at))
            continue;
        if (is_alone(side, other, at) || is_opposed(other, side, side->match[at]))
            return (uint32_t)at;
    }
    return POL_NO_MATCH;
}

static double opposed_weight(const pol_alignment *alignment, double *ret_all)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    double opposed = 0;
    *ret_all = 0;
    for (size_t i = 0; i < clause->count; i++) {
        if (!is_shared(clause, i))
            continue;
        *ret_all += clause->units[i].weight;
        if (clause->is_negative[i] != passage->is_negative[clause->match[i]])
            opposed += clause->units[i].weight;
    }
    return opposed;
}

static bool has_shared_near(const pol_aligned_side *side, size_t at)
{
    size_t from = at > SWAP_REACH ? at - SWAP_REACH : 0;
    for (size_t i = from; i < side->count && i <= at + SWAP_REACH; i++)
        if (i != at && is_shared(side, i))
            return true;
    return false;
}

static bool are_opposites(const pol_unit *one, const pol_unit *other)
{
    return (one->opposite && one->opposite == other->concept) ||
           (other->opposite && other->opposite == one->concept);
}

/* "before" on one side and "after" on the other, neither on both. */
static bool has_swap(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t looked = 0;
    for (size_t i = 0; i < clause->count; i++) {
        const pol_unit *unit = &clause->units[i];
        if (unit->is_stop || clause->match[i] != POL_NO_MATCH || !has_shared_near(clause, i))
            continue;
        if (looked++ == SWAPS_MAX)
            break;
        for (size_t j = 0; j < passage->count; j++) {
            if (!are_opposites(unit, &passage->units[j]) || passage->match[j] != POL_NO_MATCH ||
                clause->is_negative[i] != passage->is_negative[j] || !has_shared_near(passage, j))
                continue; /* "unspent" and "not spent" agree */
            alignment->clause_turn = (uint32_t)i;
            alignment->passage_turn = (uint32_t)j;
            return true;
        }
    }
    return false;
}

/* "before" and "after" as the thesaurus has them. */
static bool has_antonyms(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    uint32_t one = alignment->clause_antonym, other = alignment->passage_antonym;
    if (one == POL_NO_MATCH || clause->is_negative[one] != passage->is_negative[other] ||
        !has_shared_near(clause, one) || !has_shared_near(passage, other))
        return false;
    alignment->clause_turn = one;
    alignment->passage_turn = other;
    return true;
}

/* Words that limit a shared word, and that the other side lacks. */
static void count_limits(pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        side->limits += side->units[i].role == POL_ROLE_LIMIT && !side->units[i].is_formula &&
                        side->match[i] == POL_NO_MATCH && side->anchor[i] != POL_NO_MATCH;
}

void pol_turns_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    double all = 0, opposed = 0;
    turn_side(clause);
    turn_side(passage);
    alignment->clause_turn = opposed_turn(clause, passage);
    alignment->passage_turn = opposed_turn(passage, clause);
    opposed = opposed_weight(alignment, &all);
    if (alignment->clause_turn == POL_NO_MATCH && alignment->passage_turn == POL_NO_MATCH)
        opposed = has_swap(alignment) || has_antonyms(alignment) ? SWAP_PART * all : 0;
    count_limits(clause, 0, clause->count);
    count_limits(passage, alignment->window_start, alignment->window_end);
    alignment->opposed = all > 0 ? opposed / all : 0;
}
