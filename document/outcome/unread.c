/* unread.c - lines that name an item and were not read as its outcome: cells that ran
 * into each other ("M8 Scarecrow Adopted prize"), and words that are not known, which are kept
 * with decision NONE so that a person sees the line. */
#include <stdlib.h>

#include "document/outcome/find.h"
#include "document/words.h"

enum { UNREAD_MAX = 200 }; /* lines of one file that a person must look at */

static const pol_line *line_at(const pol_finder *finder, size_t index)
{
    return &finder->text->lines[index];
}

/* Is the line next to this one, on that side, an outcome? Furniture between them is skipped. */
static bool is_beside_outcome(const pol_finder *finder, size_t index, int step)
{
    enum { LOOK_MAX = 3 };
    for (int i = 0; i < LOOK_MAX; i++) {
        if (step < 0 ? index == 0 : index + 1 >= finder->text->line_count)
            return false;
        index = step < 0 ? index - 1 : index + 1;
        if (finder->uses[index] == POL_OUTCOME_USE_OUTCOME)
            return true;
        if (finder->uses[index] != POL_OUTCOME_USE_FURNITURE)
            return false;
    }
    return false;
}

static int by_line(const void *a, const void *b)
{
    const pol_found *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static void add(pol_finder *finder, const pol_outcome *made, size_t index)
{
    finder->section = 0;
    pol_finder_add(finder, made, index, line_at(finder, index)->text, POL_OUTCOME_FORM_MARKED);
    finder->uses[index] = POL_OUTCOME_USE_OUTCOME;
}

/* Lines in the list of the others: run into each other, or with words that say nothing to us. */
static void take_listed(pol_finder *finder, size_t index)
{
    pol_outcome made = {0};
    pol_span text = line_at(finder, index)->text;
    bool is_above = is_beside_outcome(finder, index, -1);
    bool is_below = is_beside_outcome(finder, index, 1);
    if (finder->uses[index] != POL_OUTCOME_USE_ITEM || !(is_above || is_below))
        return;
    if (pol_outcome_line_mixed(text, &finder->memory, &made) ||
        (is_above && is_below && pol_outcome_line_unknown(text, &made)))
        add(finder, &made, index);
}

void pol_finder_unknown(pol_finder *finder)
{
    size_t before = finder->count, count = finder->text->line_count;
    for (size_t i = 0; i < count && before > 1; i++)
        take_listed(finder, i);
    for (size_t i = count; i-- > 0 && before > 1;)
        take_listed(finder, i);
    if (finder->count > 1)
        qsort(finder->found, finder->count, sizeof *finder->found, by_line);
}

/* ---- of a report ---------------------------------------------------------------------------- */

/* Does it tell of something decided, and of nothing that was before or may be? */
static bool tells(pol_span text, int year)
{
    static const char fates[] = "carried lost fell defeated remitted withdrawn rejected adopted "
                                "passed deferred composited fallen negatived remission";
    static const char others[] = "if unless should would will may recommended recommends "
                                 "previously last";
    bool has_fate = false;
    for (pol_span word; (word = pol_word_next(&text)).data;) {
        int other = pol_word_year(word);
        if (pol_word_is_any(word, others) || (other && other != year))
            return false;
        has_fate = has_fate || pol_word_is_any(word, fates);
    }
    return has_fate;
}

/* "Motion 2: remission lost": the item, and all that is said of it. */
static bool read_unread(pol_finder *finder, pol_span text, pol_outcome *made)
{
    enum { WORDS_MAX = 30 };
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    text = pol_span_trim(pol_span_unbullet(text));
    pol_span sentence = pol_outcome_first_sentence(text), rest = sentence;
    if (!pol_outcome_starts_item(text) || !tells(sentence, finder->year) ||
        pol_outcome_list(&rest, true, &finder->memory, items) != 1 || !items[0].number.data)
        return false;
    while (rest.size > 0 && strchr(" :,;-", rest.data[0]))
        rest = pol_span_from(rest, 1);
    pol_span words = pol_outcome_strip(rest);
    if (words.size == 0 || pol_words_start(words, "amendment", NULL) ||
        pol_word_count(words, WORDS_MAX) == WORDS_MAX)
        return false;
    *made = (pol_outcome){
        .kind = items[0].kind, .number = items[0].number, .title = items[0].title, .words = words};
    return true;
}

/* ---- items of which nothing is known --------------------------------------------------------- */

/* Numbers that have an outcome, and those that are listed as having none. */
typedef struct known_numbers {
    pol_span *sorted;
    size_t count;
    pol_span added[UNREAD_MAX];
    size_t added_count;
} known_numbers;

static int by_number(const void *a, const void *b)
{
    const pol_span *x = a, *y = b;
    size_t size = x->size < y->size ? x->size : y->size;
    int order = memcmp(x->data, y->data, size);
    return order ? order : (x->size > y->size) - (x->size < y->size);
}

static bool list_numbers(pol_finder *finder, known_numbers *known)
{
    *known = (known_numbers){.count = 0};
    known->sorted = pol_outcome_alloc(&finder->memory, finder->count * sizeof *known->sorted + 1);
    if (!known->sorted)
        return false;
    for (size_t i = 0; i < finder->count; i++)
        if (finder->found[i].outcome.number.size > 0)
            known->sorted[known->count++] = finder->found[i].outcome.number;
    qsort(known->sorted, known->count, sizeof *known->sorted, by_number);
    return true;
}

static bool is_known(const known_numbers *known, pol_span number)
{
    for (size_t i = 0; i < known->added_count; i++)
        if (pol_span_equal(known->added[i], number))
            return true;
    return number.size == 0 ||
           bsearch(&number, known->sorted, known->count, sizeof *known->sorted, by_number) != NULL;
}

/* Is there a word of what is done with motions? */
static bool may_tell(pol_span sentence)
{
    return pol_outcome_has_word(
        sentence, "carried lost fell defeated remitted withdrawn rejected adopted passed deferred "
                  "composited fallen negatived remission agree agreed vote voted votes decided "
                  "resolved approved accepted talked dropped abandoned parked shelved ruled "
                  "merged reached adjourned postponed referred struck void invalid upheld "
                  "passing carrying adopting rejecting remitting overturned rescinded tied "
                  "seconder quorum guillotined majority");
}

/* The item that the sentence names outside brackets, of which nothing is known. */
static bool find_unknown(pol_finder *finder, pol_span sentence, const known_numbers *known,
                         pol_outcome *item)
{
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    size_t depth = 0;
    for (pol_span rest = sentence; rest.size > 0;) {
        pol_span before = rest;
        size_t count = depth == 0 && pol_outcome_starts_item(rest)
                           ? pol_outcome_list(&rest, true, &finder->memory, list)
                           : 0;
        size_t i = 0;
        while (i < count && is_known(known, list[i].number))
            i++;
        if (i < count) {
            *item = list[i];
            if (pol_words_start(rest, "amendment", NULL))
                item->kind = POL_KIND_AMENDMENT; /* whose number is not there */
            return true;
        }
        if (rest.data == before.data)
            pol_word_next(&rest);
        for (const char *c = before.data; c < rest.data; c++)
            depth = *c == '(' ? depth + 1 : *c == ')' && depth > 0 ? depth - 1 : depth;
    }
    return false;
}

/* "Motion 7 was talked out.", "Delegates could not agree on Motion 9.": a person must look. */
static void take_unknown(pol_finder *finder, size_t from, known_numbers *known)
{
    size_t end = pol_finder_paragraph_end(finder, from);
    pol_span text = pol_finder_join(finder, from, end);
    for (pol_span rest = text; rest.size > 0 && known->added_count < UNREAD_MAX;) {
        pol_span sentence = pol_outcome_first_sentence(rest), trimmed = pol_span_trim(sentence);
        pol_outcome item = {0};
        if (trimmed.size > 0 && trimmed.size <= POL_OUTCOME_LINE_MAX && may_tell(trimmed) &&
            find_unknown(finder, trimmed, known, &item)) {
            size_t at = pol_finder_line_of(finder, from, end, (size_t)(trimmed.data - text.data));
            item.words = pol_outcome_strip(trimmed);
            known->added[known->added_count++] = item.number;
            finder->section = 0;
            pol_finder_add(finder, &item, at, trimmed, POL_OUTCOME_FORM_SENTENCE);
        }
        rest = pol_span_from(rest, sentence.size > 0 ? sentence.size : rest.size);
    }
}

/* ---- all --------------------------------------------------------------------------------------
 */

/* "✅ 15 Forks" where nothing says what the mark means. */
static bool read_signed(pol_span text, pol_outcome *made)
{
    static const char *const signs[] = {"✅", "❌", "✓", "✔", "✗", "✘"};
    text = pol_span_trim(pol_span_unbullet(text));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        pol_span sign = pol_span_of(signs[i]), item = pol_span_make(NULL, 0);
        if (pol_span_starts(text, sign))
            item = pol_span_from(text, sign.size);
        else if (pol_span_ends(text, sign))
            item = pol_span_first(text, text.size - sign.size);
        if (!item.data || !pol_outcome_item(item, made, NULL) || !made->number.data)
            continue;
        made->words = sign;
        return true;
    }
    return false;
}

