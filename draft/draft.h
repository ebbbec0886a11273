/* draft.h - a draft motion, as somebody typed it, to the clauses that are looked up.
 *
 * A clause is one passage of the recognised text: a paragraph or a point, with its lead-in. Left
 * out are passages that only lead in ("Conference instructs the Executive to:"), rationales,
 * and what a mail has around its text (greeting, signature, the mail that it answers). A text of
 * which nothing but a title was recognised has that as its one clause.
 *
 * Everything lives in the arena given and is read-only afterwards. Safe in any thread, one arena
 * per thread. */
#ifndef POL_DRAFT_DRAFT_H
#define POL_DRAFT_DRAFT_H

#include "document/extract.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_DRAFT_BYTES_MAX = 256 << 10, /* of a text that is typed or pasted */
    POL_DRAFT_CLAUSES_MAX = 250,     /* further ones are not looked up: is_cut */
    POL_DRAFT_CLAUSE_MAX = 16 << 10, /* bytes of a clause that are compared */
    POL_DRAFT_ARENA_MAX = 128 << 20
};

typedef struct pol_draft_clause {
    uint32_t number;            /* from 1, in the order of the text */
    pol_span text;              /* without its label; never empty; cut at POL_DRAFT_CLAUSE_MAX */
    const pol_passage *passage; /* NULL where the title stands for it */
    const pol_passage *lead_in; /* NULL if it has none */
    pol_clause clause;
    bool is_action; /* asks for something: a point or paragraph that instructs, calls on, ... */
} pol_draft_clause;

typedef struct pol_draft {
    const pol_document *document;
    const pol_draft_clause *clauses;
    size_t clause_count; /* 0: the text says nothing that could be looked up */
    bool is_cut;         /* there were more than POL_DRAFT_CLAUSES_MAX */
} pol_draft;

/* Typed or pasted text (any encoding, plain or Markdown) to the documents in it: one, or those of
 * an agenda. Fails: POL_LIMIT (over POL_DRAFT_BYTES_MAX: the text says how long it is and what to
 * do), POL_FORMAT (no text: "this is not text ..."), POL_USAGE (nothing but white space),
 * POL_NOMEM. */
POL_MUST_CHECK pol_status pol_draft_read(pol_span bytes, pol_arena *arena,
                                         pol_extracted *ret_extracted, pol_error *reterr);

/* Has it a heading as Markdown has them ("## Pay")? */
bool pol_draft_is_markdown(pol_span text);

/* The clauses of one document, which must outlive the draft. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_draft_make(const pol_document *document, pol_arena *arena,
                                         pol_draft *ret_draft, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
