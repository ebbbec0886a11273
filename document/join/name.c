/* name.c - folding of conferences' names, numbers and titles. */
#include "document/join/name.h"

#include <stdio.h>

#include "core/analysis.h"
#include "document/join.h"

static const size_t nowhere = (size_t)-1;

/* One piece behind the others, with a space between. */
static size_t add_words(pol_span text, char *buffer, size_t used, size_t size)
{
    size_t gap = used > 0;
    if (used + gap + 1 >= size)
        return used;
    size_t added = pol_fold_label(text, buffer + used + gap, size - used - gap);
    if (added == 0) {
        buffer[used] = '\0';
        return used;
    }
    if (gap)
        buffer[used] = ' ';
    return used + gap + added;
}

size_t pol_join_fold(pol_span text, char *buffer, size_t size)
{
    size_t used = 0;
    buffer[0] = '\0';
    while (text.size > 0) {
        size_t at = pol_span_find(text, POL_SPAN("&"), 0);
        used = add_words(pol_span_first(text, at), buffer, used, size);
        if (at == nowhere)
            break;
        used = add_words(POL_SPAN("and"), buffer, used, size);
        text = pol_span_from(text, at + 1);
    }
    return used;
}

pol_span pol_join_key(pol_span conference_name, int year, char buffer[POL_JOIN_KEY_MAX])
{
    static const char last_word[] = "conference";
    char folded[POL_JOIN_KEY_MAX - 64];
    buffer[0] = '\0';
    size_t size = pol_join_fold(conference_name, folded, sizeof folded);
    pol_span name = pol_span_make(folded, size);
    if (pol_span_starts(name, POL_SPAN("the ")))
        name = pol_span_from(name, 4);
    if (year <= 0 || name.size == 0)
        return pol_span_make(buffer, 0);
    bool is_complete = pol_span_equal(name, pol_span_of(last_word)) ||
                       pol_span_ends(name, POL_SPAN(" conference"));
    int written = snprintf(buffer, POL_JOIN_KEY_MAX, "%d|%.*s%s%s", year, POL_SPAN_ARGS(name),
                           is_complete ? "" : " ", is_complete ? "" : last_word);
    return pol_span_make(buffer, (size_t)written);
}

/* The name in a key, behind the year and "|". */
static pol_span name_of(pol_span key)
{
    size_t at = pol_span_find(key, POL_SPAN("|"), 0);
    return pol_span_from(key, at == (size_t)-1 ? key.size : at + 1);
}

pol_span pol_join_other_key(pol_span key, pol_span organisation, char buffer[POL_JOIN_KEY_MAX])
{
    char folded[POL_JOIN_KEY_MAX / 2];
    pol_span name = name_of(key);
    pol_span prefix = pol_span_make(folded, pol_join_fold(organisation, folded, sizeof folded));
    buffer[0] = '\0';
    if (pol_span_starts(prefix, POL_SPAN("the ")))
        prefix = pol_span_from(prefix, 4);
    size_t year_size = key.size - name.size;
    if (prefix.size == 0 || name.size == 0 ||
        year_size + prefix.size + 1 + name.size >= POL_JOIN_KEY_MAX)
        return pol_span_make(buffer, 0);
    bool has_prefix = name.size > prefix.size + 1 && pol_span_starts(name, prefix) &&
                      name.data[prefix.size] == ' ';
    pol_span rest = has_prefix ? pol_span_from(name, prefix.size + 1) : name;
    if (has_prefix && pol_span_equal(rest, POL_SPAN("conference")))
        return pol_span_make(buffer, 0); /* which could be any */
    int written = snprintf(buffer, POL_JOIN_KEY_MAX, "%.*s%.*s%s%.*s", (int)year_size, key.data,
                           has_prefix ? 0 : (int)prefix.size, prefix.data, has_prefix ? "" : " ",
                           POL_SPAN_ARGS(rest));
    return pol_span_make(buffer, (size_t)written);
}

bool pol_join_keys_may_agree(pol_span a, pol_span b)
{
    pol_span longer = a.size > b.size ? a : b, shorter = a.size > b.size ? b : a;
    pol_span name = name_of(shorter), whole = name_of(longer);
    size_t year_size = shorter.size - name.size;
    return name.size > 0 && whole.size > name.size + 1 &&
           pol_span_equal(pol_span_first(longer, year_size), pol_span_first(shorter, year_size)) &&
           pol_span_ends(whole, name) && whole.data[whole.size - name.size - 1] == ' ';
}

/* Nouns that numbers are printed with. POL_KIND_COUNT: says nothing of the kind. */
static const struct {
    const char *words; /* folded; longer ones first */
    const char *put;   /* what stays of them before a figure */
    uint8_t kind;
} nouns[] = {
    {"emergency composite motion", "emergency ", POL_KIND_COMPOSITE},
    {"emergency composite", "emergency ", POL_KIND_COMPOSITE},
    {"composite motion", "", POL_KIND_COMPOSITE},
    {"composite resolution", "", POL_KIND_COMPOSITE},
    {"composite", "", POL_KIND_COMPOSITE},
    {"comp", "", POL_KIND_COMPOSITE},
    {"emergency motion", "", POL_KIND_EMERGENCY},
    {"emergency resolution", "", POL_KIND_EMERGENCY},
    {"emergency", "", POL_KIND_EMERGENCY},
    {"rule change", "", POL_KIND_RULE_CHANGE},
    {"rule amendment", "", POL_KIND_RULE_CHANGE},
    {"amendment", "", POL_KIND_AMENDMENT},
    {"statement", "", POL_KIND_STATEMENT},
    {"late motion", "late ", POL_KIND_COUNT},
    {"executive motion", "executive ", POL_KIND_COUNT},
    {"motion", "", POL_KIND_COUNT},
    {"resolution", "", POL_KIND_COUNT},
    {"number", "", POL_KIND_COUNT},
    {"no", "", POL_KIND_COUNT},
};

