/* facets.cc - counting the values of slots over what the matcher looks at. */
#include "xapian-c/facets.h"

#include <algorithm>
#include <map>

#include "xapian-c/guard.h"

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
uint32_t DistinctSpy::key_of(const Xapian::Document &document)
{
    std::string text = document.get_value(key_slot_);
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
    const uint32_t key = key_of(document);
    for (Counter &counter : counters_)
        counter.count(document.get_value(counter.slot), key);
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

FacetCounter::FacetCounter(const xc_search &search, Xapian::Enquire &enquire)
{
    if (search.distinct_slot != XC_NO_SLOT) {
        distinct_ = std::make_unique<DistinctSpy>(search.distinct_slot, search.facet_slots,
                                                  search.facet_count);
        enquire.add_matchspy(distinct_.get());
        return;
    }
    for (size_t i = 0; i < search.facet_count; i++) {
        plain_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(search.facet_slots[i]));
        enquire.add_matchspy(plain_.back().get());
    }
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
