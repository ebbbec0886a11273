/* split_names.c - who moves, where only the style of the whole file tells it: names behind the
 * dash or in the brackets of most titles, names alone behind the numbers, names at the ends of
 * the texts. */
#include <stdlib.h>

#include "document/recognise_submitters.h"
#include "document/split_items.h"

enum { NAME_WORDS = 8 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* A person's name: two or three capitalised words, none of a body. */
static bool may_be_person(pol_span name)
{
    size_t words = pol_word_count(name, 4);
    return words >= 2 && words <= 3 && !pol_words_start(name, "the", NULL) &&
           !pol_submitter_is_body(name) && !pol_split_is_body_name(name) &&
           pol_span_find(name, POL_SPAN(" of "), 0) == (size_t)-1;
}

static void settle(pol_splitter *split, pol_split_item *item, uint32_t line)
{
    pol_span name = source_of(split, line)->text;
    pol_split_add_mover(item, name, line, may_be_person(name));
    split->is_furniture[line] = true;
}

/* ---- lists of names ---- */

/* "Humber Division; Tyne Division / Council": the next of them, up to a mark. */
static pol_span next_name(pol_span *rest)
{
    size_t at = 0;
    while (at < rest->size && rest->data[at] != ';' && rest->data[at] != '/' &&
           rest->data[at] != '|')
        at++;
    pol_span name = pol_span_trim(pol_span_first(*rest, at));
    *rest = pol_span_from(*rest, at < rest->size ? at + 1 : at);
    return name;
}

static bool are_names(pol_span text)
{
    pol_span rest = text;
    bool has_name = false;
    while (rest.size > 0) {
        pol_span name = next_name(&rest);
        pol_span left = name;
        bool is_rule = pol_word_is_any(pol_word_next(&left), "rule rules article section standing "
                                                             "bye-law constitution clause");
        if (!pol_split_is_name(name) || pol_word_count(name, NAME_WORDS + 1) > NAME_WORDS ||
            pol_split_is_decision(name) || is_rule)
            return false;
        has_name = true;
    }
    return has_name;
}

static bool has_body(pol_span text)
{
    pol_span rest = text;
    while (rest.size > 0) {
        pol_span name = next_name(&rest);
        bool is_loud = pol_word_is_upper(pol_word_last(name)); /* "SCHOOLS FOR ALL" */
        if (is_loud ? pol_word_count(name, 2) > 1 && pol_split_is_body_name(name)
                    : pol_split_is_body_piece(name))
            return true;
    }
    return false;
}

static void add_names(pol_split_item *item, pol_span text, uint32_t line, bool may_be_people)
{
    enum { NAMES = 8 };
    pol_span rest = text, names[NAMES];
    size_t count = pol_split_bodies(pol_span_core(text), names, NAMES);
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], line, false);
    while (count == 0 && rest.size > 0) {
        pol_span name = next_name(&rest);
        pol_split_add_mover(item, name, line, may_be_people && may_be_person(name));
    }
}

void pol_split_add_names(pol_split_item *item, pol_span text, uint32_t line)
{
    add_names(item, text, line, true);
}

/* ---- names at the ends of titles ---- */

typedef enum title_style {
    STYLE_DASH = 0, /* "Mugs - North branch" */
    STYLE_BRACKET,  /* "Mugs (North branch)" */
    STYLE_FRONT,    /* "(North branch) Mugs" */
    STYLE_COLON,    /* "Mugs: North branch" */
    STYLE_FLAT,     /* "Mugs for all North branch", where the markup lost what was between */
    STYLE_COUNT
} title_style;

static pol_span in_brackets(pol_span title, pol_span *ret_title)
{
    pol_span none = {NULL, 0};
    if (title.size < 3 || title.data[title.size - 1] != ')')
        return none;
    for (size_t at = title.size - 1; at-- > 0;)
        if (title.data[at] == '(') {
            *ret_title = pol_span_trim(pol_span_first(title, at));
            return pol_span_trim(pol_span_make(title.data + at + 1, title.size - at - 2));
        }
    return none;
}

static pol_span in_front(pol_span title, pol_span *ret_title)
{
    size_t close = pol_span_find(title, POL_SPAN(")"), 0);
    if (title.size < 3 || title.data[0] != '(' || close == (size_t)-1)
        return pol_span_make(NULL, 0);
    *ret_title = pol_span_trim(pol_span_from(title, close + 1));
    return pol_span_trim(pol_span_make(title.data + 1, close - 1));
}

static pol_span behind_colon(pol_span title, pol_span *ret_title)
{
    size_t at = (size_t)-1;
    for (size_t from = 0, next; (next = pol_span_find(title, POL_SPAN(": "), from)) != (size_t)-1;
         from = next + 1)
        at = next;
    if (at == (size_t)-1)
        return pol_span_make(NULL, 0);
    *ret_title = pol_span_trim(pol_span_first(title, at));
    return pol_span_trim(pol_span_from(title, at + 1));
}

