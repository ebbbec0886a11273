/* day.h - a date of a document as people read it (private to web/). */
#ifndef POL_WEB_DAY_H
#define POL_WEB_DAY_H

#include "core/date.h"
#include "search/html.h"

/* `<time datetime="2011-03-29">29 March 2011</time>`, as far as it is known: "March 2011", "2011";
 * nothing for no date. `attributes` are markup: "" or ` itemprop="dateCreated"`. */
void pol_day_add(pol_buffer *buffer, pol_date date, const char *attributes);

#endif
