/* writing.c - replacing, merging and removing documents in the index. */
#include "indexer/writing.h"

#include <stdio.h>
#include <stdlib.h>

#include "indexer/brief.h"
#include "indexer/line_log.h"
#include "indexer/merging.h"
#include "indexer/outcomes.h"
#include "indexer/outline.h"
#include "indexer/recorded.h"
#include "indexer/replacing.h"
#include "indexer/span_map.h"

enum { SALTS_MAX = 1000 };
#define DECODE_LIMIT ((size_t)512 << 20)
#define FILE_LIMIT   ((size_t)2 << 30)

struct pol_writing {
    pol_ledger *ledger;
    pol_preparer *preparer;
    pol_arena scratch; /* of one call */
    pol_arena file;    /* of one file */
    pol_arena lasting; /* of the run: the queue */
    pol_span file_key, salt;
    pol_arena correction_arena;
    pol_corrections corrections;
    bool is_outline;
    bool is_for_good; /* what is withdrawn goes with what people corrected in it */
    pol_recorder recorder;
    pol_span_map stale; /* conferences marked in this run */
    pol_span_map ids;   /* hashes of those of the file's documents that were added */
    pol_span *queue;
    size_t queue_count, queue_capacity, queue_next;
    pol_written counts;
};

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while writing the index");
}

/* --- writing one document ----------------------------------------------------------- */

/* Its conference must be joined again, and those that its texts name. */
static pol_status mark_stale(pol_writing *writing, const pol_document *document, pol_error *reterr)
{
    char buffer[POL_JOIN_KEY_MAX];
    pol_span key = pol_join_key(document->conference_name, document->year, buffer);
    if (key.size == 0 || pol_span_map_get(&writing->stale, key))
        return POL_OK;
    if (!pol_span_map_set(&writing->stale, key, 1, &writing->lasting))
        return out_of_memory(reterr);
    return pol_stale_mark(writing->ledger, key, reterr);
}

/* The same for a document as it was, and for those that it named: they may owe it their
 * standing. */
static pol_status mark_former(pol_writing *writing, const pol_stored *stored, pol_error *reterr)
{
    pol_status status = mark_stale(writing, &stored->document, reterr);
    for (size_t i = 0; i < stored->document.relation_count && status == POL_OK; i++) {
        const pol_relation *relation = &stored->document.relations[i];
        pol_document other = {.conference_name = relation->conference_name.size
                                                     ? relation->conference_name
                                                     : stored->document.conference_name,
                              .year = relation->year ? relation->year : stored->document.year};
        status = mark_stale(writing, &other, reterr);
    }
    return status;
}

/* What is to be written of a document: all of it, or its entry in the outline. */
static pol_status prepare(pol_writing *writing, const pol_stored *stored, const pol_span *keys,
                          size_t key_count, pol_prepared *ret_prepared, pol_error *reterr)
{
    return writing->is_outline
               ? pol_prepare_outline(writing->preparer, stored, keys, key_count, ret_prepared,
                                     reterr)
               : pol_prepare(writing->preparer, stored, keys, key_count, ret_prepared, reterr);
}

/* Writes what was prepared, and frees it, in place of `before` (NULL: of whatever has the id). */
static pol_status replace(pol_writing *writing, const pol_document *before, const pol_stored *now,
                          pol_prepared *prepared, pol_error *reterr)
{
    const pol_replacing replacing = {writing->ledger, writing->preparer, writing->is_outline};
    pol_status status = pol_replace_document(&replacing, before, now, prepared, reterr);
    if (status == POL_OK)
        writing->counts.passages += now->document.passage_count;
    return status;
}

/* Writes `stored` under its id, in place of what has that id now: `before`, if that is known, and
 * what was recorded of it, or NULL. */
static pol_status put(pol_writing *writing, pol_stored *stored, const pol_span *keys,
                      size_t key_count, const pol_record *recorded, const pol_document *before,
                      pol_error *reterr)
{
    pol_prepared prepared = {0};
    pol_status status =
        pol_recorder_settle(&writing->recorder, recorded, stored, &writing->scratch, reterr);
    if (status == POL_OK)
        status = prepare(writing, stored, keys, key_count, &prepared, reterr);
    return status == POL_OK ? replace(writing, before, stored, &prepared, reterr) : status;
}

