/* listed.c - a document to the terms and values of core/schema.h that lists are made of. */
#include "indexer/listed.h"

#include <stdio.h>

#include "core/schema.h"
#include "index/failure.h"

#define VALUE_MAX ((size_t)256 << 20)

static xc_status add_in_full(xc_document *entry, const char *prefix, pol_span name,
                             xc_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    if (name.size == 0)
        return XC_OK;
    return xc_document_add_term(entry, pol_xc_bytes(pol_term_make(prefix, name, buffer)), 0,
                                reterr);
}

static xc_status set_value(xc_document *entry, xc_slot slot, pol_span value, xc_error *reterr)
{
    return value.size ? xc_document_set_value(entry, slot, pol_xc_bytes(value), reterr) : XC_OK;
}

xc_status pol_listed_fill(xc_document *entry, const pol_stored *shown, xc_error *reterr)
{
    const pol_document *document = &shown->document;
    char changed[POL_CHANGED_SIZE], outcome[POL_OUTCOME_SIZE];
    pol_changed_value(shown->changed, changed);
    pol_outcome_value(document->year, pol_decision_code(document->decision), outcome);
    xc_status status = add_in_full(entry, POL_PREFIX_EXACT_NAME, document->conference_name, reterr);
    if (status == XC_OK)
        status = add_in_full(entry, POL_PREFIX_EXACT_ORG, document->organisation.text, reterr);
    if (status == XC_OK)
        status = set_value(entry, POL_SLOT_CHANGED, pol_span_of(changed), reterr);
    if (status == XC_OK)
        status = set_value(entry, POL_SLOT_OUTCOME, pol_span_of(outcome), reterr);
    return status;
}

static xc_status fail_memory(xc_error *reterr)
{
    reterr->status = XC_NOMEM;
    snprintf(reterr->text, sizeof reterr->text, "out of memory");
    return XC_NOMEM;
}

xc_status pol_listed_fill_head(xc_document *head, const pol_stored *shown, xc_error *reterr)
{
    const pol_document *document = &shown->document;
    xc_status status = XC_OK;
    pol_buffer value;
    pol_buffer_init(&value, VALUE_MAX);
    if (document->conference_name.size) {
        pol_buffer_printf(&value, "%04d ", document->year);
        pol_buffer_add(&value, document->conference_name);
        status = value.status == POL_OK
                     ? set_value(head, POL_SLOT_MEETING, pol_buffer_span(&value), reterr)
                     : fail_memory(reterr);
        pol_buffer_clear(&value);
    }
    pol_listed_encode(shown, &value);
    if (status == XC_OK)
        status = value.status == POL_OK
                     ? set_value(head, POL_SLOT_ENTRY, pol_buffer_span(&value), reterr)
                     : fail_memory(reterr);
    pol_buffer_done(&value);
    return status;
}
