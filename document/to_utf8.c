/* to_utf8.c - finding a file's encoding and converting it. */
#include "document/to_utf8.h"

#include "core/utf8.h"
#include "document/charset_guess.h"
#include "document/encoding.h"

enum { SAMPLE = 8192, REPLACEMENT = 0xFFFD };

typedef enum wide { WIDE_NONE, UTF16_LE, UTF16_BE, UTF32_LE, UTF32_BE } wide;

static const char *const wide_names[] = {
    [UTF16_LE] = "UTF-16LE",
    [UTF16_BE] = "UTF-16BE",
    [UTF32_LE] = "UTF-32LE",
    [UTF32_BE] = "UTF-32BE",
};

void pol_tally_add(pol_tally *tally, uint32_t line)
{
    if (tally->count++ == 0)
        tally->line = line;
}

/* --- UTF-16 and UTF-32 ------------------------------------------------------------ */

typedef struct mark {
    const char *bytes;
    size_t size;
    wide kind;
} mark;

/* The marks of UTF-32 first: that of UTF-16LE starts the one of UTF-32LE. */
static const mark marks[] = {
    {"\xFF\xFE\0\0", 4, UTF32_LE},
    {"\0\0\xFE\xFF", 4, UTF32_BE},
    {"\xFF\xFE", 2, UTF16_LE},
    {"\xFE\xFF", 2, UTF16_BE},
};

static wide wide_by_mark(pol_span bytes, size_t *ret_skip)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (pol_span_starts(bytes, pol_span_make(marks[i].bytes, marks[i].size))) {
            *ret_skip = marks[i].size;
            return marks[i].kind;
        }
    }
    return WIDE_NONE;
}

/* Western text in UTF-16 has a zero in nearly every other byte and nowhere else. */
static wide wide_by_zeros(pol_span bytes)
{
    size_t units = (bytes.size < SAMPLE ? bytes.size : SAMPLE) / 2, zeros[2] = {0, 0};
    for (size_t i = 0; i < units * 2; i++)
        zeros[i % 2] += bytes.data[i] == '\0';
    if (units < 2)
        return WIDE_NONE;
    if (zeros[1] * 10 >= units * 6 && zeros[0] * 50 <= units)
        return UTF16_LE;
    if (zeros[0] * 10 >= units * 6 && zeros[1] * 50 <= units)
        return UTF16_BE;
    return WIDE_NONE;
}

static uint32_t unit_at(pol_span bytes, size_t at, wide kind)
{
    const uint8_t *byte = (const uint8_t *)bytes.data + at;
    switch (kind) {
    case UTF16_LE:
        return byte[0] | (uint32_t)byte[1] << 8;
    case UTF16_BE:
        return (uint32_t)byte[0] << 8 | byte[1];
    case UTF32_LE:
        return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
    default:
        return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
    }
}

