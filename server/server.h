/* server.h - the site on a socket: libmicrohttpd reads requests and writes answers, in threads
 * of its own. The only part that knows that library.
 *
 * All calls are the main thread's. */
#ifndef POL_SERVER_SERVER_H
#define POL_SERVER_SERVER_H

#include "server/access.h"
#include "server/client.h"
#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_server pol_server;

/* All of it is borrowed and must outlive the server. */
typedef struct pol_server_options {
    const pol_site *site;
    int socket; /* listens; the caller closes it after pol_server_quiesce() or _free() */
    size_t threads;
    size_t connections, connections_per_client;
    uint32_t timeout_s;
    unsigned rate;      /* requests a second of one client; 0: no limit */
    size_t cache_bytes; /* of answers that are kept; 0: none */
    const pol_client *proxies;
    size_t proxy_count;
    pol_access_log *log;
} pol_server_options;

/* Opens the index and serves at once. Fails: as pol_index_open(); POL_LIMIT (no more threads),
 * POL_IO (the socket cannot be served), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_server_new(const pol_server_options *options, pol_server **ret_server,
                                         pol_error *reterr);

/* Has the index moved on? To be asked a few times a second. Fails as pol_index_refresh(); it
 * goes on serving what can be served. */
POL_MUST_CHECK pol_status pol_server_look(pol_server *server, pol_error *reterr);

/* Is every part of the index on this machine? */
bool pol_server_is_local(const pol_server *server);
uint32_t pol_server_documents(const pol_server *server); /* of the index, as last looked at */

/* Accepts no more connections; what is under way goes on. */
void pol_server_quiesce(pol_server *server);
/* Requests that were read and whose answers are not sent yet. */
size_t pol_server_in_flight(const pol_server *server);

/* Cuts what is still under way, waits for searches that run, frees. NULL is allowed. */
void pol_server_free(pol_server *server);

#ifdef __cplusplus
}
#endif
#endif
