/* number.h - automatic numbers of lists and headings: what stands before a paragraph
 * on paper, though it is nowhere in the file. */
#ifndef POL_FORMATS_OFFICE_NUMBER_H
#define POL_FORMATS_OFFICE_NUMBER_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_LIST_LEVELS = 10,
    POL_LIST_START_MAX = 1000000, /* of a first number */
    POL_LIST_TEXT_MAX = 120,      /* bytes of a level's text and of what is printed of it */
    /* In a level's text the number of level `n` (from 0) stands as the byte
     * POL_LIST_PLACE + n, which no XML can hold. */
    POL_LIST_PLACE = 0x10
};

typedef enum pol_number_format {
    POL_NUMBER_NONE = 0,
    POL_NUMBER_BULLET,
    POL_NUMBER_DECIMAL,
    POL_NUMBER_PADDED,        /* 01 02 */
    POL_NUMBER_ORDINAL,       /* 1st 2nd */
    POL_NUMBER_LOWER_LETTER,  /* a ... z aa bb */
    POL_NUMBER_UPPER_LETTER,  /* the same */
    POL_NUMBER_LOWER_COUNTED, /* a ... z aa ab */
    POL_NUMBER_UPPER_COUNTED, /* the same */
    POL_NUMBER_LOWER_ROMAN,
    POL_NUMBER_UPPER_ROMAN
} pol_number_format;

typedef struct pol_list_level {
    pol_span text; /* "\x10.\x11)" prints 2.3) */
    uint32_t start;
    uint8_t format;           /* pol_number_format */
    uint8_t restarts_at;      /* begins anew after a number of a level below this one */
    bool is_legal;            /* numbers of levels above are printed as decimals too */
    pol_span paragraph_style; /* whose paragraphs are of this level; absent: none */
} pol_list_level;

/* Where the levels of one list have got to. */
typedef struct pol_list_counts {
    uint32_t at[POL_LIST_LEVELS];
    bool is_counting[POL_LIST_LEVELS];
} pol_list_counts;

/* A number as printed. */
typedef struct pol_list_marker {
    pol_span text;  /* absent: nothing is printed */
    bool is_worded; /* "Motion 3", "EM4": belongs to what is read, not to the layout */
} pol_list_marker;

/* A level as files have it that say nothing: "1." of that level. */
pol_list_level pol_list_level_plain(size_t level);
/* Goes on to the next number of `level`; levels under it begin anew. */
void pol_list_advance(pol_list_counts *counts, const pol_list_level levels[POL_LIST_LEVELS],
                      size_t level);
/* What is printed for the number of `level`. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_list_print(const pol_list_counts *counts,
                                         const pol_list_level levels[POL_LIST_LEVELS], size_t level,
                                         pol_arena *arena, pol_list_marker *ret_marker,
                                         pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
