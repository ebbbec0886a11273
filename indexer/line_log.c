/* line_log.c - records of lines: how many lines further than the one before, two hashes. */
#include "indexer/line_log.h"

#include <stdlib.h>

#include "core/schema.h"
#include "document/codec.h"
#include "indexer/metadata.h"

#define LINES_PREFIX "lines/"
#define LOG_LIMIT    ((size_t)64 << 20)
enum { RECORD_SIZE = 2 * sizeof(uint64_t) };

struct pol_line_log {
    pol_arena arena;
    pol_cursor known; /* records that are to come */
    pol_kept_line next;
    uint64_t next_hash;
    pol_buffer made;
    uint32_t last; /* line of the last one made */
};

/* --- records ------------------------------------------------------------------------ */

static uint64_t take_hash(pol_cursor *at)
{
    uint64_t hash = 0;
    pol_span bytes = pol_take_bytes(at, sizeof hash);
    if (bytes.data)
        memcpy(&hash, bytes.data, sizeof hash);
    return hash;
}

/* The next known one; line 0 at the end. Damage, which may be anything, is an end. */
static void read_next(pol_line_log *log)
{
    uint32_t before = log->next.line;
    log->next.line = 0;
    if (log->known.rest.size == 0 || log->known.is_bad)
        return;
    uint32_t step = pol_take_u32(&log->known);
    log->next_hash = take_hash(&log->known);
    log->next.id_hash = take_hash(&log->known);
    if (!log->known.is_bad && step > 0 && step <= UINT32_MAX - before)
        log->next.line = before + step;
}

void pol_line_log_note(pol_line_log *log, uint32_t line, uint64_t line_hash, uint64_t id_hash)
{
    if (line <= log->last)
        return;
    pol_put_number(&log->made, line - log->last);
    pol_buffer_add(&log->made, pol_span_make((const char *)&line_hash, sizeof line_hash));
    pol_buffer_add(&log->made, pol_span_make((const char *)&id_hash, sizeof id_hash));
    log->last = line;
}

/* --- the index ---------------------------------------------------------------------- */

pol_status pol_line_log_open(pol_ledger *ledger, pol_span file_key, bool is_known,
                             pol_line_log **ret_log, pol_error *reterr)
{
    char key[POL_TERM_MAX + 1];
    xc_error error;
    xc_bytes value = {0};
    pol_line_log *log = *ret_log = calloc(1, sizeof *log);
    if (!log)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_arena_init(&log->arena, LOG_LIMIT + 1);
    pol_buffer_init(&log->made, LOG_LIMIT);
    if (!is_known)
        return POL_OK;
    pol_span term = pol_term_make(LINES_PREFIX, file_key, key);
    if (xc_reader_metadata(ledger->reader, pol_xc_bytes(term), &value, &error) != XC_OK) {
        pol_line_log_free(log);
        *ret_log = NULL;
        return pol_fail_xapian(reterr, &error, "cannot read the list of files in the index");
    }
    log->known.rest = pol_arena_copy(&log->arena, pol_xc_span(value)); /* or all is read */
    read_next(log);
    return POL_OK;
}

void pol_line_log_free(pol_line_log *log)
{
    if (!log)
        return;
    pol_arena_done(&log->arena);
    pol_buffer_done(&log->made);
    free(log);
}

static pol_status set(pol_ledger *ledger, pol_span file_key, pol_span value, pol_error *reterr)
{
    char key[POL_TERM_MAX + 1];
    return pol_metadata_set(ledger->writer, pol_term_make(LINES_PREFIX, file_key, key), value,
                            reterr);
}

pol_status pol_line_log_store(pol_line_log *log, pol_ledger *ledger, pol_span file_key,
                              pol_error *reterr)
{
    const bool is_whole = log->made.status == POL_OK;
    return set(ledger, file_key, is_whole ? pol_buffer_span(&log->made) : POL_SPAN(""), reterr);
}

pol_status pol_line_log_forget(pol_ledger *ledger, pol_span file_key, pol_error *reterr)
{
    return set(ledger, file_key, POL_SPAN(""), reterr);
}

/* --- lines -------------------------------------------------------------------------- */

uint64_t pol_line_log_hash(pol_span bytes)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < bytes.size; i++)
        hash = (hash ^ (unsigned char)bytes.data[i]) * 1099511628211u;
    return hash;
}

uint64_t pol_line_log_hash_of(const pol_item *item, uint32_t line)
{
    return item->line_hashes && line >= item->first_line &&
                   line - item->first_line < item->line_count
               ? item->line_hashes[line - item->first_line]
               : 0;
}

static size_t count_lines(pol_span lines)
{
    size_t count = lines.size > 0 && lines.data[lines.size - 1] != '\n';
    for (size_t i = 0; i < lines.size; i++)
        count += lines.data[i] == '\n';
    return count;
}

static bool is_known(pol_line_log *log, uint32_t line, uint64_t hash)
{
    while (log->next.line && log->next.line < line)
        read_next(log);
    return log->next.line == line && log->next_hash == hash;
}

bool pol_line_log_skip(pol_line_log *log, pol_item *item)
{
    item->line_count = count_lines(item->lines);
    item->line_hashes = pol_arena_array(&item->arena, item->line_count, sizeof *item->line_hashes);
    item->kept = pol_arena_array(&item->arena, item->line_count, sizeof *item->kept);
    char *left = pol_arena_alloc(&item->arena, item->lines.size + 1), *end = left;
    if (!left || (item->line_count && (!item->line_hashes || !item->kept)))
        return false;
    pol_span rest = item->lines;
    for (uint32_t i = 0; i < item->line_count; i++) {
        size_t size = pol_span_find(rest, POL_SPAN("\n"), 0);
        size = size == (size_t)-1 ? rest.size : size;
        item->line_hashes[i] = pol_line_log_hash(pol_span_first(rest, size));
        if (is_known(log, item->first_line + i, item->line_hashes[i])) {
            item->kept[item->kept_count++] = log->next;
        } else {
            memcpy(end, rest.data, size);
            end += size;
        }
        *end++ = '\n';
        rest = pol_span_from(rest, size + 1);
    }
    if (item->kept_count)
        item->lines = pol_span_make(left, (size_t)(end - left));
    return true;
}
