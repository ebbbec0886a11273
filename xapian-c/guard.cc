/* guard.cc - exceptions to statuses: the one translator. */
#include "xapian-c/guard.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>

#include <xapian.h>

namespace xc
{

Failure::Failure(xc_status failure_status, const char *format, ...) : status(failure_status)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
}

namespace
{

struct TypeStatus {
    const char *type;
    xc_status status;
};

/* By name: get_type() is that of the most derived class, also of what a remote server
 * threw. */
const TypeStatus type_statuses[] = {
    {"AssertionError", XC_UNKNOWN},
    {"DatabaseClosedError", XC_CLOSED},
    {"DatabaseCorruptError", XC_CORRUPT},
    {"DatabaseCreateError", XC_IO},
    {"DatabaseError", XC_IO},
    {"DatabaseLockError", XC_IO},
    {"DatabaseModifiedError", XC_OVERTAKEN},
    {"DatabaseNotFoundError", XC_NOT_FOUND},
    {"DatabaseOpeningError", XC_IO},
    {"DatabaseVersionError", XC_VERSION},
    {"DocNotFoundError", XC_NO_DOCUMENT},
    {"FeatureUnavailableError", XC_FEATURE},
    {"InvalidArgumentError", XC_INVALID},
    {"InvalidOperationError", XC_INVALID},
    {"NetworkError", XC_NETWORK},
    {"NetworkTimeoutError", XC_NETWORK_TIMEOUT},
    {"RangeError", XC_RANGE},
    {"SerialisationError", XC_NETWORK},
    {"UnimplementedError", XC_UNIMPLEMENTED},
    {"WildcardError", XC_WILDCARD},
};

struct WordsStatus {
    const char *type;
    const char *words;
    xc_status status;
};

/* What one type of exception stands for is told apart by its words only. */
const WordsStatus words_statuses[] = {
    {"DatabaseLockError", ": already locked", XC_LOCKED},
    {"DatabaseCreateError", "already exists", XC_EXISTS},
    {"DatabaseOpeningError", ": Bad line", XC_NOT_DATABASE},
    {"DatabaseOpeningError", "No databases listed", XC_NOT_DATABASE},
    {"DatabaseError", "EOF reading block", XC_CORRUPT},
    {"DatabaseError", "Block ", XC_CORRUPT}, /* "Block 4 item 26: not in sorted order" */
    {"DatabaseError", "inflate failed", XC_CORRUPT},
    {"InvalidArgumentError", "Term too long", XC_TERM_TOO_LONG},
    {"InvalidArgumentError", "Key too long", XC_TERM_TOO_LONG},
};

struct ErrnoStatus {
    int number;
    const char *type; /* NULL: any */
    xc_status status;
};

/* EFBIG: the file size limit of the process. */
const ErrnoStatus errno_statuses[] = {
    {ENOSPC, nullptr, XC_FULL},
    {EDQUOT, nullptr, XC_FULL},
    {EFBIG, nullptr, XC_FULL},
    {ENOMEM, nullptr, XC_NOMEM},
    {ENOENT, "DatabaseOpeningError", XC_NOT_FOUND},
};

bool is_file_trouble(xc_status status)
{
    return status == XC_IO || status == XC_NOT_FOUND || status == XC_CORRUPT;
}

/* Xapian keeps errno to itself and gives its text; a flush that fails and cannot be undone
 * has the text of the first failure inside its message. So the text is looked for. */
xc_status refine_by_errno(const char *type, const char *message, const char *system_text,
                          xc_status status)
{
    for (const ErrnoStatus &row : errno_statuses) {
        if (row.type && strcmp(row.type, type) != 0)
            continue;
        char buffer[128];
        const char *words = strerror_r(row.number, buffer, sizeof buffer);
        if (strstr(message, words) || (system_text && strstr(system_text, words)))
            return row.status;
    }
    return status;
}

xc_status status_of(const Xapian::Error &error, const char *system_text)
{
    const char *type = error.get_type();
    const char *message = error.get_msg().c_str();
    for (const WordsStatus &row : words_statuses)
        if (strcmp(row.type, type) == 0 && strstr(message, row.words))
            return row.status;
    xc_status status = XC_UNKNOWN;
    for (const TypeStatus &row : type_statuses)
        if (strcmp(row.type, type) == 0)
            status = row.status;
    return is_file_trouble(status) ? refine_by_errno(type, message, system_text, status) : status;
}

/* The text of errno is made on demand, which can run out of memory. */
const char *system_text_of(const Xapian::Error &error) noexcept
{
    try {
        return error.get_error_string();
    } catch (...) {
        return nullptr;
    }
}

/* Steps back to the start of a UTF-8 character that snprintf cut. */
void mend_cut(char *text) noexcept
{
    size_t size = strlen(text);
    if (size < XC_ERROR_TEXT_SIZE - 1)
        return;
    while (size > 0 && (static_cast<unsigned char>(text[size - 1]) & 0xC0) == 0x80)
        size--;
    if (size > 0 && static_cast<unsigned char>(text[size - 1]) >= 0xC0)
        size--;
    text[size] = '\0';
}

xc_status report(xc_error *reterr, xc_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

xc_status report(xc_error *reterr, xc_status status, const char *format, ...)
{
    if (!reterr)
        return status;
    reterr->status = status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reterr->text, sizeof reterr->text, format, arguments);
    va_end(arguments);
    mend_cut(reterr->text);
    return status;
}

xc_status report_xapian(xc_error *reterr, const Xapian::Error &error)
{
    const char *system_text = system_text_of(error);
    const char *context = error.get_context().c_str();
    return report(reterr, status_of(error, system_text), "%s%s%s%s%s%s", error.get_msg().c_str(),
                  system_text ? ": " : "", system_text ? system_text : "", *context ? " (" : "",
                  context, *context ? ")" : "");
}

} // namespace

