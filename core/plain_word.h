/* plain_word.h - the common case, a word of ASCII letters alone, in registers.
 *
 * Internal to core/, and inline: six words of seven come this way. Letters are found
 * eight at a time: a uint64_t holds eight bytes of the text, the first one lowest. */
#ifndef POL_CORE_PLAIN_WORD_H
#define POL_CORE_PLAIN_WORD_H

#include <endian.h>

#include "core/word_cache.h"
#include "core/word_scan.h"

#define POL_EACH_BYTE(byte) (0x0101010101010101u * (uint64_t)(byte))

/* The ASCII letters that up to eight bytes start with. */
typedef struct pol_letter_run {
    size_t count;    /* 0..8 */
    uint64_t lower;  /* those letters in lower case, zeros behind them */
    uint64_t uppers; /* a bit in each byte that is an upper-case letter */
} pol_letter_run;

static inline pol_letter_run pol_letters_at(pol_span text, size_t at)
{
    uint64_t chunk = 0;
    if (at + 8 <= text.size)
        memcpy(&chunk, text.data + at, 8);
    else if (at < text.size)
        memcpy(&chunk, text.data + at, text.size - at);
    chunk = le64toh(chunk);
    /* Adding carries into a byte's high bit from 'a' on, or from behind 'z' on. */
    uint64_t folded = (chunk | POL_EACH_BYTE(0x20)) & POL_EACH_BYTE(0x7F);
    uint64_t from_a = folded + POL_EACH_BYTE(0x80 - 'a');
    uint64_t behind_z = folded + POL_EACH_BYTE(0x80 - 'z' - 1);
    uint64_t others = ~(from_a & ~behind_z & ~chunk) & POL_EACH_BYTE(0x80);
    size_t count = others ? (size_t)__builtin_ctzll(others) / 8 : 8;
    uint64_t mask = others ? ((others & -others) >> 7) - 1 : ~(uint64_t)0;
    pol_letter_run run = {
        .count = count,
        .lower = (chunk | POL_EACH_BYTE(0x20)) & mask,
        .uppers = ~chunk & POL_EACH_BYTE(0x20) & mask,
    };
    return run;
}

/* Does what stands at `at` end a word of `size` ASCII letters, whatever comes later? */
static inline bool pol_ends_plain(const pol_scanner *scanner, size_t at, size_t size)
{
    if (at >= scanner->text.size)
        return true;
    uint8_t byte = (uint8_t)scanner->text.data[at];
    if (byte <= ' ' || byte == ',' || (byte == '.' && size > 1))
        return true;
    if (byte >= 0x80)
        return false;
    if (byte != '\'' && byte != '-')
        return scanner->ascii[byte].char_class == POL_CHAR_SEPARATOR;
    uint8_t next = at + 1 < scanner->text.size ? (uint8_t)scanner->text.data[at + 1] : ')';
    return next > ' ' && next < 0x80 && scanner->ascii[next].char_class != POL_CHAR_LETTER &&
           scanner->ascii[next].char_class != POL_CHAR_DIGIT;
}

typedef struct pol_plain_word {
    pol_word_key key;
    size_t size;
    bool is_upper; /* all its letters are capitals */
} pol_plain_word;

/* Reads the word at `at` if it is of at most POL_CACHED_WORD_MAX ASCII letters, what
 * follows certainly ends it, and it is no acronym's plural. Else the answer is false.
 * (Returned by value it would be copied through memory before it is all written, which
 * costs more than all the rest.) */
static inline bool pol_plain_word_at(const pol_scanner *scanner, size_t at,
                                     pol_plain_word *ret_word)
{
    pol_letter_run run = pol_letters_at(scanner->text, at);
    size_t size = run.count;
    uint64_t lowers = (run.lower & POL_EACH_BYTE(0x20)) ^ run.uppers;
    uint64_t later_uppers = run.uppers & ~(uint64_t)0xFF;
    uint64_t chunks[3] = {run.lower, 0, 0};
    for (size_t i = 1; run.count == 8 && i < 3; i++) {
        run = pol_letters_at(scanner->text, at + size);
        size += run.count;
        lowers |= (run.lower & POL_EACH_BYTE(0x20)) ^ run.uppers;
        later_uppers |= run.uppers;
        chunks[i] = run.lower;
    }
    if (size == 0 || !pol_ends_plain(scanner, at + size, size) ||
        (later_uppers && scanner->text.data[at + size - 1] == 's'))
        return false;
    for (size_t i = 0; i < 3; i++)
        ret_word->key.chunks[i] = htole64(chunks[i]);
    ret_word->size = size;
    ret_word->is_upper = lowers == 0;
    return true;
}

#endif
