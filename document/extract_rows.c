/* extract_rows.c - cells to rows. */
#include "document/extract_rows.h"

#include "document/parties.h"

enum { COLUMNS_MAX = 64 };

/* Which columns are headed "Moved by", "Proposer" and the like. */
typedef struct mover_columns {
    bool is_mover[COLUMNS_MAX];
} mover_columns;

static bool is_cell(const pol_line *line)
{
    return line->role == POL_LINE_CELL && line->row > 0;
}

static bool is_mover_heading(pol_span text)
{
    pol_span rest = text;
    return pol_word_is_any(pol_word_next(&rest), "mover movers moved proposer proposers proposed "
                                                 "seconder seconders seconded submitted from");
}

/* A heading holds for the cells below it, until another stands there. */
static void look_at_heading(mover_columns *columns, const pol_line *line)
{
    if (line->column < COLUMNS_MAX && is_mover_heading(line->text) &&
        pol_word_count(line->text, 4) < 4)
        columns->is_mover[line->column] = true;
}

static bool names_movers(const mover_columns *columns, const pol_line *line)
{
    return line->column < COLUMNS_MAX && columns->is_mover[line->column] &&
           !(is_mover_heading(line->text) && pol_word_count(line->text, 4) < 4);
}

/* The bytes of a row, as far as they are written. */
typedef struct row_writer {
    char *bytes;
    size_t size;
} row_writer;

static void write_piece(row_writer *row, const char *between, pol_span piece)
{
    size_t size = row->size > 0 ? strlen(between) : 0;
    memcpy(row->bytes + row->size, between, size);
    if (piece.size > 0)
        memcpy(row->bytes + row->size + size, piece.data, piece.size);
    row->size += size + piece.size;
}

/* Of movers only bodies: "Jane Smith (North branch)" to "North branch". These are parts of the
 * cell, and the marks between them no longer than those that were there. */
static void write_bodies(row_writer *row, const char *between, pol_span cell)
{
    enum { BODIES = 8 };
    pol_submitter parties[BODIES];
    size_t count = pol_parties_split(cell, POL_SUBMITTER_PEOPLE, parties, BODIES);
    for (size_t i = 0; i < count; i++) {
        if (parties[i].is_person)
            continue;
        write_piece(row, between, parties[i].name);
        between = ", ";
    }
}

/* The row that starts at `first`; *ret_end is behind it. */
static pol_status join_row(const pol_text *text, size_t first, const mover_columns *columns,
                           pol_arena *arena, pol_text *to, size_t *ret_end, pol_error *reterr)
{
    static const char between[] = " | "; /* a mid-dot would be read as a bullet */
    enum { BODIES_MORE = 16 };           /* for the commas between bodies */
    size_t end = first, size = 0;
    const uint32_t row = text->lines[first].row;
    for (; end < text->line_count && is_cell(&text->lines[end]) && text->lines[end].row == row;
         end++)
        size += text->lines[end].text.size + sizeof between + BODIES_MORE;
    *ret_end = end;
    row_writer row_text = {pol_arena_alloc(arena, size + 1), 0};
    if (!row_text.bytes)
        return pol_arena_refused(arena, size + 1, reterr);
    for (size_t i = first; i < end; i++)
        if (names_movers(columns, &text->lines[i]))
            write_bodies(&row_text, between, text->lines[i].text);
        else
            write_piece(&row_text, between, text->lines[i].text);
    pol_line line = text->lines[first];
    line.text = pol_span_make(row_text.bytes, row_text.size);
    line.role = POL_LINE_PARAGRAPH;
    line.blanks = 1;
    line.row = 0;
    line.column = 0;
    return row_text.size > 0 ? pol_text_add_line(to, arena, line, reterr) : POL_OK;
}

pol_status pol_rows_joined(const pol_text *text, pol_arena *arena, pol_text *ret_text,
                           pol_error *reterr)
{
    mover_columns columns = {{false}};
    pol_status status = POL_OK;
    *ret_text = *text;
    ret_text->lines = NULL;
    ret_text->line_count = ret_text->line_capacity = 0;
    for (size_t i = 0; i < text->line_count && status == POL_OK;) {
        const pol_line *line = &text->lines[i];
        if (!is_cell(line)) {
            columns = (mover_columns){{false}};
            status = pol_text_add_line(ret_text, arena, *line, reterr);
            i++;
            continue;
        }
        for (size_t j = i;
             j < text->line_count && is_cell(&text->lines[j]) && text->lines[j].row == line->row;
             j++)
            look_at_heading(&columns, &text->lines[j]);
        status = join_row(text, i, &columns, arena, ret_text, &i, reterr);
    }
    return status;
}
