/* fragments.c - words to fragments: neighbours on one line without a gap between them
 * that could be a gutter. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "document/text.h"
#include "formats/pdf/rows.h"

/* In ems. */
static const double gap_max = 0.6;    /* between words of one fragment */
static const double gap_sure = 1.5;   /* no space, however wide the line was driven */
static const double gap_alike = 1.3;  /* as much as its neighbours: a line driven wide */
static const double gap_wide = 2.0;   /* shown as four spaces */
static const double gap_touch = 0.08; /* two pieces of one word: bold letters, raised ones */

bool pol_pdf_same_line(double a1, double a2, double b1, double b2)
{
    double a = a2 - a1, b = b2 - b1;
    double low = fmin(a, b), high = fmax(a, b);
    double shared = fmin(a2, b2) - fmax(a1, b1);
    return shared >= 0.6 * low && high <= 2 * low + 1;
}

static bool is_closing(char c)
{
    return c == '.' || c == ')' || c == ']' || c == ':';
}

static size_t bullet(pol_span text)
{
    static const char *const bullets[] = {"•", "▪", "●", "■",  "◦", "○", "–", "—", "·",
                                          "➢", "❖", "✓", "o ", "-", "*", "‣", "□"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        pol_span mark = pol_span_trim(pol_span_of(bullets[i]));
        if (pol_span_starts(text, mark) && (text.size == mark.size || text.data[mark.size] == ' '))
            return mark.size;
    }
    return 0;
}

/* "iv", "xii": small or capital, all alike. */
static bool is_roman(pol_span word)
{
    const char *letters = word.size && islower((unsigned char)word.data[0]) ? "ivxl" : "IVXL";
    for (size_t i = 0; i < word.size; i++)
        if (!strchr(letters, word.data[i]))
            return false;
    return word.size > 0 && word.size <= 5;
}

size_t pol_pdf_marker(pol_span text, bool is_bare_too)
{
    enum { DIGITS_MAX = 3 };
    size_t at = bullet(text);
    if (at > 0)
        return at;
    bool is_open = text.size > 0 && (text.data[0] == '(' || text.data[0] == '[');
    size_t from = is_open, digits = 0;
    for (at = from; at < text.size && isdigit((unsigned char)text.data[at]); at++)
        digits++;
    while (digits > 0 && at + 1 < text.size && text.data[at] == '.' &&
           isdigit((unsigned char)text.data[at + 1]))
        for (at++; at < text.size && isdigit((unsigned char)text.data[at]);)
            at++;
    bool is_number = digits > 0 && digits <= DIGITS_MAX;
    if (digits == 0)
        while (at < text.size && at - from < 6 && isalpha((unsigned char)text.data[at]))
            at++;
    pol_span word = pol_span_make(text.data + from, at - from);
    bool is_letter = digits == 0 && (word.size == 1 || is_roman(word));
    if (!is_number && !is_letter)
        return 0;
    bool is_closed = at < text.size && is_closing(text.data[at]);
    at += is_closed;
    bool ends = at == text.size || text.data[at] == ' ';
    if (ends && (is_closed || (is_bare_too && is_number)))
        return at;
    return is_closed && text.data[at - 1] == ')' && !is_letter ? at : 0;
}

/* ---- sorting ---- */

static double middle(const pol_pdf_word *word)
{
    return (word->y1 + word->y2) / 2;
}

static int by_middle(const void *a, const void *b)
{
    double p = middle(a), q = middle(b);
    return (p > q) - (p < q);
}

static int by_left(const void *a, const void *b)
{
    double p = ((const pol_pdf_word *)a)->x1, q = ((const pol_pdf_word *)b)->x1;
    return (p > q) - (p < q);
}

static int by_top(const void *a, const void *b)
{
    const pol_pdf_fragment *p = a, *q = b;
    double up = p->y1 + p->y2, uq = q->y1 + q->y2;
    if (up != uq)
        return (up > uq) - (up < uq);
    return (p->x1 > q->x1) - (p->x1 < q->x1);
}

/* The end of the line of words that starts at `from`, words sorted by their middle. */
static size_t line_end(const pol_pdf_page *page, size_t from)
{
    const pol_pdf_word *words = page->words, *reference = &words[from];
    size_t end = from + 1;
    for (; end < page->count; end++) {
        const pol_pdf_word *word = &words[end];
        if (!pol_pdf_same_line(reference->y1, reference->y2, word->y1, word->y2))
            break;
        if (word->y2 - word->y1 > reference->y2 - reference->y1)
            reference = word;
    }
    return end;
}

/* ---- fragments ---- */

