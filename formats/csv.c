/* csv.c - rows to texts: one for each motion whose text stands in its row, and one of all rows
 * that only say what became of a motion. */
#include "core/buffer.h"
#include "document/clean.h"
#include "document/pairs.h"
#include "formats/csv_columns.h"
#include "formats/formats.h"

enum {
    TOP_ROWS_MAX = 5,
    NUMBER_MAX = 12,
    OUTCOME_ROWS_MAX = 10000 /* of one text: half of what is looked for in one */
};

typedef struct csv_reader {
    pol_csv_mapping mapping;
    pol_csv_plan plan;
    bool is_planned;
    pol_text first;             /* notes of decoding, for whichever text comes first */
    pol_text outcomes;          /* of rows without text */
    pol_span top[TOP_ROWS_MAX]; /* rows above the headings: titles of the table */
    uint32_t top_lines[TOP_ROWS_MAX];
    size_t top_count;
    pol_error top_error;       /* why the first row is no row of headings */
    pol_span conference, year; /* of the rows before */
    uint32_t row, rows;        /* of the table of outcomes; those of them in this text */
    pol_arena *arena;
    pol_csv_row on_row;
    void *context;
} csv_reader;

/* --- documents --------------------------------------------------------------------- */

/* "16" is a number, "Mugs for all" a title. */
static bool is_number(pol_span value)
{
    bool has_digit = false;
    for (size_t i = 0; i < value.size; i++)
        has_digit = has_digit || (value.data[i] >= '0' && value.data[i] <= '9');
    return has_digit && value.size <= NUMBER_MAX;
}

static pol_span key_of(const pol_csv_field *field, pol_span value)
{
    if (field->use != POL_CSV_ITEM)
        return field->key;
    return is_number(value) ? POL_SPAN("number") : POL_SPAN("title");
}

static pol_status add_pair(csv_reader *r, pol_text *text, const pol_csv_field *field,
                           const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_span value = pol_csv_value(field, row);
    if (value.size > 0 && memchr(value.data, '\n', value.size)) {
        pol_span copy = pol_arena_copy(r->arena, value);
        value = copy.data ? pol_clean_block(copy, r->arena) : copy;
        if (!value.data)
            return pol_arena_refused(r->arena, copy.size, reterr);
    }
    return pol_text_add_value(text, r->arena, key_of(field, value), value,
                              field->value.data ? 0 : row->line, POL_ORIGIN_MARKUP, reterr);
}

/* The row's text, of several columns a blank line between them. */
static pol_status add_text(csv_reader *r, pol_text *text, const pol_csv_row_cells *row,
                           pol_error *reterr)
{
    pol_buffer whole;
    pol_buffer_init(&whole, (size_t)2 * POL_FILE_MAX);
    for (size_t i = 0; i < r->plan.count; i++) {
        pol_span value = pol_csv_value(&r->plan.fields[i], row);
        if (r->plan.fields[i].use != POL_CSV_TEXT || value.size == 0)
            continue;
        if (whole.size > 0)
            pol_buffer_add_text(&whole, "\n\n");
        pol_buffer_add(&whole, value);
    }
    pol_status status = whole.status;
    if (status != POL_OK)
        status = pol_fail(reterr, status, row->line, "no memory for the text of a row");
    pol_span copy = pol_arena_copy(r->arena, pol_buffer_span(&whole));
    if (status == POL_OK && !copy.data)
        status = pol_arena_refused(r->arena, whole.size + 1, reterr);
    pol_buffer_done(&whole);
    return status == POL_OK ? pol_text_add_lines(text, r->arena, copy, row->line, true, reterr)
                            : status;
}

/* What was noted of the file goes with the first text made of it. */
static pol_status give(csv_reader *r, pol_text *text, bool is_document, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < r->first.note_count && status == POL_OK; i++)
        status = pol_text_add_note(text, r->arena, r->first.notes[i], reterr);
    text->encoding = r->first.encoding;
    r->first.note_count = 0;
    return status == POL_OK ? r->on_row(r->context, text, is_document, reterr) : status;
}

static pol_status give_document(csv_reader *r, const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_text text = {.encoding = NULL};
    pol_status status = add_text(r, &text, row, reterr);
    for (size_t i = 0; i < r->plan.count && status == POL_OK; i++)
        if (r->plan.fields[i].use != POL_CSV_TEXT)
            status = add_pair(r, &text, &r->plan.fields[i], row, reterr);
    return status == POL_OK ? give(r, &text, true, reterr) : status;
}

