/* words.h - the words of a line, one after another, for rules about how a line begins
 * and what it is made of.
 *
 * A word is a run of letters and digits, with the apostrophes (straight, curly or lost
 * ones), hyphens, and full stops or commas inside numbers, or a lone "&". Words are compared
 * with ASCII letters folded and all apostrophes alike. Nothing allocates but
 * pol_line_clean(). Safe in any thread. */
#ifndef POL_DOCUMENT_WORDS_H
#define POL_DOCUMENT_WORDS_H

#include "core/arena.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The next word of `*rest`, which then starts behind it; absent when there is none. */
pol_span pol_word_next(pol_span *rest);
/* The last word; absent when there is none. Looks at most 200 bytes back. */
pol_span pol_word_last(pol_span text);
/* At most `most`. */
size_t pol_word_count(pol_span text, size_t most);

/* `expected` is lower case, with straight apostrophes. */
bool pol_word_is(pol_span word, const char *expected);
/* One of the lower-case words of `list`, which are separated by single spaces? */
bool pol_word_is_any(pol_span word, const char *list);
/* One of many: `lists` has a list, or NULL, for the words of each first letter. */
enum { POL_LETTERS = 26 };
static inline bool pol_word_is_among(pol_span word, const char *const lists[POL_LETTERS]);
/* Starts with a capital or a digit? */
bool pol_word_is_capital(pol_span word);
/* Two letters or more, all ASCII letters capitals? */
bool pol_word_is_upper(pol_span word);
/* Four digits from 1900 to 2099 (also "2005-06", "2005/06"): the first year; else 0. */
int pol_word_year(pol_span word);

/* Do the words of `text` start with the words of `words` (lower case, punctuation
 * between them aside)? `ret_rest` (may be NULL) is what follows, punctuation first. */
static inline bool pol_words_start(pol_span text, const char *words, pol_span *ret_rest);
/* Are these all its words? */
static inline bool pol_words_equal(pol_span text, const char *words);

/* Without the quotes, brackets, bullets, dashes, arrows and other marks (no letters, no
 * digits) at both ends. */
pol_span pol_span_core(pol_span text);
/* Without white space and the quotes that it starts with. */
pol_span pol_span_unquote(pol_span text);
/* A bullet and its space ("- ", "• ", "* ") taken off the start; else `text`. */
pol_span pol_span_unbullet(pol_span text);

/* Does it end like a sentence: . ! ? or these inside closing quotes or brackets? */
bool pol_ends_sentence(pol_span text);
/* The last visible character that is no closing quote or bracket; 0 for none, and for
 * any that is not ASCII. */
char pol_last_mark(pol_span text);
/* Is that mark one of `marks`? */
bool pol_ends_in(pol_span text, const char *marks);
/* The bytes up to the first full stop, "!" or "?" that a space and a capital, a quote
 * or the end follow. */
pol_span pol_first_sentence(pol_span text);
/* What stands behind the last such place that is not the end. */
pol_span pol_last_sentence(pol_span text);

/* Characters, counted as code points. */
size_t pol_span_columns(pol_span text);

/* One space between words, no zero-width characters, no soft hyphens, no-break spaces
 * made plain. The same span where nothing changes; absent when the arena is full. */
pol_span pol_line_clean(pol_arena *arena, pol_span text);

/* --- in place, since lines are compared with long tables -------------------------------- */

static inline bool pol_word_is_among(pol_span word, const char *const lists[POL_LETTERS])
{
    if (word.size == 0)
        return false;
    const unsigned letter = ((unsigned char)word.data[0] | 0x20u) - 'a';
    return letter < POL_LETTERS && lists[letter] && pol_word_is_any(word, lists[letter]);
}

bool pol_words_start_slowly(pol_span text, const char *words, pol_span *ret_rest);

static inline bool pol_words_start(pol_span text, const char *words, pol_span *ret_rest)
{
    const size_t at = text.size > 1 && text.data[0] == ' ';
    const unsigned small = text.size ? (unsigned char)text.data[at] | 0x20u : 0;
    if (small - 'a' < 26 && *words) {
        if (small != (unsigned char)*words)
            return false;
        const unsigned next = at + 1 < text.size ? (unsigned char)text.data[at + 1] | 0x20u : 0;
        if (next - 'a' < 26 && next != (unsigned char)words[1])
            return false;
    }
    return pol_words_start_slowly(text, words, ret_rest);
}

static inline bool pol_words_equal(pol_span text, const char *words)
{
    pol_span rest;
    return pol_words_start(text, words, &rest) && !pol_word_next(&rest).data;
}

#ifdef __cplusplus
}
#endif
#endif
