/* choose.c - which of the lines that may be headings are: numbers that run on, texts
 * between them, signs that bear each other out. Where they do not, none is. */
#include <stdlib.h>

#include "document/split/state.h"

enum {
    SCORE_LEAST = 4,  /* of a link in a chain of numbers */
    SCORE_STRONG = 7, /* stands for itself */
    SCORE_ALONE = 6   /* without a number, or with letters */
};

static bool is_main(const pol_split_heading *heading)
{
    bool has_number = heading->form == POL_SPLIT_NOUN || heading->form == POL_SPLIT_BARE;
    return has_number && heading->kind == POL_KIND_MOTION && heading->number.letters == 0 &&
           heading->number.value > 0 && !heading->number.has_minor && !heading->is_bodiless;
}

/* ---- the chain: the heaviest run of growing numbers ---- */

typedef struct link {
    uint32_t heading, previous; /* index; POL_SPLIT_NOWHERE */
    uint32_t key;               /* rank of its number */
    int64_t weight;             /* of the best chain that ends here */
} link;

typedef struct chain {
    link *links;
    uint32_t *best; /* Fenwick tree: index + 1 of the best link up to a rank */
    size_t count;
} chain;

static int compare_values(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static uint32_t value_of(const pol_split_heading *heading)
{
    uint32_t suffix = heading->number.suffix ? (uint32_t)(heading->number.suffix - 'A') + 1 : 0;
    return ((uint32_t)heading->epoch << 20) | (heading->number.value % 10000 * 64 + suffix);
}

static uint32_t rank_of(const uint32_t *values, size_t count, uint32_t value)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (values[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low + 1;
}

static uint32_t best_below(const chain *run, uint32_t rank)
{
    uint32_t best = POL_SPLIT_NOWHERE;
    for (uint32_t at = rank; at > 0; at -= at & (~at + 1)) {
        uint32_t found = run->best[at];
        if (found &&
            (best == POL_SPLIT_NOWHERE || run->links[found - 1].weight > run->links[best].weight))
            best = found - 1;
    }
    return best;
}

static void offer(chain *run, uint32_t index)
{
    for (uint32_t at = run->links[index].key; at <= run->count; at += at & (~at + 1))
        if (!run->best[at] || run->links[run->best[at] - 1].weight < run->links[index].weight)
            run->best[at] = index + 1;
}

/* Marks the heaviest chain of growing numbers among the main headings. */
static void choose_chain(pol_splitter *split)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        count += is_main(&split->headings[i]) && split->headings[i].score >= SCORE_LEAST;
    chain run = {pol_arena_array(split->arena, count + 1, sizeof *run.links),
                 pol_arena_array(split->arena, count + 2, sizeof *run.best), count};
    uint32_t *values = pol_arena_array(split->arena, count + 1, sizeof *values);
    if (!run.links || !run.best || !values) {
        pol_splitter_refused(split, (count + 2) * sizeof *run.links);
        return;
    }
    for (size_t i = 0; i < split->heading_count; i++)
        if (is_main(&split->headings[i]) && split->headings[i].score >= SCORE_LEAST) {
            values[at] = value_of(&split->headings[i]);
            run.links[at++].heading = (uint32_t)i;
        }
    qsort(values, count, sizeof *values, compare_values);
    uint32_t last = POL_SPLIT_NOWHERE;
    for (uint32_t i = 0; i < count; i++) {
        link *here = &run.links[i];
        const pol_split_heading *heading = &split->headings[here->heading];
        here->key = rank_of(values, count, value_of(heading));
        here->previous = best_below(&run, here->key - 1);
        here->weight = heading->score +
                       (here->previous == POL_SPLIT_NOWHERE ? 0 : run.links[here->previous].weight);
        offer(&run, i);
        if (last == POL_SPLIT_NOWHERE || here->weight > run.links[last].weight)
            last = i;
    }
    for (; last != POL_SPLIT_NOWHERE; last = run.links[last].previous)
        split->headings[run.links[last].heading].is_chosen = true;
}

/* Alike in all that shows: form, mark, role, boldness, whether anything follows the number. */
static bool are_alike(const pol_splitter *split, const pol_split_heading *a,
                      const pol_split_heading *b)
{
    const pol_line *x = &split->text->lines[a->line], *y = &split->text->lines[b->line];
    return a->form == b->form && a->close == b->close && a->epoch == b->epoch &&
           x->role == y->role && x->is_strong == y->is_strong &&
           (x->blanks > 0 || a->line == 0) == (y->blanks > 0 || b->line == 0) &&
           (a->rest.size > 0) == (b->rest.size > 0);
}

/* Has the next one of the chain a higher number, or is there none? */
static bool next_chosen_is_above(const pol_splitter *split, size_t index)
{
    enum { AHEAD = 200 };
    for (size_t i = index + 1; i < split->heading_count && i < index + AHEAD; i++)
        if (split->headings[i].is_chosen)
            return value_of(&split->headings[i]) > value_of(&split->headings[index]);
    return true;
}

/* Numbers that are missing from the chain, where a heading like its neighbours' has them and a
 * text under it: the style tells what its opener does not. */
static void fill_gaps(pol_splitter *split)
{
    pol_split_heading *last = NULL, *first = NULL;
    size_t chained = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        chained += split->headings[i].is_chosen;
    if (chained < 3)
        return;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (heading->is_chosen) {
            last = heading;
            first = first ? first : heading;
            continue;
        }
        bool is_next = last && is_main(heading) && value_of(heading) > value_of(last) &&
                       heading->number.value == last->number.value + 1 && heading->has_prose &&
                       !heading->inline_text.data && are_alike(split, heading, last);
        if (is_next && next_chosen_is_above(split, i)) {
            heading->is_chosen = true;
            last = heading;
        }
    }
    for (size_t i = first ? (size_t)(first - split->headings) : 0; i-- > 0;) {
        pol_split_heading *heading = &split->headings[i];
        if (is_main(heading) && heading->number.value + 1 == first->number.value &&
            heading->has_prose && !heading->inline_text.data && are_alike(split, heading, first)) {
            heading->is_chosen = true;
            first = heading;
        }
    }
}

