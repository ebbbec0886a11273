/* pack.h - numbers and strings as Xapian's glass format writes them, and back. */
#ifndef XAPIAN_C_PACK_H
#define XAPIAN_C_PACK_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xc
{

/* 7 bits a byte, low ones first, the high bit on all but the last. */
inline void pack(std::string &out, uint64_t number)
{
    for (; number >= 128; number >>= 7)
        out += static_cast<char>(number | 128);
    out += static_cast<char>(number);
}

/* What pack() wrote; `at` moves on. Only for what this process wrote itself. */
inline uint64_t unpack(const char *&at) noexcept
{
    uint64_t number = 0;
    unsigned shift = 0;
    for (;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        number |= static_cast<uint64_t>(byte & 127) << shift;
        if (byte < 128)
            return number;
    }
}

inline void pack(std::string &out, std::string_view text)
{
    pack(out, text.size());
    out.append(text);
}

inline std::string_view unpack_text(const char *&at) noexcept
{
    const size_t size = unpack(at);
    const std::string_view text(at, size);
    at += size;
    return text;
}

/* The bytes of a number that sort as it does; the first one is never 255. */
void pack_sorting(std::string &out, uint32_t number);
/* What that wrote, and all there is; from bytes that anybody may have written. False: it is not. */
bool unpack_sorting(std::string_view bytes, uint32_t &ret_number) noexcept;
/* A string that sorts as its bytes do whatever follows it; `is_last`: nothing does. */
void pack_sorting(std::string &out, std::string_view text, bool is_last);
/* The bytes of a number, low ones first, none for 0. */
void pack_bare(std::string &out, uint32_t number);

/* A term of a list, behind the one `before`: how much of that one it begins with, the rest, and the
 * wdf, which goes with the first of these where both fit in a byte. The first one, behind "": its
 * size, itself, and the wdf. */
void pack_listed(std::string &out, std::string_view before, std::string_view term, uint32_t wdf);
/* The same to `at`, where there is room for the term and as much more; returns its end. */
constexpr size_t listed_more = 8;
char *put_listed(char *at, std::string_view before, std::string_view term, uint32_t wdf) noexcept;

/* A list of positions, rising, at least one. */
void pack_positions(std::string &out, const std::vector<uint32_t> &positions);

} // namespace xc

#endif
