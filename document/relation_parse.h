/* relation_parse.h - one sentence of a document to the ties to others that it states. Looks at
 * no other sentence. */
#ifndef POL_DOCUMENT_RELATION_PARSE_H
#define POL_DOCUMENT_RELATION_PARSE_H

#include "document/outcome/parse.h"
#include "document/relation.h"

enum { POL_REFERENCES_MAX = 24 };

/* The others that one phrase names: "motion 16 'Mugs' carried at the 2015 Tea Conference". */
typedef struct pol_references {
    pol_relation items[POL_REFERENCES_MAX]; /* number, title, conference_name and year */
    size_t count;
} pol_references;

/* The arena holds names of conferences that are printed around their year. Reads what `*text`
 * starts with, which goes on behind it. False if nothing is named there. */
bool pol_references_read(pol_span *text, pol_outcome_memory *memory, pol_references *ret_named);

/* What a sentence says: ties of one kind. */
typedef struct pol_tie {
    pol_references others;
    uint8_t kind;     /* pol_relation_kind */
    uint8_t standing; /* pol_standing that it says of the document itself; UNSTATED */
} pol_tie;

/* Who the document is: a sentence may speak of it by its number. */
typedef struct pol_tie_subject {
    pol_kind kind;
    pol_span number; /* absent */
} pol_tie_subject;

/* "If Motion 7 is carried, this motion falls." */
bool pol_tie_falls(pol_span sentence, const pol_tie_subject *subject, pol_outcome_memory *memory,
                   pol_tie *ret_tie);
/* "This motion supersedes Motion 12 (2014)", "Conference reaffirms Composite B (2018)",
 * "Motion 12 of 2014 is hereby rescinded". */
bool pol_tie_policy(pol_span sentence, pol_outcome_memory *memory, pol_tie *ret_tie);
/* "Composite of motions 4 and 9", "Amendment to Motion 12". */
bool pol_tie_parents(pol_span text, const pol_tie_subject *subject, pol_outcome_memory *memory,
                     pol_tie *ret_tie);
/* "This policy lapsed in 2020", "Superseded by Motion 4 of 2019", "Policy status: current".
 * Sets the standing, and a tie where there is another. */
bool pol_tie_standing(pol_span sentence, pol_outcome_memory *memory, pol_tie *ret_tie);

#endif
