/* expand.cc - relevance feedback: documents that were good, to terms that make them so. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_string;

struct xc_expansions {
    std::vector<std::string> terms;
    std::vector<xc_expansion> all; /* points into `terms` */
};

namespace
{

void collect(const Xapian::ESet &set, xc_expansions &expansions)
{
    expansions.terms.reserve(set.size());
    expansions.all.reserve(set.size());
    for (Xapian::ESetIterator item = set.begin(); item != set.end(); ++item) {
        expansions.terms.push_back(*item);
        expansions.all.push_back(
            xc_expansion{xc::to_bytes(expansions.terms.back()), item.get_weight()});
    }
}

} // namespace

xc_status xc_reader_expand(xc_reader *reader, const xc_docid *relevant, size_t relevant_count,
                           xc_bytes prefix, uint32_t max_terms, xc_expansions **ret_expansions,
                           xc_error *reterr)
{
    return guarded_new(ret_expansions, reterr, [&] {
        Xapian::RSet good;
        for (size_t i = 0; i < relevant_count; i++)
            good.add_document(relevant[i]);
        Xapian::ExpandDeciderFilterPrefix decider(to_string(prefix));
        Xapian::Enquire enquire(reader->database);
        auto expansions = std::make_unique<xc_expansions>();
        collect(enquire.get_eset(max_terms, good, &decider), *expansions);
        return expansions;
    });
}

const xc_expansion *xc_expansions_all(const xc_expansions *expansions, size_t *ret_count)
{
    *ret_count = expansions->all.size();
    return expansions->all.data();
}

void xc_expansions_free(xc_expansions *expansions)
{
    (void)guarded(nullptr, [&] { delete expansions; });
}
