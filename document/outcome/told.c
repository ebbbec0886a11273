/* told.c - sentences that say what became of an item named before them: "After six
 * speakers the motion was put and carried.", "The movers agreed to remit.", "For 32, against
 * 10: carried". */
#include "document/outcome/sentence.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { SENTENCE_BYTES_MAX = 1500, WORDS_MAX = 120, VOTE_WORDS_MAX = 24 };

static const struct {
    const char *words;
    pol_told_subject subject;
} subjects[] = {
    {"the substantive motion", POL_TOLD_MOTION},
    {"the amended motion", POL_TOLD_MOTION},
    {"the motion", POL_TOLD_MOTION},
    {"this motion", POL_TOLD_MOTION},
    {"the main motion", POL_TOLD_MOTION},
    {"the emergency motion", POL_TOLD_MOTION},
    {"the composite motion", POL_TOLD_MOTION},
    {"the composite", POL_TOLD_MOTION},
    {"the resolution", POL_TOLD_MOTION},
    {"this resolution", POL_TOLD_MOTION},
    {"this composite", POL_TOLD_MOTION},
    {"the proposition", POL_TOLD_MOTION},
    {"the rule change", POL_TOLD_MOTION},
    {"the substantive", POL_TOLD_MOTION},
    {"motion", POL_TOLD_MOTION}, /* "Motion carried"; with a number it is another's */
    {"the amendment", POL_TOLD_AMENDMENT},
    {"this amendment", POL_TOLD_AMENDMENT},
    {"an amendment", POL_TOLD_OTHER},
    {"the amendments", POL_TOLD_OTHER},
    {"it", POL_TOLD_LAST},
};

/* What somebody did to the motion; with "conference" and the like, many more (phrase.c). */
static const struct {
    const char *words;
    pol_decision decision;
} deeds[] = {
    {"agreed to remit", POL_DECISION_REMITTED},
    {"agreed to remission", POL_DECISION_REMITTED},
    {"agreed to its remission", POL_DECISION_REMITTED},
    {"accepted remission", POL_DECISION_REMITTED},
    {"agreed to refer back", POL_DECISION_REFERRED_BACK},
    {"agreed to refer it back", POL_DECISION_REFERRED_BACK},
    {"agreed to defer", POL_DECISION_DEFERRED},
    {"agreed to adopt", POL_DECISION_CARRIED},
    {"agreed to approve", POL_DECISION_CARRIED},
    {"agreed to reject", POL_DECISION_LOST},
    {"agreed to withdraw", POL_DECISION_WITHDRAWN},
    {"withdrew", POL_DECISION_WITHDRAWN},
    {"did not move", POL_DECISION_WITHDRAWN},
    {"declined to move", POL_DECISION_WITHDRAWN},
    {"remission was agreed", POL_DECISION_REMITTED},
    {"remission was accepted", POL_DECISION_REMITTED},
    {"remittance was agreed", POL_DECISION_REMITTED},
};

static bool is_free(pol_span before)
{
    return !before.data ||
           !pol_word_is_any(before, "on of to that against for in with moved seconded opposed "
                                    "supported proposing moving seconding by from whether a an "
                                    "another which procedural take taking read debating "
                                    "reject oppose support the this");
}

/* The subject that `here` starts with; what follows it goes to *ret_rest. */
static pol_told_subject subject_of(pol_span here, pol_span before, pol_span *ret_rest)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        pol_span rest;
        if (!pol_words_start(here, subjects[i].words, &rest))
            continue;
        pol_span ahead = rest, next = pol_word_next(&ahead);
        bool is_other = next.data && (pol_outcome_is_number(next, true) ||
                                      pol_word_is_any(next, "to that")); /* "motion to refer" */
        *ret_rest = rest;
        bool is_bare = pol_words_equal(pol_span_of(subjects[i].words), "motion");
        pol_span gap =
            before.data ? pol_outcome_between(before.data + before.size, here.data) : here;
        bool is_marked = gap.size > 0 && strchr(",;:.", gap.data[0]);
        if (is_bare && before.data && !is_marked && !pol_word_is_any(before, "and but then"))
            return POL_TOLD_NOTHING; /* "the previous motion" */
        return is_other ? POL_TOLD_NOTHING : subjects[i].subject;
    }
    return POL_TOLD_NOTHING;
}

