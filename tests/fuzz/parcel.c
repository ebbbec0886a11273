/* parcel.c - bytes that a reader of files sent to what was extracted; sent on, it stays the same.
 */
#include "document/parcel.h"

#include "tests/fuzz/fuzz.h"

static pol_status decode(pol_span bytes, pol_arena *arena, pol_extracted *extracted)
{
    pol_error error = {0};
    pol_status status = pol_parcel_decode(bytes, arena, extracted, &error);
    fuzz_check_error(status, &error);
    FUZZ_CHECK(status == POL_OK || status == POL_CORRUPT || status == POL_LIMIT);
    return status;
}

static void check_inside(pol_span span, pol_span whole)
{
    if (span.size > 0)
        FUZZ_CHECK(span.data >= whole.data && span.data + span.size <= whole.data + whole.size);
}

static void check_document(const pol_document *document, pol_span bytes)
{
    FUZZ_CHECK(document->kind < POL_KIND_COUNT);
    FUZZ_CHECK(document->decision < POL_DECISION_COUNT);
    FUZZ_CHECK(document->text_state < POL_TEXT_STATE_COUNT);
    FUZZ_CHECK(document->standing < POL_STANDING_COUNT);
    check_inside(document->text, bytes);
    for (size_t i = 0; i < document->passage_count; i++) {
        check_inside(document->passages[i].text, document->text);
        FUZZ_CHECK(document->passages[i].clause < POL_CLAUSE_COUNT);
        FUZZ_CHECK(document->passages[i].lead_in <= document->passage_count);
    }
    for (size_t i = 0; i < document->relation_count; i++)
        FUZZ_CHECK(document->relations[i].kind < POL_RELATION_COUNT);
    for (size_t i = 0; i < document->doubt_count; i++)
        FUZZ_CHECK(document->doubts[i].field != NULL);
}

/* The bytes need not be those that we write (a number may be longer than it must be), but what
 * we write of them is read as the same. */
static void check_sent_on(const pol_extracted *extracted)
{
    pol_arena arena;
    pol_buffer first, second;
    pol_extracted again = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_buffer_init(&first, 64 << 20);
    pol_buffer_init(&second, 64 << 20);
    pol_parcel_encode(extracted, &first);
    FUZZ_CHECK(first.status == POL_OK);
    FUZZ_CHECK(decode(pol_buffer_span(&first), &arena, &again) == POL_OK);
    FUZZ_CHECK(again.document_count == extracted->document_count);
    FUZZ_CHECK(again.outcome_count == extracted->outcome_count);
    FUZZ_CHECK(again.omission_count == extracted->omission_count);
    pol_parcel_encode(&again, &second);
    FUZZ_CHECK(pol_span_equal(pol_buffer_span(&first), pol_buffer_span(&second)));
    pol_buffer_done(&first);
    pol_buffer_done(&second);
    pol_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_extracted extracted = {0};
    pol_span bytes = fuzz_span(data, size);
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    if (decode(bytes, &arena, &extracted) == POL_OK) {
        for (size_t i = 0; i < extracted.document_count; i++)
            check_document(&extracted.documents[i].document, bytes);
        for (size_t i = 0; i < extracted.outcome_count; i++)
            check_inside(extracted.outcomes[i].outcome.line_text, bytes);
        check_sent_on(&extracted);
    }
    pol_arena_done(&arena);
    return 0;
}
