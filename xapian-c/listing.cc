/* listing.cc - postings of a window of documents at a time, sorted by document.
 *
 * A window is as large as memory allows: for each, all terms are gone through once. */
#include "xapian-c/listing.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include "xapian-c/deflate.h"
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"
#include "xapian-c/lists.h"
#include "xapian-c/pack.h"
#include "xapian-c/term_walk.h"

namespace xc
{

namespace
{

constexpr size_t window_postings = 4 << 20, block_postings = 512, packed_min = 18, start_size = 32,
                 version_max = 65536;
constexpr uint32_t slots_end = 256, block_step = 2048;

[[noreturn]] void fail_format(const std::string &path)
{
    throw Failure(XC_CORRUPT, "'%s' is damaged, or of another format", path.c_str());
}

/* Takes packed numbers and texts off bytes that anybody may have written. */
class Taker
{
  public:
    Taker(const std::string &path, std::string_view bytes) : path_(path), rest_(bytes)
    {
    }

    uint64_t number()
    {
        uint64_t number = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes(1)[0]);
            number |= static_cast<uint64_t>(byte & 127) << shift;
            if (byte < 128)
                return number;
        }
        fail_format(path_);
    }

    std::string_view bytes(size_t size)
    {
        if (size > rest_.size())
            fail_format(path_);
        const std::string_view part = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return part;
    }

    std::string_view rest() const noexcept
    {
        return rest_;
    }

  private:
    const std::string &path_;
    std::string_view rest_;
};

std::string read_file(const std::string &path)
{
    const std::unique_ptr<char[]> bytes(new char[version_max]); /* most of it stays untouched */
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t size = file < 0 ? -1 : read(file, bytes.get(), version_max);
    if (file >= 0)
        close(file);
    if (size < 0 || static_cast<size_t>(size) == version_max)
        fail_format(path);
    return std::string(bytes.get(), static_cast<size_t>(size));
}

/* The other files of a database, as they are: nobody writes the one they are of any more. */
void link_files(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::filesystem::create_directory(to);
    for (const auto &entry : std::filesystem::directory_iterator(from)) {
        const std::string name = entry.path().filename();
        if (name == "termlist.glass" || name == "iamglass" || name == "flintlock")
            continue;
        std::error_code trouble;
        std::filesystem::create_hard_link(entry.path(), to / name, trouble);
        if (trouble)
            std::filesystem::copy_file(entry.path(), to / name);
    }
}

} // namespace

/* --- the version -------------------------------------------------------------------- */

Version::Version(const std::string &path)
{
    const std::string file = path + "/iamglass", bytes = read_file(file);
    Taker taker(file, bytes);
    if (taker.bytes(start_size).substr(0, glass_start.size()) != glass_start)
        throw Failure(XC_UNIMPLEMENTED, "'%s' is of another format", file.c_str());
    uuid = bytes.substr(glass_start.size(), start_size - glass_start.size());
    revision = taker.number();
    start_ = bytes.substr(0, bytes.size() - taker.rest().size());
    for (size_t table = 0; table < roots.size(); table++) {
        const std::string_view before = taker.rest();
        taker.number(); /* the root */
        taker.number(); /* levels, and what kind of one it is */
        const uint64_t of_entries = taker.number(), blocks = taker.number(), min = taker.number();
        taker.bytes(taker.number()); /* free blocks */
        roots[table] = before.substr(0, before.size() - taker.rest().size());
        if (table != terms)
            continue;
        entries = of_entries;
        block_size = static_cast<uint32_t>(std::min<uint64_t>(blocks, 64)) * block_step;
        compress_min = static_cast<uint32_t>(min);
    }
    rest_ = taker.rest();
    if (block_size < block_step || block_size > 65536 || (block_size & (block_size - 1)))
        fail_format(file);
}

void Version::write(const std::string &path) const
{
    std::string bytes = start_;
    for (const std::string &root : roots)
        bytes += root;
    bytes += rest_;
    const std::string name = path + "/iamglass";
    const int file = open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        fail_writing(name);
    try {
        write_at(file, name, bytes.data(), bytes.size(), 0);
    } catch (...) {
        close(file);
        throw;
    }
    if (close(file) != 0)
        fail_writing(name);
}

