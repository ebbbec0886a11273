/* builder.cc - runs and what came with them to tables.
 *
 * Keys of the table of postings, in their order: 0 192 and a key of metadata; 0 208 and a slot,
 * what is known of its values; 0 216, a slot and a document, values from that one on; 0 224,
 * lengths of documents, in chunks as postings are; a term, its postings, and with a document behind
 * it those from that one on. */
#include "xapian-c/builder.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

#include "xapian-c/guard.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

constexpr uint32_t block_size = 8192;
constexpr uint32_t compress_min = 18;
constexpr size_t chunk_size = 2000; /* of postings, and of values */
constexpr size_t spill_step = 1 << 20;

constexpr size_t start_size = 32;

const std::string_view metadata_key("\0\xc0", 2), slot_key("\0\xd0", 2), values_key("\0\xd8", 2),
    lengths_key("\0\xe0", 2);

/* Xapian makes an empty database at `path`, whose version is read from it: the magic bytes and the
 * UUID of the new one. */
std::string make_empty(const std::string &path)
{
    Xapian::WritableDatabase(path,
                             Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC)
        .close();
    char start[start_size];
    const std::string version = path + "/iamglass";
    const int file = open(version.c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t size = file < 0 ? -1 : read(file, start, sizeof start);
    if (file >= 0)
        close(file);
    if (size != static_cast<ssize_t>(sizeof start) ||
        std::string_view(start, sizeof start).substr(0, glass_start.size()) != glass_start)
        throw Failure(XC_UNIMPLEMENTED, "Xapian %s has another format of files",
                      Xapian::version_string());
    return std::string(start, sizeof start);
}

/* Chunks of a list: documents, and a number for each. */
class Chunks
{
  public:
    /* `prefix`: the key of the first chunk; `middle`: what other keys have before the document. */
    Chunks(ChunkTable &table, std::string prefix, std::string_view middle, uint32_t documents,
           uint64_t occurrences)
        : table_(table), prefix_(std::move(prefix)), middle_(middle), pays_(occurrences == 0)
    {
        pack(head_, documents);
        pack(head_, occurrences);
    }

    void add(uint32_t document, uint64_t number)
    {
        if (chunk_.size() >= chunk_size)
            flush(false);
        if (chunk_.empty())
            first_ = document;
        else
            pack(chunk_, document - last_ - 1);
        pack(chunk_, number);
        last_ = document;
    }

    void flush(bool is_last)
    {
        std::string key = prefix_;
        value_.clear();
        if (is_first_) {
            value_ = head_;
            pack(value_, first_ - 1);
        } else {
            key.append(middle_);
            pack_sorting(key, first_);
        }
        value_ += is_last ? '1' : '0';
        pack(value_, last_ - first_);
        value_.append(chunk_);
        if (pays_)
            pays_ = table_.add(key, value_);
        else
            table_.plain().add(key, value_);
        is_first_ = false;
        chunk_.clear();
    }

  private:
    ChunkTable &table_;
    std::string prefix_, head_, chunk_, value_;
    std::string_view middle_;
    uint32_t first_ = 0, last_ = 0;
    bool is_first_ = true;
    bool pays_; /* to deflate a chunk: as with the one before, and of filters alone */
};

} // namespace

/* --- gathering ---------------------------------------------------------------------- */

Builder::Builder(const std::string &path, size_t memory, bool is_compressed)
    : path_(path), memory_max_(memory), start_(make_empty(path)),
      documents_(path + "/docdata.glass", block_size, is_compressed ? compress_min : 0),
      terms_(path + "/termlist.glass", block_size, is_compressed ? compress_min : 0),
      postings_(path + "/postlist.glass", block_size, 0),
      positions_(path + "/position.glass", block_size, 0), chunks_(postings_)
{
}

Builder::~Builder()
{
    if (values_ >= 0)
        close(values_);
}

/* A file that goes when it is closed, whatever happens. */
int Builder::open_hidden(const char *name)
{
    const std::string path = path_ + "/" + name;
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        fail_writing(path);
    unlink(path.c_str());
    return file;
}

void Builder::add_documents(const Batch &batch)
{
    auto number = static_cast<uint32_t>(lengths_.size());
    std::string_view rest = batch.document_bytes;
    std::string key;
    const auto take = [&rest](size_t size) {
        const std::string_view part = rest.substr(0, size);
        rest.remove_prefix(size);
        return part;
    };
    for (const Batch::Document &document : batch.documents) {
        key.clear();
        pack_sorting(key, ++number);
        const std::string_view terms = take(document.terms_size);
        if (document.is_listed)
            terms_.add(key, terms, document.has_packed_terms);
        const std::string_view used = take(document.slots_size);
        if (document.data_size)
            documents_.add(key, rest.substr(0, document.data_size), document.has_packed_data);
        take(document.data_size);
        key += '\0';
        if (!used.empty())
            terms_.add(key, used);
        lengths_.push_back(document.length);
    }
}

