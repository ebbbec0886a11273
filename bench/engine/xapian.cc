/* xapian.cc - plain Xapian through its own interface: English stems with positions, the text as
 * document data, one writer, BM25 as it comes.
 *
 * A question is a flat query of distinct stems, each with how often it was given, which answers
 * faster than what QueryParser makes of the same words. "build" with XAPIAN_BENCH_SEGMENTS in the
 * environment makes segments in two processes and compacts them, as a build from nothing may.
 * "answer" with XAPIAN_BENCH_LOOP adds up the same BM25 in a loop over the posting lists, lengths
 * in an array, instead of asking the matcher: what that costs, and no more than that. */
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <xapian.h>

#include "bench/engine/engine.h"

namespace
{

enum { SEGMENT_DOCUMENTS = 2000, SEGMENT_PROCESSES = 2 };

class Builder
{
  public:
    Builder(const std::string &path, int flags) : database(path, Xapian::DB_CREATE | flags)
    {
        generator.set_stemmer(Xapian::Stem("english"));
        generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
    }

    void add(const engine_passage &passage)
    {
        Xapian::Document document;
        generator.set_document(document);
        generator.set_termpos(0);
        generator.index_text(std::string(passage.text, passage.text_size));
        std::string data(passage.id, passage.id_size);
        data += '\n';
        data.append(passage.text, passage.text_size);
        document.set_data(data);
        database.add_document(document);
    }

    void commit()
    {
        database.commit();
        database.close();
    }

  private:
    Xapian::WritableDatabase database;
    Xapian::TermGenerator generator;
};

std::string segment_path(const std::string &index, size_t number)
{
    return index + ".segment" + std::to_string(number);
}

// What one of the processes adds: every so manieth run of passages, each a database.
struct Segments {
    std::string index;
    size_t process = 0, seen = 0;
    std::unique_ptr<Builder> builder;

    void add(const engine_passage &passage)
    {
        size_t segment = seen / SEGMENT_DOCUMENTS;
        bool is_first = seen % SEGMENT_DOCUMENTS == 0;
        seen++;
        if (segment % SEGMENT_PROCESSES != process)
            return;
        if (is_first) {
            finish();
            builder = std::make_unique<Builder>(segment_path(index, segment),
                                                Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
        }
        builder->add(passage);
    }

    void finish()
    {
        if (builder)
            builder->commit();
        builder.reset();
    }
};

void add_to_segments(void *context, const engine_passage *passage)
{
    static_cast<Segments *>(context)->add(*passage);
}

void add_to_builder(void *context, const engine_passage *passage)
{
    static_cast<Builder *>(context)->add(*passage);
}

void compact(const std::string &index)
{
    Xapian::Database all;
    std::vector<std::string> paths;
    for (size_t i = 0; access(segment_path(index, i).c_str(), R_OK) == 0; i++)
        paths.push_back(segment_path(index, i));
    for (const std::string &path : paths)
        all.add_database(Xapian::Database(path));
    all.compact(index);
    all.close();
    for (const std::string &path : paths)
        if (std::system(("rm -r '" + path + "'").c_str()) != 0)
            engine_die(path.c_str(), "cannot remove it");
}

void build_segments(const char *passages, const char *index)
{
    for (size_t process = 0; process < SEGMENT_PROCESSES; process++) {
        if (fork() == 0) {
            Segments segments{index, process, 0, nullptr};
            engine_read_passages(passages, add_to_segments, &segments);
            segments.finish();
            _exit(0);
        }
    }
    for (size_t process = 0; process < SEGMENT_PROCESSES; process++) {
        int status;
        if (wait(&status) < 0 || status != 0)
            engine_die(index, "a process that writes segments failed");
    }
    compact(index);
}

void build(const char *passages, const char *index)
{
    if (getenv("XAPIAN_BENCH_SEGMENTS")) {
        build_segments(passages, index);
        return;
    }
    Builder builder(index, 0);
    engine_read_passages(passages, add_to_builder, &builder);
    builder.commit();
}

struct Opened {
    Xapian::Database database;
    Xapian::Stem stem{"english"};
    bool is_loop = getenv("XAPIAN_BENCH_LOOP") != nullptr;
    std::vector<double> norms;  // by document id: what BM25 adds to the frequency of a term
    std::vector<double> scores; // the same; all 0 between questions
    explicit Opened(const char *path) : database(path)
    {
        if (is_loop)
            read_norms();
    }