/* --- gathering ---------------------------------------------------------------------- */

Listing::Listing(const std::string &path) : path_(path), database_(path), version_(path)
{
}

bool Listing::is_whole()
{
    uint64_t most = 0; /* documents with a value in one slot */
    for (xc_slot slot = 0; slot < slots_end; slot++)
        most = std::max<uint64_t>(most, database_.get_value_freq(slot));
    return version_.entries >= database_.get_doccount() + most;
}

/* Postings of documents from `first` to `last`, by term; of the thin ones those that are wanted. */
void Listing::read_postings(uint32_t first, uint32_t last)
{
    bytes_.clear();
    starts_.assign(1, 0);
    postings_.clear();
    if (is_thin_ && wanted_.empty())
        return;
    Postings postings = lists_->postings();
    TermWalk walk(lists_, {});
    for (std::string term; walk.next(term);) {
        const size_t before = postings_.size();
        postings.begin(term);
        postings.skip_to(first);
        take_postings(postings, static_cast<uint32_t>(starts_.size() - 1), last);
        if (postings_.size() == before)
            continue;
        bytes_ += term;
        starts_.push_back(bytes_.size());
    }
}

/* Those of a term, up to the document. */
void Listing::take_postings(Postings &postings, uint32_t term, uint32_t last)
{
    std::array<uint32_t, block_postings> documents, wdfs;
    size_t count = 0;
    bool is_within = true;
    while (is_within &&
           (count = postings.read(documents.data(), wdfs.data(), documents.size())) > 0) {
        for (size_t i = 0; i < count && is_within; i++) {
            is_within = documents[i] <= last;
            if (is_within && (!is_thin_ || wanted_[documents[i]]))
                postings_.push_back(Posting{documents[i], term, wdfs[i]});
        }
    }
}

/* The slots that they have, which Xapian needs to send the values of a document elsewhere. */
void Listing::read_slots(uint32_t first, uint32_t last)
{
    slots_.assign(size_t{last} - first + 1, std::string());
    std::vector<xc_slot> expected(slots_.size(), 0);
    ValueWalk walk = lists_->values();
    for (xc_slot slot = 0; slot < slots_end; slot++) {
        if (database_.get_value_freq(slot) == 0)
            continue;
        walk.begin(slot);
        for (bool is_there = walk.skip_to(first); is_there && walk.document() <= last;
             is_there = walk.next()) {
            const size_t place = walk.document() - first;
            pack(slots_[place], slot - expected[place]);
            expected[place] = slot + 1;
        }
    }
}

/* --- writing ------------------------------------------------------------------------ */

void Listing::write_document(Table &table, uint32_t document, const Posting *begin,
                             const Posting *end, bool is_packed)
{
    static thread_local std::unique_ptr<Deflater> deflater;
    std::string key;
    uint64_t length = 0;
    size_t room = 0;
    std::string_view before;
    for (const Posting *at = begin; at < end; at++) {
        length += at->wdf;
        room += name(at->term).size() + listed_more;
    }
    scratch_.clear();
    pack(scratch_, length);
    pack(scratch_, static_cast<uint64_t>(end - begin));
    const size_t head = scratch_.size();
    scratch_.resize(head + room);
    char *to = scratch_.data() + head;
    for (const Posting *at = begin; at < end; at++) {
        to = put_listed(to, before, name(at->term), at->wdf);
        before = name(at->term);
    }
    scratch_.resize(static_cast<size_t>(to - scratch_.data()));
    pack_sorting(key, document);
    packed_.clear();
    if (is_packed && !deflater)
        deflater = std::make_unique<Deflater>();
    if (is_packed && scratch_.size() > packed_min && deflater->append(scratch_, packed_))
        table.add(key, packed_, true);
    else
        table.add(key, scratch_);
}

