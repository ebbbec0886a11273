/* pen.c - see pen.h. A word is what stands between white space; it is never
 * broken, so that a long address can be copied. */
#include "search/render/pen.h"

#include "core/utf8.h"

static const char *const codes[] = {
    [POL_STYLE_NONE] = "\033[0m",  [POL_STYLE_TITLE] = "\033[1m", [POL_STYLE_DIM] = "\033[2m",
    [POL_STYLE_GOOD] = "\033[32m", [POL_STYLE_BAD] = "\033[31m",  [POL_STYLE_OPEN] = "\033[33m",
};
static const char mark_code[] = "\033[1;4m"; /* bold, underlined: colours mean decisions */

void pol_pen_init(pol_pen *pen, const pol_render_options *options, pol_buffer *buffer)
{
    *pen = (pol_pen){.buffer = buffer, .is_empty = true};
    if (options->is_plain)
        return;
    pen->has_color = options->has_color;
    pen->has_marks = !options->has_color;
    pen->width = options->width;
    if (pen->width && pen->width < POL_RENDER_WIDTH_MIN)
        pen->width = POL_RENDER_WIDTH_MIN;
    if (pen->width > POL_RENDER_WIDTH_MAX)
        pen->width = POL_RENDER_WIDTH_MAX;
}

static void add_spaces(pol_pen *pen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pol_buffer_add_byte(pen->buffer, ' ');
    pen->column += count;
}

void pol_pen_start(pol_pen *pen, size_t first, size_t indent)
{
    pen->indent = indent;
    pen->column = 0;
    pen->is_empty = true;
    pen->owes_space = false;
    add_spaces(pen, first);
}

void pol_pen_set_style(pol_pen *pen, pol_style style)
{
    if (pen->has_color && pen->style != style) {
        if (pen->style != POL_STYLE_NONE)
            pol_buffer_add_text(pen->buffer, codes[POL_STYLE_NONE]);
        if (style != POL_STYLE_NONE)
            pol_buffer_add_text(pen->buffer, codes[style]);
    }
    pen->style = style;
}

static void open_mark(pol_pen *pen)
{
    pol_buffer_add_text(pen->buffer, pen->has_color ? mark_code : pen->has_marks ? "*" : "");
}

static void close_mark(pol_pen *pen)
{
    if (!pen->has_color) {
        pol_buffer_add_text(pen->buffer, pen->has_marks ? "*" : "");
        return;
    }
    pol_buffer_add_text(pen->buffer, codes[POL_STYLE_NONE]);
    if (pen->style != POL_STYLE_NONE)
        pol_buffer_add_text(pen->buffer, codes[pen->style]);
}

/* A space or a new line, as the next word needs it. */
static void make_room(pol_pen *pen, size_t columns)
{
    bool is_over = pen->width && pen->column + pen->owes_space + columns > pen->width;
    if (is_over && !pen->is_empty && pen->owes_space) {
        pol_buffer_add_byte(pen->buffer, '\n');
        pen->column = 0;
        add_spaces(pen, pen->indent);
    } else if (pen->owes_space && !pen->is_empty) {
        add_spaces(pen, 1);
    }
    pen->owes_space = false;
}

/* Where the marks have come to while a text is written. */
typedef struct mark_state {
    const pol_highlight *marks;
    size_t count, next;
} mark_state;

/* Bytes from `at` to the next edge of a mark or `end`; *ret_is_marked: inside a mark. */
static size_t piece_end(mark_state *state, size_t at, size_t end, bool *ret_is_marked)
{
    while (state->next < state->count && state->marks[state->next].end <= at)
        state->next++;
    *ret_is_marked = false;
    if (state->next == state->count)
        return end;
    const pol_highlight *mark = &state->marks[state->next];
    *ret_is_marked = mark->start <= at;
    size_t edge = *ret_is_marked ? mark->end : mark->start;
    return edge < end ? edge : end;
}

/* Asterisks that write_word() will put into a word. */
static size_t asterisks(const pol_pen *pen, size_t start, size_t end, const mark_state *state)
{
    size_t count = 0;
    for (size_t i = state->next; pen->has_marks && i < state->count; i++) {
        const pol_highlight *mark = &state->marks[i];
        if (mark->start >= end)
            break;
        count += (mark->start >= start) + (mark->end > start && mark->end <= end);
    }
    return count;
}

/* Asterisks stand at the ends of a mark; colour is put off and on at each word. */
static void write_word(pol_pen *pen, pol_span text, size_t start, size_t end, mark_state *state)
{
    make_room(pen, pol_utf8_columns(pol_span_make(text.data + start, end - start)) +
                       asterisks(pen, start, end, state));
    for (size_t at = start; at < end;) {
        bool is_marked;
        size_t to = piece_end(state, at, end, &is_marked);
        const pol_highlight *mark = is_marked ? &state->marks[state->next] : NULL;
        if (mark && (pen->has_color || at == mark->start))
            open_mark(pen);
        pol_utf8_append_printable(pen->buffer, pol_span_make(text.data + at, to - at));
        if (mark && (pen->has_color || to == mark->end))
            close_mark(pen);
        pen->column += mark && pen->has_marks ? (at == mark->start) + (to == mark->end) : 0;
        at = to;
    }
    pen->column += pol_utf8_columns(pol_span_make(text.data + start, end - start));
    pen->is_empty = false;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void pol_pen_write_marked(pol_pen *pen, pol_span text, size_t from, size_t to,
                          const pol_highlight *marks, size_t count)
{
    mark_state state = {marks, count, 0};
    for (size_t at = from; at < to && at < text.size;) {
        size_t start = at;
        while (at < to && is_white(text.data[at]))
            at++;
        if (at > start)
            pen->owes_space = true;
        start = at;
        while (at < to && !is_white(text.data[at]))
            at++;
        if (at > start)
            write_word(pen, text, start, at, &state);
    }
}

void pol_pen_write(pol_pen *pen, pol_span text)
{
    pol_pen_write_marked(pen, text, 0, text.size, NULL, 0);
}

void pol_pen_text(pol_pen *pen, const char *text)
{
    pol_pen_write(pen, pol_span_of(text));
}

void pol_pen_end(pol_pen *pen)
{
    pol_pen_set_style(pen, POL_STYLE_NONE);
    pol_buffer_add_byte(pen->buffer, '\n');
    pol_pen_start(pen, 0, 0);
}

void pol_pen_write_built(pol_pen *pen, pol_buffer *built)
{
    pol_pen_write(pen, pol_buffer_span(built));
    pol_buffer_spend(built, pen->buffer);
}

void pol_pen_write_line(pol_pen *pen, pol_style style, const char *text)
{
    pol_pen_start(pen, 0, 0);
    pol_pen_set_style(pen, style);
    pol_pen_text(pen, text);
    pol_pen_end(pen);
}

void pol_pen_gap(pol_pen *pen)
{
    pol_buffer_add_byte(pen->buffer, '\n');
}

pol_style pol_style_of_decision(pol_decision decision)
{
    if (pol_decision_is_policy(decision))
        return POL_STYLE_GOOD;
    switch (decision) {
    case POL_DECISION_LOST:
    case POL_DECISION_FELL:
        return POL_STYLE_BAD;
    case POL_DECISION_REMITTED:
    case POL_DECISION_REFERRED_BACK:
    case POL_DECISION_DEFERRED:
        return POL_STYLE_OPEN;
    default:
        return POL_STYLE_DIM;
    }
}
