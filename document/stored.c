/* stored.c - a document to bytes and back.
 *
 *   'P' 'S' 'D' version          4 bytes
 *   content hash                 16 bytes, of the content
 *   size of the content          varint
 *   content                      all fields in the order of encode_content()
 *   count of sources, sources    varint, strings
 *   checksum of all before       4 bytes, FNV-1a, little-endian
 *
 * A varint is 7 bits a byte, low ones first, the high bit on all but the last. A string is
 * its size + 1 as a varint and its bytes; 0 is an absent one. The checksum finds any
 * single damaged byte; the lengths are checked all the same. */
#include "document/stored.h"

#include <assert.h>

#include "core/schema.h"

enum {
    VERSION = 1,
    HASH_SIZE = 16,
    CHECKSUM_SIZE = 4,
    PASSAGE_MIN = 10, /* bytes that any passage takes */
    SUBMITTER_MIN = 2,
    SOURCE_MIN = 1
};

static const char magic[3] = {'P', 'S', 'D'};

static uint32_t checksum(pol_span bytes)
{
    uint32_t sum = 2166136261u;
    for (size_t i = 0; i < bytes.size; i++)
        sum = (sum ^ (unsigned char)bytes.data[i]) * 16777619u;
    return sum;
}

/* --- encoding --------------------------------------------------------------------- */

static void put_number(pol_buffer *buffer, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        pol_buffer_add_byte(buffer, (char)(number | 0x80));
    pol_buffer_add_byte(buffer, (char)number);
}

static void put_span(pol_buffer *buffer, pol_span span)
{
    put_number(buffer, span.data ? (uint64_t)span.size + 1 : 0);
    if (span.data)
        pol_buffer_add(buffer, span);
}

static void put_value(pol_buffer *buffer, const pol_value *value)
{
    put_span(buffer, value->text);
    put_number(buffer, value->line);
    put_number(buffer, value->origin);
}

static void put_passage(pol_buffer *buffer, const pol_document *document,
                        const pol_passage *passage)
{
    const char *start = document->text.data;
    assert(passage->text.size == 0 ||
           (passage->text.data >= start &&
            passage->text.data + passage->text.size <= start + document->text.size));
    put_number(buffer, passage->ordinal);
    put_number(buffer, passage->clause);
    put_number(buffer, passage->decision);
    put_number(buffer, passage->depth);
    put_number(buffer, passage->is_action_point);
    put_number(buffer, passage->lead_in);
    put_number(buffer, passage->line);
    put_span(buffer, passage->label);
    put_number(buffer, passage->text.size ? (uint64_t)(passage->text.data - start) : 0);
    put_number(buffer, passage->text.size);
}

static void put_submitters(pol_buffer *buffer, const pol_document *document)
{
    put_number(buffer, document->submitter_count);
    for (size_t i = 0; i < document->submitter_count; i++) {
        put_span(buffer, document->submitters[i].name);
        put_number(buffer, document->submitters[i].is_person);
    }
    put_number(buffer, document->submitters_line);
}

static void put_date(pol_buffer *buffer, const pol_document *document)
{
    put_number(buffer, document->year > 0 ? (uint64_t)document->year : 0);
    put_number(buffer, document->year_line);
    put_number(buffer, document->date.year > 0 ? (uint64_t)document->date.year : 0);
    put_number(buffer, document->date.month);
    put_number(buffer, document->date.day);
    put_number(buffer, document->date_line);
}

static void encode_content(pol_buffer *buffer, const pol_stored *stored)
{
    const pol_document *document = &stored->document;
    put_number(buffer, stored->has_explicit_id);
    put_value(buffer, &document->id);
    put_number(buffer, document->kind);
    put_value(buffer, &document->title);
    put_span(buffer, document->display_title);
    put_value(buffer, &document->organisation);
    put_value(buffer, &document->conference);
    put_span(buffer, document->conference_name);
    put_date(buffer, document);
    put_value(buffer, &document->number);
    put_submitters(buffer, document);
    put_number(buffer, document->decision);
    put_value(buffer, &document->decision_raw);
    put_number(buffer, document->text_state);
    put_value(buffer, &document->recommendation);
    put_value(buffer, &document->source);
    put_value(buffer, &document->language);
    put_number(buffer, document->action_point_count);
    put_span(buffer, document->text);
    put_number(buffer, document->passage_count);
    for (size_t i = 0; i < document->passage_count; i++)
        put_passage(buffer, document, &document->passages[i]);
}

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

