/* landlock.h - no more files, network or signals for this thread, where the kernel can do that.
 *
 * Internal to sandbox/. */
#ifndef POL_SANDBOX_LANDLOCK_H
#define POL_SANDBOX_LANDLOCK_H

#include <stdbool.h>

/* The version of Landlock in this kernel, from 1; 0 where there is none. */
int pol_landlock_version(void);

/* Takes away every access that the kernel's version knows, except reading and executing below
 * `readable` (NULL-terminated paths; NULL: nothing). What does not exist is passed over. False:
 * the kernel has Landlock and refuses. Without Landlock it does nothing and is true. Needs
 * no_new_privs. */
bool pol_landlock_restrict(const char *const *readable);

#endif
