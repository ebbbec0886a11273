/* reading.c - files given to the pool, taken back in order, written, committed. */
#include "indexer/reading.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "indexer/joining.h"
#include "indexer/json_lines.h"
#include "indexer/line_log.h"

/* A commit makes what is written durable. Xapian holds what is not committed in trees that
 * grow slow: of 2,500 to 60,000 passages, 2,500 is the fastest (bench/fts5.c). */
enum { PASSAGES_PER_COMMIT = 2500, OUTLINED_PER_COMMIT = 20000, SECONDS_PER_COMMIT = 20 };
#define TEXT_PER_COMMIT ((uint64_t)16 << 20)

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool pol_run_must_stop(pol_run *run)
{
    if (run->options->stop && *run->options->stop)
        run->summary->is_stopped = true;
    return run->summary->is_stopped;
}

void pol_run_leave_out(pol_run *run, pol_span path, uint32_t line, const char *reason)
{
    run->summary->left_out++;
    run->options->on_left_out(run->options->context, path, line, reason);
}

void pol_run_show_progress(pol_run *run, const char *phase)
{
    run->progress.phase = phase;
    run->progress.documents = run->summary->documents;
    run->options->on_progress(run->options->context, &run->progress);
}

/* --- writing what comes out of the pool --------------------------------------------- */

pol_status pol_run_commit_if_due(pol_run *run, pol_error *reterr)
{
    uint64_t passages = pol_writing_counts(run->writing)->passages;
    double now = now_seconds();
    const uint64_t many = pol_store_builder(run->store) ? OUTLINED_PER_COMMIT : PASSAGES_PER_COMMIT;
    if (passages - run->passages_committed < many &&
        run->summary->text_bytes - run->text_committed < TEXT_PER_COMMIT &&
        now - run->committed < SECONDS_PER_COMMIT)
        return POL_OK;
    pol_run_show_progress(run, "committing");
    pol_status status = pol_store_commit(run->store, reterr);
    run->passages_committed = passages;
    run->text_committed = run->summary->text_bytes;
    run->committed = now_seconds();
    return status;
}

/* False where memory is out. */
static bool count_document(pol_run *run, const pol_document *document)
{
    pol_summary *summary = run->summary;
    summary->documents++;
    summary->text_bytes += document->text.size;
    summary->by_kind[document->kind]++;
    summary->by_decision[document->decision]++;
    return pol_span_map_set(&run->counted, document->id.text, document->decision, &run->arena);
}

/* Another file has its id. That file may be a former name of this one, or have lost the
 * document to it: this one is read again when all others have been. */
static void leave_document_out(pol_run *run, const pol_item *item, const pol_taken *taken,
                               pol_status status, const char *reason)
{
    bool may_be_freed = status == POL_LOCKED && !run->is_last_pass && !run->file->is_stream;
    run->has_taken_id |= status == POL_LOCKED;
    if (may_be_freed)
        return;
    if (!run->is_again || status == POL_LOCKED)
        pol_run_leave_out(run, item->file.path, pol_taken_line(item, taken), reason);
}

/* Lines before `until` whose documents the index has: they stand as if they were added now. */
static pol_status keep_lines(pol_run *run, pol_item *item, uint32_t until, pol_error *reterr)
{
    bool is_first;
    for (; item->kept_done < item->kept_count; item->kept_done++) {
        const pol_kept_line *kept = &item->kept[item->kept_done];
        if (kept->line >= until)
            break;
        pol_status status = pol_writing_keep(run->writing, kept->id_hash, &is_first, reterr);
        if (status != POL_OK)
            return status;
        run->file_documents += is_first;
        if (is_first)
            pol_line_log_note(item->log, kept->line, pol_line_log_hash_of(item, kept->line),
                              kept->id_hash);
        else
            pol_run_leave_out(run, item->file.path, kept->line, "its id stands twice in this file");
    }
    return POL_OK;
}

