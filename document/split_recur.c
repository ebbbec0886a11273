/* split_recur.c - lines that say the same of every item, told by their return: "Convention
 * action: Adopted" behind the texts, "Delegation: North branch" before them. The label need not
 * be known; where it stands and what its values are tell what it says. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split_items.h"

enum { LABEL_WORDS = 6, LABEL_BYTES = 56, LEAST = 3, LABELS_MAX = 128 };

/* A label that stands in several items, and what its values look like. */
typedef struct label {
    pol_span words;
    uint32_t count, at_edge; /* lines, and those over or behind the text of their item */
    uint32_t decisions, stances, bodies;
    uint32_t under; /* right under a heading that has no title */
    uint32_t repeats;
    pol_span last; /* value */
} label;

typedef struct labels {
    label items[LABELS_MAX];
    size_t count;
    uint8_t *of; /* of each line: index + 1 */
} labels;

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* Words of the text itself: "Conference notes:", "Delete:", "Point 2:". */
static bool is_of_text(pol_span words)
{
    static const char own[] = "notes notices believes resolves resolved whereas that point points "
                              "insert delete add amendment motion composite rule rules clause "
                              "paragraph preamble action actions part section example";
    pol_span rest = words, word = pol_word_next(&rest);
    return pol_opener_of(words).subject != POL_SUBJECT_NONE || pol_split_is_edit(words) ||
           pol_word_is_any(word, own) ||
           pol_word_is_any(pol_word_last(words), "notes believes "
                                                 "resolves to");
}

/* The label of the line and its value; false where it has none, or one that is known. */
static bool read_label(pol_splitter *split, size_t line, pol_span *ret_words, pol_span *ret_value)
{
    enum {
        KNOWN = POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                POL_LOOK_PARENTS | POL_LOOK_OPENER | POL_LOOK_EDIT
    };
    const pol_line *source = source_of(split, line);
    pol_span text = source->text;
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(":"), 0);
    if (split->is_furniture[line] || split->fields[line] || source->marker.size > 0 ||
        source->role == POL_LINE_HEADING || colon == (size_t)-1 || colon == 0)
        return false;
    *ret_words = pol_span_core(pol_span_first(text, colon));
    *ret_value = pol_span_trim(pol_span_from(text, colon + 1));
    while (ret_value->size > 1 && strchr("*_", ret_value->data[0]))
        *ret_value = pol_span_trim(pol_span_from(*ret_value, 1));
    if (pol_split_look(split, line) & KNOWN || pol_split_field_of(*ret_words) != POL_FIELD_NONE)
        return false;
    return ret_value->size > 0 && pol_word_is_capital(*ret_words) &&
           pol_word_count(*ret_words, LABEL_WORDS + 1) <= LABEL_WORDS && !is_of_text(*ret_words);
}

static size_t find_label(labels *found, pol_span words)
{
    for (size_t i = 0; i < found->count; i++)
        if (pol_span_equal(found->items[i].words, words))
            return i;
    if (found->count >= LABELS_MAX)
        return LABELS_MAX;
    found->items[found->count] = (label){.words = words};
    return found->count++;
}

static void count_value(label *here, pol_span value)
{
    pol_span names[4];
    here->count++;
    here->repeats += pol_span_equal(here->last, value);
    here->last = value;
    if (value.size > POL_SPLIT_LINE_BYTES)
        return;
    here->decisions += pol_split_is_decision(value) || pol_split_loose_decision(value).data ||
                       pol_split_result(value).data;
    here->stances += pol_split_advice(value).data != NULL;
    here->bodies += pol_split_bodies(value, names, sizeof names / sizeof *names) > 0 ||
                    pol_split_is_body_piece(value);
}

static void collect(pol_splitter *split, const pol_split_items *items, labels *found)
{
    pol_span words, value;
    for (size_t i = items->items[0].start; i < split->count; i++) {
        if (!read_label(split, i, &words, &value))
            continue;
        size_t at = find_label(found, words);
        if (at >= LABELS_MAX)
            return;
        found->of[i] = (uint8_t)(at + 1);
        count_value(&found->items[at], value);
    }
}

