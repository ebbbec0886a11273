/* split.c - a text to its parts: find what may be headings, choose those that bear each other
 * out, cut. */
#include "document/split/model.h"

static bool init(pol_splitter *split)
{
    split->looks = pol_arena_array(split->arena, split->count, sizeof *split->looks);
    split->is_furniture = pol_arena_array(split->arena, split->count, sizeof *split->is_furniture);
    split->fields = pol_arena_array(split->arena, split->count, sizeof *split->fields);
    split->lines = pol_arena_array(split->arena, split->count, sizeof *split->lines);
    if (split->looks && split->is_furniture && split->fields && split->lines) {
        memcpy(split->lines, split->text->lines, split->count * sizeof *split->lines);
        return true;
    }
    pol_splitter_refused(split, split->count * sizeof *split->looks);
    return false;
}

/* "The Forum agrees that", "It asks": a verb that only what is moved has. */
static bool does_decide(pol_span text)
{
    enum { BYTES = 2000 };
    pol_span rest = pol_span_first(text, BYTES), word;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "agrees resolves instructs asks demands urges mandates calls"))
            return true;
    return false;
}

/* Texts and decisions in turn, and nothing over them that tells one from the next. */
static void doubt_decisions(pol_splitter *split)
{
    enum { LINES_MAX = 20000, LEAST = 2 };
    size_t decisions = 0;
    uint32_t first = 0;
    bool has_text = false;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        uint32_t look = pol_split_look(split, i);
        if (look & POL_LOOK_EDIT || pol_words_start(line->text, "amendment", NULL) ||
            line->is_aside)
            return; /* of one motion and its amendments */
        has_text = has_text || look & POL_LOOK_OPENER ||
                   (look & POL_LOOK_PROSE && does_decide(line->text));
        bool is_behind =
            line->blanks > 0 || (i > 0 && pol_split_look(split, i - 1) & POL_LOOK_PROSE);
        bool is_decision = look & POL_LOOK_DECISION && is_behind && line->role != POL_LINE_CELL &&
                           line->role != POL_LINE_ITEM;
        if (!is_decision || !has_text)
            continue;
        first = decisions++ == 0 ? line->number : first;
        has_text = false;
    }
    if (decisions >= LEAST) {
        split->doubt = "several texts with a decision behind each, and no headings between them";
        split->has_decisions = true;
        split->doubt_line = first;
    }
}

/* Several headings, what stands under each of them decides something, and nothing tells whether
 * they are motions or parts of one. */
static void doubt_headings(pol_splitter *split)
{
    enum { LINES_MAX = 20000, LEAST = 3 };
    size_t deciding = 0, headings = 0;
    uint32_t first = 0;
    bool is_under = false, decides = false;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        uint32_t look = pol_split_look(split, i);
        bool is_opener = look & POL_LOOK_LOOSE && pol_word_count(line->text, 2) > 1;
        bool is_heading = (line->is_strong || line->role == POL_LINE_HEADING) &&
                          (line->blanks > 0 || i == 0) && !is_opener &&
                          !(look & (POL_LOOK_OPENER | POL_LOOK_PROSE | POL_LOOK_OPEN |
                                    POL_LOOK_POINT | POL_LOOK_DECISION));
        if (line->is_aside || line->role == POL_LINE_CELL)
            return;
        if (is_heading) {
            headings++;
            is_under = true;
            decides = false;
        } else if (is_under && !decides && look & POL_LOOK_PROSE && !(look & POL_LOOK_EDIT) &&
                   does_decide(line->text)) {
            decides = true;
            first = deciding++ == 0 ? line->number : first;
        }
    }
    if (deciding >= LEAST && deciding * 4 >= headings * 3) {
        split->doubt = "several headings over texts that each decide something";
        split->doubt_line = first;
    }
}

/* "1", "2", "3" on lines of their own, texts between them, and nothing tells of what they are. */
static void doubt_numbers(pol_splitter *split)
{
    enum { LEAST = 4 };
    size_t run = 0;
    uint32_t first = 0, value = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        if (heading->form != POL_SPLIT_BARE || heading->rest.size > 0 || !heading->has_prose)
            continue;
        bool follows = heading->number.value == value + 1;
        run = follows ? run + 1 : heading->number.value == 1;
        first = run == 1 ? split->text->lines[heading->line].number : first;
        value = heading->number.value;
        if (run == LEAST) {
            split->doubt = "numbers alone stand over texts that may be motions";
            split->doubt_line = first;
        }
    }
}