/* Letters that say the kind where a figure follows them. */
static const struct {
    uint8_t kind;
    const char *letters; /* longer ones first */
} letters_of_kinds[] = {
    {POL_KIND_EMERGENCY, "em"},  {POL_KIND_EMERGENCY, "e"},  {POL_KIND_RULE_CHANGE, "rc"},
    {POL_KIND_RULE_CHANGE, "r"}, {POL_KIND_AMENDMENT, "am"},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The number behind a noun: "composite c", "comp3", but not "comparison". */
static bool starts_with_noun(pol_span text, const char *noun, pol_span *ret_rest)
{
    pol_span rest = pol_span_from(text, strlen(noun));
    if (!pol_span_starts(text, pol_span_of(noun)) ||
        !(rest.size == 0 || rest.data[0] == ' ' || is_digit(rest.data[0])))
        return false;
    *ret_rest = pol_span_trim(rest);
    return true;
}

/* May a noun turn what was said to be of `kind` into what the noun says? */
static bool may_become(uint8_t kind, uint8_t by_noun)
{
    return by_noun == POL_KIND_COUNT || by_noun == kind || kind == POL_KIND_MOTION ||
           (kind == POL_KIND_EMERGENCY && by_noun == POL_KIND_COMPOSITE);
}

/* "motion no 16" to "16". Nouns of a kind too where `ret_kind` is not NULL. */
static void strip_nouns(pol_span text, uint8_t *ret_kind, char number[POL_JOIN_NUMBER_MAX])
{
    const char *put = "";
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        bool tells_kind = nouns[i].kind != POL_KIND_COUNT;
        pol_span rest;
        if ((tells_kind && (!ret_kind || !may_become(*ret_kind, nouns[i].kind))) ||
            !starts_with_noun(text, nouns[i].words, &rest))
            continue;
        if (tells_kind)
            *ret_kind = nouns[i].kind;
        text = rest;
        if (nouns[i].put[0] && text.size > 0 && is_digit(text.data[0]))
            put = nouns[i].put; /* late motion L1 is L1, but late motion 1 is not 1 */
    }
    snprintf(number, POL_JOIN_NUMBER_MAX, "%s%.*s", put, POL_SPAN_ARGS(text));
}

/* "em 01" and "em01" to "em1"; a nought behind a full stop stays: 16.01 is not 16.1. */
static void tidy(char number[POL_JOIN_NUMBER_MAX])
{
    enum { PREFIX_MAX = 3 };
    size_t letters = 0, written = 0;
    while (is_letter(number[letters]))
        letters++;
    bool is_prefix = letters > 0 && letters <= PREFIX_MAX && number[letters] == ' ' &&
                     is_digit(number[letters + 1]);
    for (size_t at = 0; number[at]; at++) {
        char last = written > 0 ? number[written - 1] : ' ';
        char before = written > 1 ? number[written - 2] : 'a';
        bool is_behind_word = is_letter(last) || (last == ' ' && is_letter(before));
        if (is_prefix && at == letters)
            continue;
        if (number[at] != '0' || !is_digit(number[at + 1]) || !is_behind_word)
            number[written++] = number[at];
    }
    number[written] = '\0';
}

static void strip_letters(pol_join_number *number)
{
    uint8_t kind = number->kind;
    if (kind == POL_KIND_MOTION && strncmp(number->own, "em", 2) == 0 && is_digit(number->own[2]))
        number->kind = kind = POL_KIND_EMERGENCY; /* no series of plain motions is called EM */
    for (size_t i = 0; i < sizeof letters_of_kinds / sizeof *letters_of_kinds; i++) {
        const char *letters = letters_of_kinds[i].letters;
        size_t size = strlen(letters);
        if (letters_of_kinds[i].kind == kind && strncmp(number->own, letters, size) == 0 &&
            is_digit(number->own[size])) {
            memmove(number->own, number->own + size, strlen(number->own + size) + 1);
            return;
        }
    }
}

static bool is_of_parts(const char *number)
{
    size_t first = strcspn(number, " ");
    return number[first] == ' ' && strcspn(number, "0123456789") < first;
}

void pol_join_number_read(uint8_t kind, pol_span printed, pol_join_number *ret_number)
{
    enum { PRINTED_MAX = 48 };
    char folded[4 * POL_JOIN_NUMBER_MAX];
    *ret_number = (pol_join_number){.kind = kind};
    size_t size = pol_fold_label(printed, folded, sizeof folded);
    if (size == 0 || size > PRINTED_MAX)
        return;
    strip_nouns(pol_span_make(folded, size), &ret_number->kind, ret_number->own);
    strip_nouns(pol_span_make(folded, size), NULL, ret_number->plain);
    tidy(ret_number->own);
    tidy(ret_number->plain);
    strip_letters(ret_number);
    ret_number->is_dotted = is_of_parts(ret_number->own);
}
