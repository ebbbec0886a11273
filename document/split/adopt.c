/* adopt.c - two readings of a file compared as a whole: that by the headings that were
 * chosen, and the likeliest one of all. Where the second is much likelier, its headings are taken.
 */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/model.h"

enum { NEAR = 4 };

bool pol_split_is_of_head(uint8_t place)
{
    return place != POL_PLACE_NONE && place != POL_PLACE_OUTSIDE && place != POL_PLACE_TEXT;
}

bool pol_split_is_start(uint8_t place)
{
    return place == POL_PLACE_START || place == POL_PLACE_TITLED_START;
}

/* One heading of a reading: lines [first, end), of which `main` is the main one. */
typedef struct block {
    uint32_t first, main, end;
} block;

/* The next heading at line `at` or behind; false: none. */
static bool next_block(const uint8_t *places, size_t count, size_t at, block *ret)
{
    while (at < count && !pol_split_is_of_head(places[at]))
        at++;
    if (at >= count)
        return false;
    *ret = (block){(uint32_t)at, POL_SPLIT_NOWHERE, (uint32_t)at};
    for (; at < count; at++) {
        if (places[at] == POL_PLACE_NONE)
            continue;
        if (!pol_split_is_of_head(places[at]) ||
            (ret->main != POL_SPLIT_NOWHERE && places[at] != POL_PLACE_BELOW &&
             places[at] != POL_PLACE_TITLE_BELOW))
            break;
        if (pol_split_is_head(places[at]))
            ret->main = (uint32_t)at;
        ret->end = (uint32_t)at + 1;
    }
    return ret->main != POL_SPLIT_NOWHERE;
}

static size_t count_blocks(const uint8_t *places, size_t count)
{
    size_t found = 0;
    block here;
    for (size_t at = 0; next_block(places, count, at, &here); at = here.end)
        found++;
    return found;
}

/* Is there one chosen heading in each of the reading's, and no other? */
static bool do_agree(const pol_splitter *split, const uint8_t *places)
{
    block here;
    size_t i = 0;
    for (size_t at = 0; next_block(places, split->count, at, &here); at = here.end) {
        size_t inside = 0;
        for (; i < split->heading_count && split->headings[i].line < here.end; i++) {
            const pol_split_heading *heading = &split->headings[i];
            if (heading->is_chosen && heading->end_line <= here.first)
                return false;
            inside += heading->is_chosen;
        }
        if (inside != 1)
            return false;
    }
    for (; i < split->heading_count; i++)
        if (split->headings[i].is_chosen)
            return false;
    return true;
}

/* Allows the lines only what leaves the chosen headings, and no others, headings. */
static void allow_chosen(const pol_splitter *split, pol_split_lattice *lattice)
{
    enum {
        HEADS = 1 << POL_PLACE_ABOVE | 1 << POL_PLACE_TITLE_ABOVE | 1 << POL_PLACE_HEAD |
                1 << POL_PLACE_TITLED | 1 << POL_PLACE_START | 1 << POL_PLACE_TITLED_START,
        NONE = 1 << POL_PLACE_OUTSIDE | 1 << POL_PLACE_TEXT
    };
    const pol_split_traits *traits = lattice->traits;
    uint16_t *allowed = lattice->allowed;
    size_t count = lattice->count;
    for (size_t i = 0; i < count; i++)
        allowed[i] = (uint16_t)~HEADS;
    for (size_t i = 0, at = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        if (!heading->is_chosen)
            continue;
        while (at < count && traits[at].line < heading->line)
            at++;
        for (size_t k = at > NEAR ? at - NEAR : 0; k < count && k < at + NEAR; k++)
            allowed[k] |= HEADS;
    }
    for (size_t i = 0, at = 0; i < split->heading_count; i++) {
        while (split->headings[i].is_chosen && at < count &&
               traits[at].line < split->headings[i].line)
            at++;
        if (split->headings[i].is_chosen && at < count &&
            traits[at].line == split->headings[i].line)
            allowed[at] &= (uint16_t)~NONE;
    }
}

/* The lines of the chosen headings, and no others, are main ones. */
static void allow_strictly(const pol_splitter *split, pol_split_lattice *lattice)
{
    enum {
        HEADS = 1 << POL_PLACE_HEAD | 1 << POL_PLACE_TITLED | 1 << POL_PLACE_START |
                1 << POL_PLACE_TITLED_START
    };
    for (size_t i = 0, at = 0; i < lattice->count; i++) {
        while (at < split->heading_count && (split->headings[at].line < lattice->traits[i].line ||
                                             !split->headings[at].is_chosen))
            at++;
        bool is_chosen =
            at < split->heading_count && split->headings[at].line == lattice->traits[i].line;
        lattice->allowed[i] = is_chosen ? HEADS : lattice->allowed[i] & (uint16_t)~HEADS;
    }
}