/* Ends as a body's name does, in small letters, too: "North Shires libraries branch". */
bool pol_split_ends_as_body(pol_span text)
{
    return pol_word_is_any(pol_word_last(text),
                           "branch branches region committee council section network group forum "
                           "division party society members board caucus synod executive chapter "
                           "union lodge club circle association federation") &&
           pol_word_is_capital(text) && pol_word_count(text, NAME_WORDS) < NAME_WORDS &&
           !pol_ends_in(text, ".;,:");
}

/* Told by the capital after small letters. Behind "with" or "of" the first capital is still
 * the title's. */
static pol_span flat_behind(pol_span title, pol_span *ret_title)
{
    pol_span rest = title, word, before = {NULL, 0};
    bool is_object = false, has_small = false;
    for (size_t i = 0; i < title.size; i++)
        has_small = has_small || (title.data[i] >= 'a' && title.data[i] <= 'z');
    if (!has_small)
        return before; /* in capitals, each word would start a name */
    while ((word = pol_word_next(&rest)).data) {
        bool is_small = before.data && ((before.data[0] >= 'a' && before.data[0] <= 'z') ||
                                        before.data[0] <= '9' || before.size == 1);
        bool is_capital = pol_word_is_capital(word) && (word.data[0] < '0' || word.data[0] > '9');
        pol_span name = pol_span_from(title, (size_t)(word.data - title.data));
        if (is_capital && (is_small || is_object)) {
            is_object = word.size > 1 && is_small &&
                        pol_word_is_any(before, "with of for in on at and the to by "
                                                "from a an");
            if (!is_object && word.size > 1 &&
                (pol_split_is_body_piece(name) || pol_split_ends_as_body(name))) {
                *ret_title = pol_span_trim(pol_span_first(title, title.size - name.size));
                return name;
            }
        }
        before = word;
    }
    return pol_span_make(NULL, 0);
}

/* The names that the title holds in this style, and the title without them; absent. */
static pol_span names_of(pol_span title, title_style style, pol_span *ret_title)
{
    pol_span names = {NULL, 0};
    size_t at;
    switch (style) {
    case STYLE_DASH:
        names = pol_split_dashed_name(title, &at);
        if (names.data)
            *ret_title = pol_span_trim(pol_span_first(title, at));
        return names;
    case STYLE_BRACKET:
        names = in_brackets(title, ret_title);
        break;
    case STYLE_FRONT:
        names = in_front(title, ret_title);
        break;
    case STYLE_COLON:
        names = behind_colon(title, ret_title);
        break;
    case STYLE_FLAT:
        return flat_behind(title, ret_title);
    default:
        break;
    }
    return names.data && are_names(names) ? names : pol_span_make(NULL, 0);
}

/* Taken for who moves where most titles have such a piece at their end, and it names bodies. */
static void settle_style(pol_split_items *items, title_style style)
{
    enum { LEAST = 3 };
    size_t found = 0, moved = 0, bodies = 0;
    pol_span title;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        pol_span names = names_of(item->title, style, &title);
        bool has_mover = item->heading->parts.mover.data != NULL;
        moved += has_mover;
        found += !has_mover && names.data;
        bodies += !has_mover && names.data && has_body(names);
    }
    if (found == 0 || found + moved < LEAST || (found + moved) * 2 < items->count)
        return;
    bool is_bracket = style == STYLE_BRACKET || style == STYLE_FRONT;
    bool are_most = is_bracket && found >= LEAST && found * 10 >= items->count * 6;
    if (style != STYLE_DASH && (bodies + moved) * 3 < found + moved && !are_most)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        pol_span names = names_of(item->title, style, &title);
        if (item->mover_count > 0 || !names.data)
            continue;
        add_names(item, names, item->title_line, bodies + moved == 0);
        item->title = title;
    }
}

/* Amendments have movers, and seldom titles. */
static void settle_amendments(pol_split_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        pol_span inner = pol_split_unbracket(item->title);
        bool is_bracketed = item->kind == POL_KIND_AMENDMENT && item->mover_count == 0 &&
                            inner.size < item->title.size && are_names(inner);
        if (is_bracketed) {
            add_names(item, inner, item->title_line, false);
            item->title = pol_span_make(NULL, 0);
            continue;
        }
        if (item->kind != POL_KIND_AMENDMENT || item->mover_count > 0 || !item->title.size ||
            !(pol_split_ends_as_body(item->title) ||
              (are_names(item->title) && has_body(item->title))))
            continue;
        add_names(item, item->title, item->title_line, false);
        item->title = pol_span_make(NULL, 0);
    }
}

