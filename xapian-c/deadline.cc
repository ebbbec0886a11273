/* deadline.cc - a clock and the source of documents that ends with it. */
#include "xapian-c/deadline.h"

#include <ctime>

namespace
{

int64_t now_ns()
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

/* Every number up to the last document's, whether there is a document or not: what it
 * filters knows that. */
class UntilDeadline : public Xapian::PostingSource
{
  public:
    explicit UntilDeadline(xc::Deadline &deadline) : deadline_(deadline)
    {
    }
    /* Xapian takes it over where it asks for one. */
    Xapian::PostingSource *clone() const override
    {
        return new UntilDeadline(deadline_);
    }
    void init(const Xapian::Database &database) override
    {
        docid_ = 0;
        count_ = database.get_doccount();
        last_ = database.get_lastdocid();
        deadline_.begin_part(last_);
    }
    Xapian::doccount get_termfreq_min() const override
    {
        return 0;
    }
    Xapian::doccount get_termfreq_est() const override
    {
        return count_;
    }
    Xapian::doccount get_termfreq_max() const override
    {
        return count_;
    }
    void next(double) override
    {
        go_to(docid_ + 1);
    }
    void skip_to(Xapian::docid docid, double) override
    {
        if (docid > docid_)
            go_to(docid);
    }
    bool check(Xapian::docid docid, double) override
    {
        if (docid > docid_)
            go_to(docid);
        return true;
    }
    bool at_end() const override
    {
        return docid_ > last_;
    }
    Xapian::docid get_docid() const override
    {
        return docid_;
    }

  private:
    void go_to(Xapian::docid docid)
    {
        if (docid > last_) {
            deadline_.move(last_ - docid_);
            docid_ = last_ + 1;
        } else if (deadline_.is_over()) {
            docid_ = last_ + 1;
        } else {
            deadline_.move(docid - docid_);
            docid_ = docid;
        }
    }

    xc::Deadline &deadline_;
    Xapian::docid docid_ = 0, last_ = 0;
    Xapian::doccount count_ = 0;
};

} // namespace

namespace xc
{

Deadline::Deadline(uint32_t limit_ms)
    : end_ns_(limit_ms ? now_ns() + int64_t{limit_ms} * 1000000 : 0)
{
}

Xapian::Query Deadline::limit(const Xapian::Query &query)
{
    if (!end_ns_)
        return query;
    return Xapian::Query(Xapian::Query::OP_FILTER, query,
                         Xapian::Query((new UntilDeadline(*this))->release()));
}

bool Deadline::is_over()
{
    enum { EACH = 32 }; /* a look at the clock costs as much as a few postings */
    if (!is_over_ && asked_++ % EACH == 0)
        is_over_ = now_ns() >= end_ns_;
    return is_over_;
}

void Deadline::begin_part(uint32_t size)
{
    all_ += size;
}

void Deadline::move(uint32_t documents)
{
    reached_ += documents;
}

void Deadline::extend(xc_totals &totals) const
{
    if (!is_over_)
        return;
    const auto grown = [this](uint32_t met) {
        const uint64_t all = reached_ ? met * all_ / reached_ : met;
        return all < UINT32_MAX ? static_cast<uint32_t>(all) : UINT32_MAX;
    };
    totals.is_cut = true;
    totals.estimated = grown(totals.lower);
    totals.raw_estimated = grown(totals.raw_lower);
    totals.upper = totals.raw_upper = UINT32_MAX;
}

} // namespace xc
