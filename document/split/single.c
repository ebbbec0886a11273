/* single.c - one motion and the amendments to it, and nothing else: the paper names the body
 * and the meeting, the motion has a title and no number, and behind its text stand "Amendment one,
 * from North branch" and the edit. */
#include <stdlib.h>

#include "document/split/state.h"

enum { LINES_MAX = 4000, HEAD_LINES = 8, BELOW = 3, TITLE_WORDS = 24, LONG_WORDS = 14 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* Is the heading an amendment's, right over an edit? */
static bool is_over_edit(pol_splitter *split, const pol_split_heading *heading)
{
    if (heading->kind != POL_KIND_AMENDMENT || heading->is_bodiless ||
        (heading->form != POL_SPLIT_NOUN && heading->form != POL_SPLIT_WORDS))
        return false;
    if (heading->inline_text.data)
        return pol_split_is_edit(heading->inline_text);
    size_t line = pol_split_next(split, heading->end_line);
    for (int i = 0; i < BELOW && line < split->count; i++, line = pol_split_next(split, line + 1))
        if (pol_split_look(split, line) & POL_LOOK_EDIT)
            return true;
    return false;
}

/* The first line of the motion's text before `end`; NOWHERE. */
static size_t find_text(pol_splitter *split, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        uint32_t look = pol_split_look(split, i);
        const pol_line *source = source_of(split, i);
        bool is_text = look & POL_LOOK_OPENER ||
                       (look & POL_LOOK_LOOSE && look & (POL_LOOK_ACTS | POL_LOOK_RESOLVES)) ||
                       (look & POL_LOOK_PROSE && source->role == POL_LINE_PARAGRAPH &&
                        pol_word_count(source->text, LONG_WORDS) == LONG_WORDS);
        if (is_text && !split->is_furniture[i] && !split->fields[i])
            return i;
    }
    return POL_SPLIT_NOWHERE;
}

/* The line over the text that is the motion's title: a heading, or set apart in capitals. */
static size_t find_title(pol_splitter *split, size_t text)
{
    enum {
        OTHERS = POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS | POL_LOOK_OPEN |
                 POL_LOOK_EDIT | POL_LOOK_POINT
    };
    size_t line = text;
    for (int i = 0; i < HEAD_LINES; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE)
            return POL_SPLIT_NOWHERE;
        const pol_line *source = source_of(split, line);
        if (line == 0 && source->role != POL_LINE_HEADING) /* names the paper */
            return POL_SPLIT_NOWHERE;
        uint32_t look = pol_split_look(split, line);
        uint8_t kind;
        if (pol_split_is_noun_alone(source->text, &kind))
            continue; /* "Motion", over the text */
        bool is_loud =
            source->role == POL_LINE_HEADING || source->is_strong || look & POL_LOOK_SHOUT;
        bool is_short = source->text.size <= POL_SPLIT_LINE_BYTES &&
                        pol_word_count(source->text, TITLE_WORDS + 1) <= TITLE_WORDS;
        if (is_loud && is_short && !split->fields[line] && !source->is_aside &&
            !(look & (OTHERS | POL_LOOK_MOVER)))
            return line;
        if (look & POL_LOOK_PROSE && !(look & POL_LOOK_MOVER))
            return POL_SPLIT_NOWHERE;
    }
    return POL_SPLIT_NOWHERE;
}

/* "Motion #14" right over the title: the heading starts there. */
static void put_number_above(pol_splitter *split, size_t title, pol_split_heading *heading)
{
    size_t above = title > 0 ? pol_split_previous(split, title) : POL_SPLIT_NOWHERE;
    pol_split_heading own;
    if (above == POL_SPLIT_NOWHERE || heading->number.printed.data ||
        !pol_split_heading_parse(source_of(split, above)->text, &own) ||
        own.form != POL_SPLIT_NOUN || own.kind == POL_KIND_AMENDMENT || own.rest.size > 0)
        return;
    own.line = (uint32_t)above;
    own.end_line = (uint32_t)above + 1;
    own.has_motion_text = own.is_chosen = true;
    *heading = own;
}

bool pol_split_choose_single(pol_splitter *split)
{
    size_t first = POL_SPLIT_NOWHERE, count = 0;
    if (split->count > LINES_MAX)
        return false;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (!is_over_edit(split, heading))
            continue;
        first = first == POL_SPLIT_NOWHERE ? heading->line : first;
        count++;
    }
    size_t text = count > 0 ? find_text(split, first) : POL_SPLIT_NOWHERE;
    size_t title = text == POL_SPLIT_NOWHERE ? text : find_title(split, text);
    if (title == POL_SPLIT_NOWHERE)
        return false;
    pol_split_heading *made = pol_arena_array(split->arena, count + 1, sizeof *made);
    if (!made) {
        pol_splitter_refused(split, (count + 1) * sizeof *made);
        return false;
    }
    made[0] = (pol_split_heading){.line = (uint32_t)title,
                                  .end_line = (uint32_t)title + 1,
                                  .form = POL_SPLIT_TITLE,
                                  .kind = POL_KIND_MOTION,
                                  .has_motion_text = true,
                                  .is_chosen = true,
                                  .rest = source_of(split, title)->text};
    pol_split_rest_read(made[0].rest, &made[0].parts);
    pol_split_take_number(&made[0]);
    put_number_above(split, title, &made[0]);
    size_t at = 1;
    for (size_t i = 0; i < split->heading_count; i++)
        if (is_over_edit(split, &split->headings[i]) && split->headings[i].line >= first &&
            at <= count) {
            made[at] = split->headings[i];
            made[at++].is_chosen = true;
        }
    split->headings = made;
    split->heading_count = at;
    return true;
}
