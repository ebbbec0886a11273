/* error.h - what went wrong, in a form a caller can act on.
 *
 * A status names what a caller can do about it; the text names the thing, the
 * place and the remedy for a person. Reporting never allocates. Errors are set
 * where they arise and passed on untouched; rooms never print and never exit.
 * Safe in any thread: the caller owns the pol_error. */
#ifndef POL_CORE_ERROR_H
#define POL_CORE_ERROR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define POL_MUST_CHECK __attribute__((warn_unused_result))
#define POL_PRINTF(format_index, first_argument)                                                   \
    __attribute__((format(printf, format_index, first_argument)))

typedef enum pol_status {
    POL_OK = 0,
    POL_NOMEM,       /* free memory, or give up */
    POL_IO,          /* look at the file or device that is named */
    POL_FULL,        /* the disk is full: make room, run again */
    POL_NOTFOUND,    /* there is no such file, index or document */
    POL_LOCKED,      /* another writer is at work: wait */
    POL_CHANGED,     /* the index moved on under a reader: reopen, retry once */
    POL_CORRUPT,     /* damaged: restore a backup, or rebuild */
    POL_VERSION,     /* written by another schema: rebuild */
    POL_UNREACHABLE, /* a remote index does not answer */
    POL_USAGE,       /* the caller's arguments make no sense together */
    POL_SYNTAX,      /* `at` is the offset of what could not be read */
    POL_FORMAT,      /* the bytes are not what the format promises */
    POL_LIMIT,       /* a documented bound was met */
    POL_UNSUPPORTED  /* this kind of index or file cannot do that */
} pol_status;

enum { POL_ERROR_TEXT_SIZE = 240 };

typedef struct pol_error {
    pol_status status;
    size_t at;                      /* offset, line or count; 0 where it says nothing */
    char text[POL_ERROR_TEXT_SIZE]; /* one sentence, UTF-8, no newline at its end */
} pol_error;

/* Fills `reterr` (may be NULL) and returns `status`. A text that is too long is
 * cut at a character and ends in "...". */
pol_status pol_fail(pol_error *reterr, pol_status status, size_t at, const char *format, ...)
    POL_PRINTF(4, 5);

/* A lower-case name of the status ("locked"); never NULL. */
const char *pol_status_name(pol_status status);

#ifdef __cplusplus
}
#endif
#endif
