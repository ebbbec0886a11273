/* paragraphs.c - rows to lines of text: what the page shows to be one paragraph is one
 * line, across columns and pages.
 *
 * A row goes on with the one above where that one is full: the first word of this would not
 * have fitted behind it. What a wider gap, an indent, a label, or other type sets off starts
 * anew. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "document/text.h"
#include "formats/pdf/hyphen.h"
#include "formats/pdf/styles.h"

static const double space = 0.4;      /* ems that a word needs before it, at most */
static const double gap_max = 1.25;   /* leadings between rows of one paragraph */
static const double indent_min = 0.6; /* ems that set a first line off */
static const double indent_max = 6;

/* The paragraph that grows. */
typedef struct paragraph {
    const pol_pdf_row *first, *last;
    size_t rows;
    bool is_label; /* starts with "1.", "(a)", a bullet */
    bool is_strong;
    uint8_t level; /* of a heading; 0 */
    uint32_t blanks;
} paragraph;

typedef struct writer {
    const pol_pdf_rows *rows;
    const pol_pdf_styles *styles;
    pol_pdf_lexicon lexicon;
    pol_buffer joined;
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
} writer;

/* ---- what a row looks like ---- */

static bool has_wide_gap(const pol_pdf_row *row)
{
    return pol_span_find(row->text, POL_SPAN("    "), 0) != (size_t)-1;
}

/* A line of a list of contents: dots lead to the page. */
static bool has_leaders(const pol_pdf_row *row)
{
    return pol_span_find(row->text, POL_SPAN("....."), 0) != (size_t)-1 ||
           pol_span_find(row->text, POL_SPAN(". . . ."), 0) != (size_t)-1 ||
           pol_span_find(row->text, POL_SPAN("……"), 0) != (size_t)-1;
}

/* "Submitted by: North branch": a label and its value, or a lead: "Conference notes:". */
static bool starts_field(const pol_pdf_row *row)
{
    enum { LABEL_MAX = 40 };
    if (row->text.size == 0 || !isupper((unsigned char)row->text.data[0]))
        return false;
    pol_span label = pol_span_first(row->text, LABEL_MAX);
    size_t colon = pol_span_find(label, POL_SPAN(": "), 0);
    return colon != (size_t)-1 || pol_span_ends(row->text, POL_SPAN(":"));
}

static bool starts_quote_or_capital(const pol_pdf_row *row)
{
    return isupper((unsigned char)row->text.data[0]) || pol_span_starts(row->text, POL_SPAN("“")) ||
           pol_span_starts(row->text, POL_SPAN("‘")) || pol_span_starts(row->text, POL_SPAN("\""));
}

static bool starts_small(const pol_pdf_row *row)
{
    return islower((unsigned char)row->text.data[0]) != 0;
}

/* The last character that is no closing quote or bracket; 0 where it is not ASCII. */
static char last_mark(pol_span text)
{
    while (text.size > 0 && strchr("\"')]", text.data[text.size - 1]))
        text.size--;
    if (pol_span_ends(text, POL_SPAN("”")) || pol_span_ends(text, POL_SPAN("’")))
        text.size -= 3;
    return text.size > 0 && !(text.data[text.size - 1] & 0x80) ? text.data[text.size - 1] : '\0';
}

static bool ends_sentence(const pol_pdf_row *row)
{
    char mark = last_mark(row->text);
    return mark && strchr(".!?:", mark);
}

static bool ends_open(const pol_pdf_row *row)
{
    char mark = last_mark(row->text);
    return islower((unsigned char)mark) || mark == ',' || mark == '-';
}

/* Capitals only, and few words: "CARRIED", "LOST". */
static bool is_shout(const pol_pdf_row *row)
{
    enum { SHORT = 40 };
    size_t letters = 0;
    for (size_t i = 0; i < row->text.size; i++) {
        if (islower((unsigned char)row->text.data[i]))
            return false;
        letters += isupper((unsigned char)row->text.data[i]) != 0;
    }
    return letters > 2 && row->text.size < SHORT;
}

static bool is_centred(const pol_pdf_row *row)
{
    double before = row->x1 - row->left, behind = row->right - row->x2;
    return fmin(before, behind) > row->size && fabs(before - behind) < 1.5 * row->size;
}

/* Both lines around the middle of their column, and not one below the other's start. */
static bool is_in_middle(const pol_pdf_row *row, const pol_pdf_row *next)
{
    return is_centred(row) && is_centred(next) && fabs(row->x1 - next->x1) > 0.5 * row->size;
}

/* Would the first word of `next` not have fitted behind `row`? Nothing is known of columns
 * whose edge few lines reach: there only a word that was parted shows it. */
static bool is_full(const pol_pdf_row *row, const pol_pdf_row *next)
{
    enum { SUPPORT_MIN = 3 };
    if (pol_pdf_hyphen_ends(row->text))
        return true;
    double room = row->right - row->x2;
    if (is_in_middle(row, next))
        room += row->x1 - row->left;
    bool fits = room > next->first_width + space * row->size;
    if (row->support >= SUPPORT_MIN)
        return !fits;
    bool is_long = row->x2 - row->left > 0.5 * (row->limit - row->left);
    return !fits && is_long && starts_small(next) && ends_open(row);
}

