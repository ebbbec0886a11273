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

/* Over the first heading, and over most, or over some in words that return; no decision behind the
 * last text, and hardly one elsewhere: a paper that prints them below has none over its first, and
 * one behind its last. */
static bool stand_over(pol_splitter *split, const pol_split_items *items)
{
    enum { NEAR = 20 };
    size_t over = 0, within = 0, count = items->count;
    bool does_return = false;
    if (count < ITEMS_LEAST || result_over(split, &items->items[0]) == POL_SPLIT_NOWHERE)
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t own = result_over(split, &items->items[i]);
        size_t next = i + 1 < count ? result_over(split, &items->items[i + 1]) : POL_SPLIT_NOWHERE;
        bool is_within = is_decided_within(split, &items->items[i], next);
        does_return =
            does_return || (own != POL_SPLIT_NOWHERE && i < NEAR && returns(split, items, own, i));
        over += own != POL_SPLIT_NOWHERE;
        within += is_within;
        if (is_within && i + 1 == count)
            return false;
    }
    return over >= ITEMS_LEAST && over * 10 >= count * (does_return ? 3 : 6) &&
           within * 10 <= count;
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
    if (!stand_over(split, items))
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        size_t line = result_over(split, item);
        if (line == POL_SPLIT_NOWHERE)
            continue;
        item->heading->parts.decision = words_of(split->text->lines[line].text);
        split->is_furniture[line] = true;
        item->start = (uint32_t)line;
        if (i > 0)
            pol_split_end_at(&items->items[i - 1], line);
    }
}
