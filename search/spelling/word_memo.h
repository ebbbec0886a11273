/* word_memo.h - what suggestions need of an index again and again, remembered while its
 * revision lasts: the words of short prefixes, which stand for many, and the names of
 * conferences (private to search/). One thread, that of the index. */
#ifndef POL_SEARCH_SPELLING_WORD_MEMO_H
#define POL_SEARCH_SPELLING_WORD_MEMO_H

#include "search/expand.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_MEMO_WORDS = 60,       /* of one prefix */
    POL_MEMO_PREFIX_BYTES = 3, /* longer ones are looked up each time */
    POL_MEMO_PREFIXES_MAX = 2000,
    POL_MEMO_NAMES_MAX = 10000
};

typedef struct pol_word_memo pol_word_memo;

void pol_word_memo_free(pol_word_memo *memo); /* NULL is allowed */

/* As pol_expand_prefix(), at most POL_MEMO_WORDS; lives as long as the index's revision, or
 * as `arena`. */
POL_MUST_CHECK pol_status pol_word_memo_expand(pol_index *index, const char *field, pol_span prefix,
                                               pol_arena *arena, pol_expansion *ret_expansion,
                                               pol_error *reterr);

/* A conference with its name as words are folded, one space before each word. */
typedef struct pol_memo_name {
    pol_span folded, name;
    uint32_t documents;
} pol_memo_name;

/* The conferences with the most documents first. */
POL_MUST_CHECK pol_status pol_word_memo_names(pol_index *index, const pol_memo_name **ret_names,
                                              size_t *ret_count, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
