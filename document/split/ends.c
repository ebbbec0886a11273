/* ends.c - what the last sentences of the texts are, where most of them end so: names in
 * brackets or in capitals, the decision. */
#include "document/split/items.h"

enum { NAME_WORDS = 8 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* "... the kettle. NORTH BRANCH, EAST BRANCH": capitals behind the end of a sentence. */
static pol_span loud_end(pol_span text)
{
    pol_span none = {NULL, 0}, rest = pol_last_sentence(text), word;
    size_t loud = 0;
    pol_span found = pol_span_trim(rest);
    if (found.size == 0 || found.size == text.size)
        return none;
    while ((word = pol_word_next(&rest)).data) {
        loud += pol_word_is_upper(word);
        if (!pol_word_is_upper(word) && word.size > 1)
            return none;
    }
    return loud > 0 && pol_word_count(found, 2 * NAME_WORDS + 1) <= 2 * NAME_WORDS ? found : none;
}

/* "... no loss. GLEN" over "ORRIN BRANCH": the last line is all the rest of the names. */
static pol_span loud_over_lines(pol_splitter *split, const pol_split_item *item, size_t line,
                                size_t *ret_above)
{
    pol_span none = {NULL, 0}, end;
    size_t above = pol_split_previous(split, line);
    if (above == POL_SPLIT_NOWHERE || above < item->body || source_of(split, line)->blanks > 0 ||
        source_of(split, line)->role != POL_LINE_PLAIN ||
        !(pol_split_look(split, line) & POL_LOOK_SHOUT) ||
        pol_split_look(split, line) & POL_LOOK_DECISION)
        return none;
    end = loud_end(source_of(split, above)->text);
    *ret_above = above;
    return end;
}

bool pol_split_is_loud_rest(pol_splitter *split, const pol_split_item *item, size_t line)
{
    size_t above;
    return loud_over_lines(split, item, line, &above).data != NULL;
}

/* "B104", of a branch. */
static bool is_code(pol_span text)
{
    enum { CODE_BYTES = 8 };
    bool has_digit = false;
    for (size_t i = 0; i < text.size; i++)
        has_digit = has_digit || (text.data[i] >= '0' && text.data[i] <= '9');
    return has_digit && text.size <= CODE_BYTES && pol_word_count(text, 2) == 1;
}

/* The names that a text ends with, and the text without them; absent. */
static pol_span names_at_end(pol_span text, pol_span *ret_text)
{
    pol_span none = {NULL, 0}, names = pol_split_in_brackets(text, ret_text);
    if (names.data && is_code(names) && pol_split_is_body_name(*ret_text)) {
        ret_text->size = 0; /* "Penrith Stores Branch (B104)" */
        return pol_span_trim(text);
    }
    if (names.data && pol_split_are_names(names))
        return names;
    names = loud_end(text);
    if (!names.data)
        names = pol_last_sentence(text);
    if (!names.data || names.size == 0 || names.size == text.size || pol_split_is_decision(names))
        return none;
    bool is_loud = pol_word_is_upper(pol_word_last(names));
    if (!is_loud && !pol_split_is_body_name(names))
        return none;
    *ret_text = pol_span_trim(pol_span_first(text, (size_t)(names.data - text.data)));
    return names;
}

/* The last line of the item's text; NULL where it is on the heading's own. */
static size_t last_line(const pol_splitter *split, const pol_split_item *item)
{
    for (size_t i = item->end; i > item->body;)
        if (!split->is_furniture[--i])
            return i;
    return POL_SPLIT_NOWHERE;
}

static pol_span end_text(const pol_splitter *split, const pol_split_item *item)
{
    size_t line = last_line(split, item);
    return line == POL_SPLIT_NOWHERE ? item->heading->inline_text : source_of(split, line)->text;
}

/* Joins the two and takes them out of the text; false where there are none. */
static bool take_over_lines(pol_splitter *split, pol_split_item *item, size_t line)
{
    size_t above;
    if (line == POL_SPLIT_NOWHERE || item->mover_count > 0)
        return false;
    pol_span start = loud_over_lines(split, item, line, &above),
             rest = source_of(split, line)->text;
    char *made = start.data ? pol_arena_alloc(split->arena, start.size + rest.size + 2) : NULL;
    if (!made)
        return false;
    memcpy(made, start.data, start.size);
    made[start.size] = ' ';
    memcpy(made + start.size + 1, rest.data, rest.size);
    pol_split_list_names(item, pol_span_make(made, start.size + 1 + rest.size), (uint32_t)above,
                         false);
    split->is_furniture[line] = true;
    pol_span text = source_of(split, above)->text;
    item->cut_line = (uint32_t)above;
    item->cut_text = pol_span_trim(pol_span_first(text, (size_t)(start.data - text.data)));
    return true;
}

/* "Trade Union Group": a name alone behind the last full stop, where other texts
 * end in bodies. */
static pol_span loose_end(pol_span text, pol_span *ret_text)
{
    pol_span names = pol_last_sentence(text), none = {NULL, 0};
    if (names.size == 0 || names.size == text.size || pol_split_is_decision(names) ||
        !pol_split_ends_as_body(names) || !pol_split_is_name(names))
        return none;
    *ret_text = pol_span_trim(pol_span_first(text, (size_t)(names.data - text.data)));
    return names;
}

static void take_end(pol_splitter *split, pol_split_item *item)
{
    size_t line = last_line(split, item);
    if (take_over_lines(split, item, line))
        return;
    pol_span text, names = names_at_end(end_text(split, item), &text);
    if (!names.data)
        names = loose_end(end_text(split, item), &text);
    bool is_inline = line == POL_SPLIT_NOWHERE;
    if (item->mover_count > 0 || !names.data)
        return;
    uint32_t at = is_inline ? item->heading->line : (uint32_t)line;
    for (size_t from = 0, comma; !memchr(names.data, ';', names.size) &&
                                 (comma = pol_span_find(names, POL_SPAN(", "), from)) != (size_t)-1;
         names = pol_span_from(names, comma + 2))
        pol_split_add_mover(item, pol_span_first(names, comma), at, false);
    pol_split_list_names(item, names, at, false);
    if (is_inline)
        item->heading->inline_text = text;
    else if (text.size == 0)
        split->is_furniture[line] = true;
    else {
        item->cut_line = (uint32_t)line;
        item->cut_text = text;
    }
}

/* "... and asks for lamps. Remitted.": the sentence that ends a text and decides it; absent. */
static pol_span decision_at_end(pol_span text)
{
    pol_span last = pol_last_sentence(text), none = {NULL, 0};
    pol_span core = pol_span_core(last);
    return last.size < text.size && core.size > 0 && pol_word_is_capital(core) &&
                   pol_split_is_decision(core)
               ? last
               : none;
}

/* Taken off where most texts end so. */
static void settle_decisions(pol_splitter *split, pol_split_items *items)
{
    enum { LEAST = 2 };
    size_t found = 0;
    for (size_t i = 0; i < items->count; i++)
        found += decision_at_end(end_text(split, &items->items[i])).data != NULL;
    for (size_t i = 0; i < items->count && found >= LEAST && found * 2 >= items->count; i++) {
        pol_split_item *item = &items->items[i];
        size_t line = last_line(split, item);
        pol_span text = end_text(split, item), last = decision_at_end(text);
        if (!last.data || item->decision.data)
            continue;
        item->decision = pol_span_core(last);
        item->decision_line = line == POL_SPLIT_NOWHERE ? item->heading->line : (uint32_t)line;
        text = pol_span_trim(pol_span_first(text, (size_t)(last.data - text.data)));
        if (line == POL_SPLIT_NOWHERE) {
            item->heading->inline_text = text;
        } else {
            item->cut_line = (uint32_t)line;
            item->cut_text = text;
        }
    }
}

void pol_split_settle_ends(pol_splitter *split, pol_split_items *items)
{
    settle_decisions(split, items);
    size_t found = 0, open = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        pol_span text;
        open += item->mover_count == 0;
        found += item->mover_count == 0 && names_at_end(end_text(split, item), &text).data;
    }
    if (found < 2 || found * 2 < open)
        return;
    for (size_t i = 0; i < items->count; i++)
        take_end(split, &items->items[i]);
}
