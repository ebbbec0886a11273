/* pipes.c - a Markdown table that came as one paragraph: "| No | Title | Result |
 * |---|---|---| | 16 | Mugs | Carried |" to outcomes, each with the line of its row. */
#include "document/outcome/find.h"
#include "document/words.h"

enum { ROWS_MAX = 20000 };

/* The next cell of `*rest`; absent where no bar follows any more. */
static pol_span next_cell(pol_span *rest)
{
    const char *bar = rest->size > 0 ? memchr(rest->data, '|', rest->size) : NULL;
    if (!bar)
        return pol_span_make(NULL, 0);
    pol_span cell = pol_span_first(*rest, (size_t)(bar - rest->data));
    *rest = pol_span_from(*rest, cell.size + 1);
    return pol_span_trim(cell);
}

/* "---", ":--:" */
static bool is_rule(pol_span cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] != '-' && cell.data[i] != ':' && cell.data[i] != ' ')
            return false;
    return cell.size > 0;
}

/* The cells of one row, of which the first bar is taken off; false at the end. The gap to
 * the next row's first bar is taken off, too. */
static bool read_row(pol_span *rest, size_t width, pol_outcome_row *row)
{
    row->count = 0;
    while (row->count < width) {
        pol_span cell = next_cell(rest);
        if (!cell.data)
            return false;
        row->cells[row->count++] = cell.size > 0 ? cell : pol_span_make(NULL, 0);
    }
    pol_span gap = *rest, between = next_cell(&gap);
    if (between.data && between.size == 0)
        *rest = gap;
    return !between.data || between.size == 0;
}

/* The heads, up to the rule; how many columns there are, 0 where it is no such table. */
static size_t read_heads(pol_span *rest, pol_outcome_row *heads)
{
    pol_span cell;
    heads->count = 0;
    while ((cell = next_cell(rest)).data && heads->count < POL_OUTCOME_COLUMNS_MAX) {
        if (cell.size == 0 && heads->count > 0)
            break;
        heads->cells[heads->count++] = cell;
    }
    pol_outcome_row rule = {.count = 0};
    if (!cell.data || cell.size > 0 || heads->count < 2 || !read_row(rest, heads->count, &rule))
        return 0;
    for (size_t i = 0; i < rule.count; i++)
        if (!is_rule(rule.cells[i]))
            return 0;
    return heads->count;
}

static bool has_mandates(pol_span rest, size_t width, int decisions)
{
    pol_outcome_row row;
    if (decisions < 0)
        return false;
    for (size_t rows = 0; rows < ROWS_MAX && read_row(&rest, width, &row); rows++)
        if (row.cells[decisions].data && pol_outcome_is_mandate(row.cells[decisions]))
            return true;
    return false;
}

size_t pol_finder_pipes(pol_finder *finder, size_t from)
{
    const pol_line *line = &finder->text->lines[from];
    pol_outcome_heads columns;
    pol_outcome_row heads, row;
    if (line->text.size == 0 || line->text.data[0] != '|')
        return from;
    pol_span rest = pol_span_from(line->text, 1);
    size_t width = read_heads(&rest, &heads);
    if (width == 0 || !pol_outcome_heads_read(&heads, &columns))
        return from;
    finder->uses[from] = POL_OUTCOME_USE_CELL;
    pol_finder_govern(finder, &columns);
    if (!pol_outcome_heads_decide(&columns) || has_mandates(rest, width, columns.decisions))
        return from + 1;
    uint32_t number = line->number + 2; /* behind the heads and the rule */
    pol_span start = rest;
    for (size_t rows = 0; rows < ROWS_MAX && read_row(&rest, width, &row); rows++, number++) {
        size_t before = finder->count;
        pol_span text = pol_span_trim(pol_span_make(start.data, (size_t)(rest.data - start.data)));
        row.line = from;
        pol_finder_add_row(finder, &row, &columns, text);
        for (; before < finder->count; before++)
            finder->found[before].outcome.line = number;
        start = rest;
    }
    return from + 1;
}
