/* term_walk.h - the terms of one database in Xapian's glass format, in byte order, read from the
 * mapped table of posting lists. */
#ifndef XAPIAN_C_TERM_WALK_H
#define XAPIAN_C_TERM_WALK_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "xapian-c/tree.h"

namespace xc
{

class Lists;

/* One thread; the lists stay while it is there. */
class TermWalk
{
  public:
    /* Of those that start with `prefix`, before the first. */
    TermWalk(std::shared_ptr<const Lists> lists, std::string_view prefix);
    /* The next one; false at the end. Throws as Tree. */
    bool next(std::string &ret_term);
    /* In how many documents the last one is. */
    uint32_t documents();
    /* next() gives the first term from this one on, which is behind the last. */
    void skip_to(std::string_view term);

  private:
    void place(std::string_view term);

    std::shared_ptr<const Lists> lists_;
    Cursor cursor_;
    std::string prefix_, key_, value_;
    bool is_placed_ = false; /* on the entry that is to be looked at next */
    bool is_over_ = false;
};

} // namespace xc

#endif