/* What each line of the file is, by the rows of the lattice. */
static void keep_places(const pol_split_lattice *lattice, size_t lines, const uint8_t *rows,
                        uint8_t *places)
{
    memset(places, POL_PLACE_NONE, lines);
    for (size_t i = 0; i < lattice->count; i++)
        places[lattice->traits[i].line] = rows[i];
}

/* ---- the headings of a reading ---- */

/* The heading among those that rules found that is best for the block; NULL. */
static pol_split_heading *find_heading(pol_splitter *split, const block *here,
                                       const bool *was_chosen, size_t *from)
{
    pol_split_heading *best = NULL;
    int most = 0;
    while (*from < split->heading_count && split->headings[*from].end_line <= here->first)
        ++*from;
    for (size_t i = *from; i < split->heading_count && split->headings[i].line < here->end; i++) {
        pol_split_heading *own = &split->headings[i];
        bool is_main = own->line <= here->main && own->end_line > here->main;
        int worth =
            (own->number.printed.data ? 4 : 0) + (was_chosen[i] ? 6 : 0) + (is_main ? 5 : 0);
        if (!best || worth > most) {
            best = own;
            most = worth;
        }
    }
    return best;
}

/* Which number of the lines that rules found no heading in counts up; -1. */
static int find_counting(pol_splitter *split, const block *blocks, size_t count)
{
    int best = -1;
    size_t most = 0;
    for (int nth = 0; nth < POL_SPLIT_NUMERALS; nth++) {
        size_t found = 0, growing = 0, steps = 0;
        uint32_t last = 0;
        for (size_t i = 0; i < count; i++) {
            pol_split_numeral number;
            if (!pol_split_read_numeral(split->text->lines[blocks[i].main].text, nth, &number))
                continue;
            growing += number.value > last;
            steps += number.value == last + 1;
            last = number.value;
            found++;
        }
        bool counts = found >= 2 && found * 10 >= count * 7 && growing * 10 >= found * 7 &&
                      steps * 2 >= found;
        if (counts && growing > most) {
            most = growing;
            best = nth;
        }
    }
    return best;
}

/* Do the lines of the heading say that an amendment follows? */
static bool says_amendment(const pol_splitter *split, const block *here)
{
    enum { BYTES = 120 };
    for (size_t i = here->first; i < here->end; i++) {
        pol_span rest = split->text->lines[i].text;
        if (rest.size < BYTES && pol_span_find_fold(rest, POL_SPAN("amendment"), 0) != (size_t)-1 &&
            !pol_word_is_any(pol_word_next(&rest), "rule rules constitutional"))
            return true;
    }
    return false;
}

/* A heading where rules found none; `nth`: which of its numbers counts up. */
static pol_split_heading make(pol_splitter *split, const block *here, int nth)
{
    pol_split_numeral number = {0};
    pol_split_heading made;
    pol_span text = split->text->lines[here->main].text;
    bool has_number = nth >= 0 && pol_split_read_numeral(text, nth, &number);
    if (!has_number && text.size <= POL_SPLIT_LINE_BYTES && pol_split_heading_parse(text, &made) &&
        made.number.printed.data) {
        made.line = here->main;
        made.end_line = here->main + 1;
        made.is_chosen = made.is_inferred = true;
    } else {
        made = pol_split_make_heading(split, here->main, here->end, has_number ? &number : NULL);
    }
    if (says_amendment(split, here))
        made.kind = POL_KIND_AMENDMENT;
    return made;
}

/* "Motion by Wessex Division: That this meeting": the text starts behind the colon. */
static bool cut_at_colon(pol_span *rest, pol_split_heading *heading)
{
    enum { WORDS = 14 };
    size_t colon = pol_span_find(*rest, POL_SPAN(": "), 0);
    if (colon == (size_t)-1 || colon == 0)
        return false;
    pol_span before = pol_span_first(*rest, colon);
    pol_span behind = pol_span_trim(pol_span_from(*rest, colon + 1));
    if (pol_word_count(before, WORDS + 1) > WORDS || !pol_word_is_capital(pol_span_core(behind)))
        return false;
    heading->inline_text = behind;
    *rest = before;
    return true;
}

/* "(Leith): Night buses Conference notes that": the text starts where the house speaks, amid the
 * line, and no mark is before it. */
