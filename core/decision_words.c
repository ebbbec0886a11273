/* decision_words.c - the words of a decision line to a pol_decision.
 *
 * The line is folded to words (label.c) and must be, as a whole,
 *     [subject] outcome [how and when]...
 * Each is a table of patterns; a new wording is one line in `outcomes` or
 * `circumstances` and one in the test. In a pattern
 *     #   is a number or a letter ("75.1", "123,456", "c")
 *     *   is one to eight words
 *     @   is up to six words that end in the name of a body that things are sent to
 * No pattern starts with * or @. The first outcome that fits wins, so particular
 * wordings stand before general ones. */
#include "core/analysis.h"
#include "core/date.h"
#include <stdio.h>

#include "core/vocabulary.h"

enum { WORDS_MAX = 20, LINE_MAX = 160, STAR_MAX = 8, BODY_MAX = 6, NUMBER_MAX = 3, ROWS_MAX = 256 };

typedef struct outcome_row {
    const char *pattern;
    pol_decision decision;
} outcome_row;

static const outcome_row outcomes[] = {
    {"carried", POL_DECISION_CARRIED},
    {"carrierd", POL_DECISION_CARRIED}, /* a slip met in print */
    {"agreed", POL_DECISION_CARRIED},
    {"agreed to", POL_DECISION_CARRIED},
    {"adopted", POL_DECISION_CARRIED},
    {"passed", POL_DECISION_CARRIED},
    {"passes", POL_DECISION_CARRIED},
    {"accepted", POL_DECISION_CARRIED},
    {"approved", POL_DECISION_CARRIED},
    {"endorsed", POL_DECISION_CARRIED},
    {"ratified", POL_DECISION_CARRIED},
    {"voted through", POL_DECISION_CARRIED},
    {"went through", POL_DECISION_CARRIED},
    {"got through", POL_DECISION_CARRIED},
    {"nem con", POL_DECISION_CARRIED},
    {"resolved in the affirmative", POL_DECISION_CARRIED},

    {"amended and carried", POL_DECISION_CARRIED_AMENDED},
    {"amended and agreed", POL_DECISION_CARRIED_AMENDED},
    {"amended and passed", POL_DECISION_CARRIED_AMENDED},
    {"amended and adopted", POL_DECISION_CARRIED_AMENDED},
    {"amended and approved", POL_DECISION_CARRIED_AMENDED},
    {"carried amended", POL_DECISION_CARRIED_AMENDED},

    {"taken in parts", POL_DECISION_CARRIED_PART},
    {"part carried", POL_DECISION_CARRIED_PART},
    {"partly carried", POL_DECISION_CARRIED_PART},
    {"partially carried", POL_DECISION_CARRIED_PART},
    {"carried part", POL_DECISION_CARRIED_PART},
    {"part * carried part * lost", POL_DECISION_CARRIED_PART},
    {"parts * carried part * lost", POL_DECISION_CARRIED_PART},
    {"point * carried point * lost", POL_DECISION_CARRIED_PART},
    {"points * carried point * lost", POL_DECISION_CARRIED_PART},

    {"lost business", POL_DECISION_NOT_REACHED},
    {"lost due to * of time", POL_DECISION_NOT_REACHED},
    {"lost through * of time", POL_DECISION_NOT_REACHED},
    {"lost for * of time", POL_DECISION_NOT_REACHED},
    {"fell due to * of time", POL_DECISION_NOT_REACHED},
    {"fell through * of time", POL_DECISION_NOT_REACHED},
    {"fell for * of time", POL_DECISION_NOT_REACHED},
    {"falls for * of time", POL_DECISION_NOT_REACHED},
    {"lapsed for * of time", POL_DECISION_NOT_REACHED},
    {"lapsed through * of time", POL_DECISION_NOT_REACHED},
    {"not debated", POL_DECISION_NOT_REACHED},
    {"not debated due to *", POL_DECISION_NOT_REACHED},
    {"notdebated", POL_DECISION_NOT_REACHED},
    {"not taken", POL_DECISION_NOT_REACHED},
    {"not reached", POL_DECISION_NOT_REACHED},
    {"not reached due to *", POL_DECISION_NOT_REACHED},
    {"not heard", POL_DECISION_NOT_REACHED},
    {"not heard due to *", POL_DECISION_NOT_REACHED},
    {"not heard for * of time", POL_DECISION_NOT_REACHED},
    {"not taken due to *", POL_DECISION_NOT_REACHED},
    {"not taken for * of time", POL_DECISION_NOT_REACHED},
    {"not debated for * of time", POL_DECISION_NOT_REACHED},
    {"not discussed", POL_DECISION_NOT_REACHED},
    {"not considered", POL_DECISION_NOT_REACHED},
    {"not dealt with", POL_DECISION_NOT_REACHED},
    {"not called", POL_DECISION_NOT_REACHED},
    {"unheard", POL_DECISION_NOT_REACHED},
    {"guillotined", POL_DECISION_NOT_REACHED},
    {"not prioritised", POL_DECISION_NOT_REACHED},
    {"not prioritized", POL_DECISION_NOT_REACHED},
    {"outstanding", POL_DECISION_NOT_REACHED},
    {"outstanding business", POL_DECISION_NOT_REACHED},
    {"timed out", POL_DECISION_NOT_REACHED},
    {"ran out of time", POL_DECISION_NOT_REACHED},

    {"lost", POL_DECISION_LOST},
    {"defeated", POL_DECISION_LOST},
    {"rejected", POL_DECISION_LOST},
    {"negatived", POL_DECISION_LOST},
    {"not carried", POL_DECISION_LOST},
    {"not passed", POL_DECISION_LOST},
    {"not agreed", POL_DECISION_LOST},
    {"not agreed to", POL_DECISION_LOST},
    {"not adopted", POL_DECISION_LOST},
    {"not approved", POL_DECISION_LOST},
    {"not accepted", POL_DECISION_LOST},
    {"disagreed to", POL_DECISION_LOST},
    {"disagreed", POL_DECISION_LOST},
    {"voted down", POL_DECISION_LOST},
    {"did not pass", POL_DECISION_LOST},
    {"did not carry", POL_DECISION_LOST},
    {"did not get through", POL_DECISION_LOST},
    {"failed", POL_DECISION_LOST},
    {"fails", POL_DECISION_LOST},
    {"failed to pass", POL_DECISION_LOST},
    {"failed to carry", POL_DECISION_LOST},
    {"failed to reach *", POL_DECISION_LOST},
    {"failed to gain *", POL_DECISION_LOST},
    {"failed to secure *", POL_DECISION_LOST},
    {"failed to obtain *", POL_DECISION_LOST},
    {"failed to achieve *", POL_DECISION_LOST},
    {"not endorsed", POL_DECISION_LOST},
    {"not ratified", POL_DECISION_LOST},
    {"fell by # votes to #", POL_DECISION_LOST},
    {"fell by # to #", POL_DECISION_LOST},
    {"fell # to #", POL_DECISION_LOST},
    {"fell # for # against", POL_DECISION_LOST},
    {"fell # for # against # abstaining", POL_DECISION_LOST},
    {"fell # for # against # abstentions", POL_DECISION_LOST},
    {"fell to be treated as defeated", POL_DECISION_LOST}, /* Scots: is to be */
    {"fell on a vote", POL_DECISION_LOST},
    {"fell on a card vote", POL_DECISION_LOST},
    {"fell on a show of hands", POL_DECISION_LOST},
    {"resolved in the negative", POL_DECISION_LOST},

    {"fell", POL_DECISION_FELL},
    {"falls", POL_DECISION_FELL},
    {"fallen", POL_DECISION_FELL},
    {"fell with *", POL_DECISION_FELL},
    {"fell as *", POL_DECISION_FELL},
    {"fell due to *", POL_DECISION_FELL},
    {"fell because *", POL_DECISION_FELL},
    {"fell following *", POL_DECISION_FELL},
    {"falls as a result of *", POL_DECISION_FELL},
    {"fell as a result of *", POL_DECISION_FELL},
    {"fell when *", POL_DECISION_FELL},
    {"fell on the *", POL_DECISION_FELL},
    {"fell after *", POL_DECISION_FELL},
    {"fell in consequence *", POL_DECISION_FELL},
    {"fell in consequence", POL_DECISION_FELL},
    {"fell consequentially", POL_DECISION_FELL},
    {"fell consequential *", POL_DECISION_FELL},
    {"fell for want of a seconder", POL_DECISION_FELL},
    {"fell for lack of a seconder", POL_DECISION_FELL},
    {"deemed to have fallen", POL_DECISION_FELL},
    {"consequentially fell", POL_DECISION_FELL},
    {"not seconded", POL_DECISION_FELL},
    {"lapsed", POL_DECISION_FELL},
    {"lapsed for want of a seconder", POL_DECISION_FELL},
    {"lapsed for lack of a seconder", POL_DECISION_FELL},
    {"pre empted", POL_DECISION_FELL},
    {"preempted", POL_DECISION_FELL},
    {"pre empted by *", POL_DECISION_FELL},

    {"remitted", POL_DECISION_REMITTED},
    {"remitted to @", POL_DECISION_REMITTED},
    {"remitted to @ for *", POL_DECISION_REMITTED},
    {"agreed to remit", POL_DECISION_REMITTED},
    {"remission agreed", POL_DECISION_REMITTED},
    {"remission accepted", POL_DECISION_REMITTED},
    {"remission carried", POL_DECISION_REMITTED},
    {"agreed to be remitted", POL_DECISION_REMITTED},
    {"agreed to be remitted to @", POL_DECISION_REMITTED},
    {"agreed to remit to @", POL_DECISION_REMITTED},
    {"remitted by * to @", POL_DECISION_REMITTED},
    {"referred", POL_DECISION_REMITTED},
    {"referred to @", POL_DECISION_REMITTED},
    {"referred to @ for *", POL_DECISION_REMITTED},

    {"referred back", POL_DECISION_REFERRED_BACK},
    {"referred back to conference", POL_DECISION_REFERRED_BACK},
    {"referred back to congress", POL_DECISION_REFERRED_BACK},
    {"referred back to @", POL_DECISION_REFERRED_BACK},
    {"referred back to sponsors", POL_DECISION_REFERRED_BACK},
    {"referred back to the sponsors", POL_DECISION_REFERRED_BACK},
    {"referred back to proposers", POL_DECISION_REFERRED_BACK},
    {"referred back to the proposers", POL_DECISION_REFERRED_BACK},
    {"referred back to the proposer", POL_DECISION_REFERRED_BACK},
    {"referred back to the movers", POL_DECISION_REFERRED_BACK},
    {"referred back to the mover", POL_DECISION_REFERRED_BACK},
    {"referred back to its movers", POL_DECISION_REFERRED_BACK},
    {"reference back", POL_DECISION_REFERRED_BACK},
    {"reference back agreed", POL_DECISION_REFERRED_BACK},
    {"reference back carried", POL_DECISION_REFERRED_BACK},

    {"withdrawn", POL_DECISION_WITHDRAWN},
    {"withdrawn by *", POL_DECISION_WITHDRAWN},
    {"withdrawn in favour of *", POL_DECISION_WITHDRAWN},
    {"not moved", POL_DECISION_WITHDRAWN},
    {"not moved by *", POL_DECISION_WITHDRAWN},
    {"not proposed", POL_DECISION_WITHDRAWN},
    {"not pursued", POL_DECISION_WITHDRAWN},
    {"formally withdrawn", POL_DECISION_WITHDRAWN},

    {"composited", POL_DECISION_COMPOSITED},
    {"composited in *", POL_DECISION_COMPOSITED},
    {"composited into *", POL_DECISION_COMPOSITED},
    {"composited with *", POL_DECISION_COMPOSITED},
    {"composited as *", POL_DECISION_COMPOSITED},
    {"subsumed", POL_DECISION_COMPOSITED},
    {"subsumed in *", POL_DECISION_COMPOSITED},
    {"subsumed into *", POL_DECISION_COMPOSITED},
    {"subsumed by *", POL_DECISION_COMPOSITED},
    {"included in composite *", POL_DECISION_COMPOSITED},
    {"incorporated in composite *", POL_DECISION_COMPOSITED},
    {"incorporated into composite *", POL_DECISION_COMPOSITED},
    {"see composite #", POL_DECISION_COMPOSITED},
    {"see composite motion #", POL_DECISION_COMPOSITED},
    {"see comp #", POL_DECISION_COMPOSITED},
    {"part of composite #", POL_DECISION_COMPOSITED},
    {"taken as composite #", POL_DECISION_COMPOSITED},
    {"taken in composite #", POL_DECISION_COMPOSITED},
    {"taken together as composite #", POL_DECISION_COMPOSITED},
    {"taken in", POL_DECISION_COMPOSITED},
    {"taken into composite #", POL_DECISION_COMPOSITED},
    {"brought together as composite #", POL_DECISION_COMPOSITED},
    {"brought together in composite #", POL_DECISION_COMPOSITED},
    {"joined together in composite #", POL_DECISION_COMPOSITED},
    {"joined together as composite #", POL_DECISION_COMPOSITED},
    {"joined in composite #", POL_DECISION_COMPOSITED},
    {"became composite #", POL_DECISION_COMPOSITED},
    {"become composite #", POL_DECISION_COMPOSITED},
    {"included in composite motion #", POL_DECISION_COMPOSITED},
    {"incorporated into *", POL_DECISION_COMPOSITED},
    {"incorporated in *", POL_DECISION_COMPOSITED},
    {"merged", POL_DECISION_COMPOSITED},
    {"merged into *", POL_DECISION_COMPOSITED},
    {"merged with *", POL_DECISION_COMPOSITED},
    {"merged in *", POL_DECISION_COMPOSITED},
    {"merged as *", POL_DECISION_COMPOSITED},
    {"combined into *", POL_DECISION_COMPOSITED},
    {"combined with *", POL_DECISION_COMPOSITED},
    {"combined as *", POL_DECISION_COMPOSITED},

    {"deferred", POL_DECISION_DEFERRED},
    {"deferred to *", POL_DECISION_DEFERRED},
    {"deferred until *", POL_DECISION_DEFERRED},
    {"adjourned", POL_DECISION_DEFERRED},
    {"adjourned to *", POL_DECISION_DEFERRED},
    {"adjourned until *", POL_DECISION_DEFERRED},
    {"debate adjourned", POL_DECISION_DEFERRED},
    {"debate adjourned to *", POL_DECISION_DEFERRED},
    {"debate adjourned until *", POL_DECISION_DEFERRED},
    {"debate deferred", POL_DECISION_DEFERRED},
    {"left on the table", POL_DECISION_DEFERRED},
    {"left to lie on the table", POL_DECISION_DEFERRED},
    {"lies on the table", POL_DECISION_DEFERRED},
    {"laid on the table", POL_DECISION_DEFERRED},
    {"left on the table until *", POL_DECISION_DEFERRED},
    {"held over", POL_DECISION_DEFERRED},
    {"held over to *", POL_DECISION_DEFERRED},
    {"held over until *", POL_DECISION_DEFERRED},
    {"carried over to *", POL_DECISION_DEFERRED},
    {"stood over", POL_DECISION_DEFERRED},
    {"stood over to *", POL_DECISION_DEFERRED},
    {"stood over until *", POL_DECISION_DEFERRED},
    {"postponed", POL_DECISION_DEFERRED},
    {"postponed to *", POL_DECISION_DEFERRED},
    {"postponed until *", POL_DECISION_DEFERRED},

    {"out of order", POL_DECISION_OUT_OF_ORDER},
    {"ruled out of order", POL_DECISION_OUT_OF_ORDER},
    {"declared out of order", POL_DECISION_OUT_OF_ORDER},
    {"deemed out of order", POL_DECISION_OUT_OF_ORDER},
    {"disallowed", POL_DECISION_OUT_OF_ORDER},
    {"ruled out", POL_DECISION_OUT_OF_ORDER},
    {"not admitted", POL_DECISION_OUT_OF_ORDER},
    {"not in order", POL_DECISION_OUT_OF_ORDER},
    {"ruled not in order", POL_DECISION_OUT_OF_ORDER},
    {"declared inadmissible", POL_DECISION_OUT_OF_ORDER},
    {"ooo", POL_DECISION_OUT_OF_ORDER},
    {"not competent", POL_DECISION_OUT_OF_ORDER},
    {"not admissible", POL_DECISION_OUT_OF_ORDER},
    {"inadmissible", POL_DECISION_OUT_OF_ORDER},
    {"ruled inadmissible", POL_DECISION_OUT_OF_ORDER},
    {"ruled not competent", POL_DECISION_OUT_OF_ORDER},
};