/* Joins the surrogate `high` with the unit that follows; 0 where that is no low one. */
static uint32_t join_surrogates(uint32_t high, uint32_t low)
{
    if (low < 0xDC00 || low > 0xDFFF)
        return 0;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

static void convert_wide(pol_span bytes, wide kind, pol_buffer *buffer, pol_conversion *made)
{
    size_t width = kind == UTF16_LE || kind == UTF16_BE ? 2 : 4;
    uint32_t line = 1;
    size_t at = 0;
    for (; at + width <= bytes.size; at += width) {
        uint32_t character = unit_at(bytes, at, kind);
        if (width == 2 && character >= 0xD800 && character <= 0xDBFF &&
            at + 2 * width <= bytes.size) {
            uint32_t joined = join_surrogates(character, unit_at(bytes, at + width, kind));
            if (joined) {
                character = joined;
                at += width;
            }
        }
        if ((character >= 0xD800 && character <= 0xDFFF) || character > 0x10FFFF)
            pol_tally_add(&made->replaced, line);
        pol_utf8_append(buffer, character);
        line += character == '\n';
    }
    if (at < bytes.size) /* cut inside a unit */
        pol_tally_add(&made->replaced, line);
    made->encoding = wide_names[kind];
    made->utf8 = pol_buffer_span(buffer);
}

/* --- UTF-8 with stray bytes, Windows-1252 and MacRoman ---------------------------- */

static bool is_letter(int byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static int byte_at(pol_span bytes, size_t at)
{
    return at < bytes.size ? (unsigned char)bytes.data[at] : ' ';
}

/* Inside a UTF-8 file a lone high byte may be the rest of a damaged character. Read it
 * as Windows-1252 only where that makes sense: a quote or dash amid ASCII, a pound sign
 * before a digit, an accented letter inside a word. */
static bool is_sure_cp1252(pol_span bytes, size_t at)
{
    int byte = byte_at(bytes, at), next = byte_at(bytes, at + 1);
    int before = at > 0 ? byte_at(bytes, at - 1) : ' ';
    if (before >= 0x80 || next >= 0x80)
        return false;
    if ((byte >= 0x91 && byte <= 0x94) || byte == 0x96 || byte == 0x97 || byte == 0x85)
        return true;
    if (byte == 0xA3)
        return next >= '0' && next <= '9';
    return byte >= 0xE0 && is_letter(before) && is_letter(next);
}

/* Bytes of the damaged or cut character at `at`: a lead with too few bytes after it. */
static size_t broken_size(pol_span bytes, size_t at)
{
    int lead = byte_at(bytes, at);
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, size = 1;
    if (lead < 0xC2)
        return 1;
    while (size < wanted && at + size < bytes.size &&
           ((unsigned char)bytes.data[at + size] & 0xC0) == 0x80)
        size++;
    return size;
}

/* What valid characters of several bytes, and what other high bytes there are. */
typedef struct census {
    size_t valid, stray;
} census;

static census take_census(pol_span bytes)
{
    census counts = {0, 0};
    for (size_t at = 0; at < bytes.size;) {
        size_t ascii = pol_ascii_prefix(pol_span_from(bytes, at));
        at += ascii;
        if (at >= bytes.size)
            break;
        uint32_t character;
        size_t size = pol_utf8_decode(pol_span_from(bytes, at), &character);
        bool is_valid = size > 1;
        if (!is_valid)
            size = broken_size(bytes, at);
        if (is_valid || (size > 1 && at + size == bytes.size))
            counts.valid++; /* or cut at the end of the file, as only UTF-8 is */
        else
            counts.stray++;
        at += size;
    }
    return counts;
}

static uint32_t count_newlines(pol_span text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == '\n';
    return count;
}

/* The stray bytes at `at`; returns how many were read. */
static size_t convert_stray(pol_span bytes, size_t at, bool is_utf8, uint32_t line,
                            pol_buffer *buffer, pol_conversion *made)
{
    uint8_t byte = (uint8_t)bytes.data[at];
    if (!is_utf8 || is_sure_cp1252(bytes, at)) {
        uint32_t character = pol_charset_decode(POL_CHARSET_CP1252, byte);
        pol_tally_add(character == REPLACEMENT ? &made->replaced : &made->borrowed, line);
        pol_utf8_append(buffer, character);
        return 1;
    }
    pol_tally_add(&made->replaced, line);
    pol_utf8_append(buffer, REPLACEMENT);
    return broken_size(bytes, at);
}

/* Valid UTF-8 as it is; each other byte as Windows-1252, or only where that is sure. */
static void convert_mixed(pol_span bytes, bool is_utf8, pol_buffer *buffer, pol_conversion *made)
{
    uint32_t line = 1;
    for (size_t at = 0; at < bytes.size;) {
        pol_span rest = pol_span_from(bytes, at);
        size_t valid = pol_utf8_valid_prefix(rest);
        pol_buffer_add(buffer, pol_span_first(rest, valid));
        line += count_newlines(pol_span_first(rest, valid));
        at += valid;
        if (at < bytes.size)
            at += convert_stray(bytes, at, is_utf8, line, buffer, made);
    }
    if (!is_utf8)
        made->borrowed = (pol_tally){0, 0}; /* all of it is: said by the encoding's name */
    made->encoding = is_utf8 ? "UTF-8" : "Windows-1252";
    made->is_inferred = !is_utf8;
    made->utf8 = pol_buffer_span(buffer);
}

static void convert_macroman(pol_span bytes, pol_buffer *buffer, pol_conversion *made)
{
    for (size_t i = 0; i < bytes.size; i++)
        pol_utf8_append(buffer, pol_charset_decode(POL_CHARSET_MACROMAN, (uint8_t)bytes.data[i]));
    made->encoding = "MacRoman";
    made->is_inferred = true;
    made->utf8 = pol_buffer_span(buffer);
}

static void convert_inferred(pol_span bytes, pol_buffer *buffer, pol_conversion *made)
{
    census counts = take_census(bytes);
    if (counts.valid > 0 && counts.valid >= counts.stray) {
        convert_mixed(bytes, true, buffer, made);
        return;
    }
    const char *name = pol_charset_convert_sure(bytes, buffer);
    if (name) {
        made->encoding = name;
        made->is_inferred = true;
        made->utf8 = pol_buffer_span(buffer);
        return;
    }
    if (pol_charset_is_macroman(bytes))
        convert_macroman(bytes, buffer, made);
    else
        convert_mixed(bytes, false, buffer, made);
}

void pol_to_utf8(pol_span bytes, pol_buffer *buffer, pol_conversion *ret_conversion)
{
    *ret_conversion = (pol_conversion){.encoding = "UTF-8", .utf8 = POL_SPAN("")};
    if (bytes.size == 0)
        return;
    size_t skip = 0;
    wide kind = wide_by_mark(bytes, &skip);
    if (kind == WIDE_NONE) {
        kind = wide_by_zeros(bytes);
        ret_conversion->is_inferred = kind != WIDE_NONE;
    }
    if (kind != WIDE_NONE) {
        convert_wide(pol_span_from(bytes, skip), kind, buffer, ret_conversion);
        return;
    }
    if (pol_span_starts(bytes, POL_SPAN("\xEF\xBB\xBF")))
        bytes = pol_span_from(bytes, 3);
    if (pol_utf8_valid_prefix(bytes) == bytes.size)
        ret_conversion->utf8 = bytes;
    else
        convert_inferred(bytes, buffer, ret_conversion);
}
