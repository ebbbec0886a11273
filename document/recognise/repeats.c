/* repeats.c - text that a page prints twice: the whole again behind itself, a
 * teaser cut with "..." above it, or one paragraph that holds itself twice. One copy is
 * kept, the first whole one. */
#include "document/recognise/paragraphs.h"

enum { LEAST_BYTES = 40, TEASER_LOOK_AHEAD = 6 };

/* The next letter or digit from *at on, letters folded; 0 at the end. Other marks do not
 * count: copies differ in quotes and spaces. */
static unsigned char next_sign(pol_span text, size_t *at)
{
    while (*at < text.size) {
        unsigned char c = (unsigned char)text.data[(*at)++];
        if (c >= 'A' && c <= 'Z')
            return (unsigned char)(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            return c;
    }
    return 0;
}

/* Do both say the same; with `is_prefix`, does `b` start with all of `a`? */
static bool says_same(pol_span a, pol_span b, bool is_prefix)
{
    size_t at_a = 0, at_b = 0;
    for (;;) {
        unsigned char c = next_sign(a, &at_a), d = next_sign(b, &at_b);
        if (c == 0)
            return is_prefix || d == 0;
        if (c != d)
            return false;
    }
}

/* How many paragraphs from `second` on repeat those from 0 on. */
static size_t repeated(const pol_paragraph *paragraphs, size_t count, size_t second)
{
    size_t run = 0;
    while (run < second && second + run < count &&
           says_same(paragraphs[run].text, paragraphs[second + run].text, false))
        run++;
    return run;
}

static size_t remove_run(pol_paragraph *paragraphs, size_t count, size_t from, size_t run)
{
    memmove(&paragraphs[from], &paragraphs[from + run], (count - from - run) * sizeof *paragraphs);
    return count - run;
}

/* The whole text again: two paragraphs at least, or all there is. */
static size_t drop_second_copy(pol_paragraph *paragraphs, size_t count)
{
    if (paragraphs[0].text.size < LEAST_BYTES)
        return count;
    for (size_t second = 1; second < count; second++) {
        if (!says_same(paragraphs[0].text, paragraphs[second].text, false))
            continue;
        size_t run = repeated(paragraphs, count, second);
        if (run >= 2 || run == second || second + run == count)
            return remove_run(paragraphs, count, second, run);
        return count;
    }
    return count;
}

static pol_span without_ellipsis(pol_span text)
{
    static const char *const ends[] = {"[...]", "[\u2026]", "...", "\u2026"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pol_span_ends(text, pol_span_of(ends[i])))
            return pol_span_first(text, text.size - strlen(ends[i]));
    return pol_span_make(NULL, 0);
}

static size_t drop_teaser(pol_paragraph *paragraphs, size_t count)
{
    pol_span teaser = without_ellipsis(paragraphs[0].text);
    if (teaser.size < LEAST_BYTES)
        return count;
    for (size_t i = 1; i < count && i <= TEASER_LOOK_AHEAD; i++)
        if (says_same(teaser, paragraphs[i].text, true))
            return remove_run(paragraphs, count, 0, 1);
    return count;
}

/* One paragraph that is the same text twice. */
static void halve(pol_paragraph *paragraph)
{
    pol_span text = paragraph->text;
    if (text.size < 2 * LEAST_BYTES)
        return;
    for (size_t cut = text.size / 2 - 2; cut <= text.size / 2 + 2; cut++) {
        bool is_between = text.data[cut] == ' ' || pol_ends_sentence(pol_span_first(text, cut));
        if (is_between && says_same(pol_span_first(text, cut), pol_span_from(text, cut), false)) {
            paragraph->text = pol_span_trim(pol_span_first(text, cut));
            return;
        }
    }
}

size_t pol_paragraphs_drop_repeats(pol_paragraph *paragraphs, size_t count)
{
    if (count == 0)
        return 0;
    count = drop_teaser(paragraphs, count);
    count = drop_second_copy(paragraphs, count);
    if (count == 1)
        halve(&paragraphs[0]);
    return count;
}
