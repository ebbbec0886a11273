/* confine.c - see confine.h: setuid, no_new_privs and seccomp. */
#include "server/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* --- the user ------------------------------------------------------------------------------- */

static pol_status become(const struct passwd *user, pol_error *reterr)
{
    if (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
        setuid(user->pw_uid) != 0)
        return pol_fail(reterr, POL_IO, 0, "cannot become the user '%s': %s", user->pw_name,
                        strerror(errno));
    if (user->pw_uid != 0 && setuid(0) == 0)
        return pol_fail(reterr, POL_IO, 0, "the system lets '%s' become root again: refused",
                        user->pw_name);
    return POL_OK;
}

/* Could this user open what is to be served? Of a folder, whatever names its parts. */
static bool can_read(const struct passwd *user, const char *index_path)
{
    if (setegid(user->pw_gid) != 0 || seteuid(user->pw_uid) != 0)
        return false;
    int folder = open(index_path, O_RDONLY | O_CLOEXEC);
    if (folder >= 0)
        close(folder);
    return seteuid(0) == 0 && setegid(0) == 0 && folder >= 0;
}

pol_status pol_confine_user(const char *name, const char *index_path, bool *ret_is_root,
                            pol_error *reterr)
{
    bool is_root = geteuid() == 0;
    *ret_is_root = false;
    if (!name && !is_root)
        return POL_OK;
    const struct passwd *user = getpwnam(name ? name : "nobody");
    if (!name && (!user || !can_read(user, index_path))) {
        *ret_is_root = true;
        return POL_OK;
    }
    if (!user)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no user '%s'", name);
    *ret_is_root = user->pw_uid == 0;
    if (geteuid() == user->pw_uid)
        return POL_OK;
    if (!is_root)
        return pol_fail(reterr, POL_USAGE, 0, "only root can serve as another user ('%s')", name);
    return become(user, reterr);
}

/* --- system calls --------------------------------------------------------------------------- */

/* Answering: reading files, talking on sockets that are open, waiting, memory, time. */
static const int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(stat),
    SCMP_SYS(fstat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(ioctl),
    SCMP_SYS(fadvise64),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendfile),
    SCMP_SYS(shutdown),
    SCMP_SYS(setsockopt),
    SCMP_SYS(getsockopt),
    SCMP_SYS(getsockname),
    SCMP_SYS(getpeername),
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(eventfd2),
    SCMP_SYS(pipe2),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigtimedwait),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(tgkill),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

enum { COUNT = sizeof allowed / sizeof *allowed };

#ifdef POL_SANITIZED
static const bool is_sanitized = true;
#else
static const bool is_sanitized = false;
#endif

/* Opening for reading, or with exactly these flags for a log; memory that holds no program. */
static bool add_conditions(scmp_filter_ctx filter, bool writes_log)
{
    const unsigned changes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_TMPFILE;
    const unsigned log_flags = O_WRONLY | O_CREAT | O_APPEND;
    bool is_done =
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, changes & ~(unsigned)O_DIRECTORY, 0)) == 0 &&
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                         SCMP_A1(SCMP_CMP_MASKED_EQ, changes & ~(unsigned)O_DIRECTORY, 0)) == 0 &&
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
    if (is_done && writes_log)
        is_done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                   SCMP_A2(SCMP_CMP_MASKED_EQ,
                                           O_RDWR | O_WRONLY | O_CREAT | O_APPEND | O_TRUNC,
                                           log_flags)) == 0;
    return is_done;
}

static bool load_filter(bool writes_log)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool is_done = filter && seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (size_t i = 0; i < COUNT && is_done; i++)
        is_done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    is_done = is_done && add_conditions(filter, writes_log) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_done;
}

pol_status pol_confine_enter(bool allows_remote, bool writes_log, pol_error *reterr)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return pol_fail(reterr, POL_UNSUPPORTED, 0, "the kernel refuses no_new_privs: %s",
                        strerror(errno));
    if (!is_sanitized && !allows_remote && !load_filter(writes_log))
        return pol_fail(reterr, POL_UNSUPPORTED, 0, "the kernel refuses a seccomp filter");
    return POL_OK;
}
