/* parts.c - what was decided on parts of a motion, with the labels of the points as
 * printed: "carried in parts (points 1, 2 and 4 carried, point 3 lost)", "Paragraph 3 was
 * taken separately and lost; the rest carried". */
#include <stdio.h>

#include "document/outcome/parse.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { LABEL_BYTES_MAX = 5, PARTS_MAX = 16, RANGE_MAX = 30 };

static const char point_nouns[] = "point points paragraph paragraphs part parts clause clauses "
                                  "section sections bullet bullets item items para paras "
                                  "sub-section sub-clause recommendation recommendations";

/* What was found so far. */
typedef struct parts {
    pol_outcome_point points[POL_OUTCOME_POINTS_MAX];
    size_t count;
    pol_decision main, rest; /* of the motion; of the points not named */
    bool has_policy, has_other;
} parts;

static bool is_stated(pol_decision decision)
{
    return decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN;
}

static void note(parts *found, pol_decision decision)
{
    bool is_policy = pol_decision_is_policy(decision);
    found->has_policy = found->has_policy || is_policy;
    found->has_other = found->has_other || !is_policy;
}

/* "2", "b", "iv", "3a", "2.1": the label of a point. */
static bool is_label(pol_span word)
{
    if (word.size == 0 || word.size > LABEL_BYTES_MAX)
        return false;
    if (word.data[0] >= '0' && word.data[0] <= '9')
        return pol_word_year(word) == 0;
    bool is_roman = true;
    for (size_t i = 0; i < word.size; i++)
        is_roman = is_roman && strchr("ivxIVX", word.data[i]) != NULL;
    return is_roman ||
           (word.size == 1 && ((word.data[0] | 32) >= 'a' && (word.data[0] | 32) <= 'z'));
}

/* "(ii)": a label in brackets needs no noun. */
static bool is_bracketed(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    return word.data > text.data && word.data[-1] == '(' && rest.size > 0 && rest.data[0] == ')' &&
           is_label(word);
}

/* A noun of points, with "the" or "bullet" before it. */
static bool skip_noun(pol_span *text)
{
    if (is_bracketed(*text))
        return true;
    pol_span rest = *text, word = pol_word_next(&rest);
    while (pol_word_is_any(word, "the bullet action numbered resolve"))
        word = pol_word_next(&rest);
    if (!pol_word_is_any(word, point_nouns))
        return false;
    *text = rest;
    return true;
}

/* The number or letter that a range may start or end with; 0 if it is none. */
static unsigned range_value(pol_span label, bool *ret_is_letter)
{
    unsigned value = 0;
    *ret_is_letter = label.size == 1 && (label.data[0] | 32) >= 'a' && (label.data[0] | 32) <= 'z';
    if (*ret_is_letter)
        return (unsigned char)label.data[0];
    for (size_t i = 0; i < label.size; i++) {
        if (label.data[i] < '0' || label.data[i] > '9' || i > 2)
            return 0;
        value = value * 10 + (unsigned)(label.data[i] - '0');
    }
    return value;
}

static void add_label(parts *found, pol_span label)
{
    if (found->count < POL_OUTCOME_POINTS_MAX)
        found->points[found->count++] = (pol_outcome_point){.label = label};
}

/* Those between the last label and `last`, and `last` itself. */
static bool add_range(parts *found, size_t first, pol_span last, pol_outcome_memory *memory)
{
    bool from_letter, to_letter;
    unsigned to = range_value(last, &to_letter);
    unsigned from =
        found->count > first ? range_value(found->points[found->count - 1].label, &from_letter) : 0;
    if (from == 0 || to <= from || from_letter != to_letter || to - from > RANGE_MAX)
        return false;
    for (unsigned value = from + 1; value < to; value++) {
        char *label = pol_outcome_alloc(memory, LABEL_BYTES_MAX + 1);
        if (!label)
            return false;
        int size = snprintf(label, LABEL_BYTES_MAX + 1, to_letter ? "%c" : "%u", value);
        add_label(found, pol_span_make(label, (size_t)size));
    }
    add_label(found, last);
    return true;
}

