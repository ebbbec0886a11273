/* extract.c - bytes to all documents and outcomes of a file: splitter, recogniser, outcomes and
 * relations together. */
#include "document/extract.h"
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

enum { KEYS_MAX = 300 /* of which each is compared with each other one */ };

static uint32_t last_line(const pol_text *text)
{
    uint32_t last = 0;
    for (size_t i = 0; i < text->line_count; i++)
        last = text->lines[i].number > last ? text->lines[i].number : last;
    return last;
}

/* Of the file, where paragraphs of web pages begin before their last line. */
static uint32_t line_ends(pol_span bytes)
{
    uint32_t count = 1;
    for (size_t i = 0; i < bytes.size; i++)
        count += bytes.data[i] == '\n' || bytes.data[i] == '\r' || bytes.data[i] == '\f';
    return count;
}

static void check_document(const pol_document *document, uint32_t last, uint32_t lines)
{
    const pol_span text = document->text;
    FUZZ_CHECK(document->kind < POL_KIND_COUNT);
    FUZZ_CHECK(document->display_title.size > 0);
    FUZZ_CHECK(document->line <= last);
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        FUZZ_CHECK(passage->ordinal == i + 1);
        FUZZ_CHECK(passage->lead_in <= i);
        FUZZ_CHECK(passage->line <= last);
        FUZZ_CHECK(passage->text.data >= text.data &&
                   passage->text.data + passage->text.size <= text.data + text.size);
    }
    for (size_t i = 0; i < document->relation_count; i++)
        FUZZ_CHECK(document->relations[i].number.size > 0 || document->relations[i].title.size > 0);
    for (size_t i = 0; i < document->doubt_count; i++)
        FUZZ_CHECK(document->doubts[i].field && document->doubts[i].line <= lines);
}

/* Ids are made of keys: two of one key would be one document. */
static void check_keys(const pol_extracted *extracted)
{
    if (extracted->document_count > KEYS_MAX)
        return;
    for (size_t i = 0; i < extracted->document_count; i++)
        for (size_t j = 0; j < i; j++)
            FUZZ_CHECK(!pol_span_equal(extracted->documents[i].key, extracted->documents[j].key));
}

static void check_outcome(const pol_extracted_outcome *extracted, uint32_t last)
{
    const pol_outcome *outcome = &extracted->outcome;
    FUZZ_CHECK(outcome->number.size > 0 || outcome->title.size > 0);
    FUZZ_CHECK(outcome->line > 0 && outcome->line <= last);
    FUZZ_CHECK(outcome->words.data && outcome->line_text.size > 0);
    FUZZ_CHECK(outcome->decision < POL_DECISION_COUNT && outcome->kind < POL_KIND_COUNT);
}

static void check_extracted(const pol_extracted *extracted, const pol_text *text, pol_span bytes)
{
    uint32_t last = last_line(text), lines = line_ends(bytes);
    FUZZ_CHECK(extracted->document_count + extracted->omission_count > 0);
    for (size_t i = 0; i < extracted->document_count; i++)
        check_document(&extracted->documents[i].document, last, lines);
    for (size_t i = 0; i < extracted->outcome_count; i++)
        check_outcome(&extracted->outcomes[i], last);
    for (size_t i = 0; i < extracted->omission_count; i++)
        FUZZ_CHECK(extracted->omissions[i].reason.size > 0);
    check_keys(extracted);
}

static void extract(pol_span bytes, pol_format format, pol_span name, bool is_single)
{
    pol_arena arena;
    pol_text text = {0};
    pol_extracted extracted = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read(format, bytes, &arena, &text, &error);
    if (status == POL_OK)
        status =
            pol_extract_text(&text, name, (pol_span){0}, is_single, &arena, &extracted, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        check_extracted(&extracted, &text, bytes);
    pol_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_span bytes = fuzz_span(data, size), name = POL_SPAN("agenda.txt");
    extract(bytes, POL_FORMAT_TEXT, name, false);
    extract(bytes, POL_FORMAT_TEXT, name, true);
    extract(bytes, pol_format_detect(name, bytes), name, false);
    return 0;
}
