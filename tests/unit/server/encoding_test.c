/* encoding_test.c - which packing a client takes, and that it gets back what was packed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <brotli/decode.h>
#include <zlib.h>

#include "server/encoding.h"

static pol_error error;

static void the_best_encoding_that_is_taken_is_chosen(void **state)
{
    static const struct {
        const char *header;
        pol_encoding encoding;
    } rows[] = {
        {NULL, POL_ENCODING_IDENTITY},
        {"", POL_ENCODING_IDENTITY},
        {"gzip", POL_ENCODING_GZIP},
        {"GZip , deflate", POL_ENCODING_GZIP},
        {"gzip;q=0, *", POL_ENCODING_IDENTITY},
        {"*, gzip;q=0", POL_ENCODING_IDENTITY},
        {"br;q=0, *;q=0.5", POL_ENCODING_GZIP},
        {"gzip, deflate, br, zstd", POL_ENCODING_BROTLI},
        {"br;q=0.5, gzip;q=0.8", POL_ENCODING_GZIP},
        {"br;q=1.0, gzip;q=0.8, *;q=0.1", POL_ENCODING_BROTLI},
        {"br; q=0, gzip", POL_ENCODING_GZIP},
        {"br;q=0, gzip;q=0", POL_ENCODING_IDENTITY},
        {"identity", POL_ENCODING_IDENTITY},
        {"identity;q=0", POL_ENCODING_IDENTITY},
        {"*", POL_ENCODING_GZIP},
        {"deflate", POL_ENCODING_IDENTITY},
        {"brx, gzipped", POL_ENCODING_IDENTITY},
        {";;;,,,q=;=", POL_ENCODING_IDENTITY},
        {"gzip;q=99999999999999999999", POL_ENCODING_GZIP},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pol_encoding_choose(pol_span_of(rows[i].header)), rows[i].encoding);
}

static void small_and_packed_things_are_left_alone(void **state)
{
    (void)state;
    assert_true(pol_encoding_is_worth("text/html; charset=utf-8", 10000));
    assert_true(pol_encoding_is_worth("application/json", 10000));
    assert_true(pol_encoding_is_worth("image/svg+xml", 10000));
    assert_false(pol_encoding_is_worth("text/html; charset=utf-8", 100));
    assert_false(pol_encoding_is_worth("image/png", 10000));
}

enum { TEXT_BYTES = 100000 };
static char text[TEXT_BYTES], unpacked[TEXT_BYTES + 1];

static void fill_text(void)
{
    for (size_t i = 0; i < TEXT_BYTES; i++)
        text[i] = (char)("Conference believes that "[i % 25] ^ (i % 97 == 0));
}

static void gzip_comes_back(void **state)
{
    pol_buffer packed;
    (void)state;
    fill_text();
    pol_buffer_init(&packed, TEXT_BYTES);
    assert_int_equal(
        pol_encoding_pack(POL_ENCODING_GZIP, pol_span_make(text, TEXT_BYTES), &packed, &error),
        POL_OK);
    assert_true(packed.size < TEXT_BYTES / 4);
    z_stream stream = {.next_in = (Bytef *)packed.data,
                       .avail_in = (uInt)packed.size,
                       .next_out = (Bytef *)unpacked,
                       .avail_out = sizeof unpacked};
    assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, TEXT_BYTES);
    inflateEnd(&stream);
    assert_memory_equal(unpacked, text, TEXT_BYTES);
    pol_buffer_done(&packed);
}

static void brotli_comes_back(void **state)
{
    pol_buffer packed;
    size_t size = sizeof unpacked;
    (void)state;
    fill_text();
    pol_buffer_init(&packed, TEXT_BYTES);
    assert_int_equal(
        pol_encoding_pack(POL_ENCODING_BROTLI, pol_span_make(text, TEXT_BYTES), &packed, &error),
        POL_OK);
    assert_true(packed.size < TEXT_BYTES / 4);
    assert_int_equal(BrotliDecoderDecompress(packed.size, (const uint8_t *)packed.data, &size,
                                             (uint8_t *)unpacked),
                     BROTLI_DECODER_RESULT_SUCCESS);
    assert_int_equal(size, TEXT_BYTES);
    assert_memory_equal(unpacked, text, TEXT_BYTES);
    pol_buffer_done(&packed);
}

static void a_full_buffer_is_told(void **state)
{
    pol_buffer packed;
    (void)state;
    fill_text();
    pol_buffer_init(&packed, 16);
    assert_int_equal(
        pol_encoding_pack(POL_ENCODING_GZIP, pol_span_make(text, TEXT_BYTES), &packed, &error),
        POL_LIMIT);
    pol_buffer_done(&packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_encoding_that_is_taken_is_chosen),
        cmocka_unit_test(small_and_packed_things_are_left_alone),
        cmocka_unit_test(gzip_comes_back),
        cmocka_unit_test(brotli_comes_back),
        cmocka_unit_test(a_full_buffer_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
