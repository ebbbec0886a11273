/* update.c - survey, read in parallel, write in order, commit, publish. */
#include "indexer/update.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "indexer/json_lines.h"
#include "indexer/pool.h"

/* A commit makes what is written durable. Xapian holds what is not committed in trees that
 * grow slow: of 2,500 to 60,000 passages, 2,500 is the fastest (bench/fts5.c). */
enum { PASSAGES_PER_COMMIT = 2500, SECONDS_PER_COMMIT = 20 };
#define TEXT_PER_COMMIT ((uint64_t)16 << 20)
#define LISTS_LIMIT ((size_t)4 << 30)

typedef struct update_run {
    const pol_update_options *options;
    pol_summary *summary;
    pol_store *store;
    pol_ledger ledger;
    pol_writing *writing;
    pol_pool *pool;
    pol_arena arena; /* surveys, roots: the whole run */
    pol_root *roots;
    size_t root_count;
    pol_progress progress;
    uint64_t passages_committed, text_committed;
    double started, committed;
    /* the file whose documents are being written */
    const pol_survey_file *file;
    uint32_t file_documents;
    bool is_file_broken; /* something of it could not be read: keep what was there */
} update_run;

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool must_stop(update_run *run)
{
    if (run->options->stop && *run->options->stop)
        run->summary->is_stopped = true;
    return run->summary->is_stopped;
}

static void left_out(update_run *run, pol_span path, uint32_t line, const char *reason)
{
    run->summary->left_out++;
    run->options->on_left_out(run->options->context, path, line, reason);
}

static void show_progress(update_run *run, const char *phase)
{
    run->progress.phase = phase;
    run->progress.documents = run->summary->documents;
    run->options->on_progress(run->options->context, &run->progress);
}

/* --- writing what comes out of the pool --------------------------------------------- */

static pol_status commit_if_due(update_run *run, pol_error *reterr)
{
    uint64_t passages = pol_writing_counts(run->writing)->passages;
    double now = now_seconds();
    if (passages - run->passages_committed < PASSAGES_PER_COMMIT &&
        run->summary->text_bytes - run->text_committed < TEXT_PER_COMMIT &&
        now - run->committed < SECONDS_PER_COMMIT)
        return POL_OK;
    show_progress(run, "committing");
    pol_status status = pol_store_commit(run->store, reterr);
    run->passages_committed = passages;
    run->text_committed = run->summary->text_bytes;
    run->committed = now_seconds();
    return status;
}

static void count_document(pol_summary *summary, const pol_document *document)
{
    summary->documents++;
    summary->text_bytes += document->text.size;
    summary->by_kind[document->kind]++;
    summary->by_decision[document->decision]++;
}

static pol_status write_documents(update_run *run, pol_item *item, pol_error *reterr)
{
    for (size_t i = 0; i < item->document_count && !must_stop(run); i++) {
        pol_taken *taken = &item->documents[i];
        pol_status status = pol_writing_add(run->writing, taken, NULL, reterr);
        if (status == POL_USAGE) {
            left_out(run, item->file.path, 0, reterr->text);
            continue;
        }
        if (status == POL_OK)
            status = commit_if_due(run, reterr);
        if (status != POL_OK)
            return status;
        run->file_documents++;
        count_document(run->summary, &taken->stored.document);
        pol_prepared_done(&taken->prepared);
    }
    return POL_OK;
}

/* The root's folder name: makes other ids where two roots hold the same paths. */
static pol_span salt_of(const update_run *run, pol_span file_key)
{
    uint32_t number = (uint32_t)strtoul(file_key.data, NULL, 10);
    for (size_t i = 0; i < run->root_count; i++)
        if (run->roots[i].number == number) {
            pol_span path = run->roots[i].path;
            size_t at = path.size;
            while (at > 0 && path.data[at - 1] != '/')
                at--;
            return pol_span_from(path, at);
        }
    return (pol_span){0};
}

/* A file of which nothing could be read keeps its documents of before, and is tried again
 * next time. */
