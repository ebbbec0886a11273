/* outcome.c - the lines of a report, one after another, to outcomes: headings decide what
 * stands under them, conferences hold until the next, lines, rows and sentences state the
 * rest. What is given of it the judge decides at the end. */
#include "document/outcome.h"

#include "document/openers.h"
#include "document/outcome/find.h"
#include "document/words.h"

enum {
    HEAD_LINES = 15,     /* of a file: its title is there */
    TITLE_LINES_MAX = 3, /* that a typed title may run over */
    TRIED_MAX = 200000,  /* phrases compared with the table: some ten for each outcome */
    PROSE_BYTES = 90,
    PROSE_WORDS = 8
};

static bool is_capital_start(pol_span text)
{
    pol_span core = pol_span_core(text);
    return core.size > 0 && pol_word_is_capital(core);
}

void pol_finder_add(pol_finder *finder, const pol_outcome *outcome, size_t line, pol_span line_text,
                    pol_outcome_form form)
{
    if (finder->count == POL_OUTCOMES_MAX) {
        finder->is_over = true;
        return;
    }
    if (finder->is_preliminary && outcome->decision == POL_DECISION_CARRIED)
        return;
    pol_found *grown = pol_arena_grow(finder->memory.arena, finder->found, finder->count,
                                      &finder->capacity, sizeof *grown);
    if (!grown) {
        finder->memory.refused = (2 * finder->capacity + 8) * sizeof *grown;
        return;
    }
    finder->found = grown;
    pol_found *made = &finder->found[finder->count++];
    *made = (pol_found){.outcome = *outcome,
                        .line = line,
                        .section = finder->section,
                        .form = (uint8_t)form,
                        .place = (uint32_t)finder->count,
                        .is_full = finder->is_full_heading};
    bool has_noun = pol_words_start(pol_span_unbullet(line_text), "motion", NULL) ||
                    pol_words_start(pol_span_unbullet(line_text), "motions", NULL);
    if (outcome->kind == POL_KIND_MOTION && !has_noun && form < POL_OUTCOME_FORM_SENTENCE)
        made->outcome.kind = finder->section_kind;
    if (!outcome->conference_name.data)
        made->outcome.conference_name = finder->conference_name;
    if (!outcome->year)
        made->outcome.year = finder->year;
    made->outcome.line = finder->text->lines[line].number;
    made->outcome.page = finder->text->lines[line].page;
    made->outcome.line_text = line_text;
    made->is_weak = !outcome->number.data && form < POL_OUTCOME_FORM_GOVERNED &&
                    !is_capital_start(outcome->words);
}

static const pol_line *line_at(const pol_finder *finder, size_t index)
{
    return &finder->text->lines[index];
}

/* Is there a word on these lines that a decision could start with? */
static bool may_decide(const pol_finder *finder, size_t from, size_t end)
{
    for (; from < end; from++)
        if (pol_outcome_may_decide(line_at(finder, from)->text, &finder->memory) ||
            pol_outcome_ends_alone(
                pol_span_first(line_at(finder, from)->text, POL_OUTCOME_LINE_MAX)))
            return true;
    return false;
}

static void use(pol_finder *finder, size_t from, size_t end, pol_outcome_use what)
{
    memset(finder->uses + from, (int)what, end - from);
}

/* ---- what a line may be --------------------------------------------------------------------- */

static bool take_conference(pol_finder *finder, size_t index)
{
    pol_span name;
    int year;
    if (!pol_outcome_conference(line_at(finder, index)->text, finder->memory.arena, &name, &year))
        return false;
    finder->conference_name = name;
    finder->year = year;
    finder->has_title = finder->has_title || pol_outcome_is_results(line_at(finder, index)->text);
    finder->is_minutes = finder->is_minutes || pol_outcome_is_minutes(line_at(finder, index)->text);
    finder->uses[index] = POL_OUTCOME_USE_CONFERENCE;
    pol_finder_end_heading(finder);
    pol_hand_close(finder);
    return true;
}

static bool starts_numbered(pol_span text)
{
    pol_span rest = pol_span_unbullet(text);
    return pol_finder_starts_item(text) || pol_outcome_starts_item(rest) ||
           pol_outcome_is_number(pol_word_next(&rest), false);
}