void Builder::add_values(Batch &batch)
{
    const auto base = static_cast<uint32_t>(lengths_.size());
    if (values_ < 0)
        values_ = open_hidden("values");
    for (auto &[number, values] : batch.slots) {
        Slot &slot = slots_[number];
        if (slot.count == 0 || values.lowest < slot.lowest)
            slot.lowest = values.lowest;
        if (slot.count == 0 || values.highest > slot.highest)
            slot.highest = values.highest;
        slot.count += values.count;
        write_at(values_, path_, values.bytes.data(), values.bytes.size(), values_size_);
        slot.pieces.push_back(
            Piece{base + values.first, base + values.last, values_size_, values.bytes.size()});
        values_size_ += values.bytes.size();
    }
}

/* The runs in memory become one in a file. */
void Builder::spill()
{
    Runs kept(std::make_move_iterator(runs_.begin()),
              std::make_move_iterator(runs_.begin() + static_cast<ptrdiff_t>(spilled_)));
    runs_.erase(runs_.begin(), runs_.begin() + static_cast<ptrdiff_t>(spilled_));
    const int file = open_hidden("run");
    uint64_t size = 0;
    try {
        std::string out;
        for (Merge merge(runs_); merge.next();) {
            pack_merged(out, merge);
            if (out.size() < spill_step)
                continue;
            write_at(file, path_, out.data(), out.size(), size);
            size += out.size();
            out.clear();
        }
        write_at(file, path_, out.data(), out.size(), size);
        size += out.size();
    } catch (...) {
        close(file);
        throw;
    }
    kept.push_back(std::make_unique<Run>(file, path_, size));
    runs_ = std::move(kept);
    spilled_ = runs_.size();
    memory_ = 0;
}

void Builder::share(std::string bytes)
{
    if (!bytes.empty())
        shared_ = std::make_shared<const Shared>(std::move(bytes), true);
}

void Builder::append(Batch &batch)
{
    const size_t base = lengths_.size();
    if (batch.documents.size() >= UINT32_MAX - base)
        throw Failure(XC_UNIMPLEMENTED, "more documents than a database can hold");
    if (batch.documents.empty())
        return;
    add_values(batch);
    add_documents(batch);
    widest_ = std::max(widest_, batch.widest);
    if (batch.run.empty())
        return;
    runs_.push_back(std::make_unique<Run>(std::move(batch.run), static_cast<uint32_t>(base)));
    memory_ += runs_.back()->memory();
    if (memory_ >= memory_max_)
        spill();
}

/* --- the table of postings ---------------------------------------------------------- */

void Builder::write_metadata(const Xapian::Database *metadata)
{
    const std::string ours(Shared::metadata_key);
    std::vector<std::string> keys;
    if (metadata)
        keys.assign(metadata->metadata_keys_begin(), metadata->metadata_keys_end());
    keys.erase(std::remove(keys.begin(), keys.end(), ours), keys.end());
    if (shared_)
        keys.insert(std::lower_bound(keys.begin(), keys.end(), ours), ours);
    for (const std::string &key : keys)
        postings_.add(std::string(metadata_key) + key,
                      shared_ && key == ours ? shared_->bytes() : metadata->get_metadata(key));
}

void Builder::write_slot(xc_slot number, const Slot &slot)
{
    std::string bytes, chunk;
    uint32_t first = 0, last = 0;
    const auto flush = [&] {
        std::string key(values_key);
        pack(key, number);
        pack_sorting(key, first);
        chunks_.add(key, chunk);
        chunk.clear();
    };
    for (const Piece &piece : slot.pieces) {
        bytes.resize(piece.size);
        if (pread(values_, bytes.data(), bytes.size(), static_cast<off_t>(piece.offset)) !=
            static_cast<ssize_t>(bytes.size()))
            throw Failure(XC_IO, "cannot read values again");
        const char *at = bytes.data(), *const end = at + bytes.size();
        uint32_t document = piece.first;
        while (at < end) {
            if (at != bytes.data())
                document += static_cast<uint32_t>(unpack(at)) + 1;
            if (chunk.empty())
                first = document + 1;
            else
                pack(chunk, document - last - 1);
            pack(chunk, unpack_text(at));
            last = document;
            if (chunk.size() >= chunk_size)
                flush();
        }
    }
    if (!chunk.empty())
        flush();
}

