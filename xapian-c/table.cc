/* table.cc - sorted entries to leaves, and keys that part them to the levels above.
 *
 * A block: its revision (4 bytes), level (1), free bytes in one piece and in all (2 each), the end
 * of its directory (2); the directory, 2 bytes for each item's place; free room; items. An item of
 * a leaf: its size - 3 and three flags (2), the key's size (1), the key, the part's number (2; not
 * of a first part), the value. One of a branch: a block (4), the key's size (1), the key, a part's
 * number (2). The first item of the first leaf has an empty key, and so has the first of each
 * branch. Numbers have their high byte first. */
#include "xapian-c/table.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "xapian-c/guard.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

constexpr size_t directory_start = 11, entry_size = 2, item_head = 3, part_size = 2;
constexpr size_t branch_head = 5;
constexpr size_t items_in_block = 4; /* at least */
constexpr size_t key_max = 255, parts_max = 65535;
constexpr unsigned flag_compressed = 0x8000, flag_last = 0x4000, flag_first = 0x2000;

void put2(char *at, size_t number) noexcept
{
    at[0] = static_cast<char>(number >> 8);
    at[1] = static_cast<char>(number);
}

void put4(char *at, uint32_t number) noexcept
{
    put2(at, number >> 16);
    put2(at + 2, number & 0xffff);
}

size_t get2(std::string_view at, size_t offset)
{
    if (offset + 2 > at.size())
        throw Failure(XC_CORRUPT, "a block of a table is damaged");
    return static_cast<size_t>(static_cast<unsigned char>(at[offset])) << 8 |
           static_cast<unsigned char>(at[offset + 1]);
}

/* As much of `key` as tells it from the one before. */
std::string_view shortest(std::string_view before, std::string_view key) noexcept
{
    const size_t most = std::min(before.size(), key.size());
    size_t same = 0;
    while (same < most && before[same] == key[same])
        same++;
    return key.substr(0, std::min(same + 1, key.size()));
}

} // namespace

void fail_writing(const std::string &path)
{
    const int number = errno;
    char buffer[128];
    const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    throw Failure(is_full ? XC_FULL : XC_IO, "cannot write '%s': %s", path.c_str(),
                  strerror_r(number, buffer, sizeof buffer));
}

void write_at(int file, const std::string &path, const char *data, size_t size, uint64_t at)
{
    while (size > 0) {
        const ssize_t done = pwrite(file, data, size, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            fail_writing(path);
        data += done;
        size -= static_cast<size_t>(done);
        at += static_cast<size_t>(done);
    }
}

/* --- blocks ------------------------------------------------------------------------- */

Table::Table(std::string path, uint32_t block_size, uint32_t compress_min)
    : path_(std::move(path)), block_size_(block_size), compress_min_(compress_min),
      item_max_((block_size - directory_start - items_in_block * entry_size) / items_in_block)
{
    file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file_ < 0)
        fail_writing(path_);
}

Table::~Table()
{
    if (file_ >= 0)
        close(file_);
}

void Table::begin_block(Level &level, unsigned height)
{
    level.block.assign(block_size_, '\0');
    level.block[4] = static_cast<char>(height);
    level.number = next_number_++;
    level.used = directory_start;
    level.free_until = block_size_;
}

void Table::write_block(Level &level)
{
    char *block = level.block.data();
    put4(block, revision);
    put2(block + 5, room(level));
    put2(block + 7, room(level));
    put2(block + 9, level.used);
    write_at(file_, path_, block, block_size_, uint64_t{level.number} * block_size_);
}

/* Room for an item at the end of the directory; there must be as much. */
char *Table::place(Level &level, size_t size)
{
    level.free_until -= size;
    put2(level.block.data() + level.used, level.free_until);
    level.used += entry_size;
    return level.block.data() + level.free_until;
}

/* --- branches ----------------------------------------------------------------------- */

static void fill_branch(char *item, std::string_view key, unsigned part, uint32_t child)
{
    put4(item, child);
    item[4] = static_cast<char>(key.size());
    if (!key.empty())
        memcpy(item + branch_head, key.data(), key.size());
    put2(item + branch_head + key.size(), part);
}

/* The key from which on entries are in `child`, into the level at `height`; what comes before it
 * is in `left`, the leftmost where the level is new. */
void Table::add_branch(size_t height, std::string_view key, unsigned part, uint32_t left,
                       uint32_t child)
{
    const size_t size = branch_head + key.size() + part_size;
    if (height == levels_.size()) {
        levels_.emplace_back();
        begin_block(levels_[height], static_cast<unsigned>(height));
        fill_branch(place(levels_[height], branch_head + part_size), {}, 0, left);
    }
    if (room(levels_[height]) >= size + entry_size) {
        fill_branch(place(levels_[height], size), key, part, child);
        return;
    }
    Level full = std::move(levels_[height]);
    begin_block(levels_[height], static_cast<unsigned>(height));
    fill_branch(place(levels_[height], branch_head + part_size), {}, 0, child);
    add_branch(height + 1, key, part, full.number, levels_[height].number);
    write_block(full);
}