/* What may stand behind an outcome, or before it ("unanimously carried"), and what
 * it makes of one that is CARRIED. */
static const outcome_row circumstances[] = {
    {"as amended", POL_DECISION_CARRIED_AMENDED},
    {"as amended by *", POL_DECISION_CARRIED_AMENDED},
    {"with amendment", POL_DECISION_CARRIED_AMENDED},
    {"with amendments", POL_DECISION_CARRIED_AMENDED},
    {"with amendment #", POL_DECISION_CARRIED_AMENDED},
    {"in part", POL_DECISION_CARRIED_PART},
    {"in parts", POL_DECISION_CARRIED_PART},
    {"except point *", POL_DECISION_CARRIED_PART},
    {"except points *", POL_DECISION_CARRIED_PART},
    {"except for *", POL_DECISION_CARRIED_PART},
    {"except #", POL_DECISION_CARRIED_PART},
    {"except ii", POL_DECISION_CARRIED_PART},
    {"except iii", POL_DECISION_CARRIED_PART},
    {"except iv", POL_DECISION_CARRIED_PART},
    {"except vi", POL_DECISION_CARRIED_PART},
    {"with the exception of *", POL_DECISION_CARRIED_PART},
    {"point # lost", POL_DECISION_CARRIED_PART},
    {"points # and # lost", POL_DECISION_CARRIED_PART},
    {"with point # lost", POL_DECISION_CARRIED_PART},
    {"but point # lost", POL_DECISION_CARRIED_PART},
    {"part # lost", POL_DECISION_CARRIED_PART},
    {"unanimously", POL_DECISION_CARRIED},
    {"overwhelmingly", POL_DECISION_CARRIED},
    {"narrowly", POL_DECISION_CARRIED},
    {"unopposed", POL_DECISION_CARRIED},
    {"en bloc", POL_DECISION_CARRIED},
    {"formally", POL_DECISION_CARRIED},
    {"in full", POL_DECISION_CARRIED},
    {"in its entirety", POL_DECISION_CARRIED},
    {"unamended", POL_DECISION_CARRIED},
    {"without amendment", POL_DECISION_CARRIED},
    {"comfortably", POL_DECISION_CARRIED},
    {"clearly", POL_DECISION_CARRIED},
    {"heavily", POL_DECISION_CARRIED},
    {"by acclaim", POL_DECISION_CARRIED},
    {"nem dis", POL_DECISION_CARRIED},
    {"by consensus", POL_DECISION_CARRIED},
    {"by consent", POL_DECISION_CARRIED},
    {"by general consent", POL_DECISION_CARRIED},
    {"with no dissent", POL_DECISION_CARRIED},
    {"with none against", POL_DECISION_CARRIED},
    {"with no votes against", POL_DECISION_CARRIED},
    {"on a vote", POL_DECISION_CARRIED},
    {"on the vote", POL_DECISION_CARRIED},
    {"on a recount", POL_DECISION_CARRIED},
    {"on a second vote", POL_DECISION_CARRIED},
    {"on a counted vote", POL_DECISION_CARRIED},
    {"on a poll", POL_DECISION_CARRIED},
    {"by a show of hands", POL_DECISION_CARRIED},
    {"on the casting vote of *", POL_DECISION_CARRIED},
    {"by two thirds", POL_DECISION_CARRIED},
    {"nem con", POL_DECISION_CARRIED},
    {"nemine contradicente", POL_DECISION_CARRIED},
    {"without dissent", POL_DECISION_CARRIED},
    {"without opposition", POL_DECISION_CARRIED},
    {"without debate", POL_DECISION_CARRIED},
    {"without a vote", POL_DECISION_CARRIED},
    {"after debate", POL_DECISION_CARRIED},
    {"on a card vote", POL_DECISION_CARRIED},
    {"by card vote", POL_DECISION_CARRIED},
    {"on a show of hands", POL_DECISION_CARRIED},
    {"on a division", POL_DECISION_CARRIED},
    {"on division", POL_DECISION_CARRIED},
    {"on the nod", POL_DECISION_CARRIED},
    {"by acclamation", POL_DECISION_CARRIED},
    {"by majority", POL_DECISION_CARRIED},
    {"by * majority", POL_DECISION_CARRIED},
    {"by * majority required", POL_DECISION_CARRIED},
    {"by * majority needed", POL_DECISION_CARRIED},
    {"with * majority", POL_DECISION_CARRIED},
    {"by * vote", POL_DECISION_CARRIED},
    {"card vote", POL_DECISION_CARRIED},
    {"# votes to #", POL_DECISION_CARRIED},
    {"by # votes to #", POL_DECISION_CARRIED},
    {"# to #", POL_DECISION_CARRIED},
    {"by # to #", POL_DECISION_CARRIED},
    {"# for # against", POL_DECISION_CARRIED},
    {"# for and # against", POL_DECISION_CARRIED},
    {"for # against #", POL_DECISION_CARRIED},
    {"# votes for # against", POL_DECISION_CARRIED},
    {"# against", POL_DECISION_CARRIED},
    {"with # against", POL_DECISION_CARRIED},
    {"with one against", POL_DECISION_CARRIED},
    {"# abstentions", POL_DECISION_CARRIED},
    {"with # abstentions", POL_DECISION_CARRIED},
    {"with # abstention", POL_DECISION_CARRIED},
    {"abstentions #", POL_DECISION_CARRIED},
    {"by conference", POL_DECISION_CARRIED},
    {"by congress", POL_DECISION_CARRIED},
    {"by council", POL_DECISION_CARRIED},
    {"by * conference", POL_DECISION_CARRIED},
    {"by * meeting", POL_DECISION_CARRIED},
    {"by the branch", POL_DECISION_CARRIED},
    {"at conference", POL_DECISION_CARRIED},
    {"at conference #", POL_DECISION_CARRIED},
    {"at * conference", POL_DECISION_CARRIED},
    {"at * conference #", POL_DECISION_CARRIED},
    {"at * congress", POL_DECISION_CARRIED},
    {"at * meeting", POL_DECISION_CARRIED},
};

