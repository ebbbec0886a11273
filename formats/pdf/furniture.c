/* furniture.c - which rows are running heads and feet, or page numbers: alike and at the
 * same height on many pages.
 *
 * Figures that count with the pages are the only ones that may differ, and none behind a
 * word such as "Motion": one motion on each page is no furniture. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "document/text.h"
#include "formats/pdf/rows.h"

enum {
    TEXT_MAX = 160, /* bytes of a running head */
    EDGE_ROWS = 4,  /* at either end of a page */
    OFFSETS = 256,  /* pages that a number may run before or behind its page, each way */
    DIGITS_MAX = 5
};

static const double edge = 0.14;      /* of the page's height */
static const double least_edge = 80;  /* points: heads of small pages are no smaller, */
static const double most_edge = 0.22; /* but they have less room */
static const double level = 4;        /* points by which the same height may differ */
static const double few_pages = 0.3;  /* of all: odd and even pages differ, chapters too */

/* A row near an edge, to be compared with those of other pages. */
typedef struct candidate {
    uint64_t hash; /* of the text, small letters, page numbers as "#" */
    size_t row;
    double y;
    uint32_t page;
    bool is_top;
    bool has_number;     /* that counts with the pages */
    bool is_page_number; /* nothing but that */
} candidate;

typedef struct furniture {
    pol_pdf_rows *rows;
    candidate *items;
    size_t count;
    bool has_offset; /* numbers were found that count with the pages: */
    int offset;      /* number - page */
} furniture;

/* How far from its edge a head or foot of the page may stand. */
static double edge_of(const pol_pdf_row *row)
{
    return fmax(edge * row->page_height, fmin(least_edge, most_edge * row->page_height));
}

/* ---- numbers ---- */

/* The run of digits at `at`: its value; -1 for none or one too long. */
static int digits_at(pol_span text, size_t at, size_t *ret_size)
{
    size_t size = 0;
    int value = 0;
    while (at + size < text.size && isdigit((unsigned char)text.data[at + size]) &&
           size <= DIGITS_MAX)
        value = 10 * value + (text.data[at + size++] - '0');
    *ret_size = size;
    return size > 0 && size <= DIGITS_MAX ? value : -1;
}

/* "ix": 9; 0 for none. The whole of `text`. */
static int roman(pol_span text)
{
    static const char letters[] = "ivxlc";
    static const int values[] = {1, 5, 10, 50, 100};
    int sum = 0, last = 0;
    if (text.size == 0 || text.size > 8)
        return 0;
    for (size_t i = text.size; i-- > 0;) {
        const char *found = strchr(letters, tolower((unsigned char)text.data[i]));
        if (!found || !text.data[i])
            return 0;
        int value = values[found - letters];
        sum += value < last ? -value : value;
        last = value > last ? value : last;
    }
    return sum;
}

/* Does its number name something else than the page? */
static bool names_item(pol_span text)
{
    static const char *const nouns[] = {"motion",  "composite", "amendment", "resolution",
                                        "item",    "emergency", "statement", "proposition",
                                        "section", "chapter",   "appendix",  "point"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_span_find_fold(text, pol_span_of(nouns[i]), 0) != (size_t)-1)
            return pol_span_find_fold(text, POL_SPAN("page"), 0) == (size_t)-1;
    return false;
}

static void vote(const pol_pdf_row *row, unsigned *votes)
{
    if (names_item(row->text))
        return;
    for (size_t at = 0, size; at < row->text.size; at += size + 1) {
        int value = digits_at(row->text, at, &size);
        int offset = value - (int)row->page + OFFSETS;
        if (value >= 0 && offset >= 0 && offset < 2 * OFFSETS)
            votes[offset]++;
    }
}

static void find_offset(furniture *f)
{
    unsigned votes[2 * OFFSETS] = {0};
    for (size_t i = 0; i < f->count; i++)
        vote(&f->rows->items[f->items[i].row], votes);
    size_t most = 0;
    for (size_t i = 1; i < 2 * OFFSETS; i++)
        if (votes[i] > votes[most])
            most = i;
    f->has_offset = votes[most] >= 2 && votes[most] * 10 >= f->rows->page_count * 4;
    f->offset = (int)most - OFFSETS;
}

/* "Page 3 of 20", "- 3 -", "3 | Page": needs no second page to be known. */
static bool says_page(const pol_pdf_row *row)
{
    pol_span text = row->text;
    size_t letters = 0, digits = 0, size;
    int first = -1;
    for (size_t at = 0; at < text.size; at++) {
        letters += isalpha((unsigned char)text.data[at]) != 0 || (text.data[at] & 0x80);
        if (!isdigit((unsigned char)text.data[at]))
            continue;
        int value = digits_at(text, at, &size);
        first = digits++ == 0 ? value : first;
        at += size - 1;
    }
    if (digits == 0 || digits > 2 || text.size > 24)
        return false;
    if (pol_span_find_fold(text, POL_SPAN("page"), 0) != (size_t)-1)
        return letters == 4 || (letters == 6 && digits == 2);
    return letters == 0 && digits == 1 && first == (int)row->page;
}

