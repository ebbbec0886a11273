/* word_scan.h - text to the next simple word: folded bytes and where they stood.
 *
 * Internal to core/. A simple word is what analysis.h says, but for compounds: those
 * are several simple words with hyphens between, and joined by analysis.c. */
#ifndef POL_CORE_WORD_SCAN_H
#define POL_CORE_WORD_SCAN_H

#include "core/analysis.h"
#include "core/fold.h"

/* What a character is worth, remembered by its bytes. */
typedef struct pol_char_info {
    uint32_t raw;       /* its UTF-8 bytes, the first lowest; 0: nothing known */
    uint8_t char_class; /* pol_char_class */
    uint8_t width;      /* bytes in the text */
    uint8_t is_upper, is_composed;
    uint8_t size; /* folded bytes */
    char bytes[7];
} pol_char_info;

enum { POL_CHAR_SLOT_BITS = 10 };

typedef struct pol_scanner {
    pol_span text;
    pol_folded_char long_char; /* of the last one that folds to more than 7 bytes */
    pol_char_info ascii[128];
    pol_char_info others[1 << POL_CHAR_SLOT_BITS];
} pol_scanner;

typedef struct pol_word {
    size_t start, end; /* bytes of the text it covers */
    size_t resume;     /* where the next word is to be looked for: >= end */
    char bytes[POL_WORD_MAX + 8];
    size_t size;        /* of bytes, <= POL_WORD_MAX */
    size_t ending_size; /* bytes at its end that its stem leaves out: the s of a
                           possessive or of an acronym's plural */
    uint32_t letters, uppers;
    bool is_full;     /* cut at POL_WORD_MAX */
    bool is_composed; /* holds characters that compose */
    bool ends_in_digit;
} pol_word;

void pol_scanner_init(pol_scanner *scanner);

/* Where the next word starts at or behind `at`; text.size if there is none. */
size_t pol_scan_start(pol_scanner *scanner, size_t at);

/* Reads the simple word at `at`, where pol_scan_start() or pol_scan_hyphen() found
 * one. */
void pol_scan_word(pol_scanner *scanner, size_t at, pol_word *ret_word);

/* Behind a word that ended at `at`: where a hyphenated compound goes on with its next
 * part, or 0 when there is no such hyphen. */
size_t pol_scan_hyphen(pol_scanner *scanner, size_t at, bool is_behind_digit);

/* Appends folded bytes as far as POL_WORD_MAX allows, at a character's boundary. */
void pol_word_append(pol_word *word, const char *bytes, size_t size);

#endif
