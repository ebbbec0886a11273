/* parcel.c - documents, outcomes and omissions of a file to bytes and back. */
#include "document/parcel.h"

#include "document/codec.h"

enum {
    DOCUMENT_MIN = 40, /* bytes that any of these takes */
    OUTCOME_MIN = 14,
    OMISSION_MIN = 3,
    DOUBT_MIN = 3
};

/* What doubts are about: their `field` is one of these constants on either side. */
static const char *const doubt_fields[] = {"title",    "conference", "year",    "date",
                                           "decision", "number",     "kind",    "text",
                                           "encoding", "split",      "relation"};
enum { DOUBT_FIELDS = sizeof doubt_fields / sizeof *doubt_fields };

static size_t field_index(const char *field)
{
    size_t i = 0;
    while (i < DOUBT_FIELDS && strcmp(field, doubt_fields[i]) != 0)
        i++;
    return i < DOUBT_FIELDS ? i : field_index("text");
}

/* --- writing ---------------------------------------------------------------------- */

static void put_doubts(pol_buffer *buffer, const pol_document *document)
{
    pol_put_number(buffer, document->doubt_count);
    for (size_t i = 0; i < document->doubt_count; i++) {
        pol_put_number(buffer, field_index(document->doubts[i].field));
        pol_put_span(buffer, document->doubts[i].text);
        pol_put_number(buffer, document->doubts[i].line);
    }
}

void pol_parcel_encode(const pol_extracted *extracted, pol_buffer *buffer)
{
    pol_put_number(buffer, extracted->document_count);
    for (size_t i = 0; i < extracted->document_count; i++) {
        pol_put_document(buffer, &extracted->documents[i].document);
        put_doubts(buffer, &extracted->documents[i].document);
        pol_put_span(buffer, extracted->documents[i].key);
    }
    pol_put_number(buffer, extracted->outcome_count);
    for (size_t i = 0; i < extracted->outcome_count; i++) {
        pol_put_outcome(buffer, &extracted->outcomes[i].outcome);
        pol_put_span(buffer, extracted->outcomes[i].member);
    }
    pol_put_number(buffer, extracted->omission_count);
    for (size_t i = 0; i < extracted->omission_count; i++) {
        pol_put_span(buffer, extracted->omissions[i].member);
        pol_put_number(buffer, extracted->omissions[i].line);
        pol_put_span(buffer, extracted->omissions[i].reason);
    }
}

/* --- reading ---------------------------------------------------------------------- */

static pol_status take_doubts(pol_cursor *at, pol_arena *arena, pol_document *document,
                              pol_error *reterr)
{
    size_t count = pol_take_count(at, DOUBT_MIN);
    if (count == 0)
        return POL_OK;
    document->doubts = pol_arena_array(arena, count, sizeof *document->doubts);
    if (!document->doubts)
        return pol_arena_refused(arena, count * sizeof *document->doubts, reterr);
    document->doubt_count = count;
    for (size_t i = 0; i < count; i++) {
        document->doubts[i].field = doubt_fields[pol_take_below(at, DOUBT_FIELDS)];
        document->doubts[i].text = pol_take_span(at);
        document->doubts[i].line = pol_take_u32(at);
    }
    return POL_OK;
}

static pol_status take_documents(pol_cursor *at, pol_arena *arena, pol_extracted *extracted,
                                 pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t count = pol_take_count(at, DOCUMENT_MIN);
    for (size_t i = 0; i < count && status == POL_OK && !at->is_bad; i++) {
        pol_extracted_document *grown =
            pol_arena_grow(arena, extracted->documents, extracted->document_count,
                           &extracted->document_capacity, sizeof *grown);
        if (!grown)
            return pol_arena_refused(arena, sizeof *grown, reterr);
        extracted->documents = grown;
        pol_extracted_document *taken = &grown[extracted->document_count];
        *taken = (pol_extracted_document){.key = {0}};
        status = pol_take_document(at, arena, &taken->document, reterr);
        if (status == POL_OK)
            status = take_doubts(at, arena, &taken->document, reterr);
        taken->key = pol_take_span(at);
        extracted->document_count += status == POL_OK && !at->is_bad;
    }
    return status;
}

static pol_status take_outcomes(pol_cursor *at, pol_arena *arena, pol_extracted *extracted,
                                pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t count = pol_take_count(at, OUTCOME_MIN);
    for (size_t i = 0; i < count && status == POL_OK && !at->is_bad; i++) {
        pol_extracted_outcome *grown =
            pol_arena_grow(arena, extracted->outcomes, extracted->outcome_count,
                           &extracted->outcome_capacity, sizeof *grown);
        if (!grown)
            return pol_arena_refused(arena, sizeof *grown, reterr);
        extracted->outcomes = grown;
        pol_extracted_outcome *taken = &grown[extracted->outcome_count];
        *taken = (pol_extracted_outcome){.member = {0}};
        status = pol_take_outcome(at, arena, &taken->outcome, reterr);
        taken->member = pol_take_span(at);
        extracted->outcome_count += status == POL_OK && !at->is_bad;
    }
    return status;
}

static pol_status take_omissions(pol_cursor *at, pol_arena *arena, pol_extracted *extracted,
                                 pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t count = pol_take_count(at, OMISSION_MIN);
    for (size_t i = 0; i < count && status == POL_OK && !at->is_bad; i++) {
        pol_span member = pol_take_span(at);
        uint32_t line = pol_take_u32(at);
        pol_span reason = pol_take_span(at);
        if (!at->is_bad)
            status = pol_extract_omit(extracted, arena, member, line, reason, reterr);
    }
    return status;
}

pol_status pol_parcel_decode(pol_span bytes, pol_arena *arena, pol_extracted *extracted,
                             pol_error *reterr)
{
    pol_cursor at = {.rest = bytes};
    pol_status status = take_documents(&at, arena, extracted, reterr);
    if (status == POL_OK)
        status = take_outcomes(&at, arena, extracted, reterr);
    if (status == POL_OK)
        status = take_omissions(&at, arena, extracted, reterr);
    if (status == POL_OK && (at.is_bad || at.rest.size > 0))
        status = pol_fail(reterr, POL_CORRUPT, 0, "what its reader sent cannot be read");
    return status;
}
