/* numbers.h - words to the number that they make: "thirty-two" and "32", "ten million" and
 * "10m" (private to draft/). Pure: safe in any thread. */
#ifndef POL_DRAFT_NUMBERS_H
#define POL_DRAFT_NUMBERS_H

#include "draft/weigh.h"

/* How many of the words at `words` make a number, 0 for none. *ret_number is the same for all ways
 * to write it: its value, or a hash of what is more than digits ("3.8bn", "75.1"). "one" alone is
 * none: it is a pronoun as often. */
size_t pol_number_read(const pol_weighed *words, size_t count, uint64_t *ret_number);

/* May a number start with this word? Few words may. */
bool pol_number_may_start(pol_span word);

#endif
