/* ledger.c - roots and files as metadata of the index. */
#include "indexer/ledger.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "index/failure.h"
#include "indexer/line_log.h"

#define ROOT_PREFIX "polsearch.root/"
/* Short: with it pol_term_make() must stay below POL_TERM_MAX when it takes a hash. */
#define FILE_PREFIX "file/"
/* Before a root's path: are all files below it meant, or only those in the ledger? */
#define WHOLE_MARK   "*"
#define PARTIAL_MARK "."
enum { ENTRY_MAX = 64 << 10, COPY_LIMIT = 1 << 30 };

static const char trouble[] = "cannot read or write the list of files in the index";

pol_status pol_ledger_open(pol_ledger *ledger, xc_writer *writer, pol_error *reterr)
{
    xc_error error;
    *ledger = (pol_ledger){.writer = writer};
    if (xc_writer_reader(writer, &ledger->reader, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

void pol_ledger_close(pol_ledger *ledger)
{
    xc_reader_free(ledger->reader);
    *ledger = (pol_ledger){0};
}

/* Copies the value of a metadata key; absent where there is none. */
static pol_status get_value(xc_reader *reader, pol_span key, pol_arena *arena, pol_span *ret_value,
                            pol_error *reterr)
{
    xc_error error;
    xc_bytes value;
    *ret_value = (pol_span){0};
    if (xc_reader_metadata(reader, pol_xc_bytes(key), &value, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    if (value.size == 0)
        return POL_OK;
    *ret_value = pol_arena_copy(arena, pol_span_make(value.data, value.size));
    return ret_value->data ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

/* The next key that starts with `prefix`, copied; absent at the end. */
static pol_status next_key(xc_terms *keys, pol_arena *arena, pol_span *ret_key, pol_error *reterr)
{
    xc_error error;
    xc_bytes key;
    *ret_key = (pol_span){0};
    if (xc_terms_next(keys, &key, NULL, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    if (!key.data)
        return POL_OK;
    *ret_key = pol_arena_copy(arena, pol_span_make(key.data, key.size));
    return ret_key->data ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

pol_status pol_ledger_roots(xc_reader *reader, pol_arena *arena, pol_root **ret_roots,
                            size_t *ret_count, pol_error *reterr)
{
    xc_error error;
    xc_terms *keys = NULL;
    pol_root *roots = NULL;
    size_t count = 0, capacity = 0;
    if (xc_reader_metadata_keys(reader, pol_xc_bytes(POL_SPAN(ROOT_PREFIX)), &keys, &error) !=
        XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_span key = {0}, path;
    pol_status status;
    while ((status = next_key(keys, arena, &key, reterr)) == POL_OK && key.data) {
        status = get_value(reader, key, arena, &path, reterr);
        pol_root *grown = pol_arena_grow(arena, roots, count, &capacity, sizeof *roots);
        if (status == POL_OK && !grown)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (status != POL_OK)
            break;
        roots = grown;
        roots[count].number = (uint32_t)strtoul(key.data + strlen(ROOT_PREFIX), NULL, 10);
        roots[count].is_partial = pol_span_starts(path, POL_SPAN(PARTIAL_MARK));
        roots[count++].path = pol_span_from(path, 1);
    }
    xc_terms_free(keys);
    *ret_roots = roots;
    *ret_count = count;
    return status;
}

pol_status pol_ledger_set_root(pol_ledger *ledger, pol_root root, pol_error *reterr)
{
    char key[64], value[PATH_MAX + 2] = "";
    xc_error error;
    snprintf(key, sizeof key, ROOT_PREFIX "%06" PRIu32, root.number);
    if (root.path.size)
        snprintf(value, sizeof value, "%s%.*s", root.is_partial ? PARTIAL_MARK : WHOLE_MARK,
                 POL_SPAN_ARGS(root.path));
    if (xc_writer_set_metadata(ledger->writer, pol_xc_bytes(pol_span_of(key)),
                               pol_xc_bytes(pol_span_of(value)), &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    return POL_OK;
}

pol_span pol_file_key(pol_arena *arena, uint32_t root_number, pol_span relative)
{
    char number[16];
    int size = snprintf(number, sizeof number, "%" PRIu32 "/", root_number);
    char *key = pol_arena_alloc(arena, (size_t)size + relative.size + 1);
    if (!key)
        return (pol_span){0};
    memcpy(key, number, (size_t)size);
    memcpy(key + size, relative.data, relative.size);
    return pol_span_make(key, (size_t)size + relative.size);
}

/* The value is numbers, a tab and the path: for a person with xapian-delve too. */
#define ENTRY_FORMAT(u32, u64, i64)                                                                \
    "%u " u64 " " i64 " " i64 " " u64 " " i64 " " i64 " " i64 " " u32 " %u"
enum { ENTRY_FIELDS = 10 };

static bool parse_entry(pol_span value, pol_entry *entry)
{
    unsigned version = 0, is_incomplete = 0;
    *entry = (pol_entry){0};
    size_t tab = value.data ? pol_span_find(value, POL_SPAN("\t"), 0) : (size_t)-1;
    if (tab == (size_t)-1)
        return false;
    entry->relative = pol_span_from(value, tab + 1);
    int fields =
        sscanf(value.data, ENTRY_FORMAT("%" SCNu32, "%" SCNu64, "%" SCNd64), &version,
               &entry->size_bytes, &entry->changed_ns, &entry->status_ns,
               &entry->sidecar_size_bytes, &entry->sidecar_changed_ns, &entry->sidecar_status_ns,
               &entry->seen_ns, &entry->document_count, &is_incomplete);
    entry->is_incomplete = is_incomplete;
    return fields == ENTRY_FIELDS && version == POL_READING_VERSION;
}

static void format_entry(const pol_entry *entry, pol_buffer *value)
{
    pol_buffer_printf(value, ENTRY_FORMAT("%" PRIu32, "%" PRIu64, "%" PRId64) "\t",
                      POL_READING_VERSION, entry->size_bytes, entry->changed_ns, entry->status_ns,
                      entry->sidecar_size_bytes, entry->sidecar_changed_ns,
                      entry->sidecar_status_ns, entry->seen_ns, entry->document_count,
                      entry->is_incomplete);
    pol_buffer_add(value, entry->relative);
}

pol_status pol_ledger_find(pol_ledger *ledger, pol_span file_key, pol_arena *arena,
                           pol_entry *ret_entry, bool *ret_is_known, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_span value;
    *ret_is_known = false;
    pol_status status = get_value(ledger->reader, pol_term_make(FILE_PREFIX, file_key, buffer),
                                  arena, &value, reterr);
    if (status == POL_OK)
        *ret_is_known = parse_entry(value, ret_entry);
    return status;
}

pol_status pol_ledger_record(pol_ledger *ledger, pol_span file_key, const pol_entry *entry,
                             pol_error *reterr)
{
    char key[POL_TERM_MAX + 1];
    xc_error error;
    pol_buffer value;
    pol_buffer_init(&value, ENTRY_MAX);
    if (entry)
        format_entry(entry, &value);
    pol_status status = value.status;
    if (status != POL_OK)
        pol_fail(reterr, status, 0, "cannot note '%.*s' in the index",
                 POL_SPAN_ARGS(pol_span_first(file_key, 120)));
    else if (xc_writer_set_metadata(ledger->writer,
                                    pol_xc_bytes(pol_term_make(FILE_PREFIX, file_key, key)),
                                    pol_xc_bytes(pol_buffer_span(&value)), &error) != XC_OK)
        status = pol_fail_xapian(reterr, &error, trouble);
    pol_buffer_done(&value);
    if (status == POL_OK && !entry)
        status = pol_line_log_forget(ledger, file_key, reterr);
    return status;
}

pol_status pol_ledger_files(pol_ledger *ledger, uint32_t root_number, pol_arena *arena,
                            pol_entry **ret_entries, size_t *ret_count, pol_error *reterr)
{
    char prefix[64];
    xc_error error;
    xc_terms *keys = NULL;
    pol_entry *entries = NULL;
    size_t count = 0, capacity = 0;
    snprintf(prefix, sizeof prefix, FILE_PREFIX "%" PRIu32 "/", root_number);
    if (xc_reader_metadata_keys(ledger->reader, pol_xc_bytes(pol_span_of(prefix)), &keys, &error) !=
        XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_span key = {0}, value;
    pol_status status;
    while ((status = next_key(keys, arena, &key, reterr)) == POL_OK && key.data) {
        status = get_value(ledger->reader, key, arena, &value, reterr);
        pol_entry *grown = pol_arena_grow(arena, entries, count, &capacity, sizeof *entries);
        if (status == POL_OK && !grown)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (status != POL_OK)
            break;
        entries = grown;
        parse_entry(value, &entries[count]);
        count += entries[count].relative.data != NULL;
    }
    xc_terms_free(keys);
    *ret_entries = entries;
    *ret_count = count;
    return status;
}

pol_status pol_ledger_copy(pol_ledger *ledger, xc_reader *from, uint32_t root_number,
                           pol_error *reterr)
{
    char prefix[64];
    xc_error error;
    xc_terms *keys = NULL;
    pol_arena arena;
    pol_arena_init(&arena, COPY_LIMIT);
    snprintf(prefix, sizeof prefix, FILE_PREFIX "%" PRIu32 "/", root_number);
    if (xc_reader_metadata_keys(from, pol_xc_bytes(pol_span_of(prefix)), &keys, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_span key = {0}, value;
    pol_status status;
    while ((status = next_key(keys, &arena, &key, reterr)) == POL_OK && key.data) {
        status = get_value(from, key, &arena, &value, reterr);
        if (status == POL_OK && xc_writer_set_metadata(ledger->writer, pol_xc_bytes(key),
                                                       pol_xc_bytes(value), &error) != XC_OK)
            status = pol_fail_xapian(reterr, &error, trouble);
        if (status != POL_OK)
            break;
    }
    xc_terms_free(keys);
    pol_arena_done(&arena);
    return status;
}
