/* junk.c - telling binary files from text by their first bytes and by what no text holds. */
#include "document/junk.h"

#include <stdint.h>

typedef struct magic {
    const char *bytes;
    size_t size;
    const char *name;
} magic;

#define MAGIC(literal, name)                                                                       \
    {                                                                                              \
        literal, sizeof(literal) - 1, name                                                         \
    }

static const magic magics[] = {
    MAGIC("%PDF-", "a PDF file"),
    MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel file (OLE)"),
    MAGIC("PK\x03\x04", "a ZIP archive (perhaps a .docx, .odt or .epub)"),
    MAGIC("PK\x05\x06", "an empty ZIP archive"),
    MAGIC("{\\rtf", "a Rich Text (RTF) file"),
    MAGIC("\x89PNG\r\n", "a PNG picture"),
    MAGIC("\xFF\xD8\xFF", "a JPEG picture"),
    MAGIC("GIF87a", "a GIF picture"),
    MAGIC("GIF89a", "a GIF picture"),
    MAGIC("II*\0", "a TIFF picture"),
    MAGIC("MM\0*", "a TIFF picture"),
    MAGIC("\x1F\x8B\x08", "a gzip archive"),
    MAGIC("BZh91AY", "a bzip2 archive"),
    MAGIC("\xFD"
          "7zXZ",
          "an xz archive"),
    MAGIC("7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    MAGIC("Rar!\x1A\x07", "a RAR archive"),
    MAGIC("\x28\xB5\x2F\xFD", "a Zstandard archive"),
    MAGIC("\x7F"
          "ELF",
          "a program (ELF)"),
    MAGIC("MZ\x90", "a Windows program"),
    MAGIC("SQLite format 3", "an SQLite database"),
    MAGIC("\xFFWPC", "a WordPerfect file"),
    MAGIC("%!PS", "a PostScript file"),
    MAGIC("ID3\x03", "an MP3 recording"),
};

const char *pol_junk_name(pol_span bytes)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (pol_span_starts(bytes, pol_span_make(magics[i].bytes, magics[i].size)))
            return magics[i].name;
    return NULL;
}

pol_status pol_junk_refuse_kind(pol_span bytes, pol_error *reterr)
{
    const char *name = pol_junk_name(bytes);
    if (!name)
        return POL_OK;
    return pol_fail(reterr, POL_FORMAT, 1,
                    "this is %s: not read yet; save it as plain text or HTML", name);
}

static bool is_control(unsigned char byte)
{
    return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' &&
            byte != '\v') ||
           byte == 0x7F;
}

pol_status pol_junk_refuse_controls(pol_span utf8, pol_error *reterr)
{
    /* Damaged text holds a control here and there (lost ligatures); of random bytes one
     * in ten is one. */
    size_t allowed = 4 + utf8.size / 50, controls = 0, line = 1, first = 0;
    for (size_t i = 0; i < utf8.size; i++) {
        unsigned char byte = (unsigned char)utf8.data[i];
        line += byte == '\n';
        if (byte == 0)
            return pol_fail(reterr, POL_FORMAT, line,
                            "this is no text: it holds a NUL byte (line %zu); if it is a "
                            "document, save it as plain text",
                            line);
        if (!is_control(byte))
            continue;
        if (controls++ == 0)
            first = line;
    }
    if (controls <= allowed)
        return POL_OK;
    return pol_fail(reterr, POL_FORMAT, first,
                    "this is no text: %zu of its %zu bytes are control characters (the first in "
                    "line %zu); if it is a document, save it as plain text",
                    controls, utf8.size, first);
}
