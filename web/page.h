/* page.h - what all pages have around their own part: head, header with the search box and the
 * ways through the site, footer. */
#ifndef POL_WEB_PAGE_H
#define POL_WEB_PAGE_H

#include "search/html.h"
#include "web/ask.h"
#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_page {
    pol_span title;       /* of the page, without the site's */
    const char *section;  /* which way of the header this is: "search", "browse", "check", "help",
                             "about"; NULL: none */
    pol_span canonical;   /* path and parameters that stand for this page; absent: none */
    pol_span feed;        /* path and parameters of its Atom feed; absent: none */
    pol_span description; /* shown where the address is sent to others; absent: the site's */
    pol_span query;       /* in the search box of the header */
    bool has_own_box;     /* the page has the search box itself: none in the header */
    bool is_unlisted;     /* search engines should not list it */
} pol_page;

/* <!DOCTYPE html> to <main id="main">. The page goes on with its <h1>. */
void pol_page_begin(pol_buffer *buffer, const pol_site *site, const pol_page *page);
/* </main> to </html>. */
void pol_page_end(pol_buffer *buffer, const pol_site *site);

#ifdef __cplusplus
}
#endif
#endif
