/* trailers.c - short lines that end the items and are none of their text, told by their
 * return: "Requires a two-thirds majority.", "Received 4 March", "Time allowed: 5 minutes", the
 * dash and the name of who moves. What they say need not be known: behind most texts stands a line
 * that starts with the same words, and no text has such a line in it. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/items.h"

enum {
    ZONE = 8,
    LEAST = 3,
    WORDS_MAX = 16,
    SAME_WORDS = 8,
    KEY_WORDS = 2,
    NAME_WORDS = 7,
    KEYS_MAX = 16,
    LABEL_BYTES = 48
};

/* A line at the end of an item, and what of it returns. */
typedef struct trailer {
    uint64_t key;
    uint32_t item, line;
} trailer;

typedef struct trailers {
    trailer *found; /* by key, then by line */
    size_t count;
    size_t motions, open; /* open: those that name nobody else */
    uint64_t *keys;       /* those that return, in order */
    size_t key_count;
} trailers;

static const uint64_t KEY_NAME = 1, KEY_DASH = 2, KEY_BRACKET = 3;

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* ---- what returns ---- */

static uint64_t hash_words(pol_span text, size_t most)
{
    uint64_t hash = 1469598103934665603ull;
    pol_span word;
    for (size_t i = 0; i < most && (word = pol_word_next(&text)).data; i++) {
        bool is_number = word.data[0] >= '0' && word.data[0] <= '9';
        for (size_t k = 0; k < (is_number ? 1 : word.size); k++)
            hash =
                (hash ^ (is_number ? '#' : (unsigned char)word.data[k] | 0x20)) * 1099511628211ull;
        hash = (hash ^ ' ') * 1099511628211ull;
    }
    return hash;
}

/* Words that start sentences of any text. */
static bool is_of_text(pol_span text)
{
    static const char own[] =
        "it we they these those there therefore accordingly and further finally furthermore "
        "moreover in to for by as with delete add insert resolved whereas be at after replace all "
        "no that this our if when where while the a an or but not also lastly conference congress";
    pol_span rest = text;
    return pol_word_is_any(pol_word_next(&rest), own);
}

static bool is_dashed(pol_span text)
{
    return pol_span_starts(text, POL_SPAN("\u2014 ")) || pol_span_starts(text, POL_SPAN("\u2013 "));
}

/* "(North branch)", and no more than a name in the brackets. */
static bool is_bracketed_name(pol_span text)
{
    pol_span inner = pol_split_unbracket(text);
    return inner.size < pol_span_trim(text).size && pol_split_are_names(inner);
}

/* A line that starts where a sentence is at its end, and is no point of a list. */
static bool stands_alone(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    size_t above = pol_split_previous(split, line);
    if (source->role == POL_LINE_HEADING || source->role == POL_LINE_CELL || source->is_quoted ||
        source->text.size > POL_SPLIT_LINE_BYTES || source->marker.size > 0 ||
        above == POL_SPLIT_NOWHERE)
        return false;
    return source->blanks > 0 || source->role != POL_LINE_PLAIN ||
           pol_ends_sentence(source_of(split, above)->text) || split->is_furniture[above] ||
           !(pol_split_look(split, above) & POL_LOOK_PROSE);
}

/* What of the line may return behind other texts; 0: it is a text's own, or known. */
static uint64_t key_of(pol_splitter *split, size_t line)
{
    enum {
        OWN = POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT,
        KNOWN = POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_STATUS | POL_LOOK_PARENTS
    };
    pol_span text = source_of(split, line)->text;
    if (split->fields[line] || !stands_alone(split, line) || /* what was found to return, too */
        pol_word_count(text, WORDS_MAX + 1) > WORDS_MAX)
        return 0;
    uint32_t look = pol_split_look(split, line);
    if (is_dashed(text) && !(look & POL_LOOK_DECISION) && !pol_ends_in(text, ".;:,"))
        return KEY_DASH;
    if (look & (OWN | KNOWN | POL_LOOK_OPEN))
        return 0;
    if (is_bracketed_name(text))
        return KEY_BRACKET;
    if (look & POL_LOOK_LOOSE) /* "Requires two thirds": in all its words */
        return pol_word_count(text, SAME_WORDS + 1) <= SAME_WORDS ? hash_words(text, SAME_WORDS) | 4
                                                                  : 0;
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(": "), 0);
    pol_split_heading said; /* "Amendment 1.1 – carried" */
    if (pol_split_is_statement(text, &said))
        return 0;
    if (colon != (size_t)-1 && colon > 0 && !pol_split_is_edit(text))
        return hash_words(pol_span_first(text, colon), WORDS_MAX) | 4;
    pol_span core = pol_span_core(text);
    if (pol_word_is_capital(core) && !is_of_text(core) && pol_word_count(core, 2) > 1)
        return hash_words(core, KEY_WORDS) | 4;
    return look & POL_LOOK_NAME && pol_split_is_name(text) ? KEY_NAME : 0;
}

