/* landlock.c - the kernel's Landlock, by system calls: Debian 12's headers and C library know
 * less of it than newer kernels do. */
#include "sandbox/landlock.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* From <linux/landlock.h> of Linux 6.12; the numbers are the kernel's promise. */
typedef struct ruleset {
    uint64_t files;   /* from version 1 */
    uint64_t network; /* from version 4 */
    uint64_t scopes;  /* from version 6 */
} ruleset;

typedef struct __attribute__((packed)) path_rule {
    uint64_t allowed;
    int32_t folder;
} path_rule;

enum {
    ASK_VERSION = 1,
    RULE_PATH_BENEATH = 1,
    FILE_EXECUTE = 1 << 0,
    FILE_READ = 1 << 2,
    FOLDER_READ = 1 << 3,
    FILES_1 = (1 << 13) - 1, /* execute to make_sym */
    FILES_2 = 1 << 13,       /* refer */
    FILES_3 = 1 << 14,       /* truncate */
    FILES_5 = 1 << 15,       /* ioctl of devices */
    NETWORK_4 = 3,           /* bind and connect of TCP */
    SCOPES_6 = 3             /* abstract sockets and signals */
};

int pol_landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, ASK_VERSION);
    return version > 0 ? (int)version : 0;
}

/* What the kernel's version can take away, and how much of the struct it reads. */
static ruleset everything(int version, size_t *ret_size)
{
    ruleset all = {.files = FILES_1};
    all.files |= version >= 2 ? FILES_2 : 0;
    all.files |= version >= 3 ? FILES_3 : 0;
    all.files |= version >= 5 ? FILES_5 : 0;
    all.network = version >= 4 ? NETWORK_4 : 0;
    all.scopes = version >= 6 ? SCOPES_6 : 0;
    *ret_size = version >= 6   ? sizeof all
                : version >= 4 ? offsetof(ruleset, scopes)
                               : offsetof(ruleset, network);
    return all;
}

static bool allow(int rules, const char *path)
{
    path_rule rule = {.allowed = FILE_EXECUTE | FILE_READ | FOLDER_READ,
                      .folder = open(path, O_PATH | O_CLOEXEC)};
    if (rule.folder < 0)
        return true;
    long result = syscall(SYS_landlock_add_rule, rules, RULE_PATH_BENEATH, &rule, 0);
    close(rule.folder);
    return result == 0;
}

bool pol_landlock_restrict(const char *const *readable)
{
    size_t size = 0;
    int version = pol_landlock_version();
    if (version == 0)
        return true;
    ruleset all = everything(version, &size);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, size, 0);
    if (rules < 0)
        return false;
    bool is_done = true;
    for (size_t i = 0; readable && readable[i] && is_done; i++)
        is_done = allow(rules, readable[i]);
    is_done = is_done && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return is_done;
}
