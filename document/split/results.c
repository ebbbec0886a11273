/* results.c - words that say what became of an item, or should: decisions, votes, the
 * executive's stance, where an agenda puts it. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/split/state.h"

/* ---- stance and status ---- */

static const char *const stances[] = {"support",
                                      "supports",
                                      "supported",
                                      "oppose",
                                      "opposes",
                                      "opposed",
                                      "remit",
                                      "seek remission",
                                      "for",
                                      "against",
                                      "accept",
                                      "reject",
                                      "neutral",
                                      "no position",
                                      "no recommendation",
                                      "no policy",
                                      "leave to conference",
                                      "support with",
                                      "oppose with",
                                      "support as amended",
                                      "support points",
                                      "support subject",
                                      "conditional support",
                                      "free vote",
                                      "seek withdrawal",
                                      "ask to remit",
                                      "ask to withdraw",
                                      "abstain",
                                      "defer to conference",
                                      "concurrence",
                                      "non-concurrence",
                                      "adopt",
                                      "support in part"};

/* A label in front of a stance has one of these. */
static const char stance_labels[] = "executive nec ec sge sec gec council policy position "
                                    "recommendation recommends mandate soc platform view advice "
                                    "stance recommended committee recommend";

static bool is_stance(pol_span text, bool is_whole)
{
    text = pol_span_core(text);
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
        if (is_whole || strcmp(stances[i], "for") == 0 /* "The policy is for all branches" */
                ? pol_words_equal(text, stances[i])
                : pol_words_start(text, stances[i], NULL))
            return true;
    return false;
}

/* "The Board supports this motion, subject to staffing": a sentence that says the stance. */
static pol_span stance_sentence(pol_span text)
{
    enum { SUBJECT_WORDS = 5, WORDS = 24 };
    static const char verbs[] = "supports opposes recommends advises support oppose recommend";
    pol_span rest = text, word = pol_word_next(&rest), none = {NULL, 0};
    if (!pol_word_is(word, "the") || !pol_word_is_capital(word) ||
        pol_word_count(text, WORDS) >= WORDS)
        return none;
    pol_span stance = none;
    for (int words = 0; words < SUBJECT_WORDS && !stance.data; words++) {
        pol_span before = rest;
        word = pol_word_next(&rest);
        if (words > 0 && pol_word_is_any(word, verbs))
            stance = pol_span_core(pol_span_from(before, (size_t)(word.data - before.data)));
        else if (!pol_word_is_capital(word) && !pol_word_is_any(word, "of and"))
            return none;
    }
    while (stance.data && (word = pol_word_next(&rest)).data) {
        bool is_this = pol_word_is_any(word, "this the");
        pol_span after = rest;
        if (is_this && pol_word_is_any(pol_word_next(&after), "motion amendment resolution "
                                                              "proposal proposition composite"))
            return stance;
    }
    return none;
}

pol_span pol_split_advice(pol_span text)
{
    enum { LABEL_WORDS = 8 };
    pol_span none = {NULL, 0}, rest = text, word;
    text = pol_span_trim(text);
    if (text.size > POL_SPLIT_LINE_BYTES)
        return none;
    pol_span core = pol_span_core(text);
    if (is_stance(core, true) && !pol_words_equal(core, "for"))
        return core;
    pol_span sentence = stance_sentence(text);
    if (sentence.data)
        return sentence;
    bool has_label = false;
    for (int words = 0; words < LABEL_WORDS && (word = pol_word_next(&rest)).data; words++) {
        if (pol_word_is_any(word, stance_labels))
            has_label = true;
        else if (!pol_word_is_capital(word) && !pol_word_is_any(word, "the of is to"))
            return none;
        pol_span behind = pol_span_trim(rest);
        bool is_marked = behind.size > 0 && (strchr(":-", behind.data[0]) ||
                                             pol_span_starts(behind, POL_SPAN("\u2013")) ||
                                             pol_span_starts(behind, POL_SPAN("\u2014")));
        if (has_label && (is_marked || pol_word_is_any(word, "recommends recommend is to")) &&
            is_stance(rest, false))
            return pol_span_core(rest);
    }
    return none;
}

/* "For: 40  Against: 12  Abstain: 3": how many voted which way. */
static bool is_vote(pol_span text)
{
    static const char sides[] = "for against abstain abstained abstaining abstentions abstention "
                                "favour opposed";
    size_t named = 0, numbers = 0;
    pol_span word;
    for (pol_span rest = text; (word = pol_word_next(&rest)).data;) {
        if (word.data[0] >= '0' && word.data[0] <= '9')
            numbers++;
        else if (pol_word_is_any(word, sides))
            named++;
        else if (!pol_word_is_any(word, "votes vote voting in and the result card"))
            return false;
    }
    return named >= 2 && numbers >= 2;
}

