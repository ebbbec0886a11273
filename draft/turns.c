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
    RELATIVE_REACH = 3,
    ALONE_REACH = 4,
    COMPARED_REACH = 6,
    OWN_WORDS = 2,    /* "to be" before what is done */
    SENTENCE_MAX = 96 /* words back to a sentence's start */
};

static bool is_turn(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR;
}

/* --- what a word governs ---------------------------------------------------------- */

static bool is_verb(const pol_unit *unit)
{
    return unit->role == POL_ROLE_ASK || unit->role == POL_ROLE_DO || unit->role == POL_ROLE_TURN;
}

/* Does another demand start at `at`, behind "and" or a comma: "and that no library close"? */
bool pol_demand_starts(const pol_aligned_side *side, size_t at)
{
    size_t next = at + (side->units[at].role == POL_ROLE_JOIN);
    if (next > at && next < side->count &&
        (pol_unit_is(side, next, "that") ||
         (side->units[at].starts_phrase &&
          (pol_unit_is(side, next, "for") || pol_unit_is(side, next, "to")))))
        return true; /* "and that no library close", ", and for the tax to end" */
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
    return POL_UNIT_IS_ANY(side, at, words);
}

/* "Where a mask does not seal, ...": the end of the case that a sentence opens with, if `at` is in
 * it; else the end of the text. */
static size_t case_end(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {
        "where", "wherever", "if",       "when", "whenever", "unless",  "until", "before", "after",
        "while", "though",   "although", "once", "should",   "because", "since", "whoever"};
    size_t start = at, end = at + 1;
    for (size_t i = 0; i < SENTENCE_MAX && start > 0 && !side->units[start].starts_phrase; i++)
        start--;
    if (!side->units[start].starts_sentence || !POL_UNIT_IS_ANY(side, start, words))
        return side->count;
    while (end < side->count && !side->units[end].starts_phrase)
        end++;
    return end;
}

/* "Cutting wages is not ...", "the closure of wards if ...": what is said of a verb and its object,
 * and not what is said of the object: "oppose cuts that are". */
static bool ends_object(const pol_aligned_side *side, size_t verb, size_t at)
{
    static const char *const finite[] = {"is", "are", "was", "were", "should", "must"};
    static const char *const relatives[] = {"that", "which", "who", "whose", "what", "where", "as"};
    static const char *const cases[] = {"if", "unless", "because", "while", "when"};
    if (at > verb + 1 && POL_UNIT_IS_ANY(side, at, cases))
        return true;
    if (at <= verb + 1 || !POL_UNIT_IS_ANY(side, at, finite))
        return false;
    for (size_t i = at; i > verb + 1; i--)
        if (POL_UNIT_IS_ANY(side, i - 1, relatives))
            return false;
    return true;
}

/* A verb's object ends with its sentence or at another demand, the words that "no" governs at any
 * mark, and both after so many words that say something. */
