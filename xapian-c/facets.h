/* facets.h - counting the values of slots over what the matcher looks at. */
#ifndef XAPIAN_C_FACETS_H
#define XAPIAN_C_FACETS_H

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "xapian-c/handles.h"
#include "xapian-c/xapian-c.h"

namespace xc
{

/* The values of one slot and their counts, by value. */
struct Facet {
    std::vector<std::string> values;
    std::vector<xc_facet_value> counts; /* lent out; points into `values` */

    void add(std::string value, uint32_t count);
    void lend(); /* once all are added */
};

/* Counts, for each slot, how many distinct keys (values of another slot) have a value.
 * Only for local databases: Xapian cannot send it to a remote one. */
class DistinctSpy : public Xapian::MatchSpy
{
  public:
    DistinctSpy(xc_slot key_slot, const xc_slot *slots, size_t slot_count);
    void operator()(const Xapian::Document &document, double weight) override;
    /* The same for documents whose ids ascend, by the streams of their values. */
    void count(const Xapian::Database &database, const xc_docid *docids, size_t count);
    /* The same where one document, `keys[i]`, stands for each key and has its values, but for
     * those of `own_slot`, which each has itself. `keys` ascend too. */
    void count(const Xapian::Database &database, const xc_docid *docids, const xc_docid *keys,
               size_t count, xc_slot own_slot);
    std::vector<Facet> facets() const;
    uint32_t distinct() const
    {
        return key_count_;
    }

  private:
    /* What is known of one slot: its values by number, and which pairs of key and value
     * were met. */
    struct Counter {
        xc_slot slot;
        std::unordered_map<std::string, uint32_t> numbers;
        std::vector<uint32_t> counts;
        std::unordered_set<uint64_t> pairs;
        std::string last_value; /* passages of one document come in a row: no look-up */
        uint32_t last_key = UINT32_MAX;

        void count(const std::string &value, uint32_t key);
    };

    uint32_t key_of(std::string text);

    xc_slot key_slot_;
    std::vector<Counter> counters_;
    std::unordered_map<std::string, uint32_t> keys_;
    std::string last_key_text_;
    uint32_t last_key_ = UINT32_MAX;
    uint32_t key_count_ = 0;
};

/* Either kind of counting, as a search wants it. */
class FacetCounter
{
  public:
    /* Attaches what counts to `enquire`; it must outlive the match. */
    FacetCounter(const xc_search &search, Xapian::Enquire &enquire);
    /* Counts these documents, whose ids ascend, by distinct key, without a match. */
    FacetCounter(const xc_search &search, xc_reader &reader, const xc_docid *docids,
                 const xc_docid *keys, size_t count, xc_slot own_slot);
    /* To be asked once, after the match. */
    std::vector<Facet> facets() const;
    uint32_t distinct() const;

  private:
    std::unique_ptr<DistinctSpy> distinct_;
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> plain_;
};

} // namespace xc

#endif
