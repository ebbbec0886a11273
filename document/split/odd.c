/* odd.c - the few items whose heading has no number among many that have: "Change to clause
 * 5 (Membership)", "Bye-law amendment: Elections", in the print of the numbered ones, the text of a
 * motion right below. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/state.h"

enum { BELOW = 6, TITLE_WORDS = 20, LEAST = 3 };

/* How the numbered headings are printed; most of them alike. */
typedef struct print {
    uint8_t role, level;
    bool is_strong;
    size_t count;
} print;

static bool is_alike(const print *a, const pol_line *line)
{
    return a->role == line->role && a->level == line->level && a->is_strong == line->is_strong;
}

/* The print of most of the chosen; false where it is that of any line. */
static bool find_print(const pol_splitter *split, print *ret)
{
    size_t chosen = 0;
    *ret = (print){0};
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        const pol_line *line = &split->text->lines[heading->line];
        if (!heading->is_chosen || heading->kind == POL_KIND_AMENDMENT || heading->inline_text.data)
            continue;
        if (ret->count == 0)
            *ret = (print){line->role, line->level, line->is_strong, 0};
        ret->count += is_alike(ret, line);
        chosen++;
    }
    return (ret->role == POL_LINE_HEADING || ret->is_strong) && ret->count >= LEAST &&
           ret->count * 10 >= chosen * 8;
}

/* Is it one of the headings, chosen or not? */
static bool is_known(const pol_splitter *split, size_t line, size_t *at)
{
    while (*at < split->heading_count && split->headings[*at].line < line)
        (*at)++;
    return *at < split->heading_count && split->headings[*at].line == line;
}

/* Right below: who moves, then the text of a motion or of a change, before another heading. */
static bool is_over_motion(pol_splitter *split, const print *usual, size_t line)
{
    bool has_mover = false;
    size_t i = pol_split_next(split, line + 1);
    for (int seen = 0; i < split->count && seen < BELOW; i = pol_split_next(split, i + 1), seen++) {
        uint32_t look = pol_split_look(split, i);
        const pol_line *source = &split->text->lines[i];
        if (is_alike(usual, source) || source->role == POL_LINE_CELL)
            return false;
        if (look & (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_LOOSE))
            return true;
        if (look & POL_LOOK_PROSE)
            return has_mover;
        has_mover = has_mover || look & POL_LOOK_MOVER || split->fields[i] == POL_FIELD_MOVER;
    }
    return false;
}

/* Does a text end above it? Right under a number stands that item's title. */
static bool is_behind_text(pol_splitter *split, const print *usual, size_t line)
{
    enum { ABOVE = 6 };
    for (int seen = 0; seen < ABOVE && line != POL_SPLIT_NOWHERE; seen++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE || is_alike(usual, &split->text->lines[line]))
            return false;
        if (pol_split_look(split, line) & POL_LOOK_PROSE)
            return true;
    }
    return false;
}

static bool is_odd(pol_splitter *split, const print *usual, size_t line)
{
    enum {
        OTHERS = POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT | POL_LOOK_DECISION |
                 POL_LOOK_ADVICE | POL_LOOK_STATUS | POL_LOOK_PARENTS | POL_LOOK_OPEN |
                 POL_LOOK_POINT
    };
    const pol_line *source = &split->text->lines[line];
    return !split->is_furniture[line] && !split->fields[line] && !source->is_quoted &&
           !source->is_aside && is_alike(usual, source) &&
           source->text.size <= POL_SPLIT_LINE_BYTES && !(pol_split_look(split, line) & OTHERS) &&
           pol_word_is_capital(pol_span_core(source->text)) &&
           pol_word_count(source->text, TITLE_WORDS + 1) <= TITLE_WORDS &&
           !pol_words_start(source->text, "amendment", NULL) &&
           is_behind_text(split, usual, line) && is_over_motion(split, usual, line);
}

static pol_split_heading make_heading(const pol_splitter *split, size_t line)
{
    pol_split_heading made = {.line = (uint32_t)line,
                              .end_line = (uint32_t)line + 1,
                              .form = POL_SPLIT_TITLE,
                              .kind = POL_KIND_MOTION,
                              .is_chosen = true,
                              .has_motion_text = true,
                              .rest = split->text->lines[line].text};
    pol_split_rest_read(made.rest, &made.parts);
    return made;
}

static int compare_lines(const void *a, const void *b)
{
    const pol_split_heading *x = a, *y = b;
    return x->line < y->line ? -1 : x->line > y->line;
}

void pol_split_choose_odd(pol_splitter *split)
{
    print usual;
    size_t at = 0, odd = 0, first = 0;
    if (!find_print(split, &usual))
        return;
    while (first < split->heading_count && !split->headings[first].is_chosen)
        first++;
    size_t start = split->headings[first].line;
    for (size_t i = start; i < split->count; i++)
        odd += !is_known(split, i, &at) && is_odd(split, &usual, i);
    if (odd == 0 || odd > usual.count)
        return;
    pol_split_heading *made =
        pol_arena_array(split->arena, split->heading_count + odd, sizeof *made);
    if (!made) {
        pol_splitter_refused(split, (split->heading_count + odd) * sizeof *made);
        return;
    }
    size_t count = split->heading_count;
    memcpy(made, split->headings, count * sizeof *made);
    at = 0;
    for (size_t i = start; i < split->count && count < split->heading_count + odd; i++)
        if (!is_known(split, i, &at) && is_odd(split, &usual, i))
            made[count++] = make_heading(split, i);
    qsort(made, count, sizeof *made, compare_lines);
    split->headings = made;
    split->heading_count = count;
    split->heading_capacity = count;
}
