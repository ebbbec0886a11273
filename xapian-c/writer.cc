/* writer.cc - changing one database. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

#include <sys/stat.h>

using xc::guarded;
using xc::guarded_new;
using xc::to_string;

namespace
{

/* A stub is followed here, since Xapian follows one that names itself for ever. Where there
 * is nothing yet, the path itself. */
std::string database_path(const std::string &path, bool must_exist)
{
    struct stat status;
    if (path.empty())
        throw xc::Failure(XC_INVALID, "the path is empty");
    if (stat(path.c_str(), &status) != 0 && !must_exist)
        return path; /* to be created, or Xapian says why not */
    if (!must_exist && S_ISDIR(status.st_mode) && !xc::has_marker(path) &&
        stat((path + "/XAPIANDB").c_str(), &status) != 0)
        return path;
    std::vector<xc::Source> sources;
    xc::resolve(path, sources);
    if (sources.size() != 1 || sources[0].kind != xc::SourceKind::local)
        throw xc::Failure(XC_INVALID, "a stub to be written through names one local database");
    return sources[0].name;
}

int action_of(const xc_write_mode &mode)
{
    static const int actions[] = {Xapian::DB_CREATE_OR_OPEN, Xapian::DB_OPEN, Xapian::DB_CREATE,
                                  Xapian::DB_CREATE_OR_OVERWRITE}; /* by xc_write_mode */
    const size_t number = xc::number_of(mode);
    if (number >= sizeof actions / sizeof *actions)
        throw xc::Failure(XC_INVALID, "there is no mode %zu of opening", number);
    return actions[number];
}

int open_flags(int action, const xc_writer_options &options, const std::string &path)
{
    /* Xapian creates an empty database over one of which it misses a file. */
    if (action == Xapian::DB_CREATE_OR_OPEN && xc::has_marker(path))
        action = Xapian::DB_OPEN;
    return action | (options.is_unsynced ? Xapian::DB_NO_SYNC : 0) |
           (options.is_dangerous ? Xapian::DB_DANGEROUS : 0) |
           (options.waits_for_lock ? Xapian::DB_RETRY_LOCK : 0);
}

void check_block_size(uint32_t size)
{
    bool is_power_of_2 = (size & (size - 1)) == 0;
    if (size != 0 && (size < 2048 || size > 65536 || !is_power_of_2))
        throw xc::Failure(XC_INVALID, "a block of %u bytes: a power of 2 from 2048 to 65536", size);
}

std::unique_ptr<xc_writer> open_writer(const char *path, const xc_writer_options &options)
{
    check_block_size(options.block_size);
    const int action = action_of(options.mode);
    const std::string directory = database_path(path, action == Xapian::DB_OPEN);
    const int flags = open_flags(action, options, directory);
    auto writer = std::make_unique<xc_writer>();
    xc_error error;
    xc_status status = guarded(&error, [&] {
        writer->database =
            Xapian::WritableDatabase(directory, flags, static_cast<int>(options.block_size));
    });
    if (status == XC_NOT_FOUND && xc::has_marker(directory))
        status = XC_CORRUPT; /* it is there, but a file of it is not */
    if (status != XC_OK)
        throw xc::Failure(status, "'%s': %s", directory.c_str(), error.text);
    return writer;
}

/* Xapian's destructor commits what is pending unless it is cancelled before. */
void give_up(Xapian::WritableDatabase &database)
{
    (void)guarded(nullptr, [&] { database.begin_transaction(false); });
    (void)guarded(nullptr, [&] { database.cancel_transaction(); });
    (void)guarded(nullptr, [&] { database.close(); });
}

} // namespace

xc_status xc_writer_open(const char *path, const xc_writer_options *options, xc_writer **ret_writer,
                         xc_error *reterr)
{
    static const xc_writer_options plain = {};
    xc_status status = guarded_new(ret_writer, reterr,
                                   [&] { return open_writer(path, options ? *options : plain); });
    return xc::name_path(status, "open", path, reterr);
}

void xc_writer_free(xc_writer *writer)
{
    if (!writer)
        return;
    give_up(writer->database);
    (void)guarded(nullptr, [&] { delete writer; });
}

xc_status xc_writer_commit(xc_writer *writer, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.commit(); });
}

xc_status xc_writer_begin(xc_writer *writer, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.begin_transaction(); });
}

xc_status xc_writer_end(xc_writer *writer, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.commit_transaction(); });
}

xc_status xc_writer_cancel(xc_writer *writer, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.cancel_transaction(); });
}

namespace
{

/* A document as it is to be stored while this lasts: its data packed, where the database has what
 * they share, whatever they are in the one that it comes from. */
class Packed
{
  public:
    Packed(xc_writer *writer, const xc_document *document) : document_(document->whole())
    {
        if (!writer->shared)
            writer->shared = std::make_shared<xc::SharedSource>(writer->database, nullptr, true);
        const xc::Shared *const shared = writer->shared->get();
        if (!shared && !document->shared)
            return;
        stored_ = document_.get_data();
        is_changed_ = !stored_.empty();
        if (!is_changed_)
            return;
        std::string data = document->shared ? document->shared->unpack(stored_) : stored_, packed;
        if (shared)
            shared->pack(data, packed);
        document_.set_data(shared ? packed : data);
    }
    ~Packed()
    {
        if (is_changed_)
            (void)guarded(nullptr, [&] { document_.set_data(stored_); });
    }
    Packed(const Packed &) = delete;
    Packed &operator=(const Packed &) = delete;

