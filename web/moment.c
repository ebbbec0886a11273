/* moment.c - see moment.h. */
#include "web/moment.h"

#include <stdio.h>
#include <time.h>

enum { NAME = 3 };
static const char days[] = "SunMonTueWedThuFriSat";
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static struct tm parts_of(int64_t seconds)
{
    struct tm parts = {.tm_year = 70, .tm_mday = 1, .tm_wday = 4};
    struct tm found;
    time_t moment = (time_t)seconds;
    if (gmtime_r(&moment, &found) && found.tm_year >= 0 && found.tm_year < 9999 - 1900)
        parts = found;
    return parts;
}

const char *pol_moment_iso(int64_t seconds, char buffer[POL_MOMENT_SIZE])
{
    struct tm parts = parts_of(seconds);
    strftime(buffer, POL_MOMENT_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return buffer;
}

const char *pol_moment_http(int64_t seconds, char buffer[POL_MOMENT_SIZE])
{
    struct tm parts = parts_of(seconds);
    char clock[16];
    strftime(clock, sizeof clock, "%H:%M:%S", &parts);
    snprintf(buffer, POL_MOMENT_SIZE, "%.*s, %02d %.3s %d %s GMT", NAME,
             &days[parts.tm_wday * NAME], parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900,
             clock);
    return buffer;
}
