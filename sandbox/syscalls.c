/* syscalls.c - the tables of system calls, and how they become a filter of the kernel's. */
#include "sandbox/syscalls.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Memory, time, signals, and what the C library asks of itself. None takes a path. */
static const int allowed[] = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(close),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(alarm),
    SCMP_SYS(setitimer),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(membarrier),
    SCMP_SYS(rseq),
};

/* Libraries try these when they want a font, a table or a setting, and do without. */
static const int without_files[] = {
    SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(openat2),    SCMP_SYS(access),
    SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),       SCMP_SYS(lstat),
    SCMP_SYS(stat64),     SCMP_SYS(lstat64),    SCMP_SYS(statx),      SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getcwd),     SCMP_SYS(chdir),      SCMP_SYS(fchdir),
    SCMP_SYS(statfs),     SCMP_SYS(fstatfs),    SCMP_SYS(getdents64),
};

/* What changes a file system. */
static const int without_changes[] = {
    SCMP_SYS(creat),       SCMP_SYS(mkdir),        SCMP_SYS(mkdirat),      SCMP_SYS(rmdir),
    SCMP_SYS(rename),      SCMP_SYS(renameat),     SCMP_SYS(renameat2),    SCMP_SYS(link),
    SCMP_SYS(linkat),      SCMP_SYS(symlink),      SCMP_SYS(symlinkat),    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),    SCMP_SYS(mknod),        SCMP_SYS(mknodat),      SCMP_SYS(chmod),
    SCMP_SYS(fchmod),      SCMP_SYS(fchmodat),     SCMP_SYS(chown),        SCMP_SYS(fchown),
    SCMP_SYS(lchown),      SCMP_SYS(fchownat),     SCMP_SYS(truncate),     SCMP_SYS(ftruncate),
    SCMP_SYS(fallocate),   SCMP_SYS(utime),        SCMP_SYS(utimes),       SCMP_SYS(futimesat),
    SCMP_SYS(utimensat),   SCMP_SYS(setxattr),     SCMP_SYS(lsetxattr),    SCMP_SYS(fsetxattr),
    SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr), SCMP_SYS(memfd_create),
};

/* What nobody tries by mistake. */
static const int fatal[] = {
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(personality),
    SCMP_SYS(modify_ldt),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(shmget),
    SCMP_SYS(msgget),
    SCMP_SYS(semget),
};

static const int executing[] = {SCMP_SYS(execve), SCMP_SYS(execveat)};

static bool add_each(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (seccomp_rule_add(filter, action, calls[i], 0) != 0)
            return false;
    return true;
}

/* `action` for `call` where its arguments meet the condition. */
static bool add_if(scmp_filter_ctx filter, uint32_t action, int call, struct scmp_arg_cmp condition)
{
    return seccomp_rule_add_array(filter, action, call, 1, &condition) == 0;
}

static scmp_filter_ctx new_filter(uint32_t otherwise)
{
    scmp_filter_ctx filter = seccomp_init(otherwise);
    if (filter && (seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0 ||
                   seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) != 0)) {
        seccomp_release(filter);
        return NULL;
    }
    return filter;
}

static bool install(scmp_filter_ctx filter, bool is_complete)
{
    is_complete = is_complete && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_complete;
}

/* What libseccomp's own macros leave a field out of. */
static struct scmp_arg_cmp when(unsigned argument, enum scmp_compare compare, scmp_datum_t datum)
{
    return (struct scmp_arg_cmp){argument, compare, datum, 0};
}

static bool add_memory_rules(scmp_filter_ctx filter)
{
    static const int calls[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)};
    for (size_t i = 0; i < COUNT(calls); i++)
        if (!add_if(filter, SCMP_ACT_ALLOW, calls[i], when(2, SCMP_CMP_MASKED_EQ, PROT_EXEC)) ||
            !add_if(filter, SCMP_ACT_KILL_PROCESS, calls[i],
                    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)))
            return false;
    return true;
}

/* Rules that look at arguments: signals to itself, messages over the one socket, complaints to
 * standard output and error (the null device), the status of what is open, own limits. */
static bool add_reader_rules(scmp_filter_ctx filter, int socket)
{
    scmp_datum_t self = (scmp_datum_t)getpid(), line = (scmp_datum_t)socket;
    static const int messages[] = {SCMP_SYS(sendmsg), SCMP_SYS(recvmsg), SCMP_SYS(sendto),
                                   SCMP_SYS(recvfrom)};
    static const int writing[] = {SCMP_SYS(write), SCMP_SYS(writev)};
    bool is_complete =
        add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), when(0, SCMP_CMP_EQ, self)) &&
        add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), when(0, SCMP_CMP_EQ, self)) &&
        add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), when(3, SCMP_CMP_EQ, AT_EMPTY_PATH)) &&
        add_if(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat),
               when(3, SCMP_CMP_NE, AT_EMPTY_PATH)) &&
        add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), when(2, SCMP_CMP_EQ, 0)) &&
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 0) == 0;
    for (size_t i = 0; i < COUNT(messages); i++)
        is_complete =
            is_complete && add_if(filter, SCMP_ACT_ALLOW, messages[i], when(0, SCMP_CMP_EQ, line));
    for (size_t i = 0; i < COUNT(writing); i++)
        is_complete = is_complete && add_if(filter, SCMP_ACT_ALLOW, writing[i],
                                            when(0, SCMP_CMP_LE, STDERR_FILENO));
    return is_complete;
}

bool pol_syscalls_restrict_reader(int socket)
{
    scmp_filter_ctx filter = new_filter(SCMP_ACT_ERRNO(ENOSYS));
    uint32_t denied = SCMP_ACT_ERRNO(EACCES);
    return filter &&
           install(filter,
                   add_each(filter, SCMP_ACT_ALLOW, allowed, COUNT(allowed)) &&
                       add_each(filter, denied, without_files, COUNT(without_files)) &&
                       add_each(filter, denied, without_changes, COUNT(without_changes)) &&
                       add_each(filter, SCMP_ACT_KILL_PROCESS, fatal, COUNT(fatal)) &&
                       add_each(filter, SCMP_ACT_KILL_PROCESS, executing, COUNT(executing)) &&
                       add_memory_rules(filter) && add_reader_rules(filter, socket));
}

/* Opening a file for anything but reading. */
static bool add_open_rules(scmp_filter_ctx filter)
{
    static const unsigned changing[][2] = {
        {O_ACCMODE, O_WRONLY}, {O_ACCMODE, O_RDWR}, {O_CREAT, O_CREAT}, {O_TRUNC, O_TRUNC}};
    uint32_t denied = SCMP_ACT_ERRNO(EACCES);
    for (size_t i = 0; i < COUNT(changing); i++)
        if (!add_if(filter, denied, SCMP_SYS(open),
                    SCMP_A1(SCMP_CMP_MASKED_EQ, changing[i][0], changing[i][1])) ||
            !add_if(filter, denied, SCMP_SYS(openat),
                    SCMP_A2(SCMP_CMP_MASKED_EQ, changing[i][0], changing[i][1])))
            return false;
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0) == 0;
}

bool pol_syscalls_restrict_program(void)
{
    scmp_filter_ctx filter = new_filter(SCMP_ACT_ALLOW);
    return filter &&
           install(filter, add_each(filter, SCMP_ACT_ERRNO(EACCES), without_changes,
                                    COUNT(without_changes)) &&
                               add_each(filter, SCMP_ACT_KILL_PROCESS, fatal, COUNT(fatal)) &&
                               add_open_rules(filter));
}

bool pol_syscalls_can_restrict(void)
{
    return seccomp_api_get() >= 3;
}