/* "For: 58  Against: 0  Carried", "For 39, against 3. Motion passes.": the decision behind or
 * before the votes; absent. */
pol_span pol_split_vote_decision(pol_span text)
{
    if (pol_words_start(text, "vote on", NULL)) { /* "Vote on Motion 2 as amended: For 61" */
        size_t colon = pol_span_find(text, POL_SPAN(":"), 0);
        text = colon == (size_t)-1 ? text : pol_span_trim(pol_span_from(text, colon + 1));
    }
    static const char sides[] = "for against abstain abstained abstaining abstentions abstention "
                                "favour opposed votes vote voting in withheld";
    pol_span none = {NULL, 0}, rest = text, word, first = none, last = none;
    size_t numbers = 0, named = 0;
    bool is_over = false;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return none;
    while ((word = pol_word_next(&rest)).data) {
        bool is_number = word.data[0] >= '0' && word.data[0] <= '9';
        numbers += is_number;
        named += pol_word_is_any(word, sides);
        if (is_number || pol_word_is_any(word, sides)) {
            is_over = first.data != NULL;
            continue;
        }
        if (is_over)
            return none;
        first = first.data ? first : word;
        last = word;
    }
    if (numbers < 2 || named < 2 || !first.data)
        return none;
    pol_span said = pol_span_make(first.data, (size_t)(last.data + last.size - first.data));
    if (pol_word_is(pol_word_last(said), "falls")) /* by those votes, not with another */
        return POL_SPAN("lost");
    return pol_split_is_decision(said) ? said : none;
}

/* Behind "Agenda status:", "Standing Orders Committee:". */
static pol_span behind_status_label(pol_span text)
{
    static const char *const labels[] = {"agenda status",
                                         "status",
                                         "standing orders committee",
                                         "soc",
                                         "sos",
                                         "conference arrangements committee",
                                         "cac"};
    pol_span rest;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_start(text, labels[i], &rest))
            return pol_span_core(rest);
    return text;
}

bool pol_split_is_status(pol_span text)
{
    static const char *const words[] = {"stands",
                                        "possible composite",
                                        "in order",
                                        "admitted",
                                        "accepted by the mover",
                                        "accepted by mover",
                                        "amendment accepted",
                                        "accepted for the agenda",
                                        "prioritised",
                                        "not prioritised for debate",
                                        "unopposed",
                                        "not yet debated",
                                        "for debate",
                                        "for information"};
    pol_span rest = pol_span_core(text);
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    if (pol_words_start(rest, "direct negative", NULL) ||
        pol_words_start(rest, "possible composite", NULL))
        return true;
    rest = behind_status_label(rest);
    if (is_vote(rest))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_equal(rest, words[i]))
            return true;
    return pol_words_start(rest, "amendment", NULL) &&
           (pol_span_find_fold(rest, POL_SPAN("accepted by the mover"), 0) != (size_t)-1 ||
            pol_span_find_fold(rest, POL_SPAN("accepted by mover"), 0) != (size_t)-1 ||
            (pol_word_is(pol_word_last(rest), "accepted") && pol_word_count(rest, 4) <= 3));
}

/* "Taken in parts: b lost, remainder carried": what stands behind. */
static pol_span behind_parts_label(pol_span text)
{
    pol_span rest;
    bool is_label = pol_words_start(text, "taken in parts", &rest) && rest.size > 0;
    return is_label ? pol_span_core(rest) : pol_span_core(text);
}

/* "Passed with applause", "Fell, motion 32 having been carried": the decision that a line
 * starts with, where what follows tells how or why; absent. */
/* "as amended", "so amended", "with the substitution of": not as it was printed. */
bool pol_split_says_amended(pol_span sentence)
{
    static const char *const words[] = {
        "as amended",        "so amended",         "with the substitution",
        "with the deletion", "with the insertion", "with the addition",
        "with the omission", "as modified",        "with amendment"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_span_find_fold(sentence, pol_span_of(words[i]), 0) != (size_t)-1)
            return true;
    return false;
}

/* "40-2-3", "31 to 9", "(40/2/3)": how many voted which way, and no more. */
static bool are_counts(pol_span text)
{
    size_t numbers = 0;
    for (size_t i = 0; i < text.size; i++)
        numbers += text.data[i] >= '0' && text.data[i] <= '9' &&
                   (i == 0 || text.data[i - 1] < '0' || text.data[i - 1] > '9');
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if ((word.data[0] < '0' || word.data[0] > '9') && !pol_word_is_any(word, "to votes by"))
            return false;
    return numbers >= 2;
}

