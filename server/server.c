/* server.c - see server.h.
 *
 * A request goes: take_target (the start line is read) -> handle (its headers are read):
 * pol_exchange_begin(), which answers or asks for a searcher; then the connection is suspended,
 * a searcher's thread runs search_job, the connection is resumed -> handle again: send_answer ->
 * complete (all is written, or the client is gone). A body comes between: handle for each piece of
 * it. */
#include "server/server.h"

#include <microhttpd.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "server/exchange.h"

enum {
    WAITING_PER_SEARCHER = 64, /* requests that may wait for one */
    BURST_S = 5,               /* seconds' worth of requests that a client may ask at once */
    /* libmicrohttpd keeps in it what it reads, and the headers it writes: a target and headers
     * within our bounds fit with room to spare; what does not fit, it refuses by itself. */
    CONNECTION_MEMORY = 32 << 10,
    READERS_MAX = 4,      /* threads that read and write sockets */
    KEPT_OVERHEAD = 2048, /* of the library, with headers, for each answer that is kept */
    /* The library's own timeout, for connections on which nothing moves at all, comes after ours,
     * which counts them; it is there for large answers, whose deadline is far. */
    STILL_S = 10,
    /* A client that takes this many bytes a second is not slow, however large the answer. */
    SLOW_BYTES_PER_S = 32 << 10
};

typedef enum stage {
    STAGE_TARGET = 0,
    STAGE_HEADERS,
    STAGE_BODY,
    STAGE_SEARCH,
    STAGE_READY,
    STAGE_SENT
} stage;

/* An exchange and the connection that it is on. */
typedef struct call {
    pol_exchange *exchange;
    struct MHD_Connection *connection;
    pol_server *server;
    stage stage;
} call;

struct pol_server {
    pol_server_options options;
    pol_front front;
    struct MHD_Daemon *daemon;
    atomic_bool is_stopping;
};

/* --- connections ---------------------------------------------------------------------------- */

static pol_connection *connection_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static void await(struct MHD_Connection *connection, pol_wait wait, int64_t timeout_ms)
{
    pol_connection *watched = connection_of(connection);
    if (watched)
        pol_connection_await(watched, wait, timeout_ms);
}

static enum MHD_Result admit(void *closure, const struct sockaddr *address, socklen_t size)
{
    pol_server *server = closure;
    pol_client client = pol_client_of(address);
    (void)size;
    return pol_connections_admits(server->front.connections, &client) ? MHD_YES : MHD_NO;
}

static pol_client peer_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return pol_client_of(info ? info->client_addr : NULL);
}

static void notice_connection(void *closure, struct MHD_Connection *connection, void **context,
                              enum MHD_ConnectionNotificationCode what)
{
    pol_server *server = closure;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        pol_client peer = peer_of(connection);
        pol_connection *watched =
            pol_connections_add(server->front.connections, info->connect_fd, &peer);
        if (watched)
            pol_connection_await(watched, POL_WAIT_REQUEST, server->options.timeout_s * 1000);
        else
            shutdown(info->connect_fd, SHUT_RDWR); /* without a deadline it could stay for ever */
        *context = watched;
    } else if (*context) {
        pol_connections_remove(server->front.connections, *context);
        *context = NULL;
    }
}

/* --- what was sent -------------------------------------------------------------------------- */

/* The library would decode the target by itself, and so make "%2F" a "/": it is taken as it is
 * here, and the library's own copy left alone. */
static size_t leave_encoded(void *closure, struct MHD_Connection *connection, char *text)
{
    (void)closure, (void)connection;
    return strlen(text);
}

static void *take_target(void *closure, const char *target, struct MHD_Connection *connection)
{
    pol_server *server = closure;
    call *made = calloc(1, sizeof *made);
    if (!made)
        return NULL;
    *made = (call){.connection = connection, .server = server};
    made->exchange = pol_exchange_new(&server->front, target);
    if (made->exchange)
        return made;
    free(made);
    return NULL;
}

/* Headers that matter, and where in pol_sent they go. */
static const struct {
    pol_span name;
    size_t offset;
} wanted[] = {
    {{"host", 4}, offsetof(pol_sent, host)},
    {{"referer", 7}, offsetof(pol_sent, referrer)},
    {{"user-agent", 10}, offsetof(pol_sent, browser)},
    {{"x-forwarded-for", 15}, offsetof(pol_sent, forwarded)},
    {{"accept-encoding", 15}, offsetof(pol_sent, headers.accept_encoding)},
    {{"if-none-match", 13}, offsetof(pol_sent, headers.if_none_match)},
    {{"if-modified-since", 17}, offsetof(pol_sent, headers.if_modified_since)},
    {{"origin", 6}, offsetof(pol_sent, headers.origin)},
    {{"content-type", 12}, offsetof(pol_sent, headers.content_type)},
    {{"content-length", 14}, offsetof(pol_sent, length)},
    {{"transfer-encoding", 17}, offsetof(pol_sent, transfer)},
    {{"expect", 6}, offsetof(pol_sent, expect)},
};

