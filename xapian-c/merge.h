/* merge.h - runs of entries (batch.h) that follow one another, read term by term.
 *
 * Any number of merges may read the same runs at a time, each in a thread of its own. */
#ifndef XAPIAN_C_MERGE_H
#define XAPIAN_C_MERGE_H

#include <memory>

#include "xapian-c/batch.h"

namespace xc
{

/* Entries in memory, or in a file that is mapped. */
class Run
{
  public:
    /* `base`: how many documents there are before those of the run. */
    Run(std::string bytes, uint32_t base) : bytes_(std::move(bytes)), base_(base)
    {
    }
    /* Takes the open file over. */
    Run(int file, const std::string &path, size_t size);
    ~Run();
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    std::string_view bytes() const noexcept
    {
        return map_ ? std::string_view(map_, map_size_) : std::string_view(bytes_);
    }
    uint32_t base() const noexcept
    {
        return base_;
    }
    size_t memory() const noexcept
    {
        return bytes_.capacity();
    }
    /* What of a mapped file has been read up to `at` need not stay in memory. */
    void forget(const char *from, const char *at) const noexcept;

  private:
    std::string bytes_;
    char *map_ = nullptr;
    size_t map_size_ = 0;
    uint32_t base_ = 0;
};

using Runs = std::vector<std::unique_ptr<Run>>;

class Merge
{
  public:
    explicit Merge(const Runs &runs);
    /* The next term; false at the end. */
    bool next();
    /* What the runs say of it, in their order, documents counted from 0 over all. */
    const std::vector<Entry> &entries() const noexcept
    {
        return entries_;
    }
    std::string_view term() const noexcept
    {
        return entries_.front().term;
    }

  private:
    struct Cursor {
        const Run *run;
        const char *at, *end, *kept_from;
        uint64_t head;
        Entry entry;
    };
    bool read(Cursor &cursor);
    bool is_behind(uint32_t left, uint32_t right) const noexcept;
    void push(uint32_t index);

    std::vector<Cursor> cursors_;
    std::vector<uint32_t> heap_; /* places in cursors_ */
    std::vector<Entry> entries_;
    std::vector<uint32_t> taken_;
};

/* Appends the runs' entries as those of one. */
void pack_merged(std::string &out, const Merge &merge);

} // namespace xc

#endif
