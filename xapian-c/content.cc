/* content.cc - terms found by hash, sorted once when they are asked for. */
#include "xapian-c/content.h"

#include <algorithm>
#include <cstring>
#include <endian.h>

namespace xc
{

namespace
{

/* Of most passages this is enough. */
constexpr size_t first_places = 256, first_bytes = 1024;
/* Memory for so many is kept for the next document. */
constexpr size_t kept_places = 4096, kept_bytes = 65536;

} // namespace

uint64_t head_of(std::string_view text) noexcept
{
    uint64_t head = 0;
    if (text.size() >= head_size) {
        memcpy(&head, text.data(), head_size);
        return be64toh(head);
    }
    for (char byte : text)
        head = head << 8 | static_cast<unsigned char>(byte);
    return text.empty() ? 0 : head << 8 * (head_size - text.size());
}

uint64_t hash_of(std::string_view text, uint64_t head) noexcept
{
    const uint64_t factor = 0x9e3779b97f4a7c15;
    uint64_t hash = (text.size() * factor ^ head) * factor;
    for (size_t at = head_size; at < text.size(); at += head_size) {
        const size_t from = std::min(at, text.size() - head_size); /* the last may overlap */
        uint64_t word;
        memcpy(&word, text.data() + from, sizeof word);
        hash = ((hash ^ hash >> 29) ^ word) * factor;
    }
    return hash ^ hash >> 32;
}

/* At most half of the places are taken, so that searches stay short. */
void Content::make_room()
{
    if (2 * (terms_.size() + 1) <= places_.size())
        return;
    const size_t size = places_.empty() ? first_places : 2 * places_.size();
    std::vector<uint32_t> larger(size, 0);
    terms_.reserve(size / 2);
    if (places_.empty()) {
        bytes_.reserve(first_bytes);
        positions_.reserve(size / 2);
    }
    for (size_t i = 0; i < terms_.size(); i++) {
        size_t at = terms_[i].hash & (size - 1);
        while (larger[at])
            at = (at + 1) & (size - 1);
        larger[at] = static_cast<uint32_t>(i + 1);
    }
    places_.swap(larger);
}

Content::Term &Content::find(std::string_view term)
{
    make_room();
    const uint64_t head = head_of(term), hash = hash_of(term, head);
    size_t at = hash & (places_.size() - 1);
    for (; places_[at]; at = (at + 1) & (places_.size() - 1)) {
        Term &known = terms_[places_[at] - 1];
        if (known.hash == hash && known.head == head && known.size == term.size() &&
            (term.size() <= head_size || text(known) == term))
            return known;
    }
    terms_.push_back(Term{head, hash, static_cast<uint32_t>(bytes_.size()),
                          static_cast<uint32_t>(term.size()), 0, 0, 0, false});
    bytes_.append(term);
    places_[at] = static_cast<uint32_t>(terms_.size());
    return terms_.back();
}

void Content::add(std::string_view term, uint32_t wdf)
{
    find(term).wdf += wdf;
}

void Content::add(std::string_view term, uint32_t wdf, uint32_t position)
{
    Term &known = find(term);
    known.wdf += wdf;
    positions_.push_back(Position{position, 0});
    const uint32_t place = static_cast<uint32_t>(positions_.size());
    if (known.last) {
        known.is_unordered |= positions_[known.last - 1].number >= position;
        positions_[known.last - 1].next = place;
    } else {
        known.first = place;
    }
    known.last = place;
}

void Content::set_value(xc_slot slot, std::string value)
{
    auto at = std::lower_bound(values_.begin(), values_.end(), slot,
                               [](const std::pair<xc_slot, std::string> &left, xc_slot right) {
                                   return left.first < right;
                               });
    if (at != values_.end() && at->first == slot)
        at->second = std::move(value);
    else
        values_.emplace(at, slot, std::move(value));
}

void Content::set_data(std::string data)
{
    data_ = std::move(data);
    has_data_ = true;
}

void Content::clear()
{
    if (places_.size() > kept_places || bytes_.capacity() > kept_bytes ||
        positions_.capacity() > kept_places || data_.capacity() > kept_bytes) {
        *this = Content();
        return;
    }
    bytes_.clear();
    data_.clear();
    terms_.clear();
    places_.assign(places_.size(), 0);
    positions_.clear();
    values_.clear();
    has_data_ = false;
    is_listed_ = true;
}

bool Content::is_empty() const noexcept
{
    return terms_.empty() && values_.empty() && !has_data_;
}

void Content::sort(std::vector<uint32_t> &ret_order) const
{
    ret_order.resize(terms_.size());
    for (size_t i = 0; i < terms_.size(); i++)
        ret_order[i] = static_cast<uint32_t>(i);
    std::sort(ret_order.begin(), ret_order.end(), [this](uint32_t left, uint32_t right) {
        const Term &a = terms_[left], &b = terms_[right];
        return a.head != b.head ? a.head < b.head : text(a) < text(b);
    });
}

void Content::positions(const Term &term, std::vector<uint32_t> &ret_positions) const
{
    ret_positions.clear();
    for (uint32_t place = term.first; place; place = positions_[place - 1].next)
        ret_positions.push_back(positions_[place - 1].number);
    if (!term.is_unordered)
        return;
    std::sort(ret_positions.begin(), ret_positions.end());
    ret_positions.erase(std::unique(ret_positions.begin(), ret_positions.end()),
                        ret_positions.end());
}

void Content::put(Xapian::Document &document) const
{
    std::vector<uint32_t> order, numbers;
    sort(order);
    for (uint32_t place : order) {
        const Term &term = terms_[place];
        const std::string name(text(term));
        document.add_term(name, term.wdf);
        positions(term, numbers);
        for (uint32_t number : numbers)
            document.add_posting(name, number, 0);
    }
    for (const auto &value : values_)
        document.add_value(value.first, value.second);
    if (has_data_)
        document.set_data(data_);
}

} // namespace xc
