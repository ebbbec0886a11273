/* lengths.c - the list of all documents, read once, to an array of lengths by docid. */
#include "search/lengths.h"

#include <stdlib.h>

#include "core/schema.h"

enum { BLOCK = 1024 };

void pol_lengths_free(pol_lengths *lengths)
{
    if (!lengths)
        return;
    free((uint32_t *)(uintptr_t)lengths->of);
    free(lengths->places);
    free(lengths);
}

/* --- documents -------------------------------------------------------------------- */

xc_docid pol_lengths_head(const pol_lengths *lengths, xc_docid docid)
{
    xc_docid at = docid;
    while (!pol_lengths_is_head(lengths, at)) {
        if (at <= lengths->parts || !lengths->of[at])
            return docid;
        at -= lengths->parts;
    }
    return at;
}

static void find_averages(pol_lengths *lengths)
{
    double passages = 0, documents = 0;
    for (xc_docid docid = 1; docid <= lengths->last; docid++) {
        if (pol_lengths_is_head(lengths, docid)) {
            lengths->documents++;
            documents += pol_lengths_of_document(lengths, docid);
        } else if (lengths->of[docid]) {
            lengths->passages++;
            passages += pol_lengths_of_passage(lengths, docid);
        }
    }
    lengths->average = lengths->passages ? passages / lengths->passages : 0;
    lengths->document_average = lengths->documents ? documents / lengths->documents : 0;
}

/* --- reading ---------------------------------------------------------------------- */

/* Ids beyond `last`, which a damaged index may have, are passed over. */
static pol_status read_blocks(pol_index *index, xc_postings *postings, bool are_heads, uint32_t *of,
                              xc_docid last, pol_error *reterr)
{
    xc_posting block[BLOCK];
    size_t count = 0;
    xc_error error = {0};
    for (;;) {
        if (xc_postings_read(postings, block, BLOCK, &count, &error) != XC_OK)
            return pol_index_fail(index, &error, reterr);
        if (count == 0)
            return POL_OK;
        for (size_t i = 0; i < count; i++) {
            if (block[i].docid > last)
                continue;
            of[block[i].docid] = are_heads ? of[block[i].docid] | POL_LENGTHS_HEAD
                                           : block[i].length & ~POL_LENGTHS_HEAD;
        }
    }
}

static pol_status read_list(pol_index *index, const char *term, uint32_t *of, xc_docid last,
                            pol_error *reterr)
{
    xc_error error = {0};
    xc_postings *postings = NULL;
    bool are_heads = *term != '\0';
    if (xc_postings_open(index->reader, (xc_bytes){term, strlen(term)}, !are_heads, &postings,
                         &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    pol_status status = read_blocks(index, postings, are_heads, of, last, reterr);
    xc_postings_free(postings);
    return status;
}

static pol_status read_lengths(pol_index *index, pol_lengths *lengths, pol_error *reterr)
{
    if (index->last_docid > POL_LENGTHS_DOCID_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the index '%s' is too large to be held in memory",
                        index->path);
    lengths->last = index->last_docid;
    lengths->parts = (uint32_t)xc_reader_part_count(index->reader);
    uint32_t *of = calloc((size_t)lengths->last + 1, sizeof *of);
    lengths->of = of;
    lengths->places = calloc((size_t)lengths->last + 1, sizeof *lengths->places);
    if (!of || !lengths->places)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the lengths of passages");
    pol_status status = read_list(index, "", of, lengths->last, reterr);
    if (status == POL_OK)
        status = read_list(index, POL_PREFIX_HEAD, of, lengths->last, reterr);
    if (status == POL_OK)
        find_averages(lengths);
    return status;
}

pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths, pol_error *reterr)
{
    pol_status status = pol_index_ensure(index, reterr);
    *ret_lengths = index->lengths;
    if (status != POL_OK || index->lengths)
        return status;
    pol_lengths *lengths = calloc(1, sizeof *lengths);
    if (!lengths)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the lengths of passages");
    status = read_lengths(index, lengths, reterr);
    if (status != POL_OK) {
        pol_lengths_free(lengths);
        return status;
    }
    *ret_lengths = index->lengths = lengths;
    return POL_OK;
}
