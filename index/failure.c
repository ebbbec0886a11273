/* failure.c - the table from xc_status to pol_status, with advice. */
#include "index/failure.h"

typedef struct meaning {
    pol_status status;
    const char *what;   /* before the path */
    const char *advice; /* behind it */
} meaning;

static const meaning other = {POL_IO, "cannot read the index", ""};

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
    [XC_FULL] = {POL_FULL, "the disk is full: the index", ""},
    [XC_TERM_TOO_LONG] = {POL_LIMIT, "cannot ask that of the index", ""},
    [XC_UNIMPLEMENTED] = {POL_UNSUPPORTED, "cannot ask that of the index", ""},
    [XC_FEATURE] = {POL_UNSUPPORTED, "cannot ask that of the index", ""},
    [XC_NETWORK] = {POL_UNREACHABLE, "no answer from a server of the index", ""},
    [XC_NETWORK_TIMEOUT] = {POL_UNREACHABLE, "no answer in time from a server of the index", ""},
};

static const meaning *meaning_of(const xc_error *error)
{
    size_t row = (size_t)error->status;
    return row < sizeof meanings / sizeof *meanings && meanings[row].what ? &meanings[row] : &other;
}

pol_status pol_fail_xapian(pol_error *reterr, const xc_error *error, const char *what)
{
    return pol_fail(reterr, meaning_of(error)->status, 0, "%s: %s", what, error->text);
}

pol_status pol_fail_index(pol_error *reterr, const xc_error *error, const char *path)
{
    const meaning *found = meaning_of(error);
    return pol_fail(reterr, found->status, 0, "%s '%s'%s (%s)", found->what, path, found->advice,
                    error->text);
}
