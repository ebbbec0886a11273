/* words.c - scanning words of a line. */
#include "document/words.h"

#include "core/utf8.h"

enum { LOOK_BACK = 200 };

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* Marks and spaces outside ASCII: Latin-1 signs, general punctuation, arrows, shapes,
 * dingbats, private use (Word's bullets), CJK punctuation, zero-width, replacement. */
static bool is_mark(uint32_t c)
{
    return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
           (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) ||
           (c >= 0x3000 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFEFF ||
           c == 0xFFFD || c >= 0x1F000;
}

/* Bytes of the letter or digit that `text` starts with; 0 if it starts with none. */
static size_t wordy_size(pol_span text)
{
    if (text.size == 0)
        return 0;
    unsigned char first = (unsigned char)text.data[0];
    if (first < 0x80)
        return is_letter(first) || is_digit(first);
    uint32_t character;
    size_t size = pol_utf8_decode(text, &character);
    return is_mark(character) ? 0 : size;
}

/* Bytes of an apostrophe, as typed, curled the wrong way, or lost (U+FFFD). */
static size_t apostrophe_size(pol_span text)
{
    static const char *const forms[] = {"'",      "\u2019", "\u2018", "\u201B",
                                        "\u201F", "\uFFFD", "\u00B4"};
    if (text.size == 0 || (unsigned char)text.data[0] < 0x80)
        return text.size > 0 && text.data[0] == '\'';
    if (text.data[0] != '\xE2' && text.data[0] != '\xEF' && text.data[0] != '\xC2')
        return 0;
    for (size_t i = 1; i < sizeof forms / sizeof *forms; i++)
        if (pol_span_starts(text, pol_span_of(forms[i])))
            return strlen(forms[i]);
    return 0;
}

/* Bytes of what joins two halves of a word, if a letter or digit follows. A full stop
 * or a comma does so in numbers only: "75.1", "P.18", but not "No.12". */
static size_t joint_size(pol_span word, pol_span text)
{
    size_t size = apostrophe_size(text);
    if (size == 0 && text.size > 0 && strchr("-./,", text.data[0]) && text.data[0] != '\0')
        size = 1;
    if (size == 0)
        return 0;
    pol_span next = pol_span_from(text, size);
    bool needs_digit = text.data[0] == '.' || text.data[0] == '/' || text.data[0] == ',';
    bool is_number = word.size == 1 || is_digit((unsigned char)word.data[word.size - 1]);
    if (needs_digit)
        return is_number && next.size > 0 && is_digit((unsigned char)next.data[0]) ? size : 0;
    return wordy_size(next) > 0 ? size : 0;
}

/* What a byte of ASCII may be in a word; others are looked at as characters. */
enum { MARK, WORDY, JOINT, AMPERSAND, WIDE };

static unsigned kind_of_byte(char byte)
{
    static const unsigned char kinds[128] = {
        ['0'] = WORDY, WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         ['A'] = WORDY,  WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        ['K'] = WORDY, WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         ['U'] = WORDY,  WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        ['a'] = WORDY, WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         ['k'] = WORDY,  WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         WORDY,          WORDY,
        ['u'] = WORDY, WORDY,         WORDY,          WORDY,
        WORDY,         WORDY,         ['\''] = JOINT, ['-'] = JOINT,
        ['.'] = JOINT, ['/'] = JOINT, [','] = JOINT,  ['&'] = AMPERSAND,
    };
    return (unsigned char)byte < 0x80 ? kinds[(unsigned char)byte] : WIDE;
}

/* The same where `text` starts with what is not ASCII. */
static pol_span skip_wide_marks(pol_span text)
{
    uint32_t character;
    while (text.size > 0 && kind_of_byte(text.data[0]) == WIDE && wordy_size(text) == 0)
        text = pol_span_from(text, pol_utf8_decode(text, &character));
    return text;
}

/* Without what stands before the first word. */
static pol_span skip_marks(pol_span text)
{
    if (text.size == 0)
        return text;
    const char *at = text.data, *const end = text.data + text.size;
    for (;;) {
        unsigned kind = MARK;
        while (at < end && ((kind = kind_of_byte(*at)) == MARK || kind == JOINT))
            at++;
        text = pol_span_make(at, (size_t)(end - at));
        if (at == end || kind != WIDE)
            return text;
        text = skip_wide_marks(text);
        if (text.data == at)
            return text;
        at = text.data;
    }
}

/* Bytes of the word that `text` starts with. */
static size_t word_size(pol_span text)
{
    size_t size = 0;
    for (;;) {
        while (size < text.size && kind_of_byte(text.data[size]) == WORDY)
            size++;
        unsigned kind = size < text.size ? kind_of_byte(text.data[size]) : MARK;
        if (kind != JOINT && kind != WIDE)
            return size;
        pol_span rest = pol_span_from(text, size);
        size_t step = wordy_size(rest);
        if (step == 0)
            step = joint_size(pol_span_first(text, size), rest);
        if (step == 0)
            return size;
        size += step;
    }
}

pol_span pol_word_next(pol_span *rest)
{
    pol_span text = skip_marks(*rest);
    if (text.size == 0) {
        *rest = text;
        return pol_span_make(NULL, 0);
    }
    size_t size = text.data[0] == '&' ? 1 : word_size(text);
    while (size < text.size && text.data[size] == '+')
        size++;
    *rest = pol_span_from(text, size);
    return pol_span_first(text, size);
}

/* No word goes over a space: each piece between two is looked at by itself, from the end. */
pol_span pol_word_last(pol_span text)
{
    size_t from = text.size > LOOK_BACK ? text.size - LOOK_BACK : 0;
    while (from > 0 && from < text.size && ((unsigned char)text.data[from] & 0xC0) == 0x80)
        from++;
    pol_span last = pol_span_make(NULL, 0), word;
    for (size_t end = text.size, at; !last.data && end > from; end = at > from ? at - 1 : from) {
        for (at = end; at > from && text.data[at - 1] != ' ';)
            at--;
        pol_span rest = pol_span_make(text.data + at, end - at);
        while ((word = pol_word_next(&rest)).data)
            last = word;
    }
    return last;
}

size_t pol_word_count(pol_span text, size_t most)
{
    size_t count = 0;
    while (count < most && pol_word_next(&text).data)
        count++;
    return count;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Bytes of `expected` (up to a space or its end) if `word` is that; else 0. */
static size_t match_word(pol_span word, const char *expected)
{
    size_t at = 0, used = 0;
    while (at < word.size) {
        size_t size = 1;
        char c = lower(word.data[at]);
        if ((unsigned char)c >= 0x80 && (size = apostrophe_size(pol_span_from(word, at))) > 0)
            c = '\'';
        if (expected[used] != c)
            return 0;
        at += size ? size : 1;
        used++;
    }
    return expected[used] == '\0' || expected[used] == ' ' ? used : 0;
}

bool pol_word_is(pol_span word, const char *expected)
{
    size_t used = match_word(word, expected);
    return used > 0 && expected[used] == '\0';
}

bool pol_word_is_any(pol_span word, const char *list)
{
    char plain[32];
    size_t size = 0;
    if (word.size == 0 || word.size >= sizeof plain)
        return false; /* no list has words as long */
    for (size_t at = 0; at < word.size; at++) {
        size_t step =
            (unsigned char)word.data[at] < 0x80 ? 0 : apostrophe_size(pol_span_from(word, at));
        plain[size++] = step > 0 ? '\'' : lower(word.data[at]);
        at += step > 0 ? step - 1 : 0;
    }
    plain[size] = '\0';
    for (const char *at = list; (at = strstr(at, plain)) != NULL; at++)
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

bool pol_word_is_capital(pol_span word)
{
    if (word.size == 0)
        return false;
    unsigned char first = (unsigned char)word.data[0];
    if (first >= 0xC3) /* an accented letter: capitals of Latin-1 are C3 80..9E */
        return first == 0xC3 && word.size > 1 && (unsigned char)word.data[1] < 0x9F;
    return (first >= 'A' && first <= 'Z') || is_digit(first) || first == '&';
}

bool pol_word_is_upper(pol_span word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] >= 'a' && word.data[i] <= 'z')
            return false;
        letters += is_letter((unsigned char)word.data[i]);
    }
    return letters >= 2;
}

int pol_word_year(pol_span word)
{
    if (word.size < 4)
        return 0;
    int year = 0;
    for (size_t i = 0; i < 4; i++) {
        if (!is_digit((unsigned char)word.data[i]))
            return 0;
        year = year * 10 + word.data[i] - '0';
    }
    bool is_span =
        (word.size == 7 || word.size == 9) && (word.data[4] == '-' || word.data[4] == '/');
    if (word.size != 4 && !is_span)
        return 0;
    for (size_t i = 5; i < word.size; i++)
        if (!is_digit((unsigned char)word.data[i]))
            return 0;
    return year >= 1900 && year <= 2099 ? year : 0;
}

/* False where the first of `words` cannot be the word that `text` starts with: most comparisons
 * end here, before that is cut out. What is not ASCII may be an apostrophe. */
static bool may_start(pol_span text, const char *words)
{
    size_t size = 0;
    for (; words[size] && words[size] != ' '; size++) {
        if (size == text.size)
            return false;
        if ((unsigned char)text.data[size] >= 0x80)
            return true;
        if (lower(text.data[size]) != words[size])
            return false;
    }
    return size == text.size || kind_of_byte(text.data[size]) != WORDY;
}

bool pol_words_start_slowly(pol_span text, const char *words, pol_span *ret_rest)
{
    pol_span rest = skip_marks(text);
    if (*words && !may_start(rest, words))
        return false;
    if (!*words)
        rest = text;
    while (*words) {
        size_t used = match_word(pol_word_next(&rest), words);
        if (used == 0)
            return false;
        words += used + (words[used] == ' ');
    }
    if (ret_rest)
        *ret_rest = rest;
    return true;
}

/* The start of the last character of `text`, which is not empty. */
static size_t last_character(pol_span text)
{
    size_t at = text.size - 1;
    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

pol_span pol_span_core(pol_span text)
{
    uint32_t character;
    while (text.size > 0 && wordy_size(text) == 0)
        text = pol_span_from(text, pol_utf8_decode(text, &character));
    while (text.size > 0) {
        size_t at = last_character(text);
        if (wordy_size(pol_span_from(text, at)) > 0)
            break;
        text.size = at;
    }
    return text;
}

pol_span pol_span_unquote(pol_span text)
{
    static const char *const quotes[] = {"\"",     "'",      "\u201C", "\u2018",
                                         "\u201E", "\u201F", "\u00AB", "\u201D"};
    for (bool found = true; found;) {
        text = pol_span_trim(text);
        found = false;
        for (size_t i = 0; i < sizeof quotes / sizeof *quotes && !found; i++)
            if ((found = pol_span_starts(text, pol_span_of(quotes[i]))))
                text = pol_span_from(text, strlen(quotes[i]));
    }
    return text;
}

pol_span pol_span_unbullet(pol_span text)
{
    static const char *const bullets[] = {"- ",     "\u2022 ", "* ", "\u00B7 ",
                                          "\u2022", "\u2013 ", "o "};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (pol_span_starts(text, pol_span_of(bullets[i])))
            return pol_span_trim(pol_span_from(text, strlen(bullets[i])));
    return text;
}

/* Takes off one closing quote, bracket or space; false if there is none. */
static bool drop_closing(pol_span *text)
{
    static const char *const closing[] = {"\"", "'",      ")",      "]",      " ",
                                          "*",  "\u201D", "\u2019", "\u00BB", "\u201F"};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (pol_span_ends(*text, pol_span_of(closing[i]))) {
            text->size -= strlen(closing[i]);
            return true;
        }
    return false;
}

char pol_last_mark(pol_span text)
{
    while (drop_closing(&text)) {
    }
    if (text.size == 0)
        return 0;
    char last = text.data[text.size - 1];
    return (unsigned char)last < 0x80 ? last : 0;
}

bool pol_ends_sentence(pol_span text)
{
    char last = pol_last_mark(text);
    return last == '.' || last == '!' || last == '?' || pol_span_ends(text, POL_SPAN("\u2026"));
}

bool pol_ends_in(pol_span text, const char *marks)
{
    char last = pol_last_mark(text);
    return last != '\0' && strchr(marks, last) != NULL;
}

/* Is `text` what a new sentence starts with: a space, then no lower-case letter? */
static bool starts_anew(pol_span text)
{
    if (text.size == 0)
        return true;
    if (text.data[0] != ' ')
        return false;
    pol_span next = pol_span_trim(text);
    return next.size == 0 || next.data[0] < 'a' || next.data[0] > 'z';
}

/* Is the full stop at `at` one behind a title or an initial ("Mr.", "J.")? */
static bool is_abbreviation(pol_span text, size_t at)
{
    pol_span word = pol_word_last(pol_span_first(text, at));
    if (word.size == 0 || word.data + word.size != text.data + at)
        return false;
    return (word.size == 1 && is_letter((unsigned char)word.data[0])) ||
           pol_word_is_any(word, "mr mrs ms dr st prof rev no cllr");
}

/* The end of the first sentence that ends at or behind `from`. */
static size_t sentence_end(pol_span text, size_t from)
{
    for (size_t at = from; at < text.size; at++) {
        char mark = text.data[at];
        if (mark != '.' && mark != '!' && mark != '?')
            continue;
        size_t end = at + 1;
        while (end < text.size && (strchr("\"')].", text.data[end]) || (text.data[end] & 0x80)) &&
               text.data[end] != '\0')
            end++;
        if (!starts_anew(pol_span_from(text, end)))
            continue;
        if (text.data[at] != '.' || !is_abbreviation(text, at))
            return end;
    }
    return text.size;
}

pol_span pol_first_sentence(pol_span text)
{
    return pol_span_first(text, sentence_end(text, 0));
}

pol_span pol_last_sentence(pol_span text)
{
    size_t start = 0;
    for (size_t end = 0; end < text.size; start = end == text.size ? start : end)
        end = sentence_end(text, start);
    return pol_span_trim(pol_span_from(text, start));
}

size_t pol_span_columns(pol_span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* Bytes of a character that says nothing: zero-width ones, soft hyphen. */
static size_t invisible_size(pol_span text)
{
    static const char *const forms[] = {"\uFEFF", "\u200B", "\u200C", "\u200D", "\u2060", "\u00AD"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (pol_span_starts(text, pol_span_of(forms[i])))
            return strlen(forms[i]);
    return 0;
}

static size_t space_size(pol_span text)
{
    if (text.data[0] == ' ' || (text.data[0] >= '\t' && text.data[0] <= '\r'))
        return 1;
    static const char *const forms[] = {"\u00A0", "\u202F", "\u2009", "\u2003", "\u2002"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (pol_span_starts(text, pol_span_of(forms[i])))
            return strlen(forms[i]);
    return 0;
}

static bool is_clean(pol_span text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c > ' ' && c < 0x80)
            continue;
        pol_span here = pol_span_from(text, i);
        if (c >= 0x80 && (invisible_size(here) || space_size(here)))
            return false;
        if (c < ' ' || (c == ' ' && (i == 0 || i + 1 == text.size || text.data[i + 1] == ' ')))
            return false;
    }
    return true;
}

pol_span pol_line_clean(pol_arena *arena, pol_span text)
{
    if (is_clean(text))
        return text;
    char *made = pol_arena_alloc(arena, text.size + 1);
    if (!made)
        return pol_span_make(NULL, 0);
    size_t size = 0, step;
    for (size_t at = 0; at < text.size; at += step) {
        pol_span here = pol_span_from(text, at);
        if ((step = invisible_size(here)) > 0)
            continue;
        if ((step = space_size(here)) > 0) {
            if (size > 0 && made[size - 1] != ' ')
                made[size++] = ' ';
            continue;
        }
        step = 1;
        made[size++] = text.data[at];
    }
    return pol_span_trim(pol_span_make(made, size));
}
