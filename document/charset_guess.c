/* charset_guess.c - evidence for MacRoman, GBK and other encodings of whole files. */
#include "document/charset_guess.h"

#include <iconv.h>
#include <stdint.h>
#include <uchardet/uchardet.h>

#include "core/utf8.h"

enum { GUESS_BYTES = 1 << 18 };

size_t pol_ascii_prefix(pol_span bytes)
{
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= bytes.size; at += sizeof word) {
        memcpy(&word, bytes.data + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < bytes.size && (unsigned char)bytes.data[at] < 0x80)
        at++;
    return at;
}

/* --- MacRoman --------------------------------------------------------------------- */

static bool is_lower(int byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_blank(int byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* Does the byte stand where a quote or a dash stands in English? */
static bool is_placed(int before, int byte, int next, int apostrophe, int open, int dash)
{
    if (byte == apostrophe)
        return is_lower(before) && is_lower(next);
    if (byte == open)
        return is_blank(before) && !is_blank(next) && next < 0x80;
    return byte == dash && is_blank(before) && is_blank(next);
}

bool pol_charset_is_macroman(pol_span bytes)
{
    size_t mac = 0, windows = 0;
    for (size_t i = pol_ascii_prefix(bytes); i < bytes.size; i++) {
        int byte = (unsigned char)bytes.data[i];
        if (byte < 0x80)
            continue;
        int before = i > 0 ? (unsigned char)bytes.data[i - 1] : '\n';
        int next = i + 1 < bytes.size ? (unsigned char)bytes.data[i + 1] : '\n';
        mac += is_placed(before, byte, next, 0xD5, 0xD2, 0xD0);
        windows += is_placed(before, byte, next, 0x92, 0x93, 0x96);
    }
    return mac > windows;
}

/* --- GBK's quotes and dashes amid ASCII ------------------------------------------- */

typedef struct gbk_mark {
    uint8_t second; /* after 0xA1 */
    uint16_t character;
} gbk_mark;

static const gbk_mark gbk_marks[] = {
    {0xA4, 0x00B7}, {0xAA, 0x2014}, {0xAD, 0x2026}, {0xAE, 0x2018},
    {0xAF, 0x2019}, {0xB0, 0x201C}, {0xB1, 0x201D},
};

static uint32_t gbk_mark_at(pol_span bytes, size_t at)
{
    if (at + 1 >= bytes.size || (unsigned char)bytes.data[at] != 0xA1)
        return 0;
    for (size_t i = 0; i < sizeof gbk_marks / sizeof *gbk_marks; i++)
        if ((unsigned char)bytes.data[at + 1] == gbk_marks[i].second)
            return gbk_marks[i].character;
    return 0;
}

static bool has_only_gbk_marks(pol_span bytes)
{
    for (size_t at = 0; at < bytes.size; at += 2) {
        at += pol_ascii_prefix(pol_span_from(bytes, at));
        if (at < bytes.size && !gbk_mark_at(bytes, at))
            return false;
    }
    return true;
}

static const char *convert_gbk_marks(pol_span bytes, pol_buffer *buffer)
{
    for (size_t at = 0; at < bytes.size; at += 2) {
        size_t ascii = pol_ascii_prefix(pol_span_from(bytes, at));
        pol_buffer_add(buffer, pol_span_first(pol_span_from(bytes, at), ascii));
        at += ascii;
        if (at < bytes.size)
            pol_utf8_append(buffer, gbk_mark_at(bytes, at));
    }
    return "GBK";
}

/* --- other encodings, by uchardet ------------------------------------------------- */

/* Names as uchardet gives them and iconv takes them. Western and Central European ones
 * are left out: on English text with a few accents uchardet mistakes one for another,
 * and Windows-1252 is what such files nearly always are. */
static const char *const sure_names[] = {
    "GB18030", "BIG5",         "EUC-KR",       "UHC",    "SHIFT_JIS",  "EUC-JP",       "EUC-TW",
    "KOI8-R",  "WINDOWS-1251", "MAC-CYRILLIC", "IBM866", "ISO-8859-5", "WINDOWS-1253", "ISO-8859-7",
};

static const char *name_by_uchardet(pol_span bytes)
{
    uchardet_t detector = uchardet_new();
    if (!detector)
        return NULL;
    const char *name = NULL;
    if (uchardet_handle_data(detector, bytes.data, bytes.size) == 0) {
        uchardet_data_end(detector);
        pol_span guess = pol_span_of(uchardet_get_charset(detector));
        for (size_t i = 0; i < sizeof sure_names / sizeof *sure_names; i++)
            if (pol_span_equal_fold(guess, pol_span_of(sure_names[i])))
                name = sure_names[i];
    }
    uchardet_delete(detector);
    return name;
}

/* At least three letters in ten are written with high bytes. */
static bool is_largely_high(pol_span bytes)
{
    size_t high = 0, letters = 0;
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        high += byte >= 0x80;
        letters += byte >= 0x80 || is_lower(byte | 0x20);
    }
    return high * 10 >= letters * 3;
}

static bool convert_all(pol_span bytes, const char *name, pol_buffer *buffer)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) /* no table at hand, in a confined process for one */
        return false;
    size_t before = buffer->size;
    char *in = (char *)(uintptr_t)bytes.data; /* iconv() does not write to it */
    size_t left = bytes.size;
    bool is_stuck = false;
    while (left > 0 && !is_stuck) {
        char block[4096], *out = block;
        size_t room = sizeof block, was_left = left;
        iconv(converter, &in, &left, &out, &room);
        pol_buffer_add(buffer, pol_span_make(block, sizeof block - room));
        is_stuck = left == was_left;
    }
    iconv_close(converter);
    if (!is_stuck)
        return true;
    if (buffer->status == POL_OK)
        buffer->size = before;
    return false;
}

const char *pol_charset_convert_sure(pol_span bytes, pol_buffer *buffer)
{
    if (has_only_gbk_marks(bytes))
        return convert_gbk_marks(bytes, buffer);
    pol_span sample = pol_span_from(bytes, pol_ascii_prefix(bytes));
    sample = pol_span_first(sample, GUESS_BYTES);
    if (!is_largely_high(sample))
        return NULL;
    const char *name = name_by_uchardet(sample);
    return name && convert_all(bytes, name, buffer) ? name : NULL;
}
