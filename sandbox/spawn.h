/* spawn.h - starts a program with the descriptors it is given and nothing else of ours.
 *
 * Internal to sandbox/. Safe in any thread. */
#ifndef POL_SANDBOX_SPAWN_H
#define POL_SANDBOX_SPAWN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "core/error.h"

/* Descriptors 0 to 3 of the program; -1: the null device, for 3: none. */
typedef struct pol_spawn_files {
    int files[4];
} pol_spawn_files;

/* `arguments` end in NULL, the first is the path. The program gets an environment of its own,
 * default signals, and a session of its own, so that a key press on the terminal reaches only
 * the parent. Fails: POL_IO. */
POL_MUST_CHECK pol_status pol_spawn(const char *const *arguments, const pol_spawn_files *files,
                                    pid_t *ret_pid, pol_error *reterr);

/* Kills and waits. */
void pol_spawn_kill(pid_t pid);
/* Waits for its end until `end_ms`; *ret_status is as of waitpid(). False: it had to be killed. */
bool pol_spawn_wait(pid_t pid, int64_t end_ms, int *ret_status);

/* Milliseconds of a clock that nobody sets. */
int64_t pol_now_ms(void);

#endif
