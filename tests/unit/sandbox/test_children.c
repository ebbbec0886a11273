/* test_children.c - children that crash, hang, eat memory or lie: what that costs, and what a
 * person is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "sandbox/sandbox.h"

enum { TIME_MS = 1000, SHORT_MS = 100, MEMORY_MIB = 64, ARENA_BYTES = 64 << 20 };

typedef struct fixture {
    pol_sandbox *sandbox;
    pol_arena arena;
    pol_extracted extracted;
} fixture;

static int set_up_for(void **state, uint32_t time_ms)
{
    static fixture here;
    pol_error error;
    const pol_sandbox_options options = {.program = MISBEHAVE,
                                         .time_ms = time_ms,
                                         .memory_bytes = (size_t)MEMORY_MIB << 20,
                                         .answer_bytes = 1 << 20};
    here = (fixture){0};
    pol_arena_init(&here.arena, ARENA_BYTES);
    *state = &here;
    return pol_sandbox_new(&options, &here.sandbox, &error) == POL_OK ? 0 : -1;
}

static int set_up(void **state)
{
    return set_up_for(state, TIME_MS);
}

static int set_up_in_haste(void **state)
{
    return set_up_for(state, SHORT_MS);
}

static int tear_down(void **state)
{
    fixture *here = *state;
    pol_sandbox_free(here->sandbox);
    pol_arena_done(&here->arena);
    return 0;
}

static void read_named(fixture *here, const char *name)
{
    const pol_read_request request = {.file = -1, .bytes = POL_SPAN(""), .name = pol_span_of(name)};
    pol_error error = {0};
    pol_status status =
        pol_sandbox_read(here->sandbox, &request, &here->arena, &here->extracted, &error);
    if (status != POL_OK)
        print_error("%s: %s\n", name, error.text);
    assert_int_equal(status, POL_OK);
}

static void assert_omission(const fixture *here, size_t i, const char *member, const char *reason)
{
    assert_true(i < here->extracted.omission_count);
    const pol_omission *omission = &here->extracted.omissions[i];
    char said[256];
    snprintf(said, sizeof said, "%.*s: %.*s", POL_SPAN_ARGS(omission->member),
             POL_SPAN_ARGS(omission->reason));
    char wanted[256];
    snprintf(wanted, sizeof wanted, "%s: %s", member, reason);
    assert_string_equal(said, wanted);
}

/* One omission, this one. */
static void assert_only(const fixture *here, const char *reason)
{
    assert_omission(here, 0, "", reason);
    assert_int_equal(here->extracted.omission_count, 1);
    assert_int_equal(here->extracted.document_count, 0);
}

/* The arena, not the options, is what the answer breaks. */
static void a_full_arena_is_the_files_fault(void **state)
{
    fixture *here = *state;
    pol_arena_done(&here->arena);
    pol_arena_init(&here->arena, (64 << 10) + 16);
    read_named(here, "good");
    assert_only(here, "it gives more text than a file may");
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

typedef struct end {
    const char *name;
    const char *reason;
} end;

static void an_end_is_told_in_words(void **state)
{
    static const end ends[] = {
        {"crash", "its reader crashed (SIGSEGV)"},
        {"overflow", "its reader crashed (SIGSEGV)"},
        {"loop", "took longer than 1 s"},
        {"quit", "its reader ended without an answer (status 3)"},
        {"eat", "needs more than 64 MiB of memory"},
        {"exhausted", "needs more than 64 MiB of memory"},
        {"socket", "tried what a reader may not do (SIGSYS)"},
        {"unknown", "its reader sent nonsense"},
        {"damaged", "its reader sent nonsense"},
        {"huge", "it gives more text than a file may"},
        {"half", "its reader ended without an answer (status 4)"},
        {"backwards", "its reader sent nonsense"},
        {"convert", "its reader sent nonsense"},
        {"hang-up", "its reader sent nonsense"},
    };
    fixture *here = *state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        read_named(here, ends[i].name);
        if (strcmp(ends[i].name, "backwards") == 0)
            assert_omission(here, 0, "member-3", ends[i].reason);
        else
            assert_only(here, ends[i].reason);
        read_named(here, "good");
        assert_only(here, "read");
    }
}

static void a_file_pays_only_for_itself(void **state)
{
    fixture *here = *state;
    for (int i = 0; i < 3; i++) {
        read_named(here, "good");
        assert_only(here, "read");
        read_named(here, "spoilt"); /* crashes unless its child is new */
        assert_only(here, "read");
    }
}

static void a_loop_ends_in_time(void **state)
{
    fixture *here = *state;
    double start = seconds();
    read_named(here, "loop");
    double took = seconds() - start;
    assert_only(here, "took longer than 100 ms");
    assert_true(took >= SHORT_MS / 1000.0);
    assert_true(took < SHORT_MS / 1000.0 + 3);
    start = seconds();
    read_named(here, "members"); /* each in time, together never done */
    took = seconds() - start;
    assert_true(took < SHORT_MS / 1000.0 * 10 + 3);
    const size_t count = here->extracted.omission_count;
    assert_int_equal(count, 2);
    assert_omission(here, 1, "", "it takes too long: what comes next is left out");
}

static void a_member_costs_itself(void **state)
{
    fixture *here = *state;
    read_named(here, "archive");
    assert_omission(here, 0, "member-0", "read");
    assert_omission(here, 1, "member-1", "read");
    assert_omission(here, 2, "member-2", "its reader crashed (SIGSEGV)");
    assert_omission(here, 3, "member-3", "read");
    assert_omission(here, 4, "member-4", "read");
    assert_omission(here, 5, "", "read");
    assert_int_equal(here->extracted.omission_count, 6);
}

static void a_member_does_not_pay_for_the_one_before(void **state)
{
    fixture *here = *state;
    read_named(here, "archive-second");
    for (size_t i = 0; i < 4; i++)
        assert_omission(here, i, "m", "read");
    assert_omission(here, 4, "", "read");
    assert_int_equal(here->extracted.omission_count, 5);
}

static void an_archive_that_always_fails_is_given_up(void **state)
{
    fixture *here = *state;
    read_named(here, "archive-between");
    assert_omission(here, 0, "m", "read");
    assert_omission(here, 1, "", "entry 2 of it: its reader crashed (SIGSEGV)");
    size_t count = here->extracted.omission_count;
    assert_true(count > 2 && count < 40);
    assert_omission(here, count - 1, "", "too much of it fails: what comes next is left out");
    read_named(here, "archive-loop");
    assert_omission(here, 0, "member-0", "took longer than 1 s");
    assert_omission(here, 1, "", "read");
    assert_int_equal(here->extracted.omission_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_end_is_told_in_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_arena_is_the_files_fault, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_pays_only_for_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_loop_ends_in_time, set_up_in_haste, tear_down),
        cmocka_unit_test_setup_teardown(a_member_costs_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_member_does_not_pay_for_the_one_before, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_archive_that_always_fails_is_given_up, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
