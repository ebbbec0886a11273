/* json.c - a report as one JSON object: docs/json-schema.md is the contract. Keys are never
 * renamed within a version; new ones may be added. */
#include "search/json.h"
#include "core/date.h"
#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/render/parts.h"

/* What was built is written: the buffer ends, a failure of it is kept. */
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

static void add_index(pol_json *json, const char *key, size_t index)
{
    if (index == SIZE_MAX)
        pol_json_text(json, key, NULL);
    else
        pol_json_integer(json, key, (int64_t)index);
}

/* --- ranges --------------------------------------------------------------------------- */

static void add_range(pol_json *json, const char *key, pol_span text, pol_highlight range)
{
    pol_json_open(json, key, '[');
    pol_json_integer(json, NULL, (int64_t)pol_json_offset(text, range.start));
    pol_json_integer(json, NULL, (int64_t)pol_json_offset(text, range.end));
    pol_json_close(json, ']');
}

/* Bytes of the string as it is read back: those of the text, where it is valid UTF-8. */
static void add_ranges(pol_json *json, const char *key, pol_span text, const pol_highlight *ranges,
                       size_t count)
{
    size_t read = 0, written = 0;
    pol_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        uint32_t start = ranges[i].start, end = ranges[i].end;
        if (start < read || end < start || end > text.size)
            continue;
        size_t from = written + pol_json_offset(pol_span_from(text, read), start - read);
        size_t to = from + pol_json_offset(pol_span_from(text, start), end - start);
        pol_json_open(json, NULL, '[');
        pol_json_integer(json, NULL, (int64_t)from);
        pol_json_integer(json, NULL, (int64_t)to);
        pol_json_close(json, ']');
        read = end;
        written = to;
    }
    pol_json_close(json, ']');
}

static void add_opposite(pol_json *json, const char *key, pol_span text, pol_highlight range)
{
    if (range.start >= range.end || range.end > text.size)
        pol_json_text(json, key, NULL);
    else
        add_range(json, key, text, range);
}

/* --- documents ------------------------------------------------------------------------ */

static void add_url(pol_json *json, const pol_stored *stored, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_part_url(stored, passage, &built);
    add_built(json, "url", &built);
}

static void add_citation(pol_json *json, const pol_document *document, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_citation_add(document, passage, &built);
    add_built(json, "citation", &built);
}

static void add_document(pol_json *json, const pol_stored *stored, const pol_passage *passage)
{
    const pol_document *document = &stored->document;
    char anchor[POL_ANCHOR_SIZE], iso[POL_DATE_ISO_SIZE];
    pol_json_string(json, "id", document->id.text);
    add_value(json, "anchor", pol_span_of(pol_part_anchor(passage, anchor)));
    add_url(json, stored, passage);
    add_value(json, "title", document->title.text);
    add_value(json, "display_title", document->display_title);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    add_value(json, "conference", document->conference.text);
    pol_json_integer_or_null(json, "year", document->year);
    add_value(json, "date", pol_span_of(pol_date_iso(document->date, iso)));
    add_value(json, "number", document->number.text);
}

/* --- evidence ------------------------------------------------------------------------- */

static const char *likeness_code(pol_likeness likeness)
{
    static const char *const codes[] = {[POL_LIKENESS_NONE] = "none",
                                        [POL_LIKENESS_RELATED] = "related",
                                        [POL_LIKENESS_REVERSED] = "reversed",
                                        [POL_LIKENESS_SAME] = "same"};
    return (unsigned)likeness < sizeof codes / sizeof *codes ? codes[likeness] : "none";
}

static void add_passage(pol_json *json, const pol_evidence *evidence)
{
    const pol_passage *passage = evidence->passage;
    pol_span absent = {0};
    pol_json_text(json, "clause", passage ? pol_clause_code((pol_clause)passage->clause) : NULL);
    add_value(json, "label", passage ? passage->label : absent);
    add_value(json, "lead_in",
              pol_report_compared(evidence->lead_in ? evidence->lead_in->text : absent));
    pol_json_string(json, "text", pol_report_compared(passage ? passage->text : absent));
}

