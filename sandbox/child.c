/* child.c - a process and its socket; its life is bounded in time and memory. */
#include "sandbox/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/spawn.h"

enum { WATCH_MS = 50, START_MS = 60000, GRACE_MS = 2000, FILES_MAX = 1000 };

/* --- memory ------------------------------------------------------------------------- */

static size_t resident_bytes(const pol_child *child)
{
    char text[128];
    unsigned long pages = 0;
    ssize_t size = child->memory < 0 ? 0 : pread(child->memory, text, sizeof text - 1, 0);
    if (size <= 0)
        return 0;
    text[size] = '\0';
    if (sscanf(text, "%*u %lu", &pages) != 1)
        return 0;
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static int open_memory(pid_t pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    return open(path, O_RDONLY | O_CLOEXEC);
}

/* The child's own limit is on addresses; this is for builds that cannot have it, whose every
 * byte has a shadow besides. */
static size_t most_resident(size_t at_start, size_t memory_bytes)
{
#ifdef POL_SANITIZED
    memory_bytes *= 3;
#endif
    return at_start + memory_bytes + memory_bytes / 8;
}

/* --- waiting ------------------------------------------------------------------------ */

static bool give_up(pol_child *child, pol_fate fate)
{
    child->fate = fate;
    return false;
}

static bool wait_for(void *context, short events)
{
    pol_child *child = context;
    struct pollfd socket = {.fd = child->wire.socket, .events = events};
    for (;;) {
        int64_t left = child->end_ms - pol_now_ms();
        int ready = poll(&socket, 1, left <= 0 ? 0 : left < WATCH_MS ? (int)left : WATCH_MS);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return give_up(child, POL_FATE_NONSENSE);
        if (left <= 0)
            return give_up(child, POL_FATE_LATE);
        if (resident_bytes(child) > child->most)
            return give_up(child, POL_FATE_HUNGRY);
    }
}

/* --- the start ---------------------------------------------------------------------- */

static pol_status receive_ready(pol_child *child, const char *program, pol_error *reterr)
{
    pol_frame frame;
    char sentence[160];
    if (pol_wire_receive_head(&child->wire, &frame, NULL) != POL_WIRE_OK ||
        frame.kind != POL_FRAME_READY || frame.size >= sizeof sentence ||
        pol_wire_receive(&child->wire, sentence, frame.size) != POL_WIRE_OK)
        return pol_fail(reterr, POL_IO, 0,
                        "'%s', which reads files, does not start: is it of this version?", program);
    sentence[frame.size] = '\0';
    if (frame.size > 0)
        return pol_fail(reterr, POL_IO, 0, "files cannot be read safely on this machine: %s",
                        sentence);
    return POL_OK;
}

static pol_status spawn_child(pol_child *child, const pol_child_limits *limits, int theirs,
                              pol_error *reterr)
{
    char memory[24];
    snprintf(memory, sizeof memory, "%zu", limits->memory_bytes);
    const char *const arguments[] = {limits->program, "serve", memory, NULL};
    const pol_spawn_files files = {{-1, -1, -1, theirs}};
    return pol_spawn(arguments, &files, &child->pid, reterr);
}

pol_status pol_child_start(pol_child *child, const pol_child_limits *limits, pol_error *reterr)
{
    int sockets[2];
    *child = (pol_child){.memory = -1, .most = SIZE_MAX, .end_ms = pol_now_ms() + START_MS};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return pol_fail(reterr, POL_IO, 0, "cannot start a reader: %s", strerror(errno));
    child->wire = (pol_wire){.socket = sockets[0], .wait = wait_for, .context = child};
    pol_status status =
        fcntl(sockets[0], F_SETFL, O_NONBLOCK) == 0
            ? spawn_child(child, limits, sockets[1], reterr)
            : pol_fail(reterr, POL_IO, 0, "cannot start a reader: %s", strerror(errno));
    close(sockets[1]);
    if (status != POL_OK) {
        close(sockets[0]);
        *child = (pol_child){0};
        return status;
    }
    status = receive_ready(child, limits->program, reterr);
    if (status != POL_OK) {
        pol_child_end(child);
        return status;
    }
    child->memory = open_memory(child->pid);
    child->at_start = resident_bytes(child);
    child->most = most_resident(child->at_start, limits->memory_bytes);
    return POL_OK;
}

/* --- the end ------------------------------------------------------------------------ */

static void close_files(pol_child *child)
{
    close(child->wire.socket);
    if (child->memory >= 0)
        close(child->memory);
    *child = (pol_child){0};
}

void pol_child_end(pol_child *child)
{
    if (child->pid == 0)
        return;
    pol_spawn_kill(child->pid);
    close_files(child);
}

/* What libraries keep or lose over many files is given back with the process. */
bool pol_child_is_worn(const pol_child *child, const pol_child_limits *limits)
{
    return child->done_count >= FILES_MAX ||
           resident_bytes(child) > child->at_start + limits->memory_bytes / 4;
}

static void say_hungry(const pol_child_limits *limits, char *sentence, size_t size)
{
    size_t mib = limits->memory_bytes >> 20;
    bool is_whole = mib >= 1024 && mib % 1024 == 0;
    snprintf(sentence, size, "needs more than %zu %s of memory", is_whole ? mib >> 10 : mib,
             is_whole ? "GiB" : "MiB");
}

static void say_late(const pol_child_limits *limits, char *sentence, size_t size)
{
    if (limits->time_ms % 1000 == 0)
        snprintf(sentence, size, "took longer than %u s", limits->time_ms / 1000);
    else
        snprintf(sentence, size, "took longer than %u ms", limits->time_ms);
}

static void say_signal(int number, char *sentence, size_t size)
{
    const char *name = sigabbrev_np(number);
    switch (number) {
    case SIGSYS:
        snprintf(sentence, size, "tried what a reader may not do (SIGSYS)");
        break;
    case SIGXCPU:
        snprintf(sentence, size, "took too much processor time (SIGXCPU)");
        break;
    case SIGKILL:
        snprintf(sentence, size, "its reader was killed (SIGKILL): is the machine out of memory?");
        break;
    default:
        snprintf(sentence, size, "its reader crashed (SIG%s)", name ? name : "?");
    }
}

static void say_ended(int status, const pol_child_limits *limits, char *sentence, size_t size)
{
    enum { SANITIZER_STATUS = 86 };
    if (WIFSIGNALED(status))
        say_signal(WTERMSIG(status), sentence, size);
    else if (WEXITSTATUS(status) == POL_EXIT_EXHAUSTED)
        say_hungry(limits, sentence, size);
    else if (WEXITSTATUS(status) == SANITIZER_STATUS)
        snprintf(sentence, size, "its reader crashed (Sanitizer)");
    else
        snprintf(sentence, size, "its reader ended without an answer (status %d)",
                 WEXITSTATUS(status));
}

/* What closes its socket and lives on has lost its mind as well. */
static void say_gone(const pol_child *child, const pol_child_limits *limits, char *sentence,
                     size_t size)
{
    int status;
    if (pol_spawn_wait(child->pid, pol_now_ms() + GRACE_MS, &status))
        say_ended(status, limits, sentence, size);
    else
        snprintf(sentence, size, "its reader sent nonsense");
}

void pol_child_verdict(pol_child *child, const pol_child_limits *limits, char *sentence,
                       size_t size, bool *ret_is_final)
{
    *ret_is_final = child->fate == POL_FATE_LATE || child->fate == POL_FATE_TOO_MUCH;
    switch (child->fate) {
    case POL_FATE_LATE:
        say_late(limits, sentence, size);
        break;
    case POL_FATE_HUNGRY:
        say_hungry(limits, sentence, size);
        break;
    case POL_FATE_TOO_MUCH:
        snprintf(sentence, size, "it gives more text than a file may");
        break;
    case POL_FATE_NONSENSE:
        snprintf(sentence, size, "its reader sent nonsense");
        break;
    default:
        say_gone(child, limits, sentence, size);
        close_files(child);
        return;
    }
    pol_child_end(child);
}