/* "7" on a line of its own over a line that starts in capitals, below the end of a sentence: no
 * number of a page, which stand in the middle of what is said. */
static bool is_lone_number(const pol_splitter *split, size_t line, uint32_t *ret_value)
{
    const pol_line *own = &split->text->lines[line];
    pol_split_number number;
    pol_span rest;
    if (line + 1 >= split->count || own->role != POL_LINE_PLAIN || own->text.size > 3 ||
        !pol_split_number_parse(own->text, false, &number, &rest) || number.letters ||
        pol_span_core(rest).size > 0)
        return false;
    *ret_value = number.value;
    return split->text->lines[line + 1].blanks == 0 &&
           pol_word_is_capital(pol_span_core(split->text->lines[line + 1].text)) &&
           (line == 0 || own->blanks > 0);
}

/* Such numbers that count up with little between them. */
static void doubt_lone_numbers(pol_splitter *split)
{
    enum { LINES_MAX = 20000, LEAST = 4, NEAR = 20 };
    size_t run = 0, last_line = 0;
    uint32_t last = 0, value, first = 0;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        if (!is_lone_number(split, i, &value))
            continue;
        bool follows = run > 0 && value > last && value <= last + 2 && i - last_line <= NEAR;
        run = follows ? run + 1 : 1;
        first = run == 1 ? split->text->lines[i].number : first;
        last = value;
        last_line = i;
        if (run == LEAST) {
            split->doubt = "numbers alone stand over texts that may be motions";
            split->doubt_line = first;
        }
    }
}

/* "That we demand a register (draft).": sentences that could each be moved, other talk between
 * them, and nothing over any of them. */
static void doubt_thats(pol_splitter *split)
{
    enum { LINES_MAX = 20000, LEAST = 2, WORDS = 4 };
    size_t found = 0, talk = 0;
    uint32_t first = 0;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        uint32_t look = pol_split_look(split, i);
        if (look & (POL_LOOK_OPENER | POL_LOOK_MOVER) || line->is_aside)
            return; /* a motion in due form */
        bool is_that = pol_span_starts(line->text, POL_SPAN("That ")) &&
                       pol_word_count(line->text, WORDS) == WORDS && line->marker.size == 0 &&
                       (i == 0 || !(pol_split_look(split, i - 1) & POL_LOOK_OPEN));
        talk += !is_that && look & POL_LOOK_PROSE;
        first = is_that && found == 0 ? line->number : first;
        found += is_that;
    }
    if (found >= LEAST && talk >= found) {
        split->doubt = "sentences that may each be moved stand among others";
        split->doubt_line = first;
    }
}

/* "Notes", "Policy forum: notes", "Workshop" over the file: it tells what was said. */
static bool is_of_notes(const pol_splitter *split)
{
    enum { TOP = 4 };
    for (size_t i = 0; i < split->count && i < TOP; i++) {
        pol_span text = split->text->lines[i].text, rest = text, word;
        if (text.size > POL_SPLIT_LINE_BYTES)
            continue;
        while ((word = pol_word_next(&rest)).data) {
            bool is_edge = word.data == text.data || pol_span_core(rest).size == 0 ||
                           pol_words_start(rest, "of", NULL);
            if (is_edge && pol_word_is_capital(word) &&
                pol_word_is_any(word, "notes jottings workshop brainstorm"))
                return true;
        }
    }
    return false;
}

/* Notes in which several lines or headings decide something, and nobody moves any. */
static void doubt_notes(pol_splitter *split)
{
    enum { LINES_MAX = 2000, LEAST = 2 };
    size_t deciding = 0;
    uint32_t first = 0;
    if (!is_of_notes(split))
        return;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        if (pol_split_look(split, i) & POL_LOOK_MOVER || line->is_aside)
            return;
        bool decides = does_decide(line->text) ||
                       pol_span_find_fold(line->text, POL_SPAN("motion"), 0) != (size_t)-1;
        first = decides && deciding == 0 ? line->number : first;
        deciding += decides;
    }
    if (deciding >= LEAST) {
        split->doubt = "notes of what was said, in which several motions may stand";
        split->doubt_line = first;
    }
}

