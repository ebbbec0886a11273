/* business.c - what is numbered like the items and is none of them: business of the meeting
 * ("8  Long service badges"), withdrawn motions, rows without a text. It ends the item above it
 * and is no motion itself. */
#include "document/split/items.h"

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* ---- numbers between those of the items ---- */

/* The number of the line that has this prefix; false where it has none. */
static bool read_like(pol_span text, const pol_split_numeral *own, pol_split_numeral *ret)
{
    for (int nth = 0; nth < 2; nth++)
        if (text.size <= POL_SPLIT_LINE_BYTES && pol_split_read_numeral(text, nth, ret) &&
            pol_span_equal(ret->prefix, own->prefix))
            return true;
    return false;
}

/* The mark right behind the number. */
static char mark_of(const pol_split_numeral *number)
{
    pol_span rest = pol_span_trim(number->rest);
    return rest.size > 0 && strchr(".:)]-", rest.data[0]) ? rest.data[0] : 0;
}

/* Is the line printed as the heading is, with a number in the same shape? */
static bool is_like(const pol_splitter *split, size_t line, size_t heading,
                    const pol_split_numeral *own, pol_split_numeral *ret)
{
    const pol_line *a = source_of(split, heading), *b = source_of(split, line);
    return a->role == b->role && a->is_strong == b->is_strong && !b->is_quoted &&
           (a->role != POL_LINE_PLAIN || b->blanks > 0) &&
           (a->role != POL_LINE_PLAIN ||
            (a->indent <= b->indent + 1 && b->indent <= a->indent + 1)) &&
           read_like(split->printed[line].text, own, ret) && mark_of(ret) == mark_of(own) &&
           (pol_span_trim(ret->rest).size > 0) == (pol_span_trim(own->rest).size > 0) &&
           (pol_span_trim(ret->rest).size == 0 || pol_word_is_capital(pol_span_core(ret->rest)) ||
            pol_words_start(ret->rest, "from", NULL));
}

/* The number that the next item of the same shape has; 0 where there is none. */
static uint32_t next_value(const pol_splitter *split, const pol_split_items *items, size_t index,
                           const pol_split_numeral *own)
{
    enum { AHEAD = 40 };
    pol_split_numeral number;
    for (size_t i = index + 1; i < items->count && i < index + AHEAD; i++)
        if (items->items[i].kind != POL_KIND_AMENDMENT &&
            read_like(split->printed[items->items[i].heading->line].text, own, &number))
            return number.value;
    return 0;
}

/* The item itself, or the motion that it amends. */
static const pol_split_item *motion_of(const pol_split_items *items, size_t index)
{
    while (index > 0 && items->items[index].kind == POL_KIND_AMENDMENT)
        index--;
    return &items->items[index];
}

/* ---- items of the meeting around the motions ---- */

/* "3. Motions" over "(a) Pets": a plain number and its mark, printed as headings of business are.
 */
static bool read_agenda_item(const pol_splitter *split, size_t line, pol_split_heading *ret)
{
    const pol_line *source = source_of(split, line);
    return source->text.size <= POL_SPLIT_LINE_BYTES && !source->is_quoted &&
           (source->blanks > 0 || source->role != POL_LINE_PLAIN) &&
           source->role != POL_LINE_CELL && source->role != POL_LINE_ITEM &&
           pol_split_heading_parse(source->text, ret) && ret->form == POL_SPLIT_BARE &&
           ret->close && ret->rest.size > 0 && !ret->inline_text.data && ret->number.value > 0;
}

/* The one that the first of the items stands under; NOWHERE where they are numbered like it. */
static size_t find_enclosing(const pol_splitter *split, const pol_split_items *items,
                             pol_split_heading *ret)
{
    enum { ABOVE = 8 };
    size_t line = items->items[0].start;
    for (int i = 0; i < ABOVE && line != POL_SPLIT_NOWHERE; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE || !read_agenda_item(split, line, ret))
            continue;
        const pol_split_heading *own = items->items[0].heading;
        const pol_line *a = source_of(split, line), *b = source_of(split, own->line);
        bool is_alike = own->form == POL_SPLIT_BARE && own->close == ret->close &&
                        a->role == b->role && a->level == b->level && a->is_strong == b->is_strong;
        return is_alike ? POL_SPLIT_NOWHERE : line;
    }
    return POL_SPLIT_NOWHERE;
}

