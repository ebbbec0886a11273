/* candidates.c - the lines that may be headings of items, and how much speaks for each:
 * what it says itself, what stands above it, and whether the text of a motion follows. */
#include "document/numbering.h"
#include "document/openers.h"
#include "document/split/state.h"

enum {
    BELOW_LINES = 12, /* looked at for the start of the text */
    TEXT_LINES = 40,  /* looked at for an opener of any clause */
    HEAD_LINES = 6,   /* between a heading and its text */
    SHORT_TITLE = 14  /* words */
};

/* ---- which lines ---- */

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* The first cell of its row, or no cell. */
static bool starts_row(const pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    if (source->role != POL_LINE_CELL)
        return true;
    if (source->column)
        return source->column == 1;
    return source->blanks > 0 || line == 0 || source_of(split, line - 1)->role != POL_LINE_CELL;
}

/* The line above runs on into this one: then this is no heading. */
static bool is_amid_paragraph(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    if (line == 0 || source->blanks > 0 || source->role != POL_LINE_PLAIN || source->is_strong ||
        split->is_furniture[line - 1])
        return false;
    pol_span above = source_of(split, line - 1)->text;
    uint32_t look = pol_split_look(split, line - 1);
    return (look & POL_LOOK_PROSE) && !pol_ends_sentence(above) && !(look & POL_LOOK_OPEN) &&
           !(look & (POL_LOOK_DECISION | POL_LOOK_MOVER));
}

/* Far to the right, right under a line at the left: who moved what is above. */
static bool is_at_right(const pol_splitter *split, size_t line)
{
    enum { RIGHT = 30, LEFT = 12 };
    const pol_line *own = source_of(split, line);
    return line > 0 && own->role == POL_LINE_PLAIN && own->blanks == 0 && own->indent >= RIGHT &&
           source_of(split, line - 1)->role == POL_LINE_PLAIN &&
           source_of(split, line - 1)->indent <= LEFT;
}

/* Is what stands behind the number the text of a numbered paragraph? */
static bool is_paragraph(const pol_split_heading *heading)
{
    pol_span rest = pol_span_core(heading->rest);
    if (heading->form != POL_SPLIT_BARE && heading->form != POL_SPLIT_DOTTED &&
        heading->form != POL_SPLIT_LETTERED)
        return false;
    if (heading->parts.mover.data || heading->parts.decision.data || heading->inline_text.data)
        return false;
    return pol_opener_of(rest).subject >= POL_SUBJECT_BODY || pol_ends_in(heading->rest, ";,:") ||
           (pol_ends_in(heading->rest, ".") && pol_word_count(rest, 9) > 8);
}

/* "Motion 14 (2029): Night cover": of another year, which this paper quotes. */
static bool is_of_another_year(const pol_split_heading *heading)
{
    pol_span rest = pol_span_trim(heading->rest), word;
    if (rest.size < 6 || rest.data[0] != '(' || rest.data[5] != ')')
        return false;
    word = pol_span_make(rest.data + 1, 4);
    return pol_word_year(word) != 0;
}

static bool add_heading(pol_splitter *split, const pol_split_heading *heading)
{
    if (split->heading_count >= POL_SPLIT_HEADINGS_MAX) {
        split->has_too_many = true;
        return false;
    }
    pol_split_heading *grown = pol_arena_grow(split->arena, split->headings, split->heading_count,
                                              &split->heading_capacity, sizeof *grown);
    if (!grown) {
        pol_splitter_refused(split, sizeof *grown);
        return false;
    }
    split->headings = grown;
    grown[split->heading_count++] = *heading;
    return true;
}

/* "Motion no" over "12". */
static bool read_two_lines(pol_splitter *split, size_t line, pol_split_heading *heading)
{
    uint8_t kind = POL_KIND_MOTION;
    size_t next = pol_split_next(split, line + 1);
    bool is_field = next < split->count && split->fields[line] == POL_FIELD_LABEL;
    if (is_field && split->fields[next] != POL_FIELD_NUMBER)
        return false;
    if (next >= split->count ||
        !(pol_split_is_noun_alone(source_of(split, line)->text, &kind) || is_field))
        return false;
    pol_span text = source_of(split, next)->text, rest;
    pol_split_number number;
    if (!pol_split_number_parse(text, true, &number, &rest) || pol_span_core(rest).size > 0)
        return false;
    *heading = (pol_split_heading){.form = POL_SPLIT_NOUN, .kind = kind, .number = number};
    heading->rest = pol_span_from(text, text.size);
    heading->end_line = (uint32_t)next + 1;
    return true;
}

