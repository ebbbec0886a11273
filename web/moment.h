/* moment.h - a moment in Unix seconds as standards write it, always in UTC. */
#ifndef POL_WEB_MOMENT_H
#define POL_WEB_MOMENT_H

#include <stdint.h>

enum { POL_MOMENT_SIZE = 64 };

/* "2031-05-04T10:11:12Z" (RFC 3339); what has no such form is the start of 1970. */
const char *pol_moment_iso(int64_t seconds, char buffer[POL_MOMENT_SIZE]);

/* "Sun, 04 May 2031 10:11:12 GMT" (RFC 9110), whatever the locale. */
const char *pol_moment_http(int64_t seconds, char buffer[POL_MOMENT_SIZE]);

#endif
