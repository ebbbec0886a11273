/* kind.c - what the other items of a report say of one: "2a" and "M04-a" beside "2" and
 * "M04" are amendments, and the "A" that others were composited into is a composite. */
#include <stdlib.h>

#include "document/outcome/find.h"
#include "document/words.h"

enum { SUFFIX_MAX = 3 };

static int compare(pol_span a, pol_span b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size > 0 ? memcmp(a.data, b.data, size) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int by_number(const void *a, const void *b)
{
    return compare(*(const pol_span *)a, *(const pol_span *)b);
}

static bool has(const pol_span *numbers, size_t count, pol_span number)
{
    return number.size > 0 && bsearch(&number, numbers, count, sizeof *numbers, by_number) != NULL;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The number that this one is made of: "M04" of "M04-a", "2" of "2/A1" and "2a"; absent. */
static pol_span stem_of(pol_span number)
{
    for (size_t at = number.size; at-- > 1 && number.size - at <= SUFFIX_MAX + 1;) {
        char c = number.data[at];
        bool is_digit_before = number.data[at - 1] >= '0' && number.data[at - 1] <= '9';
        if (is_digit_before && (c == '/' || c == '-' || is_small(c)))
            return pol_span_first(number, at);
    }
    return pol_span_make(NULL, 0);
}

/* "2a" may be a late motion: a mark, or a word, tells. */
static bool is_amendment(const pol_outcome *outcome, const pol_span *numbers, size_t count)
{
    pol_span stem = stem_of(outcome->number);
    if (!has(numbers, count, stem))
        return false;
    bool is_marked = !is_small(outcome->number.data[stem.size]);
    return is_marked || !outcome->title.data ||
           pol_outcome_has_word(outcome->line_text, "amendment amdt");
}

/* The letter of "Composite A". */
static pol_span letter_of(pol_span composite)
{
    pol_span last = pol_word_last(composite);
    return last.size == 1 && last.data[0] >= 'A' && last.data[0] <= 'Z' ? last
                                                                        : pol_span_make(NULL, 0);
}

/* "A Burns and protection", where others went into Composite A: the letter is the number. */
static void take_letter(pol_outcome *outcome, const pol_span *letters, size_t count)
{
    pol_span rest = outcome->title, letter = pol_word_next(&rest);
    if (letter.data != outcome->title.data || letter.size != 1 || rest.size < 2 ||
        rest.data[0] != ' ' || !has(letters, count, letter))
        return;
    outcome->number = letter;
    outcome->title = pol_span_trim(rest);
}

static const struct {
    const char *words;
    pol_kind kind;
} sections[] = {
    {"composites", POL_KIND_COMPOSITE},
    {"composite motions", POL_KIND_COMPOSITE},
    {"composite resolutions", POL_KIND_COMPOSITE},
    {"emergency motions", POL_KIND_EMERGENCY},
    {"emergency motion", POL_KIND_EMERGENCY},
    {"emergency resolutions", POL_KIND_EMERGENCY},
    {"emergency", POL_KIND_EMERGENCY},
    {"emergencies", POL_KIND_EMERGENCY},
    {"urgent motions", POL_KIND_EMERGENCY},
    {"urgency motions", POL_KIND_EMERGENCY},
    {"topical motions", POL_KIND_EMERGENCY},
    {"topical resolutions", POL_KIND_EMERGENCY},
    {"late motions", POL_KIND_EMERGENCY},
    {"late items", POL_KIND_EMERGENCY},
    {"late business", POL_KIND_EMERGENCY},
    {"rule changes", POL_KIND_RULE_CHANGE},
    {"rule amendments", POL_KIND_RULE_CHANGE},
    {"rules", POL_KIND_RULE_CHANGE},
    {"rules revision", POL_KIND_RULE_CHANGE},
    {"changes to rules", POL_KIND_RULE_CHANGE},
    {"changes to the rules", POL_KIND_RULE_CHANGE},
    {"changes to section rules", POL_KIND_RULE_CHANGE},
    {"changes to rule", POL_KIND_RULE_CHANGE},
    {"changes to the constitution", POL_KIND_RULE_CHANGE},
    {"amendments to rule", POL_KIND_RULE_CHANGE},
    {"amendments to rules", POL_KIND_RULE_CHANGE},
    {"amendments to the rules", POL_KIND_RULE_CHANGE},
    {"amendments to the constitution", POL_KIND_RULE_CHANGE},
    {"amendments to standing orders", POL_KIND_RULE_CHANGE},
    {"constitutional amendments", POL_KIND_RULE_CHANGE},
    {"constitutional motions", POL_KIND_RULE_CHANGE},
    {"constitution", POL_KIND_RULE_CHANGE},
    {"statements", POL_KIND_STATEMENT},
    {"executive statements", POL_KIND_STATEMENT},
};

void pol_finder_note_section(pol_finder *finder, pol_span text)
{
    text = pol_outcome_strip(pol_span_first(text, pol_span_find(text, POL_SPAN("("), 0)));
    finder->section_kind = POL_KIND_MOTION;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (pol_words_equal(text, sections[i].words))
            finder->section_kind = (uint8_t)sections[i].kind;
}

void pol_finder_settle_kinds(pol_finder *finder)
{
    size_t numbered = 0, letters = 0;
    pol_span *numbers = pol_outcome_alloc(&finder->memory, finder->count * sizeof *numbers + 1);
    pol_span *composites = pol_outcome_alloc(&finder->memory, finder->count * sizeof *numbers + 1);
    if (!numbers || !composites)
        return;
    for (size_t i = 0; i < finder->count; i++) {
        const pol_outcome *outcome = &finder->found[i].outcome;
        pol_span letter = letter_of(outcome->composite);
        if (outcome->number.data)
            numbers[numbered++] = outcome->number;
        if (letter.data)
            composites[letters++] = letter;
    }
    qsort(numbers, numbered, sizeof *numbers, by_number);
    qsort(composites, letters, sizeof *composites, by_number);
    for (size_t i = 0; i < finder->count; i++) {
        pol_outcome *outcome = &finder->found[i].outcome;
        if (outcome->kind == POL_KIND_COMPOSITE && !outcome->number.data)
            take_letter(outcome, composites, letters);
        if (outcome->kind != POL_KIND_MOTION || !outcome->number.data)
            continue;
        if (is_amendment(outcome, numbers, numbered))
            outcome->kind = POL_KIND_AMENDMENT;
        else if (has(composites, letters, outcome->number))
            outcome->kind = POL_KIND_COMPOSITE;
    }
}
