/* search.cc - a query and how to run it, to ranked matches, totals and facets. */
#include <cmath>

#include "xapian-c/deadline.h"
#include "xapian-c/facets.h"
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"
#include "xapian-c/weight.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_string;

struct xc_matches {
    Xapian::Enquire enquire;
    Xapian::MSet set;
    std::vector<xc_match> hits;
    std::vector<xc::Facet> facets;
    xc_totals totals{};
    std::vector<std::shared_ptr<xc::SharedSource>> shared; /* of the reader's parts */
    bool is_local = true;
    bool is_fetched = false;

    explicit xc_matches(const Xapian::Database &database) : enquire(database)
    {
    }
};

namespace
{

void check_search(const xc_search &search, const xc_reader &reader)
{
    if (!search.query)
        throw xc::Failure(XC_INVALID, "there is no query to search for");
    if (search.percent_cutoff > 100)
        throw xc::Failure(XC_INVALID, "a cutoff of %u percent", search.percent_cutoff);
    if (!std::isfinite(search.weight_cutoff) || search.weight_cutoff < 0)
        throw xc::Failure(XC_INVALID, "a weight cutoff of %g", search.weight_cutoff);
    if (search.distinct_slot != XC_NO_SLOT && !reader.is_local)
        throw xc::Failure(XC_UNIMPLEMENTED,
                          "facets by distinct key need databases on this machine");
}

void set_sort(const xc_search &search, Xapian::Enquire &enquire)
{
    using SetSort = void (Xapian::Enquire::*)(Xapian::valueno, bool);
    static const SetSort ways[] = {
        nullptr, /* by relevance, as a new Enquire does; the rest by xc_sort too */
        &Xapian::Enquire::set_sort_by_value,
        &Xapian::Enquire::set_sort_by_value_then_relevance,
        &Xapian::Enquire::set_sort_by_relevance_then_value,
    };
    const size_t number = xc::number_of(search.sort);
    if (number >= sizeof ways / sizeof *ways)
        throw xc::Failure(XC_INVALID, "there is no way %zu to sort", number);
    if (!ways[number])
        return;
    if (search.sort_slot == XC_NO_SLOT)
        throw xc::Failure(XC_INVALID, "there is no slot to sort by");
    (enquire.*ways[number])(search.sort_slot, search.sorts_descending);
}

void configure(const xc_search &search, xc::Deadline &deadline, Xapian::Enquire &enquire)
{
    enquire.set_query(deadline.limit(search.query->query));
    if (search.weight)
        enquire.set_weighting_scheme(*xc::make_weight(*search.weight));
    set_sort(search, enquire);
    if (search.collapse_slot != XC_NO_SLOT)
        enquire.set_collapse_key(search.collapse_slot,
                                 search.collapse_max ? search.collapse_max : 1);
    enquire.set_cutoff(static_cast<int>(search.percent_cutoff), search.weight_cutoff);
    enquire.set_docid_order(search.docids_descending ? Xapian::Enquire::DESCENDING
                                                     : Xapian::Enquire::ASCENDING);
}

Xapian::MSet run(const xc_search &search, Xapian::Enquire &enquire)
{
    Xapian::RSet relevant;
    for (size_t i = 0; i < search.relevant_count; i++)
        relevant.add_document(search.relevant[i]);
    return enquire.get_mset(search.first, search.count, search.check_at_least,
                            search.relevant_count ? &relevant : nullptr);
}

void collect_hits(const Xapian::MSet &set, std::vector<xc_match> &hits)
{
    hits.reserve(set.size());
    for (Xapian::MSetIterator hit = set.begin(); hit != set.end(); ++hit)
        hits.push_back(xc_match{*hit, hit.get_weight(),
                                static_cast<uint32_t>(set.convert_to_percent(hit)),
                                hit.get_collapse_count()});
}

xc_totals totals_of(const Xapian::MSet &set)
{
    xc_totals totals{};
    totals.lower = set.get_matches_lower_bound();
    totals.estimated = set.get_matches_estimated();
    totals.upper = set.get_matches_upper_bound();
    totals.raw_lower = set.get_uncollapsed_matches_lower_bound();
    totals.raw_estimated = set.get_uncollapsed_matches_estimated();
    totals.raw_upper = set.get_uncollapsed_matches_upper_bound();
    totals.max_possible = set.get_max_possible();
    totals.max_attained = set.get_max_attained();
    return totals;
}

std::unique_ptr<xc_matches> search_for(const xc_search &search, xc_reader &reader)
{
    check_search(search, reader);
    auto matches = std::make_unique<xc_matches>(reader.database);
    matches->is_local = reader.is_local;
    matches->shared = reader.all_shared();
    xc::Deadline deadline(reader.is_local ? search.time_limit_ms : 0);
    configure(search, deadline, matches->enquire);
    xc::FacetCounter counter(search, matches->enquire);
    matches->set = run(search, matches->enquire);
    matches->enquire.clear_matchspies(); /* `counter` ends here, and `deadline` */
    matches->enquire.set_query(search.query->query);
    matches->facets = counter.facets();
    for (xc::Facet &facet : matches->facets)
        facet.lend();
    collect_hits(matches->set, matches->hits);
    matches->totals = totals_of(matches->set);
    matches->totals.distinct = counter.distinct();
    deadline.extend(matches->totals);
    return matches;
}

std::unique_ptr<xc_matches> count_values(const xc_search &slots, xc_reader &reader,
                                         const xc_docid *docids, const xc_docid *keys, size_t count,
                                         xc_slot own_slot)
{
    if (!reader.is_local)
        throw xc::Failure(XC_UNIMPLEMENTED,
                          "facets by distinct key need databases on this machine");
    auto matches = std::make_unique<xc_matches>(reader.database);
    const xc::FacetCounter counter(slots, reader, docids, keys, count, own_slot);
    matches->facets = counter.facets();
    for (xc::Facet &facet : matches->facets)
        facet.lend();
    matches->totals.lower = matches->totals.estimated = matches->totals.upper = counter.distinct();
    matches->totals.distinct = counter.distinct();
    return matches;
}

void check_index(const xc_matches *matches, size_t index)
{
    if (index >= matches->hits.size())
        throw xc::Failure(XC_RANGE, "there is no hit %zu, there are %zu", index,
                          matches->hits.size());
}

} // namespace

