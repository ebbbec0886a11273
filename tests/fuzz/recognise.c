/* recognise.c - bytes to a document: as plain text, or as a web page where they look so. */
#include "document/recognise.h"
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

static void check_passages(const pol_document *document)
{
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        FUZZ_CHECK(passage->ordinal == i + 1);
        FUZZ_CHECK(passage->clause < POL_CLAUSE_COUNT);
        FUZZ_CHECK(passage->decision < POL_DECISION_COUNT);
        FUZZ_CHECK(passage->lead_in < passage->ordinal);
        FUZZ_CHECK(passage->text.size > 0);
        FUZZ_CHECK(passage->text.data >= document->text.data &&
                   passage->text.data + passage->text.size <=
                       document->text.data + document->text.size);
    }
}

static void check_document(const pol_document *document)
{
    FUZZ_CHECK(document->display_title.data);
    FUZZ_CHECK(document->kind < POL_KIND_COUNT);
    FUZZ_CHECK(document->decision < POL_DECISION_COUNT);
    FUZZ_CHECK(pol_kind_is_decided(document->kind) == (document->decision != POL_DECISION_NONE));
    FUZZ_CHECK(document->year == 0 || (document->year >= 1800 && document->year <= 2100));
    FUZZ_CHECK(document->action_point_count <= document->passage_count);
    check_passages(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_document document = {0};
    pol_error error = {0};
    pol_span bytes = fuzz_span(data, size), name = POL_SPAN("a-motion.txt");
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read(pol_format_detect(name, bytes), bytes, &arena, &text, &error);
    if (status == POL_OK)
        status = pol_recognise(&text, name, &arena, &document, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        check_document(&document);
    pol_arena_done(&arena);
    return 0;
}
