/* terms.cc - listings of terms, keys and words, read one by one. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_bytes;
using xc::to_string;
using xc::to_view;

static std::unique_ptr<xc_terms> terms_from(const Xapian::TermIterator &first, bool has_frequencies)
{
    auto terms = std::make_unique<xc_terms>();
    terms->next = first;
    terms->has_frequencies = has_frequencies;
    return terms;
}

xc_status xc_reader_terms(xc_reader *reader, xc_bytes prefix, xc_terms **ret_terms,
                          xc_error *reterr)
{
    return guarded_new(ret_terms, reterr, [&] {
        if (!reader->mapped())
            return terms_from(reader->database.allterms_begin(to_string(prefix)), true);
        auto terms = std::make_unique<xc_terms>();
        terms->walk = std::make_unique<xc::TermWalk>(reader->lists, to_view(prefix));
        return terms;
    });
}

xc_status xc_reader_metadata_keys(xc_reader *reader, xc_bytes prefix, xc_terms **ret_terms,
                                  xc_error *reterr)
{
    return guarded_new(ret_terms, reterr, [&] {
        return terms_from(reader->database.metadata_keys_begin(to_string(prefix)), false);
    });
}

xc_status xc_reader_synonyms(xc_reader *reader, xc_bytes term, xc_terms **ret_terms,
                             xc_error *reterr)
{
    return guarded_new(ret_terms, reterr, [&] {
        return terms_from(reader->database.synonyms_begin(to_string(term)), false);
    });
}

static void walk_on(xc_terms &terms, xc_bytes *ret_term, uint32_t *ret_documents)
{
    if (!terms.walk->next(terms.term))
        return;
    const uint32_t documents = ret_documents ? terms.walk->documents() : 0;
    *ret_term = to_bytes(terms.term);
    if (ret_documents)
        *ret_documents = documents;
}

xc_status xc_terms_next(xc_terms *terms, xc_bytes *ret_term, uint32_t *ret_documents,
                        xc_error *reterr)
{
    *ret_term = xc_bytes{nullptr, 0};
    if (ret_documents)
        *ret_documents = 0;
    return guarded(reterr, [&] {
        if (terms->walk) {
            walk_on(*terms, ret_term, ret_documents);
            return;
        }
        if (terms->next == terms->end)
            return;
        std::string term = *terms->next;
        uint32_t documents =
            ret_documents && terms->has_frequencies ? terms->next.get_termfreq() : 0;
        terms->occurrences = terms->has_occurrences ? terms->next.get_wdf() : 0;
        ++terms->next;
        terms->term = std::move(term);
        *ret_term = to_bytes(terms->term);
        if (ret_documents)
            *ret_documents = documents;
    });
}

xc_status xc_terms_skip_to(xc_terms *terms, xc_bytes term, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (terms->walk)
            terms->walk->skip_to(to_view(term));
        else if (terms->next != terms->end)
            terms->next.skip_to(to_string(term));
    });
}

xc_status xc_terms_occurrences(xc_terms *terms, uint32_t *ret_occurrences, xc_error *reterr)
{
    *ret_occurrences = 0;
    return guarded(reterr, [&] {
        if (!terms->has_occurrences)
            throw xc::Failure(XC_INVALID, "these terms are not those of a document");
        *ret_occurrences = terms->occurrences;
    });
}

void xc_terms_free(xc_terms *terms)
{
    (void)guarded(nullptr, [&] { delete terms; });
}
