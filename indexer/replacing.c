/* replacing.c - entry by entry, or all of them anew. */
#include "indexer/replacing.h"

#include <stdlib.h>

#include "indexer/held.h"

static const char trouble[] = "cannot write the index";

/* The entries that a document had, its head first; none where all are written anew. */
typedef struct former_entries {
    const pol_document *document;
    xc_posting *entries;
    size_t count;
} former_entries;

pol_status pol_delete_document(pol_ledger *ledger, pol_span id, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error;
    if (xc_writer_delete_by_term(ledger->writer, pol_xc_bytes(pol_document_term(id, buffer)),
                                 &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

/* Finds the entries that `now` can take the places of; where that cannot be, they are deleted. */
static pol_status begin(const pol_replacing *replacing, const pol_document *before,
                        const pol_stored *now, former_entries *ret_former, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_span id = now->document.id.text;
    pol_status status = POL_OK;
    *ret_former = (former_entries){.document = before};
    if (before && !replacing->is_outline && before->passage_count == now->document.passage_count)
        status = pol_held_list(replacing->ledger->reader, pol_document_term(id, buffer),
                               &ret_former->entries, &ret_former->count, reterr);
    if (status != POL_OK || ret_former->count == now->document.passage_count + 1)
        return status;
    ret_former->count = 0;
    return pol_delete_document(replacing->ledger, id, reterr);
}

/* Has the passage at the place the text, and so the positions, that it had? */
static bool is_same_text(const former_entries *former, const pol_stored *now, size_t place)
{
    return pol_span_equal(former->document->passages[place].text,
                          now->document.passages[place].text);
}

/* The entry at `place`, of which the head is 0. */
static pol_status put_entry(const pol_replacing *replacing, const former_entries *former,
                            const pol_stored *now, size_t place, const xc_document *entry,
                            pol_error *reterr)
{
    xc_error error;
    xc_writer *writer = replacing->ledger->writer;
    xc_status status;
    if (!former->count)
        status = xc_writer_add(writer, entry, NULL, &error);
    else if (place && is_same_text(former, now, place - 1))
        status = xc_writer_amend(writer, former->entries[place].docid, entry, &error);
    else
        status = xc_writer_replace(writer, former->entries[place].docid, entry, &error);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

static pol_status put_slice(const pol_replacing *replacing, const former_entries *former,
                            const pol_stored *now, size_t *done, const pol_prepared *slice,
                            pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < slice->count && status == POL_OK; i++)
        status = put_entry(replacing, former, now, (*done)++, slice->documents[i], reterr);
    return status;
}

pol_status pol_replace_document(const pol_replacing *replacing, const pol_document *before,
                                const pol_stored *now, pol_prepared *prepared, pol_error *reterr)
{
    former_entries former;
    size_t done = 0; /* entries */
    size_t entries = replacing->is_outline ? 1 : now->document.passage_count + 1;
    pol_status status = begin(replacing, before, now, &former, reterr);
    if (status == POL_OK)
        status = put_slice(replacing, &former, now, &done, prepared, reterr);
    pol_prepared_done(prepared);
    while (status == POL_OK && done < entries) {
        status = pol_prepare_more(replacing->preparer, now, done - 1, prepared, reterr);
        if (status == POL_OK)
            status = put_slice(replacing, &former, now, &done, prepared, reterr);
        pol_prepared_done(prepared);
    }
    free(former.entries);
    return status;
}
