/* source.h - a path, which may be a stub, to the databases that it names.
 *
 * Xapian can open stubs by itself. This is done here because Xapian 1.4 follows a stub that
 * names itself until the stack is gone, takes an empty stub for an empty database, does not
 * say which part failed, and cannot be asked afterwards what it opened. */
#ifndef XAPIAN_C_SOURCE_H
#define XAPIAN_C_SOURCE_H

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

#include <xapian.h>

namespace xc
{

enum class SourceKind { local, tcp, program };

/* One database. Equal sources are the same database, not one that took its place. */
struct Source {
    SourceKind kind = SourceKind::local;
    std::string name;      /* path, host or program */
    std::string arguments; /* of the program */
    unsigned port = 0;
    unsigned timeout_ms = 0;
    dev_t device = 0; /* of a local one */
    ino_t inode = 0;

    bool operator==(const Source &other) const;
};

/* What a reader was asked to open. */
struct Origin {
    bool is_path = true;
    std::string path;
    Source server; /* where it is no path */
};

/* Adds to `sources` what `path` names. Throws Failure: XC_NOT_FOUND, XC_NOT_DATABASE,
 * XC_IO. */
void resolve(const std::string &path, std::vector<Source> &sources);

/* Opens (or connects to) one database; what fails is named. */
Xapian::Database open_source(const Source &source);

/* Is there a database of glass in this directory, or what is left of one? */
bool has_marker(const std::string &directory);

} // namespace xc

#endif
