/* check.h - `polindex --check`: what would be recognised in files, and where it stands,
 * without any index. */
#ifndef POL_INDEXER_CHECK_H
#define POL_INDEXER_CHECK_H

#include "core/buffer.h"
#include "indexer/update.h"

typedef enum pol_check_format {
    POL_CHECK_TABLE, /* for people: each value with its line, and what is doubtful */
    POL_CHECK_JSONL, /* one object a document (docs/json-schema.md) */
    POL_CHECK_CSV    /* one line a document */
} pol_check_format;

typedef struct pol_check_options {
    const char *const *paths; /* folders and files; "-" is JSON Lines on `input` */
    size_t path_count;
    int input;
    unsigned jobs;
    pol_check_format format;
    bool shows_people; /* movers' names */
    /* each piece of output, in order; false: stop */
    bool (*on_output)(void *context, pol_span text);
    void (*on_left_out)(void *context, pol_span path, uint32_t line, const char *reason);
    void *context;
} pol_check_options;

typedef struct pol_check_summary {
    uint64_t documents, doubtful, left_out;
    uint64_t by_kind[POL_KIND_COUNT];
    uint64_t by_decision[POL_DECISION_COUNT];
} pol_check_summary;

/* Fails: as pol_survey_path(); POL_NOMEM. */
POL_MUST_CHECK pol_status pol_check_files(const pol_check_options *options,
                                          pol_check_summary *ret_summary, pol_error *reterr);

/* One document in one format. `file` is what to call its file, `duplicate_of` the id or
 * file of the rendering it repeats, or absent. */
void pol_check_write(pol_buffer *buffer, pol_check_format format, bool shows_people, pol_span file,
                     const pol_stored *stored, pol_span duplicate_of);
/* The heading line of a CSV; nothing for the others. */
void pol_check_write_heading(pol_buffer *buffer, pol_check_format format);

#endif
