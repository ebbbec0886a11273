/* pairs.c - keys to one spelling, values to one line. */
#include "document/pairs.h"

#include "document/clean.h"

static char fold_key_byte(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return (char)(byte + 32);
    return byte == ' ' || byte == '-' ? '_' : byte;
}

pol_span pol_pair_key(pol_span outer, pol_span key, pol_arena *arena)
{
    key = pol_span_trim(key);
    char *made = pol_arena_alloc(arena, outer.size + key.size + 2);
    if (!made)
        return pol_span_make(NULL, 0);
    size_t size = 0;
    if (outer.size) {
        memcpy(made, outer.data, outer.size);
        size = outer.size;
        made[size++] = '.';
    }
    for (size_t i = 0; i < key.size; i++)
        made[size++] = fold_key_byte(key.data[i]);
    return pol_span_make(made, size);
}

static bool is_address(pol_span key)
{
    static const char *const keys[] = {"id", "source", "url", "canonical"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (pol_span_equal(key, pol_span_of(keys[i])))
            return true;
    return false;
}

pol_status pol_text_add_value(pol_text *text, pol_arena *arena, pol_span key, pol_span value,
                              uint32_t line, pol_origin origin, pol_error *reterr)
{
    pol_span copy = pol_arena_copy(arena, value);
    if (copy.data)
        copy = is_address(key) ? pol_span_trim(copy) : pol_clean_line(copy, arena);
    if (!copy.data || !key.data)
        return pol_arena_refused(arena, value.size + 1, reterr);
    if (copy.size == 0)
        return POL_OK;
    pol_pair pair = {key, copy, line, (uint8_t)origin};
    return pol_text_add_pair(text, arena, pair, reterr);
}
