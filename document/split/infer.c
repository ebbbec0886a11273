/* infer.c - headings whose shape no rule knows: the shape is read off the file. Where the
 * text of a motion starts below lines that are no text, those lines are its head; the shape of
 * line that stands in most heads, with other words or the next number in each, is the heading.
 *
 * A shape is what shows of a line: its role, its print, how it is numbered and what stands
 * around the number, whether a blank line is above it. */
#include <stdlib.h>

#include "document/openers.h"
#include "document/split/state.h"

enum {
    SHAPES_MAX = 512,
    HEAD_LINES = 8,  /* over a text */
    BELOW_LINES = 8, /* between a heading and its text */
    TITLE_WORDS = 24,
    NAME_WORDS = 5,
    LINES_MAX = 60000, /* of a file; longer ones take too long */
    RECENT = 8,
    LEAST = 3 /* items */
};

typedef struct shape {
    uint64_t hash;
    uint32_t heads;         /* that have such a line */
    uint32_t last;          /* head that was counted */
    uint32_t lines;         /* with this shape and a text below them */
    uint32_t steps;         /* of them, those whose number is one more than the last one's */
    uint32_t growing;       /* those whose number is higher */
    uint32_t repeats;       /* those with the same words as one of the last before */
    uint32_t loud;          /* headings of the markup, or bold */
    uint32_t movers;        /* that name who moves */
    uint32_t distance;      /* lines up to the text, all told */
    uint32_t value;         /* the last one's */
    uint64_t words[RECENT]; /* the last ones', as hashes */
    bool has_number;
    uint8_t at; /* so many lines over the text; 0: wherever */
} shape;

typedef struct inference {
    shape *shapes;
    size_t count;
    uint32_t heads; /* texts of motions with lines above them */
} inference;

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* ---- shapes ---- */

static uint64_t mix(uint64_t hash, uint64_t value)
{
    return (hash ^ value) * 1099511628211ull;
}

static uint64_t hash_words(uint64_t hash, pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != ' ')
            hash = mix(hash, (unsigned char)text.data[i] |
                                 (text.data[i] >= 'A' && text.data[i] <= 'Z' ? 0x20 : 0));
    return hash;
}

static uint64_t hash_shape(pol_splitter *split, size_t line, const pol_split_numeral *number)
{
    const pol_line *source = source_of(split, line);
    uint64_t hash = mix(1469598103934665603ull, source->role);
    hash = mix(hash, (uint64_t)source->level << 1 | source->is_strong);
    hash = mix(hash, source->column);
    if (number) {
        hash = hash_words(mix(hash, '#'), number->prefix);
        pol_span behind = pol_span_trim(number->rest);
        hash = mix(hash, behind.size == 0);
        return hash;
    }
    hash = mix(hash, source->blanks > 0 || line == 0);
    return mix(hash, pol_split_look(split, line) & POL_LOOK_SHOUT);
}

static shape *find_shape(inference *found, uint64_t hash)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->shapes[i].hash == hash)
            return &found->shapes[i];
    if (found->count >= SHAPES_MAX)
        return NULL;
    found->shapes[found->count] = (shape){.hash = hash, .last = POL_SPLIT_NOWHERE};
    return &found->shapes[found->count++];
}

/* ---- heads ---- */

/* The second line of a title as typed: it starts small, right under a line that ends nothing. */
static bool is_wrap(pol_splitter *split, size_t line)
{
    enum { WRAP_BYTES = 60 };
    const pol_line *source = source_of(split, line);
    if (line == 0 || source->role != POL_LINE_PLAIN || source->blanks > 0 ||
        source->text.size > WRAP_BYTES || source->text.data[0] < 'a' ||
        source->text.data[0] > 'z' || pol_ends_in(source->text, ".;:,"))
        return false;
    const pol_line *above = source_of(split, line - 1);
    bool is_next_apart = line + 1 >= split->count || source_of(split, line + 1)->blanks > 0 ||
                         pol_word_is_capital(source_of(split, line + 1)->text);
    return above->blanks > 0 && is_next_apart && !pol_ends_in(above->text, ".;:,") &&
           !(pol_split_look(split, line - 1) & (POL_LOOK_OPENER | POL_LOOK_LOOSE)) &&
           pol_word_count(above->text, TITLE_WORDS + 1) <= TITLE_WORDS;
}