/* ---- where they stand ---- */

static bool is_counted(const labels *found, size_t line)
{
    return found->of[line] && found->items[found->of[line] - 1].count >= LEAST;
}

/* Does the line go on with what a labelled line above it says: a full line over one that
 * starts small? */
static bool is_rest(const pol_splitter *split, const labels *found, size_t line)
{
    enum { LINES = 12, FULL_BYTES = 50 };
    for (size_t i = line, seen = 0; i > 0 && seen < LINES; i--, seen++) {
        const pol_line *source = source_of(split, i);
        if (is_counted(found, i))
            return true;
        if (source->blanks > 0 || source->role != POL_LINE_PLAIN ||
            source_of(split, i - 1)->text.size < FULL_BYTES || source->text.data[0] < 'a' ||
            source->text.data[0] > 'z')
            return false;
    }
    return false;
}

/* No part of the text as far as it looks: furniture, fields, labels, names, decisions. */
static bool is_beside(pol_splitter *split, const labels *found, size_t line)
{
    return split->is_furniture[line] || split->fields[line] || is_counted(found, line) ||
           is_rest(split, found, line) || !(pol_split_look(split, line) & POL_LOOK_PROSE);
}

static void count_edges(pol_splitter *split, const pol_split_items *items, labels *found)
{
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        size_t head = item->heading->end_line, tail = item->end;
        if (head < tail && found->of[head] && !item->heading->parts.title.data)
            found->items[found->of[head] - 1].under++;
        for (; head < item->end && is_beside(split, found, head); head++)
            found->items[found->of[head] ? found->of[head] - 1 : 0].at_edge += found->of[head] > 0;
        for (; tail > head && is_beside(split, found, tail - 1); tail--)
            found->items[found->of[tail - 1] ? found->of[tail - 1] - 1 : 0].at_edge +=
                found->of[tail - 1] > 0;
    }
}

/* ---- what they say ---- */

static uint8_t field_of(const label *here)
{
    if (here->decisions * 3 >= here->count * 2 && here->decisions > here->stances)
        return POL_FIELD_DECISION;
    if (here->stances * 2 >= here->count)
        return POL_FIELD_ADVICE;
    if (here->bodies * 2 >= here->count)
        return POL_FIELD_MOVER;
    return here->under == here->count && here->repeats == 0 ? POL_FIELD_TITLE : POL_FIELD_OTHER;
}

static void mark(pol_splitter *split, const labels *found, size_t line)
{
    pol_span words, value;
    const label *here = &found->items[found->of[line] - 1];
    if (here->count < LEAST || here->at_edge * 5 < here->count * 4 ||
        !read_label(split, line, &words, &value))
        return;
    uint8_t field = field_of(here);
    split->fields[line] = field;
    if (field == POL_FIELD_DECISION && value.size <= POL_SPLIT_LINE_BYTES &&
        !pol_split_is_decision(value) && !pol_split_loose_decision(value).data)
        split->fields[line] = POL_FIELD_STATUS;
    split->lines[line].text = value;
    split->looks[line] = 0;
    for (size_t i = line + 1;
         i < split->count && source_of(split, i)->blanks == 0 &&
         source_of(split, i)->role == POL_LINE_PLAIN && is_rest(split, found, i) && !found->of[i];
         i++)
        split->fields[i] = POL_FIELD_OTHER;
}

void pol_split_mark_recurring(pol_splitter *split, const pol_split_items *items)
{
    labels *found = pol_arena_alloc(split->arena, sizeof *found);
    uint8_t *of = pol_arena_array(split->arena, split->count, sizeof *of);
    if (!found || !of) {
        pol_splitter_refused(split, split->count + sizeof *found);
        return;
    }
    *found = (labels){.of = of};
    if (items->count < LEAST)
        return;
    collect(split, items, found);
    count_edges(split, items, found);
    for (size_t i = items->items[0].start; i < split->count; i++)
        if (found->of[i])
            mark(split, found, i);
}
