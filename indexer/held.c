/* held.c - heads of documents back from the index. */
#include "indexer/held.h"

#include <stdlib.h>

#include "core/schema.h"
#include "index/failure.h"
#include "indexer/ledger.h"
#include "indexer/outline.h"

static const char trouble[] = "cannot read the index";

/* --- reading ------------------------------------------------------------------------ */

static size_t source_count(const pol_held *held)
{
    size_t count = held->stored.source_count;
    return count < POL_HELD_SOURCES_MAX ? count : POL_HELD_SOURCES_MAX;
}

/* Matches one of the head's file terms with the stored sources: the term may be a hash,
 * the root number at its start never is. */
static void match_key(pol_held *held, pol_span term, pol_arena *arena)
{
    char buffer[POL_TERM_MAX + 1];
    const pol_span text = pol_span_from(term, strlen(POL_PREFIX_FILE));
    for (size_t i = 0; i < source_count(held); i++) {
        pol_span key = POL_SPAN("-");
        if (!pol_span_equal(text, key))
            key = pol_file_key(arena, (uint32_t)strtoul(text.data, NULL, 10),
                               held->stored.sources[i]);
        if (key.data && !held->keys[i].data &&
            pol_span_equal(term, pol_term_make(POL_PREFIX_FILE, key, buffer))) {
            held->keys[i] = key;
            return;
        }
    }
}

static pol_status read_keys(xc_document *document, pol_held *held, pol_arena *arena,
                            pol_error *reterr)
{
    xc_error error;
    xc_terms *terms = NULL;
    xc_bytes term = {0};
    const pol_span prefix = POL_SPAN(POL_PREFIX_FILE);
    if (xc_document_terms(document, &terms, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    xc_status status = xc_terms_skip_to(terms, pol_xc_bytes(prefix), &error);
    while (status == XC_OK && (status = xc_terms_next(terms, &term, NULL, &error)) == XC_OK &&
           term.data && pol_span_starts(pol_xc_span(term), prefix))
        match_key(held, pol_xc_span(term), arena);
    xc_terms_free(terms);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

pol_status pol_held_read(xc_reader *reader, xc_docid docid, pol_arena *arena, pol_held *ret_held,
                         pol_error *reterr)
{
    xc_error error;
    xc_document *document = NULL;
    xc_bytes data;
    *ret_held = (pol_held){0};
    if (xc_reader_document(reader, docid, &document, &error) != XC_OK ||
        pol_head_data(document, &data, &error) != XC_OK) {
        xc_document_free(document);
        return pol_fail_xapian(reterr, &error, trouble);
    }
    ret_held->encoded = pol_arena_copy(arena, pol_xc_span(data));
    pol_status status = POL_OK;
    if (!ret_held->encoded.data)
        status = pol_fail(reterr, POL_NOMEM, 0, "out of memory while reading the index");
    if (status == POL_OK)
        status = pol_stored_decode(ret_held->encoded, arena, &ret_held->stored, reterr);
    if (status == POL_OK)
        status = read_keys(document, ret_held, arena, reterr);
    xc_document_free(document);
    return status;
}

pol_status pol_held_find(xc_reader *reader, pol_span id, pol_arena *arena, xc_docid *ret_docid,
                         pol_held *ret_held, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error;
    if (xc_reader_find(reader, pol_xc_bytes(pol_head_term(id, buffer)), ret_docid, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return *ret_docid ? pol_held_read(reader, *ret_docid, arena, ret_held, reterr) : POL_OK;
}

pol_status pol_held_list(xc_reader *reader, pol_span term, xc_posting **ret_block,
                         size_t *ret_count, pol_error *reterr)
{
    xc_postings *postings = NULL;
    xc_error error;
    uint32_t frequency = 0;
    *ret_count = 0;
    *ret_block = NULL;
    xc_status status = xc_reader_term_frequency(reader, pol_xc_bytes(term), &frequency, &error);
    if (status == XC_OK)
        status = xc_postings_open(reader, pol_xc_bytes(term), false, &postings, &error);
    if (status == XC_OK && !(*ret_block = calloc(frequency + 1u, sizeof **ret_block))) {
        xc_postings_free(postings);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory while reading the index");
    }
    if (status == XC_OK)
        status = xc_postings_read(postings, *ret_block, frequency, ret_count, &error);
    xc_postings_free(postings);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

/* --- sources ------------------------------------------------------------------------ */

bool pol_held_comes_from(const pol_held *held, pol_span file_key)
{
    for (size_t i = 0; i < source_count(held); i++)
        if (held->keys[i].data && pol_span_equal(held->keys[i], file_key))
            return true;
    return false;
}

bool pol_held_comes_only_from(const pol_held *held, pol_span file_key)
{
    return held->stored.source_count == 1 && pol_held_comes_from(held, file_key);
}

static void keep_source(pol_held *held, size_t from, size_t *count)
{
    held->stored.sources[*count] = held->stored.sources[from];
    held->keys[(*count)++] = held->keys[from];
}

size_t pol_held_drop(pol_held *held, pol_span file_key)
{
    size_t kept = 0;
    for (size_t i = 0; i < source_count(held); i++)
        if (held->keys[i].data && !pol_span_equal(held->keys[i], file_key))
            keep_source(held, i, &kept);
    return held->stored.source_count = kept;
}

size_t pol_held_keep_below(pol_held *held, pol_span prefix)
{
    size_t kept = 0;
    for (size_t i = 0; i < source_count(held); i++)
        if (held->keys[i].data && pol_span_starts(held->keys[i], prefix))
            keep_source(held, i, &kept);
    return held->stored.source_count = kept;
}