/* ---- does a row go on with a paragraph? ---- */

static bool is_same_type(const pol_pdf_row *a, const pol_pdf_row *b)
{
    return fabs(a->size - b->size) < 0.08 * fmax(a->size, b->size);
}

static bool is_same_column(const pol_pdf_row *above, const pol_pdf_row *row)
{
    return above->page == row->page && row->y2 > above->y2 && fabs(above->limit - row->limit) < 1 &&
           fabs(above->left - row->left) < row->size;
}

/* The left edge of a row's neighbours in its paragraph: the first line may be set in or, if
 * it has a label, out. */
static bool is_in_line(const paragraph *p, const pol_pdf_row *row, double above_x, double row_x)
{
    double by = (row_x - above_x) / row->size;
    if (fabs(by) < indent_min)
        return true;
    if (p->rows > 1)
        return false;
    return p->is_label ? by > 0 && by < indent_max : by < 0 && by > -indent_max;
}

/* A label at the start of a line that a sentence runs on to may be a number of that
 * sentence: "as in point / 2. The". */
static bool starts_label(const pol_pdf_row *above, const pol_pdf_row *row, bool is_bare_too)
{
    if (pol_pdf_marker(row->text, is_bare_too) == 0)
        return false;
    return fabs(row->x1 - above->x1) > indent_min * row->size || !ends_open(above) ||
           last_mark(above->text) == ',' || pol_span_ends(above->text, POL_SPAN(" and")) ||
           pol_span_ends(above->text, POL_SPAN(" or"));
}

/* What sets `row` off from the row above whatever the room behind that. */
static bool is_set_off(const paragraph *p, const pol_pdf_row *row)
{
    const pol_pdf_row *above = p->last;
    bool is_strong = row->is_bold || p->level > 0;
    if (pol_pdf_hyphen_ends(above->text))
        return false;
    return starts_label(above, row, is_strong) || is_shout(row) != is_shout(above) ||
           (p->rows == 1 && starts_field(above) && starts_field(row)) ||
           (last_mark(above->text) == ':' && starts_quote_or_capital(row));
}

/* Below in the same column. */
static bool goes_on_below(const writer *w, const paragraph *p, const pol_pdf_row *row)
{
    const pol_pdf_row *above = p->last;
    double leading = pol_pdf_styles_leading(w->styles, row->size);
    if (row->y2 - above->y2 > gap_max * leading)
        return false;
    if (above->is_bold != row->is_bold && !(starts_small(row) && !p->level))
        return false;
    if (p->rows == 1 && pol_pdf_marker(above->text, false) == above->text.size &&
        row->x1 > above->x1) /* a label too wide for its text to stand beside it */
        return true;
    if (is_set_off(p, row))
        return false;
    if (starts_small(row) && above->is_bold && row->is_bold) /* titles are cut for looks */
        return true;
    bool is_cut = starts_small(row) && ends_open(above);
    return (is_in_middle(above, row) || is_in_line(p, row, above->x1, row->x1) || is_cut) &&
           is_full(above, row);
}

/* At the top of the next column or page. */
static bool goes_on_over(const paragraph *p, const pol_pdf_row *row)
{
    const pol_pdf_row *above = p->last;
    if (p->level > 0 || ends_sentence(above) || starts_label(above, row, false) ||
        above->is_bold != row->is_bold || is_shout(row))
        return false;
    bool is_cut = starts_small(row) && ends_open(above);
    return (is_cut || is_in_line(p, row, above->x1 - above->left, row->x1 - row->left)) &&
           is_full(above, row);
}

