/* row.c - a row of a table to the item it is on and what became of it: words in a column
 * of decisions, a mark in one of several, or the heading above the table. */
#include "document/outcome/find.h"
#include "document/recognise/conference.h"
#include "document/recognise/submitters.h"
#include "document/words.h"

enum { DECISION_WORDS_MAX = 40 };

static void take_title(pol_span cell, pol_outcome *outcome, bool *is_amended)
{
    pol_outcome item = {0};
    bool is_this = false, has_item = pol_outcome_item(cell, &item, &is_this);
    *is_amended = *is_amended || (has_item && is_this);
    if (!outcome->number.data) {
        if (!has_item)
            return;
        outcome->number = item.number;
        outcome->title = item.title;
        outcome->kind = item.kind;
        return;
    }
    pol_span title = has_item && !item.number.data ? item.title : pol_outcome_strip(cell);
    if (pol_outcome_is_only_amendment(title)) {
        outcome->kind = POL_KIND_AMENDMENT;
        return;
    }
    if (title.size < 2 || pol_submitter_is_body_line(title))
        return;
    outcome->title = title;
    if (has_item && outcome->kind == POL_KIND_MOTION)
        outcome->kind = item.kind;
}

static void take_number(pol_span cell, pol_outcome *outcome)
{
    pol_outcome item = {0};
    pol_span alone = pol_outcome_strip(cell);
    bool is_letter = alone.size == 1 && pol_outcome_is_number(alone, true);
    if (is_letter && !outcome->number.data) {
        outcome->number = alone;
        return;
    }
    if (outcome->number.data || !pol_outcome_item(cell, &item, NULL) || !item.number.data)
        return;
    outcome->number = item.number;
    outcome->kind = item.kind;
    if (item.title.data)
        outcome->title = item.title;
}

static void take_kind(pol_span cell, pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number;
    if (pol_outcome_noun(&cell, &kind, &is_in_number) && kind != POL_KIND_MOTION)
        outcome->kind = (uint8_t)kind;
}

/* ---- marks ---------------------------------------------------------------------------------- */

/* A cross is a mark like others, but a "no" where there is but one column to mark. */
typedef enum mark { MARK_EMPTY, MARK_YES, MARK_NO, MARK_CROSS, MARK_OTHER } mark;

static mark mark_of(pol_span cell)
{
    static const char *const ticks[] = {"\u2713", "\u2714", "\u2611", "\u2705", "\u2022",
                                        "\u25CF", "\u2715", "\u2716", "\u2612", "\u00D7",
                                        "*",      "+",      "\u221A", "\u25A0", "\u25C6"};
    static const char *const crosses[] = {"\u2717", "\u2718", "\u274C"};
    cell = pol_span_trim(cell);
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        if (pol_span_equal(cell, pol_span_of(ticks[i])))
            return MARK_YES;
    for (size_t i = 0; i < sizeof crosses / sizeof *crosses; i++)
        if (pol_span_equal(cell, pol_span_of(crosses[i])))
            return MARK_CROSS;
    pol_span bare = pol_outcome_strip(cell);
    if (pol_word_count(bare, 1) == 0) /* "-" */
        return cell.size > 0 && strchr("?!", cell.data[0]) ? MARK_OTHER : MARK_EMPTY;
    if (pol_words_equal(bare, "x") || pol_words_equal(bare, "xx") || pol_words_equal(bare, "y") ||
        pol_words_equal(bare, "yes") || pol_words_equal(bare, "v"))
        return MARK_YES;
    return pol_words_equal(bare, "n") || pol_words_equal(bare, "no") ? MARK_NO : MARK_OTHER;
}

/* The words of a cell that holds a decision; also those that are not known, and marks that nothing
 * explains: a person sees them. */
