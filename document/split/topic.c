/* topic.c - is a heading about the text under it? A title shares words with its text, the
 * name of who moves seldom does: over all items of a file that tells titles from names that no
 * word gives away ("CUMBRIA", "Powys"). */
#include "document/split/items.h"

enum { STEM = 4, LEAST_LETTERS = 3, LINES_MAX = 200, LINE_BYTES = 4000 };

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Does the text hold a word that starts as `word` does? */
static bool holds(pol_span text, pol_span word)
{
    size_t size = word.size < STEM ? word.size : STEM;
    pol_span rest = pol_span_first(text, LINE_BYTES), other;
    while ((other = pol_word_next(&rest)).data) {
        size_t same = 0;
        if (other.size < size)
            continue;
        while (same < size && fold(other.data[same]) == fold(word.data[same]))
            same++;
        if (same == size)
            return true;
    }
    return false;
}

bool pol_split_is_about(const pol_splitter *split, const pol_split_item *item, pol_span words)
{
    static const char common[] = "the and for not our you all new per with conference congress "
                                 "motion resolution from that this their "
                                 "branch region union members member committee council executive "
                                 "national county north south east west city area group";
    size_t start = item->heading->end_line, end = item->end;
    pol_span word;
    if (end > start + LINES_MAX)
        end = start + LINES_MAX;
    while ((word = pol_word_next(&words)).data) {
        if (word.size < LEAST_LETTERS || pol_word_is_any(word, common))
            continue;
        if (holds(item->heading->inline_text, word))
            return true;
        for (size_t i = start; i < end; i++)
            if (!split->is_furniture[i] && holds(split->text->lines[i].text, word) &&
                split->text->lines[i].text.data != words.data)
                return true;
    }
    return false;
}
