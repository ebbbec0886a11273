/* corrections.c - bytes of a CSV to corrections; written as a CSV again, they stay the same. */
#include "indexer/corrections_read.h"

#include "indexer/csv_cell.h"
#include "tests/fuzz/fuzz.h"

enum { CELLS = 8 };

static pol_status parse(pol_span bytes, pol_arena *arena, pol_correction_row **rows, size_t *count)
{
    pol_error error = {0};
    pol_status status = pol_corrections_parse(bytes, "review.csv", arena, rows, count, &error);
    fuzz_check_error(status, &error);
    return status;
}

static void cells_of(const pol_correction_row *row, pol_span cells[CELLS])
{
    const pol_span all[CELLS] = {row->id,    row->file, row->line_text, row->field,
                                 row->value, row->by,   row->on,        row->reason};
    memcpy(cells, all, sizeof all);
}

static void write_row(pol_buffer *buffer, const pol_correction_row *row)
{
    pol_span cells[CELLS];
    cells_of(row, cells);
    for (size_t i = 0; i < CELLS; i++)
        pol_csv_cell(buffer, cells[i], i + 1 == CELLS);
}

static void check_same(const pol_correction_row *a, const pol_correction_row *b)
{
    pol_span left[CELLS], right[CELLS];
    cells_of(a, left);
    cells_of(b, right);
    for (size_t i = 0; i < CELLS; i++)
        FUZZ_CHECK(pol_span_equal(left[i], right[i]));
}

static void check_written(const pol_correction_row *rows, size_t count)
{
    pol_arena arena;
    pol_buffer buffer;
    pol_correction_row *again;
    size_t again_count;
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_buffer_init(&buffer, 64 << 20);
    pol_buffer_add_text(&buffer, "\xEF\xBB\xBF" /* so that it is UTF-8 whatever it looks like */
                                 "id,file,display_title,field,correction,by,corrected_on,reason\n");
    for (size_t i = 0; i < count; i++)
        write_row(&buffer, &rows[i]);
    FUZZ_CHECK(buffer.status == POL_OK);
    FUZZ_CHECK(parse(pol_buffer_span(&buffer), &arena, &again, &again_count) == POL_OK);
    FUZZ_CHECK(again_count == count);
    for (size_t i = 0; i < count; i++)
        check_same(&rows[i], &again[i]);
    pol_buffer_done(&buffer);
    pol_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_correction_row *rows = NULL;
    size_t count = 0;
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    if (parse(fuzz_span(data, size), &arena, &rows, &count) == POL_OK) {
        FUZZ_CHECK(count <= POL_CORRECTIONS_ROWS_MAX);
        for (size_t i = 0; i < count; i++)
            FUZZ_CHECK(rows[i].value.size > 0 && rows[i].row > 1);
        check_written(rows, count);
    }
    pol_arena_done(&arena);
    return 0;
}