static void add_decision(pol_json *json, const pol_evidence *evidence)
{
    const pol_document *document = &evidence->stored->document;
    pol_json_text(json, "decision", pol_decision_code(evidence->decision));
    pol_json_bool(json, "is_point_decision", evidence->is_point_decision);
    pol_json_text(json, "document_decision", pol_part_decision_code(document));
    pol_json_text(json, "fate", pol_fate_code(evidence->fate));
    pol_json_bool(json, "is_past", evidence->is_past);
    pol_json_text(json, "standing", pol_standing_code((pol_standing)document->standing));
    pol_json_text(json, "text_state", pol_text_state_code(document->text_state));
}

static void add_comparison(pol_json *json, pol_span clause, const pol_evidence *evidence)
{
    const pol_comparison *comparison = &evidence->comparison;
    pol_span text =
        pol_report_compared(evidence->passage ? evidence->passage->text : (pol_span){0});
    pol_json_text(json, "likeness", likeness_code(comparison->likeness));
    pol_json_number(json, "clause_share", comparison->clause_share);
    pol_json_number(json, "passage_share", comparison->passage_share);
    pol_json_number(json, "order", comparison->order);
    pol_json_number(json, "score", comparison->score);
    add_ranges(json, "highlights", text, comparison->passage_marks, comparison->passage_mark_count);
    add_ranges(json, "clause_highlights", clause, comparison->clause_marks,
               comparison->clause_mark_count);
    add_opposite(json, "clause_opposite", clause, comparison->clause_opposite);
    add_opposite(json, "passage_opposite", text, comparison->passage_opposite);
}

static void add_reaffirm(pol_json *json, const pol_evidence *evidence)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    if (pol_report_may_reaffirm(evidence))
        pol_report_reaffirm(evidence, &built);
    add_built(json, "reaffirm", &built);
}

static void add_evidence(pol_json *json, pol_span clause, const pol_evidence *evidence)
{
    pol_json_open(json, NULL, '{');
    add_document(json, evidence->stored, evidence->passage);
    add_decision(json, evidence);
    add_passage(json, evidence);
    add_comparison(json, clause, evidence);
    add_citation(json, &evidence->stored->document, evidence->passage);
    add_reaffirm(json, evidence);
    pol_json_close(json, '}');
}

/* --- findings ------------------------------------------------------------------------- */

static void add_clause(pol_json *json, const pol_draft_clause *clause)
{
    pol_json_integer(json, "number", clause->number);
    pol_json_text(json, "clause", pol_clause_code(clause->clause));
    add_value(json, "label", clause->passage ? clause->passage->label : (pol_span){0});
    add_value(json, "lead_in",
              pol_report_compared(clause->lead_in ? clause->lead_in->text : (pol_span){0}));
    pol_json_string(json, "text", clause->text);
    pol_json_bool(json, "is_action", clause->is_action);
}

static void add_verdict(pol_json *json, const pol_finding *finding)
{
    pol_buffer words;
    const pol_evidence *decisive = finding->decisive;
    pol_buffer_init(&words, POL_REPORT_LINE_MAX);
    pol_report_add_verdict(finding, &words);
    pol_json_text(json, "verdict", finding->is_skipped ? NULL : pol_verdict_code(finding->verdict));
    add_built(json, "verdict_text", &words);
    pol_json_bool(json, "is_skipped", finding->is_skipped);
    pol_json_integer_or_null(json, "year",
                             decisive ? pol_report_year(&decisive->stored->document) : 0);
    add_index(json, "decisive", pol_report_index_of(finding, decisive));
    pol_json_open(json, "closest", '{');
    for (int fate = POL_FATE_CARRIED; fate < POL_FATE_COUNT; fate++)
        add_index(json, pol_fate_code((pol_fate)fate),
                  pol_report_index_of(finding, finding->closest[fate]));
    pol_json_close(json, '}');
}

static void add_finding(pol_json *json, const pol_finding *finding)
{
    pol_json_open(json, NULL, '{');
    add_clause(json, finding->clause);
    add_verdict(json, finding);
    pol_json_open(json, "evidence", '[');
    for (size_t i = 0; i < finding->evidence_count; i++)
        add_evidence(json, finding->clause->text, &finding->evidence[i]);
    pol_json_close(json, ']');
    pol_json_close(json, '}');
}

