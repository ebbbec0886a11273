/* check.h - the page of drafts in its parts (private to the files of that page). */
#ifndef POL_WEB_PAGE_CHECK_H
#define POL_WEB_PAGE_CHECK_H

#include "search/html.h"
#include "web/checked.h"

/* check_form.c: what it does, the box and its years. `checked` NULL: nothing was sent yet.
 * `complaint` NULL: there is nothing to complain of. */
void pol_check_add_form(pol_buffer *buffer, const pol_checked *checked, const pol_error *complaint);

/* check_agenda.c: each motion of several, with a button that checks it clause by clause. */
void pol_check_add_agenda(pol_buffer *buffer, const pol_checked *checked);

#endif
