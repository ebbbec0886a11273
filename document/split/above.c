/* above.c - titles that stand over the numbers of their items ("Mugs", below it "Motion
 * no 5"): told by all items alike, so that a section's heading is not taken for one. */
#include "document/split/items.h"

enum { TITLE_WORDS = 24, INDENT_MAX = 40 };

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
    if (item->heading->inline_text.data)
        return true;
    if (line >= item->end)
        return false;
    return (pol_split_look(split, line) & (POL_LOOK_PROSE | POL_LOOK_MOVER | POL_LOOK_DECISION |
                                           POL_LOOK_ADVICE | POL_LOOK_STATUS)) != 0;
}

/* "Moved by Mr Pask", and no title. */
static bool is_mover(pol_splitter *split, size_t line)
{
    return split->text->lines[line].text.size <= POL_SPLIT_LINE_BYTES &&
           pol_words_start(split->text->lines[line].text, "moved by", NULL);
}

/* Is the line tied to the heading below it: no blank line between them as there is above, or a
 * heading of the markup over a plain number? */
static bool is_tied(const pol_line *over, const pol_line *own)
{
    bool is_loud = over->role == POL_LINE_HEADING || over->is_strong;
    bool is_own_loud = own->role == POL_LINE_HEADING || own->is_strong;
    bool is_deeper =
        over->role == POL_LINE_HEADING && own->role == POL_LINE_HEADING && over->level < own->level;
    return own->role == POL_LINE_PLAIN ? own->blanks == 0 && over->blanks > 0
                                       : is_loud && (!is_own_loud || is_deeper);
}

/* The line of the title over the item's heading; NOWHERE. */
static size_t title_above(pol_splitter *split, const pol_split_items *items, size_t index,
                          bool may_have_rest)
{
    const pol_split_item *item = &items->items[index];
    size_t above = pol_split_previous(split, item->heading->line);
    while (above != POL_SPLIT_NOWHERE && is_mover(split, above)) /* between the title and it */
        above = pol_split_previous(split, above);
    bool is_under = above != POL_SPLIT_NOWHERE && /* "Resolution 4 • Locals 17 and 88" */
                    split->text->lines[above].role == POL_LINE_HEADING &&
                    split->text->lines[item->heading->line].role == POL_LINE_PARAGRAPH &&
                    item->heading->form == POL_SPLIT_NOUN;
    if (item->kind == POL_KIND_AMENDMENT ||
        (item->heading->parts.title.data && !may_have_rest && !is_under) ||
        above == POL_SPLIT_NOWHERE || split->fields[above] || !is_title_line(split, above))
        return POL_SPLIT_NOWHERE;
    const pol_line *over = &split->text->lines[above];
    const pol_line *own = &split->text->lines[item->heading->line];
    if (over->role == POL_LINE_PLAIN && over->indent > own->indent + INDENT_MAX)
        return POL_SPLIT_NOWHERE; /* at the right edge stands who moved the one before */
    if (!is_tied(over, own) && !has_none_below(split, item))
        return POL_SPLIT_NOWHERE;
    if (index > 0 && above < items->items[index - 1].heading->end_line)
        return POL_SPLIT_NOWHERE;
    return above;
}

static void take_mover(pol_splitter *split, pol_split_item *item, size_t line)
{
    pol_span names[4], text = split->text->lines[line].text;
    if (split->is_furniture[line] || !is_mover(split, line))
        return;
    size_t count = pol_split_bodies(text, names, sizeof names / sizeof *names);
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], (uint32_t)line, false);
    if (count == 0)
        pol_split_take_people(split, item, line);
}

/* ---- who moves, over the headings ---- */

