/* facets.cc - counting the values of slots over what the matcher looks at. */
#include "xapian-c/facets.h"

#include <algorithm>
#include <map>

#include "xapian-c/guard.h"
#include "xapian-c/values.h"

namespace xc
{

void Facet::add(std::string value, uint32_t count)
{
    values.push_back(std::move(value));
    counts.push_back(xc_facet_value{xc_bytes{nullptr, 0}, count});
}

void Facet::lend()
{
    for (size_t i = 0; i < values.size(); i++)
        counts[i].value = to_bytes(values[i]);
}

DistinctSpy::DistinctSpy(xc_slot key_slot, const xc_slot *slots, size_t slot_count)
    : key_slot_(key_slot), counters_(slot_count)
{
    for (size_t i = 0; i < slot_count; i++)
        counters_[i].slot = slots[i];
}

void DistinctSpy::Counter::count(const std::string &value, uint32_t key)
{
    if (value.empty() || (key == last_key && value == last_value))
        return;
    last_key = key;
    last_value = value;
    uint32_t number = numbers.emplace(value, static_cast<uint32_t>(counts.size())).first->second;
    if (number == counts.size())
        counts.push_back(0);
    if (pairs.insert(uint64_t{number} << 32 | key).second)
        counts[number]++;
}

/* Keys are numbered as they come; a document without one is a key of its own. */
uint32_t DistinctSpy::key_of(std::string text)
{
    if (text.empty())
        return key_count_++;
    if (last_key_ != UINT32_MAX && text == last_key_text_)
        return last_key_;
    auto place = keys_.emplace(text, key_count_);
    if (place.second)
        key_count_++;
    last_key_text_ = std::move(text);
    last_key_ = place.first->second;
    return last_key_;
}

void DistinctSpy::operator()(const Xapian::Document &document, double)
{
    const uint32_t key = key_of(document.get_value(key_slot_));
    seen_++;
    for (Counter &counter : counters_)
        counter.count(document.get_value(counter.slot), key);
}

void DistinctSpy::count(const Xapian::Database &database, const xc_docid *docids, size_t count)
{
    ValueStream keys(database, key_slot_);
    std::vector<ValueStream> values;
    for (const Counter &counter : counters_)
        values.emplace_back(database, counter.slot);
    for (size_t i = 0; i < count; i++) {
        const uint32_t key = key_of(keys.at(docids[i]));
        seen_++;
        for (size_t slot = 0; slot < counters_.size(); slot++)
            counters_[slot].count(values[slot].at(docids[i]), key);
    }
}

void DistinctSpy::count(const Xapian::Database &database, const xc_docid *docids,
                        const xc_docid *keys, size_t count, xc_slot own_slot)
{
    std::vector<ValueStream> values;
    for (const Counter &counter : counters_)
        values.emplace_back(database, counter.slot);
    for (size_t i = 0; i < count; i++) {
        const bool is_new = i == 0 || keys[i] != keys[i - 1];
        key_count_ += is_new;
        seen_++;
        for (size_t slot = 0; slot < counters_.size(); slot++) {
            const bool is_own = counters_[slot].slot == own_slot;
            if (is_own || is_new)
                counters_[slot].count(values[slot].at(is_own ? docids[i] : keys[i]), keys[i]);
        }
    }
}

std::vector<Facet> DistinctSpy::facets() const
{
    std::vector<Facet> facets(counters_.size());
    for (size_t i = 0; i < counters_.size(); i++) {
        const Counter &counter = counters_[i];
        std::map<std::string, uint32_t> sorted(counter.numbers.begin(), counter.numbers.end());
        for (const auto &[value, number] : sorted)
            facets[i].add(value, counter.counts[number]);
    }
    return facets;
}

ColumnSpy::ColumnSpy(const Columns &columns, const xc_slot *slots, size_t slot_count)
    : key_(columns.key())
{
    counters_.reserve(slot_count);
    for (size_t i = 0; i < slot_count; i++) {
        const Column &column = columns.slot(slots[i]);
        const size_t numbers = column.values.size() + 1;
        counters_.push_back(Counter{column,
                                    std::vector<uint32_t>(numbers, 0),
                                    std::vector<uint32_t>(numbers, UINT32_MAX),
                                    {}});
    }
}

/* Documents come in their order: of a key whose documents stand in a row the last one that
 * had the value tells whether it was counted. */
void ColumnSpy::count_code(Counter &counter, uint16_t code, uint32_t key, bool is_scattered)
{
    if (code == 0 || counter.last_keys[code] == key)
        return;
    counter.last_keys[code] = key;
    if (!is_scattered || counter.pairs.insert(uint64_t{code} << 32 | key).second)
        counter.counts[code]++;
}

void ColumnSpy::operator()(const Xapian::Document &document, double)
{
    count(document.get_docid());
}

void ColumnSpy::count(Xapian::docid docid)
{
    const uint32_t key = key_.keys.at(docid);
    const bool is_scattered = key_.is_scattered[key];
    if (key != last_key_) {
        last_key_ = key;
        distinct_ += !is_scattered || scattered_.insert(key).second;
    }
    for (Counter &counter : counters_)
        count_code(counter, counter.column.codes[docid], key, is_scattered);
}

std::vector<Facet> ColumnSpy::facets() const
{
    std::vector<Facet> facets(counters_.size());
    for (size_t i = 0; i < counters_.size(); i++) {
        const Counter &counter = counters_[i];
        for (size_t code = 1; code < counter.counts.size(); code++)
            if (counter.counts[code])
                facets[i].add(counter.column.values[code - 1], counter.counts[code]);
    }
    return facets;
}

/* A writer's reader sees what is not committed yet, and documents of several databases come
 * with numbers that tell not which of them they are of: no columns there. */
void FacetCounter::prepare_distinct(const xc_search &search)
{
    const bool has_columns = reader_.parts.size() == 1 && !reader_.origins.empty() &&
                             reader_.columns.prepare(reader_.database, search.distinct_slot,
                                                     search.facet_slots, search.facet_count);
    if (has_columns) {
        columns_ =
            std::make_unique<ColumnSpy>(reader_.columns, search.facet_slots, search.facet_count);
    } else {
        distinct_ = std::make_unique<DistinctSpy>(search.distinct_slot, search.facet_slots,
                                                  search.facet_count);
    }
}

FacetCounter::FacetCounter(const xc_search &search, xc_reader &reader, const xc_docid *docids,
                           const xc_docid *keys, size_t count, xc_slot own_slot)
    : reader_(reader)
{
    prepare_distinct(search);
    if (distinct_ && keys)
        distinct_->count(reader.database, docids, keys, count, own_slot);
    else if (distinct_)
        distinct_->count(reader.database, docids, count);
    for (size_t i = 0; columns_ && i < count; i++)
        columns_->count(docids[i]);
}

FacetCounter::FacetCounter(const xc_search &search, xc_reader &reader, Xapian::Enquire &enquire)
    : reader_(reader)
{
    if (search.distinct_slot != XC_NO_SLOT) {
        prepare_distinct(search);
        enquire.add_matchspy(columns_ ? static_cast<Xapian::MatchSpy *>(columns_.get())
                                      : distinct_.get());
        return;
    }
    for (size_t i = 0; i < search.facet_count; i++) {
        plain_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(search.facet_slots[i]));
        enquire.add_matchspy(plain_.back().get());
    }
}

uint32_t FacetCounter::distinct() const
{
    if (columns_)
        return columns_->distinct();
    return distinct_ ? distinct_->distinct() : 0;
}

std::vector<Facet> FacetCounter::facets() const
{
    if (columns_)
        return columns_->facets();
    if (distinct_) {
        reader_.columns.note_counted(distinct_->seen());
        return distinct_->facets();
    }
    std::vector<Facet> facets(plain_.size());
    for (size_t i = 0; i < plain_.size(); i++)
        for (auto value = plain_[i]->values_begin(); value != plain_[i]->values_end(); ++value)
            facets[i].add(*value, value.get_termfreq());
    return facets;
}

} // namespace xc