void xc_search_init(xc_search *search)
{
    *search = xc_search{};
    search->count = 10;
    search->sort_slot = XC_NO_SLOT;
    search->collapse_slot = XC_NO_SLOT;
    search->distinct_slot = XC_NO_SLOT;
}

xc_status xc_reader_search(xc_reader *reader, const xc_search *search, xc_matches **ret_matches,
                           xc_error *reterr)
{
    return guarded_new(ret_matches, reterr, [&] { return search_for(*search, *reader); });
}

size_t xc_matches_count(const xc_matches *matches)
{
    return matches->hits.size();
}

const xc_match *xc_matches_at(const xc_matches *matches, size_t index)
{
    assert(index < matches->hits.size());
    return &matches->hits[index];
}

const xc_totals *xc_matches_totals(const xc_matches *matches)
{
    return &matches->totals;
}

xc_status xc_matches_document(xc_matches *matches, size_t index, xc_document **ret_document,
                              xc_error *reterr)
{
    return guarded_new(ret_document, reterr, [&] {
        check_index(matches, index);
        if (!matches->is_local && !matches->is_fetched) {
            matches->set.fetch(); /* all in one exchange instead of one each */
            matches->is_fetched = true;
        }
        auto document = std::make_unique<xc_document>();
        document->document = matches->set[static_cast<Xapian::doccount>(index)].get_document();
        document->shared = xc::shared_of(matches->shared, matches->hits[index].docid);
        document->is_xapians = document->is_stored = true;
        return document;
    });
}

xc_status xc_matches_terms(xc_matches *matches, size_t index, xc_terms **ret_terms,
                           xc_error *reterr)
{
    return guarded_new(ret_terms, reterr, [&] {
        check_index(matches, index);
        auto terms = std::make_unique<xc_terms>();
        terms->next = matches->enquire.get_matching_terms_begin(matches->hits[index].docid);
        return terms;
    });
}

xc_status xc_matches_term_weight(xc_matches *matches, xc_bytes term, double *ret_weight,
                                 xc_error *reterr)
{
    *ret_weight = 0;
    return guarded(reterr, [&] {
        try {
            *ret_weight = matches->set.get_termweight(to_string(term));
        } catch (const Xapian::InvalidArgumentError &) {
            /* not a term of the query: 0 */
        }
    });
}

xc_status xc_reader_count_values(xc_reader *reader, const xc_docid *docids, const xc_docid *keys,
                                 size_t count, xc_slot distinct_slot, xc_slot own_slot,
                                 const xc_slot *slots, size_t slot_count, xc_matches **ret_matches,
                                 xc_error *reterr)
{
    xc_search wanted;
    xc_search_init(&wanted);
    wanted.distinct_slot = distinct_slot;
    wanted.facet_slots = slots;
    wanted.facet_count = slot_count;
    return guarded_new(ret_matches, reterr, [&] {
        return count_values(wanted, *reader, docids, keys, count, own_slot);
    });
}

const xc_facet_value *xc_matches_facet(const xc_matches *matches, size_t facet, size_t *ret_count)
{
    assert(facet < matches->facets.size());
    *ret_count = matches->facets[facet].counts.size();
    return matches->facets[facet].counts.data();
}

void xc_matches_free(xc_matches *matches)
{
    (void)guarded(nullptr, [&] { delete matches; });
}
