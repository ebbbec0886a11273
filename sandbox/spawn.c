/* spawn.c - posix_spawn() with everything that is inherited switched off. */
#include "sandbox/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FILES = 4, STANDARD_FILES = 3, OUT_OF_THE_WAY = 16 };

int64_t pol_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Copies stand above all numbers that they are to get, so that none overwrites another. */
static bool copy_files(const pol_spawn_files *from, int *copies)
{
    bool is_done = true;
    for (int i = 0; i < FILES; i++) {
        bool is_given = from->files[i] >= 0;
        copies[i] = is_given ? fcntl(from->files[i], F_DUPFD_CLOEXEC, OUT_OF_THE_WAY) : -1;
        is_done = is_done && (!is_given || copies[i] >= 0);
    }
    return is_done;
}

static int set_files(posix_spawn_file_actions_t *actions, const int *copies)
{
    int failed = 0;
    for (int i = 0; i < FILES && !failed; i++) {
        if (copies[i] >= 0)
            failed = posix_spawn_file_actions_adddup2(actions, copies[i], i);
        else if (i < STANDARD_FILES)
            failed = posix_spawn_file_actions_addopen(actions, i, "/dev/null",
                                                      i == 0 ? O_RDONLY : O_WRONLY, 0);
    }
    int first_closed = copies[FILES - 1] >= 0 ? FILES : STANDARD_FILES;
    return failed ? failed : posix_spawn_file_actions_addclosefrom_np(actions, first_closed);
}

static int set_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                    POSIX_SPAWN_SETSID);
}

static int spawn(const char *const *arguments, const int *copies, pid_t *ret_pid)
{
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin",
                                              "HOME=/nonexistent", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed)
        return failed;
    failed = posix_spawnattr_init(&attributes);
    if (!failed) {
        failed = set_files(&actions, copies);
        if (!failed)
            failed = set_signals(&attributes);
        if (!failed) /* which writes to neither array */
            failed = posix_spawn(ret_pid, arguments[0], &actions, &attributes,
                                 (char *const *)(uintptr_t)arguments,
                                 (char *const *)(uintptr_t)environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

pol_status pol_spawn(const char *const *arguments, const pol_spawn_files *files, pid_t *ret_pid,
                     pol_error *reterr)
{
    int copies[FILES];
    int failed = copy_files(files, copies) ? spawn(arguments, copies, ret_pid) : errno;
    for (int i = 0; i < FILES; i++)
        if (copies[i] >= 0)
            close(copies[i]);
    if (failed)
        return pol_fail(reterr, POL_IO, 0, "cannot start '%s': %s", arguments[0], strerror(failed));
    return POL_OK;
}

static int reap(pid_t pid, int options, int *ret_status)
{
    int reaped;
    do
        reaped = waitpid(pid, ret_status, options);
    while (reaped < 0 && errno == EINTR);
    return reaped;
}

void pol_spawn_kill(pid_t pid)
{
    int status;
    kill(pid, SIGKILL);
    reap(pid, 0, &status);
}

/* It is as good as gone when this is called: its socket or pipe was closed. */
bool pol_spawn_wait(pid_t pid, int64_t end_ms, int *ret_status)
{
    *ret_status = 0;
    while (reap(pid, WNOHANG, ret_status) == 0) {
        if (pol_now_ms() >= end_ms) {
            kill(pid, SIGKILL);
            reap(pid, 0, ret_status);
            return false;
        }
        poll(NULL, 0, 1);
    }
    return true;
}
