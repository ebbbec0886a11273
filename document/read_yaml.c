/* read_yaml.c - a YAML mapping to pairs, by libyaml's events: nothing is built in memory,
 * so nothing can grow beyond what the file holds. */
#include <inttypes.h>
#include <yaml.h>

#include "core/utf8.h"
#include "document/pairs.h"
#include "document/reader.h"

enum { ANCHORS_MAX = 64 };

typedef struct anchor {
    pol_span name, value;
} anchor;

typedef struct yaml_reader {
    yaml_parser_t parser;
    pol_arena *arena;
    pol_text *text;
    pol_origin origin;
    uint32_t first_line;
    size_t pair_count;
    size_t first_pair; /* of this mapping in text->pairs */
    anchor anchors[ANCHORS_MAX];
    size_t anchor_count;
    pol_error *reterr;
} yaml_reader;

static pol_status fail_at(yaml_reader *reader, pol_status status, yaml_mark_t mark,
                          const char *what)
{
    size_t line = reader->first_line + mark.line;
    return pol_fail(reader->reterr, status, line, "line %zu: YAML: %s", line, what);
}

static pol_status next_event(yaml_reader *reader, yaml_event_t *ret_event)
{
    if (yaml_parser_parse(&reader->parser, ret_event))
        return POL_OK;
    if (reader->parser.error == YAML_MEMORY_ERROR)
        return fail_at(reader, POL_NOMEM, reader->parser.mark, "out of memory");
    const char *problem = reader->parser.problem ? reader->parser.problem : "cannot be read";
    return fail_at(reader, POL_FORMAT, reader->parser.problem_mark, problem);
}

static pol_span scalar_span(const yaml_event_t *event)
{
    return pol_span_make((const char *)event->data.scalar.value, event->data.scalar.length);
}

static bool is_null(const yaml_event_t *event)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return false;
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        if (pol_span_equal(scalar_span(event), pol_span_of(nulls[i])))
            return true;
    return false;
}

/* --- values ----------------------------------------------------------------------- */

static pol_status add_pair(yaml_reader *reader, pol_span key, pol_span value, yaml_mark_t mark)
{
    if (reader->pair_count++ == POL_YAML_PAIRS_MAX)
        return fail_at(reader, POL_LIMIT, mark, "more than 1000 values");
    return pol_text_add_value(reader->text, reader->arena, key, value,
                              reader->first_line + (uint32_t)mark.line, reader->origin,
                              reader->reterr);
}

static pol_status keep_anchor(yaml_reader *reader, const yaml_event_t *event)
{
    const char *name = (const char *)event->data.scalar.anchor;
    if (!name)
        return POL_OK;
    if (reader->anchor_count == ANCHORS_MAX)
        return fail_at(reader, POL_LIMIT, event->start_mark, "too many anchors");
    anchor kept = {pol_arena_copy(reader->arena, pol_span_of(name)),
                   pol_arena_copy(reader->arena, scalar_span(event))};
    if (!kept.name.data || !kept.value.data)
        return pol_arena_refused(reader->arena, event->data.scalar.length, reader->reterr);
    reader->anchors[reader->anchor_count++] = kept;
    return POL_OK;
}

static pol_status add_scalar(yaml_reader *reader, pol_span key, const yaml_event_t *event)
{
    pol_status status = keep_anchor(reader, event);
    if (status != POL_OK || is_null(event))
        return status;
    return add_pair(reader, key, scalar_span(event), event->start_mark);
}

static pol_status add_alias(yaml_reader *reader, pol_span key, const yaml_event_t *event)
{
    pol_span name = pol_span_of((const char *)event->data.alias.anchor);
    for (size_t i = reader->anchor_count; i > 0; i--)
        if (pol_span_equal(reader->anchors[i - 1].name, name))
            return add_pair(reader, key, reader->anchors[i - 1].value, event->start_mark);
    return fail_at(reader, POL_FORMAT, event->start_mark,
                   "an alias (*name) may stand for a single value only, stated before it");
}

static pol_status read_mapping(yaml_reader *reader, pol_span outer, int depth);
static pol_status read_node(yaml_reader *reader, pol_span key, const yaml_event_t *event,
                            int depth);

static pol_status read_sequence(yaml_reader *reader, pol_span key, int depth)
{
    pol_status status = POL_OK;
    for (bool is_open = true; is_open && status == POL_OK;) {
        yaml_event_t event;
        status = next_event(reader, &event);
        if (status != POL_OK)
            return status;
        is_open = event.type != YAML_SEQUENCE_END_EVENT;
        if (is_open)
            status = read_node(reader, key, &event, depth);
        yaml_event_delete(&event);
    }
    return status;
}

