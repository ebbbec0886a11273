/* number.c - the number of a motion at the top of its page, and the title that
 * may share its line: "Motion 12", "Composite 03 MUGS FOR ALL", "** Composite E9: Mugs",
 * "01 MUGS FOR ALL". */
#include "document/recognise/state.h"
#include "document/recognise/submitters.h"

enum { TOP_LINES = 5, NUMBER_BYTES_MAX = 8 };

static const struct {
    const char *words; /* lower case; longer ones first */
    pol_kind kind;
    bool is_in_number; /* "Composite C" is the number, of "Motion 12" only "12" */
} nouns[] = {
    {"emergency motion", POL_KIND_EMERGENCY, false},
    {"emergency resolution", POL_KIND_EMERGENCY, false},
    {"emergency composite", POL_KIND_EMERGENCY, true},
    {"composite motion", POL_KIND_COMPOSITE, true},
    {"composite resolution", POL_KIND_COMPOSITE, true},
    {"composite", POL_KIND_COMPOSITE, true},
    {"late motion", POL_KIND_MOTION, false},
    {"executive motion", POL_KIND_MOTION, false},
    {"rule amendment", POL_KIND_RULE_CHANGE, false},
    {"rule change", POL_KIND_RULE_CHANGE, false},
    {"motion number", POL_KIND_MOTION, false},
    {"motion no", POL_KIND_MOTION, false},
    {"motion", POL_KIND_MOTION, false},
    {"resolution number", POL_KIND_MOTION, false},
    {"resolution no", POL_KIND_MOTION, false},
    {"resolution", POL_KIND_MOTION, false},
    {"amendment", POL_KIND_AMENDMENT, false},
};

static bool has_digit(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return true;
    return false;
}

static bool is_number(pol_span word, bool may_be_letter)
{
    if (word.size == 0 || word.size > NUMBER_BYTES_MAX || pol_word_year(word))
        return false;
    return has_digit(word) ||
           (may_be_letter && word.size == 1 && word.data[0] >= 'A' && word.data[0] <= 'Z');
}

/* Without what separates a number from its title: ":", "-", ".", ")". */
static pol_span behind_separator(pol_span rest, bool *ret_separated)
{
    static const char *const marks[] = {" ", ":", "-", ".", ")", "]", "|", "\u2013", "\u2014"};
    *ret_separated = false;
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_starts(rest, pol_span_of(marks[i])))) {
                *ret_separated = *ret_separated || i > 0;
                rest = pol_span_from(rest, strlen(marks[i]));
            }
    }
    return rest;
}

typedef struct number_line {
    pol_span number, title;
    pol_kind kind;
    bool may_be_mover; /* the title may be the mover's name instead */
} number_line;

/* A title behind a number starts with a capital and does not end like a sentence. */
static bool may_be_title(pol_span text, bool is_separated)
{
    enum { TITLE_WORDS = 24 };
    pol_span rest = text, first = pol_word_next(&rest);
    return text.size <= POL_SHORT_LINE && pol_word_is_capital(first) &&
           pol_word_count(text, TITLE_WORDS + 1) <= TITLE_WORDS &&
           (is_separated || pol_word_is_upper(first) || !pol_ends_in(text, ".")) &&
           !pol_ends_in(text, ":;,");
}

/* "** Composite E9: Mugs **": the stars at both ends. */
static pol_span without_stars(pol_span text)
{
    if (!pol_span_starts(text, POL_SPAN("*")))
        return text;
    while (pol_span_starts(text, POL_SPAN("*")))
        text = pol_span_from(text, 1);
    while (pol_span_ends(text, POL_SPAN("*")))
        text.size--;
    return pol_span_trim(text);
}

static bool read_noun_line(pol_span text, number_line *ret_line)
{
    text = without_stars(text);
    pol_span start = pol_span_core(text);
    pol_span full = pol_span_from(text, (size_t)(start.data - text.data));
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        pol_span rest;
        if (!pol_words_start(full, nouns[i].words, &rest))
            continue;
        pol_span ahead = rest, word = pol_word_next(&ahead);
        if (!is_number(word, true))
            return false;
        bool is_separated;
        pol_span title = behind_separator(ahead, &is_separated);
        if (title.size > 0 && !may_be_title(title, is_separated))
            return false;
        bool is_article = word.size == 1 && !nouns[i].is_in_number; /* "Motion A better tea" */
        if (title.size > 0 && is_article && !is_separated)
            return false;
        const char *from = nouns[i].is_in_number ? full.data : word.data;
        ret_line->number = pol_span_make(from, (size_t)(word.data + word.size - from));
        ret_line->title = title;
        ret_line->kind = nouns[i].kind;
        ret_line->may_be_mover =
            nouns[i].kind == POL_KIND_MOTION && !pol_span_starts(ahead, POL_SPAN(":"));
        return true;
    }
    return false;
}

