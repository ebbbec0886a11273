/* listing.h - the lists of terms by document of a database in the glass format, made of its
 * postings.
 *
 * A database can be searched without them: they are there to take documents out again, and are
 * half of its size but for positions. One thread. */
#ifndef XAPIAN_C_LISTING_H
#define XAPIAN_C_LISTING_H

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "xapian-c/table.h"

namespace xc
{

class Lists;

/* The file that names the tables of a database, taken apart. */
class Version
{
  public:
    /* Tables, in the order of their roots. */
    static constexpr size_t postings = 0, documents = 1, terms = 2, positions = 3;

    explicit Version(const std::string &path);
    /* Into the database at `path`. */
    void write(const std::string &path) const;

    std::string uuid; /* 16 bytes */
    uint64_t revision = 0;
    std::array<std::string, 6> roots;
    /* Of the table of the lists. */
    uint64_t entries = 0;
    uint32_t block_size = 0, compress_min = 0;

  private:
    std::string start_, rest_;
};

class Listing
{
  public:
    explicit Listing(const std::string &path);
    /* Has every document its list? */
    bool is_whole();
    /* The database at `other`, a new folder, with lists of all documents. */
    void complete(const std::string &other);
    /* Lists of documents that have the term alone, in place of what there is: nobody else uses the
     * database. */
    void thin(const std::string &only_with);
    /* The database at `other`, a new folder or, where nobody else uses it, its own, without any. */
    void drop(const std::string &other);

  private:
    struct Posting {
        uint32_t document, term, wdf;
    };

    void link(const std::string &other) const;
    void write_to(const std::string &path, bool is_packed);
    void write_windows(Table &table, bool is_packed);
    void read_postings(uint32_t first, uint32_t last);
    void take_postings(class Postings &postings, uint32_t term, uint32_t last);
    void read_slots(uint32_t first, uint32_t last);
    void write_window(Table &table, uint32_t first, uint32_t last, bool is_packed);
    void write_document(Table &table, uint32_t document, const Posting *begin, const Posting *end,
                        bool is_packed);
    std::string_view name(uint32_t term) const noexcept
    {
        return std::string_view(bytes_).substr(starts_[term], starts_[term + 1] - starts_[term]);
    }

    std::string path_;
    Xapian::Database database_;
    Version version_;
    std::shared_ptr<const Lists> lists_; /* while it writes */
    bool is_thin_ = false;
    std::vector<bool> wanted_; /* where it is thin: by document */
    /* of a window of documents */
    std::string bytes_;
    std::vector<size_t> starts_;
    std::vector<Posting> postings_, sorted_;
    std::vector<std::string> slots_; /* by place in the window */
    std::string scratch_, packed_;
};

} // namespace xc

#endif
