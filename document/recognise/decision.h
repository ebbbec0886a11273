/* decision.h - sentences that state what was decided: "The motion was carried
 * unanimously.", "Motion passed 3 May 2031", "Point 2 lost".
 *
 * The whole line must be such a sentence; a sentence of the text that mentions a
 * decision ("Motion 9 was carried in 2030 and ...") is none. */
#ifndef POL_DOCUMENT_RECOGNISE_DECISION_H
#define POL_DOCUMENT_RECOGNISE_DECISION_H

#include "core/date.h"
#include "core/vocabulary.h"

typedef struct pol_statement {
    pol_decision decision;
    bool names_motion;    /* "the motion ...", not a bare "Carried" */
    bool is_told;         /* with a verb, "was carried": text may say so, too */
    pol_span number;      /* "Motion 12": of which; absent */
    bool is_of_amendment; /* "Amendment 3 carried": not the motion's */
    pol_span tail;        /* "unanimously by the branch AGM on 3 May 2031" */
} pol_statement;

/* Is the whole of `line` one statement? */
bool pol_statement_parse(pol_span line, pol_statement *ret_statement);

/* Is there a word that it could be about? Takes no time, and most lines have none. */
bool pol_statement_may_hold(pol_span text);

/* "This resolution, submitted by A and seconded by B, was carried unanimously by ...",
 * "The branch passed the following motion:" - a sentence over or under the text that
 * tells the outcome on the way. */
bool pol_statement_parse_story(pol_span sentence, pol_statement *ret_statement);

/* Words of the longest phrase. */
enum { POL_OUTCOME_WORDS_MAX = 9 };
/* The longest run of words at the start of `text` that is a decision phrase; what
 * follows it goes to *ret_rest, which stays untouched for NONE. */
pol_decision pol_outcome_longest(pol_span text, pol_span *ret_rest);

/* ---- parts.c ---- */

/* Is there a word for a point, or for all or the rest of them? */
bool pol_parts_are_named(pol_span text);
/* "Points 1 and 3 carried. Point 2 lost.", "Point 3 remitted, remainder carried": is all
 * of `text` on points? The decision is that of all the points not named (then what is
 * said of the others is for the caller to see), or CARRIED_PART. */
bool pol_parts_parse(pol_span text, pol_decision *ret_decision);

/* "Point 2 lost", "Points 2 and 4 of motion REMITTED:". Sets up to `capacity` numbers
 * (letters count from 1) and what stands behind the statement. Returns how many; 0 if
 * `line` does not start with such a statement. */
size_t pol_statement_parse_points(pol_span line, uint32_t *numbers, bool *ret_are_letters,
                                  size_t capacity, pol_decision *ret_decision, pol_span *ret_rest);

#endif
