/* read_json.c - bytes to documents, each line as one of JSON Lines. */
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

static void read_line(pol_span line, uint32_t number)
{
    pol_arena arena;
    pol_text text = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read_json(line, number, &arena, &text, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        fuzz_check_text(&text);
    pol_arena_done(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_span rest = fuzz_span(data, size);
    for (uint32_t number = 1; rest.size > 0; number++) {
        const char *end = memchr(rest.data, '\n', rest.size);
        size_t length = end ? (size_t)(end - rest.data) : rest.size;
        read_line(pol_span_first(rest, length), number);
        rest = pol_span_from(rest, length + 1);
    }
    return 0;
}
