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

/* The key of each source, from the root that the head has for it. */
static pol_status read_keys(xc_document *head, pol_held *held, pol_arena *arena, pol_error *reterr)
{
    xc_error error;
    xc_bytes roots = {0};
    if (xc_document_value(head, POL_SLOT_ROOTS, &roots, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_span rest = pol_xc_span(roots);
    for (size_t i = 0; i < source_count(held) && rest.size; i++) {
        size_t comma = pol_span_find(rest, POL_SPAN(","), 0);
        pol_span root = pol_span_first(rest, comma == (size_t)-1 ? rest.size : comma);
        uint32_t number = 0;
        for (size_t at = 0; at < root.size && root.data[at] >= '0' && root.data[at] <= '9'; at++)
            number = number * 10 + (uint32_t)(root.data[at] - '0');
        if (pol_span_equal(root, POL_SPAN("-")))
            held->keys[i] = POL_SPAN("-");
        else if (root.size &&
                 !(held->keys[i] = pol_file_key(arena, number, held->stored.sources[i])).data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory while reading the index");
        rest = pol_span_from(rest, comma == (size_t)-1 ? rest.size : comma + 1);
    }
    return POL_OK;
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