/* ---- comparing ---- */

static uint64_t mix(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * UINT64_C(0x100000001B3);
}

/* Takes the row's text without case and spaces; `with_numbers` the number of its page as "#",
 * which a date may hold by chance. */
static void describe(const furniture *f, candidate *c, bool with_numbers)
{
    const pol_pdf_row *row = &f->rows->items[c->row];
    pol_span text = row->text;
    bool is_asked = with_numbers && f->has_offset && !names_item(text);
    size_t rest = 0, numbers = 0;
    c->hash = UINT64_C(0xCBF29CE484222325);
    for (size_t at = 0, size; at < text.size; at += size) {
        int value = digits_at(text, at, &size);
        size = size > 0 ? size : 1;
        if (is_asked && value >= 0 && value - (int)row->page == f->offset) {
            c->hash = mix(c->hash, '#');
            numbers++;
            continue;
        }
        for (size_t i = at; i < at + size && text.data[i] != ' '; i++) {
            c->hash = mix(c->hash, (unsigned char)tolower((unsigned char)text.data[i]));
            rest += isalnum((unsigned char)text.data[i]) || (text.data[i] & 0x80);
        }
    }
    c->has_number = numbers > 0;
    c->is_page_number = row->table_row == 0 && ((numbers > 0 && rest == 0) || says_page(row));
    if (c->is_top && numbers == 0 && text.size < 3) /* a motion's number, at the top of a page */
        c->is_page_number = false;
    int value = roman(text);
    if (value > 0 && f->rows->page_count > 2 && (unsigned)value == row->page)
        c->is_page_number = true;
}

static int by_text(const void *a, const void *b)
{
    const candidate *p = a, *q = b;
    if (p->is_top != q->is_top)
        return p->is_top - q->is_top;
    if (p->hash != q->hash)
        return p->hash < q->hash ? -1 : 1;
    if (p->y != q->y)
        return p->y < q->y ? -1 : 1;
    return (p->row > q->row) - (p->row < q->row);
}

/* How many pages the group that starts at `from` is on. */
static size_t group_end(const furniture *f, size_t from, size_t *ret_pages)
{
    size_t end = from + 1;
    *ret_pages = 1;
    for (; end < f->count; end++) {
        const candidate *a = &f->items[end - 1], *b = &f->items[end];
        if (a->is_top != b->is_top || a->hash != b->hash || b->y - a->y > level)
            break;
        *ret_pages += a->page != b->page;
    }
    return end;
}

static bool is_running(const furniture *f, size_t pages)
{
    size_t all = f->rows->page_count;
    return pages >= 2 && (double)pages >= few_pages * (double)all && (pages >= 3 || all <= 4);
}

/* The height where most pages have their number: what stands beside it may differ from
 * chapter to chapter. */
static void mark_number_lines(const furniture *f)
{
    enum { HEIGHTS = 512, STEP = 4 };
    size_t pages[2][HEIGHTS] = {{0}, {0}};
    for (size_t i = 0; i < f->count; i++) {
        const candidate *c = &f->items[i];
        if (c->has_number && c->y >= 0 && c->y < HEIGHTS * STEP)
            pages[c->is_top][(size_t)(c->y / STEP)]++;
    }
    for (size_t i = 0; i < f->count; i++) {
        const candidate *c = &f->items[i];
        pol_pdf_row *row = &f->rows->items[c->row];
        if (row->cell || !(c->y >= 0 && c->y < HEIGHTS * STEP))
            continue;
        size_t on = pages[c->is_top][(size_t)(c->y / STEP)];
        if (on >= 3 && on * 10 >= (size_t)f->rows->page_count * 6)
            row->is_furniture = true;
    }
}

/* A table's head on its first page is the table's. */
static void mark_group(const furniture *f, size_t from, size_t end, size_t pages)
{
    uint32_t first = UINT32_MAX;
    for (size_t i = from; i < end; i++)
        first = f->items[i].page < first ? f->items[i].page : first;
    for (size_t i = from; i < end; i++) {
        pol_pdf_row *row = &f->rows->items[f->items[i].row];
        if (f->items[i].is_page_number ||
            (is_running(f, pages) && !(row->cell && row->page == first)))
            row->is_furniture = true;
    }
}

static void mark_groups(furniture *f)
{
    if (f->count > 0)
        qsort(f->items, f->count, sizeof *f->items, by_text);
    for (size_t from = 0, end, pages; from < f->count; from = end) {
        end = group_end(f, from, &pages);
        mark_group(f, from, end, pages);
    }
}

/* The first line of a later page that says what the first page is headed with: a running head
 * of few pages, or one that the first page has not. */
static void mark_repeated_title(pol_pdf_rows *rows, size_t first, size_t end)
{
    enum { TITLE_ROWS = 8, SHORTEST = 12 };
    size_t top = first;
    for (size_t i = first; i < end; i++)
        if (rows->items[i].y1 < rows->items[top].y1)
            top = i;
    pol_pdf_row *row = &rows->items[top];
    if (row->page == 1 || row->y2 > edge_of(row) || row->text.size < SHORTEST ||
        pol_span_ends(row->text, POL_SPAN(":")))
        return;
    for (size_t i = 0; i < rows->count && i < TITLE_ROWS && rows->items[i].page == 1; i++)
        if (pol_span_equal_fold(rows->items[i].text, row->text))
            row->is_furniture = true;
}