static pol_status end_file(update_run *run, const pol_item *item, pol_error *reterr)
{
    bool is_whole = !run->is_file_broken && !run->file->is_stream && !must_stop(run);
    pol_status status = pol_writing_end_file(run->writing, is_whole, reterr);
    if (status == POL_OK && is_whole) {
        pol_entry entry = pol_survey_entry(run->file, run->file_documents);
        status = pol_ledger_record(&run->ledger, item->file_key, &entry, reterr);
    }
    run->summary->files_read++;
    run->progress.files_done++;
    run->progress.bytes_done += item->file.size_bytes;
    run->file = NULL;
    return status;
}

static pol_status write_item(update_run *run, pol_item *item, pol_error *reterr)
{
    if (item->status != POL_OK) {
        *reterr = item->error;
        return item->status;
    }
    for (size_t i = 0; i < item->skip_count; i++)
        left_out(run, item->file.path, item->skips[i].line, item->skips[i].reason);
    run->is_file_broken |= item->skip_count > 0 && item->document_count == 0;
    pol_status status = write_documents(run, item, reterr);
    if (status == POL_OK && item->is_last)
        status = end_file(run, item, reterr);
    show_progress(run, "reading");
    return status;
}

/* Writes the oldest item. */
static pol_status write_next(update_run *run, pol_error *reterr)
{
    pol_item *item = pol_pool_take(run->pool);
    if (!run->file) {
        run->file = item->owner;
        run->file_documents = 0;
        run->is_file_broken = false;
        pol_writing_begin_file(run->writing, item->file_key, salt_of(run, item->file_key));
    }
    pol_status status = write_item(run, item, reterr);
    pol_item_free(item);
    return status;
}

static pol_status drain(update_run *run, pol_error *reterr)
{
    pol_status status = POL_OK;
    while (status == POL_OK && !pol_pool_is_empty(run->pool))
        status = write_next(run, reterr);
    return status;
}

/* Gives an item to the pool, writing the oldest when it is full. */
static pol_status give(update_run *run, pol_item *item, pol_error *reterr)
{
    if (pol_pool_is_full(run->pool)) {
        pol_status status = write_next(run, reterr);
        if (status != POL_OK) {
            pol_item_free(item);
            return status;
        }
    }
    pol_pool_give(run->pool, item);
    return POL_OK;
}

/* --- reading files ------------------------------------------------------------------ */

static pol_item *new_item(const pol_survey_file *file)
{
    pol_item *item = pol_item_new();
    if (!item)
        return NULL;
    item->file = file->file;
    item->sidecar = file->sidecar;
    item->format = file->format;
    item->file_key = file->key;
    item->owner = file;
    item->is_prepared = true;
    return item;
}

/* One item ahead of what is given, so that the last one is known to be the last. */
static pol_status give_lines(update_run *run, const pol_survey_file *file, pol_line_stream *stream,
                             pol_error *reterr)
{
    pol_item *ahead = NULL;
    bool has_more = true;
    uint32_t ordinal = 0;
    pol_status status = POL_OK;
    while (status == POL_OK && has_more && !must_stop(run)) {
        pol_item *item = new_item(file);
        if (!item)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        else
            status = pol_line_stream_next(stream, item, &has_more, reterr);
        if (status != POL_OK || !has_more) {
            pol_item_free(item);
            break;
        }
        item->first_ordinal = ordinal;
        for (size_t i = 0; i < item->lines.size; i++)
            ordinal += item->lines.data[i] == '\n';
        if (ahead)
            status = give(run, ahead, reterr);
        ahead = item;
        run->progress.bytes_done = pol_line_stream_bytes(stream);
    }
    if (status != POL_OK || !ahead) {
        pol_item_free(ahead);
        return status;
    }
    ahead->is_last = true;
    return give(run, ahead, reterr);
}

