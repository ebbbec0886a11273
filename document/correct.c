/* correct.c - one function for each field that can be corrected. */
#include "document/correct.h"

#include "document/recognise/conference.h"
#include "document/recognise/date.h"
#include "document/words.h"

typedef struct correction {
    pol_document *document;
    pol_span value; /* in the arena */
    pol_arena *arena;
    pol_error *reterr;
} correction;

static pol_value as_value(const correction *made)
{
    return (pol_value){.text = made->value, .origin = POL_ORIGIN_CORRECTION};
}

static pol_status refuse(const correction *made, const char *wanted)
{
    return pol_fail(made->reterr, POL_USAGE, 0, "‘%.*s’ is %s",
                    POL_SPAN_ARGS(pol_span_first(made->value, 40)), wanted);
}

static pol_status set_title(correction *made)
{
    made->document->title = as_value(made);
    made->document->display_title = made->value;
    return POL_OK;
}

static pol_status set_conference(correction *made)
{
    pol_conference conference;
    pol_conference_split(made->value, &conference);
    pol_span name = pol_conference_name(&conference, made->arena);
    if (!name.data)
        return pol_arena_refused(made->arena, made->value.size, made->reterr);
    if (!conference.before.size && !conference.after.size)
        return refuse(made, "no conference: its name is wanted, with the year or without");
    made->document->conference = as_value(made);
    made->document->conference_name = name;
    if (conference.year)
        made->document->year = conference.year;
    return POL_OK;
}

static pol_status set_year(correction *made)
{
    pol_span rest = made->value;
    int year = pol_word_year(pol_word_next(&rest));
    if (!year || pol_span_trim(rest).size)
        return refuse(made, "no year: four digits are wanted");
    made->document->year = year;
    made->document->year_line = 0;
    return POL_OK;
}

static pol_status set_date(correction *made)
{
    pol_date date;
    if (!pol_stated_date_read(made->value, &date))
        return refuse(made, "no date that can be read: 2031-05-04 is one");
    made->document->date = date;
    made->document->date_line = 0;
    return POL_OK;
}

static pol_status set_decision(correction *made)
{
    pol_decision decision = pol_decision_from_code(made->value);
    if (decision == POL_DECISION_NONE)
        decision = pol_decision_from_value(made->value);
    if (decision == POL_DECISION_NONE)
        return refuse(made,
                      "no decision: carried, carried as amended, lost, fell, remitted, withdrawn, "
                      "not reached and others are");
    made->document->decision = decision;
    made->document->decision_raw = as_value(made);
    return POL_OK;
}

static pol_status set_number(correction *made)
{
    made->document->number = as_value(made);
    return POL_OK;
}

static pol_status set_kind(correction *made)
{
    pol_kind kind = pol_kind_from_code(made->value);
    if (kind == POL_KIND_COUNT)
        return refuse(made, "no kind: motion, composite, amendment, emergency, rule_change, "
                            "statement, article and other are");
    pol_document *document = made->document;
    document->kind = kind;
    if (!pol_kind_is_decided(kind))
        document->decision = POL_DECISION_NONE;
    else if (document->decision == POL_DECISION_NONE)
        document->decision = POL_DECISION_UNKNOWN;
    return POL_OK;
}

static pol_status set_text_state(correction *made)
{
    pol_text_state state = pol_text_state_from_code(made->value);
    if (state == POL_TEXT_STATE_COUNT)
        return refuse(made, "no state of a text: submitted, as_amended and unknown are");
    made->document->text_state = state;
    return POL_OK;
}

static pol_status set_standing(correction *made)
{
    pol_standing standing = pol_standing_from_code(made->value);
    if (standing == POL_STANDING_COUNT)
        return refuse(made, "no standing: current, superseded, lapsed and unstated are");
    made->document->standing = (uint8_t)standing;
    return POL_OK;
}

static pol_status set_organisation(correction *made)
{
    made->document->organisation = as_value(made);
    return POL_OK;
}

static const struct {
    const char *field;
    pol_status (*set)(correction *made);
} fields[] = {
    {"title", set_title},       {"conference", set_conference},
    {"year", set_year},         {"date", set_date},
    {"decision", set_decision}, {"number", set_number},
    {"kind", set_kind},         {"text_state", set_text_state},
    {"standing", set_standing}, {"organisation", set_organisation},
};
enum { FIELDS = sizeof fields / sizeof *fields };

static size_t find_field(pol_span name)
{
    size_t i = 0;
    while (i < FIELDS && !pol_span_equal_fold(name, pol_span_of(fields[i].field)))
        i++;
    return i;
}

static void drop_doubts(pol_document *document, const char *field)
{
    size_t kept = 0;
    for (size_t i = 0; i < document->doubt_count; i++)
        if (strcmp(document->doubts[i].field, field) != 0)
            document->doubts[kept++] = document->doubts[i];
    document->doubt_count = kept;
}

pol_status pol_document_correct(pol_document *document, pol_span field, pol_span value,
                                pol_arena *arena, pol_error *reterr)
{
    size_t which = find_field(field);
    if (which == FIELDS)
        return pol_fail(reterr, POL_USAGE, 0, "‘%.*s’ is no field that can be corrected",
                        POL_SPAN_ARGS(pol_span_first(field, 60)));
    correction made = {document, pol_arena_copy(arena, pol_span_trim(value)), arena, reterr};
    if (!made.value.data)
        return pol_arena_refused(arena, value.size + 1, reterr);
    if (made.value.size == 0)
        return pol_fail(reterr, POL_USAGE, 0, "there is no value for ‘%s’", fields[which].field);
    pol_status status = fields[which].set(&made);
    if (status == POL_OK)
        drop_doubts(document, fields[which].field);
    return status;
}
