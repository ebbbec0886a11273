/* show.c - an id, or the start of one, to the whole document. */
#include <stdlib.h>

#include "search/entry.h"
#include "search/results/build.h"
#include "search/search.h"

enum {
    ID_SHOWN = 40,
    SHOWN_BYTES_MAX = 1 << 29,
    ATTEMPTS = 5,
    LOOK_UPS_MAX = 64 /* related documents: further ones are shown as printed */
};

typedef struct shown_owner {
    pol_shown shown;
    pol_stored stored;
    pol_arena arena;
} shown_owner;

void pol_shown_free(pol_shown *shown)
{
    if (!shown)
        return;
    shown_owner *owner = (shown_owner *)shown; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

/* "ID#p7" is a permalink to a passage of ID. */
static pol_span without_anchor(pol_span id)
{
    size_t at = id.size;
    while (at > 0 && id.data[at - 1] >= '0' && id.data[at - 1] <= '9')
        at--;
    if (at == id.size || at < 3 || id.data[at - 1] != 'p' || id.data[at - 2] != '#')
        return id;
    return pol_span_first(id, at - 2);
}

static pol_status fail_ambiguous(pol_span id, xc_bytes first, xc_bytes second, pol_error *reterr)
{
    pol_span a = pol_span_first(pol_xc_span(first), ID_SHOWN);
    pol_span b = pol_span_first(pol_xc_span(second), ID_SHOWN);
    return pol_fail(reterr, POL_USAGE, 0,
                    "several documents have an id that starts with '%.*s', as '%.*s' and '%.*s': "
                    "give more of it",
                    POL_SPAN_ARGS(pol_span_first(id, ID_SHOWN)), POL_SPAN_ARGS(a),
                    POL_SPAN_ARGS(b));
}

static pol_status fail_unknown(pol_span id, pol_error *reterr)
{
    return pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                    POL_SPAN_ARGS(pol_span_first(id, ID_SHOWN * 2)));
}

/* The one document whose id starts so. */
static pol_status find_start(pol_index *index, pol_span id, xc_docid *ret_docid, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1], first[POL_TERM_MAX + 1];
    xc_terms *terms = NULL;
    xc_error error = {0};
    xc_bytes term = {0}, second = {0};
    pol_span start = pol_term_make(POL_PREFIX_ID, id, buffer);
    size_t skip = strlen(POL_PREFIX_ID), size = 0;
    xc_status status = xc_reader_terms(index->reader, pol_xc_bytes(start), &terms, &error);
    if (status == XC_OK)
        status = xc_terms_next(terms, &term, NULL, &error);
    if (status == XC_OK && term.data && term.size >= skip && term.size <= POL_TERM_MAX) {
        size = term.size;
        memcpy(first, term.data, size);
        status = xc_terms_next(terms, &second, NULL, &error);
    }
    pol_status result = POL_OK;
    if (status != XC_OK)
        result = pol_index_fail(index, &error, reterr);
    else if (size == 0)
        result = fail_unknown(id, reterr);
    else if (second.data)
        result = fail_ambiguous(id, (xc_bytes){first + skip, size - skip},
                                (xc_bytes){second.data + skip, second.size - skip}, reterr);
    xc_terms_free(terms);
    if (result != POL_OK)
        return result;
    result = pol_entry_find_id(index, pol_span_make(first + skip, size - skip), ret_docid, reterr);
    return result == POL_OK && *ret_docid == 0 ? fail_unknown(id, reterr) : result;
}

/* --- the documents it is tied to ---------------------------------------------------------- */

/* `*value`, where it is absent, from another document. */
static pol_status complete(pol_span *value, pol_span other, pol_arena *arena, pol_error *reterr)
{
    if (value->size || other.size == 0)
        return POL_OK;
    *value = pol_arena_copy(arena, other);
    return value->data ? POL_OK : pol_arena_refused(arena, other.size, reterr);
}

/* Title and number of another document, where the text that ties them left these out. One that
 * is gone, or damaged, is shown by what is printed. */
static pol_status complete_relation(pol_index *index, pol_relation *relation, pol_arena *arena,
                                    pol_error *reterr)
{
    pol_arena scratch;
    pol_stored stored;
    const pol_document *other = &stored.document;
    xc_docid docid = 0;
    pol_status status = pol_entry_find_id(index, relation->id, &docid, reterr);
    if (status != POL_OK || docid == 0)
        return status;
    pol_arena_init(&scratch, SHOWN_BYTES_MAX);
    status = pol_stored_read(index, docid, &scratch, &stored, reterr);
    if (status == POL_CORRUPT || status == POL_VERSION || status == POL_LIMIT) {
        pol_arena_done(&scratch);
        return POL_OK;
    }
    bool has_name = other->title.text.size || other->number.text.size;
    if (status == POL_OK)
        status = complete(&relation->title, has_name ? other->title.text : other->display_title,
                          arena, reterr);
    if (status == POL_OK)
        status = complete(&relation->number, other->number.text, arena, reterr);
    pol_arena_done(&scratch);
    return status;
}

static pol_status complete_relations(pol_index *index, pol_document *document, pol_arena *arena,
                                     pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0, looked = 0;
         i < document->relation_count && looked < LOOK_UPS_MAX && status == POL_OK; i++) {
        pol_relation *relation = &document->relations[i];
        if (relation->id.size == 0 || (relation->title.size && relation->number.size))
            continue;
        looked++;
        status = complete_relation(index, relation, arena, reterr);
    }
    return status;
}

static pol_status read_shown(pol_index *index, pol_span id, shown_owner *owner, pol_error *reterr)
{
    xc_docid docid = 0;
    pol_status status = pol_entry_find_id(index, id, &docid, reterr);
    if (status == POL_OK && !docid) {
        id = without_anchor(id);
        status = pol_entry_find_id(index, id, &docid, reterr);
    }
    if (status == POL_OK && !docid)
        status = find_start(index, id, &docid, reterr);
    if (status == POL_OK)
        status = pol_stored_read(index, docid, &owner->arena, &owner->stored, reterr);
    if (status == POL_OK)
        status = complete_relations(index, &owner->stored.document, &owner->arena, reterr);
    return status;
}

pol_status pol_show(pol_index *index, pol_span id, pol_shown **ret_shown, pol_error *reterr)
{
    *ret_shown = NULL;
    if (id.size == 0)
        return pol_fail(reterr, POL_USAGE, 0, "give the id of a document");
    shown_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_arena_init(&owner->arena, SHOWN_BYTES_MAX);
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = read_shown(index, id, owner, reterr);
    for (int again = 1; status == POL_CHANGED && again < ATTEMPTS; again++) {
        pol_arena_done(&owner->arena);
        status = pol_index_reopen(index, reterr);
        if (status == POL_OK)
            status = read_shown(index, id, owner, reterr);
    }
    owner->shown.stored = &owner->stored;
    if (status == POL_OK)
        *ret_shown = &owner->shown;
    else
        pol_shown_free(&owner->shown);
    return status;
}
