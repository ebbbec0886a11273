/* split_parts.c - what stands behind the number of a heading: title, mover, decision, the
 * executive's stance, the motions a composite was made of. Each may stand at the end, behind
 * a dash, a bracket, a bar or a gap; what is left in front is the title. */
#include "core/vocabulary.h"
#include "document/recognise_decision.h"
#include "document/recognise_submitters.h"
#include "document/split_state.h"

enum { PIECES_MAX = 5, NAME_WORDS = 7 };

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
        if (is_whole ? pol_words_equal(text, stances[i]) : pol_words_start(text, stances[i], NULL))
            return true;
    return false;
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
    bool has_label = false;
    for (int words = 0; words < LABEL_WORDS && (word = pol_word_next(&rest)).data; words++) {
        if (pol_word_is_any(word, stance_labels))
            has_label = true;
        else if (!pol_word_is_capital(word) && !pol_word_is_any(word, "the of is to"))
            return none;
        pol_span behind = pol_span_trim(rest);
        bool is_marked = behind.size > 0 && strchr(":-", behind.data[0]);
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
                                        "for debate",
                                        "for information"};
    pol_span rest = pol_span_core(text);
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    if (pol_words_start(rest, "direct negative", NULL))
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
pol_span pol_split_loose_decision(pol_span text)
{
    enum { WORDS = 14 };
    pol_span rest, core = pol_span_core(text), none = {NULL, 0};
    if (text.size > POL_SPLIT_LINE_BYTES || pol_word_count(core, WORDS + 1) > WORDS ||
        !pol_word_is_capital(core) || pol_split_is_status(core))
        return none;
    pol_decision decision = pol_outcome_longest(core, &rest);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN || rest.size == 0)
        return none;
    pol_span ahead = rest, next = pol_word_next(&ahead);
    bool is_marked = strchr(",;:.(-", pol_span_trim(rest).data[0]) != NULL;
    if (!is_marked && !pol_word_is_any(next, "with by after for on following without at as in"))
        return none;
    return pol_span_trim(pol_span_first(core, core.size - rest.size));
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
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
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

/* ---- what a composite was made of ---- */

pol_span pol_split_unbracket(pol_span text)
{
    text = pol_span_trim(text);
    bool is_whole = text.size > 2 && (text.data[0] == '(' || text.data[0] == '[') &&
                    strchr(")]", text.data[text.size - 1]);
    return is_whole ? pol_span_make(text.data + 1, text.size - 2) : text;
}

bool pol_split_is_parents(pol_span text)
{
    static const char small[] =
        "motion motions resolution resolutions amendment amendments emergency and & to the with "
        "as amended composite composites of from derived incorporating being made up replaces "
        "replacing plus including comprising comprises combining combines based on composited "
        "numbers nos no their its covering covers merging merges";
    pol_span rest = pol_split_unbracket(text), word;
    bool has_noun = false, has_number = false;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    while ((word = pol_word_next(&rest)).data) {
        pol_split_number number;
        pol_span behind;
        if (pol_word_is_any(word, "motion motions resolution resolutions amendment amendments "
                                  "composites composited replaces incorporating"))
            has_noun = true;
        else if (has_noun && pol_split_number_parse(word, false, &number, &behind) &&
                 behind.size == 0)
            has_number = true;
        else if (!pol_word_is_any(word, small))
            return false;
        size_t open = 0; /* the title of what was named stands in brackets */
        while (open < rest.size && (rest.data[open] == ' ' || rest.data[open] == ','))
            open++;
        size_t close = pol_span_find(rest, POL_SPAN(")"), open);
        if (has_number && open < rest.size && rest.data[open] == '(' && close != (size_t)-1)
            rest = pol_span_from(rest, close + 1);
    }
    return has_noun && has_number;
}

/* ---- pieces at the end ---- */

static pol_span mover_of(pol_span piece, bool *ret_is_person)
{
    pol_span value, core = pol_span_core(piece);
    pol_submitter_hint hint;
    *ret_is_person = false;
    pol_span bodies[4];
    if (pol_split_bodies(core, bodies, sizeof bodies / sizeof *bodies))
        return core; /* told apart later */
    if (pol_submitter_sentence(core, &value, &hint)) {
        *ret_is_person =
            hint == POL_SUBMITTER_PEOPLE && value.data && !pol_split_is_body_piece(value);
        return value;
    }
    return pol_split_is_body_piece(core) ? core : pol_span_make(NULL, 0);
}

