/* date.c - printed dates to pol_date, and back to ISO 8601.
 *
 * A cursor runs over the bytes; one function per way of writing a date tries to read
 * it and leaves the cursor behind it. pol_date_parse() asks that nothing is left,
 * pol_date_find() tries at each place where a number or a word starts. */
#include "core/date.h"

#include <stdio.h>

typedef struct cursor {
    pol_span text;
    size_t at;
} cursor;

static int byte_at(const cursor *c, size_t ahead)
{
    size_t at = c->at + ahead;
    return at < c->text.size ? (unsigned char)c->text.data[at] : -1;
}

static bool is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(int byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_wordy(int byte)
{
    return is_digit(byte) || is_letter(byte);
}

static bool is_space(int byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* A no-break space counts: web pages put one between day and month. */
static bool skip_spaces(cursor *c)
{
    size_t start = c->at;
    for (;;) {
        if (is_space(byte_at(c, 0)))
            c->at++;
        else if (byte_at(c, 0) == 0xC2 && byte_at(c, 1) == 0xA0)
            c->at += 2;
        else
            return c->at > start;
    }
}

static bool skip_byte(cursor *c, int byte)
{
    if (byte_at(c, 0) != byte)
        return false;
    c->at++;
    return true;
}

/* Skips `word` in any case, if no letter or digit follows. */
static bool skip_word(cursor *c, const char *word)
{
    if ((byte_at(c, 0) | 0x20) != *word)
        return false; /* as for most */
    pol_span wanted = pol_span_of(word);
    if (!pol_span_starts_fold(pol_span_from(c->text, c->at), wanted) ||
        is_wordy(byte_at(c, wanted.size)))
        return false;
    c->at += wanted.size;
    return true;
}

/* A run of 1 to 4 digits: *ret_count of them. */
static bool read_number(cursor *c, int *ret_number, int *ret_count)
{
    int number = 0, count = 0;
    while (count < 5 && is_digit(byte_at(c, (size_t)count)))
        number = number * 10 + byte_at(c, (size_t)count++) - '0';
    if (count == 0 || count > 4)
        return false;
    c->at += (size_t)count;
    *ret_number = number;
    *ret_count = count;
    return true;
}

/* Row 0 is January: the whole name, then how it is shortened. */
static const char *const month_names[12][3] = {
    {"january", "jan", NULL}, {"february", "feb", NULL}, {"march", "mar", NULL},
    {"april", "apr", NULL},   {"may", NULL, NULL},       {"june", "jun", NULL},
    {"july", "jul", NULL},    {"august", "aug", NULL},   {"september", "sept", "sep"},
    {"october", "oct", NULL}, {"november", "nov", NULL}, {"december", "dec", NULL},
};

static const char *const weekday_names[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tues",
    "tue",    "weds",    "wed",       "thurs",    "thur",   "thu",      "fri",    "sat", "sun",
};

/* 1..12 and the cursor behind the name and its full stop, or 0. */
static int read_month(cursor *c)
{
    const int first = byte_at(c, 0) | 0x20;
    if (!is_letter(first) || !strchr("jfmasond", first))
        return 0;
    for (int month = 0; month < 12; month++)
        for (int form = 0; form < 3 && month_names[month][form]; form++) {
            if (!skip_word(c, month_names[month][form]))
                continue;
            if (form > 0)
                skip_byte(c, '.');
            return month + 1;
        }
    return 0;
}

static void skip_weekday(cursor *c)
{
    const int first = byte_at(c, 0) | 0x20;
    if (!is_letter(first) || !strchr("mtwfs", first))
        return;
    for (size_t i = 0; i < sizeof weekday_names / sizeof *weekday_names; i++) {
        if (!skip_word(c, weekday_names[i]))
            continue;
        skip_byte(c, '.');
        skip_byte(c, ',');
        skip_spaces(c);
        return;
    }
}

static int days_in_month(int year, int month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

/* Sets the date if there is such a day; month and day may be 0. */
static bool set_date(pol_date *date, int year, int month, int day)
{
    if (year < 1800 || year > 2100 || month < 0 || month > 12 || day < 0)
        return false;
    if (day > 0 && (month == 0 || day > days_in_month(year, month)))
        return false;
    *date = (pol_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

/* A year of two or four digits, with nothing wordy behind it. */
static bool read_year(cursor *c, int *ret_year)
{
    int year, count;
    skip_byte(c, '\'');
    if (!read_number(c, &year, &count) || (count != 2 && count != 4) ||
        (is_wordy(byte_at(c, 0)) && byte_at(c, 0) != 'T'))
        return false;
    if (count == 2)
        year += year < 70 ? 2000 : 1900;
    *ret_year = year;
    return true;
}

/* "2nd", "21st": the letters behind a day. */
static void skip_ordinal(cursor *c)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < 4; i++)
        if (skip_word(c, endings[i]))
            return;
}

/* Day, month, year, all in digits: "22.09.16", "19-12-2012", "16/07/07"; behind the
 * day, with `separator` next. Where the second number can only be a day the first is
 * the month. Dotted one-digit numbers with a short year are clause numbers. */
static bool read_digits(cursor *c, int day, int day_digits, pol_date *ret_date)
{
    int separator = byte_at(c, 0), month, month_digits, year;
    c->at++;
    if (!read_number(c, &month, &month_digits) || month_digits > 2 || !skip_byte(c, separator))
        return false;
    size_t year_at = c->at;
    if (!is_digit(byte_at(c, 0)) || !read_year(c, &year) || month == 0 || day == 0)
        return false;
    bool is_short = c->at - year_at == 2;
    if (separator == '.' && is_short && (day_digits < 2 || month_digits < 2))
        return false;
    if (month > 12 && day <= 12 && separator == '/')
        return set_date(ret_date, year, day, month);
    return set_date(ret_date, year, month, day);
}

/* "2011-03-10", "2014-06", "2014": behind the year. */
static bool read_year_first(cursor *c, int year, pol_date *ret_date)
{
    int separator = byte_at(c, 0), month, day, digits;
    if ((separator != '-' && separator != '/' && separator != '.') || !is_digit(byte_at(c, 1)))
        return set_date(ret_date, year, 0, 0);
    c->at++;
    if (!read_number(c, &month, &digits) || digits > 2 || month == 0)
        return false;
    if (byte_at(c, 0) != separator || !is_digit(byte_at(c, 1)))
        return separator == '-' && digits == 2 && set_date(ret_date, year, month, 0);
    c->at++;
    return read_number(c, &day, &digits) && digits <= 2 && day > 0 &&
           set_date(ret_date, year, month, day);
}

/* "15 December 2016", "2nd of June, 2014", "22-Aug-16": behind the day. */
static bool read_day_first(cursor *c, int day, pol_date *ret_date)
{
    skip_ordinal(c);
    skip_spaces(c);
    if (skip_word(c, "of"))
        skip_spaces(c);
    bool has_hyphens = skip_byte(c, '-');
    int month = read_month(c), year;
    if (month == 0)
        return false;
    if (has_hyphens) {
        if (!skip_byte(c, '-'))
            return false;
    } else {
        skip_byte(c, ',');
        if (!skip_spaces(c))
            return false;
    }
    return day > 0 && read_year(c, &year) && set_date(ret_date, year, month, day);
}

/* "October 23, 2019", "June 2014". A number of two digits alone behind a month could
 * be a day or a year: no date. */
static bool read_month_first(cursor *c, pol_date *ret_date)
{
    int month = read_month(c), number, digits, year;
    if (month == 0)
        return false;
    skip_byte(c, ',');
    if (!skip_spaces(c) || !read_number(c, &number, &digits))
        return false;
    if (digits == 4)
        return !is_wordy(byte_at(c, 0)) && set_date(ret_date, number, month, 0);
    skip_ordinal(c);
    bool has_comma = skip_byte(c, ',');
    if (!skip_spaces(c) && !has_comma)
        return false;
    size_t year_at = c->at;
    return digits <= 2 && number > 0 && read_year(c, &year) && c->at - year_at == 4 &&
           set_date(ret_date, year, month, number);
}

/* Any of the ways, from the cursor on. */
static bool read_date(cursor *c, pol_date *ret_date)
{
    skip_weekday(c);
    if (skip_word(c, "the"))
        skip_spaces(c);
    if (!is_digit(byte_at(c, 0)))
        return read_month_first(c, ret_date);
    int number, digits;
    if (!read_number(c, &number, &digits))
        return false;
    if (digits == 4)
        return read_year_first(c, number, ret_date);
    int next = byte_at(c, 0);
    if (digits > 2)
        return false;
    if ((next == '.' || next == '/' || next == '-') && is_digit(byte_at(c, 1)))
        return read_digits(c, number, digits, ret_date);
    return read_day_first(c, number, ret_date);
}

/* "+0000", "-01:00", "Z", "GMT"; may be missing. */
static void skip_zone(cursor *c)
{
    static const char *const zones[] = {"z", "utc", "gmt", "bst"};
    cursor ahead = *c;
    skip_spaces(&ahead);
    bool is_zone = false;
    for (size_t i = 0; i < sizeof zones / sizeof *zones && !is_zone; i++)
        is_zone = skip_word(&ahead, zones[i]);
    if (!is_zone && (skip_byte(&ahead, '+') || skip_byte(&ahead, '-')))
        for (; is_digit(byte_at(&ahead, 0)) || byte_at(&ahead, 0) == ':'; ahead.at++)
            is_zone = true;
    if (is_zone)
        *c = ahead;
}

/* "19:26:55", "10.15 pm", "10pm". Points part the numbers where `takes_dots`. */
static bool skip_clock(cursor *c, bool takes_dots)
{
    int number, digits;
    if (!read_number(c, &number, &digits) || digits > 2 || number > 24)
        return false;
    bool has_minutes = false;
    while ((byte_at(c, 0) == ':' || (takes_dots && byte_at(c, 0) == '.')) &&
           is_digit(byte_at(c, 1))) {
        for (c->at++; is_digit(byte_at(c, 0)); c->at++)
            has_minutes = true;
        takes_dots = true; /* a fraction of a second */
    }
    cursor ahead = *c;
    skip_spaces(&ahead);
    if (!skip_word(&ahead, "am") && !skip_word(&ahead, "pm"))
        return has_minutes;
    *c = ahead;
    return true;
}

/* A time of day before a date: nothing is skipped when it is none. "22.09.16" starts
 * like one, so points do not count here. */
static void skip_time_before(cursor *c)
{
    cursor ahead = *c;
    if (!skip_clock(&ahead, false))
        return;
    skip_byte(&ahead, ',');
    skip_spaces(&ahead);
    *c = ahead;
}

static void skip_time_behind(cursor *c)
{
    cursor ahead = *c;
    if (!skip_byte(&ahead, 'T')) {
        skip_byte(&ahead, ',');
        skip_spaces(&ahead);
        if (skip_word(&ahead, "at"))
            skip_spaces(&ahead);
    }
    if (!skip_clock(&ahead, true))
        return;
    skip_zone(&ahead);
    *c = ahead;
}

/* The text without one pair of brackets or quotes around it. */
static pol_span unwrap(pol_span text)
{
    text = pol_span_trim(text);
    if (text.size < 2)
        return text;
    char first = text.data[0], last = text.data[text.size - 1];
    if ((first == '(' && last == ')') || (first == '[' && last == ']') ||
        (first == '"' && last == '"'))
        text = pol_span_trim(pol_span_make(text.data + 1, text.size - 2));
    return text;
}

bool pol_date_parse(pol_span text, pol_date *ret_date)
{
    pol_date date;
    cursor c = {unwrap(text), 0};
    if (c.text.size == 0)
        return false;
    skip_time_before(&c);
    if (!read_date(&c, &date))
        return false;
    if (date.day > 0)
        skip_time_behind(&c);
    skip_byte(&c, '.');
    skip_byte(&c, ',');
    if (c.at < c.text.size)
        return false;
    *ret_date = date;
    return true;
}

/* May a date start at the cursor: is what stands before no part of the same word or
 * number ("12.05.2016" within "7.12.05.2016")? */
static bool is_start(const cursor *c)
{
    if (c->at == 0)
        return true;
    int before = (unsigned char)c->text.data[c->at - 1];
    if (is_wordy(before))
        return false;
    bool is_joint =
        before == '.' || before == '/' || before == '-' || before == ',' || before == ':';
    return !is_joint || c->at < 2 || !is_digit((unsigned char)c->text.data[c->at - 2]);
}

/* May the date end at the cursor, `has_short_year` or not? A short year before more
 * words ("12 May 16 delegates") is a count. */
static bool is_end(const cursor *c, bool has_short_year)
{
    int next = byte_at(c, 0);
    bool is_joint = next == '.' || next == '/' || next == '-' || next == ',' || next == ':';
    if (is_digit(next) || (is_joint && is_digit(byte_at(c, 1))))
        return false;
    if (is_letter(next) && next != 'T')
        return false;
    return !has_short_year || next == -1 || next == '\n' || next == '\r' ||
           (next != ' ' && next != '\t');
}

/* Was the year written with two digits behind a month's name? */
static bool ends_in_short_year(const cursor *c, size_t from)
{
    bool has_name = false;
    for (size_t i = from; i < c->at; i++)
        has_name = has_name || is_letter((unsigned char)c->text.data[i]);
    return has_name && c->at - from >= 3 && !is_digit((unsigned char)c->text.data[c->at - 3]);
}

bool pol_date_find(pol_span text, pol_date *ret_date, size_t *ret_at, size_t *ret_size)
{
    cursor c = {text, 0};
    for (; c.at < text.size; c.at++) {
        int byte = byte_at(&c, 0);
        if (!is_wordy(byte) || !is_start(&c))
            continue;
        cursor ahead = c;
        pol_date date;
        if (!read_date(&ahead, &date) || date.day == 0 ||
            !is_end(&ahead, ends_in_short_year(&ahead, c.at)))
            continue;
        *ret_date = date;
        if (ret_at)
            *ret_at = c.at;
        if (ret_size)
            *ret_size = ahead.at - c.at;
        return true;
    }
    return false;
}

const char *pol_date_iso(pol_date date, char buffer[POL_DATE_ISO_SIZE])
{
    unsigned year = (unsigned)date.year % 10000u, month = date.month % 100u, day = date.day % 100u;
    if (date.year <= 0)
        buffer[0] = '\0';
    else if (month == 0)
        snprintf(buffer, POL_DATE_ISO_SIZE, "%04u", year);
    else if (day == 0)
        snprintf(buffer, POL_DATE_ISO_SIZE, "%04u-%02u", year, month);
    else
        snprintf(buffer, POL_DATE_ISO_SIZE, "%04u-%02u-%02u", year, month, day);
    return buffer;
}

int pol_date_compare(pol_date a, pol_date b)
{
    if (a.year != b.year)
        return a.year - b.year;
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}
