/* discreet.c - see discreet.h. It rather cuts too much than leaves a name. */
#include "document/discreet.h"

#include <ctype.h>

enum {
    NAME_MIN = 3,    /* bytes: shorter "names" would be found inside of words */
    PEOPLE_MAX = 64, /* of a document: looked for in every text */
    TAIL_MAX = 240   /* bytes at the end of a text in which the deciding words may begin */
};

static const char nothing[] = "…";

/* --- names that the document knows ------------------------------------------------- */

/* Where the first of the people is named at or after `from`; absent for nowhere. */
static pol_span next_name(pol_span text, size_t from, const pol_document *document)
{
    pol_span found = {0};
    for (size_t i = 0, seen = 0; i < document->submitter_count && seen < PEOPLE_MAX; i++) {
        pol_span name = pol_span_trim(document->submitters[i].name);
        if (!document->submitters[i].is_person || name.size < NAME_MIN)
            continue;
        seen++;
        size_t at = pol_span_find_fold(text, name, from);
        if (at != (size_t)-1 && (!found.data || text.data + at < found.data))
            found = pol_span_make(text.data + at, name.size);
    }
    return found;
}

static void add_without_names(pol_span text, const pol_document *document, pol_buffer *buffer)
{
    size_t from = 0;
    for (;;) {
        pol_span name = next_name(text, from, document);
        if (!name.data)
            break;
        size_t at = (size_t)(name.data - text.data);
        pol_buffer_add(buffer, pol_span_make(text.data + from, at - from));
        pol_buffer_add_text(buffer, nothing);
        from = at + name.size;
    }
    pol_buffer_add(buffer, pol_span_from(text, from));
}

/* --- "moved by" --------------------------------------------------------------------- */

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static size_t word_end(pol_span text, size_t at)
{
    while (at < text.size && is_letter(text.data[at]))
        at++;
    return at;
}

/* Where the next word starts after the letters at `at`. */
static size_t next_word(pol_span text, size_t at)
{
    at = word_end(text, at);
    while (at < text.size && !is_letter(text.data[at]))
        at++;
    return at;
}

/* Behind the word a name is to come: "by", a colon, or a word in upper case. "Moved to the next
 * day" and "accepted by the mover" name nobody. */
static bool leads_to_name(pol_span text, size_t end)
{
    pol_span rest = pol_span_trim(pol_span_from(text, end));
    if (rest.size == 0)
        return false;
    return pol_span_starts_fold(rest, POL_SPAN("by ")) || rest.data[0] == ':' ||
           isupper((unsigned char)rest.data[0]) || (unsigned char)rest.data[0] >= 0x80;
}

static bool is_mover_word(pol_span word)
{
    static const char *const words[] = {
        "moved",     "mover",     "movers",    "proposed",  "proposer",   "proposers",  "seconded",
        "seconder",  "seconders", "submitted", "submitter", "introduced", "introducer", "presented",
        "presenter", "speaker",   "speakers",  "summation", "formally"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_span_equal_fold(word, pol_span_of(words[i])))
            return true;
    return false;
}

/* Where people begin to be named; the size for nowhere. */
static size_t find_mover(pol_span text)
{
    size_t at = text.size && is_letter(text.data[0]) ? 0 : next_word(text, 0);
    for (; at < text.size; at = next_word(text, at)) {
        size_t end = word_end(text, at);
        pol_span word = pol_span_make(text.data + at, end - at);
        if (is_mover_word(word) && leads_to_name(text, end))
            return at;
        if (pol_span_starts_fold(pol_span_from(text, at), POL_SPAN("in the name of ")))
            return at;
    }
    return text.size;
}

/* What is left of the end of a text whose middle names people: from the first word on from
 * which all is a decision. */
static pol_span deciding_end(pol_span text)
{
    size_t at = text.size > TAIL_MAX ? text.size - TAIL_MAX : 0;
    for (at = next_word(text, at); at < text.size; at = next_word(text, at)) {
        pol_span rest = pol_span_from(text, at);
        while (rest.size && strchr(")]\"", rest.data[rest.size - 1]))
            rest.size--;
        if (pol_decision_from_words(rest) != POL_DECISION_NONE)
            return rest;
    }
    return (pol_span){0};
}

/* "CARRIED (" to "CARRIED" */
static pol_span without_joints(pol_span text)
{
    while (text.size && strchr(" \t\r\n([,;:-", text.data[text.size - 1]))
        text.size--;
    return text;
}

void pol_discreet_add(pol_span words, const pol_document *document, bool shows_people,
                      pol_buffer *buffer)
{
    if (shows_people) {
        pol_buffer_add(buffer, words);
        return;
    }
    size_t mover = find_mover(words);
    if (mover == words.size) {
        add_without_names(words, document, buffer);
        return;
    }
    pol_span before = without_joints(pol_span_first(words, mover));
    pol_span end = deciding_end(pol_span_from(words, mover));
    add_without_names(before, document, buffer);
    pol_buffer_add_text(buffer, before.size ? " " : "");
    pol_buffer_add_text(buffer, nothing);
    if (end.size) {
        pol_buffer_add_byte(buffer, ' ');
        add_without_names(end, document, buffer);
    }
}