    const Xapian::Document &document() const
    {
        return document_;
    }

  private:
    Xapian::Document &document_;
    std::string stored_;
    bool is_changed_ = false;
};

} // namespace

xc_status xc_writer_add(xc_writer *writer, const xc_document *document, xc_docid *ret_docid,
                        xc_error *reterr)
{
    if (ret_docid)
        *ret_docid = 0;
    return guarded(reterr, [&] {
        xc_docid docid = writer->database.add_document(Packed(writer, document).document());
        if (ret_docid)
            *ret_docid = docid;
    });
}

xc_status xc_writer_replace(xc_writer *writer, xc_docid docid, const xc_document *document,
                            xc_error *reterr)
{
    return guarded(reterr, [&] {
        writer->database.replace_document(docid, Packed(writer, document).document());
    });
}

namespace
{

/* The terms that `now` has and `stored` has not, or another wdf of, and the other way round, into
 * `stored`. */
void amend_terms(Xapian::Document &stored, const Xapian::Document &now)
{
    std::vector<std::string> gone;
    std::vector<std::pair<std::string, Xapian::termcount>> come;
    auto before = stored.termlist_begin(), after = now.termlist_begin();
    const auto before_end = stored.termlist_end(), after_end = now.termlist_end();
    while (before != before_end || after != after_end) {
        const int order = before == before_end ? 1
                          : after == after_end ? -1
                                               : (*before).compare(*after);
        if (order < 0 || (order == 0 && before.get_wdf() != after.get_wdf()))
            gone.push_back(*before);
        if (order > 0 || (order == 0 && before.get_wdf() != after.get_wdf()))
            come.emplace_back(*after, after.get_wdf());
        if (order <= 0)
            ++before;
        if (order >= 0)
            ++after;
    }
    for (const std::string &term : gone)
        stored.remove_term(term);
    for (const auto &[term, wdf] : come)
        stored.add_term(term, wdf);
}

void amend_values(Xapian::Document &stored, const Xapian::Document &now)
{
    stored.clear_values();
    for (auto value = now.values_begin(); value != now.values_end(); ++value)
        stored.add_value(value.get_valueno(), *value);
}

} // namespace

/* Xapian leaves alone what was not changed in a document that it gave out last. */
xc_status xc_writer_amend(xc_writer *writer, xc_docid docid, const xc_document *document,
                          xc_error *reterr)
{
    return guarded(reterr, [&] {
        const Packed packed(writer, document);
        Xapian::Document stored = writer->database.get_document(docid);
        amend_terms(stored, packed.document());
        amend_values(stored, packed.document());
        if (stored.get_data() != packed.document().get_data())
            stored.set_data(packed.document().get_data());
        writer->database.replace_document(docid, stored);
    });
}

xc_status xc_writer_replace_by_term(xc_writer *writer, xc_bytes term, const xc_document *document,
                                    xc_docid *ret_docid, xc_error *reterr)
{
    if (ret_docid)
        *ret_docid = 0;
    return guarded(reterr, [&] {
        xc_docid docid = writer->database.replace_document(xc::storable(term, "term"),
                                                           Packed(writer, document).document());
        if (ret_docid)
            *ret_docid = docid;
    });
}

xc_status xc_writer_delete(xc_writer *writer, xc_docid docid, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.delete_document(docid); });
}

xc_status xc_writer_delete_by_term(xc_writer *writer, xc_bytes term, xc_error *reterr)
{
    return guarded(reterr, [&] { writer->database.delete_document(xc::storable(term, "term")); });
}

xc_status xc_writer_set_metadata(xc_writer *writer, xc_bytes key, xc_bytes value, xc_error *reterr)
{
    return guarded(reterr, [&] {
        writer->database.set_metadata(xc::storable(key, "metadata key"), to_string(value));
    });
}

xc_status xc_writer_add_spelling(xc_writer *writer, xc_bytes word, uint32_t frequency,
                                 xc_error *reterr)
{
    return guarded(reterr,
                   [&] { writer->database.add_spelling(xc::storable(word, "word"), frequency); });
}

xc_status xc_writer_remove_spelling(xc_writer *writer, xc_bytes word, uint32_t frequency,
                                    xc_error *reterr)
{
    return guarded(
        reterr, [&] { writer->database.remove_spelling(xc::storable(word, "word"), frequency); });
}

xc_status xc_writer_add_synonym(xc_writer *writer, xc_bytes term, xc_bytes synonym,
                                xc_error *reterr)
{
    return guarded(reterr, [&] {
        writer->database.add_synonym(xc::storable(term, "term"), xc::storable(synonym, "synonym"));
    });
}

xc_status xc_writer_remove_synonym(xc_writer *writer, xc_bytes term, xc_bytes synonym,
                                   xc_error *reterr)
{
    return guarded(reterr, [&] {
        writer->database.remove_synonym(xc::storable(term, "term"),
                                        xc::storable(synonym, "synonym"));
    });
}

xc_status xc_writer_reader(xc_writer *writer, xc_reader **ret_reader, xc_error *reterr)
{
    return guarded_new(ret_reader, reterr, [&] {
        auto reader = std::make_unique<xc_reader>();
        reader->database = writer->database;
        reader->parts.push_back(reader->database);
        reader->is_local = true; /* database_path() lets no other be written */
        return reader;
    });
}