/* An amendment is no subject: what became of it is not what became of the motion. */
static const char *const subjects[] = {"motion",
                                       "motion #",
                                       "composite",
                                       "composite #",
                                       "composite motion",
                                       "composite motion #",
                                       "resolution",
                                       "resolution #",
                                       "emergency motion",
                                       "emergency motion #",
                                       "emergency resolution",
                                       "question",
                                       "rule change",
                                       "motion # #",
                                       "statement"};

static const char *const bodies[] = {
    "executive", "nec", "council", "committee", "committees", "board",     "sge",        "ec",
    "gec",       "nc",  "panel",   "officers",  "trustees",   "secretary", "leadership",
};

typedef struct word_list {
    pol_span words[WORDS_MAX];
    size_t count;
} word_list;

static bool split_words(pol_span line, word_list *list)
{
    list->count = 0;
    for (size_t at = 0; at < line.size;) {
        size_t end = at;
        while (end < line.size && line.data[end] != ' ')
            end++;
        if (list->count == WORDS_MAX)
            return false;
        list->words[list->count++] = pol_span_make(line.data + at, end - at);
        at = end + 1;
    }
    return list->count > 0;
}

static bool is_one_of(pol_span word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal(word, pol_span_of(list[i])))
            return true;
    return false;
}

/* "75", "1a", "c": a number, or a single letter. */
static bool is_number(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return word.size <= 6;
    return word.size == 1;
}

