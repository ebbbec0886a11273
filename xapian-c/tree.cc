/* tree.cc - a key from the root to its leaf; table.cc says how blocks and items are laid out.
 *
 * A writer may overwrite a block while it is read: each number is loaded once, held against the
 * bounds of the block, and what was found is given up where the block's revision says so. */
#include "xapian-c/tree.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <endian.h>
#include <fcntl.h>
#include <memory>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libdeflate.h>

#include "xapian-c/guard.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

constexpr size_t directory_start = 11, entry_size = 2, item_head = 3, part_size = 2;
constexpr size_t branch_head = 5;
constexpr unsigned flag_compressed = 0x8000, flag_last = 0x4000, flag_first = 0x2000;
constexpr unsigned size_mask = 0x1fff, parts_max = 65536;
constexpr uint64_t block_step = 2048, block_size_max = 65536;

/* Once, whatever the compiler would like. */
unsigned load1(const unsigned char *at) noexcept
{
    return __atomic_load_n(at, __ATOMIC_RELAXED);
}

unsigned load2(const unsigned char *at) noexcept
{
    return load1(at) << 8 | load1(at + 1);
}

uint32_t load4(const unsigned char *at) noexcept
{
    return static_cast<uint32_t>(load2(at)) << 16 | load2(at + 2);
}

} // namespace

bool take_number(const char *&at, const char *end, uint64_t &ret_number) noexcept
{
    ret_number = 0;
    for (unsigned shift = 0; at < end && shift < 63; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        ret_number |= static_cast<uint64_t>(byte & 127) << shift;
        if (byte < 128)
            return true;
    }
    return false;
}

bool take_number(const char *&at, const char *end, uint32_t &ret_number) noexcept
{
    uint64_t number = 0;
    const bool is_whole = take_number(at, end, number) && number <= UINT32_MAX;
    ret_number = static_cast<uint32_t>(number);
    return is_whole;
}

/* --- blocks ------------------------------------------------------------------------- */

Tree::Tree(std::string path, std::string_view root, uint64_t revision)
    : path_(std::move(path)), revision_(revision)
{
    const char *at = root.data(), *const end = at + root.size();
    uint64_t entries = 0, steps = 0;
    uint32_t kind = 0;
    if (!take_number(at, end, root_) || !take_number(at, end, kind) ||
        !take_number(at, end, entries) || !take_number(at, end, steps))
        fail_damaged();
    is_empty_ = kind & 1; /* 2: its blocks are in order */
    levels_ = kind >> 2;
    if (is_empty_)
        return; /* there may be no file */
    if (steps == 0 || steps > block_size_max / block_step || (steps & (steps - 1)) ||
        levels_ >= levels_max)
        fail_damaged();
    block_size_ = steps * block_step;
    map(path_);
}

Tree::~Tree()
{
    if (map_)
        munmap(const_cast<unsigned char *>(map_), size_);
}

void Tree::map(const std::string &path)
{
    struct stat info;
    void *mapped = MAP_FAILED;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        throw Failure(XC_IO, "cannot read '%s'", path.c_str());
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        const auto blocks = static_cast<uint64_t>(info.st_size) / block_size_;
        blocks_ = static_cast<uint32_t>(std::min<uint64_t>(blocks, UINT32_MAX));
        size_ = size_t{blocks_} * block_size_;
        mapped = blocks_ ? mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
    }
    close(file);
    if (mapped == MAP_FAILED)
        throw Failure(XC_IO, "cannot map '%s'", path.c_str());
    map_ = static_cast<const unsigned char *>(mapped);
}

void Tree::fail_damaged() const
{
    throw Failure(XC_CORRUPT, "'%s' is damaged", path_.c_str());
}

/* After everything else that was read of the block. */
inline bool Tree::is_overtaken(const unsigned char *block) const noexcept
{
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    return load4(block) > revision_;
}

void Tree::fail_overtaken() const
{
    throw Failure(XC_OVERTAKEN, "the revision of '%s' that was read has been discarded",
                  path_.c_str());
}

inline void Tree::check(const unsigned char *block) const
{
    if (__builtin_expect(is_overtaken(block), false))
        fail_overtaken();
}

/* What stands there makes no sense: it may just be written. */
void Tree::fail(const unsigned char *block) const
{
    check(block);
    fail_damaged();
}

