/* columns.cc - the streams of values of a database to arrays of numbers. */
#include "xapian-c/columns.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace
{

enum : size_t { BYTES_MAX = 16 << 20, VALUES_MAX = UINT16_MAX, VALUE_BYTES_MAX = 4 << 20 };
enum : uint32_t { PAYS_AFTER = 8 }; /* counted over a part of the database that is this small */

/* Values by number as they come. */
class Numbering
{
  public:
    uint32_t number(const std::string &value)
    {
        if (!last_ || value != last_->first) { /* those of one document stand in a row */
            auto place = numbers_.emplace(value, static_cast<uint32_t>(numbers_.size()));
            last_ = &*place.first;
            bytes_ += place.second ? value.size() : 0;
        }
        return last_->second;
    }
    size_t size() const
    {
        return numbers_.size();
    }
    size_t bytes() const
    {
        return bytes_;
    }
    std::vector<std::string> values() const
    {
        std::vector<std::string> values(numbers_.size());
        for (const auto &[value, number] : numbers_)
            values[number] = value;
        return values;
    }

  private:
    std::unordered_map<std::string, uint32_t> numbers_;
    const std::pair<const std::string, uint32_t> *last_ = nullptr;
    size_t bytes_ = 0;
};

/* Numbers in the order of the values instead of that of their coming. */
void sort_values(xc::Column &column)
{
    std::vector<uint16_t> order(column.values.size());
    std::iota(order.begin(), order.end(), uint16_t{0});
    std::sort(order.begin(), order.end(), [&column](uint16_t left, uint16_t right) {
        return column.values[left] < column.values[right];
    });
    std::vector<uint16_t> code(order.size() + 1, 0);
    std::vector<std::string> sorted(order.size());
    for (size_t i = 0; i < order.size(); i++) {
        code[order[i] + size_t{1}] = static_cast<uint16_t>(i + 1);
        sorted[i] = std::move(column.values[order[i]]);
    }
    for (uint16_t &number : column.codes)
        number = code[number];
    column.values = std::move(sorted);
}

/* NULL where it has too many values. */
std::shared_ptr<const xc::Column> read_column(const Xapian::Database &database, xc_slot slot)
{
    Numbering numbering;
    auto column = std::make_shared<xc::Column>();
    column->codes.resize(size_t{database.get_lastdocid()} + 1, 0);
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
        const uint32_t number = numbering.number(*value);
        if (number >= VALUES_MAX || numbering.bytes() > VALUE_BYTES_MAX)
            return nullptr;
        column->codes.at(value.get_docid()) = static_cast<uint16_t>(number + 1);
    }
    column->values = numbering.values();
    sort_values(*column);
    return column;
}

/* A key that comes again behind another, or behind a gap, is scattered. */
std::shared_ptr<const xc::KeyColumn> read_keys(const Xapian::Database &database, xc_slot slot)
{
    Numbering numbering;
    const uint32_t none = UINT32_MAX;
    Xapian::docid last_docid = 0;
    uint32_t last_key = none;
    auto column = std::make_shared<xc::KeyColumn>();
    column->slot = slot;
    column->keys.resize(size_t{database.get_lastdocid()} + 1, none);
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
        const uint32_t key = numbering.number(*value);
        const bool is_new = key == column->is_scattered.size();
        if (is_new)
            column->is_scattered.push_back(false);
        else if (key != last_key || value.get_docid() != last_docid + 1)
            column->is_scattered[key] = true;
        last_key = key;
        last_docid = value.get_docid();
        column->keys.at(last_docid) = key;
    }
    for (uint32_t &key : column->keys) {
        if (key != none)
            continue;
        key = static_cast<uint32_t>(column->is_scattered.size());
        column->is_scattered.push_back(false);
    }
    return column;
}

} // namespace

namespace xc
{

void Columns::note_counted(uint64_t documents)
{
    counted_ += documents;
}

bool Columns::has(xc_slot key_slot, const xc_slot *slots, size_t slot_count) const
{
    return key_ && key_->slot == key_slot &&
           std::all_of(slots, slots + slot_count,
                       [this](xc_slot slot) { return slots_.count(slot) > 0; });
}

bool Columns::has_room(const Xapian::Database &database, size_t slot_count) const
{
    const size_t rows = size_t{database.get_lastdocid()} + 1;
    return rows * (sizeof(uint32_t) + (slots_.size() + slot_count) * sizeof(uint16_t)) <= BYTES_MAX;
}

bool Columns::prepare(const Xapian::Database &database, xc_slot key_slot, const xc_slot *slots,
                      size_t slot_count)
{
    if (!has(key_slot, slots, slot_count)) {
        if (counted_ < database.get_doccount() / PAYS_AFTER || !has_room(database, slot_count))
            return false;
        if (!key_ || key_->slot != key_slot)
            key_ = read_keys(database, key_slot);
        for (size_t i = 0; i < slot_count; i++)
            if (!slots_.count(slots[i]))
                slots_[slots[i]] = read_column(database, slots[i]);
    }
    return std::all_of(slots, slots + slot_count,
                       [this](xc_slot slot) { return slots_.at(slot) != nullptr; });
}

size_t Columns::bytes() const
{
    size_t bytes = key_ ? key_->keys.size() * sizeof(uint32_t) + key_->is_scattered.size() / 8 : 0;
    for (const auto &[slot, column] : slots_) {
        (void)slot;
        if (!column)
            continue;
        bytes += column->codes.size() * sizeof(uint16_t);
        for (const std::string &value : column->values)
            bytes += sizeof value + value.size();
    }
    return bytes;
}

} // namespace xc
