/* writing.c - replacing, merging and removing documents in the index. */
#include "indexer/writing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { CANDIDATES_MAX = 16, KEYS_MAX = 64, DECODE_LIMIT = 512 << 20 };

/* Spans owned one by one: ids of a file, file keys in the queue. Open addressing. */
typedef struct span_set {
    pol_span *slots;
    size_t count, size;
} span_set;

struct pol_writing {
    pol_ledger *ledger;
    pol_preparer *preparer;
    pol_arena scratch;  /* of one call */
    pol_arena file;     /* of one file */
    pol_arena lasting;  /* of the run: the queue */
    pol_span file_key, salt;
    span_set ids;       /* documents of the file that were added, by final id */
    pol_span *queue;
    size_t queue_count, queue_capacity, queue_next;
    pol_written counts;
};

/* A document as the index holds it. */
typedef struct held {
    pol_stored stored;
    pol_span encoded;
    pol_span keys[KEYS_MAX]; /* of the file of each source; absent where not known */
} held;

static const char trouble[] = "cannot write the index";

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while writing the index");
}

/* --- the set of ids ----------------------------------------------------------------- */

static size_t slot_of(const span_set *set, pol_span span)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < span.size; i++)
        hash = (hash ^ (unsigned char)span.data[i]) * 1099511628211u;
    size_t at = (size_t)hash & (set->size - 1);
    while (set->slots[at].data && !pol_span_equal(set->slots[at], span))
        at = (at + 1) & (set->size - 1);
    return at;
}

static bool set_has(const span_set *set, pol_span span)
{
    return set->size && set->slots[slot_of(set, span)].data;
}

static bool set_add(span_set *set, pol_span span, pol_arena *arena)
{
    if (2 * (set->count + 1) > set->size) {
        span_set larger = {.size = set->size ? set->size * 2 : 64};
        larger.slots = pol_arena_array(arena, larger.size, sizeof *larger.slots);
        if (!larger.slots)
            return false;
        for (size_t i = 0; i < set->size; i++)
            if (set->slots[i].data)
                larger.slots[slot_of(&larger, set->slots[i])] = set->slots[i];
        larger.count = set->count;
        *set = larger;
    }
    size_t at = slot_of(set, span);
    if (set->slots[at].data)
        return true;
    set->slots[at] = pol_arena_copy(arena, span);
    set->count++;
    return set->slots[at].data != NULL;
}

/* --- reading what is there ---------------------------------------------------------- */

