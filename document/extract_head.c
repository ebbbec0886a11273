/* extract_head.c - the head of a file of many to what holds for its parts. */
#include "document/extract_head.h"

#include <stdio.h>

#include "document/recognise.h"
#include "document/recognise/conference.h"
#include "document/words.h"

/* Of a report, where its conference is looked for. */
enum { HEAD_LINES = 60 };

pol_status pol_text_add_stated(pol_text *text, pol_arena *arena, const char *key, pol_span value,
                               uint32_t line, pol_origin origin, pol_error *reterr)
{
    if (!value.size)
        return POL_OK;
    pol_pair pair = {pol_span_of(key), value, line, (uint8_t)origin};
    return pol_text_add_pair(text, arena, pair, reterr);
}

/* A pair that holds for every part of a file: not one part's own title or number. */
static bool is_of_all(const pol_pair *pair)
{
    static const char *const keys[] = {
        "organisation", "organization", "union",           "party",          "org",
        "conference",   "congress",     "meeting",         "year",           "date",
        "source",       "url",          "canonical",       "language",       "lang",
        "meeting_date", "text_state",   "conference_year", "conference_date"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (pol_span_equal_fold(pair->key, pol_span_of(keys[i])))
            return true;
    return false;
}

static pol_status copy_pairs_of_all(const pol_text *from, pol_text *to, pol_arena *arena,
                                    pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < from->pair_count && status == POL_OK; i++)
        if (is_of_all(&from->pairs[i]))
            status = pol_text_add_pair(to, arena, from->pairs[i], reterr);
    return status;
}

/* Up to the mark that ends a name: "2031 Canteen Conference, Leeds, 4 to 6 May". */
static pol_span name_before_mark(pol_span text)
{
    size_t end = 0;
    while (end < text.size && !strchr(",;:.(", text.data[end]))
        end++;
    size_t dash = pol_span_find(text, POL_SPAN(" \u2013 "), 0),
           held = pol_span_find(text, POL_SPAN(" held "), 0);
    end = dash < end ? dash : end;
    return pol_span_first(text, held < end ? held : end);
}

pol_span pol_conference_without_place(pol_span name)
{
    pol_conference conference;
    pol_span first = pol_span_core(name_before_mark(name));
    return first.size < name.size && pol_conference_parse(first, true, &conference) ? first : name;
}

/* A name without its year, and the year of the date that follows: "Canteen Conference,
 * Leeds, 4 to 6 May 2031". */
static bool read_dated(pol_span name, pol_span behind, pol_conference *ret_conference)
{
    pol_date date;
    if (!pol_conference_parse(name, true, ret_conference) ||
        !pol_date_find(behind, &date, NULL, NULL))
        return false;
    ret_conference->year = date.year;
    return true;
}

/* "Final agenda of the 2031 National Delegate Conference, Leeds": the name of a conference
 * somewhere in a line. Behind the words that such lines begin with, up to the next mark. */
static bool find_conference(pol_span line, pol_conference *ret_conference)
{
    static const char lead[] = "agenda of the for to motions decisions decision report results "
                               "final composite composites booklet minutes preliminary order "
                               "paper business at from our your conference's";
    enum { LINE_MAX_BYTES = 400 };
    if (line.size > LINE_MAX_BYTES)
        return false;
    for (pol_span rest = line, word; (word = pol_word_next(&rest)).data;) {
        if (pol_word_is_any(word, lead))
            continue;
        pol_span candidate = pol_span_from(line, (size_t)(word.data - line.data));
        pol_span name = pol_span_core(name_before_mark(candidate));
        return pol_conference_parse(name, false, ret_conference) ||
               read_dated(name, pol_span_from(candidate, name.size), ret_conference);
    }
    return false;
}

static pol_status take_conference(pol_file_head *file, const pol_conference *conference,
                                  uint32_t line, pol_error *reterr)
{
    file->document.conference = (pol_value){conference->printed, line, POL_ORIGIN_HEADING};
    file->document.conference_name = pol_conference_name(conference, file->arena);
    if (!file->document.conference_name.data)
        return pol_arena_refused(file->arena, conference->printed.size, reterr);
    if (!file->document.year) {
        file->document.year = conference->year;
        file->document.year_line = line;
    }
    return POL_OK;
}

