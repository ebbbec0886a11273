/* zip_maker.h - archives as honest programs do not write them: every field can be a lie. */
#ifndef POL_TESTS_FORMATS_ZIP_MAKER_H
#define POL_TESTS_FORMATS_ZIP_MAKER_H

#include <stdint.h>

#include "core/buffer.h"

typedef struct made_member {
    const char *name;
    pol_span packed;
    size_t size;  /* unpacked; 0: stored as it is */
    uint32_t crc; /* of what is unpacked, where size is given */
    uint16_t flags, method;
    uint32_t mode;      /* of Unix; 0: a plain file */
    uint32_t at_less;   /* said to start so many bytes earlier than it does */
    bool has_no_header; /* only the directory knows it */
} made_member;

typedef struct zip_maker {
    pol_buffer bytes;
    pol_buffer directory;
    size_t count;
} zip_maker;

static inline uint32_t crc_of(pol_span bytes)
{
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < bytes.size; i++) {
        crc ^= (unsigned char)bytes.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

static inline void put(pol_buffer *to, size_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        pol_buffer_add_byte(to, (char)(value >> 8 * i & 0xFF));
}

static inline void maker_init(zip_maker *maker)
{
    pol_buffer_init(&maker->bytes, 256 << 20);
    pol_buffer_init(&maker->directory, 64 << 20);
    maker->count = 0;
}

static inline void maker_done(zip_maker *maker)
{
    pol_buffer_done(&maker->bytes);
    pol_buffer_done(&maker->directory);
}

/* What header and directory entry have in common. */
static inline void put_common(pol_buffer *to, const made_member *member)
{
    put(to, 20, 2);
    put(to, member->flags, 2);
    put(to, member->method, 2);
    put(to, 0, 4);
    put(to, member->size ? member->crc : crc_of(member->packed), 4);
    put(to, member->packed.size, 4);
    put(to, member->size ? member->size : member->packed.size, 4);
    put(to, strlen(member->name), 2);
    put(to, 0, 2);
}

static inline void maker_add(zip_maker *maker, made_member member)
{
    size_t at = maker->bytes.size - member.at_less;
    if (!member.has_no_header) {
        pol_buffer_add(&maker->bytes, POL_SPAN("PK\x03\x04"));
        put_common(&maker->bytes, &member);
        pol_buffer_add_text(&maker->bytes, member.name);
        pol_buffer_add(&maker->bytes, member.packed);
    }
    pol_buffer *to = &maker->directory;
    pol_buffer_add(to, POL_SPAN("PK\x01\x02"));
    put(to, 3 << 8 | 20, 2); /* made on Unix */
    put_common(to, &member);
    put(to, 0, 6);
    put(to, (size_t)(member.mode ? member.mode : 0100644) << 16, 4);
    put(to, at, 4);
    pol_buffer_add_text(to, member.name);
    maker->count++;
}

static inline void maker_text(zip_maker *maker, const char *name, const char *text)
{
    maker_add(maker, (made_member){.name = name, .packed = pol_span_of(text)});
}

/* Writes the directory; the archive is in maker->bytes. */
static inline pol_span maker_end(zip_maker *maker)
{
    size_t at = maker->bytes.size;
    pol_buffer_add(&maker->bytes, pol_buffer_span(&maker->directory));
    pol_buffer_add(&maker->bytes, POL_SPAN("PK\x05\x06"));
    put(&maker->bytes, 0, 4);
    put(&maker->bytes, maker->count & 0xFFFF, 2);
    put(&maker->bytes, maker->count & 0xFFFF, 2);
    put(&maker->bytes, maker->directory.size, 4);
    put(&maker->bytes, at, 4);
    put(&maker->bytes, 0, 2);
    return pol_buffer_span(&maker->bytes);
}

#endif
