/* labels.c - labelled values in the running text: "Decision: Carried", or a
 * label on a line of its own over its value ("Conference" / "2014 Care Conference"),
 * with or without bullets.
 *
 * One table of labels. What stands under a label must look like such a value; a label
 * in the midst of prose is prose. */
#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/conference.h"
#include "document/recognise/date.h"
#include "document/recognise/state.h"
#include "document/recognise/submitters.h"

enum {
    BARE = 1, /* may stand alone on its line, its value under it */
    EDGE = 2, /* with a colon only before the first or behind the last prose */
    DROP = 4, /* claimed; states nothing that we keep */
    TEXT = 8, /* the text of the motion follows */
    REST = 16 /* behind the text: all that follows is notes of the page */
};

enum { LABEL_BYTES = 40, BLANKS_MAX = 2 };

static const struct {
    const char *words; /* lower case */
    pol_stated field;
    uint8_t flags;
    uint8_t alias; /* which of two labels for one field wins: the lower */
} labels[] = {
    {"conference", POL_STATED_CONFERENCE, BARE | EDGE, 0},
    {"conference name", POL_STATED_CONFERENCE, BARE, 0},
    {"meeting link", POL_STATED_CONFERENCE, BARE, 1},
    {"meeting", POL_STATED_CONFERENCE, BARE | EDGE, 2},
    {"congress", POL_STATED_CONFERENCE, BARE | EDGE, 2},
    {"convention", POL_STATED_CONFERENCE, BARE | EDGE, 2},
    {"assembly", POL_STATED_CONFERENCE, BARE | EDGE, 3},
    {"event", POL_STATED_CONFERENCE, BARE | EDGE, 3},
    {"date", POL_STATED_DATE, BARE | EDGE, 1},
    {"date submitted", POL_STATED_DATE, BARE, 0},
    {"submitted on", POL_STATED_DATE, BARE, 0},
    {"submission date", POL_STATED_DATE, BARE, 0},
    {"published", POL_STATED_DATE, BARE | EDGE, 1},
    {"date published", POL_STATED_DATE, BARE, 1},
    {"publication date", POL_STATED_DATE, BARE, 1},
    {"meeting date", POL_STATED_MEETING_DATE, BARE, 0},
    {"date of meeting", POL_STATED_MEETING_DATE, BARE, 0},
    {"conference date", POL_STATED_MEETING_DATE, BARE, 0},
    {"decision", POL_STATED_DECISION, BARE, 0},
    {"conference decision", POL_STATED_DECISION, BARE, 0},
    {"status", POL_STATED_DECISION, BARE, 1},
    {"outcome", POL_STATED_DECISION, BARE, 2},
    {"result", POL_STATED_DECISION, BARE, 2},
    {"disposition", POL_STATED_DECISION, BARE, 2},
    {"action taken", POL_STATED_DECISION, BARE, 3},
    {"motion title", POL_STATED_TITLE, BARE, 0},
    {"title", POL_STATED_TITLE, BARE | EDGE, 1},
    {"subject", POL_STATED_TITLE, BARE | EDGE, 2},
    {"motion", POL_STATED_NUMBER, BARE | EDGE, 1},
    {"motion no", POL_STATED_NUMBER, BARE, 0},
    {"motion number", POL_STATED_NUMBER, BARE, 0},
    {"motion ref", POL_STATED_NUMBER, BARE, 1},
    {"motion reference", POL_STATED_NUMBER, BARE, 1},
    {"resolution number", POL_STATED_NUMBER, BARE, 0},
    {"resolution no", POL_STATED_NUMBER, BARE, 0},
    {"resolution", POL_STATED_NUMBER, BARE | EDGE, 2},
    {"agenda number", POL_STATED_NUMBER, BARE, 3},
    {"number", POL_STATED_NUMBER, BARE | EDGE, 3},
    {"motion text", POL_STATED_NOTHING, BARE | TEXT, 0},
    {"text of motion", POL_STATED_NOTHING, BARE | TEXT, 0},
    {"full text", POL_STATED_NOTHING, BARE | TEXT, 0},
    {"proposing body", POL_STATED_SUBMITTER, BARE, 0},
    {"proposing", POL_STATED_SUBMITTER, BARE | EDGE, 0},
    {"proposing union", POL_STATED_SUBMITTER, BARE, 0},
    {"proposing branch", POL_STATED_SUBMITTER, BARE, 0},
    {"submitted by", POL_STATED_SUBMITTER, BARE, 0},
    {"submitting body", POL_STATED_SUBMITTER, BARE, 0},
    {"received from", POL_STATED_SUBMITTER, BARE, 0},
    {"sponsored by", POL_STATED_SUBMITTER, BARE, 0},
    {"sponsor", POL_STATED_SUBMITTER, BARE, 0},
    {"proposed by", POL_STATED_SUBMITTER, BARE, 1},
    {"proposer", POL_STATED_SUBMITTER, BARE, 1},
    {"proposers", POL_STATED_SUBMITTER, BARE, 1},
    {"proposed", POL_STATED_SUBMITTER, EDGE, 1},
    {"moved by", POL_STATED_SUBMITTER, BARE, 1},
    {"moved", POL_STATED_SUBMITTER, EDGE, 1},
    {"mover", POL_STATED_SUBMITTER, BARE, 1},
    {"movers", POL_STATED_SUBMITTER, BARE, 1},
    {"club", POL_STATED_SUBMITTER, BARE | EDGE, 0},
    {"local", POL_STATED_SUBMITTER, BARE | EDGE, 0},
    {"branch", POL_STATED_SUBMITTER, BARE | EDGE, 0},
    {"region", POL_STATED_SUBMITTER, BARE | EDGE, 0},
    {"from", POL_STATED_SUBMITTER, EDGE, 0},
    {"recommendation", POL_STATED_RECOMMENDATION, BARE | EDGE, 0},
    {"nec recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"committee recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"resolutions committee recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"executive committee recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"executive board recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"soc recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"executive position", POL_STATED_RECOMMENDATION, BARE, 0},
    {"executive recommendation", POL_STATED_RECOMMENDATION, BARE, 0},
    {"nec position", POL_STATED_RECOMMENDATION, BARE, 0},
    {"nec policy", POL_STATED_RECOMMENDATION, BARE, 0},
    {"mandate", POL_STATED_RECOMMENDATION, BARE | EDGE, 0},
    {"organisation", POL_STATED_ORGANISATION, BARE | EDGE, 0},
    {"organization", POL_STATED_ORGANISATION, BARE | EDGE, 0},
    {"url", POL_STATED_SOURCE, BARE, 0},
    {"source", POL_STATED_SOURCE, BARE | EDGE, 1},
    {"session", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"amended", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"allocated to", POL_STATED_NOTHING, BARE | DROP, 0},
    {"listing reference", POL_STATED_NOTHING, BARE | DROP, 0},
    {"listing ref", POL_STATED_NOTHING, BARE | DROP, 0},
    {"reference", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"seconding", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"seconded by", POL_STATED_NOTHING, BARE | DROP, 0},
    {"seconded", POL_STATED_NOTHING, EDGE | DROP, 0},
    {"seconder", POL_STATED_NOTHING, BARE | DROP, 0},
    {"seconders", POL_STATED_NOTHING, BARE | DROP, 0},
    {"supporter", POL_STATED_NOTHING, EDGE | DROP, 0},
    {"supporters", POL_STATED_NOTHING, EDGE | DROP, 0},
    {"summation", POL_STATED_NOTHING, BARE | DROP, 0},
    {"topic", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"topics", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"tags", POL_STATED_NOTHING, EDGE | DROP, 0},
    {"category", POL_STATED_NOTHING, BARE | EDGE | DROP, 0},
    {"policy area", POL_STATED_NOTHING, BARE | DROP, 0},
    {"service group", POL_STATED_NOTHING, EDGE | DROP, 0},
    {"notes", POL_STATED_NOTHING, BARE | EDGE | DROP | REST, 0},
};

