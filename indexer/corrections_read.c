/* corrections_read.c - libcsv's cells to rows. */
#include "indexer/corrections_read.h"

#include <csv.h>
#include <stdio.h>

#include "document/reader.h"
#include "indexer/intake.h"

enum { COLUMNS_MAX = 256 };

/* What the columns are for, by their headings. */
typedef enum column {
    COLUMN_ID,
    COLUMN_FILE,
    COLUMN_LINE_TEXT,
    COLUMN_FIELD,
    COLUMN_VALUE,
    COLUMN_BY,
    COLUMN_ON,
    COLUMN_REASON,
    COLUMN_COUNT
} column;

static const char *const headings[COLUMN_COUNT] = {"id",         "file", "display_title", "field",
                                                   "correction", "by",   "corrected_on",  "reason"};

typedef struct reading {
    pol_arena *arena;
    pol_correction_row *rows;
    size_t count, capacity;
    uint8_t columns[COLUMNS_MAX]; /* what each is for; COLUMN_COUNT for nothing of ours */
    pol_span cells[COLUMN_COUNT]; /* of the row at hand */
    size_t cell;                  /* of the row at hand, from 0 */
    uint32_t row;                 /* the same, from 1 */
    bool has_value_column;
    pol_status status;
} reading;

/* What we put before a cell that a spreadsheet would take for a formula. */
static pol_span without_guard(pol_span text)
{
    bool is_guarded = text.size > 1 && text.data[0] == '\'' && strchr("=+-@", text.data[1]);
    return is_guarded ? pol_span_from(text, 1) : text;
}

static void take_heading(reading *at, pol_span text)
{
    size_t which = 0;
    while (which < COLUMN_COUNT && !pol_span_equal_fold(text, pol_span_of(headings[which])))
        which++;
    at->columns[at->cell] = (uint8_t)which;
    at->has_value_column |= which == COLUMN_VALUE;
}

static void take_cell(void *bytes, size_t size, void *context)
{
    reading *at = context;
    pol_span text = pol_span_trim(pol_span_make(bytes, size));
    if (at->cell < COLUMNS_MAX && at->row == 1) {
        take_heading(at, text);
    } else if (at->cell < COLUMNS_MAX && at->columns[at->cell] < COLUMN_COUNT && text.size) {
        pol_span copy = pol_arena_copy(at->arena, without_guard(text));
        at->cells[at->columns[at->cell]] = copy;
        at->status = copy.data ? at->status : POL_NOMEM;
    }
    at->cell++;
}

static void keep_row(reading *at)
{
    const pol_span *cells = at->cells;
    if (at->count == POL_CORRECTIONS_ROWS_MAX) {
        at->status = POL_LIMIT;
        return;
    }
    pol_correction_row *grown =
        pol_arena_grow(at->arena, at->rows, at->count, &at->capacity, sizeof *grown);
    if (!grown) {
        at->status = POL_NOMEM;
        return;
    }
    at->rows = grown;
    grown[at->count++] = (pol_correction_row){at->row,
                                              cells[COLUMN_ID],
                                              cells[COLUMN_FILE],
                                              cells[COLUMN_LINE_TEXT],
                                              cells[COLUMN_FIELD],
                                              cells[COLUMN_VALUE],
                                              cells[COLUMN_BY],
                                              cells[COLUMN_ON],
                                              cells[COLUMN_REASON]};
}

static void end_row(int end, void *context)
{
    reading *at = context;
    (void)end;
    if (at->row > 1 && at->cells[COLUMN_VALUE].size)
        keep_row(at);
    memset(at->cells, 0, sizeof at->cells);
    at->cell = 0;
    at->row++;
}

/* What stands most often between the cells of the first line. */
static char delimiter_of(pol_span text)
{
    static const char candidates[] = ",;\t";
    size_t counts[3] = {0}, best = 0;
    pol_span line = pol_span_first(text, pol_span_find(text, POL_SPAN("\n"), 0));
    for (size_t i = 0; i < line.size; i++)
        for (size_t j = 0; j < 3; j++)
            counts[j] += line.data[i] == candidates[j];
    for (size_t j = 1; j < 3; j++)
        if (counts[j] > counts[best])
            best = j;
    return candidates[best];
}

static pol_status fail_status(const reading *at, const char *path, pol_error *reterr)
{
    if (at->status == POL_LIMIT)
        return pol_fail(reterr, POL_LIMIT, at->row, "'%.120s' has more than %d corrections", path,
                        POL_CORRECTIONS_ROWS_MAX);
    return pol_fail(reterr, at->status, 0, "out of memory while reading '%.120s'", path);
}

/* Strictly: a quote that is never closed would swallow the rows behind it. */
static pol_status parse(reading *at, pol_span text, const char *path, pol_error *reterr)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    csv_set_delim(&parser, (unsigned char)delimiter_of(text));
    at->row = 1;
    size_t parsed = csv_parse(&parser, text.data, text.size, take_cell, end_row, at);
    bool is_whole = parsed == text.size && csv_fini(&parser, take_cell, end_row, at) == 0;
    csv_free(&parser);
    if (at->status != POL_OK)
        return fail_status(at, path, reterr);
    if (!is_whole)
        return pol_fail(reterr, POL_FORMAT, at->row,
                        "'%.120s', row %u: this is no CSV: a quote is not closed, or not doubled",
                        path, at->row);
    if (!at->has_value_column)
        return pol_fail(reterr, POL_FORMAT, 1,
                        "'%.120s' has no column ‘correction’: take a CSV that polindex --check "
                        "--review --format csv wrote",
                        path);
    return POL_OK;
}

pol_status pol_corrections_parse(pol_span bytes, const char *path, pol_arena *arena,
                                 pol_correction_row **ret_rows, size_t *ret_count,
                                 pol_error *reterr)
{
    pol_span utf8;
    pol_text notes = {0};
    pol_error why;
    reading at = {.arena = arena};
    memset(at.columns, COLUMN_COUNT, sizeof at.columns);
    pol_status status = pol_decode_text(bytes, arena, &utf8, &notes, &why);
    if (status != POL_OK)
        return pol_fail(reterr, status, why.at, "'%.100s': %.130s", path, why.text);
    status = parse(&at, utf8, path, reterr);
    *ret_rows = at.rows;
    *ret_count = at.count;
    return status;
}

pol_status pol_corrections_read(const char *path, pol_arena *arena, pol_correction_row **ret_rows,
                                size_t *ret_count, pol_error *reterr)
{
    pol_span bytes;
    pol_error why;
    pol_status status = pol_file_read(path, POL_CORRECTIONS_FILE_MAX, arena, &bytes, &why);
    if (status != POL_OK)
        return pol_fail(reterr, status, why.at, "'%.100s': %.130s", path, why.text);
    return pol_corrections_parse(bytes, path, arena, ret_rows, ret_count, reterr);
}
