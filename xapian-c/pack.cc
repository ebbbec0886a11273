/* pack.cc - the longer encodings of the glass format: sorting keys, lists of positions. */
#include "xapian-c/pack.h"

#include <algorithm>
#include <cstring>

namespace xc
{

/* --- keys --------------------------------------------------------------------------- */

/* Two bytes below 0x8000. Else as many as are needed, at least three, of which the first begins
 * with a set bit for each byte after the second, a set one and a clear one. */
void pack_sorting(std::string &out, uint32_t number)
{
    if (number < 0x8000) {
        out += static_cast<char>(number >> 8);
        out += static_cast<char>(number);
        return;
    }
    unsigned size = 3;
    for (uint32_t rest = number >> 22; rest; rest >>= 7)
        size++;
    const unsigned mark = 0xffu << (10 - size) & 0xffu;
    for (unsigned left = size; left-- > 0;) {
        const unsigned byte = left < 4 ? number >> (8 * left) & 0xff : 0;
        out += static_cast<char>(left + 1 == size ? byte | mark : byte);
    }
}

void pack_sorting(std::string &out, std::string_view text, bool is_last)
{
    for (char byte : text) {
        out += byte;
        if (byte == '\0')
            out += '\xff';
    }
    if (!is_last)
        out += '\0';
}

bool unpack_sorting(std::string_view bytes, uint32_t &ret_number) noexcept
{
    const auto byte = [&bytes](size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < 2 || bytes.size() > 6)
        return false;
    uint64_t number = byte(0);
    if (number < 0x80) {
        ret_number = static_cast<uint32_t>(number << 8 | byte(1));
        return bytes.size() == 2;
    }
    if (bytes.size() < 3)
        return false;
    number &= 0xffu >> (bytes.size() - 1);
    for (size_t i = 1; i < bytes.size(); i++)
        number = number << 8 | byte(i);
    ret_number = static_cast<uint32_t>(number);
    return number <= UINT32_MAX;
}

void pack_bare(std::string &out, uint32_t number)
{
    for (; number; number >>= 8)
        out += static_cast<char>(number);
}

/* --- positions ---------------------------------------------------------------------- */

namespace
{

unsigned bits_for(uint32_t number) noexcept
{
    return number ? 32 - static_cast<unsigned>(__builtin_clz(number)) : 0;
}

/* Bits, low ones first. */
class Bits
{
  public:
    explicit Bits(std::string &out) : out_(out)
    {
    }

    /* A number below `bound`: those in the middle of the range take a bit less where the bound is
     * no power of two. */
    void put(uint32_t number, uint32_t bound)
    {
        unsigned size = bits_for(bound - 1);
        const uint32_t spare = static_cast<uint32_t>((uint64_t{1} << size) - bound);
        const uint32_t middle = (bound - spare) / 2;
        if (spare && number >= middle + spare)
            number = (number - (middle + spare)) | uint32_t{1} << (size - 1);
        else if (spare && number >= middle)
            size--;
        pending_ |= static_cast<uint64_t>(number) << count_;
        for (count_ += size; count_ >= 8; count_ -= 8, pending_ >>= 8)
            out_ += static_cast<char>(pending_);
    }

    void finish()
    {
        if (count_)
            out_ += static_cast<char>(pending_);
    }

  private:
    std::string &out_;
    uint64_t pending_ = 0;
    unsigned count_ = 0;
};

/* What lies between the first and the last: the middle one within what room there is, and so on
 * in both halves (interpolative coding). */
void put_between(Bits &bits, const std::vector<uint32_t> &positions, size_t first, size_t last)
{
    while (first + 1 < last) {
        const size_t middle = first + (last - first) / 2;
        const auto room =
            static_cast<uint32_t>(positions[last] - positions[first] + first - last + 1);
        const auto lowest = static_cast<uint32_t>(positions[first] + middle - first);
        bits.put(positions[middle] - lowest, room);
        put_between(bits, positions, first, middle);
        first = middle;
    }
}

} // namespace

static char *put_number(char *at, uint32_t number) noexcept
{
    for (; number >= 128; number >>= 7)
        *at++ = static_cast<char>(number | 128);
    *at++ = static_cast<char>(number);
    return at;
}

char *put_listed(char *at, std::string_view before, std::string_view term, uint32_t wdf) noexcept
{
    size_t same = 0;
    const size_t most = std::min(before.size(), term.size());
    if (before.empty() &&
        term.size() == '0') /* Xapian passes over one there, which once was a flag */
        *at++ = '0';
    while (same < most && before[same] == term[same])
        same++;
    const size_t both = !before.empty() && wdf < 127 ? (wdf + 1) * (before.size() + 1) + same : 256;
    if (!before.empty())
        *at++ = static_cast<char>(both < 256 ? both : same);
    *at++ = static_cast<char>(term.size() - same);
    memcpy(at, term.data() + same, term.size() - same);
    at += term.size() - same;
    return both < 256 ? at : put_number(at, wdf);
}

void pack_listed(std::string &out, std::string_view before, std::string_view term, uint32_t wdf)
{
    char bytes[256 + listed_more];
    out.append(bytes, put_listed(bytes, before, term, wdf));
}

void pack_positions(std::string &out, const std::vector<uint32_t> &positions)
{
    const size_t count = positions.size();
    const uint32_t first = positions.front(), last = positions.back();
    pack(out, last);
    if (count == 1)
        return;
    Bits bits(out);
    bits.put(first, last);
    bits.put(static_cast<uint32_t>(count - 2), last - first);
    put_between(bits, positions, 0, count - 1);
    bits.finish();
}

} // namespace xc
