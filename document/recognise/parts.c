/* parts.c - statements on points and parts of a motion: "Points 1 and 3 carried.
 * Point 2 lost.", "Taken in parts: point 3 remitted, remainder carried". Each point takes
 * the outcome that stands next to it. */
#include "document/recognise/decision.h"

#include "document/words.h"

enum { PARTS_MAX = 16, NUMBER_MAX = 999 };

/* What is not one point but all of them, or all the others. */
static const char *const all_parts[] = {
    "all other points",
    "all other parts",
    "all points",
    "all parts",
    "all the points",
    "all sections",
    "all clauses",
    "all paragraphs",
    "both parts",
    "both points",
    "the remaining points",
    "remaining points",
    "the other points",
    "other points",
    "the remaining parts",
    "remaining parts",
    "the other parts",
    "other parts",
    "the rest of the motion",
    "rest of the motion",
    "the rest",
    "rest",
    "the remainder of the motion",
    "remainder of the motion",
    "the remainder",
    "remainder",
    "the balance",
};

/* What a motion is made of. */
static const char *const point_nouns[POL_LETTERS] = {
    ['b' - 'a'] = "bullet bullets",   ['c' - 'a'] = "clause clauses",
    ['i' - 'a'] = "item items",       ['p' - 'a'] = "paragraph paragraphs part parts point points",
    ['s' - 'a'] = "section sections",
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_point_noun(pol_span *text)
{
    pol_span rest = *text;
    pol_span word = pol_word_next(&rest);
    if (pol_word_is_any(word, "the with except but and"))
        word = pol_word_next(&rest);
    if (pol_word_is_any(word, "bullet action"))
        word = pol_word_next(&rest);
    if (!pol_word_is_among(word, point_nouns))
        return false;
    *text = rest;
    return true;
}

static bool is_all_parts(pol_span text, pol_span *ret_rest)
{
    for (size_t i = 0; i < sizeof all_parts / sizeof *all_parts; i++)
        if (pol_words_start(text, all_parts[i], ret_rest))
            return true;
    return false;
}

/* Reads digits from *at on; 0 if there are none, or too many. */
static uint32_t read_digits(pol_span word, size_t *at)
{
    uint32_t value = 0;
    while (*at < word.size && is_digit(word.data[*at])) {
        value = value * 10 + (uint32_t)(word.data[(*at)++] - '0');
        if (value > NUMBER_MAX)
            return 0;
    }
    return value;
}

/* "2", "b", "1-3": the first and the last number of points; 0 if it is none. */
static uint32_t point_number(pol_span word, uint32_t *ret_last, bool *ret_is_letter)
{
    *ret_is_letter = word.size == 1 && !is_digit(word.data[0]);
    if (*ret_is_letter) {
        char c = word.data[0];
        *ret_last = c >= 'a' && c <= 'z'   ? (uint32_t)(c - 'a') + 1
                    : c >= 'A' && c <= 'Z' ? (uint32_t)(c - 'A') + 1
                                           : 0;
        return *ret_last;
    }
    size_t at = 0;
    uint32_t first = read_digits(word, &at);
    *ret_last = first;
    if (at < word.size && word.data[at] == '-') {
        at++;
        *ret_last = read_digits(word, &at);
    }
    return at == word.size && *ret_last >= first ? first : 0;
}

/* The numbers behind the noun, and the words that say no more: "2 and 4 of the motion
 * were". Returns how many; `text` goes on behind them. */
static size_t read_numbers(pol_span *text, uint32_t *numbers, size_t capacity,
                           bool *ret_are_letters)
{
    size_t count = 0;
    bool is_range = false;
    pol_span rest = *text, before = rest, word;
    while ((word = pol_word_next(&rest)).data) {
        bool is_letter;
        uint32_t last, value = point_number(word, &last, &is_letter);
        bool joins = pol_word_is_any(word, "and & or"),
             spans = count > 0 && pol_word_is(word, "to");
        if (value == 0 && !joins && !spans)
            break;
        if (is_range && value > numbers[count - 1])
            value = numbers[count - 1] + 1;
        for (; !joins && !spans && value <= last && count < capacity; value++) {
            numbers[count++] = value;
            *ret_are_letters = is_letter;
        }
        is_range = spans;
        before = rest;
    }
    while (count > 0 && pol_word_is_any(word, "of the motion resolution composite was were is are "
                                              "has been to be")) {
        before = rest;
        word = pol_word_next(&rest);
    }
    *text = before;
    return count;
}

/* What can be said of one point: up to a mark, or to where the next point is named. */
static pol_span until_next(pol_span text)
{
    pol_span rest = text;
    for (int words = 0; words < POL_OUTCOME_WORDS_MAX && pol_word_next(&rest).data; words++) {
        if (rest.size > 0 && strchr(",;.:()[]", rest.data[0]) && rest.data[0] != '\0')
            return pol_span_make(text.data, (size_t)(rest.data - text.data));
        pol_span noun = rest;
        if (is_point_noun(&noun) || is_all_parts(rest, &noun))
            return pol_span_make(text.data, (size_t)(rest.data - text.data));
    }
    return text;
}

/* The outcome next to a point; what follows it goes to *ret_rest. */
static pol_decision next_outcome(pol_span text, pol_span *ret_rest)
{
    pol_span rest = text;
    pol_decision decision = pol_outcome_longest(until_next(text), &rest);
    *ret_rest = pol_span_from(text, (size_t)(rest.data - text.data));
    return decision;
}

size_t pol_statement_parse_points(pol_span line, uint32_t *numbers, bool *ret_are_letters,
                                  size_t capacity, pol_decision *ret_decision, pol_span *ret_rest)
{
    pol_span rest = pol_span_unbullet(line);
    if (!is_point_noun(&rest))
        return 0;
    size_t count = read_numbers(&rest, numbers, capacity, ret_are_letters);
    if (count == 0)
        return 0;
    *ret_decision = next_outcome(rest, ret_rest);
    return *ret_decision == POL_DECISION_NONE ? 0 : count;
}

/* Behind the marks and small words between one part and the next. */
static pol_span skip_links(pol_span text)
{
    static const char *const dashes[] = {"\u2013", "\u2014"};
    for (bool found = true; found;) {
        text = pol_span_trim(text);
        found = text.size > 0 && strchr(",;.:()[]-/", text.data[0]) && text.data[0] != '\0';
        if (found)
            text = pol_span_from(text, 1);
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
            if (pol_span_starts(text, pol_span_of(dashes[i]))) {
                text = pol_span_from(text, strlen(dashes[i]));
                found = true;
            }
        pol_span rest = text;
        if (pol_word_is_any(pol_word_next(&rest), "with but and except save")) {
            text = rest;
            found = true;
        }
    }
    return text;
}

/* What was found of the parts of a motion. */
typedef struct parts {
    pol_decision whole; /* of all points, or of all the others */
    bool has_policy, has_other;
    bool is_divided; /* "Taken in parts" */
    size_t count;
} parts;

static bool read_part(pol_span *text, parts *found, bool is_first)
{
    uint32_t number;
    bool is_letter;
    pol_decision decision;
    pol_span rest, behind;
    if (pol_statement_parse_points(*text, &number, &is_letter, 1, &decision, &rest) > 0) {
        bool is_policy = pol_decision_is_policy(decision);
        found->has_policy = found->has_policy || is_policy;
        found->has_other = found->has_other || !is_policy;
        found->count++;
    } else if (is_all_parts(*text, &behind)) {
        pol_span ahead = behind;
        if (pol_word_is_any(pol_word_next(&ahead), "was were is are"))
            behind = ahead;
        found->whole = next_outcome(behind, &rest);
        found->count += found->whole != POL_DECISION_NONE;
        if (found->whole == POL_DECISION_NONE)
            return false;
    } else if (is_first) {
        decision = next_outcome(*text, &rest);
        found->is_divided = decision == POL_DECISION_CARRIED_PART;
        found->whole = found->is_divided ? POL_DECISION_NONE : decision;
        if (decision == POL_DECISION_NONE)
            return false;
    } else {
        return false;
    }
    *text = rest;
    return true;
}

bool pol_parts_are_named(pol_span text)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_among(word, point_nouns) || pol_word_is_any(word, "rest remainder balance"))
            return true;
    return false;
}

bool pol_parts_parse(pol_span text, pol_decision *ret_decision)
{
    parts found = {.whole = POL_DECISION_NONE};
    for (int i = 0; i < PARTS_MAX; i++) {
        text = skip_links(text);
        if (text.size == 0)
            break;
        if (!read_part(&text, &found, i == 0))
            return false;
    }
    if (text.size > 0 || found.count == 0)
        return false;
    *ret_decision = found.whole;
    if (found.whole == POL_DECISION_NONE &&
        (found.is_divided || (found.has_policy && found.has_other)))
        *ret_decision = POL_DECISION_CARRIED_PART;
    return *ret_decision != POL_DECISION_NONE;
}
