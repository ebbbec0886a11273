/* exchange.h - one request on its way to its answer: what a client sent is checked, answered at
 * once where that needs no index, searched for otherwise, and given its headers.
 *
 *   pol_exchange_begin() -> (a body: _take() for each piece, _go_on()) -> (_search()) -> _note()
 *
 * A body is what somebody wrote and has not shown to anybody else: it is held until it is answered,
 * and is in no log, no cache and no count but that of its bytes.
 *
 * Knows no sockets and no library of HTTP. An exchange belongs to one thread at a time: the one
 * that reads sockets begins it, hands it to a searcher where need be, and takes it back. */
#ifndef POL_SERVER_EXCHANGE_H
#define POL_SERVER_EXCHANGE_H

#include "server/access.h"
#include "server/cache.h"
#include "server/deadline.h"
#include "server/encoding.h"
#include "server/headers.h"
#include "server/rate.h"
#include "server/watch.h"
#include "server/workers.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_HEADER_COUNT_MAX = 64,      /* of a request */
    POL_HEADER_BYTES_MAX = 8 << 10, /* names and values together */
    POL_HELD_BYTES_MAX = 256 << 20, /* of all answers that are not yet sent */
    POL_BODY_MAX = 1 << 20,         /* of a body, as encoded */
    /* A longer one is refused. Up to here it is read nevertheless, and thrown away: a browser that
     * still sends when the connection is closed shows its user no answer. */
    POL_BODY_SKIPPED_MAX = 8 << 20,
    POL_BODIES_BYTES_MAX = 64 << 20, /* of all bodies that are held */
    POL_POST_TOKENS = 5              /* as many requests as one with a body counts for */
};

/* What all exchanges share. All of it outlives them, and is safe in any thread. */
typedef struct pol_front {
    const pol_site *site;
    const pol_client *proxies; /* whose X-Forwarded-For is believed */
    size_t proxy_count;
    pol_metrics *metrics;
    pol_watch *watch;
    pol_workers *workers;
    pol_connections *connections;
    pol_access_log *log;
    pol_rate *rate;
    pol_cache *cache; /* of answers as the caller sends them */
    /* Changed by __atomic operations, which C++ can include too. */
    size_t in_flight;  /* exchanges whose request is read and whose answer is not sent */
    size_t held_bytes; /* of answers that are not yet sent */
    size_t body_bytes; /* of bodies that are held */
} pol_front;

/* What a client sent, as it came: borrowed, until the exchange is freed. */
typedef struct pol_sent {
    pol_span method, version, host, referrer, browser, forwarded, expect, length, transfer;
    pol_request_headers headers;
    size_t header_count, header_bytes, length_count; /* the last: headers that say how long the
                                                        body is */
    bool has_body;
    bool is_malformed; /* a header's name is none: others may read the request otherwise */
} pol_sent;

typedef struct pol_exchange {
    pol_job job; /* for pol_workers_submit(); its `run` is the caller's */
    void *owner; /* the caller's */
    pol_front *front;
    pol_arena arena;
    pol_span target; /* in the arena; cut where it is too long */
    bool is_target_long, is_counted;
    pol_buffer body;
    size_t body_read, body_held;            /* bytes: sent so far; of the front's `body_bytes` */
    const struct pol_refusal *body_refused; /* why it is not kept; NULL: it is */
    pol_sent sent;
    pol_client client;
    pol_address_class class_of_address;
    pol_request request;
    pol_validators validators;
    pol_response response;
    pol_headers headers;
    pol_encoding encoding; /* that the client likes best */
    pol_span key;          /* of the answer in the cache; absent where it is for this client only */
    pol_cached *cached;    /* the answer, where it was kept: `response` has but its status then */
    int64_t begun_ns;
    uint64_t time_us;
    size_t answer_bytes, held_bytes;
} pol_exchange;

/* `target` as it stands in the start line. NULL: no memory. */
pol_exchange *pol_exchange_new(pol_front *front, const char *target);
/* NULL is allowed. */
void pol_exchange_free(pol_exchange *exchange);

typedef enum pol_next {
    POL_NEXT_SEND = 0, /* `cached`, or where that is NULL `response` and `headers`, is ready */
    POL_NEXT_SEARCH,   /* a searcher is needed: pol_exchange_search() */
    POL_NEXT_BODY      /* the body may be read: pol_exchange_take(), then pol_exchange_go_on() */
} pol_next;

/* Once `sent` is filled; `peer` is the other end of the connection. Where a body was announced and
 * is not wanted, what follows cannot be told from another request: close the connection. */
pol_next pol_exchange_begin(pol_exchange *exchange, const pol_client *peer);

/* False: it is far longer than what is read; close the connection. */
bool pol_exchange_take(pol_exchange *exchange, pol_span piece);
pol_next pol_exchange_go_on(pol_exchange *exchange); /* never BODY */

/* Makes `response` and `headers`. `worker` NULL: none came free in time. Where `key` is not absent
 * afterwards, the caller may keep the answer by it, as `cached`. */
void pol_exchange_search(pol_exchange *exchange, pol_worker *worker);

/* Once it is sent, or cannot be: writes the log and counts. */
void pol_exchange_note(pol_exchange *exchange, bool is_sent);

#ifdef __cplusplus
}
#endif
#endif
