/* utf8.c - UTF-8 bytes to characters and back.
 *
 * Well-formed is what Unicode's table 3-7 says: no overlong forms, no surrogates,
 * nothing above U+10FFFF. */
#include "core/utf8.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

/* Bytes of a character that starts with `lead`, and the bounds of its second byte,
 * which are what rules out overlong forms and surrogates. */
typedef struct lead_rule {
    uint8_t first, last;
    uint8_t size;
    uint8_t second_min, second_max;
} lead_rule;

static const lead_rule lead_rules[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

static const lead_rule *rule_of(uint8_t lead)
{
    for (size_t i = 0; i < sizeof lead_rules / sizeof *lead_rules; i++)
        if (lead >= lead_rules[i].first && lead <= lead_rules[i].last)
            return &lead_rules[i];
    return NULL;
}

size_t pol_utf8_decode(pol_span text, uint32_t *ret_character)
{
    const uint8_t *bytes = (const uint8_t *)text.data;
    if (bytes[0] < 0x80) {
        *ret_character = bytes[0];
        return 1;
    }
    *ret_character = REPLACEMENT;
    const lead_rule *rule = rule_of(bytes[0]);
    if (!rule || text.size < rule->size || bytes[1] < rule->second_min ||
        bytes[1] > rule->second_max)
        return 1;
    uint32_t character = bytes[0] & (0x7Fu >> rule->size);
    for (size_t i = 1; i < rule->size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 1;
        character = character << 6 | (bytes[i] & 0x3Fu);
    }
    *ret_character = character;
    return rule->size;
}

void pol_utf8_append(pol_buffer *buffer, uint32_t character)
{
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)character))
        character = REPLACEMENT;
    uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
    pol_buffer_add(buffer, pol_span_make((const char *)bytes, (size_t)size));
}

/* U+FFFD is three bytes when it is written out, so one byte means invalid. */
static bool is_invalid(uint32_t character, size_t size)
{
    return character == REPLACEMENT && size == 1;
}

size_t pol_utf8_valid_prefix(pol_span text)
{
    size_t at = 0;
    while (at < text.size) {
        uint32_t character;
        size_t size = pol_utf8_decode(pol_span_from(text, at), &character);
        if (is_invalid(character, size))
            break;
        at += size;
    }
    return at;
}

size_t pol_utf8_floor(pol_span text, size_t size)
{
    if (size >= text.size)
        return text.size;
    while (size > 0 && ((uint8_t)text.data[size] & 0xC0) == 0x80)
        size--;
    return size;
}

size_t pol_utf8_columns(pol_span text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t character;
        at += pol_utf8_decode(pol_span_from(text, at), &character);
        columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)character);
    }
    return columns;
}

/* Ranges that a terminal obeys, that reorder what is read, or that end a line for
 * some programs and not for others. */
static bool is_unprintable(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x08}, {0x0B, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    return false;
}

void pol_utf8_append_printable(pol_buffer *buffer, pol_span text)
{
    size_t kept = 0; /* bytes before this are in the buffer already */
    for (size_t at = 0; at < text.size;) {
        uint32_t character;
        size_t size = pol_utf8_decode(pol_span_from(text, at), &character);
        if (is_unprintable(character) || is_invalid(character, size)) {
            pol_buffer_add(buffer, pol_span_make(text.data + kept, at - kept));
            pol_utf8_append(buffer, REPLACEMENT);
            kept = at + size;
        }
        at += size;
    }
    pol_buffer_add(buffer, pol_span_from(text, kept));
}
