/* repair.c - text read in the wrong encoding, back to what it was. */
#include "document/repair.h"

#include "core/utf8.h"
#include "document/charset_guess.h"
#include "document/encoding.h"

enum { PASSES_MAX = 3, SEQUENCE_MAX = 4 };

static bool is_between(uint32_t character, uint32_t first, uint32_t last)
{
    return character >= first && character <= last;
}

typedef struct range {
    uint32_t first, last;
} range;

/* Characters that texts of this kind hold; another one is a coincidence, not a repair. */
static const range plausible[] = {
    {0x00A0, 0x00FF},   {0x0100, 0x017F}, {0x2009, 0x200B}, {0x2010, 0x2015}, {0x2018, 0x201F},
    {0x2020, 0x2022},   {0x2026, 0x2026}, {0x202F, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A},
    {0x2044, 0x2044},   {0x20AC, 0x20AC}, {0x2122, 0x2122}, {0x2190, 0x2193}, {0x2212, 0x2212},
    {0x25A0, 0x25CF},   {0x2713, 0x2714}, {0xFB00, 0xFB04}, {0xFEFF, 0xFEFF}, {0xFFFD, 0xFFFD},
    {0x1F300, 0x1F6FF},
};

static bool is_plausible(uint32_t character)
{
    for (size_t i = 0; i < sizeof plausible / sizeof *plausible; i++)
        if (is_between(character, plausible[i].first, plausible[i].last))
            return true;
    return false;
}

/* What a pass knows of the place it stands at. */
typedef struct place {
    pol_span rest; /* from the character on */
    int before;    /* the byte before it, ' ' at the start */
    uint32_t line;
} place;

/* A repair: `size` bytes of the text become `character`; size 0: none. */
typedef struct repair {
    size_t size;
    uint32_t character;
} repair;

/* Characters whose bytes in `charset` are one UTF-8 sequence. */
static repair reread(place at, pol_charset charset)
{
    char bytes[SEQUENCE_MAX];
    size_t used = 0, count = 0, wanted = 1;
    while (count < wanted && used < at.rest.size) {
        uint32_t character;
        size_t size = pol_utf8_decode(pol_span_from(at.rest, used), &character);
        int byte = pol_charset_encode(charset, character);
        if (byte < 0 || (count == 0) != (byte >= 0xC0))
            return (repair){0, 0};
        if (count == 0)
            wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        bytes[count++] = (char)byte;
        used += size;
    }
    uint32_t made = 0;
    if (count != wanted || pol_utf8_decode(pol_span_make(bytes, count), &made) != count ||
        !is_plausible(made))
        return (repair){0, 0};
    return (repair){used, made};
}

