/* outcome_row.c - a row of a table to the item it is on and what became of it: words in a column
 * of decisions, a mark in one of several, or the heading above the table. */
#include "document/outcome_find.h"
#include "document/recognise_conference.h"
#include "document/recognise_submitters.h"
#include "document/words.h"

enum { DECISION_WORDS_MAX = 40 };

/* The words of a cell that holds a decision; also those that are not known. */
static bool read_decision(pol_span cell, pol_outcome_memory *memory, pol_outcome *outcome)
{
    pol_span words = pol_outcome_strip(cell);
    if (words.size == 0 || pol_word_count(words, 1) == 0)
        return false;
    if (pol_outcome_words_remarked(words, memory, outcome))
        return true;
    pol_decision decision = pol_decision_from_value(words);
    if (decision == POL_DECISION_NONE &&
        (pol_outcome_is_stance(words) ||
         pol_word_count(words, DECISION_WORDS_MAX + 1) > DECISION_WORDS_MAX))
        return false;
    *outcome = (pol_outcome){.decision = (uint8_t)decision, .words = words};
    return true;
}

static void take_title(pol_span cell, pol_outcome *outcome)
{
    pol_outcome item = {0};
    bool has_item = pol_outcome_item(cell, &item, NULL);
    if (!outcome->number.data) {
        if (!has_item)
            return;
        outcome->number = item.number;
        outcome->title = item.title;
        outcome->kind = item.kind;
        return;
    }
    pol_span title = has_item && !item.number.data ? item.title : pol_outcome_strip(cell);
    if (title.size < 2 || pol_submitter_is_body_line(title))
        return;
    outcome->title = title;
    if (has_item && outcome->kind == POL_KIND_MOTION)
        outcome->kind = item.kind;
}

static void take_number(pol_span cell, pol_outcome *outcome)
{
    pol_outcome item = {0};
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

typedef enum mark { MARK_EMPTY, MARK_YES, MARK_NO, MARK_OTHER } mark;

static mark mark_of(pol_span cell)
{
    static const char *const ticks[] = {"\u2713", "\u2714", "\u2611", "\u2705", "\u2022",
                                        "\u25CF", "\u2715", "\u2716", "\u2717", "\u2718",
                                        "\u2612", "\u00D7", "*",      "+",      "\u221A"};
    cell = pol_span_trim(cell);
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        if (pol_span_equal(cell, pol_span_of(ticks[i])))
            return MARK_YES;
    pol_span bare = pol_outcome_strip(cell);
    if (pol_word_count(bare, 1) == 0)
        return MARK_EMPTY; /* "-" */
    if (pol_words_equal(bare, "x") || pol_words_equal(bare, "xx") || pol_words_equal(bare, "y") ||
        pol_words_equal(bare, "yes") || pol_words_equal(bare, "v"))
        return MARK_YES;
    return pol_words_equal(bare, "n") || pol_words_equal(bare, "no") ? MARK_NO : MARK_OTHER;
}

/* "Carried?" "No": what is then true. */
static pol_decision opposite(pol_decision decision)
{
    return decision == POL_DECISION_CARRIED ? POL_DECISION_LOST : POL_DECISION_NONE;
}

/* A mark under one of "Carried", "Lost", "Remitted"; two marks only where they fit together. */
static bool read_ticks(const pol_outcome_row *row, const pol_outcome_heads *heads,
                       pol_outcome *said)
{
    size_t marks = 0, columns = 0, denied = 0;
    for (size_t i = 0; i < row->count && i < heads->count; i++) {
        if (heads->columns[i] != POL_OUTCOME_COLUMN_TICK)
            continue;
        columns++;
        mark made = row->cells[i].data ? mark_of(row->cells[i]) : MARK_EMPTY;
        if (made == MARK_OTHER) { /* for a person to see */
            *said = (pol_outcome){.words = row->cells[i]};
            return true;
        }
        if (made == MARK_NO) {
            denied = i + 1;
            continue;
        }
        if (made != MARK_YES)
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
                      pol_outcome_memory *memory, pol_outcome *made)
{
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_NUMBER)
            take_number(row->cells[i], made);
    for (size_t i = 0; i < row->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_ITEM ||
            heads->columns[i] == POL_OUTCOME_COLUMN_TITLE)
            take_title(row->cells[i], made);
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

bool pol_outcome_row_read(const pol_outcome_row *row, const pol_outcome_heads *heads,
                          pol_outcome_memory *memory, pol_outcome *ret_outcome)
{
    pol_outcome made = {.kind = heads->heading.kind}, said = {0};
    pol_outcome_row read = *row;
    read.count = row->count < heads->count ? row->count : heads->count;
    read_item(&read, heads, memory, &made);
    if (!(made.number.data || made.title.data) || !read_said(&read, heads, memory, &said))
        return false;
    if (made.kind == POL_KIND_AMENDMENT && pol_outcome_is_acceptance(said.words))
        return false;
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

void pol_finder_add_row(pol_finder *finder, const pol_outcome_row *row,
                        const pol_outcome_heads *heads, pol_span text)
{
    for (size_t from = 0, end; from < heads->count; from = end) {
        pol_outcome_row cells;
        pol_outcome_heads group;
        pol_outcome made;
        end = pol_outcome_group_end(heads, from);
        cut_group(row, heads, from, end, &cells, &group);
        if (pol_outcome_row_read(&cells, &group, &finder->memory, &made))
            pol_finder_add(finder, &made, row->line, text, POL_OUTCOME_FORM_ROW);
    }
}
