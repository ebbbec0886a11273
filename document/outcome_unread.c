/* outcome_unread.c - lines that name an item and were not read as its outcome: cells that ran
 * into each other ("M8 Scarecrow Adopted prize"), and words that are not known, which are kept
 * with decision NONE so that a person sees the line. */
#include <stdlib.h>

#include "document/outcome_find.h"
#include "document/words.h"

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

void pol_finder_unread(pol_finder *finder)
{
    size_t before = finder->count, next = 0;
    for (size_t i = 0; i < finder->text->line_count; i++) {
        pol_outcome made;
        while (next < before && finder->found[next].line < i)
            next++;
        if (next < before && finder->found[next].line == i)
            continue;
        uint8_t what = finder->uses[i];
        bool may_tell = what == POL_OUTCOME_USE_ITEM || what == POL_OUTCOME_USE_SHORT ||
                        what == POL_OUTCOME_USE_PROSE;
        const pol_line *line = line_at(finder, i);
        if (may_tell && line->text.size <= POL_OUTCOME_LINE_MAX &&
            read_unread(finder, line->text, &made))
            add(finder, &made, i);
    }
    if (finder->count > before)
        qsort(finder->found, finder->count, sizeof *finder->found, by_line);
}
