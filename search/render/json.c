/* json.c - results and documents as JSON: docs/json-schema.md is the contract. Keys
 * are never renamed within a version; new ones may be added. */
#include <stdlib.h>
#include <time.h>

#include "core/date.h"
#include "document/discreet.h"
#include "search/citation.h"
#include "search/json.h"
#include "search/render/documents.h"
#include "search/render/parts.h"

enum { LINE_MAX_BYTES = 1 << 20 }; /* of a citation or permalink */

/* --- parts of a document ---------------------------------------------------------- */

/* What was built is written: the buffer ends, a failure of it is kept. */
static void keep_status(pol_json *json, pol_buffer *built)
{
    pol_buffer_spend(built, json->buffer);
}

static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    pol_json_string(json, key, pol_buffer_span(built));
    keep_status(json, built);
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

/* Words that may name people who moved. */
static void add_words(pol_json *json, const char *key, pol_span words, const pol_document *document,
                      const pol_render_options *options)
{
    pol_buffer built;
    pol_buffer_init(&built, json->buffer->limit);
    if (words.size)
        pol_discreet_add(words, document, options->shows_people, &built);
    pol_json_string(json, key, built.size ? pol_buffer_span(&built) : (pol_span){0});
    keep_status(json, &built);
}

static void add_metadata(pol_json *json, const pol_document *document,
                         const pol_render_options *options)
{
    add_value(json, "title", document->title.text);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    add_value(json, "conference", document->conference.text);
    pol_json_integer_or_null(json, "year", document->year);
    add_date(json, document);
    add_value(json, "number", document->number.text);
    pol_json_text(json, "decision", pol_part_decision_code(document));
    add_words(json, "decision_raw", document->decision_raw.text, document, options);
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

/* When our record changed, in UTC. */
static void add_changed(pol_json *json, const pol_stored *stored)
{
    struct tm utc;
    char iso[sizeof "1970-01-01T00:00:00Z"] = "";
    time_t seconds = (time_t)stored->changed;
    if (seconds > 0 && gmtime_r(&seconds, &utc))
        strftime(iso, sizeof iso, "%Y-%m-%dT%H:%M:%SZ", &utc);
    add_value(json, "changed", pol_span_of(iso));
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
    add_changed(json, stored);
}

/* --- what is known of the decision ------------------------------------------------- */

static void add_place(pol_json *json, const pol_decision_source *source)
{
    add_value(json, "file", source->file);
    pol_json_integer_or_null(json, "line", source->line);
    pol_json_integer_or_null(json, "page", source->page);
}

static void add_decision_sources(pol_json *json, const pol_document *document,
                                 const pol_render_options *options)
{
    pol_json_open(json, "decision_sources", '[');
    for (size_t i = 0; i < document->decision_source_count; i++) {
        const pol_decision_source *source = &document->decision_sources[i];
        pol_json_open(json, NULL, '{');
        pol_json_text(json, "decision", pol_decision_code((pol_decision)source->decision));
        add_words(json, "words", source->words, document, options);
        add_place(json, source);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

/* Of hits: the source that holds, without its words. */
static void add_decision_source(pol_json *json, const pol_document *document)
{
    if (document->decision_source_count == 0) {
        pol_json_text(json, "decision_source", NULL);
        return;
    }
    pol_json_open(json, "decision_source", '{');
    add_place(json, &document->decision_sources[0]);
    pol_json_close(json, '}');
}

static void add_composite(pol_json *json, const pol_document *document)
{
    if (document->composite.size == 0) {
        pol_json_text(json, "composite", NULL);
        return;
    }
    pol_json_open(json, "composite", '{');
    pol_json_string(json, "number", document->composite);
    pol_json_text(json, "decision", pol_decision_code((pol_decision)document->composite_decision));
    pol_json_close(json, '}');
}

/* What hits have too. */
static void add_outcome(pol_json *json, const pol_document *document,
                        const pol_render_options *options)
{
    pol_json_bool(json, "decision_conflict", document->has_decision_conflict);
    add_composite(json, document);
    add_words(json, "referral", document->referral, document, options);
    pol_json_text(json, "standing", pol_standing_code((pol_standing)document->standing));
}

static void add_relations(pol_json *json, const pol_document *document)
{
    pol_json_open(json, "relations", '[');
    for (size_t i = 0; i < document->relation_count; i++) {
        const pol_relation *relation = &document->relations[i];
        pol_json_open(json, NULL, '{');
        pol_json_text(json, "kind", pol_relation_code((pol_relation_kind)relation->kind));
        add_value(json, "number", relation->number);
        add_value(json, "title", relation->title);
        add_value(json, "conference", relation->conference_name);
        pol_json_integer_or_null(json, "year", relation->year);
        add_value(json, "id", relation->id);
        pol_json_integer_or_null(json, "line", relation->line);
        pol_json_close(json, '}');
    }
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
    add_metadata(json, document, options);
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
    pol_json_integer_or_null(json, "page", hit->passage ? hit->passage->page : document->page);
    add_decision_source(json, document);
    add_outcome(json, document, options);
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
    add_value(json, "corrected", results->corrected);
    pol_json_open(json, "unknown_words", '[');
    for (size_t i = 0; i < results->unknown_word_count; i++)
        pol_json_string(json, NULL, results->unknown_words[i]);
    pol_json_close(json, ']');
    pol_json_bool(json, "lacks_words", results->lacks_words);
    add_value(json, "rest", results->rest);
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

/* Which points each passage leads in: chains through `next` that start at `first`, both by
 * ordinal, 0 for none. One pass: passages may be a million. */
typedef struct led_points {
    uint32_t *first, *next;
} led_points;

static bool led_points_find(const pol_document *document, led_points *led)
{
    size_t count = document->passage_count;
    *led =
        (led_points){calloc(count + 1, sizeof *led->first), calloc(count + 1, sizeof *led->next)};
    if (!led->first || !led->next)
        return false;
    for (size_t i = count; i-- > 0;) { /* from the end, so that chains are in order */
        uint32_t lead_in = document->passages[i].lead_in;
        if (lead_in == 0 || lead_in > count)
            continue;
        led->next[i + 1] = led->first[lead_in];
        led->first[lead_in] = (uint32_t)i + 1;
    }
    return true;
}

static void add_led_points(pol_json *json, const pol_document *document, const led_points *led,
                           size_t index)
{
    uint32_t at = led->first[index + 1];
    if (at == 0) {
        pol_json_text(json, "lead_in_of", NULL);
        return;
    }
    pol_json_open(json, "lead_in_of", '[');
    for (; at; at = led->next[at])
        pol_json_integer(json, NULL, document->passages[at - 1].ordinal);
    pol_json_close(json, ']');
}

static void add_passages(pol_json *json, const pol_document *document, const led_points *led)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_json_open(json, "passages", '[');
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        pol_json_open(json, NULL, '{');
        pol_json_integer(json, "ordinal", passage->ordinal);
        pol_json_text(json, "anchor", pol_part_anchor(passage, anchor));
        pol_json_text(json, "clause", pol_clause_code((pol_clause)passage->clause));
        add_value(json, "label", passage->label);
        add_led_points(json, document, led, i);
        pol_json_integer_or_null(json, "lead_in", passage->lead_in);
        pol_json_integer(json, "depth", passage->depth);
        add_point_decision(json, "decision", passage);
        pol_json_string(json, "text", passage->text);
        pol_json_integer_or_null(json, "line", passage->line);
        pol_json_integer_or_null(json, "page", passage->page);
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
}

/* Where the document lies in the file that was read. */
static void add_position(pol_json *json, const pol_document *document,
                         const pol_render_options *options)
{
    add_words(json, "section", document->section, document, options);
    add_value(json, "member", document->member);
    pol_json_integer_or_null(json, "line", document->line);
    pol_json_integer_or_null(json, "page", document->page);
}

void pol_render_document_json(const pol_stored *stored, const pol_render_options *options,
                              pol_buffer *buffer)
{
    const pol_document *document = &stored->document;
    pol_json json = {.buffer = buffer};
    led_points led;
    if (!led_points_find(document, &led))
        buffer->status = POL_NOMEM;
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_open(&json, "document", '{');
    pol_json_string(&json, "id", document->id.text);
    add_url(&json, stored, NULL);
    add_metadata(&json, document, options);
    add_more_metadata(&json, stored, options);
    pol_json_text(&json, "text_state", pol_text_state_code(document->text_state));
    add_value(&json, "recommendation", document->recommendation.text);
    add_value(&json, "source", document->source.text);
    add_value(&json, "language", document->language.text);
    pol_json_integer(&json, "n_passages", (int64_t)document->passage_count);
    pol_json_integer(&json, "n_action_points", document->action_point_count);
    add_citation(&json, document, NULL);
    add_decision_sources(&json, document, options);
    add_outcome(&json, document, options);
    pol_json_integer_or_null(&json, "lapses_after", document->lapses_after);
    add_relations(&json, document);
    add_position(&json, document, options);
    if (led.first && led.next)
        add_passages(&json, document, &led);
    pol_json_close(&json, '}');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
    free(led.first);
    free(led.next);
}