static bool ends_joining(const pol_pdf_row *row)
{
    static const char *const endings[] = {" AND", " OR", " OF", " FOR", " THE", " TO", " &"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (pol_span_ends(row->text, pol_span_of(endings[i])))
            return true;
    return false;
}

/* "BARGAINING    AND" over "CONDITIONS": a title that was driven wide to fill its column. */
static bool is_cut_title(const writer *w, const pol_pdf_row *above, const pol_pdf_row *row)
{
    double leading = pol_pdf_styles_leading(w->styles, row->size);
    return above->is_bold && row->is_bold && is_shout(above) && is_shout(row) &&
           is_same_column(above, row) && row->y2 - above->y2 <= gap_max * leading &&
           !has_wide_gap(row) && ends_joining(above);
}

static bool goes_on(const writer *w, const paragraph *p, const pol_pdf_row *row)
{
    const pol_pdf_row *above = p->last;
    if (row->cell || above->cell)
        return row->cell == above->cell && row->table_row == above->table_row;
    if (row->is_turned || above->is_turned || !is_same_type(above, row))
        return false;
    if (is_cut_title(w, above, row))
        return true;
    bool is_led = has_wide_gap(above) && !(p->rows == 1 && p->is_label);
    if (is_led || has_wide_gap(row) || has_leaders(above) || has_leaders(row))
        return false;
    return is_same_column(above, row) ? goes_on_below(w, p, row) : goes_on_over(p, row);
}

/* ---- writing ---- */

static uint32_t blanks_before(const writer *w, const pol_pdf_row *above, const pol_pdf_row *row)
{
    enum { BLANKS_MAX = 3 };
    if (!above)
        return 0;
    if (row->cell)
        return row->table_row != above->table_row;
    if (!is_same_column(above, row) || above->cell)
        return 1;
    double leading = pol_pdf_styles_leading(w->styles, fmax(row->size, above->size));
    double gap = (row->y2 - above->y2) / leading;
    if (gap < gap_max)
        return 0;
    uint32_t blanks = (uint32_t)fmin(gap + 0.4, BLANKS_MAX + 1);
    return blanks > 1 ? blanks - 1 : 1;
}

static uint32_t indent_of(const pol_pdf_row *row)
{
    enum { INDENT_MAX = 100 };
    double columns = (row->x1 - row->left) / (0.5 * row->size);
    return columns < 1 ? 0 : columns > INDENT_MAX ? INDENT_MAX : (uint32_t)columns;
}

/* Prose in larger type is no heading. */
static uint8_t level_of(const writer *w, const paragraph *p, pol_span text)
{
    enum { HEADING_MAX = 200 };
    bool is_long = text.size > HEADING_MAX || (p->rows > 2 && last_mark(text) == '.');
    return p->first->cell || is_long ? 0 : pol_pdf_styles_level(w->styles, p->first->size);
}

static pol_status end(writer *w, const paragraph *p)
{
    if (p->rows == 0 || w->joined.status != POL_OK)
        return w->joined.status == POL_OK ? POL_OK : pol_arena_refused(w->arena, 1, w->reterr);
    pol_span shown = pol_span_trim(pol_buffer_span(&w->joined));
    if (pol_span_ends(shown, POL_SPAN("\xC2\xAD")))
        shown.size -= 2;
    if (shown.size == 0)
        return POL_OK;
    pol_line line = {.text = pol_arena_copy(w->arena, shown),
                     .number = p->first->number,
                     .page = p->first->page,
                     .blanks = p->blanks,
                     .indent = p->first->cell ? 0 : indent_of(p->first),
                     .level = level_of(w, p, shown),
                     .column = p->first->cell,
                     .row = p->first->table_row};
    if (!line.text.data)
        return pol_arena_refused(w->arena, shown.size + 1, w->reterr);
    line.role = p->first->cell ? POL_LINE_CELL
                : line.level   ? POL_LINE_HEADING
                : p->rows > 1  ? POL_LINE_PARAGRAPH
                               : POL_LINE_PLAIN;
    line.is_strong = p->is_strong || line.level > 0;
    return pol_text_add_line(w->text, w->arena, line, w->reterr);
}

static paragraph start(writer *w, const pol_pdf_row *above, const pol_pdf_row *row)
{
    pol_buffer_clear(&w->joined);
    pol_buffer_add(&w->joined, row->text);
    return (paragraph){.first = row,
                       .last = row,
                       .rows = 1,
                       .is_label = pol_pdf_marker(row->text, true) > 0,
                       .is_strong = row->is_bold,
                       .level = pol_pdf_styles_level(w->styles, row->size),
                       .blanks = blanks_before(w, above, row)};
}

/* One space between words. */
static void close_up(pol_buffer *text)
{
    size_t kept = 0;
    for (size_t i = 0; i < text->size; i++)
        if (text->data[i] != ' ' || (kept > 0 && text->data[kept - 1] != ' '))
            text->data[kept++] = text->data[i];
    text->size = kept;
}

static pol_status write_all(writer *w)
{
    paragraph p = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < w->rows->count && status == POL_OK; i++) {
        const pol_pdf_row *row = &w->rows->items[i];
        if (row->is_furniture || row->text.size == 0)
            continue;
        if (p.rows > 0 && goes_on(w, &p, row)) {
            if (is_cut_title(w, p.last, row))
                close_up(&w->joined);
            pol_pdf_hyphen_join(&w->lexicon, &w->joined, row->text);
            p.last = row;
            p.rows++;
            p.is_strong = p.is_strong && row->is_bold;
            continue;
        }
        status = end(w, &p);
        p = start(w, p.last, row);
    }
    return status == POL_OK ? end(w, &p) : status;
}

pol_status pol_pdf_paragraphs_add(pol_pdf_rows *rows, pol_arena *scratch, pol_arena *arena,
                                  pol_text *text, pol_error *reterr)
{
    pol_pdf_styles styles;
    writer w = {.rows = rows, .styles = &styles, .arena = arena, .text = text, .reterr = reterr};
    pol_status status = pol_pdf_styles_find(rows, scratch, &styles, reterr);
    if (status == POL_OK)
        status = pol_pdf_lexicon_make(rows, scratch, &w.lexicon, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&w.joined, arena->limit_bytes);
    status = write_all(&w);
    pol_buffer_done(&w.joined);
    return status;
}