static bool read_decision(pol_span cell, pol_outcome_memory *memory, pol_outcome *outcome)
{
    pol_span words = pol_outcome_strip(cell);
    if (pol_outcome_words_remarked(cell, memory, outcome))
        return true;
    if (words.size == 0 || pol_word_count(words, 1) == 0) {
        mark made = mark_of(cell);
        *outcome = (pol_outcome){.words = pol_span_trim(cell)};
        return made == MARK_YES || made == MARK_CROSS;
    }
    pol_decision decision = pol_decision_from_value(words);
    if (decision == POL_DECISION_NONE &&
        (pol_outcome_is_stance(words) ||
         pol_word_count(words, DECISION_WORDS_MAX + 1) > DECISION_WORDS_MAX))
        return false;
    *outcome = (pol_outcome){.decision = (uint8_t)decision, .words = words};
    return true;
}

/* "Carried?" "No": what is then true. */
static pol_decision opposite(pol_decision decision)
{
    return decision == POL_DECISION_CARRIED ? POL_DECISION_LOST : POL_DECISION_NONE;
}

static size_t tick_columns(const pol_outcome_heads *heads)
{
    size_t count = 0;
    for (size_t i = 0; i < heads->count; i++)
        count += heads->columns[i] == POL_OUTCOME_COLUMN_TICK;
    return count;
}

/* A mark under "Parked", beside columns that are known: for a person to see. */
static bool read_other_tick(const pol_outcome_row *row, const pol_outcome_heads *heads,
                            pol_outcome *said)
{
    for (size_t i = 0; i < row->count && i < heads->count; i++) {
        bool is_marked = heads->columns[i] == POL_OUTCOME_COLUMN_NONE && heads->names[i].size > 0 &&
                         row->cells[i].data && mark_of(row->cells[i]) == MARK_YES;
        if (!is_marked)
            continue;
        *said = (pol_outcome){.words = heads->names[i]};
        return true;
    }
    return false;
}

/* A mark under one of "Carried", "Lost", "Remitted"; two marks only where they fit together. */
static bool read_ticks(const pol_outcome_row *row, const pol_outcome_heads *heads,
                       pol_outcome *said)
{
    size_t marks = 0, columns = 0, denied = 0;
    size_t all = tick_columns(heads);
    for (size_t i = 0; i < row->count && i < heads->count; i++) {
        if (heads->columns[i] != POL_OUTCOME_COLUMN_TICK)
            continue;
        columns++;
        mark made = row->cells[i].data ? mark_of(row->cells[i]) : MARK_EMPTY;
        if (made == MARK_OTHER) { /* for a person to see */
            *said = (pol_outcome){.words = row->cells[i]};
            return true;
        }
        if (made == MARK_NO || (made == MARK_CROSS && all == 1)) {
            denied = i + 1;
            continue;
        }
        if (made == MARK_EMPTY)
            continue;
        bool is_amended = said->decision == POL_DECISION_CARRIED &&
                          heads->ticks[i] == POL_DECISION_CARRIED_AMENDED;
        if (marks > 0 && !is_amended) {
            *said = (pol_outcome){.words = row->cells[i]};
            return true;
        }
        marks++;
        *said = (pol_outcome){.decision = heads->ticks[i], .words = heads->names[i]};
    }
    if (marks > 0)
        return true;
    if (columns > 1 && denied == 0 && read_other_tick(row, heads, said))
        return true;
    if (columns != 1 || denied == 0)
        return false;
    *said = (pol_outcome){.decision = (uint8_t)opposite((pol_decision)heads->ticks[denied - 1]),
                          .words = row->cells[denied - 1]};
    return true;
}

/* ---- the row -------------------------------------------------------------------------------- */

/* "2030 Health Conference", "NDC 2030", "2030" */
static void take_conference(pol_span cell, pol_outcome_memory *memory, pol_outcome *outcome)
{
    pol_conference conference;
    cell = pol_outcome_strip(cell);
    outcome->year = pol_word_year(cell);
    if (outcome->year)
        return;
    if (!pol_conference_parse(cell, true, &conference))
        pol_conference_split(cell, &conference);
    outcome->conference_name = pol_conference_name(&conference, memory->arena);
    outcome->year = conference.year;
}

