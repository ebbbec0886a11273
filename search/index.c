/* index.c - a path to an open index of our schema. */
#include "search/index.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "core/schema.h"

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

typedef struct meaning {
    pol_status status;
    const char *what;   /* before the path */
    const char *advice; /* behind it */
} meaning;

/* Indexed by xc_status; what is not there is trouble with files. */
static const meaning meanings[] = {
    [XC_NOMEM] = {POL_NOMEM, "out of memory while reading the index", ""},
    [XC_INVALID] = {POL_USAGE, "cannot ask that of the index", ""},
    [XC_NOT_FOUND] = {POL_NOTFOUND, "there is no index at", ": make one with polindex FOLDER"},
    [XC_NO_DOCUMENT] = {POL_CHANGED, "changed meanwhile: the index", ": search again"},
    [XC_OVERTAKEN] = {POL_CHANGED, "changed meanwhile: the index", ": search again"},
    [XC_LOCKED] = {POL_LOCKED, "another program is writing the index", ""},
    [XC_CORRUPT] = {POL_CORRUPT, "damaged: the index", ": run polindex --rebuild"},
    [XC_VERSION] = {POL_VERSION, "another version of Xapian wrote the index",
                    ": run polindex --rebuild"},
    [XC_UNIMPLEMENTED] = {POL_UNSUPPORTED, "cannot ask that of the index", ""},
    [XC_FEATURE] = {POL_UNSUPPORTED, "cannot ask that of the index", ""},
    [XC_NETWORK] = {POL_UNREACHABLE, "no answer from a server of the index", ""},
    [XC_NETWORK_TIMEOUT] = {POL_UNREACHABLE, "no answer in time from a server of the index", ""},
};

static pol_status fail_at(const char *path, const xc_error *error, pol_error *reterr)
{
    static const meaning other = {POL_IO, "cannot read the index", ""};
    size_t row = (size_t)error->status;
    const meaning *found = &other;
    if (row < sizeof meanings / sizeof *meanings && meanings[row].what)
        found = &meanings[row];
    return pol_fail(reterr, found->status, 0, "%s '%s'%s (%s)", found->what, path, found->advice,
                    error->text);
}

pol_status pol_index_fail(const pol_index *index, const xc_error *error, pol_error *reterr)
{
    return fail_at(index->path, error, reterr);
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
    return fail_at(path, &error, reterr);
}

static pol_status check_schema(const pol_index *index, pol_error *reterr)
{
    xc_error error = {0};
    xc_bytes value = {0};
    if (xc_reader_metadata(index->reader, pol_xc_bytes(POL_SPAN(POL_SCHEMA_KEY)), &value, &error) !=
        XC_OK)
        return pol_index_fail(index, &error, reterr);
    if (value.size == 0)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "'%s' is not a polsearch index: make one with polindex FOLDER",
                        index->path);
    if (!pol_span_equal(pol_xc_span(value), POL_SPAN(POL_SCHEMA_VERSION)))
        return pol_fail(reterr, POL_VERSION, 0,
                        "the index '%s' has schema %.*s, this program reads schema %s: run "
                        "polindex --rebuild",
                        index->path, (int)(value.size < 20 ? value.size : 20), value.data,
                        POL_SCHEMA_VERSION);
    return POL_OK;
}

pol_status pol_index_reopen(pol_index *index, pol_error *reterr)
{
    xc_reader_free(index->reader);
    index->reader = NULL;
    pol_status status = open_reader(index->path, &index->reader, reterr);
    if (status == POL_OK)
        status = check_schema(index, reterr);
    if (status != POL_OK)
        return status;
    xc_error error = {0};
    xc_statistics statistics = {0};
    if (xc_reader_statistics(index->reader, &statistics, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    index->entries = statistics.document_count;
    index->is_local = xc_reader_is_local(index->reader);
    return pol_index_frequency(index, POL_PREFIX_HEAD, POL_SPAN(""), &index->documents, reterr);
}

pol_status pol_index_open(const char *path, pol_index **ret_index, pol_error *reterr)
{
    *ret_index = NULL;
    pol_index *index = calloc(1, sizeof *index);
    if (!index || !(index->path = strdup(path))) {
        free(index);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    }
    pol_status status = pol_analyser_new("en", &index->analyser, reterr);
    if (status == POL_OK)
        status = pol_index_reopen(index, reterr);
    if (status != POL_OK) {
        pol_index_free(index);
        return status;
    }
    *ret_index = index;
    return POL_OK;
}

void pol_index_free(pol_index *index)
{
    if (!index)
        return;
    xc_reader_free(index->reader);
    pol_analyser_free(index->analyser);
    free(index->path);
    free(index);
}

pol_status pol_index_frequency(pol_index *index, const char *prefix, pol_span value,
                               uint32_t *ret_documents, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    pol_span term = pol_term_make(prefix, value, buffer);
    *ret_documents = 0;
    if (xc_reader_term_frequency(index->reader, pol_xc_bytes(term), ret_documents, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    return POL_OK;
}
