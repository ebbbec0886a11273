/* lengths.h - the lengths of all passages and documents in a flat array, and which passages are of
 * one document: what scoring asks for most often.
 *
 * Read from the index in one go, kept with it until its revision changes. */
#ifndef POL_SEARCH_LENGTHS_H
#define POL_SEARCH_LENGTHS_H

#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_lengths {
    const uint32_t *of; /* by docid, 0 for none: as Xapian has it, and POL_LENGTHS_HEAD */
    xc_docid last;      /* the highest docid */
    uint32_t parts;     /* databases whose docids alternate */
    uint32_t passages, documents;
    double average;          /* of passages: pol_lengths_of_passage() */
    double document_average; /* of documents: pol_lengths_of_document() */
    uint32_t *places;        /* by docid: whoever scores notes something there, and clears it */
} pol_lengths;

/* The bit that heads have. */
#define POL_LENGTHS_HEAD ((uint32_t)1 << 31)
/* Document ids beyond are not kept in an array. */
#define POL_LENGTHS_DOCID_MAX ((xc_docid)1 << 28)

static inline bool pol_lengths_is_head(const pol_lengths *lengths, xc_docid docid)
{
    return lengths->of[docid] & POL_LENGTHS_HEAD;
}

/* Words of a passage with those of its title: Xapian counts each of them twice, as itself and as
 * its stem. `docid` <= lengths->last, as in what follows. */
static inline double pol_lengths_of_passage(const pol_lengths *lengths, xc_docid docid)
{
    return (lengths->of[docid] & ~POL_LENGTHS_HEAD) / 2.0;
}

/* The head of the document whose passage (or head) `docid` is; itself where none stands before it.
 */
xc_docid pol_lengths_head(const pol_lengths *lengths, xc_docid docid);

/* The passage after `docid` of the same document; 0 after the last. */
static inline xc_docid pol_lengths_next(const pol_lengths *lengths, xc_docid docid)
{
    xc_docid next = docid + lengths->parts;
    return next <= lengths->last && lengths->of[next] && !pol_lengths_is_head(lengths, next) ? next
                                                                                             : 0;
}

/* Words of all its passages, and twice of its title: what the stems on the head add up to. */
static inline double pol_lengths_of_document(const pol_lengths *lengths, xc_docid head)
{
    return lengths->of[head] & ~POL_LENGTHS_HEAD;
}

/* Borrowed from `index` until it moves on. Fails: POL_NOMEM, POL_LIMIT (document ids over
 * POL_LENGTHS_DOCID_MAX), and as reading the index. */
POL_MUST_CHECK pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths,
                                            pol_error *reterr);
void pol_lengths_free(pol_lengths *lengths); /* private to search/; NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
