/* writer.h - paragraphs and tables of an office file to the lines of a pol_text, the
 * way web pages become lines.
 *
 * Calls never fail: the first failure is kept in `status`, and what follows does nothing. */
#ifndef POL_FORMATS_OFFICE_WRITER_H
#define POL_FORMATS_OFFICE_WRITER_H

#include "core/buffer.h"
#include "document/text.h"
#include "formats/office/number.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_OFFICE_BOXES_MAX = 4,  /* text boxes in text boxes; text deeper down is left out */
    POL_OFFICE_TABLES_MAX = 16 /* tables in tables; deeper ones are text of the last cell */
};

/* A paragraph that is being gathered. */
typedef struct pol_office_paragraph {
    pol_buffer text;    /* lines end in "\n" where the paragraph is broken */
    pol_buffer is_bold; /* 'b' or '-' for each of these lines */
    bool has_bold, has_plain;
    bool is_open;    /* begun, not ended */
    uint32_t number; /* of the paragraph, from 1 */
} pol_office_paragraph;

typedef struct pol_office_table {
    size_t first_line; /* in text->lines */
    uint32_t row, first_row;
    uint32_t column, next_column, last_column;
    uint32_t items; /* list items in this cell */
    bool is_layout; /* a page's columns and boxes, not values */
} pol_office_table;

typedef struct pol_office_writer {
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
    pol_status status;
    pol_office_paragraph paragraphs[POL_OFFICE_BOXES_MAX];
    size_t box_depth; /* may exceed the bound */
    pol_office_table tables[POL_OFFICE_TABLES_MAX];
    size_t table_depth; /* the same */
    uint32_t rows, paragraph_count;
} pol_office_writer;

/* What a paragraph is, known when it ends. */
typedef struct pol_office_block {
    uint8_t heading;    /* level 1..6; 0: none */
    uint8_t list_depth; /* from 1; 0: in no list */
    bool is_quoted;
    pol_list_marker marker;
} pol_office_block;

void pol_office_writer_init(pol_office_writer *writer, pol_text *text, pol_arena *arena,
                            pol_error *reterr);
void pol_office_writer_done(pol_office_writer *writer);
/* Remembers `status` where all was well so far. */
void pol_office_fail(pol_office_writer *writer, pol_status status);

/* Text outside of paragraphs is nobody's and left out. A paragraph that is begun where one is
 * open goes on with that one's text. */
void pol_office_begin_paragraph(pol_office_writer *writer);
void pol_office_add_text(pol_office_writer *writer, pol_span text, bool is_bold);
void pol_office_break_line(pol_office_writer *writer);
/* Writes the lines. A number that belongs to the text is set before it. Without text, only
 * such a number, or one in a table's cell, makes a line. */
void pol_office_end_paragraph(pol_office_writer *writer, const pol_office_block *block);
/* Forgets the paragraph. */
void pol_office_drop_paragraph(pol_office_writer *writer);

/* A text box, which is anchored inside a paragraph: its paragraphs come before that one. */
void pol_office_begin_box(pol_office_writer *writer);
void pol_office_end_box(pol_office_writer *writer);

/* A table of which every cell is a run of paragraphs. Cells become plain paragraphs where it
 * is no table of values: one column, a table or several list items in one cell, a heading
 * below its first row. */
void pol_office_begin_table(pol_office_writer *writer);
void pol_office_begin_row(pol_office_writer *writer);
void pol_office_begin_cell(pol_office_writer *writer);
/* The next cell of this row stands so many columns farther right. */
void pol_office_skip_columns(pol_office_writer *writer, uint32_t columns);
void pol_office_end_table(pol_office_writer *writer);

#ifdef __cplusplus
}
#endif
#endif
