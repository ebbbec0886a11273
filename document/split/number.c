/* number.c - the number of an item as headings print it: "12", "1A.1", "EM 01", "B19",
 * "C", "IV", "One". */
#include "document/split/state.h"

enum {
    LETTERS_MAX = 4,
    DIGITS_MAX = 4,
    MINOR_DIGITS_MAX = 3,
    STEP = 1000,      /* between the steps of "33/04" */
    PATH = 0x2F000000 /* '/' above the letters of a number in steps */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

static char at(pol_span text, size_t index)
{
    return index < text.size ? text.data[index] : '\0';
}

/* Goes on with a letter or a digit, or a character beyond ASCII that is no dash or quote:
 * then it is part of a word. */
static bool is_in_word(pol_span text, size_t index)
{
    return is_digit(at(text, index)) || is_letter(at(text, index));
}

static bool is_year(uint32_t value)
{
    return value >= 1800 && value < 2100;
}

static uint32_t read_digits(pol_span text, size_t *index, int most)
{
    uint32_t value = 0;
    for (int digits = 0; is_digit(at(text, *index)) && digits < most; digits++, (*index)++)
        value = value * 10 + (uint32_t)(text.data[*index] - '0');
    return value;
}

/* Prefixes that may stand apart from their number: "EM 01", "OoO 02". */
static bool may_stand_apart(uint32_t letters)
{
    static const char *const known[] = {"EM", "LM",  "CM",  "RC",  "OOO", "NDC", "COMP", "COM",
                                        "EC", "NEC", "RES", "MOT", "RA",  "CR",  "PM"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        uint32_t packed = 0;
        for (const char *c = known[i]; *c; c++)
            packed = packed << 8 | (unsigned char)*c;
        if (packed == letters)
            return true;
    }
    return false;
}

/* "CON 1.", "WEL 12:": capitals of the file's own, where a mark ends the number. */
static bool is_marked_code(pol_span text, size_t size)
{
    static const char words[] =
        "part item rule page day no nos nr vol room line act the and for to "
        "of in at on step unit zone hall june july week";
    size_t end = size + 1;
    if (size < 2 || size > LETTERS_MAX - 1 || at(text, size) != ' ' ||
        !is_digit(at(text, size + 1)) || pol_word_is_any(pol_span_first(text, size), words))
        return false;
    while (is_digit(at(text, end)))
        end++;
    return (at(text, end) == '.' || at(text, end) == ':') && at(text, end + 1) == ' ';
}

/* "R 1" behind a noun. */
static bool stands_apart(pol_span text, size_t size, bool is_behind_noun)
{
    return is_behind_noun && size == 1 && at(text, size) == ' ' && is_digit(at(text, size + 1));
}

/* "Wc12": a name cut short. */
static bool is_mixed(pol_span text, size_t size)
{
    return size == 2 && is_upper(text.data[0]) && !is_upper(text.data[1]) &&
           is_digit(at(text, size));
}

/* "EM", "OoO", "Wc": capitals before the digits. */
static bool read_letters(pol_span text, bool is_behind_noun, size_t *index, uint32_t *ret_letters)
{
    size_t start = *index, end = start;
    uint32_t letters = 0;
    while (end - start < LETTERS_MAX + 1 && is_letter(at(text, end))) {
        letters = letters << 8 | (unsigned char)(text.data[end] & ~0x20);
        end++;
    }
    size_t size = end - start;
    bool is_ooo = pol_span_starts(pol_span_from(text, start), POL_SPAN("OoO"));
    for (size_t i = start; i < end && !is_ooo && !is_mixed(text, size); i++)
        if (!is_upper(text.data[i]))
            return false;
    if (size > LETTERS_MAX)
        return false;
    bool is_joined = ((size <= 2 && at(text, end) == '-') || at(text, end) == '/') &&
                     is_digit(at(text, end + 1)); /* "A-1", "EC/1" */
    if (size > 0 &&
        ((at(text, end) == ' ' && may_stand_apart(letters)) || is_joined ||
         (start == 0 && is_marked_code(text, size)) || stands_apart(text, size, is_behind_noun) ||
         (at(text, end) == '-' && may_stand_apart(letters))))
        end++;
    if (size > 0 && !is_digit(at(text, end)))
        return false;
    *index = end;
    *ret_letters = letters;
    return true;
}

/* "12/2031", "2031/12": the year is no number of an amendment. */
static bool read_year(pol_span text, size_t *index, pol_split_number *number)
{
    size_t next = *index + 1;
    if (at(text, *index) != '/' && at(text, *index) != '-')
        return false;
    uint32_t second = read_digits(text, &next, DIGITS_MAX);
    bool first_is_year = is_year(number->value) && second > 0 && second < 1000;
    if (is_in_word(text, next) || !(first_is_year || is_year(second)))
        return false;
    number->value = first_is_year ? second : number->value;
    *index = next;
    return true;
}

/* "i", "iv", "b", "2" to a value that tells them apart. */
static uint32_t roman_minor(pol_span text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.size; i++)
        value = value * 31 + (unsigned char)text.data[i];
    return value % 100000;
}

