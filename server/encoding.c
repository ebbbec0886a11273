/* encoding.c - see encoding.h: zlib for gzip, Google's library for brotli. */
#include "server/encoding.h"

#include <brotli/encode.h>
#include <stdlib.h>
#include <zlib.h>

enum {
    WORTH_BYTES = 600, /* less fits into one packet anyway */
    GZIP_LEVEL = 5,    /* further ones cost more time than they save on the way */
    BROTLI_QUALITY = 4,
    BROTLI_WINDOW = 18,
    GZIP_WINDOW = 15 + 16, /* 16: gzip's header and trailer, not zlib's */
    GZIP_MEMORY = 8
};

static const char *const names[POL_ENCODING_COUNT] = {"identity", "gzip", "br"};

const char *pol_encoding_name(pol_encoding encoding)
{
    return names[encoding];
}

/* --- choosing ----------------------------------------------------------------------------- */

/* "0.8" in thousandths; 1000 for what is none, since a client that names a coding takes it. */
static int weight_of(pol_span parameters)
{
    size_t at = pol_span_find(parameters, POL_SPAN("q="), 0);
    if (at == (size_t)-1)
        return 1000;
    pol_span digits = pol_span_from(parameters, at + 2);
    int weight = 0, unit = 1000;
    for (size_t i = 0; i < digits.size && unit > 0; i++) {
        char c = digits.data[i];
        if (c == '.' && i == 1)
            continue;
        if (c < '0' || c > '9')
            break;
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return weight > 1000 ? 1000 : weight;
}

static pol_encoding encoding_of(pol_span name)
{
    for (int i = 0; i < POL_ENCODING_COUNT; i++)
        if (pol_span_equal_fold(name, pol_span_of(names[i])))
            return (pol_encoding)i;
    return POL_ENCODING_COUNT;
}

/* Takes the first item off a list with commas. */
static pol_span next_item(pol_span *list)
{
    const char *comma = memchr(list->data, ',', list->size);
    size_t size = comma ? (size_t)(comma - list->data) : list->size;
    pol_span item = pol_span_trim(pol_span_first(*list, size));
    *list = pol_span_from(*list, size + 1);
    return item;
}

pol_encoding pol_encoding_choose(pol_span accept_encoding)
{
    int weights[POL_ENCODING_COUNT] = {0}, others = 0;
    bool names_gzip = false;
    weights[POL_ENCODING_IDENTITY] = 1;
    for (pol_span rest = accept_encoding; rest.size;) {
        pol_span item = next_item(&rest);
        size_t end = pol_span_find(item, POL_SPAN(";"), 0);
        pol_span name = pol_span_trim(pol_span_first(item, end));
        pol_encoding encoding = encoding_of(name);
        int weight = end == (size_t)-1 ? 1000 : weight_of(pol_span_from(item, end));
        if (pol_span_equal(name, POL_SPAN("*")))
            others = weight;
        names_gzip = names_gzip || encoding == POL_ENCODING_GZIP;
        if (encoding != POL_ENCODING_COUNT && encoding != POL_ENCODING_IDENTITY)
            weights[encoding] = weight;
    }
    if (!names_gzip) /* "*" is for what is not named */
        weights[POL_ENCODING_GZIP] = others;
    pol_encoding best = POL_ENCODING_IDENTITY;
    for (int i = 0; i < POL_ENCODING_COUNT; i++)
        if (weights[i] >= weights[best] && weights[i] > 0)
            best = (pol_encoding)i;
    return best;
}

bool pol_encoding_is_worth(const char *type, size_t size_bytes)
{
    pol_span name = pol_span_of(type);
    bool is_text = pol_span_starts(name, POL_SPAN("text/")) ||
                   pol_span_find(name, POL_SPAN("json"), 0) != (size_t)-1 ||
                   pol_span_find(name, POL_SPAN("xml"), 0) != (size_t)-1;
    return is_text && size_bytes >= WORTH_BYTES;
}

/* --- packing ------------------------------------------------------------------------------ */

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for packing an answer");
}

static bool gzip(pol_span body, char *packed, size_t *size)
{
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)body.data,
                       .avail_in = (uInt)body.size,
                       .next_out = (Bytef *)packed,
                       .avail_out = (uInt)*size};
    if (deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    bool is_done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    *size = stream.total_out;
    deflateEnd(&stream);
    return is_done;
}

static bool brotli(pol_span body, char *packed, size_t *size)
{
    return BrotliEncoderCompress(BROTLI_QUALITY, BROTLI_WINDOW, BROTLI_MODE_TEXT, body.size,
                                 (const uint8_t *)body.data, size, (uint8_t *)packed) != 0;
}

pol_status pol_encoding_pack(pol_encoding encoding, pol_span body, pol_buffer *packed,
                             pol_error *reterr)
{
    if (body.size > UINT32_MAX / 2)
        return pol_fail(reterr, POL_LIMIT, 0, "an answer of %zu bytes is too large", body.size);
    size_t size = encoding == POL_ENCODING_BROTLI ? BrotliEncoderMaxCompressedSize(body.size)
                                                  : compressBound((uLong)body.size) + 32;
    char *bytes = malloc(size + 1);
    if (!bytes)
        return fail_room(reterr);
    bool is_done = true;
    if (encoding == POL_ENCODING_BROTLI)
        is_done = brotli(body, bytes, &size);
    else if (encoding == POL_ENCODING_GZIP)
        is_done = gzip(body, bytes, &size);
    pol_buffer_add(packed, encoding == POL_ENCODING_IDENTITY ? body : pol_span_make(bytes, size));
    free(bytes);
    if (!is_done || packed->status == POL_NOMEM)
        return fail_room(reterr);
    if (packed->status != POL_OK)
        return pol_fail(reterr, packed->status, 0, "an answer is too large to be packed");
    return POL_OK;
}
