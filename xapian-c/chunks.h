/* chunks.h - chunks of values and of postings to their table, deflated where that pays.
 *
 * Xapian never deflates them, but reads them so, as it does all entries; what it writes anew is
 * plain. Values, which say the same again and again, and lists of filters, which count nothing,
 * take a tenth of the room then. Lists of words are left as they are: they would take two thirds,
 * and are what answers wait for. */
#ifndef XAPIAN_C_CHUNKS_H
#define XAPIAN_C_CHUNKS_H

#include "xapian-c/deflate.h"
#include "xapian-c/table.h"

namespace xc
{

/* One thread. */
class ChunkTable
{
  public:
    explicit ChunkTable(Table &table) : table_(table)
    {
    }
    /* Adds the chunk, deflated where that makes half of it or less. False: it does not. */
    bool add(std::string_view key, std::string_view chunk);

    Table &plain() noexcept
    {
        return table_;
    }

  private:
    Table &table_;
    Deflater deflater_;
    std::string packed_;
};

/* Writes the table of postings of a database anew, its chunks deflated: of one that was compacted,
 * and that nobody else uses. */
void deflate_chunks(const std::string &path);

} // namespace xc

#endif