/* --- leaves ------------------------------------------------------------------------- */

static size_t size_of_item(std::string_view key, std::string_view value, unsigned number) noexcept
{
    return item_head + key.size() + (number > 1 ? part_size : 0) + value.size();
}

void Table::add_part(const Part &part)
{
    const size_t size = size_of_item(part.key, part.value, part.number);
    if (levels_.empty()) {
        levels_.emplace_back();
        begin_block(levels_[0], 0);
        put2(place(levels_[0], item_head), flag_first | flag_last);
    }
    if (room(levels_[0]) < size + entry_size)
        split_leaf(part);
    char *item = place(levels_[0], size);
    put2(item, (size - item_head) | (part.is_compressed ? flag_compressed : 0) |
                   (part.is_last ? flag_last : 0) | (part.number == 1 ? flag_first : 0));
    item[2] = static_cast<char>(part.key.size());
    memcpy(item + item_head, part.key.data(), part.key.size());
    size_t at = item_head + part.key.size();
    if (part.number > 1) {
        put2(item + at, part.number);
        at += part_size;
    }
    if (!part.value.empty())
        memcpy(item + at, part.value.data(), part.value.size());
}

/* `next` does not fit: a new leaf begins with it. */
void Table::split_leaf(const Part &next)
{
    Level full = std::move(levels_[0]);
    begin_block(levels_[0], 0);
    add_branch(1, shortest(last_key_, next.key), next.number, full.number, levels_[0].number);
    write_block(full);
}

bool read_item(std::string_view block, size_t place, Item &ret_item)
{
    const size_t at = directory_start + place * entry_size;
    if (block[4] != 0 || at >= get2(block, 9))
        return false;
    const size_t start = get2(block, at), head = get2(block, start);
    const size_t size = (head & (flag_first - 1)) + item_head;
    const std::string_view item = block.substr(std::min(start, block.size()), size);
    ret_item.is_first = head & flag_first;
    ret_item.is_last = head & flag_last;
    ret_item.is_compressed = head & flag_compressed;
    const size_t key_size = get2(item, 1) & 0xff;
    const size_t value_at = item_head + key_size + (ret_item.is_first ? 0 : part_size);
    if (item.size() != size || value_at > size)
        throw Failure(XC_CORRUPT, "a block of a table is damaged");
    ret_item.key = item.substr(item_head, key_size);
    ret_item.value = item.substr(value_at);
    return true;
}

/* How much of a value goes into its first part: what fills the block, where that saves a part. */
size_t Table::first_part_size(std::string_view key, std::string_view value) const
{
    const size_t overhead = item_head + key.size() + part_size;
    const size_t most = item_max_ - overhead;
    if (value.size() <= most + part_size)
        return value.size();
    if (!levels_.empty()) {
        const size_t left = room(levels_[0]) % (item_max_ + entry_size);
        if (left > entry_size + overhead &&
            left - (entry_size + overhead) >= (value.size() - part_size) % most)
            return left - (entry_size + overhead) + part_size;
    }
    return most + part_size;
}

void Table::add(std::string_view key, std::string_view value, bool is_compressed)
{
    if (key.empty() || key.size() > key_max)
        throw Failure(XC_TERM_TOO_LONG, "a key of %zu bytes cannot be written", key.size());
    const size_t first = first_part_size(key, value);
    const size_t most = item_max_ - (item_head + key.size() + part_size);
    if ((value.size() - first) / most + 2 > parts_max)
        throw Failure(XC_UNIMPLEMENTED, "a value of %zu bytes cannot be written", value.size());
    size_t at = 0;
    for (unsigned number = 1; number == 1 || at < value.size(); number++) {
        const std::string_view piece = value.substr(at, number == 1 ? first : most);
        at += piece.size();
        add_part(Part{key, piece, number, at == value.size(), is_compressed});
        last_key_.assign(key);
    }
    entries_++;
}

void Table::finish(std::string &ret_root)
{
    const bool is_empty = levels_.empty();
    for (Level &level : levels_)
        write_block(level);
    const uint32_t root = is_empty ? 0 : levels_.back().number;
    const uint64_t height = is_empty ? 0 : levels_.size() - 1;
    pack(ret_root, root);
    pack(ret_root, height << 2 | 2 | (is_empty ? 1 : 0)); /* 2: in order of the file */
    pack(ret_root, entries_);
    pack(ret_root, block_size_ >> 11);
    pack(ret_root, compress_min_);
    std::string free_list;
    if (!is_empty) {
        pack(free_list, revision);
        pack(free_list, next_number_);
        free_list.append(4, '\0'); /* no block is free */
    }
    pack(ret_root, free_list);
    if (close(file_) != 0) {
        file_ = -1;
        fail_writing(path_);
    }
    file_ = -1;
}

} // namespace xc