/* "AMENDMENT (a) - TYNE": a short name behind most of those that name nobody else. */
static void settle_amendment_names(pol_split_items *items)
{
    enum { WORDS = 4 };
    size_t found = 0, open = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < items->count; i++) {
            pol_split_item *item = &items->items[i];
            if (item->kind != POL_KIND_AMENDMENT || item->mover_count > 0 || !item->title.size)
                continue;
            bool is_short =
                pol_split_is_name(item->title) && pol_word_count(item->title, WORDS + 1) <= WORDS;
            open += !is_second;
            found += !is_second && is_short;
            if (!is_second || !is_short || found * 10 < open * 6)
                continue;
            pol_split_add_mover(item, item->title, item->title_line, false);
            item->title = pol_span_make(NULL, 0);
        }
}

/* ---- names alone behind the numbers ---- */

static int compare_spans(const void *a, const void *b)
{
    const pol_span *x = a, *y = b;
    size_t size = x->size < y->size ? x->size : y->size;
    int order = size ? memcmp(x->data, y->data, size) : 0;
    return order ? order : (x->size > y->size) - (x->size < y->size);
}

/* Titles that stand twice: names do, titles seldom. */
static size_t count_twice(pol_span *titles, size_t count)
{
    size_t twice = 0;
    qsort(titles, count, sizeof *titles, compare_spans);
    for (size_t i = 1; i < count; i++)
        twice += compare_spans(&titles[i - 1], &titles[i]) == 0;
    return twice;
}

/* Is it, word for word, who moves another item? */
static bool is_mover_of_another(const pol_split_items *items, pol_span title)
{
    enum { NAMES_MAX = 400 };
    for (size_t i = 0; i < items->count && i < NAMES_MAX; i++)
        for (size_t k = 0; k < items->items[i].mover_count; k++)
            if (pol_span_equal(items->items[i].movers[k].name, pol_span_core(title)))
                return true;
    return false;
}

/* "42. Council", "43. Greywater": where no heading has both a title and a name, and some have
 * a body's name alone or stand again and again, all are names. */
static void settle_alone(pol_splitter *split, pol_split_items *items)
{
    size_t both = 0, movers = 0, titles = 0, bodies = 0, known = 0;
    pol_span *found = pol_arena_array(split->arena, items->count, sizeof *found);
    if (!found) {
        pol_splitter_refused(split, items->count * sizeof *found);
        return;
    }
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        if (item->kind == POL_KIND_AMENDMENT)
            continue;
        bool has_title = item->title.size > 0;
        both += has_title && (item->mover_count > 0 || item->heading->has_mover);
        movers += !has_title && item->mover_count > 0;
        if (!has_title || item->mover_count > 0)
            continue;
        if (!are_names(item->title))
            both++;
        else
            found[titles++] = item->title;
        bodies += has_body(item->title);
        known += is_mover_of_another(items, item->title);
    }
    if (titles == 0 || both * 4 > titles + movers)
        return;
    size_t signs = movers + bodies + count_twice(found, titles) + 2 * known;
    if (signs * 4 < titles + movers || signs < 2)
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->kind == POL_KIND_AMENDMENT || item->mover_count > 0 || !are_names(item->title))
            continue;
        add_names(item, item->title, item->title_line, false);
        item->title = pol_span_make(NULL, 0);
    }
}

/* ---- names at the ends of the texts ---- */

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

/* The names that a text ends with, and the text without them; absent. */
static pol_span names_at_end(pol_span text, pol_span *ret_text)
{
    pol_span none = {NULL, 0}, names = in_brackets(text, ret_text);
    if (names.data && are_names(names))
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
    add_names(item, pol_span_make(made, start.size + 1 + rest.size), (uint32_t)above, false);
    split->is_furniture[line] = true;
    pol_span text = source_of(split, above)->text;
    item->cut_line = (uint32_t)above;
    item->cut_text = pol_span_trim(pol_span_first(text, (size_t)(start.data - text.data)));
    return true;
}

