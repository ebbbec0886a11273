/* test_pool.c - items come back in order, and few large ones are held at a time. */
#include "tests/unit/indexer/folder.h"

#include "indexer/pool.h"

static pol_item *new_lines(unsigned number)
{
    char line[64];
    pol_item *item = pol_item_new();
    assert_non_null(item);
    int size =
        snprintf(line, sizeof line, "{\"id\":\"%u\",\"text\":\"Conference notes.\"}", number);
    item->file.relative = POL_SPAN("x.jsonl");
    item->lines = pol_arena_copy(&item->arena, pol_span_make(line, (size_t)size));
    item->first_line = 1;
    return item;
}

static void give_and_take(unsigned jobs)
{
    pol_pool *pool;
    pol_error error;
    unsigned given = 0, taken = 0;
    char id[16];
    assert_int_equal(pol_pool_new(jobs, &pool, &error), POL_OK);
    while (taken < 200) {
        while (given < 200 && !pol_pool_is_full(pool))
            pol_pool_give(pool, new_lines(given++));
        pol_item *item = pol_pool_take(pool);
        snprintf(id, sizeof id, "%u", taken++);
        assert_int_equal(item->document_count, 1);
        assert_true(pol_span_equal(item->documents[0].stored.document.id.text, pol_span_of(id)));
        pol_item_free(item);
    }
    assert_true(pol_pool_is_empty(pool));
    pol_pool_give(pool, new_lines(0)); /* given, never taken: freed with the pool */
    pol_pool_free(pool);
}

static void gives_back_in_order(void **state)
{
    (void)state;
    const unsigned jobs[] = {0, 1, 2, 8, 1000};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        give_and_take(jobs[i]);
}

/* A file of a size that it does not have. */
static pol_item *new_file(const char *name, uint64_t size)
{
    pol_item *item = pol_item_new();
    assert_non_null(item);
    item->file.path = item->file.relative = pol_span_of(at(name));
    item->file.size_bytes = size;
    item->format = POL_FORMAT_TEXT;
    return item;
}

static void expect_text(pol_pool *pool, const char *text)
{
    pol_item *item = pol_pool_take(pool);
    assert_int_equal(item->document_count, 1);
    pol_span found = item->documents[0].stored.document.text;
    assert_true(pol_span_find(found, pol_span_of(text), 0) != (size_t)-1);
    pol_item_free(item);
}

/* The second is read when the first was taken and freed, so as it is by then. */
static void reads_large_files_one_by_one(void **state)
{
    (void)state;
    pol_pool *pool;
    pol_error error;
    write_file("a.txt", "Conference notes kettles.");
    write_file("b.txt", "Conference notes teapots.");
    assert_int_equal(pol_pool_new(2, &pool, &error), POL_OK);
    pol_pool_give(pool, new_file("a.txt", 60 << 20));
    pol_pool_give(pool, new_file("b.txt", 60 << 20));
    usleep(300000);
    write_file("b.txt", "Conference notes saucers.");
    expect_text(pool, "kettles");
    expect_text(pool, "saucers");
    pol_pool_free(pool);
}

static void holds_few_lines_at_a_time(void **state)
{
    (void)state;
    pol_pool *pool;
    pol_error error;
    assert_int_equal(pol_pool_new(2, &pool, &error), POL_OK);
    pol_item *item = new_lines(0);
    item->lines = pol_span_make(pol_arena_alloc(&item->arena, 9 << 20), 9 << 20);
    memset((char *)(uintptr_t)item->lines.data, '\n', item->lines.size);
    pol_pool_give(pool, item);
    assert_true(pol_pool_is_full(pool));
    pol_item_free(pol_pool_take(pool));
    assert_false(pol_pool_is_full(pool));
    pol_pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_back_in_order),
        cmocka_unit_test_setup_teardown(reads_large_files_one_by_one, make_folder, drop_folder),
        cmocka_unit_test(holds_few_lines_at_a_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