static bool cut_at_opener(pol_span *rest, pol_split_heading *heading)
{
    enum { WORDS = 14, GAP = 8 };
    pol_span all = *rest, left, word, text = heading->inline_text;
    size_t own = rest->size, gap = (uintptr_t)text.data - ((uintptr_t)rest->data + own);
    bool goes_on = text.data && gap <= GAP; /* right behind the rest, and no copy of the line */
    if (goes_on)
        all.size = own + gap + text.size;
    left = all;
    for (int i = 0; i < WORDS && (word = pol_word_next(&left)).data; i++) {
        pol_span behind = pol_span_from(all, (size_t)(word.data - all.data));
        if (goes_on && (size_t)(word.data - all.data) >= own + gap)
            return false;
        if (i == 0 || !pol_word_is_capital(word) ||
            pol_opener_of(behind).subject < POL_SUBJECT_BODY)
            continue;
        heading->inline_text = behind;
        *rest = pol_span_trim(pol_span_first(all, (size_t)(word.data - all.data)));
        return true;
    }
    return false;
}

/* The heading as the reading has it: its text on its own line, or below it. */
static void fit(pol_split_heading *heading, uint8_t place, bool are_titled)
{
    pol_split_heading inner;
    pol_span rest = heading->rest;
    if (pol_split_is_start(place) && cut_at_opener(&rest, heading)) {
        heading->rest = rest;
        pol_split_rest_read(rest, &heading->parts);
        return;
    }
    if (pol_split_is_start(place) == (heading->inline_text.data != NULL))
        return;
    if (!pol_split_is_start(place)) {
        heading->inline_text = pol_span_make(NULL, 0);
        pol_split_rest_read(heading->rest, &heading->parts);
        return;
    }
    if ((place == POL_PLACE_TITLED_START || are_titled) && pol_split_read_inline(rest, &inner)) {
        heading->inline_text = inner.inline_text;
        heading->parts.title = inner.parts.title;
    } else if (pol_split_take_inline(&rest, heading) || cut_at_colon(&rest, heading)) {
        heading->rest = rest;
        pol_split_rest_read(rest, &heading->parts);
        pol_span from = pol_split_without_from(pol_split_without_kind(rest, &heading->kind));
        if (from.data)
            heading->parts = (pol_split_parts){.mover = pol_span_core(from)};
    } else {
        heading->inline_text = rest;
        heading->parts = (pol_split_parts){0};
    }
}

static void fit_chosen(pol_splitter *split, const uint8_t *places)
{
    enum { LEAST = 2 };
    size_t titled = 0, starts = 0; /* "2. Tea in the hall. Nobody serves any": most start so */
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        bool is_own = heading->is_chosen && pol_split_is_start(places[heading->line]);
        starts += is_own;
        titled += is_own && heading->inline_text.data && heading->parts.title.size > 0;
    }
    bool are_titled = titled >= LEAST && titled * 2 > starts;
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (heading->is_chosen && pol_split_is_of_head(places[heading->line]) &&
            pol_split_is_head(places[heading->line]))
            fit(heading, places[heading->line], are_titled);
    }
}

