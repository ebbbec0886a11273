/* value_walk.h - values of a slot, and the documents that have them, of one database in Xapian's
 * glass format, read from the mapped table of posting lists.
 *
 * Values stand in chunks, each under a key of the slot and its first document. */
#ifndef XAPIAN_C_VALUE_WALK_H
#define XAPIAN_C_VALUE_WALK_H

#include <cstdint>
#include <string>
#include <string_view>

#include "xapian-c/tree.h"

namespace xc
{

/* Asked for by ascending document, it goes on from where it stands. Throws as Tree, and XC_CORRUPT
 * for a chunk that cannot be read. One thread; the table stays while it is there. */
class ValueWalk
{
  public:
    explicit ValueWalk(const Tree &postings);
    /* What follows is of this slot. */
    void begin(uint32_t slot);
    /* To the document; false where it has no value. */
    bool find(uint32_t document);
    /* To the first document from this one on that has a value; false where there is none. */
    bool skip_to(uint32_t document);
    /* To the next one that has, behind one that was found. */
    bool next();
    uint32_t document() const noexcept
    {
        return document_;
    }
    /* Of what was found last; until the next call. */
    std::string_view value() const noexcept
    {
        return value_;
    }

  private:
    bool pass(uint32_t document);
    bool seek(uint32_t document);
    bool read_chunk();
    bool next_chunk();
    bool next_in_chunk();

    Cursor cursor_;
    std::string key_, chunk_;
    size_t prefix_size_ = 0;                    /* of the key: which slot */
    const char *at_ = nullptr, *end_ = nullptr; /* of what is left of the chunk */
    bool is_placed_ = false;                    /* on a value of the slot */
    uint32_t document_ = 0;
    std::string_view value_;
};

} // namespace xc

#endif
