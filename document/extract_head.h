/* extract_head.h - what a file of many says of all that is in it: its conference and year, by
 * what stands before its first part. Private to extract*.c. */
#ifndef POL_DOCUMENT_EXTRACT_HEAD_H
#define POL_DOCUMENT_EXTRACT_HEAD_H

#include "document/document.h"

typedef struct pol_file_head {
    const pol_text *text; /* the whole file, for its pairs */
    pol_span name;        /* of the file */
    pol_arena *arena;
    /* out: */
    pol_document document; /* conference, year, organisation */
    bool is_agenda;        /* its texts are as submitted */
} pol_file_head;

/* Reads `head`, lines before the first part or a whole report. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_file_head_read(pol_file_head *file, const pol_text *head,
                                             pol_error *reterr);
/* Gives a part what the file says of all; not the days of the conference, which are no date of
 * submission. Fails: the same. */
POL_MUST_CHECK pol_status pol_file_head_add_pairs(const pol_file_head *file, pol_text *part,
                                                  pol_error *reterr);
/* "Canteen Conference" of "Canteen Conference, Leeds"; any other name as it is. */
pol_span pol_conference_without_place(pol_span name);
/* A pair of `value`, unless that is empty. Fails: the same. */
POL_MUST_CHECK pol_status pol_text_add_stated(pol_text *text, pol_arena *arena, const char *key,
                                              pol_span value, uint32_t line, pol_origin origin,
                                              pol_error *reterr);

#endif
