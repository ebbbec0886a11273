/* url.c - bytes to a decoded part of an address, and back. */
#include "web/url.h"

#include "core/utf8.h"
#include "tests/fuzz/fuzz.h"

/* What was decoded is text, and comes back from what it is encoded to. */
static void check_decoded(pol_span decoded, pol_arena *arena)
{
    pol_buffer encoded;
    pol_span again;
    pol_error error = {0};
    FUZZ_CHECK(pol_utf8_valid_prefix(decoded) == decoded.size);
    FUZZ_CHECK(decoded.size == 0 || memchr(decoded.data, '\0', decoded.size) == NULL);
    pol_buffer_init(&encoded, 4 * decoded.size + 1);
    pol_url_add(&encoded, decoded);
    FUZZ_CHECK(encoded.status == POL_OK);
    for (size_t i = 0; i < encoded.size; i++)
        FUZZ_CHECK(strchr("%-._~", encoded.data[i]) || (encoded.data[i] & 0x80) == 0);
    FUZZ_CHECK(!memchr(encoded.data ? encoded.data : "", '/', encoded.size));
    FUZZ_CHECK(pol_url_decode(pol_buffer_span(&encoded), true, arena, &again, &error) == POL_OK);
    FUZZ_CHECK(pol_span_equal(again, decoded));
    pol_buffer_done(&encoded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_span text = fuzz_span(data, size);
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    for (int plus = 0; plus < 2; plus++) {
        pol_span decoded;
        pol_error error = {0};
        pol_status status = pol_url_decode(text, plus == 1, &arena, &decoded, &error);
        fuzz_check_error(status, &error);
        FUZZ_CHECK(status == POL_OK || status == POL_SYNTAX);
        FUZZ_CHECK(decoded.size <= size);
        if (status == POL_OK)
            check_decoded(decoded, &arena);
    }
    pol_arena_done(&arena);
    return 0;
}
