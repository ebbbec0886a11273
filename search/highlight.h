/* highlight.h - which bytes of a text a query matched.
 *
 * Marked are: words in any form (by stem), compounds as one, whole verbatim phrases
 * only, the parts of a NEAR that stand near each other, prefixes; for a title also the
 * words of title: fields. Never what stands under NOT, other fields, labels' numbers,
 * nor stop words of a query that has other words. Work is linear in the text, times the
 * query's words. */
#ifndef POL_SEARCH_HIGHLIGHT_H
#define POL_SEARCH_HIGHLIGHT_H

#include "core/arena.h"
#include "search/query.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_HIGHLIGHTS_MAX = 1000,        /* ranges of one text; later ones are left out */
    POL_HIGHLIGHT_BYTES_MAX = 1 << 20 /* of one text that are looked at */
};

typedef enum pol_highlight_text {
    POL_HIGHLIGHT_PASSAGE = 0, /* the text of a passage */
    POL_HIGHLIGHT_TITLE        /* a title: title: fields count too */
} pol_highlight_text;

/* The ranges to mark in `text`, in order, merged where they touch or overlap, at
 * characters' borders; in `arena`, NULL and 0 for none. `root` may be NULL (no words).
 * `analyser` must be of the language of the query's. Fails: POL_NOMEM, POL_LIMIT (the
 * arena's). */
POL_MUST_CHECK pol_status pol_highlight_find(const pol_node *root, pol_span text,
                                             pol_highlight_text which, pol_analyser *analyser,
                                             pol_arena *arena, const pol_highlight **ret_highlights,
                                             size_t *ret_count, pol_error *reterr);

/* Does `text` hold the phrase (a PHRASE node) verbatim: exact words, next to each other,
 * in order? Case, accents, apostrophes and hyphens aside. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_phrase_occurs(const pol_node *phrase, pol_span text,
                                            pol_analyser *analyser, bool *ret_occurs,
                                            pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
