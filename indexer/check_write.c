/* check_write.c - one recognised document as a table, a JSON object or a CSV line. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "indexer/check.h"
#include "indexer/csv_cell.h"

enum { SHOWN_MAX = 1 << 20, DOCUMENT_CELLS = 17 };

/* --- JSON --------------------------------------------------------------------------- */

static json_t *text_or_null(pol_span text)
{
    if (!text.data)
        return json_null();
    json_t *value = json_stringn(text.data, text.size);
    if (value)
        return value;
    /* the name of a file need not be UTF-8 */
    pol_buffer shown;
    pol_buffer_init(&shown, SHOWN_MAX);
    pol_utf8_append_printable(&shown, text);
    value = shown.status == POL_OK ? json_stringn(shown.data, shown.size) : NULL;
    pol_buffer_done(&shown);
    return value ? value : json_null();
}

static json_t *code_or_null(const char *code)
{
    return code ? json_string(code) : json_null();
}

static json_t *submitters(const pol_document *document, bool shows_people)
{
    json_t *list = json_array();
    for (size_t i = 0; i < document->submitter_count; i++)
        if (shows_people || !document->submitters[i].is_person)
            json_array_append_new(list, text_or_null(document->submitters[i].name));
    return list;
}

/* Gives each lead-in the list of the points it leads in, in one pass: passages may be a
 * million. */
static void add_led_points(const pol_document *document, json_t *passages)
{
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *point = &document->passages[i];
        json_t *lead_in = json_array_get(passages, (size_t)point->lead_in - 1);
        if (!point->lead_in || !lead_in)
            continue;
        json_t *points = json_object_get(lead_in, "lead_in_of");
        if (!json_is_array(points)) {
            points = json_array();
            json_object_set_new(lead_in, "lead_in_of", points);
        }
        json_array_append_new(points, json_integer(point->ordinal));
    }
}

static json_t *passages(const pol_document *document)
{
    json_t *list = json_array();
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        json_t *object = json_object();
        json_object_set_new(object, "ordinal", json_integer(passage->ordinal));
        json_object_set_new(object, "clause", code_or_null(pol_clause_code(passage->clause)));
        json_object_set_new(object, "label", text_or_null(passage->label));
        json_object_set_new(object, "lead_in_of", json_null());
        json_object_set_new(object, "lead_in",
                            passage->lead_in ? json_integer(passage->lead_in) : json_null());
        if (passage->decision != POL_DECISION_NONE)
            json_object_set_new(object, "decision",
                                code_or_null(pol_decision_code(passage->decision)));
        json_object_set_new(object, "line", json_integer(passage->line));
        if (passage->page)
            json_object_set_new(object, "page", json_integer(passage->page));
        json_object_set_new(object, "text", text_or_null(passage->text));
        json_array_append_new(list, object);
    }
    add_led_points(document, list);
    return list;
}