static bool is_body(pol_span word)
{
    return is_one_of(word, bodies, sizeof bodies / sizeof *bodies);
}

static bool fits(const char *pattern, const word_list *list, size_t from, size_t to);

/* A number may have been folded to several words: "75.1", "123,456". */
static bool fits_number(const char *rest, const word_list *list, size_t from, size_t to)
{
    for (size_t at = from; at < to && at < from + NUMBER_MAX && is_number(list->words[at]); at++)
        if (fits(rest, list, at + 1, to))
            return true;
    return false;
}

/* Does the pattern cover words `from` to `to` (exclusive), all of them? Patterns are
 * ours and short, and so are the lines: the recursion is bounded by both. */
static bool fits(const char *pattern, const word_list *list, size_t from, size_t to)
{
    if (*pattern == '\0')
        return from == to;
    if (from == to)
        return false;
    size_t size = strcspn(pattern, " ");
    const char *rest = pattern + size + (pattern[size] == ' ');
    if (*pattern == '*' || *pattern == '@') {
        bool wants_body = *pattern == '@';
        size_t most = wants_body ? BODY_MAX : STAR_MAX;
        for (size_t taken = 1; taken <= most && from + taken <= to; taken++)
            if ((!wants_body || is_body(list->words[from + taken - 1])) &&
                fits(rest, list, from + taken, to))
                return true;
        return false;
    }
    if (*pattern == '#')
        return fits_number(rest, list, from, to);
    return pol_span_equal(list->words[from], pol_span_make(pattern, size)) &&
           fits(rest, list, from + 1, to);
}

