/* numbers.c - words taken apart at their hyphens, numbers read among them, and what each
 * counts. */
#include "search/alias/written.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    ATOMS_MAX = 48,
    GAP_MAX = 3, /* bytes between two words that were typed side by side */
    FIGURES_MAX = 3,
    HUNDRED = 100,
    TEXT_SIZE = 3 * POL_WORD_MAX
};

/* A word, or a part of one with hyphens. */
typedef struct atom {
    pol_span word;
    size_t of; /* which of the words */
    bool is_last;
} atom;

typedef struct number {
    unsigned value;
    bool is_ordinal, is_in_figures;
    size_t first, count; /* atoms */
} number;

typedef struct numbers {
    pol_span query;
    const pol_node *const *words;
    atom atoms[ATOMS_MAX];
    size_t count;
    pol_written *written;
    void *to;
} numbers;

/* --- names ------------------------------------------------------------------------ */

static const struct {
    unsigned value;
    const char *cardinal, *ordinal;
} names[] = {
    {1, "one", "first"},
    {2, "two", "second"},
    {3, "three", "third"},
    {4, "four", "fourth"},
    {5, "five", "fifth"},
    {6, "six", "sixth"},
    {7, "seven", "seventh"},
    {8, "eight", "eighth"},
    {9, "nine", "ninth"},
    {10, "ten", "tenth"},
    {11, "eleven", "eleventh"},
    {12, "twelve", "twelfth"},
    {13, "thirteen", "thirteenth"},
    {14, "fourteen", "fourteenth"},
    {15, "fifteen", "fifteenth"},
    {16, "sixteen", "sixteenth"},
    {17, "seventeen", "seventeenth"},
    {18, "eighteen", "eighteenth"},
    {19, "nineteen", "nineteenth"},
    {20, "twenty", "twentieth"},
    {30, "thirty", "thirtieth"},
    {40, "forty", "fortieth"},
    {50, "fifty", "fiftieth"},
    {60, "sixty", "sixtieth"},
    {70, "seventy", "seventieth"},
    {80, "eighty", "eightieth"},
    {90, "ninety", "ninetieth"},
    {HUNDRED, "hundred", "hundredth"},
};

enum {
    NAMES = sizeof names / sizeof *names,
    SHORTEST = 3, /* letters */
    LONGEST = 11,
    TENS = 20,
    UNITS = 9
};

/* 0: it is no number, as most are not by their first letter. */
static unsigned value_of_name(pol_span word, bool *ret_is_ordinal)
{
    if (word.size < SHORTEST || word.size > LONGEST || !strchr("efhnost", word.data[0]))
        return 0;
    for (size_t i = 0; i < NAMES; i++) {
        if (names[i].cardinal[0] != word.data[0] || names[i].cardinal[1] != word.data[1])
            if (names[i].ordinal[0] != word.data[0] || names[i].ordinal[1] != word.data[1])
                continue;
        *ret_is_ordinal = pol_span_equal(word, pol_span_of(names[i].ordinal));
        if (*ret_is_ordinal || pol_span_equal(word, pol_span_of(names[i].cardinal)))
            return names[i].value;
    }
    return 0;
}

bool pol_alias_is_number(pol_span word)
{
    bool is_ordinal = false;
    return value_of_name(word, &is_ordinal) && !is_ordinal;
}

static const char *name_of(unsigned value, bool is_ordinal)
{
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].value == value)
            return is_ordinal ? names[i].ordinal : names[i].cardinal;
    return "";
}

static const char *ending_of(unsigned value)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool is_teen = value % HUNDRED / 10 == 1;
    return endings[is_teen || value % 10 > 3 ? 0 : value % 10];
}

static void write_number(const number *one, bool in_figures, char text[TEXT_SIZE])
{
    unsigned units = one->value % 10, tens = one->value - units;
    if (in_figures)
        snprintf(text, TEXT_SIZE, "%u%s", one->value, one->is_ordinal ? ending_of(one->value) : "");
    else if (one->value <= TENS || units == 0)
        snprintf(text, TEXT_SIZE, "%s", name_of(one->value, one->is_ordinal));
    else
        snprintf(text, TEXT_SIZE, "%s %s", name_of(tens, false), name_of(units, one->is_ordinal));
}

