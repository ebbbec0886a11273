/* number.c - counting, and numbers to letters. */
#include "formats/office/number.h"

#include <stdio.h>

#include "core/utf8.h"
#include "document/text.h"

enum { NUMBER_SIZE = 32, ROMAN_MAX = 3999, LETTERS_MAX = 15 };

typedef struct print {
    char text[POL_LIST_TEXT_MAX];
    size_t size;
} print;

static void put(print *out, const char *bytes, size_t size)
{
    if (size > sizeof out->text - out->size)
        return;
    memcpy(out->text + out->size, bytes, size);
    out->size += size;
}

/* --- numbers ---------------------------------------------------------------------- */

static void write_roman(uint32_t number, char text[NUMBER_SIZE])
{
    static const struct {
        uint32_t value;
        const char *digits;
    } romans[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"},
    };
    size_t size = 0;
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        for (; number >= romans[i].value; number -= romans[i].value)
            size += (size_t)snprintf(text + size, NUMBER_SIZE - size, "%s", romans[i].digits);
}

/* The alphabet again with each letter doubled, then trebled: what office programs print. */
static void write_letters(uint32_t number, char text[NUMBER_SIZE])
{
    size_t count = (number - 1) / 26 + 1;
    memset(text, 'a' + (int)((number - 1) % 26), count);
    text[count] = '\0';
}

/* As columns of a spreadsheet are named. */
static void write_counted(uint32_t number, char text[NUMBER_SIZE])
{
    char reversed[NUMBER_SIZE];
    size_t count = 0, size = 0;
    for (; number > 0; number = (number - 1) / 26)
        reversed[count++] = (char)('a' + (number - 1) % 26);
    while (count > 0)
        text[size++] = reversed[--count];
    text[size] = '\0';
}

static const char *ordinal_ending(uint32_t number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    uint32_t tens = number / 10 % 10, ones = number % 10;
    return tens != 1 && ones <= 3 ? endings[ones] : "th";
}

static void raise_letters(char *text)
{
    for (; *text; text++)
        if (*text >= 'a' && *text <= 'z')
            *text = (char)(*text - 'a' + 'A');
}

static void write_number(uint32_t number, uint8_t format, char text[NUMBER_SIZE])
{
    bool is_roman = format == POL_NUMBER_LOWER_ROMAN || format == POL_NUMBER_UPPER_ROMAN;
    bool is_letter = format == POL_NUMBER_LOWER_LETTER || format == POL_NUMBER_UPPER_LETTER;
    bool is_counted = format == POL_NUMBER_LOWER_COUNTED || format == POL_NUMBER_UPPER_COUNTED;
    if (format == POL_NUMBER_NONE || format == POL_NUMBER_BULLET)
        text[0] = '\0';
    else if (is_roman && number >= 1 && number <= ROMAN_MAX)
        write_roman(number, text);
    else if (is_letter && number >= 1 && number <= 26 * LETTERS_MAX)
        write_letters(number, text);
    else if (is_counted && number >= 1)
        write_counted(number, text);
    else if (format == POL_NUMBER_PADDED)
        snprintf(text, NUMBER_SIZE, "%02u", number);
    else if (format == POL_NUMBER_ORDINAL)
        snprintf(text, NUMBER_SIZE, "%u%s", number, ordinal_ending(number));
    else
        snprintf(text, NUMBER_SIZE, "%u", number);
    if (format == POL_NUMBER_UPPER_ROMAN || format == POL_NUMBER_UPPER_LETTER ||
        format == POL_NUMBER_UPPER_COUNTED)
        raise_letters(text);
}

/* --- lists ------------------------------------------------------------------------ */

pol_list_level pol_list_level_plain(size_t level)
{
    static const char texts[POL_LIST_LEVELS][3] = {"\x10.", "\x11.", "\x12.", "\x13.", "\x14.",
                                                   "\x15.", "\x16.", "\x17.", "\x18.", "\x19."};
    return (pol_list_level){.text = pol_span_of(texts[level]),
                            .start = 1,
                            .format = POL_NUMBER_DECIMAL,
                            .restarts_at = (uint8_t)level};
}

void pol_list_advance(pol_list_counts *counts, const pol_list_level levels[POL_LIST_LEVELS],
                      size_t level)
{
    if (!counts->is_counting[level])
        counts->at[level] = levels[level].start;
    else if (counts->at[level] < UINT32_MAX)
        counts->at[level]++;
    counts->is_counting[level] = true;
    for (size_t under = level + 1; under < POL_LIST_LEVELS; under++)
        if (level < levels[under].restarts_at)
            counts->is_counting[under] = false;
}

/* ... or the first byte of one that is not ASCII: Latin, Greek, Cyrillic. */
static bool is_letter(char byte)
{
    unsigned char lead = (unsigned char)byte;
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (lead >= 0xC3 && lead <= 0xD4);
}

static void print_place(print *out, const pol_list_counts *counts, const pol_list_level *levels,
                        size_t place, const pol_list_level *of)
{
    char text[NUMBER_SIZE];
    uint32_t number = counts->is_counting[place] ? counts->at[place] : levels[place].start;
    uint8_t format = levels[place].format;
    if (of->is_legal && format != POL_NUMBER_NONE && format != POL_NUMBER_PADDED)
        format = POL_NUMBER_DECIMAL;
    write_number(number, format, text);
    put(out, text, strlen(text));
}

pol_status pol_list_print(const pol_list_counts *counts,
                          const pol_list_level levels[POL_LIST_LEVELS], size_t level,
                          pol_arena *arena, pol_list_marker *ret_marker, pol_error *reterr)
{
    const pol_list_level *of = &levels[level];
    print out = {.size = 0};
    *ret_marker = (pol_list_marker){.is_worded = false};
    if (of->format == POL_NUMBER_BULLET) {
        ret_marker->text = POL_SPAN("•"); /* whatever a symbol font makes of the character */
        return POL_OK;
    }
    for (size_t i = 0; i < of->text.size; i++) {
        size_t place = (unsigned char)of->text.data[i] - (size_t)POL_LIST_PLACE;
        if (place < POL_LIST_LEVELS) {
            print_place(&out, counts, levels, place, of);
            continue;
        }
        ret_marker->is_worded |= is_letter(of->text.data[i]);
        put(&out, &of->text.data[i], 1);
    }
    pol_span text = pol_span_trim(pol_span_make(out.text, out.size));
    text.size = pol_utf8_valid_prefix(text); /* where it was cut inside a character */
    if (text.size == 0)
        return POL_OK;
    ret_marker->text = pol_arena_copy(arena, text);
    return ret_marker->text.data ? POL_OK : pol_arena_refused(arena, text.size + 1, reterr);
}