static void read_item(const pol_outcome_row *row, const pol_outcome_heads *heads,
                      pol_outcome_memory *memory, pol_outcome *made, bool *ret_is_amended)
{
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_NUMBER)
            take_number(row->cells[i], made);
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_RULE) {
            take_number(row->cells[i], made);
            made->kind = made->number.data ? POL_KIND_RULE_CHANGE : made->kind;
        }
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_ITEM ||
            heads->columns[i] == POL_OUTCOME_COLUMN_TITLE)
            take_title(row->cells[i], made, ret_is_amended);
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_KIND)
            take_kind(row->cells[i], made);
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_CONFERENCE && row->cells[i].data)
            take_conference(row->cells[i], memory, made);
}

static bool read_said(const pol_outcome_row *row, const pol_outcome_heads *heads,
                      pol_outcome_memory *memory, pol_outcome *said)
{
    if (heads->decisions >= 0)
        return (size_t)heads->decisions < row->count &&
               read_decision(row->cells[heads->decisions], memory, said);
    if (heads->heading.words.data) {
        *said = heads->heading;
        return true;
    }
    return read_ticks(row, heads, said);
}

/* What another column says more: "CARRIED IN PART | Points 1 and 3 carried, point 2 lost",
 * "COMPOSITED | In Composite A". */
static void take_note(const pol_outcome_row *row, const pol_outcome_heads *heads,
                      pol_outcome_memory *memory, pol_outcome *said)
{
    for (size_t i = 0; i < row->count; i++) {
        pol_outcome more = {0};
        pol_span cell = row->cells[i];
        bool is_note = heads->columns[i] == POL_OUTCOME_COLUMN_OTHER ||
                       heads->columns[i] == POL_OUTCOME_COLUMN_NONE;
        if (!cell.data || !is_note)
            continue;
        bool has_points = said->decision == POL_DECISION_CARRIED_PART && said->point_count == 0 &&
                          pol_outcome_parts(pol_outcome_strip(cell), memory, &more);
        if (has_points && more.point_count > 0) {
            said->points = more.points;
            said->point_count = more.point_count;
        }
        if (said->decision == POL_DECISION_COMPOSITED && !said->composite.data)
            said->composite = pol_outcome_composite_in(cell);
    }
}

bool pol_outcome_row_read(const pol_outcome_row *row, const pol_outcome_heads *heads,
                          pol_outcome_memory *memory, pol_outcome *ret_outcome)
{
    pol_outcome made = {.kind = heads->heading.kind}, said = {0};
    pol_outcome_row read = *row;
    read.count = row->count < heads->count ? row->count : heads->count;
    bool is_amended = false;
    read_item(&read, heads, memory, &made, &is_amended);
    if (!(made.number.data || made.title.data) || !read_said(&read, heads, memory, &said))
        return false;
    if (made.kind == POL_KIND_AMENDMENT && pol_outcome_is_acceptance(said.words))
        return false;
    take_note(&read, heads, memory, &said);
    if (is_amended && said.decision == POL_DECISION_CARRIED)
        said.decision = POL_DECISION_CARRIED_AMENDED; /* "Spoons (as amended)" */
    said.kind = made.kind;
    said.number = made.number;
    said.title = made.title;
    said.conference_name = made.conference_name;
    said.year = made.year;
    *ret_outcome = said;
    return true;
}

/* The columns of one of several tables side by side, as a table of its own. */
static void cut_group(const pol_outcome_row *row, const pol_outcome_heads *heads, size_t from,
                      size_t end, pol_outcome_row *ret_row, pol_outcome_heads *ret_heads)
{
    *ret_row = (pol_outcome_row){.line = row->line, .count = end - from};
    *ret_heads = (pol_outcome_heads){.count = end - from, .decisions = heads->decisions};
    if (end - from < heads->count) /* each group ends with its decision */
        ret_heads->decisions = (int)(end - from) - 1;
    ret_heads->heading = heads->heading;
    for (size_t i = from; i < end; i++) {
        ret_row->cells[i - from] = i < row->count ? row->cells[i] : pol_span_make(NULL, 0);
        ret_heads->columns[i - from] = heads->columns[i];
        ret_heads->names[i - from] = heads->names[i];
        ret_heads->ticks[i - from] = heads->ticks[i];
    }
}