static bool is_of_length(pol_span name)
{
    return pol_span_equal_fold(name, POL_SPAN("transfer-encoding")) ||
           pol_span_equal_fold(name, POL_SPAN("content-length"));
}

/* A "token" of RFC 9110. The library lets "Content-Length : 5" pass as another header. */
static bool is_header_name(pol_span name)
{
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (c <= ' ' || c >= 127 || strchr("\"(),/:;<=>?@[\\]{}", c))
            return false;
    }
    return name.size > 0;
}

static enum MHD_Result take_header(void *closure, enum MHD_ValueKind kind, const char *key,
                                   size_t key_size, const char *value, size_t value_size)
{
    pol_sent *sent = closure;
    pol_span name = pol_span_make(key, key_size);
    pol_span text = value ? pol_span_make(value, value_size) : POL_SPAN("");
    (void)kind;
    sent->header_count++;
    sent->header_bytes += key_size + value_size;
    sent->length_count += is_of_length(name);
    sent->has_body = sent->has_body ||
                     (is_of_length(name) && !pol_span_equal(pol_span_trim(text), POL_SPAN("0")));
    sent->is_malformed = sent->is_malformed || !is_header_name(name);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        pol_span *place = (pol_span *)((char *)sent + wanted[i].offset);
        bool is_later = place->data && place != &sent->forwarded; /* proxies add behind */
        if (!is_later && pol_span_equal_fold(name, wanted[i].name))
            *place = text;
    }
    return MHD_YES;
}

/* --- answers -------------------------------------------------------------------------------- */

/* The body goes over to the library, which frees it. */
static struct MHD_Response *make_response(call *at, bool closes)
{
    pol_exchange *exchange = at->exchange;
    pol_buffer *body = &exchange->response.body;
    static char nothing[] = "";
    struct MHD_Response *made =
        body->size
            ? MHD_create_response_from_buffer_with_free_callback(body->size, body->data, free)
            : MHD_create_response_from_buffer(0, nothing, MHD_RESPMEM_PERSISTENT);
    if (!made)
        return NULL;
    if (body->size)
        *body = (pol_buffer){0};
    for (size_t i = 0; i < exchange->headers.count; i++)
        MHD_add_response_header(made, exchange->headers.items[i].name,
                                exchange->headers.items[i].value);
    if (closes)
        MHD_add_response_header(made, MHD_HTTP_HEADER_CONNECTION, "close");
    return made;
}

/* An answer as the cache keeps it: the library counts how many send it. */
typedef struct kept_answer {
    struct MHD_Response *response;
    size_t bytes;
} kept_answer;

static void free_kept(void *value)
{
    kept_answer *kept = value;
    MHD_destroy_response(kept->response);
    free(kept);
}

/* Gives `made` to the cache, by which others send it too. It stays ours where that cannot be. */
static void keep_answer(call *at, struct MHD_Response *made)
{
    pol_exchange *exchange = at->exchange;
    kept_answer *kept = exchange->key.data ? malloc(sizeof *kept) : NULL;
    if (!kept)
        return;
    *kept = (kept_answer){made, exchange->answer_bytes};
    exchange->cached = pol_cache_put(at->server->front.cache, exchange->key, kept,
                                     exchange->answer_bytes + KEPT_OVERHEAD);
    if (!exchange->cached)
        free(kept);
}

/* *ret_is_ours: to be destroyed once it is queued. */
static struct MHD_Response *find_response(call *at, bool *ret_is_ours)
{
    pol_exchange *exchange = at->exchange;
    bool closes = atomic_load(&at->server->is_stopping);
    *ret_is_ours = false;
    if (exchange->cached) {
        const kept_answer *kept = pol_cached_value(exchange->cached);
        exchange->answer_bytes = kept->bytes;
        return kept->response;
    }
    struct MHD_Response *made = make_response(at, closes);
    if (made && !closes)
        keep_answer(at, made);
    *ret_is_ours = exchange->cached == NULL;
    return made;
}

