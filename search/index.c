/* index.c - an open index and what every search asks of it. */
#include "search/index.h"

#include <stdlib.h>

#include "core/schema.h"
#include "index/failure.h"
#include "search/evaluate/frequency.h"
#include "search/evaluate/kept.h"
#include "search/evaluate/postings.h"
#include "search/expand.h"
#include "search/lengths.h"
#include "search/local/impacts.h"
#include "search/spelling/word_memo.h"

pol_status pol_index_fail(const pol_index *index, const xc_error *error, pol_error *reterr)
{
    return pol_fail_index(reterr, error, index->path);
}

/* What is known of the revision that is open. */
static pol_status read_statistics(pol_index *index, pol_error *reterr)
{
    xc_error error = {0};
    xc_statistics statistics = {0};
    if (xc_reader_statistics(index->reader, &statistics, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    index->entries = statistics.document_count;
    index->last_docid = statistics.last_docid;
    index->is_local = xc_reader_is_local(index->reader);
    return pol_index_frequency(index, POL_PREFIX_HEAD, POL_SPAN(""), &index->documents, reterr);
}

/* What was remembered of a revision that is no longer the open one. */
static void forget_revision(pol_index *index)
{
    pol_word_memo_free(index->memo);
    pol_lengths_free(index->lengths);
    pol_columns_free(index->columns);
    pol_postings_free(index->postings);
    pol_impacts_free(index->impacts);
    pol_kept_free(index->bits);
    free(index->frequencies);
    pol_expansion_free(index->expansion);
    index->memo = NULL;
    index->postings = NULL;
    index->impacts = NULL;
    index->bits = NULL;
    index->frequencies = NULL;
    index->expansion = NULL;
    index->lengths = NULL;
    index->columns = NULL;
    index->has_no_columns = false;
}

static void close_reader(pol_index *index)
{
    forget_revision(index);
    xc_reader_free(index->reader);
    index->reader = NULL;
}

pol_status pol_index_reopen(pol_index *index, pol_error *reterr)
{
    close_reader(index);
    pol_status status = pol_index_open_reader(index->path, &index->reader, reterr);
    if (status == POL_OK)
        status = read_statistics(index, reterr);
    if (status != POL_OK)
        close_reader(index); /* the next refresh opens it afresh */
    return status;
}

pol_status pol_index_refresh(pol_index *index, bool *ret_moved, pol_error *reterr)
{
    bool has_moved = true;
    xc_error error = {0};
    pol_status status = POL_OK;
    if (ret_moved)
        *ret_moved = false;
    if (!index->reader || xc_reader_reopen(index->reader, &has_moved, &error) != XC_OK) {
        has_moved = true; /* a generation may be on its way in: opening waits for it */
        status = pol_index_reopen(index, reterr);
    } else if (has_moved) {
        forget_revision(index);
        status = pol_index_check_schema(index->reader, index->path, reterr);
        if (status == POL_OK)
            status = read_statistics(index, reterr);
    }
    if (status != POL_OK)
        close_reader(index);
    else if (ret_moved)
        *ret_moved = has_moved;
    return status;
}

pol_status pol_index_ensure(pol_index *index, pol_error *reterr)
{
    return index->reader ? POL_OK : pol_index_reopen(index, reterr);
}

pol_status pol_index_revision(pol_index *index, pol_span *ret_revision, pol_error *reterr)
{
    xc_error error = {0};
    xc_bytes bytes = {0};
    *ret_revision = (pol_span){0};
    pol_status ensured = pol_index_ensure(index, reterr);
    if (ensured != POL_OK)
        return ensured;
    xc_status status = xc_reader_revision(index->reader, &bytes, &error);
    if (status == XC_UNIMPLEMENTED)
        return POL_OK;
    if (status != XC_OK)
        return pol_index_fail(index, &error, reterr);
    char *copy = realloc(index->revision, bytes.size + 1);
    if (!copy)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    memcpy(copy, bytes.data, bytes.size);
    index->revision = copy;
    *ret_revision = pol_span_make(copy, bytes.size);
    return POL_OK;
}

pol_status pol_index_open(const char *path, pol_index **ret_index, pol_error *reterr)
{
    *ret_index = NULL;
    pol_index *index = calloc(1, sizeof *index);
    if (!index || !(index->path = strdup(path))) {
        free(index);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    }
    pol_status status = pol_analyser_new("en", &index->analyser, reterr);
    if (status == POL_OK)
        status = pol_index_reopen(index, reterr);
    if (status != POL_OK) {
        pol_index_free(index);
        return status;
    }
    *ret_index = index;
    return POL_OK;
}

void pol_index_free(pol_index *index)
{
    if (!index)
        return;
    close_reader(index);
    pol_analyser_free(index->analyser);
    free(index->revision);
    free(index->path);
    free(index);
}

pol_status pol_index_frequency(pol_index *index, const char *prefix, pol_span value,
                               uint32_t *ret_documents, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return pol_frequency_documents(index, pol_term_make(prefix, value, buffer), ret_documents,
                                   reterr);
}
