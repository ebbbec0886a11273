/* exhaustion.c - allocations that are noted when refused, and what a crash then means.
 *
 * The allocator is the C library's own; its entry points stand here so that every library of
 * the program comes by. Sanitizers bring an allocator of theirs, which stays. */
#include "sandbox/exhaustion.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "sandbox/wire.h"

/* A signal handler can be given nothing else than a global. */
static volatile sig_atomic_t was_refused;

#ifndef POL_SANITIZED
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

/* More than half the address space is somebody's wrong sum, no need of memory. */
static void *noted(void *memory, size_t size)
{
    if (!memory && size > 0 && size <= PTRDIFF_MAX)
        was_refused = 1;
    return memory;
}

void *malloc(size_t size)
{
    return noted(__libc_malloc(size), size);
}

void *calloc(size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) {
        errno = ENOMEM;
        return NULL;
    }
    return noted(__libc_calloc(count, size), total);
}

void *realloc(void *memory, size_t size)
{
    return noted(__libc_realloc(memory, size), size);
}
#endif

/* SA_RESETHAND: the second time the signal does what it does without us. */
static void on_crash(int signal_number)
{
    if (was_refused)
        _exit(POL_EXIT_EXHAUSTED);
    raise(signal_number);
}

void pol_exhaustion_watch(void)
{
    static const int crashes[] = {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGILL, SIGFPE};
    static char stack[32 << 10]; /* after an overflow there is no other */
    stack_t room = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&room, NULL);
    struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i], &action, NULL);
}

void pol_exhaustion_forget(void)
{
    was_refused = 0;
}

bool pol_exhaustion_was_met(void)
{
    return was_refused != 0;
}
