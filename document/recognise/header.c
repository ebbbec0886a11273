/* header.c - the block of conference, date and decision without labels, under
 * "Back to all Motions" or at the top of the page. */
#include "document/recognise/conference.h"
#include "document/recognise/decision.h"
#include "document/recognise/state.h"

enum { TOP_LINES = 10, BLANKS_MAX = 2, TITLE_LINES_MAX = 2, TITLE_BYTES_MAX = 220 };

typedef enum part {
    PART_NONE,
    PART_CONFERENCE,
    PART_DATE,
    PART_DECISION,
    PART_YEAR, /* alone, under a conference that is named without it */
    PART_BOTH  /* conference and date, or conference and number, on one line */
} part;

typedef struct header_line {
    part part;
    pol_span conference, date, number, year;
} header_line;

static bool is_full_date(pol_span text)
{
    pol_date date;
    return pol_date_parse(pol_span_unbullet(text), &date) && date.day > 0;
}

/* In the last character or the one before it. */
static bool ends_in_digit(pol_span text)
{
    for (size_t i = text.size > 2 ? text.size - 2 : 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* "2014 Care Conference - 4 May 2014", "Congress 2015, 23 May 2015". */
static bool split_both(pol_span text, header_line *line)
{
    pol_date date;
    size_t at, size;
    if (!ends_in_digit(text) || !pol_date_find(text, &date, &at, &size) || at == 0 ||
        at + size + 1 < text.size)
        return false;
    pol_span name = pol_span_core(pol_span_first(text, at));
    pol_conference conference;
    if (!pol_conference_parse(name, true, &conference))
        return false;
    line->part = PART_BOTH;
    line->conference = name;
    line->date = pol_span_make(text.data + at, size);
    return true;
}

/* "Tea Conference 2015 - Motion 12". */
static bool split_number(pol_span text, header_line *line)
{
    size_t at = pol_span_find_fold(text, POL_SPAN("motion "), 1);
    if (at == POL_NOWHERE)
        return false;
    pol_span rest = pol_span_from(text, at), name = pol_span_core(pol_span_first(text, at));
    pol_word_next(&rest);
    pol_span number = pol_word_next(&rest);
    pol_conference conference;
    if (!number.data || number.size > 6 || pol_word_next(&rest).data ||
        !pol_conference_parse(name, false, &conference))
        return false;
    line->part = PART_BOTH;
    line->conference = name;
    line->number = number;
    return true;
}

static header_line read_header_line(pol_span text, bool may_lack_year)
{
    header_line line = {.part = PART_NONE};
    text = pol_span_unbullet(text);
    pol_conference conference;
    if (text.size > POL_SHORT_LINE)
        return line;
    if (is_full_date(text)) {
        line.part = PART_DATE;
        line.date = text;
    } else if (split_number(text, &line)) {
        return line;
    } else if (pol_conference_parse(text, may_lack_year, &conference)) {
        line.part = PART_CONFERENCE;
        line.conference = text;
    } else if (pol_decision_from_words(text) != POL_DECISION_NONE) {
        line.part = PART_DECISION;
    } else if (text.size == 4 && pol_word_year(text)) {
        line.part = PART_YEAR;
        line.year = text;
    } else {
        split_both(text, &line);
    }
    return line;
}

static bool follows_closely(const pol_recognition *rec, size_t index)
{
    return rec->lines[index].source->blanks <= BLANKS_MAX;
}

static void take_part(pol_recognition *rec, size_t index, const header_line *line)
{
    uint32_t number = rec->lines[index].source->number;
    pol_rec_state(rec, POL_STATED_CONFERENCE, line->conference, POL_ORIGIN_TEXT, number, 4);
    pol_rec_state(rec, POL_STATED_DATE, line->date, POL_ORIGIN_TEXT, number, 2);
    pol_rec_state(rec, POL_STATED_NUMBER, line->number, POL_ORIGIN_TEXT, number, 6);
    pol_rec_state(rec, POL_STATED_YEAR, line->year, POL_ORIGIN_TEXT, number, 2);
    if (line->part == PART_DECISION)
        pol_rec_state(rec, POL_STATED_DECISION, pol_span_unbullet(rec->lines[index].text),
                      POL_ORIGIN_TEXT, number, 3);
    pol_rec_claim(rec, index, POL_USE_METADATA);
    rec->header_end = index + 1;
}

/* A conference without its year counts where a date or a year stands right under
 * it. */
static bool has_date_below(const pol_recognition *rec, size_t index)
{
    size_t next = pol_rec_next(rec, index + 1);
    return next < rec->count && next <= index + 2 &&
           (is_full_date(rec->lines[next].text) ||
            (rec->lines[next].text.size == 4 && pol_word_year(rec->lines[next].text)));
}

/* Between "Back" and the date stands the conference, though none of the known words is
 * in its name. */
static bool is_name_above_date(pol_span text)
{
    return text.size <= POL_SHORT_LINE && pol_word_is_capital(text) &&
           pol_word_count(text, 13) <= 12 && !pol_ends_in(text, ".:;,");
}

/* Takes the lines from `index` on, each part once. `may_lack_year`: the first line of
 * the block may be a conference without its year, if a date follows it. */
static bool take_block(pol_recognition *rec, size_t index, bool may_lack_year)
{
    bool seen[PART_BOTH + 1] = {false};
    for (size_t i = index; i < rec->count; i++) {
        if (rec->lines[i].use == POL_USE_BOILERPLATE || rec->lines[i].use == POL_USE_METADATA)
            continue;
        if (!pol_rec_is_body(rec, i) || (i > index && !follows_closely(rec, i)))
            break;
        header_line line = read_header_line(rec->lines[i].text, may_lack_year && i == index);
        bool has_conference = line.conference.data != NULL, has_date = line.date.data != NULL;
        if (i == index && line.part == PART_NONE && rec->back_line != POL_NOWHERE &&
            has_date_below(rec, i) && is_name_above_date(rec->lines[i].text)) {
            line = (header_line){.part = PART_CONFERENCE, .conference = rec->lines[i].text};
            has_conference = true;
        }
        if (line.part == PART_NONE || (has_conference && seen[PART_CONFERENCE]) ||
            (has_date && seen[PART_DATE]) || (line.part == PART_DECISION && seen[PART_DECISION]))
            break;
        if (line.part == PART_YEAR && (!seen[PART_CONFERENCE] || seen[PART_YEAR]))
            break;
        if (line.part == PART_DECISION && !seen[PART_CONFERENCE] && !seen[PART_DATE] &&
            rec->back_line == POL_NOWHERE)
            break;
        seen[line.part] = true;
        seen[PART_CONFERENCE] = seen[PART_CONFERENCE] || has_conference;
        seen[PART_DATE] = seen[PART_DATE] || has_date;
        take_part(rec, i, &line);
    }
    return seen[PART_CONFERENCE];
}

/* Of several lines at the top that could be the conference, the title comes first: the
 * last one of those that follow each other is the conference. */
static size_t find_block(pol_recognition *rec)
{
    size_t seen = 0, found = POL_NOWHERE;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && seen < TOP_LINES;
         i = pol_rec_next(rec, i + 1), seen++) {
        header_line line = read_header_line(rec->lines[i].text, has_date_below(rec, i));
        if (line.part == PART_CONFERENCE || line.part == PART_BOTH) {
            if (found != POL_NOWHERE && i > found + 1)
                break;
            found = i;
        } else if (found != POL_NOWHERE || seen >= TITLE_LINES_MAX + 1 ||
                   rec->lines[i].text.size > TITLE_BYTES_MAX ||
                   (seen > 0 && line.part == PART_NONE && pol_rec_is_prose(rec, i))) {
            break; /* the first line may be a title that opens like a clause */
        }
    }
    return found;
}

/* A date right above the conference is of the block, too. */
static size_t block_start(const pol_recognition *rec, size_t conference)
{
    size_t above = pol_rec_previous(rec, conference);
    return above != POL_NOWHERE && above + 1 == conference && is_full_date(rec->lines[above].text)
               ? above
               : conference;
}

/* A congress named without a year, alone over the number of the motion. */
static bool is_conference_over_number(const pol_recognition *rec, size_t index)
{
    size_t next = pol_rec_next(rec, index + 1);
    pol_conference conference;
    return next < rec->count && pol_conference_parse(rec->lines[index].text, true, &conference) &&
           pol_words_start(rec->lines[next].text, "motion", NULL) &&
           pol_word_count(rec->lines[next].text, 3) == 2;
}

/* Is the "Back" line one at the top, with no more than a title above it, and the motion
 * below? */
static bool is_back_at_top(const pol_recognition *rec)
{
    size_t above = 0, below = pol_rec_next(rec, rec->back_line + 1);
    for (size_t i = pol_rec_next(rec, 0); i < rec->back_line && above <= TITLE_LINES_MAX + 1;
         i = pol_rec_next(rec, i + 1))
        above++;
    if (below >= rec->count || above > TITLE_LINES_MAX + 1)
        return rec->has_labelled_conference && above <= TITLE_LINES_MAX;
    return above <= 1 || rec->has_labelled_conference ||
           read_header_line(rec->lines[below].text, true).part != PART_NONE;
}

void pol_rec_take_header(pol_recognition *rec)
{
    if (rec->back_line != POL_NOWHERE && !is_back_at_top(rec))
        rec->back_line = POL_NOWHERE;
    bool is_done = rec->has_labelled_conference;
    if (rec->back_line != POL_NOWHERE) {
        size_t first = pol_rec_next(rec, rec->back_line + 1);
        if (first < rec->count && !is_done)
            is_done = take_block(rec, first, has_date_below(rec, first));
        if (rec->header_end <= rec->back_line)
            rec->header_end = rec->back_line + 1;
    }
    if (is_done)
        return;
    size_t found = find_block(rec), first = pol_rec_next(rec, 0);
    if (found != POL_NOWHERE) {
        rec->has_header_conference = take_block(rec, block_start(rec, found), true);
    } else if (first < rec->count && is_conference_over_number(rec, first)) {
        header_line line = {.part = PART_CONFERENCE, .conference = rec->lines[first].text};
        take_part(rec, first, &line);
    }
}
