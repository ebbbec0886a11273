/* reader.h - bytes to pol_text: one function per format, no global state, no file
 * access, so that each can run in a confined process.
 *
 * Every function: `bytes` is not kept; all results live in `arena`; `ret_text` is set
 * only on POL_OK. Work and memory are bounded by the arena's limit and by the bounds
 * below. Fails: POL_NOMEM; POL_LIMIT (arena exhausted, or a bound met: the text names
 * it); POL_FORMAT (reterr->at = line) for bytes that are not what the format promises,
 * binary junk included. Safe in any thread, one arena per thread. */
#ifndef POL_DOCUMENT_READER_H
#define POL_DOCUMENT_READER_H

#include "document/format.h"
#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_FILE_MAX = 64 << 20,    /* bytes of one file that is read; larger: POL_LIMIT */
    POL_HTML_DEPTH_MAX = 400,   /* nested elements; deeper markup is refused before parsing */
    POL_HTML_TAGS_MAX = 300000, /* tags of one page, and of tags and attributes together */
    POL_MARKDOWN_MAX = 4 << 20, /* bytes of a Markdown file */
    POL_JSON_LINE_MAX = 16 << 20,
    POL_JSON_DEPTH_MAX = 32,      /* nested arrays and objects */
    POL_JSON_VALUES_MAX = 100000, /* values in one line */
    POL_YAML_MAX = 256 << 10,     /* bytes of a sidecar or of front matter */
    POL_YAML_DEPTH_MAX = 16,
    POL_YAML_PAIRS_MAX = 1000
};

/* Any encoding to UTF-8: BOM, valid UTF-8, UTF-16 without BOM, else Windows-1252 or what
 * uchardet is sure of. Repairs what is certain (UTF-8 read as Windows-1252 and saved
 * again, lost ligatures as control characters); what is doubtful is noted, not changed.
 * NULs and other binary junk are POL_FORMAT. */
POL_MUST_CHECK pol_status pol_decode_text(pol_span bytes, pol_arena *arena, pol_span *ret_utf8,
                                          pol_text *notes_to, pol_error *reterr);

POL_MUST_CHECK pol_status pol_read_text(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                        pol_error *reterr);
POL_MUST_CHECK pol_status pol_read_markdown(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                            pol_error *reterr);
POL_MUST_CHECK pol_status pol_read_html(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                                        pol_error *reterr);
/* One line of JSON Lines, an object; `line_number` goes into errors and lines. Its
 * "text" (required, a string) becomes lines, all numbered `line_number`. Other fields
 * become pairs, as of YAML; numbers and true/false as text, null is absent. A key that
 * occurs twice is refused: which of the two was meant cannot be told. "passages" is left
 * out: it is made from the text. */
POL_MUST_CHECK pol_status pol_read_json(pol_span line, uint32_t line_number, pol_arena *arena,
                                        pol_text *ret_text, pol_error *reterr);
/* Dispatches on `format`: TEXT, MARKDOWN, HTML; POL_UNSUPPORTED for the others. */
POL_MUST_CHECK pol_status pol_read(pol_format format, pol_span bytes, pol_arena *arena,
                                   pol_text *ret_text, pol_error *reterr);

/* Adds the pairs of a YAML mapping (a sidecar, or front matter) to `text`. Bounded in
 * depth and pairs; unknown keys are kept, nested mappings give "outer.inner", a list its
 * key once per element; a key stated twice is kept twice and noted. An alias may stand for
 * a scalar only, which rules out bombs. Keys are in lower case, spaces and hyphens in them
 * are "_". On failure `text` may hold some of the pairs. */
POL_MUST_CHECK pol_status pol_read_yaml(pol_span bytes, pol_origin origin, uint32_t first_line,
                                        pol_arena *arena, pol_text *text, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
