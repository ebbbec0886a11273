/* writer.c - gathering paragraphs, cutting them at breaks, and telling tables of values
 * from tables that only arrange a page. */
#include "formats/office/writer.h"

#include "document/clean.h"
#include "document/reader.h"

enum { COLUMN_MAX = UINT16_MAX, ITEMS_OF_VALUE = 1 };

void pol_office_writer_init(pol_office_writer *w, pol_text *text, pol_arena *arena,
                            pol_error *reterr)
{
    *w = (pol_office_writer){.arena = arena, .text = text, .reterr = reterr};
    for (size_t i = 0; i < POL_OFFICE_BOXES_MAX; i++) {
        pol_buffer_init(&w->paragraphs[i].text, POL_FILE_MAX);
        pol_buffer_init(&w->paragraphs[i].is_bold, POL_FILE_MAX);
    }
}

void pol_office_writer_done(pol_office_writer *w)
{
    for (size_t i = 0; i < POL_OFFICE_BOXES_MAX; i++) {
        pol_buffer_done(&w->paragraphs[i].text);
        pol_buffer_done(&w->paragraphs[i].is_bold);
    }
}

void pol_office_fail(pol_office_writer *w, pol_status status)
{
    if (w->status == POL_OK)
        w->status = status;
}

/* NULL inside boxes that are too deep. */
static pol_office_paragraph *current(pol_office_writer *w)
{
    return w->box_depth < POL_OFFICE_BOXES_MAX ? &w->paragraphs[w->box_depth] : NULL;
}

/* The table whose cell takes what comes; NULL outside. A box in a cell is the cell's. */
static pol_office_table *current_table(pol_office_writer *w)
{
    size_t depth = w->table_depth < POL_OFFICE_TABLES_MAX ? w->table_depth : POL_OFFICE_TABLES_MAX;
    return depth > 0 ? &w->tables[depth - 1] : NULL;
}

/* --- paragraphs ------------------------------------------------------------------- */

void pol_office_begin_paragraph(pol_office_writer *w)
{
    pol_office_paragraph *p = current(w);
    w->paragraph_count++;
    if (!p || p->is_open)
        return;
    p->is_open = true;
    p->number = w->paragraph_count;
}

static bool has_ink(pol_span text)
{
    return pol_span_trim(text).size > 0;
}

void pol_office_add_text(pol_office_writer *w, pol_span text, bool is_bold)
{
    pol_office_paragraph *p = current(w);
    if (!p || !p->is_open)
        return;
    size_t from = p->text.size;
    pol_buffer_add(&p->text, text);
    for (size_t i = from; i < p->text.size; i++) /* a line's end is only what ends a line */
        if (p->text.data[i] == '\n')
            p->text.data[i] = ' ';
    if (has_ink(text)) {
        p->has_bold |= is_bold;
        p->has_plain |= !is_bold;
    }
}

static void end_line(pol_office_paragraph *p)
{
    pol_buffer_add_byte(&p->is_bold, p->has_bold && !p->has_plain ? 'b' : '-');
    p->has_bold = p->has_plain = false;
}

void pol_office_break_line(pol_office_writer *w)
{
    pol_office_paragraph *p = current(w);
    if (!p || !p->is_open)
        return;
    pol_buffer_add_byte(&p->text, '\n');
    end_line(p);
}

void pol_office_drop_paragraph(pol_office_writer *w)
{
    pol_office_paragraph *p = current(w);
    if (!p)
        return;
    pol_buffer_clear(&p->text);
    pol_buffer_clear(&p->is_bold);
    p->is_open = p->has_bold = p->has_plain = false;
}

/* "Motion 3" and the text behind it. */
static pol_span join(pol_office_writer *w, pol_span marker, pol_span text)
{
    if (text.size == 0)
        return marker;
    char *joined = pol_arena_alloc(w->arena, marker.size + 1 + text.size);
    if (!joined) {
        pol_office_fail(w, pol_arena_refused(w->arena, marker.size + 1 + text.size, w->reterr));
        return text;
    }
    memcpy(joined, marker.data, marker.size);
    joined[marker.size] = ' ';
    memcpy(joined + marker.size + 1, text.data, text.size);
    return pol_span_make(joined, marker.size + 1 + text.size);
}

