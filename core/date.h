/* date.h - dates as documents print them, to ISO 8601 and back.
 *
 * Day first (British usage) where digits alone leave a choice. Two-digit years:
 * 00-69 are 2000-2069, 70-99 are 1970-1999. Years outside 1800-2100 are refused.
 * Safe in any thread. */
#ifndef POL_CORE_DATE_H
#define POL_CORE_DATE_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_DATE_ISO_SIZE = 11 }; /* "2016-12-15" and a NUL */

/* month and day may be 0 where only a year or a year and month are known;
 * year 0 is no date. */
typedef struct pol_date {
    int16_t year;
    uint8_t month;
    uint8_t day;
} pol_date;

/* Is the whole of `text` (white space, weekday and time of day aside) one date?
 * "15 December 2016", "22 Aug 16", "22.09.16", "19-12-2012", "(16/07/07)",
 * "October 23, 2019", "Monday, September 11, 2006", "2nd June 2014",
 * "2011-03-10 19:26:55 +0000", "2014-06", "June 2014", "2014".
 * `*ret_date` is set only when the answer is true. */
bool pol_date_parse(pol_span text, pol_date *ret_date);

/* The first full date (day, month, year) inside running text; `ret_at` and
 * `ret_size` (may be NULL) say which bytes. False when there is none. */
bool pol_date_find(pol_span text, pol_date *ret_date, size_t *ret_at, size_t *ret_size);

/* "2016-12-15", "2016-12", "2016" or "" into `buffer`. Returns `buffer`. */
const char *pol_date_iso(pol_date date, char buffer[POL_DATE_ISO_SIZE]);

/* <0, 0, >0. An unknown month or day sorts before a known one. */
int pol_date_compare(pol_date a, pol_date b);

#ifdef __cplusplus
}
#endif
#endif
