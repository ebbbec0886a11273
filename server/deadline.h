/* deadline.h - the open connections: how many each client has, and by when each must have sent
 * its request or taken its answer.
 *
 * libmicrohttpd limits how long a connection is still. That stops nobody who sends a byte a
 * second. Here each connection has a time by which what it is at must be through; a thread of
 * its own looks every POL_DEADLINE_LOOK_MS and shuts down the sockets of those that are late.
 * All is safe in any thread. */
#ifndef POL_SERVER_DEADLINE_H
#define POL_SERVER_DEADLINE_H

#include "core/error.h"
#include "server/client.h"
#include "server/metrics.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_DEADLINE_LOOK_MS = 100 };

/* What a connection is at. */
typedef enum pol_wait {
    POL_WAIT_NONE = 0, /* the server's turn: no deadline */
    POL_WAIT_REQUEST,  /* for all of the next request, from the end of the last answer */
    POL_WAIT_READER    /* for the client to take the answer */
} pol_wait;

typedef struct pol_connections pol_connections;
typedef struct pol_connection pol_connection;

/* `per_client`: connections that one network (pol_client_network()) may have; `proxies` may have
 * any number. `metrics` must outlive it. Fails: POL_NOMEM, POL_LIMIT (no more threads). */
POL_MUST_CHECK pol_status pol_connections_new(size_t per_client, const pol_client *proxies,
                                              size_t proxy_count, pol_metrics *metrics,
                                              pol_connections **ret_connections, pol_error *reterr);
/* All connections must have been removed. NULL is allowed. */
void pol_connections_free(pol_connections *connections);

/* May this client have one more? Counts the refusal where not. */
bool pol_connections_admits(pol_connections *connections, const pol_client *client);

/* The socket stays the caller's, who removes the connection before closing it. NULL: no memory. */
pol_connection *pol_connections_add(pol_connections *connections, int socket,
                                    const pol_client *client);
void pol_connections_remove(pol_connections *connections, pol_connection *connection);
size_t pol_connections_count(pol_connections *connections);

/* From now on it is at `wait`, which must be through in `timeout_ms`. */
void pol_connection_await(pol_connection *connection, pol_wait wait, int64_t timeout_ms);

#ifdef __cplusplus
}
#endif
#endif