/* "(a) From Meirionnydd:". */
static bool is_from_name(pol_span text)
{
    size_t at = pol_span_find(pol_span_first(text, 12), POL_SPAN("From "), 0);
    return at != (size_t)-1 && at > 0 && pol_ends_in(text, ":");
}

/* "5   AGENDA COMMITTEE TO BE PROPOSED BY CHESHIRE:": a number, and in capitals who moves. */
static bool is_loud_name(pol_splitter *split, size_t line)
{
    enum { WORDS = 12 };
    const pol_line *source = source_of(split, line);
    pol_split_numeral number;
    return pol_ends_in(source->text, ":") && source->blanks > 0 &&
           source->text.size <= POL_SPLIT_LINE_BYTES &&
           pol_word_count(source->text, WORDS + 1) <= WORDS &&
           pol_split_look(split, line) & POL_LOOK_SHOUT &&
           pol_split_read_numeral(source->text, 0, &number);
}

/* "(a) Pets" on a line of its own, who moves it or its text right below: no point of a text. */
static bool is_titled_point(pol_splitter *split, size_t line)
{
    enum { WORDS = 10 };
    const pol_line *source = source_of(split, line);
    size_t next = pol_split_next(split, line + 1), above = pol_split_previous(split, line);
    pol_split_numeral number;
    if (!(pol_split_look(split, line) & POL_LOOK_POINT) || next >= split->count ||
        (source->blanks == 0 && source->role == POL_LINE_PLAIN) || source->role == POL_LINE_ITEM ||
        source->role == POL_LINE_CELL ||
        (pol_ends_in(source->text, ".;,:") && !is_from_name(source->text)) ||
        pol_word_count(source->text, WORDS + 1) > WORDS ||
        (above != POL_SPLIT_NOWHERE && pol_split_look(split, above) & POL_LOOK_OPEN) ||
        !pol_split_read_numeral(source->text, 0, &number) ||
        pol_opener_of(pol_span_core(number.rest)).subject != POL_SUBJECT_NONE)
        return false;
    return pol_split_look(split, next) & POL_LOOK_MOVER ||
           pol_ends_in(source_of(split, next)->text, ":") ||
           pol_span_starts(pol_span_unquote(source_of(split, next)->text), POL_SPAN("That ")) ||
           (is_from_name(source->text) && pol_span_unquote(source_of(split, next)->text).data !=
                                              source_of(split, next)->text.data);
}

/* "Resolution the First.  Of Licences.": a few words with a number, who moves or the text below. */
static bool is_counted_title(pol_splitter *split, size_t line)
{
    enum {
        WORDS = 9,
        OWN = POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT | POL_LOOK_POINT | POL_LOOK_DECISION
    };
    const pol_line *source = source_of(split, line);
    size_t next = pol_split_next(split, line + 1);
    pol_split_numeral number;
    return source->role == POL_LINE_PLAIN && source->blanks > 0 && next < split->count &&
           source_of(split, next)->blanks == 0 && !(pol_split_look(split, line) & OWN) &&
           pol_word_count(source->text, WORDS + 1) <= WORDS &&
           pol_split_look(split, next) & (POL_LOOK_MOVER | POL_LOOK_OPENER | POL_LOOK_LOOSE) &&
           pol_split_read_numeral(source->text, 0, &number) && number.prefix.size > 0;
}

/* Is the line a part of a text? */
static bool is_text(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    if (is_wrap(split, line))
        return false;
    uint32_t look = pol_split_look(split, line);
    if (source->role == POL_LINE_HEADING)
        return (look & (POL_LOOK_OPENER | POL_LOOK_LOOSE)) != 0;
    if (source->is_strong && !(look & (POL_LOOK_OPENER | POL_LOOK_POINT)) &&
        pol_word_count(source->text, TITLE_WORDS + 1) <= TITLE_WORDS)
        return false;
    bool is_number = source->text.size <= 6 && look & POL_LOOK_POINT; /* "11)", and no more */
    if (is_titled_point(split, line) || is_counted_title(split, line))
        return false;
    return look & POL_LOOK_PROSE && !is_number;
}

