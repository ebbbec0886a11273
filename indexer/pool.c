/* pool.c - a ring of items, worked on in any order, taken back in order. */
#include "indexer/pool.h"

#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>

enum {
    JOBS_MAX = 64,
    SLOTS_PER_JOB = 4,
    LINES_MAX = 8 << 20,   /* of JSON Lines that wait to be read */
    ANSWER_MAX = 64 << 20, /* of what is read from one file, or archive */
    AHEAD_MAX = 512 << 10, /* text of one item that is prepared before it is written */
    MEMORY_MAX = 64 << 20, /* of all items, above which only the oldest is worked on */
    TRIMMED_MIN = 16 << 20,
    HEAPS_MAX = 2,
    BUILT_FACTOR = 10, /* bytes of memory for a byte of a document that becomes part of a batch */
    DECODED_FACTOR = 2 /* bytes of memory for a byte of text, its structure included */
};

typedef struct slot {
    pol_item *item;
    size_t memory; /* what it takes, expected or known; 0 until begun */
    bool is_done;
} slot;

struct pol_pool {
    pthread_mutex_t lock;
    pthread_cond_t has_work, has_result;
    slot *slots;
    size_t size;
    size_t first, count; /* of the ring, as the giver sees it */
    size_t lines_size;   /* of the items in the ring */
    size_t memory;       /* of those in the ring that are begun, and of the one taken last */
    size_t taken_memory;
    size_t next;     /* how many of `count` a thread has already begun */
    bool is_awaited; /* the taker waits for the oldest */
    bool is_ending;
    unsigned thread_count;
    pthread_t threads[JOBS_MAX];
    pol_intake intakes[JOBS_MAX];
};

/* --- memory ------------------------------------------------------------------------- */

/* How many bytes of text a byte of a file usually gives. */
static size_t text_factor(pol_format format)
{
    switch (format) {
    case POL_FORMAT_DOCX:
    case POL_FORMAT_ODT:
    case POL_FORMAT_ZIP:
        return 5;
    case POL_FORMAT_RTF:
    case POL_FORMAT_DOC:
        return 2; /* they pass through this process to be converted */
    default:
        return 1;
    }
}

static size_t expected_memory(const pol_item *item)
{
    if (item->outlined_count)
        return item->outlined_bytes * BUILT_FACTOR;
    uint64_t text =
        item->lines.data ? item->lines.size : item->file.size_bytes * text_factor(item->format);
    if (text > ANSWER_MAX)
        text = ANSWER_MAX;
    uint64_t ahead = !item->is_prepared ? 0 : text < AHEAD_MAX ? text : AHEAD_MAX;
    return (size_t)(text * DECODED_FACTOR + ahead * POL_PREPARED_FACTOR);
}

static size_t known_memory(const pol_item *item)
{
    size_t prepared = 0;
    for (size_t i = 0; i < item->document_count; i++)
        prepared += item->documents[i].prepared.text_bytes;
    return item->arena.used_bytes + prepared * POL_PREPARED_FACTOR +
           (item->batch ? xc_batch_memory(item->batch) : 0);
}

static void set_memory(pol_pool *pool, slot *at, size_t memory)
{
    pool->memory += memory - at->memory;
    at->memory = memory;
}

/* Is there an item to work on, and room for what comes of it? The oldest, which all others wait
 * for, is worked on whether there is room or not. */
static bool may_begin(const pol_pool *pool)
{
    if (pool->next == pool->count)
        return false;
    const slot *at = &pool->slots[(pool->first + pool->next) % pool->size];
    return (pool->next == 0 && pool->is_awaited) || pool->memory == 0 ||
           pool->memory + expected_memory(at->item) <= MEMORY_MAX;
}

/* --- threads ------------------------------------------------------------------------ */

/* What one thread is started with. */
typedef struct worker {
    pol_pool *pool;
    const pol_intake *intake;
} worker;

static void take(pol_item *item, const pol_intake *intake)
{
    pol_preparer_bound(intake->preparer, AHEAD_MAX);
    pol_item_take(item, intake);
}

static void *work(void *argument)
{
    worker self = *(worker *)argument;
    pol_pool *pool = self.pool;
    free(argument);
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->is_ending && !may_begin(pool))
            pthread_cond_wait(&pool->has_work, &pool->lock);
        if (pool->is_ending)
            break;
        slot *mine = &pool->slots[(pool->first + pool->next++) % pool->size];
        set_memory(pool, mine, expected_memory(mine->item));
        pthread_mutex_unlock(&pool->lock);
        take(mine->item, self.intake);
        pthread_mutex_lock(&pool->lock);
        set_memory(pool, mine, known_memory(mine->item));
        mine->is_done = true;
        pthread_cond_signal(&pool->has_result);
        pthread_cond_broadcast(&pool->has_work);
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
    static const pol_sandbox_options options = {.answer_bytes = ANSWER_MAX};
    *ret_pool = NULL;
    /* What one thread makes and another frees stays with its heap: 130 MB more with eight. */
    mallopt(M_ARENA_MAX, HEAPS_MAX);
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
            status = pol_sandbox_new(&options, &pool->intakes[i].sandbox, reterr);
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

/* --- giving and taking -------------------------------------------------------------- */

bool pol_pool_is_full(const pol_pool *pool)
{
    return pool->count == pool->size || pool->lines_size >= LINES_MAX;
}

bool pol_pool_is_empty(const pol_pool *pool)
{
    return pool->count == 0;
}

void pol_pool_give(pol_pool *pool, pol_item *item)
{
    pthread_mutex_lock(&pool->lock);
    pool->slots[(pool->first + pool->count) % pool->size] = (slot){.item = item};
    pool->count++;
    pool->lines_size += item->lines.size;
    pthread_cond_signal(&pool->has_work);
    pthread_mutex_unlock(&pool->lock);
}

/* What was taken last has been freed by now. The C library would keep the memory of a large
 * one, in pieces, until the end. */
static void forget_taken(pol_pool *pool)
{
    if (pool->taken_memory >= TRIMMED_MIN)
        malloc_trim(0);
    pool->memory -= pool->taken_memory;
    pool->taken_memory = 0;
}

/* Until the oldest is done. */
static void await_oldest(pol_pool *pool, const slot *oldest)
{
    pool->is_awaited = true;
    pthread_cond_broadcast(&pool->has_work);
    while (!oldest->is_done)
        pthread_cond_wait(&pool->has_result, &pool->lock);
    pool->is_awaited = false;
}

pol_item *pol_pool_take(pol_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    slot *oldest = &pool->slots[pool->first];
    pol_item *item = oldest->item;
    forget_taken(pool);
    if (pool->thread_count == 0) {
        take(item, &pool->intakes[0]);
        set_memory(pool, oldest, known_memory(item));
        pool->next++;
    } else {
        await_oldest(pool, oldest);
    }
    pool->taken_memory = oldest->memory;
    pool->first = (pool->first + 1) % pool->size;
    pool->count--;
    pool->lines_size -= item->lines.size;
    pool->next--;
    pthread_mutex_unlock(&pool->lock);
    return item;
}
