/* spool.c - length and bytes of each document, one after the other. */
#include "indexer/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "document/codec.h"
#include "document/parcel.h"

enum { RECORD_MAX = 512 << 20 };

struct pol_spool {
    FILE *file;
    pol_buffer record;
    bool is_read; /* adding is over */
};

static pol_status fail_io(pol_error *reterr)
{
    bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return pol_fail(reterr, is_full ? POL_FULL : POL_IO, 0,
                    "cannot set documents aside in a temporary file: %s", strerror(errno));
}

static pol_status fail_damaged(pol_error *reterr)
{
    return pol_fail(reterr, POL_CORRUPT, 0,
                    "documents set aside in a temporary file are damaged: run it again");
}

/* Gone when it is closed, whatever happens. */
static FILE *open_nameless(void)
{
    char path[4096];
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/polindex-XXXXXX", folder && *folder ? folder : "/tmp");
    int file = mkostemp(path, O_CLOEXEC);
    if (file < 0)
        return NULL;
    unlink(path);
    FILE *stream = fdopen(file, "w+");
    if (!stream)
        close(file);
    return stream;
}

pol_status pol_spool_new(pol_spool **ret_spool, pol_error *reterr)
{
    *ret_spool = NULL;
    pol_spool *spool = calloc(1, sizeof *spool);
    if (!spool)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_buffer_init(&spool->record, RECORD_MAX);
    spool->file = open_nameless();
    if (!spool->file) {
        pol_spool_free(spool);
        return fail_io(reterr);
    }
    *ret_spool = spool;
    return POL_OK;
}

void pol_spool_free(pol_spool *spool)
{
    if (!spool)
        return;
    if (spool->file)
        fclose(spool->file);
    pol_buffer_done(&spool->record);
    free(spool);
}

pol_status pol_spool_add(pol_spool *spool, const pol_spooled *spooled, pol_error *reterr)
{
    pol_extracted_document document = {.document = spooled->document};
    const pol_extracted extracted = {.documents = &document, .document_count = 1};
    pol_buffer_clear(&spool->record);
    pol_put_span(&spool->record, spooled->document.id.text);
    pol_put_span(&spool->record, spooled->file);
    pol_put_span(&spool->record, spooled->duplicate_of);
    pol_parcel_encode(&extracted, &spool->record);
    if (spool->record.status != POL_OK)
        return pol_fail(reterr, spool->record.status, 0, "no memory for what '%.*s' holds",
                        POL_SPAN_ARGS(pol_span_first(spooled->file, 120)));
    const uint64_t size = spool->record.size;
    if (fwrite(&size, sizeof size, 1, spool->file) != 1 ||
        fwrite(spool->record.data, 1, spool->record.size, spool->file) != spool->record.size)
        return fail_io(reterr);
    return POL_OK;
}

pol_status pol_spool_next(pol_spool *spool, pol_arena *arena, pol_spooled *ret_spooled,
                          bool *ret_has_more, pol_error *reterr)
{
    uint64_t size;
    *ret_has_more = false;
    if (!spool->is_read && fseeko(spool->file, 0, SEEK_SET) != 0)
        return fail_io(reterr);
    spool->is_read = true;
    if (fread(&size, sizeof size, 1, spool->file) != 1)
        return ferror(spool->file) ? fail_io(reterr) : POL_OK;
    char *bytes = size <= RECORD_MAX ? pol_arena_alloc(arena, (size_t)size + 1) : NULL;
    if (!bytes)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    if (fread(bytes, 1, (size_t)size, spool->file) != size)
        return ferror(spool->file) ? fail_io(reterr) : fail_damaged(reterr);
    pol_cursor at = {.rest = pol_span_make(bytes, (size_t)size)};
    pol_span id = pol_take_span(&at);
    *ret_spooled = (pol_spooled){.file = pol_take_span(&at), .duplicate_of = pol_take_span(&at)};
    pol_extracted extracted = {0};
    pol_status status = pol_parcel_decode(at.rest, arena, &extracted, reterr);
    if (status != POL_OK)
        return status;
    if (at.is_bad || extracted.document_count != 1)
        return fail_damaged(reterr);
    ret_spooled->document = extracted.documents[0].document;
    ret_spooled->document.id.text = id;
    *ret_has_more = true;
    return POL_OK;
}
