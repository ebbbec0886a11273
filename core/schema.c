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

void pol_hash_hex(pol_span bytes, char hex[33])
{
    /* FNV-1a's basis and prime for 128 bits. */
    hash_word hash = (hash_word)0x6c62272e07bb0142u << 64 | 0x62b821756295c58du;
    const hash_word prime = (hash_word)1 << 88 | 0x13b;
    for (size_t i = 0; i < bytes.size; i++)
        hash = (hash ^ (uint8_t)bytes.data[i]) * prime;
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

enum { KEPT_BYTES = 200, HASHED_TAIL = 33 }; /* "~" and 32 digits */

/* Prefix and value in at most `room` bytes; a value that does not fit is cut to
 * `kept` bytes (before its first zero byte) and told apart by its hash. */
static size_t make_term(const char *prefix, pol_span value, size_t room, size_t kept, char *buffer)
{
    size_t size = strlen(prefix);
    memcpy(buffer, prefix, size);
    if (size + size_in_index(value) <= room) {
        if (value.size)
            memcpy(buffer + size, value.data, value.size);
        return size + value.size;
    }
    size_t start = strnlen(value.data, value.size < kept ? value.size : kept);
    memcpy(buffer + size, value.data, start);
    size += start;
    buffer[size++] = '~';
    pol_hash_hex(value, buffer + size);
    return size + HASHED_TAIL - 1;
}

pol_span pol_term_make(const char *prefix, pol_span value, char buffer[POL_TERM_MAX + 1])
{
    size_t size = make_term(prefix, value, POL_TERM_MAX, KEPT_BYTES, buffer);
    buffer[size] = '\0';
    return pol_span_make(buffer, size);
}

pol_span pol_passage_term(pol_span id, uint32_t ordinal, char buffer[POL_TERM_MAX + 1])
{
    enum { ORDINAL_SIZE = 11 }; /* "#4294967295" */
    const size_t room = POL_TERM_MAX - ORDINAL_SIZE;
    size_t size = make_term(POL_PREFIX_PASSAGE, id, room, room - 1 - HASHED_TAIL, buffer);
    int printed = snprintf(buffer + size, ORDINAL_SIZE + 1, "#%u", (unsigned)ordinal);
    return pol_span_make(buffer, size + (size_t)printed);
}

pol_span pol_passage_data_encode(pol_passage_data data, char *buffer)
{
    int printed = snprintf(buffer, POL_PASSAGE_DATA_FIXED, "%u ", (unsigned)data.ordinal);
    if (data.id.size)
        memcpy(buffer + printed, data.id.data, data.id.size);
    return pol_span_make(buffer, (size_t)printed + data.id.size);
}

bool pol_passage_data_decode(pol_span bytes, pol_passage_data *ret_data)
{
    uint64_t ordinal = 0;
    size_t at = 0;
    while (at < bytes.size && bytes.data[at] >= '0' && bytes.data[at] <= '9' && at < 10)
        ordinal = ordinal * 10 + (uint64_t)(bytes.data[at++] - '0');
    bool has_zeros = at > 1 && bytes.data[0] == '0';
    if (at == 0 || has_zeros || ordinal > UINT32_MAX || at + 1 >= bytes.size ||
        bytes.data[at] != ' ')
        return false;
    ret_data->ordinal = (uint32_t)ordinal;
    ret_data->id = pol_span_from(bytes, at + 1);
    return true;
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
