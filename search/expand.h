/* expand.h - which words of the index a prefix or a stem stands for.
 *
 * Both read a bounded run of the index's terms and keep the most frequent words, so
 * that the cost of a query is known before it is run. */
#ifndef POL_SEARCH_EXPAND_H
#define POL_SEARCH_EXPAND_H

#include "core/arena.h"
#include "search/index.h"
#include "search/query.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_PREFIX_WORDS_MAX = 200, /* words that privat* stands for */
    POL_NEAR_WORDS_MAX = 50,    /* forms of one word inside NEAR */
    POL_TERMS_READ_MAX = 100000 /* terms of the index that one expansion looks at */
};

typedef struct pol_index_word {
    pol_span word;
    uint32_t documents; /* entries that have it */
} pol_index_word;

typedef struct pol_expansion {
    const pol_index_word *words; /* most frequent first, then by word; in the arena */
    size_t count;
    size_t met;  /* how many there are, as far as looked at */
    bool is_cut; /* there are more than `words` holds */
} pol_expansion;

/* What is remembered of the prefix asked for last: a search asks several times. */
struct pol_last_expansion;
void pol_expansion_free(struct pol_last_expansion *last); /* NULL is allowed */

/* Exact words that start with `prefix`, under the terms' prefix `field` (POL_PREFIX_WORD
 * or POL_PREFIX_TITLE_WORD). Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_expand_prefix(pol_index *index, const char *field, pol_span prefix,
                                            size_t max, pol_arena *arena,
                                            pol_expansion *ret_expansion, pol_error *reterr);

/* Exact words with the stem of `node` (a WORD), its other_stem or, of a compound, its
 * closed-up word's stem. */
POL_MUST_CHECK pol_status pol_expand_forms(pol_index *index, const char *field,
                                           const pol_node *node, size_t max, pol_arena *arena,
                                           pol_expansion *ret_expansion, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
