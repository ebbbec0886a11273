/* deadline.h - a query that stops matching when its time is over.
 *
 * Xapian's own time limit only makes it look for less exact totals, which changes little
 * for a match that sorts by value, and it starts a thread to keep the time. So the query is
 * filtered by a source of all documents that ends at the deadline. */
#ifndef XAPIAN_C_DEADLINE_H
#define XAPIAN_C_DEADLINE_H

#include <cstdint>

#include <xapian.h>

#include "xapian-c/xapian-c.h"

namespace xc
{

class Deadline
{
  public:
    explicit Deadline(uint32_t limit_ms); /* 0: none */

    /* Must not be matched after this Deadline is gone. */
    Xapian::Query limit(const Xapian::Query &query);
    bool is_over(); /* looks at the clock now and then */
    /* Notes how far a part of `size` documents was looked at. */
    void begin_part(uint32_t size);
    void move(uint32_t documents);
    /* Says in the totals that it was cut, and what there may be. */
    void extend(xc_totals &totals) const;

  private:
    const int64_t end_ns_; /* 0: none */
    bool is_over_ = false;
    uint32_t asked_ = 0;
    uint64_t all_ = 0, reached_ = 0;
};

} // namespace xc

#endif
