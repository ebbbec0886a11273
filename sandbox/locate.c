/* locate.c - the places where polread may be, in order. */
#include "sandbox/locate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef POL_LIBEXECDIR
#error "POL_LIBEXECDIR must say where polread is installed"
#endif

/* The folder of the program that runs, with its slash; "" where that cannot be told. */
static void own_folder(char *folder, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", folder, size - 1);
    folder[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        slash[1] = '\0';
}

static pol_status keep(const char *path, char **ret_path, pol_error *reterr)
{
    *ret_path = strdup(path);
    return *ret_path ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

static pol_status keep_given(const char *path, char **ret_path, pol_error *reterr)
{
    if (access(path, X_OK) != 0)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no program '%s', which reads files",
                        path);
    return keep(path, ret_path, reterr);
}

pol_status pol_locate_polread(const char *given, char **ret_path, pol_error *reterr)
{
    static const char *const places[] = {"polread", "../sandbox/polread"};
    static const char installed[] = POL_LIBEXECDIR "/polread";
    char folder[PATH_MAX], path[PATH_MAX + 32];
    if (!given)
        given = getenv("POLSEARCH_POLREAD");
    if (given)
        return keep_given(given, ret_path, reterr);
    own_folder(folder, sizeof folder);
    for (size_t i = 0; i < sizeof places / sizeof *places && folder[0]; i++) {
        snprintf(path, sizeof path, "%s%s", folder, places[i]);
        if (access(path, X_OK) == 0)
            return keep(path, ret_path, reterr);
    }
    if (access(installed, X_OK) == 0)
        return keep(installed, ret_path, reterr);
    return pol_fail(reterr, POL_NOTFOUND, 0,
                    "polread, which reads files, is neither in '%s' nor '%s': install polsearch "
                    "anew, or name it in POLSEARCH_POLREAD",
                    folder, installed);
}