/* The line that a document comes from: parts of a text that stands on a line say so themselves. */
static uint32_t line_of(const pol_item *item, size_t place)
{
    const pol_taken *taken = &item->documents[place];
    return taken->stored.document.line ? taken->stored.document.line : pol_taken_line(item, taken);
}

/* The same where it has the line to itself, and nothing of it was left out; else 0. */
static uint32_t own_line(const pol_item *item, size_t place)
{
    if (!item->log)
        return 0;
    const uint32_t line = line_of(item, place);
    bool is_own = line - item->first_line < item->line_count &&
                  (place == 0 || line_of(item, place - 1) != line) &&
                  (place + 1 == item->document_count || line_of(item, place + 1) != line);
    for (size_t i = 0; i < item->skip_count && is_own; i++)
        is_own = item->skips[i].line != line;
    return is_own ? line : 0;
}

static void note_line(const pol_item *item, const pol_taken *taken, uint32_t line)
{
    /* what else lines of this item state must be read again each time */
    if (line && taken->stored.has_explicit_id && item->outcome_count == 0)
        pol_line_log_note(item->log, line, pol_line_log_hash_of(item, line),
                          pol_line_log_hash(taken->stored.document.id.text));
}

static pol_status write_documents(pol_run *run, pol_item *item, pol_error *reterr)
{
    for (size_t i = 0; i < item->document_count && !pol_run_must_stop(run); i++) {
        pol_taken *taken = &item->documents[i];
        const uint32_t line = own_line(item, i);
        pol_status status = keep_lines(run, item, line, reterr);
        if (status == POL_OK)
            status = pol_writing_add(run->writing, taken, NULL, reterr);
        if (status == POL_LOCKED || status == POL_USAGE) {
            leave_document_out(run, item, taken, status, reterr->text);
            continue;
        }
        if (status == POL_OK)
            status = pol_run_commit_if_due(run, reterr);
        if (status != POL_OK)
            return status;
        run->file_documents++;
        if (!run->is_again && !count_document(run, &taken->stored.document))
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        note_line(item, taken, line);
        pol_prepared_done(&taken->prepared);
    }
    return keep_lines(run, item, UINT32_MAX, reterr);
}

/* The root's folder name: makes other ids where two roots hold the same paths. */
static pol_span salt_of(const pol_run *run, pol_span file_key)
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

static pol_status try_again_later(pol_run *run, pol_span key, pol_error *reterr)
{
    pol_span *retries = pol_arena_grow(&run->arena, run->retries, run->retry_count,
                                       &run->retry_capacity, sizeof *retries);
    if (!retries || !pol_span_map_set(&run->retried, key, 1, &run->arena))
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    run->retries = retries;
    retries[run->retry_count++] = key;
    return POL_OK;
}

/* A file of which nothing could be read keeps its documents of before, and is tried again
 * next time; so is one with an id that another file has. */
static pol_status end_file(pol_run *run, const pol_item *item, pol_error *reterr)
{
    bool is_whole = !run->is_file_broken && !run->file->is_stream && !pol_run_must_stop(run);
    pol_status status = pol_writing_end_file(run->writing, is_whole, reterr);
    if (status == POL_OK && is_whole)
        status = pol_outcomes_record(&run->ledger, item->file_key, item->file.relative,
                                     item->outcomes, item->outcome_count, reterr);
    if (status == POL_OK && is_whole) {
        pol_entry entry = pol_survey_entry(run->file, run->file_documents);
        entry.is_incomplete = run->has_taken_id;
        status = pol_ledger_record(&run->ledger, item->file_key, &entry, reterr);
    }
    if (status == POL_OK && is_whole && item->log)
        status = pol_line_log_store(item->log, &run->ledger, item->file_key, reterr);
    if (status == POL_OK && is_whole && run->has_taken_id && !run->is_last_pass)
        status = try_again_later(run, run->file->key, reterr);
    run->summary->files_read += !run->is_again;
    run->progress.files_done += !run->is_again;
    run->bytes_of_files += item->file.size_bytes;
    run->progress.bytes_done = run->bytes_of_files;
    run->file = NULL;
    return status;
}

