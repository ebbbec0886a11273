/* meeting.h - a query that is the name of a conference to the conference that it names.
 *
 *   health conference 2021   -> (and (meeting (conference= "Health Conference") (year= 2021))
 *                                    health conference 2021)
 *
 * Every word but the year and common ones must be one of the conference's name, in any form, and
 * the query must have a word for conferences, or a year and two words beside it. Its documents
 * come first; the words are looked for as ever. */
#ifndef POL_SEARCH_MEETING_H
#define POL_SEARCH_MEETING_H

#include "search/index.h"
#include "search/query.h"

/* Puts a LABEL with children before the words where the index has documents of such a conference.
 * Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_meeting_add(pol_query *query, pol_index *index, pol_error *reterr);

#endif
