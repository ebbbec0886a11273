/* test_spool.c - documents set aside and taken back; disks that are full. */
#include "tests/unit/indexer/folder.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "indexer/spool.h"

static const char text[] = "Conference notes tea.\n\nConference calls for milk.";

static pol_spooled spooled(const char *id, const char *file)
{
    static pol_passage passages[2];
    static pol_doubt doubts[1];
    passages[0] = (pol_passage){.ordinal = 1, .line = 3, .text = pol_span_make(text, 21)};
    passages[1] = (pol_passage){.ordinal = 2, .line = 5, .text = pol_span_make(text + 23, 26)};
    doubts[0] = (pol_doubt){"split", POL_SPAN("perhaps two"), 4};
    return (pol_spooled){.document = {.id = {.text = pol_span_of(id)},
                                      .kind = POL_KIND_MOTION,
                                      .text = pol_span_of(text),
                                      .passages = passages,
                                      .passage_count = 2,
                                      .doubts = doubts,
                                      .doubt_count = 1},
                         .file = pol_span_of(file)};
}

static pol_spool *new_spool(void)
{
    pol_spool *spool;
    pol_error error;
    if (pol_spool_new(&spool, &error) != POL_OK)
        fail_msg("%s", error.text);
    return spool;
}

static void documents_come_back_in_their_order(void **state)
{
    (void)state;
    pol_error error;
    pol_arena arena;
    pol_spool *spool = new_spool();
    for (int i = 0; i < 500; i++) {
        char id[16], file[16];
        snprintf(id, sizeof id, "id%d", i);
        snprintf(file, sizeof file, "%d.txt", i);
        pol_spooled one = spooled(id, file);
        one.duplicate_of = i % 2 ? pol_span_of("0.txt") : pol_span_make(NULL, 0);
        assert_int_equal(pol_spool_add(spool, &one, &error), POL_OK);
    }
    for (int i = 0; i <= 500; i++) {
        char id[16];
        bool has_more;
        pol_spooled one;
        pol_arena_init(&arena, 1 << 20);
        assert_int_equal(pol_spool_next(spool, &arena, &one, &has_more, &error), POL_OK);
        assert_int_equal(has_more, i < 500);
        if (has_more) {
            snprintf(id, sizeof id, "id%d", i);
            assert_true(pol_span_equal(one.document.id.text, pol_span_of(id)));
            assert_int_equal(one.duplicate_of.data != NULL, i % 2);
            assert_true(pol_span_equal(one.document.passages[1].text,
                                       POL_SPAN("Conference calls for milk.")));
            assert_int_equal(one.document.doubt_count, 1);
            assert_string_equal(one.document.doubts[0].field, "split");
        }
        pol_arena_done(&arena);
    }
    pol_spool_free(spool);
}

static void an_empty_one_ends_at_once(void **state)
{
    (void)state;
    pol_error error;
    pol_arena arena;
    pol_spooled one;
    bool has_more = true;
    pol_spool *spool = new_spool();
    pol_arena_init(&arena, 1 << 10);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(pol_spool_next(spool, &arena, &one, &has_more, &error), POL_OK);
        assert_false(has_more);
    }
    pol_arena_done(&arena);
    pol_spool_free(spool);
    pol_spool_free(NULL);
}

static void memory_that_is_out_is_told(void **state)
{
    (void)state;
    pol_error error;
    pol_arena arena;
    pol_spooled one = spooled("a", "a.txt");
    bool has_more;
    pol_spool *spool = new_spool();
    assert_int_equal(pol_spool_add(spool, &one, &error), POL_OK);
    pol_arena_init(&arena, 16);
    assert_int_equal(pol_spool_next(spool, &arena, &one, &has_more, &error), POL_NOMEM);
    assert_false(has_more);
    pol_arena_done(&arena);
    pol_spool_free(spool);
}

/* Adds until it fails, or reads what was added: the first failure; in a process of its own, whose
 * files may have `limit` bytes. */
static int fill(rlim_t limit)
{
    const struct rlimit files = {limit, limit};
    pol_spool *spool;
    pol_error error = {0};
    pol_arena arena;
    pol_status status = pol_spool_new(&spool, &error);
    signal(SIGXFSZ, SIG_IGN);
    if (status != POL_OK || setrlimit(RLIMIT_FSIZE, &files) != 0)
        return 100;
    for (int i = 0; i < 2000 && status == POL_OK; i++) {
        pol_spooled one = spooled("a", "a.txt");
        status = pol_spool_add(spool, &one, &error);
    }
    bool has_more = true;
    while (status == POL_OK && has_more) {
        pol_spooled one;
        pol_arena_init(&arena, 1 << 20);
        status = pol_spool_next(spool, &arena, &one, &has_more, &error);
        pol_arena_done(&arena);
    }
    pol_spool_free(spool);
    return status != POL_OK && !strstr(error.text, "temporary file") ? 101 : (int)status;
}

static int fill_apart(rlim_t limit)
{
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(fill(limit));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* Whether it is full while documents are added, or when the last of them is flushed. */
static void a_full_disk_is_told(void **state)
{
    (void)state;
    assert_int_equal(fill_apart(RLIM_INFINITY), POL_OK);
    static const rlim_t limits[] = {0, 1, 100, 4096, 5000, 100000};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        assert_int_equal(fill_apart(limits[i]), POL_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_come_back_in_their_order),
        cmocka_unit_test(an_empty_one_ends_at_once),
        cmocka_unit_test(memory_that_is_out_is_told),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
