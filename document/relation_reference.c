/* relation_reference.c - how a text names another motion: by noun and number, by title, with
 * the conference and the year it was carried at. */
#include "document/openers.h"
#include "document/recognise/conference.h"
#include "document/relation_parse.h"
#include "document/words.h"

enum { TITLE_BYTES_MAX = 200, WHERE_WORDS_MAX = 14 };

static pol_span behind_words(pol_span text, const char *words)
{
    for (pol_span rest = text; pol_word_is_any(pol_word_next(&rest), words);)
        text = rest;
    return text;
}

static pol_span between(const char *from, const char *to)
{
    return pol_span_make(from, (size_t)(to - from));
}

/* Does a title end here? An apostrophe looks like a closing quote: "members' tea". */
static bool ends_title(pol_span behind)
{
    pol_span next = behind;
    return behind.size == 0 || strchr(".,;:()", behind.data[0]) ||
           pol_word_is_any(pol_word_next(&next), "carried passed agreed adopted from of at by in "
                                                 "and which as is was be were (");
}

/* A title in quotes at the start of `text`, which goes on behind it. */
static bool read_title(pol_span *text, pol_span *ret_title)
{
    static const char *const quotes[][2] = {
        {"\"", "\""}, {"'", "'"}, {"\u201C", "\u201D"}, {"\u2018", "\u2019"}};
    pol_span rest = *text;
    while (rest.size > 0 && strchr(" ,(-:", rest.data[0]))
        rest = pol_span_from(rest, 1);
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        pol_span open = pol_span_of(quotes[i][0]), close = pol_span_of(quotes[i][1]);
        if (!pol_span_starts(rest, open))
            continue;
        pol_span inner = pol_span_first(pol_span_from(rest, open.size), TITLE_BYTES_MAX);
        for (size_t at = 1; (at = pol_span_find(inner, close, at)) != (size_t)-1; at++) {
            pol_span behind = pol_span_from(inner, at + close.size);
            if (!ends_title(pol_span_trim(behind)))
                continue;
            *ret_title = pol_span_first(inner, at);
            *text = pol_span_from(rest, open.size + at + close.size);
            return true;
        }
    }
    return false;
}

/* Is it only the word: "conference 2015"? Then the name says nothing. */
static bool is_bare_name(pol_span name)
{
    return name.size == 0 || pol_words_equal(name, "conference") ||
           pol_words_equal(name, "the conference") || pol_words_equal(name, "congress") ||
           pol_words_equal(name, "annual conference");
}

static void note_where(pol_span where, pol_outcome_memory *memory, pol_relation *made)
{
    pol_conference conference;
    where = behind_words(pol_span_core(where), "the our its last s");
    where = pol_span_core(where);
    pol_conference_split(where, &conference);
    made->year = conference.year;
    pol_span name = pol_conference_name(&conference, memory->arena);
    if (!name.data)
        memory->refused = where.size + 1;
    else if (!is_bare_name(name) && conference.year &&
             pol_conference_parse(where, false, &conference))
        made->conference_name = name;
}

/* May `word` be one of a conference's name? `behind` is what follows it. */
static bool is_name_word(pol_span word, pol_span behind)
{
    static const char inner[] = "of the and for in conference's & members' women's";
    if (pol_word_is_capital(word) ||
        pol_word_is_any(word, "conference congress national delegate annual agm"))
        return true;
    pol_span next = pol_word_next(&behind);
    return pol_word_is_any(word, inner) &&
           (pol_word_is_capital(next) || pol_word_is(next, "the")) &&
           !pol_outcome_is_number(next, true);
}

/* "(2018)", ", carried at the 2015 Tea Conference", "of 2014", "from conference 2015": `*text`
 * goes on behind it. Words of a name have capitals; anything else ends it. */
static void read_where(pol_span *text, pol_outcome_memory *memory, pol_relation *made)
{
    static const char links[] = "of from at to by in carried passed agreed adopted approved as "
                                "the our which was conference congress last's that were and on";
    pol_span start = behind_words(*text, links), rest = start, word, end = start;
    bool has_year = false;
    for (int words = 0; words < WHERE_WORDS_MAX && (word = pol_word_next(&rest)).data; words++) {
        pol_span gap = between(end.data, word.data);
        bool is_cut =
            words > 0 &&
            (memchr(gap.data, '.', gap.size) || memchr(gap.data, ';', gap.size) ||
             (has_year && (memchr(gap.data, ',', gap.size) || memchr(gap.data, ')', gap.size))));
        if (is_cut || !is_name_word(word, rest) || (has_year && pol_word_year(word)))
            break;
        has_year = has_year || pol_word_year(word) != 0;
        end = rest;
    }
    if (!has_year)
        return;
    /* "conference 2015": the noun may have been taken for a link */
    pol_span last = pol_word_last(between(text->data, start.data));
    const char *from = pol_word_is_any(last, "conference congress") ? last.data : start.data;
    note_where(between(from, end.data), memory, made);
    if (made->year)
        *text = end;
}

/* The titled motion without a number: "the motion 'Mugs' (2014)". */
static bool read_titled(pol_span *text, pol_outcome_memory *memory, pol_references *named)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = behind_words(*text, "the"), title, where;
    pol_relation when = {0};
    bool has_noun = pol_outcome_noun(&rest, &kind, &is_in_number);
    rest = has_noun ? behind_words(rest, "on titled entitled called") : rest;
    if (!read_title(&rest, &title))
        return false;
    where = rest;
    if (!has_noun) /* "“Mugs”, carried in 2014": else it may be a title of anything */
        read_where(&where, memory, &when);
    if (!has_noun && !when.year)
        return false;
    named->items[0] = (pol_relation){.title = title};
    named->count = 1;
    *text = rest;
    return true;
}

bool pol_references_read(pol_span *text, pol_outcome_memory *memory, pol_references *ret_named)
{
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    pol_span rest = behind_words(*text, "the");
    ret_named->count = 0;
    size_t count = pol_outcome_list(&rest, true, memory, items);
    if (count == 0 && !read_titled(&rest, memory, ret_named))
        return false;
    for (size_t i = 0; i < count && i < POL_REFERENCES_MAX; i++)
        ret_named->items[ret_named->count++] = (pol_relation){.number = items[i].number};
    pol_span title;
    if (count == 1 && read_title(&rest, &title))
        ret_named->items[0].title = title;
    pol_relation where = {0};
    read_where(&rest, memory, &where);
    for (size_t i = 0; i < ret_named->count; i++) {
        ret_named->items[i].year = where.year;
        ret_named->items[i].conference_name = where.conference_name;
    }
    *text = rest;
    return true;
}
