/* batch.h - documents one after the other to what a database says of them, in a form that can be
 * put behind that of others.
 *
 * Inverted: for each term, in the order of their bytes, the documents that have it. Documents count
 * from 0 within the batch. One thread; a finished one may go to another. */
#ifndef XAPIAN_C_BATCH_H
#define XAPIAN_C_BATCH_H

#include <map>
#include <memory>

#include "xapian-c/content.h"

namespace xc
{

class Deflater; /* deflate.h */
class Shared;   /* shared.h */

/* What a run says of one term. Postings: the wdf of the first document, then for each other how
 * many were left out before it, and its wdf. Positions: the same way their list, with its size. */
struct Entry {
    std::string_view term;
    uint32_t documents, first, last;
    uint64_t occurrences;
    std::string_view postings;
    bool has_positions;
    uint32_t first_positions, last_positions; /* documents that have them */
    std::string_view positions;
};

void pack_entry(std::string &out, const Entry &entry);
Entry unpack_entry(const char *&at) noexcept;

/* Values of a slot: the first one, then for each other how many documents were left out before
 * it, and the value. */
struct SlotValues {
    uint32_t count = 0, first = 0, last = 0;
    std::string lowest, highest, bytes;
};

class Batch
{
  public:
    /* Parts of `document_bytes`, one after the other. */
    struct Document {
        uint32_t length; /* the sum of its wdf */
        uint32_t terms_size, slots_size, data_size;
        bool is_listed, has_packed_terms, has_packed_data;
    };

    Batch();
    ~Batch();
    void add(const Content &content);
    /* Data of documents that are added from now on are packed; `shared` may be NULL. */
    void share(std::shared_ptr<const Shared> shared)
    {
        shared_ = std::move(shared);
    }
    /* No more documents; memory that is not needed any more is given back. */
    void finish();
    size_t memory() const noexcept;

    std::vector<Document> documents;
    std::string document_bytes;
    std::map<xc_slot, SlotValues> slots;
    uint32_t widest = 0; /* the greatest wdf */
    std::string run;     /* entries; once it is finished */

  private:
    struct Name {
        uint64_t head, hash;
        uint32_t offset, size, count;
    };
    struct Posting {
        uint32_t name, document, wdf, positions_at, positions_size;
    };

    uint32_t find(uint64_t head, uint64_t hash, std::string_view term);
    void make_room();
    std::string_view text(const Name &name) const noexcept
    {
        return std::string_view(name_bytes_).substr(name.offset, name.size);
    }
    void add_terms(const Content &content, Document &document);
    void add_term(const Content &content, const Content::Term &term);
    void add_list(const Content &content, Document &document);
    void add_values(const Content &content, Document &document);
    void add_data(const Content &content, Document &document);
    bool append_packed(const std::string &bytes, uint32_t &ret_size);
    void add_entry(const Name &name, const Posting *const *first, const Posting *const *last);

    std::string name_bytes_, position_bytes_;
    std::vector<Name> names_;
    std::vector<uint32_t> places_; /* hashed: one more than a place in names_; 0 is free */
    std::vector<Posting> postings_;
    std::unique_ptr<Deflater> deflater_;
    std::shared_ptr<const Shared> shared_;
    /* used again and again */
    std::vector<uint32_t> order_, numbers_;
    std::string scratch_, entry_postings_, entry_positions_;
};

} // namespace xc

#endif
