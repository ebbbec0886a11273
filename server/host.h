/* host.h - is a request meant for this site? (private to server/)
 *
 * Any web page can make its own name point to 127.0.0.1, and then read what a server there
 * answers, as the browser takes it for the page's own. So a Host that is neither the site's own
 * name, nor "localhost", nor an address in digits, which nobody can point elsewhere, is refused.
 *
 * Safe in any thread. */
#ifndef POL_SERVER_HOST_H
#define POL_SERVER_HOST_H

#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `host` as sent, with or without a port; absent, as HTTP/1.0 allows, is ours. */
bool pol_host_is_ours(const pol_site *site, pol_span host);

#ifdef __cplusplus
}
#endif
#endif
