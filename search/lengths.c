/* lengths.c - the list of all documents, read once, to an array of lengths by docid. */
#include "search/lengths.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"

enum { BLOCK = 1024 };

void pol_lengths_free(pol_lengths *lengths)
{
    if (!lengths)
        return;
    free((uint32_t *)(uintptr_t)lengths->of);
    free((double *)(uintptr_t)lengths->norms);
    free(lengths->places);
    free(lengths);
}

/* Ids beyond `last`, which a damaged index may have, are passed over. */
static pol_status read_blocks(pol_index *index, xc_postings *postings, uint32_t *of, xc_docid last,
                              uint64_t *ret_total, pol_error *reterr)
{
    xc_posting block[BLOCK];
    size_t count = 0;
    xc_error error = {0};
    *ret_total = 0;
    for (;;) {
        if (xc_postings_read(postings, block, BLOCK, &count, &error) != XC_OK)
            return pol_index_fail(index, &error, reterr);
        if (count == 0)
            return POL_OK;
        for (size_t i = 0; i < count; i++) {
            if (block[i].docid > last)
                continue;
            of[block[i].docid] = block[i].length;
            *ret_total += block[i].length;
        }
    }
}

static pol_status read_lengths(pol_index *index, pol_lengths *lengths, pol_error *reterr)
{
    xc_error error = {0};
    xc_statistics statistics = {0};
    xc_postings *postings = NULL;
    uint64_t total = 0;
    if (xc_reader_statistics(index->reader, &statistics, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    if (statistics.last_docid > POL_LENGTHS_DOCID_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the index '%s' is too large to be held in memory",
                        index->path);
    uint32_t *of = calloc((size_t)statistics.last_docid + 1, sizeof *of);
    if (!of)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the lengths of passages");
    lengths->of = of;
    lengths->last = statistics.last_docid;
    if (xc_postings_open(index->reader, (xc_bytes){"", 0}, true, &postings, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    pol_status status = read_blocks(index, postings, of, lengths->last, &total, reterr);
    xc_postings_free(postings);
    if (status == POL_OK)
        status =
            pol_index_frequency(index, POL_PREFIX_BODY, POL_SPAN(""), &lengths->passages, reterr);
    lengths->average = lengths->passages ? (double)total / lengths->passages : 0;
    return status;
}

static double find_norm(const pol_lengths *lengths, uint32_t length)
{
    return length ? log2(1 + lengths->average / length) : 0;
}

double pol_lengths_norm(const pol_lengths *lengths, uint32_t length)
{
    return length < POL_LENGTHS_NORMS ? lengths->norms[length] : find_norm(lengths, length);
}

static pol_status make_tables(pol_lengths *lengths, pol_error *reterr)
{
    double *norms = calloc(POL_LENGTHS_NORMS, sizeof *norms);
    lengths->norms = norms;
    lengths->places = calloc((size_t)lengths->last + 1, sizeof *lengths->places);
    if (!norms || !lengths->places)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the lengths of passages");
    for (uint32_t length = 1; length < POL_LENGTHS_NORMS; length++)
        norms[length] = find_norm(lengths, length);
    return POL_OK;
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
    if (status == POL_OK)
        status = make_tables(lengths, reterr);
    if (status != POL_OK) {
        pol_lengths_free(lengths);
        return status;
    }
    *ret_lengths = index->lengths = lengths;
    return POL_OK;
}