/* --- outcomes ---------------------------------------------------------------------- */

/* What stands at the head of a column, in words that outcomes are found by; NULL: the column is
 * of no use for that, or names people. */
static const char *outcome_head(const pol_csv_field *field)
{
    switch ((pol_csv_use)field->use) {
    case POL_CSV_NUMBER:
        return "Number";
    case POL_CSV_TITLE:
        return "Title";
    case POL_CSV_ITEM:
        return "Motion";
    case POL_CSV_KIND:
        return "Kind";
    case POL_CSV_STANCE:
        return "Recommendation";
    case POL_CSV_DECISION:
        return "Decision";
    default:
        return NULL;
    }
}

static pol_status add_line(csv_reader *r, pol_span value, pol_line line, pol_error *reterr)
{
    pol_span copy = pol_arena_copy(r->arena, value);
    line.text = copy.data ? pol_clean_block(copy, r->arena) : copy;
    if (!line.text.data)
        return pol_arena_refused(r->arena, value.size + 1, reterr);
    return line.text.size ? pol_text_add_line(&r->outcomes, r->arena, line, reterr) : POL_OK;
}

/* One row of the table: of headings where `row` is NULL. */
static pol_status add_row(csv_reader *r, const pol_csv_row_cells *row, uint32_t number,
                          pol_error *reterr)
{
    pol_status status = POL_OK;
    uint16_t column = 0;
    r->row++;
    for (size_t i = 0; i < r->plan.count && status == POL_OK; i++) {
        const pol_csv_field *field = &r->plan.fields[i];
        const char *head = outcome_head(field);
        if (!head)
            continue;
        column++;
        pol_line line = {.number = number,
                         .role = POL_LINE_CELL,
                         .blanks = column == 1 && r->outcomes.line_count > 0,
                         .row = r->row,
                         .column = column};
        status = add_line(r, row ? pol_csv_value(field, row) : pol_span_of(head), line, reterr);
    }
    return status;
}

static pol_span find_value(const csv_reader *r, pol_csv_use use, const pol_csv_row_cells *row)
{
    for (size_t i = 0; i < r->plan.count; i++)
        if (r->plan.fields[i].use == use)
            return pol_csv_value(&r->plan.fields[i], row);
    return pol_span_make(NULL, 0);
}

/* "2031 Canteen Conference": above the rows that it holds for. */
static pol_status add_conference(csv_reader *r, const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_buffer heading;
    pol_line line = {.number = row->line, .role = POL_LINE_HEADING, .level = 1, .blanks = 1};
    pol_buffer_init(&heading, 4096);
    bool has_year =
        r->conference.size > 0 && pol_span_find(r->conference, r->year, 0) != (size_t)-1;
    if (r->year.size > 0 && !has_year) {
        pol_buffer_add(&heading, r->year);
        pol_buffer_add_byte(&heading, ' ');
    }
    pol_buffer_add(&heading, r->conference);
    pol_status status = POL_OK;
    if (r->conference.size > 0 && heading.status == POL_OK)
        status = add_line(r, pol_buffer_span(&heading), line, reterr);
    pol_buffer_done(&heading);
    return status;
}

/* Titles of the table, and what holds for all of it. */
static pol_status start_outcomes(csv_reader *r, const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_status status = POL_OK;
    r->outcomes.is_markup = true;
    for (size_t i = 0; i < r->top_count && status == POL_OK; i++) {
        pol_line line = {.number = r->top_lines[i], .role = POL_LINE_HEADING, .level = 1};
        status = add_line(r, r->top[i], line, reterr);
    }
    for (size_t i = 0; i < r->plan.count && status == POL_OK; i++)
        if (r->plan.fields[i].value.data && !outcome_head(&r->plan.fields[i]))
            status = add_pair(r, &r->outcomes, &r->plan.fields[i], row, reterr);
    return status;
}

/* Headings again wherever another conference starts. */
static pol_status start_conference(csv_reader *r, const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_span conference = find_value(r, POL_CSV_CONFERENCE, row);
    pol_span year = find_value(r, POL_CSV_YEAR, row);
    if (r->rows > 0 && pol_span_equal(conference, r->conference) && pol_span_equal(year, r->year))
        return POL_OK;
    r->conference = pol_arena_copy(r->arena, conference);
    r->year = pol_arena_copy(r->arena, year);
    if (!r->conference.data || !r->year.data)
        return pol_arena_refused(r->arena, conference.size + year.size, reterr);
    pol_status status = add_conference(r, row, reterr);
    return status == POL_OK ? add_row(r, NULL, row->line, reterr) : status;
}

