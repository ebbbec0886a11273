/* acronyms_pairs.c - which acronyms a text spells out, and how. */
#include "core/analysis.h"
#include "document/acronyms.h"
#include "document/words.h"

/* Words that an acronym may pass over. */
static const char small_words[] =
    "a an and as at by de for from in into of on or over the to under with & la le du y";

enum { BRACKET_MAX = 240, BACK_MAX = 240 };

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_letter_or_digit(char c)
{
    return (fold(c) >= 'a' && fold(c) <= 'z') || (c >= '0' && c <= '9');
}

/* --- the words of a long form --------------------------------------------------------- */

/* The last of them that were seen, compounds in their parts. */
typedef struct word_list {
    pol_span words[POL_ACRONYM_WORDS_MAX];
    size_t count;
} word_list;

static void add_word(word_list *list, pol_span word)
{
    if (list->count == POL_ACRONYM_WORDS_MAX) {
        memmove(list->words, list->words + 1, sizeof list->words - sizeof *list->words);
        list->count--;
    }
    list->words[list->count++] = word;
}

static void add_parts(word_list *list, pol_span word)
{
    for (size_t hyphen; (hyphen = pol_span_find(word, POL_SPAN("-"), 0)) != (size_t)-1;) {
        if (hyphen > 0)
            add_word(list, pol_span_first(word, hyphen));
        word = pol_span_from(word, hyphen + 1);
    }
    if (word.size > 0)
        add_word(list, word);
}

/* A sentence, or what stands in brackets, does not go on behind these. */
static bool has_stop(const char *from, const char *to)
{
    for (; from < to; from++)
        if (strchr(".;:()?!\n", *from))
            return true;
    return false;
}

/* The words of `text` as far as they belong to its end. */
static void collect(pol_span text, word_list *list)
{
    pol_span rest = text;
    const char *end = text.data;
    list->count = 0;
    for (pol_span word; (word = pol_word_next(&rest)).data; end = word.data + word.size) {
        if (has_stop(end, word.data))
            list->count = 0;
        add_parts(list, word);
    }
    if (has_stop(end, text.data + text.size))
        list->count = 0;
}

/* --- letters against words -------------------------------------------------------------- */

/* A capital stands for a word that tells something: the o of DoH for "of". */
static bool stands_for(char letter, pol_span word, bool is_small)
{
    return fold(letter) == fold(word.data[0]) && !(is_small && letter != fold(letter));
}

/* Which of `words` the first letter stands for, where the letters are the initials of the words up
 * to the last; (size_t)-1: they are not. Small words before the last may be passed over. All ways
 * to do so are followed at once: a bit for each count of letters that may still be open. */
static size_t initials_from(pol_span word, const word_list *list)
{
    uint32_t open = 1u << word.size;
    for (size_t at = list->count; at > 0 && open; at--) {
        pol_span next = list->words[at - 1];
        bool is_small = pol_word_is_any(next, small_words);
        uint32_t left = is_small ? open : 0;
        if (is_small && at == list->count)
            break;
        for (size_t letters = word.size; letters > 0; letters--)
            if (open & 1u << letters && stands_for(word.data[letters - 1], next, is_small))
                left |= 1u << (letters - 1);
        if (left & 1)
            return at - 1;
        open = left;
    }
    return (size_t)-1;
}

/* Schwartz and Hearst: the shortest end of `text` that has the letters in order, the first at a
 * word's start. Its offset; (size_t)-1 for none. */
static size_t letters_from(pol_span word, pol_span text)
{
    size_t at = text.size;
    for (size_t letter = word.size; letter > 0; letter--) {
        for (;;) {
            if (at == 0)
                return (size_t)-1;
            at--;
            bool is_inside = letter == 1 && at > 0 && is_letter_or_digit(text.data[at - 1]);
            if (fold(text.data[at]) == fold(word.data[letter - 1]) && !is_inside)
                break;
        }
    }
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at;
}

static pol_span span_between(const char *from, const char *to)
{
    return pol_span_make(from, (size_t)(to - from));
}

/* A long form has more words than one, and not the short form itself in it. */
static bool is_long_form(pol_span spelling, pol_span word)
{
    return spelling.size > word.size && spelling.size <= POL_ACRONYM_LONG_MAX &&
           pol_word_count(spelling, 2) == 2 && pol_span_find(spelling, word, 0) == (size_t)-1;
}