/* "2A" over "Amendment to Motion 2": the one is the other's number. */
static void join_amendment(pol_splitter *split, pol_split_heading *heading)
{
    pol_split_heading below;
    size_t next = pol_split_next(split, heading->end_line);
    if (heading->rest.size > 0 || heading->inline_text.data || next >= split->count ||
        (heading->form != POL_SPLIT_BARE && heading->form != POL_SPLIT_LETTERED &&
         heading->form != POL_SPLIT_DOTTED) ||
        !pol_split_heading_parse(source_of(split, next)->text, &below) ||
        below.kind != POL_KIND_AMENDMENT || below.form != POL_SPLIT_WORDS)
        return;
    heading->kind = POL_KIND_AMENDMENT;
    heading->form = POL_SPLIT_NOUN;
    heading->parts = below.parts;
    heading->end_line = (uint32_t)next + 1;
}

/* "Motion 4, from the Powys and Ceredigion branches (formerly" over "3 and 11): Small schools". */
static bool read_wrapped(pol_splitter *split, size_t line, pol_split_heading *heading)
{
    enum { FULL_BYTES = 50 };
    const pol_line *own = source_of(split, line), *next = own + 1;
    pol_split_noun noun;
    pol_span after;
    if (line + 1 >= split->count || own->text.size < FULL_BYTES || next->blanks > 0 ||
        own->role != POL_LINE_PLAIN || next->role != POL_LINE_PLAIN ||
        own->text.size + next->text.size > POL_SPLIT_LINE_BYTES || own->blanks == 0 ||
        pol_ends_in(next->text, ".;,") || !pol_split_noun_read(own->text, &noun, &after) ||
        (line + 2 < split->count && source_of(split, line + 2)->blanks == 0))
        return false;
    char *made = pol_arena_alloc(split->arena, own->text.size + next->text.size + 2);
    if (!made) {
        pol_splitter_refused(split, own->text.size);
        return false;
    }
    memcpy(made, own->text.data, own->text.size);
    made[own->text.size] = ' ';
    memcpy(made + own->text.size + 1, next->text.data, next->text.size);
    pol_split_heading joined = {0};
    if (!pol_split_heading_parse(pol_span_make(made, own->text.size + 1 + next->text.size),
                                 &joined) ||
        joined.form != POL_SPLIT_NOUN || joined.parts.title.size == 0)
        return false;
    *heading = joined;
    heading->end_line = (uint32_t)line + 2;
    return true;
}