/* Takes the piece if it is known for something that is not there yet. */
static bool take_piece(pol_span piece, bool may_be_mover, pol_split_parts *parts)
{
    pol_span core = pol_span_core(piece), advice = pol_split_advice(piece);
    if (core.size == 0)
        return true;
    if (!parts->decision.data && pol_split_is_decision(core)) {
        parts->decision = core;
        return true;
    }
    if (pol_split_is_status(core))
        return true;
    if (!parts->recommendation.data && advice.data) {
        parts->recommendation = advice;
        return true;
    }
    if (!parts->parents.data && pol_split_is_parents(piece)) {
        parts->parents = piece;
        return true;
    }
    if (parts->mover.data || !may_be_mover)
        return false;
    bool is_person;
    pol_span mover = mover_of(piece, &is_person);
    if (!mover.data)
        return false;
    parts->mover = mover;
    parts->is_mover_person = is_person;
    return true;
}

/* Where the last piece starts, and how much stands between it and what is before it. */
static size_t last_separator(pol_span text, size_t *ret_size)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", " | ", "   ", " // "};
    size_t best = (size_t)-1;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t from = 0, found, size = strlen(marks[i]);
        while ((found = pol_span_find(text, pol_span_of(marks[i]), from)) != (size_t)-1) {
            if (best == (size_t)-1 || found > best) {
                best = found;
                *ret_size = size;
            }
            from = found + size;
        }
    }
    return best;
}

static bool peel_bracket(pol_span *text, pol_split_parts *parts)
{
    char last = text->size > 0 ? text->data[text->size - 1] : '\0';
    if (last != ')' && last != ']')
        return false;
    char open = last == ')' ? '(' : '[';
    size_t depth = 0, at = text->size;
    while (at-- > 0) {
        depth += text->data[at] == last;
        if (text->data[at] == open && --depth == 0)
            break;
    }
    if (at == (size_t)-1)
        return false;
    pol_span inner = pol_span_make(text->data + at + 1, text->size - at - 2);
    if (!take_piece(inner, true, parts))
        return false;
    *text = pol_span_trim(pol_span_first(*text, at));
    return true;
}

static bool peel_dash(pol_span *text, pol_split_parts *parts)
{
    size_t size, at = last_separator(*text, &size);
    if (at == (size_t)-1 || !take_piece(pol_span_from(*text, at + size), true, parts))
        return false;
    *text = pol_span_trim(pol_span_first(*text, at));
    return true;
}

/* "Mugs: CARRIED", "Mugs, North branch", "Mugs CARRIED". */
static bool peel_mark(pol_span *text, pol_split_parts *parts)
{
    for (size_t at = text->size; at-- > 1;) {
        char mark = text->data[at];
        pol_span behind = pol_span_trim(pol_span_from(*text, at + 1));
        bool is_known = mark == ':' ? pol_split_is_decision(behind) ||
                                          pol_submitter_sentence(behind, &(pol_span){0},
                                                                 &(pol_submitter_hint){0})
                                    : (mark == ',' && pol_split_is_body_name(behind) &&
                                       pol_word_count(behind, 2) > 1) ||
                                          (mark == ',' && pol_split_is_decision(behind));
        if (is_known && take_piece(behind, true, parts)) {
            *text = pol_span_trim(pol_span_first(*text, at));
            return true;
        }
    }
    return false;
}

/* "Mugs for all CARRIED": in capitals behind a title that is not. */
static bool peel_loud(pol_span *text, pol_split_parts *parts)
{
    pol_span rest = *text, word;
    bool is_title_loud = true;
    while ((word = pol_word_next(&rest)).data) {
        bool is_loud = pol_word_is_upper(word);
        if (is_loud && !is_title_loud && !parts->decision.data) {
            pol_span behind = pol_span_from(*text, (size_t)(word.data - text->data));
            pol_span after = behind;
            pol_decision decision = pol_outcome_longest(behind, &after);
            pol_span mover = pol_span_trim(after);
            bool is_person;
            bool is_flat = decision != POL_DECISION_NONE && mover.size > 0 &&
                           (mover = mover_of(mover, &is_person)).data;
            if (decision != POL_DECISION_NONE && (is_flat || mover.size == 0)) {
                parts->decision =
                    pol_span_trim(pol_span_first(behind, (size_t)(after.data - behind.data)));
                if (is_flat && !parts->mover.data)
                    parts->mover = mover;
                *text = pol_span_trim(pol_span_first(*text, (size_t)(word.data - text->data)));
                return true;
            }
        }
        is_title_loud = is_title_loud && (is_loud || word.size < 2);
    }
    return false;
}

