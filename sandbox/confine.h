/* confine.h - a process that can do anything to one that can only compute.
 *
 * Both last until the process ends. Failing they return a sentence saying what is wrong with
 * this machine; NULL is success. The socket's and the standard descriptors stay as they are.
 *
 * Internal to sandbox/. Only for a process with one thread. */
#ifndef POL_SANDBOX_CONFINE_H
#define POL_SANDBOX_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/* Is this build made by a sanitizer, whose shadow memory breaks any limit of addresses? */
bool pol_is_sanitized(void);

/* No files, no network, no processes; `memory_bytes` more than it has now; an hour of processor
 * time; messages over `socket` alone. */
const char *pol_confine_reader(int socket, size_t memory_bytes);

/* For a program about to be executed: reads what is installed on the system, writes to no file,
 * no network, no further processes, `memory_bytes`, `cpu_s` seconds of processor time. */
const char *pol_confine_program(size_t memory_bytes, unsigned cpu_s);

#endif
