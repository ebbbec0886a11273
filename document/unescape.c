/* unescape.c - undoing escapes of JSON and HTML in a plain text file. */
#include "document/unescape.h"

#include "core/utf8.h"
#include "document/reader.h"

enum { ENTITY_MAX = 10, PASSES_MAX = 3 };

static size_t count_of(pol_span text, const char *part, size_t enough)
{
    size_t count = 0;
    pol_span wanted = pol_span_of(part);
    for (size_t at = 0; count < enough; at += wanted.size, count++)
        if ((at = pol_span_find(text, wanted, at)) == (size_t)-1)
            break;
    return count;
}

/* --- HTML ------------------------------------------------------------------------- */

typedef struct entity {
    const char *name;
    uint32_t character;
} entity;

/* The ones that texts of this kind hold; others stay as they are. */
static const entity entities[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"pound", 0xA3},    {"euro", 0x20AC},  {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"ndash", 0x2013},
    {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022},  {"middot", 0xB7},  {"laquo", 0xAB},
    {"raquo", 0xBB},   {"copy", 0xA9},     {"reg", 0xAE},     {"trade", 0x2122}, {"deg", 0xB0},
    {"frac12", 0xBD},  {"frac14", 0xBC},   {"frac34", 0xBE},  {"eacute", 0xE9},  {"egrave", 0xE8},
    {"aacute", 0xE1},  {"agrave", 0xE0},   {"oacute", 0xF3},  {"iacute", 0xED},  {"uacute", 0xFA},
    {"ccedil", 0xE7},  {"ouml", 0xF6},     {"uuml", 0xFC},    {"auml", 0xE4},    {"ntilde", 0xF1},
    {"ecirc", 0xEA},   {"acirc", 0xE2},    {"ocirc", 0xF4},   {"icirc", 0xEE},   {"shy", 0xAD},
    {"sect", 0xA7},    {"times", 0xD7},    {"zwj", 0x200D},
};

/* "#8217" or "#x2019". */
static uint32_t number_of(pol_span name)
{
    bool is_hex = name.size > 1 && (name.data[1] | 0x20) == 'x';
    uint32_t number = 0;
    for (size_t i = is_hex ? 2 : 1; i < name.size; i++) {
        const char *digits = "0123456789abcdef", *digit = strchr(digits, name.data[i] | 0x20);
        if (!digit || name.data[i] == '\0' || digit - digits >= (is_hex ? 16 : 10))
            return 0;
        number = number * (is_hex ? 16 : 10) + (uint32_t)(digit - digits);
        if (number > 0x10FFFF)
            return 0;
    }
    return number < 0x20 && number != '\t' && number != '\n' ? 0 : number;
}

/* The character of the entity at `at`, 0 for none; *ret_size is what it takes. */
static uint32_t entity_at(pol_span text, size_t at, size_t *ret_size)
{
    pol_span rest = pol_span_first(pol_span_from(text, at + 1), ENTITY_MAX);
    const char *end = rest.size ? memchr(rest.data, ';', rest.size) : NULL;
    if (!end || end == rest.data)
        return 0;
    pol_span name = pol_span_make(rest.data, (size_t)(end - rest.data));
    *ret_size = name.size + 2;
    if (name.data[0] == '#')
        return number_of(name);
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (pol_span_equal(name, pol_span_of(entities[i].name)))
            return entities[i].character;
    return 0;
}

/* Returns how many were undone. */
static size_t undo_entities(pol_span text, pol_buffer *out)
{
    size_t count = 0;
    for (size_t at = 0; at < text.size;) {
        const char *found = memchr(text.data + at, '&', text.size - at);
        size_t next = found ? (size_t)(found - text.data) : text.size, size = 1;
        pol_buffer_add(out, pol_span_make(text.data + at, next - at));
        at = next;
        if (!found)
            break;
        uint32_t character = entity_at(text, at, &size);
        count += character != 0;
        if (character)
            pol_utf8_append(out, character);
        else
            pol_buffer_add_byte(out, '&');
        at += character ? size : 1;
    }
    return count;
}

/* Tags that no plain text has by chance. */
static bool has_tags(pol_span text)
{
    return count_of(text, "<p>", 2) + count_of(text, "</p>", 2) + count_of(text, "<br", 2) +
               count_of(text, "<div", 2) + count_of(text, "<li>", 2) >=
           2;
}

/* --- JSON ------------------------------------------------------------------------- */

