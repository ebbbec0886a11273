/* names.c - who moves, where only the style of the whole file tells it: names behind the
 * dash or in the brackets of most titles, names alone behind the numbers, names at the ends of
 * the texts. */
#include <stdlib.h>

#include "document/recognise/submitters.h"
#include "document/split/items.h"

enum { NAME_WORDS = 8, ABOUT_LEAST = 3 };

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
    pol_split_add_names(item, name, line);
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

bool pol_split_are_names(pol_span text)
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

bool pol_split_has_body(pol_span text)
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

void pol_split_list_names(pol_split_item *item, pol_span text, uint32_t line, bool may_be_people)
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
    pol_split_list_names(item, text, line, true);
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

pol_span pol_split_in_brackets(pol_span title, pol_span *ret_title)
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
        names = pol_split_in_brackets(title, ret_title);
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
    bool is_rule = style == STYLE_BRACKET && names.data && pol_split_names_rule(*ret_title);
    return names.data && !is_rule && pol_split_are_names(names) ? names : pol_span_make(NULL, 0);
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
        bodies += !has_mover && names.data && pol_split_has_body(names);
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
        if (item->mover_count > 0 || !names.data || item->kind == POL_KIND_STATEMENT ||
            (item->kind == POL_KIND_RULE_CHANGE && style == STYLE_COLON))
            continue;
        pol_split_list_names(item, names, item->title_line, bodies + moved == 0);
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
                            inner.size < item->title.size && pol_split_are_names(inner);
        if (is_bracketed) {
            pol_split_list_names(item, inner, item->title_line, false);
            item->title = pol_span_make(NULL, 0);
            continue;
        }
        if (item->kind != POL_KIND_AMENDMENT || item->mover_count > 0 || !item->title.size ||
            !(pol_split_ends_as_body(item->title) ||
              (pol_split_are_names(item->title) && pol_split_has_body(item->title))))
            continue;
        pol_split_list_names(item, item->title, item->title_line, false);
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
    size_t both = 0, movers = 0, titles = 0, bodies = 0, known = 0, about = 0;
    pol_span *found = pol_arena_array(split->arena, items->count, sizeof *found);
    if (!found) {
        pol_splitter_refused(split, items->count * sizeof *found);
        return;
    }
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        if (item->kind == POL_KIND_AMENDMENT || item->kind == POL_KIND_COMPOSITE ||
            item->kind == POL_KIND_STATEMENT)
            continue;
        bool has_title = item->title.size > 0;
        both += has_title && (item->mover_count > 0 || item->heading->has_mover);
        movers += !has_title && item->mover_count > 0;
        if (!has_title || item->mover_count > 0)
            continue;
        if (!pol_split_are_names(item->title))
            both++;
        else
            found[titles++] = item->title;
        bodies += pol_split_has_body(item->title);
        known += is_mover_of_another(items, item->title);
        about += pol_split_is_about(split, item, item->title);
    }
    if (titles == 0 || both * 4 > titles + movers)
        return;
    bool are_others = titles >= ABOUT_LEAST && about * 5 <= titles;
    size_t signs = movers + bodies + count_twice(found, titles) + 2 * known;
    if (!are_others && (signs * 3 < titles + movers || signs < 2))
        return;
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->kind == POL_KIND_AMENDMENT || item->kind == POL_KIND_COMPOSITE ||
            item->kind == POL_KIND_STATEMENT || item->mover_count > 0 ||
            !pol_split_are_names(item->title))
            continue;
        pol_split_list_names(item, item->title, item->title_line, false);
        item->title = pol_span_make(NULL, 0);
    }
}

/* The title stands behind a line that names who moves, and may be a name, too. */
static bool is_behind_mover(const pol_split_item *item)
{
    return item->kind != POL_KIND_AMENDMENT && item->title.size > 0 && item->mover_count > 0 &&
           item->title_line > item->heading->line && item->movers[0].line > item->heading->line &&
           item->movers[0].line < item->title_line && pol_split_are_names(item->title);
}

