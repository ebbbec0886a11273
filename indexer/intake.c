/* intake.c - reading one item: bytes, sidecar, recogniser, Xapian documents. */
#include "indexer/intake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/line_log.h"
#include "indexer/outcomes.h"
#include "indexer/outline.h"

/* An item's arena: the bytes, their decoded form, lines, passages. */
#define ITEM_LIMIT ((size_t)1 << 30)
enum { SIDECAR_MAX = 1 << 20, ID_DIGITS = 12 };

pol_item *pol_item_new(void)
{
    pol_item *item = calloc(1, sizeof *item);
    if (item)
        pol_arena_init(&item->arena, ITEM_LIMIT);
    return item;
}

void pol_item_free(pol_item *item)
{
    if (!item)
        return;
    for (size_t i = 0; i < item->document_count; i++)
        pol_prepared_done(&item->documents[i].prepared);
    xc_batch_free(item->batch);
    if (item->is_last)
        pol_line_log_free(item->log);
    pol_arena_done(&item->arena);
    free(item);
}

static bool read_all(int file, char *bytes, size_t size, size_t *ret_size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t part = read(file, bytes + done, size - done);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return false;
        if (part == 0)
            break;
        done += (size_t)part;
    }
    *ret_size = done;
    return true;
}

static pol_status open_file(const char *path, size_t limit, int *ret_file, pol_error *reterr)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    *ret_file = -1;
    if (file < 0)
        return pol_fail(reterr, errno == ENOENT ? POL_NOTFOUND : POL_IO, 0, "cannot read it: %s",
                        strerror(errno));
    pol_status result = POL_OK;
    if (fstat(file, &status) != 0)
        result = pol_fail(reterr, POL_IO, 0, "cannot read it: %s", strerror(errno));
    else if (!S_ISREG(status.st_mode))
        result = pol_fail(reterr, POL_IO, 0, "not a regular file");
    else if ((uint64_t)status.st_size > limit)
        result =
            pol_fail(reterr, POL_LIMIT, 0, "too large: %llu MB, at most %zu MB are read: split it",
                     (unsigned long long)status.st_size >> 20, limit >> 20);
    if (result == POL_OK)
        *ret_file = file;
    else
        close(file);
    return result;
}

pol_status pol_file_read(const char *path, size_t limit, pol_arena *arena, pol_span *ret_bytes,
                         pol_error *reterr)
{
    int file;
    pol_status result = open_file(path, limit, &file, reterr);
    if (result != POL_OK)
        return result;
    struct stat status;
    size_t wanted = fstat(file, &status) == 0 ? (size_t)status.st_size : 0, size = 0;
    char *bytes = pol_arena_alloc(arena, wanted + 1);
    if (!bytes)
        result = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    else if (!read_all(file, bytes, wanted < limit ? wanted : limit, &size))
        result = pol_fail(reterr, POL_IO, 0, "cannot read it: %s", strerror(errno));
    else
        *ret_bytes = pol_span_make(bytes, size);
    close(file);
    return result;
}

pol_span pol_derived_id(pol_arena *arena, pol_span relative, pol_span key, pol_span salt)
{
    pol_buffer path;
    char hex[33];
    pol_buffer_init(&path, 64 << 10);
    if (salt.size) {
        pol_buffer_add(&path, salt);
        pol_buffer_add_byte(&path, '/');
    }
    pol_buffer_add(&path, relative);
    if (key.size) {
        pol_buffer_add_byte(&path, '#');
        pol_buffer_add(&path, key);
    }
    pol_hash_hex(pol_buffer_span(&path), hex);
    bool is_whole = path.status == POL_OK;
    pol_buffer_done(&path);
    return is_whole ? pol_arena_copy(arena, pol_span_make(hex, ID_DIGITS)) : (pol_span){0};
}

static void out_of_memory(pol_item *item)
{
    item->status = pol_fail(&item->error, POL_NOMEM, 0, "out of memory while reading '%.*s'",
                            POL_SPAN_ARGS(pol_span_first(item->file.relative, 120)));
}

static void skip_member(pol_item *item, pol_span member, uint32_t line, pol_span reason)
{
    pol_skip *skips = pol_arena_grow(&item->arena, item->skips, item->skip_count,
                                     &item->skip_capacity, sizeof *skips);
    if (!skips) {
        out_of_memory(item);
        return;
    }
    item->skips = skips;
    skips[item->skip_count] = (pol_skip){.line = line, .member = member};
    snprintf(skips[item->skip_count++].reason, sizeof skips->reason, "%.*s", POL_SPAN_ARGS(reason));
}

static void skip(pol_item *item, uint32_t line, const char *reason)
{
    skip_member(item, (pol_span){0}, line, pol_span_of(reason));
}

pol_span pol_skip_path(pol_item *item, pol_span file, const pol_skip *skip)
{
    pol_span path = pol_member_path(&item->arena, file, skip->member);
    return path.data ? path : file;
}

static pol_span file_name(pol_span path)
{
    size_t at = path.size;
    while (at > 0 && path.data[at - 1] != '/')
        at--;
    return pol_span_from(path, at);
}

/* The line of a document of JSON Lines, which is its key + 1; 0 for others. The key ends where it
 * ends: what lies behind it may be digits. */
static uint32_t line_of(const pol_item *item, pol_span key)
{
    uint32_t number = 0;
    for (size_t i = 0; i < key.size && key.data[i] >= '0' && key.data[i] <= '9'; i++)
        number = number * 10 + (uint32_t)(key.data[i] - '0');
    return item->lines.data ? number + 1 : 0;
}

uint32_t pol_taken_line(const pol_item *item, const pol_taken *taken)
{
    return item->lines.data ? line_of(item, taken->key) : taken->stored.document.line;
}

