/* numbering.c - printed labels: one function per way of counting. */
#include "document/numbering.h"

#include "document/words.h"

enum { VALUE_MAX = 199 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static char char_at(pol_span text, size_t at)
{
    return at < text.size ? text.data[at] : '\0';
}

/* Bullets that say so themselves, and those that need a space behind them. */
static const struct {
    const char *mark;
    bool needs_space;
} bullets[] = {
    {"\u2022", false}, {"\u00B7", false}, {"\u25CF", false}, {"\u25AA", false}, {"\u25A0", false},
    {"\u25E6", false}, {"\u2023", false}, {"\u2043", false}, {"\uF0B7", false}, {"\uF0A7", false},
    {"\u27A2", false}, {"\u25BA", false}, {"\u25CB", false}, {"\u2219", false}, {"-", true},
    {"*", true},       {"\u2013", true},  {"\u2014", true},  {"o", true},       {"+", true},
};

/* Finishes a label of `size` bytes: the text follows spaces. False if none does not
 * matter: a label alone on its line is a label too. */
static bool finish(pol_span text, size_t size, pol_label *label)
{
    label->size = size;
    label->skip = size;
    while (char_at(text, label->skip) == ' ')
        label->skip++;
    return true;
}

static bool parse_bullet(pol_span text, pol_label *label)
{
    char first = char_at(text, 0);
    if ((unsigned char)first < 0x80 && first != '-' && first != '*' && first != 'o' && first != '+')
        return false; /* as most texts start */
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t size = strlen(bullets[i].mark);
        if (!pol_span_starts(text, pol_span_of(bullets[i].mark)))
            continue;
        if (bullets[i].needs_space && char_at(text, size) != ' ')
            continue;
        if (strcmp(bullets[i].mark, "\u00B7") == 0 && is_digit(char_at(text, size)))
            continue; /* ·5: a decimal point */
        *label = (pol_label){.style = POL_NUMBERING_BULLET, .value = (uint32_t)i + 1};
        label->is_weak = bullets[i].mark[0] == 'o';
        return finish(text, size, label);
    }
    return false;
}

