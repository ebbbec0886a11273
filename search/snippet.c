/* snippet.c - a window slid over the marks; the one that covers most of them wins, the
 * first of equals. */
#include "search/snippet.h"

enum { BEFORE = 4 }; /* a mark stands a quarter of the window behind its start */

/* Which mark the best window starts with. */
static size_t best_first(const pol_highlight *marks, size_t count, size_t bytes)
{
    size_t best = 0, best_marks = 0, last = 0;
    for (size_t first = 0; first < count; first++) {
        if (last < first)
            last = first;
        while (last < count && marks[last].end <= marks[first].start + bytes)
            last++;
        if (last - first > best_marks) {
            best = first;
            best_marks = last - first;
        }
    }
    return best;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t word_start(pol_span text, size_t at, size_t limit)
{
    while (at > 0 && at < limit && !is_white(text.data[at - 1]))
        at++;
    return at;
}

static size_t word_end(pol_span text, size_t at, size_t limit)
{
    if (at >= text.size)
        return text.size;
    size_t end = at;
    while (end > limit && !is_white(text.data[end]))
        end--;
    if (end <= limit) /* one long word: behind a character at least */
        for (end = at; end < text.size && ((unsigned char)text.data[end] & 0xC0) == 0x80;)
            end++;
    return end;
}

pol_snippet pol_snippet_find(pol_span text, const pol_highlight *marks, size_t count, size_t bytes)
{
    if (text.size <= bytes + bytes / BEFORE)
        return (pol_snippet){0, text.size};
    size_t first = count ? marks[best_first(marks, count, bytes - bytes / BEFORE)].start : 0;
    size_t start = first > bytes / BEFORE ? first - bytes / BEFORE : 0;
    start = word_start(text, start, first);
    return (pol_snippet){start, word_end(text, start + bytes, start)};
}