/* ".1", "/1", ".A", "(i)" behind the number. */
static bool read_minor(pol_span text, size_t *index, pol_split_number *number)
{
    char mark = at(text, *index);
    size_t next = *index + 1;
    if (mark == '(') { /* "21(i)", "12(a)" */
        while (is_in_word(text, next) && next < *index + 5)
            next++;
        if (next == *index + 1 || at(text, next) != ')' || is_upper(at(text, *index + 1)) ||
            is_in_word(text, next + 1))
            return true;
        number->minor = roman_minor(pol_span_make(text.data + *index + 1, next - *index - 1));
        number->has_minor = true;
        *index = next + 1;
        return true;
    }
    if ((mark != '.' && mark != '/') || !is_in_word(text, next))
        return true;
    if (is_digit(at(text, next))) {
        number->minor = read_digits(text, &next, MINOR_DIGITS_MAX);
    } else if (is_upper(at(text, next)) && !is_in_word(text, next + 1)) {
        number->minor = (uint32_t)(text.data[next++] - 'A') + 1;
    } else if (mark == '/' && number->letters && !is_in_word(text, next + 1)) { /* "Y2/a" */
        number->minor = (uint32_t)(text.data[next++] - 'a') + 1;
    } else {
        return mark == '.'; /* "12.Mugs": the full stop ends the number */
    }
    number->has_minor = true;
    *index = next;
    return !is_in_word(text, next) && !(at(text, next) == '.' && is_digit(at(text, next + 1)));
}

static bool read_digit_number(pol_span text, bool is_behind_noun, pol_split_number *number,
                              size_t *ret_end)
{
    size_t index = 0;
    if (!read_letters(text, is_behind_noun, &index, &number->letters) || !is_digit(at(text, index)))
        return false;
    size_t digits = index;
    number->value = read_digits(text, &index, DIGITS_MAX);
    bool has_year = read_year(text, &index, number);
    if (is_digit(at(text, index)) || (number->letters == 0 && !has_year &&
                                      index - digits == DIGITS_MAX && is_year(number->value)))
        return false;
    if (is_letter(at(text, index)) && !is_in_word(text, index + 1)) {
        number->suffix = (char)(text.data[index] & ~0x20);
        index++;
    }
    bool has_minor = !has_year || (at(text, index) == '.' && is_digit(at(text, index + 1)));
    if (has_minor && !read_minor(text, &index, number)) /* "12", "2031/12.1" */
        return false;
    if (is_letter(at(text, index)) && !number->has_minor && at(text, index - 1) != '.')
        return false; /* "12th", "3D-printed" */
    *ret_end = index;
    return true;
}

/* "1/2" of section and item to one number, which no other number equals. */
static void join_steps(pol_split_number *number, uint32_t step)
{
    number->value = number->value * STEP + step % STEP;
    number->letters = PATH | (number->letters & 0xFFFFFF);
}

/* "SRC/29/01", "SRC/29/03/a", "1/2/A", "33/06-A": a reference in steps. The letter behind them
 * is an amendment's. */
static bool read_path(pol_span text, pol_split_number *number, size_t *ret_end)
{
    size_t index = 0, steps = 0;
    for (; is_upper(at(text, index)) && index < LETTERS_MAX; index++)
        number->letters = number->letters << 8 | (unsigned char)text.data[index];
    bool has_letters = index > 0;
    char slash = has_letters && at(text, index) == '-' ? '-' : '/'; /* "M-31-01" */
    if (has_letters && at(text, index) != slash)
        return false;
    for (; steps < 2; steps++) {
        size_t next = index + ((steps > 0 || has_letters) && at(text, index) == slash);
        if ((next == index && (steps > 0 || has_letters)) || !is_digit(at(text, next)))
            break;
        join_steps(number, read_digits(text, &next, DIGITS_MAX));
        index = next;
    }
    char mark = at(text, index);
    if (mark && strchr("/-.", mark) && is_letter(at(text, index + 1)) &&
        !is_in_word(text, index + 2)) {
        number->minor = (uint32_t)(text.data[index + 1] & ~0x20) - 'A' + 1;
        number->has_minor = true;
        index += 2;
    }
    *ret_end = index;
    return steps == 2 && (has_letters || number->has_minor) && !is_in_word(text, index) &&
           at(text, index) != '/';
}

/* "29.11.03" behind a noun: a date and the motion's own number. */
static bool read_dated(pol_span text, pol_split_number *number, size_t *ret_end)
{
    enum { STEPS = 3 };
    size_t index = 0;
    for (int steps = 0; steps < STEPS; steps++) {
        if (steps > 0 && at(text, index++) != '.')
            return false;
        if (!is_digit(at(text, index)))
            return false;
        join_steps(number, read_digits(text, &index, DIGITS_MAX));
    }
    *ret_end = index;
    return !is_in_word(text, index) && at(text, index) != '.';
}

bool pol_split_number_join(pol_split_number *number)
{
    return pol_span_find(number->printed, POL_SPAN("/"), 0) != (size_t)-1 &&
           pol_split_number_step(number);
}

