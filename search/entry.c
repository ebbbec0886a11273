/* entry.c - see entry.h. */
#include "search/entry.h"

#include "document/stored.h"
#include "search/evaluate/set.h"
#include "search/lengths.h"

static pol_status fail_damaged(const pol_index *index, pol_error *reterr)
{
    return pol_fail(reterr, POL_CORRUPT, 0,
                    "damaged: the index '%.100s' has an entry without a document: run "
                    "polindex --rebuild",
                    index->path);
}

pol_status pol_entry_read(pol_index *index, xc_docid docid, pol_entry *ret_entry, pol_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes key = {0}, ordinal = {0};
    xc_error error = {0};
    pol_status status = POL_OK;
    *ret_entry = (pol_entry){.docid = docid};
    if (xc_reader_document(index->reader, docid, &document, &error) != XC_OK ||
        xc_document_value(document, POL_SLOT_DOCUMENT, &key, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    else if (key.size != POL_KEY_SIZE)
        status = fail_damaged(index, reterr);
    else
        memcpy(ret_entry->key, key.data, POL_KEY_SIZE);
    if (status == POL_OK &&
        xc_document_value(document, POL_SLOT_ORDINAL, &ordinal, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    ret_entry->ordinal = pol_ordinal_parse(pol_xc_span(ordinal));
    xc_document_free(document);
    return status;
}

pol_status pol_entry_place(pol_index *index, xc_docid docid, xc_docid *ret_head,
                           uint32_t *ret_ordinal, pol_error *reterr)
{
    pol_entry entry;
    const pol_lengths *lengths = NULL;
    pol_error unused;
    *ret_head = docid;
    *ret_ordinal = 0;
    if (index->is_local && pol_index_lengths(index, &lengths, &unused) == POL_OK) {
        if (docid > lengths->last || !lengths->of[docid])
            return fail_damaged(index, reterr);
        *ret_head = pol_lengths_head(lengths, docid);
        *ret_ordinal = (docid - *ret_head) / lengths->parts;
        return POL_OK;
    }
    pol_status status = pol_entry_read(index, docid, &entry, reterr);
    if (status == POL_OK && entry.ordinal)
        status = pol_entry_find_head(index, pol_span_of(entry.key), ret_head, reterr);
    *ret_ordinal = entry.ordinal;
    return status;
}

static pol_status find_first(pol_index *index, pol_span term, xc_docid *ret_docid,
                             pol_error *reterr)
{
    xc_error error = {0};
    if (xc_reader_find(index->reader, pol_xc_bytes(term), ret_docid, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    return POL_OK;
}

pol_status pol_entry_find_head(pol_index *index, pol_span key, xc_docid *ret_docid,
                               pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return find_first(index, pol_term_make(POL_PREFIX_DOCUMENT, key, buffer), ret_docid, reterr);
}

pol_status pol_entry_find_id(pol_index *index, pol_span id, xc_docid *ret_docid, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return find_first(index, pol_head_term(id, buffer), ret_docid, reterr);
}

/* A span of what a head has for lists, copied. */
static pol_status read_listed(pol_index *index, xc_docid docid, bool wants_title, pol_arena *arena,
                              pol_span *ret_copy, pol_error *reterr)
{
    xc_document *head = NULL;
    xc_bytes value = {0};
    xc_error error = {0};
    pol_listed listed = {0};
    pol_status status = POL_OK;
    *ret_copy = (pol_span){0};
    if (xc_reader_document(index->reader, docid, &head, &error) != XC_OK ||
        xc_document_value(head, POL_SLOT_ENTRY, &value, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    else if (!pol_listed_decode(pol_xc_span(value), &listed))
        status = fail_damaged(index, reterr);
    pol_span wanted = wants_title ? listed.display_title : listed.id;
    if (status == POL_OK && !(*ret_copy = pol_arena_copy(arena, wanted)).data)
        status = pol_arena_refused(arena, wanted.size, reterr);
    xc_document_free(head);
    return status;
}

pol_status pol_entry_id(pol_index *index, xc_docid docid, pol_arena *arena, pol_span *ret_id,
                        pol_error *reterr)
{
    return read_listed(index, docid, false, arena, ret_id, reterr);
}

pol_status pol_entry_title(pol_index *index, xc_docid docid, pol_arena *arena, pol_span *ret_title,
                           pol_error *reterr)
{
    return read_listed(index, docid, true, arena, ret_title, reterr);
}

pol_expr *pol_build_entry(pol_builder *builder, const pol_entry *entry)
{
    char buffer[POL_ORDINAL_SIZE];
    pol_span ordinal = pol_ordinal_value(entry->ordinal, buffer);
    pol_expr *document =
        pol_build_term(builder, POL_PREFIX_DOCUMENT, pol_span_make(entry->key, POL_KEY_SIZE));
    pol_expr *place = entry->ordinal ? pol_build_range(builder, POL_SLOT_ORDINAL, ordinal, ordinal)
                                     : pol_build_term(builder, POL_PREFIX_HEAD, POL_SPAN(""));
    pol_expr *expr = pol_build_pair(builder, XC_FILTER, document, place);
    pol_set *found = pol_arena_alloc(&builder->arena, sizeof *found);
    uint32_t *ids = pol_arena_array(&builder->arena, 1, sizeof *ids);
    if (!expr || !found || !ids)
        return expr;
    ids[0] = entry->docid;
    *found = (pol_set){ids, 1};
    expr->found = found;
    return expr;
}
