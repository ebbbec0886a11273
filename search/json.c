/* json.c - see json.h. Numbers never follow the locale. */
#include "search/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "core/utf8.h"

static bool is_invalid(uint32_t character, size_t size)
{
    return character == 0xFFFD && size == 1;
}

/* Characters that a terminal obeys or that reorder what is read. */
static bool is_escaped(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static void add_escape(pol_buffer *buffer, uint32_t c)
{
    static const char shorts[] = "\bb\tt\nn\ff\rr";
    for (size_t i = 0; i + 1 < sizeof shorts; i += 2)
        if (c == (uint32_t)shorts[i]) {
            pol_buffer_printf(buffer, "\\%c", shorts[i + 1]);
            return;
        }
    pol_buffer_printf(buffer, "\\u%04" PRIx32, c);
}

/* Of most texts all characters are. */
static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static void add_quoted(pol_buffer *buffer, pol_span text)
{
    size_t kept = 0, size;
    pol_buffer_add_byte(buffer, '"');
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t c;
        size = 1;
        if (is_plain(text.data[at]))
            continue;
        size = pol_utf8_decode(pol_span_from(text, at), &c);
        bool is_special = c == '"' || c == '\\';
        if (!is_special && !is_escaped(c) && !is_invalid(c, size))
            continue;
        pol_buffer_add(buffer, pol_span_make(text.data + kept, at - kept));
        kept = at + size;
        if (is_special)
            pol_buffer_printf(buffer, "\\%c", (char)c);
        else if (is_escaped(c))
            add_escape(buffer, c);
        else
            pol_utf8_append(buffer, c);
    }
    pol_buffer_add(buffer, pol_span_from(text, kept));
    pol_buffer_add_byte(buffer, '"');
}

static void begin(pol_json *json, const char *key)
{
    if (json->needs_comma)
        pol_buffer_add_byte(json->buffer, ',');
    json->needs_comma = true;
    if (!key)
        return;
    pol_buffer_add_byte(json->buffer, '"');
    pol_buffer_add_text(json->buffer, key);
    pol_buffer_add_text(json->buffer, "\":");
}

void pol_json_open(pol_json *json, const char *key, char bracket)
{
    begin(json, key);
    pol_buffer_add_byte(json->buffer, bracket);
    json->needs_comma = false;
}

void pol_json_close(pol_json *json, char bracket)
{
    pol_buffer_add_byte(json->buffer, bracket);
    json->needs_comma = true;
}

void pol_json_string(pol_json *json, const char *key, pol_span value)
{
    begin(json, key);
    if (value.data)
        add_quoted(json->buffer, value);
    else
        pol_buffer_add_text(json->buffer, "null");
}

void pol_json_text(pol_json *json, const char *key, const char *value)
{
    pol_json_string(json, key, pol_span_of(value));
}

void pol_json_integer(pol_json *json, const char *key, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    begin(json, key);
    pol_buffer_add(json->buffer, pol_span_make(digits + at, sizeof digits - at));
}

void pol_json_integer_or_null(pol_json *json, const char *key, int64_t value)
{
    if (value)
        pol_json_integer(json, key, value);
    else
        pol_json_text(json, key, NULL);
}

void pol_json_number(pol_json *json, const char *key, double value)
{
    char text[40];
    if (!isfinite(value)) {
        pol_json_text(json, key, NULL);
        return;
    }
    snprintf(text, sizeof text, "%.6g", value);
    for (char *c = text; *c; c++)
        if (*c == ',')
            *c = '.';
    begin(json, key);
    pol_buffer_add_text(json->buffer, text);
}

void pol_json_bool(pol_json *json, const char *key, bool value)
{
    begin(json, key);
    pol_buffer_add_text(json->buffer, value ? "true" : "false");
}

size_t pol_json_offset(pol_span text, size_t at)
{
    size_t written = 0, size;
    for (size_t i = 0; i < text.size && i < at; i += size) {
        uint32_t c;
        size = pol_utf8_decode(pol_span_from(text, i), &c);
        written += is_invalid(c, size) ? sizeof "\uFFFD" - 1 : size;
    }
    return written;
}
