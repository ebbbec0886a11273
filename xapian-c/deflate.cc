/* deflate.cc - two streams of zlib: to clear the tables of one for long values takes longer than
 * to compress a short one. Most values are short lists of terms, where to look for more saves one
 * part in 300 and takes twice as long. */
#include "xapian-c/deflate.h"

#include <new>

namespace xc
{

namespace
{

constexpr size_t small_max = 4096; /* bytes: the window of the small one */

void begin(z_stream &stream, int window_bits, int memory)
{
    stream = z_stream();
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -window_bits, memory, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::bad_alloc();
}

} // namespace

Deflater::Deflater()
{
    begin(small_, 12, 5);
    begin(large_, 15, 8);
}

Deflater::~Deflater()
{
    (void)deflateEnd(&small_);
    (void)deflateEnd(&large_);
}

bool Deflater::append(std::string_view bytes, std::string &out)
{
    z_stream &stream = bytes.size() <= small_max ? small_ : large_;
    const size_t before = out.size();
    if (bytes.size() < 2 || bytes.size() > UINT32_MAX)
        return false;
    out.resize(before + bytes.size() - 1);
    deflateReset(&stream);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
    stream.avail_out = static_cast<uInt>(bytes.size() - 1);
    const bool is_smaller = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(before + (is_smaller ? stream.total_out : 0));
    return is_smaller;
}

} // namespace xc
