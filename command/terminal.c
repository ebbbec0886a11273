/* terminal.c - bytes to standard output or a pager, every failure noticed. */
#include "command/terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WIDTH_DEFAULT = 80, WIDTH_MAX = 10000, NO_SUCH_PROGRAM = 127, NOT_A_PROGRAM = 126 };

bool pol_terminal_has_color(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && terminal &&
           strcmp(terminal, "dumb") != 0;
}

size_t pol_terminal_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    if (width > 0 && width < WIDTH_MAX)
        return (size_t)width;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return WIDTH_DEFAULT;
}

static pol_status write_all(int file, pol_span text, pol_error *reterr)
{
    while (text.size) {
        ssize_t written = write(file, text.data, text.size);
        if (written >= 0)
            text = pol_span_from(text, (size_t)written);
        else if (errno == EPIPE)
            return POL_OK;
        else if (errno != EINTR)
            return pol_fail(reterr, errno == ENOSPC ? POL_FULL : POL_IO, 0,
                            "cannot write the results: %s", strerror(errno));
    }
    return POL_OK;
}

/* less: nothing redrawn, colours passed, no paging of what fits the screen. */
static const char *pager_command(void)
{
    const char *pager = getenv("PAGER");
    if (!pager)
        return "less -FRX";
    return *pager && strcmp(pager, "cat") != 0 ? pager : NULL;
}

/* False where the pager could not be run at all. */
static bool write_paged(const char *command, pol_span text)
{
    pol_error ignored;
    FILE *pager = popen(command, "w");
    if (!pager)
        return false;
    (void)!write_all(fileno(pager), text, &ignored); /* it went away: so be it */
    int status = pclose(pager);
    return !(WIFEXITED(status) &&
             (WEXITSTATUS(status) == NO_SUCH_PROGRAM || WEXITSTATUS(status) == NOT_A_PROGRAM));
}

pol_status pol_terminal_write(pol_span text, bool may_page, pol_error *reterr)
{
    const char *command = pager_command();
    signal(SIGPIPE, SIG_IGN);
    if (may_page && command && isatty(STDOUT_FILENO) && write_paged(command, text))
        return POL_OK;
    return write_all(STDOUT_FILENO, text, reterr);
}
