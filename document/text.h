/* text.h - what a reader makes of bytes: lines of text in reading order, and what the
 * file states outside its running text. What the recogniser works on.
 *
 * All spans are UTF-8 and live in the arena given to the reader. */
#ifndef POL_DOCUMENT_TEXT_H
#define POL_DOCUMENT_TEXT_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_line_role {
    POL_LINE_PLAIN = 0, /* nothing known: a line of plain text */
    POL_LINE_PARAGRAPH, /* a whole paragraph, by the markup */
    POL_LINE_HEADING,   /* by the markup; see level */
    POL_LINE_ITEM,      /* a list item's first paragraph, by the markup */
    POL_LINE_CELL,      /* a table cell, or a term or value of a definition list */
    POL_LINE_STATUS     /* a badge or box the markup marks as the decision or status */
} pol_line_role;

typedef struct pol_line {
    pol_span text;   /* trimmed; no newline, no control characters; not empty */
    uint32_t number; /* line of the source file where it starts, from 1 */
    uint32_t blanks; /* blank lines before it (markup: 1 between blocks) */
    uint32_t indent; /* columns of white space before it (plain text) */
    uint8_t role;    /* pol_line_role */
    uint8_t level;   /* heading 1..6; list nesting from 1; else 0 */
    bool is_quoted;  /* inside a block quote */
    bool is_aside;   /* inside an amendment's or a note's box, not the motion's own text */
    bool is_strong;  /* the whole line is bold or in larger type, by the markup or the page */
    uint16_t column; /* of a table's cell, from 1; 0 elsewhere */
    uint32_t row;  /* of a table, from 1, counted on through all tables of the file; 0 elsewhere */
    uint32_t page; /* where it starts, from 1; 0 where the format has no pages */
    pol_span marker; /* of an item, as it would be shown: "1.", "a)", "•"; absent elsewhere */
} pol_line;

typedef enum pol_origin {
    POL_ORIGIN_NONE = 0,
    POL_ORIGIN_TEXT,         /* running text */
    POL_ORIGIN_MARKUP,       /* <title>, <meta>, <h1>, JSON field */
    POL_ORIGIN_HEADING,      /* heading of an item in a file of many, or that file's own head */
    POL_ORIGIN_FRONT_MATTER, /* YAML before the text */
    POL_ORIGIN_SIDECAR,      /* NAME.meta.yaml */
    POL_ORIGIN_FILE_NAME,
    POL_ORIGIN_REPORT,     /* a decisions report, elsewhere */
    POL_ORIGIN_CORRECTION, /* a person, by polindex --corrections */
    POL_ORIGIN_COUNT
} pol_origin;

const char *pol_origin_code(pol_origin origin); /* "front_matter"; "none" */

/* A statement `key: value` outside the running text. Keys are the metadata names of
 * design.md ("title", "decision", "submitted_by"), lower case; what a file calls
 * otherwise ("motion_code", "status") keeps its own name and is the recogniser's to
 * interpret. A list gives one pair per element, keys repeated. From HTML: "title" (h1
 * where there is one h1), "html_title", "canonical", "meta:NAME" (article:published_time
 * and so on). */
typedef struct pol_pair {
    pol_span key;
    pol_span value;
    uint32_t line; /* in the file that states it; 0 where unknown */
    uint8_t origin;
} pol_pair;

/* Something a person should know: "bytes repaired", "not UTF-8: read as Windows-1252". */
typedef struct pol_note {
    pol_span text;
    uint32_t line;
} pol_note;

typedef struct pol_text {
    pol_line *lines;
    size_t line_count, line_capacity;
    pol_pair *pairs;
    size_t pair_count, pair_capacity;
    pol_note *notes;
    size_t note_count, note_capacity;
    uint32_t page_count;  /* 0 where the format has no pages */
    const char *encoding; /* "UTF-8", "Windows-1252", ...: a constant */
    bool is_markup;       /* lines are blocks of markup, not lines as typed */
} pol_text;

/* The failure for an arena that gave NULL for `wanted_bytes`: POL_NOMEM, or POL_LIMIT
 * where that would have broken its limit. */
pol_status pol_arena_refused(const pol_arena *arena, size_t wanted_bytes, pol_error *reterr);

/* Append; POL_NOMEM or POL_LIMIT when the arena is exhausted. Spans are not copied. */
POL_MUST_CHECK pol_status pol_text_add_line(pol_text *text, pol_arena *arena, pol_line line,
                                            pol_error *reterr);
POL_MUST_CHECK pol_status pol_text_add_pair(pol_text *text, pol_arena *arena, pol_pair pair,
                                            pol_error *reterr);
POL_MUST_CHECK pol_status pol_text_add_note(pol_text *text, pol_arena *arena, pol_note note,
                                            pol_error *reterr);
/* A note of at most POL_ERROR_TEXT_SIZE - 1 bytes, made from a format. */
POL_MUST_CHECK pol_status pol_text_notef(pol_text *text, pol_arena *arena, uint32_t line,
                                         pol_error *reterr, const char *format, ...)
    POL_PRINTF(5, 6);

#ifdef __cplusplus
}
#endif
#endif
