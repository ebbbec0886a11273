/* schema.c - the table of fields, and how values become terms.
 *
 * A new field is one line here and one in pol_field. Prefixes: no prefix may be the
 * start of another one followed by what a value can start with. Values are folded,
 * so upper-case letters end a prefix; "I", "Q" and two-letter prefixes with X but XD, XK, XL, XN
 * and XT take values of any case, and therefore nothing else may start with them. */
#include "core/schema.h"

#include <stdio.h>

static const pol_field_info fields[POL_FIELD_COUNT] = {
    [POL_FIELD_TITLE] = {"title", POL_TYPE_WORDS, POL_PREFIX_TITLE_WORD, -1, false,
                         "words of the title", "title:pay"},
    [POL_FIELD_CONFERENCE] = {"conference", POL_TYPE_WORDS, "XC", POL_SLOT_CONFERENCE, true,
                              "words of the conference's name", "conference:\"health care\""},
    [POL_FIELD_YEAR] = {"year", POL_TYPE_YEAR, "Y", POL_SLOT_YEAR, true,
                        "the conference's year, or the article's; a year or a range",
                        "year:2010..2015"},
    [POL_FIELD_DATE] = {"date", POL_TYPE_DATE, NULL, POL_SLOT_DATE, false,
                        "date of submission or publication; a date or a range",
                        "date:2014-06..2015"},
    [POL_FIELD_DECISION] = {"decision", POL_TYPE_CODE, "XD", POL_SLOT_DECISION, true,
                            "what conference decided; policy stands for all that was carried",
                            "decision:policy"},
    [POL_FIELD_KIND] = {"kind", POL_TYPE_CODE, "XK", POL_SLOT_KIND, true,
                        "motion, composite, article and the like", "kind:article"},
    [POL_FIELD_CLAUSE] = {"clause", POL_TYPE_CODE, "XL", POL_SLOT_CLAUSE, true,
                          "notes, believes, resolves and the like", "clause:resolves"},
    [POL_FIELD_NUMBER] = {"number", POL_TYPE_CODE, "XN", -1, false,
                          "the motion's number as printed", "number:75.1"},
    [POL_FIELD_BY] = {"by", POL_TYPE_WORDS, "XS", -1, false,
                      "words of the bodies that submitted it", "by:\"north branch\""},
    [POL_FIELD_ORG] = {"org", POL_TYPE_WORDS, POL_PREFIX_EXACT_ORG, POL_SLOT_ORG, true,
                       "words of the organisation's name", "org:union"},
    [POL_FIELD_SOURCE] = {"source", POL_TYPE_WORDS, "XU", -1, false,
                          "words of the file's path or the address", "source:agenda"},
    [POL_FIELD_ID] = {"id", POL_TYPE_CODE, POL_PREFIX_DOCUMENT, POL_SLOT_DOCUMENT, false,
                      "the document's id, exactly", "id:motion-2014-12"},
    [POL_FIELD_STANDING] = {"standing", POL_TYPE_CODE, "XT", -1, false,
                            "whether it still holds: current, superseded, lapsed, unstated",
                            "standing:current"},
};

const pol_field_info *pol_field_info_of(pol_field field)
{
    return &fields[field];
}

pol_field pol_field_from_name(pol_span name)
{
    for (size_t i = 0; i < POL_FIELD_COUNT; i++)
        if (pol_span_equal_fold(name, pol_span_of(fields[i].name)))
            return (pol_field)i;
    return POL_FIELD_COUNT;
}

__extension__ typedef unsigned __int128 hash_word;

static hash_word hash_of(pol_span bytes)
{
    /* FNV-1a's basis and prime for 128 bits. */
    hash_word hash = (hash_word)0x6c62272e07bb0142u << 64 | 0x62b821756295c58du;
    const hash_word prime = (hash_word)1 << 88 | 0x13b;
    for (size_t i = 0; i < bytes.size; i++)
        hash = (hash ^ (uint8_t)bytes.data[i]) * prime;
    return hash;
}

void pol_hash_hex(pol_span bytes, char hex[33])
{
    hash_word hash = hash_of(bytes);
    for (size_t i = 32; i-- > 0; hash >>= 4)
        hex[i] = "0123456789abcdef"[(unsigned)(hash & 15)];
    hex[32] = '\0';
}

/* Xapian writes a zero byte as two, and its bound is on what it writes. */
static size_t size_in_index(pol_span value)
{
    size_t size = value.size;
    for (size_t i = 0; i < value.size; i++)
        size += value.data[i] == '\0';
    return size;
}

