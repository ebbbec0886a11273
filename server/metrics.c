/* metrics.c - see metrics.h. */
#include "server/metrics.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static const int statuses[] = {200, 204, 301, 304, 400, 404, 405, 413,
                               414, 415, 421, 422, 429, 431, 500, 503};
static const uint64_t bounds_us[] = {500,    1000,   2500,   5000,    10000,   25000,   50000,
                                     100000, 250000, 500000, 1000000, 2500000, 10000000};

enum {
    STATUS_COUNT = sizeof statuses / sizeof *statuses,
    BOUND_COUNT = sizeof bounds_us / sizeof *bounds_us
};

typedef _Atomic uint64_t counter;

/* The last of `by_status` and of `by_time` is all else. */
typedef struct class_counters {
    counter by_status[STATUS_COUNT + 1];
    counter by_time[BOUND_COUNT + 1];
    counter time_us, bytes;
} class_counters;

struct pol_metrics {
    class_counters classes[POL_CLASS_COUNT];
    counter rejections[POL_REJECT_COUNT];
    counter events[POL_EVENT_COUNT];
};

static const char *const class_names[POL_CLASS_COUNT] = {
    [POL_CLASS_OTHER] = "other",   [POL_CLASS_SEARCH] = "search", [POL_CLASS_DOCUMENT] = "document",
    [POL_CLASS_BROWSE] = "browse", [POL_CLASS_CHECK] = "check",   [POL_CLASS_TEXT] = "text",
    [POL_CLASS_API] = "api",       [POL_CLASS_FEED] = "feed",     [POL_CLASS_ASSET] = "asset",
    [POL_CLASS_PROBE] = "probe"};

static const char *const rejection_names[POL_REJECT_COUNT] = {
    [POL_REJECT_CLIENT_CONNECTIONS] = "client_connections",
    [POL_REJECT_SLOW_REQUEST] = "slow_request",
    [POL_REJECT_SLOW_READER] = "slow_reader",
    [POL_REJECT_TARGET] = "target_too_long",
    [POL_REJECT_HEADERS] = "headers_too_large",
    [POL_REJECT_BODY] = "body",
    [POL_REJECT_SYNTAX] = "syntax",
    [POL_REJECT_HOST] = "host",
    [POL_REJECT_BUSY] = "busy",
    [POL_REJECT_RATE] = "rate"};

static const struct {
    const char *name, *help;
} events[POL_EVENT_COUNT] = {
    [POL_EVENT_CACHE_HIT] = {"cache_hits", "Answers taken from the cache."},
    [POL_EVENT_CACHE_MISS] = {"cache_misses", "Answers that were not in the cache."},
    [POL_EVENT_INDEX_MOVED] = {"index_reopenings", "Newer revisions of the index seen."},
    [POL_EVENT_INDEX_FAILED] = {"index_failures", "Times the index could not be read."}};

static const struct {
    pol_span part;
    pol_address_class class_of_address;
} first_parts[] = {
    {{"", 0}, POL_CLASS_SEARCH},
    {{"search", 6}, POL_CLASS_SEARCH},
    {{"documents", 9}, POL_CLASS_DOCUMENT},
    {{"browse", 6}, POL_CLASS_BROWSE},
    {{"conferences", 11}, POL_CLASS_BROWSE},
    {{"check", 5}, POL_CLASS_CHECK},
    {{"similar", 7}, POL_CLASS_CHECK},
    {{"composites", 10}, POL_CLASS_CHECK},
    {{"timeline", 8}, POL_CLASS_CHECK},
    {{"help", 4}, POL_CLASS_TEXT},
    {{"about", 5}, POL_CLASS_TEXT},
    {{"api", 3}, POL_CLASS_API},
    {{"openapi.json", 12}, POL_CLASS_API},
    {{"search.atom", 11}, POL_CLASS_FEED},
    {{"opensearch.xml", 14}, POL_CLASS_FEED},
    {{"opensearch-suggest", 18}, POL_CLASS_FEED},
    {{"sitemap.xml", 11}, POL_CLASS_FEED},
    {{"sitemap", 7}, POL_CLASS_FEED},
    {{"robots.txt", 10}, POL_CLASS_FEED},
    {{"assets", 6}, POL_CLASS_ASSET},
    {{"healthz", 7}, POL_CLASS_PROBE},
    {{"readyz", 6}, POL_CLASS_PROBE},
    {{"metrics", 7}, POL_CLASS_PROBE},
};

pol_metrics *pol_metrics_new(void)
{
    return calloc(1, sizeof(pol_metrics));
}

void pol_metrics_free(pol_metrics *metrics)
{
    free(metrics);
}

pol_address_class pol_address_class_of(pol_span path)
{
    size_t size = 1;
    if (path.size == 0 || path.data[0] != '/')
        return POL_CLASS_OTHER;
    while (size < path.size && path.data[size] != '/' && path.data[size] != '?')
        size++;
    pol_span first = pol_span_make(path.data + 1, size - 1);
    for (size_t i = 0; i < sizeof first_parts / sizeof *first_parts; i++)
        if (pol_span_equal(first, first_parts[i].part))
            return first_parts[i].class_of_address;
    return POL_CLASS_OTHER;
}

/* --- counting ------------------------------------------------------------------------------- */

static void add(counter *of, uint64_t count)
{
    atomic_fetch_add_explicit(of, count, memory_order_relaxed);
}

static uint64_t get(const counter *of)
{
    return atomic_load_explicit(of, memory_order_relaxed);
}

