/* test_word_cache.c - stems through the slots, past them, and without them. */
#include "core/word_cache.h"

#include <stdio.h>

#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/core/failing_alloc.h"

static const pol_word_slot *find(pol_word_cache *cache, const char *word)
{
    char bytes[POL_CACHED_WORD_MAX];
    memset(bytes, '!', sizeof bytes); /* what stands behind the word does not count */
    memcpy(bytes, word, strlen(word));
    pol_word_key key;
    pol_word_key_of(bytes, strlen(word), &key);
    const pol_word_slot *slot = pol_word_cache_find(cache, &key, strlen(word));
    assert_int_equal(slot->size, strlen(word));
    assert_memory_equal(&slot->key, word, strlen(word));
    return slot;
}

static void assert_stem(const pol_word_slot *slot, const char *stem, const char *other)
{
    assert_true(pol_span_equal(pol_span_make(slot->stem, slot->stem_size), pol_span_of(stem)));
    assert_true(
        pol_span_equal(pol_span_make(slot->other_stem, slot->other_size), pol_span_of(other)));
}

static void check_stems(pol_word_cache *cache)
{
    for (int round = 0; round < 2; round++) {
        assert_stem(find(cache, "meetings"), "meet", "");
        assert_stem(find(cache, "a"), "a", "");
        assert_stem(find(cache, "stps"), "stps", "stp");
        assert_stem(find(cache, "gps"), "gps", "gp");
        assert_stem(find(cache, "pcsos"), "pcsos", "pcso");
        assert_stem(find(cache, "this"), "this", "");
        assert_stem(find(cache, "ss"), "ss", "");
        assert_stem(find(cache, "press"), "press", "");
        assert_stem(find(cache, "is"), "is", "");
        assert_stem(find(cache, "75.1"), "75.1", "");
        assert_stem(find(cache, "f35ings"), "f35ings", "");
        assert_stem(find(cache, "internationalisationings"), "internationalis", "");
    }
}

static void stems_through_the_slots(void **state)
{
    (void)state;
    pol_word_cache *cache;
    assert_int_equal(pol_word_cache_new("en", &cache, NULL), POL_OK);
    check_stems(cache);
    pol_word_cache_free(cache);
}

static void stems_without_slots(void **state)
{
    (void)state;
    pol_word_cache *cache;
    fail_alloc_after(1);
    pol_status status = pol_word_cache_new("en", &cache, NULL);
    fail_alloc_never();
    assert_int_equal(status, POL_OK);
    assert_null(cache->slots);
    check_stems(cache);
    pol_word_cache_free(cache);
}

static void stems_long_words(void **state)
{
    (void)state;
    pol_word_cache *cache;
    assert_int_equal(pol_word_cache_new("en", &cache, NULL), POL_OK);
    const pol_span word = POL_SPAN("pneumonoultramicroscopicsilicovolcanoconioses");
    pol_span stem = pol_word_cache_stem(cache, word);
    assert_true(stem.size < word.size && pol_span_starts(word, stem));
    pol_word_cache_free(cache);
}

/* Five times as many words as there are slots, twice over. */
static void evicts_and_stays_right(void **state)
{
    (void)state;
    pol_word_cache *cache;
    assert_int_equal(pol_word_cache_new("en", &cache, NULL), POL_OK);
    for (unsigned i = 0; i < 10u << POL_WORD_SLOT_BITS; i++) {
        char word[16], stem[16];
        unsigned number = i % (5u << POL_WORD_SLOT_BITS);
        snprintf(stem, sizeof stem, "b%c%c%c%c", 'a' + number % 8, 'a' + number / 8 % 20,
                 'a' + number / 160 % 20, 'a' + number / 3200 % 26);
        snprintf(word, sizeof word, "%.5s7", stem);
        assert_stem(find(cache, word), word, "");
    }
    pol_word_cache_free(cache);
}

static void keeps_words_as_stems_without_a_language(void **state)
{
    (void)state;
    pol_word_cache *cache;
    assert_int_equal(pol_word_cache_new(NULL, &cache, NULL), POL_OK);
    assert_stem(find(cache, "meetings"), "meetings", "");
    assert_stem(find(cache, "stps"), "stps", "");
    pol_word_cache_free(cache);
}

static void reports_what_it_cannot_do(void **state)
{
    (void)state;
    pol_word_cache *cache = NULL;
    pol_error error;
    assert_int_equal(pol_word_cache_new("klingon", &cache, &error), POL_UNSUPPORTED);
    fail_alloc_after(0);
    pol_status status = pol_word_cache_new("en", &cache, &error);
    fail_alloc_never();
    assert_int_equal(status, POL_NOMEM);
    assert_null(cache);
    pol_word_cache_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stems_through_the_slots),
        cmocka_unit_test(stems_without_slots),
        cmocka_unit_test(stems_long_words),
        cmocka_unit_test(evicts_and_stays_right),
        cmocka_unit_test(keeps_words_as_stems_without_a_language),
        cmocka_unit_test(reports_what_it_cannot_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
