/* match.h - what names a document (conference, kind, number, title) to that document.
 *
 * Weak evidence finds nothing, and says why. What is found does not depend on the order in
 * which the documents were given. */
#ifndef POL_DOCUMENT_JOIN_MATCH_H
#define POL_DOCUMENT_JOIN_MATCH_H

#include "document/join.h"
#include "document/join/name.h"
#include "document/join/table.h"

/* What a document is found by, folded; absent what it lacks. */
typedef struct pol_join_name {
    pol_span key; /* of its conference */
    pol_span own, plain, title;
    uint8_t kind;
    bool is_dotted;
} pol_join_name;

typedef struct pol_join_index {
    const pol_document *const *documents;
    size_t count;
    pol_join_name *names; /* of each document */
    pol_join_table table;
} pol_join_index;

/* What is looked for. */
typedef struct pol_join_query {
    char key_bytes[POL_JOIN_KEY_MAX];
    char title_bytes[POL_JOIN_TITLE_MAX];
    pol_join_number number;
    pol_span key, title;
    pol_span printed; /* the title as it is printed */
    bool is_part;     /* it went into a composite, so it is none */
} pol_join_query;

typedef struct pol_join_match {
    size_t document; /* its place; (size_t)-1 */
    uint8_t reason;  /* pol_unmatched_reason, where there is none */
} pol_join_match;

/* `index->documents` and `count` are set; the rest is made in `arena`. False where it is full. */
bool pol_join_index_fill(pol_join_index *index, pol_arena *arena);

void pol_join_query_set(pol_join_query *query, uint8_t kind, pol_span number, pol_span title,
                        pol_span conference_name, int year);
/* Where the conference is known by another name only, with or without the organisation's before it,
 * the query's key becomes that of the known one. */
pol_join_match pol_join_find(const pol_join_index *index, pol_join_query *query);
/* The document with this id. */
pol_join_match pol_join_find_id(const pol_join_index *index, pol_span id);

/* Writes into `twins` what pol_joined says of them. False where `arena` is full. */
bool pol_join_find_twins(const pol_join_index *index, pol_arena *arena, size_t *twins);

#endif
