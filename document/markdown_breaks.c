/* markdown_breaks.c - how lines begin and end that are not wrapped prose. */
#include "document/markdown_breaks.h"

#include "core/vocabulary.h"
#include "document/words.h"

enum {
    LABEL_MAX = 30,
    NOUNS_MAX = 3,        /* words before a number: "Emergency Motion 2" */
    ENDING_WORDS_MAX = 4, /* of a decision: "not put to vote" */
    UNANNOUNCED_MIN = 4   /* lines that are taken for a list whatever stands before them */
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Bytes of the number, letter or roman number that a label starts with; 0 for none. */
static size_t label_size(pol_span line)
{
    size_t at = 0;
    while (at < line.size && at < 2 && is_digit(line.data[at]))
        at++;
    if (at > 0)
        return at;
    while (at < line.size && at < 4 && strchr("ivxIVX", line.data[at]))
        at++;
    bool is_roman = at > 0 && (at == line.size || !is_letter(line.data[at]));
    return is_roman ? at : line.size > 0 && is_letter(line.data[0]);
}

/* "a)", "(iv)", "12.", "3)Word", "•": points that Markdown does not know as lists. */
static bool starts_point(pol_span line)
{
    if (pol_span_starts(line, POL_SPAN("•")) || pol_span_starts(line, POL_SPAN("·")))
        return true;
    if (pol_span_starts(line, POL_SPAN("(")))
        line = pol_span_from(line, 1);
    size_t at = label_size(line);
    if (at == 0 || at >= line.size)
        return false;
    char next = at + 1 < line.size ? line.data[at + 1] : ' ';
    return line.data[at] == ')' ||
           (line.data[at] == '.' && (is_digit(line.data[0]) || next == ' '));
}

/* "Proposer: Old Town branch": a line of particulars. */
static bool starts_particular(pol_span line)
{
    size_t at = 0;
    if (line.size == 0 || !(line.data[0] >= 'A' && line.data[0] <= 'Z'))
        return false;
    while (at < line.size && at <= LABEL_MAX && (is_letter(line.data[at]) || line.data[at] == ' '))
        at++;
    return at + 2 < line.size && line.data[at] == ':' && line.data[at + 1] == ' ';
}

bool pol_markdown_starts_line(pol_span text)
{
    return starts_point(text) || starts_particular(text);
}

/* --- lists -------------------------------------------------------------------------- */

/* "16", "12.1", "A4", "EM1:", "75A" */
static bool is_number(pol_span word)
{
    size_t at = 0, digits = 0;
    while (at < word.size && at < 3 && word.data[at] >= 'A' && word.data[at] <= 'Z')
        at++;
    for (; at < word.size && (is_digit(word.data[at]) || word.data[at] == '.'); at++)
        digits += is_digit(word.data[at]);
    at += at < word.size && is_letter(word.data[at]);
    bool is_closed = at == word.size || (at + 1 == word.size && strchr(":).,;-", word.data[at]));
    return digits > 0 && digits <= 4 && is_closed;
}

/* "16 Mugs", "Emergency Motion 2: carried" */
static bool starts_item(pol_span line)
{
    pol_span word = pol_word_next(&line);
    for (int i = 0; i < NOUNS_MAX && pol_word_is_capital(word) && !is_number(word); i++)
        word = pol_word_next(&line);
    return word.size > 0 && is_number(word);
}

static bool ends_with_decision(pol_span line)
{
    size_t at = line.size;
    while (at > 0 && strchr(" .)*;", line.data[at - 1]))
        at--;
    line = pol_span_first(line, at);
    for (int words = 0; words < ENDING_WORDS_MAX && at > 0; words++) {
        while (at > 0 && line.data[at - 1] != ' ' && line.data[at - 1] != '(')
            at--;
        pol_decision decision = pol_decision_from_words(pol_span_from(line, at));
        if (decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN)
            return true;
        at -= at > 0;
    }
    return false;
}

bool pol_markdown_is_listed(pol_span paragraph, char line_break)
{
    size_t lines = 0, items = 0, decisions = 0;
    bool is_first_apart = false;
    for (size_t at = 0, end; at < paragraph.size; at = end + 1) {
        for (end = at; end < paragraph.size && paragraph.data[end] != line_break;)
            end++;
        pol_span line = pol_span_trim(pol_span_make(paragraph.data + at, end - at));
        bool is_item = starts_item(line);
        is_first_apart |= lines == 0 && !is_item;
        items += is_item;
        decisions += ends_with_decision(line);
        lines++;
        bool is_announced = pol_span_ends(line, POL_SPAN(":"));
        if (lines == 1 && is_first_apart && is_announced)
            items++;
        else if (items + is_first_apart < lines && decisions < lines)
            return false;
    }
    return lines > 1 && (items == lines || decisions == lines ||
                         (items + 1 == lines && is_first_apart && lines >= UNANNOUNCED_MIN));
}