/* Is line `end` the rest of a title's cell, "birds", under a row that ends in its decision? */
static bool is_remnant(const pol_finder *finder, size_t from, size_t end, size_t last)
{
    enum { WORDS_MAX = 4 };
    pol_span row = line_at(finder, from)->text, rest = line_at(finder, end)->text;
    pol_span word = pol_word_last(row);
    return end == from + 1 && last == end + 1 && starts_numbered(row) &&
           pol_word_is_capital(word) && word.data + word.size == row.data + row.size &&
           pol_decision_may_start(word) && pol_word_count(rest, WORDS_MAX + 1) <= WORDS_MAX &&
           !pol_ends_sentence(rest);
}

/* "Part 2, lines 7 to 9 ........ Defeated" under an item: its point, and no item itself. */
static bool take_part(pol_finder *finder, size_t index)
{
    pol_outcome item = {0}, items[POL_OUTCOME_LIST_MAX];
    pol_outcome_form form;
    pol_span text = pol_span_unbullet(line_at(finder, index)->text), rest = text;
    if (text.size > POL_OUTCOME_LINE_MAX ||
        !pol_word_is_any(pol_word_next(&rest), "part parts point points paragraph para"))
        return false;
    pol_span label = pol_word_next(&rest);
    if (label.size == 0 || label.size > 3 || !may_decide(finder, index, index + 1) ||
        pol_outcome_line(text, &finder->memory, items, &form) != 1 || items[0].number.data ||
        items[0].point_count > 0)
        return false;
    item = items[0];
    pol_outcome_point *point = pol_outcome_alloc(&finder->memory, sizeof *point);
    if (!point)
        return false;
    *point = (pol_outcome_point){.label = label, .decision = item.decision};
    item.points = point;
    item.point_count = 1;
    pol_hand_add_points(finder, &item);
    finder->uses[index] = POL_OUTCOME_USE_CELL;
    return true;
}

/* One outcome or several on the line, or on it and what it runs on to. */
static size_t take_line(pol_finder *finder, size_t from)
{
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    size_t last = pol_finder_paragraph_end(finder, from);
    if (last > from + TITLE_LINES_MAX)
        last = from + TITLE_LINES_MAX;
    if (!may_decide(finder, from, last))
        return from;
    for (size_t end = from + 1; end <= last; end++) {
        bool is_cut = end < finder->text->line_count && pol_finder_goes_on(finder, end) &&
                      line_at(finder, end)->text.data[0] >= 'a' &&
                      line_at(finder, end)->text.data[0] <= 'z';
        is_cut = is_cut && !is_remnant(finder, from, end, last);
        if (is_cut || (end > from + 1 && !starts_numbered(line_at(finder, from)->text)))
            continue; /* a sentence, or a title that goes on */
        pol_outcome_form form;
        pol_span text = pol_finder_join(finder, from, end);
        size_t count = text.data ? pol_outcome_line(text, &finder->memory, items, &form) : 0;
        size_t before = finder->count;
        for (size_t i = 0; i < count; i++)
            pol_finder_add(finder, &items[i], from, text, form);
        if (count > 0) {
            pol_hand_follow(finder, before, from, true);
            use(finder, from, end, POL_OUTCOME_USE_OUTCOME);
            return end;
        }
    }
    return from;
}

/* "Mugs" over "CARRIED", and in the next paragraph "Tea" over "LOST". */
static bool is_one_of_pairs(const pol_finder *finder, size_t index)
{
    enum { AHEAD = 2 };
    const pol_line *line = line_at(finder, index);
    size_t count = finder->text->line_count;
    return index + AHEAD < count && finder->headings == 0 && (line[-1].blanks > 0 || index == 1) &&
           line[2].blanks == 0 && line[2].text.size <= POL_OUTCOME_LINE_MAX &&
           pol_decision_may_hold(line[2].text) && (index + 3 == count || line[3].blanks > 0);
}

/* "Carried unanimously." right below something, and apart from what follows: of what is above. So
 * is a badge below a numbered heading, where none stood over the first. */
static bool stands_below(const pol_finder *finder, size_t index)
{
    const pol_line *line = line_at(finder, index);
    bool is_last = index + 1 >= finder->text->line_count;
    if (index > 0 && finder->headings == 0 && line->role != POL_LINE_PLAIN &&
        line->role != POL_LINE_HEADING && line[-1].role == POL_LINE_HEADING &&
        starts_numbered(line[-1].text))
        return true;
    return index > 0 && line->role == POL_LINE_PLAIN && !line->is_strong && line->blanks == 0 &&
           (is_last || line[1].blanks > 0) && !pol_ends_in(line->text, ":") &&
           (line->indent > 0 || pol_ends_in(line->text, ".") || starts_numbered(line[-1].text) ||
            is_one_of_pairs(finder, index));
}

