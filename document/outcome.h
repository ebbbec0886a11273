/* outcome.h - what a decisions report, minutes or a list of results say became of motions
 * whose text stands elsewhere: "16 Mugs: CARRIED", a row of a table, a line under a heading
 * "LOST", a sentence.
 *
 * Only what is stated: a line whose words are not in core's table of decisions is kept with
 * decision NONE, so that a person can see it. Everything lives in the arena or in the text's
 * memory. Safe in any thread. */
#ifndef POL_DOCUMENT_OUTCOME_H
#define POL_DOCUMENT_OUTCOME_H

#include "core/vocabulary.h"
#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_OUTCOMES_MAX = 20000,        /* of one text; more: POL_LIMIT */
    POL_OUTCOME_LINES_MAX = 1000000, /* a longer text is no report, and gives none */
    POL_OUTCOME_POINTS_MAX = 32
};

/* "point 2 lost" */
typedef struct pol_outcome_point {
    pol_span label; /* as printed: "2", "b"; never absent */
    uint8_t decision;
} pol_outcome_point;

/* One item's fate as one line (row, sentence) states it. Number or title is there. */
typedef struct pol_outcome {
    uint8_t kind;             /* pol_kind by its noun or number; MOTION where nothing tells */
    pol_span number;          /* as printed: "16", "1A.1", "Composite C"; absent */
    pol_span title;           /* absent */
    pol_span conference_name; /* without the year, of a heading above it; absent: the file's */
    int year;                 /* the same; 0 */
    uint8_t decision;         /* pol_decision; NONE: words that the table does not know */
    pol_span words;           /* the decision's words, verbatim; never absent */
    pol_outcome_point *points;
    size_t point_count;
    pol_span composite; /* number of the composite it went into: "Composite A"; absent */
    pol_span amendment; /* number of the amendment of "carried as amended by 75.1"; absent */
    pol_span referral;  /* of business not reached: "referred to the NEC"; absent */
    pol_span line_text; /* the whole line, for a person */
    uint32_t line, page;
} pol_outcome;

typedef struct pol_outcomes {
    pol_outcome *items; /* in the order of the text */
    size_t count;
    /* Is the text nothing but such a report: its lines are outcomes, their headings, and
     * furniture? Then it holds no motions. */
    bool is_report;
} pol_outcomes;

/* Finds them. A text in which nothing is found is POL_OK with count 0. A motion's own
 * decision line, an agenda's items with their text, and a press article give none.
 * Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_outcomes_find(const pol_text *text, pol_arena *arena,
                                            pol_outcomes *ret_outcomes, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