/* Rows of a table whose pattern may fit from one word on, in their order. */
typedef struct candidates {
    const outcome_row *rows[ROWS_MAX];
    size_t count;
} candidates;

_Static_assert(sizeof outcomes / sizeof *outcomes <= ROWS_MAX, "candidates have room");
_Static_assert(sizeof circumstances / sizeof *circumstances <= ROWS_MAX, "candidates have room");

static bool has_first_word(const char *pattern, pol_span word)
{
    return strncmp(pattern, word.data, word.size) == 0 &&
           (pattern[word.size] == ' ' || pattern[word.size] == '\0');
}

/* Patterns are gone through once for all ends: most are out at their first letter. */
static void find_candidates(const outcome_row *rows, size_t count, pol_span word,
                            candidates *ret_candidates)
{
    bool has_number = is_number(word);
    ret_candidates->count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *pattern = rows[i].pattern;
        if (*pattern == '#' ? has_number
                            : *pattern == word.data[0] && has_first_word(pattern, word))
            ret_candidates->rows[ret_candidates->count++] = &rows[i];
    }
}

static const outcome_row *find_row(const candidates *among, const word_list *list, size_t from,
                                   size_t to)
{
    for (size_t i = 0; i < among->count; i++)
        if (fits(among->rows[i]->pattern, list, from, to))
            return among->rows[i];
    return NULL;
}

