/* codec.c - documents, overlays and outcomes to bytes and back. */
#include "document/codec.h"

#include <assert.h>

enum {
    PASSAGE_MIN = 11, /* bytes that any of these takes */
    SUBMITTER_MIN = 2,
    RELATION_MIN = 8,
    POINT_MIN = 2,
    SOURCE_MIN = 5
};

/* --- writing ---------------------------------------------------------------------- */

void pol_put_number(pol_buffer *buffer, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        pol_buffer_add_byte(buffer, (char)(number | 0x80));
    pol_buffer_add_byte(buffer, (char)number);
}

void pol_put_span(pol_buffer *buffer, pol_span span)
{
    pol_put_number(buffer, span.data ? (uint64_t)span.size + 1 : 0);
    if (span.data)
        pol_buffer_add(buffer, span);
}

static void put_value(pol_buffer *buffer, const pol_value *value)
{
    pol_put_span(buffer, value->text);
    pol_put_number(buffer, value->line);
    pol_put_number(buffer, value->origin);
}

static void put_passage(pol_buffer *buffer, const pol_document *document,
                        const pol_passage *passage)
{
    const char *start = document->text.data;
    assert(passage->text.size == 0 ||
           (passage->text.data >= start &&
            passage->text.data + passage->text.size <= start + document->text.size));
    pol_put_number(buffer, passage->ordinal);
    pol_put_number(buffer, passage->clause);
    pol_put_number(buffer, passage->decision);
    pol_put_number(buffer, passage->depth);
    pol_put_number(buffer, passage->is_action_point);
    pol_put_number(buffer, passage->lead_in);
    pol_put_number(buffer, passage->line);
    pol_put_number(buffer, passage->page);
    pol_put_span(buffer, passage->label);
    pol_put_number(buffer, passage->text.size ? (uint64_t)(passage->text.data - start) : 0);
    pol_put_number(buffer, passage->text.size);
}

static void put_submitters(pol_buffer *buffer, const pol_document *document)
{
    pol_put_number(buffer, document->submitter_count);
    for (size_t i = 0; i < document->submitter_count; i++) {
        pol_put_span(buffer, document->submitters[i].name);
        pol_put_number(buffer, document->submitters[i].is_person);
    }
    pol_put_number(buffer, document->submitters_line);
}

static void put_date(pol_buffer *buffer, const pol_document *document)
{
    pol_put_number(buffer, document->year > 0 ? (uint64_t)document->year : 0);
    pol_put_number(buffer, document->year_line);
    pol_put_number(buffer, document->date.year > 0 ? (uint64_t)document->date.year : 0);
    pol_put_number(buffer, document->date.month);
    pol_put_number(buffer, document->date.day);
    pol_put_number(buffer, document->date_line);
}

static void put_relations(pol_buffer *buffer, const pol_relation *relations, size_t count)
{
    pol_put_number(buffer, count);
    for (size_t i = 0; i < count; i++) {
        const pol_relation *relation = &relations[i];
        pol_put_number(buffer, relation->kind);
        pol_put_span(buffer, relation->number);
        pol_put_span(buffer, relation->title);
        pol_put_span(buffer, relation->conference_name);
        pol_put_number(buffer, relation->year > 0 ? (uint64_t)relation->year : 0);
        pol_put_span(buffer, relation->words);
        pol_put_number(buffer, relation->line);
        pol_put_span(buffer, relation->id);
    }
}

/* Of a document in a file of many. */
static void put_place(pol_buffer *buffer, const pol_document *document)
{
    pol_put_span(buffer, document->section);
    pol_put_number(buffer, document->line);
    pol_put_number(buffer, document->page);
    pol_put_span(buffer, document->member);
}

void pol_put_document(pol_buffer *buffer, const pol_document *document)
{
    put_value(buffer, &document->id);
    pol_put_number(buffer, document->kind);
    put_value(buffer, &document->title);
    pol_put_span(buffer, document->display_title);
    put_value(buffer, &document->organisation);
    put_value(buffer, &document->conference);
    pol_put_span(buffer, document->conference_name);
    put_date(buffer, document);
    put_value(buffer, &document->number);
    put_submitters(buffer, document);
    pol_put_number(buffer, document->decision);
    put_value(buffer, &document->decision_raw);
    pol_put_number(buffer, document->text_state);
    put_value(buffer, &document->recommendation);
    put_value(buffer, &document->source);
    put_value(buffer, &document->language);
    pol_put_number(buffer, document->standing);
    pol_put_span(buffer, document->referral);
    put_relations(buffer, document->relations, document->relation_count);
    put_place(buffer, document);
    pol_put_number(buffer, document->action_point_count);
    pol_put_span(buffer, document->text);
    pol_put_number(buffer, document->passage_count);
    for (size_t i = 0; i < document->passage_count; i++)
        put_passage(buffer, document, &document->passages[i]);
}

