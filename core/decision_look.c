/* decision_look.c - quick looks at a text before its words are folded and compared: could
 * there be a decision phrase in it at all? Most lines of a motion are out at once. */
#include "core/vocabulary.h"

enum { FIRST_WORDS_MAX = 12, FIRST_WORD_SIZE = 16 };

/* The first words of all outcomes, by their first letter: most lines have none of them
 * and are done. The test sees that none is missing. */
static const char first_words[26][FIRST_WORDS_MAX][FIRST_WORD_SIZE] = {
    ['a' - 'a'] = {"accepted", "adjourned", "adopted", "agreed", "amended", "approved"},
    ['b' - 'a'] = {"became", "become", "brought"},
    ['c' - 'a'] = {"carried", "carrierd", "combined", "composited", "consequentially"},
    ['d' - 'a'] = {"debate", "declared", "deemed", "defeated", "deferred", "did", "disagreed",
                   "disallowed"},
    ['e' - 'a'] = {"endorsed"},
    ['f' - 'a'] = {"failed", "fails", "fallen", "falls", "fell", "formally"},
    ['g' - 'a'] = {"got", "guillotined"},
    ['h' - 'a'] = {"held"},
    ['i' - 'a'] = {"inadmissible", "included", "incorporated"},
    ['j' - 'a'] = {"joined"},
    ['l' - 'a'] = {"laid", "lapsed", "left", "lies", "lost"},
    ['m' - 'a'] = {"merged"},
    ['n' - 'a'] = {"negatived", "nem", "not", "notdebated"},
    ['o' - 'a'] = {"ooo", "out", "outstanding"},
    ['p' - 'a'] = {"part", "partially", "partly", "parts", "passed", "passes", "point", "points",
                   "postponed", "pre", "preempted"},
    ['r' - 'a'] = {"ran", "ratified", "reference", "referred", "rejected", "remission", "remitted",
                   "resolved", "ruled"},
    ['s' - 'a'] = {"see", "stood", "subsumed"},
    ['t' - 'a'] = {"taken", "timed"},
    ['u' - 'a'] = {"unheard"},
    ['v' - 'a'] = {"voted"},
    ['w' - 'a'] = {"went", "withdrawn"},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Is it that, with letters folded? */
static bool is_word(pol_span word, const char *expected)
{
    size_t same = 0;
    while (same < word.size && expected[same] == lower(word.data[same]))
        same++;
    return same == word.size && expected[same] == '\0';
}

/* `word` is letters. */
static bool is_first_word(pol_span word)
{
    if (word.size < 2 || word.size >= FIRST_WORD_SIZE)
        return false;
    const char(*list)[FIRST_WORD_SIZE] = first_words[lower(word.data[0]) - 'a'];
    const char second = lower(word.data[1]);
    for (size_t i = 0; i < FIRST_WORDS_MAX && list[i][0]; i++)
        if (list[i][1] == second && is_word(word, list[i]))
            return true;
    return false;
}

/* Bytes of a mark of punctuation outside ASCII, which ends a word; 0 for what may be part
 * of one. */
static size_t mark_size(pol_span text)
{
    if (text.size > 1 && text.data[0] == '\xC2' && text.data[1] != '\xAD')
        return 2;
    bool is_mark = text.size > 2 && text.data[0] == '\xE2' && text.data[1] == '\x80' &&
                   (unsigned char)text.data[2] >= 0x90;
    return is_mark ? 3 : 0;
}

bool pol_decision_may_hold(pol_span text)
{
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && is_letter(text.data[end]))
            end++;
        if (end > at && is_first_word(pol_span_make(text.data + at, end - at)))
            return true;
        if (end > at) {
            at = end;
            continue;
        }
        size_t size = (unsigned char)text.data[at] < 0x80 ? 1 : mark_size(pol_span_from(text, at));
        if (size == 0)
            return true; /* an accent, or worse: the folded words will tell */
        at += size;
    }
    return false;
}

/* Words that stand before an outcome: a subject, its article, circumstances. */
static bool is_leading_word(pol_span word)
{
    static const char *const leading[] = {
        "the",
        "this",
        "that",
        "motion",
        "composite",
        "resolution",
        "emergency",
        "question",
        "rule",
        "statement",
        "as",
        "with",
        "in",
        "except",
        "but",
        "unanimously",
        "overwhelmingly",
        "narrowly",
        "unopposed",
        "nemine",
        "en",
        "formally",
        "unamended",
        "comfortably",
        "clearly",
        "heavily",
        "without",
        "after",
        "on",
        "by",
        "card",
        "for",
        "abstentions",
        "at",
    };
    const char first = lower(word.data[0]);
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++)
        if (leading[i][0] == first && is_word(word, leading[i]))
            return true;
    return false;
}

/* The first word: letters. *ret_rest starts behind it. Absent where it may go on with what is not
 * ASCII, or is too short to be sure of. */
static pol_span look_at_word(pol_span text, pol_span *ret_rest)
{
    size_t from = 0, end;
    while (from < text.size && (unsigned char)text.data[from] < 0x80 &&
           !is_letter(text.data[from]) && !(text.data[from] >= '0' && text.data[from] <= '9'))
        from++;
    for (end = from; end < text.size && is_letter(text.data[end]);)
        end++;
    bool goes_on =
        end < text.size && ((unsigned char)text.data[end] >= 0x80 || text.data[end] == '\'');
    *ret_rest = pol_span_from(text, end);
    return end - from < 2 || goes_on ? (pol_span){0} : pol_span_make(text.data + from, end - from);
}

bool pol_decision_may_start(pol_span text)
{
    pol_span rest, word = look_at_word(text, &rest);
    return !word.data || is_first_word(word) || is_leading_word(word);
}

static bool is_one_of(pol_span word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_word(word, list[i]))
            return true;
    return false;
}

bool pol_decision_may_begin(pol_span text)
{
    static const char *const articles[] = {"the", "this", "that"};
    static const char *const nouns[] = {"motion",   "composite", "resolution", "emergency",
                                        "question", "rule",      "statement"};
    pol_span rest, word = look_at_word(text, &rest);
    if (!word.data || !is_one_of(word, articles, sizeof articles / sizeof *articles))
        return !word.data || is_first_word(word) || is_leading_word(word);
    word = look_at_word(rest, &rest);
    return !word.data || is_one_of(word, nouns, sizeof nouns / sizeof *nouns);
}
