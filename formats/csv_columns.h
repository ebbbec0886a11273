/* csv_columns.h - what the columns of a CSV hold: by their headings, or by a mapping. */
#ifndef POL_FORMATS_CSV_COLUMNS_H
#define POL_FORMATS_CSV_COLUMNS_H

#include "document/text.h"
#include "formats/csv_rows.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a field is needed for, beside being stated. */
typedef enum pol_csv_use {
    POL_CSV_PAIR = 0, /* stated, no more */
    POL_CSV_TEXT,
    POL_CSV_NUMBER,
    POL_CSV_TITLE,
    POL_CSV_ITEM, /* "Motion": a number or a title */
    POL_CSV_KIND,
    POL_CSV_STANCE, /* the executive's recommendation */
    POL_CSV_DECISION,
    POL_CSV_STATUS, /* a decision where no other column is */
    POL_CSV_CONFERENCE,
    POL_CSV_YEAR
} pol_csv_use;

/* One field, and where its value comes from. */
typedef struct pol_csv_field {
    pol_span key;
    size_t column;  /* from 0 */
    pol_span value; /* of a constant; absent elsewhere */
    uint8_t use;
} pol_csv_field;

typedef struct pol_csv_plan {
    pol_csv_field *fields;
    size_t count;
    bool has_text, has_decision, has_item; /* by columns or constants */
} pol_csv_plan;

/* NAME.csv.mapping.yaml, read. */
typedef struct pol_csv_mapping {
    pol_text text;      /* pairs: field, and column or "=constant" */
    bool names_columns; /* then headings tell nothing */
    bool has_no_headings;
} pol_csv_mapping;

/* `bytes` absent: no mapping. Fails: POL_FORMAT, POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_csv_mapping_read(pol_span bytes, pol_arena *arena,
                                               pol_csv_mapping *ret_mapping, pol_error *reterr);

/* The plan that `heads` (headings, or the first row where there are none) allow. Fails:
 * POL_FORMAT where that is not enough to read documents or outcomes by. */
POL_MUST_CHECK pol_status pol_csv_plan_make(const pol_csv_mapping *mapping,
                                            const pol_csv_row_cells *heads, pol_arena *arena,
                                            pol_csv_plan *ret_plan, pol_error *reterr);

/* The field's value in a row; empty where the row is too short. */
pol_span pol_csv_value(const pol_csv_field *field, const pol_csv_row_cells *row);

#ifdef __cplusplus
}
#endif
#endif
