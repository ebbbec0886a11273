/* discreet.h - words of a report or minutes without the people in them (private to search/).
 *
 * A mover's name tells union membership, and minutes print it beside the decision: "Moved by
 * J. Smith, seconded by K. Jones. CARRIED". */
#ifndef POL_SEARCH_DISCREET_H
#define POL_SEARCH_DISCREET_H

#include "core/buffer.h"
#include "document/document.h"

/* Appends `words`, unless `shows_people` with "…" for what follows "moved by" and the like (up
 * to the words that decide, where some do) and for the names of people whom the document knows
 * to have submitted it. Nothing is made printable. */
void pol_discreet_add(pol_span words, const pol_document *document, bool shows_people,
                      pol_buffer *buffer);

#endif
