/* lengths.c - the list of all documents, read once, to an array of lengths by docid. */
#include "index/lengths.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "core/schema.h"
#include "index/failure.h"
#include "index/lengths_file.h"

enum { BLOCK = 1024 };

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the lengths of passages");
}

static void forget(pol_lengths *lengths)
{
    if (lengths->mapped) {
        munmap(lengths->mapped, lengths->mapped_size);
    } else {
        free((uint32_t *)(uintptr_t)lengths->of);
        free((uint64_t *)(uintptr_t)lengths->heads);
    }
}

void pol_lengths_free(pol_lengths *lengths)
{
    if (!lengths)
        return;
    forget(lengths);
    free(lengths);
}

/* --- documents -------------------------------------------------------------------- */

/* The nearest bit before; what stands between is of the same document, or there is a gap. */
static xc_docid head_before(const pol_lengths *lengths, xc_docid docid)
{
    size_t word = docid / 64;
    uint64_t bits = lengths->heads[word] & (UINT64_MAX >> (63 - docid % 64));
    while (!bits && word > 0)
        bits = lengths->heads[--word];
    return bits ? (xc_docid)(64 * word + 63 - (size_t)__builtin_clzll(bits)) : docid;
}

xc_docid pol_lengths_head(const pol_lengths *lengths, xc_docid docid)
{
    xc_docid at = docid;
    if (lengths->parts == 1)
        return head_before(lengths, docid);
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
static pol_status read_blocks(xc_postings *postings, bool are_heads, const char *path, uint32_t *of,
                              xc_docid last, pol_error *reterr)
{
    xc_posting block[BLOCK];
    size_t count = 0;
    xc_error error = {0};
    for (;;) {
        if (xc_postings_read(postings, block, BLOCK, &count, &error) != XC_OK)
            return pol_fail_index(reterr, &error, path);
        if (count == 0)
            return POL_OK;
        for (size_t i = 0; i < count; i++) {
            xc_docid docid = block[i].docid;
            if (docid <= last)
                of[docid] = are_heads
                                ? of[docid] | POL_LENGTHS_HEAD
                                : POL_LENGTHS_ENTRY | (block[i].length & (POL_LENGTHS_ENTRY - 1));
        }
    }
}

static pol_status read_list(xc_reader *reader, const char *path, const char *term, uint32_t *of,
                            xc_docid last, pol_error *reterr)
{
    xc_error error = {0};
    xc_postings *postings = NULL;
    bool are_heads = *term != '\0';
    if (xc_postings_open(reader, (xc_bytes){term, strlen(term)}, !are_heads, &postings, &error) !=
        XC_OK)
        return pol_fail_index(reterr, &error, path);
    pol_status status = read_blocks(postings, are_heads, path, of, last, reterr);
    xc_postings_free(postings);
    return status;
}

static pol_status read_index(xc_reader *reader, const char *path, pol_lengths *lengths,
                             pol_error *reterr)
{
    uint32_t *of = calloc((size_t)lengths->last + 1, sizeof *of);
    uint64_t *heads = calloc(pol_lengths_head_words(lengths), sizeof *heads);
    lengths->of = of;
    lengths->heads = heads;
    if (!of || !heads)
        return fail_room(reterr);
    pol_status status = read_list(reader, path, "", of, lengths->last, reterr);
    if (status == POL_OK)
        status = read_list(reader, path, POL_PREFIX_HEAD, of, lengths->last, reterr);
    for (xc_docid docid = 0; docid <= lengths->last && status == POL_OK; docid++)
        heads[docid / 64] |= (uint64_t)(of[docid] >> 31) << docid % 64;
    if (status == POL_OK)
        find_averages(lengths);
    return status;
}

static pol_status begin(xc_reader *reader, const char *path, pol_lengths *lengths,
                        pol_error *reterr)
{
    xc_error error = {0};
    xc_statistics statistics = {0};
    if (xc_reader_statistics(reader, &statistics, &error) != XC_OK)
        return pol_fail_index(reterr, &error, path);
    if (statistics.last_docid > POL_LENGTHS_DOCID_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the index '%s' is too large to be held in memory",
                        path);
    lengths->last = statistics.last_docid;
    lengths->parts = (uint32_t)xc_reader_part_count(reader);
    return POL_OK;
}

pol_status pol_lengths_open(xc_reader *reader, const char *path, pol_lengths **ret_lengths,
                            pol_error *reterr)
{
    *ret_lengths = NULL;
    pol_lengths *lengths = calloc(1, sizeof *lengths);
    if (!lengths)
        return fail_room(reterr);
    pol_status status = begin(reader, path, lengths, reterr);
    if (status == POL_OK && !pol_lengths_map(reader, lengths))
        status = read_index(reader, path, lengths, reterr);
    if (status != POL_OK) {
        pol_lengths_free(lengths);
        return status;
    }
    *ret_lengths = lengths;
    return POL_OK;
}

pol_status pol_lengths_write(const char *directory, pol_error *reterr)
{
    xc_error error = {0};
    xc_reader *reader = NULL;
    if (xc_reader_open(directory, &reader, &error) != XC_OK)
        return pol_fail_index(reterr, &error, directory);
    pol_lengths lengths = {0};
    pol_status status = begin(reader, directory, &lengths, reterr);
    if (status == POL_OK)
        status = read_index(reader, directory, &lengths, reterr);
    if (status == POL_OK)
        status = pol_lengths_save(reader, &lengths, directory, reterr);
    forget(&lengths);
    xc_reader_free(reader);
    return status;
}
