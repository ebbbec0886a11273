/* words.c - the words of a decision, as reports print them: the decision itself, and
 * behind it votes, reasons, points, the composite, the amendment, to whom it was referred. */
#include "document/outcome/parse.h"

#include "document/recognise/decision.h"
#include "document/words.h"

enum { NOWHERE = -1, TAIL_WORDS_MAX = 18, REFERRAL_WORDS_MAX = 14, REMARK_WORDS_MAX = 24 };

void *pol_outcome_alloc(pol_outcome_memory *memory, size_t size)
{
    void *made = pol_arena_alloc(memory->arena, size);
    if (!made)
        memory->refused = size;
    return made;
}

static bool is_one_of(char c, const char *marks)
{
    return c != '\0' && strchr(marks, c) != NULL;
}

/* The bracket that closes `open`; 0 if it opens nothing. */
static char closing(char open)
{
    return open == '(' ? ')' : open == '[' ? ']' : '\0';
}

/* Is the bracket that `text` starts with closed by its last character? */
static bool is_bracketed(pol_span text)
{
    size_t depth = 0;
    char open = text.size > 1 ? text.data[0] : '\0', close = closing(open);
    if (close == '\0' || text.data[text.size - 1] != close)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        depth += text.data[i] == open;
        if (text.data[i] == close && --depth == 0)
            return i + 1 == text.size;
    }
    return false;
}

pol_span pol_outcome_strip(pol_span text)
{
    for (bool found = true; found;) {
        text = pol_span_trim(text);
        found = text.size > 0 && is_one_of(text.data[0], "*_");
        if (found)
            text = pol_span_from(text, 1);
        while (text.size > 0 && is_one_of(text.data[text.size - 1], "*_.;,: ")) {
            text.size--;
            found = true;
        }
        if (is_bracketed(text)) {
            text = pol_span_make(text.data + 1, text.size - 2);
            found = true;
        }
    }
    return text;
}

/* ---- what belongs to a decision ------------------------------------------------------- */

/* "as amended by 3.1", "with amendment 9.1": the amendment's number. */
static void note_amendment(pol_span words, pol_outcome *outcome)
{
    static const char *const leads[] = {"amended by", "with amendment", "with amendments",
                                        "amendment"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        size_t at = pol_span_find_fold(words, pol_span_of(leads[i]), 0);
        if (at == (size_t)NOWHERE)
            continue;
        pol_span rest = pol_span_from(words, at + strlen(leads[i]));
        pol_span word = pol_word_next(&rest);
        if (pol_word_is_any(word, "amendment amendments motion"))
            word = pol_word_next(&rest);
        if (pol_outcome_is_number(word, true)) {
            outcome->amendment = word;
            return;
        }
    }
}

static void note_composite(pol_span words, pol_outcome *outcome)
{
    size_t at = pol_span_find_fold(words, POL_SPAN("composite "), 0);
    if (at == (size_t)NOWHERE)
        return;
    pol_span rest = pol_span_from(words, at), word = pol_word_next(&rest);
    word = pol_word_next(&rest);
    if (pol_word_is_any(word, "motion resolution number no"))
        word = pol_word_next(&rest);
    if (pol_outcome_is_number(word, true))
        outcome->composite =
            pol_span_make(words.data + at, (size_t)(word.data + word.size - words.data) - at);
}

pol_span pol_outcome_composite_in(pol_span cell)
{
    pol_outcome noted = {0};
    char last = cell.size > 0 ? cell.data[cell.size - 1] : '\0';
    note_composite(cell, &noted);
    return last ? noted.composite : pol_span_make(NULL, 0);
}

/* "(Composite A)", "C1" behind "composited": the number alone. */
static void note_bare_composite(pol_span tail, pol_outcome *outcome)
{
    pol_span rest = tail, word = pol_word_next(&rest);
    if (pol_word_is_any(word, "in into as see to comp")) /* "with 8" names a motion */
        word = pol_word_next(&rest);
    if (outcome->composite.data == NULL && pol_outcome_is_number(word, false))
        outcome->composite = word;
}

/* Words that tell how the vote went, and numbers. */
static bool is_vote(pol_span tail)
{
    static const char words[] =
        "for against to abstentions abstention abstained abstaining abstain voting votes vote "
        "voted by with in "
        "favour of and on a card show hands majority counted count majority unanimous unan "
        "unanimously "
        "overwhelmingly clear large narrow delegates the nem con no none dissent teller tellers "
        "it percent per cent two thirds third two-thirds obtained achieved reached required after "
        "debate abs weighted ballot electronic recount second";
    pol_span word;
    size_t count = 0;
    for (; (word = pol_word_next(&tail)).data; count++)
        if (!(word.data[0] >= '0' && word.data[0] <= '9') && !pol_word_is_any(word, words))
            return false;
    return count > 0 && count <= TAIL_WORDS_MAX;
}

