/* record.c - tables that describe one item each, a field a row ("Number | 16", "Title |
 * Mugs", "Decision | Carried"), to outcomes. Where the text of the motion is a field, the
 * decision is its own and gives none. */
#include "document/outcome/find.h"
#include "document/words.h"

enum { VALUE_BYTES_MAX = 200, ROWS_MAX = 20000 };

/* The fields of one item so far. */
typedef struct record {
    pol_outcome_row values;
    pol_outcome_heads fields;
    bool has_text;
} record;

/* Is the cell the item itself: "Motion 16" | "Mugs"? */
static bool is_item(pol_span cell)
{
    pol_outcome item = {0};
    return pol_outcome_starts_item(cell) && pol_outcome_item(cell, &item, NULL) && item.number.data;
}

static bool has_field(const record *made, pol_outcome_column column)
{
    for (size_t i = 0; i < made->fields.count; i++)
        if (made->fields.columns[i] == column)
            return true;
    return false;
}

static void add_field(record *made, pol_outcome_column column, pol_span value)
{
    size_t at = made->fields.count;
    if (at == POL_OUTCOME_COLUMNS_MAX || value.size == 0)
        return;
    made->fields.columns[at] = column;
    made->fields.count = made->values.count = at + 1;
    made->values.cells[at] = value;
    if (column == POL_OUTCOME_COLUMN_DECISION ||
        (column == POL_OUTCOME_COLUMN_STATUS && made->fields.decisions < 0))
        made->fields.decisions = (int)at;
}

static void give(pol_finder *finder, record *made)
{
    if (made->fields.decisions >= 0 && !made->has_text)
        pol_finder_add_row(finder, &made->values, &made->fields,
                           made->values.cells[made->fields.decisions]);
    *made = (record){.fields.decisions = -1};
}

static void read_field(pol_finder *finder, const pol_outcome_row *row, record *made)
{
    pol_span label = row->cells[0], value = row->cells[1];
    pol_outcome_column column = pol_outcome_column_of(label);
    bool is_start = is_item(label) ||
                    (column == POL_OUTCOME_COLUMN_NUMBER && has_field(made, column)) ||
                    (column == POL_OUTCOME_COLUMN_ITEM && made->fields.decisions >= 0);
    if (is_start)
        give(finder, made);
    if (made->fields.count == 0)
        made->values.line = row->line;
    if (is_item(label)) {
        add_field(made, POL_OUTCOME_COLUMN_NUMBER, label);
        add_field(made, POL_OUTCOME_COLUMN_TITLE, value);
    } else {
        add_field(made, column, value);
    }
    made->has_text = made->has_text || value.size > VALUE_BYTES_MAX ||
                     pol_word_is_any(pol_word_next(&label), "text motion-text wording body");
}

/* Are the rows pairs of a field's name and its value? */
static bool are_fields(pol_finder *finder, size_t from, size_t end)
{
    size_t rows = 0, fields = 0, decisions = 0, items = 0;
    while (from < end && rows < ROWS_MAX) {
        pol_outcome_row row;
        from = pol_finder_row(finder, from, &row);
        pol_outcome_column column = pol_outcome_column_of(row.cells[0]);
        bool names_item = is_item(row.cells[0]);
        if (row.count > 2)
            return false;
        rows++;
        fields += column != POL_OUTCOME_COLUMN_NONE || names_item;
        decisions += column == POL_OUTCOME_COLUMN_DECISION || column == POL_OUTCOME_COLUMN_STATUS;
        items += names_item || column == POL_OUTCOME_COLUMN_NUMBER ||
                 column == POL_OUTCOME_COLUMN_TITLE || column == POL_OUTCOME_COLUMN_ITEM;
    }
    return decisions > 0 && items > 0 && fields * 3 >= rows * 2;
}

bool pol_finder_records(pol_finder *finder, size_t from, size_t end)
{
    record made = {.fields.decisions = -1};
    if (!are_fields(finder, from, end))
        return false;
    while (from < end) {
        pol_outcome_row row;
        from = pol_finder_row(finder, from, &row);
        read_field(finder, &row, &made);
    }
    give(finder, &made);
    return true;
}
