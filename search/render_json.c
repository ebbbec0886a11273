/* render_json.c - results and documents as JSON: docs/json-schema.md is the contract. Keys
 * are never renamed within a version; new ones may be added. */
#include "core/date.h"
#include "search/citation.h"
#include "search/json.h"
#include "search/render_documents.h"
#include "search/render_parts.h"

enum { LINE_MAX_BYTES = 1 << 20 }; /* of a citation or permalink */

/* --- parts of a document ---------------------------------------------------------- */

static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    pol_json_string(json, key, pol_buffer_span(built));
    if (built->status != POL_OK && json->buffer->status == POL_OK)
        json->buffer->status = built->status;
    pol_buffer_done(built);
}

static void add_url(pol_json *json, const pol_stored *stored, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_MAX_BYTES);
    pol_part_url(stored, passage, &built);
    add_built(json, "url", &built);
}

static void add_citation(pol_json *json, const pol_document *document, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_MAX_BYTES);
    pol_citation_add(document, passage, &built);
    add_built(json, "citation", &built);
}

/* Absent rather than empty: null. */
static void add_value(pol_json *json, const char *key, pol_span value)
{
    pol_json_string(json, key, value.size ? value : (pol_span){0});
}

static void add_date(pol_json *json, const pol_document *document)
{
    char iso[POL_DATE_ISO_SIZE];
    add_value(json, "date", pol_span_of(pol_date_iso(document->date, iso)));
}

static void add_metadata(pol_json *json, const pol_document *document)
{
    add_value(json, "title", document->title.text);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    add_value(json, "conference", document->conference.text);
    pol_json_integer_or_null(json, "year", document->year);
    add_date(json, document);
    add_value(json, "number", document->number.text);
    pol_json_text(json, "decision", pol_part_decision_code(document));
    add_value(json, "decision_raw", document->decision_raw.text);
}

static void add_submitters(pol_json *json, const pol_document *document,
                           const pol_render_options *options)
{
    pol_json_open(json, "submitted_by", '[');
    for (size_t i = 0; i < document->submitter_count; i++)
        if (pol_part_shows(&document->submitters[i], options))
            pol_json_string(json, NULL, document->submitters[i].name);
    pol_json_close(json, ']');
}

/* What hits do not need in their first keys. */
static void add_more_metadata(pol_json *json, const pol_stored *stored,
                              const pol_render_options *options)
{
    const pol_document *document = &stored->document;
    add_value(json, "display_title", document->display_title);
    add_value(json, "conference_name", document->conference_name);
    add_value(json, "organisation", document->organisation.text);
    add_submitters(json, document, options);
    pol_json_open(json, "sources", '[');
    for (size_t i = 0; i < stored->source_count; i++)
        pol_json_string(json, NULL, stored->sources[i]);
    pol_json_close(json, ']');
}

static void add_point_decision(pol_json *json, const char *key, const pol_passage *passage)
{
    pol_json_text(json, key, passage ? pol_decision_code((pol_decision)passage->decision) : NULL);
}

/* --- hits ------------------------------------------------------------------------- */

static void add_highlights(pol_json *json, const char *key, pol_span text,
                           const pol_highlight *highlights, size_t count)
{
    bool is_valid = true;
    for (size_t i = 0; i < text.size && is_valid; i++)
        is_valid = (unsigned char)text.data[i] < 0x80;
    pol_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        uint32_t start = highlights[i].start, end = highlights[i].end;
        pol_json_open(json, NULL, '[');
        pol_json_integer(json, NULL, (int64_t)(is_valid ? start : pol_json_offset(text, start)));
        pol_json_integer(json, NULL, (int64_t)(is_valid ? end : pol_json_offset(text, end)));
        pol_json_close(json, ']');
    }
    pol_json_close(json, ']');
}

static void add_passage(pol_json *json, const pol_hit *hit)
{
    const pol_passage *passage = hit->passage;
    pol_span absent = {0};
    pol_json_text(json, "clause", passage ? pol_clause_code((pol_clause)passage->clause) : NULL);
    add_value(json, "label", passage ? passage->label : absent);
    add_value(json, "lead_in", hit->lead_in ? hit->lead_in->text : absent);
    pol_json_string(json, "text", passage ? passage->text : absent);
    pol_json_text(json, "text_state", pol_text_state_code(hit->stored->document.text_state));
    add_highlights(json, "highlights", passage ? passage->text : absent, hit->highlights,
                   hit->highlight_count);
}

static void add_hit_keys(pol_json *json, const pol_results *results, size_t index,
                         const pol_render_options *options)
{
    const pol_hit *hit = &results->hits[index];
    const pol_document *document = &hit->stored->document;
    char anchor[POL_ANCHOR_SIZE];
    pol_json_string(json, "id", document->id.text);
    add_value(json, "anchor", pol_span_of(pol_part_anchor(hit->passage, anchor)));
    add_url(json, hit->stored, hit->passage);
    add_metadata(json, document);
    add_passage(json, hit);
    pol_json_number(json, "score", hit->score);
    add_citation(json, document, hit->passage);
    pol_json_text(json, "tier", pol_tier_code(hit->tier));
    pol_json_integer(json, "rank", (int64_t)pol_part_rank(results, index));
    add_point_decision(json, "point_decision", hit->passage);
    add_highlights(json, "title_highlights", document->display_title, hit->title_highlights,
                   hit->title_highlight_count);
    add_more_metadata(json, hit->stored, options);
    pol_json_integer(json, "more_in_document", hit->group_more);
}

