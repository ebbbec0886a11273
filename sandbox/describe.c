/* describe.c - what this kernel has to confine a reader with, in words. */
#include "sandbox/sandbox.h"

#include <stdio.h>

#include "sandbox/landlock.h"
#include "sandbox/syscalls.h"

const char *pol_sandbox_describe(char buffer[80])
{
    int version = pol_landlock_version();
    char landlock[24] = "no Landlock";
    if (version > 0)
        snprintf(landlock, sizeof landlock, "Landlock %d", version);
    snprintf(buffer, 80, "%s, %s, rlimits", pol_syscalls_can_restrict() ? "seccomp" : "no seccomp",
             landlock);
    return buffer;
}