/* The numbers of a cell that holds a list, "1, 2 and 5", and nothing else; 0 for any other. */
static size_t read_list(pol_span cell, pol_outcome_memory *memory,
                        pol_outcome items[POL_OUTCOME_LIST_MAX])
{
    size_t count = cell.data ? pol_outcome_list(&cell, false, memory, items) : 0;
    return count >= 2 && pol_word_count(cell, 1) == 0 ? count : 0;
}

static void add_made(pol_finder *finder, const pol_outcome_row *row, pol_outcome made,
                     const pol_outcome *item, pol_span text)
{
    made.kind = item->kind;
    made.number = item->number;
    made.title = item->title;
    pol_finder_add(finder, &made, row->line, text, POL_OUTCOME_FORM_ROW);
}

/* "A1.1 carried, A1.2 lost": the amendments of the row's motion. */
static void add_amendments(pol_finder *finder, const pol_outcome_row *row, pol_span cell)
{
    while (cell.size > 0) {
        size_t at = pol_span_find(cell, POL_SPAN(","), 0), semicolon;
        semicolon = pol_span_find(cell, POL_SPAN(";"), 0);
        at = semicolon < at ? semicolon : at;
        pol_span piece = pol_span_trim(pol_span_first(cell, at));
        pol_outcome items[POL_OUTCOME_LIST_MAX];
        pol_outcome_form form;
        size_t count = pol_outcome_line(piece, &finder->memory, items, &form);
        for (size_t i = 0; i < count; i++) {
            items[i].kind = POL_KIND_AMENDMENT;
            pol_finder_add(finder, &items[i], row->line, piece, POL_OUTCOME_FORM_ROW);
        }
        cell = pol_span_from(cell, at == (size_t)-1 ? cell.size : at + 1);
    }
}

/* Items under "Carried", "Lost" and so on. */
static void add_matrix_row(pol_finder *finder, const pol_outcome_row *row,
                           const pol_outcome_heads *heads, pol_span text)
{
    for (size_t i = 0; i < row->count && i < heads->count; i++) {
        pol_outcome said = {.decision = heads->ticks[i], .words = heads->names[i]}, item = {0};
        pol_outcome items[POL_OUTCOME_LIST_MAX];
        size_t count = read_list(row->cells[i], &finder->memory, items);
        for (size_t k = 0; k < count; k++)
            add_made(finder, row, said, &items[k], text);
        if (count == 0 && row->cells[i].data && pol_outcome_item(row->cells[i], &item, NULL) &&
            item.number.data)
            add_made(finder, row, said, &item, text);
    }
}

static void add_group(pol_finder *finder, const pol_outcome_row *row,
                      const pol_outcome_heads *heads, pol_span text)
{
    pol_outcome made = {0}, items[POL_OUTCOME_LIST_MAX];
    size_t count = 0;
    for (size_t i = 0; i < row->count && count == 0; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_NUMBER ||
            heads->columns[i] == POL_OUTCOME_COLUMN_ITEM)
            count = read_list(row->cells[i], &finder->memory, items);
    if (count > 0 && !read_said(row, heads, &finder->memory, &made))
        return;
    for (size_t i = 0; i < count; i++)
        add_made(finder, row, made, &items[i], text);
    if (count == 0 && pol_outcome_row_read(row, heads, &finder->memory, &made))
        pol_finder_add(finder, &made, row->line, text, POL_OUTCOME_FORM_ROW);
}

void pol_finder_add_row(pol_finder *finder, const pol_outcome_row *row,
                        const pol_outcome_heads *heads, pol_span text)
{
    if (heads->is_matrix) {
        add_matrix_row(finder, row, heads, text);
        return;
    }
    for (size_t from = 0, end; from < heads->count; from = end) {
        pol_outcome_row cells;
        pol_outcome_heads group;
        end = pol_outcome_group_end(heads, from);
        cut_group(row, heads, from, end, &cells, &group);
        add_group(finder, &cells, &group, text);
    }
    for (size_t i = 0; i < row->count && i < heads->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_AMENDMENTS && row->cells[i].data)
            add_amendments(finder, row, row->cells[i]);
}
