/* listen.h - "127.0.0.1:8080", "[::1]:8080" or "localhost:0" to a socket that listens there.
 *
 * Safe in any thread. */
#ifndef POL_SERVER_LISTEN_H
#define POL_SERVER_LISTEN_H

#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_LISTEN_URL_SIZE = 96 };

/* Binds and listens. `url` becomes how a browser on this machine gets there, with the port that
 * was chosen where 0 was asked for, without a slash at the end. Close *ret_socket with close().
 * Fails: POL_USAGE (no ADDRESS:PORT), POL_IO (in use, not allowed, no such address). */
POL_MUST_CHECK pol_status pol_listen(const char *address, int *ret_socket,
                                     char url[POL_LISTEN_URL_SIZE], pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
