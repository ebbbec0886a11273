// weigh.cc - queries of words to what Xapian's own matcher makes of them by the formula of
// search/local/score.h: a Xapian::Weight of our own, written from its words alone.
//
// A line on standard input is HEADS <TAB> STEM REPEATS STEM REPEATS ...: heads 1 scores documents
// by the terms of their heads, 0 passages by stems of text and title. Answers are lines
// "DOCID SCORE" and one with a dot.
#include <cmath>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>
#include <xapian.h>

// What is the same for all words.
struct Collection {
    double documents = 0, document_average = 0, passage_average = 0;
};

// Passages count each word twice; heads have a term of their own, which counts one.
static double words_of(double length, bool of_head)
{
    return of_head ? length - 1 : length / 2;
}

// factor * x / (x + 1): the gain of a word is its factor, since of passages it is that of the
// documents, which their own terms do not tell.
class Amati : public Xapian::Weight
{
  public:
    Amati(double average_, bool of_heads_) : average(average_), of_heads(of_heads_)
    {
        need_stat(WDF);
        need_stat(WDF_MAX);
        need_stat(DOC_LENGTH);
    }
    void init(double factor_) override
    {
        factor = factor_;
    }
    Amati *clone() const override
    {
        return new Amati(average, of_heads);
    }
    double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                       Xapian::termcount) const override
    {
        const double words = std::max(words_of(length, of_heads), 1.0);
        const double times = wdf * std::log2(1 + average / words);
        return factor * times / (times + 1);
    }
    double get_maxpart() const override
    {
        return factor;
    }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override
    {
        return 0;
    }
    double get_maxextra() const override
    {
        return 0;
    }

  private:
    double average, factor = 0;
    bool of_heads;
};

static double average_of(const Xapian::Database &database, const char *term, bool of_heads)
{
    double words = 0, count = 0;
    for (auto i = database.postlist_begin(term); i != database.postlist_end(term); ++i, ++count)
        words += words_of(database.get_doclength(*i), of_heads);
    return count > 0 ? words / count : 0;
}

static Collection look_at(const Xapian::Database &database)
{
    Collection all;
    all.documents = database.get_termfreq("XHEAD");
    all.document_average = average_of(database, "XHEAD", true);
    all.passage_average = average_of(database, "XBODY", false);
    return all;
}

// (F + 1) / n * log2((N + 1) / (n + 0.5)), and r^0.7 of it.
static double gain_of(const Xapian::Database &database, const Collection &all,
                      const std::string &stem, double repeats)
{
    const double n = database.get_termfreq("ZD" + stem);
    const double f = database.get_collection_freq("ZD" + stem);
    if (n == 0)
        return 0;
    return std::pow(repeats, 0.7) * (f + 1) / n * std::log2((all.documents + 1) / (n + 0.5));
}

static Xapian::Query query_of(const Xapian::Database &database, const Collection &all,
                              bool of_heads, std::istream &words)
{
    std::vector<Xapian::Query> sum;
    std::string stem;
    double repeats;
    while (words >> stem >> repeats) {
        const Xapian::Query forms[] = {Xapian::Query("Z" + stem), Xapian::Query("ZS" + stem)};
        const Xapian::Query word = of_heads
                                       ? Xapian::Query("ZD" + stem)
                                       : Xapian::Query(Xapian::Query::OP_SYNONYM, forms, forms + 2);
        sum.push_back(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, word,
                                    gain_of(database, all, stem, repeats)));
    }
    const Xapian::Query any(Xapian::Query::OP_OR, sum.begin(), sum.end());
    return Xapian::Query(Xapian::Query::OP_FILTER, any,
                         Xapian::Query(of_heads ? "XHEAD" : "XBODY"));
}

static void answer(const Xapian::Database &database, const Collection &all, const std::string &line)
{
    std::istringstream words(line);
    int of_heads = 0;
    words >> of_heads;
    Xapian::Enquire enquire(database);
    enquire.set_query(query_of(database, all, of_heads, words));
    enquire.set_weighting_scheme(
        Amati(of_heads ? all.document_average : all.passage_average, of_heads));
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto i = found.begin(); i != found.end(); ++i)
        std::printf("%u %.17g\n", *i, i.get_weight());
    std::puts(".");
    std::fflush(stdout);
}

int main(int count, char **arguments)
try {
    std::string line;
    if (count != 2) {
        std::fputs("usage: weigh DATABASE <QUERIES\n", stderr);
        return 1;
    }
    const Xapian::Database database(arguments[1]);
    const Collection all = look_at(database);
    while (std::getline(std::cin, line))
        answer(database, all, line);
    return 0;
} catch (const Xapian::Error &error) {
    std::fprintf(stderr, "weigh: %s\n", error.get_description().c_str());
    return 1;
}