  private:
    void read_norms()
    {
        norms.resize(database.get_lastdocid() + 1);
        scores.resize(norms.size());
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
            norms[*at] = 0.5 + 0.5 * std::max(at.get_doclength() / database.get_avlength(), 0.5);
    }
};

void *open_index(const char *index)
{
    return new Opened(index);
}

std::map<std::string, unsigned> stems_of(const Opened &opened, const engine_question &question)
{
    std::map<std::string, unsigned> stems;
    for (size_t i = 0; i < question.count; i++)
        stems[opened.stem(question.words[i])]++;
    return stems;
}

Xapian::Query loose(const Opened &opened, const engine_question &question)
{
    std::vector<Xapian::Query> parts;
    for (const auto &[stem, times] : stems_of(opened, question))
        parts.emplace_back(stem, times);
    Xapian::Query::op op =
        question.operation == ENGINE_ALL ? Xapian::Query::OP_AND : Xapian::Query::OP_OR;
    return Xapian::Query(op, parts.begin(), parts.end());
}

Xapian::Query query_of(const Opened &opened, const engine_question &question)
{
    if (question.operation == ENGINE_PREFIX)
        return Xapian::Query(Xapian::Query::OP_WILDCARD, question.words[0]);
    if (question.operation != ENGINE_PHRASE)
        return loose(opened, question);
    std::vector<Xapian::Query> parts;
    for (size_t i = 0; i < question.count; i++)
        parts.emplace_back(opened.stem(question.words[i]));
    return Xapian::Query(Xapian::Query::OP_PHRASE, parts.begin(), parts.end(), parts.size());
}

void add_hit(engine_answer *answer, const Xapian::Document &document)
{
    const std::string data = document.get_data();
    size_t end = data.find('\n');
    engine_add_hit(answer, data.data(), end, data.data() + end + 1, data.size() - end - 1);
}

// BM25 as Xapian has it by default: k1 = k3 = 1, b = min_normlen = 0.5.
void add_scores(Opened &opened, const std::string &stem, double times,
                std::vector<Xapian::docid> &met)
{
    double all = opened.database.get_doccount(), with = opened.database.get_termfreq(stem);
    double odds = (all - with + 0.5) / (with + 0.5);
    double weight = std::log(odds < 2 ? odds * 0.5 + 1 : odds) * 2 * 2 * times / (1 + times);
    for (auto at = opened.database.postlist_begin(stem); at != opened.database.postlist_end(stem);
         ++at) {
        double frequency = at.get_wdf();
        double &score = opened.scores[*at];
        if (score == 0)
            met.push_back(*at);
        score += weight * frequency / (frequency + opened.norms[*at]);
    }
}

void ask_loop(Opened &opened, const engine_question &question, engine_answer *answer)
{
    std::vector<Xapian::docid> met;
    for (const auto &[stem, times] : stems_of(opened, question))
        add_scores(opened, stem, times, met);
    auto is_better = [&](Xapian::docid a, Xapian::docid b) {
        return opened.scores[a] != opened.scores[b] ? opened.scores[a] > opened.scores[b] : a < b;
    };
    std::vector<Xapian::docid> best(std::min<size_t>(met.size(), ENGINE_HITS));
    std::partial_sort_copy(met.begin(), met.end(), best.begin(), best.end(), is_better);
    for (Xapian::docid docid : best)
        add_hit(answer, opened.database.get_document(docid));
    for (Xapian::docid docid : met)
        opened.scores[docid] = 0;
}

void ask(void *context, const engine_question *question, engine_answer *answer)
{
    Opened &opened = *static_cast<Opened *>(context);
    if (opened.is_loop) {
        ask_loop(opened, *question, answer);
        return;
    }
    Xapian::Enquire enquire(opened.database);
    enquire.set_query(query_of(opened, *question));
    Xapian::MSet found = enquire.get_mset(0, ENGINE_HITS);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        add_hit(answer, hit.get_document());
}

void close_index(void *context)
{
    delete static_cast<Opened *>(context);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        const engine own = {build, open_index, ask, close_index};
        return engine_main(argc, argv, &own);
    } catch (const Xapian::Error &error) {
        engine_die("xapian", error.get_description().c_str());
    }
}
