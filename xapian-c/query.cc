/* query.cc - queries built part by part. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

using Xapian::Query;
using xc::guarded;
using xc::guarded_new;
using xc::to_string;

namespace
{

/* By xc_operator. */
const Query::op operators[] = {
    Query::OP_AND,       Query::OP_OR,      Query::OP_AND_NOT, Query::OP_XOR,
    Query::OP_AND_MAYBE, Query::OP_FILTER,  Query::OP_NEAR,    Query::OP_PHRASE,
    Query::OP_ELITE_SET, Query::OP_SYNONYM, Query::OP_MAX,
};

/* The least value that is not empty: documents without a value are below it. */
const std::string least_value(1, '\0');

Query::op operator_of(const xc_operator &op)
{
    const size_t number = xc::number_of(op);
    if (number >= sizeof operators / sizeof *operators)
        throw xc::Failure(XC_INVALID, "there is no operator %zu", number);
    return operators[number];
}

std::unique_ptr<xc_query> query_from(const Query &query, unsigned depth)
{
    auto made = std::make_unique<xc_query>();
    made->query = query;
    made->depth = depth;
    return made;
}

/* Xapian walks queries by recursion; without a bound a deep one ends the process. */
unsigned depth_above(unsigned depth)
{
    if (depth >= XC_QUERY_DEPTH_MAX)
        throw xc::Failure(XC_INVALID, "the query is nested more than %d deep", XC_QUERY_DEPTH_MAX);
    return depth + 1;
}

/* Walks over the parts as Xapian's constructor wants them. */
class PartIterator
{
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Query;
    using difference_type = std::ptrdiff_t;
    using pointer = const Query *;
    using reference = const Query &;

    explicit PartIterator(xc_query *const *position) : position_(position)
    {
    }
    reference operator*() const
    {
        return (*position_)->query;
    }
    PartIterator &operator++()
    {
        ++position_;
        return *this;
    }
    PartIterator operator++(int)
    {
        return PartIterator(position_++);
    }
    bool operator==(const PartIterator &other) const
    {
        return position_ == other.position_;
    }
    bool operator!=(const PartIterator &other) const
    {
        return position_ != other.position_;
    }

  private:
    xc_query *const *position_;
};

std::unique_ptr<xc_query> combine(const xc_operator &op, xc_query *const *parts, size_t count,
                                  uint32_t window)
{
    unsigned depth = 0;
    for (size_t i = 0; i < count; i++)
        depth = std::max(depth, parts[i]->depth);
    depth = depth_above(depth);
    Query query(operator_of(op), PartIterator(parts), PartIterator(parts + count), window);
    return query_from(query, depth);
}

Query range(xc_slot slot, xc_bytes low, xc_bytes high)
{
    if (slot == XC_NO_SLOT)
        throw xc::Failure(XC_INVALID, "XC_NO_SLOT is not a slot");
    std::string from = std::max(to_string(low), least_value);
    if (!high.data)
        return Query(Query::OP_VALUE_GE, slot, from);
    return Query(Query::OP_VALUE_RANGE, slot, from, to_string(high));
}

} // namespace

xc_status xc_query_term(xc_bytes term, uint32_t repeats, xc_query **ret_query, xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] {
        if (term.size == 0)
            throw xc::Failure(XC_INVALID, "the term is empty");
        return query_from(Query(to_string(term), std::max<uint32_t>(repeats, 1)), 1);
    });
}

xc_status xc_query_all(xc_query **ret_query, xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] { return query_from(Query(std::string()), 1); });
}

xc_status xc_query_none(xc_query **ret_query, xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] { return query_from(Query(), 1); });
}

xc_status xc_query_combine(xc_operator op, xc_query *const *parts, size_t count, uint32_t window,
                           xc_query **ret_query, xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] { return combine(op, parts, count, window); });
}

xc_status xc_query_scale(const xc_query *query, double factor, xc_query **ret_query,
                         xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] {
        if (!std::isfinite(factor) || factor < 0)
            throw xc::Failure(XC_INVALID, "a query cannot be scaled by %g", factor);
        return query_from(Query(factor, query->query), depth_above(query->depth));
    });
}

xc_status xc_query_wildcard(xc_bytes prefix, uint32_t max_terms, xc_wildcard_limit limit,
                            xc_operator combiner, xc_query **ret_query, xc_error *reterr)
{
    static const int limits[] = {Query::WILDCARD_LIMIT_ERROR, Query::WILDCARD_LIMIT_FIRST,
                                 Query::WILDCARD_LIMIT_MOST_FREQUENT};
    return guarded_new(ret_query, reterr, [&] {
        const size_t number = xc::number_of(limit);
        if (number >= sizeof limits / sizeof *limits)
            throw xc::Failure(XC_INVALID, "there is no wildcard limit %zu", number);
        return query_from(Query(Query::OP_WILDCARD, to_string(prefix), max_terms, limits[number],
                                operator_of(combiner)),
                          1);
    });
}

xc_status xc_query_range(xc_slot slot, xc_bytes low, xc_bytes high, xc_query **ret_query,
                         xc_error *reterr)
{
    return guarded_new(ret_query, reterr, [&] { return query_from(range(slot, low, high), 1); });
}

xc_status xc_query_describe(xc_query *query, const char **ret_text, xc_error *reterr)
{
    *ret_text = nullptr;
    return guarded(reterr, [&] {
        query->description = query->query.get_description();
        *ret_text = query->description.c_str();
    });
}

void xc_query_free(xc_query *query)
{
    (void)guarded(nullptr, [&] { delete query; });
}