/* "Moved by: Leeds" over "York": where that stands in most items, and no text is about it, the
 * second line names the seconder. */
static void settle_seconders(pol_splitter *split, pol_split_items *items)
{
    size_t found = 0, motions = 0, about = 0, untitled = 0;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        bool is_found = is_behind_mover(item);
        motions += item->kind != POL_KIND_AMENDMENT;
        found += is_found;
        untitled += item->kind != POL_KIND_AMENDMENT && !item->title.size && item->mover_count > 0;
        about += is_found && pol_split_is_about(split, item, item->title);
    }
    for (size_t i = 0; i < items->count && found + untitled >= ABOUT_LEAST &&
                       (found + untitled) * 10 >= motions * 6 && about * 5 <= found;
         i++) {
        pol_split_item *item = &items->items[i];
        if (!is_behind_mover(item))
            continue;
        pol_split_list_names(item, item->title, item->title_line, false);
        item->title = pol_span_make(NULL, 0);
    }
}

/* "Synod of the Northern Dales", "Youth Assembly": a body's word first or last. */
static bool is_body_alone(pol_span title)
{
    static const char bodies[] =
        "synod presbytery assembly diocese deanery committee council branch "
        "region board section chapter federation association union group "
        "forum network caucus conference division lodge society";
    pol_span rest = title, first = pol_word_next(&rest);
    return pol_split_has_body(title) || pol_word_is_any(pol_word_last(title), bodies) ||
           (pol_word_is_any(first, bodies) && pol_words_start(rest, "of", NULL));
}

/* "Synod of the Northern Dales" alone under a number, where the others have a title and a name: it
 * names who moves, and there is no title. */
static void settle_lone_names(pol_split_items *items)
{
    enum { LEAST = 3 };
    size_t both = 0, motions = 0;
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        both += items->items[i].kind != POL_KIND_AMENDMENT && items->items[i].title.size > 0 &&
                items->items[i].mover_count > 0;
    }
    for (size_t i = 0; i < items->count && both >= LEAST && both * 10 >= motions * 6; i++) {
        pol_split_item *item = &items->items[i];
        if (item->kind == POL_KIND_AMENDMENT || item->mover_count > 0 || item->title.size == 0 ||
            item->title_line <= item->heading->line || !pol_split_are_names(item->title) ||
            !is_body_alone(item->title))
            continue;
        pol_split_list_names(item, item->title, item->title_line, false);
        item->title = pol_span_make(NULL, 0);
    }
}

/* ---- names that another item has ---- */

/* A title with the name behind it and nothing between them ("Care for all North branch"), as
 * a line break leaves it where the markup loses it: told by the name's being another's. */
static void settle_known(pol_split_items *items)
{
    enum { NAMES_MAX = 400 };
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->mover_count > 0 || item->title.size == 0 || item->kind == POL_KIND_STATEMENT)
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

/* A name alone between the heading of an amendment and its text: who moves it, where half of
 * those that name nobody else have one. */
static void settle_amendment_heads(pol_splitter *split, pol_split_items *items)
{
    size_t found = 0, open = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < items->count; i++) {
            pol_split_item *item = &items->items[i];
            if (item->kind != POL_KIND_AMENDMENT || item->mover_count > 0)
                continue;
            bool has_name = item->loose_head != POL_SPLIT_NOWHERE;
            open += !is_second;
            found += !is_second && has_name;
            if (is_second && has_name && found * 2 >= open)
                settle(split, item, item->loose_head);
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
    pol_split_settle_ends(split, items);
    settle_alone(split, items);
    settle_seconders(split, items);
    settle_lone_names(items);
    settle_amendments(items);
    settle_amendment_names(items);
    settle_amendment_heads(split, items);
    settle_known(items);
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->loose_head != POL_SPLIT_NOWHERE && !split->is_furniture[item->loose_head] &&
            (heads + moved) * 2 >= items->count)
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
