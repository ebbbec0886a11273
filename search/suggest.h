/* suggest.h - completions of a query while it is typed.
 *
 * The last word is completed to words of the index (the most frequent ones, those first that
 * stand in one passage with the words before), and conferences and titles are named that have all
 * the words. People's names are not indexed as such, and never suggested. Independent of the index
 * once made; one thread at a time. */
#ifndef POL_SEARCH_SUGGEST_H
#define POL_SEARCH_SUGGEST_H

#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_SUGGEST_MAX = 20,       /* suggestions */
    POL_SUGGEST_TEXT_MAX = 400, /* bytes that are looked at; of longer texts nothing is suggested */
};

typedef enum pol_suggestion_kind {
    POL_SUGGESTION_WORD = 0,   /* the whole query with its last word completed */
    POL_SUGGESTION_CONFERENCE, /* the name of a conference, without the year */
    POL_SUGGESTION_TITLE       /* the title of a document */
} pol_suggestion_kind;

const char *pol_suggestion_kind_code(pol_suggestion_kind kind); /* "word" "conference" "title" */

typedef struct pol_suggestion {
    pol_span text;
    pol_suggestion_kind kind;
    pol_span id;        /* of a title's document; absent otherwise */
    uint32_t documents; /* of a word: passages that have it; of a conference: documents; of a
                           title 1 */
} pol_suggestion;

typedef struct pol_suggestions {
    const pol_suggestion *items; /* words, conferences, titles; the best of each first */
    size_t count;
} pol_suggestions;

/* At most `max` (1..POL_SUGGEST_MAX), of each kind that has any about a third. None is POL_OK.
 * Free with pol_suggestions_free(). Fails: POL_USAGE (max), POL_NOMEM, POL_LIMIT, POL_CHANGED
 * (refresh and try again), and as reading the index. */
POL_MUST_CHECK pol_status pol_suggest(pol_index *index, pol_span text, size_t max,
                                      pol_suggestions **ret_suggestions, pol_error *reterr);
void pol_suggestions_free(pol_suggestions *suggestions); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