Tree::Block Tree::block(uint32_t number, unsigned level) const
{
    if (number >= blocks_)
        fail_damaged();
    const unsigned char *at = map_ + number * block_size_;
    const size_t end = load2(at + 9);
    if (load1(at + 4) != level || end <= directory_start || end > block_size_ ||
        (end - directory_start) % entry_size)
        fail(at);
    check(at);
    return {at, static_cast<unsigned>((end - directory_start) / entry_size)};
}

/* Where the item is, of which at least its head lies within the block. */
inline size_t Tree::place(const unsigned char *block, unsigned index, size_t head) const
{
    const size_t at = load2(block + directory_start + index * entry_size);
    if (at + head > block_size_)
        fail(block);
    return at;
}

inline Tree::Item Tree::item(const unsigned char *block, unsigned index) const
{
    const size_t at = place(block, index, item_head);
    const unsigned char *const start = block + at;
    const unsigned head = load2(start), key_size = load1(start + 2);
    const bool is_first = head & flag_first;
    const size_t size = (head & size_mask) + item_head;
    const size_t before = item_head + key_size + (is_first ? 0 : part_size);
    if (size < before || at + size > block_size_)
        fail(block);
    return Item{start + item_head,
                start + before,
                key_size,
                size - before,
                is_first ? 1 : load2(start + item_head + key_size),
                (head & flag_last) != 0,
                (head & flag_compressed) != 0};
}

unsigned Tree::part_of_branch(const unsigned char *block, unsigned index) const
{
    const size_t at = place(block, index, branch_head);
    const unsigned key_size = load1(block + at + branch_head - 1);
    if (at + branch_head + key_size + part_size > block_size_)
        fail(block);
    return load2(block + at + branch_head + key_size);
}

uint32_t Tree::child(const unsigned char *block, unsigned index) const
{
    const uint32_t number = load4(block + place(block, index, branch_head));
    check(block);
    return number;
}

/* --- a way down --------------------------------------------------------------------- */

/* As memcmp(), which takes longer to call than keys of so few bytes to compare. */
static int compare_bytes(const unsigned char *left, const char *right, size_t size) noexcept
{
    uint64_t a = 0, b = 0;
    if (size < sizeof a || size > 2 * sizeof a)
        return size ? memcmp(left, right, size) : 0;
    memcpy(&a, left, sizeof a);
    memcpy(&b, right, sizeof b);
    if (a == b) {
        memcpy(&a, left + size - sizeof a, sizeof a);
        memcpy(&b, right + size - sizeof b, sizeof b);
    }
    a = be64toh(a);
    b = be64toh(b);
    return a < b ? -1 : a > b;
}

/* The item, which begins with a head whose last byte is the key's size, with the target. */
int Cursor::compare(unsigned level, unsigned index, const Target &target) const
{
    const unsigned char *const block = steps_[level].block.at;
    const size_t head = level ? branch_head : item_head;
    const size_t at = tree_->place(block, index, head);
    const size_t key_size = load1(block + at + head - 1);
    const size_t most = std::min(key_size, target.key.size());
    if (at + head + key_size > tree_->block_size_)
        tree_->fail(block);
    const int order = compare_bytes(block + at + head, target.key.data(), most);
    if (order)
        return order;
    if (key_size != target.key.size())
        return key_size < target.key.size() ? -1 : 1;
    const unsigned part = level ? tree_->part_of_branch(block, index) : here(index).part;
    return part < target.part ? -1 : part > target.part;
}

/* The last item that is not above the target, of those from `low` on, which is not either, and
 * before `high`; the first of a branch stands for everything before the second. */
void Cursor::narrow(unsigned level, unsigned low, unsigned high, const Target &target)
{
    while (low + 1 < high && !is_equal_) {
        const unsigned middle = low + (high - low) / 2;
        const int order = compare(level, middle, target);
        (order <= 0 ? low : high) = middle;
        is_equal_ = level == 0 && order == 0;
    }
    tree_->check(steps_[level].block.at);
    steps_[level].index = low;
}

/* Onwards in the leaf, as what is asked for next mostly stands near; false where the target may
 * stand in another. */
bool Cursor::advance(const Target &target)
{
    const unsigned count = steps_[0].block.count;
    unsigned low = steps_[0].index, step = 1;
    while (low + step < count && !is_equal_) {
        const int order = compare(0, low + step, target);
        if (order > 0)
            break;
        low += step;
        step *= 2;
        is_equal_ = order == 0;
    }
    narrow(0, low, std::min(low + step, count), target);
    return is_equal_ || steps_[0].index + 1 < count;
}

