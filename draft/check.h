/* check.h - a draft to a report: clause by clause, what conference has already decided on this.
 *
 * Help, never a gate: words cannot prove that two clauses ask for the same. Each verdict is given
 * with the passages that it rests on, for a person to judge. A pol_report is immutable once made,
 * outlives the index but not the draft, and may be read by one thread at a time. */
#ifndef POL_DRAFT_CHECK_H
#define POL_DRAFT_CHECK_H

#include "draft/draft.h"
#include "draft/profile.h"
#include "draft/verdict.h"
#include "search/listing.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_EVIDENCE_MAX = 6,     /* passages shown beside a clause */
    POL_NEAR_MOTIONS_MAX = 5, /* whole motions named beside a draft */
    POL_REPORT_BYTES_MAX = 256 << 20
};

/* For who fits the judge (tests/draft/train.py). What it is given is gone afterwards. */
typedef void pol_check_watch(void *data, const pol_draft_clause *clause,
                             const pol_evidence *evidence);

typedef struct pol_check_options {
    int year_from, year_to; /* only what was decided then; 0: open */
    pol_span except;        /* the id of a document that does not count: the draft itself, where it
                               is in the index; absent: none */
    pol_span
        except_conference; /* nor do documents of this conference (name without the year) and */
    int except_year;       /* year: those of the agenda that is checked; absent: none */
    const pol_outline *outline; /* of this revision, where the caller has it; NULL: it is made */
    pol_weigher *weigher; /* likewise, of this thread: it remembers words from check to check */
    const pol_profile *profile; /* what a union asks of a motion; NULL: the defaults */
    uint32_t timeout_ms;        /* clauses not reached until then are marked; 0: none */
    pol_check_watch *watch;     /* told of each passage that is compared; NULL: nobody */
    void *watch_data;
} pol_check_options;

typedef struct pol_finding {
    const pol_draft_clause *clause;
    pol_verdict verdict;
    const pol_evidence *decisive; /* what the verdict rests on; NULL where nothing was found */
    const pol_evidence
        *closest[POL_FATE_COUNT]; /* the newest of those nearest; NULL: none is near */
    const pol_evidence *evidence; /* nearest first */
    size_t evidence_count;
    bool is_skipped; /* the time was over */
} pol_finding;

/* A whole motion that says much of what the draft says. */
typedef struct pol_near_motion {
    const pol_stored *stored;
    uint32_t clauses; /* of the draft, that it says the same as */
    double share;     /* 0..1: of the draft's information */
} pol_near_motion;

typedef struct pol_searched {
    pol_span conference; /* without the year */
    int first_year, last_year;
    uint32_t documents;
} pol_searched;

/* What "nothing found" is about. */
typedef struct pol_scope {
    const pol_searched *conferences; /* the most documents first */
    size_t conference_count;
    bool is_cut; /* more than are listed */
    int first_year, last_year;
    uint32_t documents, passages; /* of the index */
    int year_from, year_to;       /* as asked for */
} pol_scope;

typedef struct pol_report {
    const pol_draft *draft;
    pol_verdict verdict; /* of the whole, by its clauses that ask for something (of all, where none
                            does): ALREADY_CARRIED where all of them are, CARRIED_PART where some */
    uint32_t verdict_counts[POL_VERDICT_COUNT]; /* clauses */
    const pol_finding *findings;                /* one for each clause of the draft */
    size_t finding_count;
    const pol_near_motion *motions; /* the most alike first */
    size_t motion_count;
    const pol_aid *aids; /* draft/aids.h: remarks on the draft itself, in the order of the text */
    size_t aid_count;
    pol_scope scope;
    bool has_timed_out;
    double took_ms;
} pol_report;

/* `draft` must outlive the report. `options` NULL: none. Free with pol_report_free(). Fails:
 * POL_NOMEM, POL_LIMIT, POL_CHANGED (the index moved on: refresh and try again), and as reading the
 * index. */
POL_MUST_CHECK pol_status pol_check(pol_index *index, const pol_draft *draft,
                                    const pol_check_options *options, pol_report **ret_report,
                                    pol_error *reterr);
void pol_report_free(pol_report *report); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
