/* workers.c - see workers.h. */
#include "server/workers.h"

#include <pthread.h>
#include <stdlib.h>

#include "server/clock.h"

typedef struct searcher {
    pthread_t thread;
    pol_worker *worker;
    pol_workers *all;
    bool has_thread;
    bool is_busy;      /* under `lock`, as the next ones */
    bool is_slow;      /* and what runs may take seconds */
    pol_client client; /* whose search runs */
} searcher;

struct pol_workers {
    pthread_mutex_t lock;
    pthread_cond_t has_job;
    pol_job *first, *last; /* under `lock`, as the next two */
    size_t waiting;
    bool is_stopping;
    size_t waiting_max, count;
    searcher searchers[];
};

/* --- with the lock held ------------------------------------------------------------------------
 */

static size_t running_of(const pol_workers *workers, const pol_client *client)
{
    size_t count = 0;
    for (size_t i = 0; i < workers->count; i++)
        count += workers->searchers[i].is_busy &&
                 pol_client_equal(&workers->searchers[i].client, client);
    return count;
}

static size_t waiting_of(const pol_workers *workers, const pol_client *client)
{
    size_t count = 0;
    for (const pol_job *job = workers->first; job; job = job->next)
        count += pol_client_equal(&job->client, client);
    return count;
}

/* May one more run that takes seconds? When it stops, all that waits is to be run out. */
static bool takes_slow(const pol_workers *workers)
{
    size_t running = 0;
    for (size_t i = 0; i < workers->count; i++)
        running += workers->searchers[i].is_busy && workers->searchers[i].is_slow;
    return running < (workers->count + 1) / 2 || workers->is_stopping;
}

/* Takes the next job out of the line; NULL where none may run now. */
static pol_job *pop(pol_workers *workers)
{
    pol_job *chosen = NULL, *before = NULL, *last = NULL;
    size_t fewest = SIZE_MAX;
    bool is_slow_allowed = takes_slow(workers);
    for (pol_job *job = workers->first; job && fewest; last = job, job = job->next) {
        size_t running = running_of(workers, &job->client);
        if (running >= fewest || (job->is_slow && !is_slow_allowed))
            continue;
        fewest = running;
        chosen = job;
        before = last;
    }
    if (!chosen)
        return NULL;
    *(before ? &before->next : &workers->first) = chosen->next;
    if (workers->last == chosen)
        workers->last = before;
    workers->waiting--;
    return chosen;
}

/* --- searchers ---------------------------------------------------------------------------------
 */

/* The next job; NULL where there will be none. */
static pol_job *take(searcher *self, bool *ret_is_late)
{
    pol_workers *workers = self->all;
    pthread_mutex_lock(&workers->lock);
    self->is_busy = false;
    pol_job *job;
    while (!(job = pop(workers)) && !workers->is_stopping)
        pthread_cond_wait(&workers->has_job, &workers->lock);
    self->is_busy = job != NULL;
    if (job) {
        self->client = job->client;
        self->is_slow = job->is_slow;
    }
    *ret_is_late = workers->is_stopping;
    pthread_mutex_unlock(&workers->lock);
    if (job && pol_clock_ns() - job->submitted_ns > POL_REQUEST_DEADLINE_MS * POL_NS_PER_MS)
        *ret_is_late = true;
    return job;
}

static void *search(void *argument)
{
    searcher *self = argument;
    pol_job *job;
    bool is_late;
    while ((job = take(self, &is_late)))
        job->run(job, is_late ? NULL : self->worker);
    return NULL;
}

static pol_status start(pol_workers *workers, const pol_site *site, pol_error *reterr)
{
    for (size_t i = 0; i < workers->count; i++) {
        searcher *one = &workers->searchers[i];
        one->all = workers;
        pol_status status = pol_worker_new(site, &one->worker, reterr);
        if (status != POL_OK)
            return status;
        one->has_thread = pthread_create(&one->thread, NULL, search, one) == 0;
        if (!one->has_thread)
            return pol_fail(reterr, POL_LIMIT, 0, "the system allows no further threads");
    }
    return POL_OK;
}

pol_status pol_workers_new(const pol_site *site, size_t threads, size_t waiting_max,
                           pol_workers **ret_workers, pol_error *reterr)
{
    *ret_workers = NULL;
    pol_workers *workers = calloc(1, sizeof *workers + threads * sizeof *workers->searchers);
    if (!workers)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pthread_mutex_init(&workers->lock, NULL);
    pthread_cond_init(&workers->has_job, NULL);
    workers->waiting_max = waiting_max;
    workers->count = threads;
    pol_status status = start(workers, site, reterr);
    if (status != POL_OK) {
        pol_workers_free(workers);
        return status;
    }
    *ret_workers = workers;
    return POL_OK;
}

bool pol_workers_submit(pol_workers *workers, pol_job *job)
{
    job->next = NULL;
    job->submitted_ns = pol_clock_ns();
    pthread_mutex_lock(&workers->lock);
    size_t for_others = workers->waiting_max / 4;
    bool is_taken = !workers->is_stopping && workers->waiting < workers->waiting_max &&
                    waiting_of(workers, &job->client) < workers->waiting_max - for_others;
    if (is_taken) {
        if (workers->first)
            workers->last->next = job;
        else
            workers->first = job;
        workers->last = job;
        workers->waiting++;
        pthread_cond_signal(&workers->has_job);
    }
    pthread_mutex_unlock(&workers->lock);
    return is_taken;
}

size_t pol_workers_waiting(pol_workers *workers)
{
    pthread_mutex_lock(&workers->lock);
    size_t waiting = workers->waiting;
    pthread_mutex_unlock(&workers->lock);
    return waiting;
}

size_t pol_workers_count(const pol_workers *workers)
{
    return workers->count;
}

void pol_workers_stop(pol_workers *workers)
{
    if (!workers)
        return;
    pthread_mutex_lock(&workers->lock);
    workers->is_stopping = true;
    pthread_cond_broadcast(&workers->has_job);
    pthread_mutex_unlock(&workers->lock);
    for (size_t i = 0; i < workers->count; i++) {
        if (workers->searchers[i].has_thread)
            pthread_join(workers->searchers[i].thread, NULL);
        workers->searchers[i].has_thread = false;
    }
}

void pol_workers_free(pol_workers *workers)
{
    if (!workers)
        return;
    pol_workers_stop(workers);
    for (size_t i = 0; i < workers->count; i++)
        pol_worker_free(workers->searchers[i].worker);
    pthread_cond_destroy(&workers->has_job);
    pthread_mutex_destroy(&workers->lock);
    free(workers);
}