static pol_status write_item(pol_run *run, pol_item *item, pol_error *reterr)
{
    if (item->status != POL_OK) {
        *reterr = item->error;
        return item->status;
    }
    for (size_t i = 0; i < item->skip_count && !run->is_again; i++)
        pol_run_leave_out(run, pol_skip_path(item, item->file.path, &item->skips[i]),
                          item->skips[i].line, item->skips[i].reason);
    run->is_file_broken |=
        item->skip_count > 0 && item->document_count == 0 && item->kept_count == 0;
    pol_status status = write_documents(run, item, reterr);
    if (status == POL_OK && item->is_last)
        status = end_file(run, item, reterr);
    pol_run_show_progress(run, "reading");
    return status;
}

/* Writes the oldest item. */
static pol_status write_next(pol_run *run, pol_error *reterr)
{
    pol_item *item = pol_pool_take(run->pool);
    pol_status status = POL_OK;
    if (!run->file) {
        run->file = item->owner;
        run->file_documents = 0;
        run->is_file_broken = false;
        run->has_taken_id = false;
        run->is_again = pol_span_map_get(&run->retried, item->file_key);
        pol_writing_begin_file(run->writing, item->file_key, salt_of(run, item->file_key));
        /* a run that is killed may leave the file half written */
        if (item->log)
            status = pol_line_log_forget(&run->ledger, item->file_key, reterr);
    }
    if (status == POL_OK)
        status = write_item(run, item, reterr);
    pol_item_free(item);
    return status;
}

static pol_status drain(pol_run *run, pol_error *reterr)
{
    pol_status status = POL_OK;
    while (status == POL_OK && !pol_pool_is_empty(run->pool))
        status = write_next(run, reterr);
    return status;
}

/* Gives an item to the pool, writing the oldest when it is full. */
static pol_status give(pol_run *run, pol_item *item, pol_error *reterr)
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

static pol_item *new_item(const pol_run *run, const pol_survey_file *file)
{
    pol_item *item = pol_item_new();
    if (!item)
        return NULL;
    item->file = file->file;
    item->sidecar = file->sidecar;
    item->format = file->format;
    item->file_key = file->key;
    item->owner = file;
    item->is_prepared = !pol_store_builder(run->store);
    return item;
}

/* One item ahead of what is given, so that the last one is known to be the last: it takes the log
 * over. */
static pol_status give_lines(pol_run *run, const pol_survey_file *file, pol_line_stream *stream,
                             pol_line_log **log, pol_error *reterr)
{
    pol_item *ahead = NULL;
    bool has_more = true;
    pol_status status = POL_OK;
    while (status == POL_OK && has_more && !pol_run_must_stop(run)) {
        pol_item *item = new_item(run, file);
        if (!item)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        else
            status = pol_line_stream_next(stream, item, &has_more, reterr);
        if (status != POL_OK || !has_more) {
            pol_item_free(item);
            break;
        }
        item->log = *log;
        if (*log && !pol_line_log_skip(*log, item))
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (ahead && status == POL_OK)
            status = give(run, ahead, reterr);
        ahead = item;
        run->progress.bytes_done = run->bytes_of_files + pol_line_stream_bytes(stream);
    }
    if (status != POL_OK || !ahead) {
        pol_item_free(ahead);
        return status;
    }
    ahead->is_last = true;
    *log = NULL;
    return give(run, ahead, reterr);
}

