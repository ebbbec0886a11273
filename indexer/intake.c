/* intake.c - reading one item: bytes, sidecar, recogniser, Xapian documents. */
#include "indexer/intake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/recognise.h"

/* An item's arena: the bytes, their decoded form, lines, passages. */
#define ITEM_LIMIT ((size_t)1 << 30)
enum { SIDECAR_MAX = 1 << 20, ID_DIGITS = 12, DETECT_SIZE = 1024 };

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

pol_status pol_file_read(const char *path, size_t limit, pol_arena *arena, pol_span *ret_bytes,
                         pol_error *reterr)
{
    struct stat status;
    pol_status result = POL_OK;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 || fstat(file, &status) != 0)
        result = pol_fail(reterr, errno == ENOENT ? POL_NOTFOUND : POL_IO, 0, "cannot read it: %s",
                          strerror(errno));
    else if (!S_ISREG(status.st_mode))
        result = pol_fail(reterr, POL_IO, 0, "not a regular file");
    else if ((uint64_t)status.st_size > limit)
        result =
            pol_fail(reterr, POL_LIMIT, 0, "too large: %llu MB, at most %zu MB are read: split it",
                     (unsigned long long)status.st_size >> 20, limit >> 20);
    if (result == POL_OK) {
        char *bytes = pol_arena_alloc(arena, (size_t)status.st_size + 1);
        size_t size = 0;
        if (!bytes)
            result = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        else if (!read_all(file, bytes, (size_t)status.st_size, &size))
            result = pol_fail(reterr, POL_IO, 0, "cannot read it: %s", strerror(errno));
        else
            *ret_bytes = pol_span_make(bytes, size);
    }
    if (file >= 0)
        close(file);
    return result;
}

pol_span pol_derived_id(pol_arena *arena, pol_span relative, uint32_t ordinal, pol_span salt)
{
    pol_buffer path;
    char hex[33];
    pol_buffer_init(&path, 64 << 10);
    if (salt.size) {
        pol_buffer_add(&path, salt);
        pol_buffer_add_byte(&path, '/');
    }
    pol_buffer_add(&path, relative);
    if (ordinal)
        pol_buffer_printf(&path, "#%u", ordinal);
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

static void skip(pol_item *item, uint32_t line, const char *reason)
{
    pol_skip *skips = pol_arena_grow(&item->arena, item->skips, item->skip_count,
                                     &item->skip_capacity, sizeof *skips);
    if (!skips) {
        out_of_memory(item);
        return;
    }
    item->skips = skips;
    skips[item->skip_count].line = line;
    snprintf(skips[item->skip_count++].reason, sizeof skips->reason, "%s", reason);
}

static pol_span file_name(pol_span path)
{
    size_t at = path.size;
    while (at > 0 && path.data[at - 1] != '/')
        at--;
    return pol_span_from(path, at);
}

/* Keeps a recognised document, with its id and source. */
static void keep(pol_item *item, const pol_document *document, uint32_t ordinal,
                 pol_preparer *preparer)
{
    pol_taken *documents = pol_arena_grow(&item->arena, item->documents, item->document_count,
                                          &item->document_capacity, sizeof *documents);
    pol_span *sources = pol_arena_array(&item->arena, 1, sizeof *sources);
    if (!documents || !sources) {
        out_of_memory(item);
        return;
    }
    item->documents = documents;
    pol_taken *taken = &documents[item->document_count];
    *taken = (pol_taken){.stored = {.document = *document, .sources = sources, .source_count = 1},
                         .ordinal = ordinal};
    sources[0] = item->file.relative;
    taken->stored.has_explicit_id = document->id.text.size > 0;
    if (!taken->stored.has_explicit_id)
        taken->stored.document.id.text =
            pol_derived_id(&item->arena, item->file.relative, ordinal, (pol_span){0});
    if (!taken->stored.document.id.text.data) {
        out_of_memory(item);
        return;
    }
    item->document_count++;
    pol_error error;
    if (item->is_prepared && pol_prepare(preparer, &taken->stored, &item->file_key, 1,
                                         &taken->prepared, &error) != POL_OK) {
        item->document_count--;
        skip(item, item->lines.data ? ordinal + 1 : 0, error.text);
    }
}

/* Lines of text with its sidecar's statements become a document. */
static void recognise(pol_item *item, pol_text *text, pol_preparer *preparer)
{
    pol_error error;
    pol_document document;
    if (text->line_count == 0) {
        skip(item, 0, "no text in it");
        return;
    }
    if (pol_recognise(text, file_name(item->file.relative), &item->arena, &document, &error) !=
        POL_OK)
        skip(item, 0, error.text);
    else
        keep(item, &document, 0, preparer);
}

static void take_file(pol_item *item, pol_preparer *preparer)
{
    pol_span bytes, sidecar;
    pol_text text = {0};
    pol_error error;
    pol_status status =
        pol_file_read(item->file.path.data, POL_FILE_MAX, &item->arena, &bytes, &error);
    if (status == POL_OK && item->format == POL_FORMAT_UNKNOWN)
        item->format =
            pol_format_detect(file_name(item->file.relative), pol_span_first(bytes, DETECT_SIZE));
    if (status == POL_OK)
        status = pol_read(item->format, bytes, &item->arena, &text, &error);
    if (status != POL_OK) {
        skip(item, (uint32_t)error.at, error.text);
        return;
    }
    if (item->sidecar.path.data) {
        status =
            pol_file_read(item->sidecar.path.data, SIDECAR_MAX, &item->arena, &sidecar, &error);
        if (status == POL_OK)
            status = pol_read_yaml(sidecar, POL_ORIGIN_SIDECAR, 1, &item->arena, &text, &error);
        if (status != POL_OK) {
            char reason[POL_ERROR_TEXT_SIZE];
            snprintf(reason, sizeof reason, "its .meta.yaml cannot be used: %.180s", error.text);
            skip(item, (uint32_t)error.at, reason);
            return;
        }
    }
    recognise(item, &text, preparer);
}

static void take_line(pol_item *item, pol_span line, uint32_t number, pol_preparer *preparer)
{
    pol_text text = {0};
    pol_document document;
    pol_error error;
    pol_status status = pol_read_json(line, number, &item->arena, &text, &error);
    if (status == POL_OK)
        status =
            pol_recognise(&text, file_name(item->file.relative), &item->arena, &document, &error);
    if (status != POL_OK)
        skip(item, number, error.text);
    else if (!document.id.text.size && pol_span_equal(item->file_key, POL_SPAN("-")))
        skip(item, number, "it has no \"id\", which a document on standard input needs");
    else
        keep(item, &document, number - 1, preparer);
}

void pol_item_take(pol_item *item, pol_preparer *preparer)
{
    if (!item->lines.data) {
        take_file(item, preparer);
        return;
    }
    uint32_t number = item->first_line;
    pol_span rest = item->lines;
    while (rest.size && item->status == POL_OK) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        pol_span line = pol_span_first(rest, end);
        if (pol_span_trim(line).size)
            take_line(item, pol_span_trim(line), number, preparer);
        rest = end == (size_t)-1 ? (pol_span){0} : pol_span_from(rest, end + 1);
        number++;
    }
}