/* "Business not reached" among the lines of a list of contents heads nothing. */
static bool is_listed(const pol_finder *finder, size_t index)
{
    const pol_line *line = line_at(finder, index);
    const pol_line *next = index + 1 < finder->text->line_count ? line + 1 : line;
    bool is_item =
        line->role == POL_LINE_ITEM || pol_span_unbullet(line->text).data != line->text.data;
    bool is_next =
        next->role == POL_LINE_ITEM || pol_span_unbullet(next->text).data != next->text.data;
    return is_item && next > line && is_next && next->level <= line->level &&
           pol_span_unbullet(next->text).size > 0 &&
           !starts_numbered(pol_span_unbullet(next->text));
}

static bool take_heading(pol_finder *finder, size_t index)
{
    bool is_full;
    pol_outcome heading;
    const pol_line *line = line_at(finder, index);
    if (is_listed(finder, index))
        return false;
    if (!(pol_decision_may_hold(pol_span_first(line->text, POL_OUTCOME_LINE_MAX)) ||
          pol_outcome_is_lone(line->text)) ||
        pol_finder_goes_on(finder, index) ||
        !pol_outcome_heading(line->text, &finder->memory, &heading, &is_full))
        return false;
    if (!is_full && stands_below(finder, index))
        return false;
    finder->is_governed = true;
    finder->governed_level = 0;
    finder->heading_line = index;
    finder->is_full_heading = is_full;
    finder->governed = 0;
    finder->heading = heading;
    pol_hand_close(finder);
    finder->headings++;
    if (is_full)
        finder->section_kind = POL_KIND_MOTION;
    finder->uses[index] = POL_OUTCOME_USE_HEADING;
    return true;
}

/* ---- paragraphs ------------------------------------------------------------------------------ */

/* "1. Conference notes": behind the number of the clause. */
static pol_span behind_number(pol_span text)
{
    enum { NUMBER_BYTES_MAX = 4 };
    size_t at = 0;
    while (at < text.size && at < NUMBER_BYTES_MAX && !strchr(".) ", text.data[at]))
        at++;
    bool is_number =
        at > 0 && at + 1 < text.size && strchr(".)", text.data[at]) && text.data[at + 1] == ' ';
    return is_number ? pol_span_trim(pol_span_from(text, at + 1)) : text;
}

static bool is_clause(pol_span text)
{
    text = behind_number(text);
    pol_opener opener = pol_opener_of(text);
    return (opener.subject >= POL_SUBJECT_BODY && opener.clause != POL_CLAUSE_COUNT) ||
           (pol_opener_is_bare_subject(text) &&
            pol_word_count(text, 2) + pol_ends_in(text, ":,") > 1);
}

static pol_outcome_use use_of(const pol_finder *finder, size_t from, size_t end, pol_span text)
{
    pol_outcome item = {0};
    const pol_line *line = line_at(finder, from);
    if (is_clause(text))
        return POL_OUTCOME_USE_CLAUSE;
    if (line->role == POL_LINE_HEADING)
        return POL_OUTCOME_USE_HEADING;
    bool is_sentence = pol_ends_in(text, ".;:") && pol_word_count(text, PROSE_WORDS) == PROSE_WORDS;
    if (end > from + 1 || text.size > PROSE_BYTES * 2 || is_sentence)
        return POL_OUTCOME_USE_PROSE;
    if (pol_outcome_is_furniture(text))
        return POL_OUTCOME_USE_FURNITURE;
    if (pol_outcome_item(text, &item, NULL) && item.number.data)
        return POL_OUTCOME_USE_ITEM;
    return POL_OUTCOME_USE_SHORT;
}

bool pol_finder_is_list_number(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    return word.data && pol_outcome_is_number(word, false) && rest.size > 0 &&
           pol_word_count(rest, 1) == 0;
}

