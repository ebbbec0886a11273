/* deadline.c - see deadline.h. */
#include "server/deadline.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "server/clock.h"

enum { BUCKETS = 1024 };

struct pol_connection {
    pol_connection *next, **link; /* of the clients that share a bucket */
    pol_client network;
    int socket;
    _Atomic int64_t deadline_ns; /* 0: none */
    _Atomic int wait;
    bool is_cut;
};

struct pol_connections {
    pthread_mutex_t lock; /* of all but the counts that are constant */
    pthread_cond_t is_over;
    pol_connection *buckets[BUCKETS];
    size_t count;
    bool is_stopping;
    size_t per_client;
    const pol_client *proxies;
    size_t proxy_count;
    pol_metrics *metrics;
    pthread_t thread;
};

static pol_connection **bucket_of(pol_connections *connections, const pol_client *network)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < network->size; i++)
        hash = (hash ^ network->bytes[i]) * 16777619u;
    return &connections->buckets[hash % BUCKETS];
}

/* --- cutting -------------------------------------------------------------------------------- */

/* With its unsent bytes thrown away, which the kernel would else keep for minutes. The socket is
 * closed by whom it belongs to, who sees its end. */
static void cut(pol_connections *connections, pol_connection *connection)
{
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    bool is_reader = atomic_load(&connection->wait) == POL_WAIT_READER;
    connection->is_cut = true;
    if (is_reader)
        setsockopt(connection->socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    shutdown(connection->socket, SHUT_RDWR);
    pol_metrics_reject(connections->metrics,
                       is_reader ? POL_REJECT_SLOW_READER : POL_REJECT_SLOW_REQUEST);
}

static void look(pol_connections *connections)
{
    int64_t now = pol_clock_ns();
    for (size_t i = 0; i < BUCKETS; i++) {
        for (pol_connection *one = connections->buckets[i]; one; one = one->next) {
            int64_t deadline = atomic_load(&one->deadline_ns);
            if (deadline && now > deadline && !one->is_cut)
                cut(connections, one);
        }
    }
}

static void *watch(void *argument)
{
    pol_connections *connections = argument;
    pthread_mutex_lock(&connections->lock);
    while (!connections->is_stopping) {
        struct timespec until;
        int64_t next = pol_clock_ns() + POL_DEADLINE_LOOK_MS * POL_NS_PER_MS;
        until.tv_sec = next / (1000 * POL_NS_PER_MS);
        until.tv_nsec = next % (1000 * POL_NS_PER_MS);
        pthread_cond_clockwait(&connections->is_over, &connections->lock, CLOCK_MONOTONIC, &until);
        look(connections);
    }
    pthread_mutex_unlock(&connections->lock);
    return NULL;
}

/* --- the table ------------------------------------------------------------------------------ */

pol_status pol_connections_new(size_t per_client, const pol_client *proxies, size_t proxy_count,
                               pol_metrics *metrics, pol_connections **ret_connections,
                               pol_error *reterr)
{
    *ret_connections = NULL;
    pol_connections *connections = calloc(1, sizeof *connections);
    if (!connections)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    connections->per_client = per_client;
    connections->proxies = proxies;
    connections->proxy_count = proxy_count;
    connections->metrics = metrics;
    pthread_mutex_init(&connections->lock, NULL);
    pthread_cond_init(&connections->is_over, NULL);
    if (pthread_create(&connections->thread, NULL, watch, connections) != 0) {
        free(connections);
        return pol_fail(reterr, POL_LIMIT, 0, "the system allows no further threads");
    }
    *ret_connections = connections;
    return POL_OK;
}

void pol_connections_free(pol_connections *connections)
{
    if (!connections)
        return;
    pthread_mutex_lock(&connections->lock);
    connections->is_stopping = true;
    pthread_cond_signal(&connections->is_over);
    pthread_mutex_unlock(&connections->lock);
    pthread_join(connections->thread, NULL);
    pthread_cond_destroy(&connections->is_over);
    pthread_mutex_destroy(&connections->lock);
    free(connections);
}

static bool is_proxy(const pol_connections *connections, const pol_client *client)
{
    for (size_t i = 0; i < connections->proxy_count; i++)
        if (pol_client_equal(client, &connections->proxies[i]))
            return true;
    return false;
}

bool pol_connections_admits(pol_connections *connections, const pol_client *client)
{
    pol_client network = pol_client_network(client);
    size_t count = 0;
    if (is_proxy(connections, client))
        return true;
    pthread_mutex_lock(&connections->lock);
    for (const pol_connection *one = *bucket_of(connections, &network); one; one = one->next)
        count += pol_client_equal(&one->network, &network);
    pthread_mutex_unlock(&connections->lock);
    if (count < connections->per_client)
        return true;
    pol_metrics_reject(connections->metrics, POL_REJECT_CLIENT_CONNECTIONS);
    return false;
}

pol_connection *pol_connections_add(pol_connections *connections, int socket,
                                    const pol_client *client)
{
    pol_connection *connection = calloc(1, sizeof *connection);
    if (!connection)
        return NULL;
    connection->network = pol_client_network(client);
    connection->socket = socket;
    pthread_mutex_lock(&connections->lock);
    connection->link = bucket_of(connections, &connection->network);
    connection->next = *connection->link;
    if (connection->next)
        connection->next->link = &connection->next;
    *connection->link = connection;
    connections->count++;
    pthread_mutex_unlock(&connections->lock);
    return connection;
}

void pol_connections_remove(pol_connections *connections, pol_connection *connection)
{
    pthread_mutex_lock(&connections->lock);
    *connection->link = connection->next;
    if (connection->next)
        connection->next->link = connection->link;
    connections->count--;
    pthread_mutex_unlock(&connections->lock);
    free(connection);
}

size_t pol_connections_count(pol_connections *connections)
{
    pthread_mutex_lock(&connections->lock);
    size_t count = connections->count;
    pthread_mutex_unlock(&connections->lock);
    return count;
}

void pol_connection_await(pol_connection *connection, pol_wait wait, int64_t timeout_ms)
{
    int64_t deadline = wait ? pol_clock_ns() + timeout_ms * POL_NS_PER_MS : 0;
    atomic_store(&connection->deadline_ns, 0); /* never the old one with the new wait */
    atomic_store(&connection->wait, (int)wait);
    atomic_store(&connection->deadline_ns, deadline);
}
