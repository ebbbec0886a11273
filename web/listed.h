/* listed.h - a document as one line of a list: what a link to it says (private to web/). */
#ifndef POL_WEB_LISTED_H
#define POL_WEB_LISTED_H

#include "document/stored.h"
#include "search/html.h"

/* `<a href="/documents/ID">Motion 11: Fair pay</a>`, the number alone where that is the title;
 * ` rel="next"` and the like in `attributes`, "" for none; `words` before the number. */
void pol_listed_add_link(pol_buffer *buffer, const pol_listed *entry, const char *attributes,
                         const char *words);

/* What is shown as its decision: UNKNOWN where none is stated, NONE for a kind that is not
 * decided. */
pol_decision pol_listed_decision(const pol_listed *entry);

/* Is it an amendment to the other, by its number: 12.1 and 12A to 12? */
bool pol_listed_amends(const pol_listed *entry, const pol_listed *other);

#endif
