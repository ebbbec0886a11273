/* title.c - what of a title is compared, and do two of them mean the same thing, where its
 * number is known already? */
#include <stdint.h>
#include <stdlib.h>

#include "core/analysis.h"
#include "core/vocabulary.h"
#include "document/join/name.h"

enum { WORDS_MAX = 48, SHORTENED_WORDS = 3, SLIP_BYTES_MAX = 200, SLIP_SHARE = 10 };

/* What stands before the title of some kinds, up to the first of the marks. */
static const struct {
    uint8_t kind;
    const char *noun;
} headings[] = {
    {POL_KIND_STATEMENT, "statement"},
    {POL_KIND_RULE_CHANGE, "rule"},
    {POL_KIND_EMERGENCY, "emergency"},
    {POL_KIND_COMPOSITE, "composite"},
};

static const char *const heading_ends[] = {":", ",", " - ", " \u2013 ", " \u2014 "};

pol_span pol_join_bare_title(uint8_t kind, pol_span title)
{
    size_t end = title.size, behind = title.size;
    for (size_t i = 0; i < sizeof heading_ends / sizeof *heading_ends; i++) {
        size_t at = pol_span_find(title, pol_span_of(heading_ends[i]), 0);
        if (at >= end)
            continue;
        end = at;
        behind = at + strlen(heading_ends[i]);
    }
    pol_span heading = pol_span_first(title, end),
             bare = pol_span_trim(pol_span_from(title, behind));
    if (bare.size == 0)
        return title;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (headings[i].kind == kind &&
            pol_span_find_fold(heading, pol_span_of(headings[i].noun), 0) < heading.size)
            return bare;
    return title;
}

/* Stop words left out, in their order. */
typedef struct word_list {
    pol_span words[WORDS_MAX];
    size_t count;
    bool is_full; /* and there were more */
} word_list;

static void list_words(pol_span text, word_list *ret_list)
{
    *ret_list = (word_list){.count = 0};
    for (size_t at = 0; at < text.size;) {
        size_t end = pol_span_find(text, POL_SPAN(" "), at);
        if (end > text.size)
            end = text.size;
        pol_span word = pol_span_make(text.data + at, end - at);
        at = end + 1;
        if (pol_is_stop_word(word))
            continue;
        ret_list->is_full = ret_list->count == WORDS_MAX;
        if (ret_list->is_full)
            return;
        ret_list->words[ret_list->count++] = word;
    }
}

static bool has_figure(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return true;
    return false;
}

static size_t next_figure(const word_list *list, size_t from)
{
    while (from < list->count && !has_figure(list->words[from]))
        from++;
    return from;
}

/* "Pay 2016" and "Pay 2017" differ by one letter, and in what they say. */
static bool same_figures(const word_list *a, const word_list *b)
{
    for (size_t i = 0, k = 0;; i++, k++) {
        i = next_figure(a, i);
        k = next_figure(b, k);
        if (i == a->count || k == b->count)
            return i == a->count && k == b->count;
        if (!pol_span_equal(a->words[i], b->words[k]))
            return false;
    }
}

static bool same_words(const word_list *a, const word_list *b)
{
    if (a->count != b->count || a->count == 0)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!pol_span_equal(a->words[i], b->words[i]))
            return false;
    return true;
}

static bool is_start(pol_span whole, pol_span start)
{
    if (whole.size <= start.size || !pol_span_starts(whole, start) || whole.data[start.size] != ' ')
        return false;
    size_t words = 1;
    for (size_t i = 0; i < start.size; i++)
        words += start.data[i] == ' ';
    return words >= SHORTENED_WORDS;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to add, drop or change; more than `most` counts as most + 1. */
static size_t edits(pol_span a, pol_span b, size_t most)
{
    size_t above[SLIP_BYTES_MAX + 1], row[SLIP_BYTES_MAX + 1];
    for (size_t k = 0; k <= b.size; k++)
        above[k] = k;
    for (size_t i = 1; i <= a.size; i++) {
        size_t from = i > most ? i - most : 1, to = least(b.size, i + most);
        size_t best = row[from - 1] = from == 1 ? i : most + 1;
        for (size_t k = from; k <= to; k++) {
            size_t changed = above[k - 1] + (a.data[i - 1] != b.data[k - 1]);
            row[k] = least(changed, least(above[k], row[k - 1]) + 1);
            best = least(best, row[k]);
        }
        if (best > most)
            return most + 1;
        memcpy(above + from - 1, row + from - 1, (to - from + 2) * sizeof *row);
    }
    return least(above[b.size], most + 1);
}

static bool is_slip(pol_span a, pol_span b)
{
    size_t most = least(a.size, b.size) / SLIP_SHARE;
    size_t apart = a.size > b.size ? a.size - b.size : b.size - a.size;
    return most > 0 && apart <= most && a.size <= SLIP_BYTES_MAX && b.size <= SLIP_BYTES_MAX &&
           edits(a, b, most) <= most;
}

static int compare_words(const void *a, const void *b)
{
    return pol_span_compare(*(const pol_span *)a, *(const pol_span *)b);
}

static void sort_unique(word_list *list)
{
    size_t kept = 0;
    if (list->count > 1)
        qsort(list->words, list->count, sizeof *list->words, compare_words);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || !pol_span_equal(list->words[kept - 1], list->words[i]))
            list->words[kept++] = list->words[i];
    list->count = kept;
}

/* Three fifths of all their words, and two at least, are in both. Sorts the lists. */
static bool share_words(word_list *a, word_list *b)
{
    size_t shared = 0;
    sort_unique(a);
    sort_unique(b);
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        int order = pol_span_compare(a->words[i], b->words[k]);
        shared += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return shared >= 2 && shared * 5 >= (a->count + b->count - shared) * 3;
}

bool pol_join_title_leads(pol_span title, pol_span printed)
{
    enum { LEADING_WORDS_MIN = 2 };
    static const char *const links[] = {"and ", "or ",   "for ",  "of ", "in ",  "to ", "on ",
                                        "at ",  "with ", "from ", "by ", "the ", "not "};
    size_t words = title.size > 0;
    for (size_t i = 0; i < title.size; i++)
        words += title.data[i] == ' ';
    if (words < LEADING_WORDS_MIN || printed.size <= title.size + 1 ||
        !pol_span_starts(printed, title) || printed.data[title.size] != ' ')
        return false;
    pol_span rest = pol_span_from(printed, title.size + 1);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (pol_span_starts(rest, pol_span_of(links[i])))
            return false;
    return !has_figure(rest);
}

bool pol_join_titles_agree(pol_span a, pol_span b)
{
    if (a.size == 0 || b.size == 0)
        return false;
    if (pol_span_equal(a, b) || is_start(a, b) || is_start(b, a))
        return true;
    word_list left, right;
    list_words(a, &left);
    list_words(b, &right);
    if (left.is_full || right.is_full || !same_figures(&left, &right))
        return false;
    return same_words(&left, &right) || share_words(&left, &right) || is_slip(a, b);
}
