/* rests.c - what stands behind the numbers of the headings, by all of them: tags that
 * return, names over titles, titles that were taken for names. */
#include "document/split/items.h"

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* ---- tags that return in the headings ---- */

/* "Staffing at night (R)": a few letters in brackets at the end; absent. */
static pol_span tag_behind(pol_span rest)
{
    enum { CODE_BYTES = 4 };
    pol_span none = {NULL, 0};
    size_t open = rest.size;
    while (open > 0 && rest.data[open - 1] != '(' && rest.data[open - 1] != '[')
        open--;
    pol_span tag = open > 1 ? pol_span_from(rest, open - 1) : none;
    pol_span inner = tag.data ? pol_split_unbracket(tag) : none;
    bool is_code = inner.size > 0 && inner.size + 2 == tag.size && inner.size <= CODE_BYTES &&
                   inner.data[0] >= 'A' && inner.data[0] <= 'Z';
    return is_code ? tag : none;
}

/* The first piece of the heading's rest, or the last: up to a gap, a dash, a bracket's end. */
static pol_span piece_of(pol_span rest, bool is_last, pol_span *ret_other)
{
    static const char *const marks[] = {"  ", " - ", " \u2013 ", " \u2014 "};
    pol_span none = {NULL, 0};
    rest = pol_span_trim(rest);
    if (!is_last && rest.size > 2 && rest.data[0] == '(') {
        size_t close = pol_span_find(rest, POL_SPAN(")"), 0);
        if (close == (size_t)-1)
            return none;
        *ret_other = pol_span_from(rest, close + 1);
        return pol_span_first(rest, close + 1);
    }
    pol_span tag = is_last ? tag_behind(rest) : none;
    if (tag.data) {
        *ret_other = pol_span_trim(pol_span_first(rest, rest.size - tag.size));
        return tag;
    }
    size_t at = (size_t)-1, size = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t from = 0, found;
             (found = pol_span_find(rest, pol_span_of(marks[i]), from)) != (size_t)-1;
             from = found + 1)
            if (at == (size_t)-1 || (is_last ? found > at : found < at)) {
                at = found;
                size = strlen(marks[i]);
            }
    if (at == (size_t)-1) {
        *ret_other = pol_span_from(rest, rest.size);
        return memchr(rest.data ? rest.data : "", ':', rest.size) ? rest : none;
    }
    pol_span front = pol_span_trim(pol_span_first(rest, at));
    pol_span back = pol_span_trim(pol_span_from(rest, at + size));
    *ret_other = is_last ? front : back;
    return is_last ? back : front;
}

/* What of a piece returns: "(1,204 votes)" as its words, "Committee: NC" as its label, a code of
 * four letters at most as it stands; 0 for what may be a title or a name. */
static uint64_t tag_of(pol_span piece)
{
    enum { CODE_BYTES = 4, WORDS = 4 };
    uint64_t hash = 1469598103934665603ull;
    size_t colon = pol_span_find(piece, POL_SPAN(":"), 0);
    pol_span inner = pol_split_unbracket(piece);
    bool has_digit = false;
    for (size_t i = 0; i < inner.size; i++)
        has_digit = has_digit || (inner.data[i] >= '0' && inner.data[i] <= '9');
    bool is_code =
        inner.size > 0 && inner.size <= CODE_BYTES && pol_word_count(inner, 2) == 1 && !has_digit;
    bool is_label = colon != (size_t)-1 && colon > 0;
    if (pol_word_count(inner, WORDS + 1) > WORDS || pol_split_is_decision(inner) ||
        pol_split_is_body_name(inner) || pol_split_is_parents(piece) ||
        !(is_code || is_label || has_digit))
        return 0;
    pol_span told = is_label ? pol_span_first(piece, colon) : inner;
    if (is_label && pol_word_is_any(pol_word_last(told), "motion resolution proposal proposition "
                                                         "amendment title subject topic"))
        return 0; /* "Motion: Mugs": what it is called, and its title */
    for (size_t i = 0; i < told.size; i++) {
        char c = told.data[i];
        bool is_number = (c >= '0' && c <= '9') || c == ',';
        if (!is_number)
            hash = (hash ^ (unsigned char)c) * 1099511628211ull;
    }
    return hash;
}