/* A name has other words each time: its shape returns. */
static uint64_t name_of(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    bool is_name = !split->is_furniture[line] && !split->fields[line] && !source->is_strong &&
                   stands_alone(split, line) && pol_split_look(split, line) & POL_LOOK_NAME &&
                   !(pol_split_look(split, line) &
                     (POL_LOOK_OPENER | POL_LOOK_DECISION | POL_LOOK_POINT | POL_LOOK_EDIT)) &&
                   pol_split_is_name(source->text) &&
                   pol_word_count(source->text, NAME_WORDS + 1) <= NAME_WORDS;
    return is_name ? KEY_NAME : 0;
}

static void add(trailers *all, uint64_t key, size_t item, size_t line)
{
    if (key)
        all->found[all->count++] = (trailer){key, (uint32_t)item, (uint32_t)line};
}

/* Is who moves told by the heading, a label or a line that is known for a mover's? */
static bool has_mover(pol_splitter *split, const pol_split_item *item)
{
    if (item->heading->parts.mover.data || item->heading->has_mover)
        return true;
    for (size_t i = item->heading->end_line; i < item->end; i++)
        if (split->fields[i] == POL_FIELD_MOVER ||
            (!split->is_furniture[i] && pol_split_look(split, i) & POL_LOOK_MOVER))
            return true;
    return false;
}

/* The last lines of an item, up to one that can be none. */
static void collect(pol_splitter *split, const pol_split_items *items, size_t index, trailers *all)
{
    const pol_split_item *item = &items->items[index];
    size_t seen = 0, before = all->count;
    bool has_text = item->heading->inline_text.data != NULL, is_open = !has_mover(split, item);
    all->motions += item->kind != POL_KIND_AMENDMENT;
    all->open += item->kind != POL_KIND_AMENDMENT && is_open;
    for (size_t i = item->end, lines = 0;
         i-- > item->heading->end_line && seen < ZONE && lines < ZONE * 2; lines++) {
        if (split->is_furniture[i]) {
            add(all, key_of(split, i), index, i);
            continue;
        }
        uint64_t key = key_of(split, i), name = is_open ? name_of(split, i) : 0;
        bool is_text =
            !key && !name && !split->fields[i] && pol_split_look(split, i) & POL_LOOK_PROSE;
        has_text = has_text || is_text;
        if (is_text && index + 1 < items->count)
            return;
        add(all, key == KEY_NAME ? 0 : key, index, i);
        add(all, name, index, i);
        seen++;
    }
    all->count = has_text || seen >= ZONE ? all->count
                                          : before; /* they stand under a heading, over no text */
}