/* Is the number that of another chosen one? */
static bool is_number_taken(const pol_splitter *split, const pol_split_heading *own)
{
    enum { NEAR = 2000 };
    for (size_t i = 0; i < split->heading_count && i < NEAR; i++)
        if (&split->headings[i] != own && is_main(&split->headings[i]) &&
            split->headings[i].number.value == own->number.value &&
            split->headings[i].score >= SCORE_LEAST - 1)
            return true;
    return false;
}

/* "(2) Wages" behind "(9) Imports": printed like those that were chosen, a title and a text to
 * each, no number twice. A paper of results prints them by what became of them. */
static void fill_alike(pol_splitter *split)
{
    enum { LEAST = 3, HEADINGS_MAX = 2000 };
    const pol_split_heading *usual = NULL;
    size_t chosen = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        if (split->headings[i].is_chosen && split->headings[i].form == POL_SPLIT_BARE &&
            split->headings[i].parts.title.size > 0 && !split->headings[i].inline_text.data) {
            usual = usual ? usual : &split->headings[i];
            chosen += are_alike(split, &split->headings[i], usual);
        }
    for (size_t i = 0; chosen >= LEAST && i < split->heading_count && i < HEADINGS_MAX; i++) {
        pol_split_heading *own = &split->headings[i], like = *usual;
        size_t above = pol_split_previous(split, own->line);
        like.epoch = own->epoch;
        bool is_open = above != POL_SPLIT_NOWHERE && pol_split_look(split, above) & POL_LOOK_OPEN;
        if (!own->is_chosen && is_main(own) && own->has_motion_text && own->parts.title.size > 0 &&
            !own->inline_text.data && !is_open && are_alike(split, own, &like) &&
            split->text->lines[own->line].blanks > 0 && own->score >= SCORE_LEAST &&
            !is_number_taken(split, own))
            own->is_chosen = true;
    }
}

/* Headings that stand for themselves, in whatever order they are: the agenda may print
 * motions in the order of debate. */
static void choose_strong(pol_splitter *split)
{
    size_t strong = 0, chained = 0, nouns = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        if (!is_main(heading) || heading->score < SCORE_STRONG)
            continue;
        strong++;
        chained += heading->is_chosen;
        nouns += heading->form == POL_SPLIT_NOUN;
    }
    bool runs_on = chained * 10 >= strong * 9;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (!is_main(heading))
            continue;
        bool stands = heading->score >= SCORE_STRONG &&
                      (heading->form == POL_SPLIT_NOUN || (!runs_on && nouns == 0));
        heading->is_chosen = heading->is_chosen || stands;
    }
}

