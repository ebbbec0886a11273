/* cache_test.c - what is kept, what goes first, and that nothing is freed while it is held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/cache.h"

static atomic_int alive;
static pol_error error;

static char *make_value(const char *text)
{
    alive++;
    return strdup(text);
}

static void free_value(void *value)
{
    alive--;
    free(value);
}

static pol_cache *make_cache(size_t limit_bytes)
{
    pol_cache *cache = NULL;
    assert_int_equal(pol_cache_new(limit_bytes, free_value, &cache, &error), POL_OK);
    return cache;
}

static void put(pol_cache *cache, const char *key, const char *text, size_t size)
{
    pol_cached *entry = pol_cache_put(cache, pol_span_of(key), make_value(text), size);
    assert_non_null(entry);
    assert_string_equal(pol_cached_value(entry), text);
    pol_cached_release(cache, entry);
}

static bool has(pol_cache *cache, const char *key, const char *text)
{
    pol_cached *entry = pol_cache_find(cache, pol_span_of(key));
    if (!entry)
        return false;
    bool is_it = strcmp(pol_cached_value(entry), text) == 0;
    pol_cached_release(cache, entry);
    return is_it;
}

static void what_is_put_is_found(void **state)
{
    pol_cache *cache = make_cache(1 << 20);
    (void)state;
    assert_null(pol_cache_find(cache, POL_SPAN("a")));
    put(cache, "a", "1", 10);
    put(cache, "b", "2", 10);
    assert_true(has(cache, "a", "1") && has(cache, "b", "2"));
    put(cache, "a", "3", 10);
    assert_true(has(cache, "a", "3"));
    assert_int_equal(alive, 2);
    pol_cache_free(cache);
    assert_int_equal(alive, 0);
}

static void the_least_recently_used_goes_first(void **state)
{
    pol_cache *cache = make_cache(10000);
    char key[16];
    (void)state;
    for (int i = 0; i < 8; i++) {
        snprintf(key, sizeof key, "k%d", i);
        put(cache, key, key, 1000);
    }
    assert_true(has(cache, "k0", "k0")); /* used: k1 is now the oldest */
    put(cache, "k8", "k8", 1000);
    put(cache, "k9", "k9", 1000);
    assert_true(has(cache, "k0", "k0") && has(cache, "k9", "k9"));
    assert_false(has(cache, "k1", "k1"));
    assert_true(pol_cache_size(cache) <= 10000);
    pol_cache_free(cache);
    assert_int_equal(alive, 0);
}

static void what_is_held_stays(void **state)
{
    pol_cache *cache = make_cache(10000);
    (void)state;
    put(cache, "held", "it", 1000);
    pol_cached *held = pol_cache_find(cache, POL_SPAN("held"));
    for (int i = 0; i < 100; i++)
        put(cache, i % 2 ? "x" : "held", "other", 1200);
    assert_string_equal(pol_cached_value(held), "it");
    pol_cached_release(cache, held);
    pol_cache_free(cache);
    assert_int_equal(alive, 0);
}

static void what_is_too_large_is_not_kept(void **state)
{
    pol_cache *cache = make_cache(8000);
    (void)state;
    put(cache, "large", "value", 1001);
    assert_false(has(cache, "large", "value"));
    assert_int_equal(alive, 0);
    pol_cache_free(cache);
    cache = make_cache(0);
    put(cache, "any", "value", 1);
    assert_false(has(cache, "any", "value"));
    pol_cache_free(cache);
}

static void *use(void *context)
{
    pol_cache *cache = context;
    char key[16];
    for (unsigned i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "k%u", (i * 7919) % 50);
        pol_cached *entry = pol_cache_find(cache, pol_span_of(key));
        if (!entry)
            entry = pol_cache_put(cache, pol_span_of(key), make_value(key), 300);
        if (!entry || strcmp(pol_cached_value(entry), key) != 0)
            return cache;
        pol_cached_release(cache, entry);
    }
    return NULL;
}

static void many_threads_can_use_it(void **state)
{
    pol_cache *cache = make_cache(8000);
    pthread_t threads[4];
    void *trouble;
    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, use, cache), 0);
    for (size_t i = 0; i < 4; i++) {
        pthread_join(threads[i], &trouble);
        assert_null(trouble);
    }
    pol_cache_free(cache);
    assert_int_equal(alive, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_is_found),
        cmocka_unit_test(the_least_recently_used_goes_first),
        cmocka_unit_test(what_is_held_stays),
        cmocka_unit_test(what_is_too_large_is_not_kept),
        cmocka_unit_test(many_threads_can_use_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