/* Escapes that only JSON writes, or line ends written out in a file that has none. */
static bool is_json_escaped(pol_span text)
{
    return count_of(text, "\\u20", 1) + count_of(text, "\\u00", 1) + count_of(text, "<\\/", 1) >
               0 ||
           (count_of(text, "\\n", 2) == 2 && count_of(pol_span_trim(text), "\n", 1) == 0);
}

static uint32_t hex4(pol_span text, size_t at)
{
    uint32_t number = 0;
    for (size_t i = at; i < at + 4; i++) {
        const char *digits = "0123456789abcdef";
        const char *digit =
            i < text.size && text.data[i] ? strchr(digits, text.data[i] | 0x20) : NULL;
        if (!digit)
            return 0;
        number = number * 16 + (uint32_t)(digit - digits);
    }
    return number;
}

/* The escape at `at`; returns its size, 0 where it is none. */
static size_t undo_escape(pol_span text, size_t at, pol_buffer *out)
{
    char kind = at + 1 < text.size ? text.data[at + 1] : '\0';
    uint32_t character = kind == 'u' ? hex4(text, at + 2) : 0;
    if (kind == 'n' || kind == 'r' || kind == 't') {
        pol_buffer_add_byte(out, kind == 't' ? '\t' : '\n');
        return 2;
    }
    if (kind == '"' || kind == '/' || kind == '\\') {
        pol_buffer_add_byte(out, kind);
        return 2;
    }
    if (character < 0x20)
        return 0;
    uint32_t low = character >= 0xD800 && character <= 0xDBFF &&
                           pol_span_starts(pol_span_from(text, at + 6), POL_SPAN("\\u"))
                       ? hex4(text, at + 8)
                       : 0;
    bool is_pair = low >= 0xDC00 && low <= 0xDFFF;
    if (is_pair)
        character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
    pol_utf8_append(out, character);
    return is_pair ? 12 : 6;
}

static void undo_json(pol_span text, pol_buffer *out)
{
    text = pol_span_trim(text);
    if (text.size >= 2 && text.data[0] == '"' && text.data[text.size - 1] == '"')
        text = pol_span_make(text.data + 1, text.size - 2);
    for (size_t at = 0; at < text.size;) {
        size_t size = text.data[at] == '\\' ? undo_escape(text, at, out) : 0;
        if (size == 0)
            pol_buffer_add_byte(out, text.data[at]);
        at += size ? size : 1;
    }
}

/* --- both ------------------------------------------------------------------------- */

static pol_status keep(pol_buffer *buffer, pol_arena *arena, pol_span *text, pol_error *reterr)
{
    if (buffer->status != POL_OK)
        return pol_fail(reterr, buffer->status, 0, "no memory to undo the escapes of this text");
    pol_span copy = pol_arena_copy(arena, pol_buffer_span(buffer));
    if (!copy.data)
        return pol_arena_refused(arena, buffer->size + 1, reterr);
    *text = copy;
    pol_buffer_clear(buffer);
    return POL_OK;
}

static pol_status unescape(pol_buffer *buffer, pol_arena *arena, pol_text *notes_to,
                           pol_unescaped *made, pol_error *reterr)
{
    pol_status status = POL_OK;
    if (is_json_escaped(made->text)) {
        undo_json(made->text, buffer);
        status = keep(buffer, arena, &made->text, reterr);
        if (status == POL_OK)
            status = pol_text_notef(notes_to, arena, 1, reterr, "escaped as JSON: undone");
        made->has_other_lines = true;
    }
    size_t count = 0;
    for (int pass = 0; pass < PASSES_MAX && status == POL_OK && !has_tags(made->text); pass++) {
        size_t undone = undo_entities(made->text, buffer);
        count += undone;
        if (undone == 0)
            break;
        status = keep(buffer, arena, &made->text, reterr);
    }
    made->is_page = has_tags(made->text);
    if (status == POL_OK && count > 0)
        status = pol_text_notef(notes_to, arena, 0, reterr,
                                "%zu place%s: escaped as HTML (&amp;): undone", count,
                                count > 1 ? "s" : "");
    if (status == POL_OK && made->is_page)
        status = pol_text_notef(notes_to, arena, 0, reterr, "tags in plain text: read as HTML");
    return status;
}

pol_status pol_unescape_text(pol_span utf8, pol_arena *arena, pol_text *notes_to,
                             pol_unescaped *ret_unescaped, pol_error *reterr)
{
    pol_buffer buffer;
    *ret_unescaped = (pol_unescaped){.text = utf8};
    pol_buffer_init(&buffer, 3 * (size_t)POL_FILE_MAX);
    pol_status status = unescape(&buffer, arena, notes_to, ret_unescaped, reterr);
    pol_buffer_done(&buffer);
    return status;
}
