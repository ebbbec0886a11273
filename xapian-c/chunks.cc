/* chunks.cc - a table block by block, as it was compacted, to another whose chunks are deflated. */
#include "xapian-c/chunks.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include "xapian-c/guard.h"
#include "xapian-c/listing.h"

namespace xc
{

bool ChunkTable::add(std::string_view key, std::string_view chunk)
{
    constexpr size_t least = 64;
    packed_.clear();
    const bool pays = chunk.size() >= least && deflater_.append(chunk, packed_, chunk.size() / 2);
    table_.add(key, pays ? packed_ : chunk, pays);
    return pays;
}

namespace
{

constexpr std::string_view values_key("\0\xd8", 2);

[[noreturn]] void fail_order(const std::string &path)
{
    throw Failure(XC_UNIMPLEMENTED, "the entries of '%s' are in no order that is known",
                  path.c_str());
}

/* Entries of a table whose leaves lie in the file in the order of their keys. */
class Leaves
{
  public:
    Leaves(std::string path, uint32_t block_size)
        : path_(std::move(path)), block_(block_size, '\0'),
          file_(open(path_.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (file_ < 0)
            throw Failure(XC_IO, "cannot open '%s'", path_.c_str());
    }
    ~Leaves()
    {
        close(file_);
    }
    Leaves(const Leaves &) = delete;
    Leaves &operator=(const Leaves &) = delete;

    /* False at the end. */
    bool next()
    {
        Item item = {};
        key.clear();
        value.clear();
        do {
            if (!next_item(item))
                return false;
            if (item.is_first == is_open_ || (is_open_ && item.key != key))
                fail_order(path_);
            key = item.key;
            value.append(item.value);
            is_compressed = item.is_compressed;
            is_open_ = !item.is_last;
        } while (is_open_ || key.empty()); /* the first item is none */
        return true;
    }

    std::string key, value;
    bool is_compressed = false;

  private:
    bool next_item(Item &item)
    {
        while (offset_ == 0 || !read_item(block_, place_, item))
            if (!read_block())
                return false;
        place_++;
        return true;
    }

    bool read_block()
    {
        const ssize_t size = pread(file_, block_.data(), block_.size(), offset_);
        if (size != 0 && size != static_cast<ssize_t>(block_.size()))
            throw Failure(XC_IO, "cannot read '%s'", path_.c_str());
        offset_ += size;
        place_ = 0;
        return size > 0;
    }

    std::string path_, block_;
    int file_;
    off_t offset_ = 0;
    size_t place_ = 0;
    bool is_open_ = false; /* parts of the entry follow */
};

/* Has the key of a chunk of postings a document behind the term, whose zero bytes have a 255 behind
 * them? The first chunk's has none. */
bool has_document(std::string_view key)
{
    for (size_t at = key.find('\0'); at != key.npos; at = key.find('\0', at + 2))
        if (at + 1 == key.size() || key[at + 1] != '\xff')
            return true;
    return false;
}

/* Does the first chunk of a list say that its term occurs nowhere, which filters do? */
bool counts_nothing(std::string_view chunk)
{
    size_t at = 0;
    while (at < chunk.size() && static_cast<unsigned char>(chunk[at]) >= 128)
        at++; /* how many documents */
    return at + 1 < chunk.size() && chunk[at + 1] == '\0';
}

} // namespace

void deflate_chunks(const std::string &path)
{
    constexpr uint32_t never = 0; /* Xapian deflates none */
    Version version(path);
    const std::string name = path + "/postlist.glass", fresh = name + ".new";
    std::string root, before;
    bool is_filter = false;
    {
        Leaves leaves(name, version.block_size);
        Table table(fresh, version.block_size, never);
        ChunkTable chunks(table);
        for (; leaves.next(); before = leaves.key) {
            if (leaves.key <= before)
                fail_order(name);
            const bool is_list = leaves.key[0] != '\0' || leaves.key[1] == '\xff';
            if (is_list && !has_document(leaves.key))
                is_filter = leaves.is_compressed || counts_nothing(leaves.value);
            const bool may_pay = is_list ? is_filter : leaves.key.compare(0, 2, values_key) == 0;
            if (may_pay && !leaves.is_compressed)
                chunks.add(leaves.key, leaves.value);
            else
                table.add(leaves.key, leaves.value, leaves.is_compressed);
        }
        table.finish(root);
    }
    if (rename(fresh.c_str(), name.c_str()) != 0)
        fail_writing(name);
    version.roots[Version::postings] = root;
    version.write(path);
}

} // namespace xc

xc_status xc_deflate_chunks(const char *path, xc_error *reterr)
{
    const xc_status status = xc::guarded(reterr, [&] { xc::deflate_chunks(path); });
    return status == XC_UNIMPLEMENTED ? XC_OK : xc::name_path(status, "write", path, reterr);
}
