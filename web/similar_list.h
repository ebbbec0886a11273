/* similar_list.h - documents that say much the same as another, as items of a list (private to
 * web/). Names no people. */
#ifndef POL_WEB_SIMILAR_LIST_H
#define POL_WEB_SIMILAR_LIST_H

#include "draft/similar.h"

/* `<li>` for each: its title as a link, conference and year, what was decided, and the shares.
 * `heading` is "h2" where titles are headings of the page, NULL where they are none. */
void pol_similar_list_add(const pol_similar *similar, const char *heading, pol_buffer *buffer);

#endif
