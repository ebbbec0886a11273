/* confine.h - what the server gives up once it listens: root, new privileges, and the system calls
 * that answering does not need.
 *
 * Afterwards the process reads files, answers on the sockets it has, and nothing else: it starts
 * no program, opens no connection and changes no file (but for its access log). An attacker who
 * got into it would find nothing to leave by. */
#ifndef POL_SERVER_CONFINE_H
#define POL_SERVER_CONFINE_H

#include <stdbool.h>

#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Becomes the user `name` with its groups, for good: to be called when ports are open and before
 * there are threads. Where the process is not root, `name` must be who it is, or NULL. Root without
 * a `name` becomes "nobody" where that one can read the folder `index_path`; else it stays root,
 * and *ret_is_root tells so. Fails: POL_NOTFOUND (no such user), POL_USAGE, POL_IO. */
POL_MUST_CHECK pol_status pol_confine_user(const char *name, const char *index_path,
                                           bool *ret_is_root, pol_error *reterr);

/* No new privileges (for all threads, also those that are there), and a seccomp filter where
 * `allows_remote` is false: an index with remote parts needs sockets and programs. To be called
 * once all threads run. `writes_log`: an access log may be opened for appending. Without effect
 * under sanitizers, which need more. Fails: POL_UNSUPPORTED (the kernel refuses). */
POL_MUST_CHECK pol_status pol_confine_enter(bool allows_remote, bool writes_log, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
