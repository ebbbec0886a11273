/* article.c - the date and byline of a press article. */
#include "document/recognise/article.h"

#include "core/date.h"

enum { DATELINE_BYTES = 140, DATELINE_WORDS = 16, TOP_LINES = 6, BOTTOM_LINES = 4 };

/* How a line with a date and more starts. */
static const char starts[] = "written posted published publication headlines by date news press "
                             "created added submitted filed first issued on release released";
/* Words that may stand around the date, small ones; names are capitals. */
static const char around[] = "written posted published publication headlines by date news press "
                             "created added submitted filed first issued on in at the from for "
                             "and am pm gmt bst release released under category last modified "
                             "updated no comments comment of to immediate use embargoed th st";

static bool has_digit(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

static bool has_only_known(pol_span text)
{
    pol_span word;
    size_t words = 0;
    bool is_name = false; /* "by admin" */
    while ((word = pol_word_next(&text)).data) {
        if (++words > DATELINE_WORDS ||
            !(is_name || pol_word_is_any(word, around) || pol_word_is_capital(word)))
            return false;
        is_name = pol_word_is(word, "by");
    }
    return true;
}

/* What is printed as the date of a change is not the date of publication. */
static bool is_of_change(pol_span head)
{
    pol_span last = pol_word_last(head);
    if (pol_word_is_any(last, "on at")) {
        pol_span before = pol_span_first(head, (size_t)(last.data - head.data));
        last = pol_word_last(before);
    }
    return pol_word_is_any(last, "updated modified edited reviewed");
}

/* "Ann Reed | 3 May 2016": a name, a divider and the date. */
static bool is_signed(pol_span head, pol_span rest)
{
    static const char *const dividers[] = {"|", "\u2022", "\u00B7", "/"};
    pol_span name = pol_span_trim(head);
    if (pol_span_core(rest).size > 0 || pol_word_count(name, 5) > 4)
        return false;
    for (size_t i = 0; i < sizeof dividers / sizeof *dividers; i++)
        if (pol_span_ends(name, pol_span_of(dividers[i])))
            return true;
    return false;
}

/* "By our labour correspondent,": a byline that names no person. */
static bool is_staff(pol_span head)
{
    enum { STAFF_WORDS = 7 };
    pol_span rest = head, word = pol_word_next(&rest);
    if (!pol_word_is(word, "by") || pol_word_count(rest, STAFF_WORDS + 1) > STAFF_WORDS)
        return false;
    return pol_word_is_any(pol_word_last(head), "correspondent reporter reporters editor staff "
                                                "writer writers desk team newsroom office");
}

/* "For immediate release: 3 May 2016": other lines that start with "for" are text. */
static bool is_release(pol_span text)
{
    return pol_words_start(text, "for immediate release", NULL) ||
           pol_words_start(text, "for immediate use", NULL);
}

/* Does it start as datelines do: a word of the table, a date, or a name and a divider? */
static bool may_open(pol_span text)
{
    pol_span rest = text, first = pol_word_next(&rest);
    bool is_divided = false;
    for (size_t i = 0; i < text.size; i++)
        is_divided = is_divided || text.data[i] == '|' || text.data[i] == '/' ||
                     (unsigned char)text.data[i] >= 0x80;
    return is_divided || pol_word_is_any(first, starts) || is_release(text) ||
           (first.size > 0 && first.data[0] >= '0' && first.data[0] <= '9') ||
           pol_word_is_any(pol_span_first(first, 3), "jan feb mar apr may jun jul aug sep oct nov "
                                                     "dec mon tue wed thu fri sat sun");
}

bool pol_dateline_parse(pol_span line, pol_span *ret_date)
{
    pol_span text = pol_span_trim(pol_span_unbullet(line));
    if (text.size == 0 || text.size > DATELINE_BYTES)
        return false;
    pol_date date;
    if (!has_digit(text))
        return false;
    if (pol_date_parse(text, &date) && date.month > 0) {
        *ret_date = text;
        return true;
    }
    size_t at, size;
    if (!may_open(text) || !pol_date_find(text, &date, &at, &size))
        return false;
    pol_span head = pol_span_first(text, at), rest = pol_span_from(text, at + size);
    pol_span words = text, first = pol_word_next(&words);
    bool is_headed = pol_word_is_any(first, starts) || is_release(text);
    bool opens = is_headed || pol_span_core(head).size == 0 || is_signed(head, rest);
    bool is_divided = rest.size == 0 || is_headed || strchr("|,-\xE2\xC2 ", rest.data[0]) != NULL;
    if (!opens || !is_divided || is_of_change(head) || !(has_only_known(head) || is_staff(head)) ||
        !has_only_known(rest) || pol_ends_sentence(rest))
        return false;
    *ret_date = pol_span_make(text.data + at, size);
    return true;
}

bool pol_dateline_is_glued(pol_span line, pol_span *ret_date, pol_span *ret_rest)
{
    enum { BRACKET_BYTES = 30 };
    if (line.size < 8 || (line.data[0] != '(' && line.data[0] != '['))
        return false;
    size_t close = pol_span_find(pol_span_first(line, BRACKET_BYTES),
                                 line.data[0] == '(' ? POL_SPAN(")") : POL_SPAN("]"), 0);
    pol_date date;
    if (close == POL_NOWHERE || !pol_date_parse(pol_span_make(line.data + 1, close - 1), &date) ||
        date.day == 0)
        return false;
    *ret_date = pol_span_make(line.data + 1, close - 1);
    *ret_rest = pol_span_trim(pol_span_from(line, close + 1));
    return true;
}

size_t pol_dateline_at_top(const pol_recognition *rec, pol_span *ret_date)
{
    size_t seen = 0, sentences = 0;
    pol_span rest;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && seen < TOP_LINES && sentences < 2;
         i = pol_rec_next(rec, i + 1), seen++) {
        pol_span text = rec->lines[i].text;
        if (pol_dateline_parse(text, ret_date) || pol_dateline_is_glued(text, ret_date, &rest))
            return i;
        sentences += pol_ends_sentence(text) && pol_word_count(text, 9) > 8;
    }
    return POL_NOWHERE;
}

