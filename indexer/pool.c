/* pool.c - a ring of items, worked on in any order, taken back in order. */
#include "indexer/pool.h"

#include <pthread.h>
#include <stdlib.h>

enum { JOBS_MAX = 64, SLOTS_PER_JOB = 4 };
/* A large file takes many times its size while it is read: few of them at a time. */
#define BYTES_AT_A_TIME ((uint64_t)32 << 20)

typedef struct slot {
    pol_item *item;
    bool is_done;
} slot;

struct pol_pool {
    pthread_mutex_t lock;
    pthread_cond_t has_work, has_result;
    slot *slots;
    size_t size;
    size_t first, count; /* of the ring, as the giver sees it */
    uint64_t bytes;      /* to be read, of the items in the ring */
    size_t next;         /* how many of `count` a thread has already begun */
    bool is_ending;
    unsigned thread_count;
    pthread_t threads[JOBS_MAX];
    pol_intake intakes[JOBS_MAX];
};

/* What one thread is started with. */
typedef struct worker {
    pol_pool *pool;
    const pol_intake *intake;
} worker;

static void *work(void *argument)
{
    worker self = *(worker *)argument;
    pol_pool *pool = self.pool;
    free(argument);
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->is_ending && pool->next == pool->count)
            pthread_cond_wait(&pool->has_work, &pool->lock);
        if (pool->is_ending)
            break;
        slot *mine = &pool->slots[(pool->first + pool->next++) % pool->size];
        pthread_mutex_unlock(&pool->lock);
        pol_item_take(mine->item, self.intake);
        pthread_mutex_lock(&pool->lock);
        mine->is_done = true;
        pthread_cond_signal(&pool->has_result);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

static bool start_thread(pol_pool *pool, unsigned index)
{
    worker *argument = malloc(sizeof *argument);
    if (!argument)
        return false;
    *argument = (worker){.pool = pool, .intake = &pool->intakes[index]};
    if (pthread_create(&pool->threads[pool->thread_count], NULL, work, argument) != 0) {
        free(argument);
        return false;
    }
    pool->thread_count++;
    return true;
}

pol_status pol_pool_new(unsigned jobs, pol_pool **ret_pool, pol_error *reterr)
{
    *ret_pool = NULL;
    jobs = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : jobs;
    pol_pool *pool = calloc(1, sizeof *pool);
    if (!pool)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->has_work, NULL);
    pthread_cond_init(&pool->has_result, NULL);
    pool->size = (size_t)jobs * SLOTS_PER_JOB;
    pool->slots = calloc(pool->size, sizeof *pool->slots);
    pol_status status = pool->slots ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    for (unsigned i = 0; i < jobs && status == POL_OK; i++) {
        status = pol_preparer_new(&pool->intakes[i].preparer, reterr);
        if (status == POL_OK)
            status = pol_sandbox_new(NULL, &pool->intakes[i].sandbox, reterr);
    }
    for (unsigned i = 0; i < jobs && jobs > 1 && status == POL_OK; i++)
        if (!start_thread(pool, i) && i == 0)
            status = pol_fail(reterr, POL_NOMEM, 0, "cannot start a thread");
    if (status != POL_OK) {
        pol_pool_free(pool);
        return status;
    }
    *ret_pool = pool;
    return POL_OK;
}

void pol_pool_free(pol_pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->is_ending = true;
    pthread_cond_broadcast(&pool->has_work);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->thread_count; i++)
        pthread_join(pool->threads[i], NULL);
    for (size_t i = 0; i < pool->count; i++)
        pol_item_free(pool->slots[(pool->first + i) % pool->size].item);
    for (unsigned i = 0; i < JOBS_MAX; i++) {
        pol_preparer_free(pool->intakes[i].preparer);
        pol_sandbox_free(pool->intakes[i].sandbox);
    }
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->has_work);
    pthread_cond_destroy(&pool->has_result);
    free(pool->slots);
    free(pool);
}

bool pol_pool_is_full(const pol_pool *pool)
{
    return pool->count == pool->size || pool->bytes >= BYTES_AT_A_TIME;
}

bool pol_pool_is_empty(const pol_pool *pool)
{
    return pool->count == 0;
}

static uint64_t bytes_of(const pol_item *item)
{
    return item->lines.data ? item->lines.size : item->file.size_bytes;
}

void pol_pool_give(pol_pool *pool, pol_item *item)
{
    pthread_mutex_lock(&pool->lock);
    pool->slots[(pool->first + pool->count) % pool->size] = (slot){.item = item};
    pool->count++;
    pool->bytes += bytes_of(item);
    pthread_cond_signal(&pool->has_work);
    pthread_mutex_unlock(&pool->lock);
}

pol_item *pol_pool_take(pol_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    slot *oldest = &pool->slots[pool->first];
    if (pool->thread_count == 0) {
        pol_item_take(oldest->item, &pool->intakes[0]);
        oldest->is_done = true;
        pool->next++;
    }
    while (!oldest->is_done)
        pthread_cond_wait(&pool->has_result, &pool->lock);
    pol_item *item = oldest->item;
    pool->first = (pool->first + 1) % pool->size;
    pool->count--;
    pool->bytes -= bytes_of(item);
    pool->next--;
    pthread_mutex_unlock(&pool->lock);
    return item;
}