typedef struct found_label {
    size_t row;
    pol_span words; /* as printed */
    pol_span value; /* behind the colon; empty for a label alone */
    bool has_colon, is_bulleted;
} found_label;

/* Where the labels of a text may stand. */
typedef struct label_context {
    size_t first_prose, last_prose;
    size_t block_end; /* the line behind the last label that was taken */
    bool is_bulleted; /* the labels so far had bullets */
    bool is_at_rest;  /* behind the text's "Notes": nothing more is text */
} label_context;

static bool find_row(pol_span words, size_t *ret_row)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(words, labels[i].words)) {
            *ret_row = i;
            return true;
        }
    return false;
}

/* "Result - Lost": a dash instead of the colon, before what is a decision. */
static bool read_dashed(pol_span text, found_label *ret_label)
{
    static const char *const dashes[] = {" - ", " \u2013 ", " \u2014 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = pol_span_find(pol_span_first(text, LABEL_BYTES), pol_span_of(dashes[i]), 0);
        if (at == POL_NOWHERE || !find_row(pol_span_first(text, at), &ret_label->row) ||
            labels[ret_label->row].field != POL_STATED_DECISION)
            continue;
        ret_label->words = pol_span_first(text, at);
        ret_label->value = pol_span_trim(pol_span_from(text, at + strlen(dashes[i])));
        ret_label->has_colon = true;
        return pol_decision_from_words(ret_label->value) != POL_DECISION_NONE;
    }
    return false;
}

