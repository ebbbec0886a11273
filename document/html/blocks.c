/* blocks.c - walking a page and writing a line per block, item, cell and badge. */
#include "document/html/blocks.h"

#include <stdlib.h>

#include "document/clean.h"
#include "document/html/grid.h"
#include "document/html/rules.h"
#include "document/reader.h"

enum { STATUS_TEXT_MAX = 256 };

/* What holds for all that is inside an element. */
typedef struct context {
    uint8_t role, level; /* of the lines */
    uint8_t list_depth;
    bool is_quoted, is_aside, is_pre;
    bool is_outside;    /* of the content: only title and badges count */
    bool is_data_table; /* cells are values, not a page's columns */
    bool is_bold;
    uint32_t row; /* of the table's cell that it is inside of */
    uint16_t column;
} context;

typedef struct walker {
    const pol_html_options *options;
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
    pol_status status;
    size_t body_text;         /* bytes of the whole page outside links */
    pol_buffer pending;       /* text of the block so far */
    uint32_t pending_line;    /* where it starts, 0: nothing yet */
    pol_span marker;          /* for the item's first line */
    uint32_t breaks;          /* <br> since the last line of this block */
    bool has_break;           /* one was met in this block */
    bool joins_row;           /* the next cell follows one of its row */
    bool has_bold, has_plain; /* of what is pending, letters and digits of either kind */
    pol_line held;            /* a badge amid the block, to follow it; absent */
    pol_html_grid grid;
} walker;

static void walk(walker *w, const GumboNode *node, context c);

static void fail(walker *w, pol_status status)
{
    if (w->status == POL_OK)
        w->status = status;
}

/* --- lines ------------------------------------------------------------------------ */

static uint8_t role_of_line(const walker *w, const context *c, bool is_break)
{
    if (w->marker.data)
        return POL_LINE_ITEM;
    bool is_part = is_break || w->has_break; /* of a paragraph broken into lines */
    return c->role == POL_LINE_PARAGRAPH && is_part ? POL_LINE_PLAIN : c->role;
}

static uint32_t blanks_before(const walker *w, const context *c)
{
    if (w->text->line_count == 0 || (c->role == POL_LINE_CELL && w->joins_row))
        return 0;
    if (w->has_break)
        return w->breaks > 1 ? w->breaks - 1 : 0;
    return 1;
}

/* Adds what is pending as a line; the block goes on after a break. */
static void flush_line(walker *w, const context *c, bool is_break)
{
    pol_span copy = pol_arena_copy(w->arena, pol_buffer_span(&w->pending));
    pol_span text = copy.data ? pol_clean_block(copy, w->arena) : copy;
    if (!text.data) {
        fail(w, pol_arena_refused(w->arena, w->pending.size + 1, w->reterr));
    } else if (text.size > 0) {
        pol_line line = {.text = text,
                         .number = w->pending_line,
                         .blanks = blanks_before(w, c),
                         .role = role_of_line(w, c, is_break),
                         .level = c->role == POL_LINE_HEADING ? c->level : c->list_depth,
                         .is_quoted = c->is_quoted,
                         .is_aside = c->is_aside,
                         .is_strong = w->has_bold && !w->has_plain,
                         .column = c->role == POL_LINE_CELL ? c->column : 0,
                         .row = c->role == POL_LINE_CELL ? c->row : 0,
                         .marker = w->marker};
        fail(w, pol_text_add_line(w->text, w->arena, line, w->reterr));
        w->marker = pol_span_make(NULL, 0);
        w->breaks = 0;
        w->joins_row = c->role == POL_LINE_CELL;
    }
    if (w->held.text.data)
        fail(w, pol_text_add_line(w->text, w->arena, w->held, w->reterr));
    w->held.text.data = NULL;
    pol_buffer_clear(&w->pending);
    w->pending_line = 0;
    w->has_bold = w->has_plain = false;
    w->has_break |= is_break;
    w->breaks += is_break;
}

static void end_block(walker *w, const context *c)
{
    flush_line(w, c, false);
    w->has_break = false;
    w->breaks = 0;
}

/* --- text ------------------------------------------------------------------------- */

static uint32_t line_of(const walker *w, const GumboText *text)
{
    uint32_t line = text->start_pos.line;
    for (const char *at = text->text; *at && (unsigned char)*at <= ' '; at++)
        line += *at == '\n';
    return line + w->options->first_line - 1;
}

static bool has_ink(const char *text)
{
    return text[strspn(text, " \t\n\r\f")] != '\0';
}

