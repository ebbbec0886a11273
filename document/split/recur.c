/* recur.c - lines that say the same of every item, told by their return: "Convention
 * action: Adopted" behind the texts, "Delegation: North branch" before them. The label need not
 * be known; where it stands and what its values are tell what it says. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/items.h"

enum { LABEL_WORDS = 6, LABEL_BYTES = 56, LEAST = 3, LABELS_MAX = 128 };

/* A label that stands in several items, and what its values look like. */
typedef struct label {
    pol_span words;
    uint32_t count, at_edge; /* lines, and those over or behind the text of their item */
    uint32_t decisions, stances, bodies, names;
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
    uint8_t field = pol_split_field_of(*ret_words);
    pol_span numbers[4]; /* "Made out of: motions 2 and 3" */
    bool is_reason = pol_word_is_any(*ret_words, "rationale reason reasons justification");
    uint32_t known = is_reason ? KNOWN & ~(uint32_t)POL_LOOK_OPENER : KNOWN;
    if (pol_split_look(split, line) & known || pol_split_find_parents(text, numbers, 4) > 0 ||
        (field != POL_FIELD_NONE && field != POL_FIELD_OTHER))
        return false;
    return ret_value->size > 0 && pol_word_is_capital(*ret_words) &&
           pol_word_count(*ret_words, LABEL_WORDS + 1) <= LABEL_WORDS &&
           (is_reason || !is_of_text(*ret_words));
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
    here->names += pol_split_are_names(value);
    here->bodies += pol_split_bodies(value, names, sizeof names / sizeof *names) > 0 ||
                    pol_split_is_body_piece(value) || pol_split_ends_as_body(value);
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

static uint8_t field_of(const label *here, bool has_titles)
{
    if (here->decisions * 3 >= here->count * 2 && here->decisions > here->stances)
        return POL_FIELD_DECISION;
    if (here->stances * 2 >= here->count)
        return POL_FIELD_ADVICE;
    if (here->bodies * 2 >= here->count)
        return POL_FIELD_MOVER;
    if (has_titles && here->under * 2 > here->count && here->names == here->count)
        return POL_FIELD_MOVER; /* "Area: Assynt" over "Subject: Deer" */
    return here->under == here->count && here->repeats == 0 && !has_titles ? POL_FIELD_TITLE
                                                                           : POL_FIELD_OTHER;
}

/* Do most items have a line that is known for their title? */
static bool have_titles(const pol_splitter *split, const pol_split_items *items)
{
    size_t titles = 0, motions = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        bool has_title = item->heading->parts.title.size > 0;
        if (item->kind == POL_KIND_AMENDMENT)
            continue;
        for (size_t k = item->heading->end_line; k < item->end && !has_title; k++)
            has_title = split->fields[k] == POL_FIELD_TITLE;
        motions++;
        titles += has_title;
    }
    return titles * 2 > motions;
}

static void mark(pol_splitter *split, const labels *found, size_t line, bool has_titles)
{
    pol_span words, value;
    const label *here = &found->items[found->of[line] - 1];
    if (here->count < LEAST || here->at_edge * 5 < here->count * 4 ||
        !read_label(split, line, &words, &value))
        return;
    uint8_t field = field_of(here, has_titles);
    split->fields[line] = field;
    if (field == POL_FIELD_DECISION && value.size <= POL_SPLIT_LINE_BYTES &&
        !pol_split_is_decision(value) && !pol_split_loose_decision(value).data)
        split->fields[line] = POL_FIELD_STATUS;
    split->lines[line].text = value;
    split->looks[line] = 0;
    for (size_t i = line + 1; i < split->count && source_of(split, i)->blanks == 0 &&
                              source_of(split, i)->role == POL_LINE_PLAIN &&
                              is_rest(split, found, i) && !found->of[i] && !split->fields[i];
         i++)
        split->fields[i] = POL_FIELD_OTHER;
}

/* ---- sentences that end the items and are none of their text ---- */

/* The first paragraph of an item's text and the last one; NOWHERE where it has but one. */
typedef struct ends {
    uint32_t first, last;
} ends;

static uint32_t paragraph_of(const pol_splitter *split, size_t least, size_t line)
{
    while (line > least && source_of(split, line)->blanks == 0 &&
           source_of(split, line)->role == POL_LINE_PLAIN)
        line--;
    return (uint32_t)line;
}

/* "Rationale", on a line of its own: no sentence of the text opens so. */
static bool is_lone(pol_splitter *split, size_t line)
{
    pol_span text = source_of(split, line)->text;
    return pol_word_count(text, 3) <= 2 && !pol_ends_in(text, ".:;,");
}

