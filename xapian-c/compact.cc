/* compact.cc - merging databases into a new one. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

#include <filesystem>

using xc::guarded;

namespace
{

/* Xapian would write over a database that is there. */
void check_destination(const char *destination)
{
    std::error_code error;
    std::filesystem::file_status status = std::filesystem::symlink_status(destination, error);
    if (!std::filesystem::exists(status))
        return;
    if (std::filesystem::is_directory(status) && std::filesystem::is_empty(destination, error))
        return;
    throw xc::Failure(XC_EXISTS, "there is something already");
}

void add_source(Xapian::Database &database, const char *path)
{
    std::vector<xc::Source> sources;
    xc::resolve(path, sources);
    for (const xc::Source &source : sources) {
        if (source.kind != xc::SourceKind::local)
            throw xc::Failure(XC_UNIMPLEMENTED, "'%s' names a remote database", path);
        database.add_database(xc::open_source(source));
    }
}

void compact(const char *const *sources, size_t source_count, const char *destination,
             const xc_compact_options &options)
{
    if (source_count == 0)
        throw xc::Failure(XC_INVALID, "there is no database to compact");
    check_destination(destination);
    Xapian::Database database;
    for (size_t i = 0; i < source_count; i++)
        add_source(database, sources[i]);
    unsigned flags = options.is_full ? Xapian::Compactor::FULL : Xapian::Compactor::STANDARD;
    flags |= options.renumbers ? 0 : Xapian::DBCOMPACT_NO_RENUMBER;
    flags |= options.is_single_file ? Xapian::DBCOMPACT_SINGLE_FILE : 0;
    database.compact(destination, flags, static_cast<int>(options.block_size));
}

} // namespace

xc_status xc_compact(const char *const *sources, size_t source_count, const char *destination,
                     const xc_compact_options *options, xc_error *reterr)
{
    static const xc_compact_options plain = {};
    xc_status status = guarded(
        reterr, [&] { compact(sources, source_count, destination, options ? *options : plain); });
    return xc::name_path(status, "compact to", destination, reterr);
}
