/* batch.cc - the terms of documents sorted by term instead. */
#include "xapian-c/batch.h"

#include <algorithm>
#include <numeric>

#include "xapian-c/deflate.h"
#include "xapian-c/pack.h"
#include "xapian-c/shared.h"

namespace xc
{

namespace
{

constexpr size_t first_places = 1024;
constexpr size_t packed_min = 18; /* Xapian compresses what is longer */

} // namespace

/* --- entries ------------------------------------------------------------------------ */

void pack_entry(std::string &out, const Entry &entry)
{
    pack(out, entry.term);
    pack(out, entry.documents);
    pack(out, entry.occurrences);
    pack(out, entry.first);
    pack(out, entry.last - entry.first);
    pack(out, entry.postings);
    pack(out, entry.has_positions ? uint64_t{entry.first_positions} + 1 : 0);
    if (!entry.has_positions)
        return;
    pack(out, entry.last_positions - entry.first_positions);
    pack(out, entry.positions);
}

Entry unpack_entry(const char *&at) noexcept
{
    Entry entry = {};
    entry.term = unpack_text(at);
    entry.documents = static_cast<uint32_t>(unpack(at));
    entry.occurrences = unpack(at);
    entry.first = static_cast<uint32_t>(unpack(at));
    entry.last = entry.first + static_cast<uint32_t>(unpack(at));
    entry.postings = unpack_text(at);
    const uint64_t positions = unpack(at);
    entry.has_positions = positions > 0;
    if (positions) {
        entry.first_positions = static_cast<uint32_t>(positions - 1);
        entry.last_positions = entry.first_positions + static_cast<uint32_t>(unpack(at));
        entry.positions = unpack_text(at);
    }
    return entry;
}

/* --- documents ---------------------------------------------------------------------- */

Batch::Batch() : deflater_(std::make_unique<Deflater>())
{
}

Batch::~Batch() = default;

void Batch::make_room()
{
    if (2 * (names_.size() + 1) <= places_.size())
        return;
    const size_t size = places_.empty() ? first_places : 2 * places_.size();
    places_.assign(size, 0);
    for (size_t i = 0; i < names_.size(); i++) {
        size_t at = names_[i].hash & (size - 1);
        while (places_[at])
            at = (at + 1) & (size - 1);
        places_[at] = static_cast<uint32_t>(i + 1);
    }
}

uint32_t Batch::find(uint64_t head, uint64_t hash, std::string_view term)
{
    make_room();
    size_t at = hash & (places_.size() - 1);
    for (; places_[at]; at = (at + 1) & (places_.size() - 1)) {
        const Name &known = names_[places_[at] - 1];
        if (known.hash == hash && known.head == head && known.size == term.size() &&
            (term.size() <= head_size || text(known) == term))
            return places_[at] - 1;
    }
    names_.push_back(Name{head, hash, static_cast<uint32_t>(name_bytes_.size()),
                          static_cast<uint32_t>(term.size()), 0});
    name_bytes_.append(term);
    places_[at] = static_cast<uint32_t>(names_.size());
    return places_[at] - 1;
}

bool Batch::append_packed(const std::string &bytes, uint32_t &ret_size)
{
    const size_t before = document_bytes.size();
    const bool is_packed = bytes.size() > packed_min && deflater_->append(bytes, document_bytes);
    if (!is_packed)
        document_bytes.append(bytes);
    ret_size = static_cast<uint32_t>(document_bytes.size() - before);
    return is_packed;
}

void Batch::add_term(const Content &content, const Content::Term &term)
{
    const auto positions_at = static_cast<uint32_t>(position_bytes_.size());
    content.positions(term, numbers_);
    if (!numbers_.empty())
        pack_positions(position_bytes_, numbers_);
    const uint32_t known = find(term.head, term.hash, content.text(term));
    names_[known].count++;
    postings_.push_back(Posting{known, static_cast<uint32_t>(documents.size()), term.wdf,
                                positions_at,
                                static_cast<uint32_t>(position_bytes_.size() - positions_at)});
}

/* Its list of terms, which is in their order, as postings of one document need not be. */
void Batch::add_list(const Content &content, Document &document)
{
    std::string_view before;
    content.sort(order_);
    scratch_.clear();
    if (!order_.empty()) {
        pack(scratch_, document.length);
        pack(scratch_, order_.size());
    }
    for (uint32_t place : order_) {
        const Content::Term &term = content.terms()[place];
        pack_listed(scratch_, before, content.text(term), term.wdf);
        before = content.text(term);
    }
    document.has_packed_terms = append_packed(scratch_, document.terms_size);
}

void Batch::add_terms(const Content &content, Document &document)
{
    for (const Content::Term &term : content.terms()) {
        document.length += term.wdf;
        widest = std::max(widest, term.wdf);
        add_term(content, term);
    }
    document.is_listed = content.is_listed();
    if (document.is_listed)
        add_list(content, document);
}

void Batch::add_values(const Content &content, Document &document)
{
    const auto number = static_cast<uint32_t>(documents.size());
    const size_t before = document_bytes.size();
    xc_slot expected = 0;
    for (const auto &[slot, value] : content.values()) {
        if (value.empty())
            continue;
        pack(document_bytes, static_cast<xc_slot>(slot - expected));
        expected = slot + 1;
        SlotValues &values = slots[slot];
        if (values.count == 0) {
            values.first = number;
            values.lowest = values.highest = value;
        } else {
            pack(values.bytes, number - values.last - 1);
            if (value < values.lowest)
                values.lowest = value;
            else if (value > values.highest)
                values.highest = value;
        }
        pack(values.bytes, std::string_view(value));
        values.last = number;
        values.count++;
    }
    document.slots_size = static_cast<uint32_t>(document_bytes.size() - before);
}

void Batch::add_data(const Content &content, Document &document)
{
    const size_t before = document_bytes.size();
    if (shared_ && !content.data().empty()) {
        shared_->pack(content.data(), document_bytes);
        document.data_size = static_cast<uint32_t>(document_bytes.size() - before);
    } else {
        document.has_packed_data = append_packed(content.data(), document.data_size);
    }
}

void Batch::add(const Content &content)
{
    Document document = {};
    add_terms(content, document);
    add_values(content, document);
    add_data(content, document);
    documents.push_back(document);
}

/* --- the run ------------------------------------------------------------------------ */

void Batch::add_entry(const Name &name, const Posting *const *first, const Posting *const *last)
{
    Entry entry = {};
    entry.term = text(name);
    entry.documents = name.count;
    entry.first = (*first)->document;
    entry.last = (*(last - 1))->document;
    entry_postings_.clear();
    entry_positions_.clear();
    uint32_t before = entry.first;
    for (const Posting *const *at = first; at < last; at++) {
        const Posting &posting = **at;
        entry.occurrences += posting.wdf;
        if (at != first)
            pack(entry_postings_, posting.document - before - 1);
        pack(entry_postings_, posting.wdf);
        before = posting.document;
        if (posting.positions_size == 0)
            continue;
        if (entry.has_positions)
            pack(entry_positions_, posting.document - entry.last_positions - 1);
        else
            entry.first_positions = posting.document;
        entry.has_positions = true;
        entry.last_positions = posting.document;
        pack(
            entry_positions_,
            std::string_view(position_bytes_).substr(posting.positions_at, posting.positions_size));
    }
    entry.postings = entry_postings_;
    entry.positions = entry_positions_;
    pack_entry(run, entry);
}

void Batch::finish()
{
    std::vector<uint32_t> order(names_.size()), starts(names_.size() + 1, 0);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](uint32_t left, uint32_t right) {
        const Name &a = names_[left], &b = names_[right];
        return a.head != b.head ? a.head < b.head : text(a) < text(b);
    });
    for (size_t i = 0; i < names_.size(); i++)
        starts[i + 1] = starts[i] + names_[i].count;
    std::vector<const Posting *> sorted(postings_.size());
    std::vector<uint32_t> next(starts.begin(), starts.end() - 1);
    for (const Posting &posting : postings_)
        sorted[next[posting.name]++] = &posting;
    run.reserve(name_bytes_.size() + position_bytes_.size() + 3 * postings_.size());
    for (uint32_t place : order)
        add_entry(names_[place], &sorted[starts[place]], sorted.data() + starts[place + 1]);
    run.shrink_to_fit();
    document_bytes.shrink_to_fit();
    name_bytes_ = position_bytes_ = std::string();
    names_ = std::vector<Name>();
    places_ = std::vector<uint32_t>();
    postings_ = std::vector<Posting>();
    deflater_.reset();
    shared_.reset();
}

size_t Batch::memory() const noexcept
{
    size_t values = 0;
    for (const auto &slot : slots)
        values += slot.second.bytes.capacity();
    return documents.capacity() * sizeof(Document) + document_bytes.capacity() + values +
           run.capacity() + name_bytes_.capacity() + position_bytes_.capacity() +
           names_.capacity() * sizeof(Name) + places_.capacity() * sizeof(uint32_t) +
           postings_.capacity() * sizeof(Posting);
}

} // namespace xc
