/* word_scan.c - bytes to one simple word. Characters fall into classes (fold.h); each
 * class that may go on a word has a function that says whether it does here. */
#include "core/word_scan.h"

#include "core/plain_word.h"
#include "core/utf8.h"

static const pol_char_info end_of_text = {.char_class = POL_CHAR_SEPARATOR};
static const pol_char_info invalid_byte = {.char_class = POL_CHAR_SEPARATOR, .width = 1};

static void set_info(pol_char_info *info, const pol_folded_char *folded, uint32_t raw, size_t width)
{
    *info = (pol_char_info){
        .raw = raw,
        .char_class = (uint8_t)folded->char_class,
        .width = (uint8_t)width,
        .is_upper = folded->is_upper,
        .is_composed = folded->is_composed,
        .size = folded->size,
    };
    if (folded->size <= sizeof info->bytes)
        memcpy(info->bytes, folded->bytes, folded->size);
}

void pol_scanner_init(pol_scanner *scanner)
{
    memset(scanner, 0, sizeof *scanner);
    for (uint32_t c = 0; c < 128; c++) {
        pol_folded_char folded;
        pol_fold_char(c, &folded);
        set_info(&scanner->ascii[c], &folded, c, 1);
    }
}

static size_t width_of_lead(uint8_t lead)
{
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* A character outside ASCII: from its slot, or decoded and remembered. */
static pol_char_info other_at(pol_scanner *scanner, const uint8_t *bytes, size_t left)
{
    size_t width = width_of_lead(bytes[0]);
    if (width > left)
        return invalid_byte;
    uint32_t raw = 0;
    for (size_t i = width; i-- > 0;)
        raw = raw << 8 | bytes[i];
    pol_char_info *info = &scanner->others[raw * 2654435761u >> (32 - POL_CHAR_SLOT_BITS)];
    if (info->raw == raw && info->size <= sizeof info->bytes)
        return *info;
    uint32_t character;
    if (pol_utf8_decode(pol_span_make((const char *)bytes, left), &character) != width)
        return invalid_byte;
    pol_fold_char(character, &scanner->long_char);
    set_info(info, &scanner->long_char, raw, width);
    return *info;
}

/* The character at `at`; of width 0 at the end of the text. By value: the next call may
 * take its slot. */
static inline pol_char_info char_at(pol_scanner *scanner, size_t at)
{
    if (at >= scanner->text.size)
        return end_of_text;
    const uint8_t *bytes = (const uint8_t *)scanner->text.data + at;
    if (bytes[0] < 0x80)
        return scanner->ascii[bytes[0]];
    return other_at(scanner, bytes, scanner->text.size - at);
}

static bool is_digit(const pol_scanner *scanner, size_t at)
{
    return at < scanner->text.size && scanner->text.data[at] >= '0' &&
           scanner->text.data[at] <= '9';
}

size_t pol_scan_start(pol_scanner *scanner, size_t at)
{
    for (;;) {
        const pol_char_info info = char_at(scanner, at);
        if ((info.char_class >= POL_CHAR_LETTER && info.char_class <= POL_CHAR_SINGLE) ||
            info.width == 0)
            return at;
        at += info.width;
    }
}

void pol_word_append(pol_word *word, const char *bytes, size_t size)
{
    if (word->is_full || size > POL_WORD_MAX - word->size) {
        word->is_full = true;
        return;
    }
    memcpy(word->bytes + word->size, bytes, size);
    word->size += size;
}

/* The first `size` of `room` readable bytes. All are copied, for speed: the word has
 * room for eight behind its end. */
static inline void append_short(pol_word *word, const char *bytes, size_t room, size_t size)
{
    if (word->is_full || size > POL_WORD_MAX - word->size) {
        word->is_full = true;
        return;
    }
    memcpy(word->bytes + word->size, bytes, room);
    word->size += size;
}

/* Where a simple word is being read: a segment is what stands between dots, a group
 * what stands between commas. */
typedef struct scan {
    pol_scanner *scanner;
    pol_word *word;
    size_t at;
    size_t segments, segment_letters, segment_digits, group_digits;
    bool is_acronym; /* nothing but single letters between dots so far */
    bool has_comma;
    size_t apostrophe_at; /* size of the word at its last apostrophe */
} scan;

static pol_char_info next_char(const scan *s, const pol_char_info *info)
{
    return char_at(s->scanner, s->at + info->width);
}

static bool is_letter(pol_char_info info)
{
    return info.char_class == POL_CHAR_LETTER;
}

static void take_char(scan *s, const pol_char_info *info)
{
    if (info->size <= sizeof info->bytes)
        append_short(s->word, info->bytes, sizeof info->bytes, info->size);
    else
        pol_word_append(s->word, s->scanner->long_char.bytes, info->size);
    s->word->is_composed = s->word->is_composed || info->is_composed;
    s->word->letters += is_letter(*info);
    s->word->uppers += info->is_upper;
    s->segment_letters += is_letter(*info);
    s->at += info->width;
    s->word->end = s->at;
    s->word->ends_in_digit = false;
}

static bool take_digit(scan *s, const pol_char_info *info)
{
    take_char(s, info);
    s->segment_digits++;
    s->group_digits++;
    s->word->ends_in_digit = true;
    return true;
}

/* A label printed against its text, "1Word": the capital starts a word, unless it is
 * a unit ("10Km"). */
static bool is_glued(const scan *s, const pol_char_info *info)
{
    static const char *const units[] = {"bn", "mn", "km", "kg", "th", "st", "nd",
                                        "rd", "am", "pm", "kw", "mw", "gb"};
    if (!info->is_upper || s->word->letters > 0 || s->word->size == 0)
        return false;
    pol_span rest = pol_span_from(s->scanner->text, s->at);
    if (rest.size < 2 || rest.data[1] < 'a' || rest.data[1] > 'z')
        return false;
    if (is_letter(char_at(s->scanner, s->at + 2)))
        return true;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (pol_span_starts_fold(rest, pol_span_of(units[i])))
            return false;
    return true;
}

/* ASCII letters eight at a time, others one by one. */
static bool take_letters(scan *s, const pol_char_info *info)
{
    if (is_glued(s, info))
        return false;
    if (info->width > 1) {
        take_char(s, info);
        return true;
    }
    pol_letter_run run = pol_letters_at(s->scanner->text, s->at);
    uint64_t lower = htole64(run.lower);
    if (run.uppers)
        s->word->uppers += (uint32_t)__builtin_popcountll(run.uppers);
    s->word->letters += (uint32_t)run.count;
    s->segment_letters += run.count;
    size_t room = POL_WORD_MAX - s->word->size;
    append_short(s->word, (const char *)&lower, 8, run.count < room ? run.count : room);
    s->word->is_full = s->word->is_full || run.count > room;
    s->at += run.count;
    s->word->end = s->at;
    s->word->ends_in_digit = false;
    return true;
}

static bool take_accent(scan *s, const pol_char_info *info)
{
    s->at += info->width;
    s->word->end = s->at;
    return true;
}

static bool take_ignored(scan *s, const pol_char_info *info)
{
    s->at += info->width;
    return true;
}

/* Behind the line end at `at`, with blanks around it, or 0 when there is none. */
static size_t skip_line_end(const pol_scanner *scanner, size_t at)
{
    const pol_span text = scanner->text;
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t'))
        at++;
    if (at < text.size && text.data[at] == '\r')
        at++;
    if (at >= text.size || text.data[at] != '\n')
        return 0;
    for (at++; at < text.size && (text.data[at] == ' ' || text.data[at] == '\t');)
        at++;
    return at;
}

static bool take_soft_hyphen(scan *s, const pol_char_info *info)
{
    s->at += info->width;
    size_t next = skip_line_end(s->scanner, s->at);
    if (next > 0 && is_letter(char_at(s->scanner, next)))
        s->at = next;
    return true;
}

static bool take_apostrophe(scan *s, const pol_char_info *info)
{
    if (!is_letter(next_char(s, info)))
        return false;
    s->apostrophe_at = s->word->size;
    s->at += info->width;
    return true;
}

static void start_segment(scan *s)
{
    s->segments++;
    s->segment_letters = s->segment_digits = 0;
}

/* Dots stay between numbers ("75.1"), and behind a single letter or a number with one
 * ("P.18", "1A.1"); they go inside an acronym ("N.H.S."). */
static bool take_dot(scan *s, const pol_char_info *info)
{
    const pol_char_info next = next_char(s, info);
    bool is_single = s->segment_letters == 1;
    bool is_initial = s->is_acronym && is_single && s->segment_digits == 0;
    size_t behind = s->at + info->width + next.width;
    if (next.char_class == POL_CHAR_DIGIT) {
        if (!s->word->ends_in_digit && !(is_single && s->segments == 0))
            return false;
        pol_word_append(s->word, ".", 1);
        s->is_acronym = false;
    } else if (is_letter(next)) {
        uint8_t then = char_at(s->scanner, behind).char_class;
        if (!is_initial || then == POL_CHAR_LETTER || then == POL_CHAR_DIGIT)
            return false;
    } else if (next.char_class == POL_CHAR_APOSTROPHE) { /* "N.H.S.'s" */
        if (!is_initial || s->segments == 0 || !is_letter(char_at(s->scanner, behind)))
            return false;
        s->is_acronym = false;
    } else {
        return false;
    }
    start_segment(s);
    s->at += info->width;
    return true;
}

/* Commas go where they part thousands: "1,500". */
static bool take_comma(scan *s, const pol_char_info *info)
{
    size_t next = s->at + info->width;
    bool is_group =
        s->has_comma ? s->group_digits == 3 : s->group_digits >= 1 && s->group_digits <= 3;
    if (!is_group || s->word->letters > 0 || s->segments > 0 || !is_digit(s->scanner, next) ||
        !is_digit(s->scanner, next + 1) || !is_digit(s->scanner, next + 2) ||
        is_digit(s->scanner, next + 3))
        return false;
    s->group_digits = 0;
    s->has_comma = true;
    s->at = next;
    return true;
}

static bool take_mark(scan *s, const pol_char_info *info)
{
    take_char(s, info);
    return true;
}

/* Takes what stands at `at` into the word; false where it ends the word. */
static inline bool take_next(scan *s)
{
    const pol_char_info info = char_at(s->scanner, s->at);
    switch (info.char_class) {
    case POL_CHAR_LETTER:
        return take_letters(s, &info);
    case POL_CHAR_DIGIT:
        return take_digit(s, &info);
    case POL_CHAR_MARK:
        return take_mark(s, &info);
    case POL_CHAR_ACCENT:
        return take_accent(s, &info);
    case POL_CHAR_IGNORED:
        return take_ignored(s, &info);
    case POL_CHAR_SOFT:
        return take_soft_hyphen(s, &info);
    case POL_CHAR_APOSTROPHE:
        return take_apostrophe(s, &info);
    case POL_CHAR_DOT:
        return take_dot(s, &info);
    case POL_CHAR_COMMA:
        return take_comma(s, &info);
    default:
        return false;
    }
}

/* A character that is a word of its own, with the marks behind it. */
static void take_single(scan *s)
{
    pol_char_info info = char_at(s->scanner, s->at);
    take_char(s, &info);
    for (;;) {
        info = char_at(s->scanner, s->at);
        if (info.char_class == POL_CHAR_MARK)
            take_char(s, &info);
        else if (info.char_class == POL_CHAR_ACCENT)
            take_accent(s, &info);
        else
            return;
    }
}

/* "union's" and "STPs" mean what "union" and "STP" mean, "1980s" is about 1980. */
static size_t ending_size(const scan *s)
{
    const pol_word *word = s->word;
    if (word->is_full || word->size < 2 || word->bytes[word->size - 1] != 's')
        return 0;
    char before = word->bytes[word->size - 2];
    bool is_possessive = s->apostrophe_at == word->size - 1;
    bool is_acronym = word->uppers >= 2 && word->uppers == word->letters - 1 &&
                      s->scanner->text.data[word->end - 1] == 's';
    return is_possessive || is_acronym || (before >= '0' && before <= '9');
}

void pol_scan_word(pol_scanner *scanner, size_t at, pol_word *ret_word)
{
    scan s = {.scanner = scanner,
              .word = ret_word,
              .at = at,
              .is_acronym = true,
              .apostrophe_at = SIZE_MAX};
    ret_word->start = at;
    ret_word->size = ret_word->letters = ret_word->uppers = 0;
    ret_word->is_full = ret_word->is_composed = ret_word->ends_in_digit = false;
    if (char_at(scanner, at).char_class == POL_CHAR_SINGLE)
        take_single(&s);
    else
        while (take_next(&s))
            ;
    ret_word->resume = s.at;
    ret_word->ending_size = ending_size(&s);
    if (ret_word->is_composed)
        ret_word->size = pol_fold_compose(ret_word->bytes, ret_word->size);
}

size_t pol_scan_hyphen(pol_scanner *scanner, size_t at, bool is_behind_digit)
{
    const pol_char_info info = char_at(scanner, at);
    if (info.char_class != POL_CHAR_HYPHEN)
        return 0;
    at += info.width;
    uint8_t next = char_at(scanner, at).char_class;
    if (next == POL_CHAR_LETTER || (next == POL_CHAR_DIGIT && !is_behind_digit))
        return at;
    at = skip_line_end(scanner, at);
    return at > 0 && is_letter(char_at(scanner, at)) ? at : 0;
}
