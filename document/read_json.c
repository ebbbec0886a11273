/* read_json.c - one line of JSON Lines: "text" to lines, the other fields to pairs. */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

#include "core/utf8.h"
#include "document/clean.h"
#include "document/pairs.h"
#include "document/reader.h"

typedef struct json_reader {
    pol_arena *arena;
    pol_text *text;
    uint32_t line;
    pol_error *reterr;
} json_reader;

/* --- before parsing --------------------------------------------------------------- */

typedef struct shape {
    size_t depth, deepest, values;
    bool is_in_string;
} shape;

static void measure_byte(shape *seen, char byte)
{
    if (byte == '"')
        seen->is_in_string = true;
    else if (byte == '[' || byte == '{')
        seen->depth++, seen->values++;
    else if ((byte == ']' || byte == '}') && seen->depth > 0)
        seen->depth--;
    else if (byte == ',' || byte == ':')
        seen->values++;
    if (seen->depth > seen->deepest)
        seen->deepest = seen->depth;
}

/* jansson builds every value in memory, thirty times the size of "[1,1,1,...": so count
 * them first. */
static pol_status check_shape(pol_span line, uint32_t number, pol_error *reterr)
{
    shape seen = {0, 0, 0, false};
    for (size_t i = 0; i < line.size; i++) {
        char byte = line.data[i];
        if (!seen.is_in_string)
            measure_byte(&seen, byte);
        else if (byte == '\\')
            i++;
        else if (byte == '"')
            seen.is_in_string = false;
    }
    if (seen.deepest > POL_JSON_DEPTH_MAX)
        return pol_fail(reterr, POL_LIMIT, number,
                        "line %" PRIu32 ": values are nested %zu deep, more than %d", number,
                        seen.deepest, POL_JSON_DEPTH_MAX);
    if (seen.values > POL_JSON_VALUES_MAX)
        return pol_fail(reterr, POL_LIMIT, number,
                        "line %" PRIu32 ": %zu values, more than the %d one document may have",
                        number, seen.values, POL_JSON_VALUES_MAX);
    return POL_OK;
}

/* --- fields ----------------------------------------------------------------------- */

static pol_status add_value(json_reader *reader, pol_span key, const json_t *value);

static pol_status add_scalar(json_reader *reader, pol_span key, pol_span value)
{
    return pol_text_add_value(reader->text, reader->arena, key, value, reader->line,
                              POL_ORIGIN_MARKUP, reader->reterr);
}

/* Fields of a nested object, as "outer.inner"; of the whole with an empty `outer`. */
static pol_status add_members(json_reader *reader, pol_span outer, const json_t *object)
{
    json_t *members = (json_t *)(uintptr_t)object; /* jansson iterates over non-const */
    for (void *at = json_object_iter(members); at; at = json_object_iter_next(members, at)) {
        pol_span name = pol_span_of(json_object_iter_key(at));
        bool is_body = outer.size == 0 && (pol_span_equal(name, POL_SPAN("text")) ||
                                           pol_span_equal(name, POL_SPAN("passages")));
        if (is_body)
            continue;
        pol_span key = pol_pair_key(outer, name, reader->arena);
        if (!key.data)
            return pol_arena_refused(reader->arena, outer.size + name.size, reader->reterr);
        pol_status status = add_value(reader, key, json_object_iter_value(at));
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

static pol_status add_elements(json_reader *reader, pol_span key, const json_t *array)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < json_array_size(array) && status == POL_OK; i++)
        status = add_value(reader, key, json_array_get(array, i));
    return status;
}

static pol_status add_number(json_reader *reader, pol_span key, const json_t *value)
{
    char digits[64];
    if (json_is_integer(value))
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else
        snprintf(digits, sizeof digits, "%.15g", json_real_value(value));
    return add_scalar(reader, key, pol_span_of(digits));
}

static pol_status add_value(json_reader *reader, pol_span key, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return add_members(reader, key, value);
    case JSON_ARRAY:
        return add_elements(reader, key, value);
    case JSON_STRING:
        return add_scalar(reader, key,
                          pol_span_make(json_string_value(value), json_string_length(value)));
    case JSON_INTEGER:
    case JSON_REAL:
        return add_number(reader, key, value);
    case JSON_TRUE:
        return add_scalar(reader, key, POL_SPAN("true"));
    case JSON_FALSE:
        return add_scalar(reader, key, POL_SPAN("false"));
    case JSON_NULL:
        break;
    }
    return POL_OK;
}

static pol_status add_text(json_reader *reader, const json_t *root)
{
    const json_t *field = json_object_get(root, "text");
    if (!json_is_string(field))
        return pol_fail(reader->reterr, POL_FORMAT, reader->line,
                        "line %" PRIu32 ": the field \"text\" %s: a document needs its text",
                        reader->line, field ? "is not a string" : "is missing");
    pol_span text = pol_span_make(json_string_value(field), json_string_length(field));
    pol_span copy = pol_arena_copy(reader->arena, text);
    if (!copy.data)
        return pol_arena_refused(reader->arena, text.size + 1, reader->reterr);
    return pol_text_add_lines(reader->text, reader->arena, copy, reader->line, true,
                              reader->reterr);
}

static pol_status read_root(json_reader *reader, const json_t *root)
{
    if (!json_is_object(root))
        return pol_fail(reader->reterr, POL_FORMAT, reader->line,
                        "line %" PRIu32 ": not a JSON object: one document a line is expected",
                        reader->line);
    pol_status status = add_text(reader, root);
    return status == POL_OK ? add_members(reader, POL_SPAN(""), root) : status;
}

/* --- parsing ---------------------------------------------------------------------- */

static pol_status fail_parse(const json_error_t *error, uint32_t line, pol_error *reterr)
{
    if (json_error_code(error) == json_error_out_of_memory)
        return pol_fail(reterr, POL_NOMEM, line, "line %" PRIu32 ": out of memory", line);
    pol_span reason = pol_span_of(error->text);
    size_t near = pol_span_find(reason, POL_SPAN(" near '"), 0); /* what follows is raw input */
    return pol_fail(reterr, POL_FORMAT, line, "line %" PRIu32 ", byte %d: not JSON: %.*s", line,
                    error->position, POL_SPAN_ARGS(pol_span_first(reason, near)));
}

pol_status pol_read_json(pol_span line, uint32_t line_number, pol_arena *arena, pol_text *ret_text,
                         pol_error *reterr)
{
    if (line.size > POL_JSON_LINE_MAX)
        return pol_fail(reterr, POL_LIMIT, line_number,
                        "line %" PRIu32 " has %zu bytes, more than the %d that are read",
                        line_number, line.size, POL_JSON_LINE_MAX);
    if (pol_span_starts(line, POL_SPAN("\xEF\xBB\xBF")))
        line = pol_span_from(line, 3);
    size_t valid = pol_utf8_valid_prefix(line);
    if (valid < line.size)
        return pol_fail(reterr, POL_FORMAT, line_number,
                        "line %" PRIu32
                        ", byte %zu: not UTF-8, which JSON Lines must be: convert it",
                        line_number, valid + 1);
    pol_status status = check_shape(line, line_number, reterr);
    if (status != POL_OK)
        return status;
    json_error_t error;
    json_t *root =
        json_loadb(line.data ? line.data : "", line.size, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        return fail_parse(&error, line_number, reterr);
    pol_text text = {.encoding = "UTF-8"};
    json_reader reader = {arena, &text, line_number, reterr};
    status = read_root(&reader, root);
    json_decref(root);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
