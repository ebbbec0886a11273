/* idiom.c - ways in which minutes tell what became of a motion that are no words of a list:
 * "scraped home", "found no favour", "resolved to adopt". */
#include "document/outcome/parse.h"
#include "document/words.h"

/* Ways of saying it that are no words of a list. */
static const struct {
    const char *words;
    pol_decision decision;
} idioms[] = {
    {"won the support", POL_DECISION_CARRIED},
    {"won support", POL_DECISION_CARRIED},
    {"won the backing", POL_DECISION_CARRIED},
    {"won backing", POL_DECISION_CARRIED},
    {"won approval", POL_DECISION_CARRIED},
    {"won the vote", POL_DECISION_CARRIED},
    {"won the day", POL_DECISION_CARRIED},
    {"gained a majority", POL_DECISION_CARRIED},
    {"gained the majority", POL_DECISION_CARRIED},
    {"gained the support", POL_DECISION_CARRIED},
    {"gained approval", POL_DECISION_CARRIED},
    {"secured a majority", POL_DECISION_CARRIED},
    {"secured the majority", POL_DECISION_CARRIED},
    {"secured the two thirds", POL_DECISION_CARRIED},
    {"secured the necessary", POL_DECISION_CARRIED},
    {"secured the required", POL_DECISION_CARRIED},
    {"received the necessary", POL_DECISION_CARRIED},
    {"received the required", POL_DECISION_CARRIED},
    {"received the support", POL_DECISION_CARRIED},
    {"received unanimous support", POL_DECISION_CARRIED},
    {"received overwhelming support", POL_DECISION_CARRIED},
    {"obtained the required", POL_DECISION_CARRIED},
    {"obtained the necessary", POL_DECISION_CARRIED},
    {"achieved the required", POL_DECISION_CARRIED},
    {"reached the required", POL_DECISION_CARRIED},
    {"found favour", POL_DECISION_CARRIED},
    {"met with approval", POL_DECISION_CARRIED},
    {"met with general approval", POL_DECISION_CARRIED},
    {"nodded through", POL_DECISION_CARRIED},
    {"waved through", POL_DECISION_CARRIED},
    {"sailed through", POL_DECISION_CARRIED},
    {"scraped home", POL_DECISION_CARRIED},
    {"scraped through", POL_DECISION_CARRIED},
    {"squeaked through", POL_DECISION_CARRIED},
    {"squeezed through", POL_DECISION_CARRIED},
    {"went through", POL_DECISION_CARRIED},
    {"became policy", POL_DECISION_CARRIED},
    {"became a resolution", POL_DECISION_CARRIED},
    {"gave its approval", POL_DECISION_CARRIED},
    {"gave its support", POL_DECISION_CARRIED},
    {"gave its backing", POL_DECISION_CARRIED},
    {"gave their support", POL_DECISION_CARRIED},
    {"gave unanimous support", POL_DECISION_CARRIED},

    {"found no favour", POL_DECISION_LOST},
    {"did not find favour", POL_DECISION_LOST},
    {"did not carry", POL_DECISION_LOST},
    {"did not pass", POL_DECISION_LOST},
    {"did not get the", POL_DECISION_LOST},
    {"did not get a majority", POL_DECISION_LOST},
    {"did not secure", POL_DECISION_LOST},
    {"did not reach the", POL_DECISION_LOST},
    {"did not obtain", POL_DECISION_LOST},
    {"did not achieve", POL_DECISION_LOST},
    {"did not gain", POL_DECISION_LOST},
    {"did not win", POL_DECISION_LOST},
    {"did not receive the", POL_DECISION_LOST},
    {"failed to", POL_DECISION_LOST},
    {"fell short", POL_DECISION_LOST},
    {"went down", POL_DECISION_LOST},
    {"was beaten", POL_DECISION_LOST},
    {"thrown out", POL_DECISION_LOST},
    {"turned down", POL_DECISION_LOST},
    {"voted down", POL_DECISION_LOST},
    {"missed the two thirds", POL_DECISION_LOST},

    {"ran out of time", POL_DECISION_NOT_REACHED},
    {"run out of time", POL_DECISION_NOT_REACHED},
    {"time ran out", POL_DECISION_NOT_REACHED},
    {"no time for", POL_DECISION_NOT_REACHED},
    {"no time to", POL_DECISION_NOT_REACHED},
    {"time did not allow", POL_DECISION_NOT_REACHED},
    {"time did not permit", POL_DECISION_NOT_REACHED},
    {"for want of time", POL_DECISION_NOT_REACHED},
    {"for lack of time", POL_DECISION_NOT_REACHED},
    {"crowded out", POL_DECISION_NOT_REACHED},
    {"went undebated", POL_DECISION_NOT_REACHED},
    {"left undebated", POL_DECISION_NOT_REACHED},
    {"not got to", POL_DECISION_NOT_REACHED},
    {"was not reached", POL_DECISION_NOT_REACHED},
    {"were not reached", POL_DECISION_NOT_REACHED},

    {"lie on the table", POL_DECISION_DEFERRED},
    {"left on the table", POL_DECISION_DEFERRED},
    {"lie over", POL_DECISION_DEFERRED},
    {"put off until", POL_DECISION_DEFERRED},
    {"put off to", POL_DECISION_DEFERRED},
    {"put back to", POL_DECISION_DEFERRED},
    {"carried forward", POL_DECISION_DEFERRED},
    {"carried over", POL_DECISION_DEFERRED},
    {"held over", POL_DECISION_DEFERRED},
    {"stands adjourned", POL_DECISION_DEFERRED},

    {"lacked a seconder", POL_DECISION_FELL},
    {"no seconder", POL_DECISION_FELL},
    {"not seconded", POL_DECISION_FELL},
    {"want of a seconder", POL_DECISION_FELL},
    {"lack of a seconder", POL_DECISION_FELL},
    {"fell away", POL_DECISION_FELL},

    {"agreed to remit", POL_DECISION_REMITTED},
    {"agreed to remission", POL_DECISION_REMITTED},
    {"agreed to its remission", POL_DECISION_REMITTED},
    {"accepted remission", POL_DECISION_REMITTED},
    {"was sent to the", POL_DECISION_REMITTED},
    {"was passed to the", POL_DECISION_REMITTED},
    {"was handed to the", POL_DECISION_REMITTED},
    {"sent back", POL_DECISION_REFERRED_BACK},
    {"referred back", POL_DECISION_REFERRED_BACK},

    {"leave was given", POL_DECISION_WITHDRAWN},
    {"leave was granted", POL_DECISION_WITHDRAWN},
    {"withdrew", POL_DECISION_WITHDRAWN},
    {"did not move", POL_DECISION_WITHDRAWN},
    {"declined to move", POL_DECISION_WITHDRAWN},
    {"was not moved", POL_DECISION_WITHDRAWN},
    {"was taken back", POL_DECISION_WITHDRAWN},
    {"took back", POL_DECISION_WITHDRAWN},

    {"ruled out", POL_DECISION_OUT_OF_ORDER},
    {"out of order", POL_DECISION_OUT_OF_ORDER},
    {"not competent", POL_DECISION_OUT_OF_ORDER},
    {"not in order", POL_DECISION_OUT_OF_ORDER},
};

