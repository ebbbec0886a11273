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

/* Counts each value once for all documents of a key. */
static std::unique_ptr<DistinctSpy> make_distinct(const xc_search &search)
{
    return std::make_unique<DistinctSpy>(search.distinct_slot, search.facet_slots,
                                         search.facet_count);
}

FacetCounter::FacetCounter(const xc_search &search, xc_reader &reader, const xc_docid *docids,
                           const xc_docid *keys, size_t count, xc_slot own_slot)
    : distinct_(make_distinct(search))
{
    if (keys)
        distinct_->count(reader.database, docids, keys, count, own_slot);
    else
        distinct_->count(reader.database, docids, count);
}

FacetCounter::FacetCounter(const xc_search &search, Xapian::Enquire &enquire)
{
    if (search.distinct_slot != XC_NO_SLOT) {
        distinct_ = make_distinct(search);
        enquire.add_matchspy(distinct_.get());
        return;
    }
    for (size_t i = 0; i < search.facet_count; i++) {
        plain_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(search.facet_slots[i]));
        enquire.add_matchspy(plain_.back().get());
    }
}

uint32_t FacetCounter::distinct() const
{
    return distinct_ ? distinct_->distinct() : 0;
}

std::vector<Facet> FacetCounter::facets() const
{
    if (distinct_)
        return distinct_->facets();
    std::vector<Facet> facets(plain_.size());
    for (size_t i = 0; i < plain_.size(); i++)
        for (auto value = plain_[i]->values_begin(); value != plain_[i]->values_end(); ++value)
            facets[i].add(*value, value.get_termfreq());
    return facets;
}

} // namespace xc