static bool read_label(const pol_rec_line *line, found_label *ret_label)
{
    pol_span text = pol_span_unbullet(line->text);
    *ret_label = (found_label){.is_bulleted = text.data != line->text.data ||
                                              line->source->role == POL_LINE_ITEM};
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(":"), 0);
    if (colon == POL_NOWHERE && read_dashed(text, ret_label))
        return true;
    ret_label->has_colon = colon != POL_NOWHERE;
    ret_label->words = ret_label->has_colon ? pol_span_first(text, colon) : text;
    if (ret_label->words.size > LABEL_BYTES)
        return false;
    if (ret_label->has_colon)
        ret_label->value = pol_span_trim(pol_span_from(text, colon + 1));
    return find_row(ret_label->words, &ret_label->row);
}

static bool looks_like_number(pol_span value)
{
    enum { NUMBER_BYTES = 24 };
    if (value.size == 0 || value.size > NUMBER_BYTES || pol_word_count(value, 4) > 3)
        return false;
    for (size_t i = 0; i < value.size; i++)
        if (value.data[i] >= '0' && value.data[i] <= '9')
            return true;
    pol_span rest = value, word = pol_word_next(&rest);
    if (pol_word_is_any(word, "composite comp emergency"))
        word = pol_word_next(&rest);
    return word.size == 1 && !pol_word_next(&rest).data;
}

static bool looks_like_conference(pol_span value, bool is_bare)
{
    pol_conference conference;
    if (pol_conference_parse(value, true, &conference))
        return true;
    pol_conference_split(value, &conference);
    if (value.size > POL_SHORT_LINE || pol_ends_in(value, ";:"))
        return false;
    if (pol_word_is_any(pol_word_last(value), "conference congress meeting agm convention") &&
        pol_word_count(value, 11) <= 10 && !pol_ends_sentence(value))
        return true;
    return is_bare ? conference.year != 0 && !pol_ends_sentence(value)
                   : pol_word_count(value, 17) <= 16 && pol_word_is_capital(pol_word_last(value));
}

static bool looks_like_date(pol_span value)
{
    pol_date date;
    return value.size <= 60 && pol_stated_date_read(value, &date);
}

/* Under a label that stands alone: a decision, or a few words that may be one. The value
 * may be missing, and the text follow at once. */
static bool looks_like_decision(pol_span value)
{
    enum { FEW_WORDS = 5 };
    return pol_decision_from_words(value) != POL_DECISION_NONE ||
           (pol_word_count(value, FEW_WORDS + 1) <= FEW_WORDS && !pol_ends_sentence(value) &&
            !pol_ends_in(value, ":;,") && pol_opener_of(value).subject == POL_SUBJECT_NONE);
}

