/* names_table.h - the table of first names (private to names*.c and its test). */
#ifndef POL_DOCUMENT_NAMES_TABLE_H
#define POL_DOCUMENT_NAMES_TABLE_H

#include <stddef.h>

/* In the order of strcmp(). */
extern const char *const pol_given_names[];
extern const size_t pol_given_name_count;

#endif