static pol_status give_outcomes(csv_reader *r, pol_error *reterr)
{
    pol_status status = r->outcomes.line_count ? give(r, &r->outcomes, false, reterr) : POL_OK;
    r->outcomes = (pol_text){.encoding = NULL};
    r->rows = 0;
    return status;
}

static pol_status add_outcome(csv_reader *r, const pol_csv_row_cells *row, pol_error *reterr)
{
    pol_status status = r->rows == 0 ? start_outcomes(r, row, reterr) : POL_OK;
    if (status == POL_OK)
        status = start_conference(r, row, reterr);
    if (status == POL_OK)
        status = add_row(r, row, row->line, reterr);
    if (status != POL_OK || ++r->rows < OUTCOME_ROWS_MAX)
        return status;
    return give_outcomes(r, reterr);
}

/* --- rows -------------------------------------------------------------------------- */

/* Keeps a row above the headings: a title, or the first row, of which the trouble is told
 * where no headings follow. */
static pol_status keep_top(csv_reader *r, const pol_csv_row_cells *row, const pol_error *why,
                           pol_error *reterr)
{
    pol_buffer title;
    if (r->top_count == 0)
        r->top_error = *why;
    if (r->top_count == TOP_ROWS_MAX)
        return pol_fail(reterr, r->top_error.status, r->top_error.at, "%s", r->top_error.text);
    pol_buffer_init(&title, POL_FILE_MAX);
    for (size_t i = 0; i < row->count; i++) {
        pol_buffer_add(&title, row->cells[i]);
        pol_buffer_add_byte(&title, ' ');
    }
    r->top_lines[r->top_count] = row->line;
    pol_span copy = pol_arena_copy(r->arena, pol_buffer_span(&title));
    r->top[r->top_count++] = copy;
    pol_buffer_done(&title);
    return copy.data ? POL_OK : pol_arena_refused(r->arena, POL_CSV_COLUMNS_MAX, reterr);
}

static bool has_use(const csv_reader *r, pol_csv_use use, const pol_csv_row_cells *row)
{
    for (size_t i = 0; i < r->plan.count; i++)
        if (r->plan.fields[i].use == use && pol_csv_value(&r->plan.fields[i], row).size > 0)
            return true;
    return false;
}

static pol_status take_row(void *context, const pol_csv_row_cells *row, pol_error *reterr)
{
    csv_reader *r = context;
    if (!r->is_planned) {
        pol_error why;
        pol_status status = pol_csv_plan_make(&r->mapping, row, r->arena, &r->plan, &why);
        if (status == POL_FORMAT)
            return keep_top(r, row, &why, reterr);
        if (status != POL_OK)
            return pol_fail(reterr, status, why.at, "%s", why.text);
        r->is_planned = true;
        if (!r->mapping.has_no_headings)
            return POL_OK;
    }
    /* A row that says what became of a motion may do without its text. */
    bool is_outcome =
        !has_use(r, POL_CSV_TEXT, row) && r->plan.has_item && has_use(r, POL_CSV_DECISION, row);
    if (is_outcome || !r->plan.has_text)
        return add_outcome(r, row, reterr);
    return give_document(r, row, reterr);
}

pol_status pol_csv_read(pol_span bytes, pol_span mapping, pol_arena *arena, pol_csv_row on_row,
                        void *context, pol_error *reterr)
{
    csv_reader *r = pol_arena_alloc(arena, sizeof *r);
    pol_span utf8;
    if (!r)
        return pol_arena_refused(arena, sizeof *r, reterr);
    r->arena = arena;
    r->on_row = on_row;
    r->context = context;
    pol_status status = pol_csv_mapping_read(mapping, arena, &r->mapping, reterr);
    if (status == POL_OK)
        status = pol_decode_text(bytes, arena, &utf8, &r->first, reterr);
    if (status == POL_OK)
        status = pol_csv_rows(utf8, take_row, r, reterr);
    if (status != POL_OK)
        return status;
    if (!r->is_planned && r->top_count > 0)
        return pol_fail(reterr, r->top_error.status, r->top_error.at, "%s", r->top_error.text);
    if (!r->is_planned)
        return pol_fail(reterr, POL_FORMAT, 0, "it has no rows: nothing but blank lines");
    return give_outcomes(r, reterr);
}