static int compare_lines(const void *a, const void *b)
{
    const pol_split_heading *x = a, *y = b;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* Puts the headings of the reading in the place of those that were chosen. */
static void adopt(pol_splitter *split, const uint8_t *places, size_t items)
{
    block *unknown = pol_arena_array(split->arena, items + 1, sizeof *unknown), here;
    pol_split_heading *all =
        pol_arena_array(split->arena, split->heading_count + items + 1, sizeof *all);
    bool *was_chosen = pol_arena_array(split->arena, split->heading_count + 1, sizeof *was_chosen);
    if (!unknown || !all || !was_chosen) {
        pol_splitter_refused(split, (split->heading_count + items) * sizeof *all);
        return;
    }
    for (size_t i = 0; i < split->heading_count; i++) {
        was_chosen[i] = split->headings[i].is_chosen;
        split->headings[i].is_chosen = false;
    }
    size_t count = 0, from = 0, at = 0;
    for (size_t line = 0; next_block(places, split->count, line, &here); line = here.end) {
        pol_split_heading *own = find_heading(split, &here, was_chosen, &from);
        if (own)
            own->is_chosen = true;
        else
            unknown[count++] = here;
        if (own)
            own->is_bodiless = own->is_listed = false;
    }
    int nth = find_counting(split, unknown, count);
    for (size_t i = 0; i < split->heading_count; i++)
        all[at++] = split->headings[i];
    for (size_t i = 0; i < count; i++)
        all[at++] = make(split, &unknown[i], nth);
    qsort(all, at, sizeof *all, compare_lines);
    split->headings = all;
    split->heading_count = split->heading_capacity = at;
}

/* So much likelier must the free reading be: than the chosen one; than none, the more the fewer its
 * items are; than none where something speaks for that. */
static int64_t margin_for(const pol_splitter *split, size_t items, bool is_cut)
{
    enum { CHOSEN = 20000, WHOLE = 200000, WHOLE_OF_MANY = 100000, DOUBTED = 300000, MANY = 4 };
    if (is_cut)
        return CHOSEN;
    return split->doubt ? DOUBTED : items >= MANY ? WHOLE_OF_MANY : WHOLE;
}

/* The free reading has several items, and there is not enough for it to cut the file. */
static void doubt_reading(pol_splitter *split, int64_t better)
{
    enum { LEAST = 60000 };
    if (split->doubt || better < LEAST)
        return;
    split->doubt = "several items by one reading of the whole, and one by another";
    split->doubt_line = split->text->lines[0].number;
}

/* The likeliest reading that has the chosen headings, one item for each; its score. False: there is
 * none. */
static bool read_bound(pol_splitter *split, pol_split_lattice *lattice, uint8_t *rows,
                       int64_t *ret_score)
{
    uint8_t *own = pol_arena_array(split->arena, split->count + 1, 1);
    if (!own) {
        pol_splitter_refused(split, split->count + 1);
        return false;
    }
    allow_chosen(split, lattice);
    bool found = pol_split_read_lattice(lattice, rows, ret_score);
    if (found)
        keep_places(lattice, split->count, rows, own);
    if (!found || !do_agree(split, own)) {
        allow_strictly(split, lattice);
        found = pol_split_read_lattice(lattice, rows, ret_score);
    }
    if (found)
        *ret_score -= pol_split_weigh_unlike(split, lattice, rows);
    return found;
}

/* "Motion 14 (2029): Night cover" over words in quotes: motions of other years, quoted by the one
 * that the file holds. */
static bool cites_others(const pol_splitter *split, const uint8_t *places)
{
    enum { LEAST = 2, WORDS = 8 };
    size_t cited = 0;
    block here;
    for (size_t at = 0; next_block(places, split->count, at, &here); at = here.end) {
        pol_span rest = pol_span_first(split->text->lines[here.main].text, POL_SPLIT_LINE_BYTES);
        pol_span text = here.end < split->count ? split->text->lines[here.end].text : rest, word;
        bool has_year = false;
        for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++)
            has_year = has_year || (i > 0 && word.data[-1] == '(' && pol_word_year(word) != 0);
        cited += has_year && pol_span_unquote(text).size < text.size;
    }
    return cited >= LEAST;
}

/* Both readings of the lattice: the free one's items by `places`, or the chosen one's. */
static bool take_better(pol_splitter *split, pol_split_lattice *lattice, uint8_t *rows,
                        uint8_t *places, int64_t best, bool is_cut)
{
    size_t items = count_blocks(places, split->count);
    int64_t bound, margin = margin_for(split, items, is_cut);
    best -= pol_split_weigh_unlike(split, lattice, rows);
    bool has_bound = read_bound(split, lattice, rows, &bound);
    bool is_better = items >= 2 && !(has_bound && best - bound < margin);
    if (is_better && (is_cut || !cites_others(split, places))) {
        adopt(split, places, items);
        fit_chosen(split, places);
        split->doubt = NULL;
        return true;
    }
    if (items >= 2 && !is_cut)
        doubt_reading(split, best - bound);
    if (has_bound && is_cut)
        keep_places(lattice, split->count, rows, places);
    return has_bound && is_cut;
}

bool pol_split_compare(pol_splitter *split, bool is_cut)
{
    size_t count;
    int64_t best;
    pol_split_lattice lattice;
    pol_split_traits *traits = pol_split_find_traits(split, &count);
    uint8_t *places = pol_arena_array(split->arena, split->count + 1, 1);
    uint8_t *rows = pol_arena_array(split->arena, count + 1, 1);
    if (!places || !rows)
        pol_splitter_refused(split, split->count + 1);
    if (!traits || !places || !rows || !pol_split_start_lattice(split, traits, count, &lattice) ||
        !pol_split_read_lattice(&lattice, rows, &best) ||
        !pol_split_settle_groups(split, &lattice, rows, &best))
        return is_cut;
    for (size_t i = 0; i < split->heading_count && !is_cut; i++)
        split->headings[i].is_chosen = false;
    keep_places(&lattice, split->count, rows, places);
    bool agree = is_cut && do_agree(split, places);
    if (agree)
        fit_chosen(split, places);
    else if (!take_better(split, &lattice, rows, places, best, is_cut))
        return is_cut;
    split->places = places;
    return split->status == POL_OK;
}
