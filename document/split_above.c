/* split_above.c - titles that stand over the numbers of their items ("Mugs", below it "Motion
 * no 5"): told by all items alike, so that a section's heading is not taken for one. */
#include "document/split_items.h"

enum { TITLE_WORDS = 24 };

static bool is_title_line(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    uint32_t look = pol_split_look(split, line);
    if (look & (POL_LOOK_PROSE | POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_ADVICE |
                POL_LOOK_STATUS | POL_LOOK_PARENTS | POL_LOOK_LIST_END | POL_LOOK_POINT))
        return false;
    return source->text.size <= POL_SPLIT_LINE_BYTES &&
           pol_word_is_capital(pol_span_core(source->text)) &&
           pol_word_count(source->text, TITLE_WORDS + 1) <= TITLE_WORDS &&
           !pol_ends_in(source->text, ".;,:");
}

/* Does the text, or who moves, follow the heading at once: no title below it? */
static bool has_none_below(pol_splitter *split, const pol_split_item *item)
{
    size_t line = pol_split_next(split, item->heading->end_line);
    if (line >= item->end)
        return false;
    return (pol_split_look(split, line) & (POL_LOOK_PROSE | POL_LOOK_MOVER | POL_LOOK_DECISION |
                                           POL_LOOK_ADVICE | POL_LOOK_STATUS)) != 0;
}

/* The line of the title over the item's heading; NOWHERE. */
static size_t title_above(pol_splitter *split, const pol_split_items *items, size_t index)
{
    const pol_split_item *item = &items->items[index];
    size_t above = pol_split_previous(split, item->heading->line);
    if (item->kind == POL_KIND_AMENDMENT || item->heading->parts.title.data ||
        above == POL_SPLIT_NOWHERE || !is_title_line(split, above) || !has_none_below(split, item))
        return POL_SPLIT_NOWHERE;
    if (index > 0 && above < items->items[index - 1].heading->end_line)
        return POL_SPLIT_NOWHERE;
    return above;
}

void pol_split_read_above(pol_splitter *split, pol_split_items *items)
{
    size_t found = 0, motions = 0;
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        found += title_above(split, items, i) != POL_SPLIT_NOWHERE;
    }
    if (found < 2 || found * 10 < motions * 7)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        size_t above = title_above(split, items, i);
        if (above == POL_SPLIT_NOWHERE)
            continue;
        pol_split_rest_read(split->text->lines[above].text, &item->heading->parts);
        item->start = (uint32_t)above;
        if (i > 0)
            items->items[i - 1].end = (uint32_t)above;
    }
}
