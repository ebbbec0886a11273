/* statement.c - parsing sentences that state a decision: subject, verb,
 * outcome, and a tail of manner, meeting and date. */
#include "document/recognise/decision.h"

#include "document/words.h"

enum { STATEMENT_BYTES_MAX = 260, TAIL_WORDS_MAX = 26 };

/* What the sentence may be about. Longer ones first. */
static const struct {
    const char *words;
    bool is_amended;
} subjects[] = {
    {"the motion as amended", true},
    {"this motion as amended", true},
    {"motion as amended", true},
    {"resolution as amended", true},
    {"the amended motion", true},
    {"amended motion", true},
    {"the substantive motion as amended", true},
    {"the substantive motion", false},
    {"substantive motion", false},
    {"the following emergency motion", false},
    {"the following motion", false},
    {"the following resolution", false},
    {"the above motion", false},
    {"the emergency motion", false},
    {"this emergency motion", false},
    {"emergency motion", false},
    {"the composite motion", false},
    {"the composite", false},
    {"this composite", false},
    {"composite motion", false},
    {"composite", false},
    {"the motion", false},
    {"this motion", false},
    {"motion", false},
    {"the resolution", false},
    {"this resolution", false},
    {"resolution", false},
    {"the item", false},
    {"this item", false},
    {"the question", false},
    {"question", false},
    {"the proposal", false},
    {"this policy", false},
    {"the rule change", false},
    {"rule change", false},
    {"this rule change", false},
    {"statement", false},
    {"the statement", false},
};

static const char *const amendment_subjects[] = {
    "the amendment", "this amendment", "amendment", "amendments", "the amendments", "amendments to",
};

/* Between subject and outcome. */
static const char verbs[] = "was were is has been then duly and put being the it to vote "
                            "declared";

/* "If carried, this motion falls": what would become of it, not what did. */
static bool is_conditional(pol_span text)
{
    return pol_word_is_any(pol_word_next(&text), "if should unless were would when where");
}

/* Words in small letters that a tail may have. */
static const char tail_words[] =
    "unanimously unanimous overwhelmingly nem con by on at in of the a an and our its this that to "
    "with "
    "for against abstention abstentions abstaining no none without dissent vote votes voted "
    "show hands card large clear overwhelming majority narrowly significant as amended branch "
    "branches conference congress meeting meetings general annual special emergency delegate "
    "delegates members member committee council region regional national executive present "
    "quorate online monthly ordinary union agm held from assembly senate house party debate "
    "following after ballot one two three four five six seven eight nine ten opposed unopposed "
    "almost nearly text motion resolution here below above is federal spring autumn composite "
    "carried passed agreed session sector policy group section under unamended amendment "
    "amendments first second";

static const char tail_starts[] = "unanimously overwhelmingly nem by on at in with for without "
                                  "as unopposed from narrowly almost nearly to with following held";

/* One of these makes a tail one of a decision: "Lost in translation" has none. */
static const char tail_proof[] =
    "ndc unanimous unanimously overwhelmingly nem branch branches conference congress agm meeting "
    "council "
    "committee members majority vote votes hands assembly unopposed abstentions abstention "
    "dissent for against house senate egm sgm executive nec";

static bool is_number(pol_span word)
{
    return word.size > 0 && word.data[0] >= '0' && word.data[0] <= '9';
}

/* "12", "E02", "C", "75.1": the number of a motion behind its noun. */
static bool is_motion_number(pol_span word)
{
    if (word.size == 0 || word.size > 8 || !pol_word_is_capital(word))
        return false;
    if (word.size == 1)
        return true;
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return true;
    return false;
}

static bool skip_subject(pol_span *text, bool *ret_amended, pol_span *ret_number)
{
    *ret_number = pol_span_make(NULL, 0);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        pol_span rest;
        if (!pol_words_start(*text, subjects[i].words, &rest))
            continue;
        pol_span ahead = rest, word = pol_word_next(&ahead);
        if (is_motion_number(word) && !pol_word_is_upper(word)) {
            rest = ahead;
            *ret_number = word;
        }
        *ret_amended = subjects[i].is_amended;
        if (pol_words_start(rest, "as amended", &ahead)) {
            rest = ahead;
            *ret_amended = true;
        }
        *text = rest;
        return true;
    }
    return false;
}

