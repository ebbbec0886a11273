/* zip.c - the members of an archive, one after the other, each in memory of its own.
 *
 * libarchive's reader of ZIP unpacks them. It goes by the directory at the archive's end, or
 * where that is lost, from member to member, so that of a truncated archive the first are had. */
#include <archive.h>
#include <archive_entry.h>

#include "formats/formats.h"
#include "formats/zip_name.h"

enum {
    NAME_MAX_BYTES = 32 << 10,
    RATIO_FREE = 1 << 20, /* bytes that a member may unpack to, however small it is packed */
    RESTARTS_MAX = 50,    /* after damaged members: each costs another look at the directory */
    ENTRIES_MAX = 10 * POL_ARCHIVE_MEMBERS_MAX, /* libarchive keeps in memory; with those of
                                                   office files that are packed as they are */
    METHOD_STORED = 0,
    METHOD_DEFLATED = 8
};

static const char refused_damaged[] = "it is damaged: pack or fetch the archive anew";
static const char refused_large[] = "it has more than 64 MiB unpacked: split it";
static const char refused_ratio[] =
    "it unpacks to more than 200 times its size, which documents never do";

typedef struct zip_reader {
    pol_span bytes;
    size_t first;     /* the next member to be given */
    size_t total_max; /* bytes that may still be unpacked */
    size_t end;       /* of the packed bytes read so far, whosever they are */
    pol_member_callback on_member;
    void *context;
    pol_error *reterr;
    struct archive *archive;
    pol_buffer name, data; /* of the member at hand */
    bool is_stuck;         /* libarchive does not go on behind a damaged member */
} zip_reader;

static pol_status fail_damaged(zip_reader *r)
{
    const char *why = archive_error_string(r->archive);
    return pol_fail(r->reterr, POL_FORMAT, 0,
                    "the archive is damaged or none (%s): pack or fetch it anew",
                    why ? why : "it cannot be unpacked");
}

/* --- one member ------------------------------------------------------------------- */

/* NULL, or why the member's bytes are not even looked at. */
static const char *refuse_entry(const zip_reader *r, struct archive_entry *entry,
                                const pol_zip_header *header, size_t data_at)
{
    if (archive_entry_filetype(entry) != AE_IFREG)
        return "it is a link: pack the file itself";
    if (archive_entry_is_encrypted(entry))
        return "it is encrypted: pack it without a password";
    if (!header->name.data)
        return refused_damaged;
    if (header->method != METHOD_STORED && header->method != METHOD_DEFLATED)
        return "it is packed in a way that is not read: pack it anew, as usual";
    if (data_at < r->end)
        return "it shares its bytes with another member, as bombs do";
    if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > POL_FILE_MAX)
        return refused_large;
    return NULL;
}

/* Takes the bytes off the total that may be unpacked. */
static pol_status count_unpacked(zip_reader *r, size_t size)
{
    if (size > r->total_max)
        return pol_fail(r->reterr, POL_LIMIT, 0,
                        "the archive unpacks to more than is read in all: split it");
    r->total_max -= size;
    return POL_OK;
}

/* Where the directory is lost, libarchive may have to unpack what is passed over, to find its
 * end: within the same bound. */
static pol_status pass_over(zip_reader *r, struct archive_entry *entry)
{
    const void *block;
    size_t size;
    la_int64_t at;
    int result = ARCHIVE_OK;
    pol_status status = POL_OK;
    while (!archive_entry_size_is_set(entry) && result == ARCHIVE_OK && status == POL_OK) {
        result = archive_read_data_block(r->archive, &block, &size, &at);
        if (result == ARCHIVE_OK)
            status = count_unpacked(r, size);
    }
    return result == ARCHIVE_FATAL ? fail_damaged(r) : status;
}

/* Unpacks into r->data. NULL, or why the member is refused; *ret_status for what ends all. */
static const char *unpack_blocks(zip_reader *r, size_t data_at, pol_status *ret_status)
{
    const void *block;
    size_t size;
    la_int64_t at;
    int result;
    while ((result = archive_read_data_block(r->archive, &block, &size, &at)) == ARCHIVE_OK) {
        *ret_status = count_unpacked(r, size);
        if (*ret_status != POL_OK)
            return NULL;
        pol_buffer_add(&r->data, pol_span_make(block, size));
        if (r->data.status == POL_LIMIT)
            return refused_large;
        if (r->data.status != POL_OK) {
            *ret_status = pol_fail(r->reterr, POL_NOMEM, 0, "no memory to unpack the archive");
            return NULL;
        }
        if (r->data.size > RATIO_FREE &&
            r->data.size / POL_ARCHIVE_RATIO_MAX > r->bytes.size - data_at)
            return refused_ratio;
    }
    r->is_stuck = result == ARCHIVE_FATAL;
    return result == ARCHIVE_EOF ? NULL : refused_damaged;
}