/* May the line be a title, or a number with one? */
static bool may_be_heading(pol_splitter *split, size_t line)
{
    enum {
        OTHERS = POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS | POL_LOOK_PARENTS |
                 POL_LOOK_EDIT | POL_LOOK_LIST_END | POL_LOOK_OPEN
    };
    const pol_line *source = source_of(split, line);
    pol_split_heading known;
    size_t colon = pol_span_find(source->text, POL_SPAN(":"), 0);
    if (colon != (size_t)-1 && colon > 0 &&
        pol_split_field_of(pol_span_first(source->text, colon)) == POL_FIELD_MOVER)
        return false; /* "From: Larder Section" */
    bool is_name = pol_ends_in(source->text, ":") && source->blanks > 0 && /* "Bethesda:" */
                   pol_word_count(source->text, NAME_WORDS + 1) <= NAME_WORDS &&
                   pol_split_is_name(pol_span_core(source->text));
    is_name = is_name || is_from_name(source->text) || is_loud_name(split, line);
    uint32_t others = is_name ? OTHERS & ~(uint32_t)POL_LOOK_OPEN : OTHERS;
    if (split->is_furniture[line] || source->is_quoted || split->fields[line] ||
        source->text.size > POL_SPLIT_LINE_BYTES || pol_split_look(split, line) & others ||
        pol_word_count(source->text, TITLE_WORDS + 1) > TITLE_WORDS)
        return false;
    return !(pol_split_heading_parse(source->text, &known) && known.kind == POL_KIND_AMENDMENT &&
             (known.form == POL_SPLIT_NOUN || known.form == POL_SPLIT_WORDS));
}

/* "Members have waited for years.", and a few lines on "Conference calls for": the same text. */
static bool opens_later(pol_splitter *split, size_t line)
{
    enum { LINES = 6 };
    for (size_t i = line; i < split->count && i < line + LINES; i++) {
        if (split->is_furniture[i])
            continue;
        if (!is_text(split, i))
            return false;
        uint32_t look = pol_split_look(split, i);
        if (look & POL_LOOK_OPENER || (look & POL_LOOK_LOOSE && look & POL_LOOK_RESOLVES))
            return true;
    }
    return false;
}

/* Does the text of a motion start at the line, under lines that are none? */
static bool is_start(pol_splitter *split, size_t line)
{
    uint32_t look = pol_split_look(split, line);
    size_t above = pol_split_previous(split, line);
    if (above == POL_SPLIT_NOWHERE || !is_text(split, line) || is_text(split, above))
        return false;
    return look & (POL_LOOK_OPENER | POL_LOOK_LOOSE) ||
           (split->edits_start && look & POL_LOOK_EDIT) ||
           pol_split_look(split, above) & POL_LOOK_MOVER || opens_later(split, line);
}

static void count_shape(inference *found, uint64_t hash, bool has_number, uint8_t at, uint32_t head)
{
    shape *here = find_shape(found, mix(hash, at));
    if (!here)
        return;
    here->has_number = has_number;
    here->at = at;
    here->heads += here->last != head;
    here->last = head;
}

static void count_line(pol_splitter *split, inference *found, size_t line, uint8_t at,
                       uint32_t head)
{
    pol_split_numeral number;
    uint64_t plain = hash_shape(split, line, NULL);
    count_shape(found, plain, false, 0, head);
    count_shape(found, plain, false, at, head);
    for (int nth = 0; nth < POL_SPLIT_NUMERALS; nth++)
        if (pol_split_read_numeral(source_of(split, line)->text, nth, &number))
            count_shape(found, hash_shape(split, line, &number), true, 0, head);
}

