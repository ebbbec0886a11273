/* sandbox.h - a file's bytes to what was extracted from it, by a confined child process.
 *
 * The child (the program `polread`) gets one file after the other over a socket and can do
 * nothing else: no files, no network, no processes, bounded memory and time (seccomp, Landlock
 * where the kernel has it, rlimits, no_new_privs). What it sends back is checked
 * (document/parcel.h). When it dies, hangs or sends nonsense, that costs the file at hand, or
 * the member of an archive; the next file gets a new child. RTF and .doc are first turned
 * into text by Debian's programs, each in a child confined by rules of its own.
 *
 * A pol_sandbox belongs to one thread; several may be used side by side, one a thread. */
#ifndef POL_SANDBOX_SANDBOX_H
#define POL_SANDBOX_SANDBOX_H

#include "document/extract.h"
#include "document/reader.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_sandbox pol_sandbox;

typedef struct pol_sandbox_options {
    size_t memory_bytes; /* of a child; 0: 1 GiB. Not held to under sanitizers */
    uint32_t time_ms;    /* for one file; 0: 60 s. Processor time is bounded besides */
    size_t answer_bytes; /* that a file may give; 0: 256 MiB */
    const char *program; /* path of polread; NULL: beside this program, else as installed */
} pol_sandbox_options;

/* Starts nothing yet. Fails: POL_NOMEM; POL_NOTFOUND (polread is not where it should be: the
 * text says where it was looked for). */
POL_MUST_CHECK pol_status pol_sandbox_new(const pol_sandbox_options *options,
                                          pol_sandbox **ret_sandbox, pol_error *reterr);
/* Ends the child. */
void pol_sandbox_free(pol_sandbox *sandbox);

typedef struct pol_read_request {
    int file;            /* descriptor of a regular file, read from its start; -1: `bytes` */
    pol_span bytes;      /* what to read instead: lines of JSON Lines */
    pol_span name;       /* file name without folders, for formats and titles */
    pol_format format;   /* UNKNOWN: found out by name and bytes */
    uint32_t first_line; /* of `bytes` in their file, from 1 */
    pol_span sidecar;    /* the bytes of NAME.meta.yaml; absent: none */
    pol_span mapping;    /* the bytes of NAME.csv.mapping.yaml; absent: none */
} pol_read_request;

/* What is in the file. A file that cannot be read, whatever the reason, is POL_OK with an
 * omission that says why; so is a child that died ("its reader crashed (SIGSEGV)", "took
 * longer than 60 s", "needs more than 1 GiB of memory"). Results are in `arena`.
 * Fails: POL_NOMEM, POL_IO (no child can be started: the text says why). */
POL_MUST_CHECK pol_status pol_sandbox_read(pol_sandbox *sandbox, const pol_read_request *request,
                                           pol_arena *arena, pol_extracted *ret_extracted,
                                           pol_error *reterr);

/* What confines the children on this machine: "seccomp, Landlock 4, rlimits". */
const char *pol_sandbox_describe(char buffer[80]);

#ifdef __cplusplus
}
#endif
#endif
