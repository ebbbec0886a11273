/* label.c - short strings to what they are compared by, and which script a text is in. */
#include "core/analysis.h"
#include "core/fold.h"
#include "core/utf8.h"

typedef struct label {
    char *buffer;
    size_t size, room; /* room does not count the NUL */
    bool has_gap;      /* a space is due before the next word */
    bool is_composed;
    bool is_full;
} label;

static void add_bytes(label *out, const char *bytes, size_t size)
{
    size_t gap = out->has_gap && out->size > 0;
    if (out->is_full || gap + size > out->room - out->size) {
        out->is_full = true;
        return;
    }
    if (gap)
        out->buffer[out->size++] = ' ';
    memcpy(out->buffer + out->size, bytes, size);
    out->size += size;
    out->has_gap = false;
}

/* A letter or digit of ASCII, as most are; false for any other. */
static bool add_plain(label *out, char byte)
{
    const unsigned small = (unsigned char)byte | 0x20u;
    const bool is_letter = small - 'a' < 26;
    const char folded = is_letter ? (char)small : byte;
    if (!is_letter && (unsigned char)byte - (unsigned)'0' >= 10)
        return false;
    add_bytes(out, &folded, 1);
    return true;
}

/* An apostrophe is dropped inside a word ("Women's") and behind one ("Members'"). */
static void add_char(label *out, uint32_t character)
{
    pol_folded_char folded;
    pol_fold_char(character, &folded);
    switch (folded.char_class) {
    case POL_CHAR_LETTER:
    case POL_CHAR_DIGIT:
    case POL_CHAR_SINGLE:
    case POL_CHAR_MARK:
        add_bytes(out, folded.bytes, folded.size);
        out->is_composed = out->is_composed || (!out->is_full && folded.is_composed);
        break;
    case POL_CHAR_ACCENT:
    case POL_CHAR_IGNORED:
    case POL_CHAR_SOFT:
    case POL_CHAR_APOSTROPHE:
        break;
    default:
        out->has_gap = true;
    }
}

/* pol_fold_compose() takes a bounded number of bytes: word by word, in place. */
static size_t compose_words(char *buffer, size_t size)
{
    size_t written = 0;
    for (size_t at = 0; at < size;) {
        size_t end = at;
        while (end < size && buffer[end] != ' ')
            end++;
        size_t word_size = end - at;
        memmove(buffer + written, buffer + at, word_size);
        if (word_size <= POL_FOLD_WORD_BYTES)
            word_size = pol_fold_compose(buffer + written, word_size);
        written += word_size;
        if (end < size)
            buffer[written++] = ' ';
        at = end + 1;
    }
    return written;
}

size_t pol_fold_label(pol_span text, char *buffer, size_t size)
{
    if (size == 0)
        return 0;
    label out = {.buffer = buffer, .room = size - 1};
    for (size_t at = 0; at < text.size && !out.is_full;) {
        uint32_t character;
        if (add_plain(&out, text.data[at])) {
            at++;
            continue;
        }
        size_t width = pol_utf8_decode(pol_span_from(text, at), &character);
        if (character == 0xFFFD && width == 1)
            out.has_gap = true; /* an invalid byte */
        else
            add_char(&out, character);
        at += width;
    }
    if (out.is_composed)
        out.size = compose_words(buffer, out.size);
    buffer[out.size] = '\0';
    return out.size;
}

/* Letters that English text borrows count as Latin. */
static bool is_latin(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0000, 0x02AF}, {0x1D00, 0x1DBF}, {0x1E00, 0x1EFF}, {0x2070, 0x209F}, {0x2C60, 0x2C7F},
        {0xA720, 0xA7FF}, {0xAB30, 0xAB6F}, {0xFB00, 0xFB06}, {0xFF21, 0xFF5A},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    return false;
}

bool pol_text_is_foreign(pol_span text)
{
    size_t letters = 0, foreign = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t character;
        size_t width = pol_utf8_decode(pol_span_from(text, at), &character);
        at += width;
        if (character < 0x80) {
            letters += (character | 32) >= 'a' && (character | 32) <= 'z';
            continue;
        }
        pol_folded_char folded;
        pol_fold_char(character, &folded);
        bool is_letter =
            folded.char_class == POL_CHAR_LETTER || folded.char_class == POL_CHAR_SINGLE;
        letters += is_letter;
        foreign += is_letter && !is_latin(character);
    }
    return foreign * 3 > letters;
}
