/* lists.cc - keys and values of three tables; builder.cc says what they look like, pack.cc how
 * numbers and positions are packed. All that is decoded was copied out of the tables first. */
#include "xapian-c/lists.h"

#include <algorithm>

#include "xapian-c/guard.h"
#include "xapian-c/listing.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

constexpr size_t positions_max = 1 << 24;

[[noreturn]] void fail_damaged(const char *what)
{
    throw Failure(XC_CORRUPT, "damaged: %s cannot be read", what);
}

} // namespace

/* --- postings ----------------------------------------------------------------------- */

Postings::Postings(const Tree &tree, uint32_t last_document)
    : cursor_(tree), last_document_(last_document)
{
}

void Postings::fail() const
{
    fail_damaged("a posting list");
}

void Postings::read_chunk()
{
    if (!cursor_.read(chunk_))
        fail();
    at_ = chunk_.data();
    end_ = at_ + chunk_.size();
}

void Postings::begin(std::string_view term)
{
    uint32_t before = 0;
    is_over_ = true;
    documents_ = 0;
    occurrences_ = 0;
    term_.clear();
    pack_sorting(term_, term, true);
    if (!cursor_.find(term_))
        return;
    read_chunk();
    if (!take_number(at_, end_, documents_) || !take_number(at_, end_, occurrences_) ||
        !take_number(at_, end_, before) || before >= last_document_)
        fail();
    begin_chunk(before + 1, 1);
}

/* What is left of the chunk begins with whether it is the last, and how far it goes. */
void Postings::begin_chunk(uint32_t document, uint32_t lowest)
{
    uint32_t width = 0;
    if (at_ == end_ || (*at_ != '0' && *at_ != '1'))
        fail();
    is_last_ = *at_++ == '1';
    if (!take_number(at_, end_, width) || !take_number(at_, end_, wdf_) || document < lowest ||
        document > last_document_ || width > last_document_ - document)
        fail();
    document_ = document;
    chunk_last_ = document + width;
    is_over_ = false;
}

/* The first document of the chunk with this key; 0 for that which has the term alone. */
uint32_t Postings::start_of(std::string_view key) const
{
    uint32_t document = 0;
    if (key == term_)
        return 0;
    if (key.size() <= term_.size() || key.substr(0, term_.size()) != term_ ||
        key[term_.size()] != '\0' || !unpack_sorting(key.substr(term_.size() + 1), document) ||
        document == 0)
        fail();
    return document;
}

void Postings::next_chunk()
{
    const uint32_t before = document_;
    is_over_ = true;
    if (is_last_)
        return;
    if (!cursor_.next())
        fail();
    const uint32_t document = start_of(cursor_.key());
    read_chunk();
    begin_chunk(document, before + 1);
}

void Postings::advance()
{
    uint32_t step = 0;
    if (at_ == end_) {
        if (document_ != chunk_last_)
            fail();
        next_chunk();
        return;
    }
    if (!take_number(at_, end_, step) || !take_number(at_, end_, wdf_) ||
        step >= chunk_last_ - document_)
        fail();
    document_ += step + 1;
}

/* To the beginning of the last chunk that does not begin behind the document. */
void Postings::jump(uint32_t document)
{
    std::string key = term_;
    key += '\0';
    pack_sorting(key, document);
    if (!cursor_.seek(key))
        fail();
    const uint32_t start = start_of(cursor_.key());
    if (start <= document_) { /* it is the one that was read, and ends before the document */
        document_ = chunk_last_;
        next_chunk();
        return;
    }
    const uint32_t before = document_;
    read_chunk();
    begin_chunk(start, before + 1);
}

void Postings::skip_to(uint32_t document)
{
    if (is_over_ || document_ >= document)
        return;
    if (document > chunk_last_ && is_last_) {
        is_over_ = true;
        return;
    }
    if (document > chunk_last_)
        jump(document);
    if (!is_over_ && document > chunk_last_) { /* it stands in a gap */
        document_ = chunk_last_;
        next_chunk();
    }
    while (!is_over_ && document_ < document) {
        pass_short(document);
        if (document_ < document)
            advance();
    }
}

/* On in the chunk, over postings of two bytes, as nearly all are, to the document at most. */
void Postings::pass_short(uint32_t document)
{
    const char *at = at_;
    uint32_t now = document_, wdf = wdf_;
    while (now < document && end_ - at >= 2) {
        const auto step = static_cast<unsigned char>(at[0]);
        const auto times = static_cast<unsigned char>(at[1]);
        if ((step | times) >= 128 || step >= chunk_last_ - now)
            break;
        at += 2;
        now += step + 1u;
        wdf = times;
    }
    at_ = at;
    document_ = now;
    wdf_ = wdf;
}

/* Steps and wdf of less than 128 take a byte each, as nearly all do. */
size_t Postings::read(uint32_t *documents, uint32_t *wdfs, size_t room)
{
    size_t count = 0;
    while (count < room && !is_over_) {
        uint32_t document = document_, wdf = wdf_;
        const char *at = at_;
        documents[count] = document;
        wdfs[count++] = wdf;
        while (count < room && end_ - at >= 2) {
            const auto step = static_cast<unsigned char>(at[0]);
            const auto times = static_cast<unsigned char>(at[1]);
            if ((step | times) >= 128 || step >= chunk_last_ - document)
                break;
            at += 2;
            document += step + 1u;
            wdf = times;
            documents[count] = document;
            wdfs[count++] = wdf;
        }
        at_ = at;
        document_ = document;
        wdf_ = wdf;
        advance();
    }
    return count;
}

