/* content.h - what a document of one's own consists of, before Xapian has it.
 *
 * Each term once, with its positions, in memory that a few allocations make: Xapian's own document
 * takes one for each term, and more for each position. One thread. */
#ifndef XAPIAN_C_CONTENT_H
#define XAPIAN_C_CONTENT_H

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "xapian-c/xapian-c.h"

namespace xc
{

/* The first bytes as a number that compares as they do: all there are of a short term. */
constexpr size_t head_size = 8;
uint64_t head_of(std::string_view text) noexcept;
uint64_t hash_of(std::string_view text, uint64_t head) noexcept;

class Content
{
  public:
    struct Term {
        uint64_t head; /* head_of() it */
        uint64_t hash;
        uint32_t offset, size;
        uint32_t wdf;
        uint32_t first, last; /* of its positions, one more than their places; 0: none */
        bool is_unordered;    /* its positions did not come in rising order */
    };

    void add(std::string_view term, uint32_t wdf);
    void add(std::string_view term, uint32_t wdf, uint32_t position);
    void set_value(xc_slot slot, std::string value);
    void set_data(std::string data);
    void clear();
    bool is_empty() const noexcept;
    /* Is it to have a list of its terms, where a builder writes it? */
    void set_listed(bool is_listed) noexcept
    {
        is_listed_ = is_listed;
    }
    bool is_listed() const noexcept
    {
        return is_listed_;
    }

    const std::vector<Term> &terms() const noexcept
    {
        return terms_;
    }
    std::string_view text(const Term &term) const noexcept
    {
        return std::string_view(bytes_).substr(term.offset, term.size);
    }
    /* Places in terms(), in the order of their bytes. */
    void sort(std::vector<uint32_t> &ret_order) const;
    /* Rising, each once. */
    void positions(const Term &term, std::vector<uint32_t> &ret_positions) const;
    /* By slot, those that were set; empty ones are to be removed. */
    const std::vector<std::pair<xc_slot, std::string>> &values() const noexcept
    {
        return values_;
    }
    bool has_data() const noexcept
    {
        return has_data_;
    }
    const std::string &data() const noexcept
    {
        return data_;
    }

    /* Adds all of it to a document of Xapian's. */
    void put(Xapian::Document &document) const;

  private:
    struct Position {
        uint32_t number, next;
    };
    Term &find(std::string_view term);
    void make_room();

    std::string bytes_, data_;
    std::vector<Term> terms_;
    std::vector<uint32_t> places_; /* hashed: one more than a place in terms_; 0 is free */
    std::vector<Position> positions_;
    std::vector<std::pair<xc_slot, std::string>> values_;
    bool has_data_ = false, is_listed_ = true;
};

} // namespace xc

#endif
