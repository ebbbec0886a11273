/* stored.c - a document to bytes and back.
 *
 *   'P' 'S' 'D' version          4 bytes
 *   content hash                 16 bytes, of the content
 *   size of the content          number
 *   content                      whether it has an id of its own, the document (codec.h)
 *   count of sources, sources    number, strings
 *   overlay                      1 and what others say of it, or 0
 *   changed                      number, Unix seconds
 *   checksum of all before       8 bytes, little-endian
 *
 * Numbers and strings are those of codec.h. The checksum finds any single damaged byte; the
 * lengths are checked all the same. */
#include "document/stored.h"

#include <endian.h>

#include "core/analysis.h"
#include "core/schema.h"
#include "document/codec.h"

enum {
    VERSION = 4,
    HASH_SIZE = 16,
    CHECKSUM_SIZE = 8,
    SOURCE_MIN = 1 /* bytes that any source takes */
};

#define STORED_LIMIT ((size_t)512 << 20)

static const char magic[3] = {'P', 'S', 'D'};

/* Other bytes give another sum, where the sum before is the same; and another sum before does,
 * where the bytes are. */
static uint64_t add_to_sum(uint64_t sum, uint64_t bytes)
{
    sum = (sum ^ bytes) * 0x9e3779b97f4a7c15u;
    return sum ^ sum >> 32;
}

static uint64_t load(const char *at, size_t size)
{
    uint64_t bytes = 0;
    memcpy(&bytes, at, size);
    return le64toh(bytes);
}

/* Four sums side by side, as none of them waits for another; then one of these. */
static uint64_t checksum(pol_span bytes)
{
    enum { LANES = 4, WIDTH = sizeof(uint64_t) };
    uint64_t sums[LANES] = {1, 2, 3, 4}, sum = bytes.size;
    size_t at = 0;
    for (; bytes.size - at >= LANES * WIDTH; at += LANES * WIDTH)
        for (size_t lane = 0; lane < LANES; lane++)
            sums[lane] = add_to_sum(sums[lane], load(bytes.data + at + lane * WIDTH, WIDTH));
    for (size_t lane = 0; lane < LANES; lane++)
        sum = add_to_sum(sum, sums[lane]);
    for (size_t size; at < bytes.size; at += size) {
        size = bytes.size - at < WIDTH ? bytes.size - at : WIDTH;
        sum = add_to_sum(sum, load(bytes.data + at, size));
    }
    return sum;
}

/* --- encoding --------------------------------------------------------------------- */

static unsigned hex_digit(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

static void put_hash(pol_buffer *buffer, pol_span content)
{
    char hex[33];
    pol_hash_hex(content, hex);
    for (size_t i = 0; i < HASH_SIZE; i++)
        pol_buffer_add_byte(buffer, (char)(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1])));
}

static void put_content(pol_buffer *buffer, const pol_stored *stored)
{
    pol_put_number(buffer, stored->has_explicit_id);
    pol_put_document(buffer, &stored->document);
}

void pol_stored_encode(const pol_stored *stored, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_buffer content;
    pol_buffer_init(&content, buffer->limit);
    put_content(&content, stored);
    if (content.status != POL_OK && buffer->status == POL_OK)
        buffer->status = content.status;
    pol_buffer_add(buffer, pol_span_make(magic, sizeof magic));
    pol_buffer_add_byte(buffer, VERSION);
    put_hash(buffer, pol_buffer_span(&content));
    pol_put_number(buffer, content.size);
    pol_buffer_add(buffer, pol_buffer_span(&content));
    pol_buffer_done(&content);
    pol_put_number(buffer, stored->source_count);
    for (size_t i = 0; i < stored->source_count; i++)
        pol_put_span(buffer, stored->sources[i]);
    pol_put_number(buffer, stored->has_overlay);
    if (stored->has_overlay)
        pol_put_overlay(buffer, &stored->overlay);
    pol_put_number(buffer, stored->changed > 0 ? (uint64_t)stored->changed : 0);
    if (buffer->status != POL_OK)
        return;
    uint64_t sum = checksum(pol_span_from(pol_buffer_span(buffer), start));
    for (int i = 0; i < CHECKSUM_SIZE; i++)
        pol_buffer_add_byte(buffer, (char)(sum >> (8 * i)));
}

/* --- decoding --------------------------------------------------------------------- */

static pol_status take_sources(pol_cursor *at, pol_arena *arena, pol_stored *stored,
                               pol_error *reterr)
{
    size_t count = pol_take_count(at, SOURCE_MIN);
    stored->sources = pol_arena_array(arena, count, sizeof *stored->sources);
    if (!stored->sources)
        return pol_arena_refused(arena, count * sizeof *stored->sources, reterr);
    stored->source_count = count;
    for (size_t i = 0; i < count; i++)
        stored->sources[i] = pol_take_span(at);
    return POL_OK;
}