/* Lines of a list whose words say nothing to us, next to others. */
static void take_unknown_listed(pol_finder *finder, size_t index)
{
    pol_outcome made = {0};
    pol_span text = line_at(finder, index)->text;
    uint8_t what = finder->uses[index];
    if ((what == POL_OUTCOME_USE_ITEM || what == POL_OUTCOME_USE_SHORT) &&
        text.size <= POL_OUTCOME_LINE_MAX && read_signed(text, &made)) {
        add(finder, &made, index);
        return;
    }
    made = (pol_outcome){0};
    bool is_listed = what == POL_OUTCOME_USE_ITEM &&
                     (is_beside_outcome(finder, index, -1) || is_beside_outcome(finder, index, 1));
    if (!is_listed || text.size > POL_OUTCOME_LINE_MAX)
        return;
    if (!pol_outcome_line_unknown(text, &made)) {
        made = (pol_outcome){0};
        if (!pol_decision_may_hold(text) ||
            pol_outcome_has_word(text, "accepted received noted approved") ||
            !pol_outcome_item(text, &made, NULL) || !made.number.data ||
            !pol_word_is_capital(made.title))
            return;
        made.words = made.title; /* "C2 Buses. Carried with qualification" */
    }
    add(finder, &made, index);
}

static bool has_outcome(const pol_finder *finder, size_t count, size_t line, size_t *next)
{
    while (*next < count && finder->found[*next].line < line)
        (*next)++;
    return *next < count && finder->found[*next].line == line;
}

