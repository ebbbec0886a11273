/* url.c - see url.h. */
#include "web/url.h"

#include "core/utf8.h"

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The byte that stands at `at`, and how many characters spell it; 0 for a bad escape. */
static size_t decode_byte(pol_span text, size_t at, bool plus_is_space, char *ret_byte)
{
    *ret_byte = text.data[at];
    if (*ret_byte == '+' && plus_is_space)
        *ret_byte = ' ';
    if (*ret_byte != '%')
        return 1;
    int high = at + 2 < text.size ? hex_digit(text.data[at + 1]) : -1;
    int low = at + 2 < text.size ? hex_digit(text.data[at + 2]) : -1;
    if (high < 0 || low < 0)
        return 0;
    *ret_byte = (char)(high << 4 | low);
    return 3;
}

static pol_status check_utf8(pol_span decoded, pol_error *reterr)
{
    size_t size;
    for (size_t at = 0; at < decoded.size; at += size) {
        uint32_t character;
        size = pol_utf8_decode(pol_span_from(decoded, at), &character);
        if (character == 0xFFFD && size == 1)
            return pol_fail(reterr, POL_SYNTAX, at, "the address holds bytes that are no UTF-8");
    }
    return POL_OK;
}

static pol_status allocate(pol_arena *arena, size_t size, char **ret_bytes, pol_error *reterr)
{
    *ret_bytes = pol_arena_alloc(arena, size);
    if (*ret_bytes)
        return POL_OK;
    return pol_fail(reterr, pol_arena_is_full(arena, size) ? POL_LIMIT : POL_NOMEM, 0,
                    "no room for what the request sent");
}

pol_status pol_url_decode_form(pol_span text, pol_arena *arena, pol_span *ret_decoded,
                               pol_error *reterr)
{
    char *decoded;
    size_t size = 0;
    *ret_decoded = POL_SPAN("");
    pol_status status = allocate(arena, text.size + 1, &decoded, reterr);
    if (status != POL_OK)
        return status;
    for (size_t at = 0; at < text.size; size++) {
        size_t spelt = decode_byte(text, at, true, &decoded[size]);
        at += spelt ? spelt : 1;
    }
    *ret_decoded = pol_span_make(decoded, size);
    return POL_OK;
}

pol_status pol_url_decode(pol_span text, bool plus_is_space, pol_arena *arena,
                          pol_span *ret_decoded, pol_error *reterr)
{
    char *decoded;
    size_t size = 0;
    *ret_decoded = POL_SPAN("");
    pol_status status = allocate(arena, text.size + 1, &decoded, reterr);
    if (status != POL_OK)
        return status;
    for (size_t at = 0; at < text.size;) {
        size_t spelt = decode_byte(text, at, plus_is_space, &decoded[size]);
        if (spelt == 0)
            return pol_fail(reterr, POL_SYNTAX, at,
                            "the address has a %% without two hexadecimal digits behind it");
        if (decoded[size++] == '\0')
            return pol_fail(reterr, POL_SYNTAX, at, "the address holds a zero byte");
        at += spelt;
    }
    *ret_decoded = pol_span_make(decoded, size);
    return check_utf8(*ret_decoded, reterr);
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void pol_url_add(pol_buffer *buffer, pol_span value)
{
    size_t kept = 0;
    for (size_t at = 0; at < value.size; at++) {
        if (is_unreserved(value.data[at]))
            continue;
        pol_buffer_add(buffer, pol_span_make(value.data + kept, at - kept));
        pol_buffer_printf(buffer, "%%%02X", (unsigned)(unsigned char)value.data[at]);
        kept = at + 1;
    }
    pol_buffer_add(buffer, pol_span_from(value, kept));
}

void pol_url_add_document(pol_buffer *buffer, pol_span id, uint32_t ordinal)
{
    pol_buffer_add_text(buffer, "/documents/");
    pol_url_add(buffer, id);
    if (ordinal)
        pol_buffer_printf(buffer, "#p%u", (unsigned)ordinal);
}

void pol_url_add_parameter(pol_buffer *buffer, size_t *count, const char *name, pol_span value)
{
    pol_buffer_add_byte(buffer, (*count)++ ? '&' : '?');
    pol_url_add(buffer, pol_span_of(name));
    pol_buffer_add_byte(buffer, '=');
    pol_url_add(buffer, value);
}
