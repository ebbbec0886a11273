/* reader.c - bytes to text by FUZZ_READ, one of the readers of document/reader.h. */
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = FUZZ_READ(fuzz_span(data, size), &arena, &text, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        fuzz_check_text(&text);
    pol_arena_done(&arena);
    return 0;
}
