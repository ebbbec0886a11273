/* page.c - see page.h. */
#include "web/page.h"

void pol_page_begin(pol_buffer *buffer, const pol_site *site, const pol_page *page)
{
    POL_HTML(buffer, "<!DOCTYPE html>\n<html lang=\"en\"><head><title>$ - $</title></head><body>",
             page->title, pol_span_of(site->title));
}

void pol_page_end(pol_buffer *buffer, const pol_site *site)
{
    (void)site;
    pol_html_add(buffer, "</body></html>\n");
}