pol_pdf_fragment pol_pdf_fragment_of(const pol_pdf_page *page, size_t first, size_t end)
{
    pol_pdf_fragment made = {.first = first, .count = end - first, .is_bold = true};
    const pol_pdf_word *word = &page->words[first];
    made.x1 = word->x1, made.y1 = word->y1, made.x2 = word->x2, made.y2 = word->y2;
    double sized = 0; /* the type of most characters counts, not a raised figure's */
    for (size_t i = first; i < end; i++) {
        word = &page->words[i];
        made.x1 = fmin(made.x1, word->x1), made.x2 = fmax(made.x2, word->x2);
        made.y1 = fmin(made.y1, word->y1), made.y2 = fmax(made.y2, word->y2);
        made.chars += word->text.size;
        made.is_bold = made.is_bold && word->is_bold;
        if ((double)word->text.size >= sized) {
            sized = (double)word->text.size;
            made.size = word->size;
        }
    }
    pol_span text = page->words[first].text;
    made.is_small = islower((unsigned char)text.data[0]) != 0;
    made.is_marker = made.count == 1 && pol_pdf_marker(text, true) == text.size;
    made.is_number = made.count == 1;
    for (size_t i = 0; i < text.size; i++)
        made.is_number = made.is_number && isdigit((unsigned char)text.data[i]);
    return made;
}

/* In ems, before word `i`; 0 at the ends of the line [from, to). */
static double gap_before(const pol_pdf_page *page, size_t from, size_t to, size_t i)
{
    if (i <= from || i >= to)
        return 0;
    const pol_pdf_word *last = &page->words[i - 1], *word = &page->words[i];
    return (word->x1 - last->x2) / fmax(word->size, last->size);
}

/* Two gaps or more, all alike: a line driven wide to fill its column. */
static bool is_driven(const pol_pdf_page *page, size_t from, size_t to)
{
    static const double widest = 3, alike = 1.1;
    double least = INFINITY, most = 0;
    for (size_t i = from + 1; i < to; i++) {
        double gap = gap_before(page, from, to, i);
        least = fmin(least, gap), most = fmax(most, gap);
    }
    return to - from > 2 && most < widest && most <= alike * least;
}

static bool is_cut(const pol_pdf_page *page, size_t from, size_t to, size_t i)
{
    double gap = gap_before(page, from, to, i);
    double left = gap_before(page, from, to, i - 1), right = gap_before(page, from, to, i + 1);
    left = left < gap_sure ? left : 0, right = right < gap_sure ? right : 0;
    return gap > gap_sure || (gap > gap_max && gap > gap_alike * fmax(left, right));
}

/* Cuts the sorted words [from, to) of one line where the gap is wide. */
static size_t cut_line(const pol_pdf_page *page, size_t from, size_t to,
                       pol_pdf_fragment *fragments)
{
    size_t count = 0, first = from;
    bool is_whole = is_driven(page, from, to);
    for (size_t i = from + 1; i <= to; i++) {
        if (i < to && (is_whole || !is_cut(page, from, to, i)))
            continue;
        fragments[count++] = pol_pdf_fragment_of(page, first, i);
        first = i;
    }
    return count;
}

pol_status pol_pdf_fragments_make(pol_pdf_page *page, pol_arena *arena,
                                  pol_pdf_fragment **ret_fragments, size_t *ret_count,
                                  pol_error *reterr)
{
    *ret_count = 0;
    size_t room = page->count + 1;
    pol_pdf_fragment *fragments = pol_arena_array(arena, room, sizeof *fragments);
    if (!fragments)
        return pol_arena_refused(arena, room * sizeof *fragments, reterr);
    if (page->count > 0)
        qsort(page->words, page->count, sizeof *page->words, by_middle);
    size_t count = 0;
    for (size_t from = 0, to; from < page->count; from = to) {
        to = line_end(page, from);
        qsort(page->words + from, to - from, sizeof *page->words, by_left);
        count += cut_line(page, from, to, fragments + count);
    }
    if (count > 0)
        qsort(fragments, count, sizeof *fragments, by_top);
    *ret_fragments = fragments;
    *ret_count = count;
    return POL_OK;
}

/* ---- text ---- */

/* Between two words of a line. Within a fragment no gap is wide, whatever it measures. */
static const char *spaces(const pol_pdf_word *last, const pol_pdf_word *word, bool is_wide)
{
    double gap = (word->x1 - last->x2) / fmax(word->size, last->size);
    if (gap < gap_touch)
        return "";
    return gap > gap_wide && is_wide ? "    " : " ";
}

pol_status pol_pdf_fragments_text(const pol_pdf_page *page,
                                  const pol_pdf_fragment *const *fragments, size_t count,
                                  pol_arena *arena, pol_span *ret_text, pol_error *reterr)
{
    enum { SPACES_MAX = 4 };
    size_t room = 1;
    for (size_t f = 0; f < count; f++)
        room += fragments[f]->chars + SPACES_MAX * fragments[f]->count;
    char *text = pol_arena_alloc(arena, room);
    if (!text)
        return pol_arena_refused(arena, room, reterr);
    size_t size = 0;
    const pol_pdf_word *last = NULL;
    for (size_t f = 0; f < count; f++) {
        for (size_t i = 0; i < fragments[f]->count; i++) {
            const pol_pdf_word *word = &page->words[fragments[f]->first + i];
            if (last) {
                bool is_behind_marker = f == 1 && fragments[0]->is_marker;
                const char *between = spaces(last, word, i == 0 && !is_behind_marker);
                size_t width = strlen(between);
                memcpy(text + size, between, width);
                size += width;
            }
            memcpy(text + size, word->text.data, word->text.size);
            size += word->text.size;
            last = word;
        }
    }
    *ret_text = pol_span_make(text, size);
    return POL_OK;
}
