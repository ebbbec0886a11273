/* lists.h - what one database in Xapian's glass format holds, read from its mapped tables: posting
 * lists, positions, data and values of documents.
 *
 * Exactly what Xapian reads of the same revision, without a call into the kernel for each entry. */
#ifndef XAPIAN_C_LISTS_H
#define XAPIAN_C_LISTS_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "xapian-c/tree.h"
#include "xapian-c/value_walk.h"

namespace xc
{

/* The posting list of a term. */
class Postings
{
  public:
    Postings(const Tree &tree, uint32_t last_document);
    /* To its first posting; is_over() where the term is not there. */
    void begin(std::string_view term);
    /* How many there are, and what their wdf add up to. */
    uint32_t documents() const noexcept
    {
        return documents_;
    }
    uint64_t occurrences() const noexcept
    {
        return occurrences_;
    }
    bool is_over() const noexcept
    {
        return is_over_;
    }
    uint32_t document() const noexcept
    {
        return document_;
    }
    uint32_t wdf() const noexcept
    {
        return wdf_;
    }
    void advance();
    /* To the first posting of this document or one behind it. */
    void skip_to(uint32_t document);
    /* Takes up to `room` of those that are left; returns how many. */
    size_t read(uint32_t *documents, uint32_t *wdfs, size_t room);

  private:
    [[noreturn]] void fail() const;
    void read_chunk();
    void begin_chunk(uint32_t document, uint32_t lowest);
    void next_chunk();
    void jump(uint32_t document);
    void pass_short(uint32_t document);
    uint32_t start_of(std::string_view key) const;

    Cursor cursor_;
    uint32_t last_document_;
    std::string term_, chunk_;
    const char *at_ = nullptr, *end_ = nullptr; /* of what is left of the chunk */
    uint32_t documents_ = 0, document_ = 0, wdf_ = 0, chunk_last_ = 0;
    uint64_t occurrences_ = 0;
    bool is_last_ = false, is_over_ = true;
};

/* One thread. */
class Lists
{
  public:
    /* Of the database as it is open; none where its files are of another format, or it has been
     * committed since, or they cannot be mapped. */
    static std::shared_ptr<Lists> open(const Xapian::Database &database, const std::string &path);

    Lists(const std::string &path, const class Version &version, uint32_t last_document);

    Postings postings() const
    {
        return Postings(postings_, last_document_);
    }
    ValueWalk values() const
    {
        return ValueWalk(postings_);
    }
    /* Over the entries that posting lists are made of, and others. */
    Cursor cursor() const
    {
        return Cursor(postings_);
    }
    /* The term's, from its beginning; until the next call of any kind. */
    Postings &look_up(std::string_view term);
    /* Appends the positions of the term in each document, which rise, to `positions`, and where
     * they end to `ends`. */
    void positions(std::string_view term, const uint32_t *documents, size_t count,
                   std::vector<uint32_t> &positions, std::vector<size_t> &ends);
    /* Has the document data that data() will give? */
    bool has_data(uint32_t document);
    /* False where it has none, or more than can be told here. */
    bool data(uint32_t document, std::string &ret_data);
    /* What is kept for the key beside the documents; empty where that is nothing. */
    std::string metadata(std::string_view key);
    /* What the slot holds for the document; empty where that is nothing. */
    std::string_view value(uint32_t slot, uint32_t document);

  private:
    std::string path_;
    uint32_t last_document_;
    Tree postings_, positions_, documents_;
    Postings term_;
    Cursor positions_at_, documents_at_, metadata_at_;
    ValueWalk values_;
    std::string key_, value_;
};

} // namespace xc

#endif
