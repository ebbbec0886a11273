/* extract_rows.c - cells to rows. */
#include "document/extract_rows.h"

#include "document/recognise_submitters.h"
#include "document/words.h"

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

static bool is_shown(const mover_columns *columns, const pol_line *line)
{
    return line->column >= COLUMNS_MAX || !columns->is_mover[line->column] ||
           is_mover_heading(line->text) || pol_submitter_is_body(line->text);
}

/* The row that starts at `first`; *ret_end is behind it. */
static pol_status join_row(const pol_text *text, size_t first, const mover_columns *columns,
                           pol_arena *arena, pol_text *to, size_t *ret_end, pol_error *reterr)
{
    static const char between[] = " | "; /* a mid-dot would be read as a bullet */
    size_t end = first, size = 0, at = 0;
    const uint32_t row = text->lines[first].row;
    for (; end < text->line_count && is_cell(&text->lines[end]) && text->lines[end].row == row;
         end++)
        size += text->lines[end].text.size + sizeof between;
    *ret_end = end;
    char *bytes = pol_arena_alloc(arena, size + 1);
    if (!bytes)
        return pol_arena_refused(arena, size + 1, reterr);
    for (size_t i = first; i < end; i++) {
        pol_span cell = text->lines[i].text;
        if (!is_shown(columns, &text->lines[i]))
            continue;
        if (at > 0) {
            memcpy(bytes + at, between, sizeof between - 1);
            at += sizeof between - 1;
        }
        memcpy(bytes + at, cell.data, cell.size);
        at += cell.size;
    }
    pol_line line = text->lines[first];
    line.text = pol_span_make(bytes, at);
    line.role = POL_LINE_PARAGRAPH;
    line.blanks = 1;
    line.row = 0;
    line.column = 0;
    return at > 0 ? pol_text_add_line(to, arena, line, reterr) : POL_OK;
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