void pol_metrics_request(pol_metrics *metrics, pol_address_class class_of_address, int status,
                         uint64_t time_us, uint64_t bytes)
{
    class_counters *counters = &metrics->classes[class_of_address];
    size_t which = 0, bucket = 0;
    while (which < STATUS_COUNT && statuses[which] != status)
        which++;
    while (bucket < BOUND_COUNT && time_us > bounds_us[bucket])
        bucket++;
    add(&counters->by_status[which], 1);
    add(&counters->by_time[bucket], 1);
    add(&counters->time_us, time_us);
    add(&counters->bytes, bytes);
}

void pol_metrics_reject(pol_metrics *metrics, pol_rejection why)
{
    add(&metrics->rejections[why], 1);
}

void pol_metrics_event(pol_metrics *metrics, pol_event event)
{
    add(&metrics->events[event], 1);
}

/* --- the text ------------------------------------------------------------------------------- */

static void write_head(pol_buffer *buffer, const char *name, const char *type, const char *help)
{
    pol_buffer_printf(buffer, "# HELP polserve_%s %s\n# TYPE polserve_%s %s\n", name, help, name,
                      type);
}

static void write_gauge(pol_buffer *buffer, const char *name, const char *help, int64_t value)
{
    write_head(buffer, name, "gauge", help);
    pol_buffer_printf(buffer, "polserve_%s %" PRId64 "\n", name, value);
}

static void write_requests(const pol_metrics *metrics, pol_buffer *buffer)
{
    write_head(buffer, "requests_total", "counter", "Requests answered.");
    for (size_t i = 0; i < POL_CLASS_COUNT; i++) {
        for (size_t j = 0; j <= STATUS_COUNT; j++) {
            uint64_t count = get(&metrics->classes[i].by_status[j]);
            char status[12] = "other";
            if (count == 0)
                continue;
            if (j < STATUS_COUNT)
                snprintf(status, sizeof status, "%d", statuses[j]);
            pol_buffer_printf(buffer,
                              "polserve_requests_total{class=\"%s\",status=\"%s\"} %" PRIu64 "\n",
                              class_names[i], status, count);
        }
    }
}

static void write_histogram(const class_counters *counters, const char *name, pol_buffer *buffer)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < BOUND_COUNT; i++) {
        sum += get(&counters->by_time[i]);
        pol_buffer_printf(buffer,
                          "polserve_request_seconds_bucket{class=\"%s\",le=\"%g\"} %" PRIu64 "\n",
                          name, (double)bounds_us[i] / 1e6, sum);
    }
    sum += get(&counters->by_time[BOUND_COUNT]);
    pol_buffer_printf(buffer,
                      "polserve_request_seconds_bucket{class=\"%s\",le=\"+Inf\"} %" PRIu64 "\n"
                      "polserve_request_seconds_sum{class=\"%s\"} %.6f\n"
                      "polserve_request_seconds_count{class=\"%s\"} %" PRIu64 "\n",
                      name, sum, name, (double)get(&counters->time_us) / 1e6, name, sum);
}

static void write_times(const pol_metrics *metrics, pol_buffer *buffer)
{
    write_head(buffer, "request_seconds", "histogram",
               "From a request's last byte until its answer was made.");
    for (size_t i = 0; i < POL_CLASS_COUNT; i++)
        write_histogram(&metrics->classes[i], class_names[i], buffer);
    write_head(buffer, "answer_bytes_total", "counter", "Bytes of answers, without headers.");
    for (size_t i = 0; i < POL_CLASS_COUNT; i++)
        pol_buffer_printf(buffer, "polserve_answer_bytes_total{class=\"%s\"} %" PRIu64 "\n",
                          class_names[i], get(&metrics->classes[i].bytes));
}

static void write_counters(const pol_metrics *metrics, pol_buffer *buffer)
{
    write_head(buffer, "rejected_total", "counter",
               "Requests turned away and connections cut, by reason.");
    for (size_t i = 0; i < POL_REJECT_COUNT; i++)
        pol_buffer_printf(buffer, "polserve_rejected_total{reason=\"%s\"} %" PRIu64 "\n",
                          rejection_names[i], get(&metrics->rejections[i]));
    for (size_t i = 0; i < POL_EVENT_COUNT; i++) {
        pol_buffer_printf(buffer, "# HELP polserve_%s_total %s\n# TYPE polserve_%s_total counter\n",
                          events[i].name, events[i].help, events[i].name);
        pol_buffer_printf(buffer, "polserve_%s_total %" PRIu64 "\n", events[i].name,
                          get(&metrics->events[i]));
    }
}

void pol_metrics_write(const pol_metrics *metrics, const pol_gauges *gauges, pol_buffer *buffer)
{
    write_requests(metrics, buffer);
    write_times(metrics, buffer);
    write_counters(metrics, buffer);
    write_gauge(buffer, "connections", "Connections open now.", (int64_t)gauges->connections);
    write_gauge(buffer, "requests_in_flight", "Requests being answered now.",
                (int64_t)gauges->requests_in_flight);
    write_gauge(buffer, "requests_waiting", "Requests that wait for a searcher.",
                (int64_t)gauges->requests_waiting);
    write_gauge(buffer, "searchers", "Threads that search.", (int64_t)gauges->searchers);
    write_gauge(buffer, "ready", "1: the index can be read.", gauges->is_ready);
    write_gauge(buffer, "index_documents", "Documents in the index.", (int64_t)gauges->documents);
    write_gauge(buffer, "index_changed_timestamp_seconds",
                "When the index was last written, since 1970; 0: not known.",
                gauges->index_changed_s);
}
