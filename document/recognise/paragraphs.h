/* paragraphs.h - lines to paragraphs: lines that an editor wrapped are joined,
 * lines that are paragraphs stay apart. */
#ifndef POL_DOCUMENT_RECOGNISE_PARAGRAPHS_H
#define POL_DOCUMENT_RECOGNISE_PARAGRAPHS_H

#include "document/recognise/state.h"

typedef struct pol_paragraph {
    pol_span text;
    pol_span marker; /* that the markup gave; absent otherwise */
    uint32_t line, page;
    uint8_t level;    /* of a list, by the markup; 0 */
    uint8_t section;  /* pol_clause, POL_CLAUSE_COUNT for none */
    uint8_t decision; /* of this point, where stated */
    bool is_heading;
    bool has_opener; /* a paragraph of one line, whose opener is known */
    uint8_t opener_subject, opener_clause;
} pol_paragraph;

/* The text that is left, as paragraphs in `rec->arena`, what is printed twice dropped.
 * NULL with *ret_count 0 where there is none, or on failure (rec->status). */
pol_paragraph *pol_paragraphs_make(pol_recognition *rec, size_t *ret_count);

/* Drops copies from `paragraphs`; returns how many are left (repeats.c). */
size_t pol_paragraphs_drop_repeats(pol_paragraph *paragraphs, size_t count);

#endif