static bool read_line(pol_splitter *split, size_t line, bool has_inline, pol_split_heading *heading)
{
    const pol_line *source = source_of(split, line);
    bool is_quoted = source->is_quoted && !(source->role == POL_LINE_HEADING || source->is_strong ||
                                            pol_words_start(source->text, "amendment", NULL));
    if (split->is_furniture[line] || is_quoted || !starts_row(split, line) ||
        (split->fields[line] && split->fields[line] != POL_FIELD_LABEL))
        return false;
    char first = source->marker.size > 0 ? '1' : source->text.data[0];
    if (!((first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
          strchr("#*[(|_", first)))
        return false;
    if (read_two_lines(split, line, heading))
        return true;
    if (split->fields[line] == POL_FIELD_LABEL)
        return false;
    bool may_be_inline = has_inline &&
                         (source->blanks > 0 || line == 0 || source->role != POL_LINE_PLAIN) &&
                         source->role != POL_LINE_HEADING;
    if (may_be_inline && pol_split_read_inline(pol_split_printed(split, line), heading)) {
        heading->end_line = (uint32_t)line + 1;
        return true;
    }
    bool is_found = pol_split_heading_parse(pol_split_printed(split, line), heading);
    if (!is_found && source->marker.size > 0) /* "* Motion 12", or a number that is not its own */
        is_found = pol_split_heading_parse(source->text, heading);
    heading->end_line = (uint32_t)line + 1;
    is_found = is_found || read_wrapped(split, line, heading);
    if (is_found)
        join_amendment(split, heading);
    return is_found && (!source->is_quoted || heading->kind == POL_KIND_AMENDMENT);
}

/* ---- what speaks for it ---- */

/* The first heading behind `from` that would end the text of this one. */
static size_t next_rival(const pol_splitter *split, size_t index)
{
    const pol_split_heading *own = &split->headings[index];
    for (size_t i = index + 1; i < split->heading_count && i < index + BELOW_LINES; i++) {
        const pol_split_heading *other = &split->headings[i];
        bool is_next = other->form == own->form && other->number.letters == own->number.letters &&
                       other->number.value == own->number.value + 1;
        if (other->form == POL_SPLIT_NOUN || other->form == POL_SPLIT_LETTERED || is_next)
            return other->line;
    }
    return split->count;
}

static void look_on(pol_splitter *split, pol_split_heading *heading, size_t from, size_t rival)
{
    for (size_t i = from, seen = 0; i < rival && seen < TEXT_LINES; i++, seen++) {
        uint32_t look = pol_split_look(split, i);
        if (look & (POL_LOOK_OPENER | POL_LOOK_EDIT) ||
            (look & POL_LOOK_LOOSE && look & POL_LOOK_RESOLVES)) {
            heading->has_motion_text = true;
            return;
        }
    }
}

/* The second line of a title that is too long for one. */
static bool is_wrap(pol_splitter *split, size_t line)
{
    enum { WRAP_BYTES = 60 };
    const pol_line *source = source_of(split, line);
    return line < split->count && source->role == POL_LINE_PLAIN && source->blanks == 0 &&
           source->text.size <= WRAP_BYTES && source->text.data[0] >= 'a' &&
           source->text.data[0] <= 'z' && !pol_ends_sentence(source->text);
}

static void look_below(pol_splitter *split, size_t index)
{
    pol_split_heading *heading = &split->headings[index];
    if (heading->inline_text.data) {
        heading->has_prose = heading->has_opener = heading->has_motion_text = true;
        return;
    }
    size_t rival = next_rival(split, index), heads = 0;
    size_t line = pol_split_next(split, heading->end_line);
    if (is_wrap(split, line))
        line = pol_split_next(split, line + 1);
    for (size_t seen = 0; line < rival && seen < BELOW_LINES;
         line = pol_split_next(split, line + 1), seen++) {
        uint32_t look = pol_split_look(split, line);
        if (split->fields[line]) {
            heading->has_mover |= split->fields[line] == POL_FIELD_MOVER;
            heading->has_outcome |= split->fields[line] == POL_FIELD_DECISION;
            continue;
        }
        if (heading->rest.size > 0 && pol_split_is_counted_section(split, line))
            break;
        if (look & POL_LOOK_PROSE) {
            heading->has_prose = true;
            heading->has_opener = (look & (POL_LOOK_OPENER | POL_LOOK_EDIT)) != 0;
            heading->has_loose = (look & POL_LOOK_LOOSE) != 0;
            heading->has_motion_text = heading->has_opener || heading->has_loose;
            if (!heading->has_motion_text)
                look_on(split, heading, line + 1, rival);
            return;
        }
        heading->has_mover |= (look & POL_LOOK_MOVER) != 0;
        heading->has_outcome |= (look & POL_LOOK_DECISION) != 0;
        if (!(look & (POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                      POL_LOOK_PARENTS)) &&
            ++heads > HEAD_LINES)
            break;
    }
    heading->is_bodiless = true;
}

static int score_itself(pol_splitter *split, const pol_split_heading *heading)
{
    static const int by_form[] = {4, 2, 0, 0, 2, -1, 0};
    const pol_line *source = source_of(split, heading->line);
    int score = by_form[heading->form];
    size_t words = pol_word_count(heading->rest, SHORT_TITLE + 1);
    if (source->role == POL_LINE_HEADING)
        score += 4;
    else if (source->is_strong)
        score += 2;
    if (source->role == POL_LINE_ITEM && source->level > 1)
        score -= 3;
    if (heading->inline_text.data && heading->form != POL_SPLIT_NOUN)
        score -= 1; /* a numbered paragraph looks the same */
    pol_span title = heading->parts.title;
    if (title.size > 3 && (pol_split_look(split, heading->line) & POL_LOOK_SHOUT))
        score += 2;
    if (heading->parts.mover.data)
        score += 3;
    if (heading->parts.decision.data || heading->parts.recommendation.data)
        score += 1;
    if (words > SHORT_TITLE)
        score -= 2;
    pol_span ahead = title; /* "No. 9. WATER CHARGES. (Hull.)" */
    bool is_loud = pol_word_is_upper(pol_word_next(&ahead));
    if (pol_ends_in(heading->rest, ".") && title.size > 0 && source->role != POL_LINE_HEADING &&
        !is_loud)
        score -= 2;
    if (pol_ends_in(heading->rest, ":;,") && !heading->inline_text.data)
        score -= 4;
    return score;
}

/* "To pass the following resolutions:". */
static bool announces_items(pol_span text)
{
    enum { WORDS = 24 };
    pol_span word;
    for (int i = 0; i < WORDS && (word = pol_word_next(&text)).data; i++)
        if (pol_word_is_any(word, "motions resolutions propositions"))
            return true;
    return false;
}

static int score_above(pol_splitter *split, size_t index)
{
    const pol_split_heading *heading = &split->headings[index];
    const pol_line *source = source_of(split, heading->line);
    int score = source->blanks > 0 || heading->line == 0 ? 1 : 0;
    size_t above = pol_split_previous(split, heading->line);
    if (above == POL_SPLIT_NOWHERE || source->role == POL_LINE_HEADING)
        return score;
    uint32_t look = pol_split_look(split, above);
    pol_span text = source_of(split, above)->text;
    pol_span inner = text.size <= POL_SPLIT_LINE_BYTES ? pol_split_unbracket(text) : text;
    bool is_name = inner.size < pol_span_trim(text).size && pol_split_is_name(inner);
    if (look & (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_SHOUT) || is_name) /* "(Mayo)" */
        score += 1;
    else if ((look & POL_LOOK_OPEN && !announces_items(text)) ||
             pol_word_is_any(pol_word_last(text), "and or to that"))
        score -= heading->form == POL_SPLIT_NOUN ? 2 : 5;
    const pol_split_heading *before = index > 0 ? heading - 1 : NULL;
    bool is_sibling = before && before->line == above && before->form == heading->form &&
                      before->number.value + 1 == heading->number.value &&
                      !(heading->inline_text.data && source->blanks > 0 &&
                        pol_split_look(split, heading->line) & POL_LOOK_ACTS) &&
                      !(source->blanks > 0 && (heading->has_opener || heading->has_loose));
    return is_sibling && !heading->has_mover && !heading->parts.mover.data ? score - 4 : score;
}

static int score_below(const pol_split_heading *heading)
{
    int score = heading->has_mover ? 3 : 0;
    if (heading->is_bodiless)
        return -6;
    if (heading->has_opener)
        return score + 4;
    return score + (heading->has_loose ? 3 : heading->has_motion_text ? 2 : 1);
}

/* "Motion 23 (Harwich)      ruled out of order", right under others of its kind. */
static bool is_row_below(const pol_splitter *split, size_t index)
{
    const pol_split_heading *own = &split->headings[index], *above = own - 1;
    const pol_line *line = source_of(split, own->line);
    return own->parts.decision.data && above->end_line == own->line && line->blanks == 0 &&
           line->role == source_of(split, above->line)->role && own->form == above->form;
}

/* Entries of a list in a row, no text between them: contents, results. The last of them may
 * have an introduction under it. */
static void mark_lists(pol_splitter *split)
{
    enum { RUN = 3 };
    for (size_t i = 0; i < split->heading_count;) {
        size_t end = i;
        while (end < split->heading_count && split->headings[end].is_bodiless)
            end++;
        for (size_t k = i; k < end && end - i >= RUN; k++)
            split->headings[k].is_listed = true;
        if (end - i >= RUN && end < split->heading_count && is_row_below(split, end))
            split->headings[end].is_listed = split->headings[end].is_bodiless = true;
        i = end + 1;
    }
}

/* Sections that count from 1 again: a first number right under a heading that is no item's. */
static void count_epochs(pol_splitter *split)
{
    enum { EPOCHS_MAX = 4000 };
    uint16_t epoch = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        size_t above = pol_split_previous(split, heading->line);
        if (above != POL_SPLIT_NOWHERE && heading->number.value == 1 && !heading->is_bodiless &&
            heading->form == POL_SPLIT_BARE && i > 0 && heading[-1].line != above &&
            epoch < EPOCHS_MAX) {
            const pol_line *line = source_of(split, above);
            uint32_t look = pol_split_look(split, above);
            bool stands_out = line->role == POL_LINE_HEADING || line->is_strong ||
                              look & POL_LOOK_SHOUT ||
                              (look & POL_LOOK_NAME && line->blanks > 0 &&
                               source_of(split, heading->line)->blanks > 0 &&
                               !(look & (POL_LOOK_MOVER | POL_LOOK_DECISION)));
            epoch = (uint16_t)(epoch + (stands_out && !(look & POL_LOOK_PROSE)));
        }
        heading->epoch = epoch;
    }
}

