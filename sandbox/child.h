/* child.h - one confined reader: started, talked to until a deadline, ended, and its end told
 * in words.
 *
 * Internal to sandbox/. One thread at a time. */
#ifndef POL_SANDBOX_CHILD_H
#define POL_SANDBOX_CHILD_H

#include <stdint.h>
#include <sys/types.h>

#include "core/error.h"
#include "sandbox/wire.h"

typedef struct pol_child_limits {
    const char *program;
    size_t memory_bytes;
    uint32_t time_ms;
} pol_child_limits;

/* Why nobody waits for it any longer. */
typedef enum pol_fate {
    POL_FATE_NONE = 0,
    POL_FATE_LATE,     /* past end_ms */
    POL_FATE_HUNGRY,   /* more memory than it may have */
    POL_FATE_TOO_MUCH, /* it sent more than it may */
    POL_FATE_NONSENSE, /* it sent what it may not */
    POL_FATE_ENDED     /* it is gone: how, its exit status tells */
} pol_fate;

typedef struct pol_child {
    pid_t pid; /* 0: none */
    pol_wire wire;
    int memory;        /* its /proc/PID/statm; -1 where that cannot be read */
    size_t at_start;   /* bytes resident once it was ready */
    size_t most;       /* bytes resident that it may have */
    size_t done_count; /* files and members it has read to the end */
    int64_t end_ms;    /* when an answer is too late */
    pol_fate fate;
} pol_child;

/* Starts it and waits until it is confined. Fails: POL_IO (the text says what is missing). */
POL_MUST_CHECK pol_status pol_child_start(pol_child *child, const pol_child_limits *limits,
                                          pol_error *reterr);
/* Kills it, if there is one. */
void pol_child_end(pol_child *child);

/* Is it better replaced, for what it has done and kept? */
bool pol_child_is_worn(const pol_child *child, const pol_child_limits *limits);

/* Ends it, and says why in a sentence about the file: "its reader crashed (SIGSEGV)". `fate`
 * is what is known so far. *ret_is_final: another try would end the same. */
void pol_child_verdict(pol_child *child, const pol_child_limits *limits, char *sentence,
                       size_t size, bool *ret_is_final);

#endif
