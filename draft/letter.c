/* letter.c - see letter.h. Only lines that nobody would write in a motion count: "Hi Sue," at the
 * start, "Thanks," by itself with nothing but short lines behind it, "> ..." and what follows
 * "On Monday Sue wrote:". */
#include "draft/letter.h"

enum { GREETING_WORDS_MAX = 5, SIGNED_WORDS_MAX = 6 };

static const char *const greetings[] = {"hi", "hello", "dear", "good morning", "good afternoon"};
static const char *const closings[] = {
    "thanks",     "many thanks",  "thank you",     "regards",         "kind regards",
    "best",       "best regards", "best wishes",   "all the best",    "yours",
    "cheers",     "in unity",     "in solidarity", "yours sincerely", "yours faithfully",
    "solidarity", "fraternally",  "in comradeship"};

static size_t count_words(pol_span text)
{
    size_t count = text.size > 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ' ' || text.data[i] == '\n';
    return count;
}

static pol_span without_marks(pol_span text)
{
    text = pol_span_trim(text);
    while (text.size > 0 && strchr(",.!:", text.data[text.size - 1]))
        text.size--;
    return text;
}

static bool is_greeting(pol_span text)
{
    text = pol_span_trim(text);
    if (!pol_span_ends(text, POL_SPAN(",")) || count_words(text) > GREETING_WORDS_MAX)
        return false;
    for (size_t i = 0; i < sizeof greetings / sizeof *greetings; i++) {
        pol_span word = pol_span_of(greetings[i]);
        pol_span rest = pol_span_from(text, word.size);
        if (pol_span_starts_fold(text, word) && (rest.data[0] == ' ' || rest.data[0] == ','))
            return true;
    }
    return false;
}

static bool is_closing(pol_span text)
{
    text = without_marks(text);
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
        if (pol_span_equal_fold(text, pol_span_of(closings[i])))
            return true;
    return false;
}

/* "--", "On Mon, 3 Nov 2031 at 10:04, Sue Wren wrote:", "-----Original Message-----" */
static bool begins_another(pol_span text)
{
    text = pol_span_trim(text);
    bool is_answer =
        pol_span_starts(text, POL_SPAN("On ")) && pol_span_ends(text, POL_SPAN("wrote:"));
    return is_answer || pol_span_equal(text, POL_SPAN("--")) ||
           pol_span_find_fold(text, POL_SPAN("-original message-"), 0) != (size_t)-1;
}

static bool is_signed(const pol_document *document, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (count_words(pol_span_trim(document->passages[i].text)) > SIGNED_WORDS_MAX)
            return false;
    return true;
}

void pol_letter_mark(const pol_document *document, bool *marks)
{
    size_t end = 0, count = document->passage_count;
    while (end < count && !begins_another(document->passages[end].text))
        end++;
    for (size_t i = 0; i < count; i++) {
        pol_span text = document->passages[i].text;
        marks[i] = i >= end || pol_span_starts(text, POL_SPAN("> ")) || is_greeting(text);
    }
    for (size_t i = 1; i < end; i++) {
        if (!is_closing(document->passages[i].text) || !is_signed(document, i, end))
            continue;
        for (size_t j = i; j < end; j++)
            marks[j] = true;
        break;
    }
}