/* "agreed to remit the motion to the Executive": on the item in hand, not on something else. */
static bool is_on_item(pol_span object)
{
    pol_span rest;
    if (pol_word_count(object, 1) == 0)
        return true;
    char mark = object.data[0];
    if (mark == ',' || mark == '.' || mark == ';')
        return true;
    return pol_words_start(object, "the motion", &rest) ||
           pol_words_start(object, "this motion", &rest) || pol_words_start(object, "it", &rest) ||
           pol_words_start(object, "the composite", &rest) ||
           pol_words_start(object, "and", &rest) || pol_words_start(object, "to the", &rest) ||
           pol_words_start(object, "on", &rest) || pol_words_start(object, "the resolution", &rest);
}

/* "agreed that the motion be remitted to the Executive" */
static bool read_resolution(pol_span here, pol_told *told)
{
    static const char *const objects[] = {"that the motion", "that this motion", "that it",
                                          "that the composite", "that the resolution"};
    pol_span rest = here, behind;
    if (!pol_word_is_any(pol_word_next(&rest), "agreed resolved decided voted"))
        return false;
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        if (!pol_words_start(rest, objects[i], &behind))
            continue;
        pol_span verb = behind, tail;
        if (!pol_word_is_any(pol_word_next(&verb), "be should"))
            return false;
        verb = pol_span_core(pol_outcome_behind(verb, "be"));
        pol_decision decision = pol_outcome_longest(verb, &tail);
        if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN)
            return false;
        told->subject = POL_TOLD_MOTION;
        told->said = (pol_outcome){.decision = (uint8_t)decision,
                                   .words = pol_outcome_between(verb.data, tail.data)};
        return true;
    }
    return false;
}

/* "the mover agreed to remit". */
static bool read_deed(pol_span here, pol_span before, pol_told *told)
{
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        pol_span behind;
        if (!pol_words_start(here, deeds[i].words, &behind))
            continue;
        bool is_denied = before.data && pol_word_is_any(before, "not never had who which would if "
                                                                "refused declined could");
        bool names_other = pol_outcome_starts_item(behind);
        if (is_denied || names_other || !is_on_item(behind))
            return false;
        pol_span start = pol_span_core(here);
        told->subject = POL_TOLD_LAST;
        told->said = (pol_outcome){.decision = (uint8_t)deeds[i].decision,
                                   .words = pol_outcome_between(start.data, behind.data)};
        return true;
    }
    return false;
}

/* The last character before `at` that is no space; `at` is not the first of `text`. */
static const char *last_before(pol_span text, const char *at)
{
    for (at--; at > text.data && *at == ' ';)
        at--;
    return at;
}

/* Behind "Vote: 32 for, 10 against:", "Result:", up to the decision. */
static pol_span behind_labels(pol_span text)
{
    static const char labels[] =
        "vote votes voting result decision outcome status verdict action disposition taken "
        "conference convention congress assembly synod delegates house floor agm council meeting "
        "for against abstentions abstention abstained abstain abs withheld in favour the of "
        "final show hands card on a by with and cast ballot no yes ayes noes";
    pol_span rest = text;
    for (int words = 0; words < VOTE_WORDS_MAX; words++) {
        pol_span word = pol_word_next(&rest);
        bool is_number = word.data && word.data[0] >= '0' && word.data[0] <= '9';
        if (word.data && (is_number || pol_word_is_any(word, labels)))
            continue;
        bool is_marked = word.data && word.data > text.data + 1 &&
                         strchr(":.,;-", *last_before(text, word.data));
        return words > 0 && is_marked ? pol_outcome_between(word.data, text.data + text.size)
                                      : text;
    }
    return text;
}

