/* day.c - see day.h. */
#include "web/day.h"

#include <time.h>

void pol_day_add(pol_buffer *buffer, pol_date date, const char *attributes)
{
    char iso[POL_DATE_ISO_SIZE], words[64] = "";
    struct tm parts = {.tm_year = date.year - 1900,
                       .tm_mon = date.month ? date.month - 1 : 0,
                       .tm_mday = date.day ? date.day : 1};
    if (date.year == 0 || date.month > 12 || date.day > 31)
        return;
    if (date.month == 0)
        strftime(words, sizeof words, "%Y", &parts);
    else if (date.day == 0)
        strftime(words, sizeof words, "%B %Y", &parts);
    else
        strftime(words, sizeof words, "%e %B %Y", &parts);
    pol_html_add(buffer, "<time");
    pol_html_add(buffer, attributes);
    POL_HTML(buffer, " datetime=\"$\">$</time>", pol_span_of(pol_date_iso(date, iso)),
             pol_span_trim(pol_span_of(words)));
}