/* Do the numbers of those that have a motion's text under them run on? */
static bool do_run_on(const pol_splitter *split)
{
    size_t plausible = 0, chosen = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        bool is_point = heading->form == POL_SPLIT_BARE && !heading->is_chosen &&
                        pol_words_start(heading->inline_text, "that", NULL);
        if (!is_main(heading) || heading->score < SCORE_LEAST || !heading->has_opener || is_point)
            continue;
        plausible++;
        chosen += heading->is_chosen;
    }
    return chosen * 10 >= plausible * 7;
}

/* ---- others ---- */

static bool is_lettered(const pol_split_heading *heading)
{
    return heading->form == POL_SPLIT_LETTERED && !heading->is_bodiless &&
           !heading->number.has_minor && heading->score >= SCORE_LEAST;
}

/* Three with the same letters bear each other out. */
static void choose_lettered(pol_splitter *split)
{
    enum { SAME = 3 };
    size_t count = 0;
    uint32_t *letters = pol_arena_array(split->arena, split->heading_count + 1, sizeof *letters);
    if (!letters) {
        pol_splitter_refused(split, split->heading_count * sizeof *letters);
        return;
    }
    for (size_t i = 0; i < split->heading_count; i++)
        if (is_lettered(&split->headings[i]))
            letters[count++] = split->headings[i].number.letters;
    qsort(letters, count, sizeof *letters, compare_values);
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (!is_lettered(heading))
            continue;
        uint32_t own = heading->number.letters;
        size_t same = rank_of(letters, count, own + 1) - rank_of(letters, count, own);
        heading->is_chosen = heading->score >= SCORE_ALONE || same >= SAME;
    }
}

static size_t count_chosen(const pol_splitter *split)
{
    size_t count = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        count += split->headings[i].is_chosen;
    return count;
}

/* "I. Mugs", "II. Tea", "III. Fog": one after the other, alike, a motion under each. */
static void choose_letter_series(pol_splitter *split)
{
    enum { LEAST = 3 };
    const pol_split_heading *last = NULL;
    size_t run = 0;
    for (int is_second = 0; is_second < 2; is_second++, last = NULL) {
        for (size_t i = 0; i < split->heading_count; i++) {
            pol_split_heading *heading = &split->headings[i];
            bool follows = heading->number.value == (last ? last->number.value + 1 : 1);
            if (heading->form != POL_SPLIT_LETTER || heading->is_bodiless || !follows ||
                !heading->has_motion_text || (last && !are_alike(split, heading, last)))
                continue;
            last = heading;
            run += !is_second;
            heading->is_chosen = is_second && run >= LEAST;
        }
    }
}

/* May "7.1 Mugs" be a motion: with a title, and no edit under it? */
static bool is_dotted_motion(pol_splitter *split, const pol_split_heading *heading)
{
    enum { BELOW = 4 };
    if (heading->form != POL_SPLIT_DOTTED || heading->is_bodiless || !heading->has_motion_text ||
        heading->score < SCORE_LEAST || heading->parts.title.size == 0)
        return false;
    for (size_t i = heading->end_line; i < split->count && i < heading->end_line + BELOW; i++)
        if (pol_split_look(split, i) & POL_LOOK_EDIT)
            return false;
    return true;
}

/* "7.1 Mugs", "7.2 Tea" under no motion or but one, which is the agenda's item. */
static void choose_dotted(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t found = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        found += is_dotted_motion(split, &split->headings[i]);
    for (size_t i = 0; i < split->heading_count && found >= LEAST; i++) {
        pol_split_heading *heading = &split->headings[i];
        heading->is_chosen = is_dotted_motion(split, heading);
        if (heading->is_chosen)
            heading->kind = POL_KIND_MOTION;
    }
}