/* What stands on standard input stands for itself; of a file read again nothing is known. */
static pol_status give_logged(pol_run *run, const pol_survey_file *file, pol_line_stream *stream,
                              pol_error *reterr)
{
    pol_line_log *log = NULL;
    pol_status status = POL_OK;
    if (!file->is_stream)
        status = pol_line_log_open(&run->ledger, file->key, file->state == POL_FILE_CHANGED, &log,
                                   reterr);
    if (status == POL_OK)
        status = give_lines(run, file, stream, &log, reterr);
    pol_line_log_free(log);
    return status;
}

static pol_status give_json_lines(pol_run *run, const pol_survey_file *file, int descriptor,
                                  pol_error *reterr)
{
    pol_line_stream *stream = NULL;
    if (descriptor < 0) {
        pol_run_leave_out(run, file->file.path, 0, strerror(errno));
        return POL_OK;
    }
    pol_status status = pol_line_stream_new(descriptor, &stream, reterr);
    if (status != POL_OK) {
        close(descriptor);
        return status;
    }
    pol_line_stream_stop_on(stream, run->options->stop);
    status = give_logged(run, file, stream, reterr);
    pol_line_stream_free(stream);
    if (status == POL_IO) {
        pol_run_leave_out(run, file->file.path, 0, reterr->text);
        status = POL_OK;
    }
    return status;
}

static pol_status give_file(pol_run *run, const pol_survey_file *file, pol_error *reterr)
{
    if (file->format == POL_FORMAT_JSON_LINES)
        return give_json_lines(
            run, file, open(file->file.path.data, O_RDONLY | O_CLOEXEC | O_NONBLOCK), reterr);
    pol_item *item = new_item(run, file);
    if (!item)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    item->is_last = true;
    return give(run, item, reterr);
}

pol_status pol_run_read_files(pol_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < survey->file_count && status == POL_OK && !pol_run_must_stop(run); i++)
        if (survey->files[i].state != POL_FILE_UNCHANGED)
            status = give_file(run, &survey->files[i], reterr);
    if (status == POL_OK)
        status = drain(run, reterr);
    return status;
}

/* Reads one file of a known root again. What is not there now but was (its disk may be
 * away) is forgotten by the ledger only: it is new when it is back. */
static pol_status read_again(pol_run *run, pol_span key, pol_error *reterr)
{
    pol_survey_file *file = pol_arena_alloc(&run->arena, sizeof *file);
    if (!file)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    bool is_gone;
    *file = pol_survey_one(run->roots, run->root_count, key, &run->arena, &is_gone);
    if (is_gone)
        return pol_writing_remove_file(run->writing, key, reterr);
    pol_status status = file->file.path.data ? give_file(run, file, reterr) : POL_OK;
    return status == POL_OK ? drain(run, reterr) : status;
}

pol_status pol_run_read_queued(pol_run *run, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_span key;
    run->is_last_pass = true;
    for (size_t i = 0; i < run->retry_count && status == POL_OK && !pol_run_must_stop(run); i++)
        status = read_again(run, run->retries[i], reterr);
    while (status == POL_OK && !pol_run_must_stop(run) &&
           (key = pol_writing_next_queued(run->writing)).data) {
        bool is_known;
        pol_entry entry;
        status = pol_ledger_find(&run->ledger, key, &run->arena, &entry, &is_known, reterr);
        if (status == POL_OK && !is_known)
            status = read_again(run, key, reterr);
    }
    return status;
}

pol_status pol_run_read_input(pol_run *run, pol_error *reterr)
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

/* --- joining ------------------------------------------------------------------------ */

static void tell_unmatched(void *context, const pol_known_outcome *outcome,
                           pol_unmatched_reason reason)
{
    pol_run *run = context;
    uint32_t number = (uint32_t)strtoul(outcome->file_key.data, NULL, 10);
    pol_span path = outcome->join.file;
    for (size_t i = 0; i < run->root_count; i++)
        if (run->roots[i].number == number)
            path = pol_path_join(&run->arena, run->roots[i].path, outcome->join.file);
    run->options->on_unmatched(run->options->context, path.data ? path : outcome->join.file,
                               &outcome->join.outcome, pol_unmatched_text(reason));
}

