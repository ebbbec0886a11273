/* guard.h - the border: a C++ body in, an xc_status out; no exception passes.
 *
 * Each exported function that can fail is `return guarded(reterr, [&] { ... });`. Its body
 * throws what Xapian throws, std::bad_alloc, or a Failure of our own. */
#ifndef XAPIAN_C_GUARD_H
#define XAPIAN_C_GUARD_H

#include <cassert>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "xapian-c/xapian-c.h"

namespace xc
{

/* A failure that the binding itself finds. Of fixed size: throwing it allocates nothing
 * that could fail in its turn. */
struct Failure {
    xc_status status;
    char text[XC_ERROR_TEXT_SIZE];
    Failure(xc_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));
};

/* To be called in a catch block: the exception in hand as a status, told in `reterr`. */
xc_status report_exception(xc_error *reterr) noexcept;

/* Puts "cannot VERB 'PATH': " before a failure's text: Xapian often leaves out whose
 * failure it was. Returns `status`. */
xc_status name_path(xc_status status, const char *verb, const char *path,
                    xc_error *reterr) noexcept;

template <typename Body> xc_status guarded(xc_error *reterr, Body &&body) noexcept
{
    try {
        body();
        return XC_OK;
    } catch (...) {
        return report_exception(reterr);
    }
}

/* The same for functions that make an object: `make` returns a std::unique_ptr. */
template <typename Object, typename Make>
xc_status guarded_new(Object **ret_object, xc_error *reterr, Make &&make) noexcept
{
    *ret_object = nullptr;
    return guarded(reterr, [&] { *ret_object = make().release(); });
}

inline std::string to_string(xc_bytes bytes)
{
    assert(bytes.data || bytes.size == 0);
    return bytes.data ? std::string(bytes.data, bytes.size) : std::string();
}

inline std::string_view to_view(xc_bytes bytes) noexcept
{
    return bytes.data ? std::string_view(bytes.data, bytes.size) : std::string_view();
}

inline xc_bytes to_bytes(const std::string &text) noexcept
{
    return xc_bytes{text.data(), text.size()};
}

/* The number of an enumerator. C may pass any number as one; to load such a value as what
 * it should be is undefined in C++, so that it goes by reference until it is checked. */
template <typename Enumeration> size_t number_of(const Enumeration &value) noexcept
{
    unsigned number;
    static_assert(sizeof number == sizeof value, "enumerations of C are as large as int");
    memcpy(&number, &value, sizeof number);
    return number;
}

/* A term (key, word: `what`) that Xapian can store, or a Failure. Xapian itself finds some
 * too long only at commit, where they spoil what else was to be committed. */
std::string storable(xc_bytes term, const char *what);
/* The same without a copy. */
void check_storable(xc_bytes term, const char *what);

} // namespace xc

#endif
