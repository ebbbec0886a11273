/* over.c - decisions that stand over the headings of the items they are about, as badges of cards
 * do: "CARRIED" and below it "7. Mugs". Read as what stands behind the text above, each would be
 * given to another motion. */
#include "document/split/items.h"

enum { ITEMS_LEAST = 3, WORDS = 8 };

static bool is_result(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    return source->text.size <= POL_SPLIT_LINE_BYTES && source->marker.size == 0 &&
           pol_split_look(split, line) & POL_LOOK_DECISION &&
           !(pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_EDIT)) &&
           pol_word_count(source->text, WORDS + 1) <= WORDS;
}

/* The decision right over the heading; POL_SPLIT_NOWHERE. */
static size_t result_over(pol_splitter *split, const pol_split_item *item)
{
    size_t above = item->heading->line > 0 ? pol_split_previous(split, item->heading->line)
                                           : POL_SPLIT_NOWHERE;
    return above != POL_SPLIT_NOWHERE && is_result(split, above) ? above : POL_SPLIT_NOWHERE;
}

/* Does anything in the item but what stands over the next one say what became of it? */
static bool is_decided_within(pol_splitter *split, const pol_split_item *item, size_t next)
{
    for (size_t i = item->heading->end_line; i < item->end; i++)
        if (i != next && !split->is_furniture[i] &&
            (split->fields[i] == POL_FIELD_DECISION ||
             pol_split_look(split, i) & POL_LOOK_DECISION))
            return true;
    return item->heading->parts.decision.data != NULL;
}

/* Does the same stand over two of them? A heading that governs several items is printed once. */
static bool returns(pol_splitter *split, const pol_split_items *items, size_t line, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        size_t other = result_over(split, &items->items[i]);
        if (other != POL_SPLIT_NOWHERE &&
            pol_span_equal_fold(split->text->lines[other].text, split->text->lines[line].text))
            return true;
    }
    return false;
}

/* A heading of its own, apart from that of the item below? */
static bool is_apart(const pol_splitter *split, const pol_split_item *item, size_t line)
{
    const pol_line *own = &split->text->lines[line];
    return own->role == POL_LINE_HEADING ||
           (own->role == POL_LINE_PLAIN && split->text->lines[item->heading->line].blanks > 0);
}

typedef enum place {
    PLACE_BEHIND, /* behind the texts, as far as is known */
    PLACE_OVER,   /* each over the heading of the item that it is about */
    PLACE_SECTION /* each over all items up to the next */
} place;

/* Over the first heading, and over others; no decision behind the last text, and hardly one
 * elsewhere: a paper that prints them below has none over its first, and one behind its last. */
static place find_place(pol_splitter *split, const pol_split_items *items)
{
    enum { NEAR = 20 };
    size_t over = 0, within = 0, count = items->count;
    bool does_return = false, are_apart = true;
    if (count < ITEMS_LEAST || result_over(split, &items->items[0]) == POL_SPLIT_NOWHERE)
        return PLACE_BEHIND;
    for (size_t i = 0; i < count; i++) {
        const pol_split_item *item = &items->items[i];
        size_t own = result_over(split, item);
        size_t next = i + 1 < count ? result_over(split, item + 1) : POL_SPLIT_NOWHERE;
        bool is_within = is_decided_within(split, item, next);
        within += is_within;
        if (is_within && i + 1 == count)
            return PLACE_BEHIND;
        if (own == POL_SPLIT_NOWHERE)
            continue;
        over++;
        does_return = does_return || (i < NEAR && returns(split, items, own, i));
        are_apart = are_apart && is_apart(split, item, own);
    }
    if (within * 10 > count || over < 2)
        return PLACE_BEHIND;
    if (are_apart && !does_return)
        return PLACE_SECTION;
    return over >= ITEMS_LEAST && over * 10 >= count * 3 ? PLACE_OVER : PLACE_BEHIND;
}

static pol_span words_of(pol_span text)
{
    pol_span said = pol_split_is_decision(text) ? text : pol_split_vote_decision(text);
    said = said.data ? said : pol_split_loose_decision(text);
    said = said.data ? said : pol_split_result(text);
    return pol_span_core(said.data ? said : text);
}

void pol_split_read_over(pol_splitter *split, pol_split_items *items)
{
    place found = find_place(split, items);
    for (size_t i = 0; i < items->count && found != PLACE_BEHIND; i++) {
        pol_split_item *item = &items->items[i];
        size_t line = result_over(split, item);
        if (line == POL_SPLIT_NOWHERE)
            continue;
        pol_span text = split->text->lines[line].text;
        if (found == PLACE_OVER) {
            item->heading->parts.decision = words_of(text);
            item->start = (uint32_t)line;
        } else {
            item->section = pol_span_core(text);
            item->section_decision = words_of(text);
            item->section_line = (uint32_t)line;
        }
        split->is_furniture[line] = true;
        if (i > 0)
            pol_split_end_at(&items->items[i - 1], line);
    }
}
