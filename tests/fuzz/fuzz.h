/* fuzz.h - what the fuzz targets share.
 *
 * A target is one file with LLVMFuzzerTestOneInput(): any bytes in; it must neither crash
 * nor leak, and what comes out must keep what the headers promise. Linked with libFuzzer it
 * searches, linked with replay.c it is an ordinary test over corpus/TARGET/. */
#ifndef POL_TESTS_FUZZ_FUZZ_H
#define POL_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "document/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops the fuzzer with the input that broke the promise; stays on without assert(). */
#define FUZZ_CHECK(condition) fuzz_check((condition), #condition, __FILE__, __LINE__)

static inline void fuzz_check(bool holds, const char *condition, const char *file, int line)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

enum { FUZZ_ARENA_MAX = 256 << 20 };

static inline pol_span fuzz_span(const uint8_t *data, size_t size)
{
    return pol_span_make(size ? (const char *)data : "", size);
}

/* A failure has a status, and a sentence of one line. */
void fuzz_check_error(pol_status status, const pol_error *error);
/* What document/text.h promises of lines and pairs. */
void fuzz_check_text(const pol_text *text);

#endif
