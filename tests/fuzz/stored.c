/* stored.c - bytes of a damaged index to a stored document, and what was read back again. */
#include "document/stored.h"

#include "tests/fuzz/fuzz.h"
#include "tests/unit/document/sign_stored.h"

static pol_status decode(pol_span bytes, pol_arena *arena, pol_stored *stored)
{
    pol_error error = {0};
    pol_status status = pol_stored_decode(bytes, arena, stored, &error);
    fuzz_check_error(status, &error);
    return status;
}

/* As one line of a list. */
static void check_line(const pol_stored *shown)
{
    pol_buffer bytes;
    pol_listed line;
    pol_buffer_init(&bytes, 64 << 20);
    pol_listed_encode(shown, &bytes);
    FUZZ_CHECK(bytes.status == POL_OK);
    FUZZ_CHECK(!shown->document.id.text.data || pol_listed_decode(pol_buffer_span(&bytes), &line));
    pol_buffer_done(&bytes);
}

static void check_round_trip(const pol_stored *stored)
{
    pol_arena arena;
    pol_buffer bytes, second;
    pol_stored again = {0};
    pol_error error = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_buffer_init(&bytes, 64 << 20);
    pol_buffer_init(&second, 64 << 20);
    pol_stored_encode(stored, &bytes);
    FUZZ_CHECK(bytes.status == POL_OK);
    FUZZ_CHECK(decode(pol_buffer_span(&bytes), &arena, &again) == POL_OK);
    FUZZ_CHECK(pol_span_equal(again.document.id.text, stored->document.id.text));
    FUZZ_CHECK(pol_span_equal(again.document.text, stored->document.text));
    FUZZ_CHECK(again.document.passage_count == stored->document.passage_count);
    FUZZ_CHECK(again.source_count == stored->source_count);
    FUZZ_CHECK(again.has_overlay == stored->has_overlay);
    pol_stored_encode(&again, &second);
    FUZZ_CHECK(pol_span_equal(pol_buffer_span(&bytes), pol_buffer_span(&second)));
    FUZZ_CHECK(again.changed == stored->changed);
    FUZZ_CHECK(pol_stored_apply(&again, &arena, &error) == POL_OK);
    check_line(&again);
    pol_buffer_done(&bytes);
    pol_buffer_done(&second);
    pol_arena_done(&arena);
}

static void check_bytes(pol_span bytes)
{
    pol_listed line;
    (void)pol_listed_decode(bytes, &line);
    pol_arena arena;
    pol_stored stored = {0};
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    if (decode(bytes, &arena, &stored) == POL_OK)
        check_round_trip(&stored);
    pol_arena_done(&arena);
}

/* The checksum at the end keeps random bytes from getting any further: with the right one they meet
 * all the other checks. */
static void check_with_checksum(pol_span content)
{
    pol_buffer bytes;
    pol_buffer_init(&bytes, 1 << 20);
    pol_buffer_add(&bytes, content);
    for (size_t i = 0; i < 8; i++)
        pol_buffer_add_byte(&bytes, '\0');
    if (bytes.status == POL_OK) {
        sign_stored(bytes.data, bytes.size);
        check_bytes(pol_buffer_span(&bytes));
    }
    pol_buffer_done(&bytes);
}

/* Else what is signed here would never be read. */
static void check_signing(void)
{
    pol_buffer bytes, signed_bytes;
    const pol_stored empty = {0};
    pol_buffer_init(&bytes, 1 << 16);
    pol_buffer_init(&signed_bytes, 1 << 16);
    pol_stored_encode(&empty, &bytes);
    pol_buffer_add(&signed_bytes, pol_buffer_span(&bytes));
    FUZZ_CHECK(signed_bytes.status == POL_OK && signed_bytes.size > 8);
    sign_stored(signed_bytes.data, signed_bytes.size);
    FUZZ_CHECK(pol_span_equal(pol_buffer_span(&bytes), pol_buffer_span(&signed_bytes)));
    pol_buffer_done(&bytes);
    pol_buffer_done(&signed_bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_signing();
    check_bytes(fuzz_span(data, size));
    check_with_checksum(fuzz_span(data, size));
    return 0;
}
