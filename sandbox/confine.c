/* confine.c - rlimits, no capabilities, no_new_privs, Landlock, seccomp: in this order, since
 * each takes away what the one before needs. */
#include "sandbox/confine.h"

#include <linux/capability.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox/landlock.h"
#include "sandbox/syscalls.h"

enum { FILES_MAX = 16, READER_CPU_S = 3600, STACK_BYTES = 16 << 20 };

bool pol_is_sanitized(void)
{
#ifdef POL_SANITIZED
    return true;
#else
    return false;
#endif
}

/* Bytes of address space in use; 0 where that cannot be told. */
static size_t addresses_used(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file && fscanf(file, "%lu", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static bool limit(int resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit((__rlimit_resource_t)resource, &now) != 0)
        return false;
    if (now.rlim_max != RLIM_INFINITY && now.rlim_max < most)
        most = now.rlim_max;
    return setrlimit((__rlimit_resource_t)resource, &(struct rlimit){most, most}) == 0;
}

static bool limit_all(size_t addresses, rlim_t cpu_s)
{
    bool is_done = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) &&
                   limit(RLIMIT_NOFILE, FILES_MAX) && limit(RLIMIT_MEMLOCK, 0) &&
                   limit(RLIMIT_MSGQUEUE, 0) && limit(RLIMIT_STACK, STACK_BYTES) &&
                   limit(RLIMIT_CPU, cpu_s);
    return is_done && (pol_is_sanitized() || limit(RLIMIT_AS, addresses));
}

/* Of no effect for an ordinary user, who has none. */
static bool drop_capabilities(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};
    return syscall(SYS_capset, &header, none) == 0;
}

/* All but seccomp, which differs. */
static const char *confine(size_t addresses, rlim_t cpu_s, const char *const *readable)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return "the kernel refuses no_new_privs";
    if (!pol_landlock_restrict(readable))
        return "the kernel refuses Landlock";
    if (!limit_all(addresses, cpu_s))
        return "the kernel refuses limits of memory and time";
    if (!drop_capabilities())
        return "the kernel refuses to drop capabilities";
    return NULL;
}

static const char no_seccomp[] = "the kernel refuses seccomp filters";

const char *pol_confine_reader(int socket, size_t memory_bytes)
{
    const char *trouble = confine(addresses_used() + memory_bytes, READER_CPU_S, NULL);
    if (!trouble && !pol_syscalls_restrict_reader(socket))
        trouble = no_seccomp;
    return trouble;
}

const char *pol_confine_program(size_t memory_bytes, unsigned cpu_s)
{
    static const char *const readable[] = {"/usr", "/bin", "/lib", "/lib64", "/etc", NULL};
    const char *trouble = confine(memory_bytes, cpu_s, readable);
    if (!trouble && !pol_syscalls_restrict_program())
        trouble = no_seccomp;
    return trouble;
}