bool pol_split_number_step(pol_split_number *number)
{
    if (!number->has_minor || number->letters || number->suffix || number->minor == 0)
        return false;
    join_steps(number, number->minor);
    number->minor = 0;
    number->has_minor = false;
    return true;
}

/* "C", "IV", "AB": letters alone, behind a noun only. */
static bool read_letter_number(pol_span word, bool is_bracketed, pol_split_number *number)
{
    if (word.size == 0 || word.size > LETTERS_MAX)
        return false;
    bool is_small = !is_upper(word.data[0]) && is_bracketed;
    for (size_t i = 0; i < word.size && is_small; i++)
        if (!strchr("ivx", word.data[i]) && word.size > 1)
            return false;
    for (size_t i = 0; i < word.size && !is_small; i++)
        if (!is_upper(word.data[i]) ||
            (word.size > 1 && !strchr("IVXL", word.data[i]) && word.data[i] != word.data[0]))
            return false;
    for (size_t i = 0; i < word.size; i++)
        number->letters = number->letters << 8 | (unsigned char)word.data[i];
    return true;
}

static bool read_number_word(pol_span word, pol_split_number *number)
{
    static const char *const words[] = {"one",     "two",       "three",    "four",     "five",
                                        "six",     "seven",     "eight",    "nine",     "ten",
                                        "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                        "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_word_is(word, words[i])) {
            number->value = (uint32_t)i + 1;
            return true;
        }
    return false;
}

/* Behind "3 (A-30)", "12 (M4)": a second number in brackets, capitals and digits, is printed as
 * part of the first. */
static size_t skip_second(pol_span text, size_t end)
{
    size_t index = end + (at(text, end) == ' '), letters = 0, digits = 0;
    if (at(text, index++) != '(')
        return end;
    for (; is_upper(at(text, index)) && letters < LETTERS_MAX; index++)
        letters++;
    index += at(text, index) == '-' || at(text, index) == '/';
    for (; is_digit(at(text, index)) && digits < DIGITS_MAX; index++)
        digits++;
    bool is_second = letters > 0 && digits > 0 && at(text, index) == ')';
    return is_second ? index + 1 : end;
}

bool pol_split_number_parse(pol_span text, bool is_behind_noun, pol_split_number *ret_number,
                            pol_span *ret_rest)
{
    pol_split_number number = {0};
    size_t end = 0;
    if (at(text, 0) == '#')
        text = pol_span_trim(pol_span_from(text, 1));
    if (text.size == 0)
        return false;
    bool is_path = read_path(text, &number, &end);
    if (!is_path) {
        number = (pol_split_number){0};
        is_path = is_behind_noun && read_dated(text, &number, &end);
    }
    if (!is_path)
        number = (pol_split_number){0};
    if (!is_path && !read_digit_number(text, is_behind_noun, &number, &end)) {
        number = (pol_split_number){0};
        pol_span rest = text, word = pol_word_next(&rest);
        bool is_bracketed = is_behind_noun && at(text, 0) == '(' && at(rest, 0) == ')';
        if (!is_behind_noun || word.data != text.data + is_bracketed ||
            !(read_letter_number(word, is_bracketed, &number) || read_number_word(word, &number)))
            return false;
        end = word.size + 2 * is_bracketed;
    }
    if (number.value > 0)
        end = skip_second(text, end);
    number.printed = pol_span_first(text, end);
    *ret_number = number;
    *ret_rest = pol_span_from(text, end);
    return true;
}

static uint32_t roman_value(pol_span word)
{
    static const struct {
        char letter;
        uint32_t value;
    } digits[] = {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}};
    uint32_t sum = 0, before = 0;
    for (size_t i = word.size; i-- > 0;) {
        uint32_t value = 0;
        for (size_t k = 0; k < sizeof digits / sizeof *digits; k++)
            value = digits[k].letter == word.data[i] ? digits[k].value : value;
        if (value == 0)
            return 0;
        sum = value < before ? sum - value : sum + value;
        before = value;
    }
    return sum;
}

bool pol_split_letter_parse(pol_span text, pol_split_number *ret_number, pol_span *ret_rest)
{
    pol_span rest = text, word = pol_word_next(&rest);
    pol_split_number number = {0};
    if (word.data != text.data || rest.size == 0 || !strchr(".):", rest.data[0]) ||
        !read_letter_number(word, false, &number))
        return false;
    uint32_t roman = roman_value(word);
    if (word.size > 1 && roman == 0)
        return false;
    number.value = roman ? roman : (uint32_t)(word.data[0] - 'A') + 1;
    number.printed = word;
    *ret_number = number;
    *ret_rest = rest;
    return true;
}

bool pol_split_number_is_base(const pol_split_number *base, const pol_split_number *number)
{
    return base->letters == number->letters && base->value == number->value && !base->has_minor &&
           (base->suffix == number->suffix ? number->has_minor : base->suffix == 0);
}

bool pol_split_number_equal(const pol_split_number *a, const pol_split_number *b)
{
    return a->letters == b->letters && a->value == b->value && a->suffix == b->suffix &&
           a->has_minor == b->has_minor && a->minor == b->minor;
}