static json_t *doubts(const pol_document *document)
{
    json_t *list = json_array();
    for (size_t i = 0; i < document->doubt_count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "field", code_or_null(document->doubts[i].field));
        json_object_set_new(object, "line", json_integer(document->doubts[i].line));
        json_object_set_new(object, "text", text_or_null(document->doubts[i].text));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *relations(const pol_document *document)
{
    json_t *list = json_array();
    for (size_t i = 0; i < document->relation_count; i++) {
        const pol_relation *relation = &document->relations[i];
        json_t *object = json_object();
        json_object_set_new(object, "kind",
                            code_or_null(pol_relation_code((pol_relation_kind)relation->kind)));
        json_object_set_new(object, "number", text_or_null(relation->number));
        json_object_set_new(object, "title", text_or_null(relation->title));
        json_object_set_new(object, "conference", text_or_null(relation->conference_name));
        json_object_set_new(object, "year",
                            relation->year ? json_integer(relation->year) : json_null());
        json_object_set_new(object, "id", text_or_null(relation->id));
        json_object_set_new(object, "line", json_integer(relation->line));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *decision_sources(const pol_document *document)
{
    json_t *list = json_array();
    for (size_t i = 0; i < document->decision_source_count; i++) {
        const pol_decision_source *source = &document->decision_sources[i];
        json_t *object = json_object();
        json_object_set_new(object, "decision",
                            code_or_null(pol_decision_code((pol_decision)source->decision)));
        json_object_set_new(object, "words", text_or_null(source->words));
        json_object_set_new(object, "file", text_or_null(source->file));
        json_object_set_new(object, "line", json_integer(source->line));
        json_object_set_new(object, "page", json_integer(source->page));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *composite(const pol_document *document)
{
    if (!document->composite.size)
        return json_null();
    json_t *object = json_object();
    json_object_set_new(object, "number", text_or_null(document->composite));
    json_object_set_new(
        object, "decision",
        code_or_null(pol_decision_code((pol_decision)document->composite_decision)));
    return object;
}

static json_t *lines_of(const pol_document *document)
{
    const struct {
        const char *name;
        uint32_t line;
    } rows[] = {
        {"title", document->title.line},
        {"conference", document->conference.line},
        {"year", document->year_line},
        {"date", document->date_line},
        {"decision", document->decision_raw.line},
        {"number", document->number.line},
        {"submitted_by", document->submitters_line},
    };
    json_t *object = json_object();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].line)
            json_object_set_new(object, rows[i].name, json_integer(rows[i].line));
    return object;
}

static json_t *to_json(bool shows_people, const pol_spooled *spooled)
{
    const pol_document *document = &spooled->document;
    char date[POL_DATE_ISO_SIZE];
    pol_date_iso(document->date, date);
    json_t *object = json_object();
    const struct {
        const char *name;
        json_t *value;
    } rows[] = {
        {"file", text_or_null(spooled->file)},
        {"id", text_or_null(document->id.text)},
        {"kind", code_or_null(pol_kind_code(document->kind))},
        {"title", text_or_null(document->title.text)},
        {"title_source", document->title.text.data
                             ? json_string(pol_origin_code(document->title.origin))
                             : json_null()},
        {"display_title", text_or_null(document->display_title)},
        {"conference", text_or_null(document->conference.text)},
        {"year", document->year ? json_integer(document->year) : json_null()},
        {"date", *date ? json_string(date) : json_null()},
        {"decision", code_or_null(pol_decision_code(document->decision))},
        {"decision_raw", text_or_null(document->decision_raw.text)},
        {"number", text_or_null(document->number.text)},
        {"submitted_by", submitters(document, shows_people)},
        {"organisation", text_or_null(document->organisation.text)},
        {"text_state", json_string(pol_text_state_code(document->text_state))},
        {"decision_sources", decision_sources(document)},
        {"decision_conflict", json_boolean(document->has_decision_conflict)},
        {"referral", text_or_null(document->referral)},
        {"composite", composite(document)},
        {"standing", json_string(pol_standing_code((pol_standing)document->standing))},
        {"relations", relations(document)},
        {"recommendation", text_or_null(document->recommendation.text)},
        {"section", text_or_null(document->section)},
        {"member", text_or_null(document->member)},
        {"line", json_integer(document->line)},
        {"page", json_integer(document->page)},
        {"duplicate_of", text_or_null(spooled->duplicate_of)},
        {"n_passages", json_integer((json_int_t)document->passage_count)},
        {"n_action_points", json_integer(document->action_point_count)},
        {"lines", lines_of(document)},
        {"doubts", doubts(document)},
        {"passages", passages(document)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        json_object_set_new(object, rows[i].name, rows[i].value);
    return object;
}

static int append_json(const char *bytes, size_t size, void *buffer)
{
    pol_buffer_add(buffer, pol_span_make(bytes, size));
    return 0;
}

/* --- CSV ---------------------------------------------------------------------------- */

static pol_span joined_bodies(const pol_document *document, bool shows_people, pol_buffer *scratch)
{
    pol_buffer_clear(scratch);
    for (size_t i = 0; i < document->submitter_count; i++) {
        if (document->submitters[i].is_person && !shows_people)
            continue;
        if (scratch->size)
            pol_buffer_add_text(scratch, "; ");
        pol_buffer_add(scratch, document->submitters[i].name);
    }
    return pol_buffer_span(scratch);
}

/* What a correction needs: place, field, and room for what a person fills in. */
static void add_review_cells(pol_buffer *buffer, const pol_review_row *row)
{
    char line[16] = "", page[16] = "";
    if (row && row->line)
        snprintf(line, sizeof line, "%u", row->line);
    if (row && row->page)
        snprintf(page, sizeof page, "%u", row->page);
    const pol_span cells[] = {
        pol_span_of(line),
        pol_span_of(page),
        pol_span_of(row ? pol_problem_code(row->problem) : ""),
        pol_span_of(row ? row->field : ""),
        row ? row->found : (pol_span){0},
        {0}, /* correction, by, corrected_on, reason */
        {0},
        {0},
        {0},
    };
    const size_t count = sizeof cells / sizeof *cells;
    for (size_t i = 0; i < count; i++)
        pol_csv_cell(buffer, cells[i], i + 1 == count);
}

static void add_document_cells(pol_buffer *buffer, bool shows_people, const pol_spooled *spooled)
{
    const pol_document *document = &spooled->document;
    char year[16] = "", date[POL_DATE_ISO_SIZE], counts[2][16];
    pol_buffer bodies;
    pol_buffer_init(&bodies, 1 << 20);
    if (document->year)
        snprintf(year, sizeof year, "%d", document->year);
    pol_date_iso(document->date, date);
    snprintf(counts[0], sizeof *counts, "%zu", document->passage_count);
    snprintf(counts[1], sizeof *counts, "%u", document->action_point_count);
    const pol_span cells[DOCUMENT_CELLS] = {
        spooled->file,
        document->id.text,
        pol_span_of(pol_kind_code(document->kind)),
        document->title.text,
        pol_span_of(document->title.text.data ? pol_origin_code(document->title.origin) : ""),
        document->display_title,
        document->conference.text,
        pol_span_of(year),
        pol_span_of(date),
        pol_span_of(pol_decision_code(document->decision)),
        document->decision_raw.text,
        document->number.text,
        joined_bodies(document, shows_people, &bodies),
        spooled->duplicate_of,
        pol_span_of(counts[0]),
        pol_span_of(counts[1]),
        document->doubt_count ? document->doubts[0].text : (pol_span){0},
    };
    for (size_t i = 0; i < DOCUMENT_CELLS; i++)
        pol_csv_cell(buffer, cells[i], false);
    pol_buffer_done(&bodies);
}

static void write_csv(pol_buffer *buffer, const pol_check_options *options,
                      const pol_spooled *spooled, const pol_review_row *rows, size_t row_count)
{
    if (row_count == 0 && !options->is_review) {
        add_document_cells(buffer, options->shows_people, spooled);
        add_review_cells(buffer, NULL);
    }
    for (size_t i = 0; i < row_count; i++) {
        add_document_cells(buffer, options->shows_people, spooled);
        add_review_cells(buffer, &rows[i]);
    }
}

/* The columns of a document that a report's line has too; the others are empty. */
static void write_csv_outcome(pol_buffer *buffer, const pol_join_outcome *outcome,
                              const pol_review_row *row)
{
    char year[16] = "";
    const pol_outcome *said = &outcome->outcome;
    if (said->year)
        snprintf(year, sizeof year, "%d", said->year);
    const pol_span cells[DOCUMENT_CELLS] = {
        [0] = outcome->file,
        [2] = pol_span_of(pol_kind_code((pol_kind)said->kind)),
        [3] = said->title,
        [5] = said->line_text,
        [6] = said->conference_name,
        [7] = pol_span_of(year),
        [9] = pol_span_of(said->decision ? pol_decision_code((pol_decision)said->decision) : ""),
        [10] = said->words,
        [11] = said->number,
    };
    for (size_t i = 0; i < DOCUMENT_CELLS; i++)
        pol_csv_cell(buffer, cells[i], false);
    add_review_cells(buffer, row);
}

/* --- table -------------------------------------------------------------------------- */

static void add_row(pol_buffer *buffer, const char *name, pol_span value, uint32_t line)
{
    if (!value.size)
        return;
    pol_buffer_printf(buffer, "  %-12s ", name);
    pol_utf8_append_printable(buffer, value);
    if (line)
        pol_buffer_printf(buffer, "  (line %u)", line);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_counts(pol_buffer *buffer, const pol_document *document)
{
    uint32_t clauses[POL_CLAUSE_COUNT] = {0};
    for (size_t i = 0; i < document->passage_count; i++)
        clauses[document->passages[i].clause]++;
    pol_buffer_printf(buffer, "  %-12s %zu", "passages", document->passage_count);
    const char *separator = " (";
    for (size_t i = 0; i < POL_CLAUSE_COUNT; i++)
        if (clauses[i]) {
            pol_buffer_printf(buffer, "%s%s %u", separator, pol_clause_code((pol_clause)i),
                              clauses[i]);
            separator = ", ";
        }
    pol_buffer_add_text(buffer, document->passage_count ? ")" : "");
    if (document->action_point_count)
        pol_buffer_printf(buffer, ", %u action points", document->action_point_count);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_source(pol_buffer *buffer, const pol_decision_source *source)
{
    if (!source->file.size)
        return;
    pol_buffer_printf(buffer, "  %-12s ", "stated by");
    pol_utf8_append_printable(buffer, source->file);
    pol_buffer_printf(buffer, ":%u: ", source->line);
    pol_utf8_append_printable(buffer, source->words);
    pol_buffer_add_byte(buffer, '\n');
}

/* "lapsed after 2013", "lapses after 2031". */
static void write_standing(pol_buffer *buffer, const pol_document *document)
{
    char text[64];
    const pol_standing standing = (pol_standing)document->standing;
    const bool is_stated = standing != POL_STANDING_UNSTATED;
    const char *code = is_stated ? pol_standing_code(standing) : "";
    if (!document->lapses_after || standing == POL_STANDING_SUPERSEDED)
        snprintf(text, sizeof text, "%s", code);
    else
        snprintf(text, sizeof text, "%s%s after %d", code,
                 standing == POL_STANDING_LAPSED ? ""
                 : is_stated                     ? ", lapses"
                                                 : "lapses",
                 document->lapses_after);
    if (*text)
        add_row(buffer, "standing", pol_span_of(text), 0);
}

/* What others say of it, and what it says of others. */
static void add_ties(pol_buffer *buffer, const pol_document *document)
{
    add_row(buffer, "section", document->section, 0);
    if (document->text_state != POL_TEXT_STATE_UNKNOWN)
        add_row(buffer, "text", pol_span_of(pol_text_state_code(document->text_state)), 0);
    for (size_t i = 0; i < document->decision_source_count; i++)
        add_source(buffer, &document->decision_sources[i]);
    if (document->has_decision_conflict)
        add_row(buffer, "? conflict", POL_SPAN("these contradict each other"), 0);
    add_row(buffer, "composited", document->composite, 0);
    add_row(buffer, "referral", document->referral, 0);
    for (size_t i = 0; i < document->relation_count; i++) {
        const pol_relation *relation = &document->relations[i];
        add_row(buffer, pol_relation_label((pol_relation_kind)relation->kind),
                relation->number.size ? relation->number : relation->title, relation->line);
    }
    write_standing(buffer, document);
}

static void write_table(pol_buffer *buffer, bool shows_people, const pol_spooled *spooled)
{
    const pol_document *document = &spooled->document;
    char year[16] = "", date[POL_DATE_ISO_SIZE];
    pol_buffer bodies;
    pol_buffer_init(&bodies, 1 << 20);
    if (document->year)
        snprintf(year, sizeof year, "%d", document->year);
    pol_date_iso(document->date, date);
    pol_utf8_append_printable(buffer, spooled->file);
    pol_buffer_printf(buffer, "\n  %-12s %s\n", "kind", pol_kind_label(document->kind));
    if (document->title.text.size)
        add_row(buffer, "title", document->title.text, document->title.line);
    else
        add_row(buffer, "no title", document->display_title, 0);
    add_row(buffer, "conference", document->conference.text, document->conference.line);
    add_row(buffer, "year", pol_span_of(year), document->year_line);
    add_row(buffer, "date", pol_span_of(date), document->date_line);
    add_row(buffer, "decision", pol_span_of(pol_decision_label(document->decision)),
            document->decision_raw.line);
    add_row(buffer, "number", document->number.text, document->number.line);
    add_row(buffer, "submitted by", joined_bodies(document, shows_people, &bodies),
            document->submitters_line);
    add_row(buffer, "same as", spooled->duplicate_of, 0);
    add_ties(buffer, document);
    add_counts(buffer, document);
    for (size_t i = 0; i < document->doubt_count; i++)
        add_row(buffer, "? doubtful", document->doubts[i].text, document->doubts[i].line);
    pol_buffer_done(&bodies);
}

/* --- the interface ------------------------------------------------------------------ */

void pol_check_write_heading(pol_buffer *buffer, pol_check_format format)
{
    if (format == POL_CHECK_CSV)
        pol_buffer_add_text(buffer, "file,id,kind,title,title_source,display_title,conference,year,"
                                    "date,decision,decision_raw,number,submitted_by,duplicate_of,"
                                    "n_passages,n_action_points,doubtful,line,page,problem,"
                                    "field,found,correction,by,corrected_on,reason\r\n");
}

static void put_json(pol_buffer *buffer, json_t *object)
{
    if (!object || json_dump_callback(object, append_json, buffer, JSON_COMPACT) != 0)
        buffer->status = POL_NOMEM;
    pol_buffer_add_byte(buffer, '\n');
    json_decref(object);
}

void pol_check_write(pol_buffer *buffer, const pol_check_options *options,
                     const pol_spooled *spooled, const pol_review_row *rows, size_t row_count)
{
    bool is_passed_over = options->is_review && row_count == 0;
    if (options->format == POL_CHECK_CSV)
        write_csv(buffer, options, spooled, rows, row_count);
    else if (options->format == POL_CHECK_JSONL && !is_passed_over)
        put_json(buffer, to_json(options->shows_people, spooled));
    else if (options->format == POL_CHECK_TABLE && !options->is_review)
        write_table(buffer, options->shows_people, spooled);
}

static json_t *outcome_points(const pol_outcome *outcome)
{
    json_t *list = json_array();
    for (size_t i = 0; i < outcome->point_count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "point", text_or_null(outcome->points[i].label));
        json_object_set_new(
            object, "decision",
            code_or_null(pol_decision_code((pol_decision)outcome->points[i].decision)));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *outcome_to_json(const pol_join_outcome *outcome, pol_span matched,
                               const pol_review_row *row)
{
    const pol_outcome *said = &outcome->outcome;
    json_t *object = json_object();
    const struct {
        const char *name;
        json_t *value;
    } rows[] = {
        {"outcome", json_true()},
        {"file", text_or_null(outcome->file)},
        {"line", json_integer(said->line)},
        {"page", json_integer(said->page)},
        {"kind", code_or_null(pol_kind_code((pol_kind)said->kind))},
        {"number", text_or_null(said->number)},
        {"title", text_or_null(said->title)},
        {"conference", text_or_null(said->conference_name)},
        {"year", said->year ? json_integer(said->year) : json_null()},
        {"decision", code_or_null(pol_decision_code((pol_decision)said->decision))},
        {"words", text_or_null(said->words)},
        {"points", outcome_points(said)},
        {"composited_in", text_or_null(said->composite)},
        {"referral", text_or_null(said->referral)},
        {"text", text_or_null(said->line_text)},
        {"matched", text_or_null(matched)},
        {"reason", row ? text_or_null(row->found) : json_null()},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        json_object_set_new(object, rows[i].name, rows[i].value);
    return object;
}

void pol_check_write_outcome(pol_buffer *buffer, const pol_check_options *options,
                             const pol_join_outcome *outcome, pol_span matched,
                             const pol_review_row *row)
{
    if (options->format == POL_CHECK_CSV && row)
        write_csv_outcome(buffer, outcome, row);
    else if (options->format == POL_CHECK_JSONL && (row || !options->is_review))
        put_json(buffer, outcome_to_json(outcome, matched, row));
}
