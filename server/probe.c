/* probe.c - see probe.h. */
#include "server/probe.h"

#define PLAIN "text/plain; charset=utf-8"

static void answer_health(pol_front *front, pol_response *response)
{
    (void)front;
    response->type = PLAIN;
    pol_buffer_add_text(&response->body, "ok\n");
}

/* Why it is not ready is told in the server's messages, not to everybody. */
static void answer_readiness(pol_front *front, pol_response *response)
{
    pol_watched watched;
    pol_watch_get(front->watch, &watched);
    response->type = PLAIN;
    response->status = watched.is_ready ? 200 : 503;
    pol_buffer_add_text(&response->body,
                        watched.is_ready ? "ready\n" : "the index cannot be read\n");
}

static void answer_metrics(pol_front *front, pol_response *response)
{
    pol_watched watched;
    pol_watch_get(front->watch, &watched);
    pol_gauges gauges = {.connections = pol_connections_count(front->connections),
                         .requests_in_flight = __atomic_load_n(&front->in_flight, __ATOMIC_SEQ_CST),
                         .requests_waiting = pol_workers_waiting(front->workers),
                         .searchers = pol_workers_count(front->workers),
                         .is_ready = watched.is_ready,
                         .documents = watched.documents,
                         .index_changed_s = watched.validators.changed_s};
    response->type = "text/plain; version=0.0.4; charset=utf-8";
    pol_metrics_write(front->metrics, &gauges, &response->body);
}

static const struct {
    pol_span path;
    void (*answer)(pol_front *front, pol_response *response);
} probes[] = {
    {{"/healthz", 8}, answer_health},
    {{"/readyz", 7}, answer_readiness},
    {{"/metrics", 8}, answer_metrics},
};

bool pol_probe_answer(pol_front *front, const pol_request *request, pol_response *response)
{
    for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
        if (!pol_span_equal(request->path, probes[i].path))
            continue;
        response->status = 200;
        response->keeping = POL_KEEP_NOT;
        probes[i].answer(front, response);
        return true;
    }
    return false;
}