static ends ends_of(pol_splitter *split, const pol_split_item *item)
{
    ends found = {POL_SPLIT_NOWHERE, POL_SPLIT_NOWHERE};
    for (size_t i = item->heading->end_line; i < item->end; i++) {
        if (split->is_furniture[i] || split->fields[i] ||
            !(pol_split_look(split, i) & POL_LOOK_PROSE))
            continue;
        uint32_t start = paragraph_of(split, item->heading->end_line, i);
        if (found.first == POL_SPLIT_NOWHERE)
            found.first = start;
        found.last = start;
    }
    bool is_own = found.last != POL_SPLIT_NOWHERE &&
                  pol_split_look(split, found.last) & (POL_LOOK_OPENER | POL_LOOK_OPEN) &&
                  !is_lone(split, found.last);
    if (is_own)
        found.last = POL_SPLIT_NOWHERE;
    if (found.last == found.first && !item->heading->inline_text.data)
        found.last = POL_SPLIT_NOWHERE;
    return found;
}

/* The word that tells whose sentence it is: "Board" of "The Board recommends". */
static pol_span subject_of(pol_span text)
{
    pol_span rest = pol_span_unquote(text), word = pol_word_next(&rest);
    return pol_word_is_any(word, "the this that our") ? pol_word_next(&rest) : word;
}

/* May a sentence that starts so be none of the text: somebody else's, and no "It calls"? */
static bool may_be_other(const pol_splitter *split, size_t line)
{
    static const char own[] = "it we they these those there therefore accordingly and further "
                              "finally furthermore moreover in to for by as with delete add insert "
                              "resolved whereas be at after replace all no";
    const pol_line *source = source_of(split, line);
    pol_span subject = subject_of(source->text);
    return source->marker.size == 0 && !source->is_quoted && subject.data &&
           pol_word_is_capital(subject) && !pol_word_is_any(subject, own) && subject.data[0] > '9';
}

/* Do the items' texts start so, too? */
static bool starts_texts(pol_splitter *split, const ends *all, size_t count, pol_span subject)
{
    for (size_t i = 0; i < count; i++)
        if (all[i].first != POL_SPLIT_NOWHERE &&
            pol_span_equal(subject_of(source_of(split, all[i].first)->text), subject))
            return true;
    return false;
}

static void mark_sentence(pol_splitter *split, uint32_t line)
{
    pol_span said = pol_split_advice(source_of(split, line)->text);
    split->fields[line] = said.data ? POL_FIELD_ADVICE : POL_FIELD_OTHER;
    if (said.data)
        split->lines[line].text = said;
    for (size_t i = line + 1;
         i < split->count && source_of(split, i)->blanks == 0 &&
         source_of(split, i)->role == POL_LINE_PLAIN && pol_split_look(split, i) & POL_LOOK_PROSE;
         i++)
        split->fields[i] = POL_FIELD_OTHER;
}

/* "The Board recommends that you vote for", behind most of them. */
static void mark_last_sentences(pol_splitter *split, const pol_split_items *items)
{
    ends *all = pol_arena_array(split->arena, items->count, sizeof *all);
    size_t motions = 0;
    if (!all) {
        pol_splitter_refused(split, items->count * sizeof *all);
        return;
    }
    for (size_t i = 0; i < items->count; i++) {
        all[i] = ends_of(split, &items->items[i]);
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
    }
    for (size_t i = 0; i < items->count && i < LABELS_MAX; i++) {
        size_t same = 0;
        if (all[i].last == POL_SPLIT_NOWHERE || !may_be_other(split, all[i].last) ||
            split->fields[all[i].last])
            continue;
        pol_span subject = subject_of(source_of(split, all[i].last)->text);
        for (size_t k = 0; k < items->count; k++)
            same += all[k].last != POL_SPLIT_NOWHERE &&
                    pol_span_equal(subject_of(source_of(split, all[k].last)->text), subject);
        if (same < LEAST || same * 2 < motions || starts_texts(split, all, items->count, subject))
            continue;
        for (size_t k = items->count; k-- > 0;)
            if (all[k].last != POL_SPLIT_NOWHERE && may_be_other(split, all[k].last) &&
                pol_span_equal(subject_of(source_of(split, all[k].last)->text), subject))
                mark_sentence(split, all[k].last);
    }
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
    pol_split_mark_majorities(split, items);
    pol_split_mark_subheads(split, items);
    if (items->count < LEAST)
        return;
    collect(split, items, found);
    count_edges(split, items, found);
    bool has_titles = have_titles(split, items);
    for (size_t i = items->items[0].start; i < split->count; i++)
        if (found->of[i])
            mark(split, found, i, has_titles);
    mark_last_sentences(split, items);
    pol_split_mark_trailers(split, items);
}