/* "V. Tea" behind a chosen "IV. Mugs", or before a chosen VI. */
static void fill_letters(pol_splitter *split)
{
    const pol_split_heading *last = NULL;
    for (int is_back = 0; is_back < 2; is_back++, last = NULL)
        for (size_t k = 0; k < split->heading_count; k++) {
            size_t i = is_back ? split->heading_count - 1 - k : k;
            pol_split_heading *heading = &split->headings[i];
            if (heading->form != POL_SPLIT_LETTER)
                continue;
            uint32_t own = heading->number.value, other = last ? last->number.value : 0;
            bool follows = last && (is_back ? own + 1 == other : own == other + 1);
            if (follows && !heading->is_bodiless && heading->score >= SCORE_LEAST - 1)
                heading->is_chosen = true;
            last = heading->is_chosen ? heading : last;
        }
}

/* "A. Mugs", "B. Tea": only where each stands for itself. */
static void choose_letters(pol_splitter *split)
{
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (heading->form == POL_SPLIT_LETTER && !heading->is_bodiless)
            heading->is_chosen = heading->score >= SCORE_ALONE;
    }
    if (count_chosen(split) == 0)
        choose_letter_series(split);
    else if (count_chosen(split) > 1)
        fill_letters(split);
}

/* Composites, emergency motions, rule changes, statements, late motions: by their noun. */
static void choose_nouns(pol_splitter *split)
{
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (heading->form == POL_SPLIT_NOUN && !is_main(heading) && !heading->is_bodiless &&
            heading->kind != POL_KIND_AMENDMENT)
            heading->is_chosen = heading->score >= SCORE_LEAST + 1;
    }
}

/* Is there a motion with the number that "12.1" or "1A.1" starts with? */
static bool has_base(const pol_splitter *split, size_t index)
{
    enum { BACK = 600 };
    const pol_split_number *number = &split->headings[index].number;
    for (size_t i = index, seen = 0; i-- > 0 && seen < BACK; seen++) {
        const pol_split_heading *other = &split->headings[i];
        if (!other->is_chosen || other->kind == POL_KIND_AMENDMENT)
            continue;
        if (pol_split_number_is_base(&other->number, number))
            return true;
    }
    return false;
}

/* "Amendment" over "Amendment moved by North branch": the lower one is its heading. */
static bool stands_over_amendment(pol_splitter *split, size_t index)
{
    const pol_split_heading *heading = &split->headings[index], *next = heading + 1;
    bool stands = index + 1 < split->heading_count && heading->form == POL_SPLIT_WORDS &&
                  next->kind == POL_KIND_AMENDMENT && !heading->parts.mover.data &&
                  !heading->parts.target.data && !heading->inline_text.data &&
                  pol_split_next(split, heading->end_line) == next->line;
    if (stands)
        split->is_furniture[heading->line] = true;
    return stands;
}

void pol_split_choose_amendments(pol_splitter *split)
{
    bool has_motion = false;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        bool is_amendment = heading->kind == POL_KIND_AMENDMENT;
        if (!is_amendment) {
            has_motion = has_motion || heading->is_chosen;
            continue;
        }
        if (heading->is_bodiless || heading->is_chosen || stands_over_amendment(split, i))
            continue;
        if (heading->form == POL_SPLIT_NOUN)
            heading->is_chosen = heading->score >= SCORE_LEAST;
        else if (heading->form == POL_SPLIT_WORDS)
            heading->is_chosen = has_motion && heading->score >= SCORE_LEAST;
        else
            heading->is_chosen = heading->score >= SCORE_LEAST && has_base(split, i);
    }
}

/* Statements and rule changes that have no number, among others that have. */
static void choose_words(pol_splitter *split)
{
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        const pol_line *line = &split->text->lines[heading->line];
        bool stands_out = line->role == POL_LINE_HEADING || line->is_strong ||
                          (pol_split_look(split, heading->line) & POL_LOOK_SHOUT) ||
                          (line->blanks > 0 && heading->has_motion_text);
        if (heading->form == POL_SPLIT_WORDS && heading->kind != POL_KIND_AMENDMENT &&
            !heading->is_bodiless && stands_out)
            heading->is_chosen = heading->score >= SCORE_LEAST - 1;
    }
}

/* The same item twice: the entry of a list whose last line has an introduction under it, or
 * a heading that is printed again where its page goes on. */
