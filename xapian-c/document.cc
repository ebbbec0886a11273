/* document.cc - terms, positions, values and data of one document. */
#include <algorithm>
#include <cmath>

#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_bytes;
using xc::to_string;
using xc::to_view;

static std::string value_of(const xc_document &document, xc_slot slot)
{
    for (const auto &value : document.content.values())
        if (value.first == slot)
            return value.second;
    if (document.stored)
        return std::string(document.stored->lists->value(slot, document.stored->docid));
    return document.before().get_value(slot);
}

static void check_slot(xc_slot slot)
{
    if (slot == XC_NO_SLOT)
        throw xc::Failure(XC_INVALID, "XC_NO_SLOT is not a slot");
}

xc_status xc_document_new(xc_document **ret_document, xc_error *reterr)
{
    return guarded_new(ret_document, reterr, [] { return std::make_unique<xc_document>(); });
}

void xc_document_free(xc_document *document)
{
    (void)guarded(nullptr, [&] { delete document; });
}

xc_status xc_document_clear(xc_document *document, xc_error *reterr)
{
    return guarded(reterr, [&] {
        document->content.clear();
        if (document->is_xapians || document->is_stored || document->stored)
            document->document = Xapian::Document();
        document->stored.reset();
        document->is_xapians = false;
        document->is_stored = false;
        document->shared.reset();
    });
}

void xc_document_leave_unlisted(xc_document *document)
{
    document->content.set_listed(false);
}

xc_status xc_document_add_term(xc_document *document, xc_bytes term, uint32_t wdf, xc_error *reterr)
{
    return guarded(reterr, [&] {
        xc::check_storable(term, "term");
        document->content.add(to_view(term), wdf);
        document->is_stored = false;
    });
}

xc_status xc_document_add_posting(xc_document *document, xc_bytes term, uint32_t position,
                                  uint32_t wdf, xc_error *reterr)
{
    return guarded(reterr, [&] {
        xc::check_storable(term, "term");
        document->content.add(to_view(term), wdf, position);
        document->is_stored = false;
    });
}

xc_status xc_document_set_value(xc_document *document, xc_slot slot, xc_bytes value,
                                xc_error *reterr)
{
    return guarded(reterr, [&] {
        check_slot(slot);
        document->content.set_value(slot, to_string(value));
    });
}

xc_status xc_document_set_data(xc_document *document, xc_bytes data, xc_error *reterr)
{
    return guarded(reterr, [&] { document->content.set_data(to_string(data)); });
}

static std::string data_of(const xc_document &document)
{
    std::string data;
    if (document.content.has_data())
        return document.content.data();
    if (!document.stored || !document.stored->lists->data(document.stored->docid, data))
        data = document.before().get_data();
    return document.shared ? document.shared->unpack(std::move(data)) : data;
}

xc_status xc_document_data(xc_document *document, xc_bytes *ret_data, xc_error *reterr)
{
    *ret_data = xc_bytes{nullptr, 0};
    return guarded(reterr, [&] {
        document->data = data_of(*document);
        *ret_data = to_bytes(document->data);
    });
}

xc_status xc_document_value(xc_document *document, xc_slot slot, xc_bytes *ret_value,
                            xc_error *reterr)
{
    *ret_value = xc_bytes{nullptr, 0};
    return guarded(reterr, [&] {
        check_slot(slot);
        document->value = value_of(*document, slot);
        *ret_value = to_bytes(document->value);
    });
}

xc_status xc_document_terms(xc_document *document, xc_terms **ret_terms, xc_error *reterr)
{
    return guarded_new(ret_terms, reterr, [&] {
        auto terms = std::make_unique<xc_terms>();
        terms->next = document->whole().termlist_begin();
        terms->has_frequencies = document->is_stored;
        terms->has_occurrences = true;
        return terms;
    });
}

size_t xc_number_encode(double number, char buffer[9])
{
    return Xapian::sortable_serialise_(std::isnan(number) ? -HUGE_VAL : number, buffer);
}

double xc_number_decode(xc_bytes encoded)
{
    /* An encoding has nine bytes at most, and a string of so few is not allocated. */
    const xc_bytes start = {encoded.data, std::min<size_t>(encoded.size, 9)};
    double number = 0;
    (void)guarded(nullptr, [&] { number = Xapian::sortable_unserialise(to_string(start)); });
    return number;
}
