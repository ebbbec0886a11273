/* update.h - one run of polindex: paths to an index that holds what is below them.
 *
 * Files that have not changed since they were read are not read again; changed ones
 * replace, vanished ones remove. Commits fall between documents. Nothing is printed:
 * progress and what was left out go to the callbacks, which must not call back. */
#ifndef POL_INDEXER_UPDATE_H
#define POL_INDEXER_UPDATE_H

#include <signal.h>

#include "core/vocabulary.h"
#include "indexer/store.h"
#include "indexer/survey.h"
#include "indexer/writing.h"

typedef struct pol_progress {
    uint64_t files_done, files_total; /* to be read in this run */
    uint64_t bytes_done, bytes_total;
    uint64_t documents;
    const char *phase; /* "reading", "joining", "building", "committing", "compacting": a
                           constant */
} pol_progress;

typedef struct pol_update_options {
    const char *index_path;
    const char *const *paths; /* folders, files; "-" is JSON Lines on `input` */
    size_t path_count;        /* 0: the folders the index knows */
    int input;                /* file descriptor that "-" reads */
    unsigned jobs;
    bool is_rebuild;
    bool is_removing;                  /* take out what came from `paths`, and read nothing new */
    const char *corrections;           /* a CSV to take back first; NULL: none */
    const volatile sig_atomic_t *stop; /* set: stop after the document at hand; or NULL */
    void (*on_progress)(void *context, const pol_progress *progress);
    /* `path` is what to name; `line` 0 for the whole file */
    void (*on_left_out)(void *context, pol_span path, uint32_t line, const char *reason);
    /* a line of a report that belongs to no document; `why` is one sentence */
    void (*on_unmatched)(void *context, pol_span path, const pol_outcome *outcome, const char *why);
    /* a short statement for a person: a moved folder, documents carried over */
    void (*on_note)(void *context, const char *text);
    void *context;
} pol_update_options;

typedef struct pol_summary {
    uint64_t files_read, files_unchanged, files_removed, left_out;
    uint64_t passed_over; /* files that are no documents by their names */
    pol_written written;
    uint64_t joined, unmatched; /* lines of reports */
    uint64_t corrected;         /* rows of the CSV */
    uint64_t by_kind[POL_KIND_COUNT];
    uint64_t by_decision[POL_DECISION_COUNT];
    uint64_t documents, text_bytes;           /* read in this run */
    uint64_t total_documents, total_passages; /* in the index afterwards */
    double seconds;
    bool is_stopped;
    bool is_abandoned; /* a rebuild that was stopped: the index is as it was */
} pol_summary;

/* Fails as pol_store_open() and pol_survey_path() do, and POL_FULL, POL_IO, POL_NOMEM:
 * what was committed stays, and `ret_summary` says what was done until then. */
POL_MUST_CHECK pol_status pol_update_index(const pol_update_options *options,
                                           pol_summary *ret_summary, pol_error *reterr);

/* What a run would do, without doing it: reads the ledger only. `on_file` gets each file
 * that would be read or removed ("new", "changed", "removed"). */
POL_MUST_CHECK pol_status pol_update_preview(const pol_update_options *options,
                                             void (*on_file)(void *context, pol_span path,
                                                             const char *what),
                                             pol_summary *ret_summary, pol_error *reterr);

#endif
