/* review.h - what needs a person: documents and lines of reports in which something is missing,
 * doubtful or contradictory, each with its exact place and what a correction would be about.
 *
 * Rows are shown grouped, or as cells of a CSV that a spreadsheet edits and
 * `polindex --corrections` takes back. One thread. */
#ifndef POL_INDEXER_REVIEW_H
#define POL_INDEXER_REVIEW_H

#include "core/buffer.h"
#include "document/join.h"

typedef enum pol_problem {
    POL_PROBLEM_NO_TITLE = 0,
    POL_PROBLEM_NO_DECISION,
    POL_PROBLEM_SPLIT,          /* perhaps several documents: kept whole */
    POL_PROBLEM_DECISION_WORDS, /* words that the table of decisions does not have */
    POL_PROBLEM_CONFLICT,       /* two sources contradict each other */
    POL_PROBLEM_SAME_NUMBER,    /* two documents of one conference with one number */
    POL_PROBLEM_UNMATCHED,      /* a report's line that belongs to no document */
    POL_PROBLEM_OTHER,          /* a doubt of another kind: a date, damaged characters */
    POL_PROBLEM_COUNT
} pol_problem;

const char *pol_problem_code(pol_problem problem);  /* "no_decision" */
const char *pol_problem_label(pol_problem problem); /* "No decision is stated" */

typedef struct pol_review_row {
    pol_problem problem;
    pol_span file;
    uint32_t line, page;
    pol_span id;       /* of the document; absent for a line of a report */
    pol_span name;     /* number and title, or the report's line */
    const char *field; /* what a correction would set: "decision", "document" */
    pol_span found;    /* what is there now, or what is doubtful */
} pol_review_row;

typedef struct pol_review {
    pol_arena *arena;
    pol_review_row *rows;
    size_t count, capacity;
} pol_review;

/* Adds what is to be looked at in a document as it is in the end; `twin` is the name of
 * another one with its number, or absent. Spans are copied. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_review_document(pol_review *review, pol_span file,
                                              const pol_document *document, pol_span twin,
                                              pol_error *reterr);
/* The same for a report's line that was not matched, or whose words are not known. */
POL_MUST_CHECK pol_status pol_review_outcome(pol_review *review, const pol_join_outcome *outcome,
                                             pol_unmatched_reason reason, pol_error *reterr);

enum { POL_REVIEW_SHOWN_MAX = 40 }; /* rows of one file and problem; then how many more */

/* The rows in groups, for people. Nothing where there are none. */
void pol_review_write_table(pol_buffer *buffer, const pol_review *review);

#endif
