/* values.cc - documents by what a slot of theirs holds. */
#include "xapian-c/values.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

namespace
{

struct Range {
    std::string low, high;
    bool has_high;

    bool has(const std::string &value) const
    {
        return !value.empty() && value >= low && (!has_high || value <= high);
    }
};

/* Values by number, from 1, as they come. */
class Numbering
{
  public:
    uint16_t number(std::string value)
    {
        if (value.empty())
            return 0;
        if (!last_ || value != last_->first) { /* those of one document stand in a row */
            if (numbers_.size() == UINT16_MAX && numbers_.count(value) == 0)
                throw xc::Failure(XC_RANGE, "a slot has over %u values", unsigned{UINT16_MAX});
            const auto next = static_cast<uint16_t>(numbers_.size() + 1);
            last_ = &*numbers_.emplace(std::move(value), next).first;
        }
        return last_->second;
    }

    /* The values in their order; `ret_place`: their numbers in it, by those they have. */
    std::vector<std::string> sorted(std::vector<uint16_t> &ret_place) const
    {
        std::vector<std::string> values;
        for (const auto &at : numbers_)
            values.push_back(at.first);
        std::sort(values.begin(), values.end());
        ret_place.assign(values.size() + 1, 0);
        for (size_t i = 0; i < values.size(); i++)
            ret_place[numbers_.at(values[i])] = static_cast<uint16_t>(i + 1);
        return values;
    }

  private:
    std::unordered_map<std::string, uint16_t> numbers_;
    const std::pair<const std::string, uint16_t> *last_ = nullptr;
};

} // namespace

struct xc_values {
    std::vector<std::string> values;
    std::vector<xc_bytes> bytes; /* lent out; points into `values` */
};

static std::unique_ptr<xc_values> number_values(const Xapian::Database &database, xc_slot slot,
                                                const xc_docid *docids, size_t count,
                                                uint16_t *numbers)
{
    Numbering numbering;
    std::vector<uint16_t> place;
    xc::ValueStream stream(database, slot);
    auto values = std::make_unique<xc_values>();
    for (size_t i = 0; i < count; i++)
        numbers[i] = numbering.number(stream.at(docids[i]));
    values->values = numbering.sorted(place);
    for (size_t i = 0; i < count; i++)
        numbers[i] = place[numbers[i]];
    for (const std::string &value : values->values)
        values->bytes.push_back(xc::to_bytes(value));
    return values;
}

xc_status xc_reader_value_numbers(xc_reader *reader, xc_slot slot, const xc_docid *docids,
                                  size_t count, uint16_t *numbers, xc_values **ret_values,
                                  xc_error *reterr)
{
    return xc::guarded_new(ret_values, reterr, [&] {
        return number_values(reader->database, slot, docids, count, numbers);
    });
}

const xc_bytes *xc_values_all(const xc_values *values, size_t *ret_count)
{
    *ret_count = values->bytes.size();
    return values->bytes.data();
}

void xc_values_free(xc_values *values)
{
    (void)xc::guarded(nullptr, [&] { delete values; });
}

xc_status xc_reader_value_range(xc_reader *reader, xc_slot slot, xc_bytes low, xc_bytes high,
                                const xc_docid *docids, size_t count, xc_docid *ret_docids,
                                size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return xc::guarded(reterr, [&] {
        const Range range{xc::to_string(low), xc::to_string(high), high.data != nullptr};
        xc::ValueStream values(reader->database, slot);
        size_t found = 0;
        for (size_t i = 0; docids && i < count; i++)
            if (range.has(values.at(docids[i])))
                ret_docids[found++] = docids[i];
        for (; !docids && !values.is_over() && values.docid() <= count; values.advance())
            if (range.has(values.value()))
                ret_docids[found++] = values.docid();
        *ret_count = found;
    });
}
