/* listed.c - lists of bodies that move, "(Proposed by: Eastern Cape, Limpopo)". A comma may as well
 * part a person from the branch: where the same names stand first in some lists of the file and
 * later in others, or alone, all of them are bodies. */
#include "document/names.h"
#include "document/parties.h"
#include "document/split/items.h"

enum { LISTS_MAX = 256, PIECES_MAX = 6, HEAD_LINES = 6, LINE_BYTES = 160 };

typedef struct list {
    uint32_t item, line;
    size_t count;
    pol_span pieces[PIECES_MAX];
} list;

/* Names with commas between them, and nothing else; 0 where one may be a person's by its words. */
static size_t cut_list(pol_span value, pol_span *pieces)
{
    size_t count = 0;
    for (pol_span rest = pol_span_core(value); rest.size > 0 && count < PIECES_MAX;) {
        size_t at = pol_span_find(rest, POL_SPAN(", "), 0);
        pol_span piece = pol_span_trim(pol_span_first(rest, at));
        if (!pol_split_is_name(piece) || pol_name_kind_of(piece) == POL_NAME_PERSON ||
            pol_split_is_decision(piece))
            return 0;
        pieces[count++] = piece;
        if (at == (size_t)-1)
            return count > 1 ? count : 0;
        rest = pol_span_trim(pol_span_from(rest, at + 1));
    }
    return 0;
}

/* The same of a line: "(Proposed by: Eastern Cape, Limpopo)". */
static size_t read_line(pol_splitter *split, size_t line, pol_span *pieces)
{
    pol_span text = pol_split_unbracket(split->text->lines[line].text), rest;
    pol_submitter_hint hint;
    bool is_mover;
    if (text.size > LINE_BYTES || split->is_furniture[line] ||
        pol_span_find(text, POL_SPAN(", "), 0) == (size_t)-1 ||
        !pol_party_label(text, &rest, &hint, &is_mover))
        return 0;
    return cut_list(rest, pieces);
}

static size_t collect(pol_splitter *split, const pol_split_items *items, list *lists)
{
    size_t count = 0;
    for (uint32_t i = 0; i < items->count && count < LISTS_MAX; i++) {
        const pol_split_item *item = &items->items[i];
        list own = {.item = i, .line = POL_SPLIT_NOWHERE};
        for (size_t k = 0; k < item->mover_count && own.count == 0; k++) {
            own.count = cut_list(item->movers[k].name, own.pieces);
            own.line = item->movers[k].line;
        }
        uint32_t line = item->heading->end_line;
        for (; line < item->end && line < item->heading->end_line + HEAD_LINES && own.count == 0;
             line++) {
            own.count = read_line(split, line, own.pieces);
            own.line = line;
        }
        if (own.count > 0)
            lists[count++] = own;
    }
    return count;
}

/* Does the name stand at another place than the first of a list, where it is first in this, or the
 * other way; or is it all that is named? */
static bool stands_elsewhere(const pol_split_items *items, const list *lists, size_t count,
                             pol_span name, bool is_first)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i].count; k++)
            if ((k == 0) != is_first && pol_span_equal_fold(lists[i].pieces[k], name))
                return true;
    for (size_t i = 0; i < items->count && i < LISTS_MAX; i++)
        for (size_t k = 0; k < items->items[i].mover_count; k++)
            if (!items->items[i].movers[k].is_person &&
                pol_span_equal_fold(items->items[i].movers[k].name, name))
                return true;
    return false;
}

static bool is_known_body(pol_span name)
{
    return pol_name_kind_of(name) == POL_NAME_BODY || pol_split_is_body_piece(name);
}

/* Are they, by where they stand and by the words of many? People who move each other's motions
 * stand at either place, too. */
static bool are_bodies(const pol_split_items *items, const list *lists, size_t count)
{
    enum { LEAST = 3 };
    size_t pieces = 0, elsewhere = 0, known = 0, doubtful = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i].count; k++) {
            pol_span name = lists[i].pieces[k];
            bool is_known = is_known_body(name);
            pieces++;
            elsewhere += stands_elsewhere(items, lists, count, name, k == 0);
            known += is_known;
            doubtful += !is_known && pol_name_kind_of(name) == POL_NAME_PERHAPS;
        }
    return count >= LEAST && elsewhere * 2 >= pieces && known * 3 >= pieces &&
           doubtful * 5 <= pieces;
}

/* The list's names instead of the one that holds it. */
static void put(pol_splitter *split, pol_split_item *item, const list *own)
{
    size_t kept = 0;
    for (size_t i = 0; i < item->mover_count; i++)
        if (item->movers[i].line != own->line)
            item->movers[kept++] = item->movers[i];
    item->mover_count = kept;
    for (size_t i = 0; i < own->count; i++) {
        bool is_doubtful =
            !is_known_body(own->pieces[i]) && pol_name_kind_of(own->pieces[i]) == POL_NAME_PERHAPS;
        pol_split_add_mover(item, own->pieces[i], own->line, is_doubtful);
    }
    if (own->line != item->heading->line)
        split->is_furniture[own->line] = true;
}

void pol_split_settle_lists(pol_splitter *split, pol_split_items *items)
{
    list *lists = pol_arena_array(split->arena, LISTS_MAX, sizeof *lists);
    if (!lists) {
        pol_splitter_refused(split, LISTS_MAX * sizeof *lists);
        return;
    }
    size_t count = collect(split, items, lists);
    if (!are_bodies(items, lists, count))
        return;
    for (size_t i = 0; i < count; i++)
        put(split, &items->items[lists[i].item], &lists[i]);
}