static pol_status give_json_lines(update_run *run, const pol_survey_file *file, int descriptor,
                                  pol_error *reterr)
{
    pol_line_stream *stream = NULL;
    if (descriptor < 0) {
        left_out(run, file->file.path, 0, strerror(errno));
        return POL_OK;
    }
    pol_status status = pol_line_stream_new(descriptor, &stream, reterr);
    if (status != POL_OK) {
        close(descriptor);
        return status;
    }
    status = give_lines(run, file, stream, reterr);
    pol_line_stream_free(stream);
    if (status == POL_IO) {
        left_out(run, file->file.path, 0, reterr->text);
        status = POL_OK;
    }
    return status;
}

static pol_status give_file(update_run *run, const pol_survey_file *file, pol_error *reterr)
{
    if (file->format == POL_FORMAT_JSON_LINES)
        return give_json_lines(run, file, open(file->file.path.data, O_RDONLY | O_CLOEXEC),
                               reterr);
    pol_item *item = new_item(file);
    if (!item)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    item->is_last = true;
    return give(run, item, reterr);
}

static pol_status read_files(update_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < survey->file_count && status == POL_OK && !must_stop(run); i++)
        if (survey->files[i].state != POL_FILE_UNCHANGED)
            status = give_file(run, &survey->files[i], reterr);
    if (status == POL_OK)
        status = drain(run, reterr);
    return status;
}

/* Files whose document was shared with one that changed or went. */
static pol_status read_queued(update_run *run, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_span key;
    while (status == POL_OK && !must_stop(run) &&
           (key = pol_writing_next_queued(run->writing)).data) {
        bool is_known;
        pol_entry entry;
        status = pol_ledger_find(&run->ledger, key, &run->arena, &entry, &is_known, reterr);
        if (status != POL_OK || is_known)
            continue;
        pol_survey_file *file = pol_arena_alloc(&run->arena, sizeof *file);
        if (!file)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        *file = pol_survey_one(run->roots, run->root_count, key, &run->arena);
        if (!file->file.path.data)
            status = pol_writing_remove_file(run->writing, key, reterr);
        else
            status = give_file(run, file, reterr);
        if (status == POL_OK)
            status = drain(run, reterr);
    }
    return status;
}

/* --- a path ------------------------------------------------------------------------- */

static pol_status load_roots(update_run *run, pol_error *reterr)
{
    return pol_ledger_roots(run->ledger.reader, &run->arena, &run->roots, &run->root_count,
                            reterr);
}

static pol_status note_root(update_run *run, const pol_survey *survey, pol_error *reterr)
{
    if (!survey->is_new_root && !survey->is_moved_root && !survey->is_widened_root)
        return POL_OK;
    char text[POL_ERROR_TEXT_SIZE];
    snprintf(text, sizeof text, "the folder was moved to '%.*s': its documents keep their ids",
             POL_SPAN_ARGS(pol_span_first(survey->root.path, 160)));
    if (survey->is_moved_root)
        run->options->on_note(run->options->context, text);
    pol_status status = pol_ledger_set_root(&run->ledger, survey->root, reterr);
    return status == POL_OK ? load_roots(run, reterr) : status;
}

static pol_status remove_gone(update_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < survey->gone_count && status == POL_OK && !must_stop(run); i++) {
        pol_span key = pol_file_key(&run->arena, survey->root.number, survey->gone[i].relative);
        if (!key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        status = pol_writing_remove_file(run->writing, key, reterr);
        run->summary->files_removed++;
        if (status == POL_OK)
            status = commit_if_due(run, reterr);
    }
    return status;
}

/* A root below a new one would be indexed twice: the new one takes its files over. */
static pol_status absorb_roots(update_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; survey->is_new_root && i < run->root_count && status == POL_OK; i++) {
        pol_root root = run->roots[i];
        if (root.number == survey->root.number || !pol_span_starts(root.path, survey->root.path) ||
            root.path.data[survey->root.path.size] != '/')
            continue;
        pol_entry *entries;
        size_t count;
        status = pol_ledger_files(&run->ledger, root.number, &run->arena, &entries, &count, reterr);
        const pol_survey all = {.root = root, .gone = entries, .gone_count = count};
        if (status == POL_OK)
            status = remove_gone(run, &all, reterr);
        run->summary->files_removed -= status == POL_OK ? count : 0;
        if (status == POL_OK && !must_stop(run))
            status = pol_ledger_set_root(&run->ledger, (pol_root){.number = root.number, .path = POL_SPAN("")}, reterr);
    }
    return status;
}