static void add_hit(pol_json *json, const pol_results *results, size_t index,
                    const pol_render_options *options)
{
    pol_json_open(json, NULL, '{');
    add_hit_keys(json, results, index, options);
    pol_json_close(json, '}');
}

/* --- results ---------------------------------------------------------------------- */

static void add_facets(pol_json *json, const pol_results *results)
{
    pol_json_open(json, "facets", '{');
    for (size_t i = 0; i < results->facet_count; i++) {
        const pol_facet *facet = &results->facets[i];
        pol_json_open(json, facet->field, '[');
        for (size_t j = 0; j < facet->value_count; j++) {
            pol_json_open(json, NULL, '{');
            pol_json_string(json, "value", facet->values[j].value);
            pol_json_string(json, "label",
                            pol_part_facet_label(facet->field, facet->values[j].value));
            pol_json_integer(json, "count", facet->values[j].motions);
            pol_json_close(json, '}');
        }
        pol_json_close(json, ']');
    }
    pol_json_close(json, '}');
}

static void add_tier_totals(pol_json *json, const pol_results *results)
{
    pol_json_open(json, "tier_totals", '{');
    for (int tier = 0; tier < POL_TIER_COUNT; tier++)
        if (results->tier_totals[tier])
            pol_json_integer(json, pol_tier_code((pol_tier)tier), results->tier_totals[tier]);
    pol_json_close(json, '}');
}

/* Keys beyond the first ones, all of which may be empty. */
static void add_more(pol_json *json, const pol_results *results)
{
    add_tier_totals(json, results);
    pol_json_bool(json, "facets_are_exact", results->facets_are_exact);
    pol_json_bool(json, "is_grouped", results->is_grouped);
    pol_json_open(json, "notes", '[');
    for (size_t i = 0; i < results->note_count; i++)
        pol_json_text(json, NULL, results->notes[i]);
    pol_json_close(json, ']');
    add_value(json, "suggestion", results->suggestion);
    pol_json_open(json, "unknown_words", '[');
    for (size_t i = 0; i < results->unknown_word_count; i++)
        pol_json_string(json, NULL, results->unknown_words[i]);
    pol_json_close(json, ']');
    pol_json_integer(json, "indexed_documents", results->indexed_documents);
    add_value(json, "explain", results->explain);
}

void pol_render_json(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_string(&json, "query", results->query);
    pol_json_string(&json, "understood", results->understood);
    pol_json_text(&json, "tier", results->hit_count ? pol_tier_code(results->tier) : NULL);
    pol_json_integer(&json, "hidden_not_stated", results->hidden_not_stated);
    pol_json_integer(&json, "total", results->total);
    pol_json_bool(&json, "total_is_exact", results->total_is_exact);
    pol_json_integer(&json, "offset", (int64_t)results->offset);
    pol_json_integer(&json, "limit", (int64_t)results->limit);
    pol_json_number(&json, "took_ms", results->took_ms);
    add_facets(&json, results);
    pol_json_open(&json, "hits", '[');
    for (size_t i = 0; i < results->hit_count; i++)
        add_hit(&json, results, i, options);
    pol_json_close(&json, ']');
    add_more(&json, results);
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}

void pol_render_jsonl(const pol_results *results, const pol_render_options *options,
                      pol_buffer *buffer)
{
    for (size_t i = 0; i < results->hit_count; i++) {
        pol_json json = {.buffer = buffer};
        pol_json_open(&json, NULL, '{');
        pol_json_integer(&json, "version", POL_JSON_VERSION);
        add_hit_keys(&json, results, i, options);
        pol_json_close(&json, '}');
        pol_buffer_add_byte(buffer, '\n');
    }
}

/* --- one document ----------------------------------------------------------------- */

static void add_passages(pol_json *json, const pol_stored *stored)
{
    const pol_document *document = &stored->document;
    char anchor[POL_ANCHOR_SIZE];
    pol_json_open(json, "passages", '[');
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        pol_json_open(json, NULL, '{');
        pol_json_integer(json, "ordinal", passage->ordinal);
        pol_json_text(json, "anchor", pol_part_anchor(passage, anchor));
        pol_json_text(json, "clause", pol_clause_code((pol_clause)passage->clause));
        add_value(json, "label", passage->label);
        pol_json_integer_or_null(json, "lead_in_of", passage->lead_in);
        pol_json_integer(json, "depth", passage->depth);
        add_point_decision(json, "decision", passage);
        pol_json_string(json, "text", passage->text);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

void pol_render_document_json(const pol_stored *stored, const pol_render_options *options,
                              pol_buffer *buffer)
{
    const pol_document *document = &stored->document;
    pol_json json = {.buffer = buffer};
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_open(&json, "document", '{');
    pol_json_string(&json, "id", document->id.text);
    add_url(&json, stored, NULL);
    add_metadata(&json, document);
    add_more_metadata(&json, stored, options);
    pol_json_text(&json, "text_state", pol_text_state_code(document->text_state));
    add_value(&json, "recommendation", document->recommendation.text);
    add_value(&json, "source", document->source.text);
    add_value(&json, "language", document->language.text);
    pol_json_integer(&json, "n_passages", (int64_t)document->passage_count);
    pol_json_integer(&json, "n_action_points", document->action_point_count);
    add_citation(&json, document, NULL);
    add_passages(&json, stored);
    pol_json_close(&json, '}');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}