/* The end of `text` that spells `word` out. */
static bool spell_end(pol_span text, pol_span word, pol_acronym_pair *ret_pair)
{
    word_list list;
    collect(text, &list);
    if (list.count == 0)
        return false;
    pol_span last = list.words[list.count - 1];
    size_t first = initials_from(word, &list);
    ret_pair->word = word;
    ret_pair->is_sure = first != (size_t)-1;
    if (ret_pair->is_sure) {
        ret_pair->spelling = span_between(list.words[first].data, last.data + last.size);
        return is_long_form(ret_pair->spelling, word);
    }
    size_t most = word.size + 5 < word.size * 2 ? word.size + 5 : word.size * 2;
    size_t start = list.count > most ? list.count - most : 0;
    pol_span window = span_between(list.words[start].data, last.data + last.size);
    size_t from = letters_from(word, window);
    if (from == (size_t)-1)
        return false;
    ret_pair->spelling = pol_span_from(window, from);
    return is_long_form(ret_pair->spelling, word);
}

/* --- brackets ----------------------------------------------------------------------------- */

/* The acronym that a bracket begins with, alone or before a comma: "(STPs)", "(the ‘STPs’)",
 * "(STPs, also called footprints)". */
static pol_span acronym_inside(pol_span inside)
{
    pol_span rest = inside, word = pol_word_next(&rest);
    while (word.data && pol_word_is_any(word, "the or hereafter hereinafter known as"))
        word = pol_word_next(&rest);
    if (!word.data)
        return word;
    const char *next = rest.data;
    pol_span following = pol_word_next(&rest);
    if (following.data && !memchr(next, ',', (size_t)(following.data - next)) &&
        !memchr(next, ';', (size_t)(following.data - next)))
        return pol_span_make(NULL, 0);
    return pol_acronym_of(word);
}

/* The acronym that stands right before a bracket. */
static pol_span acronym_before(pol_span text)
{
    static const char *const marks[] = {"\u2019", "\u201D", "\"", "'"};
    text = pol_span_trim(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_ends(text, pol_span_of(marks[i])))
            text = pol_span_first(text, text.size - strlen(marks[i]));
    pol_span word = pol_word_last(text);
    if (!word.data || word.data + word.size != text.data + text.size)
        return pol_span_make(NULL, 0);
    return pol_acronym_of(word);
}

static bool pair_at(pol_span text, size_t open, size_t close, pol_acronym_pair *ret_pair)
{
    size_t back = open > BACK_MAX ? open - BACK_MAX : 0;
    while (back < open && ((unsigned char)text.data[back] & 0xC0) == 0x80)
        back++;
    pol_span before = pol_span_make(text.data + back, open - back);
    pol_span inside = pol_span_make(text.data + open + 1, close - open - 1);
    pol_span word = acronym_inside(inside);
    if (word.data)
        return spell_end(before, word, ret_pair);
    word = acronym_before(before);
    if (!word.data || !spell_end(inside, word, ret_pair))
        return false;
    /* nothing but small words stands before it in its bracket */
    pol_span rest = span_between(inside.data, ret_pair->spelling.data);
    for (pol_span extra; (extra = pol_word_next(&rest)).data;)
        if (!pol_word_is_any(extra, small_words))
            return false;
    return true;
}

bool pol_acronym_pair_next(pol_span text, size_t *at, pol_acronym_pair *ret_pair)
{
    for (;;) {
        size_t open = pol_span_find(text, POL_SPAN("("), *at);
        if (open == (size_t)-1)
            return false;
        pol_span window = pol_span_first(text, open + BRACKET_MAX);
        size_t close = pol_span_find(window, POL_SPAN(")"), open);
        *at = open + 1;
        if (close != (size_t)-1 && pair_at(text, open, close, ret_pair)) {
            *at = close + 1;
            return true;
        }
    }
}

/* --- without brackets ----------------------------------------------------------------------- */

bool pol_acronym_is_written_out(pol_span word, pol_span text)
{
    word_list list = {.count = 0};
    pol_span rest = text;
    const char *end = text.data;
    for (pol_span next; (next = pol_word_next(&rest)).data; end = next.data + next.size) {
        if (has_stop(end, next.data))
            list.count = 0;
        add_parts(&list, next);
        size_t first = initials_from(word, &list);
        if (first != (size_t)-1 && pol_word_is_capital(list.words[first]) && list.count - first > 1)
            return true;
    }
    return false;
}