static enum MHD_Result send_answer(call *at)
{
    bool is_ours;
    struct MHD_Response *response = find_response(at, &is_ours);
    if (!response)
        return MHD_NO;
    int64_t timeout_ms = at->server->options.timeout_s * INT64_C(1000) +
                         (int64_t)at->exchange->answer_bytes * 1000 / SLOW_BYTES_PER_S;
    await(at->connection, POL_WAIT_READER, timeout_ms);
    enum MHD_Result result =
        MHD_queue_response(at->connection, (unsigned)at->exchange->response.status, response);
    at->stage = STAGE_SENT;
    if (is_ours)
        MHD_destroy_response(response);
    return result;
}

/* --- requests ------------------------------------------------------------------------------- */

/* In a searcher's thread; after the last line the connection's own thread has the call again. */
static void search_job(pol_job *job, pol_worker *worker)
{
    pol_exchange *exchange = (pol_exchange *)job; /* whose first member it is */
    call *at = exchange->owner;
    pol_exchange_search(exchange, worker);
    at->stage = STAGE_READY;
    MHD_resume_connection(at->connection);
}

static void take_headers(call *at, const char *method, const char *version)
{
    pol_sent *sent = &at->exchange->sent;
    sent->method = pol_span_of(method);
    sent->version = pol_span_of(version);
    MHD_get_connection_values_n(at->connection, MHD_HEADER_KIND, take_header, sent);
    at->stage = STAGE_HEADERS;
}

static enum MHD_Result submit(call *at)
{
    pol_exchange *exchange = at->exchange;
    at->stage = STAGE_SEARCH;
    exchange->owner = at;
    exchange->job.run = search_job;
    exchange->job.client = pol_client_network(&exchange->client);
    exchange->job.is_slow = exchange->sent.has_body;
    MHD_suspend_connection(at->connection);
    if (!pol_workers_submit(at->server->front.workers, &exchange->job))
        search_job(&exchange->job, NULL);
    return MHD_YES;
}

/* A body has as long as a request without one, from when its headers are read. */
static enum MHD_Result go_on(call *at, pol_next next)
{
    if (next == POL_NEXT_BODY) {
        at->stage = STAGE_BODY;
        await(at->connection, POL_WAIT_REQUEST, at->server->options.timeout_s * INT64_C(1000));
        return MHD_YES;
    }
    await(at->connection, POL_WAIT_NONE, 0);
    return next == POL_NEXT_SEND ? send_answer(at) : submit(at);
}

static enum MHD_Result begin(call *at)
{
    pol_client peer = peer_of(at->connection);
    return go_on(at, pol_exchange_begin(at->exchange, &peer));
}

/* Is it to be looked at before what may follow is read? Where it is answered then, the library
 * closes the connection behind the answer: a body that is not wanted is not waited for, and what
 * others may take for one is not taken for a request. */
static bool is_to_be_judged(const pol_sent *sent)
{
    return sent->has_body || sent->is_malformed;
}

static enum MHD_Result take_piece(call *at, const char *piece, size_t size)
{
    if (size == 0)
        return go_on(at, pol_exchange_go_on(at->exchange));
    return pol_exchange_take(at->exchange, pol_span_make(piece, size)) ? MHD_YES : MHD_NO;
}

/* The library calls it when the headers are read, again for each piece of a body, and once more
 * when all is read. It takes an answer in the first and the last of these calls only. */
static enum MHD_Result handle(void *closure, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **context)
{
    call *at = *context;
    size_t size = *upload_size;
    (void)closure, (void)connection, (void)url;
    if (!at)
        return MHD_NO; /* there was no memory for it: the connection is closed */
    *upload_size = 0;
    switch (at->stage) {
    case STAGE_TARGET:
        take_headers(at, method, version);
        return is_to_be_judged(&at->exchange->sent) ? begin(at) : MHD_YES;
    case STAGE_HEADERS:
        return begin(at);
    case STAGE_BODY:
        return take_piece(at, upload, size);
    case STAGE_READY:
        return send_answer(at);
    default:
        return MHD_YES;
    }
}

/* Also where the client went away before it had sent all headers. */
static void complete(void *closure, struct MHD_Connection *connection, void **context,
                     enum MHD_RequestTerminationCode how)
{
    call *at = *context;
    pol_server *server = closure;
    if (!at)
        return;
    if (at->stage == STAGE_SENT)
        pol_exchange_note(at->exchange, how == MHD_REQUEST_TERMINATED_COMPLETED_OK);
    pol_exchange_free(at->exchange);
    free(at);
    *context = NULL;
    await(connection, POL_WAIT_REQUEST, server->options.timeout_s * INT64_C(1000));
}

