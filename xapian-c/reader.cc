/* reader.cc - opening databases to read, and what can be looked up in them. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_bytes;
using xc::to_string;
using xc::to_view;

namespace
{

std::vector<xc::Source> resolve_all(const std::vector<xc::Origin> &origins)
{
    std::vector<xc::Source> sources;
    for (const xc::Origin &origin : origins) {
        if (origin.is_path)
            xc::resolve(origin.path, sources);
        else
            sources.push_back(origin.server);
    }
    return sources;
}

/* All of them opened anew: a reader that fails to move stands where it stood. */
std::unique_ptr<xc_reader> open_all(std::vector<xc::Origin> origins,
                                    std::vector<xc::Source> sources)
{
    auto reader = std::make_unique<xc_reader>();
    reader->is_local = true;
    for (const xc::Source &source : sources) {
        reader->parts.push_back(xc::open_source(source));
        reader->is_local = reader->is_local && source.kind == xc::SourceKind::local;
    }
    if (reader->parts.size() == 1)
        reader->database = reader->parts[0];
    else
        for (const Xapian::Database &part : reader->parts)
            reader->database.add_database(part);
    reader->origins = std::move(origins);
    reader->sources = std::move(sources);
    return reader;
}

std::unique_ptr<xc_reader> open_origins(std::vector<xc::Origin> origins)
{
    std::vector<xc::Source> sources = resolve_all(origins);
    return open_all(std::move(origins), std::move(sources));
}

xc::Origin path_origin(const char *path)
{
    xc::Origin origin;
    origin.path = path;
    return origin;
}

bool reopen(xc_reader *reader)
{
    if (reader->origins.empty())
        return reader->database.reopen(); /* a writer's */
    std::vector<xc::Source> sources = resolve_all(reader->origins);
    if (sources == reader->sources) {
        bool has_moved = reader->database.reopen();
        if (has_moved)
            reader->forget();
        return has_moved;
    }
    std::unique_ptr<xc_reader> fresh = open_all(reader->origins, std::move(sources));
    std::swap(*reader, *fresh);
    return true;
}

/* A writer may commit twice while the latest revision is opened: then there is a later one. */
bool reopen_latest(xc_reader *reader)
{
    for (int tries_left = 20;; tries_left--) {
        try {
            return reopen(reader);
        } catch (const Xapian::DatabaseModifiedError &) {
            if (tries_left == 0)
                throw;
        }
    }
}

} // namespace

/* Of several databases, whose ids alternate, Xapian makes one; what a writer has not committed is
 * in no file. */
xc::Lists *xc_reader::mapped()
{
    if (!has_sought_lists && is_local && parts.size() == 1 && sources.size() == 1)
        lists = xc::Lists::open(parts[0], sources[0].name);
    has_sought_lists = true;
    return lists.get();
}

void xc_reader::forget()
{
    lists.reset();
    shared.clear();
    has_sought_lists = false;
}

xc_status xc_reader_open(const char *path, xc_reader **ret_reader, xc_error *reterr)
{
    xc_status status =
        guarded_new(ret_reader, reterr, [&] { return open_origins({path_origin(path)}); });
    return xc::name_path(status, "open", path, reterr);
}

xc_status xc_reader_add(xc_reader *reader, const char *path, xc_error *reterr)
{
    xc_status status = guarded(reterr, [&] {
        if (reader->origins.empty())
            throw xc::Failure(XC_INVALID, "a writer's reader stays with its writer");
        std::vector<xc::Source> sources;
        xc::resolve(path, sources);
        auto grown = std::make_unique<xc_reader>(*reader);
        grown->origins.push_back(path_origin(path));
        for (const xc::Source &source : sources) {
            grown->parts.push_back(xc::open_source(source));
            grown->is_local = grown->is_local && source.kind == xc::SourceKind::local;
            grown->sources.push_back(source);
        }
        grown->database = Xapian::Database();
        grown->forget();
        grown->shared.clear();
        for (const Xapian::Database &part : grown->parts)
            grown->database.add_database(part);
        std::swap(*reader, *grown);
    });
    return xc::name_path(status, "open", path, reterr);
}

xc_status xc_reader_open_remote(const char *host, uint16_t port, uint32_t timeout_ms,
                                xc_reader **ret_reader, xc_error *reterr)
{
    xc_status status = guarded_new(ret_reader, reterr, [&] {
        xc::Origin origin;
        origin.is_path = false;
        origin.server.kind = xc::SourceKind::tcp;
        origin.server.name = host;
        origin.server.port = port;
        origin.server.timeout_ms = timeout_ms;
        return open_origins({origin});
    });
    return xc::name_path(status, "reach", host, reterr);
}

void xc_reader_free(xc_reader *reader)
{
    (void)guarded(nullptr, [&] { delete reader; });
}

xc_status xc_reader_reopen(xc_reader *reader, bool *ret_moved, xc_error *reterr)
{
    if (ret_moved)
        *ret_moved = false;
    return guarded(reterr, [&] {
        bool has_moved = reopen_latest(reader);
        if (ret_moved)
            *ret_moved = has_moved;
    });
}