/* "because 25 was carried", "see Composite A", "in favour of 9". */
static bool is_reason(pol_span tail)
{
    pol_span rest = tail, first = pol_word_next(&rest);
    bool is_number = pol_outcome_is_number(first, false) && /* "4.1 having been carried" */
                     pol_word_is_any(pol_word_next(&rest), "having was being carried passed "
                                                           "adopted lost agreed");
    return (is_number ||
            pol_word_is_any(
                first,
                "as because see due consequent consequential consequently "
                "following in into under by since superseded covered conflicts time "
                "contrary pre-empted after on to with owing through for lack "
                "breach rule composite motion amendment motions subject at until from no")) &&
           pol_word_count(rest, TAIL_WORDS_MAX + 1) <= TAIL_WORDS_MAX &&
           pol_span_find_fold(tail, POL_SPAN(" if "), 0) == (size_t)NOWHERE;
}

/* "after Amendment 1.1 was carried": what went before the vote, and not the vote itself. */
static bool is_cause(pol_span tail)
{
    return pol_word_is_any(pol_word_next(&tail), "after following because since consequent");
}

/* Behind the marks that a tail may start with; `ret_is_marked` if there is one. */
static pol_span behind_marks(pol_span tail, bool *ret_is_marked)
{
    static const char *const dashes[] = {"\u2013", "\u2014", "-", ",", ";", ":", "."};
    *ret_is_marked = false;
    for (bool found = true; found;) {
        tail = pol_span_trim(tail);
        found = false;
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !found; i++)
            if ((found = pol_span_starts(tail, pol_span_of(dashes[i])))) {
                tail = pol_span_from(tail, strlen(dashes[i]));
                *ret_is_marked = true;
            }
    }
    if (is_bracketed(tail)) {
        *ret_is_marked = true;
        tail = pol_outcome_strip(tail);
    }
    return tail;
}

/* May `tail` stand behind a decision, and say no more than how and why? */
static bool is_tail(pol_span tail, pol_decision decision)
{
    bool is_marked;
    tail = behind_marks(tail, &is_marked);
    if (pol_span_find(tail, POL_SPAN("?"), 0) != (size_t)NOWHERE)
        return false;
    bool is_final = decision == POL_DECISION_CARRIED || decision == POL_DECISION_LOST ||
                    decision == POL_DECISION_CARRIED_AMENDED;
    if (pol_word_count(tail, 1) == 0 || is_vote(tail))
        return true;
    if (is_reason(tail) && (!is_final || is_cause(tail)))
        return true;
    pol_decision again = pol_decision_from_words(tail);
    if (again != POL_DECISION_NONE)
        return again == decision;
    return is_marked && is_reason(tail);
}

/* ---- business not reached, and where it went ------------------------------------------- */

/* Where "referred to the NEC" starts behind something else. */
static size_t referral_start(pol_span text)
{
    static const char *const leads[] = {
        "stand referred to",     "stands referred to", "stood referred to",
        "referred to",           "remitted to",        "stand remitted to",
        "stands remitted to",    "passed to",          "automatically referred",
        "automatically remitted"};
    size_t first = (size_t)NOWHERE;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        size_t at = pol_span_find_fold(text, pol_span_of(leads[i]), 1);
        first = at < first ? at : first;
    }
    return first;
}

/* "Not reached and" without what links it. */
static pol_span before_link(pol_span text)
{
    for (bool found = true; found;) {
        found = false;
        text = pol_span_core(text);
        pol_span word = pol_word_last(text);
        if (pol_word_is_any(word, "and was were is are then so hence therefore be been will that "
                                  "which business")) {
            text.size = (size_t)(word.data - text.data);
            found = text.size > 0;
        }
    }
    return text;
}

static bool read_referral(pol_span text, pol_outcome *outcome)
{
    size_t at = referral_start(text);
    if (at == (size_t)NOWHERE)
        return false;
    pol_span reached = before_link(pol_span_first(text, at));
    if (pol_decision_from_words(reached) != POL_DECISION_NOT_REACHED)
        return false;
    pol_span referral = pol_span_from(text, at);
    while (referral.size > 0 && is_one_of(referral.data[referral.size - 1], ").]; "))
        referral.size--;
    if (pol_word_count(referral, REFERRAL_WORDS_MAX + 1) > REFERRAL_WORDS_MAX)
        return false;
    outcome->decision = POL_DECISION_NOT_REACHED;
    outcome->words = reached;
    outcome->referral = referral;
    return true;
}