/* The lowest level above the leaf at which the block is sure to be the one that leads to the
 * target, which is behind the leaf: the way there from the root need not be gone again. */
unsigned Cursor::nearest(const Target &target) const
{
    unsigned level = 1;
    while (level < tree_->levels_ && compare(level, steps_[level].block.count - 1, target) <= 0)
        level++;
    return level;
}

/* From the item chosen at `level` to the first of what it leads to. */
void Cursor::descend(unsigned level)
{
    steps_[level - 1].block =
        tree_->block(tree_->child(steps_[level].block.at, steps_[level].index), level - 1);
    steps_[level - 1].index = 0;
}

/* To the last item that is not above the target; false where all are. */
bool Cursor::go(const Target &target)
{
    const bool was_placed = is_placed_;
    const int order = was_placed ? compare(0, steps_[0].index, target) : 1;
    unsigned level = tree_->levels_;
    is_equal_ = order == 0;
    is_placed_ = order <= 0 && advance(target);
    if (tree_->is_empty_ || is_placed_)
        return is_placed_;
    if (order <= 0 && level > 0)
        level = nearest(target);
    else
        steps_[level] = {tree_->block(tree_->root_, level), 0};
    for (; level > 0; level--) {
        narrow(level, steps_[level].index, steps_[level].block.count, target);
        descend(level);
    }
    const int first = compare(0, 0, target);
    tree_->check(steps_[0].block.at);
    if (first > 0)
        return step(false);
    is_equal_ = first == 0;
    narrow(0, 0, steps_[0].block.count, target);
    return is_placed_ = true;
}

/* To the item before or behind; false where there is none. */
bool Cursor::step(bool is_forward)
{
    unsigned level = 0;
    is_placed_ = false;
    run_end_ = 0;
    while (is_forward ? steps_[level].index + 1 >= steps_[level].block.count
                      : steps_[level].index == 0)
        if (++level > tree_->levels_)
            return false;
    steps_[level].index += is_forward ? 1u : ~0u;
    while (level > 0) {
        descend(level--);
        if (!is_forward)
            steps_[level].index = steps_[level].block.count - 1;
    }
    is_placed_ = true;
    return true;
}

/* --- numbers ------------------------------------------------------------------------ */

/* What follows the prefix in the item's key, and in the low bits which part it is of its entry. */
inline uint64_t Cursor::number_at(unsigned index, size_t prefix_size) const
{
    const unsigned char *const block = steps_[0].block.at;
    const size_t place = tree_->place(block, index, item_head);
    const unsigned char *const key = block + place + item_head;
    const size_t key_size = load1(key - 1), size = key_size - prefix_size;
    const bool is_first = load1(block + place) & flag_first >> 8;
    const size_t end = place + item_head + key_size + (is_first ? 0 : part_size);
    if (key_size < prefix_size + 2 || size > 6 || end > tree_->block_size_)
        tree_->fail(block);
    uint64_t number = load2(key + prefix_size);
    if (size > 2)
        number &= 0xffffu >> (size - 1);
    for (size_t i = prefix_size + 2; i < key_size; i++)
        number = number << 8 | load1(key + i);
    return number << 16 | (is_first ? 1 : load2(key + key_size));
}

/* Which items of the leaf from the current one on have keys that begin so. */
void Cursor::find_run(std::string_view prefix)
{
    const auto has_prefix = [&](unsigned index) {
        const Tree::Item item = here(index);
        return item.key_size >= prefix.size() &&
               memcmp(item.key, prefix.data(), prefix.size()) == 0;
    };
    unsigned low = steps_[0].index, high = steps_[0].block.count;
    run_end_ = 0;
    if (!is_placed_ || !has_prefix(low))
        return;
    if (has_prefix(high - 1))
        low = high - 1;
    while (low + 1 < high) {
        const unsigned middle = low + (high - low) / 2;
        (has_prefix(middle) ? low : high) = middle;
    }
    run_number_ = number_at(steps_[0].index, prefix.size());
    tree_->check(steps_[0].block.at);
    run_end_ = low + 1;
}