/* "North branch - Mugs", "North branch: Mugs": the mover first. */
static void read_mover_first(pol_span *title, pol_split_parts *parts)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", ": ", ") "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !parts->mover.data; i++) {
        size_t at = pol_span_find(*title, pol_span_of(marks[i]), 0);
        if (at == (size_t)-1)
            continue;
        static const char *const labels[] = {"motion from", "motion by", "resolution from", "from"};
        pol_span name = pol_span_first(*title, at), rest;
        for (size_t k = 0; k < sizeof labels / sizeof *labels; k++)
            if (pol_words_start(name, labels[k], &rest)) {
                name = pol_span_trim(rest);
                break;
            }
        pol_span behind = pol_span_trim(pol_span_from(*title, at + strlen(marks[i])));
        bool is_bracketed = title->data[0] == '(';
        if ((marks[i][0] == ')') != is_bracketed || !pol_split_is_body_name(name) ||
            pol_word_count(name, 2) < 2 || behind.size == 0)
            continue;
        parts->mover = pol_span_core(name);
        *title = behind;
    }
}

/* "Local 9 - Resolution 7": the number that the mover gave it. */
static void read_own_number(pol_span rest, pol_split_parts *parts)
{
    size_t size, at = last_separator(rest, &size);
    pol_span behind = at == (size_t)-1 ? rest : pol_span_from(rest, at + size);
    pol_split_number number;
    pol_span after, core = behind;
    if (at == (size_t)-1 ||
        !(pol_words_start(core, "resolution", &after) || pol_words_start(core, "motion", &after)))
        return;
    after = pol_span_trim(after);
    if (!pol_split_number_parse(after, false, &number, &after) || pol_span_core(after).size > 0)
        return;
    parts->mover = pol_span_core(pol_span_first(rest, at));
    parts->title = parts->parents = pol_span_make(NULL, 0);
}

static pol_span without_marks(pol_span text)
{
    static const char *const marks[] = {":", "-", "\u2013", "\u2014", "|", "*", "."};
    text = pol_span_trim(text);
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_ends(text, pol_span_of(marks[i])) &&
                         !pol_span_ends(text, POL_SPAN(".."))))
                text = pol_span_trim(pol_span_first(text, text.size - strlen(marks[i])));
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_starts(text, pol_span_of(marks[i]))))
                text = pol_span_trim(pol_span_from(text, strlen(marks[i])));
    }
    return text;
}

void pol_split_rest_read(pol_span rest, pol_split_parts *parts)
{
    pol_span title = without_marks(rest);
    for (int i = 0; i < PIECES_MAX && title.size > 0; i++)
        if (!peel_bracket(&title, parts) && !peel_dash(&title, parts) &&
            !peel_mark(&title, parts) && !peel_loud(&title, parts))
            break;
    title = without_marks(title);
    pol_span names[4];
    bool is_mover =
        !parts->mover.data && pol_split_bodies(title, names, sizeof names / sizeof *names) > 0;
    if (title.size > 0 && take_piece(title, is_mover, parts))
        title = pol_span_make(NULL, 0);
    read_mover_first(&title, parts);
    if (title.size > 0)
        parts->title = title;
    read_own_number(without_marks(rest), parts);
}

pol_span pol_split_dashed_name(pol_span title, size_t *ret_at)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", "   "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *ret_at = pol_span_find(title, pol_span_of(marks[i]), 0);
        if (*ret_at == (size_t)-1)
            continue;
        pol_span name = pol_span_core(pol_span_from(title, *ret_at));
        if (pol_word_count(name, NAME_WORDS) < NAME_WORDS && pol_split_is_name(name))
            return name;
    }
    return pol_span_make(NULL, 0);
}
