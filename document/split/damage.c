/* damage.c - is a text what is left of a bad scan: "the cle ks conf rence c1ean"? Where letters
 * stand alone that are words in no language and digits stand in words again and again, no heading
 * can be trusted. Of papers as people type them less than one word in a hundred is such. */
#include "document/split/state.h"

enum { LINES_MAX = 5000, WORDS_LEAST = 40, BROKEN_LEAST = 6, SHARE = 25 };

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* "t", amid others: no point's label and no initial. */
static bool is_piece(pol_span line, pol_span word)
{
    static const char alone[] = "bcdfghjklmnpqrstvxz"; /* "y" and "o" are words in some tongues */
    size_t start = (size_t)(word.data - line.data), end = start + word.size;
    return word.size == 1 && is_small(word.data[0]) && strchr(alone, word.data[0]) &&
           (start == 0 || line.data[start - 1] == ' ') &&
           (end == line.size || line.data[end] == ' ');
}

/* "emp1oyer", "C1ean". */
static bool has_digit_inside(pol_span word)
{
    for (size_t i = 1; i + 1 < word.size; i++)
        if ((word.data[i] == '0' || word.data[i] == '1') && is_small(word.data[i + 1]) &&
            (is_small(word.data[i - 1]) || i == 1) &&
            (word.data[i - 1] < '0' || word.data[i - 1] > '9'))
            return true;
    return false;
}

bool pol_split_is_damaged(const pol_splitter *split)
{
    size_t words = 0, broken = 0;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        pol_span line = split->text->lines[i].text, rest = line, word;
        while ((word = pol_word_next(&rest)).data) {
            words++;
            broken += is_piece(line, word) || has_digit_inside(word);
        }
    }
    return words >= WORDS_LEAST && broken >= BROKEN_LEAST && broken * SHARE >= words;
}
