/* voice.c - does a paragraph speak of a motion, of the meeting or of the day, and not with
 * the voice of what is moved? "After a long discussion the resolution was lost, 10 to 22.", "The
 * committee has ruled that", "Tea will be served at 11". */
#include "document/names.h"
#include "document/split/items.h"

static const char motion_nouns[] = "motion resolution amendment proposal proposition composite "
                                   "remit vote debate discussion amendments motions";
static const char actor_nouns[] =
    "proposer mover seconder proposers movers speaker speakers "
    "delegate delegates chair chairman president teller tellers treasurer "
    "secretary";
static const char links[] = "was were is fell falls has have had will stands being";
static const char fates[] = "carried lost put passed agreed defeated withdrawn deferred remitted "
                            "referred moved seconded taken debated ruled declared adopted rejected "
                            "approved accepted fallen composited held adjourned required "
                            "unanimous opposed supported circulated printed";
static const char told[] = "was were spoke replied said explained withdrew moved asked had did "
                           "thanked reported seconded warned opposed argued objected";

/* "The resolution was then put and carried": a noun of the business, and what became of it. */
static bool tells_fate(pol_span sentence)
{
    pol_span rest = sentence, word;
    bool has_noun = false, has_link = false, has_actor = false;
    size_t since = 0;
    enum { NEAR = 4, WORDS = 60 };
    pol_split_number number;
    bool are_named = pol_words_start(sentence, "motions", &word) ||
                     pol_words_start(sentence, "resolutions", &word) ||
                     pol_words_start(sentence, "amendments", &word);
    if (are_named && pol_split_number_parse(pol_span_trim(word), false, &number, &word))
        has_noun = true;                       /* "Motions 4 and 5 have been withdrawn" */
    if (pol_words_start(sentence, "if", NULL)) /* "If motion 28 is carried, motion 29 falls" */
        return false;
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++, since++) {
        if (pol_word_is_any(word, motion_nouns) && !pol_word_is_any(word, "amendments motions")) {
            has_noun = true;
            has_link = false;
            since = 0;
        } else if (pol_word_is_any(word, actor_nouns)) {
            has_actor = true;
            since = 0;
        } else if (pol_word_is_any(word, "will to") && pol_words_start(rest, "move", NULL)) {
            return pol_words_start(rest, "move to add", NULL) ||
                   pol_words_start(rest, "move to insert", NULL) ||
                   pol_words_start(rest, "move to delete", NULL) ||
                   pol_words_start(rest, "move an amendment", NULL) ||
                   pol_words_start(rest, "move as an amendment", NULL);
        } else if (has_actor && since <= NEAR && pol_word_is_any(word, told)) {
            return true;
        } else if (has_noun && pol_word_is_any(word, links)) {
            has_link = has_link || since <= NEAR || pol_words_start(rest, "put", NULL);
            if (has_link && pol_word_is_any(word, "fell"))
                return true;
        } else if (has_link && pol_word_is_any(word, fates)) {
            return true;
        }
    }
    return false;
}

/* Words that only an account of a debate uses. */
static const char *const debate_phrases[] = {
    "put to the vote",       "went to a vote",      "went to the vote",
    "vote was requested",    "vote was taken",      "vote was called",
    "moved from the floor",  "show of hands was",   "on a show of",
    "by acclamation",        "was not taken",       "were not taken",
    "spoke in favour",       "spoke against",       "spoke for",
    "spoke to the",          "a speech against",    "a speech for",
    "speeches were",         "no seconder",         "was not seconded",
    "for want of a",         "became inquorate",    "meeting adjourned",
    "conference adjourned",  "time ran out",        "ran out of time",
    "with the leave of",     "proceeded to next",   "moved next business",
    "point of order",        "asked for remission", "was put and",
    "were put and",          "was then put",        "was formally moved",
    "seconded formally",     "text not printed",    "text left out",
    "text withheld",         "agreed to remit",     "agreed to withdraw",
    "accepted by the mover", "the house divided",   " will second",
    "one to second",         "nobody to second",    "was retained",
    "were retained",         "was no opposition",   "item was not",
    "this item fell",        " members spoke",      "to refer the motion back",
    "to refer it back",      "recommendation was",
};

/* "Mr Bayliss moved.": a person, and what they did. */
static bool is_persons(pol_span sentence)
{
    enum { WORDS = 5 };
    pol_span rest = sentence, word = pol_word_next(&rest);
    if (!pol_name_is_title(word) || !pol_word_is_capital(word))
        return false;
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++) {
        if (pol_word_is_any(word, told))
            return true;
        if (!pol_word_is_capital(word) && !pol_name_is_particle(word))
            return false;
    }
    return false;
}