static int compare(const void *a, const void *b)
{
    const trailer *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static bool is_kept(const trailers *all, uint64_t key)
{
    for (size_t i = 0; key && i < all->key_count; i++)
        if (all->keys[i] == key)
            return true;
    return false;
}

/* How many lines before the ends of the items have the key. */
static size_t count_inside(pol_splitter *split, const pol_split_items *items, const trailers *all,
                           size_t from, size_t to, uint64_t key)
{
    enum { LINES_MAX = 20000 };
    size_t inside = 0, at = from;
    size_t first = items->items[0].heading->end_line;
    for (size_t i = first; i < split->count && i < first + LINES_MAX; i++) {
        while (at < to && all->found[at].line < i)
            at++;
        bool is_found = at < to && all->found[at].line == i;
        inside += !is_found && (key == KEY_NAME ? name_of(split, i) : key_of(split, i)) == key;
    }
    return inside;
}

/* Is it behind the last motion's text, too? Over a next item's number stands its title. */
static bool has_last(const pol_split_items *items, const trailers *all, size_t from, size_t to)
{
    size_t last = items->count - 1;
    return to > from && all->found[to - 1].item == last;
}

/* Keys that stand behind most texts, and seldom in them. */
static void keep_keys(pol_splitter *split, const pol_split_items *items, trailers *all)
{
    for (size_t i = 0, end; i < all->count && all->key_count < KEYS_MAX; i = end) {
        uint64_t key = all->found[i].key;
        size_t owners = 1;
        for (end = i + 1; end < all->count && all->found[end].key == key; end++)
            owners += all->found[end].item != all->found[end - 1].item;
        bool is_name = key == KEY_NAME;
        if (owners < LEAST ||
            owners * (is_name ? 10 : 2) < (is_name ? all->open * 6 : all->motions) ||
            (is_name && (all->open * 2 < all->motions || !has_last(items, all, i, end))) ||
            count_inside(split, items, all, i, end, key) * 3 > owners)
            continue;
        all->keys[all->key_count++] = key;
    }
}

/* ---- marking ---- */

static pol_span without_dash(pol_span text)
{
    while (is_dashed(text))
        text = pol_span_trim(pol_span_from(text, 4));
    return text;
}

static void mark(pol_splitter *split, size_t line, uint64_t key)
{
    pol_span text = source_of(split, line)->text, said = pol_split_advice(text);
    bool is_name = key == KEY_NAME || key == KEY_DASH || key == KEY_BRACKET;
    split->fields[line] = is_name     ? POL_FIELD_MOVER
                          : said.data ? POL_FIELD_ADVICE
                                      : POL_FIELD_OTHER;
    if (is_name)
        split->lines[line].text = pol_split_unbracket(without_dash(text));
    else if (said.data)
        split->lines[line].text = said;
}

/* "Three quarters of the votes cast are needed.", "Requires a two-thirds majority": said of a
 * motion, in none. */
static bool is_requirement(pol_span text)
{
    enum { WORDS = 14 };
    static const char shares[] =
        "two-thirds thirds quarters three-quarters three two simple special "
        "three-fifths fifths";
    pol_span rest = pol_split_unbracket(text), word, ahead = rest, first = pol_word_next(&ahead);
    bool is_share = false, is_vote = false, is_needed = false;
    bool is_bracketed = rest.size < pol_span_trim(text).size;
    if (pol_word_count(text, WORDS + 1) > WORDS ||
        !(is_bracketed ||
          pol_word_is_any(first, shares) || /* "A motion to refer back needs" is a rule's text */
          pol_word_is_any(first, "requires requiring needs") ||
          pol_words_start(text, "a change of rule", NULL) ||
          pol_words_start(text, "a majority of", NULL) ||
          pol_words_start(text, "this resolution", NULL) ||
          pol_words_start(text, "this motion", NULL)))
        return false;
    while ((word = pol_word_next(&rest)).data) {
        is_share = is_share || pol_word_is_any(word, shares);
        is_vote = is_vote || pol_word_is_any(word, "majority votes vote voting");
        is_needed = is_needed || pol_word_is_any(word, "needs needed requires required require "
                                                       "requiring necessary");
    }
    return is_share && is_vote && is_needed;
}

/* "Mover of motion: 7 minutes; all other speakers: 3 minutes.": how long they may speak. */
static bool is_allowance(pol_span text)
{
    enum { WORDS = 14 };
    pol_span rest = text, word;
    bool is_speaker = false, is_time = false;
    if (pol_word_count(text, WORDS + 1) > WORDS ||
        pol_span_find(text, POL_SPAN(":"), 0) > text.size)
        return false;
    while ((word = pol_word_next(&rest)).data) {
        is_speaker = is_speaker || pol_word_is_any(word, "mover speaker speakers speeches speech");
        is_time = is_time || (is_speaker && pol_word_is_any(word, "minutes mins minute"));
    }
    return is_time &&
           pol_word_is_any(pol_word_last(pol_span_core(text)), "minutes mins minute each");
}

/* The first and the last lines of each, where they say what majority is needed, or how long may be
 * spoken. */
void pol_split_mark_majorities(pol_splitter *split, const pol_split_items *items)
{
    enum { HEAD = 4 };
    for (size_t i = 0; i < items->count; i++) {
        size_t head = items->items[i].heading->end_line;
        for (size_t k = head; k < items->items[i].end && k < head + HEAD; k++)
            if (!split->is_furniture[k] && !split->fields[k] && stands_alone(split, k) &&
                (is_requirement(source_of(split, k)->text) ||
                 is_allowance(source_of(split, k)->text)))
                split->fields[k] = POL_FIELD_OTHER;
        size_t line = items->items[i].end, least = items->items[i].heading->end_line + 1;
        while (line > least && (split->is_furniture[line - 1] || split->fields[line - 1] ||
                                !(pol_split_look(split, line - 1) & POL_LOOK_PROSE)))
            line--;
        for (size_t k = line > least ? line - 1 : line; k < items->items[i].end; k++)
            if (!split->is_furniture[k] && !split->fields[k] && stands_alone(split, k) &&
                (is_requirement(source_of(split, k)->text) ||
                 is_allowance(source_of(split, k)->text)))
                split->fields[k] = POL_FIELD_OTHER;
    }
}

void pol_split_mark_trailers(pol_splitter *split, const pol_split_items *items)
{
    trailers all = {
        .found = pol_arena_array(split->arena, items->count * ZONE * 4 + 1, sizeof *all.found),
        .keys = pol_arena_array(split->arena, KEYS_MAX, sizeof *all.keys)};
    if (!all.found || !all.keys) {
        pol_splitter_refused(split, items->count * ZONE * 4 * sizeof *all.found);
        return;
    }
    for (size_t i = 0; i < items->count; i++)
        collect(split, items, i, &all);
    qsort(all.found, all.count, sizeof *all.found, compare);
    keep_keys(split, items, &all);
    for (int names = 0; names < 2; names++) /* where words return the shape tells nothing */
        for (size_t i = 0; i < all.count; i++)
            if ((all.found[i].key == KEY_NAME) == names && is_kept(&all, all.found[i].key) &&
                !split->fields[all.found[i].line])
                mark(split, all.found[i].line, all.found[i].key);
}
