/* columns_file.h - the parts of the file of columns (private to index/). */
#ifndef POL_INDEX_COLUMNS_FILE_H
#define POL_INDEX_COLUMNS_FILE_H

#include "index/beside.h"
#include "index/columns.h"

extern const pol_beside_kind pol_columns_kind;

typedef struct pol_columns_head {
    uint32_t documents, columns;
} pol_columns_head;

typedef struct pol_columns_entry {
    uint32_t slot, is_own, numbers, values, size;
} pol_columns_entry;

static inline size_t pol_columns_padded(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

#endif