/* "Motion 12 as amended: CARRIED" behind the motion of that number. */
static bool is_statement(pol_splitter *split, size_t line)
{
    enum { BACK = 60 };
    pol_split_heading said;
    size_t next = pol_split_next(split, line + 1);
    if (!pol_split_is_statement(source_of(split, line)->text, &said) ||
        (next < split->count && pol_split_look(split, next) & (POL_LOOK_OPENER | POL_LOOK_EDIT)))
        return false;
    for (size_t i = split->heading_count, seen = 0; i-- > 0 && seen < BACK; seen++) {
        const pol_split_heading *other = &split->headings[i];
        if (pol_split_number_equal(&other->number, &said.number) && line > other->line + 1)
            return true;
    }
    return false;
}

/* Is the heading of the motion that the dotted one would amend but a section's: right over its
 * first item, nothing between them? */
static bool is_section_of(const pol_splitter *split, size_t base)
{
    const pol_split_heading *heading = &split->headings[base], *next = heading + 1;
    size_t below = pol_split_next(split, heading->end_line);
    bool is_over = base + 1 < split->heading_count &&
                   (below == next->line || /* a title over the first one's number */
                    (pol_split_next(split, below + 1) == next->line &&
                     !(split->looks[below] & POL_LOOK_PROSE)));
    return is_over && base + 1 < split->heading_count && heading->number.letters == 0 &&
           heading->form == POL_SPLIT_BARE &&
           pol_split_number_is_base(&heading->number, &next->number);
}

