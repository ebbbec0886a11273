/* render.h - results and documents as text for reading, JSON, JSON Lines, CSV,
 * Markdown and TREC runs.
 *
 * Every function appends to `buffer` and cannot fail otherwise: ask buffer->status
 * (POL_NOMEM, POL_LIMIT) once, at the end. Nothing that a document holds reaches a
 * terminal as a control character, an escape sequence or a bidirectional override;
 * each format escapes at the last step, by its own rules. People among the submitters
 * are left out unless `shows_people`. docs/json-schema.md describes the machine
 * formats. Safe in any thread. */
#ifndef POL_SEARCH_RENDER_H
#define POL_SEARCH_RENDER_H

#include "core/buffer.h"
#include "core/error.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_JSON_VERSION = 1,      /* "version" of the machine formats */
    POL_RENDER_WIDTH_MIN = 40, /* narrower terminals are treated as this */
    POL_RENDER_WIDTH_MAX = 100 /* lines longer than this are hard to read */
};

typedef enum pol_output {
    POL_OUTPUT_TEXT = 0,
    POL_OUTPUT_JSON,
    POL_OUTPUT_JSONL,
    POL_OUTPUT_CSV,
    POL_OUTPUT_MARKDOWN,
    POL_OUTPUT_TREC,
    POL_OUTPUT_HTML, /* of reports (draft/report.h); not of results and documents */
    POL_OUTPUT_COUNT
} pol_output;

const char *pol_output_name(pol_output output); /* "jsonl" */
pol_output pol_output_from_name(pol_span name); /* POL_OUTPUT_COUNT if there is none */

/* All zero is a good start: unwrapped text without colour. */
typedef struct pol_render_options {
    size_t width;         /* text: columns to wrap at, brought into the bounds above;
                             0: not wrapped */
    bool is_plain;        /* text: linear, for screen readers and pipes: no wrapping, no
                             colour, no indentation, marks of a match as [words] */
    bool has_color;       /* text: the caller has asked NO_COLOR and isatty() */
    bool shows_people;    /* names of people among the submitters too */
    bool is_continued;    /* csv: no header line: an earlier call wrote it */
    const char *query_id; /* trec: the topic; NULL: "0" */
    const char *run;      /* trec: the run's name; NULL: "polsearch" */
} pol_render_options;

/* Has it a function below? */
bool pol_render_has_output(pol_output output);

/* Dispatches to one of the functions below; `output` is one that has. */
void pol_render_results(pol_output output, const pol_results *results,
                        const pol_render_options *options, pol_buffer *buffer);

/* What a reader needs: understood, notes, tiers as headings, per hit the title,
 * conference, year, decision, clause, lead-in, words in context, citation; facets where
 * there are any; the page. With no hit: a line that says what to do. */
void pol_render_text(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer);
/* One object on one line. */
void pol_render_json(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer);
/* One hit a line; nothing for no hits. */
void pol_render_jsonl(const pol_results *results, const pol_render_options *options,
                      pol_buffer *buffer);
/* RFC 4180 with a header line; cells that a spreadsheet would run get an apostrophe. */
void pol_render_csv(const pol_results *results, const pol_render_options *options,
                    pol_buffer *buffer);
void pol_render_markdown(const pol_results *results, const pol_render_options *options,
                         pol_buffer *buffer);
/* `qid Q0 id rank score run`, one line a document, the best first; scores fall strictly,
 * since evaluators sort by them and not by the rank. White space in ids becomes "_". */
void pol_render_trec(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer);

/* --show ID: one whole document with metadata, passages, labels, sources and citation.
 * JSON and JSONL give the same object; CSV one line a passage; TREC gives the text. */
void pol_render_document(pol_output output, const pol_stored *stored,
                         const pol_render_options *options, pol_buffer *buffer);

/* `{"error":{"code":...,"message":...,"at":...}}` and a newline, for machine formats. */
void pol_render_json_error(const pol_error *error, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
