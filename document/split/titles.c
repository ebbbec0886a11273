/* titles.c - items that have titles and no numbers: headings of one style (the markup's,
 * bold, capitals), a whole motion under each. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/state.h"

enum {
    TITLE_WORDS = 24,
    HEAD_LINES = 6,
    STYLES = 10,
    LINES_MAX = 100000 /* of a text; a longer one has numbers */
};

/* Styles, best first: headings by level, bold lines, lines in capitals, lines that stand apart
 * right over a mover's name. */
typedef enum title_style {
    STYLE_LEVEL = 0,
    STYLE_STRONG = 7,
    STYLE_SHOUT = 8,
    STYLE_PLAIN = 9,
    STYLE_NONE = STYLES
} title_style;

typedef struct title {
    uint32_t line, text; /* index of the line, and of the first line of the text under it */
    uint8_t style;
    uint8_t starts; /* texts that open under lines that are none */
    bool has_mover, has_resolves, has_outcome;
} title;

typedef struct titles {
    title *items;
    size_t count, capacity;
} titles;

static uint8_t style_of(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    if (source->role == POL_LINE_HEADING)
        return source->level < STYLE_STRONG ? source->level : STYLE_NONE;
    if (source->role == POL_LINE_CELL || source->role == POL_LINE_ITEM)
        return STYLE_NONE;
    if (source->is_strong)
        return STYLE_STRONG;
    uint32_t look = pol_split_look(split, line);
    bool is_apart = source->blanks > 0 || line == 0;
    if (!is_apart || look & (POL_LOOK_PROSE | POL_LOOK_MOVER | POL_LOOK_DECISION))
        return STYLE_NONE;
    return look & POL_LOOK_SHOUT ? STYLE_SHOUT : STYLE_PLAIN;
}

static bool is_title_line(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    uint32_t look = pol_split_look(split, line);
    if (split->is_furniture[line] || source->is_quoted || source->is_aside ||
        source->text.size > POL_SPLIT_LINE_BYTES ||
        look & (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_LIST_END))
        return false;
    return pol_word_count(source->text, TITLE_WORDS + 1) <= TITLE_WORDS &&
           pol_word_is_capital(pol_span_core(source->text)) && !pol_ends_in(source->text, ":;,") &&
           pol_opener_of(source->text).subject == POL_SUBJECT_NONE;
}

/* Does a motion start under the line: a few lines of names, then an opener? */
static bool has_motion_below(pol_splitter *split, title *found)
{
    size_t line = pol_split_next(split, found->line + 1);
    for (size_t seen = 0; line < split->count && seen < HEAD_LINES;
         line = pol_split_next(split, line + 1), seen++) {
        uint32_t look = pol_split_look(split, line);
        found->has_mover |= (look & POL_LOOK_MOVER) != 0;
        found->has_outcome |= (look & POL_LOOK_DECISION) != 0;
        found->text = (uint32_t)line;
        if (look & POL_LOOK_PROSE)
            return true;
        if (style_of(split, line) == found->style && !(look & POL_LOOK_MOVER))
            return false;
    }
    return false;
}

/* What the lines up to the next title hold. */
static void look_through(pol_splitter *split, title *found, size_t end)
{
    for (size_t i = found->text; i < end; i++) {
        uint32_t look = pol_split_look(split, i);
        size_t above = pol_split_previous(split, i);
        const pol_line *source = &split->text->lines[i];
        bool starts = look & POL_LOOK_OPENER && source->role != POL_LINE_HEADING &&
                      !source->is_strong && !(look & POL_LOOK_OPEN) && above != POL_SPLIT_NOWHERE &&
                      !(pol_split_look(split, above) & POL_LOOK_PROSE);
        found->starts = (uint8_t)(found->starts + (starts && found->starts < 9));
        found->has_resolves |= (look & POL_LOOK_RESOLVES) != 0;
        found->has_mover |= (look & POL_LOOK_MOVER) != 0;
        found->has_outcome |= (look & POL_LOOK_DECISION) != 0;
    }
}

static bool collect(pol_splitter *split, titles *found)
{
    for (size_t i = 0; i < split->count; i++) {
        title here = {.line = (uint32_t)i, .style = style_of(split, i)};
        if (here.style == STYLE_NONE || !is_title_line(split, i) ||
            !has_motion_below(split, &here) || (here.style == STYLE_PLAIN && !here.has_mover))
            continue;
        title *grown = pol_arena_grow(split->arena, found->items, found->count, &found->capacity,
                                      sizeof *grown);
        if (!grown) {
            pol_splitter_refused(split, sizeof *grown);
            return false;
        }
        found->items = grown;
        grown[found->count++] = here;
    }
    return true;
}

/* How many headings of one style are titles of whole motions, most of them marked as such; 0:
 * they are not. */
static size_t count_series(pol_splitter *split, titles *found, uint8_t style)
{
    size_t count = 0, whole = 0, marked = 0, several = 0, end = split->count;
    for (size_t i = found->count; i-- > 0;) {
        title *item = &found->items[i];
        if (item->style != style)
            continue;
        look_through(split, item, end);
        end = item->line;
        count++;
        whole += item->has_resolves;
        several += item->starts > 1;
        marked += item->has_mover || item->has_outcome;
    }
    bool are_sections = several * 2 > count; /* each with several motions */
    return count >= 2 && whole * 10 >= count * 8 && marked * 10 >= count * 6 && !are_sections
               ? whole
               : 0;
}

static int compare_lines(const void *a, const void *b)
{
    const pol_split_heading *x = a, *y = b;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* The titles become headings; of those with a noun only amendments stay. */
static void replace_headings(pol_splitter *split, const titles *found, uint8_t style)
{
    size_t amendments = 0, at = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        amendments += split->headings[i].kind == POL_KIND_AMENDMENT;
    pol_split_heading *made =
        pol_arena_array(split->arena, amendments + found->count, sizeof *made);
    if (!made) {
        pol_splitter_refused(split, (amendments + found->count) * sizeof *made);
        return;
    }
    for (size_t i = 0; i < split->heading_count; i++)
        if (split->headings[i].kind == POL_KIND_AMENDMENT)
            made[at++] = split->headings[i];
    for (size_t i = 0; i < found->count; i++) {
        const title *item = &found->items[i];
        if (item->style != style || !item->has_resolves)
            continue;
        pol_split_heading *heading = &made[at++];
        *heading = (pol_split_heading){.line = item->line,
                                       .end_line = item->line + 1,
                                       .form = POL_SPLIT_TITLE,
                                       .kind = POL_KIND_MOTION,
                                       .has_motion_text = true,
                                       .is_chosen = true,
                                       .rest = split->text->lines[item->line].text};
        pol_split_rest_read(heading->rest, &heading->parts);
        pol_split_take_number(heading);
    }
    qsort(made, at, sizeof *made, compare_lines);
    split->headings = made;
    split->heading_count = at;
}

bool pol_split_choose_titles(pol_splitter *split)
{
    titles found = {0};
    if (split->count > LINES_MAX || !collect(split, &found))
        return false;
    uint8_t best = STYLE_NONE; /* sections have fewer headings than the motions under them */
    size_t most = 0;
    for (uint8_t style = STYLE_LEVEL; style < STYLE_NONE; style++) {
        size_t count = count_series(split, &found, style);
        if (count > most) {
            most = count;
            best = style;
        }
    }
    if (best == STYLE_NONE)
        return false;
    replace_headings(split, &found, best);
    if (split->status == POL_OK)
        pol_split_choose_amendments(split);
    return split->status == POL_OK;
}
