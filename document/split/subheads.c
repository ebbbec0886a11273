/* subheads.c - small headings that return under the motions, "The proposer's view", "What
 * members might do", "Rationale": where the text stands over them and what is below does not speak
 * as a motion does, it is none of the text. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/items.h"

enum { WORDS = 8, BYTES = 80, LEAST = 2, KEYS_MAX = 64, KEY_LINES = 4000 };

typedef struct key {
    pol_span words;
    size_t owners, last; /* items that have it */
    size_t over_voice;   /* those where a motion's voice follows */
    size_t behind_voice; /* those where it is above */
} key;

typedef struct keys {
    key all[KEYS_MAX];
    size_t count;
} keys;

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* Parts of the text itself: "Conference notes", "Background", "Actions". */
static bool is_of_text(pol_span words)
{
    static const char own[] = "notes believes resolves resolved whereas that motion resolution "
                              "text background preamble context introduction action actions aims "
                              "demands recommendations amendment amendments point points wording "
                              "further instructs mandates agrees calls noting believing resolving "
                              "composite section part rule clause";
    static const char beside[] = "reason reasons rationale explanation explanatory supporting "
                                 "supporter's proposer's mover's";
    pol_span rest = words, word = pol_word_next(&rest);
    if (pol_word_is_any(word, beside)) /* "Reason for motion" */
        return false;
    rest = words;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, own))
            return true;
    return pol_opener_of(words).subject != POL_SUBJECT_NONE || pol_split_is_edit(words);
}

/* May the line be such a heading? */
static bool is_subhead(pol_splitter *split, size_t line, size_t end)
{
    enum {
        OTHERS = POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                 POL_LOOK_PARENTS | POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_LOOSE
    };
    const pol_line *source = source_of(split, line);
    size_t next = pol_split_next(split, line + 1);
    if (split->is_furniture[line] || split->fields[line] || source->is_quoted ||
        source->text.size > BYTES || source->marker.size > 0 || source->role == POL_LINE_CELL ||
        next >= end || pol_split_look(split, line) & OTHERS ||
        !pol_word_is_capital(pol_span_core(source->text)) || pol_ends_in(source->text, ".;,"))
        return false;
    bool is_loud = source->role == POL_LINE_HEADING || source->is_strong;
    bool is_apart = source->blanks > 0 || source->role != POL_LINE_PLAIN ||
                    (line > 0 && pol_ends_in(source->text, ":") &&
                     pol_ends_sentence(source_of(split, line - 1)->text));
    uint8_t field = pol_split_field_of(source->text);
    return (is_loud || is_apart) && pol_word_count(source->text, WORDS + 1) <= WORDS &&
           (field == POL_FIELD_NONE || field == POL_FIELD_OTHER || field == POL_FIELD_ADVICE) &&
           !is_of_text(source->text);
}

static bool is_voice(pol_splitter *split, size_t line)
{
    uint32_t look = pol_split_look(split, line);
    return !split->is_furniture[line] && !split->fields[line] &&
           (look & (POL_LOOK_OPENER | POL_LOOK_EDIT) ||
            (look & POL_LOOK_LOOSE && look & (POL_LOOK_RESOLVES | POL_LOOK_ACTS)));
}

static size_t find_key(keys *found, pol_span words)
{
    for (size_t i = 0; i < found->count; i++)
        if (pol_span_equal(found->all[i].words, words))
            return i;
    if (found->count >= KEYS_MAX)
        return KEYS_MAX;
    found->all[found->count] = (key){.words = words, .last = (size_t)-1};
    return found->count++;
}

/* The line behind what stands under the small heading. */
static size_t end_of(pol_splitter *split, const pol_split_item *item, size_t line)
{
    for (size_t i = line + 1; i < item->end; i++) {
        bool is_next = is_subhead(split, i, item->end) ||
                       (source_of(split, i)->role == POL_LINE_HEADING && !split->is_furniture[i]);
        if (is_next)
            return i;
    }
    return item->end;
}

static void collect(pol_splitter *split, const pol_split_items *items, size_t index, keys *found)
{
    const pol_split_item *item = &items->items[index];
    bool has_voice = item->heading->inline_text.data != NULL, is_under = false;
    size_t end = item->end < item->heading->end_line + KEY_LINES
                     ? item->end
                     : item->heading->end_line + KEY_LINES;
    key *own = NULL;
    for (size_t i = item->heading->end_line; i < end; i++) {
        if (is_subhead(split, i, end)) {
            size_t at = find_key(found, pol_span_core(source_of(split, i)->text));
            own = at < KEYS_MAX && found->all[at].last != index ? &found->all[at] : NULL;
            is_under = true;
            if (own) {
                own->owners++;
                own->last = index;
                own->behind_voice += has_voice;
            }
        } else if (is_voice(split, i)) {
            if (own) {
                own->over_voice++;
                own = NULL;
            }
            has_voice = has_voice || !is_under;
        }
    }
}

static bool is_beside(const keys *found, pol_span words, size_t motions)
{
    for (size_t i = 0; i < found->count; i++) {
        const key *own = &found->all[i];
        if (pol_span_equal(own->words, words))
            return own->owners >= LEAST && own->owners * 10 >= motions * 4 &&
                   own->behind_voice * 10 >= own->owners * 7 &&
                   own->over_voice * 10 <= own->owners * 3;
    }
    return false;
}

static void mark(pol_splitter *split, const pol_split_item *item, size_t line)
{
    enum { OTHERS = POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_STATUS };
    size_t end = end_of(split, item, line);
    for (size_t i = line; i < end; i++)
        if (!split->fields[i] && !(pol_split_look(split, i) & OTHERS))
            split->fields[i] = POL_FIELD_OTHER;
}

void pol_split_mark_subheads(pol_splitter *split, const pol_split_items *items)
{
    keys *found = pol_arena_alloc(split->arena, sizeof *found);
    size_t motions = 0;
    if (!found) {
        pol_splitter_refused(split, sizeof *found);
        return;
    }
    found->count = 0;
    for (size_t i = 0; i < items->count; i++) {
        motions += items->items[i].kind != POL_KIND_AMENDMENT;
        collect(split, items, i, found);
    }
    for (size_t i = 0; i < items->count && found->count > 0; i++) {
        const pol_split_item *item = &items->items[i];
        for (size_t line = item->heading->end_line; line < item->end; line++)
            if (is_subhead(split, line, item->end) &&
                is_beside(found, pol_span_core(source_of(split, line)->text), motions))
                mark(split, item, line);
    }
}