static void weigh_text(walker *w, pol_span text, const context *c)
{
    if (pol_html_has_word(text))
        *(c->is_bold ? &w->has_bold : &w->has_plain) = true;
}

/* Lines as typed, each one of its own. */
static void add_pre_text(walker *w, const GumboText *text, const context *c)
{
    uint32_t line = text->start_pos.line + w->options->first_line - 1;
    for (const char *at = text->text; *at; line++) {
        size_t size = strcspn(at, "\n");
        if (w->pending_line == 0)
            w->pending_line = line;
        pol_buffer_add(&w->pending, pol_span_make(at, size));
        weigh_text(w, pol_span_make(at, size), c);
        if (!at[size])
            break;
        flush_line(w, c, true);
        at += size + 1;
    }
}

static void add_text(walker *w, const GumboText *text, const context *c)
{
    if (c->is_outside)
        return;
    if (c->is_pre) {
        add_pre_text(w, text, c);
        return;
    }
    if (w->pending_line == 0 && has_ink(text->text))
        w->pending_line = line_of(w, text);
    pol_buffer_add_text(&w->pending, text->text);
    weigh_text(w, pol_span_of(text->text), c);
}

/* --- what is left out ------------------------------------------------------------- */

/* A list or box whose words are nearly all links leads elsewhere. */
static bool is_link_list(const GumboNode *element, pol_html_kind kind)
{
    GumboTag tag = element->v.element.tag;
    if (kind != POL_HTML_LIST && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SECTION &&
        tag != GUMBO_TAG_TD)
        return false;
    pol_html_measure sum = pol_html_measure_node(element);
    size_t all = sum.text + sum.linked;
    if (kind == POL_HTML_LIST)
        return sum.links >= 3 && sum.linked * 100 >= all * 85;
    return sum.links >= 4 && sum.linked * 100 >= all * 85 && sum.text < 200;
}

/* Names mislead: what holds most of the page's text is no chrome. */
static bool is_dropped(const walker *w, const GumboNode *element, pol_html_kind kind)
{
    if (!w->options->drops_chrome)
        return false;
    if (pol_html_is_chrome(element))
        return pol_html_measure_node(element).text * 2 <= w->body_text;
    return is_link_list(element, kind);
}

static bool holds_title(const walker *w, const GumboNode *element)
{
    const GumboNode *up = w->options->title;
    while (up && up != element)
        up = up->parent;
    return up != NULL;
}

/* --- badges ----------------------------------------------------------------------- */

/* Adds the line of a badge or box that states the decision; false if it is none. A badge behind
 * words of its block ("7 Mugs [Carried]") follows these: before them it would be of what is above.
 */
static bool add_status(walker *w, const GumboNode *element, const context *c)
{
    if (!pol_html_value(element, "class").data || (c->is_outside && c->list_depth > 0))
        return false; /* a list outside the text shows the badges of other motions */
    pol_html_measure sum = pol_html_measure_node(element);
    if (sum.text + sum.linked == 0 || sum.text + sum.linked > STATUS_TEXT_MAX ||
        sum.linked > sum.text)
        return false;
    pol_buffer raw;
    pol_buffer_init(&raw, 16 * STATUS_TEXT_MAX);
    const GumboVector *children = pol_html_children(element);
    for (unsigned i = 0; i < children->length; i++)
        pol_html_append_text(children->data[i], &raw);
    pol_span copy = pol_arena_copy(w->arena, pol_buffer_span(&raw));
    pol_span text = copy.data ? pol_clean_block(copy, w->arena) : POL_SPAN("");
    bool is_status = raw.status == POL_OK && pol_html_is_status(element, text);
    pol_buffer_done(&raw);
    if (!is_status)
        return false;
    uint32_t number = element->v.element.start_pos.line + w->options->first_line - 1;
    pol_line line = {.text = text,
                     .number = number,
                     .blanks = w->text->line_count > 0,
                     .role = POL_LINE_STATUS,
                     .is_quoted = c->is_quoted,
                     .is_aside = c->is_aside || pol_span_starts_fold(text, POL_SPAN("amendment"))};
    if (w->pending_line && !w->held.text.data)
        w->held = line;
    else
        fail(w, pol_text_add_line(w->text, w->arena, line, w->reterr));
    return true;
}

/* --- elements --------------------------------------------------------------------- */

static void walk_children(walker *w, const GumboNode *element, context c)
{
    const GumboVector *children = pol_html_children(element);
    for (unsigned i = 0; i < children->length && w->status == POL_OK; i++)
        walk(w, children->data[i], c);
}

