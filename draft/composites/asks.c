/* asks.c - see asks.h. */
#include "draft/composites/asks.h"

#include <ctype.h>
#include <string.h>

enum { WORD_MAX = 24, HEAD_WORDS = 4 /* of a sentence, that say what kind it is */ };

typedef enum asking { ASKS_NOT, ASKS_SO_FAR /* says what should be */, ASKS } asking;

/* A word, and what must follow for it to ask: words of a list, or anything. */
typedef struct cue {
    const char *words, *next;
    asking asking;
} cue;

static const cue cues[] = {
    {" instructs instruct urges urge mandates mandate resolves demands directs requests insists ",
     NULL, ASKS},
    {" calls call ", " on upon for ", ASKS},
    {" wants want asks ask ", " the our for every all that a an to it its branches members ", ASKS},
    {" is are be ", " asked instructed urged requested directed mandated ", ASKS},
    {" should must shall ought will therefore ", NULL, ASKS_SO_FAR},
    {" support supports oppose opposes reject rejects agree agrees reaffirm reaffirms welcome "
     "welcomes campaign negotiate press seek lobby ",
     NULL, ASKS_SO_FAR},
};

/* A sentence that says this first tells of the world as it is. */
static const char notes[] =
    " notes note noting believes believe recognises recognise recalls recall regrets regret ";

/* --- words -------------------------------------------------------------------------- */

/* The next word from *at on, in small letters between blanks; "" at the end. */
static void next_word(pol_span text, size_t *at, char word[WORD_MAX])
{
    size_t size = 1;
    while (*at < text.size && !isalpha((unsigned char)text.data[*at]))
        ++*at;
    word[0] = ' ';
    for (; *at < text.size && isalpha((unsigned char)text.data[*at]); ++*at)
        if (size < WORD_MAX - 2)
            word[size++] = (char)tolower((unsigned char)text.data[*at]);
    word[size] = size > 1 ? ' ' : '\0';
    word[size + (size > 1)] = '\0';
    if (size == 1)
        word[0] = '\0';
}

static asking judge_word(const char *word, const char *next)
{
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (strstr(cues[i].words, word) && (!cues[i].next || (*next && strstr(cues[i].next, next))))
            return cues[i].asking;
    return ASKS_NOT;
}

static asking judge_sentence(pol_span sentence)
{
    char word[WORD_MAX], next[WORD_MAX];
    size_t at = 0, count = 0;
    bool is_note = false;
    asking most = ASKS_NOT;
    next_word(sentence, &at, word);
    for (; *word; count++) {
        next_word(sentence, &at, next);
        is_note = is_note || (count < HEAD_WORDS && strstr(notes, word));
        asking found = judge_word(word, next);
        most = found > most ? found : most;
        memcpy(word, next, sizeof word);
    }
    return is_note && most == ASKS ? ASKS_SO_FAR : most;
}

/* --- sentences ---------------------------------------------------------------------- */

static bool starts_sentence(pol_span text, size_t at)
{
    while (at < text.size && strchr(" \n\t\"'(", text.data[at]))
        at++;
    return at == text.size || isupper((unsigned char)text.data[at]) ||
           (unsigned char)text.data[at] >= 0x80;
}

/* The sentence that begins at *at; false: no more. */
static bool next_sentence(pol_span text, size_t *at, pol_span *ret)
{
    size_t start = *at, end = start;
    if (start >= text.size)
        return false;
    while (end < text.size &&
           !(end > start && strchr(".!?", text.data[end - 1]) &&
             isspace((unsigned char)text.data[end]) && starts_sentence(text, end)))
        end++;
    *ret = pol_span_make(text.data + start, end - start);
    *at = end;
    return true;
}

bool pol_asks_any(pol_span text)
{
    pol_span sentence;
    for (size_t at = 0; next_sentence(text, &at, &sentence);)
        if (judge_sentence(sentence) == ASKS)
            return true;
    return false;
}

pol_span pol_asks_of(pol_span text, pol_arena *arena)
{
    pol_span sentence;
    size_t size = 0;
    if (!pol_asks_any(text))
        return text;
    char *asked = pol_arena_array(arena, text.size + 1, 1);
    for (size_t at = 0; asked && next_sentence(text, &at, &sentence);) {
        if (judge_sentence(sentence) == ASKS_NOT)
            continue;
        memcpy(asked + size, sentence.data, sentence.size);
        size += sentence.size;
    }
    return pol_span_make(asked, asked ? size : 0);
}