xc_status report_exception(xc_error *reterr) noexcept
{
    try {
        throw;
    } catch (const Failure &failure) {
        return report(reterr, failure.status, "%s", failure.text);
    } catch (const Xapian::Error &error) {
        return report_xapian(reterr, error);
    } catch (const std::bad_alloc &) {
        return report(reterr, XC_NOMEM, "out of memory");
    } catch (const std::exception &exception) {
        return report(reterr, XC_UNKNOWN, "unexpected: %s", exception.what());
    } catch (...) {
        return report(reterr, XC_UNKNOWN, "unexpected exception");
    }
}

xc_status name_path(xc_status status, const char *verb, const char *path, xc_error *reterr) noexcept
{
    if (status == XC_OK || !reterr)
        return status;
    char text[XC_ERROR_TEXT_SIZE];
    char named[XC_ERROR_TEXT_SIZE];
    memcpy(text, reterr->text, sizeof text);
    int size = snprintf(named, sizeof named, "'%s': ", path);
    bool is_named = static_cast<size_t>(size) < sizeof named && strncmp(text, named, size) == 0;
    return report(reterr, status, "cannot %s '%s': %s", verb, path, is_named ? text + size : text);
}

void check_storable(xc_bytes term, const char *what)
{
    if (term.size == 0)
        throw Failure(XC_INVALID, "an empty %s cannot be stored", what);
    size_t size = term.size;
    if (2 * size <= XC_TERM_MAX)
        return;
    for (size_t i = 0; i < term.size && size <= XC_TERM_MAX; i++)
        size += term.data[i] == '\0';
    if (size > XC_TERM_MAX)
        throw Failure(XC_TERM_TOO_LONG, "a %s of %zu bytes is too long, %d are allowed", what, size,
                      XC_TERM_MAX);
}

std::string storable(xc_bytes term, const char *what)
{
    check_storable(term, what);
    return to_string(term);
}

} // namespace xc