static bool is_of_amendment(pol_span text)
{
    for (size_t i = 0; i < sizeof amendment_subjects / sizeof *amendment_subjects; i++)
        if (pol_words_start(text, amendment_subjects[i], NULL))
            return true;
    return false;
}

pol_decision pol_outcome_longest(pol_span text, pol_span *ret_rest)
{
    pol_span rest = text;
    if (!pol_decision_may_begin(text))
        return POL_DECISION_NONE;
    for (int words = 0; words < POL_OUTCOME_WORDS_MAX && pol_word_next(&rest).data; words++) {
    }
    if (!pol_decision_may_hold(pol_span_first(text, text.size - rest.size)))
        return POL_DECISION_NONE;
    rest = text;
    pol_decision found = POL_DECISION_NONE;
    for (int words = 0; words < POL_OUTCOME_WORDS_MAX; words++) {
        if (!pol_word_next(&rest).data)
            break;
        pol_span phrase = pol_span_core(pol_span_first(text, text.size - rest.size));
        pol_decision decision = pol_decision_from_words(phrase);
        if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN)
            continue;
        found = decision;
        *ret_rest = rest;
    }
    return found;
}

/* What follows the shortest outcome of a line that is one as a whole: its tail, which
 * names the meeting and the date. */
static pol_span behind_outcome(pol_span text)
{
    pol_span rest = text;
    while (pol_word_next(&rest).data) {
        pol_span phrase = pol_span_core(pol_span_first(text, text.size - rest.size));
        if (pol_decision_from_words(phrase) != POL_DECISION_NONE)
            return rest;
    }
    return pol_span_from(text, text.size);
}

/* Only words of manner, meeting and date? `needs_proof`: at least one that shows that
 * this is about a decision. */
static bool is_tail(pol_span tail, bool needs_proof)
{
    pol_span rest = tail, word;
    bool is_first = true, has_proof = false;
    for (int words = 0; (word = pol_word_next(&rest)).data; words++) {
        if (words >= TAIL_WORDS_MAX)
            return false;
        bool is_known = pol_word_is_any(word, tail_words);
        if (!is_known && !pol_word_is_capital(word) && !is_number(word))
            return false;
        bool is_proof = pol_word_is_any(word, tail_proof) || pol_word_year(word);
        if (needs_proof && is_first && !is_number(word) && !is_proof &&
            !pol_word_is_any(word, tail_starts) && pol_span_trim(tail).data[0] != '(')
            return false;
        has_proof = has_proof || is_proof;
        is_first = false;
    }
    pol_date date;
    return is_first || !needs_proof || has_proof || pol_date_find(tail, &date, NULL, NULL);
}

/* "Referred to the Committee on ...": where a resolution was sent before it was debated. */
static bool is_routing(pol_span text)
{
    pol_span rest;
    return pol_words_start(text, "referred to", &rest) &&
           (pol_words_start(rest, "committee on", NULL) ||
            pol_words_start(rest, "the committee on", NULL) ||
            pol_words_start(rest, "resolutions committee", NULL) ||
            pol_words_start(rest, "the resolutions committee", NULL));
}