/* A line of the text that was taken for the name as a whole may hold more: "Final agenda of the
 * Canteen Conference, Leeds, 4 to 6 May 2031". */
static pol_status narrow_conference(pol_file_head *file, pol_error *reterr)
{
    pol_conference conference;
    const pol_value whole = file->document.conference;
    bool is_line = whole.origin == POL_ORIGIN_TEXT || whole.origin == POL_ORIGIN_MARKUP;
    if (!is_line || !find_conference(whole.text, &conference) ||
        conference.printed.size == whole.text.size)
        return POL_OK;
    return take_conference(file, &conference, whole.line, reterr);
}

/* Where the head does not say it as a page of its own does, a line that holds the name. */
static pol_status search_conference(pol_file_head *file, const pol_text *head, pol_error *reterr)
{
    pol_conference conference;
    if (file->document.conference.text.size)
        return narrow_conference(file, reterr);
    for (size_t i = 0; i < head->pair_count; i++)
        if (pol_span_equal(head->pairs[i].key, POL_SPAN("title")) ||
            pol_span_equal(head->pairs[i].key, POL_SPAN("html_title")))
            if (find_conference(head->pairs[i].value, &conference))
                return take_conference(file, &conference, head->pairs[i].line, reterr);
    for (size_t i = 0; i < head->line_count && i < HEAD_LINES; i++)
        if (find_conference(head->lines[i].text, &conference))
            return take_conference(file, &conference, head->lines[i].number, reterr);
    return POL_OK;
}

static bool says_agenda(const pol_text *head, pol_span name)
{
    static const char words[] = "agenda preliminary submitted order motions";
    pol_span word;
    for (pol_span rest = name; (word = pol_word_next(&rest)).data;)
        if (pol_word_is_any(word, words))
            return true;
    for (size_t i = 0; i < head->line_count; i++)
        for (pol_span rest = pol_span_first(head->lines[i].text, 200);
             (word = pol_word_next(&rest)).data;)
            if (pol_word_is_any(word, words))
                return true;
    return false;
}

/* Conference, year and date by what stands before the first part, read as a motion's page
 * would be. */
pol_status pol_file_head_read(pol_file_head *file, const pol_text *head, pol_error *reterr)
{
    pol_text page = *head;
    page.pairs = NULL;
    page.pair_count = page.pair_capacity = 0;
    pol_status status = copy_pairs_of_all(file->text, &page, file->arena, reterr);
    if (status == POL_OK)
        status = pol_text_add_stated(&page, file->arena, "kind", POL_SPAN("motion"), 0,
                                     POL_ORIGIN_HEADING, reterr);
    if (status == POL_OK)
        status = pol_recognise(&page, file->name, file->arena, &file->document, reterr);
    if (status != POL_OK)
        return status;
    page.pairs = file->text->pairs;
    page.pair_count = file->text->pair_count;
    file->is_agenda = says_agenda(head, file->name);
    return search_conference(file, &page, reterr);
}

pol_status pol_file_head_add_pairs(const pol_file_head *file, pol_text *part, pol_error *reterr)
{
    const pol_document *head = &file->document;
    pol_arena *arena = file->arena;
    char *year = pol_arena_alloc(arena, 16);
    if (!year)
        return pol_arena_refused(arena, 16, reterr);
    if (head->year)
        snprintf(year, 16, "%d", head->year);
    pol_status status = copy_pairs_of_all(file->text, part, arena, reterr);
    const struct {
        const char *key;
        pol_span value;
        uint32_t line;
    } rows[] = {
        {"conference", head->conference.text, head->conference.line},
        {"year", pol_span_of(year), head->year_line},
        {"organisation", head->organisation.text, head->organisation.line},
        {"text_state", file->is_agenda ? POL_SPAN("submitted") : (pol_span){0}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == POL_OK; i++)
        status = pol_text_add_stated(part, arena, rows[i].key, rows[i].value, rows[i].line,
                                     POL_ORIGIN_HEADING, reterr);
    return status;
}