/* Taken off where most headings have such a piece, and another item has the same. */
static void drop_tags(pol_split_items *items, bool is_last)
{
    enum { LEAST = 3, LOOKED_AT = 300 };
    size_t tagged = 0, motions = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < items->count && i < LOOKED_AT; i++) {
            pol_split_heading *heading = items->items[i].heading;
            pol_span other = {NULL, 0}, piece = piece_of(heading->rest, is_last, &other);
            bool is_open = items->items[i].kind != POL_KIND_AMENDMENT &&
                           heading->form != POL_SPLIT_TITLE; /* "Motion: Mugs" is one's own */
            uint64_t tag = piece.data && is_open ? tag_of(piece) : 0;
            motions += !is_second && items->items[i].kind != POL_KIND_AMENDMENT;
            size_t same = 0;
            for (size_t k = 0; tag && k < items->count && k < LOOKED_AT && same < 2; k++) {
                pol_span left, own = piece_of(items->items[k].heading->rest, is_last, &left);
                same +=
                    own.data && items->items[k].kind != POL_KIND_AMENDMENT && tag_of(own) == tag;
            }
            tagged += !is_second && same > 1;
            if (!is_second || !tag || tagged < LEAST || tagged * 10 < motions * 6)
                continue;
            pol_split_parts parts = {.target = heading->parts.target};
            for (bool found = true; found;) { /* "(1,204 votes) – Phonics" */
                other = pol_span_trim(other);
                found =
                    pol_span_starts(other, POL_SPAN("-")) || pol_span_starts(other, POL_SPAN(":"));
                bool is_dash = pol_span_starts(other, POL_SPAN("\u2013")) ||
                               pol_span_starts(other, POL_SPAN("\u2014"));
                other = pol_span_from(other, found ? 1 : is_dash ? 3 : 0);
                found = found || is_dash;
            }
            heading->rest = other;
            pol_split_rest_read(other, &parts);
            heading->parts = parts;
        }
}

/* ---- a name behind the number, the title in the next line ---- */

/* The line right under the heading that may be its title; NOWHERE. */
static size_t title_below(pol_splitter *split, const pol_split_item *item)
{
    size_t line = pol_split_next(split, item->heading->end_line);
    if (item->kind == POL_KIND_AMENDMENT || line >= item->end || split->fields[line] ||
        item->heading->inline_text.data || item->heading->parts.mover.data ||
        item->heading->parts.title.size == 0)
        return POL_SPLIT_NOWHERE;
    uint32_t look = pol_split_look(split, line);
    bool is_title = look & POL_LOOK_NAME && (!(look & POL_LOOK_MOVER) || look & POL_LOOK_SHOUT) &&
                    !(look & (POL_LOOK_PROSE | POL_LOOK_DECISION | POL_LOOK_ADVICE |
                              POL_LOOK_STATUS | POL_LOOK_PARENTS | POL_LOOK_POINT));
    return is_title && pol_span_find(source_of(split, line)->text, POL_SPAN(":"), 0) == (size_t)-1
               ? line
               : POL_SPLIT_NOWHERE;
}

/* What speaks for a name: brackets, a body's words, each word with a capital, no capitals alone. */
int pol_split_name_signs(pol_span text)
{
    pol_span inner = pol_split_unbracket(text);
    bool is_loud = pol_word_is_upper(pol_word_last(inner));
    return 2 * (inner.size < pol_span_trim(text).size) + pol_split_has_body(inner) +
           (pol_split_is_name(inner) ? 1 : -1) - is_loud;
}

/* "Motion 1 - Leeds" over "Kettles for all": of the two, that which looks more like names in all
 * the file is who moves. */
static void settle_swapped(pol_splitter *split, pol_split_items *items)
{
    enum { LEAST = 3 };
    size_t both = 0, motions = 0, known = 0;
    int signs = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        size_t line = title_below(split, item);
        motions += item->kind != POL_KIND_AMENDMENT;
        known += item->kind != POL_KIND_AMENDMENT && item->heading->parts.mover.data &&
                 !item->heading->parts.title.size;
        if (line == POL_SPLIT_NOWHERE)
            continue;
        both++;
        signs += pol_split_name_signs(item->heading->rest) -
                 pol_split_name_signs(source_of(split, line)->text);
    }
    signs += 2 * (int)known;
    if (both + known < LEAST || (both + known) * 10 < motions * 6 || signs <= 0)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_parts *parts = &items->items[i].heading->parts;
        if (title_below(split, &items->items[i]) == POL_SPLIT_NOWHERE)
            continue;
        parts->mover = pol_span_core(pol_split_unbracket(parts->title));
        parts->title = pol_span_make(NULL, 0);
    }
}

/* "R1 (Umpires' Panel)": in brackets stands no title. */
static void settle_brackets(pol_split_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        pol_split_parts *parts = &items->items[i].heading->parts;
        pol_span inner = pol_split_unbracket(parts->title);
        if (items->items[i].kind == POL_KIND_AMENDMENT || parts->mover.data ||
            inner.size == parts->title.size || !pol_split_are_names(inner))
            continue;
        parts->mover = inner;
        parts->title = pol_span_make(NULL, 0);
    }
}

/* "R-08 Retirees' Chapter" over "Sponsor: Local 7": a label names who moves, so the rest is the
 * title, though it ends as a body's name. */
