/* fold.c - classes and folding of characters, from tables and utf8proc. */
#include "core/fold.h"

#include <utf8proc.h>

#include "core/utf8.h"

/* Characters whose part in a word is not what their Unicode category says. */
static const struct {
    uint32_t character;
    pol_char_class char_class;
} special_chars[] = {
    {'\'', POL_CHAR_APOSTROPHE},
    {'-', POL_CHAR_HYPHEN},
    {'.', POL_CHAR_DOT},
    {',', POL_CHAR_COMMA},
    {0x00AD, POL_CHAR_SOFT},
    {0x00B4, POL_CHAR_APOSTROPHE}, /* acute accent, typed for one */
    {0x02BB, POL_CHAR_APOSTROPHE},
    {0x02BC, POL_CHAR_APOSTROPHE},
    {0x02B9, POL_CHAR_APOSTROPHE}, /* prime */
    {0x2010, POL_CHAR_HYPHEN},
    {0x2011, POL_CHAR_HYPHEN}, /* no-break hyphen */
    {0x2018, POL_CHAR_APOSTROPHE},
    {0x2019, POL_CHAR_APOSTROPHE},
    {0x201B, POL_CHAR_APOSTROPHE},
    {0x201E, POL_CHAR_APOSTROPHE}, /* low and reversed double quotes: met as damage */
    {0x201F, POL_CHAR_APOSTROPHE},
    {0x2032, POL_CHAR_APOSTROPHE},
    {0xFE63, POL_CHAR_HYPHEN},
    {0xFF07, POL_CHAR_APOSTROPHE},
    {0xFF0C, POL_CHAR_COMMA},
    {0xFF0D, POL_CHAR_HYPHEN},
    {0xFF0E, POL_CHAR_DOT},
    {0xFFFD, POL_CHAR_APOSTROPHE}, /* what careless conversion leaves of one */
};

/* Latin letters that people type without their stroke or as two letters. */
static const struct {
    uint32_t character; /* folded to lower case */
    const char *letters;
} plain_letters[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},
};

/* Scripts written without spaces between words. */
static const struct {
    uint32_t first, last;
} unspaced_ranges[] = {
    {0x0E00, 0x0EFF},                                                         /* Thai, Lao */
    {0x0F00, 0x0FFF},                                                         /* Tibetan */
    {0x1000, 0x109F},                                                         /* Myanmar */
    {0x1780, 0x17FF},                                                         /* Khmer */
    {0x2E80, 0x2FDF},                                                         /* radicals */
    {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3038, 0x303B},   {0x3040, 0x30FF}, /* kana */
    {0x3100, 0x312F}, {0x31A0, 0x31BF},                                       /* Bopomofo */
    {0x31F0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},                     /* Han */
    {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x1B000, 0x1B16F}, {0x20000, 0x3FFFF},
};

static bool is_unspaced(uint32_t character)
{
    for (size_t i = 0; i < sizeof unspaced_ranges / sizeof *unspaced_ranges; i++)
        if (character >= unspaced_ranges[i].first && character <= unspaced_ranges[i].last)
            return true;
    return false;
}

/* Accents go by their combining class: those above, below, through or around a
 * letter, and Hebrew and Arabic points. Vowel signs of other scripts (class 0 and
 * small numbers, Thai's 103 and 107) make words differ and stay. */
static pol_char_class mark_class(const utf8proc_property_t *property)
{
    int combining = property->combining_class;
    bool is_accent = property->category == UTF8PROC_CATEGORY_ME || combining >= 200 ||
                     combining == 1 || (combining >= 10 && combining <= 36);
    return is_accent ? POL_CHAR_ACCENT : POL_CHAR_MARK;
}

static pol_char_class number_class(const utf8proc_property_t *property)
{
    if (property->decomp_type == UTF8PROC_DECOMP_TYPE_SUPER)
        return POL_CHAR_SEPARATOR; /* mostly a footnote's mark: "workers²" */
    if (property->decomp_type == UTF8PROC_DECOMP_TYPE_SUB)
        return POL_CHAR_DIGIT;
    return POL_CHAR_SINGLE;
}

static pol_char_class class_of(uint32_t character)
{
    for (size_t i = 0; i < sizeof special_chars / sizeof *special_chars; i++)
        if (special_chars[i].character == character)
            return special_chars[i].char_class;
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)character);
    if (property->ignorable || property->category == UTF8PROC_CATEGORY_CF)
        return POL_CHAR_IGNORED;
    switch (property->category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return is_unspaced(character) ? POL_CHAR_SINGLE : POL_CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND:
        return POL_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_NO:
        return number_class(property);
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return mark_class(property);
    default:
        return POL_CHAR_SEPARATOR;
    }
}

