/* convert.c - a row of the table of converters to an executed program. */
#include "sandbox/convert.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "sandbox/confine.h"
#include "sandbox/wire.h"

enum { MEMORY_BYTES = 512 << 20, CPU_S = 60 };

/* Programs want a name, and standard input by that name can be sought in. */
static const char input[] = "/proc/self/fd/0";

int pol_convert(pol_format format, size_t attempt)
{
    const pol_converter *converter = pol_converter_for(format, attempt);
    char *arguments[sizeof converter->arguments / sizeof *converter->arguments] = {NULL};
    char *environment[] = {(char[]){"LC_ALL=C.UTF-8"}, (char[]){"HOME=/nonexistent"},
                           (char[]){"PATH=/usr/bin:/bin"}, NULL};
    if (!converter || access(converter->program, X_OK) != 0)
        return POL_EXIT_NO_CONVERTER;
    for (size_t i = 0; converter->arguments[i]; i++) {
        const char *argument = converter->arguments[i];
        if (strcmp(argument, "@") == 0)
            argument = input;
        arguments[i] = (char *)(uintptr_t)argument; /* execve() does not write to it */
    }
    if (pol_confine_program(MEMORY_BYTES, CPU_S) == NULL)
        execve(converter->program, arguments, environment);
    return POL_EXIT_USAGE;
}
