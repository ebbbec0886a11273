/* shared.h - data of documents, packed with what many of them have in common.
 *
 * Documents of some hundred bytes hardly repeat themselves, but each other. What some of them share
 * is kept with the database, as metadata: a dictionary for zstd. Data that are packed are a frame
 * of zstd, any other are as they are; what begins as a frame does is always packed. */
#ifndef XAPIAN_C_SHARED_H
#define XAPIAN_C_SHARED_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace xc
{

class Lists;

/* Any number of threads may use one. */
class Shared
{
  public:
    static const char *const metadata_key;
    /* Of some documents' data; empty where they are too few, or have nothing in common. */
    static std::string find(const std::vector<std::string_view> &samples);

    /* What find() gave; `packs`: it is for packing too. Throws XC_CORRUPT. */
    Shared(std::string bytes, bool packs);
    ~Shared();
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;

    /* Appends what is to be stored. */
    void pack(std::string_view data, std::string &out) const;
    /* What was stored, as it was. Throws XC_CORRUPT. */
    std::string unpack(std::string data) const;

    const std::string &bytes() const noexcept
    {
        return bytes_;
    }

  private:
    std::string bytes_;
    ZSTD_CDict_s *packing_ = nullptr;
    ZSTD_DDict_s *unpacking_ = nullptr;
};

/* That of a database, read when it is first needed. One thread. */
class SharedSource
{
  public:
    /* `lists`: the database's, where they are to be read; or NULL. */
    SharedSource(Xapian::Database database, std::shared_ptr<Lists> lists, bool packs)
        : database_(std::move(database)), lists_(std::move(lists)), packs_(packs)
    {
    }
    /* NULL where it has none. Throws XC_CORRUPT, and as reading the database. */
    const Shared *get();
    /* What was stored in the database, as it was. */
    std::string unpack(std::string data);

  private:
    Xapian::Database database_;
    std::shared_ptr<Lists> lists_;
    bool packs_, is_read_ = false;
    std::unique_ptr<const Shared> shared_;
};

/* Of the part whose document it is. */
inline std::shared_ptr<SharedSource>
shared_of(const std::vector<std::shared_ptr<SharedSource>> &parts, Xapian::docid docid)
{
    return parts.empty() ? nullptr : parts[(docid - 1) % parts.size()];
}

} // namespace xc

#endif