static void find_circumstances(const word_list *list, size_t from, candidates *ret_candidates)
{
    find_candidates(circumstances, sizeof circumstances / sizeof *circumstances, list->words[from],
                    ret_candidates);
}

/* "on 4 May 2031", "4 May 2031": words up to the end that are a whole date. */
static bool is_date(const word_list *list, size_t from)
{
    const pol_span on = POL_SPAN("on");
    if (from + 1 < list->count && pol_span_equal(list->words[from], on))
        from++;
    const char *start = list->words[from].data;
    pol_span last = list->words[list->count - 1];
    pol_date date;
    return pol_date_parse(pol_span_make(start, (size_t)(last.data + last.size - start)), &date) &&
           date.month > 0;
}

/* "9 for 17 against", "by 9 votes to 17": what was voted on did not fall of itself. */
static bool counts_votes(const char *pattern)
{
    return strchr(pattern, '#') && (strstr(pattern, "against") || strstr(pattern, "to #"));
}

static pol_decision change(pol_decision decision, const outcome_row *circumstance)
{
    if (decision == POL_DECISION_FELL && counts_votes(circumstance->pattern))
        return POL_DECISION_LOST;
    return decision == POL_DECISION_CARRIED ? circumstance->decision : decision;
}

/* The words from `from` on are circumstances of `decision` and nothing else, or NONE. */
static pol_decision read_circumstances(const word_list *list, size_t from, pol_decision decision)
{
    candidates among;
    if (from == list->count || is_date(list, from))
        return decision;
    find_circumstances(list, from, &among);
    for (size_t to = list->count; to > from; to--) {
        const outcome_row *row = find_row(&among, list, from, to);
        pol_decision whole =
            row ? read_circumstances(list, to, change(decision, row)) : POL_DECISION_NONE;
        if (whole != POL_DECISION_NONE)
            return whole;
    }
    return POL_DECISION_NONE;
}

