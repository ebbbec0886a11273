/* page_error.c - see page_error.h. */
#include "web/page_error.h"

void pol_page_error(pol_buffer *buffer, const pol_site *site, int http_status,
                    const pol_error *error)
{
    pol_page page = {.title = POL_SPAN("Error"), .is_unlisted = true};
    char digits[POL_DIGITS_SIZE];
    pol_page_begin(buffer, site, &page);
    POL_HTML(buffer, "<h1>Error $</h1><p>$</p>",
             pol_html_number((uint64_t)http_status, digits), pol_span_of(error->text));
    pol_page_end(buffer, site);
}