/* Nothing stands between furniture and the edge of the page but furniture: "Conference
 * notes:" below one motion's heading on each page is text. */
static void unmark_inner(const furniture *f, size_t first, size_t end)
{
    pol_pdf_row *rows = f->rows->items;
    double top = INFINITY, bottom = -INFINITY, y;
    for (size_t i = first; i < end; i++) {
        y = rows[i].y1;
        if (rows[i].is_furniture || rows[i].is_turned)
            continue;
        top = fmin(top, y), bottom = fmax(bottom, y);
    }
    for (size_t i = first; i < end; i++) {
        y = rows[i].y1;
        if (rows[i].is_furniture && y > top + level && y < bottom - level)
            rows[i].is_furniture = false;
    }
}

/* ---- candidates ---- */

/* How far from the edge the first few lines of a page go: heads are few. Heights count
 * from that edge. */
static double edge_depth(const pol_pdf_rows *rows, size_t first, size_t end, bool is_top)
{
    double nearest[EDGE_ROWS];
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        double y = is_top ? rows->items[i].y1 : -rows->items[i].y1;
        size_t at = count;
        while (at > 0 && nearest[at - 1] > y)
            at--;
        bool is_same =
            (at > 0 && y - nearest[at - 1] < level) || (at < count && nearest[at] - y < level);
        if (is_same || at == EDGE_ROWS)
            continue;
        count += count < EDGE_ROWS;
        for (size_t j = count - 1; j > at; j--)
            nearest[j] = nearest[j - 1];
        nearest[at] = y;
    }
    return count < EDGE_ROWS ? INFINITY : nearest[EDGE_ROWS - 1] + level;
}

static void add_page(furniture *f, size_t first, size_t end)
{
    double top = edge_depth(f->rows, first, end, true);
    double bottom = edge_depth(f->rows, first, end, false);
    for (size_t i = first; i < end; i++) {
        const pol_pdf_row *row = &f->rows->items[i];
        bool is_top = row->y2 < edge_of(row) && row->y1 < top;
        bool is_foot = row->y1 > row->page_height - edge_of(row) && -row->y1 < bottom;
        if ((is_top || is_foot) && row->text.size <= TEXT_MAX && !row->is_turned)
            f->items[f->count++] =
                (candidate){.row = i, .y = row->y1, .is_top = is_top, .page = row->page};
    }
}

static size_t page_end(const pol_pdf_rows *rows, size_t from)
{
    size_t end = from;
    while (end < rows->count && rows->items[end].page == rows->items[from].page)
        end++;
    return end;
}

/* ---- what the first page's head says and nothing else does ---- */

static bool is_said_elsewhere(const pol_pdf_rows *rows, size_t at)
{
    enum { NEAR_ROWS = 200 };
    for (size_t i = 0; i < rows->count && i < NEAR_ROWS; i++)
        if (i != at && !rows->items[i].is_furniture &&
            pol_span_find_fold(rows->items[i].text, rows->items[at].text, 0) != (size_t)-1)
            return true;
    return false;
}

/* The head of the first page may be all that names the conference. Returns whether this is
 * one. */
static bool keep_first_head(pol_pdf_rows *rows, const candidate *c)
{
    pol_pdf_row *row = &rows->items[c->row];
    size_t letters = 0;
    for (size_t i = 0; i < row->text.size; i++)
        letters += isalpha((unsigned char)row->text.data[i]) != 0;
    if (!row->is_furniture || !c->is_top || row->page != 1 || letters < 12)
        return false;
    row->is_furniture = is_said_elsewhere(rows, c->row);
    return true;
}

pol_status pol_pdf_furniture_mark(pol_pdf_rows *rows, pol_arena *scratch, pol_error *reterr)
{
    furniture f = {.rows = rows};
    size_t room = rows->count + 1;
    f.items = pol_arena_array(scratch, room, sizeof *f.items);
    if (!f.items)
        return pol_arena_refused(scratch, room * sizeof *f.items, reterr);
    for (size_t first = 0, end; first < rows->count; first = end) {
        end = page_end(rows, first);
        add_page(&f, first, end);
    }
    find_offset(&f);
    for (int with_numbers = 0; with_numbers < 2; with_numbers++) {
        for (size_t i = 0; i < f.count; i++)
            describe(&f, &f.items[i], with_numbers);
        mark_groups(&f);
    }
    mark_number_lines(&f);
    for (size_t first = 0, end; first < rows->count; first = end) {
        end = page_end(rows, first);
        mark_repeated_title(rows, first, end);
        unmark_inner(&f, first, end);
    }
    for (size_t i = 0, kept = 0; i < f.count && kept < EDGE_ROWS; i++)
        kept += keep_first_head(rows, &f.items[i]);
    return POL_OK;
}
