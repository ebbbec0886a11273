/* columns.c - a mapped file to columns, each part checked before it is used. */
#include "index/columns.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "index/columns_file.h"

const pol_column *pol_columns_of(const pol_columns *columns, xc_slot slot)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->columns[i].slot == slot)
            return &columns->columns[i];
    return NULL;
}

pol_span pol_column_value(const pol_column *column, uint32_t number)
{
    const uint32_t start = number > 1 ? column->ends[number - 2] : 0;
    return pol_span_make(column->bytes + start, column->ends[number - 1] - start);
}

/* The first number whose value is not before `wanted`, or, `is_behind`, is behind it. */
static uint32_t find_place(const pol_column *column, pol_span wanted, bool is_behind)
{
    uint32_t low = 1, high = column->value_count + 1;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const int order = pol_span_compare(pol_column_value(column, middle), wanted);
        if (order < 0 || (order == 0 && is_behind))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void pol_column_range(const pol_column *column, pol_span low, pol_span high, uint32_t *ret_first,
                      uint32_t *ret_end)
{
    *ret_first = low.data ? find_place(column, low, false) : 1;
    *ret_end = high.data ? find_place(column, high, true) : column->value_count + 1;
}

void pol_columns_free(pol_columns *columns)
{
    if (!columns)
        return;
    if (columns->mapped)
        munmap(columns->mapped, columns->mapped_size);
    free(columns);
}

/* What is left of the file. */
typedef struct left_over {
    const char *at;
    size_t size;
} left_over;

/* The next `count` things of `size` bytes, filled up to 8; NULL where there are fewer. */
static const void *take(left_over *rest, size_t count, size_t size)
{
    const size_t whole = pol_columns_padded(count * size); /* both below 2^32 */
    const void *taken = rest->at;
    if (whole > rest->size)
        return NULL;
    rest->at += whole;
    rest->size -= whole;
    return taken;
}

static bool is_rising(const uint32_t *ends, uint32_t count, uint32_t last)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < count; before = ends[i++])
        if (ends[i] < before)
            return false;
    return before == last;
}

static bool take_column(left_over *rest, const pol_columns_entry *entry, pol_column *column)
{
    *column = (pol_column){.slot = entry->slot,
                           .is_own = entry->is_own,
                           .number_count = entry->numbers,
                           .value_count = entry->values,
                           .size = entry->size};
    column->numbers = take(rest, entry->numbers, sizeof *column->numbers);
    column->ends = take(rest, entry->values, sizeof *column->ends);
    column->bytes = take(rest, entry->size, 1);
    return column->numbers && column->ends && column->bytes &&
           is_rising(column->ends, entry->values, entry->size);
}

static bool take_all(left_over *rest, const pol_lengths *lengths, pol_columns *columns)
{
    const pol_columns_head *head = take(rest, 1, sizeof *head);
    if (!head || head->columns > POL_COLUMNS_MAX || head->documents != lengths->documents)
        return false;
    const pol_columns_entry *entries = take(rest, head->columns, sizeof *entries);
    columns->before = take(rest, pol_lengths_head_words(lengths), sizeof *columns->before);
    columns->documents = head->documents;
    columns->count = head->columns;
    bool is_good = entries && columns->before;
    for (size_t i = 0; i < columns->count && is_good; i++)
        is_good = take_column(rest, &entries[i], &columns->columns[i]);
    return is_good;
}

pol_status pol_columns_open(xc_reader *reader, const pol_lengths *lengths,
                            pol_columns **ret_columns, pol_error *reterr)
{
    size_t size = 0;
    *ret_columns = NULL;
    const pol_beside *mapped =
        pol_beside_map(reader, &pol_columns_kind, lengths->last, sizeof(pol_beside), &size);
    if (!mapped)
        return POL_OK;
    pol_columns *columns = calloc(1, sizeof *columns);
    left_over all = {(const char *)(mapped + 1), size - sizeof *mapped};
    if (columns) {
        columns->mapped = (void *)(uintptr_t)mapped;
        columns->mapped_size = size;
    } else {
        munmap((void *)(uintptr_t)mapped, size);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for columns of values");
    }
    if (take_all(&all, lengths, columns))
        *ret_columns = columns;
    else
        pol_columns_free(columns);
    return POL_OK;
}
