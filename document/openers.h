/* openers.h - which clause a paragraph opens: "This Conference further notes ..." is
 * notes, "Congress therefore calls on ..." is resolves.
 *
 * Tables of subjects, verbs and set phrases (openers.c): a new one is one line there
 * and one line in its test. Nothing allocates; safe in any thread. */
#ifndef POL_DOCUMENT_OPENERS_H
#define POL_DOCUMENT_OPENERS_H

#include "core/vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_opener_subject {
    POL_SUBJECT_NONE = 0, /* no opener */
    POL_SUBJECT_IMPLIED,  /* the verb comes first: "Notes that", "Resolves:" */
    POL_SUBJECT_LOOSE,    /* "We", "UNISON": articles open so too */
    POL_SUBJECT_BODY,     /* "Conference", "This branch", "That this House" */
    POL_SUBJECT_PHRASE    /* a set phrase: "WHEREAS", "BE IT RESOLVED", "I move" */
} pol_opener_subject;

typedef struct pol_opener {
    pol_opener_subject subject;
    pol_clause clause; /* POL_CLAUSE_COUNT where the subject stands without a verb we know */
} pol_opener;

/* How the paragraph opens; subject NONE when it does not. */
pol_opener pol_opener_of(pol_span paragraph);

/* The subject alone ("Conference:", "This AGM", "That the Senate—"): the points name
 * the verbs. */
bool pol_opener_is_bare_subject(pol_span paragraph);

/* Is `words` (any case) a third-person verb that directs: "instructs", "calls on"? Sets
 * *ret_rest behind it. */
bool pol_directive_starts(pol_span words, pol_span *ret_rest);

#ifdef __cplusplus
}
#endif
#endif
