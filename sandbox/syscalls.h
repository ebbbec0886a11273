/* syscalls.h - which system calls are left to a confined process.
 *
 * Internal to sandbox/. */
#ifndef POL_SANDBOX_SYSCALLS_H
#define POL_SANDBOX_SYSCALLS_H

#include <stdbool.h>

/* For this thread and for ever: memory, signals to itself, the time, reading descriptors it
 * has, and messages over `socket`. What opens, lists or changes files fails (EACCES), what
 * makes processes or sockets, or memory that can be executed, ends the process (SIGSYS); all
 * else fails (ENOSYS). False: the kernel has no seccomp. */
bool pol_syscalls_restrict_reader(int socket);

/* For this thread and the program it executes next: anything but sockets, processes, what only
 * administrators do (SIGSYS), and writing to files (EACCES). */
bool pol_syscalls_restrict_program(void);

/* Does this kernel have what these need? */
bool pol_syscalls_can_restrict(void);

#endif
