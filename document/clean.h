/* clean.h - text as decoded to the lines a pol_text holds. */
#ifndef POL_DOCUMENT_CLEAN_H
#define POL_DOCUMENT_CLEAN_H

#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `line` without control, zero-width and direction characters; tabs and every kind of
 * space are a plain space; trimmed. May point into `line`, which must live in `arena`.
 * Absent when the arena is exhausted. */
pol_span pol_clean_line(pol_span line, pol_arena *arena);

/* The same, and each run of white space, newlines too, is one space: how markup is read. */
pol_span pol_clean_block(pol_span block, pol_arena *arena);

/* Cuts `utf8` (living in `arena`) at line ends, form feeds, U+2028 and U+2029, and adds
 * what is not blank. Numbers count from `first_line`, "\n" only; with `is_one_line` all
 * lines bear `first_line` (text inside one line of JSON). */
POL_MUST_CHECK pol_status pol_text_add_lines(pol_text *text, pol_arena *arena, pol_span utf8,
                                             uint32_t first_line, bool is_one_line,
                                             pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