static bool set_id(pol_item *item, pol_taken *taken)
{
    pol_value *id = &taken->stored.document.id;
    taken->stored.has_explicit_id = id->text.size > 0;
    if (!taken->stored.has_explicit_id)
        id->text = pol_derived_id(&item->arena, item->file.relative, taken->key, (pol_span){0});
    return id->text.data != NULL;
}

/* What tells it from the other documents of its file: in an archive, its member too. False
 * when memory is out. */
static bool set_key(pol_item *item, const pol_extracted_document *extracted, pol_taken *taken)
{
    const pol_span member = extracted->document.member, key = extracted->key;
    taken->key = key;
    if (!member.size)
        return true;
    char *both = pol_arena_alloc(&item->arena, member.size + 1 + key.size);
    if (!both)
        return false;
    memcpy(both, member.data, member.size);
    both[member.size] = '#';
    if (key.size)
        memcpy(both + member.size + 1, key.data, key.size);
    taken->key = pol_span_make(both, member.size + (key.size ? 1 + key.size : 0));
    return true;
}

/* Of those that are prepared it is the preparer that refuses them. */
static bool is_too_long(pol_item *item, const pol_extracted_document *extracted)
{
    char reason[POL_ERROR_TEXT_SIZE];
    const size_t size = extracted->document.text.size;
    if (item->is_prepared || !item->file_key.data || size <= POL_DOCUMENT_TEXT_MAX)
        return false;
    snprintf(reason, sizeof reason,
             "one document with %zu MB of text, at most %d MB are read: split it",
             (size + (1 << 20) - 1) >> 20, POL_DOCUMENT_TEXT_MAX >> 20);
    skip(item, line_of(item, extracted->key), reason);
    return true;
}

/* Keeps a document, with its id and source. */
static void keep(pol_item *item, const pol_extracted_document *extracted, const pol_intake *intake)
{
    pol_error error;
    bool is_stream = pol_span_equal(item->file_key, POL_SPAN("-"));
    if (!extracted->document.id.text.size && is_stream) {
        skip(item, line_of(item, extracted->key),
             "it has no \"id\", which a document on standard input needs");
        return;
    }
    pol_taken *documents = pol_arena_grow(&item->arena, item->documents, item->document_count,
                                          &item->document_capacity, sizeof *documents);
    pol_span *sources = pol_arena_array(&item->arena, 1, sizeof *sources);
    if (!documents || !sources) {
        out_of_memory(item);
        return;
    }
    item->documents = documents;
    pol_taken *taken = &documents[item->document_count];
    *taken = (pol_taken){
        .stored = {.document = extracted->document, .sources = sources, .source_count = 1}};
    if (intake->preparer)
        taken->stored.changed = pol_preparer_now(intake->preparer);
    sources[0] = item->file.relative;
    if (!set_key(item, extracted, taken) || !set_id(item, taken)) {
        out_of_memory(item);
        return;
    }
    if (is_too_long(item, extracted))
        return;
    item->document_count++;
    if (item->is_prepared && pol_prepare(intake->preparer, &taken->stored, &item->file_key, 1,
                                         &taken->prepared, &error) != POL_OK) {
        item->document_count--;
        skip(item, line_of(item, extracted->key), error.text);
    }
}

static void keep_all(pol_item *item, const pol_extracted *extracted, const pol_intake *intake)
{
    for (size_t i = 0; i < extracted->omission_count && item->status == POL_OK; i++)
        skip_member(item, extracted->omissions[i].member, extracted->omissions[i].line,
                    extracted->omissions[i].reason);
    for (size_t i = 0; i < extracted->document_count && item->status == POL_OK; i++)
        keep(item, &extracted->documents[i], intake);
    item->outcomes = extracted->outcomes;
    item->outcome_count = extracted->outcome_count;
}

/* The bytes of a file that belongs to the item's own; false where they cannot be had. */
static bool read_companion(pol_item *item, pol_span *ret_bytes)
{
    pol_error error;
    char reason[POL_ERROR_TEXT_SIZE];
    const pol_file *file = &item->sidecar;
    const char *what = item->format == POL_FORMAT_CSV ? ".mapping.yaml" : ".meta.yaml";
    if (!file->path.data)
        return true;
    if (pol_file_read(file->path.data, SIDECAR_MAX, &item->arena, ret_bytes, &error) == POL_OK)
        return true;
    snprintf(reason, sizeof reason, "its %s cannot be used: %.180s", what, error.text);
    skip(item, (uint32_t)error.at, reason);
    return false;
}

static void take(pol_item *item, pol_read_request *request, const pol_intake *intake)
{
    pol_extracted extracted = {0};
    request->name = file_name(item->file.relative);
    request->format = item->format;
    item->status =
        pol_sandbox_read(intake->sandbox, request, &item->arena, &extracted, &item->error);
    if (item->status == POL_OK)
        keep_all(item, &extracted, intake);
}

static void take_file(pol_item *item, const pol_intake *intake)
{
    pol_error error;
    pol_read_request request = {.file = -1};
    bool is_csv = item->format == POL_FORMAT_CSV;
    if (open_file(item->file.path.data, POL_FILE_MAX, &request.file, &error) != POL_OK)
        skip(item, 0, error.text);
    else if (read_companion(item, is_csv ? &request.mapping : &request.sidecar))
        take(item, &request, intake);
    if (request.file >= 0)
        close(request.file);
}

void pol_item_take(pol_item *item, const pol_intake *intake)
{
    if (item->outlined_count) {
        pol_item_build(item, intake->preparer);
        return;
    }
    if (!item->lines.data) {
        take_file(item, intake);
        return;
    }
    pol_read_request request = {.file = -1, .bytes = item->lines, .first_line = item->first_line};
    take(item, &request, intake);
}
