/* outcome_column.c - the columns of a table of decisions by the names at their heads, and a
 * row to an outcome. A recommendation of the executive stands beside the decision and looks
 * like one: it never is. */
#include "document/outcome_find.h"
#include "document/recognise_submitters.h"
#include "document/words.h"

enum { HEAD_BYTES_MAX = 60, HEAD_WORDS_MAX = 6, DECISION_WORDS_MAX = 40 };

static bool has_word(pol_span text, const char *words)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, words))
            return true;
    return false;
}

pol_outcome_column pol_outcome_column_of(pol_span head)
{
    head = pol_span_trim(head);
    if (pol_span_equal(head, POL_SPAN("#")))
        return POL_OUTCOME_COLUMN_NUMBER;
    if (head.size > 0 && head.data[0] >= '0' && head.data[0] <= '9')
        return POL_OUTCOME_COLUMN_NONE;
    size_t count = pol_word_count(head, HEAD_WORDS_MAX + 1);
    if (head.size == 0 || head.size > HEAD_BYTES_MAX || count > HEAD_WORDS_MAX || count == 0 ||
        pol_ends_in(head, "?!"))
        return POL_OUTCOME_COLUMN_NONE;
    pol_span first = head, word = pol_word_next(&first);
    if (!pol_word_is_capital(word) && count > 2)
        return POL_OUTCOME_COLUMN_NONE;
    if (has_word(head, "recommendation recommendations recommended position nec executive sge "
                       "advice stance mandate soc sto view policy leadership ec gec neec attitude "
                       "council's advises"))
        return POL_OUTCOME_COLUMN_STANCE;
    if (has_word(head, "decision decisions outcome outcomes result results fate"))
        return POL_OUTCOME_COLUMN_DECISION;
    if (has_word(head, "status"))
        return POL_OUTCOME_COLUMN_STATUS;
    if (has_word(head, "type kind category"))
        return POL_OUTCOME_COLUMN_KIND;
    if (has_word(head, "no nos number num ref reference id"))
        return POL_OUTCOME_COLUMN_NUMBER;
    if (has_word(head, "title subject topic heading name"))
        return POL_OUTCOME_COLUMN_TITLE;
    if (has_word(head, "mover movers moved proposer proposers proposed submitted submitting branch "
                       "branches region from body bodies seconder seconded proposing union notes "
                       "note comment comments page session day time votes vote for against "
                       "abstentions abstained composite section amendments speaker speakers "
                       "composited"))
        return POL_OUTCOME_COLUMN_OTHER;
    if (count <= 2 && has_word(head, "motion motions resolution resolutions item items amendment"))
        return POL_OUTCOME_COLUMN_ITEM;
    return POL_OUTCOME_COLUMN_NONE;
}

bool pol_outcome_columns(const pol_outcome_row *row,
                         pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX])
{
    size_t known = 0, items = 0;
    for (size_t i = 0; i < row->count; i++) {
        columns[i] = pol_outcome_column_of(row->cells[i]);
        if (columns[i] == POL_OUTCOME_COLUMN_NONE && row->cells[i].size > 0)
            return false;
        known += columns[i] != POL_OUTCOME_COLUMN_NONE;
        items += columns[i] == POL_OUTCOME_COLUMN_NUMBER ||
                 columns[i] == POL_OUTCOME_COLUMN_TITLE || columns[i] == POL_OUTCOME_COLUMN_ITEM;
    }
    return known >= 2 && items >= 1;
}

int pol_outcome_decisions(const pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i] == POL_OUTCOME_COLUMN_DECISION)
            return (int)i;
    for (size_t i = 0; i < count; i++)
        if (columns[i] == POL_OUTCOME_COLUMN_STATUS)
            return (int)i;
    return -1;
}

bool pol_outcome_is_mandate(pol_span cell)
{
    pol_span rest = pol_outcome_strip(cell);
    return pol_word_is_any(pol_word_next(&rest),
                           "support supports supported oppose opposes opposed");
}

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

bool pol_outcome_row_read(const pol_outcome_row *row,
                          const pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX], int decisions,
                          pol_outcome_memory *memory, pol_outcome *ret_outcome)
{
    pol_outcome made = {.kind = POL_KIND_MOTION}, said = {0};
    for (size_t i = 0; i < row->count; i++)
        if (columns[i] == POL_OUTCOME_COLUMN_NUMBER)
            take_number(row->cells[i], &made);
    for (size_t i = 0; i < row->count; i++)
        if (columns[i] == POL_OUTCOME_COLUMN_ITEM || columns[i] == POL_OUTCOME_COLUMN_TITLE)
            take_title(row->cells[i], &made);
    for (size_t i = 0; i < row->count; i++)
        if (columns[i] == POL_OUTCOME_COLUMN_KIND)
            take_kind(row->cells[i], &made);
    bool is_item = made.number.data || made.title.data;
    if (!is_item || decisions < 0 || (size_t)decisions >= row->count ||
        !read_decision(row->cells[decisions], memory, &said))
        return false;
    if (made.kind == POL_KIND_AMENDMENT && pol_outcome_is_acceptance(said.words))
        return false;
    said.kind = made.kind;
    said.number = made.number;
    said.title = made.title;
    *ret_outcome = said;
    return true;
}