static void take_end(pol_splitter *split, pol_split_item *item)
{
    size_t line = last_line(split, item);
    if (take_over_lines(split, item, line))
        return;
    pol_span text, names = names_at_end(end_text(split, item), &text);
    bool is_inline = line == POL_SPLIT_NOWHERE;
    if (item->mover_count > 0 || !names.data)
        return;
    uint32_t at = is_inline ? item->heading->line : (uint32_t)line;
    for (size_t from = 0, comma; !memchr(names.data, ';', names.size) &&
                                 (comma = pol_span_find(names, POL_SPAN(", "), from)) != (size_t)-1;
         names = pol_span_from(names, comma + 2))
        pol_split_add_mover(item, pol_span_first(names, comma), at, false);
    add_names(item, names, at, false);
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

static void settle_ends(pol_splitter *split, pol_split_items *items)
{
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

/* ---- names that another item has ---- */

/* A title with the name behind it and nothing between them ("Care for all North branch"), as
 * a line break leaves it where the markup loses it: told by the name's being another's. */
static void settle_known(pol_split_items *items)
{
    enum { NAMES_MAX = 400 };
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->mover_count > 0 || item->title.size == 0)
            continue;
        for (size_t k = 0, seen = 0; k < items->count && seen < NAMES_MAX; k++) {
            if (items->items[k].mover_count == 0)
                continue;
            seen++;
            pol_span name = items->items[k].movers[0].name;
            if (item->title.size <= name.size + 1 || !pol_span_ends(item->title, name) ||
                item->title.data[item->title.size - name.size - 1] != ' ')
                continue;
            item->title = pol_span_trim(pol_span_first(item->title, item->title.size - name.size));
            pol_split_add_mover(item, name, item->title_line, false);
            break;
        }
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
/* ---- tags that return in the headings ---- */

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
static int name_signs(pol_span text)
{
    pol_span inner = pol_split_unbracket(text);
    bool is_loud = pol_word_is_upper(pol_word_last(inner));
    return 2 * (inner.size < pol_span_trim(text).size) + has_body(inner) +
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
        signs += name_signs(item->heading->rest) - name_signs(source_of(split, line)->text);
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

void pol_split_settle_rests(pol_splitter *split, pol_split_items *items)
{
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

/* Is the name right over or under a line that names a mover, in the same block? */
static bool stands_by_mover(const pol_splitter *split, const pol_split_item *item)
{
    for (size_t i = 0; i < item->mover_count; i++) {
        uint32_t line = item->movers[i].line;
        if ((line == item->loose_tail + 1 && source_of(split, line)->blanks == 0) ||
            (line + 1 == item->loose_tail && source_of(split, item->loose_tail)->blanks == 0))
            return true;
    }
    return false;
}

/* The name, and those in the lines right under it. */
static void settle_run(pol_splitter *split, pol_split_item *item)
{
    enum { NAMES = 8 };
    size_t line = item->loose_tail;
    for (int i = 0; i < NAMES && line < item->end; i++) {
        if (!split->is_furniture[line])
            settle(split, item, (uint32_t)line);
        line++;
        bool goes_on = line < item->end && source_of(split, line)->blanks == 0 &&
                       source_of(split, line)->role == POL_LINE_PLAIN &&
                       pol_split_look(split, line) & POL_LOOK_NAME &&
                       pol_word_count(source_of(split, line)->text, NAME_WORDS + 1) <= NAME_WORDS;
        if (!goes_on)
            return;
    }
}

/* A name alone behind a text, where the others have none, names the next section. */
static void become_section(pol_splitter *split, const pol_split_item *item, pol_split_item *next)
{
    const pol_line *source = source_of(split, item->loose_tail);
    size_t above = pol_split_previous(split, item->loose_tail);
    if (source->blanks == 0 || split->is_furniture[item->loose_tail] ||
        pol_split_next(split, item->loose_tail + 1) < item->end || above == POL_SPLIT_NOWHERE ||
        !pol_ends_sentence(source_of(split, above)->text) ||
        source_of(split, next->heading->line)->blanks == 0)
        return;
    split->is_furniture[item->loose_tail] = true;
    if (!next->section.data || next->section_line < item->loose_tail) {
        next->section = pol_span_core(source->text);
        next->section_line = item->loose_tail;
        next->section_decision = pol_span_make(NULL, 0);
    }
}

void pol_split_settle_names(pol_splitter *split, pol_split_items *items)
{
    size_t heads = 0, tails = 0, moved = 0;
    for (size_t i = 0; i < items->count; i++) {
        heads += items->items[i].loose_head != POL_SPLIT_NOWHERE;
        tails += items->items[i].loose_tail != POL_SPLIT_NOWHERE;
        moved += items->items[i].mover_count > 0 || items->items[i].heading->has_mover;
    }
    for (title_style style = STYLE_DASH; style < STYLE_COUNT; style++)
        settle_style(items, style);
    settle_decisions(split, items);
    settle_ends(split, items);
    settle_alone(split, items);
    settle_amendments(items);
    settle_amendment_names(items);
    settle_known(items);
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->loose_head != POL_SPLIT_NOWHERE && (heads + moved) * 2 >= items->count)
            settle(split, item, item->loose_head);
        if (item->loose_tail == POL_SPLIT_NOWHERE)
            continue;
        bool is_usual = item->mover_count == 0 && (tails + moved) * 2 >= items->count;
        if (is_usual || stands_by_mover(split, item))
            settle_run(split, item);
        else if (tails * 4 <= items->count && i + 1 < items->count)
            become_section(split, item, item + 1);
    }
}