/* "Carried.", "DECISION: Remitted", "For 58, against 0. Carried" */
static bool read_bare(pol_span text, pol_outcome_memory *memory, pol_told *told)
{
    text = pol_outcome_strip(text);
    pol_span bare = behind_labels(text);
    bool is_labelled = bare.data != text.data;
    if (bare.size == 0 || (!is_labelled && !pol_word_is_capital(bare)) ||
        pol_outcome_is_hedged(bare) || !pol_outcome_words(bare, memory, &told->said))
        return false;
    pol_span rest = pol_span_core(bare), behind;
    pol_told_subject subject = subject_of(rest, pol_span_make(NULL, 0), &behind);
    told->subject = subject == POL_TOLD_NOTHING ? POL_TOLD_LAST : subject;
    told->is_bare = true;
    told->is_labelled = is_labelled;
    return told->said.decision != POL_DECISION_NONE;
}

/* What is said of a subject from `here` on. */
static bool read_subject(pol_span here, pol_span before, const pol_outcome_context *context,
                         pol_outcome_memory *memory, pol_told *told)
{
    pol_span rest, verb;
    pol_told_subject subject = subject_of(here, before, &rest);
    if (subject != POL_TOLD_NOTHING)
        rest = pol_sentence_behind_topic(rest);
    verb = rest;
    if (subject == POL_TOLD_NOTHING || pol_word_is(pol_word_next(&verb), "had") ||
        !pol_sentence_predicate(rest, context, memory, &told->said))
        return false;
    told->subject = subject;
    told->is_it = subject == POL_TOLD_LAST;
    return true;
}

/* Does the sentence bring up something else that can be carried: "a procedural motion", "a motion
 * on cats"? */
static bool blurs(pol_span here)
{
    return pol_words_start(here, "a motion", NULL) ||
           pol_words_start(here, "a procedural motion", NULL) ||
           pol_words_start(here, "motion to", NULL) ||
           pol_words_start(here, "the procedural motion", NULL) ||
           pol_words_start(here, "next business", NULL) ||
           pol_words_start(here, "standing orders", NULL) ||
           pol_words_start(here, "a vote of", NULL) || pol_words_start(here, "the closure", NULL) ||
           pol_words_start(here, "the question", NULL) ||
           pol_words_start(here, "a challenge", NULL) ||
           pol_words_start(here, "the reference back", NULL);
}

static bool is_told_of_plan(pol_span sentence)
{
    return pol_outcome_has_word(sentence, "if unless whether should would recommended recommends "
                                          "recommend");
}

pol_told pol_outcome_told(pol_span sentence, const pol_outcome_context *context,
                          pol_outcome_memory *memory)
{
    pol_told told = {.subject = POL_TOLD_NOTHING}, next;
    pol_span before = pol_span_make(NULL, 0);
    if (sentence.size > SENTENCE_BYTES_MAX || is_told_of_plan(sentence))
        return told;
    next = told;
    if (pol_decision_may_hold(sentence) && read_bare(sentence, memory, &next))
        return next;
    pol_span rest = sentence;
    bool is_speech = false;
    for (int words = 0; words < WORDS_MAX; words++) {
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            break;
        pol_span here = pol_outcome_between(word.data, sentence.data + sentence.size);
        is_speech =
            is_speech || pol_word_is_any(word, "said says saying argued claimed thought felt "
                                               "hoped asked urged reminded stated");
        told.is_blurred = told.is_blurred || blurs(here);
        next = told;
        bool is_found =
            read_deed(here, before, &next) || read_resolution(here, &next) ||
            (is_free(before) && !is_speech && read_subject(here, before, context, memory, &next));
        is_found = is_found && !(told.is_blurred && next.is_it);
        if (is_found && next.subject != POL_TOLD_OTHER)
            told = next;
        else if (is_found)
            told.is_blurred = true; /* "it" may be the other from here on */
        before = word;
    }
    return told;
}