/* What conference resolved to do with it. */
static const struct {
    const char *words;
    pol_decision decision;
} aims[] = {
    {"to adopt", POL_DECISION_CARRIED},
    {"to approve", POL_DECISION_CARRIED},
    {"to accept", POL_DECISION_CARRIED},
    {"to pass", POL_DECISION_CARRIED},
    {"to carry", POL_DECISION_CARRIED},
    {"to endorse", POL_DECISION_CARRIED},
    {"to back", POL_DECISION_CARRIED},
    {"to reject", POL_DECISION_LOST},
    {"to defeat", POL_DECISION_LOST},
    {"to throw out", POL_DECISION_LOST},
    {"to remit", POL_DECISION_REMITTED},
    {"to refer", POL_DECISION_REMITTED},
    {"to defer", POL_DECISION_DEFERRED},
    {"to adjourn", POL_DECISION_DEFERRED},
    {"to postpone", POL_DECISION_DEFERRED},
    {"to withdraw", POL_DECISION_WITHDRAWN},
    {"to motion", POL_DECISION_CARRIED},
    {"to the motion", POL_DECISION_CARRIED},
    {"to composite", POL_DECISION_CARRIED},
    {"to resolution", POL_DECISION_CARRIED},
    {"to emergency motion", POL_DECISION_CARRIED},
};

pol_decision pol_outcome_idiom(pol_span text, pol_span *ret_rest)
{
    for (size_t i = 0; i < sizeof idioms / sizeof *idioms; i++)
        if (pol_words_start(text, idioms[i].words, ret_rest))
            return idioms[i].decision;
    return POL_DECISION_NONE;
}

pol_decision pol_outcome_aim(pol_span text, pol_span *ret_rest)
{
    for (size_t i = 0; i < sizeof aims / sizeof *aims; i++)
        if (pol_words_start(text, aims[i].words, ret_rest))
            return aims[i].decision;
    return POL_DECISION_NONE;
}