void Listing::write_window(Table &table, uint32_t first, uint32_t last, bool is_packed)
{
    std::vector<size_t> ends(size_t{last} - first + 2, 0);
    for (const Posting &posting : postings_)
        ends[posting.document - first + 1]++;
    for (size_t i = 1; i < ends.size(); i++)
        ends[i] += ends[i - 1];
    sorted_.resize(postings_.size());
    std::vector<size_t> next(ends.begin(), ends.end() - 1);
    for (const Posting &posting : postings_)
        sorted_[next[posting.document - first]++] = posting;
    for (size_t i = 0; i + 1 < ends.size(); i++) {
        const auto document = static_cast<uint32_t>(first + i);
        if (ends[i] < ends[i + 1])
            write_document(table, document, sorted_.data() + ends[i], sorted_.data() + ends[i + 1],
                           is_packed);
        std::string key;
        pack_sorting(key, document);
        key += '\0';
        if (!slots_[i].empty())
            table.add(key, slots_[i]);
    }
}

void Listing::write_windows(Table &table, bool is_packed)
{
    const uint32_t last = database_.get_lastdocid();
    uint64_t total = 0;
    TermWalk walk(lists_, {});
    for (std::string term; walk.next(term);)
        total += walk.documents();
    const uint64_t windows = total / window_postings + 1;
    const auto width = static_cast<uint32_t>(last / windows + 1);
    for (uint64_t first = 1; first <= last; first += width) {
        const auto end = static_cast<uint32_t>(std::min<uint64_t>(first + width - 1, last));
        read_postings(static_cast<uint32_t>(first), end);
        read_slots(static_cast<uint32_t>(first), end);
        write_window(table, static_cast<uint32_t>(first), end, is_packed);
    }
}

void Listing::write_to(const std::string &path, bool is_packed)
{
    lists_ = std::make_shared<Lists>(path_, version_, database_.get_lastdocid());
    Table table(path + "/termlist.glass", version_.block_size, version_.compress_min);
    write_windows(table, is_packed);
    std::string root;
    table.finish(root);
    version_.roots[Version::terms] = root;
    version_.write(path);
}

void Listing::link(const std::string &other) const
{
    try {
        link_files(path_, other);
    } catch (const std::filesystem::filesystem_error &trouble) {
        errno = trouble.code().value();
        fail_writing(other);
    }
}

void Listing::complete(const std::string &other)
{
    link(other);
    write_to(other, false);
}

void Listing::thin(const std::string &only_with)
{
    is_thin_ = true;
    wanted_.assign(size_t{database_.get_lastdocid()} + 1, false);
    for (auto at = database_.postlist_begin(only_with); at != database_.postlist_end(only_with);
         ++at)
        wanted_[*at] = true;
    write_to(path_, true);
}

void Listing::drop(const std::string &other)
{
    is_thin_ = true;
    if (other != path_)
        link(other);
    write_to(other, true);
}

} // namespace xc

xc_status xc_term_lists_are_whole(const char *path, bool *ret_are, xc_error *reterr)
{
    *ret_are = false;
    const xc_status status = xc::guarded(reterr, [&] { *ret_are = xc::Listing(path).is_whole(); });
    if (status == XC_UNIMPLEMENTED) {
        *ret_are = true; /* other formats have no thin ones */
        return XC_OK;
    }
    return xc::name_path(status, "open", path, reterr);
}

xc_status xc_term_lists_complete(const char *path, const char *other, xc_error *reterr)
{
    const xc_status status = xc::guarded(reterr, [&] { xc::Listing(path).complete(other); });
    return xc::name_path(status, "write", other, reterr);
}

/* Where there is another format, all stays as it is. */
static xc_status leave_out(const char *path, xc_status status, xc_error *reterr)
{
    return status == XC_UNIMPLEMENTED ? XC_OK : xc::name_path(status, "write", path, reterr);
}

xc_status xc_term_lists_thin(const char *path, xc_bytes only_with, xc_error *reterr)
{
    const xc_status status =
        xc::guarded(reterr, [&] { xc::Listing(path).thin(xc::to_string(only_with)); });
    return leave_out(path, status, reterr);
}

xc_status xc_term_lists_drop(const char *path, const char *other, xc_error *reterr)
{
    const xc_status status =
        xc::guarded(reterr, [&] { xc::Listing(path).drop(other ? other : path); });
    return leave_out(path, status, reterr);
}
