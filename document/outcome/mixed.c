/* mixed.c - a line whose cells ran into each other: "M8 Scarecrow Adopted prize". */
#include "document/outcome/parse.h"
#include "document/words.h"

enum { RUN_WORDS_MAX = 200 };

/* All words small, but for the first? */
static bool is_quiet(pol_span title)
{
    pol_span rest = title, word = pol_word_next(&rest);
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_capital(word))
            return false;
    return true;
}

/* No mark stands before the word: the cells lost theirs. */
static bool is_run_in(pol_span left)
{
    left = pol_span_trim(left);
    return left.size > 0 && !strchr(".:;,-)", left.data[left.size - 1]) &&
           (unsigned char)left.data[left.size - 1] < 0x80;
}

bool pol_outcome_line_mixed(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome)
{
    enum { BEHIND_MAX = 3 };
    line = pol_span_trim(pol_span_unbullet(pol_span_trim(line)));
    pol_span rest = line, word;
    for (size_t words = 0; words < RUN_WORDS_MAX && (word = pol_word_next(&rest)).data; words++) {
        pol_outcome made = {0}, item = {0};
        pol_span left = pol_span_first(line, (size_t)(word.data - line.data));
        if (words < 2 || !is_run_in(left) || !pol_word_is_capital(word) ||
            pol_word_is_upper(word) || !pol_outcome_words(word, memory, &made))
            continue;
        size_t behind = pol_word_count(rest, BEHIND_MAX + 1);
        if (behind == 0 || behind > BEHIND_MAX || !is_quiet(rest) ||
            pol_word_is_capital(pol_span_core(rest)) || !pol_outcome_item(left, &item, NULL) ||
            !item.number.data || !item.title.data || !is_quiet(item.title))
            return false;
        char *title = pol_outcome_alloc(memory, item.title.size + rest.size + 1);
        if (!title)
            return false;
        memcpy(title, item.title.data, item.title.size);
        memcpy(title + item.title.size, rest.data, rest.size);
        made.kind = item.kind;
        made.number = item.number;
        made.title = pol_outcome_strip(pol_span_make(title, item.title.size + rest.size));
        *outcome = made;
        return true;
    }
    return false;
}