/* As advance(), within the run; false where it is not the run that tells. */
bool Cursor::advance_in_run(size_t prefix_size, uint32_t number)
{
    const uint64_t wanted = uint64_t{number} << 16 | 1;
    unsigned low = steps_[0].index, step = 1;
    uint64_t found = run_number_;
    if (found > wanted)
        return false;
    while (low + step < run_end_ && found != wanted) {
        const uint64_t next = number_at(low + step, prefix_size);
        if (next > wanted)
            break;
        found = next;
        low += step;
        step *= 2;
    }
    for (unsigned high = std::min(low + step, run_end_); low + 1 < high && found != wanted;) {
        const unsigned middle = low + (high - low) / 2;
        const uint64_t next = number_at(middle, prefix_size);
        if (next > wanted) {
            high = middle;
        } else {
            low = middle;
            found = next;
        }
    }
    tree_->check(steps_[0].block.at);
    steps_[0].index = low;
    run_number_ = found;
    is_equal_ = found == wanted;
    return is_equal_ || low + 1 < steps_[0].block.count;
}

bool Cursor::find_number(std::string_view prefix, uint32_t number, bool is_first)
{
    if (!is_first && is_placed_ && steps_[0].index < run_end_ &&
        advance_in_run(prefix.size(), number))
        return is_equal_;
    wanted_.assign(prefix);
    pack_sorting(wanted_, number);
    const bool is_found = find(wanted_);
    find_run(prefix);
    return is_found;
}

/* --- entries ------------------------------------------------------------------------ */

bool Cursor::find(std::string_view key)
{
    return go({key, 1}) && is_equal_;
}

/* The key of the item; false where it is the empty one that every table begins with. */
bool Cursor::take_key()
{
    const Tree::Item item = here(steps_[0].index);
    key_.assign(reinterpret_cast<const char *>(item.key), item.key_size);
    tree_->check(steps_[0].block.at);
    return !key_.empty();
}

bool Cursor::seek(std::string_view key)
{
    if (!go({key, 1}) || !take_key())
        return false;
    if (here(steps_[0].index).part == 1)
        return true;
    const std::string found = key_; /* a further part of what is before the key */
    if (!find(found))
        tree_->fail(steps_[0].block.at);
    return take_key();
}

bool Cursor::next()
{
    for (unsigned parts = 0; parts < parts_max; parts++) {
        if (!is_placed_ || !step(true))
            return false;
        if (here(steps_[0].index).part == 1)
            return take_key();
    }
    tree_->fail(steps_[0].block.at);
}

size_t Cursor::read_start(char *bytes, size_t room) const
{
    const Tree::Item item = here(steps_[0].index);
    const size_t size = item.is_compressed ? 0 : std::min(item.value_size, room);
    memcpy(bytes, item.value, size);
    tree_->check(steps_[0].block.at);
    return size;
}

/* As it is stored; true where it is deflated. */
bool Cursor::read_parts(std::string &value)
{
    value.clear();
    for (unsigned part = 1;; part++) {
        const Tree::Item item = here(steps_[0].index);
        if (item.part != part)
            tree_->fail(steps_[0].block.at);
        value.append(reinterpret_cast<const char *>(item.value), item.value_size);
        tree_->check(steps_[0].block.at);
        if (item.is_last)
            return item.is_compressed;
        if (!step(true))
            tree_->fail_damaged();
    }
}

namespace
{

struct Free {
    void operator()(libdeflate_decompressor *inflater) const noexcept
    {
        libdeflate_free_decompressor(inflater);
    }
};

} // namespace

bool Cursor::inflate(std::string &value) const
{
    static thread_local std::unique_ptr<libdeflate_decompressor, Free> inflater;
    libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    size_t size = 0;
    if (!inflater)
        inflater.reset(libdeflate_alloc_decompressor());
    if (!inflater)
        throw std::bad_alloc();
    for (size_t room = 4 * packed_.size() + 64;
         result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= data_max; room *= 4) {
        value.resize(room);
        result = libdeflate_deflate_decompress(inflater.get(), packed_.data(), packed_.size(),
                                               value.data(), room, &size);
    }
    if (result != LIBDEFLATE_SUCCESS && result != LIBDEFLATE_INSUFFICIENT_SPACE)
        tree_->fail_damaged();
    value.resize(size);
    return result == LIBDEFLATE_SUCCESS;
}

bool Cursor::read_short(std::string_view &ret_value)
{
    const Tree::Item item = here(steps_[0].index);
    if (item.part != 1 || !item.is_last || item.is_compressed || item.value_size > short_.size())
        return false;
    memcpy(short_.data(), item.value, item.value_size);
    tree_->check(steps_[0].block.at);
    ret_value = std::string_view(short_.data(), item.value_size);
    return true;
}

bool Cursor::read(std::string &value)
{
    if (!read_parts(packed_)) {
        value.swap(packed_);
        return true;
    }
    return inflate(value);
}

} // namespace xc
