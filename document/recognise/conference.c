/* conference.c - names of conferences. */
#include "document/recognise/conference.h"

#include "document/words.h"

enum { NAME_BYTES_MAX = 160, NAME_WORDS_MAX = 16 };

/* A name of a conference has one of these. */
static const char events[] = "conference conferences congress seminar agm sgm egm convention "
                             "assembly meeting bdc adm arm adc ndc forum summit school council "
                             "gathering rally briefing";
/* What may follow the event and still be the name: "Conference of Councils", "AGM in X". */
static const char links[] = "of in at for and &";
static const char small_words[] = "of the and for in on at to de a & with members' women's "
                                  "by a' members women's-only s";

/* The words of a line, what they are made of. */
typedef struct name_words {
    size_t count, years;
    size_t lower;         /* words in small letters that names do not have */
    bool ends_with_event; /* the year aside, or linked to more: "Conference, Belfast" */
    pol_span year_word;
    int year;
} name_words;

static void look_at_words(pol_span line, name_words *seen)
{
    pol_span rest = line, word;
    bool event = false, linked = false;
    *seen = (name_words){0};
    while (seen->count <= NAME_WORDS_MAX && (word = pol_word_next(&rest)).data) {
        seen->count++;
        int year = pol_word_year(word);
        if (year) {
            seen->years++;
            seen->year = year;
            seen->year_word = word;
        } else if (pol_word_is_any(word, events)) {
            event = true;
        } else {
            event = event && (linked || pol_word_is_any(word, links));
            seen->lower += !(pol_word_is_capital(word) || pol_word_is_any(word, small_words));
        }
        linked = event &&
                 (linked || pol_word_is_any(word, links) ||
                  (rest.size > 0 && strchr(",(-", rest.data[0])) ||
                  pol_span_starts(rest, POL_SPAN(" (")) || pol_span_starts(rest, POL_SPAN(" -")) ||
                  pol_span_starts(rest, POL_SPAN(" \u2013")));
    }
    seen->ends_with_event = event;
}

/* Marks that a name does not have. "LGBT+", commas, brackets and dashes are fine. */
static bool has_sentence_mark(pol_span line)
{
    for (size_t i = 0; i < line.size; i++)
        if (strchr(".!?;:\"<>[]{}|=", line.data[i]) && line.data[i] != '\0')
            return true;
    return false;
}

/* The separators that a year leaves behind: "Conference, 2014", "Conference (2014)". */
static pol_span trim_separators(pol_span text)
{
    static const char *const marks[] = {" ", ",", "(",      ")",      "-",
                                        ":", "|", "\u2013", "\u2014", "\u2022"};
    for (bool found = true; found && text.size > 0;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            pol_span mark = pol_span_of(marks[i]);
            if (pol_span_starts(text, mark)) {
                text = pol_span_from(text, mark.size);
                found = true;
            } else if (pol_span_ends(text, mark)) {
                text.size -= mark.size;
                found = true;
            }
        }
    }
    return text;
}

static void split_at(pol_span printed, pol_span year_word, pol_conference *conference)
{
    size_t at = (size_t)(year_word.data - printed.data);
    conference->before = trim_separators(pol_span_first(printed, at));
    conference->after = trim_separators(pol_span_from(printed, at + year_word.size));
}

void pol_conference_split(pol_span value, pol_conference *ret_conference)
{
    value = pol_span_trim(value);
    name_words seen;
    look_at_words(value, &seen);
    *ret_conference = (pol_conference){.printed = value, .before = value};
    if (seen.years != 1)
        return;
    ret_conference->year = seen.year;
    split_at(value, seen.year_word, ret_conference);
}

bool pol_conference_parse(pol_span line, bool may_lack_year, pol_conference *ret_conference)
{
    line = pol_span_trim(pol_span_unbullet(line));
    if (line.size == 0 || line.size > NAME_BYTES_MAX || has_sentence_mark(line))
        return false;
    name_words seen;
    look_at_words(line, &seen);
    bool is_framed = pol_word_year(pol_span_first(line, 4)) || pol_word_year(pol_word_last(line));
    if (!seen.ends_with_event || seen.lower > (is_framed && seen.count > 3 ? 1 : 0) ||
        seen.count > NAME_WORDS_MAX || seen.count < 2 || seen.years > 1 ||
        (seen.years == 0 && !may_lack_year))
        return false;
    pol_conference_split(line, ret_conference);
    return true;
}

pol_span pol_conference_name(const pol_conference *conference, pol_arena *arena)
{
    if (conference->before.size == 0)
        return conference->after.size ? conference->after : conference->printed;
    if (conference->after.size == 0)
        return conference->before;
    size_t size = conference->before.size + 1 + conference->after.size;
    char *name = pol_arena_alloc(arena, size + 1);
    if (!name)
        return pol_span_make(NULL, 0);
    memcpy(name, conference->before.data, conference->before.size);
    name[conference->before.size] = ' ';
    memcpy(name + conference->before.size + 1, conference->after.data, conference->after.size);
    return pol_span_make(name, size);
}
