/* sign_stored.h - the checksum of a stored document as document/stored.c has it, so that damage
 * gets past it in tests. */
#ifndef TESTS_UNIT_DOCUMENT_SIGN_STORED_H
#define TESTS_UNIT_DOCUMENT_SIGN_STORED_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t sign_stored_add(uint64_t sum, const char *bytes, size_t size)
{
    uint64_t word = 0;
    for (size_t i = 0; i < size; i++)
        word |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
    return sum ^ sum >> 32;
}

/* The last eight bytes become the checksum of those before; `size` is 8 at least. */
static inline void sign_stored(char *bytes, size_t size)
{
    uint64_t sums[4] = {1, 2, 3, 4}, sum = size - 8;
    size_t at = 0, end = (size - 8) / 32 * 32;
    for (; at < end; at += 8)
        sums[at / 8 % 4] = sign_stored_add(sums[at / 8 % 4], bytes + at, 8);
    for (size_t i = 0; i < 4; i++) {
        sum = (sum ^ sums[i]) * 0x9e3779b97f4a7c15u;
        sum ^= sum >> 32;
    }
    for (; at < size - 8; at += 8)
        sum = sign_stored_add(sum, bytes + at, size - 8 - at < 8 ? size - 8 - at : 8);
    for (int i = 0; i < 8; i++)
        bytes[size - 8 + (size_t)i] = (char)(sum >> (8 * i));
}

#endif
