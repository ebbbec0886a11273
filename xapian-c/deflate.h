/* deflate.h - values compressed as Xapian reads them: deflated, without a header. */
#ifndef XAPIAN_C_DEFLATE_H
#define XAPIAN_C_DEFLATE_H

#include <string>
#include <string_view>

#include <libdeflate.h>

namespace xc
{

/* One thread. */
class Deflater
{
  public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /* Appends the compressed bytes; false, and nothing is appended, where they are no fewer. */
    bool append(std::string_view bytes, std::string &out)
    {
        return bytes.size() > 1 && append(bytes, out, bytes.size() - 1);
    }
    /* The same where they are `most` at most, one or more. */
    bool append(std::string_view bytes, std::string &out, size_t most);

  private:
    libdeflate_compressor *compressor_;
};

} // namespace xc

#endif
