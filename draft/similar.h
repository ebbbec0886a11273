/* similar.h - a document to others that say the same in nearly the same words.
 *
 * Candidates by the most telling words of the whole text, then ranked by how much of each text
 * stands in the other, word by word and in sequences. */
#ifndef POL_DRAFT_SIMILAR_H
#define POL_DRAFT_SIMILAR_H

#include "document/stored.h"
#include "search/index.h"
#include "search/render.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_SIMILAR_MAX = 100 };

/* What two documents must share to be worth a person's time: in a list of its own, and beside other
 * things. */
#define POL_SIMILAR_SHARE_LISTED 0.2
#define POL_SIMILAR_SHARE_BESIDE 0.25

typedef struct pol_similar_options {
    size_t count;     /* wanted, 1..POL_SIMILAR_MAX */
    pol_date before;  /* only documents dated earlier; year 0: all */
    double share_min; /* 0..1: less alike ones are left out, by the geometric mean of both shares:
                         that much of a few lines is in a long report says little */
    bool is_quick;    /* fewer documents are compared: for a few lines beside other things */
} pol_similar_options;

typedef struct pol_similar_one {
    const pol_stored *stored;
    double score;       /* 0..1 */
    double share;       /* 0..1: of the given text's information, what this one has too */
    double other_share; /* 0..1: of this one's, what the given text has too */
} pol_similar_one;

typedef struct pol_similar {
    const pol_stored *of;        /* the document that was asked about */
    const pol_similar_one *ones; /* the most alike first */
    size_t count;
    double took_ms;
} pol_similar;

/* `id` as pol_show() takes it. Free with pol_similar_free(). Fails: as pol_show(); POL_USAGE
 * (options out of their bounds). */
POL_MUST_CHECK pol_status pol_similar_find(pol_index *index, pol_span id,
                                           const pol_similar_options *options,
                                           pol_similar **ret_similar, pol_error *reterr);
void pol_similar_free(pol_similar *similar); /* NULL is allowed */

/* A share as people read it: 0 to 100, and 100 only for all of it. */
unsigned pol_similar_percent(double share);

/* TEXT, JSON, JSONL, CSV, MARKDOWN, TREC, as in search/render.h; pol_similar_has_output() tells
 * which. Names no people. */
bool pol_similar_has_output(pol_output output);
void pol_similar_render(pol_output output, const pol_similar *similar,
                        const pol_render_options *options, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