/* --- the whole ------------------------------------------------------------------------ */

static void add_draft(pol_json *json, const pol_draft *draft)
{
    const pol_document *document = draft->document;
    pol_json_open(json, "draft", '{');
    add_value(json, "title", document ? document->title.text : (pol_span){0});
    add_value(json, "conference", document ? document->conference.text : (pol_span){0});
    pol_json_integer(json, "clauses", (int64_t)draft->clause_count);
    pol_json_bool(json, "is_cut", draft->is_cut);
    pol_json_close(json, '}');
}

static void add_summary(pol_json *json, const pol_report *report)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_report_add_summary(report, &built);
    pol_json_text(json, "verdict", pol_verdict_code(report->verdict));
    add_built(json, "summary", &built);
    pol_json_text(json, "caution", pol_report_caution());
    pol_report_json_counts(json, report->verdict_counts);
}

void pol_report_json_counts(pol_json *json, const uint32_t counts[POL_VERDICT_COUNT])
{
    pol_json_open(json, "counts", '{');
    for (int verdict = 0; verdict < POL_VERDICT_COUNT; verdict++)
        pol_json_integer(json, pol_verdict_code((pol_verdict)verdict), counts[verdict]);
    pol_json_close(json, '}');
}

static void add_motions(pol_json *json, const pol_report *report)
{
    pol_json_open(json, "motions", '[');
    for (size_t i = 0; i < report->motion_count; i++) {
        const pol_near_motion *motion = &report->motions[i];
        const pol_document *document = &motion->stored->document;
        pol_json_open(json, NULL, '{');
        add_document(json, motion->stored, NULL);
        pol_json_text(json, "decision", pol_part_decision_code(document));
        pol_json_text(json, "standing", pol_standing_code((pol_standing)document->standing));
        pol_json_integer(json, "clauses", motion->clauses);
        pol_json_number(json, "share", motion->share);
        add_citation(json, document, NULL);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

static void add_aids(pol_json *json, const pol_report *report)
{
    pol_json_open(json, "aids", '[');
    for (size_t i = 0; i < report->aid_count; i++) {
        const pol_aid *aid = &report->aids[i];
        pol_json_open(json, NULL, '{');
        pol_json_text(json, "kind", pol_aid_code(aid->kind));
        pol_json_integer_or_null(json, "clause", aid->clause);
        add_value(json, "word", aid->word);
        pol_json_string(json, "text", aid->text);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

void pol_report_json_searched(pol_json *json, const pol_scope *scope)
{
    pol_json_open(json, "searched", '{');
    pol_json_integer(json, "documents", scope->documents);
    pol_json_integer(json, "passages", scope->passages);
    pol_json_integer_or_null(json, "first_year", scope->first_year);
    pol_json_integer_or_null(json, "last_year", scope->last_year);
    pol_json_integer_or_null(json, "year_from", scope->year_from);
    pol_json_integer_or_null(json, "year_to", scope->year_to);
    pol_json_open(json, "conferences", '[');
    for (size_t i = 0; i < scope->conference_count; i++) {
        const pol_searched *searched = &scope->conferences[i];
        pol_json_open(json, NULL, '{');
        add_value(json, "conference", searched->conference);
        pol_json_integer_or_null(json, "first_year", searched->first_year);
        pol_json_integer_or_null(json, "last_year", searched->last_year);
        pol_json_integer(json, "documents", searched->documents);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
    pol_json_bool(json, "is_cut", scope->is_cut);
    pol_json_close(json, '}');
}

void pol_report_render_json(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    (void)options;
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    add_draft(&json, report->draft);
    add_summary(&json, report);
    pol_json_open(&json, "findings", '[');
    for (size_t i = 0; i < report->finding_count; i++)
        add_finding(&json, &report->findings[i]);
    pol_json_close(&json, ']');
    add_motions(&json, report);
    add_aids(&json, report);
    pol_report_json_searched(&json, &report->scope);
    pol_json_bool(&json, "has_timed_out", report->has_timed_out);
    pol_json_number(&json, "took_ms", report->took_ms);
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}