/* The packed size is known only when all is read: where it stops, less where it began. */
static const char *unpack(zip_reader *r, size_t data_at, pol_status *ret_status)
{
    const char *refused = unpack_blocks(r, data_at, ret_status);
    size_t end = (size_t)archive_filter_bytes(r->archive, 0), packed = end - data_at;
    if (end > r->end)
        r->end = end;
    if (refused || *ret_status != POL_OK)
        return refused;
    if (r->data.size > RATIO_FREE && r->data.size / POL_ARCHIVE_RATIO_MAX > packed)
        return refused_ratio;
    bool is_archive = pol_zip_is_archive(pol_buffer_span(&r->name), pol_buffer_span(&r->data));
    return is_archive ? pol_zip_refused_archive : NULL;
}

static pol_status give(zip_reader *r, size_t ordinal, const char *refused)
{
    pol_member member = {.ordinal = ordinal,
                         .name = pol_buffer_span(&r->name),
                         .bytes = refused ? pol_span_make(NULL, 0) : pol_buffer_span(&r->data),
                         .refused = refused};
    if (!refused && !member.bytes.data)
        member.bytes = POL_SPAN("");
    return r->on_member(r->context, &member, r->reterr);
}

static pol_status read_member(zip_reader *r, struct archive_entry *entry, size_t ordinal)
{
    size_t data_at = (size_t)archive_filter_bytes(r->archive, 0);
    pol_zip_header header = pol_zip_find_header(r->bytes, data_at);
    if (!header.name.data) /* the bytes of a link are read already */
        header.name = pol_span_of(archive_entry_pathname(entry));
    const char *refused = pol_zip_read_name(&header, &r->name);
    if (r->name.status != POL_OK)
        return pol_fail(r->reterr, POL_NOMEM, 0, "no memory for a member's name");
    if (pol_zip_is_passed_over(pol_buffer_span(&r->name)))
        return pass_over(r, entry);
    pol_status status = POL_OK;
    if (!refused)
        refused = refuse_entry(r, entry, &header, data_at);
    if (!refused)
        refused = unpack(r, data_at, &status);
    if (status == POL_OK)
        status = give(r, ordinal, refused);
    return status == POL_OK && refused && !r->is_stuck ? pass_over(r, entry) : status;
}

/* --- all of them ------------------------------------------------------------------- */

static pol_status read_entry(zip_reader *r, struct archive_entry *entry, size_t ordinal)
{
    if (ordinal < r->first)
        return pass_over(r, entry);
    pol_buffer_init(&r->name, NAME_MAX_BYTES);
    pol_buffer_init(&r->data, POL_FILE_MAX);
    pol_status status = read_member(r, entry, ordinal);
    pol_buffer_done(&r->name);
    pol_buffer_done(&r->data);
    r->first = ordinal + 1;
    return status;
}

static pol_status read_entries(zip_reader *r)
{
    pol_status status = POL_OK;
    for (size_t ordinal = 0; status == POL_OK && !r->is_stuck; ordinal++) {
        struct archive_entry *entry;
        int result = archive_read_next_header(r->archive, &entry);
        if (result == ARCHIVE_EOF)
            return POL_OK;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return fail_damaged(r);
        if (ordinal == POL_ARCHIVE_MEMBERS_MAX)
            return pol_fail(r->reterr, POL_LIMIT, 0,
                            "the archive has more than %d members: split it",
                            POL_ARCHIVE_MEMBERS_MAX);
        status = read_entry(r, entry, ordinal);
    }
    return status;
}

static pol_status open_and_read(zip_reader *r)
{
    r->archive = archive_read_new();
    if (!r->archive)
        return pol_fail(r->reterr, POL_NOMEM, 0, "no memory to unpack the archive");
    r->is_stuck = false;
    pol_status status;
    if (archive_read_support_format_zip(r->archive) != ARCHIVE_OK ||
        archive_read_open_memory(r->archive, r->bytes.data, r->bytes.size) != ARCHIVE_OK)
        status = fail_damaged(r);
    else
        status = read_entries(r);
    archive_read_free(r->archive);
    return status;
}

static pol_status check_count(pol_span bytes, pol_error *reterr)
{
    size_t count = 0;
    for (size_t at = 0; (at = pol_span_find(bytes, POL_SPAN("PK\x01\x02"), at)) != (size_t)-1;
         at += 4)
        count++;
    if (count <= ENTRIES_MAX)
        return POL_OK;
    return pol_fail(reterr, POL_LIMIT, 0, "the archive has more than %d members: split it",
                    POL_ARCHIVE_MEMBERS_MAX);
}

pol_status pol_zip_each(pol_span bytes, size_t first, size_t total_max,
                        pol_member_callback on_member, void *context, pol_error *reterr)
{
    zip_reader r = {.bytes = bytes,
                    .first = first,
                    .total_max = total_max,
                    .on_member = on_member,
                    .context = context,
                    .reterr = reterr};
    if (bytes.size == 0)
        return pol_fail(reterr, POL_FORMAT, 0, "the archive is empty: fetch it anew");
    pol_status status = check_count(bytes, reterr);
    if (status != POL_OK)
        return status;
    size_t restarts = 0;
    do
        status = open_and_read(&r);
    while (status == POL_OK && r.is_stuck && restarts++ < RESTARTS_MAX);
    if (status == POL_OK && r.is_stuck)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "more than %d members of the archive are damaged: fetch it anew",
                        RESTARTS_MAX);
    return status;
}
