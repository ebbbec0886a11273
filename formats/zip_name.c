/* zip_name.c - names of members: read, decoded, judged. */
#include "formats/zip_name.h"

#include <stdint.h>

#include "core/utf8.h"
#include "document/reader.h"

enum {
    HEADER_SIZE = 30,       /* before the name */
    HEADER_MAX = 8 << 10,   /* with name and extra fields; longer ones no program writes */
    NAME_LONGEST = 4 << 10, /* no system has longer paths */
    FLAG_UTF8 = 1 << 11
};

/* Code page 437 from 0x80 on. */
static const uint16_t code_page[128] = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00A2, 0x00A3, 0x00A5, 0x20A7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x2310, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x03B1, 0x00DF, 0x0393, 0x03C0, 0x03A3, 0x03C3, 0x00B5, 0x03C4, 0x03A6, 0x0398, 0x03A9, 0x03B4,
    0x221E, 0x03C6, 0x03B5, 0x2229, 0x2261, 0x00B1, 0x2265, 0x2264, 0x2320, 0x2321, 0x00F7, 0x2248,
    0x00B0, 0x2219, 0x00B7, 0x221A, 0x207F, 0x00B2, 0x25A0, 0x00A0,
};

/* Endings of files that hold others. Office files do, too, but are documents. */
static const char *const archive_endings[] = {
    ".zip", ".7z", ".rar",  ".tar", ".gz",  ".tgz", ".bz2", ".tbz", ".tbz2", ".xz",  ".txz",
    ".zst", ".lz", ".lzma", ".cab", ".arj", ".lzh", ".lha", ".iso", ".jar",  ".war",
};

static const struct {
    const char *bytes;
    size_t size, at;
} archive_magics[] = {
    {"PK\x05\x06", 4, 0},
    {"7z\xBC\xAF\x27\x1C", 6, 0},
    {"Rar!\x1A\x07", 6, 0},
    {"\x1F\x8B", 2, 0},
    {"BZh", 3, 0},
    {"\xFD"
     "7zXZ",
     5, 0},
    {"\x28\xB5\x2F\xFD", 4, 0},
    {"LZIP", 4, 0},
    {"MSCF", 4, 0},
    {"ustar", 5, 257},
};

const char pol_zip_refused_archive[] = "it is an archive itself: unpack it first";

/* --- headers ---------------------------------------------------------------------- */

static unsigned two_bytes(pol_span archive, size_t at)
{
    return (unsigned char)archive.data[at] | (unsigned)(unsigned char)archive.data[at + 1] << 8;
}

static bool is_header_to(pol_span archive, size_t at, size_t data_at)
{
    return memcmp(archive.data + at, "PK\x03\x04", 4) == 0 &&
           at + HEADER_SIZE + two_bytes(archive, at + 26) + two_bytes(archive, at + 28) == data_at;
}

pol_zip_header pol_zip_find_header(pol_span archive, size_t data_at)
{
    pol_zip_header header = {.name = {NULL, 0}};
    if (data_at > archive.size || data_at < HEADER_SIZE)
        return header;
    size_t last = data_at > HEADER_MAX ? data_at - HEADER_MAX : 0, at = data_at - HEADER_SIZE + 1;
    while (at > last)
        if (is_header_to(archive, --at, data_at)) {
            header.name =
                pol_span_make(archive.data + at + HEADER_SIZE, two_bytes(archive, at + 26));
            header.flags = two_bytes(archive, at + 6);
            header.method = two_bytes(archive, at + 8);
            break;
        }
    return header;
}

static bool is_control(uint32_t character)
{
    return character < ' ' || (character >= 0x7F && character < 0xA0);
}

/* Returns whether all of it can be shown. */
static bool append_name(const pol_zip_header *header, pol_buffer *buffer)
{
    pol_span rest = header->name;
    bool is_utf8 = (header->flags & FLAG_UTF8) || pol_utf8_valid_prefix(rest) == rest.size;
    bool is_shown = true;
    while (rest.size > 0) {
        uint32_t character = (unsigned char)rest.data[0];
        size_t size = 1;
        if (is_utf8)
            size = pol_utf8_decode(rest, &character);
        else if (character >= 0x80)
            character = code_page[character - 0x80];
        is_shown = is_shown && !is_control(character);
        pol_utf8_append(buffer, is_control(character) ? '?' : character);
        rest = pol_span_from(rest, size);
    }
    return is_shown;
}

/* --- judging ---------------------------------------------------------------------- */

/* The next part of a path; parts are parted by "/". */
static bool next_part(pol_span *path, pol_span *ret_part)
{
    if (path->size == 0)
        return false;
    size_t slash = pol_span_find(*path, POL_SPAN("/"), 0);
    *ret_part = pol_span_first(*path, slash);
    *path =
        slash == (size_t)-1 ? pol_span_from(*path, path->size) : pol_span_from(*path, slash + 1);
    return true;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_climbing(pol_span name)
{
    if (name.data[0] == '/' || (name.size > 1 && is_letter(name.data[0]) && name.data[1] == ':'))
        return true;
    for (pol_span part; next_part(&name, &part);)
        if (pol_span_equal(part, POL_SPAN("..")))
            return true;
    return false;
}

static bool has_ending(pol_span name, pol_span ending)
{
    return name.size > ending.size &&
           pol_span_equal_fold(pol_span_from(name, name.size - ending.size), ending);
}

/* As much of a name as is shown, in whole characters where these are UTF-8. */
static pol_span cut_name(pol_span name)
{
    bool is_valid = pol_utf8_valid_prefix(name) == name.size;
    return pol_span_first(name, is_valid ? pol_utf8_floor(name, NAME_LONGEST) : NAME_LONGEST);
}

const char *pol_zip_read_name(const pol_zip_header *header, pol_buffer *buffer)
{
    pol_zip_header shown = *header;
    if (header->name.size > NAME_LONGEST)
        shown.name = cut_name(header->name);
    bool is_shown = append_name(&shown, buffer);
    pol_span name = pol_buffer_span(buffer);
    if (shown.name.size < header->name.size)
        return "its name is longer than a path may be: rename it";
    if (name.size == 0)
        return "it has no name: the archive is damaged, pack it anew";
    if (memchr(name.data, '\\', name.size))
        return "its name holds a backslash: pack it with another program";
    if (is_climbing(name))
        return "its name leads out of the archive: it is not unpacked";
    if (!is_shown)
        return "its name holds control characters: rename it";
    for (size_t i = 0; i < sizeof archive_endings / sizeof *archive_endings; i++)
        if (has_ending(name, pol_span_of(archive_endings[i])))
            return pol_zip_refused_archive;
    return NULL;
}

bool pol_zip_is_passed_over(pol_span name)
{
    if (name.size > 0 && name.data[name.size - 1] == '/')
        return true;
    for (pol_span part; next_part(&name, &part);) {
        bool is_dots = pol_span_equal(part, POL_SPAN(".")) || pol_span_equal(part, POL_SPAN(".."));
        if ((pol_span_starts(part, POL_SPAN(".")) && !is_dots) ||
            pol_span_equal_fold(part, POL_SPAN("__MACOSX")))
            return true;
    }
    return false;
}

bool pol_zip_is_archive(pol_span name, pol_span bytes)
{
    for (size_t i = 0; i < sizeof archive_magics / sizeof *archive_magics; i++)
        if (pol_span_starts(pol_span_from(bytes, archive_magics[i].at),
                            pol_span_make(archive_magics[i].bytes, archive_magics[i].size)))
            return true;
    return pol_format_detect(name, bytes) == POL_FORMAT_ZIP;
}