/* It stays what it is until the end of the table tells what that is. */
static void place_in_cell(pol_office_table *table, pol_line *line)
{
    line->row = table->row;
    line->column = (uint16_t)(table->column < COLUMN_MAX ? table->column : COLUMN_MAX);
    table->items += line->role == POL_LINE_ITEM;
    table->is_layout |= table->items > ITEMS_OF_VALUE ||
                        (line->role == POL_LINE_HEADING && table->row != table->first_row);
}

static bool is_bullet(pol_span marker)
{
    return pol_span_equal(marker, POL_SPAN("•"));
}

/* Where a paragraph stands in the writing of its lines. */
typedef struct writing {
    const pol_office_block *block;
    pol_span marker; /* for the first line; then absent */
    bool is_broken;  /* the paragraph has several lines */
    uint32_t breaks; /* since the last line that was written */
    bool has_line;   /* one was written */
} writing;

static uint32_t blanks_before(const pol_office_writer *w, const writing *now)
{
    if (w->text->line_count == 0)
        return 0;
    if (now->has_line)
        return now->breaks > 1 ? now->breaks - 1 : 0;
    return 1;
}

/* A number that is read with the text, not beside it. A heading's bullet is neither. */
static pol_span take_number(pol_office_writer *w, writing *now, pol_span text)
{
    const pol_office_block *block = now->block;
    bool is_value = text.size == 0 && current_table(w);
    if (!now->marker.data || !(block->heading || block->marker.is_worded || is_value))
        return text;
    pol_span number = now->marker;
    now->marker = pol_span_make(NULL, 0);
    return is_bullet(number) ? text : join(w, number, text);
}

static void write_line(pol_office_writer *w, writing *now, pol_span text, bool is_bold)
{
    const pol_office_block *block = now->block;
    pol_office_table *table = current_table(w);
    text = take_number(w, now, text);
    if (text.size == 0 || w->status != POL_OK)
        return;
    uint8_t list_depth = block->marker.is_worded ? 0 : block->list_depth;
    uint8_t role = now->marker.data ? POL_LINE_ITEM
                   : block->heading ? POL_LINE_HEADING
                   : now->is_broken ? POL_LINE_PLAIN
                                    : POL_LINE_PARAGRAPH;
    pol_line line = {.text = text,
                     .number = w->paragraphs[w->box_depth].number,
                     .blanks = blanks_before(w, now),
                     .role = role,
                     .level = block->heading ? block->heading : list_depth,
                     .is_quoted = block->is_quoted,
                     .is_strong = is_bold,
                     .marker = now->marker};
    if (table)
        place_in_cell(table, &line);
    pol_office_fail(w, pol_text_add_line(w->text, w->arena, line, w->reterr));
    now->marker = pol_span_make(NULL, 0);
    now->has_line = true;
    now->breaks = 0;
}

static void write_lines(pol_office_writer *w, const pol_office_paragraph *p,
                        const pol_office_block *block)
{
    pol_span rest = pol_buffer_span(&p->text);
    bool is_broken = pol_span_find(pol_span_trim(rest), POL_SPAN("\n"), 0) != (size_t)-1;
    writing now = {.block = block, .marker = block->marker.text, .is_broken = is_broken};
    for (size_t i = 0; i < p->is_bold.size && w->status == POL_OK; i++) {
        size_t size = pol_span_find(rest, POL_SPAN("\n"), 0);
        /* Inside a heading a break does not end it. */
        if (size == (size_t)-1 || block->heading)
            size = rest.size;
        pol_span copy = pol_arena_copy(w->arena, pol_span_first(rest, size));
        pol_span text = copy.data ? pol_clean_block(copy, w->arena) : copy;
        if (!text.data) {
            pol_office_fail(w, pol_arena_refused(w->arena, size + 1, w->reterr));
            return;
        }
        bool is_last = size == rest.size;
        if (text.size > 0 || is_last)
            write_line(w, &now, text, p->is_bold.data[i] == 'b');
        if (is_last)
            return;
        now.breaks++;
        rest = pol_span_from(rest, size + 1);
    }
}