/* --- numbers among words ---------------------------------------------------------- */

static void take_apart(numbers *now, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const pol_node *word = now->words[i];
        size_t parts = word->part_count ? word->part_count : 1;
        for (size_t part = 0; part < parts && now->count < ATOMS_MAX; part++)
            now->atoms[now->count++] =
                (atom){.word = word->part_count ? word->parts[part] : word->word,
                       .of = i,
                       .is_last = part + 1 == parts};
    }
}

/* Side by side, as they were typed? */
static bool is_beside(const numbers *now, size_t left)
{
    if (left + 1 >= now->count)
        return false;
    const atom *a = &now->atoms[left], *b = a + 1;
    const pol_node *first = now->words[a->of], *second = now->words[b->of];
    return a->of == b->of || (second->start >= first->end && second->start - first->end <= GAP_MAX);
}

static bool read_figures(pol_span word, number *ret)
{
    size_t size = 0;
    unsigned value = 0;
    for (; size < word.size && word.data[size] >= '0' && word.data[size] <= '9'; size++)
        value = size < FIGURES_MAX ? value * 10 + (unsigned)(word.data[size] - '0') : 0;
    if (size == 0 || size > FIGURES_MAX || word.data[0] == '0' || value > HUNDRED)
        return false;
    pol_span ending = pol_span_from(word, size);
    bool is_ordinal = pol_span_equal(ending, pol_span_of(ending_of(value)));
    *ret = (number){.value = value, .is_ordinal = is_ordinal, .is_in_figures = true, .count = 1};
    return is_ordinal || ending.size == 0;
}

static bool read_number(const numbers *now, size_t at, number *ret)
{
    bool is_ordinal = false, is_next_ordinal = false;
    if (read_figures(now->atoms[at].word, ret)) {
        ret->first = at;
        return true;
    }
    unsigned value = value_of_name(now->atoms[at].word, &is_ordinal), next = 0;
    *ret = (number){.value = value, .is_ordinal = is_ordinal, .first = at, .count = 1};
    if (value == 0 || is_ordinal || !is_beside(now, at))
        return value > 0;
    next = value_of_name(now->atoms[at + 1].word, &is_next_ordinal);
    bool is_sum = value >= TENS && value < HUNDRED && next && next <= UNITS;
    if (!is_sum && !(value == 1 && next == HUNDRED))
        return true;
    *ret = (number){.value = is_sum ? value + next : next,
                    .is_ordinal = is_next_ordinal,
                    .first = at,
                    .count = 2};
    return true;
}

/* --- what is counted -------------------------------------------------------------- */

static void tell(const numbers *now, size_t first, size_t count, const char *text, bool has_forms)
{
    size_t from = now->atoms[first].of, to = now->atoms[first + count - 1].of;
    now->written(now->to, from, to - from + 1, pol_span_of(text), has_forms);
}

static bool is_word(const numbers *now, size_t at, const char *word)
{
    return at < now->count && pol_span_equal(now->atoms[at].word, pol_span_of(word));
}

/* Atoms of "per cent" from `at` on. */
static size_t match_per_cent(const numbers *now, size_t at)
{
    if (at == 0 || !is_beside(now, at - 1))
        return 0;
    if (is_word(now, at, "percent"))
        return 1;
    return is_word(now, at, "per") && is_beside(now, at) && is_word(now, at + 1, "cent") ? 2 : 0;
}

static bool has_sign_behind(const numbers *now, size_t last)
{
    const atom *a = &now->atoms[last];
    size_t end = now->words[a->of]->end;
    return a->is_last && end < now->query.size && now->query.data[end] == '%';
}

static bool has_pound_before(const numbers *now, size_t first)
{
    const pol_span sign = POL_SPAN("£");
    size_t start = now->words[now->atoms[first].of]->start;
    bool is_start = first == 0 || now->atoms[first - 1].of != now->atoms[first].of;
    return is_start && start >= sign.size && start <= now->query.size &&
           pol_span_equal(pol_span_make(now->query.data + start - sign.size, sign.size), sign);
}