/* The lines over a text, up to the text before it. */
static void count_heads(pol_splitter *split, inference *found)
{
    for (size_t i = 1; i < split->count; i++) {
        if (split->is_furniture[i] || !is_start(split, i))
            continue;
        size_t line = i;
        for (int seen = 0; seen < HEAD_LINES; seen++) {
            line = pol_split_previous(split, line);
            if (line == POL_SPLIT_NOWHERE || is_text(split, line))
                break;
            if (may_be_heading(split, line))
                count_line(split, found, line, (uint8_t)(seen + 1), found->heads);
        }
        found->heads++;
    }
}

/* ---- which shape ---- */

/* The first line of the text under `line`, and how many lines under it; NOWHERE. */
static size_t text_below(pol_splitter *split, size_t line, uint8_t *ret_at)
{
    size_t below = pol_split_next(split, line + 1);
    for (uint8_t at = 1; below < split->count && at <= BELOW_LINES; at++) {
        *ret_at = at;
        if (is_text(split, below))
            return below;
        below = pol_split_next(split, below + 1);
    }
    return POL_SPLIT_NOWHERE;
}

/* Has the line the shape, with which number, over which text? */
static bool has_shape(pol_splitter *split, size_t line, const shape *wanted, pol_split_numeral *ret,
                      size_t *ret_below)
{
    uint8_t at;
    if (!may_be_heading(split, line) || is_text(split, line))
        return false;
    bool is_found =
        !wanted->has_number && mix(hash_shape(split, line, NULL), wanted->at) == wanted->hash;
    for (int nth = 0; nth < POL_SPLIT_NUMERALS && wanted->has_number && !is_found; nth++)
        is_found = pol_split_read_numeral(source_of(split, line)->text, nth, ret) &&
                   mix(hash_shape(split, line, ret), 0) == wanted->hash;
    *ret_below = is_found ? text_below(split, line, &at) : POL_SPLIT_NOWHERE;
    return *ret_below != POL_SPLIT_NOWHERE && (wanted->at == 0 || wanted->at == at);
}

static void measure(pol_splitter *split, shape *here)
{
    pol_split_numeral number = {0};
    size_t previous = POL_SPLIT_NOWHERE, below;
    for (size_t i = 0; i < split->count; i++) {
        if (!has_shape(split, i, here, &number, &below))
            continue;
        if (below == previous)
            here->lines--; /* the lower of the two stands nearer */
        uint64_t words = hash_words(1, here->has_number ? number.rest : source_of(split, i)->text);
        pol_span ahead = source_of(split, i)->text; /* several changes to one rule */
        bool may_return = pol_word_is_any(pol_word_next(&ahead), "rule clause article bye-law");
        for (size_t k = 0; k < RECENT && !here->has_number && !may_return; k++)
            here->repeats += here->words[k] == words;
        here->words[i % RECENT] = words;
        here->steps += here->has_number && number.value == here->value + 1;
        here->growing += here->has_number && number.value > here->value;
        here->value = number.value;
        here->loud +=
            source_of(split, i)->role == POL_LINE_HEADING || source_of(split, i)->is_strong;
        here->movers += (pol_split_look(split, i) & POL_LOOK_MOVER) != 0;
        here->distance += (uint32_t)(below - i);
        here->lines++;
        previous = below;
    }
}

/* One more each time, or higher each time: "101, 102, 201". */
static bool does_count(const shape *here)
{
    return here->has_number && (here->steps * 4 + 3 >= here->lines * 3 ||
                                (here->growing * 10 >= here->lines * 9 && here->lines > LEAST));
}

/* Better are numbers that count up, then what stands higher over the text. */
static bool is_better(const shape *a, const shape *b)
{
    if (!b)
        return true;
    bool a_counts = does_count(a), b_counts = does_count(b);
    if (a_counts != b_counts)
        return a_counts;
    bool a_loud = a->loud * 2 > a->lines, b_loud = b->loud * 2 > b->lines;
    if (!a_counts && a_loud != b_loud)
        return a_loud;
    if (a->heads * 10 > b->heads * 12 || b->heads * 10 > a->heads * 12)
        return a->heads > b->heads;
    return a->distance * b->lines > b->distance * a->lines;
}

