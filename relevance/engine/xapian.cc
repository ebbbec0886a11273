/* xapian.cc - a TREC run of Xapian as it comes: what its own tools would find, at its defaults.
 *
 *   relevance-xapian DOCUMENTS QUERIES INDEX
 *
 * DOCUMENTS and QUERIES: lines of id, tab, text; INDEX: a new folder. The 1000 best of each query
 * go to standard output. Term generator and query parser with the English stemmer, else nothing
 * set: BM25, any of the words, stems and words as they stand. Queries are words, without syntax. */
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

#include <xapian.h>

namespace
{

enum { HITS = 1000 };

using Take = std::function<void(const std::string &id, const std::string &text)>;

void each_line(const char *path, const Take &take)
{
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "relevance-xapian: cannot read %s\n", path);
        std::exit(2);
    }
    for (std::string line; std::getline(file, line);) {
        size_t tab = line.find('\t');
        if (tab != std::string::npos)
            take(line.substr(0, tab), line.substr(tab + 1));
    }
}

void build(const char *documents, const char *index)
{
    Xapian::WritableDatabase database(index, Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    each_line(documents, [&](const std::string &id, const std::string &text) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(text);
        document.set_data(id);
        database.add_document(document);
    });
    database.commit();
}

void answer(const char *queries, const char *index)
{
    Xapian::Database database(index);
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(database);
    each_line(queries, [&](const std::string &id, const std::string &text) {
        Xapian::Enquire enquire(database);
        enquire.set_query(parser.parse_query(text, 0));
        Xapian::MSet found = enquire.get_mset(0, HITS);
        for (auto hit = found.begin(); hit != found.end(); ++hit)
            std::printf("%s Q0 %s %u %.9g xapian\n", id.c_str(),
                        hit.get_document().get_data().c_str(), hit.get_rank() + 1,
                        hit.get_weight());
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fputs("usage: relevance-xapian DOCUMENTS QUERIES INDEX\n", stderr);
        return 2;
    }
    try {
        build(argv[1], argv[3]);
        answer(argv[2], argv[3]);
        return 0;
    } catch (const Xapian::Error &error) {
        std::fprintf(stderr, "relevance-xapian: %s\n", error.get_description().c_str());
        return 2;
    }
}
