/* numeral.c - the number of a line, whatever stands around it: "SP 2030/11  Mugs", "First
 * motion", "5(a)  Pets", "(Cork Colleges) (27)". That it is one, the lines of the file tell by
 * counting up. */
#include "document/split/state.h"

enum { PREFIX_BYTES = 40 }; /* before the number */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_in_token(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
           c == '.' || c == '-' || c == '_' || c == ':';
}

static bool is_number_word(pol_span word, uint32_t *ret_value)
{
    static const char *const words[] = {
        "one first",           "two second",          "three third",       "four fourth",
        "five fifth",          "six sixth",           "seven seventh",     "eight eighth",
        "nine ninth",          "ten tenth",           "eleven eleventh",   "twelve twelfth",
        "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_word_is_any(word, words[i])) {
            *ret_value = (uint32_t)i + 1;
            return true;
        }
    return false;
}

/* "IV", "C" before a mark or alone: its value; 0. */
static uint32_t letters_value(pol_span text, pol_span *ret_rest)
{
    pol_split_number number;
    pol_span marked = text, rest = text, word = pol_word_next(&rest);
    if (word.data == text.data && pol_span_trim(rest).size == 0 && word.size > 0 &&
        word.size <= 5) { /* "IV" and nothing else */
        *ret_rest = rest;
        char made[8] = {0};
        memcpy(made, word.data, word.size);
        made[word.size] = '.';
        pol_span none;
        return pol_split_letter_parse(pol_span_make(made, word.size + 1), &number, &none)
                   ? number.value
                   : 0;
    }
    return pol_split_letter_parse(marked, &number, ret_rest) ? number.value : 0;
}

/* "(a) Pets", "ii. Dust": small letters with a mark behind them, a title there; 0. */
static uint32_t small_value(pol_span text, pol_span *ret_rest)
{
    enum { LETTERS = 4 };
    size_t start = text.size > 0 && (text.data[0] == '(' || text.data[0] == '['), end = start;
    char made[LETTERS + 2] = {0};
    pol_split_number number;
    pol_span none;
    for (;
         end < text.size && end - start < LETTERS && text.data[end] >= 'a' && text.data[end] <= 'z';
         end++)
        made[end - start] = (char)(text.data[end] & ~0x20);
    bool is_marked = end > start && end + 1 < text.size &&
                     strchr(start ? ")]" : ".)", text.data[end]) && text.data[end + 1] == ' ';
    if (!is_marked || !pol_word_is_capital(pol_span_trim(pol_span_from(text, end + 1))))
        return 0;
    made[end - start] = '.';
    *ret_rest = pol_span_from(text, end);
    return pol_split_letter_parse(pol_span_make(made, strlen(made)), &number, &none) ? number.value
                                                                                     : 0;
}

/* "First motion", "Motion the second": the word of the number stands first or behind. */
static bool read_word_number(pol_span text, pol_split_numeral *ret)
{
    enum { WORDS = 3 };
    pol_span rest = text, word, after;
    uint32_t value = small_value(text, &after);
    if (value > 0) {
        bool is_open = strchr("([", text.data[0]) != NULL;
        ret->value = value;
        ret->printed =
            pol_span_make(text.data + is_open, (size_t)(after.data - text.data) - is_open);
        ret->prefix = pol_span_first(text, is_open);
        ret->rest = after;
        return true;
    }
    value = letters_value(text, &after);
    if (value > 0) {
        ret->value = value;
        ret->printed = pol_word_next(&rest);
        ret->prefix = pol_span_make(text.data, 0);
        ret->rest = after;
        return true;
    }
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++)
        if (pol_word_is_capital(word) && is_number_word(word, &ret->value)) {
            ret->printed = word;
            ret->prefix = pol_span_first(text, (size_t)(word.data - text.data));
            ret->rest = rest;
            return true;
        }
    return false;
}

/* The token around the digits at `at`, with capitals that stand before it: "SP 2030/11". */
static pol_span token_around(pol_span text, size_t at, size_t *ret_end)
{
    size_t start = at, end = at;
    while (start > 0 && is_in_token(text.data[start - 1]))
        start--;
    while (end < text.size && is_in_token(text.data[end]))
        end++;
    while (end > at && strchr("./-_:", text.data[end - 1]))
        end--;
    while (start < at && strchr("./-_:", text.data[start]))
        start++;
    *ret_end = end;
    size_t before = start;
    while (before > 0 && text.data[before - 1] == ' ')
        before--;
    size_t word = before;
    while (word > 0 && text.data[word - 1] >= 'A' && text.data[word - 1] <= 'Z')
        word--;
    bool is_code = before - word >= 1 && before - word <= 4 && before < start &&
                   (word == 0 || text.data[word - 1] == ' ' || text.data[word - 1] == '(') &&
                   !pol_word_is_any(pol_span_make(text.data + word, before - word), "no nr item");
    if (is_code)
        start = word;
    return pol_span_make(text.data + start, end - start);
}