/* Roman numerals up to xxxix, all small or all capital; 0 if it is none. */
static uint32_t roman_value(pol_span word)
{
    static const struct {
        const char *digits;
        uint32_t value;
    } parts[] = {{"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}};
    uint32_t value = 0;
    size_t at = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        pol_span digits = pol_span_of(parts[i].digits);
        int most = digits.size == 1 && digits.data[0] != 'v' ? 3 : 1;
        for (int n = 0; n < most && pol_span_starts_fold(pol_span_from(word, at), digits); n++) {
            value += parts[i].value;
            at += digits.size;
        }
    }
    return at == word.size ? value : 0;
}

/* Reads "12", "b", "iv" ... at `at`; sets style, value and the other reading. Returns
 * its bytes, or 0. */
static size_t read_counter(pol_span text, size_t at, pol_label *label)
{
    size_t size = 0;
    char first = char_at(text, at);
    if (is_digit(first)) {
        uint32_t value = 0;
        while (is_digit(char_at(text, at + size)) && size < 4)
            value = value * 10 + (uint32_t)(char_at(text, at + size++) - '0');
        label->style = POL_NUMBERING_DIGIT;
        label->value = value;
        return value > 0 && value <= VALUE_MAX && first != '0' ? size : 0;
    }
    bool small = is_lower(first);
    if (!small && !is_upper(first))
        return 0;
    while (size < 7 && (small ? is_lower : is_upper)(char_at(text, at + size)))
        size++;
    uint32_t roman = roman_value(pol_span_make(text.data + at, size));
    pol_numbering romans = small ? POL_NUMBERING_ROMAN : POL_NUMBERING_UPPER_ROMAN;
    if (size == 1) {
        label->style = small ? POL_NUMBERING_LOWER : POL_NUMBERING_UPPER;
        label->value = (uint32_t)(first - (small ? 'a' : 'A')) + 1;
        label->other = roman ? romans : POL_NUMBERING_NONE;
        label->other_value = roman;
    } else {
        label->style = romans;
        label->value = roman;
    }
    return label->value > 0 ? size : 0;
}

/* "(1)", "(a)", "(iv)", "[1]". */
static bool parse_bracketed(pol_span text, pol_label *label)
{
    char close = char_at(text, 0) == '(' ? ')' : char_at(text, 0) == '[' ? ']' : '\0';
    if (!close)
        return false;
    *label = (pol_label){.close = close, .is_weak = close == ']'};
    size_t size = read_counter(text, 1, label);
    if (size == 0 || char_at(text, 1 + size) != close)
        return false;
    return finish(text, size + 2, label);
}

/* "1.1 Word", "2.3 Word": two parts. Longer ones are ids of rules, not labels. */
static bool parse_decimal(pol_span text, pol_label *label)
{
    *label = (pol_label){0};
    size_t size = read_counter(text, 0, label);
    if (size == 0 || label->style != POL_NUMBERING_DIGIT || char_at(text, size) != '.')
        return false;
    size_t second = read_counter(text, size + 1, label);
    if (second == 0 || label->style != POL_NUMBERING_DIGIT)
        return false;
    size += 1 + second;
    if (char_at(text, size) == '.' && is_digit(char_at(text, size + 1)))
        return false;
    if (char_at(text, size) == '.' || char_at(text, size) == ')')
        label->close = text.data[size++];
    label->style = POL_NUMBERING_DECIMAL;
    label->is_weak = true;
    return char_at(text, size) == ' ' && finish(text, size, label);
}

/* Is "x." before `next` an abbreviation or initials: "e.g.", "N.H.S.", "a.m."? */
static bool is_abbreviation(pol_span text, size_t behind)
{
    char next = char_at(text, behind);
    char after = char_at(text, behind + 1);
    if (is_lower(next))
        return after == '.' || after == ',' || after == '\0';
    return is_upper(next) && (after == '.' || after == '\0');
}

/* "a.m in", but also "c.a real job": a label only where it goes on from the one before. */
static bool may_be_abbreviation(pol_span text, size_t behind)
{
    return is_lower(char_at(text, behind)) && char_at(text, behind + 1) == ' ';
}

static bool parse_closed(pol_span text, pol_label *label)
{
    *label = (pol_label){0};
    size_t size = read_counter(text, 0, label);
    char close = char_at(text, size);
    if (size == 0 || !close || !strchr(").:", close))
        return false;
    char next = char_at(text, size + 1);
    bool is_letter = label->style != POL_NUMBERING_DIGIT;
    if (close == ':' && next != ' ')
        return false;
    if (close == '.' && is_letter && is_abbreviation(text, size + 1))
        return false;
    size_t digits = size + 1;
    while (is_digit(char_at(text, digits)))
        digits++;
    if (close == '.' && !is_letter && is_digit(next) && char_at(text, digits) == '.')
        return false; /* 22.09.16, 1.3.4 */
    label->close = close;
    label->is_weak = close == ':' || label->value > 99 ||
                     (close == '.' && is_letter && may_be_abbreviation(text, size + 1)) ||
                     (close == '.' &&
                      (is_digit(next) || is_upper(text.data[0]) || (is_lower(next) && !is_letter)));
    return finish(text, size + 1, label);
}

/* "1Word", "1 Word", "2 - Word": a number with no mark, always weak. */
static bool parse_bare(pol_span text, pol_label *label)
{
    *label = (pol_label){.is_weak = true};
    size_t size = read_counter(text, 0, label);
    if (size == 0 || label->style != POL_NUMBERING_DIGIT || size > 2)
        return false;
    size_t next = size;
    while (char_at(text, next) == ' ')
        next++;
    char first = char_at(text, next);
    bool has_text = is_upper(first) && (next > size || is_lower(char_at(text, next + 1)));
    if (next > size && is_lower(first))
        has_text = true;
    return has_text && finish(text, size, label);
}

bool pol_label_parse(pol_span text, pol_label *ret_label)
{
    return parse_bullet(text, ret_label) || parse_bracketed(text, ret_label) ||
           parse_decimal(text, ret_label) || parse_closed(text, ret_label) ||
           parse_bare(text, ret_label);
}

static bool is_reading(pol_label *label, pol_numbering style, uint32_t value)
{
    if (label->style == style && label->value == value) {
        label->other = POL_NUMBERING_NONE;
        return true;
    }
    if (label->other != style || label->other == POL_NUMBERING_NONE || label->other_value != value)
        return false;
    label->style = style;
    label->value = value;
    label->other = POL_NUMBERING_NONE;
    return true;
}

bool pol_label_follows(const pol_label *label, pol_label *next)
{
    if (label->style == POL_NUMBERING_NONE)
        return false;
    if (label->style == POL_NUMBERING_BULLET)
        return next->style == POL_NUMBERING_BULLET && next->value == label->value;
    return is_reading(next, label->style, label->value + 1);
}

bool pol_label_is_first(pol_label *label)
{
    if (label->style == POL_NUMBERING_BULLET)
        return true;
    if (label->value == 1) {
        label->other = POL_NUMBERING_NONE;
        return true;
    }
    return label->other != POL_NUMBERING_NONE && is_reading(label, label->other, 1);
}

/* Could a label stand at `at`, by what is before it? "(see point 1)" and "Section 1."
 * are no labels. */
static bool may_stand(pol_span text, size_t at, const pol_label *label, bool is_first)
{
    size_t before = at;
    while (before > 0 && text.data[before - 1] == ' ')
        before--;
    if (before == 0)
        return false;
    char mark = text.data[before - 1];
    bool glued = before == at;
    if (label->style == POL_NUMBERING_BULLET)
        return !glued || mark == ':' || mark == ';';
    if (label->close != ')' && label->close != '.')
        return false;
    pol_span head = pol_span_first(text, before);
    if (mark == ':' || (!glued && (mark == '-' || pol_span_ends(head, POL_SPAN("\u2013")))))
        return true;
    if (glued)
        return false;
    if (is_first)
        return label->close == ')' && pol_span_ends(head, POL_SPAN(" to"));
    if (strchr(";,.!?", mark))
        return true;
    return label->close == ')' &&
           !pol_word_is_any(pol_word_last(head), "point points section paragraph clause part rule");
}

/* Bullets inside a line are only those that cannot be a dash or a letter. */
static bool is_inline_bullet(const pol_label *label)
{
    return label->style == POL_NUMBERING_BULLET && !bullets[label->value - 1].needs_space;
}

/* Could a label stand at `at`? Most words are no letters or digits with a mark behind. */
static bool may_be_inline(pol_span text, size_t at)
{
    enum { COUNTER_MAX = 7 };
    char first = text.data[at];
    if ((unsigned char)first >= 0x80 || first == '(' || first == '[')
        return true;
    size_t end = at;
    while (end < at + COUNTER_MAX && (is_digit(char_at(text, end)) ||
                                      is_lower(char_at(text, end)) || is_upper(char_at(text, end))))
        end++;
    char mark = char_at(text, end);
    return end > at && (mark == ')' || mark == '.' || mark == ':');
}

size_t pol_label_find_inline(pol_span text, size_t from, const pol_label *previous,
                             pol_label *ret_label)
{
    for (size_t at = from; at < text.size; at++) {
        char before = at > 0 ? text.data[at - 1] : ' ';
        if (before != ' ' && before != ':' && before != ';')
            continue;
        pol_label label;
        if (!may_be_inline(text, at) || !pol_label_parse(pol_span_from(text, at), &label))
            continue;
        if (label.close == '\0' && !is_inline_bullet(&label))
            continue;
        if (label.style == POL_NUMBERING_DECIMAL || label.skip >= text.size - at)
            continue;
        bool fits = previous ? pol_label_follows(previous, &label) : pol_label_is_first(&label);
        if (!fits || !may_stand(text, at, &label, previous == NULL))
            continue;
        *ret_label = label;
        return at;
    }
    return (size_t)-1;
}
