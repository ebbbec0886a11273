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

bool Deflater::append(std::string_view bytes, std::string &out, size_t most)
{
    const size_t before = out.size();
    out.resize(before + most);
    const size_t size = libdeflate_deflate_compress(compressor_, bytes.data(), bytes.size(),
                                                    out.data() + before, most);
    out.resize(before + size); /* 0: there was no room */
    return size > 0;
}

} // namespace xc
