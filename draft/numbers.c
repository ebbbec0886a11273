/* numbers.c - see numbers.h. */
#include "draft/numbers.h"

#include "draft/lexicon.h"

enum { NUMBER_WORDS_MAX = 8, DIGITS_MAX = 15 };

typedef struct number_word {
    const char *word;
    uint64_t value;
} number_word;

static const number_word small[] = {
    {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
    {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
    {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
    {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},
    {"ninety", 90},    {"one", 1},       {"dozen", 12},    {"twice", 2},    {"double", 2},
};
static const number_word scales[] = {
    {"hundred", 100},        {"thousand", 1000}, {"million", 1000000}, {"m", 1000000},
    {"billion", 1000000000}, {"bn", 1000000000}, {"k", 1000},
};

static uint64_t value_in(const number_word *table, size_t count, pol_span word)
{
    for (size_t i = 0; i < count && word.size > 0; i++) /* most differ in their first letter */
        if (*table[i].word == *word.data && pol_span_equal(word, pol_span_of(table[i].word)))
            return table[i].value;
    return 0;
}

/* Digits, and a scale glued to them: "10m". False for other words. */
static bool read_digits(pol_span word, uint64_t *ret_value)
{
    size_t at = 0;
    uint64_t value = 0;
    while (at < word.size && at < DIGITS_MAX && word.data[at] >= '0' && word.data[at] <= '9')
        value = 10 * value + (uint64_t)(word.data[at++] - '0');
    if (at == 0)
        return false;
    if (at < word.size) {
        uint64_t scale = value_in(scales, sizeof scales / sizeof *scales, pol_span_from(word, at));
        value = scale ? value * scale : pol_phrase_key(POL_PHRASE_KEY, word);
    }
    *ret_value = value;
    return true;
}

bool pol_number_may_start(pol_span word)
{
    static const char *const others[] = {"a", "half", "quarter"};
    if (word.size > 0 && *word.data >= '0' && *word.data <= '9')
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (pol_span_equal(word, pol_span_of(others[i])))
            return true;
    return value_in(small, sizeof small / sizeof *small, word) > 0;
}

/* "half a million", "half million", "a quarter of a million": words read, 0 for other words. */
static size_t read_part(const pol_weighed *words, size_t count, uint64_t *ret_number)
{
    size_t at = pol_span_equal(words[0].word, POL_SPAN("a")) ? 1 : 0;
    bool is_half = pol_span_equal(words[at < count ? at : 0].word, POL_SPAN("half"));
    if (!is_half && !(at < count && pol_span_equal(words[at].word, POL_SPAN("quarter"))))
        return 0;
    at++;
    if (at < count && pol_span_equal(words[at].word, POL_SPAN("of")))
        at++;
    if (at < count && pol_span_equal(words[at].word, POL_SPAN("a")))
        at++;
    uint64_t scale =
        at < count ? value_in(scales, sizeof scales / sizeof *scales, words[at].word) : 0;
    *ret_number = scale / (is_half ? 2 : 4);
    return scale ? at + 1 : 0;
}

/* "a hundred", "a million": words read, and the value so far; 0 for other words. */
static size_t read_a_scale(const pol_weighed *words, size_t count, uint64_t *ret_value)
{
    if (count < 2 || !pol_span_equal(words[0].word, POL_SPAN("a")) || words[1].word.size < 6)
        return 0;
    *ret_value = value_in(scales, sizeof scales / sizeof *scales, words[1].word);
    return *ret_value ? 2 : 0;
}

size_t pol_number_read(const pol_weighed *words, size_t count, uint64_t *ret_number)
{
    uint64_t total = 0, group = 0;
    size_t used = 0;
    if (count == 0)
        return 0;
    if ((used = read_part(words, count, ret_number)) > 0)
        return used;
    used = read_a_scale(words, count, &group);
    if (group > 100) {
        total = group;
        group = 0;
    }
    for (size_t i = used; i < count && i < NUMBER_WORDS_MAX; i++) {
        uint64_t value = 0;
        uint64_t scale = value_in(scales, sizeof scales / sizeof *scales, words[i].word);
        if (scale && used > 0) {
            group *= scale;
            if (scale > 100) {
                total += group;
                group = 0;
            }
        } else if (read_digits(words[i].word, &value) ||
                   (value = value_in(small, sizeof small / sizeof *small, words[i].word)) > 0) {
            bool goes_on = group >= 20 && group % 10 == 0 && value < (group < 100 ? 10 : 100);
            if (used > 0 && group > 0 && !goes_on)
                break;
            group += value;
        } else {
            break;
        }
        used = i + 1;
    }
    if (used == 1 && pol_span_equal(words[0].word, POL_SPAN("one")))
        return 0;
    *ret_number = total + group;
    return used;
}