/* What minutes and reports say of a debate, in the past. */
static bool is_told(pol_span sentence)
{
    static const char *const starts[] = {"it was moved",      "it was then moved", "it was agreed",
                                         "this was agreed",   "this was carried",  "this was lost",
                                         "they were",         "it was carried",    "it was lost",
                                         "this was accepted", "it was put",        "this was put",
                                         "it was seconded",   "it was resolved"};
    pol_span rest = sentence, word; /* "after a debate RESOLVED accordingly" */
    bool is_loud = true, has_fate = false;
    for (int i = 0; i < 40 && (word = pol_word_next(&rest)).data; i++) {
        is_loud = is_loud && pol_word_is_upper(word);
        has_fate =
            has_fate || (pol_word_is_upper(word) &&
                         pol_word_is_any(word, "resolved carried lost agreed adopted defeated "
                                               "passed remitted withdrawn fell rejected"));
    }
    if ((has_fate && !is_loud) || is_persons(sentence))
        return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (pol_words_start(sentence, starts[i], NULL))
            return true;
    for (size_t i = 0; i < sizeof debate_phrases / sizeof *debate_phrases; i++)
        if (pol_span_find_fold(sentence, pol_span_of(debate_phrases[i]), 0) != (size_t)-1)
            return true;
    return false;
}

/* "Disposition: DEFEATED", "Result: lost, 4 to 9": the value of a label that says so; absent. */
pol_span pol_split_labelled_fate(pol_span sentence)
{
    enum { LABEL_BYTES = 32 };
    pol_span none = {NULL, 0};
    size_t colon = pol_span_find(pol_span_first(sentence, LABEL_BYTES), POL_SPAN(": "), 0);
    if (colon == (size_t)-1 || colon == 0 ||
        pol_split_field_of(pol_span_first(sentence, colon)) != POL_FIELD_DECISION)
        return none;
    return pol_split_labelled_decision(pol_span_trim(pol_span_from(sentence, colon + 1)));
}

/* "Deferred to the special meeting", "Agreed with two against": a decision, and how. */
bool pol_split_starts_with_fate(pol_span sentence)
{
    enum { WORDS = 16 };
    pol_span core = pol_span_core(sentence);
    return pol_word_is_capital(core) && pol_word_count(core, WORDS + 1) <= WORDS &&
           (pol_split_labelled_fate(sentence).data || pol_split_is_decision(core) ||
            pol_split_loose_decision(sentence).data || pol_split_result(sentence).data);
}

/* "Agenda Committee: a matter for Council", "Reason: cost": what a committee or a label says. */
static bool is_labelled(pol_span text)
{
    enum { LABEL_BYTES = 48, LABEL_WORDS = 5 };
    static const char tells[] = "committee executive board council officers chair treasurer "
                                "secretary reason reasons cost costs advice ruling effect comment "
                                "comments note notes response supporters supported support contact "
                                "soc cac nec rationale justification explanation";
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(": "), 0);
    pol_span label = pol_span_first(text, colon == (size_t)-1 ? 0 : colon), word;
    if (!label.size || !pol_word_is_capital(label) || pol_split_is_edit(text) ||
        pol_word_count(label, LABEL_WORDS + 1) > LABEL_WORDS)
        return false;
    while ((word = pol_word_next(&label)).data)
        if (pol_word_is_any(word, tells))
            return true;
    return false;
}

/* "The committee recommends", "The committee has ruled that": what it says of a motion. */
static bool is_committees(pol_span sentence)
{
    enum { WORDS = 6 };
    static const char bodies[] = "committee executive board council nec soc";
    static const char verbs[] = "recommends recommended proposes advises supports opposes "
                                "considers ruled advised";
    pol_span rest = sentence, word = pol_word_next(&rest);
    bool has_body = false;
    if (!pol_word_is(word, "the"))
        return false;
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++) {
        has_body = has_body || pol_word_is_any(word, bodies);
        if (has_body && pol_word_is_any(word, verbs))
            return !pol_word_is_any(word, "supports opposes considers") ||
                   pol_span_find_fold(rest, POL_SPAN("motion"), 0) != (size_t)-1;
    }
    return false;
}

/* "Tea will be served at about 11.15.", "The meeting will break for lunch": of the day. */
static bool is_of_day(pol_span sentence)
{
    static const char meals[] = "tea coffee lunch luncheon refreshments dinner supper";
    static const char when[] = "served at from until break follow taken adjourn";
    pol_span rest = sentence, word = pol_word_next(&rest);
    bool has_meal = false, has_when = false;
    enum { WORDS = 16 };
    if (pol_word_count(sentence, WORDS + 1) > WORDS)
        return false;
    for (int i = 0; i < 6 && word.data; i++, word = pol_word_next(&rest)) {
        has_meal = has_meal || (pol_word_is_any(word, meals) && i <= 5);
        has_when = has_when || pol_word_is_any(word, when);
    }
    return has_meal && has_when;
}

/* Of the motion, of the meeting or of the day, and not of what is moved? */
bool pol_split_speaks_of_motion(pol_span text)
{
    enum { SENTENCES = 4 };
    pol_span inner = pol_split_unbracket(text), rest = inner;
    size_t about = 0, sentences = 0;
    if (is_labelled(text))
        return true;
    for (; rest.size > 0 && sentences < SENTENCES; sentences++) {
        pol_span sentence = pol_first_sentence(rest);
        if (sentence.size == 0)
            break;
        about += tells_fate(sentence) || pol_split_starts_with_fate(sentence) ||
                 is_told(sentence) || is_committees(sentence) || is_of_day(sentence);
        rest = pol_span_trim(pol_span_from(rest, sentence.size));
    }
    return about > 0 && about * 2 >= sentences;
}
