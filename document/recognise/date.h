/* date.h - dates as labels state them. */
#ifndef POL_DOCUMENT_RECOGNISE_DATE_H
#define POL_DOCUMENT_RECOGNISE_DATE_H

#include "core/date.h"

/* The date that a stated value gives: the whole of it, the first day of "23-25 May 2015"
 * or "30 May - 1 June 2015", or the first full date in it. */
bool pol_stated_date_read(pol_span value, pol_date *ret_date);

#endif