void pol_office_end_paragraph(pol_office_writer *w, const pol_office_block *block)
{
    pol_office_paragraph *p = current(w);
    if (!p || !p->is_open)
        return;
    end_line(p);
    pol_status status = p->text.status != POL_OK ? p->text.status : p->is_bold.status;
    if (status != POL_OK)
        pol_office_fail(w, pol_fail(w->reterr, status, 0, "no memory for a paragraph's text"));
    if (w->status == POL_OK)
        write_lines(w, p, block);
    pol_office_drop_paragraph(w);
}

void pol_office_begin_box(pol_office_writer *w)
{
    w->box_depth++;
}

void pol_office_end_box(pol_office_writer *w)
{
    static const pol_office_block plain = {.heading = 0};
    if (w->box_depth == 0)
        return;
    pol_office_end_paragraph(w, &plain);
    w->box_depth--;
}

/* --- tables ----------------------------------------------------------------------- */

/* Cells that only arrange a page are paragraphs like others. */
static void dissolve(pol_office_writer *w, const pol_office_table *table)
{
    for (size_t i = table->first_line; i < w->text->line_count; i++) {
        w->text->lines[i].row = 0;
        w->text->lines[i].column = 0;
    }
}

/* A number before a value is part of what the cell says; a bullet is not. */
static void keep_values(pol_office_writer *w, const pol_office_table *table)
{
    uint32_t row = 0;
    for (size_t i = table->first_line; i < w->text->line_count; i++) {
        pol_line *line = &w->text->lines[i];
        if (line->role == POL_LINE_ITEM && !is_bullet(line->marker))
            line->text = join(w, line->marker, line->text);
        line->marker = pol_span_make(NULL, 0);
        line->role = POL_LINE_CELL;
        line->level = 0;
        line->blanks = i > 0 && line->row != row;
        row = line->row;
    }
}

void pol_office_begin_table(pol_office_writer *w)
{
    pol_office_table *outer = current_table(w);
    if (w->table_depth++ >= POL_OFFICE_TABLES_MAX)
        return;
    if (outer) {
        outer->is_layout = true;
        dissolve(w, outer);
    }
    w->tables[w->table_depth - 1] =
        (pol_office_table){.first_line = w->text->line_count, .first_row = w->rows + 1};
}

/* The table that rows and cells belong to; NULL outside, and in tables that are too deep. */
static pol_office_table *innermost_table(pol_office_writer *w)
{
    return w->table_depth <= POL_OFFICE_TABLES_MAX ? current_table(w) : NULL;
}

void pol_office_begin_row(pol_office_writer *w)
{
    pol_office_table *table = innermost_table(w);
    if (!table)
        return;
    table->row = ++w->rows;
    table->column = 0;
    table->next_column = 1;
}

void pol_office_begin_cell(pol_office_writer *w)
{
    pol_office_table *table = innermost_table(w);
    if (!table)
        return;
    table->column = table->next_column;
    if (table->column > table->last_column)
        table->last_column = table->column;
    pol_office_skip_columns(w, 1);
    table->items = 0;
}

void pol_office_skip_columns(pol_office_writer *w, uint32_t columns)
{
    pol_office_table *table = innermost_table(w);
    if (table && columns <= COLUMN_MAX && table->next_column <= COLUMN_MAX)
        table->next_column += columns;
}

void pol_office_end_table(pol_office_writer *w)
{
    if (w->table_depth == 0 || w->table_depth-- > POL_OFFICE_TABLES_MAX)
        return;
    const pol_office_table *table = &w->tables[w->table_depth];
    if (table->is_layout || table->last_column <= 1)
        dissolve(w, table);
    else
        keep_values(w, table);
    if (w->table_depth > 0) /* what was settled here is none of the outer one's */
        w->tables[w->table_depth - 1].first_line = w->text->line_count;
}
