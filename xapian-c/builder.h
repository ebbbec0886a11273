/* builder.h - batches of documents to a new database, whole when it is finished.
 *
 * Writes the files of Xapian's glass format of 1.4 itself, each once and in order. */
#ifndef XAPIAN_C_BUILDER_H
#define XAPIAN_C_BUILDER_H

#include "xapian-c/chunks.h"
#include "xapian-c/merge.h"
#include "xapian-c/shared.h"

namespace xc
{

class Builder
{
  public:
    /* `memory`: bytes of runs that are kept before they go to the disk. `is_compressed`: so will be
     * what Xapian adds later. */
    Builder(const std::string &path, size_t memory, bool is_compressed = true);
    /* What batches pack data with: Shared::find()'s, or nothing. */
    void share(std::string bytes);
    const std::shared_ptr<const Shared> &shared() const noexcept
    {
        return shared_;
    }
    /* Takes the contents of the batch, which is finished. */
    void append(Batch &batch);
    /* Metadata are those of `metadata`; NULL: none. */
    void finish(const Xapian::Database *metadata);

  private:
    /* A part of a slot's values. */
    struct Piece {
        uint32_t first, last;
        uint64_t offset;
        size_t size;
    };
    struct Slot {
        uint32_t count = 0;
        std::string lowest, highest;
        std::vector<Piece> pieces;
    };

    int open_hidden(const char *name);
    void add_documents(const Batch &batch);
    void add_values(Batch &batch);
    void spill();
    void write_postings(const Xapian::Database *metadata);
    void write_positions();
    void write_metadata(const Xapian::Database *metadata);
    void write_slots();
    void write_slot(xc_slot number, const Slot &slot);
    void write_lengths();
    void write_term(const Merge &merge);
    void write_version(const std::string &roots);

    std::string path_;
    size_t memory_max_, memory_ = 0;
    std::string start_; /* of the file that names the tables */
    Table documents_, terms_, postings_, positions_;
    ChunkTable chunks_; /* of postings_ */
    Runs runs_;
    size_t spilled_ = 0; /* runs at their start that are in files */
    std::map<xc_slot, Slot> slots_;
    int values_ = -1; /* a file without a name */
    uint64_t values_size_ = 0;
    std::vector<uint32_t> lengths_;
    uint32_t widest_ = 0;
    std::shared_ptr<const Shared> shared_;

  public:
    ~Builder();
    Builder(const Builder &) = delete;
    Builder &operator=(const Builder &) = delete;
};

} // namespace xc

#endif
