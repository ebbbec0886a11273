/* csv_rows.c - libcsv, fed line by line so that each row knows where it starts. */
#include "formats/csv_rows.h"

#include <csv.h>
#include <inttypes.h>

#include "core/buffer.h"
#include "formats/formats.h"

typedef struct row_reader {
    struct csv_parser parser;
    pol_csv_on_row on_row;
    void *context;
    pol_error *reterr;
    pol_status status;
    pol_buffer bytes;                 /* of the row's cells, one after the other */
    size_t ends[POL_CSV_COLUMNS_MAX]; /* of each cell in them */
    size_t cell_count, row_count;
    uint32_t line; /* where the row starts */
    bool is_in_row;
} row_reader;

/* --- what libcsv calls ------------------------------------------------------------- */

static void on_cell(void *data, size_t size, void *context)
{
    row_reader *r = context;
    if (r->status != POL_OK)
        return;
    if (r->cell_count == POL_CSV_COLUMNS_MAX) {
        r->status =
            pol_fail(r->reterr, POL_LIMIT, r->line, "line %" PRIu32 " has more than %d columns",
                     r->line, POL_CSV_COLUMNS_MAX);
        return;
    }
    pol_buffer_add(&r->bytes, pol_span_make(data, size));
    r->ends[r->cell_count++] = r->bytes.size;
}

/* What we, and others, put before a cell that a spreadsheet would take for a formula. */
static pol_span without_guard(pol_span cell)
{
    bool is_guarded =
        cell.size > 1 && cell.data[0] == '\'' && cell.data[1] && strchr("=+-@", cell.data[1]);
    return is_guarded ? pol_span_from(cell, 1) : cell;
}

static pol_status give_row(row_reader *r)
{
    pol_span cells[POL_CSV_COLUMNS_MAX];
    bool has_text = false;
    if (r->bytes.status != POL_OK)
        return pol_fail(r->reterr, r->bytes.status, r->line, "no memory for line %" PRIu32,
                        r->line);
    for (size_t i = 0, from = 0; i < r->cell_count; from = r->ends[i++]) {
        pol_span cell = pol_span_from(pol_buffer_span(&r->bytes), from);
        cells[i] = without_guard(pol_span_trim(pol_span_first(cell, r->ends[i] - from)));
        has_text = has_text || cells[i].size > 0;
    }
    if (!has_text)
        return POL_OK;
    if (r->row_count++ == POL_CSV_ROWS_MAX)
        return pol_fail(r->reterr, POL_LIMIT, r->line, "more than %d rows: split the file",
                        POL_CSV_ROWS_MAX);
    pol_csv_row_cells row = {cells, r->cell_count, r->line};
    return r->on_row(r->context, &row, r->reterr);
}

static void on_row_end(int end, void *context)
{
    row_reader *r = context;
    (void)end;
    if (r->status == POL_OK)
        r->status = give_row(r);
    pol_buffer_clear(&r->bytes);
    r->cell_count = 0;
    r->is_in_row = false;
}

/* --- lines ------------------------------------------------------------------------- */

/* Bytes of the line at the start, with its end: "\n", "\r\n" or "\r". */
static size_t line_size(pol_span text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\n')
            return i + 1;
        if (text.data[i] == '\r')
            return i + 1 + (i + 1 < text.size && text.data[i + 1] == '\n');
    }
    return text.size;
}

static char find_delimiter(pol_span line)
{
    static const char delimiters[] = {',', ';', '\t'};
    size_t counts[sizeof delimiters] = {0}, most = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < line.size; i++) {
        is_quoted ^= line.data[i] == '"';
        for (size_t k = 0; k < sizeof delimiters && !is_quoted; k++)
            counts[k] += line.data[i] == delimiters[k];
    }
    for (size_t k = 1; k < sizeof delimiters; k++)
        if (counts[k] > counts[most])
            most = k;
    return delimiters[most];
}

/* "sep=;", which spreadsheets write above the first row and do not show. */
static bool states_delimiter(pol_span line, char *ret_delimiter)
{
    line = pol_span_first(line, line.size - (line.size > 0 && line.data[line.size - 1] == '\n'));
    line = pol_span_first(line, line.size - (line.size > 0 && line.data[line.size - 1] == '\r'));
    if (line.size != 5 || !pol_span_starts_fold(line, POL_SPAN("sep=")) || line.data[4] == '"')
        return false;
    *ret_delimiter = line.data[4];
    return true;
}

static bool is_blank(pol_span line)
{
    for (size_t i = 0; i < line.size; i++)
        if (!strchr(" \t\r\n", line.data[i]))
            return false;
    return true;
}

static pol_status feed(row_reader *r, pol_span line, uint32_t number)
{
    if (!r->is_in_row && is_blank(line))
        return POL_OK;
    if (!r->is_in_row)
        r->line = number;
    r->is_in_row = true;
    if (csv_parse(&r->parser, line.data, line.size, on_cell, on_row_end, r) < line.size &&
        r->status == POL_OK)
        return pol_fail(r->reterr, POL_NOMEM, r->line, "no memory for line %" PRIu32, r->line);
    return r->status;
}

static pol_status end_rows(row_reader *r)
{
    csv_set_opts(&r->parser, CSV_STRICT | CSV_STRICT_FINI); /* only for the end */
    if (csv_fini(&r->parser, on_cell, on_row_end, r) == 0)
        return r->status;
    return pol_fail(r->reterr, POL_FORMAT, r->line,
                    "a quotation mark of the row in line %" PRIu32
                    " is never closed: close it, or double those inside a cell",
                    r->line);
}

static pol_status read_rows(row_reader *r, pol_span rest)
{
    pol_status status = POL_OK;
    char delimiter = '\0';
    for (uint32_t number = 1; rest.size > 0 && status == POL_OK; number++) {
        pol_span line = pol_span_first(rest, line_size(rest));
        rest = pol_span_from(rest, line.size);
        if (!delimiter && (is_blank(line) || states_delimiter(line, &delimiter))) {
            csv_set_delim(&r->parser, (unsigned char)delimiter);
            continue;
        }
        if (!delimiter) {
            delimiter = find_delimiter(line);
            csv_set_delim(&r->parser, (unsigned char)delimiter);
        }
        status = feed(r, line, number);
    }
    return status == POL_OK ? end_rows(r) : status;
}

pol_status pol_csv_rows(pol_span utf8, pol_csv_on_row on_row, void *context, pol_error *reterr)
{
    row_reader r = {.on_row = on_row, .context = context, .reterr = reterr};
    if (csv_init(&r.parser, 0) != 0)
        return pol_fail(reterr, POL_NOMEM, 0, "no memory to read the CSV");
    pol_buffer_init(&r.bytes, POL_FILE_MAX + 1);
    pol_status status = read_rows(&r, utf8);
    pol_buffer_done(&r.bytes);
    csv_free(&r.parser);
    return status;
}
