/* table.h - one table of a database in Xapian's glass format, written from sorted entries.
 *
 * A B-tree, each block filled before the next one is begun, as Xapian's own compaction leaves it.
 * One thread for each table. */
#ifndef XAPIAN_C_TABLE_H
#define XAPIAN_C_TABLE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xc
{

/* The magic bytes of the file that names the tables, and the day of the format: 14 March 2016. A
 * UUID follows. */
constexpr std::string_view glass_start("\x0f\x0dXapian Glass\x04\x6e", 16);

class Table
{
  public:
    /* Makes the file `path`. `compress_min`: Xapian will compress longer entries that it adds
     * later; 0: none. */
    Table(std::string path, uint32_t block_size, uint32_t compress_min);
    ~Table();
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    /* Keys must rise. `is_compressed`: the value is deflated, without a header. */
    void add(std::string_view key, std::string_view value, bool is_compressed = false);
    /* Writes what is left; then the table's part of the file that names them all. */
    void finish(std::string &ret_root);

    static constexpr uint32_t revision = 1;

  private:
    struct Level {
        std::string block;
        uint32_t number;   /* of the block in the file */
        size_t used;       /* end of the directory at the block's start */
        size_t free_until; /* start of the items at its end */
    };
    /* A part of an entry. */
    struct Part {
        std::string_view key, value;
        unsigned number; /* from 1 */
        bool is_last, is_compressed;
    };

    void begin_block(Level &level, unsigned height);
    void write_block(Level &level);
    size_t room(const Level &level) const noexcept
    {
        return level.free_until - level.used;
    }
    char *place(Level &level, size_t size);
    void add_part(const Part &part);
    void add_branch(size_t height, std::string_view key, unsigned part, uint32_t left,
                    uint32_t child);
    void split_leaf(const Part &next);
    size_t first_part_size(std::string_view key, std::string_view value) const;

    std::string path_;
    int file_;
    uint32_t block_size_, compress_min_;
    size_t item_max_;
    std::vector<Level> levels_; /* the block that is filled of each, leaves first */
    uint32_t next_number_ = 0;
    uint64_t entries_ = 0;
    std::string last_key_;
};

/* A part of an entry, as it stands in a block. */
struct Item {
    std::string_view key, value;
    bool is_first, is_last, is_compressed;
};
/* The item at `place` of a block; false behind the last one of a leaf, and in any other block.
 * Throws XC_CORRUPT for what is none. */
bool read_item(std::string_view block, size_t place, Item &ret_item);

/* Throws XC_FULL or XC_IO for errno, of the file. */
[[noreturn]] void fail_writing(const std::string &path);
/* All of it, at the place. */
void write_at(int file, const std::string &path, const char *data, size_t size, uint64_t at);

} // namespace xc

#endif
