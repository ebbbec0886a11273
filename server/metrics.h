/* metrics.h - what the server counts, as the text that Prometheus reads.
 *
 * Counters only grow. All is atomic: safe in any thread. */
#ifndef POL_SERVER_METRICS_H
#define POL_SERVER_METRICS_H

#include <stdint.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Kinds of addresses, by the first part of their path. */
typedef enum pol_address_class {
    POL_CLASS_OTHER = 0, /* none of the others */
    POL_CLASS_SEARCH,
    POL_CLASS_DOCUMENT,
    POL_CLASS_BROWSE, /* and conferences */
    POL_CLASS_CHECK,  /* drafts, and motions beside each other: similar, composites, timeline */
    POL_CLASS_TEXT,   /* help, about */
    POL_CLASS_API,
    POL_CLASS_FEED, /* Atom, OpenSearch, sitemap, robots */
    POL_CLASS_ASSET,
    POL_CLASS_PROBE, /* /healthz, /readyz, /metrics */
    POL_CLASS_COUNT
} pol_address_class;

/* Why a request was turned away, or a connection cut, before the index was asked. */
typedef enum pol_rejection {
    POL_REJECT_CLIENT_CONNECTIONS = 0, /* too many of one client */
    POL_REJECT_SLOW_REQUEST,
    POL_REJECT_SLOW_READER,
    POL_REJECT_TARGET,  /* too long */
    POL_REJECT_HEADERS, /* too many, too large */
    POL_REJECT_BODY,
    POL_REJECT_SYNTAX,
    POL_REJECT_HOST,
    POL_REJECT_BUSY, /* too many wait for a searcher */
    POL_REJECT_RATE, /* too many requests of one client */
    POL_REJECT_COUNT
} pol_rejection;

typedef enum pol_event {
    POL_EVENT_CACHE_HIT = 0,
    POL_EVENT_CACHE_MISS,
    POL_EVENT_INDEX_MOVED,  /* a newer revision was seen */
    POL_EVENT_INDEX_FAILED, /* the index could not be looked at */
    POL_EVENT_COUNT
} pol_event;

/* What is, not what was counted. */
typedef struct pol_gauges {
    uint64_t connections, requests_in_flight, requests_waiting, searchers;
    bool is_ready;
    uint64_t documents;
    int64_t index_changed_s; /* since 1970; 0: not known */
} pol_gauges;

typedef struct pol_metrics pol_metrics;

/* NULL where there is no memory. */
pol_metrics *pol_metrics_new(void);
void pol_metrics_free(pol_metrics *metrics); /* NULL is allowed */

/* `path` as sent, with or without a query string. */
pol_address_class pol_address_class_of(pol_span path);

void pol_metrics_request(pol_metrics *metrics, pol_address_class class_of_address, int status,
                         uint64_t time_us, uint64_t bytes);
void pol_metrics_reject(pol_metrics *metrics, pol_rejection why);
void pol_metrics_event(pol_metrics *metrics, pol_event event);

/* Appends the text format, version 0.0.4. */
void pol_metrics_write(const pol_metrics *metrics, const pol_gauges *gauges, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