void Builder::write_slots()
{
    /* their numbers go into keys with the low byte first */
    std::map<std::string, std::string> known;
    std::map<std::string, xc_slot> order;
    for (const auto &[number, slot] : slots_) {
        std::string key(slot_key), packed, value;
        pack_bare(key, number);
        pack(packed, number);
        pack(value, slot.count);
        pack(value, std::string_view(slot.lowest));
        if (slot.highest != slot.lowest)
            value += slot.highest;
        known[key] = value;
        order[packed] = number;
    }
    for (const auto &[key, value] : known)
        postings_.add(key, value);
    for (const auto &at : order)
        write_slot(at.second, slots_.at(at.second));
}

void Builder::write_lengths()
{
    Chunks chunks(chunks_, std::string(lengths_key), {}, 0, 0);
    for (size_t i = 0; i < lengths_.size(); i++)
        chunks.add(static_cast<uint32_t>(i + 1), lengths_[i]);
    chunks.flush(true);
}

void Builder::write_term(const Merge &merge)
{
    uint32_t documents = 0;
    uint64_t occurrences = 0;
    for (const Entry &entry : merge.entries()) {
        documents += entry.documents;
        occurrences += entry.occurrences;
    }
    std::string key;
    pack_sorting(key, merge.term(), true);
    Chunks chunks(chunks_, std::move(key), std::string_view("\0", 1), documents, occurrences);
    for (const Entry &entry : merge.entries()) {
        const char *at = entry.postings.data(), *const end = at + entry.postings.size();
        uint32_t document = entry.first + 1;
        chunks.add(document, unpack(at));
        while (at < end) {
            document += static_cast<uint32_t>(unpack(at)) + 1;
            chunks.add(document, unpack(at));
        }
    }
    chunks.flush(true);
}

void Builder::write_postings(const Xapian::Database *metadata)
{
    write_metadata(metadata);
    write_slots();
    if (!lengths_.empty())
        write_lengths();
    for (Merge merge(runs_); merge.next();)
        write_term(merge);
}

/* --- the table of positions --------------------------------------------------------- */

void Builder::write_positions()
{
    std::string key;
    for (Merge merge(runs_); merge.next();) {
        key.clear();
        pack_sorting(key, merge.term(), false);
        const size_t term_size = key.size();
        for (const Entry &entry : merge.entries()) {
            const char *at = entry.positions.data(), *const end = at + entry.positions.size();
            uint32_t document = entry.first_positions + 1;
            while (at < end) {
                if (at != entry.positions.data())
                    document += static_cast<uint32_t>(unpack(at)) + 1;
                key.resize(term_size);
                pack_sorting(key, document);
                positions_.add(key, unpack_text(at));
            }
        }
    }
}

/* --- finishing ---------------------------------------------------------------------- */

void Builder::write_version(const std::string &roots)
{
    std::string version = start_;
    uint64_t total = 0;
    uint32_t shortest = 0, longest = 0;
    for (uint32_t length : lengths_) {
        total += length;
        longest = std::max(longest, length);
        if (length && (!shortest || length < shortest))
            shortest = length;
    }
    pack(version, Table::revision);
    version.append(roots);
    pack(version, lengths_.size());
    pack(version, 0); /* documents that have gone */
    pack(version, shortest);
    pack(version, widest_);
    pack(version, longest - widest_);
    pack(version, 0); /* changesets */
    pack(version, total);
    pack(version, 0); /* words to spell by */
    const std::string path = path_ + "/iamglass";
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        fail_writing(path);
    try {
        write_at(file, path, version.data(), version.size(), 0);
    } catch (...) {
        close(file);
        throw;
    }
    if (close(file) != 0)
        fail_writing(path);
}

/* Of a table that is not there: no word to spell by, no synonym. */
static void pack_no_table(std::string &out)
{
    pack(out, 0);
    pack(out, 3); /* its root block is to be made */
    pack(out, 0);
    pack(out, block_size >> 11);
    pack(out, compress_min);
    pack(out, std::string_view());
}

void Builder::finish(const Xapian::Database *metadata)
{
    std::exception_ptr trouble;
    const auto positions = [&] {
        try {
            write_positions();
        } catch (...) {
            trouble = std::current_exception();
        }
    };
    std::thread other;
    try {
        other = std::thread(positions);
    } catch (const std::system_error &) {
        positions(); /* there is no further thread to be had */
    }
    try {
        write_postings(metadata);
    } catch (...) {
        if (other.joinable())
            other.join();
        throw;
    }
    if (other.joinable())
        other.join();
    if (trouble)
        std::rethrow_exception(trouble);
    std::string roots;
    for (Table *table : {&postings_, &documents_, &terms_, &positions_})
        table->finish(roots);
    pack_no_table(roots);
    pack_no_table(roots);
    write_version(roots);
}

} // namespace xc
