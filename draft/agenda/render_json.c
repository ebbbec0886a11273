/* render_json.c - an agenda for programs: docs/json-schema.md is the contract. */
#include "draft/agenda/render.h"
#include "draft/composites/parts.h"
#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/json.h"
#include "search/render/parts.h"

static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    pol_json_string(json, key, built->size ? pol_buffer_span(built) : (pol_span){0});
    pol_buffer_spend(built, json->buffer);
}

/* Absent rather than empty: null. */
static void add_value(pol_json *json, const char *key, pol_span value)
{
    pol_json_string(json, key, value.size ? value : (pol_span){0});
}

static void add_index(pol_json *json, const char *key, size_t index, size_t count)
{
    if (index < count)
        pol_json_integer(json, key, (int64_t)index);
    else
        pol_json_text(json, key, NULL);
}

/* --- rows ----------------------------------------------------------------------------- */

static void add_decisive(pol_json *json, const pol_evidence *decisive)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_buffer url, citation;
    if (!decisive) {
        pol_json_text(json, "decisive", NULL);
        return;
    }
    const pol_document *document = &decisive->stored->document;
    pol_buffer_init(&url, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_part_url(decisive->stored, decisive->passage, &url);
    pol_citation_add(document, decisive->passage, &citation);
    pol_json_open(json, "decisive", '{');
    pol_json_string(json, "id", document->id.text);
    add_value(json, "anchor", pol_span_of(pol_part_anchor(decisive->passage, anchor)));
    add_built(json, "url", &url);
    add_value(json, "title", document->title.text);
    add_value(json, "conference", document->conference.text);
    pol_json_integer_or_null(json, "year", document->year);
    add_value(json, "number", document->number.text);
    pol_json_text(json, "decision", pol_decision_code(decisive->decision));
    pol_json_text(json, "fate", pol_fate_code(decisive->fate));
    pol_json_bool(json, "is_past", decisive->is_past);
    pol_json_text(json, "standing", pol_standing_code((pol_standing)document->standing));
    pol_json_number(json, "clause_share", decisive->comparison.clause_share);
    pol_json_number(json, "passage_share", decisive->comparison.passage_share);
    add_built(json, "citation", &citation);
    pol_json_close(json, '}');
}

static void add_row(pol_json *json, const pol_agenda *agenda, const pol_agenda_row *row)
{
    const pol_document *document = row->document;
    pol_buffer verdict;
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_agenda_add_verdict(row, &verdict);
    pol_json_open(json, NULL, '{');
    add_value(json, "number", document->number.text);
    add_value(json, "title", document->title.text);
    add_value(json, "display_title", document->display_title);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    pol_json_integer_or_null(json, "line", document->line);
    pol_json_integer_or_null(json, "page", document->page);
    pol_json_text(json, "verdict", pol_verdict_code(row->verdict));
    add_built(json, "verdict_text", &verdict);
    pol_json_integer(json, "clauses", row->clauses);
    pol_report_json_counts(json, row->verdict_counts);
    add_decisive(json, pol_agenda_decisive(row));
    add_index(json, "duplicate_of", row->duplicate_of, agenda->row_count);
    pol_json_integer_or_null(json, "group", row->group);
    pol_json_open(json, "doubts", '[');
    for (size_t i = 0; i < row->doubt_count; i++)
        pol_json_string(json, NULL, row->doubts[i]);
    pol_json_close(json, ']');
    pol_json_close(json, '}');
}

/* --- groups --------------------------------------------------------------------------- */

static void add_point(pol_json *json, const void *context, const pol_composite_group *group,
                      const pol_composite_point *point)
{
    const pol_agenda *agenda = context;
    pol_json_open(json, NULL, '{');
    add_index(json, "row", pol_agenda_row_of(agenda, group, point->motion), agenda->row_count);
    add_value(json, "label", point->passage->label);
    pol_json_string(json, "text", point->passage->text);
    pol_json_close(json, '}');
}

static void add_group(pol_json *json, const pol_agenda *agenda, const pol_composite_group *group)
{
    pol_json_open(json, NULL, '{');
    pol_json_integer(json, "group", (int64_t)(group - agenda->groups) + 1);
    pol_json_number(json, "likeness", group->likeness);
    pol_json_text(json, "asks_for", pol_composite_group_label(group));
    pol_json_open(json, "rows", '[');
    for (size_t i = 0; i < group->motion_count; i++)
        add_index(json, NULL, pol_agenda_row_of(agenda, group, i), agenda->row_count);
    pol_json_close(json, ']');
    pol_composite_json_points(json, group, add_point, agenda);
    pol_json_close(json, '}');
}

void pol_agenda_render_json(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    pol_buffer summary;
    (void)options;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_agenda_add_summary(agenda, &summary);
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    add_built(&json, "summary", &summary);
    pol_json_text(&json, "caution", pol_report_caution());
    pol_json_integer(&json, "amendments_left_out", (int64_t)agenda->amendment_count);
    pol_json_open(&json, "rows", '[');
    for (size_t i = 0; i < agenda->row_count; i++)
        add_row(&json, agenda, &agenda->rows[i]);
    pol_json_close(&json, ']');
    pol_json_open(&json, "groups", '[');
    for (size_t i = 0; i < agenda->group_count; i++)
        add_group(&json, agenda, &agenda->groups[i]);
    pol_json_close(&json, ']');
    pol_report_json_searched(&json, &agenda->scope);
    pol_json_number(&json, "took_ms", agenda->took_ms);
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}