static void count_survey(update_run *run, const pol_survey *survey)
{
    for (size_t i = 0; i < survey->left_out_count; i++)
        left_out(run, survey->left_out[i].path, 0, survey->left_out[i].reason.data);
    for (size_t i = 0; i < survey->file_count; i++)
        if (survey->files[i].state == POL_FILE_UNCHANGED) {
            run->summary->files_unchanged++;
        } else {
            run->progress.files_total++;
            run->progress.bytes_total += survey->files[i].file.size_bytes;
        }
}

static pol_span join_path(pol_arena *arena, pol_span folder, pol_span relative)
{
    char *path = pol_arena_alloc(arena, folder.size + relative.size + 2);
    if (!path)
        return (pol_span){0};
    memcpy(path, folder.data, folder.size);
    path[folder.size] = '/';
    memcpy(path + folder.size + 1, relative.data, relative.size);
    return pol_span_make(path, folder.size + 1 + relative.size);
}

static pol_status update_path(update_run *run, const char *path, pol_error *reterr)
{
    pol_survey *survey = pol_arena_alloc(&run->arena, sizeof *survey);
    if (!survey)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status = pol_survey_path(&run->ledger, path, &run->arena, survey, reterr);
    if (status != POL_OK)
        return status;
    count_survey(run, survey);
    status = note_root(run, survey, reterr);
    if (status == POL_OK)
        status = read_files(run, survey, reterr);
    if (status == POL_OK)
        status = remove_gone(run, survey, reterr);
    if (status == POL_OK)
        status = absorb_roots(run, survey, reterr);
    return status;
}

/* The files of a root that were given one by one: those, and no others of its folder. */
static pol_status update_listed(update_run *run, pol_root root, xc_reader *listed_in, pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    pol_ledger list = {.reader = listed_in};
    pol_status status =
        pol_ledger_files(&list, root.number, &run->arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !must_stop(run); i++) {
        pol_span path = join_path(&run->arena, root.path, entries[i].relative);
        pol_span key = pol_file_key(&run->arena, root.number, entries[i].relative);
        if (!path.data || !key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (access(path.data, F_OK) == 0) {
            status = update_path(run, path.data, reterr);
        } else {
            status = pol_writing_remove_file(run->writing, key, reterr);
            run->summary->files_removed++;
        }
    }
    return status;
}

static pol_status update_root(update_run *run, pol_root root, xc_reader *listed_in, pol_error *reterr)
{
    return root.is_partial ? update_listed(run, root, listed_in, reterr)
                           : update_path(run, root.path.data, reterr);
}

/* Documents on standard input replace those of the same id, and remove none. */
static pol_status update_input(update_run *run, pol_error *reterr)
{
    static const pol_survey_file input = {
        .file = {.path = {"standard input", 14}, .relative = {"-", 1}},
        .key = {"-", 1},
        .format = POL_FORMAT_JSON_LINES,
        .is_stream = true,
    };
    run->progress.files_total++;
    pol_status status = give_json_lines(run, &input, dup(run->options->input), reterr);
    return status == POL_OK ? drain(run, reterr) : status;
}

/* --- rebuilding --------------------------------------------------------------------- */

static bool is_reachable(pol_span path)
{
    return path.size && access(path.data, R_OK) == 0;
}

/* Copies what cannot be read again from the index before: documents of standard input and
 * of folders that are not there. */
static pol_status carry_over(update_run *run, const pol_span *lost_keys, size_t count, pol_error *reterr)
{
    uint64_t carried = 0;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = pol_writing_copy(run->writing, pol_store_previous(run->store), lost_keys[i],
                                  &carried, reterr);
    char text[POL_ERROR_TEXT_SIZE];
    snprintf(text, sizeof text,
             "%" PRIu64 " documents whose files cannot be read now were kept as they were", carried);
    if (carried)
        run->options->on_note(run->options->context, text);
    return status;
}

static pol_status rebuild(update_run *run, pol_error *reterr)
{
    xc_reader *previous = pol_store_previous(run->store);
    pol_root *roots = NULL;
    size_t count = 0, lost = 0;
    pol_status status = POL_OK;
    if (previous)
        status = pol_ledger_roots(previous, &run->arena, &roots, &count, reterr);
    pol_span *lost_keys = pol_arena_array(&run->arena, count + 1, sizeof *lost_keys);
    if (!lost_keys)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        status = pol_ledger_set_root(&run->ledger, roots[i], reterr);
        if (is_reachable(roots[i].path))
            continue;
        lost_keys[lost++] = pol_file_key(&run->arena, roots[i].number, POL_SPAN(""));
        if (status == POL_OK)
            status = pol_ledger_copy(&run->ledger, previous, roots[i].number, reterr);
    }
    lost_keys[lost++] = POL_SPAN("-");
    if (status == POL_OK)
        status = load_roots(run, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !must_stop(run); i++)
        if (is_reachable(roots[i].path))
            status = update_root(run, roots[i], previous, reterr);
    if (status == POL_OK && previous && !must_stop(run))
        status = carry_over(run, lost_keys, lost, reterr);
    return status;
}

