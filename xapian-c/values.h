/* values.h - the values of one slot, read as a stream. */
#ifndef XAPIAN_C_VALUES_H
#define XAPIAN_C_VALUES_H

#include <string>

#include <xapian.h>

namespace xc
{

/* Values asked for by ascending document id. */
class ValueStream
{
  public:
    ValueStream(const Xapian::Database &database, Xapian::valueno slot)
        : next_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot))
    {
    }
    /* Empty where the document has none. */
    std::string at(Xapian::docid docid)
    {
        if (next_ != end_ && next_.get_docid() < docid)
            next_.skip_to(docid);
        return next_ != end_ && next_.get_docid() == docid ? *next_ : std::string();
    }
    bool is_over() const
    {
        return next_ == end_;
    }
    Xapian::docid docid() const
    {
        return next_.get_docid();
    }
    std::string value() const
    {
        return *next_;
    }
    void advance()
    {
        ++next_;
    }

  private:
    Xapian::ValueIterator next_, end_;
};

} // namespace xc

#endif
