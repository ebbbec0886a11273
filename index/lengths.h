/* lengths.h - the lengths of all passages and documents in a flat array, and which passages are of
 * one document: what scoring asks for most often.
 *
 * polindex writes it beside the database, as the file "lengths.polsearch": a reader maps it into
 * memory, where all processes share it. Where the file is missing, or of another revision, the
 * array is read from the index, a few milliseconds for 100,000 passages.
 *
 * The file (index/beside.h): 32 bits each for passages and documents; two 64-bit floating point
 * numbers, the averages; 64-bit words with a bit for each docid, from 0 on, set for heads; 32 bits
 * for each docid, as in pol_lengths. */
#ifndef POL_INDEX_LENGTHS_H
#define POL_INDEX_LENGTHS_H

#include "core/error.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_lengths {
    const uint32_t *of;    /* by docid, 0 for none; else POL_LENGTHS_ENTRY, and of heads
                              POL_LENGTHS_HEAD, and the length as Xapian has it */
    const uint64_t *heads; /* a bit for each docid */
    xc_docid last;         /* the highest docid */
    uint32_t parts;        /* databases whose docids alternate */
    uint32_t passages, documents;
    double average;          /* of passages: pol_lengths_of_passage() */
    double document_average; /* of documents: pol_lengths_of_document() */
    /* private: */
    void *mapped;
    size_t mapped_size;
} pol_lengths;

#define POL_LENGTHS_HEAD  ((uint32_t)1 << 31)
#define POL_LENGTHS_ENTRY ((uint32_t)1 << 30)
/* Document ids beyond are not kept in an array. */
#define POL_LENGTHS_DOCID_MAX ((xc_docid)1 << 28)

static inline bool pol_lengths_is_head(const pol_lengths *lengths, xc_docid docid)
{
    return lengths->heads[docid / 64] >> docid % 64 & 1;
}

static inline size_t pol_lengths_head_words(const pol_lengths *lengths)
{
    return (size_t)lengths->last / 64 + 1;
}

static inline uint32_t pol_lengths_of(const pol_lengths *lengths, xc_docid docid)
{
    return lengths->of[docid] & (POL_LENGTHS_ENTRY - 1);
}

/* Words of a passage with those of its title: Xapian counts each of them twice, as itself and as
 * its stem. `docid` <= lengths->last, as in what follows. */
static inline double pol_lengths_of_passage(const pol_lengths *lengths, xc_docid docid)
{
    return pol_lengths_of(lengths, docid) / 2.0;
}

/* Words of all its passages, and twice of its title: what the stems on the head add up to. The
 * term that makes it a head counts once more (but for what a damaged index calls one). */
static inline double pol_lengths_of_document(const pol_lengths *lengths, xc_docid head)
{
    uint32_t length = pol_lengths_of(lengths, head);
    return length ? length - 1.0 : 0.0;
}

/* The head of the document whose passage (or head) `docid` is; itself where none stands before it.
 */
xc_docid pol_lengths_head(const pol_lengths *lengths, xc_docid docid);

/* The passage after `docid` of the same document; 0 after the last. */
static inline xc_docid pol_lengths_next(const pol_lengths *lengths, xc_docid docid)
{
    xc_docid next = lengths->last - docid < lengths->parts ? 0 : docid + lengths->parts;
    return next && lengths->of[next] && !pol_lengths_is_head(lengths, next) ? next : 0;
}

/* What the reader stands at, from the file where it fits; free with pol_lengths_free(). `path` is
 * the index's, for messages. Fails: POL_NOMEM, POL_LIMIT (document ids over POL_LENGTHS_DOCID_MAX),
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_lengths_open(xc_reader *reader, const char *path,
                                           pol_lengths **ret_lengths, pol_error *reterr);
void pol_lengths_free(pol_lengths *lengths); /* NULL is allowed */

/* Writes the file for the database in `directory`, as it was committed last; the old one stays
 * until the new one is whole. Fails: POL_NOMEM, POL_LIMIT, POL_FULL, POL_IO, and as reading the
 * index: the index is as good without it, but slower to open. */
POL_MUST_CHECK pol_status pol_lengths_write(const char *directory, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
