/* fault.c - a library to preload: calls that change files to one that fails, or is the last.
 *
 * Counts writes, flushes, renames, removals and truncations. FAULT_AT=N with FAULT=kill ends
 * the process by SIGKILL before the N-th; with FAULT=full that one and all later writes meet a
 * full disk. FAULT_COUNT=FILE: how many there were is written there at the end.
 * FAULT_CLOCK=N makes the monotonic clock run N times as fast: what is due every 20 seconds
 * falls often enough to be met. */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;
static long fault_at = -1;
static long clock_speed = 1;
static int is_kill;

__attribute__((constructor)) static void start(void)
{
    const char *at = getenv("FAULT_AT"), *what = getenv("FAULT"), *speed = getenv("FAULT_CLOCK");
    clock_speed = speed ? atol(speed) : 1;
    if (at && what) {
        fault_at = atol(at);
        is_kill = strcmp(what, "kill") == 0;
    }
}

__attribute__((destructor)) static void finish(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "we") : NULL;
    if (!file)
        return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

/* Must this call fail? */
static int meets_fault(int is_write)
{
    long call = atomic_fetch_add(&calls, 1) + 1;
    if (fault_at < 0 || call < fault_at)
        return 0;
    if (is_kill)
        raise(SIGKILL);
    return is_write;
}

#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off_t);
typedef int (*descriptor_call)(int);
typedef int (*rename_call)(const char *, const char *);
typedef int (*path_call)(const char *);
typedef int (*truncate_call)(int, off_t);
typedef int (*clock_call)(clockid_t, struct timespec *);

ssize_t write(int file, const void *bytes, size_t size)
{
    /* what is said to people is no change of a file */
    if (file > STDERR_FILENO && meets_fault(1)) {
        errno = ENOSPC;
        return -1;
    }
    return NEXT(write_call, "write")(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    if (meets_fault(1)) {
        errno = ENOSPC;
        return -1;
    }
    return NEXT(pwrite_call, "pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t at)
{
    return pwrite(file, bytes, size, at);
}

int fsync(int file)
{
    meets_fault(0);
    return NEXT(descriptor_call, "fsync")(file);
}

int fdatasync(int file)
{
    meets_fault(0);
    return NEXT(descriptor_call, "fdatasync")(file);
}

int rename(const char *from, const char *to)
{
    meets_fault(0);
    return NEXT(rename_call, "rename")(from, to);
}

int unlink(const char *path)
{
    meets_fault(0);
    return NEXT(path_call, "unlink")(path);
}

int remove(const char *path)
{
    meets_fault(0);
    return NEXT(path_call, "remove")(path);
}

int ftruncate(int file, off_t size)
{
    meets_fault(0);
    return NEXT(truncate_call, "ftruncate")(file, size);
}

int ftruncate64(int file, off_t size)
{
    return ftruncate(file, size);
}

int clock_gettime(clockid_t which, struct timespec *now)
{
    int result = NEXT(clock_call, "clock_gettime")(which, now);
    if (result == 0 && which == CLOCK_MONOTONIC && clock_speed > 1) {
        long long nanoseconds = (now->tv_sec * 1000000000LL + now->tv_nsec) * clock_speed;
        now->tv_sec = nanoseconds / 1000000000LL;
        now->tv_nsec = nanoseconds % 1000000000LL;
    }
    return result;
}
