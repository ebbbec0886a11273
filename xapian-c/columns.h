/* columns.h - the values of slots in memory, as small numbers by document id.
 *
 * To ask Xapian for the value of a document costs as much as to match ten. Whoever counts over
 * many has the values of the revision read into arrays once, and counts by numbers. */
#ifndef XAPIAN_C_COLUMNS_H
#define XAPIAN_C_COLUMNS_H

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "xapian-c/xapian-c.h"

namespace xc
{

/* One slot: for each document the number of its value, counted from 1; 0 for none. */
struct Column {
    std::vector<uint16_t> codes;     /* by document id */
    std::vector<std::string> values; /* by number - 1, sorted */
};

/* A slot whose values are keys: documents without one have a number of their own. */
struct KeyColumn {
    std::vector<uint32_t> keys;     /* by document id */
    std::vector<bool> is_scattered; /* by key: its documents do not stand in a row */
    xc_slot slot = XC_NO_SLOT;
};

/* The columns of one database at one revision; its reader forgets them when it moves on. Bounded:
 * where they would take too much, there are none. */
class Columns
{
  public:
    /* Counting over this many documents was done without columns. They are made once that was
     * as much work as making them is. */
    void note_counted(uint64_t documents);
    /* Makes what is missing of them; false where that does not pay, or would be too large. */
    bool prepare(const Xapian::Database &database, xc_slot key_slot, const xc_slot *slots,
                 size_t slot_count);
    /* What was prepared. */
    const KeyColumn &key() const
    {
        return *key_;
    }
    const Column &slot(xc_slot slot) const
    {
        return *slots_.at(slot);
    }
    size_t bytes() const;

  private:
    bool has(xc_slot key_slot, const xc_slot *slots, size_t slot_count) const;
    bool has_room(const Xapian::Database &database, size_t slot_count) const;

    std::shared_ptr<const KeyColumn> key_;
    std::map<xc_slot, std::shared_ptr<const Column>> slots_; /* NULL: too many values */
    uint64_t counted_ = 0;
};

} // namespace xc

#endif