static void walk_block(walker *w, const GumboNode *element, const context *outer, context c)
{
    end_block(w, outer);
    walk_children(w, element, c);
    end_block(w, &c);
}

typedef struct list_style {
    const char *css;
    char type;
} list_style;

static const list_style list_styles[] = {
    {"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
    {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'},
};

static char list_type(const GumboNode *list)
{
    pol_span type = pol_html_value(list, "type"), style = pol_html_value(list, "style");
    if (type.size == 1 && strchr("1aAiI", type.data[0]))
        return type.data[0];
    for (size_t i = 0; i < sizeof list_styles / sizeof *list_styles; i++)
        if (pol_span_find_fold(style, pol_span_of(list_styles[i].css), 0) != (size_t)-1)
            return list_styles[i].type;
    return '1';
}

static long number_attribute(const GumboNode *element, const char *name, long otherwise)
{
    pol_span value = pol_html_value(element, name);
    char *end;
    if (!value.data)
        return otherwise;
    long number = strtol(value.data, &end, 10);
    return end == value.data || labs(number) > 1000000 ? otherwise : number;
}

static void walk_list(walker *w, const GumboNode *list, const context *outer, context c)
{
    bool is_ordered = list->v.element.tag == GUMBO_TAG_OL;
    long step = is_ordered && pol_html_value(list, "reversed").data ? -1 : 1;
    long number = number_attribute(list, "start", 1);
    char type = list_type(list);
    const GumboVector *children = pol_html_children(list);
    end_block(w, outer);
    c.list_depth += c.list_depth < UINT8_MAX;
    c.role = POL_LINE_PARAGRAPH;
    for (unsigned i = 0; i < children->length && w->status == POL_OK; i++) {
        const GumboNode *child = children->data[i];
        if (pol_html_is_element(child) && child->v.element.tag == GUMBO_TAG_LI) {
            number = number_attribute(child, "value", number);
            end_block(w, &c);
            w->marker = is_ordered ? pol_list_marker(type, number, w->arena) : POL_SPAN("•");
            if (!w->marker.data)
                fail(w, pol_arena_refused(w->arena, 32, w->reterr));
            number += step;
        }
        walk(w, child, c);
    }
    end_block(w, &c);
    w->marker = pol_span_make(NULL, 0); /* of an empty item */
}

/* What cells of rows above say of this one, of the columns from `begin` on. */
static void repeat_cells(walker *w, size_t begin, size_t end, uint32_t line)
{
    size_t before = w->text->line_count;
    pol_status status = w->status == POL_OK ? pol_html_grid_repeat(&w->grid, begin, end, line,
                                                                   w->arena, w->text, w->reterr)
                                            : POL_OK;
    if (status != POL_OK)
        fail(w, status);
    w->joins_row |= w->text->line_count > before;
}

static void walk_cell(walker *w, const GumboNode *cell, const context *outer, context c)
{
    size_t begin = (size_t)w->grid.column + w->grid.span;
    uint32_t line = cell->v.element.start_pos.line + w->options->first_line - 1;
    c.role = c.is_data_table ? POL_LINE_CELL : POL_LINE_PARAGRAPH;
    if (!c.is_data_table) {
        walk_block(w, cell, outer, c);
        return;
    }
    pol_html_grid_cell(&w->grid, cell);
    c.row = w->grid.row;
    c.column = w->grid.column;
    end_block(w, outer);
    if (!c.is_outside)
        repeat_cells(w, begin, c.column, line);
    size_t from = w->text->line_count;
    walk_block(w, cell, outer, c);
    pol_html_grid_note(&w->grid, w->text, from);
}

static void walk_row(walker *w, const GumboNode *row, const context *outer, context c)
{
    end_block(w, outer);
    w->joins_row = false;
    if (c.is_data_table)
        pol_html_grid_row(&w->grid);
    walk_block(w, row, outer, c);
    const size_t count = w->text->line_count;
    if (c.is_data_table && w->grid.column > 0 && count > 0 && !c.is_outside)
        repeat_cells(w, (size_t)w->grid.column + w->grid.span, POL_HTML_COLUMNS_MAX,
                     w->text->lines[count - 1].number);
}

static void walk_heading(walker *w, const GumboNode *element, const context *outer, context c)
{
    c.role = POL_LINE_HEADING;
    c.level = (uint8_t)(element->v.element.tag - GUMBO_TAG_H1 + 1);
    walk_block(w, element, outer, c);
}

static void walk_kind(walker *w, const GumboNode *element, pol_html_kind kind, const context *outer,
                      context c)
{
    switch (kind) {
    case POL_HTML_HEADING:
        walk_heading(w, element, outer, c);
        break;
    case POL_HTML_LIST:
        walk_list(w, element, outer, c);
        break;
    case POL_HTML_TABLE:
        c.is_data_table = !pol_html_is_layout_table(element);
        pol_html_grid_table(&w->grid);
        walk_block(w, element, outer, c);
        break;
    case POL_HTML_ROW:
        walk_row(w, element, outer, c);
        break;
    case POL_HTML_CELL:
        walk_cell(w, element, outer, c);
        break;
    case POL_HTML_TERM:
        c.role = POL_LINE_CELL;
        end_block(w, outer);
        w->joins_row = element->v.element.tag == GUMBO_TAG_DD && w->joins_row;
        walk_block(w, element, outer, c);
        break;
    case POL_HTML_PRE:
        c.is_pre = true;
        walk_block(w, element, outer, c);
        break;
    case POL_HTML_QUOTE:
        c.is_quoted = true;
        walk_block(w, element, outer, c);
        break;
    default:
        walk_block(w, element, outer, c);
        break;
    }
}

/* Inside a heading a break does not end it. */
static void walk_break(walker *w, const context *c)
{
    if (c->role == POL_LINE_HEADING)
        pol_buffer_add_byte(&w->pending, ' ');
    else if (!c->is_outside)
        flush_line(w, c, true);
}

static void walk_inline(walker *w, const GumboNode *element, context c)
{
    bool is_quote = element->v.element.tag == GUMBO_TAG_Q && !c.is_outside;
    if (is_quote)
        pol_buffer_add_text(&w->pending, "“");
    walk_children(w, element, c);
    if (is_quote)
        pol_buffer_add_text(&w->pending, "”");
}

/* Most of the page inside one box: then it is no box beside the text. */
static bool is_aside_box(const walker *w, const GumboNode *element)
{
    return pol_html_is_box(element) && pol_html_measure_node(element).text * 2 <= w->body_text;
}

static void walk_element(walker *w, const GumboNode *element, context c)
{
    pol_html_kind kind = pol_html_kind_of(element);
    if (kind == POL_HTML_NOTHING)
        return;
    context outer = c;
    c.is_aside |= is_aside_box(w, element);
    c.is_bold = pol_html_is_bold(element, c.is_bold);
    if (element == w->options->content || element == w->options->title) {
        c.is_outside = false;
    } else if (is_dropped(w, element, kind)) {
        if (!pol_html_may_hold_title(element) && !holds_title(w, element))
            return;
        c.is_outside = true;
    }
    outer.is_outside = c.is_outside;
    if (kind == POL_HTML_BREAK)
        walk_break(w, &c);
    else if (kind == POL_HTML_RULE)
        end_block(w, &outer);
    else if (!add_status(w, element, &outer)) { /* an alert that is a badge is no aside */
        if (kind == POL_HTML_INLINE)
            walk_inline(w, element, c);
        else
            walk_kind(w, element, kind, &outer, c);
    }
}

static void walk(walker *w, const GumboNode *node, context c)
{
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        add_text(w, &node->v.text, &c);
        break;
    case GUMBO_NODE_ELEMENT:
        walk_element(w, node, c);
        break;
    default:
        break;
    }
}

/* Rows are counted on from those of the text before a piece of HTML. */
static uint32_t last_row(const pol_text *text)
{
    uint32_t last = 0;
    for (size_t i = text->line_count; i > 0 && last == 0; i--)
        last = text->lines[i - 1].row;
    return last;
}

pol_status pol_html_add_lines(const pol_html_tree *tree, const pol_html_options *options,
                              pol_arena *arena, pol_text *text, pol_error *reterr)
{
    walker w = {.options = options, .arena = arena, .text = text, .reterr = reterr};
    context c = {.role = POL_LINE_PARAGRAPH,
                 .is_quoted = options->is_quoted,
                 .is_aside = options->is_aside,
                 .is_outside = options->content && options->content != tree->body};
    /* A piece of HTML inside another text has nothing to compare its boxes with. */
    w.grid.row = last_row(text);
    w.body_text = options->content ? pol_html_measure_node(tree->body).text : SIZE_MAX;
    pol_buffer_init(&w.pending, POL_FILE_MAX);
    walk_block(&w, tree->body, &c, c);
    if (w.status == POL_OK && w.pending.status != POL_OK)
        w.status = pol_fail(reterr, w.pending.status, 0, "no memory for the text of this page");
    pol_buffer_done(&w.pending);
    return w.status;
}