static pol_status read_node(yaml_reader *reader, pol_span key, const yaml_event_t *event, int depth)
{
    if (depth > POL_YAML_DEPTH_MAX)
        return fail_at(reader, POL_LIMIT, event->start_mark, "nested too deep");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return add_scalar(reader, key, event);
    case YAML_ALIAS_EVENT:
        return add_alias(reader, key, event);
    case YAML_SEQUENCE_START_EVENT:
        return read_sequence(reader, key, depth + 1);
    case YAML_MAPPING_START_EVENT:
        return read_mapping(reader, key, depth + 1);
    default:
        return fail_at(reader, POL_FORMAT, event->start_mark, "a value is expected here");
    }
}

/* --- mappings --------------------------------------------------------------------- */

static bool is_stated(const yaml_reader *reader, pol_span key)
{
    for (size_t i = reader->first_pair; i < reader->text->pair_count; i++)
        if (pol_span_equal(reader->text->pairs[i].key, key))
            return true;
    return false;
}

static pol_status read_key(yaml_reader *reader, pol_span outer, const yaml_event_t *event,
                           bool is_in_list, pol_span *ret_key)
{
    if (event->type != YAML_SCALAR_EVENT)
        return fail_at(reader, POL_FORMAT, event->start_mark, "a key must be plain words");
    *ret_key = pol_pair_key(outer, scalar_span(event), reader->arena);
    if (!ret_key->data)
        return pol_arena_refused(reader->arena, event->data.scalar.length, reader->reterr);
    if (is_in_list || !is_stated(reader, *ret_key))
        return POL_OK;
    return pol_text_notef(reader->text, reader->arena,
                          reader->first_line + (uint32_t)event->start_mark.line, reader->reterr,
                          "'%.*s' is stated twice",
                          POL_SPAN_ARGS(pol_span_first(*ret_key, pol_utf8_floor(*ret_key, 80))));
}

static pol_status read_member(yaml_reader *reader, pol_span key, int depth)
{
    yaml_event_t event;
    pol_status status = next_event(reader, &event);
    if (status != POL_OK)
        return status;
    status = read_node(reader, key, &event, depth);
    yaml_event_delete(&event);
    return status;
}

static pol_status read_mapping(yaml_reader *reader, pol_span outer, int depth)
{
    pol_status status = POL_OK;
    while (status == POL_OK) {
        yaml_event_t event;
        pol_span key = POL_SPAN("");
        status = next_event(reader, &event);
        if (status != POL_OK)
            return status;
        bool is_end = event.type == YAML_MAPPING_END_EVENT;
        if (!is_end)
            status = read_key(reader, outer, &event, outer.size > 0, &key);
        yaml_event_delete(&event);
        if (is_end)
            break;
        if (status == POL_OK)
            status = read_member(reader, key, depth);
    }
    return status;
}

/* --- the document ----------------------------------------------------------------- */

/* What the document is: a mapping, or nothing at all. */
static pol_status read_root(yaml_reader *reader, const yaml_event_t *event)
{
    if (event->type == YAML_MAPPING_START_EVENT)
        return read_mapping(reader, POL_SPAN(""), 0);
    if (event->type == YAML_SCALAR_EVENT && is_null(event))
        return POL_OK;
    return fail_at(reader, POL_FORMAT, event->start_mark, "'key: value' lines are expected");
}

static pol_status read_stream(yaml_reader *reader)
{
    bool is_read = false;
    for (;;) {
        yaml_event_t event;
        pol_status status = next_event(reader, &event);
        if (status != POL_OK)
            return status;
        yaml_event_type_t type = event.type;
        if (type == YAML_DOCUMENT_START_EVENT && is_read)
            status = fail_at(reader, POL_FORMAT, event.start_mark, "a second document starts");
        else if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT &&
                 type != YAML_DOCUMENT_END_EVENT && type != YAML_STREAM_END_EVENT) {
            status = read_root(reader, &event);
            is_read = true;
        }
        yaml_event_delete(&event);
        if (status != POL_OK || type == YAML_STREAM_END_EVENT)
            return status;
    }
}

pol_status pol_read_yaml(pol_span bytes, pol_origin origin, uint32_t first_line, pol_arena *arena,
                         pol_text *text, pol_error *reterr)
{
    if (bytes.size > POL_YAML_MAX)
        return pol_fail(reterr, POL_LIMIT, first_line,
                        "the YAML has %zu bytes, more than the %d that are read", bytes.size,
                        POL_YAML_MAX);
    const char *encoding = text->encoding;
    pol_span utf8;
    pol_status status = pol_decode_text(bytes, arena, &utf8, text, reterr);
    if (status != POL_OK)
        return status;
    if (encoding) /* of the text itself, not of its sidecar */
        text->encoding = encoding;
    yaml_reader *reader = pol_arena_alloc(arena, sizeof *reader);
    if (!reader)
        return pol_arena_refused(arena, sizeof *reader, reterr);
    reader->arena = arena;
    reader->text = text;
    reader->origin = origin;
    reader->first_line = first_line;
    reader->first_pair = text->pair_count;
    reader->reterr = reterr;
    if (!yaml_parser_initialize(&reader->parser))
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a YAML parser");
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)utf8.data, utf8.size);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    status = read_stream(reader);
    yaml_parser_delete(&reader->parser);
    return status;
}