static bool is_upper(int byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_lower(int byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* A capital before a closing quote reads like a sequence of two: “IRMÔ” in capitals
 * is no damage. */
static bool is_innocent(place at, repair found)
{
    uint32_t second;
    if (found.character >= 0x800 || found.size < 4)
        return false;
    pol_utf8_decode(pol_span_from(at.rest, 2), &second);
    return is_between(second, 0x2013, 0x2026) && (is_upper(at.before) || found.character >= 0x100);
}

static repair find_reread(place at)
{
    repair found = reread(at, POL_CHARSET_CP1252);
    if (found.size == 0)
        found = reread(at, POL_CHARSET_MACROMAN);
    if (found.size && is_innocent(at, found))
        found.size = 0;
    return found;
}

/* Windows-1252 taken for Latin-1. */
static repair find_control(place at)
{
    uint32_t character;
    size_t size = pol_utf8_decode(at.rest, &character);
    if (!is_between(character, 0x80, 0x9F))
        return (repair){0, 0};
    uint32_t made = pol_charset_decode(POL_CHARSET_CP1252, (uint8_t)character);
    return (repair){made == 0xFFFD ? 0 : size, made};
}

typedef struct quote_rule {
    const char *damaged;
    uint32_t character;
} quote_rule;

/* GBK's two bytes as Windows-1252 shows them. */
static const quote_rule quote_rules[] = {
    {"¡®", 0x2018}, {"¡¯", 0x2019}, {"¡°", 0x201C}, {"¡±", 0x201D}, {"¡ª", 0x2014},
};

static repair find_quote(place at)
{
    for (size_t i = 0; i < sizeof quote_rules / sizeof *quote_rules; i++) {
        pol_span damaged = pol_span_of(quote_rules[i].damaged);
        if (pol_span_starts(at.rest, damaged))
            return (repair){damaged.size, quote_rules[i].character};
    }
    bool is_macroman = pol_span_starts(at.rest, POL_SPAN("Õ")) && is_lower(at.before) &&
                       at.rest.size > 2 && is_lower((unsigned char)at.rest.data[2]);
    return (repair){is_macroman ? 2 : 0, 0x2019};
}

typedef struct finder {
    repair (*find)(place at);
    size_t tally; /* offset of its count in pol_repairs */
} finder;

static const finder finders[] = {
    {find_reread, offsetof(pol_repairs, rereads)},
    {find_control, offsetof(pol_repairs, controls)},
    {find_quote, offsetof(pol_repairs, quotes)},
};

/* Appends the character at `at`, repaired or not; returns the bytes read. */
static size_t step(place at, pol_buffer *out, pol_repairs *repairs)
{
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) {
        repair found = finders[i].find(at);
        if (found.size == 0)
            continue;
        pol_tally_add((pol_tally *)((char *)repairs + finders[i].tally), at.line);
        pol_utf8_append(out, found.character);
        return found.size;
    }
    uint32_t character;
    size_t size = pol_utf8_decode(at.rest, &character);
    pol_buffer_add(out, pol_span_first(at.rest, size));
    return size;
}

static uint32_t count_newlines(pol_span text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == '\n';
    return count;
}

static void repair_once(pol_span utf8, pol_buffer *out, pol_repairs *repairs)
{
    uint32_t line = 1;
    for (size_t at = 0; at < utf8.size;) {
        pol_span rest = pol_span_from(utf8, at);
        pol_span ascii = pol_span_first(rest, pol_ascii_prefix(rest));
        pol_buffer_add(out, ascii);
        line += count_newlines(ascii);
        at += ascii.size;
        if (at == utf8.size)
            break;
        place here = {pol_span_from(utf8, at), at ? (unsigned char)utf8.data[at - 1] : ' ', line};
        at += step(here, out, repairs);
    }
}

static size_t count_all(const pol_repairs *repairs)
{
    return repairs->rereads.count + repairs->controls.count + repairs->quotes.count;
}

pol_span pol_repair_text(pol_span utf8, pol_buffer *first, pol_buffer *second,
                         pol_repairs *ret_repairs)
{
    *ret_repairs = (pol_repairs){{0, 0}, {0, 0}, {0, 0}};
    if (pol_ascii_prefix(utf8) == utf8.size)
        return utf8;
    for (int pass = 0; pass < PASSES_MAX; pass++) {
        size_t before = count_all(ret_repairs);
        pol_buffer *out = pass % 2 ? second : first;
        pol_buffer_clear(out);
        repair_once(utf8, out, ret_repairs);
        if (count_all(ret_repairs) == before)
            break;
        utf8 = pol_buffer_span(out);
    }
    return utf8;
}

/* --- what stays ------------------------------------------------------------------- */

enum { LIGATURE_SCAN = 1 << 20 };

/* Words of motions as they look without their ligature; none of them is made of words. */
static const char *const broken_words[] = {
    " bene t",   " signi cant", " speci c",   "scienti c ", " con rm",  " af rm",   " re ect",
    " de cit",   " nancial",    " suf cient", " dif cult",  " ef cien", " con ict", " identi ed",
    " quali ed", " speci ed",   " in uence",  " of cial",   "reaf rm",
};

static bool is_word_byte(int byte)
{
    return is_lower(byte) || is_upper(byte) || byte >= 0x80;
}

static bool is_lost_control(pol_span text, size_t at)
{
    unsigned char byte = (unsigned char)text.data[at];
    return byte < 0x20 && !strchr("\t\n\r\f\v", byte) && at > 0 && at + 1 < text.size &&
           is_word_byte((unsigned char)text.data[at - 1]) &&
           is_word_byte((unsigned char)text.data[at + 1]);
}

static void find_ligatures(pol_span utf8, pol_tally *tally)
{
    pol_span scanned = pol_span_first(utf8, LIGATURE_SCAN);
    size_t earliest = scanned.size;
    for (size_t i = 0; i < sizeof broken_words / sizeof *broken_words; i++) {
        size_t at = pol_span_find(scanned, pol_span_of(broken_words[i]), 0);
        if (at == (size_t)-1)
            continue;
        tally->count++;
        earliest = at < earliest ? at : earliest;
    }
    if (tally->count)
        tally->line = 1 + count_newlines(pol_span_first(scanned, earliest));
}

void pol_damage_find(pol_span utf8, pol_damage *ret_damage)
{
    *ret_damage = (pol_damage){{0, 0}, {0, 0}, {0, 0}, {0, 0}};
    uint32_t line = 1;
    for (size_t i = 0; i < utf8.size; i++) {
        unsigned char byte = (unsigned char)utf8.data[i];
        line += byte == '\n';
        if (byte == 0xEF && pol_span_starts(pol_span_from(utf8, i), POL_SPAN("\xEF\xBF\xBD")))
            pol_tally_add(&ret_damage->unreadable, line);
        else if (byte == 0xC3 && pol_span_starts(pol_span_from(utf8, i), POL_SPAN("â€")))
            pol_tally_add(&ret_damage->half_quotes, line);
        else if (is_lost_control(utf8, i))
            pol_tally_add(&ret_damage->controls, line);
    }
    find_ligatures(utf8, &ret_damage->ligatures);
}