static const shape *choose_shape(pol_splitter *split, inference *found, bool wants_numbers)
{
    const shape *best = NULL;
    for (size_t i = 0; i < found->count; i++) {
        shape *here = &found->shapes[i];
        if (here->heads < LEAST || here->heads * 10 < found->heads * 7)
            continue;
        measure(split, here);
        bool counts = here->has_number ? does_count(here) : !wants_numbers;
        bool is_apart = here->lines >= LEAST && here->repeats == 0 &&
                        here->lines * 2 <= here->heads * (here->has_number ? 6 : 3);
        bool are_names = !here->has_number && here->movers * 2 > here->lines;
        if (counts && is_apart && !are_names && is_better(here, best))
            best = here;
    }
    return best;
}

/* ---- items ---- */

static int compare_lines(const void *a, const void *b)
{
    const pol_split_heading *x = a, *y = b;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* "motion: Mugs", behind "First". */
static pol_span without_noun(pol_span rest)
{
    static const char *const nouns[] = {"motion", "resolution", "proposition", "proposal"};
    pol_span after;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_words_start(rest, nouns[i], &after))
            return after;
    return rest;
}

static pol_span without_marks(pol_span rest)
{
    rest = pol_span_trim(rest);
    while (rest.size > 0 && strchr(".:)]|-/>,* ", rest.data[0]))
        rest = pol_span_from(rest, 1);
    return rest;
}

/* "AGENDA COMMITTEE TO BE PROPOSED BY CHESHIRE": who does. */
static pol_span behind_put_by(pol_span text)
{
    size_t at = pol_span_find_fold(text, POL_SPAN(" to be proposed by "), 0);
    return at == (size_t)-1 ? text
                            : pol_span_trim(pol_span_from(text, at + sizeof " to be proposed by"));
}

pol_split_heading pol_split_make_heading(pol_splitter *split, size_t line, size_t below,
                                         const pol_split_numeral *number)
{
    uint32_t look = pol_split_look(split, below);
    pol_split_heading made = {.line = (uint32_t)line,
                              .end_line = (uint32_t)line + 1,
                              .form = POL_SPLIT_TITLE,
                              .kind = POL_KIND_MOTION,
                              .is_chosen = true,
                              .is_inferred = true,
                              .rest = source_of(split, line)->text};
    made.has_motion_text =
        look & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT) || opens_later(split, below);
    if (number) {
        made.form = POL_SPLIT_NOUN;
        made.number.printed = number->printed;
        made.number.value = number->value;
        made.rest = without_marks(without_noun(without_marks(number->rest)));
    }
    for (size_t i = line + 1; i < below; i++)
        made.has_mover = made.has_mover || pol_split_look(split, i) & POL_LOOK_MOVER ||
                         split->fields[i] == POL_FIELD_MOVER;
    pol_split_rest_read(made.rest, &made.parts);
    pol_span from = pol_split_without_from(made.rest);
    if (from.data && pol_ends_in(made.rest, ":")) /* "From the Young Tenants' Committee:" */
        made.parts = (pol_split_parts){.mover = pol_span_core(from)};
    else if (number && is_loud_name(split, line))
        made.parts = (pol_split_parts){.mover = behind_put_by(pol_span_core(made.rest))};
    pol_span inner = pol_split_unbracket(made.rest);
    if (inner.size < made.rest.size && pol_split_is_name(inner)) /* "(Cork Colleges)" */
        made.parts = (pol_split_parts){.mover = inner};
    pol_span title = made.parts.title.size > 0
                         ? pol_split_without_kind(made.parts.title, &made.kind)
                         : pol_span_make(NULL, 0);
    if (number || title.size > 0) /* "Motion: Mugs" */
        made.parts.title = title;
    if (!number)
        pol_split_take_number(&made);
    return made;
}

/* Of the headings that were found by their words, amendments and other kinds stay. */
static bool stays(const pol_split_heading *heading)
{
    enum { SCORE_LEAST = 5 };
    return heading->kind == POL_KIND_AMENDMENT ||
           (heading->form == POL_SPLIT_NOUN && heading->kind != POL_KIND_MOTION &&
            !heading->is_bodiless && heading->score >= SCORE_LEAST);
}