/* "Result – Carried": behind the label and its dash; absent. */
static pol_span behind_dash(pol_span text)
{
    static const char *const dashes[] = {" - ", " \u2013 ", " \u2014 "};
    enum { LABEL_WORDS = 3 };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = pol_span_find(text, pol_span_of(dashes[i]), 0);
        if (at == (size_t)-1 || at == 0)
            continue;
        pol_span label = pol_span_first(text, at);
        pol_span said = pol_span_core(pol_span_from(text, at + strlen(dashes[i])));
        uint8_t field = pol_split_field_of(label);
        if ((field == POL_FIELD_DECISION || field == POL_FIELD_STATUS) &&
            pol_word_count(label, LABEL_WORDS + 1) <= LABEL_WORDS && pol_split_is_decision(said))
            return said;
    }
    return pol_span_make(NULL, 0);
}

/* "Approved (For 214 / Against 9)": without how many voted which way. */
static pol_span without_votes(pol_span text)
{
    text = pol_span_trim(text);
    size_t open = pol_span_find(text, POL_SPAN("("), 0);
    bool is_bracketed = open != (size_t)-1 && open > 0 && text.data[text.size - 1] == ')';
    pol_span inner = is_bracketed ? pol_split_unbracket(pol_span_from(text, open)) : text;
    return is_bracketed && (is_vote(inner) || are_counts(inner))
               ? pol_span_trim(pol_span_first(text, open))
               : text;
}

pol_span pol_split_loose_decision(pol_span text)
{
    enum { WORDS = 14 };
    pol_span rest, core = pol_span_core(text), none = {NULL, 0};
    pol_span dashed = behind_dash(text);
    if (dashed.data)
        return dashed;
    if (text.size > POL_SPLIT_LINE_BYTES || pol_word_count(core, WORDS + 1) > WORDS ||
        !pol_word_is_capital(core) || pol_split_is_status(core))
        return none;
    pol_decision decision = pol_outcome_longest(core, &rest);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN || rest.size == 0)
        return none;
    pol_span ahead = rest, next = pol_word_next(&ahead);
    bool is_label = pol_span_trim(rest).data[0] == ':' &&
                    (pol_words_start(core, "referred", NULL) || pol_word_is_capital(next));
    if (is_label) /* "Referred to: Wages Committee", "Ruled out: Kettering, Exeter" */
        return none;
    bool is_marked = strchr(",;:.(-", pol_span_trim(rest).data[0]) != NULL;
    if (decision == POL_DECISION_CARRIED && pol_split_says_amended(core))
        return POL_SPAN("carried as amended");
    if (!is_marked && !are_counts(rest) &&
        !pol_word_is_any(next, "with by after for on following without at as in so because since "
                               "until pending owing due"))
        return none;
    return pol_span_trim(pol_span_first(core, core.size - rest.size));
}

/* "to adopt the motion", "to refer it back to the Board", "to adopt the first clause and to reject
 * the second": what a meeting decides to do; absent. */
static pol_span decision_to(pol_span text)
{
    static const struct {
        const char *words, *said;
    } acts[] = {{"adopt approve accept pass agree carry", "carried"},
                {"reject defeat dismiss", "lost"},
                {"refer remit", "remitted"}};
    static const char objects[] = "the it this motion resolution proposal proposition remit";
    const char *said = NULL;
    bool is_mixed = false, is_carried = false;
    pol_span rest = text, word = pol_word_next(&rest), none = {NULL, 0};
    if (!pol_word_is(word, "to"))
        return none;
    for (bool is_verb = true; word.data; is_verb = pol_word_is(word, "to")) {
        word = pol_word_next(&rest);
        for (size_t i = 0; is_verb && i < sizeof acts / sizeof *acts; i++) {
            pol_span behind = rest;
            if (!pol_word_is_any(word, acts[i].words) ||
                !pol_word_is_any(pol_word_next(&behind), objects))
                continue;
            bool is_back = i == 2 && pol_span_find_fold(rest, POL_SPAN(" back"), 0) != (size_t)-1;
            const char *own = is_back ? "referred back" : acts[i].said;
            is_mixed = is_mixed || (said && said != own);
            is_carried = is_carried || i == 0;
            said = own;
        }
    }
    if (is_mixed)
        return is_carried ? POL_SPAN("carried in part") : none;
    return said ? pol_span_of(said) : none;
}

