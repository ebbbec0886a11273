/* check.h - `polindex --check`: what would be recognised in files, and where it stands,
 * without any index. */
#ifndef POL_INDEXER_CHECK_H
#define POL_INDEXER_CHECK_H

#include "core/buffer.h"
#include "indexer/review.h"
#include "indexer/spool.h"
#include "indexer/update.h"

typedef enum pol_check_format {
    POL_CHECK_TABLE, /* for people: each value with its line, and what is doubtful */
    POL_CHECK_JSONL, /* one object a document (docs/json-schema.md) */
    POL_CHECK_CSV    /* one line a document, and for each thing that needs a person */
} pol_check_format;

typedef struct pol_check_options {
    const char *const *paths; /* folders and files; "-" is JSON Lines on `input` */
    size_t path_count;
    int input;
    unsigned jobs;
    pol_check_format format;
    bool shows_people;      /* movers' names */
    bool is_review;         /* only what needs a person */
    const char *index_path; /* whose corrections hold, where there is one; NULL: none */
    /* each piece of output, in order; false: stop */
    bool (*on_output)(void *context, pol_span text);
    void (*on_left_out)(void *context, pol_span path, uint32_t line, const char *reason);
    void *context;
} pol_check_options;

typedef struct pol_check_summary {
    uint64_t documents, doubtful, left_out, passed_over;
    uint64_t joined, unmatched; /* lines of reports */
    uint64_t needs_person;      /* rows of the review */
    uint64_t by_kind[POL_KIND_COUNT];
    uint64_t by_decision[POL_DECISION_COUNT];
} pol_check_summary;

/* Fails: as pol_survey_path(); POL_NOMEM. */
POL_MUST_CHECK pol_status pol_check_files(const pol_check_options *options,
                                          pol_check_summary *ret_summary, pol_error *reterr);

/* One document in the format of `options`, and the rows of the review that are about it. */
void pol_check_write(pol_buffer *buffer, const pol_check_options *options,
                     const pol_spooled *spooled, const pol_review_row *rows, size_t row_count);
/* A line of a report; `matched` is the id of its document or absent, `row` NULL where nothing
 * is to be looked at. */
void pol_check_write_outcome(pol_buffer *buffer, const pol_check_options *options,
                             const pol_join_outcome *outcome, pol_span matched,
                             const pol_review_row *row);
/* The heading line of a CSV; nothing for the others. */
void pol_check_write_heading(pol_buffer *buffer, pol_check_format format);

#endif
