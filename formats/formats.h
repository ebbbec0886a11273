/* formats.h - PDF, office files, CSV and archives to pol_text: the readers that need large
 * libraries. Only the confined reader program (sandbox/) links them.
 *
 * The rules of document/reader.h hold: no file access, no global state of ours, everything in
 * the arena, work and memory bounded, POL_FORMAT for bytes that are not what they promise. */
#ifndef POL_FORMATS_FORMATS_H
#define POL_FORMATS_FORMATS_H

#include "document/reader.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_PDF_PAGES_MAX = 2000,        /* read; further pages are left out and noted */
    POL_PDF_PAGE_TEXT_MAX = 1 << 20, /* bytes of text of one page */
    POL_OFFICE_XML_MAX = 64 << 20,   /* bytes of one part of a package, unpacked */
    POL_OFFICE_DEPTH_MAX = 200,      /* nested elements */
    POL_ARCHIVE_MEMBERS_MAX = 20000,
    POL_ARCHIVE_RATIO_MAX = 200, /* unpacked over packed bytes of one member, above 1 MiB */
    POL_CSV_ROWS_MAX = 200000,
    POL_CSV_COLUMNS_MAX = 200
};

/* One file of these formats. PDF: lines in reading order, columns one after the other,
 * words split at line ends joined, ligatures spelt out, running heads and page numbers left
 * out, each line with its page. A PDF without any text is
 * POL_UNSUPPORTED ("a scan without text: ..."), an encrypted one POL_FORMAT that says so. */
POL_MUST_CHECK pol_status pol_read_pdf(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                       pol_error *reterr);
/* Paragraphs, headings, tables, lists with their numbers as printed (line->marker); insertions
 * kept, deletions left out, comments left out. line->number counts paragraphs. */
POL_MUST_CHECK pol_status pol_read_docx(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                        pol_error *reterr);
POL_MUST_CHECK pol_status pol_read_odt(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                       pol_error *reterr);

/* Dispatches: the formats above, and pol_read() for those of document/. */
POL_MUST_CHECK pol_status pol_format_read(pol_format format, pol_span bytes, pol_arena *arena,
                                          pol_text *ret_text, pol_error *reterr);

/* What program turns RTF or .doc into what, and how it is called; NULL for other formats.
 * `argv` is to be completed with a path to the file ("/proc/self/fd/0"). Tried in order. */
typedef struct pol_converter {
    pol_format from, to;
    const char *program;       /* absolute path */
    const char *arguments[12]; /* argv, NULL-terminated; "@" stands for the file */
} pol_converter;
const pol_converter *pol_converter_for(pol_format format, size_t attempt);

/* ---- CSV ---- */

/* Rows to texts. Columns are known by the mapping (YAML: field: column name or number), or
 * by their headings where these are field names of ours ("title", "text", "decision",
 * "number", "conference" ...). Each row with a text gives one document's pol_text; rows
 * without a text column give lines that outcomes are found in (a table of decisions), all in
 * one text. Calls back with each; a callback's failure ends it.
 * Fails: POL_FORMAT (no heading is known: names NAME.csv.mapping.yaml), POL_LIMIT, ... */
typedef pol_status (*pol_csv_row)(void *context, const pol_text *text, bool is_document,
                                  pol_error *reterr);
POL_MUST_CHECK pol_status pol_csv_read(pol_span bytes, pol_span mapping, pol_arena *arena,
                                       pol_csv_row on_row, void *context, pol_error *reterr);

/* ---- archives ---- */

/* Unpacks the members of a ZIP one after the other, from the `first`th on, each into memory
 * of its own that is gone when the callback returns. Names are checked: absolute ones,
 * "..", and control characters are refused; so are nested archives, encrypted members,
 * members over POL_FILE_MAX or of a ratio over POL_ARCHIVE_RATIO_MAX, and links. Those come with
 * `refused` (a sentence) and no bytes. Folders and hidden files are passed over. The total
 * unpacked is at most `total_max` bytes.
 * Fails: POL_FORMAT (not a ZIP, damaged: members before were given), POL_LIMIT, POL_NOMEM, or
 * what the callback failed with. */
typedef struct pol_member {
    size_t ordinal; /* from 0, counting all entries */
    pol_span name;  /* UTF-8, as in the archive */
    pol_span bytes;
    const char *refused; /* NULL: given */
} pol_member;
typedef pol_status (*pol_member_callback)(void *context, const pol_member *member,
                                          pol_error *reterr);
POL_MUST_CHECK pol_status pol_zip_each(pol_span bytes, size_t first, size_t total_max,
                                       pol_member_callback on_member, void *context,
                                       pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