/* outcome [circumstances] from word `from` to the end. */
static pol_decision read_outcome(const word_list *list, size_t from)
{
    candidates among;
    if (from >= list->count || !pol_decision_may_hold(list->words[from]))
        return POL_DECISION_NONE; /* it begins no outcome */
    find_candidates(outcomes, sizeof outcomes / sizeof *outcomes, list->words[from], &among);
    for (size_t to = list->count; to > from; to--) {
        const outcome_row *row = find_row(&among, list, from, to);
        pol_decision whole = row ? read_circumstances(list, to, row->decision) : POL_DECISION_NONE;
        if (whole != POL_DECISION_NONE)
            return whole;
    }
    return POL_DECISION_NONE;
}

/* The same with one circumstance before it: "unanimously carried", "as amended, was
 * carried". `from` is behind the subject. */
static size_t skip_auxiliaries(const word_list *list, size_t from)
{
    static const char *const auxiliaries[] = {"was", "is",  "has", "been", "were",
                                              "be",  "put", "and", "then", "accordingly"};
    while (from < list->count &&
           is_one_of(list->words[from], auxiliaries, sizeof auxiliaries / sizeof *auxiliaries))
        from++;
    return from;
}

static pol_decision read_predicate(const word_list *list, size_t from)
{
    candidates among;
    pol_decision decision = read_outcome(list, from);
    if (decision != POL_DECISION_NONE || from + 1 >= list->count)
        return decision;
    find_circumstances(list, from, &among);
    for (size_t to = from + 1; decision == POL_DECISION_NONE && to < list->count && to < from + 4;
         to++) {
        const outcome_row *row = find_row(&among, list, from, to);
        if (row)
            decision = change(read_outcome(list, skip_auxiliaries(list, to)), row);
    }
    return decision;
}

