/* error.c - filling a pol_error. */
#include "core/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* vsnprintf may have cut inside a character: step back to its start. */
static void mark_cut(char *text)
{
    size_t end = POL_ERROR_TEXT_SIZE - 4;
    while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    memcpy(text + end, "...", 4);
}

pol_status pol_fail(pol_error *reterr, pol_status status, size_t at, const char *format, ...)
{
    if (!reterr)
        return status;
    reterr->status = status;
    reterr->at = at;
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(reterr->text, sizeof reterr->text, format, arguments);
    va_end(arguments);
    if (size >= POL_ERROR_TEXT_SIZE)
        mark_cut(reterr->text);
    return status;
}

const char *pol_status_name(pol_status status)
{
    static const char *const names[] = {
        [POL_OK] = "ok",
        [POL_NOMEM] = "out of memory",
        [POL_IO] = "input/output error",
        [POL_FULL] = "disk full",
        [POL_NOTFOUND] = "not found",
        [POL_LOCKED] = "locked",
        [POL_CHANGED] = "changed",
        [POL_CORRUPT] = "corrupt",
        [POL_VERSION] = "other schema version",
        [POL_UNREACHABLE] = "unreachable",
        [POL_USAGE] = "usage",
        [POL_SYNTAX] = "syntax",
        [POL_FORMAT] = "format",
        [POL_LIMIT] = "limit",
        [POL_UNSUPPORTED] = "unsupported",
    };
    if ((size_t)status >= sizeof names / sizeof *names)
        return "unknown";
    return names[status];
}
