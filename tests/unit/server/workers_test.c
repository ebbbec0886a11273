/* workers_test.c - whose search is next, and who may wait for one. */
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/workers.h"
#include "tests/unit/search/collection.h"

enum { THREADS = 2, WAITING_MAX = 4 };

/* Runs until it is let go. */
typedef struct held {
    pol_job job;
    sem_t go;
} held;

static fixture fix;
static pol_workers *workers;
static sem_t started;
static pol_job *_Atomic last_started;

static void run(pol_job *job, pol_worker *worker)
{
    (void)worker;
    last_started = job;
    sem_post(&started);
    sem_wait(&((held *)job)->go);
}

static void make(held *one, uint8_t client)
{
    *one = (held){.job = {.run = run, .client = {.bytes = {192, 0, 2, client}, .size = 4}}};
    sem_init(&one->go, 0, 0);
}

static bool submit(held *one, uint8_t client)
{
    make(one, client);
    return pol_workers_submit(workers, &one->job);
}

static void expect_next(const held *one)
{
    sem_wait(&started);
    assert_ptr_equal(last_started, &one->job);
}

static int start(void **state)
{
    (void)state;
    static pol_site site = {.title = "polsearch", .base_url = "https://policy.example.org"};
    pol_error error;
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    site.index_path = fix.index;
    sem_init(&started, 0, 0);
    if (pol_workers_new(&site, THREADS, WAITING_MAX, &workers, &error) != POL_OK)
        fail_msg("%s", error.text);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    pol_workers_free(workers);
    fixture_close(&fix);
    return 0;
}

static void who_has_fewest_running_is_next(void **state)
{
    (void)state;
    held first, second, third, other, last;
    assert_true(submit(&first, 1));
    expect_next(&first);
    assert_true(submit(&second, 1));
    expect_next(&second);
    assert_true(submit(&third, 1));
    assert_true(submit(&other, 2));
    assert_true(submit(&last, 2));
    sem_post(&first.go);
    expect_next(&other); /* before the third, who came before */
    sem_post(&second.go);
    expect_next(&third);
    sem_post(&third.go);
    expect_next(&last);
    sem_post(&other.go);
    sem_post(&last.go);
    pol_workers_stop(workers); /* before what runs goes out of scope */
}

static void one_client_does_not_fill_the_line(void **state)
{
    (void)state;
    held all[THREADS + WAITING_MAX], more;
    size_t count = 0;
    while (count < THREADS) {
        assert_true(submit(&all[count], 1));
        expect_next(&all[count++]);
    }
    while (count < THREADS + WAITING_MAX - 1)
        assert_true(submit(&all[count++], 1));
    assert_false(submit(&more, 1));
    assert_true(submit(&all[count++], 2));
    assert_false(submit(&more, 3));
    assert_int_equal(pol_workers_waiting(workers), WAITING_MAX);
    for (size_t i = 0; i < count; i++)
        sem_post(&all[i].go);
    pol_workers_stop(workers); /* before what runs goes out of scope */
}

static bool submit_slow(held *one, uint8_t client)
{
    make(one, client);
    one->job.is_slow = true;
    return pol_workers_submit(workers, &one->job);
}

static void what_takes_long_leaves_searchers_to_others(void **state)
{
    (void)state;
    held slow, later, quick, last;
    assert_true(submit_slow(&slow, 1));
    expect_next(&slow);
    assert_true(submit_slow(&later, 2));
    assert_true(submit(&quick, 1));
    expect_next(&quick); /* though its client has one running, and it came last */
    assert_int_equal(pol_workers_waiting(workers), 1);
    sem_post(&quick.go);
    assert_true(submit(&last, 3));
    expect_next(&last);
    sem_post(&slow.go);
    expect_next(&later);
    sem_post(&later.go);
    sem_post(&last.go);
    pol_workers_stop(workers); /* before what runs goes out of scope */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_has_fewest_running_is_next, start, stop),
        cmocka_unit_test_setup_teardown(one_client_does_not_fill_the_line, start, stop),
        cmocka_unit_test_setup_teardown(what_takes_long_leaves_searchers_to_others, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