/* Is `value` what the label promises? */
static bool fits(pol_stated field, pol_span value, bool is_bare)
{
    enum { DECISION_WORDS = 14, NAME_BYTES = 400 };
    size_t row;
    if (value.size == 0 || (is_bare && find_row(value, &row)))
        return false;
    switch (field) {
    case POL_STATED_CONFERENCE:
        return looks_like_conference(value, is_bare);
    case POL_STATED_DATE:
    case POL_STATED_MEETING_DATE:
        return looks_like_date(value);
    case POL_STATED_DECISION:
        return pol_word_count(value, DECISION_WORDS + 1) <= DECISION_WORDS &&
               (!is_bare || looks_like_decision(value));
    case POL_STATED_NUMBER:
        return looks_like_number(value);
    case POL_STATED_SUBMITTER:
        return value.size <= NAME_BYTES && pol_word_is_capital(pol_span_core(value)) &&
               !pol_ends_in(value, ";:");
    default:
        return value.size <= POL_SHORT_LINE;
    }
}

/* Is it beyond doubt what the label promises, so that blank lines may stand between? */
static bool fits_surely(pol_stated field, pol_span value)
{
    pol_conference conference;
    pol_date date;
    switch (field) {
    case POL_STATED_CONFERENCE:
        return pol_conference_parse(value, false, &conference);
    case POL_STATED_DATE:
        return pol_date_parse(value, &date) && date.day > 0;
    case POL_STATED_DECISION:
        return pol_decision_from_words(value) != POL_DECISION_NONE;
    default:
        return false;
    }
}

/* The index of the value's line under a label that stands alone; POL_NOWHERE. */
static size_t value_below(const pol_recognition *rec, size_t index, const found_label *label)
{
    size_t next = index + 1;
    if (!pol_rec_is_body(rec, next))
        return POL_NOWHERE;
    const pol_line *source = rec->lines[next].source;
    bool is_typed = source->role == POL_LINE_PLAIN && !label->is_bulleted;
    pol_span value = pol_span_unbullet(rec->lines[next].text);
    if (source->blanks > (is_typed && !label->has_colon ? 0u : 1u) &&
        !(source->blanks <= BLANKS_MAX && fits_surely(labels[label->row].field, value)))
        return POL_NOWHERE;
    return fits(labels[label->row].field, value, true) ? next : POL_NOWHERE;
}

static bool is_at_edge(const label_context *context, size_t index)
{
    return index < context->first_prose || context->last_prose == POL_NOWHERE ||
           index > context->last_prose || index == context->block_end;
}

static void state_label(pol_recognition *rec, const found_label *label, pol_span value,
                        uint32_t line)
{
    pol_stated field = labels[label->row].field;
    rec->is_motion_page = rec->is_motion_page || field == POL_STATED_DECISION ||
                          field == POL_STATED_NUMBER || field == POL_STATED_SUBMITTER ||
                          field == POL_STATED_CONFERENCE;
    rec->has_labelled_conference = rec->has_labelled_conference || field == POL_STATED_CONFERENCE;
    if (field == POL_STATED_SUBMITTER)
        pol_submitters_split(rec, value, pol_submitter_hint_of(label->words), POL_ORIGIN_TEXT,
                             line);
    else
        pol_rec_state(rec, field, value, POL_ORIGIN_TEXT, line, labels[label->row].alias);
}

/* "Motion text": the next line starts the text; its bullet is the page's. */
static void start_text(pol_recognition *rec, size_t index, const found_label *label,
                       label_context *context)
{
    rec->is_motion_page = true;
    if (label->value.size > 0) {
        pol_rec_set_text(rec, index, label->value);
        rec->header_end = index;
        return;
    }
    pol_rec_claim(rec, index, POL_USE_METADATA);
    rec->header_end = index + 1;
    if (context->is_bulleted && pol_rec_is_body(rec, index + 1)) {
        pol_rec_line *line = &rec->lines[index + 1];
        pol_rec_set_text(rec, index + 1, pol_span_unbullet(line->text));
        line->label = pol_span_make(NULL, 0);
    }
}