static bool is_taken(const pol_split_heading *made, size_t count, uint32_t line)
{
    for (size_t i = 0; i < count; i++)
        if (made[i].line == line)
            return true;
    return false;
}

static void replace_headings(pol_splitter *split, const shape *chosen)
{
    size_t room = chosen->lines + 1, at = 0;
    for (size_t i = 0; i < split->heading_count; i++)
        room += stays(&split->headings[i]);
    room += split->heading_count;
    pol_split_heading *made = pol_arena_array(split->arena, room, sizeof *made);
    if (!made) {
        pol_splitter_refused(split, room * sizeof *made);
        return;
    }
    pol_split_numeral number = {0};
    size_t last_below = POL_SPLIT_NOWHERE, below;
    for (size_t i = 0; i < split->count && at <= chosen->lines; i++) {
        if (!has_shape(split, i, chosen, &number, &below))
            continue;
        at -= at > 0 && below == last_below;
        last_below = below;
        made[at++] = pol_split_make_heading(split, i, below, chosen->has_number ? &number : NULL);
    }
    size_t own = at;
    for (size_t i = 0; i < split->heading_count; i++)
        if (stays(&split->headings[i]) && !is_taken(made, own, split->headings[i].line)) {
            made[at] = split->headings[i];
            made[at].is_chosen = made[at].kind != POL_KIND_AMENDMENT;
            at++;
        }
    qsort(made, at, sizeof *made, compare_lines);
    split->headings = made;
    split->heading_count = at;
}

/* Titles alone, and over fewer than half of the texts anything that only motions have: who moves,
 * "Conference", "That". Those may be groups of which notes tell: "We call on the party". */
static bool are_groups(pol_splitter *split, const shape *chosen)
{
    enum { BELOW = 3 };
    size_t items = 0, sure = 0;
    for (size_t i = 0; i < split->heading_count && !chosen->has_number; i++) {
        const pol_split_heading *heading = &split->headings[i];
        bool is_sure = heading->has_mover;
        if (!heading->is_chosen || !heading->is_inferred)
            continue;
        size_t end = i + 1 < split->heading_count ? heading[1].line : split->count;
        for (size_t k = heading->end_line; k < end && k < heading->end_line + BELOW; k++)
            is_sure =
                is_sure ||
                pol_split_look(split, k) &
                    (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_MOVER | POL_LOOK_DECISION) ||
                pol_span_starts(pol_span_unquote(source_of(split, k)->text), POL_SPAN("That "));
        items++;
        sure += is_sure;
    }
    return sure * 2 < items;
}

bool pol_split_infer(pol_splitter *split, size_t known, bool wants_numbers)
{
    inference found = {pol_arena_array(split->arena, SHAPES_MAX, sizeof *found.shapes), 0, 0};
    if (!found.shapes) {
        pol_splitter_refused(split, SHAPES_MAX * sizeof *found.shapes);
        return false;
    }
    if (split->count > LINES_MAX)
        return false;
    count_heads(split, &found);
    const shape *chosen = found.heads < LEAST ? NULL : choose_shape(split, &found, wants_numbers);
    if (!chosen || (known > 0 && ((chosen->loud < chosen->lines && !does_count(chosen)) ||
                                  chosen->lines * 2 < known * 3)))
        return false;
    pol_split_heading *before = split->headings;
    size_t count = split->heading_count;
    replace_headings(split, chosen);
    const char *doubt = split->doubt;
    split->doubt = NULL;
    pol_split_choose_amendments(split);
    if (split->status != POL_OK)
        return false;
    bool is_borne_out = pol_split_is_borne_out(split, true);
    bool are_unsure = is_borne_out && are_groups(split, chosen);
    if (is_borne_out && !are_unsure)
        return split->status == POL_OK;
    split->doubt = are_unsure ? "several headings over texts that may each be moved" : doubt;
    split->doubt_line =
        are_unsure ? source_of(split, split->headings[0].line)->number : split->doubt_line;
    split->headings = before;
    split->heading_count = count;
    return false;
}