/* "Not competent - conflicts with Rule 14": why it was not voted on. */
static bool is_reason(pol_span tail, pol_decision decision)
{
    enum { REASON_WORDS_MAX = 16 };
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", ", ", ": ", " ("};
    bool is_marked = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        is_marked = is_marked || pol_span_starts(tail, pol_span_of(marks[i]));
    pol_span rest = tail;
    return is_marked &&
           (decision == POL_DECISION_OUT_OF_ORDER || decision == POL_DECISION_NOT_REACHED ||
            decision == POL_DECISION_FELL || decision == POL_DECISION_WITHDRAWN) &&
           pol_word_is_any(pol_word_next(&rest), "conflicts conflicting contrary see as because "
                                                 "due by under breach breaches rule outside lack "
                                                 "no covered superseded consequential for would") &&
           pol_word_count(rest, REASON_WORDS_MAX + 1) <= REASON_WORDS_MAX;
}

/* An outcome, and behind it nothing but its tail. */
static bool read_outcome(pol_span text, pol_statement *statement)
{
    statement->decision = pol_decision_from_words(pol_span_core(text));
    if (statement->decision != POL_DECISION_NONE && statement->decision != POL_DECISION_UNKNOWN) {
        statement->tail = behind_outcome(text);
        return true;
    }
    statement->decision = pol_outcome_longest(text, &statement->tail);
    return statement->decision != POL_DECISION_NONE &&
           (is_tail(statement->tail, !statement->names_motion) ||
            is_reason(statement->tail, statement->decision));
}

/* "Carried, point 2 lost", "Carried with points 2 and 3 remitted": the statement before
 * what is said of points; `text` as a whole where nothing is. */
static pol_span before_points(pol_span text)
{
    pol_span previous = pol_span_make(NULL, 0);
    for (pol_span rest = text; rest.size > 0;) {
        uint32_t number;
        bool is_letter;
        pol_decision decision;
        pol_span behind, word = previous;
        if (previous.data &&
            pol_statement_parse_points(rest, &number, &is_letter, 1, &decision, &behind) > 0) {
            bool links = pol_word_is_any(word, "with but except and save");
            const char *end = links ? word.data : rest.data;
            return pol_span_core(pol_span_make(text.data, (size_t)(end - text.data)));
        }
        previous = pol_word_next(&rest);
    }
    return text;
}

static bool parse_parts(pol_span text, pol_statement *ret_statement)
{
    pol_decision decision;
    if (!pol_parts_parse(text, &decision))
        return false;
    *ret_statement = (pol_statement){
        .decision = decision, .names_motion = true, .tail = pol_span_from(text, text.size)};
    return true;
}

/* What a meeting agrees to do with a motion. */
static const struct {
    const char *verb;
    pol_decision decision;
    bool needs_noun; /* "agreed to remit" says enough */
} resolves[] = {
    {"remit", POL_DECISION_REMITTED, false}, {"refer back", POL_DECISION_REFERRED_BACK, false},
    {"refer", POL_DECISION_REMITTED, true},  {"defer", POL_DECISION_DEFERRED, true},
    {"reject", POL_DECISION_LOST, true},     {"adopt", POL_DECISION_CARRIED, true},
    {"pass", POL_DECISION_CARRIED, true},    {"accept", POL_DECISION_CARRIED, true},
    {"approve", POL_DECISION_CARRIED, true},
};

/* "Conference voted unanimously to": who resolved; `text` goes on behind it. */
static bool skip_resolver(pol_span *text)
{
    pol_span rest = *text, word = pol_word_next(&rest);
    if (pol_word_is_any(word, "the this"))
        word = pol_word_next(&rest);
    bool is_passive = pol_word_is(word, "it");
    if (!is_passive && !pol_word_is_any(word, "conference congress delegates meeting branch "
                                              "council agm members committee"))
        return false;
    word = pol_word_next(&rest);
    if (is_passive && !pol_word_is(word, "was"))
        return false;
    while (pol_word_is_any(word, "was then subsequently unanimously overwhelmingly narrowly"))
        word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "agreed voted decided"))
        return false;
    word = pol_word_next(&rest);
    while (pol_word_is_any(word, "unanimously overwhelmingly narrowly"))
        word = pol_word_next(&rest);
    *text = rest;
    return pol_word_is(word, "to");
}

/* "Conference agreed to remit the motion to the Executive Committee." */
static bool parse_resolve(pol_span text, pol_statement *ret_statement)
{
    enum { TO_WORDS_MAX = 14 };
    if (!skip_resolver(&text))
        return false;
    for (size_t i = 0; i < sizeof resolves / sizeof *resolves; i++) {
        pol_span rest;
        if (!pol_words_start(text, resolves[i].verb, &rest))
            continue;
        *ret_statement = (pol_statement){
            .decision = resolves[i].decision, .names_motion = true, .is_told = true};
        bool is_amended, has_noun = skip_subject(&rest, &is_amended, &ret_statement->number);
        if (has_noun && pol_words_start(rest, "back", &rest))
            ret_statement->decision = POL_DECISION_REFERRED_BACK;
        ret_statement->tail = rest;
        bool is_all = pol_span_core(rest).size == 0;
        pol_span ahead = rest;
        bool has_aim = pol_word_is_any(pol_word_next(&ahead), "to until for by at in on") &&
                       pol_word_count(ahead, TO_WORDS_MAX + 1) <= TO_WORDS_MAX;
        return (has_noun || !resolves[i].needs_noun) && (is_all || (has_noun && has_aim));
    }
    return false;
}