static bool may_take(const label_context *context, size_t index, const found_label *label,
                     bool is_heading)
{
    uint8_t flags = labels[label->row].flags;
    bool at_edge = is_at_edge(context, index);
    if (is_heading && labels[label->row].field == POL_STATED_SUBMITTER)
        return false; /* a section of names */
    if (label->has_colon)
        return at_edge || !(flags & EDGE);
    return (flags & BARE) && (at_edge || (label->is_bulleted && context->is_bulleted));
}

/* Takes the label at `index`; returns the line behind what was taken. */
static size_t take_label(pol_recognition *rec, size_t index, label_context *context)
{
    found_label label;
    if (!read_label(&rec->lines[index], &label) ||
        !may_take(context, index, &label, rec->lines[index].source->role == POL_LINE_HEADING))
        return index + 1;
    uint8_t flags = labels[label.row].flags;
    if (flags & TEXT) {
        start_text(rec, index, &label, context);
        context->block_end = POL_NOWHERE;
        return index + 2;
    }
    bool is_behind = context->last_prose != POL_NOWHERE && index > context->last_prose;
    if ((flags & REST) && !(is_behind && (label.is_bulleted || index == context->block_end)))
        return index + 1;
    size_t at = index;
    pol_span value = label.value;
    if (value.size == 0 && (at = value_below(rec, index, &label)) != POL_NOWHERE)
        value = pol_span_unbullet(rec->lines[at].text);
    bool is_empty = value.size == 0;
    bool in_block = (label.is_bulleted && context->is_bulleted) || index == context->block_end;
    if (is_empty && !in_block && !(flags & DROP))
        return index + 1;
    if (!is_empty && !fits(labels[label.row].field, value, at != index))
        return index + 1;
    pol_rec_claim(rec, index, POL_USE_METADATA);
    context->is_bulleted = context->is_bulleted || label.is_bulleted;
    context->is_at_rest = context->is_at_rest || (flags & REST);
    context->block_end = index + 1;
    if (is_empty)
        return index + 1;
    pol_rec_claim(rec, at, POL_USE_METADATA);
    context->block_end = at + 1;
    if (!(flags & DROP))
        state_label(rec, &label, value, rec->lines[at].source->number);
    if (index < context->first_prose)
        rec->header_end = at + 1;
    return at + 1;
}

/* A title may open like a clause ("Union calls for tea"): right above a label, with the
 * prose below, it is none. */
static bool is_title_above_label(const pol_recognition *rec, size_t index)
{
    found_label label;
    size_t next = pol_rec_next(rec, index + 1);
    return next < rec->count && rec->lines[index].text.size <= POL_SHORT_LINE &&
           !pol_ends_in(rec->lines[index].text, ".:;,") && read_label(&rec->lines[next], &label);
}

/* The first prose but the title. */
static size_t first_prose_below(pol_recognition *rec, size_t last_prose)
{
    size_t first = pol_rec_first_prose(rec);
    if (last_prose == POL_NOWHERE || first >= last_prose || !is_title_above_label(rec, first))
        return first;
    for (size_t i = pol_rec_next(rec, first + 1); i < last_prose && i < POL_EDGE_LINES;
         i = pol_rec_next(rec, i + 1))
        if (pol_rec_is_prose(rec, i))
            return i;
    return last_prose;
}

void pol_rec_take_labels(pol_recognition *rec)
{
    size_t last_prose = pol_rec_last_prose(rec);
    label_context context = {first_prose_below(rec, last_prose), last_prose, POL_NOWHERE, false,
                             false};
    for (size_t i = 0; i < rec->count;) {
        if (rec->lines[i].use != POL_USE_BODY || rec->lines[i].source->is_aside ||
            rec->lines[i].text.size > 2 * POL_SHORT_LINE || !pol_rec_is_near_edge(rec, i)) {
            context.block_end = context.block_end == i ? i + 1 : context.block_end;
            i++;
            continue;
        }
        if (context.is_at_rest)
            pol_rec_claim(rec, i, POL_USE_METADATA);
        i = context.is_at_rest ? i + 1 : take_label(rec, i, &context);
    }
}