xc_status xc_reader_revision(xc_reader *reader, xc_bytes *ret_revision, xc_error *reterr)
{
    *ret_revision = xc_bytes{nullptr, 0};
    return guarded(reterr, [&] {
        if (!reader->is_local)
            throw xc::Failure(XC_UNIMPLEMENTED, "a remote database does not tell its revision");
        std::string text;
        for (const Xapian::Database &part : reader->parts)
            text += part.get_uuid() + ':' + std::to_string(part.get_revision()) + '\n';
        reader->text = std::move(text);
        *ret_revision = to_bytes(reader->text);
    });
}

size_t xc_reader_part_count(const xc_reader *reader)
{
    return reader->parts.empty() ? 1 : reader->parts.size();
}

const char *xc_reader_part_path(const xc_reader *reader, size_t part)
{
    if (part >= reader->sources.size() || reader->sources[part].kind != xc::SourceKind::local)
        return nullptr;
    return reader->sources[part].name.c_str();
}

bool xc_reader_is_local(const xc_reader *reader)
{
    return reader->is_local;
}

xc_status xc_reader_statistics(xc_reader *reader, xc_statistics *ret_statistics, xc_error *reterr)
{
    *ret_statistics = xc_statistics{};
    return guarded(reterr, [&] {
        xc_statistics statistics{};
        statistics.document_count = reader->database.get_doccount();
        statistics.last_docid = reader->database.get_lastdocid();
        statistics.average_length = reader->database.get_avlength();
        statistics.has_positions = reader->database.has_positions();
        *ret_statistics = statistics;
    });
}

xc_status xc_reader_term_frequency(xc_reader *reader, xc_bytes term, uint32_t *ret_documents,
                                   xc_error *reterr)
{
    *ret_documents = 0;
    return guarded(reterr, [&] {
        xc::Lists *lists = term.size ? reader->mapped() : nullptr;
        *ret_documents = lists ? lists->look_up(to_view(term)).documents()
                               : reader->database.get_termfreq(to_string(term));
    });
}

xc_status xc_reader_collection_frequency(xc_reader *reader, xc_bytes term,
                                         uint64_t *ret_occurrences, xc_error *reterr)
{
    *ret_occurrences = 0;
    return guarded(reterr, [&] {
        xc::Lists *lists = term.size ? reader->mapped() : nullptr;
        *ret_occurrences = lists ? lists->look_up(to_view(term)).occurrences()
                                 : reader->database.get_collection_freq(to_string(term));
    });
}

xc_status xc_reader_document(xc_reader *reader, xc_docid docid, xc_document **ret_document,
                             xc_error *reterr)
{
    return guarded_new(ret_document, reterr, [&] {
        auto document = std::make_unique<xc_document>();
        xc::Lists *lists = reader->mapped();
        if (lists && lists->has_data(docid))
            document->stored =
                std::make_unique<xc::Stored>(xc::Stored{reader->database, reader->lists, docid});
        else
            document->document = reader->database.get_document(docid);
        document->shared = xc::shared_of(reader->all_shared(), docid);
        document->is_xapians = document->is_stored = true;
        return document;
    });
}

xc_status xc_reader_document_length(xc_reader *reader, xc_docid docid, uint32_t *ret_length,
                                    xc_error *reterr)
{
    *ret_length = 0;
    return guarded(reterr, [&] { *ret_length = reader->database.get_doclength(docid); });
}

xc_status xc_reader_find(xc_reader *reader, xc_bytes term, xc_docid *ret_docid, xc_error *reterr)
{
    *ret_docid = 0;
    return guarded(reterr, [&] {
        xc::Lists *lists = term.size ? reader->mapped() : nullptr;
        if (lists) {
            const xc::Postings &postings = lists->look_up(to_view(term));
            *ret_docid = postings.is_over() ? 0 : postings.document();
            return;
        }
        const std::string name = to_string(term);
        Xapian::PostingIterator first = reader->database.postlist_begin(name);
        if (first != reader->database.postlist_end(name))
            *ret_docid = *first;
    });
}

xc_status xc_reader_metadata(xc_reader *reader, xc_bytes key, xc_bytes *ret_value, xc_error *reterr)
{
    *ret_value = xc_bytes{nullptr, 0};
    return guarded(reterr, [&] {
        xc::Lists *lists = key.size ? reader->mapped() : nullptr;
        reader->text =
            lists ? lists->metadata(to_view(key)) : reader->database.get_metadata(to_string(key));
        *ret_value = to_bytes(reader->text);
    });
}

xc_status xc_reader_suggest(xc_reader *reader, xc_bytes word, uint32_t max_edits,
                            xc_bytes *ret_word, xc_error *reterr)
{
    *ret_word = xc_bytes{nullptr, 0};
    return guarded(reterr, [&] {
        if (max_edits < 1 || max_edits > 3)
            throw xc::Failure(XC_INVALID, "%u edits: 1 to 3 are allowed", max_edits);
        reader->text = reader->database.get_spelling_suggestion(to_string(word), max_edits);
        *ret_word = to_bytes(reader->text);
    });
}
