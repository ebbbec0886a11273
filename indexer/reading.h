/* reading.h - the state of one run, and files through the pool into the index.
 *
 * Internal to update.c, roots.c and reading.c. One thread, that of pol_update_index(). */
#ifndef POL_INDEXER_READING_H
#define POL_INDEXER_READING_H

#include "indexer/pool.h"
#include "indexer/span_map.h"
#include "indexer/update.h"

typedef struct pol_run {
    const pol_update_options *options;
    pol_summary *summary;
    pol_store *store;
    pol_ledger ledger;
    pol_writing *writing;
    pol_pool *pool;
    pol_arena arena; /* surveys, roots: the whole run */
    pol_root *roots;
    size_t root_count;
    pol_progress progress;
    uint64_t passages_committed, text_committed;
    uint64_t bytes_of_files; /* that have been written */
    double started, committed;
    /* the file whose documents are being written */
    const pol_survey_file *file;
    uint32_t file_documents;
    bool is_file_broken;  /* something of it could not be read: keep what was there */
    bool has_taken_id;    /* an id of its own is another file's: read it again */
    bool is_again;        /* it was read in this run already: what is left out has been told */
    pol_span_map counted; /* ids of the documents of the summary */
    /* files with ids that others had when they were read, which those may have lost since */
    pol_span *retries;
    size_t retry_count, retry_capacity;
    pol_span_map retried;
    bool is_last_pass; /* no file is tried again after this */
} pol_run;

/* Has the user asked to stop? Once true it stays so. */
bool pol_run_must_stop(pol_run *run);
/* Tells the caller of the run, and counts. */
void pol_run_leave_out(pol_run *run, pol_span path, uint32_t line, const char *reason);
void pol_run_show_progress(pol_run *run, const char *phase);
/* Commits where enough has been written since the last time. Fails as pol_store_commit(). */
POL_MUST_CHECK pol_status pol_run_commit_if_due(pol_run *run, pol_error *reterr);

/* Reads the survey's new and changed files and writes what they hold. Fails: what
 * pol_writing_add() and pol_store_commit() stop with. A file that cannot be read is left
 * out. */
POL_MUST_CHECK pol_status pol_run_read_files(pol_run *run, const pol_survey *survey,
                                             pol_error *reterr);
/* Documents on standard input replace those of the same id, and remove none. */
POL_MUST_CHECK pol_status pol_run_read_input(pol_run *run, pol_error *reterr);
/* Files with an id that was taken by one that changed or went later in the run, then files
 * whose document was shared with one that did. */
POL_MUST_CHECK pol_status pol_run_read_queued(pol_run *run, pol_error *reterr);
/* Then what reports say of documents is joined to them (indexer/joining.h). */
POL_MUST_CHECK pol_status pol_run_join(pol_run *run, pol_error *reterr);

#endif
