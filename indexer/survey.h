/* survey.h - a path given by the user to what has to be read, and what has gone.
 *
 * Compares the files below a root with the ledger; nothing is read but names, sizes and
 * times. */
#ifndef POL_INDEXER_SURVEY_H
#define POL_INDEXER_SURVEY_H

#include "document/reader.h"
#include "indexer/ledger.h"
#include "indexer/walk.h"

typedef enum pol_file_state { POL_FILE_NEW, POL_FILE_CHANGED, POL_FILE_UNCHANGED } pol_file_state;

typedef struct pol_survey_file {
    pol_file file;
    pol_file sidecar; /* or mapping of a CSV; path.data NULL where there is none */
    pol_format format;
    pol_span key;
    pol_file_state state;
    int64_t seen_ns; /* when size and times were looked at, or a little before */
    bool is_stream;  /* standard input: nothing to compare with, nothing to remove */
} pol_survey_file;

/* A file or folder that is left out. */
typedef struct pol_left_out {
    pol_span path;
    pol_span reason;
} pol_left_out;

typedef struct pol_survey {
    pol_root root;
    bool is_new_root, is_moved_root;
    bool is_widened_root; /* until now only single files of it were known */
    int64_t seen_ns;      /* when the walk began */
    size_t given_size;    /* bytes of the absolute path that the given one stands for */
    pol_survey_file *files;
    size_t file_count, file_capacity;
    pol_entry *gone; /* in the ledger, below the path, no longer there */
    size_t gone_count;
    pol_left_out *left_out;
    size_t left_out_count, left_out_capacity;
    size_t passed_over; /* files that are no documents by their names: pictures, style sheets */
} pol_survey;

/* `ledger` NULL: everything is new (--check). `path` is a folder or a file. Results live
 * in `arena`. Fails: POL_NOTFOUND, POL_IO, POL_NOMEM, POL_LIMIT; POL_USAGE where every
 * file of a known root has gone at once: most likely a disk that is not there. */
POL_MUST_CHECK pol_status pol_survey_path(pol_ledger *ledger, const char *path, pol_arena *arena,
                                          pol_survey *ret_survey, pol_error *reterr);

/* One file of a known root, to be read again. file.path.data is NULL where it cannot be
 * looked at; *ret_is_gone where that is because it is not there, though its folder is. */
pol_survey_file pol_survey_one(const pol_root *roots, size_t root_count, pol_span file_key,
                               pol_arena *arena, bool *ret_is_gone);

/* Is `path` the folder, or below it? Absolute paths, or paths below one root. */
bool pol_path_is_below(pol_span path, pol_span folder);
/* Has the path gone for sure: not merely unreadable, or on a disk that is not there? */
bool pol_path_is_gone(const char *path);

/* "folder/relative" in `arena`, NUL-terminated; the absent span where memory is out. */
pol_span pol_path_join(pol_arena *arena, pol_span folder, pol_span relative);

/* The state of file and sidecar as a ledger entry. */
pol_entry pol_survey_entry(const pol_survey_file *file, uint32_t document_count);

#endif
