/* read_yaml.c - bytes to pairs, as of a sidecar. */
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status =
        pol_read_yaml(fuzz_span(data, size), POL_ORIGIN_SIDECAR, 1, &arena, &text, &error);
    fuzz_check_error(status, &error);
    fuzz_check_text(&text);
    FUZZ_CHECK(text.line_count == 0);
    pol_arena_done(&arena);
    return 0;
}