void pol_outcome_note_referral(pol_span text, pol_outcome *outcome)
{
    static const char *const leads[] = {"stand referred", "stands referred", "referred to",
                                        "remitted to",    "passed to",       "pass to",
                                        "go to",          "pass to the"};
    size_t first = (size_t)NOWHERE;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        size_t at = pol_span_find_fold(text, pol_span_of(leads[i]), 0);
        first = at < first ? at : first;
    }
    if (first == (size_t)NOWHERE || outcome->decision != POL_DECISION_NOT_REACHED ||
        outcome->referral.data)
        return;
    pol_span referral = pol_outcome_strip(pol_first_sentence(pol_span_from(text, first)));
    if (pol_word_count(referral, REFERRAL_WORDS_MAX + 1) <= REFERRAL_WORDS_MAX)
        outcome->referral = referral;
}

/* ---- all of it -------------------------------------------------------------------------- */

static bool is_stated(pol_decision decision)
{
    return decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN;
}

/* "Withdrawn or not moved", "Remitted / referred": two words for one decision. */
static pol_decision read_either(pol_span text)
{
    static const char *const links[] = {" or ", "/", " and "};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        size_t at = pol_span_find(text, pol_span_of(links[i]), 0);
        if (at == (size_t)NOWHERE)
            continue;
        pol_decision first = pol_decision_from_words(pol_span_first(text, at));
        pol_decision second = pol_decision_from_words(pol_span_from(text, at + strlen(links[i])));
        if (is_stated(first) && first == second)
            return first;
    }
    return POL_DECISION_NONE;
}

/* The decision, and a tail behind it. */
static pol_decision read_decision(pol_span text, pol_span *ret_tail)
{
    pol_decision decision = pol_decision_from_words(text);
    *ret_tail = pol_span_from(text, text.size);
    if (is_stated(decision) || is_stated(decision = read_either(text)) ||
        is_stated(decision = pol_outcome_read_lone(text)) ||
        is_stated(decision = pol_outcome_read_changed(text)))
        return decision;
    decision = pol_outcome_longest(text, ret_tail);
    if (is_stated(decision) && is_tail(*ret_tail, decision))
        return decision;
    pol_statement statement;
    if (pol_outcome_is_hedged(text) || !pol_statement_parse(text, &statement) ||
        statement.names_motion || statement.number.data || !is_stated(statement.decision))
        return POL_DECISION_NONE;
    return statement.decision;
}

bool pol_outcome_says_other(pol_span tail, pol_decision decision)
{
    if (pol_span_find_fold(tail, POL_SPAN("recommend"), 0) != (size_t)NOWHERE)
        return false; /* "Lost (NEC recommendation: carried)" */
    for (pol_span rest = tail, after; pol_word_count(rest, 1) > 0; pol_word_next(&rest)) {
        pol_span here = pol_outcome_strip(rest);
        if (!pol_decision_may_start(here))
            continue;
        pol_decision other = pol_outcome_longest(here, &after);
        bool is_passed_on = decision == POL_DECISION_NOT_REACHED &&
                            (other == POL_DECISION_REMITTED || other == POL_DECISION_DEFERRED);
        bool is_same = other == decision || is_passed_on ||
                       (pol_decision_is_policy(other) && pol_decision_is_policy(decision));
        if (is_stated(other) && !is_same)
            return true;
    }
    return false;
}

/* A decision, a mark, and whatever was remarked on it: "Lost, two thirds not obtained". */
static pol_decision read_remarked(pol_span text)
{
    pol_span tail = pol_span_from(text, text.size);
    bool is_marked = false;
    pol_decision decision = pol_outcome_longest(text, &tail);
    if (!is_stated(decision) || pol_word_count(tail, REMARK_WORDS_MAX + 1) > REMARK_WORDS_MAX)
        return POL_DECISION_NONE;
    tail = behind_marks(tail, &is_marked);
    return is_marked && !pol_outcome_says_other(tail, decision) ? decision : POL_DECISION_NONE;
}

/* "Carried as amended by", "Carried |": the start of something longer, or of a row. */
static bool is_cut(pol_span text)
{
    pol_span last = pol_word_last(text); /* absent where the end is nothing but marks */
    size_t size = last.data ? (size_t)(last.data - text.data) : 0;
    pol_span before = pol_word_last(pol_span_first(text, size));
    return memchr(text.data, '|', text.size) ||
           pol_word_is_any(last, "by with in of for the and from on point points part parts "
                                 "paragraph after when "
                                 "because as if since following that see save except") ||
           (pol_word_is_any(last, "motion amendment composite") && !pol_word_is(before, "the")) ||
           (pol_word_is(last, "to") && !pol_word_is_any(before, "agreed disagreed"));
}

