/* workers.h - threads that search, each with its own open index, and the line of requests that
 * wait for one.
 *
 * The threads that read and write sockets hand over what needs the index and go on, so that a
 * slow search holds up nobody who does not need a searcher: what is cached, refused or asked of
 * the server itself is answered at once.
 *
 * The next is who has the fewest searches running, of those the one who came first, so that one
 * client's hundred slow searches do not stand in the way of another's quick one; and a part of the
 * line is always left to other clients. What takes seconds, as a whole agenda does, never has more
 * than half of the searchers. */
#ifndef POL_SERVER_WORKERS_H
#define POL_SERVER_WORKERS_H

#include "server/client.h"
#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_job {
    struct pol_job *next; /* the line's */
    /* Runs in a worker's thread. `worker` is NULL where the job came too late: it waited until
     * the server stops, or longer than POL_REQUEST_DEADLINE_MS. */
    void (*run)(struct pol_job *job, pol_worker *worker);
    pol_client client; /* whose it is */
    bool is_slow;      /* it may take seconds */
    int64_t submitted_ns;
} pol_job;

typedef struct pol_workers pol_workers;

/* `waiting_max`: jobs that may wait. Fails: as pol_worker_new(), POL_LIMIT (no more threads). */
POL_MUST_CHECK pol_status pol_workers_new(const pol_site *site, size_t threads, size_t waiting_max,
                                          pol_workers **ret_workers, pol_error *reterr);

/* The rest is safe in any thread. False: too many wait, or it is stopping; the job was not
 * taken. A job that is taken is run exactly once. */
bool pol_workers_submit(pol_workers *workers, pol_job *job);
size_t pol_workers_waiting(pol_workers *workers);
size_t pol_workers_count(const pol_workers *workers);

/* Runs out what waits, without a worker, and waits for what runs; later jobs are not taken. NULL
 * is allowed. */
void pol_workers_stop(pol_workers *workers);
void pol_workers_free(pol_workers *workers); /* stops; NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