/* --- the run ------------------------------------------------------------------------ */

static pol_status update_known_roots(update_run *run, pol_error *reterr)
{
    if (run->root_count == 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "this index knows no folder yet: name one, as in polindex FOLDER");
    const size_t count = run->root_count;
    const pol_root *roots = run->roots;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK && !must_stop(run); i++) {
        if (is_reachable(roots[i].path))
            status = update_root(run, roots[i], run->ledger.reader, reterr);
        else
            left_out(run, roots[i].path, 0, "this folder is not there: its documents are kept");
    }
    return status;
}

static pol_status update_paths(update_run *run, pol_error *reterr)
{
    const pol_update_options *options = run->options;
    pol_status status = options->is_rebuild ? rebuild(run, reterr) : load_roots(run, reterr);
    if (status == POL_OK && options->path_count == 0 && !options->is_rebuild)
        status = update_known_roots(run, reterr);
    for (size_t i = 0; i < options->path_count && status == POL_OK && !must_stop(run); i++)
        status = strcmp(options->paths[i], "-") == 0 ? update_input(run, reterr)
                                                     : update_path(run, options->paths[i], reterr);
    return status == POL_OK ? read_queued(run, reterr) : status;
}

static pol_status open_run(update_run *run, const char *command, pol_error *reterr)
{
    pol_status status = pol_store_open(run->options->index_path, command,
                                       run->options->is_rebuild, &run->store, reterr);
    if (status == POL_OK)
        status = pol_ledger_open(&run->ledger, pol_store_writer(run->store), reterr);
    if (status == POL_OK)
        status = pol_writing_new(&run->ledger, &run->writing, reterr);
    return status == POL_OK ? pol_pool_new(run->options->jobs, &run->pool, reterr) : status;
}

