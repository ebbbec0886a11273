/* date.c - stated dates, ranges of days included. */
#include "document/recognise/date.h"

#include <stdio.h>

#include "document/words.h"

enum { RANGE_BYTES_MAX = 80 };

static bool is_day(pol_span word)
{
    return word.size > 0 && word.size <= 4 && word.data[0] >= '0' && word.data[0] <= '9' &&
           !pol_word_year(word);
}

/* "23-25" is one word: its first number. */
static pol_span first_number(pol_span word)
{
    size_t size = 0;
    while (size < word.size && word.data[size] >= '0' && word.data[size] <= '9')
        size++;
    return pol_span_first(word, size);
}

/* The first day of a range, with the month that stands behind it or behind the last day,
 * and the year at the end. */
static bool read_range(pol_span text, pol_date *ret_date)
{
    char first[RANGE_BYTES_MAX];
    pol_span rest = text, word = pol_word_next(&rest), day = first_number(word);
    pol_span month = {NULL, 0};
    while (word.data && !is_day(day)) { /* a weekday */
        word = pol_word_next(&rest);
        day = first_number(word);
    }
    int year = 0;
    for (; word.data && year == 0; word = pol_word_next(&rest)) {
        bool is_name = word.size >= 3 && pol_word_is_capital(word) && !is_day(first_number(word));
        if (is_name && !month.data && !pol_words_start(word, "monday", NULL))
            month = word;
        year = pol_word_year(word);
    }
    if (year == 0 || !month.data || month.size > 12)
        return false;
    snprintf(first, sizeof first, "%.*s %.*s %d", POL_SPAN_ARGS(day), POL_SPAN_ARGS(month), year);
    return pol_date_parse(pol_span_of(first), ret_date);
}

bool pol_stated_date_read(pol_span value, pol_date *ret_date)
{
    pol_date date;
    bool is_range = pol_span_find(value, POL_SPAN("-"), 0) != (size_t)-1 ||
                    pol_span_find(value, POL_SPAN("\u2013"), 0) != (size_t)-1 ||
                    pol_span_find(value, POL_SPAN(" to "), 0) != (size_t)-1 ||
                    pol_span_find(value, POL_SPAN(" and "), 0) != (size_t)-1;
    bool is_read = pol_date_parse(value, &date) ||
                   (is_range && value.size < RANGE_BYTES_MAX / 2 && read_range(value, &date)) ||
                   pol_date_find(value, &date, NULL, NULL);
    if (is_read)
        *ret_date = date;
    return is_read;
}
