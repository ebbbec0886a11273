/* check.cc - a database to the number of errors in its structure.
 *
 * Xapian 1.4.22 reads out of bounds on some damage (13 of 700 databases with a few bytes
 * changed at random ended it), so that it checks in a process of its own. */
#include <cerrno>
#include <csignal>
#include <new>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "xapian-c/guard.h"
#include "xapian-c/handles.h"
#include "xapian-c/listing.h"

using xc::guarded;

namespace
{

/* What the process that checks tells; it fits what a pipe takes at once. */
struct Outcome {
    xc_status status;
    size_t errors;
    xc_error error;
};

/* Were lists of terms left out? (What is no database of the format has all it can have.) */
bool is_thin(const std::string &path)
{
    try {
        return !xc::Listing(path).is_whole();
    } catch (const std::bad_alloc &) {
        throw;
    } catch (...) {
        return false;
    }
}

/* Xapian holds every posting of a document without a list for a fault, unless it checks tables one
 * by one. */
size_t check_tables(const std::string &path)
{
    size_t errors = 0;
    for (const char *table :
         {"postlist", "docdata", "termlist", "position", "spelling", "synonym"}) {
        const std::string file = path + "/" + table + ".glass";
        if (access(file.c_str(), F_OK) == 0)
            errors += Xapian::Database::check(file, 0, nullptr);
    }
    return errors;
}

Outcome check_here(const std::string &path) noexcept
{
    Outcome outcome{};
    outcome.status = guarded(&outcome.error, [&] {
        outcome.errors =
            is_thin(path) ? check_tables(path) : Xapian::Database::check(path, 0, nullptr);
    });
    return outcome;
}

/* A crash is expected: no handler of the program's, no core file. */
void crash_quietly() noexcept
{
    const rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    for (int number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL})
        (void)signal(number, SIG_DFL);
}

[[noreturn]] void check_and_tell(const std::string &path, int out) noexcept
{
    crash_quietly();
    const Outcome outcome = check_here(path);
    ssize_t written = write(out, &outcome, sizeof outcome);
    _exit(written == static_cast<ssize_t>(sizeof outcome) ? 0 : 1);
}

/* False: it ended before it told. */
bool hear(int in, Outcome &outcome) noexcept
{
    ssize_t size;
    do
        size = read(in, &outcome, sizeof outcome);
    while (size < 0 && errno == EINTR);
    return size == static_cast<ssize_t>(sizeof outcome);
}

void reap(pid_t child) noexcept
{
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR)
        continue;
}

size_t count_apart(const std::string &path)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw xc::Failure(XC_IO, "no pipe: %s", strerror(errno));
    pid_t child = fork();
    if (child == 0)
        check_and_tell(path, ends[1]);
    const int number = errno;
    close(ends[1]);
    Outcome outcome;
    const bool has_told = child > 0 && hear(ends[0], outcome);
    close(ends[0]);
    if (child < 0)
        throw xc::Failure(XC_NOMEM, "no process to check in: %s", strerror(number));
    reap(child);
    if (!has_told)
        throw xc::Failure(XC_CORRUPT, "'%s': so damaged that Xapian crashes", path.c_str());
    if (outcome.status == XC_UNKNOWN)
        outcome.status = XC_CORRUPT; /* std::length_error and the like, of junk */
    if (outcome.status != XC_OK)
        throw xc::Failure(outcome.status, "%s", outcome.error.text);
    return outcome.errors;
}

size_t count_errors(const char *path)
{
    std::vector<xc::Source> sources;
    xc::resolve(path, sources);
    size_t errors = 0;
    for (const xc::Source &source : sources) {
        if (source.kind != xc::SourceKind::local)
            throw xc::Failure(XC_UNIMPLEMENTED, "a remote database cannot be checked from here");
        errors += count_apart(source.name);
    }
    return errors;
}

} // namespace

xc_status xc_check(const char *path, size_t *ret_errors, xc_error *reterr)
{
    *ret_errors = 0;
    xc_status status = guarded(reterr, [&] { *ret_errors = count_errors(path); });
    return xc::name_path(status, "check", path, reterr);
}