static void put_points(pol_buffer *buffer, const pol_outcome_point *points, size_t count)
{
    pol_put_number(buffer, count);
    for (size_t i = 0; i < count; i++) {
        pol_put_span(buffer, points[i].label);
        pol_put_number(buffer, points[i].decision);
    }
}

static void put_sources(pol_buffer *buffer, const pol_decision_source *sources, size_t count)
{
    pol_put_number(buffer, count);
    for (size_t i = 0; i < count; i++) {
        pol_put_number(buffer, sources[i].decision);
        pol_put_span(buffer, sources[i].words);
        pol_put_span(buffer, sources[i].file);
        pol_put_number(buffer, sources[i].line);
        pol_put_number(buffer, sources[i].page);
    }
}

void pol_put_overlay(pol_buffer *buffer, const pol_overlay *overlay)
{
    pol_put_number(buffer, overlay->is_decided);
    pol_put_number(buffer, overlay->decision);
    put_sources(buffer, overlay->sources, overlay->source_count);
    pol_put_number(buffer, overlay->has_conflict);
    put_points(buffer, overlay->points, overlay->point_count);
    pol_put_span(buffer, overlay->referral);
    pol_put_span(buffer, overlay->composite);
    pol_put_number(buffer, overlay->composite_decision);
    put_relations(buffer, overlay->relations, overlay->relation_count);
    pol_put_number(buffer, overlay->standing);
    pol_put_number(buffer, overlay->lapses_after > 0 ? (uint64_t)overlay->lapses_after : 0);
}

void pol_put_outcome(pol_buffer *buffer, const pol_outcome *outcome)
{
    pol_put_number(buffer, outcome->kind);
    pol_put_span(buffer, outcome->number);
    pol_put_span(buffer, outcome->title);
    pol_put_span(buffer, outcome->conference_name);
    pol_put_number(buffer, outcome->year > 0 ? (uint64_t)outcome->year : 0);
    pol_put_number(buffer, outcome->decision);
    pol_put_span(buffer, outcome->words);
    put_points(buffer, outcome->points, outcome->point_count);
    pol_put_span(buffer, outcome->composite);
    pol_put_span(buffer, outcome->amendment);
    pol_put_span(buffer, outcome->referral);
    pol_put_span(buffer, outcome->line_text);
    pol_put_number(buffer, outcome->line);
    pol_put_number(buffer, outcome->page);
}

/* --- reading ---------------------------------------------------------------------- */

pol_span pol_take_bytes(pol_cursor *at, uint64_t size)
{
    if (at->is_bad || size > at->rest.size) {
        at->is_bad = true;
        return pol_span_make(NULL, 0);
    }
    pol_span taken = pol_span_first(at->rest, (size_t)size);
    at->rest = pol_span_from(at->rest, (size_t)size);
    return taken;
}

uint64_t pol_take_number(pol_cursor *at)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        pol_span byte = pol_take_bytes(at, 1);
        if (!byte.data)
            return 0;
        uint64_t bits = (unsigned char)byte.data[0] & 0x7Fu;
        if (shift == 63 && bits > 1)
            break;
        number |= bits << shift;
        if (!((unsigned char)byte.data[0] & 0x80))
            return number;
    }
    at->is_bad = true;
    return 0;
}

/* A number below `bound`. */
uint64_t pol_take_below(pol_cursor *at, uint64_t bound)
{
    uint64_t number = pol_take_number(at);
    if (number < bound)
        return number;
    at->is_bad = true;
    return 0;
}

uint32_t pol_take_u32(pol_cursor *at)
{
    return (uint32_t)pol_take_below(at, (uint64_t)UINT32_MAX + 1);
}

/* A count of things that take at least `least` bytes each. */
size_t pol_take_count(pol_cursor *at, size_t least)
{
    uint64_t count = pol_take_number(at);
    if (count <= at->rest.size / least)
        return (size_t)count;
    at->is_bad = true;
    return 0;
}

pol_span pol_take_span(pol_cursor *at)
{
    uint64_t size = pol_take_number(at);
    return size == 0 ? pol_span_make(NULL, 0) : pol_take_bytes(at, size - 1);
}

