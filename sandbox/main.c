/* main.c - polread: reads files for polindex, in a process that can do nothing else.
 *
 *   polread serve BYTES            answers requests on descriptor 3, each in that much memory
 *   polread convert FORMAT ATTEMPT becomes a program that reads standard input
 *
 * Not for people: the arguments are those that sandbox/child.c and program.c give. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sandbox/confine.h"
#include "sandbox/convert.h"
#include "sandbox/exhaustion.h"
#include "sandbox/serve.h"
#include "sandbox/warm.h"

#ifdef POL_SANITIZED
/* The names are the sanitizers'. A crash is the kernel's to tell, a refused allocation ours;
 * what a sanitizer finds ends the process with a status of its own. */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);
const char *__tsan_default_options(void);

const char *__asan_default_options(void)
{
    return "handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:"
           "allocator_may_return_null=1:detect_leaks=0:exitcode=86:use_sigaltstack=0:"
           "quarantine_size_mb=16";
}

const char *__ubsan_default_options(void)
{
    return "exitcode=86";
}

const char *__tsan_default_options(void)
{
    return "exitcode=86:handle_segv=0:handle_abort=0";
}
#endif

static int serve(size_t memory_bytes)
{
    pol_wire wire = {.socket = POL_CHILD_SOCKET};
    pol_warm_up();
    pol_exhaustion_watch();
    const char *trouble = pol_confine_reader(POL_CHILD_SOCKET, memory_bytes);
    pol_span sentence = pol_span_of(trouble);
    if (pol_wire_send(&wire, POL_FRAME_READY, &sentence, 1, -1) == POL_WIRE_OK && !trouble)
        pol_serve(&wire, memory_bytes);
    return trouble ? POL_EXIT_USAGE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    int status = POL_EXIT_USAGE;
    if (argc == 3 && strcmp(argv[1], "serve") == 0)
        status = serve((size_t)strtoull(argv[2], NULL, 10));
    else if (argc == 4 && strcmp(argv[1], "convert") == 0)
        status = pol_convert((pol_format)strtoul(argv[2], NULL, 10), strtoul(argv[3], NULL, 10));
    else
        fputs("polread: polindex starts it to read files; it is of no use by itself\n", stderr);
    fflush(NULL);
    _exit(status); /* handlers of libraries have nothing left to write */
}