static void drop_repeats(pol_splitter *split)
{
    enum { NEAR = 400 };
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        bool is_behind_list =
            i >= 2 && split->headings[i - 1].is_bodiless && split->headings[i - 2].is_bodiless;
        if (!heading->is_chosen || !heading->number.printed.data || !is_behind_list)
            continue;
        for (size_t k = i + 1; k < split->heading_count && k < i + NEAR; k++) {
            const pol_split_heading *other = &split->headings[k];
            if (other->is_chosen && other->kind == heading->kind &&
                pol_split_number_equal(&other->number, &heading->number)) {
                heading->is_chosen = false;
                heading->is_listed = heading->is_bodiless = true;
                break;
            }
        }
    }
}

/* How a line stands out: a heading of the markup, bold, neither. */
static int rank_of_line(const pol_splitter *split, const pol_split_heading *heading)
{
    const pol_line *line = &split->text->lines[heading->line];
    return line->role == POL_LINE_HEADING ? 2 : line->is_strong;
}

/* "1. Assembly asks" amid headings that stand out more, and are most: a point of one of them. */
static void drop_points(pol_splitter *split)
{
    size_t loud = 0, points = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        bool is_loud = rank_of_line(split, heading) > 0;
        loud += heading->is_chosen && heading->kind != POL_KIND_AMENDMENT && is_loud;
        points += heading->is_chosen && heading->form == POL_SPLIT_BARE && !is_loud;
    }
    for (size_t i = 0; i < split->heading_count && loud > 2 * points; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (heading->form == POL_SPLIT_BARE && rank_of_line(split, heading) == 0)
            heading->is_chosen = false;
    }
}

/* Does any text stand between the heading and line `end`? */
static bool has_text_before(pol_splitter *split, const pol_split_heading *heading, size_t end)
{
    for (size_t i = heading->end_line; i < end; i++)
        if (!split->is_furniture[i] &&
            (split->fields[i] || pol_split_look(split, i) & (POL_LOOK_PROSE | POL_LOOK_DECISION)))
            return true;
    return heading->inline_text.data || heading->parts.decision.data;
}

/* "Zone 1. Welfare" over "101: Damp", and no text between them: a section's heading. */
static void drop_stacked(pol_splitter *split)
{
    for (int is_second = 0, stacked = 0, others = 0; is_second < 2; is_second++) {
        pol_split_heading *last = NULL;
        for (size_t i = 0; i < split->heading_count; i++) {
            pol_split_heading *heading = &split->headings[i];
            if (!heading->is_chosen || heading->kind == POL_KIND_AMENDMENT)
                continue;
            bool is_over = last && !has_text_before(split, last, heading->line);
            bool is_kind = is_over && heading->form == POL_SPLIT_WORDS &&
                           !heading->parts.title.size && last->number.printed.data;
            if (is_kind) { /* "E01 The flood" over "Emergency motion" */
                heading->is_chosen = false;
                last->kind = heading->kind;
                split->is_furniture[heading->line] = true;
                continue;
            }
            stacked += is_over && !is_second;
            others += !is_over && !is_second;
            if (is_over && is_second && stacked * 2 < others)
                last->is_chosen = false;
            last = heading;
        }
    }
}

static void choose_none(pol_splitter *split)
{
    for (size_t i = 0; i < split->heading_count; i++)
        split->headings[i].is_chosen = false;
}

bool pol_split_choose(pol_splitter *split)
{
    choose_chain(split);
    if (split->status != POL_OK)
        return false;
    fill_gaps(split);
    choose_strong(split);
    fill_alike(split);
    bool runs_on = do_run_on(split);
    choose_lettered(split);
    pol_split_fill_lettered(split);
    choose_nouns(split);
    choose_words(split);
    if (count_chosen(split) == 0)
        choose_letters(split);
    if (count_chosen(split) < 2)
        choose_dotted(split);
    drop_repeats(split);
    drop_points(split);
    drop_stacked(split);
    if (count_chosen(split) > 0)
        pol_split_choose_amendments(split);
    const char *doubt = split->doubt;
    if (split->status == POL_OK && pol_split_is_borne_out(split, runs_on))
        return true;
    if (split->status == POL_OK && pol_split_drop_business(split)) {
        const char *found = split->doubt;
        split->doubt = doubt;
        if (pol_split_is_borne_out(split, true))
            return true;
        split->doubt = found;
    }
    choose_none(split);
    return false;
}