/* "Policy Forum", "Flip charts from Saturday", "not yet motions" near the top: what people sent in
 * or said, which others are to make motions of. */
static bool is_of_ideas(const pol_splitter *split)
{
    static const char *const phrases[] = {"policy forum",    "open forum",    "flip chart",
                                          "flipchart",       "thoughts",      "ideas sent",
                                          "not yet motions", "for discussion"};
    enum { TOP = 12 };
    for (size_t i = 0; i < split->count && i < TOP; i++)
        for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++)
            if (split->text->lines[i].text.size <= POL_SPLIT_LINE_BYTES &&
                pol_span_find_fold(split->text->lines[i].text, pol_span_of(phrases[k]), 0) !=
                    (size_t)-1)
                return true;
    return false;
}

/* Of such a paper in which several lines decide something, and nobody moves any. */
static void doubt_ideas(pol_splitter *split)
{
    enum { LINES_MAX = 2000, LEAST = 2, NAMES = 3 };
    size_t deciding = 0;
    uint32_t first = 0;
    if (!is_of_ideas(split))
        return;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        if (i >= NAMES &&
            pol_split_look(split, i) & POL_LOOK_MOVER) /* above is whose paper it is */
            return;
        bool decides = does_decide(line->text) || pol_split_look(split, i) & POL_LOOK_LOOSE;
        first = decides && deciding == 0 ? line->number : first;
        deciding += decides;
    }
    if (deciding >= LEAST) {
        split->doubt = "ideas that were sent in, in which several motions may stand";
        split->doubt_line = first;
    }
}

/* A text that is too broken to be cut is kept whole, and says so. */
static bool keep_damaged(pol_splitter *split)
{
    if (!pol_split_is_damaged(split))
        return false;
    split->doubt = "words are broken, as by a bad scan: where items start cannot be told";
    split->doubt_line = split->text->lines[0].number;
    return true;
}

/* Are most texts cut short, "calls on the ...", as on a page that lists what stands elsewhere? */
static bool are_teasers(pol_splitter *split)
{
    static const char *const ends[] = {"...", "\u2026", "[...]", "[\u2026]", "(...)"};
    size_t items = 0, cut = 0, at = 0;
    for (size_t i = 0; i < split->heading_count; i = at) {
        at = i + 1;
        while (at < split->heading_count && !split->headings[at].is_chosen)
            at++;
        if (!split->headings[i].is_chosen)
            continue;
        size_t end = at < split->heading_count ? split->headings[at].line : split->count;
        bool is_cut = false;
        for (size_t line = split->headings[i].line; line < end; line++)
            for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
                is_cut =
                    is_cut || (pol_split_look(split, line) & POL_LOOK_PROSE &&
                               pol_span_ends(split->text->lines[line].text, pol_span_of(ends[k])));
        items++;
        cut += is_cut;
    }
    return items >= 2 && cut * 10 >= items * 6;
}

/* "Rule 6 (Fees)" over "Delete", several times. */
static bool are_rules(pol_splitter *split)
{
    enum { LINES_MAX = 20000, LEAST = 3, BYTES = 100 };
    size_t found = 0;
    for (size_t i = 0; i + 1 < split->count && i < LINES_MAX; i++) {
        const pol_line *line = &split->text->lines[i];
        pol_span rest = line->text;
        found += line->text.size <= BYTES && !(pol_split_look(split, i) & POL_LOOK_EDIT) &&
                 pol_word_is_any(pol_word_next(&rest), "rule rules clause article bye-law") &&
                 pol_split_look(split, i + 1) & POL_LOOK_EDIT;
    }
    return found >= LEAST;
}

