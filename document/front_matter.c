/* front_matter.c - finding front matter, and reading it even where it is no good YAML. */
#include "document/front_matter.h"

#include "document/pairs.h"
#include "document/reader.h"

/* The line at *at without its end; *at moves behind it. */
static pol_span next_line(pol_span text, size_t *at)
{
    pol_span rest = pol_span_from(text, *at);
    const char *end = rest.size ? memchr(rest.data, '\n', rest.size) : NULL;
    size_t size = end ? (size_t)(end - rest.data) : rest.size;
    *at += size + (end != NULL);
    return pol_span_first(rest, size);
}

static bool is_fence(pol_span line, bool is_first)
{
    line = pol_span_trim(line);
    return pol_span_equal(line, POL_SPAN("---")) ||
           (!is_first && pol_span_equal(line, POL_SPAN("...")));
}

typedef struct block {
    pol_span yaml;
    size_t end;     /* of the block in the text, closing line included */
    uint32_t lines; /* closing line included */
} block;

static bool find_block(pol_span utf8, block *ret_block)
{
    size_t at = 0;
    if (!is_fence(next_line(utf8, &at), true))
        return false;
    size_t start = at;
    for (uint32_t lines = 2; at < utf8.size && at - start <= POL_YAML_MAX; lines++) {
        size_t line_start = at;
        if (!is_fence(next_line(utf8, &at), false))
            continue;
        *ret_block = (block){pol_span_make(utf8.data + start, line_start - start), at, lines};
        return true;
    }
    return false;
}

/* --- line by line ----------------------------------------------------------------- */

static pol_span unquote(pol_span value)
{
    value = pol_span_trim(value);
    bool is_quoted = value.size >= 2 && (value.data[0] == '"' || value.data[0] == '\'') &&
                     value.data[value.size - 1] == value.data[0];
    return is_quoted ? pol_span_make(value.data + 1, value.size - 2) : value;
}

/* Bytes of the key of a "key: value" line; 0 where it is none. */
static size_t key_size(pol_span line)
{
    size_t colon = pol_span_find(line, POL_SPAN(":"), 0);
    if (colon == (size_t)-1 || colon == 0 || colon > 40 || strchr(" \t-#", line.data[0]))
        return 0;
    bool is_value = colon + 1 == line.size || line.data[colon + 1] == ' ';
    return is_value ? colon : 0;
}

static pol_status read_line(pol_span line, uint32_t number, pol_span *key, pol_arena *arena,
                            pol_text *text, pol_error *reterr)
{
    size_t size = key_size(line);
    pol_span value = pol_span_trim(line);
    if (size > 0) {
        *key = pol_pair_key(POL_SPAN(""), pol_span_first(line, size), arena);
        if (!key->data)
            return pol_arena_refused(arena, size, reterr);
        value = pol_span_from(line, size + 1);
    } else if (key->size > 0 && pol_span_starts(value, POL_SPAN("- "))) {
        value = pol_span_from(value, 2);
    } else {
        return POL_OK;
    }
    return pol_text_add_value(text, arena, *key, unquote(value), number, POL_ORIGIN_FRONT_MATTER,
                              reterr);
}

static pol_status read_leniently(pol_span yaml, pol_arena *arena, pol_text *text, pol_error *reterr)
{
    pol_span key = POL_SPAN("");
    uint32_t number = 2;
    pol_status status = POL_OK;
    for (size_t at = 0; at < yaml.size && status == POL_OK; number++) {
        if (text->pair_count > POL_YAML_PAIRS_MAX)
            return pol_fail(reterr, POL_LIMIT, number, "the front matter has more than %d values",
                            POL_YAML_PAIRS_MAX);
        status = read_line(next_line(yaml, &at), number, &key, arena, text, reterr);
    }
    return status;
}

/* --- the block -------------------------------------------------------------------- */

static pol_status read_block(const block *found, pol_arena *arena, pol_text *text,
                             pol_error *reterr)
{
    pol_error reason = {.status = POL_OK};
    size_t pairs = text->pair_count, notes = text->note_count;
    pol_status status =
        pol_read_yaml(found->yaml, POL_ORIGIN_FRONT_MATTER, 2, arena, text, &reason);
    if (status == POL_OK)
        return POL_OK;
    if (status != POL_FORMAT)
        return pol_fail(reterr, status, reason.at, "front matter, %s", reason.text);
    text->pair_count = pairs;
    text->note_count = notes;
    status = read_leniently(found->yaml, arena, text, reterr);
    if (status != POL_OK || text->pair_count == pairs)
        return status;
    return pol_text_notef(text, arena, (uint32_t)reason.at, reterr,
                          "the front matter is not valid YAML and was read line by line: %s",
                          reason.text);
}

pol_status pol_front_matter_read(pol_span utf8, pol_arena *arena, pol_text *text,
                                 pol_span *ret_body, uint32_t *ret_line, pol_error *reterr)
{
    block found;
    size_t pairs = text->pair_count;
    *ret_body = utf8;
    *ret_line = 1;
    if (!find_block(utf8, &found))
        return POL_OK;
    pol_status status = read_block(&found, arena, text, reterr);
    if (status != POL_OK || text->pair_count == pairs)
        return status;
    *ret_body = pol_span_from(utf8, found.end);
    *ret_line = found.lines + 1;
    return POL_OK;
}