/* --- positions ---------------------------------------------------------------------- */

namespace
{

/* What Bits of pack.cc put; beyond the end there are zeros. */
class BitReader
{
  public:
    BitReader(const char *at, const char *end) noexcept : at_(at), end_(end)
    {
    }

    /* A number below `bound`, which is not 0. */
    uint32_t take(uint32_t bound) noexcept
    {
        const unsigned size = bound > 1 ? 32 - static_cast<unsigned>(__builtin_clz(bound - 1)) : 0;
        const auto spare = static_cast<uint32_t>((uint64_t{1} << size) - bound);
        const uint32_t middle = (bound - spare) / 2;
        if (!spare)
            return bits(size);
        const uint32_t number = bits(size - 1);
        return number < middle && bits(1) ? number + middle + spare : number;
    }

  private:
    uint32_t bits(unsigned size) noexcept
    {
        while (count_ < size) {
            const uint64_t byte = at_ < end_ ? static_cast<unsigned char>(*at_++) : 0;
            pending_ |= byte << count_;
            count_ += 8;
        }
        const auto number = static_cast<uint32_t>(pending_ & ((uint64_t{1} << size) - 1));
        pending_ >>= size;
        count_ -= size;
        return number;
    }

    const char *at_, *end_;
    uint64_t pending_ = 0;
    unsigned count_ = 0;
};

/* Those between the first and the last, as put_between() of pack.cc put them. */
void take_between(BitReader &bits, uint32_t *positions, size_t first, size_t last) noexcept
{
    while (first + 1 < last) {
        const size_t middle = first + (last - first) / 2;
        const auto room =
            static_cast<uint32_t>(positions[last] - positions[first] + first - last + 1);
        positions[middle] =
            static_cast<uint32_t>(positions[first] + middle - first) + bits.take(room);
        take_between(bits, positions, first, middle);
        first = middle;
    }
}

} // namespace

static void unpack_positions(std::string_view value, std::vector<uint32_t> &positions)
{
    const char *at = value.data(), *const end = at + value.size();
    uint32_t last = 0;
    if (!take_number(at, end, last))
        fail_damaged("a list of positions");
    if (at == end) {
        positions.push_back(last);
        return;
    }
    BitReader bits(at, end);
    const uint32_t first = last ? bits.take(last) : 0;
    if (first >= last)
        fail_damaged("a list of positions");
    const size_t count = size_t{bits.take(last - first)} + 2;
    if (count > size_t{last} - first + 1 || count > positions_max)
        fail_damaged("a list of positions");
    const size_t before = positions.size();
    positions.resize(before + count);
    positions[before] = first;
    positions.back() = last;
    take_between(bits, positions.data() + before, 0, count - 1);
}

void Lists::positions(std::string_view term, const uint32_t *documents, size_t count,
                      std::vector<uint32_t> &positions, std::vector<size_t> &ends)
{
    key_.clear();
    pack_sorting(key_, term, false);
    for (size_t i = 0; i < count; i++) {
        if (positions_at_.find_number(key_, documents[i], i == 0)) {
            std::string_view value;
            if (positions_at_.read_short(value))
                unpack_positions(value, positions);
            else if (positions_at_.read(value_))
                unpack_positions(value_, positions);
            else
                fail_damaged("a list of positions");
        }
        ends.push_back(positions.size());
    }
}

/* --- data --------------------------------------------------------------------------- */

bool Lists::has_data(uint32_t document)
{
    key_.clear();
    pack_sorting(key_, document);
    return documents_at_.find(key_);
}

bool Lists::data(uint32_t document, std::string &ret_data)
{
    return has_data(document) && documents_at_.read(ret_data);
}

std::string Lists::metadata(std::string_view key)
{
    std::string value;
    key_.assign("\0\xc0", 2);
    key_.append(key);
    if (metadata_at_.find(key_) && !metadata_at_.read(value))
        fail_damaged("what is kept beside the documents");
    return value;
}

/* --- values ------------------------------------------------------------------------- */

std::string_view Lists::value(uint32_t slot, uint32_t document)
{
    values_.begin(slot);
    return values_.find(document) ? values_.value() : std::string_view();
}

/* --- opening ------------------------------------------------------------------------ */

Lists::Lists(const std::string &path, const Version &version, uint32_t last_document)
    : path_(path), last_document_(last_document),
      postings_(path + "/postlist.glass", version.roots[Version::postings], version.revision),
      positions_(path + "/position.glass", version.roots[Version::positions], version.revision),
      documents_(path + "/docdata.glass", version.roots[Version::documents], version.revision),
      term_(postings_, last_document_), positions_at_(positions_), documents_at_(documents_),
      metadata_at_(postings_), values_(postings_)
{
}

/* The database's, as Xapian tells it. */
static std::string uuid_of(const Version &version)
{
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (size_t i = 0; i < version.uuid.size(); i++) {
        const auto byte = static_cast<unsigned char>(version.uuid[i]);
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::shared_ptr<Lists> Lists::open(const Xapian::Database &database, const std::string &path)
{
    try {
        const Version version(path);
        if (version.revision != database.get_revision() || uuid_of(version) != database.get_uuid())
            return nullptr;
        return std::make_shared<Lists>(path, version, database.get_lastdocid());
    } catch (const Failure &) {
        return nullptr; /* Xapian reads it, or says what is wrong */
    } catch (const Xapian::Error &) {
        return nullptr;
    }
}

Postings &Lists::look_up(std::string_view term)
{
    term_.begin(term);
    return term_;
}

} // namespace xc