enum {
    KEPT_BYTES = 200,
    HASHED_TAIL = 33, /* "~" and 32 digits */
    PREFIX_BYTES = POL_TERM_MAX - KEPT_BYTES - HASHED_TAIL
};

/* Prefix and value in at most `room` bytes; a value that does not fit is cut to KEPT_BYTES
 * (before its first zero byte) and told apart by its hash. */
static size_t make_term(const char *prefix, pol_span value, size_t room, char *buffer)
{
    size_t size = strlen(prefix);
    if (size + size_in_index(value) <= room) {
        memcpy(buffer, prefix, size);
        if (value.size)
            memcpy(buffer + size, value.data, value.size);
        return size + value.size;
    }
    size = size < PREFIX_BYTES ? size : PREFIX_BYTES; /* those that take a hash are shorter */
    memcpy(buffer, prefix, size);
    size_t start = strnlen(value.data, value.size < KEPT_BYTES ? value.size : KEPT_BYTES);
    memcpy(buffer + size, value.data, start);
    size += start;
    buffer[size++] = '~';
    pol_hash_hex(value, buffer + size);
    return size + HASHED_TAIL - 1;
}

pol_span pol_term_make(const char *prefix, pol_span value, char buffer[POL_TERM_MAX + 1])
{
    size_t size = make_term(prefix, value, POL_TERM_MAX, buffer);
    buffer[size] = '\0';
    return pol_span_make(buffer, size);
}

pol_span pol_document_key(pol_span id, char buffer[POL_KEY_SIZE + 1])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    hash_word whole = hash_of(id);
    uint64_t hash = (uint64_t)whole ^ (uint64_t)(whole >> 64);
    hash = (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u; /* its bits depend on little each */
    hash ^= hash >> 29;
    for (size_t i = 0; i < POL_KEY_SIZE; i++, hash >>= 6)
        buffer[i] = digits[hash & 63];
    buffer[POL_KEY_SIZE] = '\0';
    return pol_span_make(buffer, POL_KEY_SIZE);
}

pol_span pol_document_term(pol_span id, char buffer[POL_TERM_MAX + 1])
{
    const size_t size = strlen(POL_PREFIX_DOCUMENT);
    memcpy(buffer, POL_PREFIX_DOCUMENT, size);
    pol_span key = pol_document_key(id, buffer + size);
    return pol_span_make(buffer, size + key.size);
}

pol_span pol_head_term(pol_span id, char buffer[POL_TERM_MAX + 1])
{
    return pol_term_make(POL_PREFIX_ID, id, buffer);
}

pol_span pol_ordinal_value(uint32_t ordinal, char buffer[POL_ORDINAL_SIZE])
{
    const unsigned char bytes[POL_ORDINAL_SIZE] = {
        (unsigned char)(ordinal >> 24), (unsigned char)(ordinal >> 16),
        (unsigned char)(ordinal >> 8), (unsigned char)ordinal};
    size_t zeros = 0;
    while (zeros < POL_ORDINAL_SIZE && !bytes[zeros])
        zeros++;
    memcpy(buffer, bytes + zeros, POL_ORDINAL_SIZE - zeros);
    return pol_span_make(buffer, POL_ORDINAL_SIZE - zeros);
}

uint32_t pol_ordinal_parse(pol_span value)
{
    uint32_t ordinal = 0;
    if (value.size > POL_ORDINAL_SIZE || (value.size && value.data[0] == '\0'))
        return 0;
    for (size_t i = 0; i < value.size; i++)
        ordinal = ordinal << 8 | (unsigned char)value.data[i];
    return ordinal;
}

const char *pol_changed_value(int64_t seconds, char buffer[POL_CHANGED_SIZE])
{
    const int64_t too_many = 10000000000;
    buffer[0] = '\0';
    if (seconds > 0 && seconds < too_many)
        snprintf(buffer, POL_CHANGED_SIZE, "%010lld", (long long)seconds);
    return buffer;
}

const char *pol_outcome_value(int year, const char *code, char buffer[POL_OUTCOME_SIZE])
{
    buffer[0] = '\0';
    if (year > 0 && year <= 9999)
        snprintf(buffer, POL_OUTCOME_SIZE, "%04d %s", year, code ? code : "");
    return buffer;
}

bool pol_slot_year_parse(pol_span value, int *ret_year, pol_span *ret_rest)
{
    int year = 0;
    if (value.size < 5 || value.data[4] != ' ')
        return false;
    for (size_t i = 0; i < 4; i++) {
        if (value.data[i] < '0' || value.data[i] > '9')
            return false;
        year = year * 10 + (value.data[i] - '0');
    }
    *ret_year = year;
    *ret_rest = pol_span_from(value, 5);
    return true;
}