static size_t governed_end(const pol_aligned_side *side, size_t at)
{
    if (side->units[at].role == POL_ROLE_TURN_NEAR && next_is_turn(side, at))
        at = next_said(side, at);
    bool is_near = side->units[at].role != POL_ROLE_TURN;
    size_t end = at + 1, reach = is_near ? REACH_NEAR : REACH, most = case_end(side, at);
    if (pol_unit_is(side, at, "not") && end < side->count && side->units[end].role == POL_ROLE_IS)
        end++; /* "need not have" */
    while (end < most && reach > 0) {
        const pol_unit *unit = &side->units[end];
        if (is_near ? ends_near(unit) : unit->starts_sentence || ends_object(side, at, end))
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
    static const char *const cases[] = {"where",    "wherever", "if",      "when",
                                        "whenever", "unless",   "because", "while"};
    size_t reach = REACH, own = at > OWN_WORDS ? at - OWN_WORDS : 0; /* ", to be ended" */
    while (at > 0 && reach > 0 && !side->units[at].starts_sentence &&
           !POL_UNIT_IS_ANY(side, at - 1, cases) && /* "wherever pay is stopped" */
           !(at < own && side->units[at].starts_phrase && pol_demand_starts(side, at)) &&
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
    size_t skipped = 0, skip_max = is_verb                              ? ANCHOR_SKIP
                                   : pol_unit_is(side, turn, "against") ? 0
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

/* "should", behind which a verb stands; "wo" is the first half of "won't". */
static bool is_modal(const pol_aligned_side *side, size_t at)
{
    static const char *const modals[] = {"should", "shall", "must",  "may",  "will",  "would",
                                         "can",    "could", "might", "need", "ought", "to",
                                         "do",     "does",  "wo",    "sha"};
    return POL_UNIT_IS_ANY(side, at, modals);
}

/* "Services should close": nothing stands behind that is closed. */
static bool has_no_object(const pol_aligned_side *side, size_t at)
{
    static const char *const behind[] = {"before", "until", "unless", "without", "when",
                                         "where",  "if",    "by",     "in",      "at",
                                         "and",    "after", "once"};
    size_t next = at + 1;
    return next >= side->count || side->units[next].starts_phrase ||
           POL_UNIT_IS_ANY(side, next, behind);
}

/* "an inquiry from which unions are excluded": that tells what it is to be like. */
static bool is_before_which(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"from", "under", "by",      "in",
                                        "for",  "on",    "through", "with"};
    return POL_UNIT_IS_ANY(side, at, words);
}

/* "members who stop work", "weapons which are not declared": that says who or what is meant, not
 * what is to be done; but "a rule under which no branch" does. */
static bool is_relative(const pol_aligned_side *side, size_t at)
{
    static const char *const relatives[] = {"who",  "whom",    "whose",   "which",
                                            "what", "whoever", "whomever"};
    static const char *const does[] = {"do", "does"};
    bool is_behind_does = at > 1 && POL_UNIT_IS_ANY(side, at - 1, does);
    if (pol_unit_is(side, at, "no") || (at > 0 && is_modal(side, at - 1) && !is_behind_does))
        return false;
    for (size_t i = at; i > 0 && at - i < RELATIVE_REACH && !side->units[i].starts_phrase; i--)
        if (POL_UNIT_IS_ANY(side, i - 1, relatives))
            return i < 2 || !is_before_which(side, i - 2);
    /* "contracts that end", "bodies that do not meet", and not "believes that cuts" */
    size_t that = is_behind_does ? at - 2 : at - 1;
    bool is_said_of =
        side->is_negative[at] || has_no_object(side, at); /* "agreements that give up
                                                              a right" are asked for */
    return ((side->units[at].role == POL_ROLE_TURN && is_said_of) || is_behind_does) && at > 1 &&
           that > 0 && pol_unit_is(side, that, "that") && !side->units[that - 1].is_formula &&
           !side->units[that - 1].is_stop && side->units[that - 1].role != POL_ROLE_ASK;
}

/* "Closed kitchens": what has been done to them already. */
static bool is_attribute(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    size_t next = at + 1;
    if (unit->role != POL_ROLE_TURN || !pol_span_ends(text, POL_SPAN("ed")) ||
        pol_span_starts(text, POL_SPAN("be ")) || next >= side->count ||
        side->units[next].starts_phrase || side->units[next].is_stop || is_turn(&side->units[next]))
        return false;
    uint8_t before = at > 0 ? side->units[at - 1].role : POL_ROLE_NONE;
    return before != POL_ROLE_BE && before != POL_ROLE_IS && before != POL_ROLE_TURN_NEAR;
}

/* ", as they no longer have one in Wales": what is compared, and not asked for. */
static bool is_compared(const pol_aligned_side *side, size_t at)
{
    for (size_t i = at; i > 0 && at - i < COMPARED_REACH; i--)
        if (side->units[i].starts_phrase)
            return i < at && pol_unit_is(side, i, "as");
    return false;
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
    static const char *const words[] = {"not", "never", "no longer", "cannot", "not to"};
    return POL_UNIT_IS_ANY(side, at, words);
}

/* "No officer should be asked": who or what is denied, and all that is said of it. */
static bool denies_all(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"no", "nobody", "nothing", "none", "neither"};
    static const char *const clauses[] = {"which", "whom", "that", "whereby"};
    if (!POL_UNIT_IS_ANY(side, at, words))
        return false;
    if (at > 0 && POL_UNIT_IS_ANY(side, at - 1, clauses))
        return true; /* "a rule under which no task passes" */
    for (size_t i = at + 1; i < side->count && i <= at + REACH && !side->units[i].starts_phrase;
         i++) {
        if (side->units[i].role == POL_ROLE_BE ||
            (is_modal(side, i) && !pol_unit_is(side, i, "to")))
            return true;
        if (is_verb(&side->units[i]))
            return false;
    }
    return false;
}

/* "No task may pass to a volunteer": what is denied limits nothing. */
static void void_permission(pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"may", "might"};
    for (size_t i = at + 1; i < side->count && i <= at + REACH && !side->units[i].starts_phrase;
         i++)
        if (POL_UNIT_IS_ANY(side, i, words)) {
            side->is_void[i] = true;
            return;
        }
}

static bool is_amount(const pol_unit *unit)
{
    return unit->role == POL_ROLE_THAN || unit->role == POL_ROLE_NUMBER;
}