static pol_status count_totals(update_run *run, pol_error *reterr)
{
    xc_error error;
    uint32_t heads, bodies;
    const xc_bytes head = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    const xc_bytes body = {POL_PREFIX_BODY, strlen(POL_PREFIX_BODY)};
    if (xc_reader_term_frequency(run->ledger.reader, head, &heads, &error) != XC_OK ||
        xc_reader_term_frequency(run->ledger.reader, body, &bodies, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot read the index");
    run->summary->total_documents = heads;
    run->summary->total_passages = bodies;
    return POL_OK;
}

pol_status pol_update_index(const pol_update_options *options, pol_summary *ret_summary,
                            pol_error *reterr)
{
    *ret_summary = (pol_summary){0};
    update_run run = {.options = options, .summary = ret_summary, .started = now_seconds()};
    run.committed = run.started;
    pol_arena_init(&run.arena, LISTS_LIMIT);
    pol_status status = open_run(&run, options->is_rebuild ? "polindex --rebuild" : "polindex", reterr);
    if (status == POL_OK)
        status = update_paths(&run, reterr);
    if (status == POL_OK)
        status = count_totals(&run, reterr);
    if (run.writing)
        ret_summary->written = *pol_writing_counts(run.writing);
    bool is_abandoned = options->is_rebuild && ret_summary->is_stopped;
    pol_pool_free(run.pool);
    pol_writing_free(run.writing);
    pol_ledger_close(&run.ledger);
    if (status == POL_OK && !is_abandoned) {
        show_progress(&run, options->is_rebuild ? "compacting" : "committing");
        status = pol_store_finish(run.store, reterr);
    }
    pol_store_free(run.store);
    pol_arena_done(&run.arena);
    ret_summary->seconds = now_seconds() - run.started;
    return status;
}

/* --- preview ------------------------------------------------------------------------ */

static pol_status preview_path(pol_ledger *ledger, const char *path, pol_arena *arena,
                               const pol_update_options *options,
                               void (*on_file)(void *, pol_span, const char *),
                               pol_summary *summary, pol_error *reterr)
{
    pol_survey survey;
    pol_status status = pol_survey_path(ledger, path, arena, &survey, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < survey.file_count; i++) {
        if (survey.files[i].state == POL_FILE_UNCHANGED) {
            summary->files_unchanged++;
            continue;
        }
        summary->files_read++;
        on_file(options->context, survey.files[i].file.path,
                survey.files[i].state == POL_FILE_NEW ? "new" : "changed");
    }
    for (size_t i = 0; i < survey.gone_count; i++)
        on_file(options->context, survey.gone[i].relative, "removed");
    summary->files_removed += survey.gone_count;
    for (size_t i = 0; i < survey.left_out_count; i++)
        options->on_left_out(options->context, survey.left_out[i].path, 0,
                             survey.left_out[i].reason.data);
    summary->left_out += survey.left_out_count;
    return POL_OK;
}

static pol_status preview_root(pol_ledger *ledger, pol_root root, pol_arena *arena,
                               const pol_update_options *options,
                               void (*on_file)(void *, pol_span, const char *),
                               pol_summary *summary, pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    if (!root.is_partial)
        return preview_path(ledger, root.path.data, arena, options, on_file, summary, reterr);
    pol_status status = pol_ledger_files(ledger, root.number, arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_span path = join_path(arena, root.path, entries[i].relative);
        if (!path.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (access(path.data, F_OK) == 0)
            status = preview_path(ledger, path.data, arena, options, on_file, summary, reterr);
        else
            on_file(options->context, path, "removed");
    }
    return status;
}

pol_status pol_update_preview(const pol_update_options *options,
                              void (*on_file)(void *context, pol_span path, const char *what),
                              pol_summary *ret_summary, pol_error *reterr)
{
    *ret_summary = (pol_summary){0};
    pol_arena arena;
    pol_ledger ledger = {0};
    pol_arena_init(&arena, LISTS_LIMIT);
    pol_status status = options->is_rebuild
                            ? POL_OK
                            : pol_store_read(options->index_path, &ledger.reader, reterr);
    if (status == POL_NOTFOUND)
        status = POL_OK;
    pol_root *roots = NULL;
    size_t root_count = 0;
    if (status == POL_OK && options->path_count == 0 && ledger.reader)
        status = pol_ledger_roots(ledger.reader, &arena, &roots, &root_count, reterr);
    for (size_t i = 0; i < root_count && status == POL_OK; i++)
        status = preview_root(&ledger, roots[i], &arena, options, on_file, ret_summary, reterr);
    for (size_t i = 0; i < options->path_count && status == POL_OK; i++)
        if (strcmp(options->paths[i], "-") != 0)
            status = preview_path(ledger.reader ? &ledger : NULL, options->paths[i], &arena,
                                  options, on_file, ret_summary, reterr);
    xc_reader_free(ledger.reader);
    pol_arena_done(&arena);
    return status;
}
