/* spelt.h - an acronym to how the documents of an index spell it out (private to draft/).
 *
 * Documents that have the word are read, spread over all of them, and what their brackets say is
 * counted, one document one vote. */
#ifndef POL_DRAFT_SPELT_H
#define POL_DRAFT_SPELT_H

#include "search/index.h"

#include "core/arena.h"

enum {
    POL_SPELT_DOCUMENTS_MAX = 100, /* read for one acronym */
    POL_SPELT_ENOUGH = 8           /* that agree: no further one is read */
};

typedef struct pol_spelt {
    pol_span spelling;  /* that most have, in the arena; absent: none, or none is sure */
    bool is_plural;     /* it ends as one: "Plans" */
    uint32_t documents; /* that have this spelling, of those read */
    uint32_t read;      /* documents that have the acronym */
    bool is_word;       /* most of them have it in small letters: a word like others */
} pol_spelt;

/* `wants_plural`: of forms that differ in nothing else, the plural. At most `most` documents are
 * read, and none of an index that is not all on this machine. Fails: POL_NOMEM, POL_LIMIT, and as
 * reading the index. */
POL_MUST_CHECK pol_status pol_spelt_find(pol_index *index, pol_span acronym, bool wants_plural,
                                         size_t most, pol_arena *arena, pol_spelt *ret_spelt,
                                         pol_error *reterr);

#endif