/* "7.1 Mugs" over a motion's text, and no edit of another's. */
static bool is_over_motion(pol_splitter *split, size_t index)
{
    const pol_split_heading *heading = &split->headings[index];
    size_t end = index + 1 < split->heading_count ? heading[1].line : split->count;
    bool has_text = heading->inline_text.data != NULL;
    for (size_t i = heading->end_line; i < end && i < heading->end_line + BELOW_LINES; i++) {
        uint32_t look = pol_split_look(split, i);
        if (look & POL_LOOK_EDIT)
            return false;
        has_text = has_text || look & (POL_LOOK_OPENER | POL_LOOK_LOOSE);
    }
    return has_text && !pol_split_is_edit(heading->inline_text);
}

/* "1/1", "1/2", "2/1", "1.1", "1.2": items of sections, where no 1 and no 2 stands that they could
 * amend. */
static void join_sections(pol_splitter *split)
{
    enum { LEAST = 3, BACK = 400 };
    size_t found = 0, dotted = 0, over = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        pol_split_number number = heading->number;
        if (heading->form != POL_SPLIT_DOTTED || !pol_split_number_step(&number))
            continue;
        bool is_dotted = pol_span_find(number.printed, POL_SPAN("/"), 0) == (size_t)-1 &&
                         !(i + 1 < split->heading_count && /* no entry of a list */
                           pol_split_next(split, heading->end_line) == heading[1].line);
        found++;
        dotted += is_dotted;
        over += is_dotted && is_over_motion(split, i);
        for (size_t k = i, seen = 0; k-- > 0 && seen < BACK; seen++)
            if (pol_split_number_is_base(&split->headings[k].number, &heading->number) &&
                split->headings[k].kind != POL_KIND_AMENDMENT && !is_section_of(split, k))
                return;
    }
    if (found < LEAST || over * 10 < dotted * 6)
        return;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (is_section_of(split, i)) /* "2. Weather" is no point of the text above it */
            split->looks[heading->line] &= ~(uint32_t)(POL_LOOK_PROSE | POL_LOOK_POINT);
        if (heading->form != POL_SPLIT_DOTTED || !pol_split_number_step(&heading->number))
            continue;
        heading->form = POL_SPLIT_LETTERED;
        heading->kind = POL_KIND_MOTION;
    }
}

