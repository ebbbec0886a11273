/* proof.c - do the chosen headings bear each other out: a motion under most of them, marks of
 * one, numbers that do not stand twice? */
#include <stdlib.h>

#include "document/split/state.h"

typedef struct tally {
    size_t items, motions; /* chosen; those with the text of a motion */
    size_t whole;          /* those that resolve something */
    size_t marked;         /* with a mover or a decision of their own */
    size_t named;          /* by noun or letters */
    size_t inlined;        /* those whose text starts on the line of the number */
    size_t repeats;        /* numbers that stand twice */
    size_t over;           /* those with a mover right over the line that they start on */
    bool is_one;           /* one mover stands over all of them */
    uint32_t line;         /* of the first */
} tally;

static int compare_numbers(const void *a, const void *b)
{
    const pol_split_heading *x = *(const pol_split_heading *const *)a;
    const pol_split_heading *y = *(const pol_split_heading *const *)b;
    const uint32_t left[] = {x->kind,
                             x->epoch,
                             x->noun,
                             x->number.letters,
                             x->number.value,
                             x->number.minor,
                             (unsigned char)x->number.suffix};
    const uint32_t right[] = {y->kind,
                              y->epoch,
                              y->noun,
                              y->number.letters,
                              y->number.value,
                              y->number.minor,
                              (unsigned char)y->number.suffix};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    return 0;
}

static size_t count_repeats(pol_splitter *split)
{
    size_t count = 0, repeats = 0;
    const pol_split_heading **sorted =
        pol_arena_array(split->arena, split->heading_count + 1, sizeof *sorted);
    if (!sorted) {
        pol_splitter_refused(split, split->heading_count * sizeof *sorted);
        return 0;
    }
    for (size_t i = 0; i < split->heading_count; i++)
        if (split->headings[i].is_chosen && split->headings[i].kind != POL_KIND_AMENDMENT &&
            split->headings[i].number.printed.data)
            sorted[count++] = &split->headings[i];
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    for (size_t i = 1; i < count; i++)
        repeats += compare_numbers(&sorted[i - 1], &sorted[i]) == 0;
    return repeats;
}

/* "Mr Clay moved:", "The motion was carried with two dissentients.": what minutes tell of one. */
static bool tells_business(pol_span text)
{
    static const char *const told[] = {" following motion",
                                       " moved:",
                                       " proposed:",
                                       " seconded:",
                                       " seconded.",
                                       "motion was carried",
                                       "motion was lost",
                                       "motion carried",
                                       "resolution was carried",
                                       "resolution was lost",
                                       "was put to the vote",
                                       "motion was put",
                                       "motion was agreed"};
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (pol_span_find_fold(text, pol_span_of(told[i]), 0) != (size_t)-1)
            return true;
    return false;
}

/* What the lines of one item hold. */
static void count_item(pol_splitter *split, size_t index, size_t end, tally *sum)
{
    enum { LINES_LOOKED_AT = 3000 };
    const pol_split_heading *heading = &split->headings[index];
    size_t at;
    bool is_marked = heading->parts.mover.data || heading->parts.decision.data ||
                     pol_split_dashed_name(heading->parts.title, &at).data;
    uint32_t own = heading->inline_text.data ? pol_split_look(split, heading->line) : 0;
    bool resolves = own & (POL_LOOK_RESOLVES | POL_LOOK_EDIT | POL_LOOK_ACTS) ||
                    (heading->inline_text.data && heading->form == POL_SPLIT_NOUN);
    if (end > heading->end_line + LINES_LOOKED_AT)
        end = heading->end_line + LINES_LOOKED_AT;
    for (size_t i = heading->end_line; i < end && !(is_marked && resolves); i++) {
        uint32_t look = pol_split_look(split, i);
        is_marked = is_marked || look & (POL_LOOK_MOVER | POL_LOOK_DECISION) ||
                    split->fields[i] == POL_FIELD_MOVER || split->fields[i] == POL_FIELD_DECISION ||
                    tells_business(split->text->lines[i].text);
        resolves = resolves || look & (POL_LOOK_RESOLVES | POL_LOOK_EDIT | POL_LOOK_ACTS) ||
                   (look & POL_LOOK_LOOSE && !(look & POL_LOOK_POINT) && heading->noun &&
                    pol_words_start(pol_span_unquote(split->text->lines[i].text), "that", NULL));
    }
    sum->items++;
    sum->marked += is_marked;
    sum->whole += resolves;
    sum->inlined += heading->inline_text.data != NULL;
    sum->motions += heading->has_motion_text || (is_marked && resolves) ||
                    heading->kind == POL_KIND_STATEMENT || heading->kind == POL_KIND_RULE_CHANGE;
    sum->named += heading->form != POL_SPLIT_BARE && heading->form != POL_SPLIT_LETTER &&
                  heading->form != POL_SPLIT_DOTTED && !heading->is_inferred &&
                  !(heading->inline_text.data && heading->form != POL_SPLIT_NOUN);
}

