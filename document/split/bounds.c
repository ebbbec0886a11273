/* bounds.c - where an item and its text end: before what governs or belongs to others, and not
 * before what goes on below a line. */
#include "document/split/items.h"

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* Ends the item at `line`; what follows up to the next heading belongs to none. */
void pol_split_end_at(pol_split_item *item, size_t line)
{
    if (line < item->end)
        item->end = (uint32_t)line;
}

/* Is the number that of the item, or of the motion it amends? Then what is said there is
 * said of it. */
static bool is_own_number(const pol_split_items *items, size_t index,
                          const pol_split_heading *heading)
{
    enum { BACK = 40 };
    for (size_t i = index + 1, seen = 0; i-- > 0 && seen < BACK; seen++)
        if (pol_split_number_equal(&items->items[i].heading->number, &heading->number))
            return true;
    return false;
}

/* Numbered points of the item's own text: they follow a colon, or one another. */
static bool are_points(pol_splitter *split, const pol_split_item *item,
                       const pol_split_heading *heading)
{
    enum { POINTS = 60 };
    size_t line = heading->line;
    if (heading->form == POL_SPLIT_NOUN || heading->form == POL_SPLIT_LETTERED)
        return false;
    for (int i = 0; i < POINTS && line > item->body && pol_split_look(split, line) & POL_LOOK_POINT;
         i++) {
        size_t above = pol_split_previous(split, line);
        if (above == POL_SPLIT_NOWHERE)
            return false;
        line = above;
    }
    return line > item->heading->line && pol_split_look(split, line) & POL_LOOK_OPEN;
}

/* Where the item ends at a heading without a text: an entry of a list, "Motion 5 WITHDRAWN". */
static size_t find_list(pol_splitter *split, const pol_split_items *items, size_t index)
{
    const pol_split_item *item = &items->items[index];
    size_t at = (size_t)(item->heading - split->headings) + 1;
    for (; at < split->heading_count && split->headings[at].line < item->end; at++) {
        const pol_split_heading *heading = &split->headings[at];
        bool is_item = heading->is_bodiless && heading->form == POL_SPLIT_NOUN &&
                       !is_own_number(items, index, heading);
        bool is_listed = heading->is_listed && !are_points(split, item, heading);
        if (is_listed || is_item)
            return heading->line;
    }
    return item->end;
}

/* The same, but for the lines before `least`. */
static void end_at_least(pol_split_item *item, size_t end, size_t least)
{
    pol_split_end_at(item, end < least ? least : end);
}

static bool is_plain_below(const pol_splitter *split, size_t line)
{
    const pol_line *own = source_of(split, line);
    return !split->is_furniture[line] && !split->fields[line] && own->blanks == 0 &&
           own->role == POL_LINE_PLAIN && own->marker.size == 0;
}

/* "Wales." under a full line that ends amid a sentence, "as it is being considered in". */
static bool goes_on_below(const pol_splitter *split, size_t line)
{
    enum { FULL_BYTES = 60 };
    pol_span above = source_of(split, line - 1)->text;
    char last = above.size > 0 ? above.data[above.size - 1] : '.';
    return is_plain_below(split, line) && above.size >= FULL_BYTES && last >= 'a' && last <= 'z' &&
           pol_word_last(above).data[0] >= 'a';
}

/* "3. Offer advice" under "2. Publish leaflets", which is of the text. */
static bool counts_on(pol_splitter *split, const pol_split_item *item)
{
    enum { BACK = 8 };
    pol_split_number own, other;
    pol_span rest;
    size_t line = item->text_end;
    if (!is_plain_below(split, line) || !(pol_split_look(split, line) & POL_LOOK_POINT) ||
        !pol_split_number_parse(source_of(split, line)->text, false, &own, &rest))
        return false;
    for (size_t i = line, seen = 0; i-- > item->text && seen < BACK; seen++)
        if (pol_split_look(split, i) & POL_LOOK_POINT &&
            pol_split_number_parse(source_of(split, i)->text, false, &other, &rest))
            return own.value == other.value + 1 && own.letters == other.letters &&
                   own.has_minor == other.has_minor;
    return false;
}

/* A sentence right behind the text that nothing finds to be beside it is a part of it. */
void pol_split_extend_text(pol_splitter *split, pol_split_item *item)
{
    enum { LEAST = 3 };
    while (item->text_end > item->text && item->text_end < item->end &&
           (goes_on_below(split, item->text_end) || counts_on(split, item)))
        item->text_end++;
    size_t line = item->text_end;
    uint32_t look = line < item->end ? pol_split_look(split, line) : 0;
    pol_span text = line < item->end ? source_of(split, line)->text : pol_span_make(NULL, 0);
    if (!text.size || split->is_furniture[line] || split->fields[line] ||
        pol_split_stands_out(split, line) || source_of(split, line)->role == POL_LINE_HEADING ||
        look & (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                POL_LOOK_PARENTS | POL_LOOK_SHOUT | POL_LOOK_TIMED | POL_LOOK_POINT) ||
        !pol_ends_in(text, ".") || pol_word_count(text, LEAST) < LEAST ||
        !pol_word_is_capital(text) || memchr(text.data, ':', text.size) ||
        pol_split_speaks_of_motion(text) || pol_split_is_outro(text))
        return;
    item->text_end++;
}

/* Behind its text another one opens, whose heading was not found: what stands there is nobody's. */
void pol_split_end_at_text(pol_splitter *split, pol_split_item *item)
{
    for (size_t i = item->text_end; i < item->end; i++) {
        uint32_t look = pol_split_look(split, i);
        if (split->is_furniture[i] || !(look & (POL_LOOK_OPENER | POL_LOOK_LOOSE)) ||
            look & (POL_LOOK_POINT | POL_LOOK_DECISION) ||
            pol_split_speaks_of_motion(source_of(split, i)->text))
            continue;
        while (i > item->text_end && !split->is_furniture[i - 1] &&
               !(pol_split_look(split, i - 1) & (POL_LOOK_DECISION | POL_LOOK_MOVER)))
            i--;
        pol_split_end_at(item, i);
        return;
    }
}

/* The item ends before what governs or belongs to others; not before `least`. */
void pol_split_end_before_others(pol_splitter *split, pol_split_items *items, size_t index,
                                 size_t least)
{
    pol_split_item *item = &items->items[index];
    const size_t limit = item->end;
    end_at_least(item, find_list(split, items, index), least);
    pol_split_end_at(item, pol_split_find_business(split, items, index));
    end_at_least(item, pol_split_find_section(split, item), least);
    for (size_t i = least; i < item->end; i++)
        if (!split->is_furniture[i] &&
            (pol_split_is_break(split, item, i) || pol_split_look(split, i) & POL_LOOK_TIMED ||
             pol_split_is_governing(split, items, index, i) ||
             pol_split_governs_list(split, items, index, i, limit))) {
            pol_split_end_at(item, i);
            break;
        }
    if (index + 1 == items->count)
        pol_split_end_at(item, pol_split_find_outro(split, items));
}
