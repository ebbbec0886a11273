/* columns.h - what documents are counted and filtered by, as small numbers in flat arrays.
 *
 * To read a value from the index costs as much as to find ten documents. polindex writes the file
 * "columns.polsearch" beside the database: a reader maps it into memory, where all processes share
 * it, and counts by numbers. Where the file is missing, of another revision or damaged there are
 * no columns, and values are read. Only indexes of one database on this machine's disk have it.
 *
 * Values of a slot count from 1, in the order of their bytes; 0 is none. What all entries of a
 * document share has a number for each document; documents count from 0, as their heads stand.
 *
 * The file (index/beside.h): 32 bits each for documents and columns; for each column 32 bits each
 * for its slot, whether passages have values of their own, numbers, values, and bytes of these;
 * 32 bits for each 64 docids, from 0 on: how many heads stand before; then of each column 16 bits
 * for each number, and 32 bits for the end of each value, counted from the first one's start; then
 * the values' bytes of each. Each array is filled up to 8 bytes with zeros. */
#ifndef POL_INDEX_COLUMNS_H
#define POL_INDEX_COLUMNS_H

#include "core/error.h"
#include "core/span.h"
#include "index/lengths.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_COLUMNS_MAX = 16 };

typedef struct pol_column {
    xc_slot slot;
    bool is_own; /* numbers by docid; else by document */
    uint32_t number_count, value_count;
    /* private: */
    const uint16_t *numbers;
    const uint32_t *ends;
    const char *bytes;
    uint32_t size;
} pol_column;

typedef struct pol_columns {
    pol_column columns[POL_COLUMNS_MAX];
    size_t count;
    uint32_t documents;
    /* private: */
    const uint32_t *before;
    void *mapped;
    size_t mapped_size;
} pol_columns;

/* Of the slot; NULL where there is none. */
const pol_column *pol_columns_of(const pol_columns *columns, xc_slot slot);

/* Which document the entry is of; `docid` <= lengths->last. */
static inline uint32_t pol_columns_document(const pol_columns *columns, const pol_lengths *lengths,
                                            xc_docid docid)
{
    const uint64_t bits = lengths->heads[docid / 64] & (UINT64_MAX >> (63 - docid % 64));
    return columns->before[docid / 64] + (uint32_t)__builtin_popcountll(bits) - 1;
}

/* The number at `place`, a docid or a document; 0 for none, and where there is no such place. */
static inline uint32_t pol_column_number(const pol_column *column, uint32_t place)
{
    const uint32_t number = place < column->number_count ? column->numbers[place] : 0;
    return number <= column->value_count ? number : 0;
}

/* `number` from 1 to value_count; borrowed from the columns. */
pol_span pol_column_value(const pol_column *column, uint32_t number);

/* Numbers of the values from `low` to `high`, both included, compared as bytes; an absent end is
 * open: from *ret_first to before *ret_end. */
void pol_column_range(const pol_column *column, pol_span low, pol_span high, uint32_t *ret_first,
                      uint32_t *ret_end);

/* Those of what the reader stands at, whose lengths these are; NULL where there are none. Free with
 * pol_columns_free(). Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_columns_open(xc_reader *reader, const pol_lengths *lengths,
                                           pol_columns **ret_columns, pol_error *reterr);
void pol_columns_free(pol_columns *columns); /* NULL is allowed */

/* Writes the file for the database in `directory`, as it was committed last. A slot of more than
 * 65,535 values is left out. Fails: POL_NOMEM, POL_LIMIT, POL_FULL, POL_IO, and as reading the
 * index: the index is as good without it, but slower to count. */
POL_MUST_CHECK pol_status pol_columns_write(const char *directory, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