/* The item in hand, by what a line is: named by it, or its text. */
static void look_at_item(pol_finder *finder, size_t index, pol_outcome_use what)
{
    const pol_line *line = line_at(finder, index);
    pol_span rest = line->text;
    if (pol_words_start(line->text, "title", &rest) ||
        pol_words_start(line->text, "subject", &rest))
        pol_hand_name(finder, rest);
    rest = line->text;
    if (pol_word_is_any(pol_word_next(&rest), "moved proposed mover proposer submitted"))
        finder->hand.is_title_only = false; /* what has a mover is a motion */
    if (what == POL_OUTCOME_USE_CLAUSE)
        pol_hand_has_text(finder);
    else if (what == POL_OUTCOME_USE_FURNITURE && pol_finder_is_list_number(line->text))
        finder->hand.is_line = false; /* the text below is another's */
    else if (what == POL_OUTCOME_USE_ITEM || what == POL_OUTCOME_USE_SHORT ||
             what == POL_OUTCOME_USE_HEADING || line->is_strong)
        pol_hand_read_line(finder, index);
}

/* "The movers withdrew Motion 5": no decision, but a deed that is one? */
static bool may_act(const pol_finder *finder, size_t from, size_t end)
{
    for (; from < end; from++)
        if (pol_sentence_may_act(line_at(finder, from)->text))
            return true;
    return false;
}

static size_t take_paragraph(pol_finder *finder, size_t from)
{
    size_t end = pol_finder_paragraph_end(finder, from), count = 0, gists = 0;
    bool may_state = may_decide(finder, from, end) || may_act(finder, from, end) ||
                     (pol_outcome_starts_item(line_at(finder, from)->text) &&
                      pol_ends_in(line_at(finder, end - 1)->text, "."));
    pol_span text = may_state ? pol_finder_join(finder, from, end) : line_at(finder, from)->text;
    if (!text.data)
        return end;
    pol_outcome_use what = use_of(finder, from, end, text);
    if (what == POL_OUTCOME_USE_HEADING || (what == POL_OUTCOME_USE_SHORT && end == from + 1))
        pol_finder_note_section(finder, text);
    look_at_item(finder, from, what);
    if (!may_state && what == POL_OUTCOME_USE_PROSE)
        text = pol_finder_join(finder, from, end);
    if (text.data && (may_state || what == POL_OUTCOME_USE_PROSE)) {
        size_t others = pol_finder_sentences(finder, from, end, text, &count, &gists);
        if (gists > 0 && what != POL_OUTCOME_USE_CLAUSE)
            what = POL_OUTCOME_USE_FURNITURE; /* no evidence of anything */
        if (count > 0)
            what = others > text.size / 2 && !finder->has_title ? POL_OUTCOME_USE_PROSE
                                                                : POL_OUTCOME_USE_OUTCOME;
    }
    /* one paragraph is one line of prose, however it was typed */
    use(finder, from, end, what == POL_OUTCOME_USE_PROSE ? POL_OUTCOME_USE_FURNITURE : what);
    finder->uses[from] = (uint8_t)what;
    bool goes_on =
        what == POL_OUTCOME_USE_FURNITURE ||
        (finder->is_governed && pol_finder_is_subheading(finder, line_at(finder, from))) ||
        (count == 0 && what != POL_OUTCOME_USE_CLAUSE && pol_finder_is_introduction(finder, text));
    if (finder->is_governed && goes_on)
        pol_outcome_note_referral(text, &finder->heading);
    else
        pol_finder_end_heading(finder);
    return end;
}

/* ---- the text ---------------------------------------------------------------------------------
 */

/* Headings of the report, or of a section with results in another text. */
static void look_at_heading(pol_finder *finder, size_t index)
{
    const pol_line *line = line_at(finder, index);
    bool is_headline =
        line->role == POL_LINE_HEADING || line->is_strong || index < HEAD_LINES || line->blanks > 0;
    if (!is_headline || line->text.size > PROSE_BYTES * 2 || line->role == POL_LINE_CELL)
        return;
    if (index < HEAD_LINES) {
        finder->has_title = finder->has_title || pol_outcome_is_results(line->text);
        finder->is_minutes = finder->is_minutes || pol_outcome_is_minutes(line->text);
        finder->is_preliminary = finder->is_preliminary || pol_outcome_is_preliminary(line->text);
    }
    if (pol_outcome_is_results(line->text)) {
        finder->section = ++finder->section_count;
        finder->section_level = line->level;
    } else if (line->role == POL_LINE_HEADING && line->level <= finder->section_level) {
        finder->section = 0;
    }
}

