/* json_lines.c - blocks of a file cut at line ends. */
#include "indexer/json_lines.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK_SIZE = 256 << 10, WAIT_MS = 200 };

struct pol_line_stream {
    int file;
    pol_buffer pending; /* read, not yet given out */
    uint32_t line;      /* number of the first pending line */
    uint64_t bytes;
    const volatile sig_atomic_t *stop; /* NULL: none */
    bool is_at_end;
    bool is_skipping; /* in the middle of a line that is too long */
};

pol_status pol_line_stream_new(int file, pol_line_stream **ret_stream, pol_error *reterr)
{
    *ret_stream = calloc(1, sizeof **ret_stream);
    if (!*ret_stream)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    (*ret_stream)->file = file;
    (*ret_stream)->line = 1;
    pol_buffer_init(&(*ret_stream)->pending, POL_JSON_LINE_MAX + 2 * BLOCK_SIZE);
    return POL_OK;
}

void pol_line_stream_free(pol_line_stream *stream)
{
    if (!stream)
        return;
    close(stream->file);
    pol_buffer_done(&stream->pending);
    free(stream);
}

void pol_line_stream_stop_on(pol_line_stream *stream, const volatile sig_atomic_t *stop)
{
    stream->stop = stop;
}

uint64_t pol_line_stream_bytes(const pol_line_stream *stream)
{
    return stream->bytes;
}

/* A pipe may stay silent for hours: what asks to stop must not wait for it. A descriptor
 * that does not block is waited for here too. */
static ssize_t read_some(const pol_line_stream *stream, char *block)
{
    for (;;) {
        struct pollfd wait = {.fd = stream->file, .events = POLLIN};
        if (stream->stop && *stream->stop)
            return 0;
        int ready = poll(&wait, 1, WAIT_MS);
        ssize_t size = ready > 0 ? read(stream->file, block, BLOCK_SIZE) : ready;
        if (size > 0 || (ready > 0 && size == 0))
            return size;
        if (size < 0 && errno != EINTR && errno != EAGAIN)
            return size;
    }
}

static pol_status read_block(pol_line_stream *stream, pol_error *reterr)
{
    char *block = malloc(BLOCK_SIZE);
    if (!block)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    ssize_t size = read_some(stream, block);
    pol_status status = POL_OK;
    if (size < 0)
        status = pol_fail(reterr, POL_IO, 0, "cannot read it: %s", strerror(errno));
    else if (size == 0)
        stream->is_at_end = true;
    else
        pol_buffer_add(&stream->pending, pol_span_make(block, (size_t)size));
    stream->bytes += size > 0 ? (uint64_t)size : 0;
    free(block);
    if (status == POL_OK && stream->pending.status != POL_OK)
        status = pol_fail(reterr, stream->pending.status, 0, "out of memory");
    return status;
}

static void drop_front(pol_line_stream *stream, size_t size)
{
    for (size_t i = 0; i < size; i++)
        stream->line += stream->pending.data[i] == '\n';
    memmove(stream->pending.data, stream->pending.data + size, stream->pending.size - size);
    stream->pending.size -= size;
}

/* Bytes up to and with the last line end; 0 where there is none. */
static size_t whole_lines(const pol_buffer *pending)
{
    const char *last = pending->size ? memrchr(pending->data, '\n', pending->size) : NULL;
    return last ? (size_t)(last - pending->data) + 1 : 0;
}

static pol_status note_long_line(const pol_line_stream *stream, pol_item *item, pol_error *reterr)
{
    pol_skip *skips = pol_arena_grow(&item->arena, item->skips, item->skip_count,
                                     &item->skip_capacity, sizeof *skips);
    if (!skips)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    item->skips = skips;
    skips[item->skip_count] = (pol_skip){.line = stream->line};
    snprintf(skips[item->skip_count++].reason, sizeof skips->reason, "the line is over %d MB long",
             POL_JSON_LINE_MAX >> 20);
    return POL_OK;
}

/* Leaves the rest of a line that is too long, as far as it has been read. */
static void leave_long_line(pol_line_stream *stream)
{
    char *end = memchr(stream->pending.data, '\n', stream->pending.size);
    stream->is_skipping = !end;
    drop_front(stream, end ? (size_t)(end - stream->pending.data) + 1 : stream->pending.size);
}

static pol_status give(pol_line_stream *stream, pol_item *item, size_t size, pol_error *reterr)
{
    item->first_line = stream->line;
    item->lines = pol_arena_copy(&item->arena, pol_span_make(stream->pending.data, size));
    if (!item->lines.data)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    drop_front(stream, size);
    return POL_OK;
}

pol_status pol_line_stream_next(pol_line_stream *stream, pol_item *item, bool *ret_has_more,
                                pol_error *reterr)
{
    *ret_has_more = true;
    for (;;) {
        if (stream->is_skipping && stream->pending.size)
            leave_long_line(stream);
        size_t size = stream->is_skipping ? 0 : whole_lines(&stream->pending);
        if (stream->is_at_end && size == 0)
            size = stream->pending.size;
        if (size)
            return give(stream, item, size, reterr);
        if (stream->is_at_end)
            break;
        if (stream->pending.size > POL_JSON_LINE_MAX) {
            pol_status status = note_long_line(stream, item, reterr);
            if (status != POL_OK)
                return status;
            stream->is_skipping = true;
            continue;
        }
        pol_status status = read_block(stream, reterr);
        if (status != POL_OK)
            return status;
    }
    *ret_has_more = item->skip_count > 0;
    item->lines = POL_SPAN("");
    return POL_OK;
}
