/* error.h - an error as a page, in plain words and with a way on (private to web/). */
#ifndef POL_WEB_PAGE_ERROR_H
#define POL_WEB_PAGE_ERROR_H

#include "web/page.h"

void pol_page_error(pol_buffer *buffer, const pol_site *site, int http_status,
                    const pol_error *error);

#endif
