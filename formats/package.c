/* package.c - a ZIP in memory to the bytes of one of its parts. */
#include "formats/package.h"

#include <archive.h>
#include <archive_entry.h>

#include "formats/formats.h"

enum { RATIO_FREE = 1 << 20 }; /* bytes that a part may unpack to, however small it is packed */

/* "EncryptedPackage", the stream in which Office keeps a file with a password: UTF-16. */
static const char encrypted_stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static const char *const encrypted_advice = "it is encrypted: save it without a password";

void pol_part_show(pol_span said, char shown[POL_PART_SHOWN])
{
    size_t size = said.size < POL_PART_SHOWN ? said.size : POL_PART_SHOWN - 1;
    for (size_t i = 0; i < size; i++)
        shown[i] = said.data[i] >= ' ' && said.data[i] < 0x7F ? said.data[i] : '?';
    shown[size] = '\0';
}

pol_status pol_package_check(pol_span bytes, pol_error *reterr)
{
    if (pol_span_starts(bytes, POL_SPAN("PK\x03\x04")))
        return POL_OK;
    if (!pol_span_starts(bytes, POL_SPAN("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return pol_fail(reterr, POL_FORMAT, 0,
                        "it is no office file, whatever its name says: save it anew");
    pol_span stream = pol_span_make(encrypted_stream, sizeof encrypted_stream - 1);
    if (pol_span_find(bytes, stream, 0) != (size_t)-1)
        return pol_fail(reterr, POL_FORMAT, 0, "%s", encrypted_advice);
    return pol_fail(reterr, POL_FORMAT, 0,
                    "it is a file of an old Word (.doc), whatever its name says: rename it, or "
                    "save it as .docx");
}

static pol_status fail_damaged(struct archive *archive, pol_error *reterr)
{
    const char *why = archive_error_string(archive);
    char shown[POL_PART_SHOWN];
    pol_part_show(pol_span_of(why ? why : "it cannot be unpacked"), shown);
    return pol_fail(reterr, POL_FORMAT, 0, "the file is damaged (%s): fetch or save it anew",
                    shown);
}

static pol_status fail_missing(pol_span name, pol_error *reterr)
{
    char shown[POL_PART_SHOWN];
    pol_part_show(name, shown);
    return pol_fail(reterr, POL_NOTFOUND, 0, "the file has no part '%s': save it anew", shown);
}

static pol_status check_entry(struct archive_entry *entry, pol_error *reterr)
{
    if (archive_entry_is_encrypted(entry))
        return pol_fail(reterr, POL_FORMAT, 0, "%s", encrypted_advice);
    if (archive_entry_filetype(entry) != AE_IFREG)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "the file is damaged (a part of it is a folder or a link): save it anew");
    return POL_OK;
}

static pol_status find_entry(struct archive *archive, pol_span name, pol_error *reterr)
{
    struct archive_entry *entry;
    for (size_t count = 0;; count++) {
        int result = archive_read_next_header(archive, &entry);
        if (result == ARCHIVE_EOF)
            return fail_missing(name, reterr);
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return fail_damaged(archive, reterr);
        if (count == POL_ARCHIVE_MEMBERS_MAX)
            return pol_fail(reterr, POL_LIMIT, 0, "the file has more than %d parts",
                            POL_ARCHIVE_MEMBERS_MAX);
        const char *path = archive_entry_pathname(entry);
        if (path && pol_span_equal_fold(pol_span_of(path), name))
            return check_entry(entry, reterr);
    }
}

pol_status pol_part_open(pol_span bytes, pol_span name, pol_part *ret_part, pol_error *reterr)
{
    pol_part part = {.archive = archive_read_new(), .package = bytes, .reterr = reterr};
    pol_status status = POL_OK;
    if (!part.archive)
        return pol_fail(reterr, POL_NOMEM, 0, "no memory for unpacking this file");
    if (archive_read_support_format_zip_seekable(part.archive) != ARCHIVE_OK ||
        archive_read_open_memory(part.archive, bytes.data, bytes.size) != ARCHIVE_OK)
        status = fail_damaged(part.archive, reterr);
    if (status == POL_OK)
        status = find_entry(part.archive, name, reterr);
    part.data_at = (size_t)archive_filter_bytes(part.archive, 0);
    if (status == POL_OK)
        *ret_part = part;
    else
        archive_read_free(part.archive);
    return status;
}

/* How many bytes it was unpacked from is known at its end; the rest of the package bounds
 * them before that. */
static bool is_out_of_proportion(const pol_part *part, bool is_end)
{
    if (part->unpacked <= RATIO_FREE)
        return false;
    size_t end = is_end ? (size_t)archive_filter_bytes(part->archive, 0) : part->package.size;
    size_t packed = end > part->data_at ? end - part->data_at : 0;
    return part->unpacked / POL_ARCHIVE_RATIO_MAX > packed;
}

int pol_part_read(pol_part *part, char *buffer, size_t size)
{
    la_ssize_t got = archive_read_data(part->archive, buffer, size);
    if (got < 0) {
        part->status = fail_damaged(part->archive, part->reterr);
        return -1;
    }
    part->unpacked += (size_t)got;
    if (part->unpacked > POL_OFFICE_XML_MAX)
        part->status = pol_fail(part->reterr, POL_LIMIT, 0,
                                "its text takes more than %d MiB unpacked: split the file",
                                POL_OFFICE_XML_MAX >> 20);
    else if (is_out_of_proportion(part, got == 0))
        part->status = pol_fail(part->reterr, POL_FORMAT, 0,
                                "it unpacks to more than %d times its size, which office files "
                                "never do",
                                POL_ARCHIVE_RATIO_MAX);
    return part->status == POL_OK ? (int)got : -1;
}

void pol_part_close(pol_part *part)
{
    archive_read_free(part->archive);
}