/* "Proposal from Argyll", "Moved by Mr Pask": the names of a line that has nothing else; absent. */
static pol_span names_over(pol_splitter *split, size_t line)
{
    enum { WORDS = 3 };
    pol_span none = {NULL, 0}, rest, word;
    if (line == POL_SPLIT_NOWHERE || split->fields[line] ||
        split->text->lines[line].text.size > POL_SPLIT_LINE_BYTES ||
        pol_split_look(split, line) & (POL_LOOK_DECISION | POL_LOOK_OPENER | POL_LOOK_POINT) ||
        pol_ends_in(split->text->lines[line].text, ";,"))
        return none;
    rest = split->text->lines[line].text;
    if (!pol_word_is_capital(pol_span_core(rest)))
        return none;
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++)
        if (pol_word_is_any(word, "from by"))
            return pol_word_is_capital(pol_word_next(&(pol_span){rest.data, rest.size})) ||
                           pol_words_start(rest, "the", NULL)
                       ? pol_span_trim(rest)
                       : none;
    return none;
}

static pol_span over(pol_splitter *split, const pol_split_item *item)
{
    return names_over(split, pol_split_previous(split, item->start));
}

/* Where they stand over most headings, the first one's too, and not behind the last text. */
static void read_movers_above(pol_splitter *split, pol_split_items *items)
{
    enum { LEAST = 3 };
    size_t found = 0, motions = 0;
    const pol_split_item *last = &items->items[items->count - 1];
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        found += items->items[i].kind != POL_KIND_AMENDMENT && over(split, &items->items[i]).data;
    }
    bool is_first = over(split, &items->items[0]).data != NULL;
    for (size_t i = last->heading->end_line; i < last->end; i++)
        if (!split->is_furniture[i] && names_over(split, i).data)
            return;
    if (found < LEAST || found * 10 < motions * 6 || !is_first)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        pol_span names = over(split, item);
        if (!names.data)
            continue;
        item->start = (uint32_t)pol_split_previous(split, item->start);
        if (i > 0)
            items->items[i - 1].end = item->start;
        pol_split_add_names(item, pol_span_core(names), item->start);
    }
}

/* Short lines between the last text before `end` and it. */
static size_t count_names(pol_splitter *split, size_t from, size_t end)
{
    enum { LINES = 12 };
    size_t count = 0;
    for (size_t i = end, seen = 0; i-- > from && seen < LINES; seen++) {
        uint32_t look = pol_split_look(split, i);
        if (!split->is_furniture[i] && !split->fields[i] && look & POL_LOOK_PROSE)
            break;
        count += !split->is_furniture[i] && !split->fields[i] &&
                 !(look & (POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS));
    }
    return count;
}

/* Those right behind the last text, where no title follows. */
static size_t count_behind(pol_splitter *split, const pol_split_item *last)
{
    size_t line = last->end, count = 0;
    while (line > last->heading->end_line &&
           (split->is_furniture[line - 1] || split->fields[line - 1] ||
            !(pol_split_look(split, line - 1) & POL_LOOK_PROSE)))
        line--;
    for (; line < last->end && split->text->lines[line].blanks <= 1 &&
           !pol_split_is_outro(split->text->lines[line].text);
         line++)
        count += !split->is_furniture[line] && !split->fields[line] &&
                 !(pol_split_look(split, line) &
                   (POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS));
    return count;
}

/* Are as many short lines behind the last text as between the items? Then those are no titles:
 * who moved the item above. */
static bool are_tails(pol_splitter *split, const pol_split_items *items)
{
    const pol_split_item *last = &items->items[items->count - 1];
    size_t behind = count_behind(split, last), fewer = 0, more = 0;
    for (size_t i = 1; i < items->count; i++) {
        if (items->items[i].kind == POL_KIND_AMENDMENT)
            continue; /* which have no titles */
        size_t between = count_names(split, items->items[i - 1].heading->end_line,
                                     items->items[i].heading->line);
        fewer += between <= behind;
        more += between > behind;
    }
    return behind > 0 && fewer > more;
}

