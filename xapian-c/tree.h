/* tree.h - one table of a database in Xapian's glass format, read where it is mapped into memory:
 * the counterpart of table.h.
 *
 * Xapian's own reader copies two or three blocks of 8 KB out of the kernel for each entry that is
 * looked up; here a look-up copies the entry.
 *
 * A tree is of one revision. A writer leaves the blocks of that one alone until it has committed
 * the next, and marks each block it writes with the revision it is of. So whatever is taken from a
 * block is copied, then the mark is looked at: where it is too new, XC_OVERTAKEN is thrown, as
 * Xapian's reader throws DatabaseModifiedError. No number that is read is trusted: XC_CORRUPT.
 *
 * Writers only ever add to the file. Whoever cuts it short while it is mapped ends the process
 * (SIGBUS), as with every mapped file. One thread for each cursor; a tree may have many. */
#ifndef XAPIAN_C_TREE_H
#define XAPIAN_C_TREE_H

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace xc
{

class Tree
{
  public:
    static constexpr unsigned levels_max = 10; /* Xapian has no more */

    /* `root`: the table's part of the file that names them all, as it was at `revision`. Throws
     * XC_IO where the file cannot be mapped, XC_CORRUPT where the two do not fit. */
    Tree(std::string path, std::string_view root, uint64_t revision);
    ~Tree();
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;

  private:
    friend class Cursor;

    struct Block {
        const unsigned char *at = nullptr;
        unsigned count = 0; /* of its items */
    };
    /* An entry, or a part of one that is too long for one item. */
    struct Item {
        const unsigned char *key, *value;
        size_t key_size, value_size;
        unsigned part; /* from 1 */
        bool is_last, is_compressed;
    };

    void map(const std::string &path);
    bool is_overtaken(const unsigned char *block) const noexcept;
    void check(const unsigned char *block) const;
    [[noreturn]] void fail(const unsigned char *block) const;
    [[noreturn]] void fail_damaged() const;
    [[noreturn]] void fail_overtaken() const;
    Block block(uint32_t number, unsigned level) const;
    size_t place(const unsigned char *block, unsigned index, size_t head) const;
    Item item(const unsigned char *block, unsigned index) const;
    unsigned part_of_branch(const unsigned char *block, unsigned index) const;
    uint32_t child(const unsigned char *block, unsigned index) const;

    std::string path_;
    uint64_t revision_;
    uint32_t root_ = 0;
    unsigned levels_ = 0; /* above the leaves */
    bool is_empty_ = false;
    size_t block_size_ = 0, size_ = 0;
    uint32_t blocks_ = 0;
    const unsigned char *map_ = nullptr;
};

/* A place in a tree. Entries that are asked for in the order of their keys are found from where it
 * stands. Keys are never empty. */
class Cursor
{
  public:
    explicit Cursor(const Tree &tree) : tree_(&tree)
    {
    }
    /* To the entry; false where there is none, and then nothing may be read. */
    bool find(std::string_view key);
    /* To the entry whose key is `prefix` and the number as pack_sorting() packs it. Of numbers that
     * ascend most stand in the leaf that the one before was found in: they are compared there as
     * numbers. Only with the prefix of the call before, unless `is_first`. */
    bool find_number(std::string_view prefix, uint32_t number, bool is_first);
    /* To the last entry whose key is not above; false where there is none. */
    bool seek(std::string_view key);
    /* To the next entry, behind one that was sought; false where it is the last. */
    bool next();
    /* Of the entry that seek() or next() came to; until the next call. */
    std::string_view key() const noexcept
    {
        return key_;
    }
    /* The whole value, in place of what `value` was; false where it is over data_max bytes. */
    bool read(std::string &value);
    /* The same of a short value in one piece, as nearly all are; until the next call. */
    bool read_short(std::string_view &ret_value);
    /* How many bytes of its beginning were copied, `room` at most; none where it is deflated. */
    size_t read_start(char *bytes, size_t room) const;

    static constexpr size_t data_max = 256 << 20;

  private:
    struct Step {
        Tree::Block block;
        unsigned index = 0;
    };
    /* What is looked for: a key and a part. */
    struct Target {
        std::string_view key;
        unsigned part;
    };

    int compare(unsigned level, unsigned index, const Target &target) const;
    uint64_t number_at(unsigned index, size_t prefix_size) const;
    void find_run(std::string_view prefix);
    bool advance_in_run(size_t prefix_size, uint32_t number);
    Tree::Item here(unsigned index) const
    {
        return tree_->item(steps_[0].block.at, index);
    }
    void narrow(unsigned level, unsigned low, unsigned high, const Target &target);
    bool advance(const Target &target);
    unsigned nearest(const Target &target) const;
    void descend(unsigned level);
    bool go(const Target &target);
    bool step(bool is_forward);
    bool take_key();
    bool read_parts(std::string &value);
    bool inflate(std::string &value) const;

    const Tree *tree_;
    std::array<Step, Tree::levels_max> steps_; /* leaves first */
    bool is_placed_ = false;
    bool is_equal_ = false; /* the item is what was looked for last */
    /* Of items of the leaf whose keys have the prefix of find_number(): how far they go, and the
     * number of the one it came to. */
    unsigned run_end_ = 0;
    uint64_t run_number_ = 0;
    std::string key_, packed_, wanted_;
    std::array<char, 128> short_;
};

/* What pack() wrote, from bytes that anybody may have written; `at` moves on. False: it ends
 * before, or is too large. */
bool take_number(const char *&at, const char *end, uint64_t &ret_number) noexcept;
bool take_number(const char *&at, const char *end, uint32_t &ret_number) noexcept;

} // namespace xc

#endif