/* What is taken apart may be put together again in this run. */
static void remember(pol_writing *writing, const pol_stored *stored)
{
    pol_recorder_remember(&writing->recorder, stored, &writing->lasting);
}

/* --- the queue of files to read again ----------------------------------------------- */

static pol_status queue_others(pol_writing *writing, const pol_held *found, pol_span file_key,
                               pol_error *reterr)
{
    for (size_t i = 0; i < found->stored.source_count && i < POL_HELD_SOURCES_MAX; i++) {
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

/* --- starting and ending ------------------------------------------------------------ */

pol_status pol_writing_new(pol_ledger *ledger, pol_writing **ret_writing, pol_error *reterr)
{
    *ret_writing = NULL;
    pol_writing *writing = calloc(1, sizeof *writing);
    if (!writing)
        return out_of_memory(reterr);
    writing->ledger = ledger;
    pol_arena_init(&writing->scratch, DECODE_LIMIT);
    pol_arena_init(&writing->file, FILE_LIMIT);
    pol_arena_init(&writing->lasting, DECODE_LIMIT);
    pol_arena_init(&writing->correction_arena, DECODE_LIMIT);
    pol_status status = pol_preparer_new(&writing->preparer, reterr);
    if (status == POL_OK)
        writing->recorder.now = pol_preparer_now(writing->preparer);
    if (status == POL_OK)
        status = pol_writing_load_corrections(writing, reterr);
    if (status != POL_OK) {
        pol_writing_free(writing);
        return status;
    }
    *ret_writing = writing;
    return POL_OK;
}

void pol_writing_set_outline(pol_writing *writing)
{
    writing->is_outline = true;
}

void pol_writing_set_previous(pol_writing *writing, xc_reader *previous)
{
    writing->recorder.previous = previous;
}

void pol_writing_free(pol_writing *writing)
{
    if (!writing)
        return;
    pol_preparer_free(writing->preparer);
    pol_arena_done(&writing->scratch);
    pol_arena_done(&writing->file);
    pol_arena_done(&writing->lasting);
    pol_arena_done(&writing->correction_arena);
    free(writing);
}

const pol_written *pol_writing_counts(const pol_writing *writing)
{
    return &writing->counts;
}

void pol_writing_begin_file(pol_writing *writing, pol_span file_key, pol_span salt)
{
    pol_arena_done(&writing->file);
    writing->ids = (pol_span_map){0};
    writing->file_key = file_key;
    writing->salt = salt;
}

/* --- adding ------------------------------------------------------------------------- */

/* Is it among the hashes of ids? */
static bool has_id(const pol_span_map *ids, pol_span id)
{
    const uint64_t hash = pol_line_log_hash(id);
    return pol_span_map_get(ids, pol_span_make((const char *)&hash, sizeof hash));
}

static bool note_id(pol_writing *writing, uint64_t hash)
{
    return pol_span_map_set(&writing->ids, pol_span_make((const char *)&hash, sizeof hash), 1,
                            &writing->file);
}

pol_status pol_writing_keep(pol_writing *writing, uint64_t id_hash, bool *ret_is_first,
                            pol_error *reterr)
{
    pol_span key = pol_span_make((const char *)&id_hash, sizeof id_hash);
    *ret_is_first = !pol_span_map_get(&writing->ids, key);
    writing->counts.unchanged += *ret_is_first;
    return note_id(writing, id_hash) ? POL_OK : out_of_memory(reterr);
}

/* What has an id now. Is it taken, by a document of another file or one that this file
 * already has? */
typedef struct holder {
    xc_docid docid; /* 0: nothing has it */
    pol_held held;
    bool is_other_file, is_twice;
} holder;

static pol_status find_holder(pol_writing *writing, pol_span id, holder *ret_holder,
                              pol_error *reterr)
{
    *ret_holder = (holder){.is_twice = has_id(&writing->ids, id)};
    pol_status status = pol_held_find(writing->ledger->reader, id, &writing->scratch,
                                      &ret_holder->docid, &ret_holder->held, reterr);
    /* a long id is known by a hash, which another may be made to meet */
    ret_holder->is_other_file = status == POL_OK && ret_holder->docid &&
                                (!pol_held_comes_from(&ret_holder->held, writing->file_key) ||
                                 !pol_span_equal(ret_holder->held.stored.document.id.text, id));
    return status;
}

static pol_status fail_taken(const pol_taken *taken, const holder *now, pol_error *reterr)
{
    pol_span id = pol_span_first(taken->stored.document.id.text, 60);
    if (now->is_twice)
        return pol_fail(reterr, POL_USAGE, 0, "its id '%.*s' stands twice in this file",
                        POL_SPAN_ARGS(id));
    pol_span source = pol_span_first(now->held.stored.sources[0], 100);
    if (pol_span_equal(source, POL_SPAN("-")))
        source = POL_SPAN("standard input");
    return pol_fail(reterr, POL_LOCKED, 0, "its id '%.*s' is already that of '%.*s'",
                    POL_SPAN_ARGS(id), POL_SPAN_ARGS(source));
}

/* Finds another derived id, the same one each time the files are read in this order. */
static pol_status derive_again(pol_writing *writing, pol_taken *taken, holder *now,
                               pol_error *reterr)
{
    char salt[512];
    pol_document *document = &taken->stored.document;
    pol_status status = POL_OK;
    for (unsigned attempt = 0;
         status == POL_OK && (now->is_other_file || now->is_twice) && attempt < SALTS_MAX;
         attempt++) {
        snprintf(salt, sizeof salt, "%.*s%.0u", POL_SPAN_ARGS(pol_span_first(writing->salt, 480)),
                 attempt);
        document->id.text =
            pol_derived_id(&writing->file, taken->stored.sources[0], taken->key, pol_span_of(salt));
        status = document->id.text.data ? find_holder(writing, document->id.text, now, reterr)
                                        : out_of_memory(reterr);
    }
    if (status == POL_OK && (now->is_other_file || now->is_twice))
        status = fail_taken(taken, now, reterr);
    pol_prepared_done(&taken->prepared);
    return status;
}

/* Does it state what it stated before? What others say of it is joined at the end. */
static bool is_unchanged(pol_writing *writing, const pol_taken *taken, const pol_held *before)
{
    xc_bytes data;
    pol_stored now;
    return taken->prepared.count &&
           pol_head_data(taken->prepared.documents[0], &data, NULL) == XC_OK &&
           pol_stored_decode(pol_xc_span(data), &writing->scratch, &now, NULL) == POL_OK &&
           strcmp(now.content_hash, before->stored.content_hash) == 0 &&
           pol_span_equal(now.sources[0], before->stored.sources[0]);
}

/* When it changed: most of what was prepared ahead is new, the rest gets its former time. */
static pol_status settle_taken(pol_writing *writing, pol_taken *taken, const holder *now,
                               pol_error *reterr)
{
    int64_t prepared_with = taken->stored.changed;
    pol_record before = now->docid ? pol_record_of(&now->held.stored) : (pol_record){.changed = 0};
    pol_status status = pol_recorder_settle(&writing->recorder, now->docid ? &before : NULL,
                                            &taken->stored, &writing->scratch, reterr);
    if (status != POL_OK || taken->stored.changed == prepared_with)
        return status;
    if (!writing->is_outline)
        return pol_prepared_redate(writing->preparer, &taken->stored, &taken->prepared, reterr);
    pol_prepared_done(&taken->prepared);
    return prepare(writing, &taken->stored, &writing->file_key, 1, &taken->prepared, reterr);
}

/* Where joining would not tell it from what it was, it keeps what others say of it. */
static pol_status carry_or_mark(pol_writing *writing, pol_taken *taken, const holder *now,
                                pol_error *reterr)
{
    const pol_stored *before = &now->held.stored;
    if (now->docid && pol_held_comes_only_from(&now->held, writing->file_key) &&
        pol_brief_is_same(&before->document, &taken->stored.document)) {
        taken->stored.has_overlay = before->has_overlay;
        taken->stored.overlay = before->overlay;
        if (before->has_overlay)
            pol_prepared_done(&taken->prepared);
        writing->counts.carried++;
        return POL_OK;
    }
    pol_status status = mark_former(writing, &taken->stored, reterr);
    return status == POL_OK && now->docid ? mark_former(writing, before, reterr) : status;
}

static pol_status prepare_taken(pol_writing *writing, pol_taken *taken, pol_error *reterr)
{
    return taken->prepared.count
               ? POL_OK
               : prepare(writing, &taken->stored, &writing->file_key, 1, &taken->prepared, reterr);
}

/* Replaces what has the id now; files that shared it are read again. */
static pol_status write_alone(pol_writing *writing, pol_taken *taken, const holder *now,
                              pol_error *reterr)
{
    pol_status status = prepare_taken(writing, taken, reterr);
    if (status != POL_OK)
        return status;
    if (now->docid && pol_held_comes_only_from(&now->held, writing->file_key) &&
        is_unchanged(writing, taken, &now->held)) {
        writing->counts.unchanged++;
        return POL_OK;
    }
    status = carry_or_mark(writing, taken, now, reterr);
    if (status == POL_OK)
        status = prepare_taken(writing, taken, reterr);
    if (status == POL_OK)
        status = settle_taken(writing, taken, now, reterr);
    if (status == POL_OK)
        status = replace(writing, now->docid ? &now->held.stored.document : NULL, &taken->stored,
                         &taken->prepared, reterr);
    if (status == POL_OK)
        *(now->docid ? &writing->counts.replaced : &writing->counts.added) += 1;
    return status;
}

/* The merged document has one of the two ids, and that one's corrections. */
static pol_status correct_merged(pol_writing *writing, pol_stored *merged, pol_error *reterr)
{
    bool is_changed;
    return pol_corrections_apply(&writing->corrections, &merged->document, &writing->scratch,
                                 &is_changed, reterr);
}

static pol_status write_merged(pol_writing *writing, const pol_taken *taken, const pol_held *other,
                               pol_span *ret_id, pol_error *reterr)
{
    pol_held merged;
    const pol_record before = pol_record_of(&other->stored);
    pol_status status =
        pol_merge(other, &taken->stored, writing->file_key, &writing->scratch, &merged, reterr);
    if (status == POL_OK)
        status = correct_merged(writing, &merged.stored, reterr);
    if (status == POL_OK)
        status = mark_former(writing, &other->stored, reterr);
    if (status == POL_OK)
        status = mark_former(writing, &taken->stored, reterr);
    if (status == POL_OK)
        status = pol_delete_document(writing->ledger, other->stored.document.id.text, reterr);
    if (status == POL_OK)
        status = put(writing, &merged.stored, merged.keys, merged.stored.source_count,
                     pol_span_equal(merged.stored.document.id.text, other->stored.document.id.text)
                         ? &before
                         : NULL,
                     NULL, reterr);
    *ret_id = merged.stored.document.id.text;
    writing->counts.merged += status == POL_OK;
    return status;
}

/* A document that is read again looks for its other renderings again: it, or they, may not
 * have been renderings of one document before. What it shares with other files now comes
 * apart first, and together again when those have been read. */
static pol_status write_taken(pol_writing *writing, pol_taken *taken, const holder *now,
                              pol_span *ret_merged_into, pol_error *reterr)
{
    pol_held other;
    bool is_found = false;
    pol_span id = taken->stored.document.id.text;
    pol_status status = POL_OK;
    if (now->docid && (!pol_held_comes_only_from(&now->held, writing->file_key) ||
                       !pol_span_equal(now->held.stored.sources[0], taken->stored.sources[0])))
        remember(writing, &now->held.stored);
    if (now->docid)
        status = queue_others(writing, &now->held, writing->file_key, reterr);
    if (status == POL_OK)
        status = pol_find_rendering(writing->ledger->reader, &taken->stored, writing->file_key,
                                    &writing->scratch, &other, &is_found, reterr);
    if (status == POL_OK && is_found)
        status = write_merged(writing, taken, &other, &id, reterr);
    else if (status == POL_OK)
        status = write_alone(writing, taken, now, reterr);
    if (status == POL_OK && is_found && ret_merged_into)
        *ret_merged_into = id;
    if (status == POL_OK && !note_id(writing, pol_line_log_hash(id)))
        status = out_of_memory(reterr);
    return status;
}

/* What a person has corrected is as if the text had stated it. */
static pol_status correct_taken(pol_writing *writing, pol_taken *taken, pol_error *reterr)
{
    bool is_changed;
    pol_status status = pol_corrections_apply(&writing->corrections, &taken->stored.document,
                                              &writing->file, &is_changed, reterr);
    if (status == POL_OK && is_changed)
        pol_prepared_done(&taken->prepared);
    return status;
}

pol_status pol_writing_add(pol_writing *writing, pol_taken *taken, pol_span *ret_merged_into,
                           pol_error *reterr)
{
    holder now;
    pol_arena_done(&writing->scratch);
    if (ret_merged_into)
        *ret_merged_into = (pol_span){0};
    pol_status status = find_holder(writing, taken->stored.document.id.text, &now, reterr);
    if (status == POL_OK && (now.is_other_file || now.is_twice))
        status = taken->stored.has_explicit_id ? fail_taken(taken, &now, reterr)
                                               : derive_again(writing, taken, &now, reterr);
    if (status == POL_OK)
        status = correct_taken(writing, taken, reterr);
    return status == POL_OK ? write_taken(writing, taken, &now, ret_merged_into, reterr) : status;
}

/* --- removing ----------------------------------------------------------------------- */

/* Where it goes for good, a later file of that id is another document. */
static pol_status forget_corrections(pol_writing *writing, pol_span id, pol_error *reterr)
{
    size_t count;
    const pol_correction *known = pol_corrections_of(&writing->corrections, id, &count);
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK && writing->is_for_good; i++) {
        pol_correction undone = known[i];
        undone.value = POL_SPAN(POL_CORRECTION_UNDO);
        status = pol_correction_store(writing->ledger, &undone, reterr);
    }
    return status;
}

/* Takes the file's share of one document away: the whole of it, or one of its sources. */
static pol_status withdraw(pol_writing *writing, pol_held *found, pol_span file_key,
                           pol_error *reterr)
{
    const pol_record before = pol_record_of(&found->stored);
    remember(writing, &found->stored);
    pol_status marked = mark_former(writing, &found->stored, reterr);
    if (marked != POL_OK)
        return marked;
    if (pol_held_drop(found, file_key) == 0) {
        writing->counts.removed++;
        pol_status status = forget_corrections(writing, found->stored.document.id.text, reterr);
        return status == POL_OK
                   ? pol_delete_document(writing->ledger, found->stored.document.id.text, reterr)
                   : status;
    }
    pol_status status = queue_others(writing, found, file_key, reterr);
    return status == POL_OK ? put(writing, &found->stored, found->keys, found->stored.source_count,
                                  &before, &found->stored.document, reterr)
                            : status;
}

/* Withdraws every document of the file that `keep` does not name. */
static pol_status withdraw_all(pol_writing *writing, pol_span file_key, const pol_span_map *keep,
                               pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_posting *block;
    size_t count;
    pol_status status =
        pol_held_list(writing->ledger->reader, pol_term_make(POL_PREFIX_FILE, file_key, buffer),
                      &block, &count, reterr);
    /* each that is named is there: where there are no more, none goes */
    bool is_complete = keep && keep->count == count;
    for (size_t i = 0; i < count && status == POL_OK && !is_complete; i++) {
        pol_held found;
        pol_arena_done(&writing->scratch);
        status = pol_held_read(writing->ledger->reader, block[i].docid, &writing->scratch, &found,
                               reterr);
        if (status == POL_OK && !(keep && has_id(keep, found.stored.document.id.text)))
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
    if (status == POL_OK)
        status = pol_outcomes_record(writing->ledger, file_key, (pol_span){0}, NULL, 0, reterr);
    return status == POL_OK ? pol_ledger_record(writing->ledger, file_key, NULL, reterr) : status;
}

pol_status pol_writing_remove_for_good(pol_writing *writing, pol_span file_key, pol_error *reterr)
{
    writing->is_for_good = true;
    pol_status status = pol_writing_remove_file(writing, file_key, reterr);
    writing->is_for_good = false;
    return status;
}

/* --- what others say ---------------------------------------------------------------- */

pol_status pol_writing_set_overlay(pol_writing *writing, xc_docid docid, const pol_overlay *overlay,
                                   pol_error *reterr)
{
    pol_held held;
    pol_arena_done(&writing->scratch);
    pol_status status =
        pol_held_read(writing->ledger->reader, docid, &writing->scratch, &held, reterr);
    if (status != POL_OK)
        return status;
    const pol_record before = pol_record_of(&held.stored);
    held.stored.has_overlay = overlay != NULL;
    if (overlay)
        held.stored.overlay = *overlay;
    return put(writing, &held.stored, held.keys, held.stored.source_count, &before,
               &held.stored.document, reterr);
}

/* --- corrections -------------------------------------------------------------------- */

pol_status pol_writing_load_corrections(pol_writing *writing, pol_error *reterr)
{
    pol_arena_done(&writing->correction_arena);
    return pol_corrections_load(writing->ledger->reader, &writing->correction_arena,
                                &writing->corrections, reterr);
}

const pol_corrections *pol_writing_corrections(const pol_writing *writing)
{
    return &writing->corrections;
}

pol_status pol_writing_correct(pol_writing *writing, pol_span id, pol_error *reterr)
{
    xc_docid docid;
    pol_held held;
    bool is_changed = false;
    pol_arena_done(&writing->scratch);
    pol_status status =
        pol_held_find(writing->ledger->reader, id, &writing->scratch, &docid, &held, reterr);
    if (status != POL_OK || !docid)
        return status;
    const pol_record before = pol_record_of(&held.stored);
    status = mark_former(writing, &held.stored, reterr);
    if (status == POL_OK)
        status = pol_corrections_apply(&writing->corrections, &held.stored.document,
                                       &writing->scratch, &is_changed, reterr);
    if (status == POL_OK)
        status = mark_former(writing, &held.stored, reterr);
    if (status == POL_OK && is_changed)
        status = put(writing, &held.stored, held.keys, held.stored.source_count, &before,
                     &held.stored.document, reterr);
    return status;
}

pol_status pol_writing_mark(pol_writing *writing, pol_span id, pol_error *reterr)
{
    xc_docid docid;
    pol_held held;
    char buffer[POL_JOIN_KEY_MAX];
    pol_arena_done(&writing->scratch);
    pol_status status =
        pol_held_find(writing->ledger->reader, id, &writing->scratch, &docid, &held, reterr);
    if (status != POL_OK || !docid)
        return status;
    const pol_document *document = &held.stored.document;
    if (pol_join_key(document->conference_name, document->year, buffer).size)
        return mark_stale(writing, document, reterr);
    return held.stored.has_overlay ? pol_writing_set_overlay(writing, docid, NULL, reterr) : POL_OK;
}

pol_status pol_writing_forget(pol_writing *writing, pol_span id, pol_error *reterr)
{
    xc_docid docid;
    pol_held held;
    pol_arena_done(&writing->scratch);
    pol_status status =
        pol_held_find(writing->ledger->reader, id, &writing->scratch, &docid, &held, reterr);
    return status == POL_OK && docid ? queue_others(writing, &held, (pol_span){0}, reterr) : status;
}

/* --- copying ------------------------------------------------------------------------ */

static pol_status copy_one(pol_writing *writing, xc_reader *from, xc_docid docid,
                           pol_span key_prefix, pol_copied *copied, pol_error *reterr)
{
    pol_held found;
    pol_arena_done(&writing->scratch);
    pol_status status = pol_held_read(from, docid, &writing->scratch, &found, reterr);
    if (status == POL_CORRUPT) {
        copied->damaged++;
        return POL_OK;
    }
    if (status != POL_OK || pol_held_keep_below(&found, key_prefix) == 0)
        return status;
    copied->documents++;
    const pol_record before = pol_record_of(&found.stored);
    status = mark_former(writing, &found.stored, reterr);
    if (status != POL_OK)
        return status;
    return put(writing, &found.stored, found.keys, found.stored.source_count, &before, NULL,
               reterr);
}

static pol_status copy_all(pol_writing *writing, xc_reader *from, pol_span term,
                           pol_span key_prefix, pol_copied *copied, pol_error *reterr)
{
    xc_posting *block;
    size_t count;
    pol_status status = pol_held_list(from, term, &block, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = copy_one(writing, from, block[i].docid, key_prefix, copied, reterr);
    free(block);
    return status;
}

pol_status pol_writing_copy(pol_writing *writing, xc_reader *from, pol_span key_prefix,
                            pol_copied *copied, pol_error *reterr)
{
    return copy_all(writing, from, POL_SPAN(POL_PREFIX_HEAD), key_prefix, copied, reterr);
}

pol_status pol_writing_copy_file(pol_writing *writing, xc_reader *from, pol_span file_key,
                                 pol_copied *copied, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return copy_all(writing, from, pol_term_make(POL_PREFIX_FILE, file_key, buffer), file_key,
                    copied, reterr);
}