/* The bytes of a range's mark at the start of `text`: "-", "to"; 0 if there is none. */
static size_t range_mark(pol_span text)
{
    static const char *const marks[] = {" to ", "\u2013", " \u2013 ", "-", " - ", " through "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(text, pol_span_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

/* "1-3" and "1,2" are one word of a line: cut at the mark. */
static pol_span next_label(pol_span *rest)
{
    pol_span word = pol_word_next(rest);
    for (size_t i = 1; i < word.size; i++)
        if (word.data[i] == '-' || word.data[i] == ',') {
            *rest = pol_span_make(word.data + i, rest->size + word.size - i);
            return pol_span_first(word, i);
        }
    return word;
}

/* The labels behind the noun. False if there is none. */
static bool read_labels(pol_span *text, parts *found, pol_outcome_memory *memory)
{
    size_t first = found->count;
    pol_span rest = *text, word;
    bool is_range = false;
    while ((word = next_label(&rest)).data) {
        if (pol_word_is_any(word, "and & or")) {
            skip_noun(&rest);
            continue;
        }
        if (!is_label(word) || (word.size == 1 && found->count > first && rest.size > 0 &&
                                word.data[0] == 'a' && rest.data[0] == ' ' && !is_range))
            break;
        if (is_range ? !add_range(found, first, word, memory) : (add_label(found, word), false))
            return false;
        size_t mark = range_mark(rest);
        is_range = mark > 0;
        rest = pol_span_from(rest, mark);
        *text = rest;
    }
    return found->count > first;
}

/* "the rest of the motion", "all other points", "remainder". */
static bool skip_rest(pol_span *text)
{
    pol_span rest = *text, word = pol_word_next(&rest);
    bool is_all = false;
    while (pol_word_is_any(word, "the all both other others remaining")) {
        is_all = is_all || !pol_word_is(word, "the");
        *text = rest;
        word = pol_word_next(&rest);
    }
    if (pol_word_is_any(word, "rest remainder balance") ||
        (is_all && pol_word_is_any(word, point_nouns))) {
        *text = rest;
        return true;
    }
    return false;
}

static bool starts_part(pol_span text)
{
    pol_span noun = text, label;
    if (skip_noun(&noun) && is_label(label = next_label(&noun)))
        return true;
    return skip_rest(&text);
}

/* Up to where the next part is named. */
static pol_span until_part(pol_span text)
{
    for (pol_span rest = text; pol_word_next(&rest).data;)
        if (starts_part(rest))
            return pol_span_make(text.data, (size_t)(rest.data - text.data));
    return text;
}

static pol_span skip_words(pol_span text, const char *words)
{
    for (pol_span rest = text; pol_word_is_any(pol_word_next(&rest), words);)
        text = rest;
    return text;
}

/* A decision, and nothing behind it but links to what follows. */
static pol_decision read_decision(pol_span text)
{
    static const char before[] =
        "of the motion resolution composite was were is are has have been "
        "being be taken separately voted on put and then duly in turn vote "
        "a with but except which";
    static const char behind[] =
        "and with but while whilst however the of motion except exception save that for on "
        "separate vote unanimously overwhelmingly was were";
    pol_span rest = text;
    pol_decision decision = pol_outcome_longest(text, &rest);
    if (!is_stated(decision)) {
        text = skip_words(text, before);
        decision = pol_outcome_longest(text, &rest);
    }
    rest = skip_words(rest, behind);
    return is_stated(decision) && pol_word_count(rest, 1) == 0 ? decision : POL_DECISION_NONE;
}

/* What stands before the parts: "carried in parts", "taken in parts at the request of one". */
static pol_decision read_main(pol_span text)
{
    enum { REQUEST_WORDS_MAX = 10 };
    pol_decision decision = read_decision(text);
    pol_span rest = text;
    if (decision != POL_DECISION_NONE ||
        pol_outcome_longest(text, &rest) != POL_DECISION_CARRIED_PART ||
        pol_decision_may_hold(rest) || pol_word_count(rest, REQUEST_WORDS_MAX) == REQUEST_WORDS_MAX)
        return decision;
    return POL_DECISION_CARRIED_PART;
}

/* The part that `*text` starts with, and what was decided on it. */
static bool read_part(pol_span *text, parts *found, pol_outcome_memory *memory)
{
    size_t first = found->count;
    pol_span rest = *text;
    bool has_labels = skip_noun(&rest) && read_labels(&rest, found, memory);
    if (!has_labels) {
        rest = *text;
        if (!skip_rest(&rest))
            return false;
    }
    pol_span said = until_part(rest);
    pol_decision decision = read_decision(said);
    if (decision == POL_DECISION_NONE)
        return false;
    for (size_t i = first; i < found->count; i++)
        found->points[i].decision = (uint8_t)decision;
    if (!has_labels)
        found->rest = decision;
    note(found, decision);
    *text = pol_span_from(rest, said.size);
    return true;
}

/* "points 1 and 2 carried" without a word on the others: carried in part; "point 2 lost"
 * alone leaves the motion open. */
static pol_decision whole_of(const parts *found)
{
    if (found->main == POL_DECISION_CARRIED_PART || (found->has_policy && found->has_other))
        return POL_DECISION_CARRIED_PART;
    if (is_stated(found->main))
        return found->main;
    if (is_stated(found->rest))
        return found->rest;
    return found->has_policy ? POL_DECISION_CARRIED_PART : POL_DECISION_NONE;
}

bool pol_outcome_parts_are_named(pol_span text)
{
    for (pol_span rest = text; rest.size > 0;) {
        if (is_bracketed(rest))
            return true;
        if (!pol_word_next(&rest).data)
            break;
    }
    return pol_parts_are_named(text);
}

bool pol_outcome_parts(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome)
{
    parts found = {.main = POL_DECISION_NONE};
    if (!starts_part(text)) {
        pol_span main = until_part(text);
        if (main.size == text.size)
            return false;
        found.main = read_main(main);
        if (found.main == POL_DECISION_NONE)
            return false;
        if (found.main != POL_DECISION_CARRIED_PART)
            note(&found, found.main);
        text = pol_span_from(text, main.size);
    }
    for (int i = 0; i < PARTS_MAX && pol_word_count(text, 1) > 0; i++)
        if (!read_part(&text, &found, memory))
            return false;
    if (pol_word_count(text, 1) > 0 || (found.count == 0 && !is_stated(found.rest)))
        return false;
    outcome->decision = (uint8_t)whole_of(&found);
    if (found.count == 0)
        return true;
    outcome->points = pol_outcome_alloc(memory, found.count * sizeof *found.points);
    if (!outcome->points)
        return false;
    memcpy(outcome->points, found.points, found.count * sizeof *found.points);
    outcome->point_count = found.count;
    return true;
}
