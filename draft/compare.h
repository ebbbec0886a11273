/* compare.h - a clause and a passage to how much each says of the other, and whether they may say
 * the opposite.
 *
 * Words that correspond are those with one stem, and those of a short list of the field's own
 * equivalents (pay, wages; five, 5). Shares are of information (weigh.h), so that a shared "ballot"
 * counts for more than a shared "members". Pure but for the arena: safe in any thread. */
#ifndef POL_DRAFT_COMPARE_H
#define POL_DRAFT_COMPARE_H

#include "draft/weigh.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the words can prove. */
typedef enum pol_likeness {
    POL_LIKENESS_NONE = 0, /* not worth showing */
    POL_LIKENESS_RELATED,  /* the same subject */
    POL_LIKENESS_REVERSED, /* nearly the same words, but perhaps the opposite demand */
    POL_LIKENESS_SAME      /* asks for, or says, the same */
} pol_likeness;

typedef struct pol_comparison {
    pol_likeness likeness;
    double clause_share;  /* 0..1: of the clause's information, what the passage has too */
    double passage_share; /* 0..1: of the passage's, what the clause has too */
    double order;   /* 0..1: how much of what is shared stands in the same order, in sequences */
    double score;   /* to rank passages by: the more alike, the higher; 0..1 */
    double subject; /* 0..1: of the things that the clause names, what the passage, or what stands
                       above it, has too; rare ones count for more */
    bool names_subject;  /* a clause of few words is about what the passage names */
    bool is_opposite;    /* REVERSED, by odds that leave little doubt */
    double same, turned; /* log odds (draft/judge.h), HUGE_VAL: certain */
    const double *signs; /* what these rest on: for who fits them. In the arena; NULL: not judged */
    const pol_highlight *clause_marks; /* shared words and phrases, bytes of the clause's text */
    size_t clause_mark_count;
    const pol_highlight *passage_marks; /* the same in the passage's text */
    size_t passage_mark_count;
    pol_highlight clause_opposite;  /* REVERSED: the words that may say the opposite; */
    pol_highlight passage_opposite; /* empty (start == end) on a side that lacks one */
} pol_comparison;

/* What each side is beside its words. */
typedef struct pol_compared {
    pol_weighed_text text;
    pol_span lead_in;                /* absent: none */
    bool is_action, is_note;         /* asks for something; "Conference notes that ..." */
    const pol_weighed_text *context; /* of a passage: its motion's title and its lead-in, which a
                                        clause that stands alone says again; NULL: not known */
    const pol_matters *matters; /* that it is about, of a passage with its context; NULL: unknown */
} pol_compared;

/* Marks are in the arena. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_compare(const pol_compared *clause, const pol_compared *passage,
                                      pol_arena *arena, pol_comparison *ret_comparison,
                                      pol_error *reterr);

/* Judges anew beside what other motions say, of which the most alike has the score `rival` (0: none
 * is, as pol_compare() takes it): what stands out is meant. */
void pol_compare_beside(pol_comparison *comparison, double rival);

#ifdef __cplusplus
}
#endif
#endif
