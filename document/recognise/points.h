/* points.h - paragraphs to points: labels taken off, lines that hold a whole
 * list cut, nesting and lead-ins found. */
#ifndef POL_DOCUMENT_RECOGNISE_POINTS_H
#define POL_DOCUMENT_RECOGNISE_POINTS_H

#include "document/lead_in.h"
#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/paragraphs.h"

/* A passage in the making. */
typedef struct pol_point {
    pol_span text;
    pol_span printed; /* label; absent for none */
    pol_label label;  /* style NONE for a paragraph */
    uint32_t line, page;
    uint32_t lead;     /* index + 1 of its lead-in; 0 for none */
    pol_opener opener; /* of the text */
    uint8_t level;     /* of a list, by the markup */
    uint8_t section, decision, depth, clause;
    bool is_heading, is_action;
} pol_point;

/* points.c: labels and cuts. NULL with *ret_count 0 where there is no text, or
 * on failure (rec->status). */
pol_point *pol_points_cut(pol_recognition *rec, const pol_paragraph *paragraphs, size_t count,
                          size_t *ret_count);

/* nesting.c: depth and lead of each point. */
void pol_points_nest(pol_point *points, size_t count, bool is_motion);

/* clauses.c: clause of each, and which are action points; returns how many. */
uint32_t pol_points_classify(pol_point *points, size_t count, pol_kind kind);

#endif