bool pol_statement_may_hold(pol_span text)
{
    return pol_decision_may_hold(text) ||
           pol_span_find_fold(text, POL_SPAN("decided to"), 0) != (size_t)-1;
}

bool pol_statement_parse(pol_span line, pol_statement *ret_statement)
{
    pol_span text = pol_span_trim(pol_span_unbullet(line));
    if (text.size == 0 || text.size > STATEMENT_BYTES_MAX)
        return false;
    if (!pol_statement_may_hold(text)) /* as most lines do not */
        return false;
    if (pol_parts_are_named(text)) {
        if (parse_parts(text, ret_statement))
            return true;
        text = before_points(text);
    }
    if (text.size == 0 || (text.data[0] >= 'a' && text.data[0] <= 'z'))
        return false; /* half of a sentence: "agreed to," */
    if (is_routing(text) || is_conditional(text))
        return false;
    if (parse_resolve(text, ret_statement))
        return true;
    *ret_statement = (pol_statement){0};
    bool is_amended = false;
    ret_statement->is_of_amendment = is_of_amendment(text);
    if (ret_statement->is_of_amendment)
        return false;
    ret_statement->names_motion = skip_subject(&text, &is_amended, &ret_statement->number);
    pol_span before = text, rest = text, word = pol_word_next(&rest);
    while (ret_statement->names_motion && pol_word_is_any(word, verbs)) {
        before = rest;
        word = pol_word_next(&rest);
        ret_statement->is_told = true;
    }
    if (!read_outcome(before, ret_statement) &&
        !(pol_word_is(word, "unanimously") && read_outcome(rest, ret_statement)))
        return false;
    if (is_amended && ret_statement->decision == POL_DECISION_CARRIED)
        ret_statement->decision = POL_DECISION_CARRIED_AMENDED;
    return true;
}

/* Does the sentence tell who moved? */
static bool tells_mover(pol_span sentence)
{
    static const char *const phrases[] = {"submitted by", "moved by",     "proposed by",
                                          "seconded by",  "forwarded by", "put forward by"};
    return pol_span_has_any_fold(sentence, phrases, sizeof phrases / sizeof *phrases);
}

/* "... passed the following motion", "... unanimously adopted this resolution:" */
static bool parse_active(pol_span sentence, pol_statement *ret_statement)
{
    static const char *const active[] = {"passed",   "carried",  "adopted",  "agreed",
                                         "approved", "rejected", "defeated", "remitted"};
    pol_span rest = sentence, word;
    while ((word = pol_word_next(&rest)).data) {
        pol_span after;
        if (rest.size == 0 || rest.data[0] != ' ')
            continue; /* "If carried, this motion falls" */
        if (!pol_words_start(rest, "the following", &after) &&
            !pol_words_start(rest, "this", &after))
            continue;
        pol_span noun = pol_word_next(&after);
        if (pol_word_is_any(noun, "emergency composite"))
            noun = pol_word_next(&after);
        if (!pol_word_is_any(noun, "motion resolution"))
            continue;
        for (size_t i = 0; i < sizeof active / sizeof *active; i++)
            if (pol_word_is(word, active[i])) {
                *ret_statement = (pol_statement){
                    .decision = pol_decision_from_words(word), .names_motion = true, .tail = after};
                return ret_statement->decision != POL_DECISION_NONE;
            }
    }
    return false;
}

bool pol_statement_parse_story(pol_span sentence, pol_statement *ret_statement)
{
    enum { STORY_BYTES_MAX = 600 };
    pol_span text = pol_span_unquote(sentence);
    if (text.size > STORY_BYTES_MAX || is_of_amendment(text) || is_conditional(text) ||
        !pol_decision_may_hold(text))
        return false;
    bool is_amended = false;
    pol_span rest = text, number;
    if (!skip_subject(&rest, &is_amended, &number))
        return parse_active(text, ret_statement);
    if (!tells_mover(rest))
        return false;
    pol_span word;
    while ((word = pol_word_next(&rest)).data) {
        if (!pol_word_is_any(word, "was were and then been is"))
            continue;
        pol_span tail;
        pol_decision decision = pol_outcome_longest(rest, &tail);
        if (decision == POL_DECISION_NONE)
            continue;
        *ret_statement = (pol_statement){.decision = decision, .names_motion = true, .tail = tail};
        return true;
    }
    return false;
}
