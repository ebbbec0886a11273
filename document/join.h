/* join.h - documents and outcomes of the same conferences to what each document's decision is
 * in the end, and what ties it to the others.
 *
 * Pure: the same sets give the same result in any order. Nothing is joined on weak evidence.
 * An outcome belongs to a document of the same conference (name and year) where
 *   - the numbers are equal and the titles are equal, nearly so, or absent on one side, or
 *   - the outcome has no number and the titles are equal (case, punctuation, "&" and dashes
 *     aside), or
 *   - the document has no number and the titles are equal;
 * and no other document would do as well. Number and title of different documents, or one
 * number twice, join nothing: the outcome is reported. Kinds must agree: an amendment's
 * outcome is never its motion's.
 *
 * The document's own decision holds where it states one, and a contradiction by others is
 * kept beside it. Where it states none, the outcomes' holds; two that contradict each other
 * give UNKNOWN, has_decision_conflict and both sources. A document whose composite is known is
 * COMPOSITED, with the composite's number and fate beside it, unless something else was
 * decided on it.
 *
 * Source: the rules are our own, written down in docs/agendas.md. Safe in any thread. */
#ifndef POL_DOCUMENT_JOIN_H
#define POL_DOCUMENT_JOIN_H

#include "document/document.h"
#include "document/outcome.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_JOIN_MAX = 2000000 }; /* documents and outcomes of one call; more: POL_LIMIT */

/* An outcome and the file that states it. */
typedef struct pol_join_outcome {
    pol_outcome outcome; /* conference_name and year filled in, from its file where need be */
    pol_span file;       /* path as stored; outcomes are told apart by file and line */
    pol_span assigned;   /* id of the document a person said it belongs to; absent */
} pol_join_outcome;

/* What is known of a document from others; all absent where nothing is. */
typedef struct pol_overlay {
    bool is_decided;              /* `decision` and `words` replace the document's own */
    uint8_t decision;             /* pol_decision */
    pol_decision_source *sources; /* all of them, the document's own too; the first holds */
    size_t source_count;
    bool has_conflict;
    pol_outcome_point *points; /* decisions on points, by label */
    size_t point_count;
    pol_span referral;
    pol_span composite; /* number of the composite it went into */
    uint8_t composite_decision;
    pol_relation *relations; /* all: its own with `id` filled in, and those that follow from
                                the statements of others */
    size_t relation_count;
    uint8_t standing; /* UNSTATED: the document's own holds */
    int lapses_after; /* the last year it stands, by its union's rule, which the caller knows; 0 */
} pol_overlay;

typedef enum pol_unmatched_reason {
    POL_UNMATCHED_NO_DOCUMENT = 0,   /* none of this number or title in that conference */
    POL_UNMATCHED_NO_CONFERENCE,     /* the report does not say which conference */
    POL_UNMATCHED_SEVERAL,           /* more than one would do */
    POL_UNMATCHED_TITLES_DIFFER,     /* the number is there, under another title */
    POL_UNMATCHED_UNKNOWN_WORDS,     /* matched, but the decision's words are not known */
    POL_UNMATCHED_UNKNOWN_CONFERENCE /* no document of that conference is known */
} pol_unmatched_reason;

typedef struct pol_joined {
    pol_overlay *overlays;     /* one for each document given, in that order */
    size_t *outcome_documents; /* for each outcome the place of its document, or (size_t)-1 */
    uint8_t *unmatched;        /* pol_unmatched_reason of those with -1, and UNKNOWN_WORDS */
    size_t *twins; /* for each document the place of another one of the same conference, kind and
                      number (a person should look), or (size_t)-1 */
} pol_joined;

/* Documents have their own values (no overlay applied); results live in `arena` and point
 * into what was given. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_join(const pol_document *const *documents, size_t document_count,
                                   const pol_join_outcome *outcomes, size_t outcome_count,
                                   pol_arena *arena, pol_joined *ret_joined, pol_error *reterr);

/* Writes the overlay into a document, in place: decision, words, sources, points' decisions,
 * composite, relations, standing. Point decisions need a copy of the passages: in `arena`.
 * Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_overlay_apply(const pol_overlay *overlay, pol_arena *arena,
                                            pol_document *document, pol_error *reterr);

/* What groups documents and outcomes: the year and the folded name, as "2017|health care
 * service group conference". Empty where either is not known. `buffer` holds it. */
enum { POL_JOIN_KEY_MAX = 512 };
pol_span pol_join_key(pol_span conference_name, int year, char buffer[POL_JOIN_KEY_MAX]);
/* The same conference with the organisation's name before its own, or without it: of
 * "2017|union x delegate conference" and "Union X" it is "2017|delegate conference", and the other
 * way round. Empty where no organisation is given. */
pol_span pol_join_other_key(pol_span key, pol_span organisation, char buffer[POL_JOIN_KEY_MAX]);
/* Is one of the keys the other with words before its name, in the same year? */
bool pol_join_keys_may_agree(pol_span a, pol_span b);

#ifdef __cplusplus
}
#endif
#endif