void pol_stored_encode(const pol_stored *stored, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_buffer content;
    pol_buffer_init(&content, buffer->limit);
    encode_content(&content, stored);
    if (content.status != POL_OK && buffer->status == POL_OK)
        buffer->status = content.status;
    pol_buffer_add(buffer, pol_span_make(magic, sizeof magic));
    pol_buffer_add_byte(buffer, VERSION);
    put_hash(buffer, pol_buffer_span(&content));
    put_number(buffer, content.size);
    pol_buffer_add(buffer, pol_buffer_span(&content));
    pol_buffer_done(&content);
    put_number(buffer, stored->source_count);
    for (size_t i = 0; i < stored->source_count; i++)
        put_span(buffer, stored->sources[i]);
    if (buffer->status != POL_OK)
        return;
    uint32_t sum = checksum(pol_span_from(pol_buffer_span(buffer), start));
    for (int i = 0; i < CHECKSUM_SIZE; i++)
        pol_buffer_add_byte(buffer, (char)(sum >> (8 * i)));
}

/* --- decoding --------------------------------------------------------------------- */

/* Once `is_bad`, reads give nothing more; asked for at the end. */
typedef struct cursor {
    pol_span rest;
    bool is_bad;
} cursor;

static pol_span take(cursor *at, uint64_t size)
{
    if (at->is_bad || size > at->rest.size) {
        at->is_bad = true;
        return pol_span_make(NULL, 0);
    }
    pol_span taken = pol_span_first(at->rest, (size_t)size);
    at->rest = pol_span_from(at->rest, (size_t)size);
    return taken;
}

static uint64_t take_number(cursor *at)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        pol_span byte = take(at, 1);
        if (!byte.data)
            return 0;
        uint64_t bits = (unsigned char)byte.data[0] & 0x7Fu;
        if (shift == 63 && bits > 1)
            break;
        number |= bits << shift;
        if (!((unsigned char)byte.data[0] & 0x80))
            return number;
    }
    at->is_bad = true;
    return 0;
}

/* A number below `bound`. */
static uint64_t take_below(cursor *at, uint64_t bound)
{
    uint64_t number = take_number(at);
    if (number < bound)
        return number;
    at->is_bad = true;
    return 0;
}

static uint32_t take_u32(cursor *at)
{
    return (uint32_t)take_below(at, (uint64_t)UINT32_MAX + 1);
}

/* A count of things that take at least `least` bytes each. */
static size_t take_count(cursor *at, size_t least)
{
    uint64_t count = take_number(at);
    if (count <= at->rest.size / least)
        return (size_t)count;
    at->is_bad = true;
    return 0;
}

static pol_span take_span(cursor *at)
{
    uint64_t size = take_number(at);
    return size == 0 ? pol_span_make(NULL, 0) : take(at, size - 1);
}

static pol_value take_value(cursor *at)
{
    pol_value value;
    value.text = take_span(at);
    value.line = take_u32(at);
    value.origin = (uint8_t)take_below(at, POL_ORIGIN_COUNT);
    return value;
}

static void take_date(cursor *at, pol_document *document)
{
    document->year = (int)take_below(at, INT16_MAX);
    document->year_line = take_u32(at);
    document->date.year = (int16_t)take_below(at, INT16_MAX);
    document->date.month = (uint8_t)take_below(at, 13);
    document->date.day = (uint8_t)take_below(at, 32);
    document->date_line = take_u32(at);
}

static pol_status take_submitters(cursor *at, pol_arena *arena, pol_document *document,
                                  pol_error *reterr)
{
    size_t count = take_count(at, SUBMITTER_MIN);
    document->submitters = pol_arena_array(arena, count, sizeof *document->submitters);
    if (!document->submitters)
        return pol_arena_refused(arena, count * sizeof *document->submitters, reterr);
    document->submitter_count = count;
    for (size_t i = 0; i < count; i++) {
        document->submitters[i].name = take_span(at);
        document->submitters[i].is_person = take_below(at, 2);
    }
    document->submitters_line = take_u32(at);
    return POL_OK;
}