static pol_value take_value(pol_cursor *at)
{
    pol_value value;
    value.text = pol_take_span(at);
    value.line = pol_take_u32(at);
    value.origin = (uint8_t)pol_take_below(at, POL_ORIGIN_COUNT);
    return value;
}

static void take_date(pol_cursor *at, pol_document *document)
{
    document->year = (int)pol_take_below(at, INT16_MAX);
    document->year_line = pol_take_u32(at);
    document->date.year = (int16_t)pol_take_below(at, INT16_MAX);
    document->date.month = (uint8_t)pol_take_below(at, 13);
    document->date.day = (uint8_t)pol_take_below(at, 32);
    document->date_line = pol_take_u32(at);
}

static pol_status take_submitters(pol_cursor *at, pol_arena *arena, pol_document *document,
                                  pol_error *reterr)
{
    size_t count = pol_take_count(at, SUBMITTER_MIN);
    document->submitters = pol_arena_array(arena, count, sizeof *document->submitters);
    if (!document->submitters)
        return pol_arena_refused(arena, count * sizeof *document->submitters, reterr);
    document->submitter_count = count;
    for (size_t i = 0; i < count; i++) {
        document->submitters[i].name = pol_take_span(at);
        document->submitters[i].is_person = pol_take_below(at, 2);
    }
    document->submitters_line = pol_take_u32(at);
    return POL_OK;
}

static pol_passage take_passage(pol_cursor *at, const pol_document *document, size_t count)
{
    pol_passage passage;
    passage.ordinal = (uint32_t)pol_take_below(at, (uint64_t)count + 1);
    passage.clause = (uint8_t)pol_take_below(at, POL_CLAUSE_COUNT);
    passage.decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
    passage.depth = (uint8_t)pol_take_below(at, UINT8_MAX + 1);
    passage.is_action_point = pol_take_below(at, 2);
    passage.lead_in = (uint32_t)pol_take_below(at, (uint64_t)count + 1);
    passage.line = pol_take_u32(at);
    passage.page = pol_take_u32(at);
    passage.label = pol_take_span(at);
    uint64_t start = pol_take_number(at), size = pol_take_number(at);
    if (start > document->text.size || size > document->text.size - start) {
        at->is_bad = true;
        start = size = 0;
    }
    passage.text =
        pol_span_make(document->text.data ? document->text.data + start : "", (size_t)size);
    return passage;
}

static pol_status take_passages(pol_cursor *at, pol_arena *arena, pol_document *document,
                                pol_error *reterr)
{
    document->text = pol_take_span(at);
    size_t count = pol_take_count(at, PASSAGE_MIN);
    document->passages = pol_arena_array(arena, count, sizeof *document->passages);
    if (!document->passages)
        return pol_arena_refused(arena, count * sizeof *document->passages, reterr);
    document->passage_count = count;
    for (size_t i = 0; i < count; i++)
        document->passages[i] = take_passage(at, document, count);
    return POL_OK;
}

/* Room for `count` items; an array of none is NULL. */
static pol_status take_array(pol_arena *arena, size_t count, size_t size, void **ret_array,
                             pol_error *reterr)
{
    *ret_array = count ? pol_arena_array(arena, count, size) : NULL;
    return *ret_array || !count ? POL_OK : pol_arena_refused(arena, count * size, reterr);
}

static pol_status take_relations(pol_cursor *at, pol_arena *arena, pol_relation **ret_relations,
                                 size_t *ret_count, pol_error *reterr)
{
    void *array;
    size_t count = pol_take_count(at, RELATION_MIN);
    pol_status status = take_array(arena, count, sizeof(pol_relation), &array, reterr);
    if (status != POL_OK)
        return status;
    *ret_relations = array;
    *ret_count = count;
    for (size_t i = 0; i < count; i++) {
        pol_relation *relation = &(*ret_relations)[i];
        relation->kind = (uint8_t)pol_take_below(at, POL_RELATION_COUNT);
        relation->number = pol_take_span(at);
        relation->title = pol_take_span(at);
        relation->conference_name = pol_take_span(at);
        relation->year = (int)pol_take_below(at, INT16_MAX);
        relation->words = pol_take_span(at);
        relation->line = pol_take_u32(at);
        relation->id = pol_take_span(at);
    }
    return POL_OK;
}

static void take_place(pol_cursor *at, pol_document *document)
{
    document->section = pol_take_span(at);
    document->line = pol_take_u32(at);
    document->page = pol_take_u32(at);
    document->member = pol_take_span(at);
}