/* Where the item ends at the next item of the meeting, "4. Election of officers"; item->end. */
static size_t find_next_item(const pol_splitter *split, const pol_split_items *items, size_t index)
{
    enum { AHEAD = 3 };
    const pol_split_item *item = &items->items[index];
    pol_split_heading around, next;
    size_t line = find_enclosing(split, items, &around);
    for (size_t i = item->heading->end_line; line != POL_SPLIT_NOWHERE && i < item->end; i++) {
        const pol_line *a = source_of(split, line), *b = source_of(split, i);
        if (!split->is_furniture[i] && a->role == b->role && a->level == b->level &&
            a->is_strong == b->is_strong && a->indent == b->indent &&
            read_agenda_item(split, i, &next) && next.close == around.close &&
            next.number.value > around.number.value &&
            next.number.value <= around.number.value + AHEAD + items->count)
            return i;
    }
    return item->end;
}

size_t pol_split_find_business(pol_splitter *split, const pol_split_items *items, size_t index)
{
    size_t next_item = find_next_item(split, items, index);
    if (next_item < items->items[index].end)
        return next_item;

    const pol_split_item *item = &items->items[index], *motion = motion_of(items, index);
    size_t heading = motion->heading->line;
    pol_split_numeral own, found;
    bool is_read = false;
    if (motion->heading->inline_text.data ||
        split->printed[heading].text.size > POL_SPLIT_LINE_BYTES)
        return item->end;
    for (int nth = 0; nth < 2 && !is_read; nth++)
        is_read = pol_split_read_numeral(split->printed[heading].text, nth, &own) &&
                  (own.value == motion->heading->number.value ||
                   (own.prefix.size > 0 && /* "4.3" */
                    pol_span_equal(own.printed, motion->heading->number.printed)));
    uint32_t next = is_read ? next_value(split, items, index, &own) : 0;
    for (size_t i = item->heading->end_line; is_read && i < item->end; i++) {
        if (split->is_furniture[i] || !is_like(split, i, heading, &own, &found))
            continue;
        size_t above = pol_split_previous(split, i);
        bool is_open = above != POL_SPLIT_NOWHERE && pol_split_look(split, above) & POL_LOOK_OPEN;
        if (found.value <= own.value || is_open)
            return item->end; /* points of its own */
        bool is_between = next > 0 ? found.value < next : found.value == own.value + 1;
        return is_between ? i : item->end;
    }
    return item->end;
}

/* ---- headings of business among those that were chosen ---- */

bool pol_split_drop_business(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t moved = 0, others = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < split->heading_count; i++) {
            pol_split_heading *heading = &split->headings[i];
            if (!heading->is_chosen || heading->kind == POL_KIND_AMENDMENT)
                continue;
            bool is_bare = heading->form == POL_SPLIT_BARE && !heading->has_motion_text &&
                           !heading->has_mover && !heading->parts.mover.data;
            bool is_named = heading->form == POL_SPLIT_LETTERED || heading->form == POL_SPLIT_NOUN;
            moved += !is_second && !is_bare && is_named && heading->has_motion_text;
            others += !is_second && is_bare;
            if (is_second && moved >= LEAST && is_bare)
                heading->is_chosen = false;
        }
    return moved >= LEAST && others > 0;
}

/* ---- headings that their neighbours vouch for ---- */

/* "B1" and "B2" beside "A1", "A2", "B3" that were chosen: like them, with a text below. */
void pol_split_fill_lettered(pol_splitter *split)
{
    enum { LEAST = 3, SCORE_LEAST = 1 };
    size_t chosen = 0, bare = 0;
    const pol_split_heading *usual = NULL;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        bool counts = heading->is_chosen && heading->form == POL_SPLIT_LETTERED &&
                      heading->kind != POL_KIND_AMENDMENT;
        chosen += counts;
        usual = counts && !usual ? heading : usual;
    }
    for (size_t i = 0; i < split->heading_count && chosen >= LEAST; i++) {
        pol_split_heading *heading = &split->headings[i];
        bare += heading->is_chosen && heading->form == POL_SPLIT_BARE;
        const pol_line *a = source_of(split, usual->line), *b = source_of(split, heading->line);
        bool is_alike = heading->close == usual->close && a->role == b->role &&
                        a->is_strong == b->is_strong &&
                        (heading->rest.size > 0) == (usual->rest.size > 0);
        if (heading->form == POL_SPLIT_LETTERED && !heading->number.has_minor &&
            heading->kind != POL_KIND_AMENDMENT && !heading->is_bodiless && heading->has_prose &&
            is_alike && heading->score >= SCORE_LEAST)
            heading->is_chosen = true;
    }
    for (size_t i = 0; i < split->heading_count && chosen >= LEAST && bare * 2 < chosen; i++)
        if (split->headings[i].form == POL_SPLIT_BARE && split->headings[i].inline_text.data)
            split->headings[i].is_chosen = false; /* "3. Conference instructs", a point */
}
