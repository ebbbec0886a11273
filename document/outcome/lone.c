/* lone.c - words of reports that stand alone, in a cell or over a list: what an executive
 * thinks, which decides nothing, and decisions that no line states: "We ran out of time". */
#include "document/outcome/parse.h"
#include "document/words.h"

enum { NOWHERE = -1 };

/* What an executive thinks of a motion, or where an agenda has put it. */
static const char *const stances[] = {
    "support",
    "supports",
    "supported",
    "oppose",
    "opposes",
    "opposed",
    "remit",
    "seek remission",
    "seek to remit",
    "support remission",
    "leave to",
    "support with",
    "support as",
    "conditional",
    "no recommendation",
    "no position",
    "stands",
    "stand",
    "standing",
    "to follow",
    "tbc",
    "tbd",
    "to be confirmed",
    "pending",
    "policy",
    "existing policy",
    "for",
    "against",
    "neutral",
    "defer to",
    "open",
    "free vote",
    "in order",
    "competent",
    "admitted",
    "n a",
    "none",
    "recommend",
    "asks to remit",
    "ask to remit",
    "withdraw or",
    "accept",
    "reject",
    "carry",
    "not yet",
    "listen to debate",
    "support in part",
    "amendment accepted",
    "amend accepted",
    "on the agenda",
    "accepted by the mover",
};

bool pol_outcome_is_acceptance(pol_span words)
{
    pol_span rest;
    if (!pol_words_start(words, "accepted", &rest))
        return false;
    pol_span ahead = rest, word = pol_word_next(&ahead);
    return !word.data || pol_word_is_any(word, "by without as into and") ||
           pol_span_find_fold(rest, POL_SPAN("mover"), 0) != (size_t)NOWHERE;
}

bool pol_outcome_is_stance(pol_span text)
{
    text = pol_outcome_strip(text);
    if (pol_word_count(text, 1) == 0)
        return true; /* "-" */
    pol_span rest;
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
        if (pol_words_start(text, stances[i], &rest) && pol_word_count(rest, 9) < 9)
            return true;
    return false;
}

/* Ways of saying it that stand alone, as a heading or in a cell. */
static const struct {
    const char *words;
    pol_decision decision;
} lone[] = {
    {"not voted on", POL_DECISION_NOT_REACHED},
    {"not voted upon", POL_DECISION_NOT_REACHED},
    {"no vote taken", POL_DECISION_NOT_REACHED},
    {"we ran out of time", POL_DECISION_NOT_REACHED},
    {"we did not get to these", POL_DECISION_NOT_REACHED},
    {"not got to", POL_DECISION_NOT_REACHED},
    {"no time", POL_DECISION_NOT_REACHED},
    {"no time to debate", POL_DECISION_NOT_REACHED},
    {"not reached in time", POL_DECISION_NOT_REACHED},
    {"unreached", POL_DECISION_NOT_REACHED},
    {"unfinished business", POL_DECISION_NOT_REACHED},
    {"business not reached", POL_DECISION_NOT_REACHED},
    {"fell for lack of time", POL_DECISION_NOT_REACHED},
    {"fell off the agenda", POL_DECISION_NOT_REACHED},
    {"left over", POL_DECISION_NOT_REACHED},
    {"undebated", POL_DECISION_NOT_REACHED},
    {"thrown out", POL_DECISION_LOST},
    {"turned down", POL_DECISION_LOST},
    {"went down", POL_DECISION_LOST},
    {"through on the nod", POL_DECISION_CARRIED},
    {"on the nod", POL_DECISION_CARRIED},
    {"nodded through", POL_DECISION_CARRIED},
    {"waved through", POL_DECISION_CARRIED},
    {"sailed through", POL_DECISION_CARRIED},
    {"taken back", POL_DECISION_WITHDRAWN},
    {"pulled", POL_DECISION_WITHDRAWN},
    {"dropped", POL_DECISION_WITHDRAWN},
    {"sent back", POL_DECISION_REFERRED_BACK},
    {"sent to the executive", POL_DECISION_REMITTED},
    {"sent to the board", POL_DECISION_REMITTED},
    {"passed to the executive", POL_DECISION_REMITTED},
    {"passed to the nec", POL_DECISION_REMITTED},
    {"put off", POL_DECISION_DEFERRED},
    {"no seconder", POL_DECISION_FELL},
    {"ruled invalid", POL_DECISION_OUT_OF_ORDER},
    {"struck out", POL_DECISION_OUT_OF_ORDER},
};

pol_decision pol_outcome_read_lone(pol_span text)
{
    for (size_t i = 0; i < sizeof lone / sizeof *lone; i++)
        if (pol_words_equal(text, lone[i].words))
            return lone[i].decision;
    return POL_DECISION_NONE;
}

bool pol_outcome_is_lone(pol_span text)
{
    return pol_outcome_read_lone(text) != POL_DECISION_NONE;
}

/* "passed with changes", "adopted in an amended form": the decision before that. */
pol_decision pol_outcome_read_changed(pol_span text)
{
    static const char *const changes[] = {"with changes",  "in an amended form", "in amended form",
                                          "with a change", "with alterations",   "after amendment",
                                          "once amended",  "when amended"};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        size_t size = strlen(changes[i]);
        if (text.size > size + 1 &&
            pol_span_equal_fold(pol_span_from(text, text.size - size), pol_span_of(changes[i])) &&
            pol_decision_from_words(pol_span_first(text, text.size - size)) == POL_DECISION_CARRIED)
            return POL_DECISION_CARRIED_AMENDED;
    }
    return POL_DECISION_NONE;
}