static size_t take(pol_finder *finder, size_t from)
{
    if (finder->uses[from] == POL_OUTCOME_USE_FURNITURE)
        return from + 1; /* of the legend */
    size_t end = pol_finder_pipes(finder, from);
    if (end > from || (end = pol_finder_table(finder, from)) > from)
        return end;
    look_at_heading(finder, from);
    if (take_conference(finder, from))
        return from + 1;
    if (line_at(finder, from)->role == POL_LINE_CELL) {
        end = pol_finder_flat(finder, from); /* of a row that is not known */
        if (end > from)
            return end;
        finder->uses[from] = POL_OUTCOME_USE_CELL;
        return from + 1;
    }
    if (take_part(finder, from))
        return from + 1;
    if ((end = pol_finder_flat(finder, from)) > from || (end = take_line(finder, from)) > from)
        return end;
    if (pol_finder_noun(finder, from))
        return from + 1;
    if (pol_hand_verdict(finder, from)) {
        finder->uses[from] = POL_OUTCOME_USE_OUTCOME;
        return from + 1;
    }
    if (take_heading(finder, from))
        return from + 1;
    if (pol_finder_is_running_head(finder, from)) {
        finder->uses[from] = POL_OUTCOME_USE_FURNITURE;
        return from + 1;
    }
    if ((end = pol_finder_governed(finder, from)) > from)
        return end;
    return take_paragraph(finder, from);
}

/* What the file's markup says of itself. */
static void look_at_pairs(pol_finder *finder)
{
    for (size_t i = 0; i < finder->text->pair_count; i++) {
        const pol_pair *pair = &finder->text->pairs[i];
        if (!pol_span_equal(pair->key, POL_SPAN("title")) &&
            !pol_span_equal(pair->key, POL_SPAN("html_title")))
            continue;
        pol_span name;
        int year;
        finder->has_title = finder->has_title || pol_outcome_is_results(pair->value);
        finder->is_minutes = finder->is_minutes || pol_outcome_is_minutes(pair->value);
        if (!finder->conference_name.data &&
            pol_outcome_conference(pair->value, finder->memory.arena, &name, &year)) {
            finder->conference_name = name;
            finder->year = year;
        }
    }
}

static pol_status give(pol_finder *finder, pol_outcomes *ret_outcomes, pol_error *reterr)
{
    if (finder->count > 0 && finder->is_over)
        return pol_fail(reterr, POL_LIMIT, POL_OUTCOMES_MAX,
                        "more than %d outcomes in one file: cut it into several", POL_OUTCOMES_MAX);
    size_t size = finder->count * sizeof *ret_outcomes->items;
    ret_outcomes->items = pol_arena_alloc(finder->memory.arena, size);
    if (!ret_outcomes->items && size > 0)
        return pol_arena_refused(finder->memory.arena, size, reterr);
    for (size_t i = 0; i < finder->count; i++)
        ret_outcomes->items[i] = finder->found[i].outcome;
    ret_outcomes->count = finder->count;
    return POL_OK;
}

static bool is_over(const pol_finder *finder)
{
    return finder->memory.refused > 0 || finder->memory.tried > TRIED_MAX;
}

pol_status pol_outcomes_find(const pol_text *text, pol_arena *arena, pol_outcomes *ret_outcomes,
                             pol_error *reterr)
{
    pol_finder finder = {.memory = {.arena = arena}};
    *ret_outcomes = (pol_outcomes){0};
    if (text->line_count == 0 || text->line_count > POL_OUTCOME_LINES_MAX)
        return POL_OK;
    finder.uses = pol_arena_alloc(arena, text->line_count);
    if (!finder.uses)
        return pol_arena_refused(arena, text->line_count, reterr);
    if (!pol_finder_prepare(&finder, text))
        return pol_arena_refused(arena, finder.memory.refused, reterr);
    pol_hand_close(&finder);
    pol_outcome_legend_read(&finder);
    pol_outcome_nouns_read(&finder);
    look_at_pairs(&finder);
    for (size_t at = 0; at < text->line_count && !is_over(&finder);)
        at = take(&finder, at);
    if (finder.memory.refused)
        return pol_arena_refused(arena, finder.memory.refused, reterr);
    if (finder.memory.tried > TRIED_MAX)
        return pol_fail(reterr, POL_LIMIT, TRIED_MAX,
                        "more than %d phrases that could be decisions: cut the file into several",
                        TRIED_MAX);
    pol_finder_unknown(&finder);
    ret_outcomes->is_report = pol_finder_judge(&finder);
    if (ret_outcomes->is_report)
        pol_finder_unread(&finder);
    pol_finder_settle_kinds(&finder);
    if (finder.memory.refused)
        return pol_arena_refused(arena, finder.memory.refused, reterr);
    return give(&finder, ret_outcomes, reterr);
}