/* "Amendment moved by Mr Pask" over "502  Leave out the second line": one heading. */
static void join_movers(pol_splitter *split)
{
    size_t kept = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *over = &split->headings[i];
        pol_split_heading *own = i + 1 < split->heading_count ? over + 1 : NULL;
        bool is_over = own && over->kind == POL_KIND_AMENDMENT && over->form == POL_SPLIT_WORDS &&
                       !over->inline_text.data && own->inline_text.data &&
                       (own->form == POL_SPLIT_BARE || own->form == POL_SPLIT_LETTERED) &&
                       pol_split_next(split, over->end_line) == own->line;
        if (is_over) {
            own->kind = POL_KIND_AMENDMENT;
            own->form = POL_SPLIT_NOUN;
            own->parts = over->parts;
            split->is_furniture[over->line] = true;
            continue;
        }
        split->headings[kept++] = *over;
    }
    split->heading_count = kept;
}

/* Printed like the other, and numbered next to it? */
static bool are_neighbours(const pol_splitter *split, const pol_split_heading *a,
                           const pol_split_heading *b)
{
    const pol_line *x = source_of(split, a->line), *y = source_of(split, b->line);
    return a->form == POL_SPLIT_BARE && b->form == POL_SPLIT_BARE && x->role == y->role &&
           x->level == y->level && x->is_strong == y->is_strong &&
           (a->number.value + 1 == b->number.value || b->number.value + 1 == a->number.value);
}

/* "1. Apologies", "2. Motion: Mugs", "3. Motion: Tea": the meeting counts its items, and the
 * motions have no numbers of their own. */
static void drop_agenda_numbers(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t motions = 0, others = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *own = &split->headings[i];
        bool is_beside = (i > 0 && are_neighbours(split, own - 1, own) && own[-1].names_motion) ||
                         (i + 1 < split->heading_count && are_neighbours(split, own, own + 1) &&
                          own[1].names_motion);
        motions += own->names_motion;
        others += !own->names_motion && is_beside;
    }
    for (size_t i = 0; i < split->heading_count && motions >= LEAST && others > 0; i++) {
        pol_split_heading *own = &split->headings[i];
        if (!own->names_motion)
            continue;
        own->form = POL_SPLIT_WORDS;
        own->number = (pol_split_number){0};
    }
}

void pol_split_collect(pol_splitter *split)
{
    bool has_inline = pol_split_has_inline(split);
    for (size_t i = 0; i < split->count && split->status == POL_OK; i++) {
        pol_split_heading heading = {0};
        if (!read_line(split, i, has_inline, &heading) || is_amid_paragraph(split, i) ||
            is_at_right(split, i) || is_paragraph(&heading) || is_of_another_year(&heading) ||
            is_statement(split, i))
            continue;
        heading.line = (uint32_t)i;
        bool is_own = heading.form == POL_SPLIT_NOUN && heading.rest.size == 0 &&
                      !heading.parts.title.size; /* "Motion No.      1" */
        if (pol_split_look(split, i) & POL_LOOK_LIST_END && !is_own)
            heading.is_listed = true;
        if (!add_heading(split, &heading))
            break;
        if (heading.end_line > i + 1)
            i = heading.end_line - 1;
    }
    drop_agenda_numbers(split);
    join_sections(split);
    join_movers(split);
    pol_split_drop_sources(split);
    for (size_t i = 0; i < split->heading_count; i++)
        look_below(split, i);
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        heading->is_bodiless = heading->is_bodiless || heading->is_listed;
        heading->score =
            score_itself(split, heading) + score_above(split, i) + score_below(heading);
    }
    mark_lists(split);
    count_epochs(split);
}
