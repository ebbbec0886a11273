/* read_csv.c - bytes to texts, as a CSV; what stands before a line "----" is its mapping. */
#include "formats/formats.h"
#include "tests/fuzz/fuzz.h"

typedef struct seen {
    size_t tables;
    uint32_t last_line; /* of the documents */
} seen;

static pol_status check_row(void *context, const pol_text *text, bool is_document,
                            pol_error *reterr)
{
    seen *s = context;
    (void)reterr;
    fuzz_check_text(text);
    s->tables += !is_document;
    FUZZ_CHECK(is_document || text->line_count > 0);
    FUZZ_CHECK(is_document != text->is_markup);
    for (size_t i = 0; i < text->pair_count; i++)
        FUZZ_CHECK(text->pairs[i].origin == POL_ORIGIN_MARKUP);
    if (is_document && text->line_count > 0) {
        FUZZ_CHECK(text->lines[0].number > s->last_line);
        s->last_line = text->lines[0].number;
    }
    return POL_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_error error = {0};
    seen s = {0};
    pol_span csv = fuzz_span(data, size), mapping = pol_span_make(NULL, 0);
    size_t cut = pol_span_find(csv, POL_SPAN("\n----\n"), 0);
    if (cut != (size_t)-1) {
        mapping = pol_span_first(csv, cut);
        csv = pol_span_from(csv, cut + strlen("\n----\n"));
    }
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_csv_read(csv, mapping, &arena, check_row, &s, &error);
    fuzz_check_error(status, &error);
    pol_arena_done(&arena);
    return 0;
}
