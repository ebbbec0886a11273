/* split.h - a file that holds many motions (an agenda, a booklet of composites, minutes with
 * the texts) to one part for each: motions, amendments, composites, emergency and late
 * motions, rule changes, statements.
 *
 * A part is a run of the file's lines and what its heading states, as pairs, so that the
 * recogniser reads it as it reads a page of its own. Contents lists, running heads, page
 * numbers and section headings belong to no part. A text is cut only where the cuts bear
 * each other out (numbers that run on, headings alike, texts between them); where that is
 * doubtful it stays whole and says so. Safe in any thread. */
#ifndef POL_DOCUMENT_SPLIT_H
#define POL_DOCUMENT_SPLIT_H

#include "document/document.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_PARTS_MAX = 5000 }; /* of one text; more: POL_LIMIT */

typedef struct pol_part {
    /* Lines in reading order, furniture and the heading's own left out. Pairs with their
     * line, of origin POL_ORIGIN_HEADING: "kind" (always), "number", "title",
     * "submitted_by", "moving_body" (surely a body) or "mover" (a person), once for each,
     * "decision", "recommendation". */
    pol_text text;
    uint32_t line, page; /* where its heading starts */
    pol_span section;    /* the heading it stands under: "Pay and bargaining"; absent */
    /* AMENDS for an amendment, COMPOSITE_OF for a composite's "Motion 9 and amendment, and 10" */
    pol_relation *relations;
    size_t relation_count;
} pol_part;

typedef struct pol_split {
    pol_part *parts; /* in the order of the text; none: the text is one document */
    size_t part_count;
    pol_text head;      /* what stands before the first part: conference, date, contents */
    bool is_doubtful;   /* none, though there are signs of several; the doubt says which */
    bool has_decisions; /* of several texts, one behind each: none of them is the file's */
    pol_doubt doubt;    /* field "split" */
} pol_split;

/* `name` is the file's name without folders; may be absent. A single document is POL_OK
 * with no parts, also one with numbered points, quoted motions, or a list of others beside
 * it. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_split_text(const pol_text *text, pol_span name, pol_arena *arena,
                                         pol_split *ret_split, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