static bool is_figures(pol_span word)
{
    bool has_figure = false;
    for (size_t i = 0; i < word.size; i++) {
        if ((word.data[i] < '0' || word.data[i] > '9') && word.data[i] != '.')
            return false;
        has_figure = true;
    }
    return has_figure;
}

/* "2.5 per cent" is 2.5 beside the sign. */
static void tell_per_cent_of_any(const numbers *now, size_t at)
{
    char text[TEXT_SIZE];
    size_t unit = match_per_cent(now, at + 1);
    if (!unit || !is_figures(now->atoms[at].word))
        return;
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(now->atoms[at].word));
    tell(now, at + 1, unit, text, false);
}

static bool tell_per_cent(const numbers *now, const number *one)
{
    char name[TEXT_SIZE], text[TEXT_SIZE];
    size_t end = one->first + one->count, unit = match_per_cent(now, end);
    if (!unit && !has_sign_behind(now, end - 1))
        return false;
    write_number(one, true, text);
    if (!one->is_in_figures)
        tell(now, one->first, one->count, text, false);
    if (unit)
        tell(now, end, unit, text, false);
    write_number(one, false, name);
    for (size_t words = 1; words <= 2; words++) {
        snprintf(text, sizeof text, "%.60s %s", name, words == 1 ? "percent" : "per cent");
        if (one->is_in_figures)
            tell(now, one->first, one->count, text, false);
        if (unit && unit != words)
            tell(now, end, unit, text, false);
    }
    return true;
}

static bool tell_pounds(const numbers *now, const number *one)
{
    char name[TEXT_SIZE], text[TEXT_SIZE];
    size_t end = one->first + one->count;
    bool has_unit =
        is_beside(now, end - 1) && (is_word(now, end, "pounds") || is_word(now, end, "pound"));
    if (!has_unit && !has_pound_before(now, one->first))
        return false;
    write_number(one, true, text);
    if (!one->is_in_figures)
        tell(now, one->first, one->count, text, false);
    if (has_unit)
        tell(now, end, 1, text, false);
    write_number(one, false, name);
    snprintf(text, sizeof text, "%.60s pounds", name);
    if (one->is_in_figures)
        tell(now, one->first, one->count, text, true);
    return true;
}

/* May the number be told by it? */
static bool is_companion(const numbers *now, size_t at)
{
    number other;
    return !pol_is_stop_word(now->atoms[at].word) && !is_figures(now->atoms[at].word) &&
           !read_number(now, at, &other);
}

static void tell_beside(const numbers *now, const number *one)
{
    char name[TEXT_SIZE], text[2 * TEXT_SIZE];
    size_t end = one->first + one->count;
    write_number(one, !one->is_in_figures, name);
    if (is_beside(now, end - 1) && is_companion(now, end)) {
        snprintf(text, sizeof text, "%.60s %.*s", name, POL_SPAN_ARGS(now->atoms[end].word));
        tell(now, one->first, one->count, text, true);
    } else if (one->first && is_beside(now, one->first - 1) && is_companion(now, one->first - 1)) {
        snprintf(text, sizeof text, "%.*s %.60s", POL_SPAN_ARGS(now->atoms[one->first - 1].word),
                 name);
        tell(now, one->first, one->count, text, false);
    } else {
        tell(now, one->first, one->count, name, false);
    }
}

/* Numbers one behind the other are another one ("five hundred"), or none ("24/7"). Returns the
 * first atom behind all of them. */
static size_t end_of_run(const numbers *now, const number *one)
{
    number next;
    size_t end = one->first + one->count;
    while (is_beside(now, end - 1) && read_number(now, end, &next))
        end += next.count;
    return end;
}

void pol_alias_numbers(pol_span query, const pol_node *const *words, size_t count,
                       pol_written *written, void *to)
{
    numbers now = {.query = query, .words = words, .written = written, .to = to};
    number one;
    take_apart(&now, count);
    for (size_t at = 0; at < now.count;) {
        if (!read_number(&now, at, &one)) {
            tell_per_cent_of_any(&now, at++);
            continue;
        }
        at = end_of_run(&now, &one);
        if (at > one.first + one.count)
            continue;
        if (!tell_per_cent(&now, &one) && !tell_pounds(&now, &one))
            tell_beside(&now, &one);
    }
}