pol_status pol_take_document(pol_cursor *at, pol_arena *arena, pol_document *document,
                             pol_error *reterr)
{
    document->id = take_value(at);
    document->kind = (pol_kind)pol_take_below(at, POL_KIND_COUNT);
    document->title = take_value(at);
    document->display_title = pol_take_span(at);
    document->organisation = take_value(at);
    document->conference = take_value(at);
    document->conference_name = pol_take_span(at);
    take_date(at, document);
    document->number = take_value(at);
    pol_status status = take_submitters(at, arena, document, reterr);
    if (status != POL_OK)
        return status;
    document->decision = (pol_decision)pol_take_below(at, POL_DECISION_COUNT);
    document->decision_raw = take_value(at);
    document->text_state = (pol_text_state)pol_take_below(at, POL_TEXT_STATE_COUNT);
    document->recommendation = take_value(at);
    document->source = take_value(at);
    document->language = take_value(at);
    document->standing = (uint8_t)pol_take_below(at, POL_STANDING_COUNT);
    document->referral = pol_take_span(at);
    status = take_relations(at, arena, &document->relations, &document->relation_count, reterr);
    if (status != POL_OK)
        return status;
    take_place(at, document);
    document->action_point_count = pol_take_u32(at);
    return take_passages(at, arena, document, reterr);
}

static pol_status take_points(pol_cursor *at, pol_arena *arena, pol_outcome_point **ret_points,
                              size_t *ret_count, pol_error *reterr)
{
    void *array;
    size_t count = pol_take_count(at, POINT_MIN);
    pol_status status = take_array(arena, count, sizeof(pol_outcome_point), &array, reterr);
    if (status != POL_OK)
        return status;
    *ret_points = array;
    *ret_count = count;
    for (size_t i = 0; i < count; i++) {
        (*ret_points)[i].label = pol_take_span(at);
        (*ret_points)[i].decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
    }
    return POL_OK;
}

static pol_status take_sources(pol_cursor *at, pol_arena *arena, pol_overlay *overlay,
                               pol_error *reterr)
{
    void *array;
    size_t count = pol_take_count(at, SOURCE_MIN);
    pol_status status = take_array(arena, count, sizeof(pol_decision_source), &array, reterr);
    if (status != POL_OK)
        return status;
    overlay->sources = array;
    overlay->source_count = count;
    for (size_t i = 0; i < count; i++) {
        pol_decision_source *source = &overlay->sources[i];
        source->decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
        source->words = pol_take_span(at);
        source->file = pol_take_span(at);
        source->line = pol_take_u32(at);
        source->page = pol_take_u32(at);
    }
    return POL_OK;
}

pol_status pol_take_overlay(pol_cursor *at, pol_arena *arena, pol_overlay *overlay,
                            pol_error *reterr)
{
    *overlay = (pol_overlay){.is_decided = pol_take_below(at, 2)};
    overlay->decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
    pol_status status = take_sources(at, arena, overlay, reterr);
    overlay->has_conflict = pol_take_below(at, 2);
    if (status == POL_OK)
        status = take_points(at, arena, &overlay->points, &overlay->point_count, reterr);
    overlay->referral = pol_take_span(at);
    overlay->composite = pol_take_span(at);
    overlay->composite_decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
    if (status == POL_OK)
        status = take_relations(at, arena, &overlay->relations, &overlay->relation_count, reterr);
    overlay->standing = (uint8_t)pol_take_below(at, POL_STANDING_COUNT);
    overlay->lapses_after = (int)pol_take_below(at, INT16_MAX);
    return status;
}

pol_status pol_take_outcome(pol_cursor *at, pol_arena *arena, pol_outcome *outcome,
                            pol_error *reterr)
{
    *outcome = (pol_outcome){.kind = (uint8_t)pol_take_below(at, POL_KIND_COUNT)};
    outcome->number = pol_take_span(at);
    outcome->title = pol_take_span(at);
    outcome->conference_name = pol_take_span(at);
    outcome->year = (int)pol_take_below(at, INT16_MAX);
    outcome->decision = (uint8_t)pol_take_below(at, POL_DECISION_COUNT);
    outcome->words = pol_take_span(at);
    pol_status status = take_points(at, arena, &outcome->points, &outcome->point_count, reterr);
    outcome->composite = pol_take_span(at);
    outcome->amendment = pol_take_span(at);
    outcome->referral = pol_take_span(at);
    outcome->line_text = pol_take_span(at);
    outcome->line = pol_take_u32(at);
    outcome->page = pol_take_u32(at);
    return status;
}