/* Words of the subject at the start; 0 if there is none. */
static size_t subject_size(const word_list *list)
{
    static const char *const articles[] = {"the", "this", "that"};
    size_t from = is_one_of(list->words[0], articles, 3), longest = 0;
    if (from == list->count)
        return 0;
    const char first = list->words[from].data[0];
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        for (size_t to = from + 1; *subjects[i] == first && to <= list->count && to <= from + 4;
             to++)
            if (to > longest && fits(subjects[i], list, from, to))
                longest = to;
    return longest;
}

/* "As passed by conference": said of the text below. */
static size_t skip_as(const word_list *list)
{
    return list->count > 1 && pol_span_equal(list->words[0], POL_SPAN("as")) &&
           !pol_span_equal(list->words[1], POL_SPAN("amended"));
}

static pol_span first_word(const char *pattern)
{
    return pol_span_make(pattern, strcspn(pattern, " "));
}

bool pol_decision_words_are_listed(void)
{
    bool are_listed = true;
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
        are_listed = are_listed && pol_decision_may_hold(first_word(outcomes[i].pattern)) &&
                     pol_decision_may_begin(first_word(outcomes[i].pattern));
    for (size_t i = 0; i < sizeof circumstances / sizeof *circumstances; i++)
        are_listed = are_listed && (*circumstances[i].pattern == '#' ||
                                    pol_decision_may_begin(first_word(circumstances[i].pattern)));
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        char with_article[48];
        snprintf(with_article, sizeof with_article, "the %s", subjects[i]);
        are_listed = are_listed && pol_decision_may_begin(first_word(subjects[i])) &&
                     pol_decision_may_begin(pol_span_of(with_article));
    }
    return are_listed;
}

/* Folds and splits; false for what is too long or asks a question. */
static bool read_words(pol_span words, char folded[LINE_MAX], word_list *list)
{
    words = pol_span_trim(words);
    if (words.size == 0 || words.size >= LINE_MAX || memchr(words.data, '?', words.size))
        return false;
    return split_words(pol_span_make(folded, pol_fold_label(words, folded, LINE_MAX)), list);
}

pol_decision pol_decision_from_words(pol_span words)
{
    char folded[LINE_MAX];
    word_list list;
    words = pol_span_trim(words);
    if (words.size >= LINE_MAX || !pol_decision_may_begin(words) || !pol_decision_may_hold(words))
        return POL_DECISION_NONE;
    pol_decision code = pol_decision_from_code(words);
    if (code != POL_DECISION_NONE && code != POL_DECISION_UNKNOWN)
        return code;
    if (!read_words(words, folded, &list))
        return POL_DECISION_NONE;
    size_t subject = subject_size(&list);
    if (subject > 0)
        return read_predicate(&list, skip_auxiliaries(&list, subject));
    return read_predicate(&list, skip_as(&list));
}

pol_decision pol_decision_from_value(pol_span words)
{
    static const outcome_row nouns[] = {
        {"resolution", POL_DECISION_CARRIED},
        {"amended resolution", POL_DECISION_CARRIED_AMENDED},
        {"remit", POL_DECISION_REMITTED},
    };
    pol_decision decision = pol_decision_from_words(words);
    char folded[LINE_MAX];
    word_list list;
    if (decision != POL_DECISION_NONE || !read_words(words, folded, &list))
        return decision;
    candidates among;
    find_candidates(nouns, sizeof nouns / sizeof *nouns, list.words[0], &among);
    const outcome_row *row = find_row(&among, &list, 0, list.count);
    return row ? row->decision : POL_DECISION_NONE;
}
