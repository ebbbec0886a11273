/* deflate.cc - libdeflate, which takes a third of zlib's time for values of some hundred bytes.
 *
 * Most are short lists of terms, where to look for more saves one part in 100. */
#include "xapian-c/deflate.h"

#include <new>

namespace xc
{

namespace
{

constexpr int fastest = 1;

} // namespace

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(fastest))
{
    if (!compressor_)
        throw std::bad_alloc();
}

Deflater::~Deflater()
{
    libdeflate_free_compressor(compressor_);
}

bool Deflater::append(std::string_view bytes, std::string &out)
{
    const size_t before = out.size();
    if (bytes.size() < 2)
        return false;
    out.resize(before + bytes.size() - 1);
    const size_t size = libdeflate_deflate_compress(compressor_, bytes.data(), bytes.size(),
                                                    out.data() + before, bytes.size() - 1);
    out.resize(before + size); /* 0: there was no room */
    return size > 0;
}

} // namespace xc