static pol_status find_head(pol_writing *writing, pol_span id, xc_docid *ret_docid,
                            pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error;
    if (xc_reader_find(writing->ledger->reader, pol_xc_bytes(pol_passage_term(id, 0, buffer)),
                       ret_docid, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

/* Matches the head's file terms with the stored sources: the term may be a hash, the root
 * number at its start never is. */
static void match_keys(held *found, xc_bytes term, pol_arena *arena)
{
    char buffer[POL_TERM_MAX + 1];
    pol_span text = pol_span_make(term.data, term.size);
    size_t skip = strlen(POL_PREFIX_FILE);
    for (size_t i = 0; i < found->stored.source_count && i < KEYS_MAX; i++) {
        pol_span key = POL_SPAN("-");
        if (!pol_span_equal(pol_span_from(text, skip), key))
            key = pol_file_key(arena, (uint32_t)strtoul(text.data + skip, NULL, 10),
                               found->stored.sources[i]);
        if (key.data && !found->keys[i].data &&
            pol_span_equal(text, pol_term_make(POL_PREFIX_FILE, key, buffer))) {
            found->keys[i] = key;
            return;
        }
    }
}

static pol_status read_keys(xc_document *document, held *found, pol_arena *arena,
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
           term.data && pol_span_starts(pol_span_make(term.data, term.size), prefix))
        match_keys(found, term, arena);
    xc_terms_free(terms);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

/* Everything in `arena`. */
static pol_status read_held(xc_reader *reader, xc_docid docid, pol_arena *arena,
                            held *ret_held, pol_error *reterr)
{
    xc_error error;
    xc_document *document = NULL;
    xc_bytes data;
    *ret_held = (held){0};
    if (xc_reader_document(reader, docid, &document, &error) != XC_OK ||
        xc_document_data(document, &data, &error) != XC_OK) {
        xc_document_free(document);
        return pol_fail_xapian(reterr, &error, trouble);
    }
    ret_held->encoded = pol_arena_copy(arena, pol_span_make(data.data, data.size));
    pol_status status = ret_held->encoded.data ? POL_OK : out_of_memory(reterr);
    if (status == POL_OK)
        status = pol_stored_decode(ret_held->encoded, arena, &ret_held->stored, reterr);
    if (status == POL_OK)
        status = read_keys(document, ret_held, arena, reterr);
    xc_document_free(document);
    return status;
}

/* --- writing one document ----------------------------------------------------------- */

static pol_status delete_document(pol_writing *writing, pol_span id, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error;
    if (xc_writer_delete_by_term(writing->ledger->writer,
                                 pol_xc_bytes(pol_term_make(POL_PREFIX_DOCUMENT, id, buffer)),
                                 &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

static pol_status add_prepared(pol_writing *writing, const pol_prepared *prepared,
                               pol_error *reterr)
{
    xc_error error;
    for (size_t i = 0; i < prepared->count; i++)
        if (xc_writer_add(writing->ledger->writer, prepared->documents[i], NULL, &error) != XC_OK)
            return pol_fail_xapian(reterr, &error, trouble);
    writing->counts.passages += prepared->count - 1;
    return POL_OK;
}

/* Writes `stored` under its id, in place of what has that id now. */
static pol_status put(pol_writing *writing, const pol_stored *stored, const pol_span *keys,
                      size_t key_count, pol_error *reterr)
{
    pol_prepared prepared;
    pol_status status =
        pol_prepare(writing->preparer, stored, keys, key_count, &prepared, reterr);
    if (status != POL_OK)
        return status;
    status = delete_document(writing, stored->document.id.text, reterr);
    if (status == POL_OK)
        status = add_prepared(writing, &prepared, reterr);
    pol_prepared_done(&prepared);
    return status;
}

/* Has this document come from our file alone? */
static bool is_only_ours(const pol_writing *writing, const held *found)
{
    return found->stored.source_count == 1 &&
           pol_span_equal(found->keys[0], writing->file_key);
}

static bool is_ours(const pol_writing *writing, const held *found)
{
    for (size_t i = 0; i < found->stored.source_count && i < KEYS_MAX; i++)
        if (pol_span_equal(found->keys[i], writing->file_key))
            return true;
    return false;
}

/* --- the queue of files to read again ----------------------------------------------- */

static pol_status queue_others(pol_writing *writing, const held *found, pol_span file_key,
                               pol_error *reterr)
{
    for (size_t i = 0; i < found->stored.source_count && i < KEYS_MAX; i++) {
        if (!found->keys[i].data || pol_span_equal(found->keys[i], file_key))
            continue;
        pol_span *queue = pol_arena_grow(&writing->lasting, writing->queue, writing->queue_count,
                                         &writing->queue_capacity, sizeof *queue);
        pol_span copy = pol_arena_copy(&writing->lasting, found->keys[i]);
        if (!queue || !copy.data)
            return out_of_memory(reterr);
        writing->queue = queue;
        queue[writing->queue_count++] = copy;
        pol_status status = pol_ledger_record(writing->ledger, copy, NULL, reterr);
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

pol_span pol_writing_next_queued(pol_writing *writing)
{
    return writing->queue_next < writing->queue_count ? writing->queue[writing->queue_next++]
                                                      : (pol_span){0};
}

/* --- merging ------------------------------------------------------------------------ */

/* How much a rendering states: the one that states more speaks for the document. */
static int richness(const pol_document *document)
{
    return (document->title.text.size > 0) + (document->date.year > 0) +
           (document->number.text.size > 0) + (document->submitter_count > 0) +
           2 * (document->decision != POL_DECISION_UNKNOWN);
}

static void fill_gaps(pol_document *into, const pol_document *from)
{
    if (!into->title.text.size) {
        into->title = from->title;
        into->display_title = from->display_title;
    }
    if (!into->number.text.size)
        into->number = from->number;
    if (!into->date.year) {
        into->date = from->date;
        into->date_line = from->date_line;
    }
    if (into->decision == POL_DECISION_UNKNOWN && from->decision != POL_DECISION_UNKNOWN) {
        into->decision = from->decision;
        into->decision_raw = from->decision_raw;
    }
    if (into->submitter_count == 0) {
        into->submitters = from->submitters;
        into->submitter_count = from->submitter_count;
        into->submitters_line = from->submitters_line;
    }
}

/* The id is the one of the rendering whose path sorts first, so that the order in which
 * files are met does not matter. */
static pol_status write_merged(pol_writing *writing, const held *other, const pol_stored *ours,
                               pol_span *ret_id, pol_error *reterr)
{
    bool is_richer = richness(&ours->document) > richness(&other->stored.document);
    pol_stored merged = is_richer ? *ours : other->stored;
    const pol_stored *rest = is_richer ? &other->stored : ours;
    size_t count = other->stored.source_count + 1;
    if (count > KEYS_MAX)
        return POL_OK;
    pol_span keys[KEYS_MAX];
    pol_span *sources = pol_arena_array(&writing->scratch, count, sizeof *sources);
    if (!sources)
        return out_of_memory(reterr);
    size_t own = is_richer ? 0 : count - 1;
    size_t others = is_richer ? 1 : 0;
    sources[own] = ours->sources[0];
    keys[own] = writing->file_key;
    for (size_t i = 0; i + 1 < count; i++) {
        sources[others + i] = other->stored.sources[i];
        keys[others + i] = other->keys[i];
    }
    merged.sources = sources;
    merged.source_count = count;
    fill_gaps(&merged.document, &rest->document);
    bool is_first = true;
    for (size_t i = 0; i < other->stored.source_count; i++)
        is_first &= pol_span_compare(ours->sources[0], other->stored.sources[i]) < 0;
    merged.document.id = is_first ? ours->document.id : other->stored.document.id;
    pol_status status = delete_document(writing, other->stored.document.id.text, reterr);
    if (status == POL_OK)
        status = put(writing, &merged, keys, count, reterr);
    *ret_id = merged.document.id.text;
    return status;
}

/* Looks for another rendering; *ret_is_merged says whether one took the document in. */
static pol_status try_merge(pol_writing *writing, const pol_stored *ours, pol_span *ret_id,
                            bool *ret_is_merged, pol_error *reterr)
{
    char buffers[2][POL_TERM_MAX + 1];
    pol_span terms[2];
    size_t count = pol_merge_terms(ours, buffers, terms);
    for (size_t i = 0; i < count; i++) {
        xc_posting block[CANDIDATES_MAX];
        xc_postings *postings = NULL;
        size_t found = 0;
        xc_error error;
        xc_status read = xc_postings_open(writing->ledger->reader, pol_xc_bytes(terms[i]), false,
                                          &postings, &error);
        if (read == XC_OK)
            read = xc_postings_read(postings, block, CANDIDATES_MAX, &found, &error);
        xc_postings_free(postings);
        if (read != XC_OK)
            return pol_fail_xapian(reterr, &error, trouble);
        for (size_t j = 0; j < found; j++) {
            held other;
            pol_status status =
                read_held(writing->ledger->reader, block[j].docid, &writing->scratch, &other, reterr);
            if (status != POL_OK)
                return status;
            if (is_ours(writing, &other) || other.stored.source_count + 1 > KEYS_MAX ||
                !pol_is_same_document(&other.stored, ours))
                continue;
            *ret_is_merged = true;
            return write_merged(writing, &other, ours, ret_id, reterr);
        }
    }
    return POL_OK;
}

/* --- the interface ------------------------------------------------------------------ */

pol_status pol_writing_new(pol_ledger *ledger, pol_writing **ret_writing, pol_error *reterr)
{
    *ret_writing = NULL;
    pol_writing *writing = calloc(1, sizeof *writing);
    if (!writing)
        return out_of_memory(reterr);
    writing->ledger = ledger;
    pol_arena_init(&writing->scratch, DECODE_LIMIT);
    pol_arena_init(&writing->file, DECODE_LIMIT);
    pol_arena_init(&writing->lasting, DECODE_LIMIT);
    pol_status status = pol_preparer_new(&writing->preparer, reterr);
    if (status != POL_OK) {
        pol_writing_free(writing);
        return status;
    }
    *ret_writing = writing;
    return POL_OK;
}

void pol_writing_free(pol_writing *writing)
{
    if (!writing)
        return;
    pol_preparer_free(writing->preparer);
    pol_arena_done(&writing->scratch);
    pol_arena_done(&writing->file);
    pol_arena_done(&writing->lasting);
    free(writing);
}

const pol_written *pol_writing_counts(const pol_writing *writing)
{
    return &writing->counts;
}

void pol_writing_begin_file(pol_writing *writing, pol_span file_key, pol_span salt)
{
    pol_arena_done(&writing->file);
    writing->ids = (span_set){0};
    writing->file_key = pol_arena_copy(&writing->file, file_key);
    writing->salt = salt;
}

/* The id is taken by a document of another file: an id of its own is the user's to mend,
 * a derived one is made anew. */
static pol_status resolve_clash(pol_writing *writing, pol_taken *taken, const held *other,
                                pol_error *reterr)
{
    pol_document *document = &taken->stored.document;
    if (taken->stored.has_explicit_id)
        return pol_fail(reterr, POL_USAGE, 0, "its id '%.*s' is already that of '%.*s'",
                        POL_SPAN_ARGS(pol_span_first(document->id.text, 60)),
                        POL_SPAN_ARGS(pol_span_first(other->stored.sources[0], 100)));
    char salt[512];
    for (unsigned attempt = 1; attempt < 100; attempt++) {
        xc_docid docid;
        snprintf(salt, sizeof salt, "%.*s%.0u", POL_SPAN_ARGS(pol_span_first(writing->salt, 480)),
                 attempt - 1);
        document->id.text = pol_derived_id(&writing->file, taken->stored.sources[0], 0,
                                           pol_span_of(salt));
        if (!document->id.text.data)
            return out_of_memory(reterr);
        held found;
        pol_status status = find_head(writing, document->id.text, &docid, reterr);
        if (status == POL_OK && docid)
            status = read_held(writing->ledger->reader, docid, &writing->scratch, &found, reterr);
        if (status != POL_OK)
            return status;
        if (!docid || is_ours(writing, &found))
            break;
    }
    pol_prepared_done(&taken->prepared);
    return pol_prepare(writing->preparer, &taken->stored, &writing->file_key, 1, &taken->prepared,
                       reterr);
}

/* What has the document's id now, if anything has. */
static pol_status find_same_id(pol_writing *writing, const pol_taken *taken, xc_docid *ret_docid,
                               held *ret_held, pol_error *reterr)
{
    pol_status status = find_head(writing, taken->stored.document.id.text, ret_docid, reterr);
    if (status == POL_OK && *ret_docid)
        status = read_held(writing->ledger->reader, *ret_docid, &writing->scratch, ret_held, reterr);
    return status;
}

/* Is the head to be written, byte for byte, the one that is there? */
static bool is_unchanged(const pol_prepared *prepared, const held *before)
{
    xc_bytes data;
    return prepared->count &&
           xc_document_data(prepared->documents[0], &data, NULL) == XC_OK &&
           pol_span_equal(pol_span_make(data.data, data.size), before->encoded);
}

static pol_status write_alone(pol_writing *writing, pol_taken *taken, const held *before,
                              pol_error *reterr)
{
    pol_status status = POL_OK;
    if (before) {
        status = queue_others(writing, before, writing->file_key, reterr);
        if (status == POL_OK)
            status = delete_document(writing, taken->stored.document.id.text, reterr);
    }
    if (status == POL_OK)
        status = add_prepared(writing, &taken->prepared, reterr);
    if (status == POL_OK && before)
        writing->counts.replaced++;
    else if (status == POL_OK)
        writing->counts.added++;
    return status;
}

pol_status pol_writing_add(pol_writing *writing, pol_taken *taken, pol_span *ret_merged_into,
                           pol_error *reterr)
{
    held before;
    xc_docid docid = 0;
    bool is_merged = false;
    pol_arena_done(&writing->scratch);
    if (ret_merged_into)
        *ret_merged_into = (pol_span){0};
    pol_status status = find_same_id(writing, taken, &docid, &before, reterr);
    if (status == POL_OK && docid && !is_ours(writing, &before)) {
        status = resolve_clash(writing, taken, &before, reterr);
        if (status == POL_OK)
            status = find_same_id(writing, taken, &docid, &before, reterr);
    }
    if (status != POL_OK)
        return status;
    pol_span id = taken->stored.document.id.text;
    if (set_has(&writing->ids, id))
        return pol_fail(reterr, POL_USAGE, 0, "its id '%.*s' stands twice in this file",
                        POL_SPAN_ARGS(pol_span_first(id, 100)));
    if (docid && is_only_ours(writing, &before) && is_unchanged(&taken->prepared, &before)) {
        writing->counts.unchanged++;
    } else {
        if (!docid)
            status = try_merge(writing, &taken->stored, &id, &is_merged, reterr);
        if (status == POL_OK && !is_merged)
            status = write_alone(writing, taken, docid ? &before : NULL, reterr);
    }
    if (status == POL_OK && is_merged) {
        writing->counts.merged++;
        if (ret_merged_into)
            *ret_merged_into = id;
    }
    if (status == POL_OK && !set_add(&writing->ids, id, &writing->file))
        status = out_of_memory(reterr);
    return status;
}

/* Takes one document's share of `file_key` away: the whole of it, or one of its sources. */
static pol_status withdraw(pol_writing *writing, const held *found, pol_span file_key,
                           pol_error *reterr)
{
    pol_span keys[KEYS_MAX];
    size_t kept = 0;
    pol_stored reduced = found->stored;
    for (size_t i = 0; i < found->stored.source_count && i < KEYS_MAX; i++)
        if (!pol_span_equal(found->keys[i], file_key)) {
            reduced.sources[kept] = reduced.sources[i];
            keys[kept++] = found->keys[i];
        }
    if (kept == 0) {
        writing->counts.removed++;
        return delete_document(writing, found->stored.document.id.text, reterr);
    }
    pol_status status = queue_others(writing, found, file_key, reterr);
    reduced.source_count = kept;
    return status == POL_OK ? put(writing, &reduced, keys, kept, reterr) : status;
}

/* Withdraws every document of the file that `keep` does not name. */
static pol_status withdraw_all(pol_writing *writing, pol_span file_key, const span_set *keep,
                               pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_postings *postings = NULL;
    xc_error error;
    pol_span term = pol_term_make(POL_PREFIX_FILE, file_key, buffer);
    uint32_t frequency = 0;
    if (xc_reader_term_frequency(writing->ledger->reader, pol_xc_bytes(term), &frequency, &error) !=
            XC_OK ||
        xc_postings_open(writing->ledger->reader, pol_xc_bytes(term), false, &postings, &error) !=
            XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    xc_posting *block = calloc(frequency + 1, sizeof *block);
    size_t count = 0;
    pol_status status = block ? POL_OK : out_of_memory(reterr);
    if (status == POL_OK &&
        xc_postings_read(postings, block, frequency, &count, &error) != XC_OK)
        status = pol_fail_xapian(reterr, &error, trouble);
    xc_postings_free(postings);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        held found;
        pol_arena_done(&writing->scratch);
        status = read_held(writing->ledger->reader, block[i].docid, &writing->scratch, &found, reterr);
        if (status == POL_OK && !(keep && set_has(keep, found.stored.document.id.text)))
            status = withdraw(writing, &found, file_key, reterr);
    }
    free(block);
    return status;
}

pol_status pol_writing_end_file(pol_writing *writing, bool is_whole, pol_error *reterr)
{
    return is_whole ? withdraw_all(writing, writing->file_key, &writing->ids, reterr) : POL_OK;
}

pol_status pol_writing_remove_file(pol_writing *writing, pol_span file_key, pol_error *reterr)
{
    pol_status status = withdraw_all(writing, file_key, NULL, reterr);
    return status == POL_OK ? pol_ledger_record(writing->ledger, file_key, NULL, reterr) : status;
}

static bool has_key_below(const held *found, pol_span prefix)
{
    for (size_t i = 0; i < found->stored.source_count && i < KEYS_MAX; i++)
        if (found->keys[i].data && pol_span_starts(found->keys[i], prefix))
            return true;
    return false;
}

pol_status pol_writing_copy(pol_writing *writing, xc_reader *from, pol_span key_prefix,
                            uint64_t *count, pol_error *reterr)
{
    xc_error error;
    xc_posting block[256];
    xc_postings *postings = NULL;
    size_t size = 0;
    const xc_bytes heads = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    if (xc_postings_open(from, heads, false, &postings, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_status status = POL_OK;
    while (status == POL_OK) {
        if (xc_postings_read(postings, block, sizeof block / sizeof *block, &size, &error) != XC_OK)
            status = pol_fail_xapian(reterr, &error, trouble);
        if (status != POL_OK || size == 0)
            break;
        for (size_t i = 0; i < size && status == POL_OK; i++) {
            held found;
            pol_arena_done(&writing->scratch);
            status = read_held(from, block[i].docid, &writing->scratch, &found, reterr);
            if (status != POL_OK || !has_key_below(&found, key_prefix))
                continue;
            status = put(writing, &found.stored, found.keys, found.stored.source_count, reterr);
            *count += status == POL_OK;
        }
    }
    xc_postings_free(postings);
    return status;
}
