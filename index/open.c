/* open.c - a path to an open database of our schema. */
#include "index/open.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "core/schema.h"
#include "index/failure.h"

enum { OPEN_ATTEMPTS = 5 };

pol_status pol_index_locate(const char *option, char buffer[POL_INDEX_PATH_MAX], pol_error *reterr)
{
    const char *variable = getenv("POLSEARCH_INDEX");
    const char *data_home = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    int size = -1;
    if (option)
        size = snprintf(buffer, POL_INDEX_PATH_MAX, "%s", option);
    else if (variable && *variable)
        size = snprintf(buffer, POL_INDEX_PATH_MAX, "%s", variable);
    else if (data_home && *data_home == '/') /* the standard ignores relative ones */
        size = snprintf(buffer, POL_INDEX_PATH_MAX, "%s/polsearch/index", data_home);
    else if (home && *home)
        size = snprintf(buffer, POL_INDEX_PATH_MAX, "%s/.local/share/polsearch/index", home);
    if (size < 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "where is the index? Give --index DIR or set POLSEARCH_INDEX");
    if (size == 0)
        return pol_fail(reterr, POL_USAGE, 0, "the path of the index is empty");
    if (size >= POL_INDEX_PATH_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "the path of the index is over %d bytes long",
                        POL_INDEX_PATH_MAX - 1);
    return POL_OK;
}

static bool exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

/* Xapian says "cannot open" for an empty folder and for none alike. */
static bool has_no_database(const char *path)
{
    static const char *const marks[] = {"XAPIANDB", "iamglass", "iamchert"};
    char name[POL_INDEX_PATH_MAX + 16];
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT || errno == ENOTDIR;
    if (!S_ISDIR(info.st_mode))
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        snprintf(name, sizeof name, "%.*s/%s", POL_INDEX_PATH_MAX, path, marks[i]);
        if (exists(name) || errno == EACCES)
            return false;
    }
    return true;
}

/* Between reading the stub and opening what it names, a rebuild may have swapped the
 * generation: trying again reads the new stub. */
static pol_status open_reader(const char *path, xc_reader **ret_reader, pol_error *reterr)
{
    xc_error error = {0};
    if (has_no_database(path))
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "there is no index at '%s': make one with polindex FOLDER, or name "
                        "another with --index DIR",
                        path);
    for (int attempt = 0; attempt < OPEN_ATTEMPTS; attempt++) {
        xc_status status = xc_reader_open(path, ret_reader, &error);
        if (status == XC_OK)
            return POL_OK;
        if (status != XC_NOT_FOUND && status != XC_OVERTAKEN && status != XC_IO)
            break;
    }
    return pol_fail_index(reterr, &error, path);
}

pol_status pol_index_check_schema(xc_reader *reader, const char *path, pol_error *reterr)
{
    xc_error error = {0};
    xc_bytes value = {0};
    if (xc_reader_metadata(reader, pol_xc_bytes(POL_SPAN(POL_SCHEMA_KEY)), &value, &error) != XC_OK)
        return pol_fail_index(reterr, &error, path);
    if (value.size == 0)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "'%s' is not a polsearch index: make one with polindex FOLDER", path);
    if (!pol_span_equal(pol_xc_span(value), POL_SPAN(POL_SCHEMA_VERSION)))
        return pol_fail(reterr, POL_VERSION, 0,
                        "the index '%s' was made by another version of polsearch: run polindex "
                        "--rebuild, which reads your documents again (schema %.*s, here %s)",
                        path, (int)(value.size < 20 ? value.size : 20), value.data,
                        POL_SCHEMA_VERSION);
    return POL_OK;
}

pol_status pol_index_open_reader(const char *path, xc_reader **ret_reader, pol_error *reterr)
{
    *ret_reader = NULL;
    pol_status status = open_reader(path, ret_reader, reterr);
    if (status == POL_OK)
        status = pol_index_check_schema(*ret_reader, path, reterr);
    if (status != POL_OK) {
        xc_reader_free(*ret_reader);
        *ret_reader = NULL;
    }
    return status;
}