/* --- starting and stopping ------------------------------------------------------------------ */

/* With one thread the library wants no pool. */
static unsigned reader_count(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors > READERS_MAX ? READERS_MAX : processors > 1 ? (unsigned)processors : 0;
}

static pol_status start_daemon(pol_server *server, pol_error *reterr)
{
    const pol_server_options *options = &server->options;
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, admit, server,
        handle, server, MHD_OPTION_LISTEN_SOCKET, options->socket, MHD_OPTION_THREAD_POOL_SIZE,
        reader_count(), MHD_OPTION_CONNECTION_LIMIT, (unsigned)options->connections,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)(2 * options->timeout_s + STILL_S),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_STRICT_FOR_CLIENT,
        1, MHD_OPTION_URI_LOG_CALLBACK, take_target, server, MHD_OPTION_UNESCAPE_CALLBACK,
        leave_encoded, NULL, MHD_OPTION_NOTIFY_CONNECTION, notice_connection, server,
        MHD_OPTION_NOTIFY_COMPLETED, complete, server, MHD_OPTION_END);
    if (server->daemon)
        return POL_OK;
    return pol_fail(reterr, POL_IO, 0,
                    "the HTTP library does not start: too few threads or open files allowed?");
}

static pol_status start(pol_server *server, pol_error *reterr)
{
    const pol_server_options *options = &server->options;
    pol_front *front = &server->front;
    front->site = options->site;
    front->proxies = options->proxies;
    front->proxy_count = options->proxy_count;
    front->log = options->log;
    front->metrics = pol_metrics_new();
    if (!front->metrics)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status = pol_watch_new(options->site, &front->watch, reterr);
    if (status == POL_OK)
        status = pol_workers_new(options->site, options->threads,
                                 options->threads * WAITING_PER_SEARCHER, &front->workers, reterr);
    if (status == POL_OK)
        status = pol_rate_new(options->rate, options->rate * BURST_S, &front->rate, reterr);
    if (status == POL_OK)
        status = pol_cache_new(options->cache_bytes, free_kept, &front->cache, reterr);
    if (status == POL_OK)
        status =
            pol_connections_new(options->connections_per_client, options->proxies,
                                options->proxy_count, front->metrics, &front->connections, reterr);
    return status == POL_OK ? start_daemon(server, reterr) : status;
}

pol_status pol_server_new(const pol_server_options *options, pol_server **ret_server,
                          pol_error *reterr)
{
    *ret_server = NULL;
    pol_server *server = calloc(1, sizeof *server);
    if (!server)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    server->options = *options;
    pol_status status = start(server, reterr);
    if (status != POL_OK) {
        pol_server_free(server);
        return status;
    }
    *ret_server = server;
    return POL_OK;
}

pol_status pol_server_look(pol_server *server, pol_error *reterr)
{
    bool has_moved;
    pol_status status = pol_watch_look(server->front.watch, &has_moved, reterr);
    if (status != POL_OK)
        pol_metrics_event(server->front.metrics, POL_EVENT_INDEX_FAILED);
    else if (has_moved)
        pol_metrics_event(server->front.metrics, POL_EVENT_INDEX_MOVED);
    return status;
}

bool pol_server_is_local(const pol_server *server)
{
    return pol_watch_is_local(server->front.watch);
}

uint32_t pol_server_documents(const pol_server *server)
{
    pol_watched watched;
    pol_watch_get(server->front.watch, &watched);
    return watched.documents;
}

/* The library gives the listening socket back, which is the caller's. */
void pol_server_quiesce(pol_server *server)
{
    if (!atomic_exchange(&server->is_stopping, true) && server->daemon)
        MHD_quiesce_daemon(server->daemon);
}

size_t pol_server_in_flight(const pol_server *server)
{
    return __atomic_load_n(&server->front.in_flight, __ATOMIC_SEQ_CST);
}

/* The library must not be stopped while a connection is suspended: searches end first. */
void pol_server_free(pol_server *server)
{
    if (!server)
        return;
    pol_server_quiesce(server);
    pol_workers_stop(server->front.workers);
    if (server->daemon)
        MHD_stop_daemon(server->daemon);
    pol_connections_free(server->front.connections);
    pol_workers_free(server->front.workers);
    pol_watch_free(server->front.watch);
    pol_cache_free(server->front.cache);
    pol_rate_free(server->front.rate);
    pol_metrics_free(server->front.metrics);
    free(server);
}