static void add_bytes(pol_folded_char *folded, const char *bytes, size_t size)
{
    if (folded->size + size > sizeof folded->bytes)
        return;
    memcpy(folded->bytes + folded->size, bytes, size);
    folded->size = (uint8_t)(folded->size + size);
}

/* One character of the decomposition, where it counts in a word. */
static void add_character(pol_folded_char *folded, uint32_t character)
{
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++)
        if (plain_letters[i].character == character) {
            add_bytes(folded, plain_letters[i].letters, strlen(plain_letters[i].letters));
            return;
        }
    if (character == 0x2044) { /* inside ½ and its like */
        add_bytes(folded, "/", 1);
        return;
    }
    pol_char_class char_class = class_of(character);
    if (char_class < POL_CHAR_LETTER || char_class > POL_CHAR_MARK)
        return;
    bool is_jamo = character >= 0x1100 && character <= 0x11FF;
    folded->is_composed = folded->is_composed || is_jamo || char_class == POL_CHAR_MARK;
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
    add_bytes(folded, (const char *)bytes, (size_t)size);
}

static bool is_wordy(pol_char_class char_class)
{
    return char_class >= POL_CHAR_LETTER && char_class <= POL_CHAR_MARK;
}

/* ASCII letters and digits, for speed: the tables would say the same. */
static bool fold_ascii(uint32_t character, pol_folded_char *ret_folded)
{
    uint32_t lower = character | 0x20;
    bool is_digit = character >= '0' && character <= '9';
    if (!is_digit && (lower < 'a' || lower > 'z'))
        return false;
    ret_folded->char_class = is_digit ? POL_CHAR_DIGIT : POL_CHAR_LETTER;
    ret_folded->is_upper = !is_digit && character != lower;
    ret_folded->is_composed = false;
    ret_folded->size = 1;
    ret_folded->bytes[0] = (char)lower;
    return true;
}

void pol_fold_char(uint32_t character, pol_folded_char *ret_folded)
{
    if (fold_ascii(character, ret_folded))
        return;
    pol_folded_char folded = {.char_class = class_of(character)};
    if (is_wordy(folded.char_class)) {
        utf8proc_int32_t parts[POL_FOLD_BYTES / 2];
        const utf8proc_ssize_t room = sizeof parts / sizeof *parts;
        utf8proc_option_t options =
            (utf8proc_option_t)(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
        int boundary = 0;
        utf8proc_ssize_t count =
            utf8proc_decompose_char((utf8proc_int32_t)character, parts, room, options, &boundary);
        for (utf8proc_ssize_t i = 0; i < count && i < room; i++)
            add_character(&folded, (uint32_t)parts[i]);
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
        folded.is_upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
        if (folded.size == 0)
            folded.char_class = POL_CHAR_IGNORED;
    }
    *ret_folded = folded;
}

/* Marks behind one letter in the order of their combining classes, as composing
 * expects them; marks of equal class keep theirs. */
static void order_marks(utf8proc_int32_t *characters, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        utf8proc_int32_t moved = characters[i];
        int combining = utf8proc_get_property(moved)->combining_class;
        size_t at = i;
        while (combining > 0 && at > 0 &&
               utf8proc_get_property(characters[at - 1])->combining_class > combining) {
            characters[at] = characters[at - 1];
            at--;
        }
        characters[at] = moved;
    }
}

size_t pol_fold_compose(char *bytes, size_t size)
{
    utf8proc_int32_t characters[POL_FOLD_WORD_BYTES + 1];
    size_t count = 0;
    for (size_t at = 0; at < size && count < POL_FOLD_WORD_BYTES;) {
        uint32_t character;
        at += pol_utf8_decode(pol_span_make(bytes + at, size - at), &character);
        characters[count++] = (utf8proc_int32_t)character;
    }
    order_marks(characters, count);
    utf8proc_ssize_t composed =
        utf8proc_normalize_utf32(characters, (utf8proc_ssize_t)count,
                                 (utf8proc_option_t)(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    size_t written = 0;
    for (utf8proc_ssize_t i = 0; i < composed; i++) {
        utf8proc_uint8_t encoded[4];
        size_t width = (size_t)utf8proc_encode_char(characters[i], encoded);
        if (written + width > size)
            break;
        memcpy(bytes + written, encoded, width);
        written += width;
    }
    return written;
}
