/* clean.c - invisible characters out, spaces to plain ones, text to lines. */
#include "document/clean.h"

#include "core/utf8.h"

typedef enum action { KEEP, DROP, SPACE, JOINER, SOFT_HYPHEN } action;

typedef struct rule {
    uint32_t first, last;
    action act;
} rule;

/* In order of first. What is not listed is kept. */
static const rule rules[] = {
    {0x0000, 0x0008, DROP},   {0x0009, 0x000D, SPACE},  {0x000E, 0x001F, DROP},
    {0x0020, 0x0020, SPACE},  {0x007F, 0x0084, DROP},   {0x0085, 0x0085, SPACE},
    {0x0086, 0x009F, DROP},   {0x00A0, 0x00A0, SPACE},  {0x00AD, 0x00AD, SOFT_HYPHEN},
    {0x1680, 0x1680, SPACE},  {0x180E, 0x180E, DROP},   {0x2000, 0x200A, SPACE},
    {0x200B, 0x200B, DROP},   {0x200C, 0x200D, JOINER}, {0x200E, 0x200F, DROP},
    {0x2028, 0x2029, SPACE},  {0x202A, 0x202E, DROP},   {0x202F, 0x202F, SPACE},
    {0x205F, 0x205F, SPACE},  {0x2060, 0x2064, DROP},   {0x2066, 0x206F, DROP},
    {0x3000, 0x3000, SPACE},  {0xFEFF, 0xFEFF, DROP},   {0xFFF9, 0xFFFB, DROP},
    {0xE0000, 0xE007F, DROP},
};

static action action_of(uint32_t character)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules && character >= rules[i].first; i++)
        if (character <= rules[i].last)
            return rules[i].act;
    return KEEP;
}

/* Nothing to do for printable ASCII and for characters that are kept: the usual line. */
static bool is_clean(pol_span line, bool folds_spaces)
{
    uint32_t character, before = 0;
    for (size_t at = 0; at < line.size; before = character) {
        unsigned char byte = (unsigned char)line.data[at];
        character = byte;
        at += byte < 0x80 ? 1 : pol_utf8_decode(pol_span_from(line, at), &character);
        if (byte > ' ' && byte < 0x7F)
            continue;
        if (character == ' ' ? folds_spaces && before == ' ' : action_of(character) != KEEP)
            return false;
    }
    return true;
}

typedef struct cleaner {
    char *data;
    size_t size;
    uint32_t before; /* the last character written, 0 at the start */
    bool folds_spaces;
} cleaner;

static void put(cleaner *out, pol_span bytes, uint32_t character)
{
    if (out->folds_spaces && character == ' ' && out->before == ' ')
        return;
    memcpy(out->data + out->size, bytes.data, bytes.size);
    out->size += bytes.size;
    out->before = character;
}

static void clean_character(cleaner *out, pol_span bytes, uint32_t character, bool is_last)
{
    switch (action_of(character)) {
    case DROP:
        break;
    case SPACE:
        put(out, POL_SPAN(" "), ' ');
        break;
    case JOINER: /* belongs to scripts that join, and to emoji */
        if (out->before >= 0x0600)
            put(out, bytes, character);
        break;
    case SOFT_HYPHEN: /* at a line's end it says that the word goes on */
        if (is_last)
            put(out, bytes, character);
        break;
    case KEEP:
        put(out, bytes, character);
        break;
    }
}

static pol_span clean(pol_span line, pol_arena *arena, bool folds_spaces)
{
    line = pol_span_trim(line);
    if (is_clean(line, folds_spaces))
        return line.data ? line : POL_SPAN("");
    cleaner out = {pol_arena_alloc(arena, line.size + 1), 0, 0, folds_spaces};
    if (!out.data)
        return pol_span_make(NULL, 0);
    for (size_t at = 0; at < line.size;) {
        uint32_t character;
        pol_span rest = pol_span_from(line, at);
        size_t size = pol_utf8_decode(rest, &character);
        at += size;
        clean_character(&out, pol_span_first(rest, size), character, at == line.size);
    }
    return pol_span_trim(pol_span_make(out.data, out.size));
}

pol_span pol_clean_line(pol_span line, pol_arena *arena)
{
    return clean(line, arena, false);
}

pol_span pol_clean_block(pol_span block, pol_arena *arena)
{
    return clean(block, arena, true);
}

/* --- lines ------------------------------------------------------------------------ */

enum { TAB_COLUMNS = 8 };

/* Columns of white space before the text. */
static uint32_t indent_of(pol_span line)
{
    uint32_t columns = 0;
    for (size_t at = 0; at < line.size;) {
        uint32_t character;
        at += pol_utf8_decode(pol_span_from(line, at), &character);
        action act = action_of(character);
        if (character == '\t')
            columns += TAB_COLUMNS - columns % TAB_COLUMNS;
        else if (act == SPACE)
            columns++;
        else if (act != DROP)
            break;
    }
    return columns;
}

/* Bytes up to the next line end; *ret_end is the size of that end itself. */
static size_t line_size(pol_span text, size_t *ret_end)
{
    for (size_t at = 0; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.data[at];
        *ret_end = 1;
        if (byte == '\n' || byte == '\f' || byte == '\v')
            return at;
        *ret_end = 3;
        if (byte == 0xE2 && at + 2 < text.size && (unsigned char)text.data[at + 1] == 0x80 &&
            ((unsigned char)text.data[at + 2] & 0xFE) == 0xA8)
            return at;
    }
    *ret_end = 0;
    return text.size;
}

pol_status pol_text_add_lines(pol_text *text, pol_arena *arena, pol_span utf8, uint32_t first_line,
                              bool is_one_line, pol_error *reterr)
{
    uint32_t number = first_line, blanks = 0;
    for (size_t at = 0; at < utf8.size;) {
        size_t end, size = line_size(pol_span_from(utf8, at), &end);
        pol_span raw = pol_span_make(utf8.data + at, size);
        pol_line line = {.text = pol_clean_line(raw, arena), .number = number, .blanks = blanks};
        if (!line.text.data)
            return pol_arena_refused(arena, size + 1, reterr);
        blanks++;
        if (line.text.size > 0) {
            line.indent = indent_of(raw);
            pol_status status = pol_text_add_line(text, arena, line, reterr);
            if (status != POL_OK)
                return status;
            blanks = 0;
        }
        number += !is_one_line && at + size < utf8.size && utf8.data[at + size] == '\n';
        at += size + end;
    }
    return POL_OK;
}
