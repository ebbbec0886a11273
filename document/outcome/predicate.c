/* predicate.c - what a verb says of an item: a decision, how, when and why it was made, and
 * nothing of another. */
#include "document/outcome/sentence.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { MANNER_WORDS_MAX = 6 };

bool pol_sentence_names_item(pol_span text)
{
    while (text.size > 0) {
        if (pol_outcome_starts_item(text))
            return true;
        pol_word_next(&text);
    }
    return false;
}

/* Behind a decision of a sentence: how, when, after what. Nothing of another decision. */
static bool is_manner(pol_span tail, pol_decision decision)
{
    pol_span rest = tail;
    return pol_word_count(tail, 1) == 0 ||
           (pol_word_is_any(pol_word_next(&rest),
                            "after following on by with during despite amid "
                            "without to for from unanimously and in as before "
                            "overwhelmingly almost having while since because "
                            "due when though although therefore which who where whose that") &&
            !pol_sentence_names_item(tail) && !pol_outcome_says_other(tail, decision));
}

/* ", the Trust having agreed", ", an amendment having been lost": what went before. */
static bool is_occasion(pol_span tail)
{
    return tail.size > 0 && tail.data[0] == ',' &&
           pol_outcome_has_word(tail, "having being nobody none nothing");
}

/* ": nobody spoke or voted against it": how it went. */
static bool is_explained(pol_span tail, pol_decision decision)
{
    return tail.size > 0 && strchr(":;", tail.data[0]) && !pol_outcome_starts_item(tail) &&
           !pol_outcome_says_other(tail, decision);
}

/* "passed to the Executive", "fell to be debated", "adopted by North branch": other things that the
 * words may mean. */
bool pol_sentence_means_other(pol_span text)
{
    pol_span rest = text, verb = pol_word_next(&rest), tail = rest;
    pol_span next = pol_word_next(&rest);
    if (pol_word_is_any(verb, "passed fell") && pol_word_is_any(next, "to on"))
        return !(pol_word_is(next, "on") &&
                 pol_word_is_any(pol_word_next(&rest), "a the division"));
    return pol_word_is_any(verb, "carried passed adopted agreed approved accepted rejected") &&
           pol_word_is(next, "by") &&
           pol_outcome_has_word(pol_span_first(tail, pol_span_find(tail, POL_SPAN(","), 0)),
                                "branch branches region regional executive nec");
}

/* The decision that `text`, which goes to the end of the clause, starts with. */
bool pol_sentence_read_predicate(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said)
{
    *ret_said = (pol_outcome){0};
    while (text.size > 0 && strchr(" ,;", text.data[text.size - 1]))
        text.size--;
    if (pol_sentence_means_other(text))
        return false;
    if (pol_outcome_words(text, memory, ret_said))
        return ret_said->decision != POL_DECISION_NONE;
    pol_span tail = text;
    pol_decision decision = pol_outcome_longest(text, &tail);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN ||
        !(is_manner(tail, decision) || is_occasion(tail) || is_explained(tail, decision)) ||
        !pol_outcome_words(pol_outcome_between(text.data, tail.data), memory, ret_said))
        return false;
    pol_outcome_note_referral(tail, ret_said);
    bool is_brief = pol_word_count(tail, MANNER_WORDS_MAX + 1) <= MANNER_WORDS_MAX &&
                    tail.size > 0 && tail.data[0] == ' ' && !memchr(tail.data, ',', tail.size);
    if (is_brief)
        ret_said->words = pol_outcome_strip(text);
    if (decision == POL_DECISION_CARRIED && pol_outcome_tells_change(tail))
        ret_said->decision = POL_DECISION_CARRIED_AMENDED;
    return true;
}

/* "ruled out of order as it would need a rule change": what led to a decision is no plan. */
pol_span pol_sentence_until_cause(pol_span text)
{
    pol_span rest = text, word;
    while ((word = pol_word_next(&rest)).data) {
        pol_span ahead = rest;
        bool is_sequel = pol_word_is(word, "and") &&
                         pol_word_is_any(pol_word_next(&ahead), "will would so therefore");
        if (is_sequel || pol_word_is_any(word, "as because since which who"))
            return pol_span_first(text, (size_t)(word.data - text.data));
    }
    return text;
}