/* A title over two lines as typed, as one; `above` becomes its first line. */
static pol_span join_wrapped(pol_splitter *split, size_t *above)
{
    const pol_line *last = &split->text->lines[*above];
    size_t first = *above > 0 ? pol_split_previous(split, *above) : POL_SPLIT_NOWHERE;
    if (first == POL_SPLIT_NOWHERE || first + 1 != *above || last->blanks > 0 ||
        last->role != POL_LINE_PLAIN || !is_title_line(split, first))
        return last->text;
    pol_span start = split->text->lines[first].text;
    bool are_loud = pol_split_look(split, first) & pol_split_look(split, *above) & POL_LOOK_SHOUT;
    char *made = are_loud ? pol_arena_alloc(split->arena, start.size + last->text.size + 2) : NULL;
    if (!made)
        return last->text;
    memcpy(made, start.data, start.size);
    made[start.size] = ' ';
    memcpy(made + start.size + 1, last->text.data, last->text.size);
    *above = first;
    return pol_span_make(made, start.size + 1 + last->text.size);
}

/* The line over the heading that is its title or its mover, and no section's: NOWHERE where one was
 * taken already. */
static size_t line_over(pol_splitter *split, const pol_split_items *items, size_t index)
{
    const pol_split_item *item = &items->items[index];
    size_t above = item->start == item->heading->line ? title_above(split, items, index, true)
                                                      : POL_SPLIT_NOWHERE;
    if (above == POL_SPLIT_NOWHERE)
        return above;
    pol_span rest = split->text->lines[above].text, word;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "motions resolutions composites amendments section part"))
            return POL_SPLIT_NOWHERE;
    return above;
}

/* "Kettles for all" over "Motion 1 - Leeds", or "Leeds" over "Motion 1 - Kettles for all": over
 * most of them a line, and behind the number another. What looks more like names in all the file
 * is who moves. */
static void settle_over_rests(pol_splitter *split, pol_split_items *items)
{
    enum { LEAST = 3 };
    size_t both = 0, motions = 0, known = 0;
    int signs = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        pol_span rest = item->heading->parts.title;
        size_t above = line_over(split, items, i);
        if (item->kind != POL_KIND_MOTION)
            continue;
        motions++;
        known += above != POL_SPLIT_NOWHERE && !rest.data && item->heading->parts.mover.data;
        if (above == POL_SPLIT_NOWHERE || !rest.data || item->heading->parts.mover.data)
            continue;
        both++;
        signs += pol_split_name_signs(rest) - pol_split_name_signs(split->text->lines[above].text);
    }
    signs += both > 0 ? 2 * (int)known : 0;
    if (both + known < LEAST || (both + known) * 10 < motions * 7 || signs == 0 ||
        are_tails(split, items) || line_over(split, items, 0) == POL_SPLIT_NOWHERE)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        pol_split_parts *parts = &item->heading->parts;
        size_t above = line_over(split, items, i);
        if (above == POL_SPLIT_NOWHERE || !parts->title.data || parts->mover.data)
            continue;
        if (signs > 0 && pol_split_are_names(parts->title)) {
            parts->mover = parts->title;
            parts->title = pol_span_make(NULL, 0);
        } else if (signs < 0 && pol_split_are_names(split->text->lines[above].text)) {
            item->start = (uint32_t)above;
            if (i > 0)
                items->items[i - 1].end = item->start;
            pol_split_add_names(item, split->text->lines[above].text, item->start);
        }
    }
}

void pol_split_read_above(pol_splitter *split, pol_split_items *items)
{
    size_t found = 0, motions = 0;
    read_movers_above(split, items);
    settle_over_rests(split, items);
    for (size_t i = 0; i < items->count; i++) {
        bool is_main = items->items[i].kind == POL_KIND_MOTION;
        motions += is_main;
        found += is_main && title_above(split, items, i, false) != POL_SPLIT_NOWHERE;
    }
    if (found < 2 || found * 10 < motions * 8 || are_tails(split, items))
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        size_t above = title_above(split, items, i, false);
        if (above == POL_SPLIT_NOWHERE)
            continue;
        pol_span title = join_wrapped(split, &above);
        pol_split_rest_read(title, &item->heading->parts);
        item->start = (uint32_t)above;
        if (i > 0)
            items->items[i - 1].end = (uint32_t)above;
        for (size_t line = above + 1; line < item->heading->line; line++)
            take_mover(split, item, line);
    }
}
