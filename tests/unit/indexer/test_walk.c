/* test_walk.c - folders to sorted lists of files. */
#include "tests/unit/indexer/folder.h"

#include "indexer/walk.h"

static void lists_in_byte_order_of_paths(void **state)
{
    (void)state;
    make_subfolder("b");
    make_subfolder("a-b");
    write_file("b/2.txt", "x");
    write_file("b/10.txt", "x");
    write_file("a-b/z.txt", "x");
    write_file("a.txt", "xyz");
    write_file(".hidden.txt", "x");
    write_file("old.txt~", "x");
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_walk_files(folder, &arena, &walk, &error), POL_OK);
    const char *const expected[] = {"a-b/z.txt", "a.txt", "b/10.txt", "b/2.txt"};
    assert_int_equal(walk.file_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(pol_span_equal(walk.files[i].relative, pol_span_of(expected[i])));
    assert_int_equal(walk.files[1].size_bytes, 3);
    assert_int_equal(walk.problem_count, 0);
    pol_arena_done(&arena);
}

static void reports_a_loop_and_a_dead_link(void **state)
{
    (void)state;
    make_subfolder("in");
    write_file("in/a.txt", "x");
    assert_int_equal(symlink("..", at("in/up")), 0);
    assert_int_equal(symlink("nowhere", at("in/dead")), 0);
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_walk_files(folder, &arena, &walk, &error), POL_OK);
    assert_int_equal(walk.file_count, 1);
    assert_int_equal(walk.problem_count, 2);
    assert_true(pol_span_ends(walk.problems[0].path, POL_SPAN("in/dead")));
    assert_true(pol_span_ends(walk.problems[1].path, POL_SPAN("in/up")));
    assert_non_null(strstr(walk.problems[1].reason.data, "loop"));
    assert_true(pol_walk_may_hide(&walk, folder, POL_SPAN("in/up/other.txt")));
    assert_false(pol_walk_may_hide(&walk, folder, POL_SPAN("in/b.txt")));
    pol_arena_done(&arena);
}

/* Two links in each of thirty folders to the next one: a thousand million ways. */
static void follows_links_to_a_folder_once(void **state)
{
    (void)state;
    char name[32], target[32];
    for (int i = 0; i < 30; i++) {
        snprintf(name, sizeof name, "d%02d", i);
        make_subfolder(name);
        snprintf(target, sizeof target, "../d%02d", i + 1);
        for (const char *link = "ab"; *link; link++) {
            snprintf(name, sizeof name, "d%02d/%c", i, *link);
            assert_int_equal(symlink(target, at(name)), 0);
        }
    }
    make_subfolder("d30");
    write_file("d30/x.txt", "x");
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_walk_files(folder, &arena, &walk, &error), POL_OK);
    assert_int_equal(walk.file_count, 2); /* at its own path, and by a link */
    assert_true(walk.problem_count > 0);
    pol_arena_done(&arena);
}

static void leaves_an_index_alone(void **state)
{
    (void)state;
    make_subfolder("index");
    write_file("index/XAPIANDB", "auto gen-000001\n");
    write_file("index/lock", "process 1\n");
    write_file("a.txt", "x");
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_walk_files(folder, &arena, &walk, &error), POL_OK);
    assert_int_equal(walk.file_count, 1);
    assert_int_equal(walk.problem_count, 0);
    pol_arena_done(&arena);
}

static void takes_one_file(void **state)
{
    (void)state;
    write_file("one.txt", "x");
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_walk_files(at("one.txt"), &arena, &walk, &error), POL_OK);
    assert_int_equal(walk.file_count, 1);
    assert_true(pol_span_equal(walk.files[0].relative, POL_SPAN("one.txt")));
    assert_int_equal(pol_walk_files(at("none"), &arena, &walk, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "none"));
    pol_arena_done(&arena);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    write_file("one.txt", "x");
    pol_arena arena;
    pol_walk walk;
    pol_error error;
    pol_arena_init(&arena, 8);
    assert_int_equal(pol_walk_files(folder, &arena, &walk, &error), POL_NOMEM);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_in_byte_order_of_paths, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(reports_a_loop_and_a_dead_link, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(follows_links_to_a_folder_once, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(leaves_an_index_alone, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(takes_one_file, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(says_when_memory_is_out, make_folder, drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
