/* parts.h - what all formats of a report say alike (private to draft/).
 *
 * Everything is on one line and printable, but not escaped: each format escapes at the last step.
 * Ask buffer->status once, at the end. */
#ifndef POL_DRAFT_REPORT_PARTS_H
#define POL_DRAFT_REPORT_PARTS_H

#include "draft/check.h"
#include "search/render.h"

enum {
    POL_REPORT_SHOWN_MAX = POL_EVIDENCE_MAX + POL_FATE_COUNT, /* passages beside a clause */
    POL_REPORT_NAMED_MAX = 6,                                 /* conferences named as searched */
    POL_REPORT_LINE_MAX = 1 << 20                             /* bytes of a line that is built */
};

/* A passage beside a clause, and why it is there. */
typedef struct pol_shown {
    const pol_evidence *evidence;
    const char *role; /* "Closest carried clause", "Also near" */
    bool is_brief;    /* its citation will do */
    bool is_other;    /* neither the closest of a kind nor what the verdict rests on */
} pol_shown;

/* What the verdict rests on, the nearest one, and the closest carried, lost and undecided ones,
 * newer before older: in full what says the same or the opposite, then in brief what does not;
 * then the others, in brief. */
size_t pol_report_shown(const pol_finding *finding, pol_shown shown[POL_REPORT_SHOWN_MAX]);

/* Of `evidence` in the finding's list; SIZE_MAX: it is in none. */
size_t pol_report_index_of(const pol_finding *finding, const pol_evidence *evidence);

/* What the marks in the clause are of: what the verdict rests on, else the first that is shown;
 * NULL: no marks. */
const pol_evidence *pol_report_marking(const pol_finding *finding);

/* Of a text what a clause is compared with: its start, if it is very long. */
pol_span pol_report_compared(pol_span text);

/* Of the conference, or of publication; 0 where neither is stated. */
int pol_report_year(const pol_document *document);

/* "already carried (2014)", "referred or never reached (2019: remitted)"; of a clause that takes up
 * what was decided and goes further "already carried (2014), but the clause says more". */
void pol_report_add_verdict(const pol_finding *finding, pol_buffer *buffer);

/* "2 of 7 demands are already policy. The others: 1 rejected before; 4 with nothing found." */
void pol_report_add_summary(const pol_report *report, pol_buffer *buffer);

/* "Nothing like it was found in 208 documents of 2003–2025", "... in what was decided until 2012"
 */
void pol_report_add_nothing(const pol_report *report, pol_buffer *buffer);

/* "Clause 3, point b"; the kind of clause where it is known: "demand", "notes". */
void pol_report_add_clause(const pol_draft_clause *clause, pol_buffer *buffer);
const char *pol_report_clause_kind(const pol_draft_clause *clause);

/* "carried", "this point: lost (the motion: carried in part)", "carried, in Composite A". */
void pol_report_add_decision(const pol_evidence *evidence, pol_buffer *buffer);

/* "84% of this clause is in the passage; 61% of the passage is in this clause" */
void pol_report_add_shares(const pol_evidence *evidence, pol_buffer *buffer);
/* "22% of this clause is in it", of what is shown in brief. */
void pol_report_add_share(const pol_evidence *evidence, pol_buffer *buffer);

/* What a reader must know beside the decision (search/remark.h), whether it still holds first:
 * "NO LONGER POLICY: superseded by Motion 4, 2019 ..."; nothing where there is nothing to say. */
void pol_report_add_remark(const pol_evidence *evidence, bool shows_people, pol_buffer *buffer);

/* "The clause says “oppose”, the passage “support”: ..."; nothing where there is no reversal. */
void pol_report_add_opposite(const pol_draft_clause *clause, const pol_evidence *evidence,
                             pol_buffer *buffer);

/* Is its decision that of the composite that it went into? */
bool pol_report_is_of_composite(const pol_evidence *evidence);

/* May “Conference reaffirms ...” be said of it? Carried, as far as is known, and still policy. */
bool pol_report_may_reaffirm(const pol_evidence *evidence);
/* Is that line of use beside the clause? */
bool pol_report_offers_reaffirm(const pol_finding *finding, const pol_evidence *evidence);

/* "says the same as 3 clauses; 61% of the draft is in it" */
void pol_report_add_motion_share(const pol_near_motion *motion, pol_buffer *buffer);

/* That words cannot prove it; what the percentages count. */
const char *pol_report_caution(void);
const char *pol_report_shares_help(void);

/* --- marks in a text ------------------------------------------------------------------ */

typedef enum pol_marked_kind {
    POL_MARKED_NONE = 0,
    POL_MARKED_SHARED,  /* on both sides */
    POL_MARKED_OPPOSITE /* may say the opposite */
} pol_marked_kind;

/* A walk over the part [at, to) of a text, piece by piece. */
typedef struct pol_marked {
    pol_span text;
    size_t at, to;
    const pol_highlight *marks; /* in order */
    size_t count, next;
    pol_highlight opposite;
} pol_marked;

/* About `bytes` of the clause, or of the passage, where most of its marks are. */
pol_marked pol_report_mark_clause(const pol_finding *finding, size_t bytes);
pol_marked pol_report_mark_passage(const pol_evidence *evidence, size_t bytes);
pol_marked pol_report_mark_nothing(pol_span text, size_t bytes);

/* False at the end. */
bool pol_report_mark_next(pol_marked *marked, pol_span *ret_piece, pol_marked_kind *ret_kind);

#endif