static void note(pol_span text, pol_span tail, pol_outcome *outcome)
{
    if (outcome->decision == POL_DECISION_CARRIED_AMENDED)
        note_amendment(text, outcome);
    note_composite(text, outcome);
    if (outcome->decision == POL_DECISION_COMPOSITED)
        note_bare_composite(tail.size > 0 ? tail : pol_span_from(text, strlen("composited")),
                            outcome);
}

/* "For 45, against 12. Carried": without the figures before the decision. */
static pol_span behind_figures(pol_span text)
{
    pol_span rest = text, word, here = text;
    bool has_figure = false, has_side = false;
    for (int words = 0; words < TAIL_WORDS_MAX; words++) {
        here = rest;
        word = pol_word_next(&rest);
        bool is_figure = word.data && word.data[0] >= '0' && word.data[0] <= '9';
        has_figure = has_figure || is_figure;
        bool is_side = word.data && pol_word_is_any(word, "for against votes abstentions");
        has_side = has_side || is_side;
        if (!word.data || !(is_figure || is_side ||
                            pol_word_is_any(word, "for against abstentions abstention "
                                                  "abstained abstain withheld abs votes vote "
                                                  "in favour to and none nil")))
            break;
    }
    bool is_marked = here.size > 1 && strchr(":.,;-\xE2", here.data[0]);
    bool is_loud = word.data && pol_word_is_capital(word);
    return has_figure && has_side && word.data && (is_marked || is_loud)
               ? pol_span_make(word.data, (size_t)(text.data + text.size - word.data))
               : text;
}

/* "CA", "✓", "L  (card vote 2,116 - 12,958)": a sign of the text's legend. */
static bool read_sign(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome)
{
    static const char brackets[] = "()[]";
    text = pol_span_trim(text);
    pol_span sign = pol_span_first(text, pol_span_find(text, POL_SPAN(" "), 0));
    pol_span tail = pol_span_trim(pol_span_from(text, sign.size));
    if (!memory->legend || memory->legend->count == 0 ||
        (tail.size > 0 && !is_bracketed(tail) && !is_vote(tail)))
        return false;
    while (sign.size > 1 && strchr(brackets, sign.data[0]))
        sign = pol_span_from(sign, 1);
    while (sign.size > 1 && strchr(brackets, sign.data[sign.size - 1]))
        sign.size--;
    pol_decision meant = pol_outcome_letters_mean(sign, memory);
    if (meant == POL_DECISION_NONE)
        return false;
    if (meant == POL_DECISION_CARRIED && pol_words_equal(tail, "amended"))
        meant = POL_DECISION_CARRIED_AMENDED;
    outcome->decision = (uint8_t)meant;
    outcome->words = sign;
    return true;
}

/* "approved in an amended form", "passed with changes" */
bool pol_outcome_tells_change(pol_span text)
{
    static const char *const changes[] = {
        "in an amended form", "in amended form", "with changes",       "with alterations",
        "with a change",      "in altered form", "in an altered form", "with the amendment"};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (pol_span_find_fold(text, pol_span_of(changes[i]), 0) != (size_t)NOWHERE)
            return true;
    return false;
}

static bool read_words(pol_span text, bool may_be_remarked, pol_outcome_memory *memory,
                       pol_outcome *outcome)
{
    if (read_sign(text, memory, outcome))
        return true;
    text = behind_figures(pol_outcome_strip(text));
    if (read_sign(text, memory, outcome))
        return true;
    if (text.size == 0 || text.size > POL_OUTCOME_LINE_MAX || closing(text.data[0]) ||
        !(pol_statement_may_hold(text) || is_stated(pol_outcome_read_lone(text))) ||
        pol_outcome_starts_item(text) ||
        (is_cut(text) && !is_stated(pol_decision_from_words(text))))
        return false;
    memory->tried++;
    outcome->words = text;
    if (read_referral(text, outcome))
        return true;
    if (pol_outcome_parts_are_named(text) && pol_outcome_parts(text, memory, outcome)) {
        note_amendment(text, outcome);
        return true;
    }
    pol_span tail;
    pol_decision decision = read_decision(text, &tail);
    if (decision == POL_DECISION_NONE && may_be_remarked)
        decision = read_remarked(text);
    if (decision == POL_DECISION_NONE)
        return false;
    if (decision == POL_DECISION_CARRIED && pol_outcome_tells_change(text))
        decision = POL_DECISION_CARRIED_AMENDED;
    outcome->decision = (uint8_t)decision;
    note(text, tail, outcome);
    return true;
}

bool pol_outcome_words(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome)
{
    return read_words(text, false, memory, outcome);
}

bool pol_outcome_words_remarked(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome)
{
    return read_words(text, true, memory, outcome);
}