static pol_status commit_joined(void *context, pol_error *reterr)
{
    return pol_run_commit_if_due(context, reterr);
}

static bool must_stop_joining(void *context)
{
    return pol_run_must_stop(context);
}

/* Rules of the folders that are there; a change of one, and a new year, are of all policy. */
static pol_status take_profiles(pol_run *run, int year, pol_joining *joining, pol_error *reterr)
{
    pol_profile *profiles;
    bool is_stale = false, is_new;
    pol_error why;
    pol_status status = POL_OK;
    for (size_t i = 0; i < run->root_count && status == POL_OK; i++) {
        pol_profile profile;
        if (pol_path_is_gone(run->roots[i].path.data))
            continue;
        if (pol_profile_read(run->roots[i].path.data, &run->arena, &profile, &why) != POL_OK) {
            run->options->on_note(run->options->context, why.text);
            continue;
        }
        profile.root = run->roots[i].number;
        status = pol_profile_record(&run->ledger, &profile, &is_new, reterr);
        is_stale |= is_new;
    }
    if (status == POL_OK)
        status = pol_profiles_load(run->ledger.reader, &run->arena, &profiles,
                                   &joining->profile_count, reterr);
    if (status != POL_OK)
        return status;
    joining->profiles = profiles;
    joining->this_year = year;
    if (joining->profile_count) {
        status = pol_profile_record_year(&run->ledger, year, &is_new, reterr);
        is_stale |= is_new;
    }
    return status == POL_OK && is_stale ? pol_joining_mark_all(&run->ledger, reterr) : status;
}

/* What a document is in the end, which a report may have said; what it was where it is not there
 * any more. */
static pol_status final_decision(pol_run *run, pol_span id, pol_decision *decision,
                                 pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_docid docid;
    xc_document *document = NULL;
    xc_bytes value = {0};
    xc_error error;
    xc_status status =
        xc_reader_find(run->ledger.reader, pol_xc_bytes(pol_head_term(id, buffer)), &docid, &error);
    if (status == XC_OK && docid)
        status = xc_reader_document(run->ledger.reader, docid, &document, &error);
    if (status == XC_OK && document)
        status = xc_document_value(document, POL_SLOT_DECISION, &value, &error);
    if (status == XC_OK && value.size)
        *decision = pol_decision_from_code(pol_xc_span(value));
    xc_document_free(document);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, "cannot read the index");
}

static pol_status count_again(pol_run *run, pol_error *reterr)
{
    pol_status status = POL_OK;
    memset(run->summary->by_decision, 0, sizeof run->summary->by_decision);
    for (size_t i = 0; i < run->counted.size && status == POL_OK; i++) {
        const pol_span_entry *entry = &run->counted.entries[i];
        pol_decision decision = (pol_decision)entry->value;
        if (!entry->key.data)
            continue;
        status = final_decision(run, entry->key, &decision, reterr);
        run->summary->by_decision[decision]++;
    }
    return status;
}

pol_status pol_run_join(pol_run *run, pol_error *reterr)
{
    pol_joining joining = {.ledger = &run->ledger,
                           .writing = run->writing,
                           .on_unmatched = tell_unmatched,
                           .on_written = commit_joined,
                           .must_stop = must_stop_joining,
                           .context = run};
    pol_run_show_progress(run, "joining");
    pol_status status = take_profiles(run, pol_this_year(), &joining, reterr);
    if (status == POL_OK)
        status = pol_joining_run(&joining, reterr);
    run->summary->joined = joining.joined;
    run->summary->unmatched = joining.unmatched;
    /* A file that was read again says nothing of what a report has said of it long since. */
    bool is_known = !pol_store_builder(run->store) && run->counted.size;
    bool is_other = is_known || joining.changed || pol_writing_counts(run->writing)->carried;
    return status == POL_OK && is_other ? count_again(run, reterr) : status;
}
