/* composites_answers.c - see composites_answers.h. */
#include "draft/composites_answers.h"

#include <string.h>

#include "draft/composites_asks.h"

enum {
    HEAD_WORDS = 4 /* of a sentence, that say what kind it is */,
    CALL_WORDS = 6 /* behind it */
};

/* A word, and words of which one must follow (NULL: anything), and one after that. */
typedef struct cue {
    const char *words, *next, *third;
    unsigned answers;
} cue;

static const cue cues[] = {
    {" not ", " to ", NULL, POL_ANSWER_NOT_TO},
    {" should must to shall may ", " stay remain continue keep retain ", NULL, POL_ANSWER_STAYS},
    {" should must to shall may ", " be ", " kept retained left ", POL_ANSWER_STAYS},
    {" drop ", " its our the ", " opposition policy campaign demand ", POL_ANSWER_STAYS},
    {" leave ", " it this them ", NULL, POL_ANSWER_STAYS},
};

static const char notes[] = " note notes noting recognises hears understands aware ";
static const char calls[] =
    " call calls demand demands proposal proposals pressure campaign those some lobby ";

static bool is_listed(const char *list, const char *word)
{
    return !list || (*word && strstr(list, word));
}

static unsigned judge(const char *word, const char *next, const char *third)
{
    unsigned answers = 0;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (is_listed(cues[i].words, word) && is_listed(cues[i].next, next) &&
            is_listed(cues[i].third, third))
            answers |= cues[i].answers;
    return answers;
}

static unsigned answers_of_sentence(pol_span sentence)
{
    char words[3][POL_ASKS_WORD_MAX];
    size_t at = 0, noted = 0;
    unsigned answers = 0;
    bool is_note = false;
    for (size_t i = 0; i < 3; i++)
        pol_asks_word(sentence, &at, words[i]);
    for (size_t count = 0; *words[0]; count++) {
        if (is_note && count <= noted + CALL_WORDS && is_listed(calls, words[0]))
            return POL_ANSWER_REPLIES;
        if (!is_note && count < HEAD_WORDS && is_listed(notes, words[0])) {
            is_note = true;
            noted = count;
        }
        answers |= judge(words[0], words[1], words[2]);
        memmove(words[0], words[1], 2 * sizeof words[0]);
        pol_asks_word(sentence, &at, words[2]);
    }
    return is_note ? 0 : answers;
}

unsigned pol_answers_of(pol_span text)
{
    pol_span sentence;
    unsigned answers = 0;
    for (size_t at = 0; pol_asks_sentence(text, &at, &sentence);)
        answers |= answers_of_sentence(sentence);
    return answers;
}