bool pol_split_choose_all(pol_splitter *split)
{
    size_t known = 0;
    bool is_cut = pol_split_choose(split);
    for (size_t i = 0; i < split->heading_count; i++)
        known += split->headings[i].is_chosen && split->headings[i].kind != POL_KIND_AMENDMENT;
    is_cut = (split->status == POL_OK && pol_split_infer(split, known, known == 0)) || is_cut ||
             (split->status == POL_OK && !split->doubt && pol_split_choose_titles(split)) ||
             (split->status == POL_OK && pol_split_infer(split, 0, false)) ||
             (split->status == POL_OK && !split->doubt && pol_split_choose_single(split)) ||
             (split->status == POL_OK && !split->doubt && pol_split_choose_thats(split));
    if (!is_cut && split->status == POL_OK && are_rules(split)) {
        split->edits_start = true;
        is_cut = pol_split_infer(split, 0, false);
    }
    if (split->status == POL_OK)
        is_cut = pol_split_compare(split, is_cut);
    if (is_cut && split->status == POL_OK)
        pol_split_choose_odd(split);
    if (is_cut && !split->doubt)
        doubt_notes(split);
    if (is_cut && split->doubt && is_of_notes(split))
        return false;
    if (!is_cut || !are_teasers(split))
        return is_cut;
    split->doubt = "the beginnings of several texts, which stand whole elsewhere";
    split->doubt_line = split->text->lines[split->headings[0].line].number;
    return false;
}

/* Does a part's heading say anything that tells it from what stands before it? */
static bool is_told(const pol_part *part)
{
    for (size_t i = 0; i < part->text.pair_count; i++)
        if (!pol_span_equal(part->text.pairs[i].key, POL_SPAN("kind")))
            return true;
    return part->relation_count > 0;
}

/* Most parts have no number, title, mover or decision: in a long text some lines look like the
 * beginnings of others by chance. */
static bool are_by_chance(pol_splitter *split, const pol_split *cut)
{
    enum { LEAST = 8 };
    size_t told = 0;
    for (size_t i = 0; i < cut->part_count; i++)
        told += is_told(&cut->parts[i]);
    if (cut->part_count < LEAST || told * 2 >= cut->part_count)
        return false;
    split->doubt = "lines that may begin texts, with nothing over them";
    split->doubt_line = cut->parts[0].line;
    return true;
}

/* Of the lines all that is found before any heading is chosen. */
bool pol_split_prepare(pol_splitter *split, pol_text *text)
{
    split->text = text;
    split->count = text->line_count;
    if (!init(split))
        return false;
    split->printed = text->lines;
    text->lines = split->lines;
    pol_split_find_decimals(split);
    pol_split_learn_houses(split);
    pol_split_reshape(split);
    pol_split_mark_furniture(split);
    pol_split_read_boxes(split);
    pol_split_mark_fields(split);
    if (split->status == POL_OK)
        pol_split_collect(split);
    return split->status == POL_OK;
}

pol_status pol_split_text(const pol_text *text, pol_span name, pol_arena *arena,
                          pol_split *ret_split, pol_error *reterr)
{
    enum { LINES_LEAST = 4 };
    (void)name;
    *ret_split = (pol_split){0};
    pol_splitter split = {.arena = arena, .reterr = reterr};
    pol_text own = *text;
    if (text->line_count < LINES_LEAST || text->line_count >= POL_SPLIT_NOWHERE)
        return POL_OK;
    if (!pol_split_prepare(&split, &own))
        return split.status;
    if (split.has_too_many) {
        ret_split->is_doubtful = true;
        ret_split->doubt =
            (pol_doubt){"split", POL_SPAN("more lines look like headings than are told apart"), 1};
        return POL_OK;
    }
    bool is_cut = !keep_damaged(&split) && pol_split_choose_all(&split);
    if (split.status == POL_OK && is_cut)
        pol_split_cut(&split, ret_split);
    if (split.status == POL_OK && is_cut && are_by_chance(&split, ret_split)) {
        *ret_split = (pol_split){0};
        is_cut = false;
    }
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_decisions(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_headings(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_numbers(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_lone_numbers(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_thats(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_notes(&split);
    if (split.status == POL_OK && !is_cut && !split.doubt)
        doubt_ideas(&split);
    if (split.status == POL_OK && !is_cut && split.doubt) {
        ret_split->is_doubtful = true;
        ret_split->has_decisions = split.has_decisions;
        ret_split->doubt = (pol_doubt){"split", pol_span_of(split.doubt), split.doubt_line};
    }
    return split.status;
}