/* The number whose digits are the `nth` of the line; false where there are not so many. */
static bool read_digits(pol_span text, int nth, pol_split_numeral *ret)
{
    enum { DIGITS = 4 };
    size_t at = 0, end;
    for (int i = 0; at < text.size && at < PREFIX_BYTES; at++) {
        if (!is_digit(text.data[at]))
            continue;
        size_t stop = at;
        uint32_t value = 0;
        for (; stop < text.size && is_digit(text.data[stop]) && stop - at < DIGITS; stop++)
            value = value * 10 + (uint32_t)(text.data[stop] - '0');
        if (i++ < nth) {
            at = stop;
            continue;
        }
        ret->value = value;
        ret->prefix = pol_span_first(text, at);
        ret->printed = token_around(text, at, &end);
        ret->rest = pol_span_from(text, end > stop ? end : stop);
        return true;
    }
    return false;
}

/* "(Cork Colleges) (27)": the number ends the line, in brackets or behind a dash. */
static bool read_last(pol_span text, pol_split_numeral *ret)
{
    size_t end = text.size, at;
    while (end > 0 && strchr(")].", text.data[end - 1]))
        end--;
    for (at = end; at > 0 && is_digit(text.data[at - 1]); at--) {
    }
    if (at == end || end - at > 3 || at < 3 || !strchr("([-#\x93\x94 ", text.data[at - 1]))
        return false;
    size_t mark = at;
    while (mark > 0 && strchr("([-#\xE2\x80\x93\x94 ", text.data[mark - 1]))
        mark--;
    ret->value = 0;
    for (size_t i = at; i < end; i++)
        ret->value = ret->value * 10 + (uint32_t)(text.data[i] - '0');
    ret->printed = pol_span_make(text.data + at, end - at);
    ret->prefix = pol_span_make(text.data + mark, at - mark);
    ret->rest = pol_span_first(text, mark);
    return at - mark > 1 && ret->value > 0;
}

/* Before a number stand capitalised words, codes and marks: no sentence. */
static bool may_be_prefix(pol_span prefix)
{
    enum { WORDS = 5 };
    static const char others[] = "page rule rules section article table appendix schedule annex "
                                 "figure paragraph point clause step room";
    pol_span rest = prefix, word;
    for (int i = 0; (word = pol_word_next(&rest)).data; i++)
        if (i >= WORDS || pol_word_is_any(word, others) ||
            !(pol_word_is_capital(word) || pol_word_is_any(word, "no number of the ref from nr")))
            return false;
    return true;
}

/* "2.3  Labour brokers", "5(a)  Pets": a section's number and the item's own in it. */
static bool read_pair(pol_span text, pol_split_numeral *ret)
{
    enum { SECTION = 1000, DIGITS = 3 };
    size_t at = 0;
    uint32_t major = 0, minor = 0;
    for (; at < text.size && at < DIGITS && is_digit(text.data[at]); at++)
        major = major * 10 + (uint32_t)(text.data[at] - '0');
    if (at == 0 || at + 2 >= text.size)
        return false;
    char mark = text.data[at++];
    size_t from = at;
    if (mark == '.')
        for (; at < text.size && at - from < DIGITS && is_digit(text.data[at]); at++)
            minor = minor * 10 + (uint32_t)(text.data[at] - '0');
    else if (mark == '(' && text.data[at] >= 'a' && text.data[at] <= 'z' &&
             text.data[at + 1] == ')') {
        minor = (uint32_t)(text.data[at] - 'a') + 1;
        at += 2;
    }
    bool is_end = at >= text.size || text.data[at] == ' ';
    *ret = (pol_split_numeral){.printed = pol_span_first(text, at),
                               .rest = pol_span_from(text, at),
                               .prefix = mark == '.' ? POL_SPAN(".") : POL_SPAN("("),
                               .value = major * SECTION + minor};
    return minor > 0 && is_end;
}

bool pol_split_read_numeral(pol_span text, int nth, pol_split_numeral *ret)
{
    *ret = (pol_split_numeral){0};
    if (nth == POL_SPLIT_NUMERALS - 2)
        return read_pair(text, ret);
    if (nth == POL_SPLIT_NUMERALS - 1)
        return read_last(text, ret);
    if (!(nth == 0 && read_word_number(text, ret)) && !read_digits(text, nth, ret))
        return false;
    return ret->value > 0 && may_be_prefix(ret->prefix);
}