void pol_finder_unread(pol_finder *finder)
{
    size_t before = finder->count, next = 0, count = finder->text->line_count;
    for (size_t i = 0; i < count; i++) {
        pol_outcome made;
        if (has_outcome(finder, before, i, &next))
            continue;
        uint8_t what = finder->uses[i];
        bool may = what == POL_OUTCOME_USE_ITEM || what == POL_OUTCOME_USE_SHORT ||
                   what == POL_OUTCOME_USE_PROSE;
        const pol_line *line = line_at(finder, i);
        if (may && finder->count < before + UNREAD_MAX && line->text.size <= POL_OUTCOME_LINE_MAX &&
            read_unread(finder, line->text, &made))
            add(finder, &made, i);
    }
    for (size_t i = 0; i < count && finder->count < before + UNREAD_MAX; i++)
        take_unknown_listed(finder, i);
    for (size_t i = count; i-- > 0 && finder->count < before + UNREAD_MAX;)
        take_unknown_listed(finder, i);
    known_numbers known;
    if (!list_numbers(finder, &known))
        return;
    for (size_t i = 0; i < count && known.added_count < UNREAD_MAX; i++)
        if (finder->uses[i] == POL_OUTCOME_USE_PROSE || finder->uses[i] == POL_OUTCOME_USE_ITEM ||
            finder->uses[i] == POL_OUTCOME_USE_SHORT)
            take_unknown(finder, i, &known);
    if (finder->count > before)
        qsort(finder->found, finder->count, sizeof *finder->found, by_line);
}