/* Does a mover stand right over the first of them, as over a motion in numbered sections? */
static bool is_one_motion(pol_splitter *split, size_t first)
{
    enum { ABOVE = 4 };
    size_t line = first;
    for (int i = 0; i < ABOVE && line > 0; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE)
            return false;
        if (pol_split_look(split, line) & (POL_LOOK_MOVER | POL_LOOK_OPENER))
            return true;
    }
    return false;
}

/* Headings like the chosen ones that were not chosen, with texts, and numbers between theirs. */
static size_t count_skipped(const pol_splitter *split)
{
    const pol_split_heading *last = NULL;
    size_t skipped = 0, pending = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        if (heading->form != POL_SPLIT_BARE || heading->inline_text.data)
            continue;
        const pol_line *line = &split->text->lines[heading->line];
        bool is_alike =
            last && heading->close == last->close && heading->has_prose &&
            line->role == split->text->lines[last->line].role &&
            (last->line == 0 || (line->blanks > 0) == (split->text->lines[last->line].blanks > 0));
        if (heading->is_chosen) {
            skipped += pending;
            pending = 0;
            last = heading;
        } else if (is_alike && heading->number.value == last->number.value + 1 + pending) {
            pending++;
        }
    }
    return skipped;
}

static tally count(pol_splitter *split)
{
    tally sum = {.repeats = count_repeats(split)};
    size_t end = split->count;
    for (size_t i = split->heading_count; i-- > 0;) {
        const pol_split_heading *heading = &split->headings[i];
        if (!heading->is_chosen)
            continue;
        if (heading->kind != POL_KIND_AMENDMENT) {
            count_item(split, i, end, &sum);
            sum.line = split->text->lines[heading->line].number;
            sum.is_one = is_one_motion(split, heading->line);
            size_t above = pol_split_previous(split, heading->line);
            sum.over += above != POL_SPLIT_NOWHERE &&
                        pol_split_look(split, above) & POL_LOOK_MOVER && heading->inline_text.data;
        }
        end = heading->line;
    }
    sum.is_one = sum.is_one && sum.over * 2 < sum.items; /* not over each of them */
    return sum;
}

static void doubt(pol_splitter *split, const char *text, uint32_t line)
{
    split->doubt = text;
    split->doubt_line = line;
}

static bool is_borne_out(pol_splitter *split, const tally *sum)
{
    if (sum->items < 2)
        return false;
    if (sum->repeats * 6 > sum->items) {
        doubt(split, "the same numbers stand over several texts", sum->line);
        return false;
    }
    if (sum->named * 2 >= sum->items || sum->marked * 10 >= sum->items * 6) {
        if (sum->motions * 2 >= sum->items)
            return true;
    } else if (sum->motions * 10 >= sum->items * 7 && sum->whole * 10 >= sum->items * 7 &&
               (!sum->is_one || split->edits_start) && count_skipped(split) * 3 <= sum->items) {
        return true;
    }
    bool are_paragraphs = sum->inlined == sum->items && sum->whole * 2 <= sum->items;
    if (sum->motions >= 2 && !are_paragraphs)
        doubt(split, "numbered headings stand over texts that may be parts of one motion",
              sum->line);
    return false;
}

bool pol_split_is_borne_out(pol_splitter *split, bool runs_on)
{
    tally sum = count(split);
    if (runs_on || sum.items == 0)
        return split->status == POL_OK && is_borne_out(split, &sum);
    doubt(split, "headings with the text of a motion under them have numbers that do not run on",
          sum.line);
    return false;
}
