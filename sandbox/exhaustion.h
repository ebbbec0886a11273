/* exhaustion.h - tells a process that ran out of memory from one that is broken.
 *
 * Libraries abort, or go through NULL, when an allocation is refused; which looks like any
 * other crash. Linked into a program, this notes refused allocations and has such a program
 * end with status POL_EXIT_EXHAUSTED instead.
 *
 * Internal to sandbox/. Only for a process with one thread. */
#ifndef POL_SANDBOX_EXHAUSTION_H
#define POL_SANDBOX_EXHAUSTION_H

#include <stdbool.h>

/* Sets handlers for the signals of crashes. */
void pol_exhaustion_watch(void);
/* Forgets what was refused before. */
void pol_exhaustion_forget(void);
/* Was an allocation refused since? */
bool pol_exhaustion_was_met(void);

#endif
