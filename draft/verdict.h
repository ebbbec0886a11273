/* verdict.h - what is said of a clause, from the decisions on the passages nearest to it. */
#ifndef POL_DRAFT_VERDICT_H
#define POL_DRAFT_VERDICT_H

#include "document/stored.h"
#include "draft/compare.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The codes are printed in machine formats and never renamed. */
typedef enum pol_verdict {
    POL_VERDICT_NOTHING = 0,  /* "nothing_found" */
    POL_VERDICT_RELATED,      /* "related": the same subject, not the same demand */
    POL_VERDICT_REVERSAL,     /* "possible_reversal" of what is policy */
    POL_VERDICT_UNDECIDED,    /* "undecided": referred, withdrawn, never reached, not stated */
    POL_VERDICT_REJECTED,     /* "rejected" */
    POL_VERDICT_CARRIED_PART, /* "carried_in_part": of a motion taken in parts, and what became of
                                 this one is not stated; of a whole draft: some of its clauses */
    POL_VERDICT_CARRIED,      /* "already_carried"; see is_past of the evidence */
    POL_VERDICT_COUNT
} pol_verdict;

const char *pol_verdict_code(pol_verdict verdict);
const char *pol_verdict_label(pol_verdict verdict); /* "already carried" */
const char *pol_verdict_help(pol_verdict verdict);  /* one sentence for who sees it first */

/* What became of a passage, in the three kinds that a delegate asks for. */
typedef enum pol_fate {
    POL_FATE_NONE = 0, /* of a kind that is not decided */
    POL_FATE_CARRIED,
    POL_FATE_LOST,
    POL_FATE_UNDECIDED,
    POL_FATE_COUNT
} pol_fate;

const char *pol_fate_code(pol_fate fate); /* "carried" "lost" "undecided" "none" */
pol_fate pol_fate_of(pol_decision decision);

/* A passage of the index beside a clause. Borrowed from the report that it is in. */
typedef struct pol_evidence {
    const pol_stored *stored;
    const pol_passage *passage;
    const pol_passage *lead_in; /* NULL if it has none */
    pol_decision decision;      /* the point's own where stated, else that of the composite it went
                                   into, else the motion's */
    bool is_point_decision;     /* the point's own */
    pol_fate fate;
    bool is_past; /* superseded or lapsed: no longer policy */
    pol_comparison comparison;
} pol_evidence;

/* Fills in decision, fate and is_past from document and passage. */
void pol_evidence_decide(pol_evidence *evidence);

/* What is said of a clause, and of which passage (NULL for NOTHING). Of those that say the same,
 * the newest vote holds, unless another of its year or later is plainly turned round. What was
 * carried, but is superseded or lapsed, is CARRIED too where no other was voted on: its evidence
 * says is_past, and whoever shows the verdict must. `evidence` is in the order of likeness. */
pol_verdict pol_verdict_of(const pol_evidence *evidence, size_t count,
                           const pol_evidence **ret_decisive);

#ifdef __cplusplus
}
#endif
#endif