/* Behind "Outcome:" and the like: "passed, 43-0-1", "remitted to the Executive". */
pol_span pol_split_labelled_decision(pol_span value)
{
    enum { WORDS = 24 };
    value = without_votes(value);
    pol_span rest, core = pol_span_core(value), none = {NULL, 0};
    if (pol_split_is_decision(core))
        return core;
    pol_span loose = value.size <= POL_SPLIT_LINE_BYTES ? decision_to(core) : none;
    if (!loose.data)
        loose = pol_split_loose_decision(value);
    if (loose.data || value.size > POL_SPLIT_LINE_BYTES ||
        pol_word_count(core, WORDS + 1) > WORDS || pol_split_is_status(core))
        return loose;
    pol_decision decision = pol_outcome_longest(core, &rest);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN || rest.size == 0)
        return none;
    pol_span ahead = rest, next = pol_word_next(&ahead);
    if (decision == POL_DECISION_CARRIED && pol_split_says_amended(core))
        return POL_SPAN("carried as amended");
    bool may_go_on = decision == POL_DECISION_REMITTED || decision == POL_DECISION_REFERRED_BACK;
    bool is_ended = strchr(",;:.(-", pol_span_trim(rest).data[0]) ||
                    pol_word_is_any(next, "with by after for on following without at as nem "
                                          "unanimously overwhelmingly") ||
                    (may_go_on && pol_word_is(next, "to"));
    return is_ended ? pol_span_trim(pol_span_first(core, core.size - rest.size)) : none;
}

/* One sentence of a result: a decision, how many voted, or both. */
static bool is_result(pol_span sentence)
{
    enum { WORDS = 14 };
    static const char sides[] = "for against abstain abstained abstaining abstentions abstention "
                                "favour votes";
    pol_span core = pol_span_core(sentence), rest = core, word;
    if (core.size == 0)
        return true;
    if (pol_word_count(core, WORDS + 1) > WORDS)
        return false;
    if (pol_split_is_decision(core) || pol_split_vote_decision(core).data || is_vote(core) ||
        pol_split_loose_decision(core).data)
        return true;
    if (pol_words_start(core, "amendment", &rest) || pol_words_start(core, "the amendment", &rest))
        return is_result(rest) || pol_words_start(rest, "passes", NULL) ||
               pol_words_start(rest, "falls", NULL) || pol_words_start(rest, "fails", NULL) ||
               pol_words_start(rest, "passed", NULL) || pol_words_start(rest, "carried", NULL);
    size_t named = 0, numbers = 0, others = 0;
    for (rest = core; (word = pol_word_next(&rest)).data;) {
        named += pol_word_is_any(word, sides);
        bool is_number = word.data[0] >= '0' && word.data[0] <= '9';
        numbers += is_number;
        others += !is_number && !pol_word_is_any(word, sides) &&
                  !pol_word_is_any(word, "motion as amended the amendment substantive vote result "
                                         "a on and with in unanimous unanimously card");
    }
    bool is_unanimous = pol_word_is(pol_word_last(core), "unanimous");
    return ((named >= 1 && numbers >= 1) || is_unanimous) && others == 0;
}

/* "For 39, against 3. Motion passes.", "Amendment carried. Motion as amended: for 33, against
 * 9. Passes.": sentences of results and nothing else. The words of the last decision; absent. */
pol_span pol_split_result(pol_span text)
{
    enum { SENTENCES = 6 };
    pol_span said = {NULL, 0}, none = {NULL, 0}, rest = text;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return none;
    for (int i = 0; i < SENTENCES && rest.size > 0; i++) {
        pol_span sentence = pol_first_sentence(rest), core = pol_span_core(sentence);
        if (sentence.size == 0 || !is_result(sentence))
            return none;
        pol_span vote = pol_split_vote_decision(core);
        if (pol_split_is_decision(core))
            said = core;
        else if (vote.data)
            said = vote;
        else if (pol_split_loose_decision(core).data)
            said = pol_split_loose_decision(core);
        rest = pol_span_trim(pol_span_from(rest, sentence.size));
    }
    return rest.size == 0 ? said : none;
}

bool pol_split_is_decision(pol_span text)
{
    static const char *const present[] = {"passes",
                                          "motion passes",
                                          "motion carries",
                                          "motion fails",
                                          "motion falls",
                                          "amendment passes",
                                          "amendment falls",
                                          "amendment fails",
                                          "the motion falls",
                                          "the motion passes",
                                          "fails"};
    if (text.size > POL_SPLIT_LINE_BYTES ||
        pol_span_find_fold(text, POL_SPAN("to be moved"), 0) != (size_t)-1)
        return false; /* "Remit back, to be moved by North branch" */
    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        if (pol_words_equal(pol_span_core(text), present[i]))
            return true;
    if (!pol_decision_may_hold(text))
        return false;
    pol_decision whole;
    if (pol_parts_are_named(text) && pol_parts_parse(behind_parts_label(text), &whole))
        return true;
    pol_decision decision = pol_decision_from_words(pol_span_core(text));
    return decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN;
}
