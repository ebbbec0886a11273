/* written.h - other ways of writing what was typed (private to search/alias.c).
 *
 *   4 day week                 "four day"
 *   thirty-five hour           "35 hour"
 *   5%, 5 per cent             "five per cent"
 *   £15 an hour                "fifteen pounds"
 *   2nd homes                  "second homes"
 *   net zero                   netzero
 *   netzero                    "net zero"
 *   privatization              privatisation
 *
 * Numbers are one to a hundred, and first to hundredth. One is met by the other way of writing it
 * only before the word that stood behind it, or behind the one before it where none is; alone, and
 * beside common words, anywhere. Of per cent the sign is no word: "per cent" is met by the figure.
 */
#ifndef POL_SEARCH_ALIAS_WRITTEN_H
#define POL_SEARCH_ALIAS_WRITTEN_H

#include "search/index.h"
#include "search/query.h"

/* `text` may stand for each of `count` words from `first` on; `has_forms`: its last word in the
 * other number too. */
typedef void pol_written(void *to, size_t first, size_t count, pol_span text, bool has_forms);

/* Both tell of words of a query, in the order in which they were typed. */
void pol_alias_numbers(pol_span query, const pol_node *const *words, size_t count,
                       pol_written *written, void *to);

/* Two words side by side, of three letters or more each, where a document has them closed up; and
 * one that may be two, where five times as many passages have either of these; and -ise for -ize.
 * Fails as reading the index. */
POL_MUST_CHECK pol_status pol_alias_joined(pol_index *index, const pol_node *const *words,
                                           size_t count, pol_written *written, void *to,
                                           pol_error *reterr);

/* Is it one of the words that numbers are made of, an ordinal aside? */
bool pol_alias_is_number(pol_span word);

#endif
