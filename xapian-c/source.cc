/* source.cc - a path, which may be a stub, to the databases that it names. */
#include "xapian-c/source.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>

#include <sys/stat.h>

#include "xapian-c/guard.h"

namespace xc
{

namespace
{

const unsigned max_depth = 8;        /* of stubs that name stubs */
const size_t max_sources = 1024;     /* of one path */
const size_t max_stub_bytes = 65536; /* junk is not read to its end */
const char single_file_magic[] = "\x0f\x0dXapian Glass";

void resolve_at(const std::string &path, unsigned depth, std::vector<Source> &sources);

struct stat status_of(const std::string &path)
{
    struct stat status;
    if (path.empty())
        throw Failure(XC_INVALID, "the path is empty");
    if (stat(path.c_str(), &status) == 0)
        return status;
    int number = errno;
    bool is_missing = number == ENOENT || number == ENOTDIR;
    throw Failure(is_missing ? XC_NOT_FOUND : XC_IO, "'%s': %s", path.c_str(), strerror(number));
}

bool is_file(const std::string &path)
{
    struct stat status;
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

void add(Source source, std::vector<Source> &sources)
{
    if (sources.size() >= max_sources)
        throw Failure(XC_NOT_DATABASE, "the stub names more than %zu databases", max_sources);
    sources.push_back(std::move(source));
}

void add_local(const std::string &path, const struct stat &status, std::vector<Source> &sources)
{
    Source source;
    source.name = path;
    source.device = status.st_dev;
    source.inode = status.st_ino;
    add(std::move(source), sources);
}

/* At most max_stub_bytes of the file, and one more where it is longer. */
std::string read_start(const std::string &path)
{
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Failure(XC_IO, "'%s': %s", path.c_str(), strerror(errno ? errno : EIO));
    const std::unique_ptr<char[]> text(new char[max_stub_bytes + 1]); /* hardly touched */
    file.read(text.get(), static_cast<std::streamsize>(max_stub_bytes + 1));
    return std::string(text.get(), static_cast<size_t>(file.gcount()));
}

std::string relative_to(const std::string &path, const std::string &stub)
{
    size_t slash = stub.rfind('/');
    if (path.empty() || path[0] == '/' || slash == std::string::npos)
        return path;
    return stub.substr(0, slash + 1) + path;
}

/* ":PROGRAM ARGUMENTS" */
Source program_of(const std::string &text)
{
    Source source;
    size_t space = text.find(' ');
    source.kind = SourceKind::program;
    source.timeout_ms = XC_REMOTE_TIMEOUT_MS;
    source.name = text.substr(1, space == std::string::npos ? space : space - 1);
    if (space != std::string::npos)
        source.arguments = text.substr(space + 1);
    return source;
}

/* "HOST:PORT", "[IPV6]:PORT"; no port 0 where it is neither. */
Source server_of(const std::string &text)
{
    Source source;
    size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return source;
    source.kind = SourceKind::tcp;
    source.timeout_ms = XC_REMOTE_TIMEOUT_MS;
    source.name = text.substr(0, colon);
    if (source.name.size() > 2 && source.name.front() == '[' && source.name.back() == ']')
        source.name = source.name.substr(1, source.name.size() - 2);
    char *end = nullptr;
    unsigned long port = strtoul(text.c_str() + colon + 1, &end, 10);
    if (*end == '\0' && port <= 65535)
        source.port = static_cast<unsigned>(port);
    return source;
}

/* "TYPE REST". False: not a line of a stub. */
bool read_line(const std::string &line, const std::string &stub, unsigned depth,
               std::vector<Source> &sources)
{
    size_t space = line.find(' ');
    if (space == std::string::npos || space + 1 == line.size())
        return false;
    std::string type = line.substr(0, space);
    std::string rest = line.substr(space + 1);
    if (type == "auto" || type == "glass" || type == "chert") {
        resolve_at(relative_to(rest, stub), depth + 1, sources);
        return true;
    }
    if (type != "remote")
        return false;
    Source source = rest[0] == ':' ? program_of(rest) : server_of(rest);
    if (source.name.empty() || (source.kind == SourceKind::tcp && source.port == 0))
        return false;
    add(std::move(source), sources);
    return true;
}

void resolve_stub(const std::string &path, const std::string &text, unsigned depth,
                  std::vector<Source> &sources)
{
    const size_t before = sources.size();
    size_t number = 1;
    for (size_t start = 0; start < text.size(); number++) {
        size_t end = text.find('\n', start);
        end = end == std::string::npos ? text.size() : end;
        std::string line = text.substr(start, end - start);
        start = end + 1;
        if (line.empty() || line[0] == '#')
            continue;
        if (!read_line(line, path, depth, sources))
            throw Failure(XC_NOT_DATABASE,
                          "'%s' is neither a database nor a stub: line %zu names no database",
                          path.c_str(), number);
    }
    if (sources.size() == before)
        throw Failure(XC_NOT_DATABASE, "'%s' names no database", path.c_str());
}

void resolve_file(const std::string &path, const struct stat &status, unsigned depth,
                  std::vector<Source> &sources)
{
    std::string text = read_start(path);
    const size_t magic_size = sizeof single_file_magic - 1;
    if (text.compare(0, magic_size, single_file_magic, magic_size) == 0) {
        add_local(path, status, sources);
        return;
    }
    if (text.size() > max_stub_bytes)
        throw Failure(XC_NOT_DATABASE, "'%s' is neither a database nor a stub", path.c_str());
    resolve_stub(path, text, depth, sources);
}

/* Who opens a folder that came from somewhere means to read it, and does not see what its stub
 * says: nothing in it starts a program. */
void resolve_folder(const std::string &path, unsigned depth, std::vector<Source> &sources)
{
    const std::string stub = path + "/XAPIANDB";
    const size_t before = sources.size();
    if (!is_file(stub))
        throw Failure(XC_NOT_FOUND, "the directory '%s' has no database in it", path.c_str());
    resolve_file(stub, status_of(stub), depth, sources);
    for (size_t i = before; i < sources.size(); i++)
        if (sources[i].kind == SourceKind::program)
            throw Failure(XC_NOT_DATABASE,
                          "'%s' would start a program: if you trust it, name it as the index",
                          stub.c_str());
}

void resolve_at(const std::string &path, unsigned depth, std::vector<Source> &sources)
{
    if (depth > max_depth)
        throw Failure(XC_NOT_DATABASE, "'%s' is a stub in a stub more than %u deep, or in a loop",
                      path.c_str(), max_depth);
    struct stat status = status_of(path);
    if (S_ISREG(status.st_mode))
        return resolve_file(path, status, depth, sources);
    if (!S_ISDIR(status.st_mode))
        throw Failure(XC_NOT_DATABASE, "'%s' is neither a file nor a directory", path.c_str());
    if (has_marker(path))
        return add_local(path, status, sources);
    resolve_folder(path, depth, sources);
}

Xapian::Database connect(const Source &source)
{
    if (source.kind == SourceKind::program)
        return Xapian::Remote::open(source.name, source.arguments, source.timeout_ms);
    return Xapian::Remote::open(source.name, source.port, source.timeout_ms, source.timeout_ms);
}

} // namespace

bool Source::operator==(const Source &other) const
{
    return kind == other.kind && name == other.name && arguments == other.arguments &&
           port == other.port && timeout_ms == other.timeout_ms && device == other.device &&
           inode == other.inode;
}

void resolve(const std::string &path, std::vector<Source> &sources)
{
    resolve_at(path, 0, sources);
}

Xapian::Database open_source(const Source &source)
{
    if (source.kind != SourceKind::local)
        return connect(source); /* Xapian names the server */
    xc_error error;
    Xapian::Database database;
    xc_status status = guarded(&error, [&] { database = Xapian::Database(source.name); });
    if (status == XC_NOT_FOUND && has_marker(source.name))
        status = XC_CORRUPT; /* it is there, but a file of it is not */
    if (status != XC_OK)
        throw Failure(status, "'%s': %s", source.name.c_str(), error.text);
    return database;
}

bool has_marker(const std::string &directory)
{
    return is_file(directory + "/iamglass") || is_file(directory + "/iamchert");
}

} // namespace xc