/* A byline without a date: "By Ann Reed", "Ann Reed reports". */
static bool is_byline(pol_span text)
{
    pol_span rest;
    return text.size <= 60 && pol_words_start(text, "by", &rest) && !pol_ends_sentence(text) &&
           pol_word_count(rest, 6) >= 1 && pol_word_count(rest, 6) <= 5 && has_only_known(rest);
}

static void take_date(pol_recognition *rec, size_t index, pol_span date)
{
    pol_span ignored, rest;
    pol_rec_state(rec, POL_STATED_DATE, date, POL_ORIGIN_TEXT, rec->lines[index].source->number, 5);
    if (pol_dateline_is_glued(rec->lines[index].text, &ignored, &rest) && rest.size > 0)
        pol_rec_set_text(rec, index, rest);
    else
        pol_rec_claim(rec, index, POL_USE_METADATA);
}

/* The date at the foot: a line that is nothing else. */
static void take_bottom_date(pol_recognition *rec)
{
    size_t index = pol_rec_previous(rec, rec->count);
    for (int i = 0; i < BOTTOM_LINES && index != POL_NOWHERE; i++) {
        pol_span date;
        if (pol_dateline_parse(rec->lines[index].text, &date)) {
            take_date(rec, index, date);
            return;
        }
        index = pol_rec_previous(rec, index);
    }
}

/* A motion outside the known pages may have its date alone above its text. What it is
 * the date of is not said, so that it tells no year of a conference. */
static void take_motion_date(pol_recognition *rec)
{
    pol_span date;
    size_t index = pol_dateline_at_top(rec, &date);
    pol_date read;
    if (rec->rank[POL_STATED_DATE] != 0 || rec->back_line != POL_NOWHERE || index == POL_NOWHERE ||
        index > pol_rec_first_prose(rec) || !pol_date_parse(date, &read) || read.day == 0 ||
        pol_rec_is_prose(rec, index))
        return;
    pol_rec_state(rec, POL_STATED_DATE, date, POL_ORIGIN_TEXT, rec->lines[index].source->number, 9);
    pol_rec_claim(rec, index, POL_USE_METADATA);
    if (index >= rec->header_end)
        rec->header_end = index + 1;
}

void pol_rec_take_article(pol_recognition *rec)
{
    if (pol_kind_is_decided(rec->document->kind)) {
        take_motion_date(rec);
        return;
    }
    pol_span date;
    size_t index = pol_dateline_at_top(rec, &date);
    if (index != POL_NOWHERE) {
        bool is_glued =
            rec->lines[index].text.data[0] == '(' && pol_word_count(rec->lines[index].text, 8) > 7;
        take_date(rec, index, date);
        if (!is_glued && index >= rec->header_end)
            rec->header_end = index + 1;
    } else if (rec->rank[POL_STATED_DATE] == 0) {
        take_bottom_date(rec);
    }
    size_t seen = 0;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && seen < TOP_LINES;
         i = pol_rec_next(rec, i + 1), seen++)
        if (is_byline(rec->lines[i].text)) {
            pol_rec_claim(rec, i, POL_USE_METADATA);
            rec->header_end = i >= rec->header_end ? i + 1 : rec->header_end;
            return;
        }
}