static void settle_labelled(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        pol_split_heading *heading = items->items[i].heading;
        pol_span rest = pol_span_core(heading->rest), text;
        size_t line = pol_split_next(split, heading->end_line);
        if (items->items[i].kind == POL_KIND_AMENDMENT || heading->parts.title.size > 0 ||
            !heading->parts.mover.data || heading->inline_text.data ||
            pol_span_core(heading->parts.mover).size < rest.size || line >= items->items[i].end)
            continue;
        text = source_of(split, line)->text;
        size_t colon = pol_span_find(text, POL_SPAN(":"), 0);
        bool is_label = split->fields[line] == POL_FIELD_MOVER ||
                        (colon != (size_t)-1 && colon > 0 &&
                         pol_split_field_of(pol_span_first(text, colon)) == POL_FIELD_MOVER) ||
                        pol_words_start(text, "submitted by", NULL) ||
                        pol_words_start(text, "proposed by", NULL) ||
                        pol_words_start(text, "moved by", NULL);
        if (!is_label)
            continue;
        heading->parts.title = rest;
        heading->parts.mover = pol_span_make(NULL, 0);
    }
}

/* "From the Lichfield Circle" behind most of the numbers: who moves. */
static void settle_from(pol_split_items *items)
{
    enum { LEAST = 2 };
    size_t found = 0, motions = 0;
    pol_span name;
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        found += pol_words_start(items->items[i].heading->parts.title, "from", &name);
    }
    for (size_t i = 0; i < items->count && found >= LEAST && found * 10 >= motions * 6; i++) {
        pol_split_parts *parts = &items->items[i].heading->parts;
        if (!pol_words_start(parts->title, "from", &name) || parts->mover.data)
            continue;
        parts->mover = pol_span_trim(name);
        parts->title = pol_span_make(NULL, 0);
    }
}

/* Where nearly all headings have titles, what was taken for the mover of one is its title, too:
 * "BRANCH GRANTS - Tidewater General". */
/* "11. Motion 1: Mugs": behind the number of the business stands a noun and a number of its own. */
static bool read_inner(const pol_splitter *split, const pol_split_item *item,
                       pol_split_heading *ret)
{
    const pol_split_heading *heading = item->heading;
    pol_split_noun noun;
    pol_span rest = pol_span_core(heading->rest), after;
    if (heading->inline_text.data || heading->number.value == 0 || heading->number.letters ||
        rest.size == 0 || rest.size > POL_SPLIT_LINE_BYTES || item->kind == POL_KIND_AMENDMENT)
        return false;
    bool is_first = pol_span_starts(source_of(split, heading->line)->text, heading->number.printed);
    if (heading->form == POL_SPLIT_NOUN && is_first) { /* its noun is behind it */
        *ret = *heading;
        if (rest.data[0] < '0' || rest.data[0] > '9' ||
            !pol_split_number_parse(rest, false, &ret->number, &ret->rest))
            return false;
        ret->parts = (pol_split_parts){0};
        pol_split_rest_read(ret->rest, &ret->parts);
        return ret->number.value > 0;
    }
    return pol_split_noun_read(rest, &noun, &after) && noun.kind != POL_KIND_AMENDMENT &&
           noun.kind != POL_KIND_RULE_CHANGE && pol_split_heading_parse(rest, ret) &&
           ret->form == POL_SPLIT_NOUN && ret->kind != POL_KIND_AMENDMENT &&
           ret->number.printed.data && !ret->inline_text.data;
}

/* Where most headings have such numbers and these grow, they are the items'. */
static void settle_inner(const pol_splitter *split, pol_split_items *items)
{
    size_t found = 0, growing = 0, motions = 0;
    uint32_t last = 0;
    pol_split_heading inner;
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        if (!read_inner(split, &items->items[i], &inner))
            continue;
        found++;
        growing += inner.number.value > last || inner.number.value == 0;
        last = inner.number.value;
    }
    if (found < 2 || growing < found || found * 2 < motions)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_heading *heading = items->items[i].heading;
        if (!read_inner(split, &items->items[i], &inner))
            continue;
        heading->number = inner.number;
        heading->rest = inner.rest;
        heading->parts = inner.parts;
        heading->kind = items->items[i].kind = inner.kind;
    }
}

void pol_split_settle_rests(pol_splitter *split, pol_split_items *items)
{
    settle_inner(split, items);
    settle_brackets(items);
    settle_labelled(split, items);
    drop_tags(items, false);
    drop_tags(items, true);
    settle_swapped(split, items);
    enum { LEAST = 3 };
    size_t titles = 0, movers = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_heading *heading = items->items[i].heading;
        bool counts = items->items[i].kind != POL_KIND_AMENDMENT && heading->rest.size > 0;
        titles += counts && heading->parts.title.size > 0;
        movers += counts && !heading->parts.title.size && heading->parts.mover.size > 0;
    }
    settle_from(items);
    if (titles < LEAST || titles < movers * 3)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_parts *parts = &items->items[i].heading->parts;
        pol_span rest = pol_span_core(items->items[i].heading->rest);
        if (items->items[i].kind == POL_KIND_AMENDMENT || parts->title.size > 0 ||
            parts->mover.size == 0 || pol_span_core(parts->mover).size < rest.size)
            continue;
        parts->title = rest;
        parts->mover = pol_span_make(NULL, 0);
    }
}