static void take_hash(pol_cursor *at, char hex[33])
{
    pol_span hash = pol_take_bytes(at, HASH_SIZE);
    for (size_t i = 0; i < hash.size; i++) {
        unsigned char byte = (unsigned char)hash.data[i];
        hex[2 * i] = "0123456789abcdef"[byte >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[byte & 0xF];
    }
    hex[2 * HASH_SIZE] = '\0';
}

static pol_status fail_corrupt(pol_error *reterr, const char *what)
{
    return pol_fail(reterr, POL_CORRUPT, 0,
                    "a stored document is damaged (%s): rebuild the index or restore a backup",
                    what);
}

/* Head and checksum; what lies between them goes to `ret_rest`. */
static pol_status check_frame(pol_span bytes, pol_span *ret_rest, pol_error *reterr)
{
    if (bytes.size < sizeof magic + 1 + CHECKSUM_SIZE ||
        memcmp(bytes.data, magic, sizeof magic) != 0)
        return fail_corrupt(reterr, "it does not start as one");
    unsigned version = (unsigned char)bytes.data[sizeof magic];
    if (version != VERSION)
        return pol_fail(reterr, POL_VERSION, version,
                        "a stored document has format %u, this program reads %d: run polindex "
                        "--rebuild",
                        version, VERSION);
    pol_span summed = pol_span_first(bytes, bytes.size - CHECKSUM_SIZE);
    if (checksum(summed) != load(bytes.data + summed.size, CHECKSUM_SIZE))
        return fail_corrupt(reterr, "its checksum is wrong");
    *ret_rest = pol_span_from(summed, sizeof magic + 1);
    return POL_OK;
}

bool pol_stored_may_be(pol_span bytes)
{
    return pol_span_starts(bytes, pol_span_make(magic, sizeof magic));
}

pol_status pol_stored_decode(pol_span bytes, pol_arena *arena, pol_stored *ret_stored,
                             pol_error *reterr)
{
    pol_cursor outer = {.is_bad = false};
    pol_status status = check_frame(bytes, &outer.rest, reterr);
    if (status != POL_OK)
        return status;
    pol_stored stored = {.source_count = 0};
    take_hash(&outer, stored.content_hash);
    pol_cursor content = {.rest = pol_take_bytes(&outer, pol_take_number(&outer))};
    stored.has_explicit_id = pol_take_below(&content, 2);
    status = pol_take_document(&content, arena, &stored.document, reterr);
    if (status == POL_OK)
        status = take_sources(&outer, arena, &stored, reterr);
    stored.has_overlay = pol_take_below(&outer, 2);
    if (status == POL_OK && stored.has_overlay)
        status = pol_take_overlay(&outer, arena, &stored.overlay, reterr);
    stored.changed = (int64_t)pol_take_below(&outer, INT64_MAX);
    if (status != POL_OK)
        return status;
    if (outer.is_bad || content.is_bad || content.rest.size > 0 || outer.rest.size > 0)
        return fail_corrupt(reterr, "its lengths do not fit");
    *ret_stored = stored;
    return POL_OK;
}

pol_status pol_stored_apply(pol_stored *stored, pol_arena *arena, pol_error *reterr)
{
    return stored->has_overlay
               ? pol_overlay_apply(&stored->overlay, arena, &stored->document, reterr)
               : POL_OK;
}

/* What does not fit into memory has the hash of nothing: it is stored nowhere either. */
static void hash_and_done(pol_buffer *buffer, char hex[33])
{
    pol_hash_hex(buffer->status == POL_OK ? pol_buffer_span(buffer) : POL_SPAN(""), hex);
    pol_buffer_done(buffer);
}

void pol_stored_content_hash(const pol_stored *stored, char hex[33])
{
    pol_buffer content;
    pol_buffer_init(&content, STORED_LIMIT);
    put_content(&content, stored);
    hash_and_done(&content, hex);
}

void pol_stored_others_hash(const pol_stored *stored, char hex[33])
{
    pol_buffer others;
    pol_buffer_init(&others, STORED_LIMIT);
    if (stored->has_overlay)
        pol_put_overlay(&others, &stored->overlay);
    hash_and_done(&others, hex);
}

bool pol_document_has_stems(const pol_document *document)
{
    enum { LOOKED_AT = 4096 };
    pol_span language = document->language.text;
    return language.size ? pol_span_starts_fold(language, POL_SPAN("en"))
                         : !pol_text_is_foreign(pol_span_first(document->text, LOOKED_AT));
}
