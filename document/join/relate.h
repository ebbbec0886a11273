/* relate.h - what documents and outcomes state of ties to ties of both ends. */
#ifndef POL_DOCUMENT_JOIN_RELATE_H
#define POL_DOCUMENT_JOIN_RELATE_H

#include "document/join/decide.h"
#include "document/join/match.h"

enum { POL_JOIN_TIES_MAX = 1000 }; /* of one document by statements of others; more are left out */

/* A tie of `document` that follows from the statement of another one, or of a report. */
typedef struct pol_join_tie {
    size_t document, other; /* places; `other` (size_t)-1 where it is not known */
    pol_relation relation;  /* of `document` */
} pol_join_tie;

/* The composite that a document went into. */
typedef struct pol_join_composite {
    pol_span number;   /* absent: none, or two that differ */
    size_t place;      /* of the document; (size_t)-1 where it is not known */
    bool by_composite; /* the composite itself says so */
    bool is_several;   /* documents of that number: which one cannot be told */
} pol_join_composite;

typedef struct pol_join_ties {
    pol_join_tie *items; /* sorted by document, then by what they are; each once */
    size_t count, capacity;
    size_t *starts;  /* of each document's in `items`, and one more for the end */
    size_t *targets; /* of each document's own relations, one document after another */
    size_t *target_starts;
} pol_join_ties;

/* `sources` of all documents, sorted. False where the arena is full. */
bool pol_join_ties_find(const pol_join_index *index, pol_join_sources sources, pol_arena *arena,
                        pol_join_ties *ret_ties);

/* As the document states it, or else all that others state of it. */
pol_join_composite pol_join_composite_of(const pol_join_index *index, const pol_join_ties *ties,
                                         size_t document);

/* The document's own relations with ids, then those of others. False where `arena` is full. */
bool pol_join_write_relations(const pol_join_index *index, const pol_join_ties *ties,
                              size_t document, pol_arena *arena, pol_overlay *overlay);

#endif
