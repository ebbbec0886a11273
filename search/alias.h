/* alias.h - words of a query that stand for others: acronyms for what they are short for, and
 * back; numbers in figures for the same in words; two words for one.
 *
 *   STPs           or: "sustainability and transformation plans"
 *   4 day          or, for the 4: "four day", "four days"
 *   net zero       or, for each of the words: netzero
 *   netzero        or: "net zero"
 *
 * What stands for what is learnt from the documents, whose heads have a term for each acronym that
 * their text spells out ("Sustainability and Transformation Plans (STPs)"), and for what nobody
 * spells out in a table (core/abbreviations.h). The rest is of search/alias/written.h. The word
 * that was typed stays the first child of an OR with `is_alias`; what is added weighs less, by its
 * `share`. Words in quotation marks, of fields, and behind a minus stand for themselves. */
#ifndef POL_SEARCH_ALIAS_H
#define POL_SEARCH_ALIAS_H

#include "search/index.h"
#include "search/query.h"

/* Adds them to the tree, of short queries; all or, on failure, none. Fails: POL_NOMEM, POL_LIMIT,
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_alias_add(pol_query *query, pol_index *index, pol_error *reterr);

#endif
