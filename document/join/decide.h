/* decide.h - all that is stated of one document's fate to the decision that holds. */
#ifndef POL_DOCUMENT_JOIN_DECIDE_H
#define POL_DOCUMENT_JOIN_DECIDE_H

#include "document/join.h"

/* An outcome that belongs to a document. */
typedef struct pol_join_source {
    size_t document; /* its place */
    const pol_join_outcome *from;
    uint8_t decision; /* what it comes to; NONE: nothing that is known */
} pol_join_source;

/* What belongs to one document, sorted. */
typedef struct pol_join_sources {
    const pol_join_source *items;
    size_t count;
} pol_join_sources;

/* What an outcome comes to by all that it says: "carried, point 3 lost" is carried in part,
 * and what went into a composite is composited. */
uint8_t pol_join_outcome_decision(const pol_outcome *outcome);

/* By document; then those that hold before those that they make more precise; then by file
 * and line. */
void pol_join_sources_sort(pol_join_source *items, size_t count);

/* Does the document's own text say what was decided? */
bool pol_join_is_decided(const pol_document *document);
/* Say both the same, as far as they go? */
bool pol_join_decisions_agree(uint8_t a, uint8_t b);

/* A set of decisions has a bit for each. Of the set the one that holds: NONE where nothing is
 * stated, UNKNOWN where two contradict each other. */
uint32_t pol_join_decision_bit(uint8_t decision);
uint8_t pol_join_decide_among(uint32_t stated);

typedef struct pol_join_verdict {
    uint8_t decision;
    bool has_conflict;
} pol_join_verdict;

/* `fate`: the decision on the composite that it went into, NONE where not known. */
pol_join_verdict pol_join_decide(const pol_document *document, pol_join_sources sources,
                                 uint8_t fate);

/* Writes sources, points and referral of a decided document into its overlay.
 * Fails: false where the arena is full. */
bool pol_join_write_sources(const pol_document *document, pol_join_sources sources,
                            pol_join_verdict verdict, pol_arena *arena, pol_overlay *overlay);

#endif