static pol_passage take_passage(cursor *at, const pol_document *document, size_t count)
{
    pol_passage passage;
    passage.ordinal = (uint32_t)take_below(at, (uint64_t)count + 1);
    passage.clause = (uint8_t)take_below(at, POL_CLAUSE_COUNT);
    passage.decision = (uint8_t)take_below(at, POL_DECISION_COUNT);
    passage.depth = (uint8_t)take_below(at, UINT8_MAX + 1);
    passage.is_action_point = take_below(at, 2);
    passage.lead_in = (uint32_t)take_below(at, (uint64_t)count + 1);
    passage.line = take_u32(at);
    passage.label = take_span(at);
    uint64_t start = take_number(at), size = take_number(at);
    if (start > document->text.size || size > document->text.size - start) {
        at->is_bad = true;
        start = size = 0;
    }
    passage.text =
        pol_span_make(document->text.data ? document->text.data + start : "", (size_t)size);
    return passage;
}

static pol_status take_passages(cursor *at, pol_arena *arena, pol_document *document,
                                pol_error *reterr)
{
    document->text = take_span(at);
    size_t count = take_count(at, PASSAGE_MIN);
    document->passages = pol_arena_array(arena, count, sizeof *document->passages);
    if (!document->passages)
        return pol_arena_refused(arena, count * sizeof *document->passages, reterr);
    document->passage_count = count;
    for (size_t i = 0; i < count; i++)
        document->passages[i] = take_passage(at, document, count);
    return POL_OK;
}

static pol_status decode_content(cursor *at, pol_arena *arena, pol_stored *stored,
                                 pol_error *reterr)
{
    pol_document *document = &stored->document;
    stored->has_explicit_id = take_below(at, 2);
    document->id = take_value(at);
    document->kind = (pol_kind)take_below(at, POL_KIND_COUNT);
    document->title = take_value(at);
    document->display_title = take_span(at);
    document->organisation = take_value(at);
    document->conference = take_value(at);
    document->conference_name = take_span(at);
    take_date(at, document);
    document->number = take_value(at);
    pol_status status = take_submitters(at, arena, document, reterr);
    if (status != POL_OK)
        return status;
    document->decision = (pol_decision)take_below(at, POL_DECISION_COUNT);
    document->decision_raw = take_value(at);
    document->text_state = (pol_text_state)take_below(at, POL_TEXT_STATE_COUNT);
    document->recommendation = take_value(at);
    document->source = take_value(at);
    document->language = take_value(at);
    document->action_point_count = take_u32(at);
    return take_passages(at, arena, document, reterr);
}

static pol_status take_sources(cursor *at, pol_arena *arena, pol_stored *stored, pol_error *reterr)
{
    size_t count = take_count(at, SOURCE_MIN);
    stored->sources = pol_arena_array(arena, count, sizeof *stored->sources);
    if (!stored->sources)
        return pol_arena_refused(arena, count * sizeof *stored->sources, reterr);
    stored->source_count = count;
    for (size_t i = 0; i < count; i++)
        stored->sources[i] = take_span(at);
    return POL_OK;
}

static void take_hash(cursor *at, char hex[33])
{
    pol_span hash = take(at, HASH_SIZE);
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
    const uint8_t *end = (const uint8_t *)bytes.data + summed.size;
    uint32_t sum = end[0] | (uint32_t)end[1] << 8 | (uint32_t)end[2] << 16 | (uint32_t)end[3] << 24;
    if (checksum(summed) != sum)
        return fail_corrupt(reterr, "its checksum is wrong");
    *ret_rest = pol_span_from(summed, sizeof magic + 1);
    return POL_OK;
}

pol_status pol_stored_decode(pol_span bytes, pol_arena *arena, pol_stored *ret_stored,
                             pol_error *reterr)
{
    cursor outer = {.is_bad = false};
    pol_status status = check_frame(bytes, &outer.rest, reterr);
    if (status != POL_OK)
        return status;
    pol_stored stored = {.source_count = 0};
    take_hash(&outer, stored.content_hash);
    cursor content = {.rest = take(&outer, take_number(&outer))};
    status = decode_content(&content, arena, &stored, reterr);
    if (status == POL_OK)
        status = take_sources(&outer, arena, &stored, reterr);
    if (status != POL_OK)
        return status;
    if (outer.is_bad || content.is_bad || content.rest.size > 0 || outer.rest.size > 0)
        return fail_corrupt(reterr, "its lengths do not fit");
    *ret_stored = stored;
    return POL_OK;
}