/* "#EM 01 Mugs for all", "#12 Mugs": the mark makes sure that it is a number. */
static bool read_marked_line(pol_span text, number_line *ret_line)
{
    if (!pol_span_starts(text, POL_SPAN("#")))
        return false;
    pol_span rest = pol_span_from(text, 1), first = pol_word_next(&rest), last = first;
    if (pol_word_is_upper(first) && first.size <= 3)
        last = pol_word_next(&rest);
    bool is_separated;
    pol_span title = behind_separator(rest, &is_separated);
    if (first.data != text.data + 1 || !is_number(last, false) ||
        !may_be_title(title, is_separated))
        return false;
    pol_span number = pol_span_make(first.data, (size_t)(last.data + last.size - first.data));
    *ret_line = (number_line){.number = number, .title = title, .kind = POL_KIND_COUNT};
    return true;
}

/* "27. Mugs for all" in the heading of a page that is a motion's by its labels. */
static bool read_heading(const pol_recognition *rec, size_t index, number_line *ret_line)
{
    pol_span text = rec->lines[index].text, rest = text, word = pol_word_next(&rest);
    bool is_separated;
    pol_span title = behind_separator(rest, &is_separated);
    if (rec->lines[index].source->role != POL_LINE_HEADING || !rec->is_motion_page ||
        !is_number(word, false) || word.data != text.data || word.size > 3 || !is_separated ||
        title.size == 0 || !may_be_title(title, is_separated))
        return false;
    *ret_line = (number_line){.number = word, .title = title, .kind = POL_KIND_COUNT};
    return true;
}

/* "01 MUGS FOR ALL": a number without a noun needs a title in capitals. "A12 Mugs" has
 * a letter in its number. */
static bool read_bare_line(pol_span text, number_line *ret_line)
{
    pol_span rest = text, word = pol_word_next(&rest);
    if (!is_number(word, false) || word.data != text.data)
        return false;
    bool is_separated;
    pol_span title = behind_separator(rest, &is_separated);
    pol_span ahead = title, first = pol_word_next(&ahead);
    bool has_letter = word.data[0] >= 'A' && word.data[0] <= 'Z';
    size_t upper = 0, words = 0;
    for (pol_span left = title, next; (next = pol_word_next(&left)).data; words++)
        upper += pol_word_is_upper(next) || next.size == 1 || has_digit(next);
    bool is_loud = words > 0 && upper == words && title.size >= 3;
    if (!is_loud && !(has_letter && word.size >= 2 && pol_word_is_capital(first) &&
                      may_be_title(title, is_separated) && words >= 2))
        return false;
    *ret_line = (number_line){.number = word, .title = title, .kind = POL_KIND_COUNT};
    return true;
}

/* "Mugs - North branch", "North branch": the mover that stands behind the title, or
 * instead of it. */
static pol_span split_mover(pol_recognition *rec, pol_span title, bool may_be_mover, uint32_t line)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 "};
    if (may_be_mover && pol_submitter_is_body_line(title)) {
        pol_submitters_split(rec, title, POL_SUBMITTER_BODIES, POL_ORIGIN_TEXT, line);
        return pol_span_make(NULL, 0);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(title, pol_span_of(marks[i]), 0);
        if (at == POL_NOWHERE)
            continue;
        pol_span behind = pol_span_from(title, at + strlen(marks[i]));
        if (!pol_submitter_is_body_line(behind))
            continue;
        pol_submitters_split(rec, behind, POL_SUBMITTER_BODIES, POL_ORIGIN_TEXT, line);
        return pol_span_trim(pol_span_first(title, at));
    }
    return title;
}

static void take_number_line(pol_recognition *rec, size_t index, const number_line *line)
{
    uint32_t number = rec->lines[index].source->number;
    pol_rec_state(rec, POL_STATED_NUMBER, line->number, POL_ORIGIN_TEXT, number, 4);
    rec->number_kind = line->kind;
    rec->is_motion_page = true;
    pol_span title = split_mover(rec, line->title, line->may_be_mover, number);
    if (title.size > 0) {
        pol_rec_state(rec, POL_STATED_TITLE, title, POL_ORIGIN_TEXT, number, 4);
        pol_rec_claim(rec, index, POL_USE_TITLE);
    } else {
        pol_rec_claim(rec, index, POL_USE_METADATA);
        rec->number_line = index;
    }
    if (index >= rec->header_end)
        rec->header_end = index + 1;
}

void pol_rec_take_number(pol_recognition *rec)
{
    if (rec->back_line != POL_NOWHERE)
        return; /* these pages print no number: what stands above is the title */
    size_t seen = 0;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && seen < TOP_LINES;
         i = pol_rec_next(rec, i + 1), seen++) {
        number_line line = {.kind = POL_KIND_COUNT};
        pol_span text = rec->lines[i].text;
        if (text.size > POL_SHORT_LINE || rec->lines[i].source->is_aside)
            return;
        if (read_noun_line(text, &line) ||
            (seen == 0 && (read_bare_line(text, &line) || read_marked_line(text, &line) ||
                           read_heading(rec, i, &line)))) {
            take_number_line(rec, i, &line);
            return;
        }
        if (pol_rec_is_prose(rec, i))
            return;
    }
}