/* "Refuse any offer unless it restores it": where the other word stands. */
static size_t unless_behind(const pol_aligned_side *side, size_t at)
{
    for (size_t i = at + 2; i < side->count && i <= at + REACH && !side->units[i].starts_sentence;
         i++)
        if (pol_unit_is(side, i, "unless"))
            return i;
    return SIZE_MAX;
}

/* "No meeting without a creche", "no visit shorter than an hour", "not to mayors alone": two words
 * that turn round or limit are one that does not. Where the other
 * stands; SIZE_MAX: nowhere. */
static size_t denied_twice(const pol_aligned_side *side, size_t at)
{
    static const char *const words[] = {"no",      "not",   "not to", "nobody",
                                        "nothing", "never", "none"};
    static const char *const refusals[] = {"refuse", "reject",    "oppose",       "decline",
                                           "resist", "turn down", "vote against", "say no to"};
    static const char *const others[] = {"without", "unless", "except"};
    static const char *const bounds[] = {"more", "above", "over",  "longer", "shorter",
                                         "less", "fewer", "below", "exceed"};
    if (POL_UNIT_IS_ANY(side, at, refusals))
        return unless_behind(side, at);
    if (!POL_UNIT_IS_ANY(side, at, words))
        return SIZE_MAX;
    bool is_not = pol_unit_is(side, at, "not") || pol_unit_is(side, at, "not to");
    for (size_t i = at + 1;
         is_not && i < side->count && i <= at + ALONE_REACH && !side->units[i].starts_phrase; i++)
        if (pol_unit_is(side, i, "alone"))
            return i;
    for (size_t i = at + 1; i < side->count && i <= at + REACH && !side->units[i].starts_phrase &&
                            !pol_unit_is(side, i, "and");
         i++)
        if (POL_UNIT_IS_ANY(side, i, others) ||
            (i > at + 1 && i + 1 < side->count && is_amount(&side->units[i + 1]) &&
             POL_UNIT_IS_ANY(side, i, bounds)))
            return i;
    return SIZE_MAX;
}

/* To the end of the sentence, or to another demand. */
static size_t denied_end(const pol_aligned_side *side, size_t at)
{
    size_t end = at + 1, reach = REACH, most = case_end(side, at);
    while (end < most && reach > 0) {
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

/* "Rule 7 is deleted": what is so said of what stands before it. */
static bool is_done(const pol_aligned_side *side, size_t at)
{
    if (pol_unit_is(side, at, "be lifted"))
        return true;
    return at > 0 && !pol_unit_is(side, at, "not to") &&
           (pol_unit_is(side, at - 1, "is") || pol_unit_is(side, at - 1, "are"));
}

/* "They should be taxed no longer." */
static bool is_last_word(const pol_aligned_side *side, size_t at)
{
    return pol_unit_is(side, at, "no longer") &&
           (at + 1 >= side->count || side->units[at + 1].starts_phrase);
}

/* "It must not be means tested, and the Executive should oppose it": says again what was turned
 * round already. `is_turned`: something was. */
static bool turns_again(const pol_aligned_side *side, size_t at, bool is_turned)
{
    static const char *const pronouns[] = {"it", "them", "this", "these"};
    return is_turned && side->units[at].role == POL_ROLE_TURN && at + 1 < side->count &&
           POL_UNIT_IS_ANY(side, at + 1, pronouns) &&
           (at + 2 >= side->count || side->units[at + 2].starts_phrase);
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

void pol_turn_side(pol_aligned_side *side)
{
    bool is_turned = false;
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
        if (is_compared(side, at) || turns_again(side, at, is_turned)) {
            side->is_void[at] = true;
            continue;
        }
        if (is_relative(side, at) || is_attribute(side, at)) {
            side->is_void[at] = at == 0 || !pol_unit_is(side, at - 1, "that");
            continue;
        }
        is_turned = true;
        uint8_t before = at > 0 ? side->units[at - 1].role : POL_ROLE_NONE;
        bool is_verb = side->units[at].role == POL_ROLE_TURN;
        if (denies_all(side, at)) {
            govern(side, at, at + 1, denied_end(side, at), false);
            void_permission(side, at);
        } else if (denies_verb(side, at) &&
                   ((at > 0 && is_modal(side, at - 1)) || is_be(side, at + 1)))
            deny(side, at);
        else if (is_verb && (before == POL_ROLE_BE || is_last_word(side, at) || is_done(side, at) ||
                             (at > 0 && is_modal(side, at - 1) && has_no_object(side, at))))
            govern(side, at, governed_start(side, at), at, true);
        else if (!is_verb || before != POL_ROLE_IS || pol_unit_is(side, at, "not to"))
            govern(side, at, at + 1, governed_end(side, at), false);
        side->is_void[at] = side->is_void[at] ||
                            (side->anchor[at] == POL_NO_MATCH && pol_unit_is(side, at, "against"));
    }
}
